//! What was sent and not answered, in two tabs at once, for a change, and for invitations.

use super::inviting::{self, WECOM};
use super::visitor::{LINK, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, Site, call};
use standin::seed::order_id;
use std::time::Duration;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
const CHANGE: &str = "visitor/order/update";

#[tokio::test]
async fn another_tab_with_the_same_form_looks_first() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    fill_in(&phone, &site).await?;
    // What another tab of the same device did meanwhile, as this one left it.
    site.inject_fault(Fault::ResponseHeld { millis: 40_000 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    site.wait_for_bookings(1).await?;
    let attempts = phone.execute("return Object.entries(localStorage).find(([key]) => key.includes(':sent:'))").await?;
    let (key, text) = (attempts[0].as_str().unwrap_or_default().to_owned(), attempts[1].as_str().unwrap_or_default().to_owned());
    phone.execute("for (const key of Object.keys(localStorage)) if (key.includes(':sent:')) localStorage.removeItem(key)").await?;
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.execute(&format!("localStorage.setItem({key:?}, {text:?})")).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_change_on_its_way_is_found_after_a_reload() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let change = format!("/visits/{}/edit", order_id(0));
    phone.open(&format!("{change}{WELL_KNOWN}")).await?;
    phone.type_into("车牌号", "沪B77777").await?;
    site.inject_fault(Fault::ResponseHeld { millis: 40_000 }, CHANGE, 1);
    phone.tap(Button, "提交修改").await?;
    phone.sees("正在提交").await?;
    phone.reload().await?;
    phone.sees("修改已提交").await?;
    assert_eq!(site.count(CHANGE), 1);
    phone.close().await
}

#[tokio::test]
async fn a_change_that_is_not_there_yet_may_be_sent_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let change = format!("/visits/{}/edit", order_id(0));
    phone.open(&format!("{change}{WELL_KNOWN}")).await?;
    phone.type_into("车牌号", "沪B77777").await?;
    site.inject_fault(Fault::RequestLost, CHANGE, 1);
    phone.tap(Button, "提交修改").await?;
    phone.finds(Dialog, "还没有看到这次修改").await?;
    phone.reload().await?;
    phone.finds(Dialog, "还没有看到这次修改").await?;
    phone.animations_are_over().await?;
    phone.screenshot("change-not-found-yet-390x844").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("修改已提交").await?;
    assert_eq!(site.count(CHANGE), 2);
    phone.close().await
}

/// Slow by nature: the invitation is made 12 seconds after it was sent.
#[tokio::test]
async fn an_invitation_that_is_made_late_is_found_by_looking_again() -> Result {
    let site = Site::open().await?;
    let mut phone = site.start_phone(Handset::wecom()).await?;
    inviting::open_the_form(&phone, WECOM).await?;
    inviting::fill_in(&phone, &site).await?;
    site.inject_fault(Fault::CarriedOutLate { millis: 12_000 }, inviting::IN_WECOM, 1);
    phone.tap(Button, "发出邀请").await?;
    phone.sees("有邀请还没有找到").await?;
    assert_eq!(site.bookings().len(), 0);
    phone.set_timeout(Duration::from_secs(35));
    phone.sees("邀请已发出").await?;
    assert_eq!((site.count(inviting::IN_WECOM), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn an_invitation_that_was_not_found_is_looked_for_at_the_next_visit() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    inviting::open_the_form(&phone, WECOM).await?;
    inviting::fill_in(&phone, &site).await?;
    site.inject_fault(Fault::CarriedOutLate { millis: 6_000 }, inviting::IN_WECOM, 1);
    phone.tap(Button, "发出邀请").await?;
    phone.sees("有邀请还没有找到").await?;
    site.wait_for_bookings(1).await?;
    phone.reload().await?;
    phone.sees("邀请已发出").await?;
    assert_eq!((site.count(inviting::IN_WECOM), site.bookings().len()), (1, 1));
    phone.close().await
}

/// A browser or a proxy sends the same call twice.
#[tokio::test]
async fn a_visit_that_was_booked_twice_is_pointed_out_and_can_be_cancelled_once() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone
        .add_init_script(
            "const once = window.fetch;
        window.fetch = function (request, options) {
            const address = typeof request === 'string' ? request : request.url;
            if (!address.endsWith('/visitor/order')) return once.call(this, request, options);
            const twin = typeof request === 'string' ? request : request.clone();
            return once.call(this, twin, options).then(() => once.call(this, request, options));
        };",
        )
        .await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 2);
    phone.tap(Link, "查看我的预约").await?;
    phone.sees("有两条相同的预约").await?;
    phone.animations_are_over().await?;
    phone.screenshot("booked-twice-390x844").await?;
    phone.tap_containing(Link, "有两条相同的预约").await?;
    phone.tap(Button, "取消预约").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("已取消").await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.does_not_see("有两条相同的预约").await?;
    phone.close().await
}
