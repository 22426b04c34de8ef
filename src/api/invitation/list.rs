//! The invitations that an employee sent, by whichever call the channel has.

use crate::api::call::ApiCall;
use crate::api::channel::{ApiContext, ApiFlavor};
use crate::api::host_visit;
use crate::api::order::OrderResponse;
use crate::api::page::WantedPage;
use crate::api::reception::{ListRecords, RecordKind};
use crate::api::share::{InvitationState, ListShares};
use crate::api::visit::Sort;
use crate::api::wire::{Digits, Statuses};
use crate::domain::id::InvitationId;
use crate::domain::invitation::sent::{Invited, Sent, SentStatus};
use crate::domain::paging::{Page, Wanted};
use crate::domain::visit::{HostVisitId, Status, Visit};

/// How many of the latest invitations a lost one is looked for among.
const RECENT: usize = 100;

/// Which of the invitations a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Nobody has accepted yet; of the mini-program's, somebody still may.
    Open,
    Accepted,
    Overdue,
    /// Taken back, or declined.
    Withdrawn,
}

impl List {
    /// The lists that a family has: the mini-program tells only whether somebody may still accept.
    pub fn offered(flavor: ApiFlavor) -> &'static [Self] {
        match flavor {
            ApiFlavor::MiniProgram => &[Self::Open, Self::Overdue],
            ApiFlavor::OfficialAccount | ApiFlavor::WeCom => &[Self::Open, Self::Accepted, Self::Overdue, Self::Withdrawn],
        }
    }

    fn has(self, status: &Status) -> bool {
        match self {
            Self::Open => *status == Status::Inviting,
            Self::Overdue => *status == Status::InvitationOverdue,
            Self::Withdrawn => matches!(status, Status::WithdrawnByEmployee | Status::WithdrawnByVisitor),
            Self::Accepted => ![Self::Open, Self::Overdue, Self::Withdrawn].into_iter().any(|list| list.has(status)),
        }
    }

    fn statuses(self) -> Statuses {
        Statuses(Status::KNOWN.into_iter().filter(|status| self.has(status)).collect())
    }
}

/// Some of the invitations that an employee sent.
pub fn rows(context: &ApiContext, list: List, wanted: Wanted) -> ApiCall<Page<Sent>> {
    let page = WantedPage::of(wanted);
    if context.in_mini_program() {
        return match list {
            List::Overdue | List::Withdrawn => {
                let call = ListShares { invitation_state: InvitationState::Expired, page };
                ApiCall::new(&call, |wire| wire.page(|share| share.sent(InvitationState::Expired)))
            }
            List::Open | List::Accepted => {
                let call = ListShares { invitation_state: InvitationState::Inviting, page };
                ApiCall::new(&call, |wire| wire.page(|share| share.sent(InvitationState::Inviting)))
            }
        };
    }
    let call = ListRecords {
        kind: RecordKind::Invitations,
        be_visitor_open_id: context.open_id.clone(),
        page_no: Digits(page.page_no),
        page_size: Digits(page.page_size),
        sort: if list == List::Open { Sort::EarliestFirst } else { Sort::LatestFirst },
        status_list: Some(list.statuses()),
        visitor_name: None,
        earliest_start: None,
        latest_start: None,
        qr_code: None,
    };
    ApiCall::new(&call, |wire| wire.page(|order: OrderResponse| order.visit().and_then(sent)))
}

/// The invitations among which one is looked for whose answer was lost.
pub fn recent(context: &ApiContext) -> ApiCall<Vec<Sent>> {
    rows(context, List::Open, Wanted { number: 1, size: RECENT }).map(|page| page.items)
}

/// How an invitation of one visitor stands now; none where the answer holds no visit.
pub fn current(context: &ApiContext, name: &HostVisitId) -> ApiCall<Option<Sent>> {
    host_visit::detail(context, name).map(|visit| visit.and_then(sent))
}

/// The invitation that a visit began with.
fn sent(visit: Visit) -> Option<Sent> {
    let guest = Invited {
        name: visit.visitor_name,
        phone: visit.visitor_phone.in_full().to_owned(),
        company: visit.visitor_company,
        status: visit.status.clone(),
    };
    Some(Sent {
        id: InvitationId::parse(visit.order.as_str())?,
        visit: HostVisitId::Order(visit.order),
        status: SentStatus::Single(visit.status),
        stay: visit.stay,
        purpose: visit.purpose,
        guests: vec![guest],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OpenId;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: OpenId::parse("o1"), app: None, project: None, product: None, enterprise: None }
    }

    #[test]
    fn each_list_goes_to_the_call_that_its_channel_has() {
        let line = |flavor, list| rows(&context(flavor), list, Wanted::page(1)).request().unwrap().to_string();
        let records = |sort: &str, statuses: &str| {
            let body =
                format!(r#"{{"beVisitorOpenId":"o1","pageNo":"1","pageSize":"20","sort":"{sort}","statusList":"{statuses}","type":"2"}}"#);
            format!("POST /ui/v1/wechat/beVisitor/record/page json {body}")
        };
        for flavor in [ApiFlavor::OfficialAccount, ApiFlavor::WeCom] {
            assert_eq!(line(flavor, List::Open), records("asc", "10"));
            assert_eq!(line(flavor, List::Accepted), records("desc", "0,1,2,3,4,5,6,7,8,9,14,15"));
            assert_eq!(line(flavor, List::Overdue), records("desc", "11"));
            assert_eq!(line(flavor, List::Withdrawn), records("desc", "12,13"));
        }
        let log = |state: &str| {
            format!(r#"POST /ui/v1/wechat/miniapp/bevisitor/order/share/log json {{"invitationState":"{state}","pageNo":1,"pageSize":20}}"#)
        };
        assert_eq!(line(ApiFlavor::MiniProgram, List::Open), log("inviting"));
        assert_eq!(line(ApiFlavor::MiniProgram, List::Overdue), log("expire"));
    }

    #[test]
    fn an_invitation_of_one_visitor_stands_as_its_visit_does() {
        let record = json!({"list": [{"orderId": "7", "status": 10, "visitorName": "杜一鸣", "visitorPhoneNum": "1"}, {}], "total": 2});
        let page = rows(&context(ApiFlavor::WeCom), List::Open, Wanted::page(1)).read(&record).unwrap();
        let [sent] = page.items.as_slice() else { panic!("{page:?}") };
        assert_eq!((sent.id.as_str(), &sent.status, sent.guests[0].name.as_str()), ("7", &SentStatus::Single(Status::Inviting), "杜一鸣"));
    }
}
