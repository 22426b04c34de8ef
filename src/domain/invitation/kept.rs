//! Drafts and rounds as texts, to be kept while the page is away: one thing a line, its parts set off by tabs.

use super::draft::{Draft, Guest, Invitation};
use super::round::{Entry, EntryState, Failure, Round};
use crate::domain::id::{AreaId, InvitationId, VisitorTypeId};
use crate::domain::person::Phone;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;

/// How long a draft is worth keeping, in milliseconds.
const LIFETIME: i64 = 24 * 3600 * 1000;

/// Several lines.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn line(&mut self, parts: &[&str]) {
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                self.0.push('\t');
            }
            // Nobody types these; who pastes them means a space.
            self.0.push_str(&part.replace(['\t', '\n', '\r'], " "));
        }
        self.0.push('\n');
    }

    fn areas(&mut self, areas: &[AreaId]) {
        areas.iter().for_each(|area| self.line(&["area", area.as_str()]));
    }
}

/// The lines of a kept text, each as its name and up to five parts; storage may have been tampered with.
fn lines(text: &str) -> impl Iterator<Item = (&str, [&str; 5])> {
    text.lines().map(|line| {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default();
        (name, [(); 5].map(|()| parts.next().unwrap_or_default()))
    })
}

impl Draft {
    /// The draft as a text.
    pub fn to_text(&self, now: SiteTime) -> String {
        let mut text = Writer::default();
        text.line(&["saved", &now.unix_millis().to_string()]);
        text.line(&["when", &self.start, &self.end]);
        text.line(&["what", &self.purpose, &self.visitor_type]);
        self.guests.iter().for_each(|guest| text.line(&["guest", &guest.name, &guest.phone]));
        text.areas(&self.areas);
        text.0
    }

    /// The draft that a text holds; none where there is none, or it is too old to be worth anything.
    pub fn from_text(text: &str, now: SiteTime) -> Option<Self> {
        let mut draft = Self {
            guests: Vec::new(),
            start: String::new(),
            end: String::new(),
            purpose: String::new(),
            visitor_type: String::new(),
            areas: Vec::new(),
        };
        let mut saved = None;
        for (name, [first, second, ..]) in lines(text) {
            match name {
                "saved" => saved = first.parse::<i64>().ok(),
                "when" => (draft.start, draft.end) = (first.to_owned(), second.to_owned()),
                "what" => (draft.purpose, draft.visitor_type) = (first.to_owned(), second.to_owned()),
                "guest" => draft.guests.push(Guest { name: first.to_owned(), phone: second.to_owned() }),
                "area" => draft.areas.extend(AreaId::parse(first)),
                _ => {}
            }
        }
        let age = now.unix_millis() - saved?;
        (!draft.guests.is_empty() && (0..LIFETIME).contains(&age)).then_some(draft)
    }
}

impl Round {
    /// The round as a text.
    pub fn to_text(&self) -> String {
        let mut text = Writer::default();
        if let Some(first) = self.entries.first() {
            let Invitation { stay, purpose, visitor_type, areas, .. } = &first.invitation;
            let kind = visitor_type.as_ref().map_or("", |kind| kind.as_str());
            text.line(&["visit", &stay.start.input_value(), &stay.end.input_value(), purpose, kind]);
            text.areas(areas);
        }
        self.earlier.iter().for_each(|id| text.line(&["earlier", id.as_str()]));
        for Entry { invitation, progress } in &self.entries {
            let (word, more) = match progress {
                EntryState::Waiting => ("waiting", ""),
                EntryState::Sending | EntryState::LookingForIt | EntryState::InDoubt => ("doubt", ""),
                EntryState::Sent(id) => ("sent", id.as_str()),
                EntryState::Failed(Failure::Refused(words)) => ("refused", words.as_str()),
                EntryState::Failed(Failure::NotArrived) => ("lost", ""),
                EntryState::Failed(Failure::NotBegun) => ("idle", ""),
            };
            text.line(&["entry", &invitation.name, invitation.phone.as_str(), word, more]);
        }
        text.0
    }

