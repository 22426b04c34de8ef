//! Attempts as they are stored, so that a reload, another tab and the next visit know of them.

use super::attempt::{Attempt, Change};
use super::field::FieldKey;
use crate::domain::id::{AreaId, OrderId};
use crate::domain::time::SiteTime;
use crate::domain::venue::Mode;
use crate::domain::visit::Stay;
use serde::{Deserialize, Serialize};

/// More are not stored: the oldest go.
const MOST: usize = 8;

/// The attempts whose outcome is unknown, the latest last. Storage may have been tampered with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoredAttempts(Vec<StoredAttempt>);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct StoredAttempt {
    /// In Unix milliseconds, by the phone's own clock.
    sent: i64,
    mode: String,
    host: String,
    host_phone: String,
    start: String,
    end: String,
    visitor: String,
    visitor_phone: String,
    is_party: bool,
    /// The visit that is changed; empty for a booking.
    order: String,
    areas: Vec<String>,
    answers: Vec<(String, String)>,
}

impl StoredAttempts {
    /// Those that are younger than `lifetime`, in milliseconds; what cannot be read is left out.
    pub fn read(self, now: SiteTime, lifetime: i64) -> Vec<Attempt> {
        let attempts = self.0.into_iter().filter_map(StoredAttempt::read);
        attempts.filter(|attempt| (0..lifetime).contains(&(now.unix_millis() - attempt.sent.unix_millis()))).collect()
    }

    pub fn of(attempts: &[Attempt]) -> Self {
        Self(attempts.iter().skip(attempts.len().saturating_sub(MOST)).map(StoredAttempt::of).collect())
    }
}

impl StoredAttempt {
    fn of(attempt: &Attempt) -> Self {
        let stored = Self {
            sent: attempt.sent.unix_millis(),
            mode: attempt.mode.code().to_owned(),
            host: attempt.host.clone(),
            host_phone: attempt.host_phone.clone(),
            start: attempt.stay.start.input_value(),
            end: attempt.stay.end.input_value(),
            visitor: attempt.visitor.clone(),
            visitor_phone: attempt.visitor_phone.clone(),
            is_party: attempt.is_party,
            ..Self::default()
        };
        match &attempt.change {
            None => stored,
            Some(Change { order, areas, answers }) => Self {
                order: order.as_str().to_owned(),
                areas: areas.iter().map(|area| area.as_str().to_owned()).collect(),
                answers: answers.iter().map(|(key, answer)| (key.as_str().to_owned(), answer.clone())).collect(),
                ..stored
            },
        }
    }

    fn read(self) -> Option<Attempt> {
        let change = |order| Change {
            order,
            areas: self.areas.iter().filter_map(|area| AreaId::parse(area)).collect(),
            answers: self.answers.iter().map(|(key, answer)| (FieldKey::new(key), answer.clone())).collect(),
        };
        Some(Attempt {
            mode: Mode::from_code(&self.mode)?,
            stay: Stay { start: SiteTime::parse(&self.start)?, end: SiteTime::parse(&self.end)? },
            change: OrderId::parse(&self.order).map(change),
            sent: SiteTime::from_unix_millis(self.sent)?,
            host: self.host,
            host_phone: self.host_phone,
            visitor: self.visitor,
            visitor_phone: self.visitor_phone,
            is_party: self.is_party,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::fixture;

    const HOUR: i64 = 3_600_000;

    fn attempt(order: Option<&str>) -> Attempt {
        let submission = fixture::complete_form().check(fixture::now(), &|_, _| None).unwrap();
        Attempt::new(&submission, order.and_then(OrderId::parse), fixture::now())
    }

    fn stored(attempts: &[Attempt]) -> String {
        serde_json::to_string(&StoredAttempts::of(attempts)).unwrap()
    }

    fn read(text: &str, now: SiteTime) -> Vec<Attempt> {
        serde_json::from_str::<StoredAttempts>(text).unwrap_or_default().read(now, HOUR)
    }

    #[test]
    fn attempts_come_back_as_they_were_until_they_are_too_old() {
        let attempts = [attempt(None), attempt(Some("7"))];
        let text = stored(&attempts);
        assert_eq!(read(&text, fixture::now()), attempts);
        assert_eq!(read(&text, fixture::now().plus_minutes(59)), attempts);
        assert_eq!(read(&text, fixture::now().plus_minutes(60)), []);
        assert_eq!(read(&text, fixture::now().plus_minutes(-1)), [], "of the future");
    }

    #[test]
    fn what_was_tampered_with_is_left_out() {
        for broken in ["", "{}", "[1]", r#"[{"sent":"x"}]"#, "[{}]", r#"[{"mode":"person","start":"x"}]"#] {
            assert_eq!(read(broken, fixture::now()), [], "{broken}");
        }
        let text = stored(&[attempt(None), attempt(Some("7"))]).replacen("2026-11-21T10:00", "tomorrow", 1);
        assert_eq!(read(&text, fixture::now()), [attempt(Some("7"))]);
    }

    #[test]
    fn only_so_many_are_stored() {
        let many = vec![attempt(None); MOST + 3];
        assert_eq!(read(&stored(&many), fixture::now()).len(), MOST);
    }

    #[test]
    fn a_document_s_number_is_not_stored() {
        let mut form = fixture::complete_form();
        form.answers.set_text(&FieldKey::new(crate::domain::booking::field::IDENTITY_TYPE), "111".into());
        form.answers.set_text(&FieldKey::new(crate::domain::booking::field::IDENTITY_NUMBER), "11010519491231002X".into());
        let submission = form.check(fixture::now(), &|_, _| None).unwrap();
        let attempt = Attempt::new(&submission, OrderId::parse("7"), fixture::now());
        assert!(!stored(&[attempt]).contains("11010519491231002X"));
    }
}
