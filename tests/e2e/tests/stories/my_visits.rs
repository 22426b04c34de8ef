//! The lists, one visit, and addresses that lead nowhere.

use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use standin::status::Status;
use std::time::Duration;

/// The visitor of the seed, with a visit in every status and a past.
const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";

async fn at_the_list() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits{WELL_KNOWN}")).await?;
    phone.sees("没有更多了").await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_lists_know_every_status_each_in_its_place() -> Result {
    let (_site, phone) = at_the_list().await?;
    phone.sees("共 7 条预约").await?;
    for status in ["待审批", "预约成功", "已迟到", "已退回", "超期未签离", "已到达", "邀约中"] {
        phone.sees(status).await?;
    }
    phone.does_not_see("已签离").await?;
    phone.screenshot("my-visits-upcoming").await?;
    phone.tap(Link, "历史记录").await?;
    phone.is_at("/visits?tab=history").await?;
    phone.sees("共 19 条预约").await?;
    let over = ["已逾期", "超期自动签离", "已签离", "审批逾期", "邀约逾期", "邀约已被撤回", "您已谢绝邀约", "接待人已取消", "您已取消"];
    for status in over {
        phone.sees(status).await?;
    }
    phone.does_not_see("已到达").await?;
    phone.screenshot("my-visits-history").await?;
    phone.close().await
}

#[tokio::test]
async fn back_and_reload_return_to_the_tab() -> Result {
    let (_site, phone) = at_the_list().await?;
    phone.tap(Link, "历史记录").await?;
    phone.sees("共 19 条预约").await?;
    phone.tap(Link, "李敏").await?;
    phone.sees("访客信息").await?;
    phone.go_back().await?;
    phone.is_at("/visits?tab=history").await?;
    phone.sees("共 19 条预约").await?;
    phone.reload().await?;
    phone.sees("共 19 条预约").await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.sees("共 7 条预约").await?;
    phone.close().await
}

/// Scrolls on and on: a page that comes makes the list longer, and its end moves away.
async fn scrolls_down_to(phone: &Phone, words: &str) -> Result {
    for _ in 0..60 {
        phone.scroll_to_position(99_999).await?;
        if phone.text().await?.contains(words) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    phone.sees(words).await
}

#[tokio::test]
async fn a_page_that_does_not_come_keeps_the_rows_and_can_be_asked_for_again() -> Result {
    let (site, phone) = at_the_list().await?;
    site.add_visits("oVisitorDemo", Status::SignedOut, 31);
    phone.tap(Link, "历史记录").await?;
    phone.sees("共 50 条预约").await?;
    site.inject_lasting_fault(Fault::Status(500), call::LIST);
    scrolls_down_to(&phone, "服务暂时不可用（500）").await?;
    phone.sees("共 50 条预约").await?;
    phone.screenshot("my-visits-page-failed").await?;
    site.clear_faults();
    phone.tap(Button, "重试").await?;
    phone.does_not_see("服务暂时不可用").await?;
    scrolls_down_to(&phone, "没有更多了").await?;
    phone.close().await
}

#[tokio::test]
async fn pulling_shows_a_visit_that_was_booked_meanwhile() -> Result {
    let (site, phone) = at_the_list().await?;
    site.add_visits("oVisitorDemo", Status::Normal, 1);
    phone.pull_down(60).await?;
    phone.sees("共 7 条预约").await?;
    assert_eq!(site.count(call::LIST), 1, "a short pull is none");
    site.inject_fault(Fault::Delay { millis: 800 }, call::LIST, 1);
    phone.pull_down(220).await?;
    phone.sees("正在刷新").await?;
    phone.screenshot("my-visits-pulled").await?;
    phone.sees("共 8 条预约").await?;
    phone.sees("第1次").await?;
    phone.close().await
}

#[tokio::test]
async fn those_without_a_finger_refresh_by_a_button() -> Result {
    let (site, phone) = at_the_list().await?;
    site.add_visits("oVisitorDemo", Status::Normal, 2);
    phone.tap(Button, "刷新").await?;
    phone.sees("共 9 条预约").await?;
    site.inject_lasting_fault(Fault::Status(500), call::LIST);
    phone.tap(Button, "刷新").await?;
    phone.sees("服务暂时不可用（500）").await?;
    phone.sees("共 9 条预约").await?;
    phone.finds(Link, "王建国").await?;
    phone.close().await
}

#[tokio::test]
async fn after_a_cancel_the_count_and_the_lists_are_right() -> Result {
    let (site, phone) = at_the_list().await?;
    phone.tap(Link, "李敏").await?;
    phone.sees("访客信息").await?;
    site.cancel(&order_id(1))?;
    phone.go_back().await?;
    phone.sees("共 6 条预约").await?;
    phone.does_not_see("预约成功").await?;
    phone.tap(Link, "历史记录").await?;
    phone.sees("共 20 条预约").await?;
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_has_its_lists_too() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/visits?channel=miniapp&token=token-oVisitorHe&projectId=122228959455556").await?;
    phone.sees("共 4 条预约").await?;
    phone.sees("设备维修").await?;
    phone.tap(Link, "历史记录").await?;
    phone.sees("共 2 条预约").await?;
    phone.sees("已签离").await?;
    phone.screenshot("my-visits-mini-program").await?;
    phone.tap(Link, "王建国").await?;
    phone.is_at(&format!("/visits/{0}/batch/B{0}", order_id(504))).await?;
    phone.close().await
}

#[tokio::test]
async fn in_wecom_there_is_a_neutral_page() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/visits?channel=wecom&token=token-oHostWang&projectId=122228959455556").await?;
    phone.sees("这里没有“我的预约”").await?;
    phone.does_not_find(Link, "返回预约首页").await?;
    phone.screenshot("my-visits-wecom").await?;
    assert_eq!(site.count(call::LIST), 0);
    phone.close().await
}

