//! What has been sent has an address of its own: a reload shows it again, and "back" never leads to the form.

use super::companions;
use super::invitation::invited;
use super::inviting::{self, WECOM};
use super::visitor::{self, HOST};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Heading, Role::Img, Role::Link};
use e2e::site::{Fault, Site, call, input_value};
use serde_json::json;
use standin::seed::{guests, order_id};

const VISITS: &str = "/visits?openId=oStoryVisitor&token=token-oStoryVisitor&appId=wxstory&projectId=122228959455556";
const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";

/// A phone that came to the form from the list, so that there is a way back.
async fn at_the_form_behind_the_list() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(VISITS).await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Button, "提交预约").await?;
    visitor::fill_in(&phone, &site).await?;
    Ok((site, phone))
}

/// Whether the success stands at its own address, and after a reload as well; gives the address.
async fn stands_after_a_reload(phone: &Phone, under: &str, title: &str) -> Result<String> {
    phone.finds(Heading, title).await?;
    let address = phone.address().await?;
    assert!(address.starts_with(under), "{address}");
    phone.reload().await?;
    phone.finds(Heading, title).await?;
    phone.is_at(&address).await?;
    Ok(address)
}

#[tokio::test]
async fn a_booking_that_was_sent_is_still_sent_after_a_reload() -> Result {
    let (site, phone) = at_the_form_behind_the_list().await?;
    phone.tap(Button, "提交预约").await?;
    phone.finds(Heading, "预约已提交").await?;
    let focused = "return document.activeElement.tagName + document.activeElement.textContent";
    phone.waits_for(focused, &json!("H1预约已提交")).await?;
    phone.animations_are_over().await?;
    phone.screenshot("booked-390x844").await?;
    let address = stands_after_a_reload(&phone, "/booked/", "预约已提交").await?;
    for fact in ["接待人审批后，您会收到通知。", HOST, "10:00 – 12:00"] {
        phone.sees(fact).await?;
    }
    phone.does_not_find(Button, "提交预约").await?;
    phone.tap(Button, "English").await?;
    phone.finds(Heading, "Your booking is on its way").await?;
    phone.tap(Button, "中文").await?;

    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.sees("待审批").await?;
    phone.go_forward().await?;
    phone.is_at(&address).await?;
    phone.finds(Heading, "预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));

    // Each booking has its own.
    phone.tap(Button, "再约一次").await?;
    phone.has_value("访客姓名", "").await?;
    visitor::fill_in(&phone, &site).await?;
    phone.set_value("预计到达", &input_value(site.day(3, 14))).await?;
    phone.set_value("预计离开", &input_value(site.day(3, 15))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("14:00 – 15:00").await?;
    phone.go_back().await?;
    phone.is_at(&address).await?;
    phone.sees("10:00 – 12:00").await?;

    // Nobody else's tab says that they have booked; whoever is not known has no list.
    phone.open_in_new_tab(&address).await?;
    phone.sees("没有找到这条预约").await?;
    phone.does_not_find(Link, "我的预约").await?;
    phone.tap(Link, "返回预约首页").await?;
    phone.is_at("/").await?;
    phone.close().await
}

/// Dialogs have entries of their own in the history, and the form below them goes all the same.
#[tokio::test]
async fn a_booking_that_took_two_attempts_leaves_no_form_behind() -> Result {
    let (site, phone) = at_the_form_behind_the_list().await?;
    phone.set_value("预计离开", &input_value(site.day(60, 12))).await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.tap(Button, "时间没错，提交").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "再次提交").await?;
    stands_after_a_reload(&phone, "/booked/", "预约已提交").await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.sees("待审批").await?;
    phone.close().await
}

#[tokio::test]
async fn a_guest_without_a_list_sees_it_after_a_reload_too() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser().small().dark()).await?;
    phone.open("/").await?;
    visitor::fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    stands_after_a_reload(&phone, "/booked/", "预约已提交").await?;
    phone.sees(HOST).await?;
    phone.set_text_size(200).await?;
    phone.screenshot("booked-320x568-dark-large").await?;
    assert_eq!((phone.overflow().await?, phone.covered().await?), (Vec::<String>::new(), Vec::<String>::new()));
    phone.close().await
}

