//! Phones whose clock is wrong: the site's counts.

use super::visitor::{HOST_PHONE, LINK, NAME, PHONE};
use chrono::{Datelike, TimeDelta};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call, input_value};
use serde_json::json;
use standin::seed::order_id;

const CLOCK: &str = "clientService/getSysTime";
const DAY: i64 = 86_400;

/// A phone with a wrong clock, on a form that lacks only its times.
async fn at_the_form_by_a_clock_off_by(site: &Site, seconds: i64) -> Result<Phone> {
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.set_clock_offset(seconds).await?;
    phone.open(LINK).await?;
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await?;
    Ok(phone)
}

async fn set_times(phone: &Phone, site: &Site, from_hours: i64, to_hours: i64) -> Result {
    phone.set_value("预计到达", &input_value(site.now() + TimeDelta::hours(from_hours))).await?;
    phone.set_value("预计离开", &input_value(site.now() + TimeDelta::hours(to_hours))).await
}

#[tokio::test]
async fn a_phone_a_day_behind_cannot_book_in_the_site_s_past() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_by_a_clock_off_by(&site, -DAY).await?;
    set_times(&phone, &site, -2, 2).await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("预计到达", "到达时间不能早于现在。").await?;
    assert_eq!(site.count(call::BOOK), 0);
    set_times(&phone, &site, 1, 2).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

#[tokio::test]
async fn a_phone_a_day_ahead_can_book_the_next_hours() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_by_a_clock_off_by(&site, DAY).await?;
    set_times(&phone, &site, 1, 3).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 1);
    phone.close().await
}

#[tokio::test]
async fn a_clock_that_was_set_right_meanwhile_counts_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_by_a_clock_off_by(&site, -DAY).await?;
    phone.is_hidden_for(86_400, async || Ok(())).await?;
    while site.count(CLOCK) < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    set_times(&phone, &site, 1, 3).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

#[tokio::test]
async fn a_draft_outlives_a_wrong_clock() -> Result {
    let site = Site::open_without_promises().await?;
    for days in [-2, 2] {
        let phone = at_the_form_by_a_clock_off_by(&site, days * DAY).await?;
        set_times(&phone, &site, 1, 3).await?;
        phone.reload().await?;
        phone.sees("已恢复上次填写的内容").await?;
        phone.has_value("访客姓名", NAME).await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_site_that_tells_no_time_leaves_the_phone_its_own() -> Result {
    let site = Site::open_without_promises().await?;
    for luck in [
        Fault::Status(500),
        Fault::HtmlPage,
        Fault::Delay { millis: 30_000 },
        Fault::Data(json!(null)),
        Fault::Data(json!({ "sysTime": "2018-10-29T15:33:07+08:00", "sysTimeUTC": "12131231231231" })),
    ] {
        site.inject_lasting_fault(luck, CLOCK);
        let phone = at_the_form_by_a_clock_off_by(&site, 0).await?;
        set_times(&phone, &site, -2, 2).await?;
        phone.tap(Button, "提交预约").await?;
        phone.has_problem("预计到达", "到达时间不能早于现在。").await?;
        set_times(&phone, &site, 1, 2).await?;
        phone.tap(Button, "提交预约").await?;
        phone.sees("预约已提交").await?;
        site.clear_faults();
        phone.close().await?;
    }
    assert_eq!(site.bookings().len(), 5);
    Ok(())
}

#[tokio::test]
async fn every_channel_asks_once() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let links = [LINK, "/?channel=wecom&token=token-oHostWang", "/?channel=miniapp&token=token-oVisitorHe&projectId=122228959455556"];
    for (asked, link) in links.into_iter().enumerate() {
        phone.open(link).await?;
        phone.tap(Button, "English").await?;
        phone.tap(Button, "中文").await?;
        phone.finds(Button, "English").await?;
        assert_eq!(site.count(CLOCK), asked + 1, "{link}");
    }
    phone.open(LINK).await?;
    phone.tap(Link, "我的预约").await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Link, "我的预约").await?;
    assert_eq!(site.count(CLOCK), links.len() + 1, "pages of one start share one answer");
    phone.close().await
}

/// Days of another year are shown with it: a phone a year ahead takes this year for another until the site has told.
#[tokio::test]
async fn what_is_shown_is_mended_when_the_site_has_told_its_time() -> Result {
    let site = Site::open_without_promises().await?;
    let pages = [
        format!("/visits/{}?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", order_id(8)),
        format!("/visits/{}?channel=miniapp&token=token-oVisitorHe&projectId=122228959455556", order_id(500)),
    ];
    for page in pages {
        site.inject_fault(Fault::Delay { millis: 2_500 }, CLOCK, 1);
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.set_clock_offset(-400 * DAY).await?;
        phone.open(&page).await?;
        let year = format!("{}年", site.now().year());
        phone.sees(&year).await?;
        phone.does_not_see(&year).await?;
        phone.close().await?;
    }
    Ok(())
}
