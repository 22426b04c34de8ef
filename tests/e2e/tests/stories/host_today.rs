//! What today brings to an employee, in WeCom.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Heading, Role::Link};
use e2e::site::{Fault, Site};
use standin::seed::order_id;
use standin::status::Transition;

const WANG: &str = "channel=wecom&token=token-oHostWang&projectId=122228959455556";
const EXPECTED: &str = "wecom/bevisitor/order/reception/log/doing";

async fn at_the_day(handset: Handset) -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(handset).await?;
    phone.open(&format!("/host?{WANG}")).await?;
    phone.sees("待我审批").await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_numbers_of_today_lead_to_their_lists() -> Result {
    let (_site, phone) = at_the_day(Handset::wecom()).await?;
    assert_eq!(phone.title().await?, "今日");
    phone.sees("薛冰").await?;
    phone.sees("杭州数联科技有限公司").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-today").await?;
    phone.tap(Link, "3 在场").await?;
    phone.is_at("/host/receptions/here").await?;
    phone.sees("共 3 条来访").await?;
    for name in ["韩雪", "于海洋", "张晓雯"] {
        phone.sees(name).await?;
    }
    phone.does_not_see("曹俊杰").await?;
    assert_eq!(phone.title().await?, "接待");
    phone.go_back().await?;
    phone.tap_containing(Link, "今日待到").await?;
    phone.is_at("/host/receptions").await?;
    phone.sees("曹俊杰").await?;
    phone.go_back().await?;
    phone.tap(Link, "6 待我审批").await?;
    phone.is_at("/host/approvals").await?;
    phone.close().await
}

#[tokio::test]
async fn who_comes_next_is_named_and_opens_the_visit() -> Result {
    let (site, phone) = at_the_day(Handset::wecom().small().dark()).await?;
    phone.sees("接下来").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-today-320x568-dark").await?;
    phone.tap_containing(Link, "薛冰").await?;
    phone.is_at(&format!("/host/visits/batch/B{}", order_id(308))).await?;
    phone.sees("已过预约时间，访客还没有到。").await?;
    site.apply_transition(&order_id(308), Transition::Arrive)?;
    phone.go_back().await?;
    phone.finds(Link, "4 在场").await?;
    phone.close().await
}

#[tokio::test]
async fn only_what_the_channel_offers_has_an_entrance() -> Result {
    let (site, phone) = at_the_day(Handset::wecom()).await?;
    for entrance in ["邀请访客", "审批", "接待", "来访日历", "邀约"] {
        phone.finds(Link, entrance).await?;
    }
    let mini = site.start_phone(Handset::wechat()).await?;
    mini.open("/host?channel=miniapp&token=token-oHostWang&projectId=122228959455556").await?;
    mini.finds(Link, "邀请访客").await?;
    mini.does_not_find(Link, "来访日历").await?;
    mini.close().await?;
    phone.close().await
}

#[tokio::test]
async fn who_is_no_employee_is_told_how_to_get_in() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom().small()).await?;
    phone.open("/host").await?;
    phone.finds(Heading, "无法识别您的身份").await?;
    phone.open("/host?channel=wecom&token=token-oVisitorDemo").await?;
    phone.sees("您不是本园区的员工，请从企业微信或公众号重新进入").await?;
    phone.finds(Button, "重试").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-no-employee-320x568").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.close().await
}

#[tokio::test]
async fn a_refusal_does_not_say_that_somebody_is_no_employee() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    site.inject_fault(Fault::Refused("系统维护中"), EXPECTED, 1);
    phone.open(&format!("/host?{WANG}")).await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("员工").await?;
    phone.finds(Link, "审批").await?;
    phone.tap(Button, "重试").await?;
    phone.sees("待我审批").await?;
    phone.close().await
}

#[tokio::test]
async fn a_session_that_has_expired_says_so() -> Result {
    let (site, phone) = at_the_day(Handset::wecom()).await?;
    site.inject_lasting_fault(Fault::Status(401), EXPECTED);
    phone.reload().await?;
    phone.sees("登录已失效，请从原来的链接重新进入。").await?;
    phone.open(&format!("/host/receptions?{WANG}")).await?;
    phone.sees("登录已失效，请从原来的链接重新进入。").await?;
    site.clear_faults();
    phone.open(&format!("/host/receptions?{WANG}")).await?;
    phone.sees("韩雪").await?;
    phone.close().await
}
