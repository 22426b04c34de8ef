//! Dialogs: what is behind them cannot be used, and there are several ways out of them.

use super::approvals::{APPROVALS, at_the_approvals};
use e2e::error::Result;
use e2e::phone::{Handset, Key, Phone, Role, Role::Button, Role::Link};
use e2e::site::Site;
use serde_json::{Value, json};

/// Whether everything on the page but the dialog is inert and read out by nobody, but for the places of news and what is not
/// shown: the loader's notice, which can be used over a dialog.
pub const REST_IS_INERT: &str = "
    var root = document.querySelector('[role=dialog]');
    while (root.parentElement !== document.body) root = root.parentElement;
    var rest = Array.from(document.body.children).filter(function (part) { return part !== root && !part.hidden && !part.hasAttribute('aria-live'); });
    return rest.length > 0 && !root.inert && rest.every(function (part) { return part.inert && part.getAttribute('aria-hidden') === 'true'; });";

/// Whether nothing of the page is inert any more.
const NOTHING_IS_INERT: &str = "return !document.querySelector('[inert], body > [aria-hidden]')";

/// Where the focus is: in the dialog, or the name of what has it.
const FOCUS: &str = "
    var active = document.activeElement;
    return active.closest('[role=dialog]') ? 'dialog' : active.getAttribute('aria-label') || active.tagName;";

const BESIDE_THE_DIALOG: [u32; 2] = [195, 60];

async fn at_the_sheet(phone: &Phone) -> Result {
    phone.tap(Button, "同意 陆子涵").await?;
    phone.finds(Role::Dialog, "同意来访").await?;
    phone.animations_are_over().await
}

/// The dialog has gone, the page can be used, and what opened the dialog has the focus.
async fn is_back_at_the_list(phone: &Phone) -> Result {
    phone.does_not_find(Role::Dialog, "同意来访").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.waits_for(FOCUS, &json!("同意 陆子涵")).await?;
    assert_eq!(phone.execute(NOTHING_IS_INERT).await?, true);
    Ok(())
}

#[tokio::test]
async fn the_page_behind_a_dialog_is_inert_and_keeps_its_place() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(20);
    let phone = super::approvals::at_the_approvals_of(&site).await?;
    at_the_sheet(&phone).await?;
    assert_eq!(phone.execute(REST_IS_INERT).await?, true);
    for _ in 0..12 {
        phone.press(Key::Tab).await?;
        let focus = phone.execute(FOCUS).await?;
        assert!(focus == "dialog" || focus == "BODY", "{focus}");
    }
    let before = phone.scrolled().await?;
    phone.wheel_at(&json!(BESIDE_THE_DIALOG), 600).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(phone.scrolled().await?, before, "the page has not moved");
    phone.close().await
}

#[tokio::test]
async fn escape_a_tap_beside_it_and_back_close_a_dialog() -> Result {
    let (_site, phone) = at_the_approvals().await?;
    let address = phone.address().await?;
    at_the_sheet(&phone).await?;
    phone.waits_for(FOCUS, &json!("dialog")).await?;
    phone.press(Key::Escape).await?;
    is_back_at_the_list(&phone).await?;
    at_the_sheet(&phone).await?;
    // The shade takes no tap that was meant for what opened the dialog, either.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    phone.tap_at(&json!(BESIDE_THE_DIALOG)).await?;
    is_back_at_the_list(&phone).await?;
    at_the_sheet(&phone).await?;
    phone.go_back().await?;
    is_back_at_the_list(&phone).await?;
    assert_eq!(phone.address().await?, address);
    phone.close().await
}

#[tokio::test]
async fn a_dialog_leaves_nothing_behind_in_the_history() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(&APPROVALS.replace("/approvals", "")).await?;
    phone.tap(Link, "审批").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    for _ in 0..2 {
        at_the_sheet(&phone).await?;
        phone.tap(Button, "暂不处理").await?;
        is_back_at_the_list(&phone).await?;
    }
    phone.go_back().await?;
    phone.is_at("/host").await?;
    phone.close().await
}

#[tokio::test]
async fn a_link_in_a_dialog_leads_on_and_back_leads_to_the_page_under_it() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/host/invitations{}", super::inviting::WECOM)).await?;
    phone.choose_radio("邀请的状态", "已撤回").await?;
    phone.tap_containing(Button, "贾晓雨").await?;
    phone.tap(Link, "再次邀请").await?;
    phone.has_value("访客姓名", "贾晓雨").await?;
    phone.go_back().await?;
    phone.is_at("/host/invitations").await?;
    phone.sees("份邀请").await?;
    phone.close().await
}

#[tokio::test]
async fn a_webview_that_does_not_know_inert_keeps_the_focus_in_the_dialog() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    // As in Chromium 88.
    phone
        .add_init_script(
            "var set = Element.prototype.setAttribute;
            Element.prototype.setAttribute = function (name) { if (name !== 'inert') set.apply(this, arguments); };",
        )
        .await?;
    phone.open(APPROVALS).await?;
    at_the_sheet(&phone).await?;
    phone.execute("document.querySelector('.frame a').focus()").await?;
    phone.waits_for(FOCUS, &json!("dialog")).await?;
    let heard = "return document.querySelector('.frame').closest('[aria-hidden=true]') !== null";
    assert_eq!(phone.execute(heard).await?, true);
    phone.close().await
}

#[tokio::test]
async fn keys_scroll_a_sheet_that_is_longer_than_the_screen() -> Result {
    let (_site, phone) = at_the_approvals().await?;
    phone.resize(320, 400).await?;
    phone.tap(Button, "退回 陆子涵").await?;
    phone.finds(Role::Dialog, "退回预约").await?;
    phone.animations_are_over().await?;
    let scrolled = "return document.querySelector('.popup__content').scrollTop > 0";
    let is_longer = "var content = document.querySelector('.popup__content'); return content.scrollHeight > content.clientHeight + 5";
    assert_eq!((phone.execute(is_longer).await?, phone.execute(scrolled).await?), (Value::Bool(true), Value::Bool(false)));
    phone.waits_for(FOCUS, &json!("dialog")).await?;
    phone.press(Key::End).await?;
    phone.waits_for(scrolled, &json!(true)).await?;
    phone.press(Key::Home).await?;
    phone.waits_for(scrolled, &json!(false)).await?;
    phone.close().await
}
