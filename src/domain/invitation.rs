//! An invitation: its link, and what the person who opened it sees.

pub mod batch;
pub mod draft;
pub mod sent;
mod status;
pub mod stored;

pub use status::{InvitationAction, InvitationStatus};

use super::booking::field::{Field, FieldKey, Kind, TextRule};
use super::code::codes;
use super::companion;
use super::id::{InvitationId, ProjectId};
use super::private::{Private, PrivateAnswers, Viewer};
use super::visit::{Stay, Visit, VisitRef};

/// What the link of an invitation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLink {
    pub id: InvitationId,
    /// From where it was opened; none where the link does not say.
    pub scene: Option<ShareScene>,
}

impl InvitationLink {
    /// The invitation behind a visit in the guest's own list. Only the mini-program names it by its batch.
    pub fn from_record(visit: &VisitRef, in_mini_program: bool) -> Option<Self> {
        let batch = visit.batch.as_ref().filter(|_| in_mini_program).map(|batch| batch.as_str());
        let id = InvitationId::parse(batch.unwrap_or(visit.order.as_str()))?;
        Some(Self { id, scene: Some(ShareScene::Log) })
    }
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

/// An invitation as the person who opened its link sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub status: InvitationStatus,
    pub host: String,
    pub phone: Private,
    pub department: String,
    pub company: String,
    pub stay: Option<Stay>,
    pub purpose: String,
    /// Whom it was sent to, or who accepted it.
    pub guest: String,
    /// The official account that sends the notices.
    pub account: String,
    /// What is known of the guest already, under the form's keys.
    pub answers: PrivateAnswers,
    /// The visit that it is, or has become; none where it can be named only by who accepts.
    pub visit: Option<VisitRef>,
    /// The site, where the answer says so.
    pub project: Option<ProjectId>,
}

impl Invitation {
    /// An invitation of which only the status is known.
    pub fn with_status(status: InvitationStatus) -> Self {
        let none = String::new;
        Self {
            status,
            host: none(),
            phone: Private::default(),
            department: none(),
            company: none(),
            stay: None,
            purpose: none(),
            guest: none(),
            account: none(),
            answers: PrivateAnswers::default(),
            visit: None,
            project: None,
        }
    }

    /// The invitation that a visit in the guest's own list is, or has become.
    pub fn from_visit(visit: &Visit) -> Self {
        Self {
            host: visit.host.name.clone(),
            phone: visit.host.phone.as_str().into(),
            department: visit.host_department.clone(),
            company: visit.host_company.clone(),
            stay: visit.stay,
            purpose: visit.purpose.clone(),
            guest: visit.visitor_name.clone(),
            visit: Some(visit.visit_ref()),
            ..Self::with_status(InvitationStatus::from(&visit.status))
        }
    }

    /// Whether a visit in the guest's own list came of this invitation, though it has another name: several people may
    /// accept through one link.
    pub fn led_to(&self, visit: &Visit) -> bool {
        let stands = InvitationStatus::from(&visit.status).was_accepted() && visit.status.is_upcoming();
        stands && self.stay.is_some() && visit.stay == self.stay && visit.host.name == self.host && visit.purpose == self.purpose
    }

    /// The host's number: masked until the guest has accepted.
    pub fn shown_phone(&self, is_mine: bool) -> String {
        self.phone.shown_to(if self.may_call(is_mine) { Viewer::Entitled } else { Viewer::Stranger })
    }

    /// Whether the guest may be given the host's number.
    pub fn may_call(&self, is_mine: bool) -> bool {
        is_mine && self.status.was_accepted() && !self.phone.is_empty()
    }
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
    use crate::domain::id::{Batch, OrderId};
    use crate::domain::time::SiteTime;
    use crate::domain::visit::Status;

    #[test]
    fn a_record_leads_to_its_invitation() {
        let name = VisitRef { order: OrderId::parse("7").unwrap(), batch: Batch::parse("B7") };
        let id = |in_mini_program| InvitationLink::from_record(&name, in_mini_program).map(|link| link.id.as_str().to_owned());
        assert_eq!((id(true).as_deref(), id(false).as_deref()), (Some("B7"), Some("7")));
    }

    #[test]
    fn the_host_s_number_is_masked_until_the_guest_has_accepted() {
        let of = |status: InvitationStatus| Invitation { phone: "13800000001".into(), ..Invitation::with_status(status) };
        assert_eq!(of(InvitationStatus::Open).shown_phone(true), "138****0001");
        assert_eq!(of(InvitationStatus::Withdrawn).shown_phone(true), "138****0001");
        assert_eq!(of(InvitationStatus::Accepted).shown_phone(true), "13800000001");
        assert_eq!(of(InvitationStatus::Accepted).shown_phone(false), "138****0001", "somebody else accepted");
        assert!(!Invitation::with_status(InvitationStatus::Accepted).may_call(true), "no number");
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
        let invitation = Invitation { host: "王建国".into(), stay, ..Invitation::with_status(InvitationStatus::Open) };
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