#[tokio::test]
async fn a_list_that_fails_can_be_asked_for_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for (luck, words) in [(Fault::RequestLost, "网络不通"), (Fault::HtmlPage, "站点的回应无法识别"), (Fault::Status(401), "登录已失效")]
    {
        site.inject_lasting_fault(luck, call::LIST);
        phone.open(&format!("/visits{WELL_KNOWN}")).await?;
        phone.sees(words).await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.sees("没有更多了").await?;
    }
    phone.close().await
}

#[tokio::test]
async fn a_list_that_is_none_is_not_an_empty_list() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for data in [json!(null), json!({}), json!({ "list": null, "total": 3 }), json!({ "list": { "orderId": "7" } })] {
        site.inject_lasting_fault(Fault::Data(data), call::LIST);
        phone.open(&format!("/visits{WELL_KNOWN}")).await?;
        phone.sees("站点的回应无法识别").await?;
        phone.does_not_see("还没有预约").await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.sees("没有更多了").await?;
    }
    phone.close().await
}

#[tokio::test]
async fn an_empty_list_says_what_to_do_next() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/visits?openId=oNobodyYet").await?;
    phone.sees("还没有预约").await?;
    phone.tap(Link, "预约来访").await?;
    phone.is_at("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_link_to_one_visit_opens_it_and_leads_on() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let order = order_id(4);
    phone.open(&format!("/visits/{order}{WELL_KNOWN}")).await?;
    phone.sees("已退回").await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    phone.is_at(&format!("/visits/{order}")).await?;
    phone.tap(Link, "我的预约").await?;
    phone.is_at("/visits").await?;
    phone.sees("没有更多了").await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_is_refused_is_told_in_the_site_s_words_and_one_that_is_not_there_in_neutral_ones() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(99_999))).await?;
    phone.sees("预约单不存在").await?;
    phone.does_not_see("它可能已被删除").await?;
    phone.finds(Button, "重试").await?;
    for empty in [json!(null), json!({})] {
        site.clear_faults();
        site.inject_lasting_fault(Fault::Data(empty), call::DETAIL);
        phone.reload().await?;
        phone.sees("没有找到这条预约").await?;
        phone.sees("它可能已被删除，或者不属于您。").await?;
    }
    phone.tap(Link, "我的预约").await?;
    phone.sees("没有更多了").await?;
    phone.close().await
}

#[tokio::test]
async fn a_refusal_is_not_the_end_of_a_visit() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_fault(Fault::Refused("系统维护中"), call::DETAIL, 1);
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(1))).await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("没有找到").await?;
    phone.tap(Button, "重试").await?;
    phone.sees("请按时到访。").await?;
    phone.close().await
}

#[tokio::test]
async fn an_unreadable_field_costs_that_field_and_not_the_visit() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let visit = json!({ "orderId": order_id(1), "status": 1, "beVisitorPersonName": "王建国", "visitorName": "张晓雯",
        "visitorPhoneNum": { "number": "13900000001" }, "visitorPersonNum": "many", "retinueList": 5,
        "buttonList": [{ "buttonKey": "InvitationFoundByBeVisitor" }, 5] });
    site.inject_lasting_fault(Fault::Data(visit), call::DETAIL);
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(1))).await?;
    phone.sees("请按时到访。").await?;
    phone.sees("王建国").await?;
    phone.finds(Button, "取消预约").await?;
    // What names the visit is needed.
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!({ "orderId": { "id": 1 }, "status": 1 })), call::DETAIL);
    phone.reload().await?;
    phone.sees("站点的回应无法识别").await?;
    phone.finds(Button, "重试").await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_cannot_be_read_can_be_asked_for_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::TruncatedJson, call::DETAIL);
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(1))).await?;
    phone.sees("站点的回应无法识别").await?;
    site.clear_faults();
    phone.tap(Button, "重试").await?;
    phone.sees("请按时到访。").await?;
    phone.close().await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_has_a_way_on() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/old/menu/entry{}", LINK.trim_start_matches('/'))).await?;
    phone.sees("没有找到这个页面").await?;
    phone.tap(Link, "返回预约首页").await?;
    phone.is_at("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_decision_of_the_host_shows_when_the_visitor_looks_again() -> Result {
    let (site, phone) = at_the_list().await?;
    site.approve(&order_id(0))?;
    phone.open(&format!("/visits/{}", order_id(0))).await?;
    phone.sees("预约成功").await?;
    phone.sees("请按时到访。").await?;
    phone.close().await
}
