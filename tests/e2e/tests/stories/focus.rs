//! After a change of screens the focus is on the new screen's heading, which screen readers then read out.

use super::approvals::APPROVALS;
use super::visitor::at_the_form;
use e2e::error::Result;
use e2e::phone::{Handset, Key, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::json;

const VISITS: &str = "/visits?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
const WANG: &str = "/host?channel=wecom&token=token-oHostWang&projectId=122228959455556";

const FOCUSED: &str = "var focused = document.activeElement;
    return focused.tagName + ' ' + (focused === document.body ? '' : focused.textContent.trim());";
const IS_OUTLINED: &str = "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";

async fn is_on_the_heading(phone: &Phone, heading: &str) -> Result {
    phone.waits_for(FOCUSED, &json!(format!("H1 {heading}"))).await?;
    assert_eq!(phone.execute(IS_OUTLINED).await?, false, "{heading} is outlined");
    Ok(())
}

#[tokio::test]
async fn each_change_of_a_visitor_s_screens_brings_the_focus_to_the_heading() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(VISITS).await?;
    phone.sees("共 7 条预约").await?;
    assert_eq!(phone.execute(FOCUSED).await?, "BODY ", "a first screen leaves the focus alone");

    // The heading stands before the answers do.
    site.inject_fault(Fault::Delay { millis: 2_000 }, call::DETAIL, 1);
    phone.tap_containing(Link, "待审批").await?;
    is_on_the_heading(&phone, "预约详情").await?;
    phone.does_not_see("访客信息").await?;
    phone.sees("访客信息").await?;
    is_on_the_heading(&phone, "预约详情").await?;

    phone.go_back().await?;
    is_on_the_heading(&phone, "我的预约").await?;
    phone.tap(Link, "历史记录").await?;
    phone.is_at("/visits?tab=history").await?;
    is_on_the_heading(&phone, "我的预约").await?;
    phone.tap(Link, "预约来访").await?;
    is_on_the_heading(&phone, "预约来访").await?;
    assert_eq!(phone.title().await?, "预约来访");
    phone.close().await
}

#[tokio::test]
async fn each_change_of_an_employee_s_screens_does_too_and_keys_show_where_they_are() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(WANG).await?;
    phone.sees("待我审批").await?;
    assert_eq!(phone.execute(FOCUSED).await?, "BODY ");
    for (screen, heading) in [("审批", "审批"), ("接待", "接待"), ("邀约", "邀约"), ("今日", "今日")] {
        phone.tap(Link, screen).await?;
        is_on_the_heading(&phone, heading).await?;
    }
    phone.execute("document.querySelector('a[href$=\"/host/approvals\"]').focus()").await?;
    phone.press(Key::Enter).await?;
    is_on_the_heading(&phone, "审批").await?;
    phone.press(Key::Tab).await?;
    assert_eq!(phone.execute(IS_OUTLINED).await?, true, "what keys reach is outlined");
    phone.close().await
}

#[tokio::test]
async fn who_has_gone_on_to_an_input_stays_there() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(VISITS).await?;
    phone.sees("共 7 条预约").await?;
    let script = "document.querySelector('a[href*=\"tab=history\"]').click();
        requestAnimationFrame(function () { document.querySelector('main input').focus(); });";
    phone.execute(script).await?;
    phone.has_focus("按接待人姓名搜索").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    phone.has_focus("按接待人姓名搜索").await?;
    phone.close().await
}

#[tokio::test]
async fn a_dialog_keeps_the_focus() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(VISITS).await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Dialog, "预约前请阅读").await?;
    phone.waits_for("return !!document.activeElement.closest('[role=dialog]')", &json!(true)).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(phone.execute("return !!document.activeElement.closest('[role=dialog]')").await?, true);
    phone.close().await
}

#[tokio::test]
async fn another_language_is_no_change_of_screens() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.tap(Button, "English").await?;
    phone.finds(Button, "中文").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(phone.execute("return document.activeElement.tagName").await?, "BODY");
    phone.close().await
}

/// The page does not scroll for it: who comes back stands where they stood.
#[tokio::test]
async fn the_focus_moves_without_scrolling() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.scroll_to_position(600).await?;
    let left_at = phone.scrolled().await?;
    assert!(left_at > 300, "{left_at}");
    phone.execute("document.querySelectorAll('.paged-list a[href*=\"/host/visits/\"]')[4].click()").await?;
    is_on_the_heading(&phone, "来访详情").await?;
    phone.go_back().await?;
    phone.is_scrolled_to(left_at).await?;
    is_on_the_heading(&phone, "审批").await?;
    phone.is_scrolled_to(left_at).await?;
    phone.close().await
}
