//! The site reads a booking and says no.

use super::visitor::{at_the_form, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::Role::{Button, Dialog};
use e2e::site::{Fault, call};

#[tokio::test]
async fn a_refusal_is_shown_in_the_site_s_words_and_keeps_every_answer() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Refused("该时段预约人数已满，请另选时间"), call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.finds(Dialog, "预约未被接受").await?;
    phone.sees("该时段预约人数已满，请另选时间").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    assert_eq!(site.bookings().len(), 0);

    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!((site.count(call::BOOK), site.bookings().len()), (2, 1));
    phone.close().await
}

#[tokio::test]
async fn a_session_that_ended_is_said_and_keeps_every_answer() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Status(401), call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("登录已失效，请从原来的链接重新进入。").await?;
    phone.tap(Button, "返回修改").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.close().await
}
