//! Drafts and batches as they are stored while the page is away. Storage may have been tampered with.

use super::batch::{Entry, EntryState, InvitationBatch};
use super::draft::{Draft, Guest, Invitation};
use crate::domain::delivery::SubmitState;
use crate::domain::id::{AreaId, InvitationId, VisitorTypeId};
use crate::domain::person::Phone;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;
use serde::{Deserialize, Serialize};

/// How long a draft is worth storing, in milliseconds.
const LIFETIME: i64 = 24 * 3600 * 1000;

/// A draft, and when it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredDraft {
    /// In Unix milliseconds.
    saved: i64,
    /// Names and phone numbers, as typed.
    guests: Vec<(String, String)>,
    start: String,
    end: String,
    purpose: String,
    visitor_type: String,
    areas: Vec<String>,
}

impl StoredDraft {
    pub fn of(draft: &Draft, now: SiteTime) -> Self {
        Self {
            saved: now.unix_millis(),
            guests: draft.guests.iter().map(|guest| (guest.name.clone(), guest.phone.clone())).collect(),
            start: draft.start.clone(),
            end: draft.end.clone(),
            purpose: draft.purpose.clone(),
            visitor_type: draft.visitor_type.clone(),
            areas: texts(&draft.areas),
        }
    }

    /// The draft; none where it holds nobody, or is too old to be worth anything.
    pub fn read(self, now: SiteTime) -> Option<Draft> {
        let is_fresh = (0..LIFETIME).contains(&(now.unix_millis() - self.saved));
        (is_fresh && !self.guests.is_empty()).then(|| Draft {
            guests: self.guests.into_iter().map(|(name, phone)| Guest { name, phone }).collect(),
            start: self.start,
            end: self.end,
            purpose: self.purpose,
            visitor_type: self.visitor_type,
            areas: ids(&self.areas),
        })
    }
}

/// A batch that is not finished: one visit, and its invitations.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredBatch {
    start: String,
    end: String,
    purpose: String,
    visitor_type: String,
    areas: Vec<String>,
    earlier: Vec<String>,
    entries: Vec<StoredEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredEntry {
    name: String,
    phone: String,
    /// How far it had come, in a word of ours.
    state: String,
    /// The id of one that was sent, or the server's words for a refusal.
    detail: String,
}

impl StoredBatch {
    pub fn of(batch: &InvitationBatch) -> Self {
        let Some(first) = batch.entries.first().map(|entry| &entry.invitation) else { return Self::default() };
        let entry = |Entry { invitation, state }: &Entry| {
            let (state, detail) = stored_state(state);
            let (name, phone) = (invitation.name.clone(), invitation.phone.as_str().to_owned());
            StoredEntry { name, phone, state: state.to_owned(), detail: detail.to_owned() }
        };
        Self {
            start: first.stay.start.input_value(),
            end: first.stay.end.input_value(),
            purpose: first.purpose.clone(),
            visitor_type: first.visitor_type.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            areas: texts(&first.areas),
            earlier: batch.earlier.iter().map(|id| id.as_str().to_owned()).collect(),
            entries: batch.entries.iter().map(entry).collect(),
        }
    }

    /// The batch, which nobody goes on with; none where it holds no invitation that can be read.
    pub fn read(self) -> Option<InvitationBatch> {
        let (start, end) = SiteTime::parse(&self.start).zip(SiteTime::parse(&self.end))?;
        let areas = ids(&self.areas);
        let entry = |entry: StoredEntry| {
            Some(Entry {
                invitation: Invitation {
                    name: entry.name,
                    phone: Phone::parse(&entry.phone)?,
                    stay: Stay { start, end },
                    purpose: self.purpose.clone(),
                    visitor_type: VisitorTypeId::parse(&self.visitor_type),
                    areas: areas.clone(),
                },
                state: read_state(&entry.state, &entry.detail),
            })
        };
        let entries = self.entries.into_iter().map(entry).collect::<Option<Vec<_>>>().filter(|entries| !entries.is_empty())?;
        Some(InvitationBatch { entries, earlier: self.earlier.iter().filter_map(|id| InvitationId::parse(id)).collect() })
    }
}

fn stored_state(state: &EntryState) -> (&'static str, &str) {
    match state {
        EntryState::Waiting | EntryState::NotBegun => ("not-begun", ""),
        EntryState::Begun(SubmitState::Arrived(id)) => ("sent", id.as_str()),
        EntryState::Begun(SubmitState::Refused(words)) => ("refused", words),
        EntryState::Begun(SubmitState::NotFoundYet) => ("not-found-yet", ""),
        EntryState::Begun(_) => ("in-doubt", ""),
    }
}

