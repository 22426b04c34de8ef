//! Impatient fingers.

use super::visitor::{at_the_form, fill_in};
use e2e::error::Result;
use e2e::phone::Role::{Button, Link};
use e2e::site::{Fault, call};

#[tokio::test]
async fn ten_taps_on_submit_make_one_booking() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::BOOK, 1);
    phone.tap_repeatedly(Button, "提交预约").await?;
    phone.sees("正在提交").await?;
    phone.does_not_find(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn ten_taps_on_send_again_make_one_booking() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Button, "再次提交").await?;
    phone.tap_repeatedly(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.close().await
}

#[tokio::test]
async fn ten_taps_on_check_again_look_once() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::ResponseLost, call::BOOK, 1);
    site.inject_lasting_fault(Fault::Status(502), call::LIST);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Button, "再确认一次").await?;
    site.clear_faults();
    let looks = site.count(call::LIST);
    phone.tap_repeatedly(Button, "再确认一次").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::LIST) - looks, site.bookings().len()), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn leaving_while_it_is_sent_books_once_and_takes_the_draft_along() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.tap(Link, "我的预约").await?;
    phone.tap(Link, "预约来访").await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("正在提交").await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    site.wait_for_bookings(1).await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("访客姓名", "").await?;
    phone.does_not_see("已恢复上次填写的内容").await?;
    assert_eq!(site.bookings().len(), 1);
    phone.close().await
}
