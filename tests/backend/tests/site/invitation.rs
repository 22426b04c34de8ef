//! Invitations in the official account: an SMS, a preview, a yes or a no.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, order_id};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

async fn founded(caller: &Caller) -> String {
    let answer = caller.post_json(&format!("{HOSTS}/invitation/founding"), &caller.invitation_by(DEMO_HOST)).await;
    accepted(&answer)["orderId"].as_str().expect("an id").to_owned()
}

async fn preview(caller: &Caller, order: &str) -> Value {
    caller.post_json(&format!("{HOSTS}/invitation/wechat/{order}/preview"), &json!({ "sceneshow": "sms" })).await
}

fn acceptance(order: &str) -> Value {
    json!({ "orderId": order, "openId": "oInvited", "visitorName": "沈亦舟", "visitorPersonNum": 2, "visitorCarNumber": "沪A12345" })
}

#[tokio::test]
async fn an_invited_visitor_gets_an_sms_and_needs_no_approval() {
    let caller = Caller::start().await;
    let order = founded(&caller).await;
    let sms = &caller.outbox().await[0];
    assert_eq!((&sms["channel"], &sms["to"]), (&json!("sms"), &json!("13900000099")));
    assert_eq!(sms["link"], format!("/i/{order}?s=sms&channel=mp&projectId=122228959455556&productId=visitorcs"));

    let shown = preview(&caller, &order).await;
    let shown = accepted(&shown);
    assert_eq!((&shown["status"], &shown["beVisitorPersonName"], &shown["visitorName"]), (&json!(10), &json!("王建国"), &json!("沈亦舟")));
    assert!(shown["visitorStartTime"].as_str().is_some_and(|time| time.ends_with("+08:00")));
    assert_eq!(shown["visitorPurpose"], "参观交流");

    let accept = format!("{HOSTS}/invitation/accepting");
    accepted(&caller.post_json(&accept, &acceptance(&order)).await);
    assert_eq!(caller.status(&order).await, 1);
    let mine = json!({ "visitorOpenId": "oInvited", "pageNo": "1", "pageSize": "10" });
    let mine = caller.post_json(&format!("{VISITOR}/order/page"), &mine).await;
    assert_eq!(accepted(&mine)["list"][0]["visitorCarNumber"], "沪A12345");
    assert_eq!(accepted(&mine)["list"][0]["visitorPersonNum"], 2);
    accepted(&caller.post(&format!("{VISITOR}/qrCode?orderId={order}")).await);
    assert_eq!(caller.outbox().await[1]["to"], "13800000001", "the host is told");
    refused(&caller.post_json(&accept, &acceptance(&order)).await, "2002");
}

#[tokio::test]
async fn a_site_may_want_accepted_invitations_approved() {
    let caller = Caller::start().await;
    caller.control("POST", "site", &json!({ "invitation_approval": true })).await;
    let order = founded(&caller).await;
    accepted(&caller.post_json(&format!("{HOSTS}/invitation/accepting"), &acceptance(&order)).await);
    assert_eq!(caller.status(&order).await, 0);
    let approvals = json!({ "beVisitorOpenId": DEMO_HOST, "type": "1", "orderId": order, "pageNo": "1", "pageSize": "10" });
    assert_eq!(accepted(&caller.post_json(&format!("{HOSTS}/record/page"), &approvals).await)["total"], 1);
}

#[tokio::test]
async fn a_visitor_declines_and_a_host_withdraws() {
    let caller = Caller::start().await;
    let declined = founded(&caller).await;
    accepted(&caller.post(&format!("{VISITOR}/order/cancel?orderId={declined}")).await);
    assert_eq!(caller.status(&declined).await, 13);

    let withdrawn = founded(&caller).await;
    let cancel = format!("{HOSTS}/invitation/cancel");
    refused(&caller.post_json(&cancel, &json!({ "openId": "oHostLi", "orderId": withdrawn })).await, "2004");
    accepted(&caller.post_json(&cancel, &json!({ "openId": DEMO_HOST, "orderId": withdrawn })).await);
    assert_eq!(caller.status(&withdrawn).await, 12);
    assert_eq!(accepted(&preview(&caller, &withdrawn).await)["status"], 12, "the page can say what became of it");
    refused(&caller.post_json(&format!("{HOSTS}/invitation/accepting"), &acceptance(&withdrawn)).await, "2002");
    assert!(caller.outbox().await.iter().any(|message| message["text"].as_str().is_some_and(|text| text.contains("撤回"))));

    let sent = json!({ "beVisitorOpenId": DEMO_HOST, "type": "2", "statusList": "12,13", "pageNo": "1", "pageSize": "50" });
    let sent = crate::caller::column(&caller.post_json(&format!("{HOSTS}/record/page"), &sent).await, "orderId");
    assert!(sent.contains(&json!(declined)) && sent.contains(&json!(withdrawn)));
}

#[tokio::test]
async fn an_id_that_was_shared_first_becomes_the_invitation() {
    let caller = Caller::start().await;
    let path = format!("{HOSTS}/invitation/founding");
    let mut invitation = caller.invitation_by(DEMO_HOST);
    invitation["defaultOrderId"] = json!("分享/1?%");
    assert_eq!(accepted(&caller.post_json(&path, &invitation).await)["orderId"], "分享/1?%");
    let encoded = "%E5%88%86%E4%BA%AB%2F1%3F%25";
    assert_eq!(accepted(&preview(&caller, encoded).await)["visitorName"], "沈亦舟");
    refused(&caller.post_json(&path, &invitation).await, "2008");
    refused(&preview(&caller, "0").await, "2001");
}

#[tokio::test]
async fn an_invitation_is_checked() {
    let caller = Caller::start().await;
    for (key, value, code) in [
        ("openId", json!("oVisitorDemo"), "2005"),
        ("openId", Value::Null, "1001"),
        ("visitorName", json!(""), "1001"),
        ("visitorPrivilegeGroupIds", json!("A99"), "3012"),
        ("visitorStartTime", json!("2020-01-01T08:00:00+08:00"), "3008"),
        ("visitorEndTime", Value::Null, "3002"),
    ] {
        let mut invitation = caller.invitation_by(DEMO_HOST);
        invitation[key] = value;
        refused(&caller.post_json(&format!("{HOSTS}/invitation/founding"), &invitation).await, code);
    }
    let order = order_id(400);
    let accept = format!("{HOSTS}/invitation/accepting");
    refused(&caller.post_json(&accept, &json!({ "orderId": order, "visitorName": "杜一鸣" })).await, "1001");
    refused(&caller.post_json(&accept, &json!({ "orderId": order, "visitorName": "杜一鸣", "visitorPersonNum": "1" })).await, "1002");
    let scene = json!({ "sceneshow": "dream" });
    refused(&caller.post_json(&format!("{HOSTS}/invitation/wechat/{order}/preview"), &scene).await, "1002");
}
