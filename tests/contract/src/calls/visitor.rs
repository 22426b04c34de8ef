//! What a visitor asks for by themselves.

use super::{Call, always, answers_but, areas, batch, between, end, host, nobody, order, product, project, start, visitor};
use visitor_front::api::booking::{
    BookVisit, BookVisitInMiniProgram, CancelVisit, CancelVisitInMiniProgram, ChangeVisit, ChangeVisitInMiniProgram, MiniProgramBooking,
    SubmitVisitInMiniProgram, VisitorInfo,
};
use visitor_front::api::clock::GetServerTime;
use visitor_front::api::commitment::{GetCommitments, GetCommitmentsInMiniProgram, GetParkNotice};
use visitor_front::api::form::{AskedBy, GetFields, GetFieldsInMiniProgram, GetFieldsInWeCom};
use visitor_front::api::page::WantedPage;
use visitor_front::api::pass::{GetPassLayout, GetPassLayoutInMiniProgram, GetQrCode, GetQrCodeInWeCom, RefreshQrCodeInMiniProgram};
use visitor_front::api::session::{SignIn, SignInWithWeCom};
use visitor_front::api::upload::{
    Picture, UploadPicture, UploadPictureAnywhere, UploadPictureInMiniProgram, UploadPictureInWeCom, UploadPortrait,
};
use visitor_front::api::venue::{FindHost, FindHostInEnterprise, GetOffer, GetOfferInMiniProgram, SearchEnterprises};
use visitor_front::api::visit::{
    GetVisit, GetVisitInMiniProgram, ListHistoryInMiniProgram, ListUpcomingInMiniProgram, ListVisits, Part, Past,
};
use visitor_front::api::wire::{AreaIds, FormAnswers, Iso, Minute, Statuses};
use visitor_front::domain::id::{AppId, EnterpriseCode};
use visitor_front::domain::venue::Mode;
use visitor_front::domain::visit::Status;

pub fn calls() -> Vec<Call> {
    let parts = [entering(), form(), booking(), visits(), pass(), pictures()];
    parts.into_iter().flatten().collect()
}

fn entering() -> Vec<Call> {
    vec![
        always(&SignIn::employee(order(), &host())),
        always(&SignInWithWeCom { order_id: order() }),
        always(&GetServerTime {}),
        always(&GetCommitments {}),
        between(&GetCommitmentsInMiniProgram { project_id: Some(project()) }, &GetCommitmentsInMiniProgram { project_id: None }),
        always(&GetParkNotice {}),
    ]
}

fn form() -> Vec<Call> {
    let in_mini_program = |order_model| GetFieldsInMiniProgram { project_id: project(), asked_by: AskedBy::Employee, order_model };
    let in_enterprise = |enterprise_code| FindHostInEnterprise {
        be_visitor_phone_num: "13800000001".to_owned(),
        enterprise_name: "海康威视".to_owned(),
        enterprise_code,
        project_id: project(),
    };
    vec![
        always(&GetFields::for_visitor(AppId::parse("wx1").as_ref(), Mode::Person)),
        between(&in_mini_program(Some(Mode::Place)), &in_mini_program(None)),
        always(&GetFieldsInWeCom {}),
        always(&GetOffer {}),
        always(&GetOfferInMiniProgram { project_id: project() }),
        always(&FindHost { open_id: nobody(), phone_no: "+86 138".to_owned() }),
        always(&SearchEnterprises { enterprise_name: "海康".to_owned() }),
        between(&in_enterprise(EnterpriseCode::parse("122228959455556")), &in_enterprise(None)),
    ]
}

