//! What somebody typed or decided outlives a sign-in, and is never sent by itself after it.

use super::approvals::status_of;
use super::sign_in::{AUTHORIZE, at_a_site, nothing_is_left_of_the_credential};
use super::visitor::{ID_CARD, NAME, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Checkbox};
use e2e::site::{Fault, call};
use standin::settings::Authorize;

#[tokio::test]
async fn a_guest_signs_in_when_the_site_wants_it_and_sends_the_same_form() -> Result {
    let (site, phone) = at_a_site(Handset::plain_browser()).await?;
    site.update_settings(|settings| settings.note = true);
    phone.open("/?projectId=122228959455556").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    fill_in(&phone, &site).await?;
    assert_eq!(site.count(AUTHORIZE), 0, "guests read and fill in first");
    site.inject_fault(Fault::Status(401), call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("已登录。您填写的内容已保留，请核对后再提交。").await?;
    phone.screenshot("sign-in-back-at-form").await?;
    phone.is_at("/").await?;
    nothing_is_lost(&phone, &site).await?;
    assert_eq!((site.count(AUTHORIZE), site.count(call::BOOK), site.bookings().len()), (1, 1, 0));
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.bookings().len(), site.bookings()[0]["visitorOpenId"].as_str()), (1, Some("oVisitorDemo")));
    phone.close().await
}

#[tokio::test]
async fn what_is_kept_for_the_tab_only_is_still_there() -> Result {
    let (site, phone) = at_a_site(Handset::plain_browser()).await?;
    phone.open("/?projectId=122228959455556").await?;
    fill_in(&phone, &site).await?;
    phone.type_into("证件号码", ID_CARD).await?;
    site.inject_fault(Fault::Refused401, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("已登录。您填写的内容已保留，请核对后再提交。").await?;
    phone.has_value("证件号码", ID_CARD).await?;
    phone.close().await
}

#[tokio::test]
async fn who_declines_to_sign_in_finds_the_form_as_it_was() -> Result {
    let (site, phone) = at_a_site(Handset::plain_browser()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Deny);
    phone.open("/?projectId=122228959455556").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Status(401), call::BOOK, 2);
    phone.tap(Button, "提交预约").await?;
    phone.sees("登录没有完成").await?;
    nothing_is_lost(&phone, &site).await?;
    // Sent once more, it is not taken along by itself again.
    phone.tap(Button, "提交预约").await?;
    phone.finds(Button, "重新登录").await?;
    phone.finds(Button, "返回修改").await?;
    phone.screenshot("sign-in-declined-at-form").await?;
    assert_eq!((site.count(AUTHORIZE), site.bookings().len()), (1, 0));
    site.update_settings(|settings| settings.authorize = Authorize::Silent);
    phone.tap(Button, "重新登录").await?;
    phone.sees("已登录。您填写的内容已保留，请核对后再提交。").await?;
    phone.has_value("访客姓名", NAME).await?;
    assert_eq!(site.bookings().len(), 0);
    phone.close().await
}

#[tokio::test]
async fn decisions_that_failed_stay_on_the_screen_until_the_employee_signs_in() -> Result {
    let (site, phone) = at_a_site(Handset::wecom()).await?;
    phone.open("/host/approvals?token=token-oHostWang&projectId=122228959455556").await?;
    phone.tap(Checkbox, "选择 方文静").await?;
    phone.tap(Checkbox, "选择 陆子涵").await?;
    site.inject_fault(Fault::Status(401), call::DECIDE_BATCH, 1);
    site.inject_lasting_fault(Fault::Status(401), call::MESSAGE_IN_WECOM);
    phone.tap(Button, "同意所选").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("登录已失效").await?;
    assert_eq!(site.count(AUTHORIZE), 0);
    assert_eq!(status_of(&site, 300), Some(0));
    // The list cannot be read either, and the outcomes stay all the same.
    site.inject_lasting_fault(Fault::Status(401), call::RECORDS);
    phone.tap(Button, "刷新").await?;
    phone.sees("登录已失效").await?;
    assert_eq!(site.count(AUTHORIZE), 0);
    site.clear_faults();
    site.inject_lasting_fault(Fault::Status(401), call::MESSAGE_IN_WECOM);
    phone.tap(Button, "重新登录").await?;
    phone.does_not_see("登录已失效").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    assert_eq!((site.count(AUTHORIZE), site.count(call::DECIDE_BATCH), status_of(&site, 300)), (1, 1, Some(0)));
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}
