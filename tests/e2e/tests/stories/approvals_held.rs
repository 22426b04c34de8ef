//! What is held, because a decision on it can still be undone, is frozen for everything else, and says so.

use super::approvals::{APPROVALS, stands, status_of};
use super::inviting::WECOM;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Checkbox};
use e2e::site::{Site, call};
use serde_json::json;
use standin::seed::order_id;

/// Decisions are held for three times as long, so that there is time to look.
const HELD_LONGER: &str = "
    var setTimer = window.setTimeout;
    window.setTimeout = function (act, millis) { return setTimer(act, millis === 4000 ? 12000 : millis); };";

async fn at(site: &Site, address: &str) -> Result<Phone> {
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.add_init_script(HELD_LONGER).await?;
    phone.open(address).await?;
    Ok(phone)
}

#[tokio::test]
async fn a_batch_says_which_of_its_visits_are_held_and_leaves_them_out() -> Result {
    let site = Site::open().await?;
    let phone = at(&site, APPROVALS).await?;
    phone.tap(Checkbox, "选择 陆子涵").await?;
    phone.tap(Checkbox, "选择 方文静").await?;
    phone.tap(Button, "同意所选").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意").await?;
    phone.does_not_see("已选").await?;
    phone.does_not_find(Button, "退回所选").await?;
    phone.tap(Checkbox, "选择 马腾飞").await?;
    phone.sees("已选 1 条").await?;
    phone.tap(Button, "退回所选").await?;
    phone.sees("退回预约").await?;
    phone.sees("另有 2 条已有决定").await?;
    phone.animations_are_over().await?;
    phone.screenshot("batch-with-held").await?;
    phone.type_into("退回原因", "请改期").await?;
    phone.tap(Button, "退回").await?;
    for (order, status) in [(300, 1), (301, 1), (302, 4)] {
        stands(&site, order, status).await;
    }
    assert_eq!((site.count(call::DECIDE_BATCH), site.count(call::RETURN), site.count(call::APPROVE)), (1, 1, 0));
    let [batch] = site.requests(call::DECIDE_BATCH).try_into().unwrap_or_default();
    assert_eq!(batch["body"]["orderIds"], json!([order_id(300), order_id(301)]));
    phone.close().await
}

#[tokio::test]
async fn a_visit_whose_approval_is_held_cannot_be_cancelled() -> Result {
    let site = Site::open().await?;
    let phone = at(&site, &format!("/host/visits/batch/B{}{WECOM}", order_id(300))).await?;
    phone.finds(Button, "取消来访").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("允许进入的区域").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意。要做其他操作，请先撤销。").await?;
    phone.does_not_find(Button, "取消来访").await?;
    phone.tap(Button, "撤销").await?;
    phone.finds(Button, "取消来访").await?;
    phone.does_not_see("请先撤销").await?;
    assert_eq!((site.count(call::APPROVE), status_of(&site, 300)), (0, Some(0)));
    phone.close().await
}
