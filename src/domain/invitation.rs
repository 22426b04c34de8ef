//! An invitation: how its link names it, how it stands, and what whoever opened it may do.

use super::booking::field::{Field, FieldKey, Kind, TextRule};
use super::code::codes;
use super::companion;
use super::id::{InvitationId, ProjectId};
use super::visit::{Mood, Status, Stay, Visit, VisitName};

/// What the link of an invitation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLink {
    pub id: InvitationId,
    /// From where it was opened; none where the link does not say.
    pub scene: Option<ShareScene>,
}

codes! {
    /// From where a link of ours was opened (`sceneshow`; `s` in our links).
    pub enum ShareScene: &'static str {
        Sms = "sms",
        /// A notice of the official account.
        Notice = "mp_notice",
        /// Shared by the official account.
        AccountShare = "mp_share",
        /// Shared by the mini-program.
        MiniProgramShare = "ma_share",
        /// From a list of records.
        Log = "log",
    }
}

/// An invitation as whoever opened its link sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub standing: Standing,
    pub host: String,
    pub phone: String,
    pub department: String,
    pub company: String,
    pub stay: Option<Stay>,
    pub purpose: String,
    /// Whom it was sent to, or who accepted it.
    pub guest: String,
    /// The official account that sends the notices.
    pub account: String,
    /// What is known of the guest already, under the form's keys.
    pub answers: Vec<(FieldKey, String)>,
    /// The visit that it is, or has become; none where it can be named only by who accepts.
    pub visit: Option<VisitName>,
    /// The site, where the answer says so.
    pub project: Option<ProjectId>,
}

/// How an invitation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has answered it.
    Open,
    /// Accepted; the host still has to approve.
    Waiting,
    /// Accepted, with a pass for the gate.
    Accepted,
    /// Accepted; the host wants something changed.
    Returned,
    /// Used: the guest is here.
    Here,
    /// Used: the guest has come and gone.
    Over,
    /// Accepted, and nobody came.
    Missed,
    /// Accepted, and the host did not decide in time.
    NotDecided,
    /// Nobody accepted in time.
    Expired,
    Withdrawn,
    Declined,
    CancelledByHost,
    CancelledByGuest,
    /// A status that this program does not know, as it came.
    Unclear(String),
    /// There is no such invitation.
    Nowhere,
    /// The host has stopped the link.
    Stopped,
    /// It is over, in the backend's words.
    Closed(String),
}

/// Something that can be done about an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Accept,
    Decline,
    SeePass,
    SeeVisit,
    /// Talk to the host.
    TellHost,
    /// Book a visit of one's own.
    Book,
}

impl From<&Status> for Standing {
    fn from(status: &Status) -> Self {
        match status {
            Status::Inviting => Self::Open,
            Status::WaitingApproval => Self::Waiting,
            Status::Normal | Status::Late => Self::Accepted,
            Status::Returned => Self::Returned,
            Status::Arrived | Status::OverdueNotSignedOut => Self::Here,
            Status::SignedOut | Status::SignedOutBySystem => Self::Over,
            Status::BookingOverdue => Self::Missed,
            Status::ApprovalOverdue => Self::NotDecided,
            Status::InvitationOverdue => Self::Expired,
            Status::WithdrawnByEmployee => Self::Withdrawn,
            Status::WithdrawnByVisitor => Self::Declined,
            Status::CancelledByEmployee => Self::CancelledByHost,
            Status::CancelledByVisitor => Self::CancelledByGuest,
            Status::Unknown(told) => Self::Unclear(told.clone()),
        }
    }
}

