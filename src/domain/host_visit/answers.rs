//! What a visitor answered beyond what every visit tells.

use crate::domain::booking::field::{Field, FieldKey, Kind};

/// What a host reads among a visit's facts already.
const FACTS: [&str; 6] = ["visitorName", "visitorPhoneNum", "visitorWorkUnit", "visitorPurpose", "visitorPersonNum", "visitorCarNumber"];

/// The form's questions with the answers that came, in the order of the form. Pictures are left out, and so is what is
/// too private to lie open on a phone.
pub fn further_answers<'f>(form: &'f [Field], answers: &[(FieldKey, String)]) -> Vec<(&'f str, String)> {
    let is_told = |field: &&Field| !FACTS.contains(&field.key.as_str()) && !field.sub.as_ref().is_some_and(|sub| sub.key.is_private());
    let answer = |field: &'f Field| {
        let given = answers.iter().find(|(key, answer)| *key == field.key && !answer.trim().is_empty())?.1.trim();
        let words = match &field.kind {
            Kind::Choice(options) => options.iter().find(|option| option.value == given).map_or(given, |option| &option.text),
            Kind::Text(_) | Kind::Date => given,
            Kind::Photos | Kind::Portrait | Kind::Unsupported { .. } => return None,
        };
        Some((field.label.as_str(), words.to_owned()))
    };
    form.iter().filter(is_told).filter_map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::field::{Choice, SubField, TextRule};

    fn field(key: &str, kind: Kind) -> Field {
        Field {
            key: FieldKey::new(key),
            label: format!("{key}?"),
            kind,
            required: false,
            changeable: true,
            default: String::new(),
            placeholder: String::new(),
            hint: String::new(),
            tip: String::new(),
            sub: None,
        }
    }

    #[test]
    fn answers_stand_under_their_questions_and_choices_in_their_words() {
        let text = || Kind::Text(TextRule::default());
        let options = vec![Choice { value: "1".into(), text: "Tools".into() }];
        let number = SubField { key: FieldKey::new("visitorIdentityNum"), label: String::new(), placeholder: String::new() };
        let form = [
            field("visitorName", text()),
            field("visitorCustomb", Kind::Choice(options)),
            field("visitorCustoma", text()),
            field("visitorPhoto", Kind::Photos),
            Field { sub: Some(number), ..field("visitorIdentityType", text()) },
            field("visitorCustomc", text()),
        ];
        let given = ["visitorName", "visitorCustoma", "visitorPhoto", "visitorIdentityType", "visitorCustomz", "visitorCustomb"];
        let mut answers: Vec<(FieldKey, String)> = given.map(|key| (FieldKey::new(key), "1".to_owned())).into();
        answers.push((FieldKey::new("visitorCustomc"), " ".to_owned()));
        assert_eq!(further_answers(&form, &answers), [("visitorCustomb?", "Tools".to_owned()), ("visitorCustoma?", "1".to_owned())]);
    }
}
