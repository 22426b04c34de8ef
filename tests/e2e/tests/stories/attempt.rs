//! The page goes while a booking is on its way: on return it is looked for first, and nobody books twice unawares.

use super::visitor::{self, HOST, HOST_PHONE, LINK, at_the_form, at_the_form_of, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, Site, call, input_value};

const MINI_PROGRAM: &str = "/?channel=miniapp&token=token-oVisitorLuo";
const BOOK_IN_MINI_PROGRAM: &str = "miniapp/visitor/order/founding";
/// Longer than any of these stories waits for an answer.
const HELD: Fault = Fault::ResponseHeld { millis: 40_000 };

/// Taps the button, and waits until the booking is at the site while the page still waits for the answer.
async fn send(phone: &Phone, site: &Site) -> Result {
    phone.tap(Button, "提交预约").await?;
    phone.sees("正在提交").await?;
    site.wait_for_bookings(1).await
}

#[tokio::test]
async fn a_reload_while_a_booking_is_on_its_way_finds_it() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(HELD, call::BOOK, 1);
    send(&phone, &site).await?;
    phone.reload().await?;
    phone.sees("预约已提交").await?;
    phone.sees(HOST).await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    // Nothing of it is left for the next one.
    phone.tap(Button, "再约一次").await?;
    phone.has_value("访客姓名", "").await?;
    phone.close().await
}

#[tokio::test]
async fn who_promised_before_sending_need_not_promise_again_to_see_what_became_of_it() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(HELD, call::BOOK, 1);
    send(&phone, &site).await?;
    site.update_settings(|settings| settings.promise = true);
    phone.reload().await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_reload_in_the_mini_program_finds_it() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(MINI_PROGRAM).await?;
    phone.type_into("拜访单位", "临港智造").await?;
    phone.tap(Button, standin::seed::ENTERPRISE).await?;
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.type_into("访客姓名", "罗一鸣").await?;
    phone.type_into("手机号码", "13900000003").await?;
    site.inject_fault(HELD, BOOK_IN_MINI_PROGRAM, 1);
    send(&phone, &site).await?;
    phone.reload().await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(BOOK_IN_MINI_PROGRAM), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_guest_who_reloads_is_told_what_was_sent_and_when() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser().small()).await?;
    phone.open("/").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(HELD, call::BOOK, 1);
    send(&phone, &site).await?;
    phone.reload().await?;
    phone.finds(Dialog, "没有收到回应").await?;
    phone.sees("请先向接待人确认").await?;
    phone.sees("10:00 – 12:00").await?;
    phone.animations_are_over().await?;
    phone.screenshot("attempt-of-a-guest-320x568").await?;
    // The form's own button asks again; another tab knows of it too.
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "没有收到回应").await?;
    phone.open_in_new_tab("/").await?;
    phone.finds(Dialog, "没有收到回应").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    // Another visit is sent without a question.
    phone.tap(Button, "返回修改").await?;
    phone.set_value("预计到达", &input_value(site.day(2, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(2, 12))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 2));
    phone.close().await
}

#[tokio::test]
async fn a_guest_is_asked_no_more_after_an_hour() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::ResponseLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "没有收到回应").await?;
    phone.set_clock_offset(61 * 60).await?;
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.does_not_find(Dialog, "没有收到回应").await?;
    phone.close().await
}

#[tokio::test]
async fn back_and_forward_while_a_booking_is_on_its_way_find_it() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&LINK.replace("/?", "/visits?")).await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Button, "提交预约").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(HELD, call::BOOK, 1);
    send(&phone, &site).await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.go_forward().await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_killed_tab_is_followed_by_one_that_finds_the_booking() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(HELD, call::BOOK, 1);
    send(&phone, &site).await?;
    phone.open_in_new_tab(LINK).await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn what_is_not_found_on_return_is_found_later() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::CarriedOutLate { millis: 14_000 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.reload().await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.sees("可能会重复预约").await?;
    assert_eq!(site.bookings().len(), 0);
    site.wait_for_bookings(1).await?;
    phone.tap(Button, "再确认一次").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn storage_that_was_tampered_with_stops_nobody() -> Result {
    let (site, phone) = at_the_form().await?;
    for text in ["", "[1]", r#"[{"mode":"person"}]"#, "{"] {
        let stored = format!(
            "for (const key of Object.keys(localStorage)) if (key.includes(':draft:')) localStorage.setItem(key.replace(':draft:', ':sent:draft:'), '9999999999999 0 ' + {text:?});"
        );
        phone.execute(&stored).await?;
        phone.reload().await?;
        phone.finds(Button, "提交预约").await?;
    }
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

/// Slow by nature: the booking is made 21 seconds after it was sent.
#[tokio::test]
async fn a_booking_that_is_made_late_is_found_by_looking_again() -> Result {
    let site = Site::open_without_promises().await?;
    let mut phone = at_the_form_of(&site, Handset::wechat()).await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::CarriedOutLate { millis: 21_000 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.sees("本页会在几分钟内继续查找").await?;
    phone.sees(HOST).await?;
    phone.animations_are_over().await?;
    phone.screenshot("booking-not-found-yet-390x844").await?;
    phone.resize(320, 568).await?;
    phone.screenshot("booking-not-found-yet-320x568").await?;
    phone.set_text_size(200).await?;
    phone.screenshot("booking-not-found-yet-320x568-large").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    assert_eq!(site.bookings().len(), 0);
    phone.set_timeout(std::time::Duration::from_secs(45));
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    assert!(site.count(call::LIST) < 9, "the distances grow: {}", site.count(call::LIST));
    phone.close().await
}

#[tokio::test]
async fn who_goes_back_to_the_form_is_warned_again_before_a_second_booking() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::CarriedOutLate { millis: 6_000 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    site.wait_for_bookings(1).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn the_form_of_another_visit_is_not_disturbed() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "返回修改").await?;
    phone.set_value("预计到达", &input_value(site.day(3, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(3, 12))).await?;
    phone.reload().await?;
    phone.has_value("访客姓名", visitor::NAME).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.close().await
}
