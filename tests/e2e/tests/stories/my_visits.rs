//! The list, one visit, and addresses that lead nowhere.

use super::visitor::LINK;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{BadLuck, Site, call};
use e2e::trouble::Outcome;
use serde_json::json;
use standin::seed::order_id;

/// The visitor of the seed, with a visit in every status and a past.
const WELL_KNOWN: &str = "?openId=oVisitorDemo&projectId=122228959455556";

async fn at_the_list() -> Outcome<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(&format!("/visits{WELL_KNOWN}")).await?;
    phone.sees("加载更多").await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_list_grows_to_its_end_and_knows_every_status() -> Outcome {
    let (_site, phone) = at_the_list().await?;
    phone.tap(Button, "加载更多").await?;
    phone.sees("没有更多了").await?;
    let statuses = [
        "待审批",
        "预约成功",
        "已迟到",
        "已逾期",
        "已退回",
        "超期自动签离",
        "已签离",
        "超期未签离",
        "已到达",
        "审批逾期",
        "邀约中",
        "邀约逾期",
        "邀约已被撤回",
        "您已谢绝邀约",
        "接待人已取消",
        "您已取消",
    ];
    for status in statuses {
        phone.sees(status).await?;
    }
    phone.put_away().await
}

#[tokio::test]
async fn more_that_does_not_come_keeps_what_is_there() -> Outcome {
    let (site, phone) = at_the_list().await?;
    site.keeps_suffering(BadLuck::Status(500), call::LIST);
    phone.tap(Button, "加载更多").await?;
    phone.sees("服务暂时不可用（500）").await?;
    phone.sees("商务洽谈").await?;
    site.recovers();
    phone.tap(Button, "重试").await?;
    phone.sees("没有更多了").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_list_that_fails_can_be_asked_for_again() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    for (luck, words) in [(BadLuck::Lost, "网络不通"), (BadLuck::WebPage, "站点的回应无法识别"), (BadLuck::Status(401), "登录已失效")]
    {
        site.keeps_suffering(luck, call::LIST);
        phone.open(&format!("/visits{WELL_KNOWN}")).await?;
        phone.sees(words).await?;
        site.recovers();
        phone.tap(Button, "重试").await?;
        phone.sees("加载更多").await?;
    }
    phone.put_away().await
}

#[tokio::test]
async fn an_empty_list_says_what_to_do_next() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open("/visits?openId=oNobodyYet").await?;
    phone.sees("还没有预约").await?;
    phone.tap(Link, "预约来访").await?;
    phone.is_at("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.put_away().await
}

#[tokio::test]
async fn back_and_forward_return_to_the_same_place() -> Outcome {
    let (_site, phone) = at_the_list().await?;
    let last = phone.names(Link).await?.pop().expect("a row");
    phone.scroll_to(Link, &last).await?;
    let left_at = phone.scrolled().await?;
    assert!(left_at > 100, "the list is long enough to scroll: {left_at}");
    phone.tap(Link, &last).await?;
    phone.sees("提交时间").await?;
    phone.is_scrolled_to(0).await?;
    let address = phone.address().await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.sees("加载更多").await?;
    phone.is_scrolled_to(left_at).await?;
    phone.go_forward().await?;
    phone.is_at(&address).await?;
    phone.sees("提交时间").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_link_to_one_visit_opens_it_and_leads_on() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    let order = order_id(4);
    phone.open(&format!("/visits/{order}{WELL_KNOWN}")).await?;
    phone.sees("已退回").await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    phone.is_at(&format!("/visits/{order}")).await?;
    phone.tap(Link, "我的预约").await?;
    phone.is_at("/visits").await?;
    phone.sees("加载更多").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_visit_that_does_not_exist_is_said_in_neutral_words() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(99_999))).await?;
    phone.sees("没有找到这条预约").await?;
    site.keeps_suffering(BadLuck::Data(json!(null)), call::DETAIL);
    phone.reload().await?;
    phone.sees("没有找到这条预约").await?;
    phone.sees("它可能已被删除，或者不属于您。").await?;
    phone.tap(Link, "我的预约").await?;
    phone.sees("加载更多").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_visit_that_cannot_be_read_can_be_asked_for_again() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    site.keeps_suffering(BadLuck::Broken, call::DETAIL);
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(1))).await?;
    phone.sees("站点的回应无法识别").await?;
    site.recovers();
    phone.tap(Button, "重试").await?;
    phone.sees("请按时到访。").await?;
    phone.put_away().await
}

#[tokio::test]
async fn an_address_that_leads_nowhere_has_a_way_on() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(&format!("/old/menu/entry{}", LINK.trim_start_matches('/'))).await?;
    phone.sees("没有找到这个页面").await?;
    phone.tap(Link, "返回预约首页").await?;
    phone.is_at("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_decision_of_the_host_shows_when_the_visitor_looks_again() -> Outcome {
    let (site, phone) = at_the_list().await?;
    site.approves(&order_id(0))?;
    phone.open(&format!("/visits/{}", order_id(0))).await?;
    phone.sees("预约成功").await?;
    phone.sees("请按时到访。").await?;
    phone.put_away().await
}
