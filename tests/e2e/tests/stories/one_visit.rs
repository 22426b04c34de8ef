//! One visit: what comes next, changing it, calling it off, booking it again.

use super::visitor::HOST;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, Site, input_value};
use standin::seed::order_id;
use standin::status::Transition;

/// The visitor of the seed, with a visit in every status.
const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";

/// Some statuses of the seed's visits, which are numbered by them.
const WAITING: usize = 0;
const NORMAL: usize = 1;
const RETURNED: usize = 4;
const SIGNED_OUT: usize = 6;

async fn at_the_visit(number: usize) -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(number))).await?;
    phone.sees("您提交了预约").await?;
    Ok((site, phone))
}

#[tokio::test]
async fn a_visit_says_what_comes_next() -> Result {
    let (_site, phone) = at_the_visit(WAITING).await?;
    for step in ["您提交了预约", "等待接待人审批", "到访时在门口出示通行证"] {
        phone.sees(step).await?;
    }
    phone.does_not_find(Link, "再次预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_returned_visit_is_changed_and_waits_again() -> Result {
    let (site, phone) = at_the_visit(RETURNED).await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    phone.does_not_find(Button, "取消预约").await?;
    phone.tap(Link, "修改预约").await?;
    phone.is_at(&format!("/visits/{}/edit", order_id(RETURNED))).await?;
    phone.has_value("访客姓名", "张晓雯").await?;
    phone.does_not_see("接待人手机号").await?;
    phone.set_value("预计到达", &input_value(site.day(2, 9))).await?;
    phone.set_value("预计离开", &input_value(site.day(2, 11))).await?;
    phone.type_into("来访人数", "3").await?;
    phone.tap(Button, "提交修改").await?;
    phone.sees("修改已提交").await?;
    phone.tap(Link, "查看预约").await?;
    phone.is_at(&format!("/visits/{}", order_id(RETURNED))).await?;
    phone.sees("等待接待人审批").await?;
    phone.sees("09:00 – 11:00").await?;

    let [change] = site.requests("visitor/order/update").try_into().expect("one change");
    assert_eq!(change["body"]["orderId"], order_id(RETURNED));
    assert_eq!((&change["body"]["visitorPersonNum"], &change["body"]["visitorName"]), (&"3".into(), &"张晓雯".into()));
    phone.close().await
}

#[tokio::test]
async fn a_half_made_change_survives_a_reload() -> Result {
    let (_site, phone) = at_the_visit(WAITING).await?;
    phone.tap(Link, "修改预约").await?;
    phone.type_into("车牌号", "沪B77777").await?;
    phone.reload().await?;
    phone.has_value("车牌号", "沪B77777").await?;
    phone.sees("已恢复上次填写的内容").await?;
    phone.tap(Button, "清空重填").await?;
    phone.has_value("访客姓名", "张晓雯").await?;
    phone.close().await
}

#[tokio::test]
async fn a_change_whose_answer_is_lost_is_looked_for_before_it_is_sent_again() -> Result {
    const CHANGE: &str = "visitor/order/update";
    let (site, phone) = at_the_visit(WAITING).await?;
    phone.tap(Link, "修改预约").await?;
    phone.type_into("车牌号", "沪B77777").await?;
    site.inject_fault(Fault::RequestLost, CHANGE, 1);
    site.inject_fault(Fault::ResponseLost, CHANGE, 1);
    phone.tap(Button, "提交修改").await?;
    // The first was not carried out, the second was.
    phone.tap(Button, "再次提交").await?;
    phone.sees("修改已提交").await?;
    assert_eq!(site.count(CHANGE), 2);
    phone.close().await
}

#[tokio::test]
async fn a_visit_is_called_off_after_asking_which() -> Result {
    let (site, phone) = at_the_visit(NORMAL).await?;
    phone.tap(Button, "取消预约").await?;
    phone.finds(Dialog, "确定取消这次预约吗？").await?;
    phone.tap(Button, "保留预约").await?;
    phone.sees("预约成功").await?;
    assert_eq!(site.count("visitor/order/cancel"), 0);
    phone.tap(Button, "取消预约").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了预约").await?;
    phone.does_not_find(Button, "取消预约").await?;
    phone.finds(Link, "再次预约").await?;
    assert_eq!(site.count("visitor/order/cancel"), 1);
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_moved_on_meanwhile_shows_how_it_stands_now() -> Result {
    let (site, phone) = at_the_visit(NORMAL).await?;
    phone.tap(Button, "取消预约").await?;
    site.apply_transition(&order_id(NORMAL), Transition::Arrive)?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您已到达").await?;
    phone.does_not_find(Button, "取消预约").await?;

    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(WAITING))).await?;
    phone.finds(Link, "修改预约").await?;
    site.approve(&order_id(WAITING))?;
    phone.tap(Link, "修改预约").await?;
    phone.sees("这条预约现在不能修改").await?;
    phone.tap(Link, "查看预约").await?;
    phone.sees("预约成功").await?;
    phone.close().await
}

#[tokio::test]
async fn a_cancellation_that_fails_says_so_on_the_page_until_the_next_attempt() -> Result {
    let (site, phone) = at_the_visit(NORMAL).await?;
    site.inject_fault(Fault::Refused("系统维护中"), "visitor/order/cancel", 1);
    phone.tap(Button, "取消预约").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("没有取消，预约仍然有效：系统维护中").await?;
    let alert = "return document.querySelector('[role=alert]').textContent";
    assert_eq!(phone.execute(alert).await?, "没有取消，预约仍然有效：系统维护中");
    // Longer than a toast stays.
    tokio::time::sleep(std::time::Duration::from_millis(3_000)).await;
    phone.sees("没有取消，预约仍然有效：系统维护中").await?;
    phone.animations_are_over().await?;
    phone.screenshot("visit-not-cancelled").await?;
    phone.tap(Button, "取消预约").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了预约").await?;
    phone.does_not_see("仍然有效").await?;
    phone.close().await
}

#[tokio::test]
async fn a_cancellation_refused_because_it_is_cancelled_already_does_not_say_that_the_visit_stands() -> Result {
    let (site, phone) = at_the_visit(NORMAL).await?;
    phone.tap(Button, "取消预约").await?;
    site.cancel(&order_id(NORMAL))?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了预约").await?;
    phone.does_not_see("仍然有效").await?;
    assert_eq!(site.count("visitor/order/cancel"), 1);

    // Neither where nobody knows.
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(WAITING))).await?;
    site.inject_fault(Fault::ResponseLost, "visitor/order/cancel", 1);
    phone.tap(Button, "取消预约").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("没有收到取消的结果").await?;
    phone.sees("您取消了预约").await?;
    phone.does_not_see("仍然有效").await?;
    phone.close().await
}

#[tokio::test]
async fn a_past_visit_is_booked_again_but_for_its_dates() -> Result {
    let (site, phone) = at_the_visit(SIGNED_OUT).await?;
    phone.tap(Link, "再次预约").await?;
    phone.is_at(&format!("/visits/{}/again", order_id(SIGNED_OUT))).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.has_value("访客姓名", "张晓雯").await?;
    phone.has_value("预计到达", "").await?;
    phone.set_value("预计到达", &input_value(site.day(3, 14))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let [booking] = site.bookings().try_into().expect("one booking");
    assert_eq!((&booking["visitorName"], &booking["beVisitorPersonName"]), (&"张晓雯".into(), &HOST.into()));
    phone.close().await
}
