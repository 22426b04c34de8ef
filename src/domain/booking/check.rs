//! From a filled-in form to a submission, or to the list of what is wrong.

use super::answer::Answers;
use super::field::{Field, FieldKey, IDENTITY_TYPE, Kind, SubField, TextRule};
use super::photo::{MOST_PHOTOS, Photo, UploadState};
use super::submission::Submission;
use super::{Form, Subject};
use crate::domain::commitment::Consent;
use crate::domain::person::{DocumentType, Phone, is_resident_identity_number};
use crate::domain::problem::{Cause, Problem, Spot};
use crate::domain::time::{SiteTime, parse_date};
use crate::domain::venue::Host;
use crate::domain::visit::Stay;

/// Tests a text against an ECMAScript pattern; `None` when the pattern itself is broken.
pub type PatternTest<'a> = &'a dyn Fn(&str, &str) -> Option<bool>;

impl Form {
    /// The booking as it can be sent, or all that is wrong with it, in the order of the screen.
    ///
    /// `matches` is the browser's regular expression engine: the server's patterns are ECMAScript.
    pub fn check(&self, now: SiteTime, matches: PatternTest) -> Result<Submission, Vec<Problem>> {
        let mut problems = Vec::new();
        let host = self.subject.checked_host().map_err(|cause| problems.push(Problem { spot: Spot::Subject, cause })).ok();
        let stay = checked_stay(&self.start, &self.end, now, &mut problems);
        let answers = checked_answers(&self.fields, &self.answers, matches, &mut problems);
        if let Consent::Open(index) | Consent::Refused(index) = self.replies.consent(&self.statements) {
            problems.push(Problem { spot: Spot::Statement(index), cause: Cause::NotAgreed });
        }
        match (host, stay) {
            (Some(host), Some(stay)) if problems.is_empty() => {
                Ok(Submission { mode: self.subject.mode(), host: host.clone(), stay, areas: self.chosen_areas.clone(), answers })
            }
            _ => Err(problems),
        }
    }
}

/// The answers to these questions, trimmed and under the server's keys; what is wrong with them goes to `problems`.
pub fn checked_answers(fields: &[Field], answers: &Answers, matches: PatternTest, problems: &mut Vec<Problem>) -> Vec<(FieldKey, String)> {
    let mut checked = Vec::new();
    for field in fields {
        checked.extend(field.checked(answers, matches, problems));
    }
    checked
}

impl Subject {
    fn checked_host(&self) -> Result<&Host, Cause> {
        self.host().ok_or_else(|| match self {
            Self::Person(search) if search.phone.trim().is_empty() => Cause::Missing,
            Self::Person(_) => Cause::HostNotFound,
            Self::Place { .. } | Self::Settled { .. } => Cause::Missing,
        })
    }
}

fn checked_stay(start: &str, end: &str, now: SiteTime, problems: &mut Vec<Problem>) -> Option<Stay> {
    let mut read = |text: &str, spot: Spot| {
        let cause = if text.trim().is_empty() { Cause::Missing } else { Cause::NotATime };
        SiteTime::parse(text).or_else(|| {
            problems.push(Problem { spot, cause });
            None
        })
    };
    let start = read(start, Spot::Start);
    let end = read(end, Spot::End);
    if start.is_some_and(|start| start < now.to_minute()) {
        problems.push(Problem { spot: Spot::Start, cause: Cause::InThePast });
    }
    let (start, end) = (start?, end?);
    if end <= start {
        problems.push(Problem { spot: Spot::End, cause: Cause::EndsBeforeItStarts });
    }
    Some(Stay { start, end })
}

/// The visitor's own phone number, by its documented name.
const OWN_PHONE: &str = "visitorPhoneNum";

