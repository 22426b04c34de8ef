//! Companions confirm one by one; their leader submits when all have.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, LEADER, PROJECT, guests, order_id};

use crate::caller::{Caller, MINI_HOST, MINI_VISITOR, accepted, column, refused};

const LUO: &str = "oVisitorLuo";
const TANG: &str = "oVisitorTang";

async fn detail(caller: &mut Caller, who: &str, order: &str) -> Value {
    let visit = json!({ "orderId": order, "visitorBatch": format!("B{order}") });
    accepted(&caller.post_json_as(who, &format!("{MINI_VISITOR}/detail"), &visit).await).clone()
}

async fn waiting(caller: &mut Caller) -> Vec<Value> {
    let all = json!({ "pageNo": 1, "pageSize": 100 });
    column(&caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/examine/log/doing"), &all).await, "visitorBatch")
}

#[tokio::test]
async fn the_host_hears_of_a_party_when_it_is_complete() {
    let mut caller = Caller::start().await;
    accepted(&caller.post_json_as(LEADER, &format!("{MINI_VISITOR}/founding"), &caller.founding(3)).await);
    let order = caller.running.site().bookings().pop().expect("a booking")["orderId"].as_str().expect("an id").to_owned();
    let batch = json!({ "visitorBatch": format!("B{order}") });
    let submit = format!("{MINI_VISITOR}/submit");
    assert!(!waiting(&mut caller).await.contains(&batch["visitorBatch"]));
    assert!(caller.outbox().await.is_empty());
    let approval = json!({ "beVisitorOpenId": DEMO_HOST, "orderId": order, "projectId": PROJECT });
    assert_eq!(refused(&caller.post_json("/ui/v1/wechat/beVisitor/approval/order", &approval).await, "2010"), "访客尚未提交预约");
    assert_eq!(refused(&caller.post_json_as(LEADER, &submit, &json!({ "orderId": order })).await, "2010"), "还有同行人未确认");

    let preview = caller.post_json(&format!("{MINI_VISITOR}/retinue/preview"), &batch).await;
    assert_eq!(accepted(&preview)["beVisitorPersonName"], "王建国");
    let confirm = format!("{MINI_VISITOR}/retinue/confirm");
    refused(&caller.post_json(&confirm, &batch).await, "401");
    refused(&caller.post_json_as(LEADER, &confirm, &batch).await, "2010");
    let mut with_car = batch.clone();
    with_car["visitorCarNumber"] = json!("苏E10086");
    accepted(&caller.post_json_as(LUO, &confirm, &with_car).await);
    refused(&caller.post_json_as(LUO, &confirm, &batch).await, "2007");
    accepted(&caller.post_json_as(TANG, &confirm, &batch).await);
    assert_eq!(refused(&caller.post_json_as("oVisitorDeng", &confirm, &batch).await, "2010"), "同行人数已满");

    let shown = detail(&mut caller, LEADER, &order).await;
    assert_eq!((&shown["visitorLeader"], shown.get("backlogId")), (&json!("1"), None));
    assert_eq!(shown["leaderVisitor"]["visitorName"], "何佳怡");
    let names: Vec<&Value> = shown["retinueList"].as_array().expect("a list").iter().map(|companion| &companion["visitorName"]).collect();
    assert_eq!(names, ["罗宇航", "唐思琪"]);
    assert_eq!(shown["retinueList"][0]["visitorCarNumber"], "苏E10086");
    assert_eq!(detail(&mut caller, LUO, &order).await["visitorLeader"], "0");

    accepted(&caller.post_json_as(LEADER, &submit, &json!({ "orderId": order })).await);
    assert!(waiting(&mut caller).await.contains(&batch["visitorBatch"]));
    assert!(detail(&mut caller, LEADER, &order).await["backlogId"].is_string());
    assert_eq!(caller.outbox().await.len(), 1);
    assert_eq!(refused(&caller.post_json_as(LEADER, &submit, &json!({ "orderId": order })).await, "2010"), "预约已提交");
}

#[tokio::test]
async fn companions_see_the_visit_and_how_it_ends() {
    let mut caller = Caller::start().await;
    let order = order_id(guests::GATHERED);
    let all = json!({ "pageNo": 1, "pageSize": 100 });
    let mine = caller.post_json_as(TANG, &format!("{MINI_VISITOR}/go/log/doing"), &all).await;
    assert_eq!(column(&mine, "orderId"), [json!(order)]);
    assert_eq!(detail(&mut caller, TANG, &order).await["retinueList"][1]["status"], "已确认");
    accepted(&caller.post_json_as(LEADER, &format!("{MINI_VISITOR}/cancel"), &json!({ "orderId": order })).await);
    let shown = detail(&mut caller, TANG, &order).await;
    assert_eq!(shown["retinueList"][1]["status"], "已取消");
    assert_eq!(shown["leaderVisitor"]["status"], "预约失效(访客取消)");
}

#[tokio::test]
async fn a_party_that_grows_waits_again() {
    let mut caller = Caller::start().await;
    let order = order_id(guests::GATHERED);
    for (head_count, host_sees) in [(4, false), (3, true), (2, true)] {
        let mut change = caller.founding(head_count);
        change["orderId"] = json!(order);
        accepted(&caller.post_json_as(LEADER, &format!("{MINI_VISITOR}/update"), &change).await);
        let seen = waiting(&mut caller).await.contains(&json!(format!("B{order}")));
        assert_eq!(seen, host_sees, "{head_count}");
    }
    assert_eq!(detail(&mut caller, LEADER, &order).await["retinueList"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_visit_without_companions_takes_none() {
    let mut caller = Caller::start().await;
    let confirm = format!("{MINI_VISITOR}/retinue/confirm");
    let alone = json!({ "visitorBatch": format!("B{}", order_id(300)) });
    assert_eq!(refused(&caller.post_json_as(LUO, &confirm, &alone).await, "2010"), "该预约没有同行人");
    let over = json!({ "visitorBatch": format!("B{}", order_id(307)) });
    refused(&caller.post_json_as(LUO, &confirm, &over).await, "2006");
    refused(&caller.post_json_as(LUO, &confirm, &json!({ "visitorBatch": "B0" })).await, "2001");
}
