//! A booking is sent and no answer comes: it is looked for, and never sent twice by itself.

use super::visitor::{at_the_form, at_the_form_of, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Dialog};
use e2e::site::{Fault, Site, call};
use std::time::Duration;

#[tokio::test]
async fn a_booking_that_is_found_in_the_list_has_arrived() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::ResponseLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.count(call::LIST), site.bookings().len()), (1, 1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_booking_that_is_not_in_the_list_can_be_sent_again() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("没有收到回应，正在确认预约是否已送达").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 0));
    phone.tap(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.close().await
}

#[tokio::test]
async fn a_booking_that_did_not_arrive_can_be_changed_first() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::HtmlPage, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.type_into("车牌号", "沪A3K521").await?;
    phone.tap(Button, "提交预约").await?;
    // It is the same visit: what was sent before may still arrive.
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 1);
    assert_eq!(site.bookings()[0]["visitorCarNumber"], "沪A3K521");
    phone.close().await
}

#[tokio::test]
async fn a_booking_for_somebody_else_at_the_same_time_is_not_taken_for_this_one() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.tap(Button, "再约一次").await?;
    phone.has_value("访客姓名", "").await?;
    fill_in(&phone, &site).await?;
    phone.type_into("访客姓名", "周雨桐").await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 2);
    phone.close().await
}

#[tokio::test]
async fn while_the_list_cannot_be_read_nothing_is_sent_again() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::ResponseLost, call::BOOK, 1);
    site.inject_lasting_fault(Fault::Status(502), call::LIST);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还不能确认是否已送达").await?;
    phone.does_not_find(Button, "再次提交").await?;
    phone.tap(Button, "再确认一次").await?;
    phone.sees("正在确认预约是否已送达").await?;
    phone.finds(Button, "再确认一次").await?;
    site.clear_faults();
    phone.tap(Button, "再确认一次").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn offline_at_submit_loses_nothing_and_books_once() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.go_offline().await?;
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还不能确认是否已送达").await?;
    phone.go_online().await?;
    phone.tap(Button, "再确认一次").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_guest_without_a_list_is_told_to_ask_first() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::ResponseLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "没有收到回应").await?;
    phone.sees("请先向接待人确认").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    assert_eq!(site.count(call::BOOK), 1);
    phone.close().await
}

/// Slow by nature: fifteen seconds are what a call may take.
#[tokio::test]
async fn an_answer_that_takes_too_long_is_a_lost_answer() -> Result {
    let site = Site::open_without_promises().await?;
    let mut phone = at_the_form_of(&site, Handset::wechat()).await?;
    phone.set_timeout(Duration::from_secs(25));
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Delay { millis: 60_000 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "还没有找到这条预约").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.close().await
}
