//! The mini-program: what the visitor does, the host sees, and the other way round.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, ENTERPRISE, LEADER, PROJECT};

use crate::caller::{Caller, MINI_HOST, MINI_VISITOR, accepted, column, refused};

const DENG: &str = "oVisitorDeng";

async fn list(caller: &mut Caller, who: &str, path: String) -> Value {
    caller.post_json_as(who, &path, &json!({ "pageNo": 1, "pageSize": 100 })).await
}

/// The cards of the visitor whom these stories follow.
async fn his(caller: &mut Caller, list_name: &str) -> Vec<Value> {
    let page = list(caller, DEMO_HOST, format!("{MINI_HOST}/order/{list_name}")).await;
    let all = accepted(&page)["list"].as_array().expect("a list").clone();
    all.into_iter().filter(|card| card["visitorName"] == "邓浩").collect()
}

#[tokio::test]
async fn a_booking_goes_from_the_visitor_to_the_host_and_through_the_gate() {
    let mut caller = Caller::start().await;
    let founding = caller.founding(1);
    assert_eq!(accepted(&caller.post_json_as(DENG, &format!("{MINI_VISITOR}/founding"), &founding).await), &json!({}));

    let doing = list(&mut caller, DENG, format!("{MINI_VISITOR}/go/log/doing")).await;
    let card = accepted(&doing)["list"][0].clone();
    assert_eq!((&card["status"], &card["beVisitorPersonName"]), (&json!("待审批"), &json!("王建国")));
    assert_eq!(card["startTime"], format!("{}:00", founding["startTime"].as_str().expect("a time")));
    let (order, batch) = (card["orderId"].clone(), card["visitorBatch"].clone());

    let waiting = his(&mut caller, "examine/log/doing").await;
    assert_eq!((&waiting[0]["visitorBatch"], &waiting[0]["backLogId"]), (&batch, &card["backlogId"]));
    assert_eq!(waiting[0]["visitorWorkUnit"], "宁波港联物流有限公司", "the account says so");
    let qr_code = format!("{MINI_VISITOR}/qrcode/refresh");
    refused(&caller.post_json(&qr_code, &json!({ "orderId": order })).await, "2003");

    let approval = json!({ "beVisitorOpenId": "", "orderId": order, "projectId": PROJECT });
    accepted(&caller.post_json_as(DEMO_HOST, "/ui/v1/wechat/beVisitor/approval/order", &approval).await);
    assert!(his(&mut caller, "examine/log/doing").await.is_empty());
    assert_eq!(his(&mut caller, "reception/log/doing").await[0]["status"], "正常");
    let code = caller.post_json(&qr_code, &json!({ "orderId": order })).await;
    let detail = caller.post_json_as(DENG, &format!("{MINI_VISITOR}/detail"), &json!({ "orderId": order, "visitorBatch": batch })).await;
    assert_eq!(accepted(&code)["authBarCode"], accepted(&detail)["authBarCode"]);

    for (control, word) in [("arrive", "已到达"), ("sign-out", "访客签离")] {
        caller.control("POST", &format!("{control}?orderId={}", order.as_str().expect("an id")), &Value::Null).await;
        let list_name = if control == "arrive" { "reception/log/doing" } else { "reception/log/history" };
        assert_eq!(his(&mut caller, list_name).await[0]["status"], word);
    }
    let history =
        caller.post_json_as(DENG, &format!("{MINI_VISITOR}/go/log/history"), &json!({ "pageNo": 1, "pageSize": 9, "tabKey": "2" })).await;
    assert_eq!(column(&history, "orderId"), [order]);
}

