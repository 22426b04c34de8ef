//! An employee approves and returns, one by one and in batches.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, PROJECT, order_id};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

fn decision(host: &str, order: &str) -> Value {
    json!({ "beVisitorOpenId": host, "orderId": order, "projectId": PROJECT })
}

#[tokio::test]
async fn only_the_host_decides_by_open_id_or_by_token() {
    let mut caller = Caller::start().await;
    let approve = format!("{HOSTS}/approval/order");
    let order = order_id(300);
    refused(&caller.post_json(&approve, &decision("oHostLi", &order)).await, "2004");
    refused(&caller.post_json(&approve, &decision("oSomebody", &order)).await, "2005");
    refused(&caller.post_json(&approve, &decision("", &order)).await, "401");
    refused(&caller.post_json_as("oVisitorHe", &approve, &decision("", &order)).await, "2005");
    refused(&caller.post_json_as("oHostLi", &approve, &decision("", &order)).await, "2004");
    accepted(&caller.post_json_as(DEMO_HOST, &approve, &decision("", &order)).await);
    assert_eq!(caller.status(&order).await, 1);
}

#[tokio::test]
async fn the_approver_chooses_the_areas_and_says_why() {
    let caller = Caller::start().await;
    let mut approval = decision(DEMO_HOST, &order_id(300));
    approval["remark"] = json!("从研发楼进");
    approval["visitorPrivilegeGroupIds"] = json!("A99");
    refused(&caller.post_json(&format!("{HOSTS}/approval/order"), &approval).await, "3012");
    assert_eq!(caller.status(&order_id(300)).await, 0);
    approval["visitorPrivilegeGroupIds"] = json!("A02");
    accepted(&caller.post_json(&format!("{HOSTS}/approval/order"), &approval).await);
    let detail = caller.post(&format!("{VISITOR}/order/detail?orderId={}", order_id(300))).await;
    assert_eq!(accepted(&detail)["visitorPrivilegeGroupIds"], "A02");
    assert_eq!(accepted(&detail)["processRemark"], "从研发楼进");
}

#[tokio::test]
async fn a_batch_is_decided_as_a_whole_or_not_at_all() {
    let caller = Caller::start().await;
    let path = format!("{HOSTS}/batch/approval/order");
    let mixed = json!({ "orderIds": [order_id(300), order_id(307)], "type": "reject" });
    assert_eq!(refused(&caller.post_json(&path, &mixed).await, "2002"), "当前状态「正常」不允许审批退回");
    assert_eq!(caller.status(&order_id(300)).await, 0, "nothing was decided");

    let as_text = format!("[\"{}\",\"{}\"]", order_id(300), order_id(301));
    accepted(&caller.post_json(&path, &json!({ "orderIds": as_text, "type": "approval" })).await);
    let twice = json!({ "orderIds": [order_id(302), order_id(302)], "type": "reject", "remark": "当日不收货" });
    accepted(&caller.post_json(&path, &twice).await);
    for (serial, status) in [(300, 1), (301, 1), (302, 4)] {
        assert_eq!(caller.status(&order_id(serial)).await, status);
    }
    assert_eq!(caller.outbox().await.len(), 3, "each visitor is told once");
}

#[tokio::test]
async fn a_batch_that_makes_no_sense_is_refused() {
    let mut caller = Caller::start().await;
    let path = format!("{HOSTS}/batch/approval/order");
    for (body, code) in [
        (json!({ "orderIds": [], "type": "approval" }), "1001"),
        (json!({ "type": "approval" }), "1001"),
        (json!({ "orderIds": [order_id(300)], "type": "approve" }), "1002"),
        (json!({ "orderIds": "1,2", "type": "approval" }), "1002"),
        (json!({ "orderIds": ["0"], "type": "approval" }), "2001"),
    ] {
        refused(&caller.post_json(&path, &body).await, code);
    }
    let one = json!({ "orderIds": [order_id(300)], "type": "approval" });
    refused(&caller.post_json_as("oHostLi", &path, &one).await, "2004");
}

#[tokio::test]
async fn a_thousand_more_can_wait_for_the_demo_s_host() {
    let caller = Caller::start().await;
    let waiting = json!({ "type": "1", "beVisitorOpenId": DEMO_HOST, "pageNo": "1", "pageSize": "20", "sort": "asc", "statusList": "0" });
    let total = async || accepted(&caller.post_json(&format!("{HOSTS}/record/page"), &waiting).await)["total"].as_u64();
    let before = total().await;
    caller.control("POST", "queue", &json!({ "approvals": 1000 })).await;
    assert_eq!(total().await, before.map(|before| before + 1000));
}
