//! What brings visitor and employee together: invitations, companions, shared links.

use super::{Call, always, answers, answers_but, areas, batch, between, end, nobody, order, start, visitor};
use visitor_front::api::acceptance::{
    AcceptInvitation, AcceptInvitationInMiniProgram, AcceptInvitationInWeCom, Guest, PreviewInvitation, PreviewInvitationInMiniProgram,
    PreviewInvitationInWeCom,
};
use visitor_front::api::companion::{ConfirmCompanionship, PreviewCompanionship};
use visitor_front::api::invitation::{
    InvitationDraft, Invite, InviteInMiniProgram, InviteInWeCom, WithdrawInvitation, WithdrawInvitationInMiniProgram,
    WithdrawInvitationInWeCom,
};
use visitor_front::api::page::WantedPage;
use visitor_front::api::share::{InvitationState, ListShares, ResendSms, SetShare, ShareStatus};
use visitor_front::api::wire::{AreaIds, GuestAnswers, Iso, Minute};
use visitor_front::domain::booking::field::FieldKey;
use visitor_front::domain::id::{FaceId, VisitorTypeId};
use visitor_front::domain::invitation::ShareScene;

pub fn calls() -> Vec<Call> {
    let parts = [previews(), acceptances(), invitations(), links()];
    parts.into_iter().flatten().collect()
}

fn previews() -> Vec<Call> {
    let official = |scene| PreviewInvitation { order_id: order(), scene };
    let wecom = |scene| PreviewInvitationInWeCom { order_id: order(), scene };
    vec![
        between(&official(Some(ShareScene::Sms)), &official(None)),
        between(&wecom(Some(ShareScene::Log)), &wecom(None)),
        always(&PreviewInvitationInMiniProgram { visitor_batch: batch() }),
        always(&PreviewCompanionship { visitor_batch: batch() }),
    ]
}

fn acceptances() -> Vec<Call> {
    let guest = || Guest::from_answers(answers()).expect("a guest");
    let alone = || Guest::from_answers(vec![(FieldKey::new("visitorName"), "林知夏".to_owned())]).expect("a guest");
    let official =
        |full: bool| AcceptInvitation { order_id: order(), open_id: full.then(visitor), guest: if full { guest() } else { alone() } };
    let wecom = |full: bool| AcceptInvitationInWeCom {
        order_id: order(),
        open_id: full.then(visitor),
        face_id: FaceId::parse(if full { "1179524873320912" } else { "" }),
        guest: if full { guest() } else { alone() },
    };
    let given = || GuestAnswers(answers_but(&["visitorName", "visitorPersonNum", "visitorWorkUnit"]));
    let nothing = || GuestAnswers(Vec::new());
    let mini = |answers| AcceptInvitationInMiniProgram { visitor_batch: batch(), answers };
    let companion = |answers| ConfirmCompanionship { visitor_batch: batch(), answers };
    vec![
        between(&official(true), &official(false)),
        between(&wecom(true), &wecom(false)),
        between(&mini(given()), &mini(nothing())),
        between(&companion(given()), &companion(nothing())),
    ]
}

fn invitations() -> Vec<Call> {
    let vip = || VisitorTypeId::parse("vip");
    let official = |full: bool| Invite {
        open_id: nobody(),
        default_order_id: full.then(order),
        visitor_name: "小红".to_owned(),
        visitor_phone_num: "13900000002".to_owned(),
        visitor_privilege_group_ids: AreaIds(areas()),
        visitor_start_time: full.then(|| Iso(start())),
        visitor_end_time: full.then(|| Iso(end())),
        visitor_purpose: full.then(|| "参观".to_owned()),
        visitor_type_id: vip().filter(|_| full),
    };
    let draft = |full: bool| InvitationDraft {
        start_time: Minute(start()),
        end_time: Minute(end()),
        visitor_name: "小红".to_owned(),
        visitor_phone_num: "13900000002".to_owned(),
        visitor_privilege_group_ids: AreaIds(areas()),
        visitor_purpose: "参观".to_owned(),
        visitor_type_id: vip().filter(|_| full),
    };
    vec![
        between(&official(true), &official(false)),
        between(&InviteInWeCom(draft(true)), &InviteInWeCom(draft(false))),
        between(&InviteInMiniProgram(draft(true)), &InviteInMiniProgram(draft(false))),
        always(&WithdrawInvitation { open_id: nobody(), order_id: order() }),
        always(&WithdrawInvitationInWeCom { order_id: order() }),
        always(&WithdrawInvitationInMiniProgram { visitor_batch: batch() }),
    ]
}

fn links() -> Vec<Call> {
    vec![
        always(&ListShares { invitation_state: InvitationState::Expired, page: WantedPage::number(1) }),
        always(&SetShare { visitor_batch: batch(), share_status: ShareStatus::Closed }),
        always(&ResendSms { visitor_batch: batch(), share_status: ShareStatus::Open }),
    ]
}