#[tokio::test]
async fn a_change_that_was_sent_is_still_sent_after_a_reload() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let visit = format!("/visits/{}", order_id(0));
    phone.open(&format!("{visit}{WELL_KNOWN}")).await?;
    phone.tap(Link, "修改预约").await?;
    phone.type_into("车牌号", "沪B77777").await?;
    phone.tap(Button, "提交修改").await?;
    stands_after_a_reload(&phone, &format!("{visit}/changed"), "修改已提交").await?;
    phone.animations_are_over().await?;
    phone.screenshot("changed-390x844").await?;
    phone.go_back().await?;
    phone.is_at(&visit).await?;
    phone.sees("等待接待人审批").await?;
    phone.go_forward().await?;
    phone.tap(Link, "查看预约").await?;
    phone.is_at(&visit).await?;
    assert_eq!(site.count("visitor/order/update"), 1);
    phone.close().await
}

#[tokio::test]
async fn an_invitation_that_was_sent_is_still_sent_after_a_reload() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(&format!("/host/invitations{WECOM}")).await?;
    phone.tap(Link, "邀请访客").await?;
    inviting::fill_in(&phone, &site).await?;
    phone.set_value("预计离开", &input_value(site.day(60, 12))).await?;
    phone.tap(Button, "发出邀请").await?;
    phone.tap(Button, "时间没错，提交").await?;
    phone.finds(Img, "邀请链接的二维码").await?;
    let order = site.bookings()[0]["orderId"].as_str().unwrap_or_default().to_owned();
    let address = format!("/host/invitations/sent/{order}");
    // With the dialog open, which has an entry of its own in the history.
    phone.waits_for("return history.state[2]", &json!(1)).await?;
    phone.is_at(&address).await?;
    phone.reload().await?;
    phone.finds(Heading, "邀请已发出").await?;
    phone.waits_for("return history.state[2]", &json!(0)).await?;
    phone.animations_are_over().await?;
    phone.screenshot("invited-390x844").await?;
    phone.does_not_find(Img, "邀请链接的二维码").await?;
    phone.does_not_find(Button, "发出邀请").await?;
    phone.sees("林知夏").await?;
    phone.tap(Button, "分享链接").await?;
    phone.sees(&format!("/i/{order}?s=mp_share")).await?;
    phone.waits_for("return history.state[2]", &json!(1)).await?;
    phone.go_back().await?;
    phone.does_not_see(&format!("/i/{order}?s=mp_share")).await?;
    phone.is_at(&address).await?;

    phone.go_back().await?;
    phone.is_at("/host/invitations").await?;
    phone.sees("林知夏").await?;
    phone.go_forward().await?;
    phone.finds(Heading, "邀请已发出").await?;
    phone.tap(Button, "继续邀请").await?;
    phone.has_value("访客姓名", "").await?;
    assert_eq!(site.bookings().len(), 1);

    phone.open_in_new_tab(&format!("{address}{WECOM}")).await?;
    phone.tap(Link, "查看已发邀请").await?;
    phone.is_at("/host/invitations").await?;
    phone.close().await
}

#[tokio::test]
async fn several_invitations_are_all_there_after_a_reload() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    inviting::open_the_form(&phone, WECOM).await?;
    inviting::fill_in(&phone, &site).await?;
    phone.tap(Button, "添加一位访客").await?;
    phone.type_into("访客姓名 2", "周航").await?;
    phone.type_into("访客手机号 2", "13912340002").await?;
    phone.tap(Button, "发出 2 份邀请").await?;
    stands_after_a_reload(&phone, "/host/invitations/sent/", "邀请已发出").await?;
    for words in ["已发出 2 / 2", "林知夏", "周航"] {
        phone.sees(words).await?;
    }
    phone.animations_are_over().await?;
    phone.screenshot("invited-several-390x844").await?;
    assert_eq!(site.bookings().len(), 2);
    phone.close().await
}

#[tokio::test]
async fn an_acceptance_is_still_there_after_a_reload_and_back_leads_before_it() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    phone.reload().await?;
    phone.sees("您已接受邀约").await?;
    phone.does_not_find(Button, "确认接受").await?;
    phone.tap(Link, "查看通行证").await?;
    phone.is_at(&format!("/visits/{order}/pass")).await?;
    phone.go_back().await?;
    phone.sees("您已接受邀约").await?;
    phone.does_not_find(Button, "确认接受").await?;
    assert_eq!(site.count(call::ACCEPT), 1);
    phone.close().await
}

#[tokio::test]
async fn a_companion_who_confirmed_has_nothing_to_confirm_after_a_reload() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let batch = format!("B{}", order_id(guests::GATHERING));
    phone.open(&format!("/companions/{batch}{}", companions::opened_by("oVisitorTang"))).await?;
    phone.tap(Button, "确认同行").await?;
    phone.sees("已确认同行").await?;
    phone.reload().await?;
    phone.sees("您已在这次同行中").await?;
    phone.does_not_find(Button, "确认同行").await?;
    phone.close().await
}