impl Field {
    /// The answers under this field's keys; what is wrong with them goes to `problems`.
    fn checked(&self, answers: &Answers, matches: PatternTest, problems: &mut Vec<Problem>) -> Vec<(FieldKey, String)> {
        let mut report = |key: &FieldKey, cause| problems.push(Problem { spot: Spot::Field(key.clone()), cause });
        let main = match self.checked_main(answers, matches) {
            Ok(answer) => answer,
            Err(cause) => {
                report(&self.key, cause);
                None
            }
        };
        let sub = self.sub.as_ref().and_then(|sub| match self.checked_sub(sub, answers) {
            Ok(answer) => answer.map(|answer| (sub.key.clone(), answer)),
            Err(cause) => {
                report(&sub.key, cause);
                None
            }
        });
        main.map(|answer| (self.key.clone(), answer)).into_iter().chain(sub).collect()
    }

    fn checked_main(&self, answers: &Answers, matches: PatternTest) -> Result<Option<String>, Cause> {
        let typed = answers.text(&self.key).trim();
        // A mobile number is known however it is written; what else a site takes, its own pattern says.
        let phone = Phone::parse(typed).filter(|phone| self.key.as_str() == OWN_PHONE && phone.is_mainland_mobile());
        let text = phone.as_ref().map_or(typed, Phone::as_str);
        match &self.kind {
            Kind::Photos | Kind::Portrait => checked_photos(answers.photos(&self.key), self.required),
            Kind::Unsupported { .. } => self.without_answer(Cause::CannotBeAsked),
            Kind::Text(rule) => self.checked_text(text, || rule.check(text, &self.hint, matches)),
            Kind::Choice(choices) => {
                let is_offered = || choices.iter().any(|choice| choice.value == text);
                self.checked_text(text, || is_offered().then_some(()).ok_or(Cause::NotOffered))
            }
            Kind::Date => self.checked_text(text, || parse_date(text).map(|_| ()).ok_or(Cause::NotATime)),
        }
    }

    fn checked_text(&self, text: &str, check: impl FnOnce() -> Result<(), Cause>) -> Result<Option<String>, Cause> {
        if text.is_empty() {
            return self.without_answer(Cause::Missing);
        }
        check().map(|()| Some(text.to_owned()))
    }

    /// No answer, unless one is required.
    fn without_answer(&self, cause: Cause) -> Result<Option<String>, Cause> {
        if self.required { Err(cause) } else { Ok(None) }
    }

    /// The second input is required where the first is; what is typed in it must fit either way.
    fn checked_sub(&self, sub: &SubField, answers: &Answers) -> Result<Option<String>, Cause> {
        let text = answers.text(&sub.key).trim();
        if text.is_empty() {
            return self.without_answer(Cause::Missing);
        }
        let kind = answers.text(&self.key).parse::<u32>().ok().and_then(DocumentType::from_code);
        let is_identity_card = self.key.as_str() == IDENTITY_TYPE && kind == Some(DocumentType::ResidentIdentityCard);
        if is_identity_card && !is_resident_identity_number(text) {
            return Err(Cause::WrongIdentityNumber);
        }
        Ok(Some(text.to_owned()))
    }
}

impl TextRule {
    fn check(&self, text: &str, hint: &str, matches: PatternTest) -> Result<(), Cause> {
        if let Some(max) = self.max_length.filter(|&max| text.chars().count() > max) {
            return Err(Cause::TooLong(max));
        }
        // A broken pattern is the server's mistake; it must not keep a visitor out.
        let fits = self.pattern.as_deref().is_none_or(|pattern| matches(pattern, text) != Some(false));
        if fits { Ok(()) } else { Err(Cause::DoesNotFit(hint.to_owned())) }
    }
}

fn checked_photos(photos: &[Photo], required: bool) -> Result<Option<String>, Cause> {
    if photos.len() > MOST_PHOTOS {
        return Err(Cause::TooManyPhotos);
    }
    let addresses = photos.iter().map(|photo| match &photo.progress {
        UploadState::Uploaded(address) => Ok(address.as_str()),
        UploadState::Uploading => Err(Cause::StillUploading),
        UploadState::Failed => Err(Cause::UploadFailed),
    });
    let addresses = addresses.collect::<Result<Vec<_>, _>>()?;
    match addresses.as_slice() {
        [] if required => Err(Cause::Missing),
        [] => Ok(None),
        addresses => Ok(Some(addresses.join(","))),
    }
}

#[cfg(test)]
mod tests;
