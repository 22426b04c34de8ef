//! At a computer, keys go through the list and decide, and a decision leads on to the next visit.

use super::approvals::{APPROVALS, stands};
use super::computer::{DETAIL, MARKED, ROWS, at_a_computer};
use e2e::error::Result;
use e2e::phone::{Key, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Site, call};
use serde_json::{Value, json};
use standin::seed::order_id;

async fn at_the_list(site: &Site) -> Result<(Phone, Vec<Value>)> {
    let phone = at_a_computer(site, APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    let rows = phone.execute(ROWS).await?.as_array().cloned().unwrap_or_default();
    Ok((phone, rows))
}

/// Waits until the row of that visit is marked and the visit stands beside the list.
async fn is_chosen(phone: &Phone, name: &Value) -> Result {
    phone.waits_for(MARKED, &json!([name])).await?;
    phone.waits_for("var name = document.querySelector('.pair__detail .cell__value'); return name && name.textContent", name).await
}

async fn approve(phone: &Phone) -> Result {
    phone.press_keys("a").await?;
    phone.finds(Dialog, "同意来访").await?;
    phone.sees("允许进入的区域").await?;
    tokio::time::sleep(std::time::Duration::from_millis(450)).await;
    phone.tap(Button, "同意").await?;
    phone.does_not_find(Dialog, "同意来访").await
}

#[tokio::test]
async fn arrows_go_from_row_to_row_and_back_leads_to_where_they_began() -> Result {
    let site = Site::open().await?;
    let (phone, rows) = at_the_list(&site).await?;
    phone.sees("按 ↑ ↓ 键换一条来访").await?;
    phone.press(Key::Down).await?;
    is_chosen(&phone, &rows[0]).await?;
    phone.press(Key::Up).await?;
    is_chosen(&phone, &rows[0]).await?;
    let last = rows.last().and_then(Value::as_str).unwrap_or_default();
    phone.tap_containing(Link, last).await?;
    is_chosen(&phone, rows.last().unwrap_or(&Value::Null)).await?;
    for row in rows.iter().rev().skip(1) {
        phone.press(Key::Up).await?;
        phone.waits_for(MARKED, &json!([row])).await?;
        let is_in_sight = "
            var row = document.querySelector('[aria-current=true]').getBoundingClientRect();
            return row.top >= 0 && row.bottom <= innerHeight";
        phone.waits_for(is_in_sight, &json!(true)).await?;
    }
    is_chosen(&phone, &rows[0]).await?;
    // One step back leads through all of them, to what was clicked.
    phone.go_back().await?;
    is_chosen(&phone, rows.last().unwrap_or(&Value::Null)).await?;
    phone.go_back().await?;
    is_chosen(&phone, &rows[0]).await?;
    phone.close().await
}

#[tokio::test]
async fn arrows_go_on_where_the_row_is_far_from_the_screen() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(80);
    let (phone, rows) = at_the_list(&site).await?;
    phone.press(Key::Down).await?;
    is_chosen(&phone, &rows[0]).await?;
    // Down to the end, page by page, until the first rows are drawn no more.
    for _ in 0..12 {
        phone.execute("window.scrollTo(0, document.documentElement.scrollHeight)").await?;
        tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    }
    phone.waits_for(MARKED, &json!([])).await?;
    phone.press(Key::Down).await?;
    is_chosen(&phone, &rows[1]).await?;
    phone.close().await
}

#[tokio::test]
async fn a_and_r_ask_as_the_buttons_do_and_the_first_moment_confirms_nothing() -> Result {
    let site = Site::open().await?;
    let (phone, _) = at_the_list(&site).await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    // People and screen readers are told.
    let told = "
        return Array.from(document.querySelectorAll('.decision__buttons button'), function (button) {
            return [button.textContent.trim(), button.getAttribute('aria-keyshortcuts'), getComputedStyle(button, '::after').content.charAt(0)];
        })";
    assert_eq!(phone.execute(told).await?, json!([["同意", "A", "\""], ["退回", "R", "\""]]));
    // The letter beside the label is for eyes: it is no part of the name.
    let names = phone.computed_names(Button).await?;
    assert_eq!(names.iter().filter(|name| ["同意", "退回"].contains(&name.as_str())).count(), 2, "{names:?}");

    phone.press_keys("r").await?;
    phone.finds(Dialog, "退回预约").await?;
    phone.has_value("退回原因", "").await?;
    // Within a dialog and in its inputs, keys are letters.
    phone.type_into("退回原因", "ra").await?;
    phone.press(Key::Down).await?;
    phone.finds(Dialog, "退回预约").await?;
    phone.has_value("退回原因", "ra").await?;
    phone.press(Key::Escape).await?;
    phone.does_not_find(Dialog, "退回预约").await?;

    // What is clicked as soon as the dialog is there decides nothing.
    let at_once = "
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
        var done = arguments[arguments.length - 1];
        (function look() {
            var button = document.querySelector('[role=dialog] .button[data-guarded]:not(:disabled)');
            if (!button) return setTimeout(look, 10);
            button.click();
            setTimeout(function () { done(Boolean(document.querySelector('[role=dialog]'))) }, 50);
        })();";
    assert_eq!(phone.execute_async(at_once).await?, json!(true), "the dialog still asks");
    assert_eq!(site.count(call::APPROVE), 0);
    phone.tap(Button, "同意").await?;
    stands(&site, 300, 1).await;
    phone.close().await
}

