//! Many decisions at once.

use super::approvals::{APPROVALS, at_the_approvals, at_the_approvals_of, stands, status_of};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Checkbox, Role::Listitem};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use std::time::Duration;

/// The most rows that may be in the document.
const MOST_ROWS: usize = 60;

#[tokio::test]
async fn some_are_approved_together_by_one_call() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Checkbox, "选择 陆子涵").await?;
    phone.tap(Checkbox, "选择 方文静").await?;
    phone.sees("已选 2 条").await?;
    phone.tap(Button, "同意所选").await?;
    phone.sees("同意 2 条来访").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("已同意 2 位").await?;
    stands(&site, 301, 1).await;
    let [sent] = site.requests(call::DECIDE_BATCH).try_into().unwrap_or_default();
    assert_eq!(sent["body"]["orderIds"], json!([order_id(300), order_id(301)]));
    assert_eq!(site.count(call::APPROVE), 0);
    phone.close().await
}

#[tokio::test]
async fn each_of_a_mixed_batch_has_its_own_outcome_and_only_failures_are_tried_again() -> Result {
    let (site, phone) = at_the_approvals().await?;
    for name in ["陆子涵", "方文静", "马腾飞"] {
        phone.tap(Checkbox, &format!("选择 {name}")).await?;
    }
    site.approve(&order_id(300))?;
    // Of the three that are then decided one by one, the first call fails: the one that is approved already.
    phone.tap(Button, "退回所选").await?;
    phone.type_into("退回原因", "当日盘点，请改期").await?;
    site.inject_fault(Fault::RequestLost, call::RETURN, 2);
    phone.tap(Button, "退回").await?;
    phone.sees("已退回 1 位，2 位未成").await?;
    phone.sees("已被同意").await?;
    phone.screenshot("batch-mixed").await?;
    stands(&site, 302, 4).await;
    phone.tap(Button, "重试失败的").await?;
    stands(&site, 301, 4).await;
    phone.sees("已退回 2 位，1 位未成").await?;
    phone.tap(Button, "知道了").await?;
    phone.does_not_see("位未成").await?;
    assert_eq!(status_of(&site, 300), Some(1));
    assert_eq!(site.count(call::DECIDE_BATCH), 1);
    phone.close().await
}

#[tokio::test]
async fn leaving_while_a_batch_is_sent_tells_what_was_done() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(150);
    let phone = at_the_approvals_of(&site).await?;
    site.inject_lasting_fault(Fault::Delay { millis: 1_500 }, call::DECIDE_BATCH);
    phone.tap(Checkbox, "全选 156 条").await?;
    phone.tap(Button, "同意所选").await?;
    phone.tap(Button, "同意 156 条").await?;
    phone.sees("正在处理 100/156").await?;
    phone.tap(e2e::phone::Role::Link, "接待").await?;
    phone.sees("已处理 100/").await?;
    let sizes = async || {
        site.requests(call::DECIDE_BATCH).iter().map(|call| call["body"]["orderIds"].as_array().map_or(0, Vec::len)).collect::<Vec<_>>()
    };
    phone.sees("已同意 15").await?;
    let sizes = sizes().await;
    assert!(sizes.len() == 2 && sizes.first() == Some(&100), "{sizes:?}");
    phone.close().await
}

#[tokio::test]
async fn a_thousand_wait_and_few_are_drawn() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(1_000);
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    assert!(site.count(call::RECORDS) <= 2, "the first rows come with the first request");
    let mut position = 0;
    for _ in 0..400 {
        let rows = phone.names(Listitem).await?.len();
        assert!(rows <= MOST_ROWS, "{rows} rows at {position}");
        if site.count(call::RECORDS) >= 10 {
            break;
        }
        position += 2_500;
        phone.scroll_to_position(position).await?;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    phone.close().await
}

#[tokio::test]
async fn all_that_wait_are_selected_also_those_that_have_not_come_and_are_asked_about_once() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(1_000);
    let phone = at_the_approvals_of(&site).await?;
    assert!(site.count(call::RECORDS) <= 2, "few are loaded");
    site.inject_lasting_fault(Fault::Delay { millis: 300 }, call::RECORDS);
    phone.tap(Checkbox, "全选 1006 条").await?;
    phone.sees("正在载入 200 / 1006").await?;
    phone.animations_are_over().await?;
    phone.screenshot("approvals-loading-all").await?;
    phone.tap(Button, "停止").await?;
    phone.finds(Checkbox, "全选 1006 条").await?;
    site.clear_faults();
    phone.tap(Checkbox, "全选 1006 条").await?;
    phone.sees("已选 1006 条").await?;
    assert!(phone.names(Listitem).await?.len() <= MOST_ROWS);
    phone.screenshot("approvals-thousand").await?;
    phone.tap(Button, "同意所选").await?;
    phone.sees("同意 1006 条来访").await?;
    phone.animations_are_over().await?;
    phone.screenshot("approvals-thousand-asked").await?;
    phone.tap(Button, "同意 1006 条").await?;
    phone.sees("已同意 1006 位").await?;
    let sent: usize = site.requests(call::DECIDE_BATCH).iter().map(|call| call["body"]["orderIds"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!((sent, site.pending_approvals()), (1_006, 0));
    phone.close().await
}

#[tokio::test]
async fn after_a_batch_the_visits_that_failed_stand_first() -> Result {
    let (site, phone) = at_the_approvals().await?;
    let before = phone.names(Listitem).await?;
    let [last, second_last] = [5, 4].map(|at| before.get(at).and_then(|row| row.split_whitespace().next()).unwrap_or_default().to_owned());
    for name in ["陆子涵", &second_last, &last] {
        phone.tap(Checkbox, &format!("选择 {name}")).await?;
    }
    // The first of the batch was withdrawn, so that each is sent on its own, and the others do not arrive.
    site.cancel(&order_id(300))?;
    phone.tap(Button, "退回所选").await?;
    phone.type_into("退回原因", "当日盘点，请改期").await?;
    site.inject_fault(Fault::RequestLost, call::RETURN, 3);
    phone.tap(Button, "退回").await?;
    phone.sees("3 位未能退回").await?;
    phone.animations_are_over().await?;
    phone.screenshot("batch-failures-first").await?;
    let after = phone.names(Listitem).await?;
    let first: Vec<&str> = after.iter().take(3).filter_map(|row| row.split_whitespace().next()).collect();
    assert_eq!(first, [second_last.as_str(), last.as_str(), "陆子涵"], "{after:?}");
    phone.close().await
}
