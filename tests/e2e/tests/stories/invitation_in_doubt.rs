//! An acceptance on a bad line: it is never sent twice, and whoever is overtaken is told so.

use super::invitation::invited;
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, call};
use standin::status::Status;

#[tokio::test]
async fn ten_taps_accept_once() -> Result {
    let (site, phone, _) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::ACCEPT, 1);
    phone.tap_repeatedly(Button, "确认接受").await?;
    phone.sees("正在提交").await?;
    phone.sees("您已接受邀约").await?;
    assert_eq!(site.count(call::ACCEPT), 1);
    phone.close().await
}

#[tokio::test]
async fn an_acceptance_whose_answer_was_lost_is_found_in_the_preview() -> Result {
    let (site, phone, _) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    site.inject_fault(Fault::ResponseLost, call::ACCEPT, 1);
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    assert_eq!(site.count(call::ACCEPT), 1);
    phone.close().await
}

#[tokio::test]
async fn an_acceptance_that_did_not_arrive_can_be_sent_again() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    site.inject_fault(Fault::RequestLost, call::ACCEPT, 1);
    phone.tap(Button, "确认接受").await?;
    phone.finds(Dialog, "还没有查到您的接受").await?;
    assert_eq!(site.status(&order), Some(Status::Inviting));
    phone.tap(Button, "返回修改").await?;
    phone.has_value("车牌号", "沪A12345").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    assert_eq!(site.count(call::ACCEPT), 2);
    phone.close().await
}

#[tokio::test]
async fn while_the_invitation_cannot_be_read_nothing_is_sent_again() -> Result {
    let (site, phone, _) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.button_is_enabled("确认接受", true).await?;
    site.inject_fault(Fault::ResponseLost, call::ACCEPT, 1);
    site.inject_lasting_fault(Fault::Status(502), "preview");
    phone.tap(Button, "确认接受").await?;
    phone.finds(Dialog, "还不能确认是否已送达").await?;
    phone.does_not_find(Button, "再次提交").await?;
    site.clear_faults();
    phone.tap_repeatedly(Button, "再确认一次").await?;
    phone.sees("您已接受邀约").await?;
    assert_eq!(site.count(call::ACCEPT), 1);
    phone.close().await
}

#[tokio::test]
async fn an_invitation_withdrawn_while_the_form_is_filled_in_says_so() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    site.withdraw(&order)?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("接待人已撤回邀约").await?;
    phone.sees("您填写的内容没有问题").await?;
    phone.finds(Link, "自己预约来访").await?;
    phone.screenshot("invitation-withdrawn-390x844").await?;
    assert_eq!(site.status(&order), Some(Status::InvitationWithdrawn));
    phone.close().await
}

#[tokio::test]
async fn a_refusal_is_told_in_the_backend_s_words_and_loses_nothing() -> Result {
    let (site, phone, _) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    site.inject_fault(Fault::Refused("该证件已在黑名单中"), call::ACCEPT, 1);
    phone.tap(Button, "确认接受").await?;
    phone.finds(Dialog, "没有接受成功").await?;
    phone.sees("该证件已在黑名单中").await?;
    phone.tap(Button, "返回修改").await?;
    phone.has_value("车牌号", "沪A12345").await?;
    phone.close().await
}

#[tokio::test]
async fn where_the_invitation_is_refused_as_well_the_dialog_says_why_and_nothing_ends() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    site.close_link(&order)?;
    phone.tap(Button, "确认接受").await?;
    phone.finds(Dialog, "没有接受成功").await?;
    phone.sees("邀约链接已停用").await?;
    phone.tap(Button, "返回修改").await?;
    phone.has_value("车牌号", "沪A12345").await?;
    phone.close().await
}
