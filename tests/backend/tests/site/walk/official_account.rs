//! The official account: `visitor/*` and `beVisitor/*`.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, DEMO_VISITOR, PROJECT, order_id};

use super::Walk;
use crate::{
    believable::iso,
    caller::{HOSTS, JPEG, VISITOR, accepted},
};

/// What an order cannot do without.
const ORDER: [&str; 8] = ["orderId", "status", "webLabel", "startTime", "endTime", "beVisitorPersonName", "visitorName", "visitorPurpose"];

pub async fn walk(walk: &mut Walk) {
    form(walk).await;
    visitor(walk).await;
    host(walk).await;
    invitations(walk).await;
}

async fn form(walk: &mut Walk) {
    let post = |path: &str| format!("POST {VISITOR}/{path}");
    walk.ask(&post("promise/info"), "", &["showBeforeFlag", "beforeDetails/0/detailsContent", "informDetails/detailsContent"]).await;
    walk.ask(&post("orderModel/config"), "", &["personModelStatus", "spaceModelStatus", "spaceModelList/0/spaceName"]).await;
    let field = ["0/fieldInfoDto/paraKey", "0/fieldInfoDto/paraName", "0/fieldInfoDto/showType", "0/fieldInfoDto/required"];
    for query in ["?appId=wx1&type=0&orderModel=person", "?appId=wx1&type=0&orderModel=space", "?appId=wx1&type=1"] {
        walk.ask(&post("field/info"), query, &field).await;
    }
    walk.ask(&post("check/beVisitor"), "?openId=&phoneNo=13800000001", &[]).await;
    walk.ask(&post("privilege/info"), "?openId=o&type=0", &["0/groupId", "0/groupName", "0/isDefault"]).await;
    let picture = json!({ "imageData": "/9j/4AAQ", "type": "visitor" });
    walk.post_json(&format!("{VISITOR}/image/upload"), picture, &["imageUrl", "faceId", "faceLevel", "faceScore"]).await;
    let pass = ["configStatus", "title", "phItems/0/key", "phItems/1/name", "phItems/8/format", "endContent"];
    walk.ask(&post("phConfig/info"), "", &pass).await;
}

async fn visitor(walk: &mut Walk) {
    let mut booking = walk.caller.booking();
    booking["visitorCustomc"] = accepted(&walk.caller.upload(JPEG).await)["imageUrl"].clone();
    let mut change = booking.clone();
    change["orderId"] = json!(order_id(4));
    change["visitorOpenId"] = json!(DEMO_VISITOR);
    walk.post_json(&format!("{VISITOR}/order"), booking, &[]).await;
    walk.post_json(&format!("{VISITOR}/order/update"), change, &[]).await;
    walk.ask(&format!("POST {VISITOR}/order/cancel"), &format!("?orderId={}", order_id(2)), &[]).await;
    let page = json!({ "visitorOpenId": DEMO_VISITOR, "pageNo": "1", "pageSize": "100" });
    walk.post_json(&format!("{VISITOR}/order/page"), page, &["list/0/orderId", "total", "pageNo", "pageSize"]).await;
    for status in 0..16 {
        walk.ask(&format!("POST {VISITOR}/order/detail"), &format!("?orderId={}", order_id(status)), &ORDER).await;
    }
    walk.ask(&format!("POST {VISITOR}/qrCode"), &format!("?orderId={}", order_id(1)), &[]).await;
    let login = json!({ "orderId": order_id(1), "personId": "", "type": "visitor" });
    walk.post_json(&format!("{VISITOR}/visitor/msg/login"), login, &["isAllowLogin", "token"]).await;
}

async fn host(walk: &mut Walk) {
    let decision = |serial| json!({ "beVisitorOpenId": DEMO_HOST, "orderId": order_id(serial), "projectId": PROJECT });
    walk.post_json(&format!("{HOSTS}/approval/order"), decision(300), &[]).await;
    walk.post_json(&format!("{HOSTS}/reject/order"), decision(301), &[]).await;
    let batch = json!({ "orderIds": [order_id(302)], "type": "approval" });
    walk.post_json(&format!("{HOSTS}/batch/approval/order"), batch, &[]).await;
    walk.ask(&format!("POST {HOSTS}/order/cancel"), &format!("?orderId={}", order_id(309)), &[]).await;
    walk.ask(&format!("POST {HOSTS}/record/detail"), &format!("?orderId={}", order_id(307)), &ORDER).await;
    for kind in ["0", "1", "2"] {
        let page = json!({ "beVisitorOpenId": DEMO_HOST, "type": kind, "pageNo": "1", "pageSize": "100", "projectId": PROJECT });
        walk.post_json(&format!("{HOSTS}/record/page"), page, &["list/0/orderId", "list/0/visitorName", "total"]).await;
    }
    let now = walk.caller.now();
    let days = json!({ "beVisitorOpenId": DEMO_HOST, "projectId": PROJECT, "earlyStartTimeISO": iso(now) });
    let days = walk.post_json(&format!("{HOSTS}/record/orderDay"), days, &["0"]).await;
    assert!(days.as_array().expect("days").iter().all(Value::is_string), "{days}");
}

async fn invitations(walk: &mut Walk) {
    let mut invitation = walk.caller.invitation_by(DEMO_HOST);
    invitation["defaultOrderId"] = json!("shared/先 1%");
    walk.post_json(&format!("{HOSTS}/invitation/founding"), invitation, &["orderId"]).await;
    let preview = ["beVisitorPersonName", "visitorStartTime", "visitorEndTime", "visitorPurpose", "visitorName", "status"];
    let documented = format!("POST {HOSTS}/invitation/wechat/{{orderId}}/preview");
    let path = format!("{HOSTS}/invitation/wechat/shared%2F%E5%85%88%201%25/preview");
    walk.reach(standin::route::BASE, &documented, &path, Some(json!({ "sceneshow": "sms" })), &preview).await;
    let acceptance = json!({ "orderId": "shared/先 1%", "visitorName": "沈亦舟", "visitorPersonNum": 1 });
    walk.post_json(&format!("{HOSTS}/invitation/accepting"), acceptance, &[]).await;
    walk.post_json(&format!("{HOSTS}/invitation/cancel"), json!({ "openId": DEMO_HOST, "orderId": order_id(400) }), &[]).await;
}