#[tokio::test]
async fn keys_mean_nothing_in_an_input_with_a_modifier_or_on_a_narrow_screen() -> Result {
    let site = Site::open().await?;
    let (phone, rows) = at_the_list(&site).await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    let press = |key: &str, modifiers: &str| {
        format!(
            "var event = new KeyboardEvent('keydown', Object.assign({{ key: '{key}', bubbles: true, cancelable: true }}, {modifiers}));
            document.body.dispatchEvent(event);
            return event.defaultPrevented"
        )
    };
    for modifiers in ["{ ctrlKey: true }", "{ metaKey: true }", "{ altKey: true }", "{ shiftKey: true }", "{ isComposing: true }"] {
        for key in ["a", "r", "ArrowDown", "ArrowUp"] {
            assert_eq!(phone.execute(&press(key, modifiers)).await?, json!(false), "{key} {modifiers}");
        }
    }
    phone.type_into("按访客姓名搜索", "ar").await?;
    phone.press(Key::Down).await?;
    phone.has_value("按访客姓名搜索", "ar").await?;
    assert_eq!(phone.names(Dialog).await?, Vec::<String>::new());
    phone.waits_for(DETAIL_NAME, &rows.iter().find(|row| *row == "陆子涵").cloned().unwrap_or_default()).await?;
    phone.execute("document.activeElement.blur()").await?;
    assert_eq!(phone.execute(&press("a", "{}")).await?, json!(true), "without any of these it means something");
    phone.finds(Dialog, "同意来访").await?;
    phone.press(Key::Escape).await?;
    phone.does_not_find(Dialog, "同意来访").await?;

    phone.resize(390, 844).await?;
    phone.is_at(&format!("/host/visits/{}", order_id(300))).await?;
    phone.sees("访客在等您的决定。").await?;
    for key in ["a", "r", "ArrowDown"] {
        assert_eq!(phone.execute(&press(key, "{}")).await?, json!(false), "{key} on a phone");
    }
    assert_eq!(phone.execute("return document.querySelectorAll('[aria-keyshortcuts]').length").await?, json!(0));
    phone.close().await
}

const DETAIL_NAME: &str = "return document.querySelector('.pair__detail .cell__value').textContent";

#[tokio::test]
async fn after_a_decision_the_next_visit_opens_then_the_one_before_then_none() -> Result {
    let site = Site::open().await?;
    let (phone, rows) = at_the_list(&site).await?;
    assert!(rows.len() >= 4, "{rows:?}");
    // From the third on: the next ones down, and at the end the nearest above.
    phone.tap_containing(Link, rows[2].as_str().unwrap_or_default()).await?;
    is_chosen(&phone, &rows[2]).await?;
    let decided = phone.address().await?;
    approve(&phone).await?;
    is_chosen(&phone, &rows[3]).await?;
    phone.sees("即将同意").await?;
    assert_eq!(site.count(call::APPROVE), 0, "it can still be undone");
    // Back to what was decided, and on again.
    phone.go_back().await?;
    is_chosen(&phone, &rows[2]).await?;
    phone.is_at(&decided).await?;
    phone.go_forward().await?;
    is_chosen(&phone, &rows[3]).await?;
    for next in rows.iter().skip(4).chain([&rows[1], &rows[0]]) {
        approve(&phone).await?;
        is_chosen(&phone, next).await?;
    }
    approve(&phone).await?;
    phone.sees("点一条来访，在这里查看详情").await?;
    phone.is_at("/host/approvals").await?;
    assert_eq!(phone.execute(MARKED).await?, json!([]));
    let detail = phone.execute(DETAIL).await?;
    assert!(!detail.as_str().unwrap_or_default().contains("访客在等您的决定"), "{detail}");
    stands(&site, 300, 1).await;
    phone.close().await
}

#[tokio::test]
async fn a_decision_on_another_row_leaves_the_chosen_visit_alone() -> Result {
    let site = Site::open().await?;
    let (phone, rows) = at_the_list(&site).await?;
    let other = rows.iter().filter_map(Value::as_str).find(|name| *name != "陆子涵").unwrap_or_default();
    phone.tap_containing(Link, other).await?;
    is_chosen(&phone, &json!(other)).await?;
    phone.tap(Button, "退回 陆子涵").await?;
    phone.type_into("退回原因", "请补充照片").await?;
    tokio::time::sleep(std::time::Duration::from_millis(450)).await;
    phone.tap(Button, "退回").await?;
    phone.sees("即将退回").await?;
    is_chosen(&phone, &json!(other)).await?;
    stands(&site, 300, 4).await;
    phone.close().await
}