fn booking() -> Vec<Call> {
    let (full, lean) = (info(true), info(false));
    let change = |booking: &VisitorInfo| ChangeVisit { order_id: order(), booking: booking.clone() };
    let (full_mini, lean_mini) = (mini_booking(true), mini_booking(false));
    let change_mini = |booking: &MiniProgramBooking| ChangeVisitInMiniProgram { order_id: order(), booking: booking.clone() };
    vec![
        between(&BookVisit(full.clone()), &BookVisit(lean.clone())),
        between(&change(&full), &change(&lean)),
        always(&CancelVisit { order_id: order() }),
        between(&BookVisitInMiniProgram(full_mini.clone()), &BookVisitInMiniProgram(lean_mini.clone())),
        between(&change_mini(&full_mini), &change_mini(&lean_mini)),
        always(&SubmitVisitInMiniProgram { order_id: order() }),
        always(&CancelVisitInMiniProgram { order_id: order() }),
    ]
}

fn info(full: bool) -> VisitorInfo {
    VisitorInfo {
        visitor_open_id: full.then(visitor),
        project_id: full.then(project),
        order_model: Mode::Person,
        be_visitor_person_id: full.then(host),
        be_visitor_person_name: "李敏".to_owned(),
        be_visitor_phone_num: "13800000001".to_owned(),
        visit_start_time: Iso(start()),
        visit_end_time: Iso(end()),
        visitor_privilege_group_ids: AreaIds::some(&if full { areas() } else { Vec::new() }),
        answers: FormAnswers(if full { answers_but(&["visitorName"]) } else { Vec::new() }),
    }
}

fn mini_booking(full: bool) -> MiniProgramBooking {
    MiniProgramBooking {
        project_id: project(),
        order_model: Mode::Place,
        host: host(),
        be_visitor_person_name: "李敏".to_owned(),
        be_visitor_phone_num: "13800000001".to_owned(),
        start_time: Minute(start()),
        end_time: Minute(end()),
        visitor_privilege_group_ids: AreaIds::some(&if full { areas() } else { Vec::new() }),
        answers: FormAnswers(if full { answers_but(&["visitorName"]) } else { Vec::new() }),
    }
}

fn visits() -> Vec<Call> {
    let upcoming = Statuses(vec![Status::WaitingApproval, Status::Normal, Status::Unknown("待审批".to_owned()), Status::Inviting]);
    let fullest = ListVisits {
        status_list: Some(upcoming),
        be_visitor_person_name: Some("李".to_owned()),
        ..ListVisits::starting_at(Some(&visitor()), start())
    };
    let leanest = ListVisits { status_list: None, ..ListVisits::part(None, &Part::Upcoming, WantedPage::number(1)) };
    let history = |host: Option<&str>| ListHistoryInMiniProgram {
        be_visitor_person_name: host.map(str::to_owned),
        tab_key: Past::Visited,
        page: WantedPage::number(2),
    };
    vec![
        between(&fullest, &leanest),
        always(&GetVisit { order_id: order() }),
        always(&ListUpcomingInMiniProgram(WantedPage::number(1))),
        between(&history(Some("陈大鹏")), &history(None)),
        always(&GetVisitInMiniProgram { order_id: order(), visitor_batch: batch() }),
    ]
}

fn pass() -> Vec<Call> {
    vec![
        always(&GetQrCode { order_id: order() }),
        always(&GetQrCodeInWeCom { order_id: order() }),
        always(&RefreshQrCodeInMiniProgram { order_id: order() }),
        always(&GetPassLayout {}),
        between(&GetPassLayoutInMiniProgram { project_id: Some(project()) }, &GetPassLayoutInMiniProgram { project_id: None }),
    ]
}

fn pictures() -> Vec<Call> {
    let fullest = Picture::for_booking("/9j/4AAQ".to_owned(), Some(&project()), Some(&product()));
    let leanest = Picture::for_booking("/9j/4AAQ".to_owned(), None, None);
    vec![
        between(&UploadPicture(fullest.clone()), &UploadPicture(leanest.clone())),
        between(&UploadPictureInMiniProgram(fullest.clone()), &UploadPictureInMiniProgram(leanest.clone())),
        between(&UploadPictureInWeCom(fullest.clone()), &UploadPictureInWeCom(leanest.clone())),
        between(&UploadPictureAnywhere(fullest), &UploadPictureAnywhere(leanest)),
        always(&UploadPortrait { face_data: "/9j/4AAQ".to_owned() }),
    ]
}
