//! Coming along with somebody who booked.

use super::booking::field::{AnswerType, Field, FieldKey};
use super::visit::Stay;

/// What a companion is asked to come along to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outing {
    pub host: String,
    /// Where the host works.
    pub company: String,
    pub stay: Option<Stay>,
    pub purpose: String,
}

/// What companions, and others who did not book, may be asked, beside the site's own questions; name and phone are known of them.
const ASKED: [&str; 6] =
    ["visitorIdentityType", "visitorIdentityAddr", "visitorIdentityIssuer", "visitorAddress", "visitorBirthplace", "visitorCarNumber"];

/// What the site's own questions are called, but for a letter at the end.
const OWN: &str = "visitorCustom";

/// The site's questions to a companion, and the labels of those that cannot be asked here: they can be done without.
pub fn questions(form: Vec<Field>) -> (Vec<Field>, Vec<String>) {
    let (asked, left_out): (Vec<_>, Vec<_>) =
        form.into_iter().filter(|field| is_for_guests(&field.key)).partition(|field| field.kind.answer_type() == AnswerType::Text);
    (asked, left_out.into_iter().map(|field| field.label).collect())
}

/// Whether somebody who did not book is asked this.
pub(super) fn is_for_guests(key: &FieldKey) -> bool {
    key.as_str().starts_with(OWN) || ASKED.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::field::{Kind, TextRule};
    use crate::domain::booking::fixture::field;

    #[test]
    fn a_companion_is_asked_about_papers_car_and_the_site_s_own_questions() {
        let text = |key: &str| field(key, Kind::Text(TextRule::default()));
        let form = vec![
            text("visitorName"),
            text("visitorPhoneNum"),
            text("visitorPersonNum"),
            text("visitorPurpose"),
            text("visitorIdentityType"),
            text("visitorCarNumber"),
            text("visitorCustoma"),
            field("visitorCustomc", Kind::Photos),
            field("visitorCustome", Kind::Unsupported { show_type: "9".into() }),
            field("visitorPhoto", Kind::Photos),
        ];
        let (asked, left_out) = questions(form);
        let keys: Vec<&str> = asked.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["visitorIdentityType", "visitorCarNumber", "visitorCustoma"]);
        assert_eq!(left_out, ["visitorCustomc", "visitorCustome"]);
    }
}