/// What was under way, and what cannot be read, is in doubt: it may have been sent.
fn read_state(state: &str, detail: &str) -> EntryState {
    EntryState::Begun(match (state, InvitationId::parse(detail)) {
        ("not-begun", _) => return EntryState::NotBegun,
        ("sent", Some(id)) => SubmitState::Arrived(id),
        ("refused", _) => SubmitState::Refused(detail.to_owned()),
        ("not-found-yet", _) => SubmitState::NotFoundYet,
        _ => SubmitState::InDoubt,
    })
}

fn texts(ids: &[AreaId]) -> Vec<String> {
    ids.iter().map(|id| id.as_str().to_owned()).collect()
}

fn ids(texts: &[String]) -> Vec<AreaId> {
    texts.iter().filter_map(|text| AreaId::parse(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> SiteTime {
        SiteTime::parse("2026-11-21 09:14").unwrap()
    }

    fn draft() -> Draft {
        Draft {
            guests: vec![Guest { name: "林知夏".into(), phone: "139 1".into() }, Guest::default()],
            start: "2026-11-22T10:00".into(),
            end: String::new(),
            purpose: "参观".into(),
            visitor_type: "V1".into(),
            areas: ["A01", "A02"].iter().filter_map(|id| AreaId::parse(id)).collect(),
        }
    }

    fn written(stored: &impl Serialize) -> String {
        serde_json::to_string(stored).unwrap()
    }

    fn read_draft(text: &str, now: SiteTime) -> Option<Draft> {
        serde_json::from_str::<StoredDraft>(text).ok()?.read(now)
    }

    fn read_batch(text: &str) -> Option<InvitationBatch> {
        serde_json::from_str::<StoredBatch>(text).ok()?.read()
    }

    #[test]
    fn a_draft_comes_back_as_it_was_for_a_day() {
        let text = written(&StoredDraft::of(&draft(), now()));
        assert_eq!(read_draft(&text, now()), Some(draft()));
        assert_eq!(read_draft(&text, now().plus_minutes(24 * 60)), None);
        assert_eq!(read_draft(&text, now().plus_minutes(-1)), None, "of the future");
        for broken in ["", "{\"saved\":\"x\"}", "nonsense", "{}", "{\"guests\":[[\"a\",\"b\"]]}"] {
            assert_eq!(read_draft(broken, now()), None, "{broken}");
        }
    }

    #[test]
    fn what_was_pasted_comes_back_as_it_was() {
        let mut draft = draft();
        draft.guests = vec![Guest { name: "林\t知\n\"夏".into(), phone: "1".into() }];
        assert_eq!(read_draft(&written(&StoredDraft::of(&draft, now())), now()), Some(draft));
    }

    #[test]
    fn a_batch_comes_back_with_what_was_done_and_what_is_in_doubt() {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let invitation = |name: &str| Invitation {
            name: name.into(),
            phone: Phone::parse("13900000001").unwrap(),
            stay: Stay { start: at("2026-11-22T10:00"), end: at("2026-11-22T12:00") },
            purpose: "参观".into(),
            visitor_type: VisitorTypeId::parse("V1"),
            areas: draft().areas,
        };
        let id = |text: &str| InvitationId::parse(text).unwrap();
        let refused = || SubmitState::Refused("系统繁忙".into());
        let table = [
            (EntryState::Begun(SubmitState::Arrived(id("7"))), EntryState::Begun(SubmitState::Arrived(id("7")))),
            (EntryState::Begun(refused()), EntryState::Begun(refused())),
            (EntryState::Begun(SubmitState::Submitting), EntryState::Begun(SubmitState::InDoubt)),
            (EntryState::Begun(SubmitState::LookingUp), EntryState::Begun(SubmitState::InDoubt)),
            (EntryState::Begun(SubmitState::InDoubt), EntryState::Begun(SubmitState::InDoubt)),
            (EntryState::Begun(SubmitState::NotFoundYet), EntryState::Begun(SubmitState::NotFoundYet)),
            (EntryState::Waiting, EntryState::NotBegun),
        ];
        let (before, after): (Vec<_>, Vec<_>) = table.into_iter().unzip();
        let batch = |states: Vec<EntryState>| InvitationBatch {
            entries: states.into_iter().map(|state| Entry { invitation: invitation("林知夏"), state }).collect(),
            earlier: vec![id("B1")],
        };
        assert_eq!(read_batch(&written(&StoredBatch::of(&batch(before)))), Some(batch(after)));
        let without_visit = r#"{"entries":[{"name":"a","phone":"13900000001","state":"sent","detail":"7"}]}"#;
        assert_eq!((read_batch(""), read_batch(without_visit)), (None, None));
        let text = written(&StoredBatch::of(&batch(vec![EntryState::Begun(SubmitState::Arrived(id("7")))])));
        let tampered = text.replace(r#""detail":"7""#, r#""detail":"""#);
        assert_ne!(tampered, text);
        assert_eq!(read_batch(&tampered).unwrap().entries[0].state, EntryState::Begun(SubmitState::InDoubt));
    }
}