impl Standing {
    /// What can be done now, the most likely first; a channel may lack some of it.
    pub fn ways(&self) -> &'static [Way] {
        match self {
            Self::Open => &[Way::Accept, Way::Decline],
            Self::Accepted => &[Way::SeePass, Way::SeeVisit],
            Self::Waiting | Self::Here => &[Way::SeeVisit],
            Self::Returned | Self::Unclear(_) => &[Way::SeeVisit, Way::TellHost],
            Self::Over | Self::Nowhere => &[Way::Book],
            Self::Missed
            | Self::NotDecided
            | Self::Expired
            | Self::Withdrawn
            | Self::Declined
            | Self::CancelledByHost
            | Self::CancelledByGuest
            | Self::Stopped
            | Self::Closed(_) => &[Way::TellHost, Way::Book],
        }
    }

    /// Whether somebody said yes, whatever became of it.
    pub fn was_accepted(&self) -> bool {
        match self {
            Self::Waiting
            | Self::Accepted
            | Self::Returned
            | Self::Here
            | Self::Over
            | Self::Missed
            | Self::NotDecided
            | Self::CancelledByHost
            | Self::CancelledByGuest => true,
            Self::Open
            | Self::Expired
            | Self::Withdrawn
            | Self::Declined
            | Self::Unclear(_)
            | Self::Nowhere
            | Self::Stopped
            | Self::Closed(_) => false,
        }
    }

    /// How it feels.
    pub fn mood(&self) -> Mood {
        match self {
            Self::Open | Self::Waiting => Mood::Waiting,
            Self::Accepted | Self::Here => Mood::Good,
            Self::Returned | Self::Withdrawn | Self::CancelledByHost | Self::Nowhere | Self::Stopped => Mood::Bad,
            _ => Mood::Over,
        }
    }
}

impl Invitation {
    /// An invitation of which nothing is told but how it stands.
    pub fn untold(standing: Standing) -> Self {
        let none = String::new;
        Self {
            standing,
            host: none(),
            phone: none(),
            department: none(),
            company: none(),
            stay: None,
            purpose: none(),
            guest: none(),
            account: none(),
            answers: Vec::new(),
            visit: None,
            project: None,
        }
    }

    /// The invitation that a visit in the guest's own list is, or has become.
    pub fn become_visit(visit: &Visit) -> Self {
        Self {
            host: visit.host.name.clone(),
            phone: visit.host.phone.clone(),
            department: visit.host_department.clone(),
            company: visit.host_company.clone(),
            stay: visit.stay,
            purpose: visit.purpose.clone(),
            guest: visit.visitor_name.clone(),
            visit: Some(visit.name()),
            ..Self::untold(Standing::from(&visit.status))
        }
    }

    /// Whether a visit in the guest's own list came of this invitation, though it has another name: several people may
    /// accept through one link.
    pub fn led_to(&self, visit: &Visit) -> bool {
        let stands = Standing::from(&visit.status).was_accepted() && visit.status.is_upcoming();
        stands && self.stay.is_some() && visit.stay == self.stay && visit.host.name == self.host && visit.purpose == self.purpose
    }

    /// The host's number: masked until the guest has accepted.
    pub fn shown_phone(&self, is_mine: bool) -> String {
        if self.may_call(is_mine) { self.phone.clone() } else { masked(&self.phone) }
    }

    /// Whether the guest may be given the host's number.
    pub fn may_call(&self, is_mine: bool) -> bool {
        is_mine && self.standing.was_accepted() && !self.phone.trim().is_empty()
    }
}

/// A phone number with its middle hidden: `138****0001`; one too short for that is hidden whole.
pub fn masked(phone: &str) -> String {
    let digits: Vec<char> = phone.trim().chars().collect();
    let (Some(head), Some(tail)) = (digits.get(..3), digits.len().checked_sub(4).and_then(|from| digits.get(from..))) else {
        return "*".repeat(digits.len());
    };
    if digits.len() < 8 {
        return "*".repeat(digits.len());
    }
    head.iter().copied().chain("****".chars()).chain(tail.iter().copied()).collect()
}

/// What a guest's name is called among the answers.
pub const NAME: &str = "visitorName";

/// What only those are asked whom no account names.
const OF_STRANGERS: [&str; 3] = [NAME, "visitorPersonNum", "visitorWorkUnit"];

/// The site's questions that can be answered when an invitation is accepted.
pub fn questions(form: Vec<Field>, is_stranger: bool) -> Vec<Field> {
    let is_asked = |key: &FieldKey| companion::is_for_guests(key) || is_stranger && OF_STRANGERS.contains(&key.as_str());
    form.into_iter().filter(|field| is_asked(&field.key)).collect()
}