    /// The round that a text holds, which nobody goes on with: what was under way is in doubt.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut visit = None;
        let mut areas = Vec::new();
        let mut round = Self { entries: Vec::new(), earlier: Vec::new() };
        for (name, parts) in lines(text) {
            let [first, second, third, fourth, _] = parts;
            match name {
                "visit" => visit = stay(first, second).map(|stay| (stay, third.to_owned(), VisitorTypeId::parse(fourth))),
                "area" => areas.extend(AreaId::parse(first)),
                "earlier" => round.earlier.extend(InvitationId::parse(first)),
                "entry" => {
                    let (stay, purpose, visitor_type) = visit.clone()?;
                    let (name, phone, areas) = (first.to_owned(), Phone::parse(second)?, areas.clone());
                    let invitation = Invitation { name, phone, stay, purpose, visitor_type, areas };
                    round.entries.push(Entry { invitation, progress: progress(third, fourth) });
                }
                _ => {}
            }
        }
        round.abandon();
        (!round.entries.is_empty()).then_some(round)
    }
}

fn stay(start: &str, end: &str) -> Option<Stay> {
    SiteTime::parse(start).zip(SiteTime::parse(end)).map(|(start, end)| Stay { start, end })
}

/// What cannot be read is in doubt: it may have been sent.
fn progress(word: &str, more: &str) -> EntryState {
    match (word, InvitationId::parse(more)) {
        ("waiting" | "idle", _) => EntryState::Failed(Failure::NotBegun),
        ("sent", Some(id)) => EntryState::Sent(id),
        ("refused", _) => EntryState::Failed(Failure::Refused(more.to_owned())),
        ("lost", _) => EntryState::Failed(Failure::NotArrived),
        _ => EntryState::InDoubt,
    }
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

    #[test]
    fn a_draft_comes_back_as_it_was_for_a_day() {
        let text = draft().to_text(now());
        assert_eq!(Draft::from_text(&text, now()), Some(draft()));
        assert_eq!(Draft::from_text(&text, now().plus_minutes(24 * 60)), None);
        assert_eq!(Draft::from_text(&text, now().plus_minutes(-1)), None, "of the future");
        for broken in ["", "saved\tx\n", "nonsense", "guest\ta\tb\n"] {
            assert_eq!(Draft::from_text(broken, now()), None, "{broken}");
        }
    }

    #[test]
    fn what_was_pasted_stays_in_its_line() {
        let mut draft = draft();
        draft.guests = vec![Guest { name: "林\t知\n夏".into(), phone: "1".into() }];
        let kept = Draft::from_text(&draft.to_text(now()), now()).unwrap();
        assert_eq!(kept.guests, [Guest { name: "林 知 夏".into(), phone: "1".into() }]);
    }

    #[test]
    fn a_round_comes_back_with_what_was_done_and_what_is_in_doubt() {
        let invitation = |name: &str| Invitation {
            name: name.into(),
            phone: Phone::parse("13900000001").unwrap(),
            stay: stay("2026-11-22T10:00", "2026-11-22T12:00").unwrap(),
            purpose: "参观".into(),
            visitor_type: VisitorTypeId::parse("V1"),
            areas: draft().areas,
        };
        let id = |text: &str| InvitationId::parse(text).unwrap();
        let refused = || EntryState::Failed(Failure::Refused("系统繁忙".into()));
        let table = [
            (EntryState::Sent(id("7")), EntryState::Sent(id("7"))),
            (refused(), refused()),
            (EntryState::Sending, EntryState::InDoubt),
            (EntryState::LookingForIt, EntryState::InDoubt),
            (EntryState::InDoubt, EntryState::InDoubt),
            (EntryState::Failed(Failure::NotArrived), EntryState::Failed(Failure::NotArrived)),
            (EntryState::Waiting, EntryState::Failed(Failure::NotBegun)),
        ];
        let (before, after): (Vec<_>, Vec<_>) = table.into_iter().unzip();
        let round = |progress: Vec<EntryState>| Round {
            entries: progress.into_iter().map(|progress| Entry { invitation: invitation("林知夏"), progress }).collect(),
            earlier: vec![id("B1")],
        };
        assert_eq!(Round::from_text(&round(before).to_text()), Some(round(after)));
        assert_eq!((Round::from_text(""), Round::from_text("entry\ta\t13900000001\tsent\t7")), (None, None));
        let tampered = round(vec![EntryState::Sent(id("7"))]).to_text().replace("\tsent\t7", "\tsent\t");
        assert_eq!(Round::from_text(&tampered).unwrap().entries[0].progress, EntryState::InDoubt);
    }
}
