//! The days that have visits, in WeCom.

use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Heading, Role::Link};
use e2e::site::{Fault, Site};
use standin::seed::order_id;

const LINK: &str = "/host/calendar?channel=wecom&token=token-oHostWang&projectId=122228959455556";
const DAYS: &str = "beVisitor/record/orderDay";

#[tokio::test]
async fn a_day_with_visits_is_marked_and_leads_to_them() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom().small()).await?;
    phone.open(LINK).await?;
    let yesterday = site.day(-1, 9);
    let (day, is_last_month) = (yesterday.format("%-d").to_string(), site.now().format("%-d").to_string() == "1");
    phone.sees("韩雪").await?;
    if is_last_month {
        phone.tap(Button, "上个月").await?;
    }
    let marked =
        format!("return Array.from(document.querySelectorAll('.month__day[data-marked]'), day => day.textContent).includes('{day}')");
    while phone.execute(&marked).await? != true {
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    phone.tap_containing(Button, &format!("{}月{day}日", yesterday.format("%-m"))).await?;
    phone.sees("董洁").await?;
    phone.does_not_see("韩雪").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-calendar-320x568").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.tap_containing(Link, "董洁").await?;
    phone.is_at(&format!("/host/visits/{}", order_id(311))).await?;
    phone.sees("来访已结束。").await?;
    phone.tap(Button, "返回").await?;
    phone.sees("董洁").await?;
    phone.close().await
}

#[tokio::test]
async fn days_that_do_not_come_can_be_asked_for_again() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    site.inject_fault(Fault::Status(500), DAYS, 3);
    phone.open(LINK).await?;
    phone.sees("没能读到哪些天有来访。").await?;
    phone.sees("韩雪").await?;
    site.clear_faults();
    phone.tap(Button, "重试").await?;
    phone.does_not_see("没能读到哪些天有来访。").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-calendar").await?;
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_has_no_calendar_and_says_so() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/host/calendar?channel=miniapp&token=token-oHostWang&projectId=122228959455556").await?;
    phone.finds(Heading, "这里不提供此功能").await?;
    assert_eq!(site.count(DAYS), 0);
    phone.close().await
}
