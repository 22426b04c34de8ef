//! What an employee asks for: approvals, receptions, areas, doors.

use super::{Call, always, areas, batch, between, nobody, order, product, project, start, visitor};
use visitor_front::api::access::{ForgetVisitor, GetDoorUser, ListDoorUsers, RegisterVisitor, UserExternal};
use visitor_front::api::approval::{
    Approve, CompleteParam, DecideBatch, ListOverdueInMiniProgram, ListWaitingInMiniProgram, Return, Verdict,
};
use visitor_front::api::area::{ListAllAreas, ListAreas, ListAreasInMiniProgram, ListAreasInWeCom};
use visitor_front::api::catalogue::{
    GetTimePrecisionInMiniProgram, GetTimePrecisionInWeCom, ListPurposesInMiniProgram, ListPurposesInWeCom, ListVisitorTypesInMiniProgram,
    ListVisitorTypesInWeCom,
};
use visitor_front::api::door::{DeliverAgain, GetDelivery};
use visitor_front::api::form::AskedBy;
use visitor_front::api::page::WantedPage;
use visitor_front::api::reception::{
    CancelReception, CancelReceptionInMiniProgram, CancelReceptionInWeCom, GetReceptionInMiniProgram, GetReceptionInWeCom, GetRecord,
    ListExpectedInMiniProgram, ListExpectedInWeCom, ListReceivedInMiniProgram, ListReceivedInWeCom, ListRecords, ListVisitDays, Received,
    RecordKind,
};
use visitor_front::api::visit::Sort;
use visitor_front::api::wire::{AreaIds, Digits, Iso, Statuses};
use visitor_front::domain::access::{UserIdType, UserType};
use visitor_front::domain::id::{Asker, DepartmentId, DoorUserId, DoorVisitorId, PageToken};
use visitor_front::domain::visit::Status;

pub fn calls() -> Vec<Call> {
    let parts = [approvals(), records(), receptions(), choices(), doors(), feishu()];
    parts.into_iter().flatten().collect()
}

fn approvals() -> Vec<Call> {
    let param = |full: bool| CompleteParam {
        be_visitor_open_id: Asker::from(Some(&visitor()).filter(|_| full)),
        order_id: order(),
        project_id: project(),
        product_id: full.then(product),
        remark: full.then(|| "请走北门".to_owned()),
        visitor_privilege_group_ids: full.then(|| AreaIds(areas())),
    };
    let batch_of = |full: bool| DecideBatch {
        verdict: if full { Verdict::Approve } else { Verdict::Return },
        order_ids: vec![order()],
        remark: full.then(|| "欢迎".to_owned()),
        visitor_privilege_group_ids: full.then(|| AreaIds(areas())),
    };
    let overdue = |name: Option<&str>| ListOverdueInMiniProgram { visitor_name: name.map(str::to_owned), page: WantedPage::number(1) };
    vec![
        between(&Approve(param(true)), &Approve(param(false))),
        between(&Return(param(true)), &Return(param(false))),
        between(&batch_of(true), &batch_of(false)),
        always(&ListWaitingInMiniProgram(WantedPage::number(1))),
        between(&overdue(Some("陈绍鹏")), &overdue(None)),
    ]
}

fn records() -> Vec<Call> {
    let waiting = || Statuses(vec![Status::WaitingApproval]);
    let page = |full: bool| ListRecords {
        kind: RecordKind::Approvals,
        be_visitor_open_id: full.then(visitor),
        page_no: Digits(1),
        page_size: Digits(20),
        sort: Sort::EarliestFirst,
        status_list: full.then(waiting),
        visitor_name: full.then(|| "林知夏".to_owned()),
        earliest_start: full.then(|| Iso(start())),
        latest_start: full.then(|| Iso(start())),
    };
    let days = |full: bool| ListVisitDays {
        be_visitor_open_id: nobody(),
        project_id: project(),
        earliest_start: full.then(|| Iso(start())),
        latest_start: full.then(|| Iso(start())),
        status_list: full.then(waiting),
    };
    vec![between(&page(true), &page(false)), always(&GetRecord { order_id: order() }), between(&days(true), &days(false))]
}

fn receptions() -> Vec<Call> {
    let received = |name: Option<&str>| Received { visitor_name: name.map(str::to_owned), page: WantedPage::number(3) };
    vec![
        always(&CancelReception { order_id: order() }),
        always(&CancelReceptionInWeCom { visitor_batch: batch() }),
        always(&CancelReceptionInMiniProgram { visitor_batch: batch() }),
        always(&ListExpectedInWeCom(WantedPage::number(1))),
        always(&ListExpectedInMiniProgram(WantedPage::number(1))),
        between(&ListReceivedInWeCom(received(Some("陈绍鹏"))), &ListReceivedInWeCom(received(None))),
        between(&ListReceivedInMiniProgram(received(Some("陈绍鹏"))), &ListReceivedInMiniProgram(received(None))),
        always(&GetReceptionInWeCom { visitor_batch: batch() }),
        always(&GetReceptionInMiniProgram { visitor_batch: batch() }),
    ]
}

fn choices() -> Vec<Call> {
    let purposes = |project_id| ListPurposesInMiniProgram { project_id };
    vec![
        always(&ListAreas { open_id: nobody(), asked_by: AskedBy::Visitor }),
        always(&ListAllAreas {}),
        always(&ListAreasInMiniProgram {}),
        always(&ListAreasInWeCom {}),
        between(&purposes(Some(project())), &purposes(None)),
        always(&ListPurposesInWeCom {}),
        always(&ListVisitorTypesInMiniProgram {}),
        always(&ListVisitorTypesInWeCom {}),
        always(&GetTimePrecisionInMiniProgram {}),
        always(&GetTimePrecisionInWeCom {}),
    ]
}

fn doors() -> Vec<Call> {
    vec![always(&GetDelivery { order_id: order() }), always(&DeliverAgain { order_id: order() })]
}

fn feishu() -> Vec<Call> {
    let register = |full: bool| RegisterVisitor {
        user_id_type: UserIdType::OpenId,
        user: UserExternal {
            user_type: UserType::Visitor,
            user_id: DoorUserId::parse("ou_7dab").filter(|_| full),
            user_name: full.then(|| "张三".to_owned()),
            phone_num: full.then(|| "1357890001".to_owned()),
            department_id: DepartmentId::parse("od-f7d4").filter(|_| full),
        },
    };
    let list = |token: &str| ListDoorUsers { page_token: PageToken::parse(token), ..ListDoorUsers::first(UserIdType::UnionId) };
    let user_id = DoorUserId::parse("ou/7?").expect("an id");
    let visitor_id = DoorVisitorId::parse("6939433228970082568").expect("an id");
    vec![
        between(&register(true), &register(false)),
        always(&ForgetVisitor { visitor_id, user_id_type: UserIdType::UserId }),
        always(&GetDoorUser { user_id, user_id_type: UserIdType::OpenId }),
        between(&list("AQD9/Rn9=="), &list("")),
    ]
}
