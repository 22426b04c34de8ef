//! Impatient fingers.

use super::visitor::{at_the_form, fill_in};
use e2e::phone::Role::{Button, Link};
use e2e::site::{BadLuck, call};
use e2e::trouble::Outcome;

#[tokio::test]
async fn ten_taps_on_submit_make_one_booking() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.suffers(BadLuck::Late { millis: 1_500 }, call::BOOK, 1);
    phone.storm(Button, "提交预约").await?;
    phone.sees("正在提交").await?;
    phone.does_not_find(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (1, 1));
    phone.put_away().await
}

#[tokio::test]
async fn ten_taps_on_send_again_make_one_booking() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.suffers(BadLuck::Lost, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Button, "再次提交").await?;
    phone.storm(Button, "再次提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.put_away().await
}

#[tokio::test]
async fn ten_taps_on_check_again_look_once() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.suffers(BadLuck::AnswerLost, call::BOOK, 1);
    site.keeps_suffering(BadLuck::Status(502), call::LIST);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Button, "再确认一次").await?;
    site.recovers();
    let looks = site.count(call::LIST);
    phone.storm(Button, "再确认一次").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::LIST) - looks, site.bookings().len()), (1, 1));
    phone.put_away().await
}

#[tokio::test]
async fn leaving_while_it_is_sent_books_once_and_takes_the_draft_along() -> Outcome {
    let (site, phone) = at_the_form().await?;
    phone.tap(Link, "我的预约").await?;
    phone.tap(Link, "预约来访").await?;
    fill_in(&phone, &site).await?;
    site.suffers(BadLuck::Late { millis: 1_500 }, call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("正在提交").await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    site.receives(1).await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Button, "提交预约").await?;
    phone.shows("访客姓名", "").await?;
    phone.does_not_see("已恢复上次填写的内容").await?;
    assert_eq!(site.bookings().len(), 1);
    phone.put_away().await
}