/// The question for the guest's name, where the site's own form has none: the call needs an answer.
pub fn name_question(label: &str) -> Field {
    Field { required: true, ..Field::optional(NAME, label, Kind::Text(TextRule::default())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::fixture::field;
    use crate::domain::time::SiteTime;

    /// Each of the sixteen statuses: what may be done, and whether somebody said yes.
    #[test]
    fn each_status_has_its_ways_on() {
        let table = [
            "Waiting SeeVisit yes",
            "Accepted SeePass,SeeVisit yes",
            "Accepted SeePass,SeeVisit yes",
            "Missed TellHost,Book yes",
            "Returned SeeVisit,TellHost yes",
            "Over Book yes",
            "Over Book yes",
            "Here SeeVisit yes",
            "Here SeeVisit yes",
            "NotDecided TellHost,Book yes",
            "Open Accept,Decline -",
            "Expired TellHost,Book -",
            "Withdrawn TellHost,Book -",
            "Declined TellHost,Book -",
            "CancelledByHost TellHost,Book yes",
            "CancelledByGuest TellHost,Book yes",
        ];
        for (number, (line, status)) in table.iter().zip(&Status::KNOWN).enumerate() {
            let standing = Standing::from(status);
            let ways = format!("{:?}", standing.ways()).replace(['[', ']', ' '], "");
            let accepted = if standing.was_accepted() { "yes" } else { "-" };
            assert_eq!(format!("{standing:?} {ways} {accepted}"), *line, "{number}");
        }
    }

    #[test]
    fn only_what_is_open_can_be_accepted_and_only_what_has_a_pass_shows_one() {
        let strange = [Standing::Unclear("待来访".into()), Standing::Nowhere, Standing::Stopped, Standing::Closed("已失效".into())];
        for standing in Status::KNOWN.iter().map(Standing::from).chain(strange) {
            let open = standing == Standing::Open;
            assert_eq!(standing.ways().contains(&Way::Accept), open, "{standing:?}");
            assert_eq!(standing.ways().contains(&Way::Decline), open, "{standing:?}");
            assert!(!standing.ways().is_empty(), "{standing:?} is a dead end");
        }
        for status in &Status::KNOWN {
            assert_eq!(Standing::from(status).ways().contains(&Way::SeePass), status.has_pass(), "{status:?}");
        }
    }

    #[test]
    fn the_host_s_number_is_masked_until_the_guest_has_accepted() {
        let of = |standing: Standing| Invitation { phone: "13800000001".into(), ..Invitation::untold(standing) };
        assert_eq!(of(Standing::Open).shown_phone(true), "138****0001");
        assert_eq!(of(Standing::Withdrawn).shown_phone(true), "138****0001");
        assert_eq!(of(Standing::Accepted).shown_phone(true), "13800000001");
        assert_eq!(of(Standing::Accepted).shown_phone(false), "138****0001", "somebody else accepted");
        assert!(!Invitation::untold(Standing::Accepted).may_call(true), "no number");
        for (phone, hidden) in [("", ""), ("8001", "****"), ("5888123", "*******"), ("02158881234", "021****1234"), ("王建国", "***")] {
            assert_eq!(masked(phone), hidden);
        }
    }

    #[test]
    fn who_is_known_by_an_account_is_not_asked_for_a_name() {
        let text = |key: &str| field(key, Kind::Text(TextRule::default()));
        let keys = ["visitorName", "visitorPhoneNum", "visitorPersonNum", "visitorPurpose", "visitorWorkUnit", "visitorCarNumber"];
        let form = || keys.iter().map(|key| text(key)).chain([field("visitorCustomc", Kind::Photos)]).collect();
        let asked = |is_stranger| -> Vec<String> {
            questions(form(), is_stranger).into_iter().map(|field| field.key.as_str().to_owned()).collect()
        };
        assert_eq!(asked(true), ["visitorName", "visitorPersonNum", "visitorWorkUnit", "visitorCarNumber", "visitorCustomc"]);
        assert_eq!(asked(false), ["visitorCarNumber", "visitorCustomc"]);
    }

    #[test]
    fn a_visit_of_the_same_host_time_and_purpose_came_of_the_shared_link() {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let stay = Some(Stay { start: at("2026-11-25 09:00"), end: at("2026-11-25 11:00") });
        let invitation = Invitation { host: "王建国".into(), stay, ..Invitation::untold(Standing::Open) };
        let mut visit = Visit { stay, ..Visit::standing(Status::Normal) };
        assert!(!invitation.led_to(&visit), "another host");
        visit.host.name = "王建国".into();
        assert!(invitation.led_to(&visit));
        for status in [Status::Inviting, Status::CancelledByVisitor, Status::BookingOverdue] {
            assert!(!invitation.led_to(&Visit { status, ..visit.clone() }));
        }
        assert!(!Invitation { stay: None, ..invitation }.led_to(&Visit { stay: None, ..visit }), "nothing to tell by");
    }
}