#[tokio::test]
async fn a_booking_is_changed_and_cancelled_by_either_side() {
    let mut caller = Caller::start().await;
    let founding = caller.founding(1);
    for _ in 0..2 {
        accepted(&caller.post_json_as(DENG, &format!("{MINI_VISITOR}/founding"), &founding).await);
    }
    let doing = list(&mut caller, DENG, format!("{MINI_VISITOR}/go/log/doing")).await;
    let (orders, batches) = (column(&doing, "orderId"), column(&doing, "visitorBatch"));
    let mut change = founding.clone();
    change["orderId"] = orders[0].clone();
    change["visitorPurpose"] = json!("参观交流");
    accepted(&caller.post_json_as(DENG, &format!("{MINI_VISITOR}/update"), &change).await);
    let detail = caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/detail"), &json!({ "visitorBatch": batches[0] })).await;
    assert_eq!(accepted(&detail)["visitorPurpose"], "参观交流");
    assert_eq!(accepted(&detail)["buttonList"], json!([]));

    let by_host = json!({ "visitorBatch": batches[0] });
    refused(&caller.post_json_as("oHostLi", &format!("{MINI_HOST}/order/cancel"), &by_host).await, "2004");
    accepted(&caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/cancel"), &by_host).await);
    for path in ["cancel", "submit"] {
        refused(&caller.post_json_as(LEADER, &format!("{MINI_VISITOR}/{path}"), &json!({ "orderId": orders[1] })).await, "2011");
    }
    accepted(&caller.post_json_as(DENG, &format!("{MINI_VISITOR}/cancel"), &json!({ "orderId": orders[1] })).await);
    let history = list(&mut caller, DENG, format!("{MINI_VISITOR}/go/log/history")).await;
    let mut words = column(&history, "status");
    words.sort_by_key(Value::to_string);
    assert_eq!(words, ["预约失效(员工取消)", "预约失效(访客取消)"]);
}

#[tokio::test]
async fn the_two_lists_and_their_tabs_share_out_all_visits() {
    let mut caller = Caller::start().await;
    let mut counted = Vec::new();
    for (path, tab) in [("doing", None), ("history", Some("0")), ("history", Some("1")), ("history", Some("2"))] {
        let ask = json!({ "pageNo": 1, "pageSize": 100, "tabKey": tab });
        let page = caller.post_json_as("oVisitorDemo", &format!("{MINI_VISITOR}/go/log/{path}"), &ask).await;
        counted.push(accepted(&page)["total"].as_u64().expect("a number"));
    }
    assert_eq!((counted[0] + counted[1], counted[1]), (26, counted[2] + counted[3]));
    let search = json!({ "pageNo": 1, "pageSize": 100, "beVisitorPersonName": "李" });
    let page = caller.post_json_as(LEADER, &format!("{MINI_VISITOR}/go/log/history"), &search).await;
    assert_eq!(column(&page, "beVisitorPersonName"), ["李敏"]);
    refused(
        &caller
            .post_json_as(LEADER, &format!("{MINI_VISITOR}/go/log/history"), &json!({ "pageNo": 1, "pageSize": 1, "tabKey": "3" }))
            .await,
        "1002",
    );
}

#[tokio::test]
async fn enterprises_are_searched_and_hosts_matched() {
    let caller = Caller::start().await;
    let search = "/ui/v1/wechat/miniapp/my/enterprise/list";
    for short in [json!({}), json!({ "enterpriseName": "临" })] {
        refused(&caller.post_json(search, &short).await, "1002");
    }
    let found = caller.post_json(search, &json!({ "enterpriseName": "临港" })).await;
    let first = &accepted(&found)["enterpriseList"][0];
    assert_eq!((&first["enterpriseName"], &first["projectId"]), (&json!(ENTERPRISE), &json!(PROJECT)));

    let matching = format!("{MINI_VISITOR}/bevisitor/matching");
    let mut ask = json!({ "beVisitorPhoneNum": "13800000004", "enterpriseName": ENTERPRISE, "projectId": PROJECT });
    assert_eq!(accepted(&caller.post_json(&matching, &ask).await)["beVisitorUserId"], "P1004");
    ask["beVisitorPhoneNum"] = json!("13000000000");
    refused(&caller.post_json(&matching, &ask).await, "3011");
    ask["enterpriseName"] = json!("不存在的公司");
    refused(&caller.post_json(&matching, &ask).await, "3013");
}

#[tokio::test]
async fn a_founding_is_checked() {
    let mut caller = Caller::start().await;
    let path = format!("{MINI_VISITOR}/founding");
    refused(&caller.post_json(&path, &caller.founding(1)).await, "401");
    for (key, value, code) in [
        ("beVisitorUserId", Value::Null, "1001"),
        ("startTime", json!("2030-01-02T08:00:00+08:00"), "3007"),
        ("startTime", json!("2020-01-02 08:00"), "3008"),
        ("visitorPurpose", json!("闲逛"), "3004"),
    ] {
        let mut founding = caller.founding(1);
        founding[key] = value;
        refused(&caller.post_json_as(DENG, &path, &founding).await, code);
    }
}
