//! WeCom: only the token says who the employee is.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, order_id};

use crate::caller::{Caller, JPEG, MINI_HOST, WECOM, accepted, refused};

#[tokio::test]
async fn a_message_signs_its_host_in() {
    let mut caller = Caller::start().await;
    let login = format!("{WECOM}/visitor/visitor/msg/login");
    let dead = caller.post_json(&login, &json!({ "orderId": "0" })).await;
    assert_eq!(accepted(&dead)["isAllowLogin"], "0");
    let answer = caller.post_json(&login, &json!({ "orderId": order_id(307) })).await;
    caller.token = accepted(&answer)["token"].as_str().map(str::to_owned);
    let first = json!({ "pageNo": 1, "pageSize": 100 });
    let page = caller.post_json(&format!("{WECOM}/bevisitor/order/reception/log/doing"), &first).await;
    let names = crate::caller::column(&page, "visitorName");
    assert!(names.contains(&json!("曹俊杰")), "{names:?}");
}

#[tokio::test]
async fn an_invitation_goes_out_and_comes_back_with_a_face() {
    let mut caller = Caller::start().await;
    let founding = format!("{WECOM}/bevisitor/order/invitation/founding");
    refused(&caller.post_json(&founding, &caller.invitation()).await, "401");
    let founded = caller.post_json_as(DEMO_HOST, &founding, &caller.invitation()).await;
    let order = accepted(&founded)["orderId"].as_str().expect("an id").to_owned();
    let preview = format!("{WECOM}/bevisitor/invitation/wechat/{order}/preview");
    assert_eq!(accepted(&caller.post_json(&preview, &json!({ "sceneshow": "sms" })).await)["status"], 10);

    let face = json!({ "faceData": "/9j/4AAQ" });
    let face = caller.post_json(&format!("{WECOM}/visitor/facePic/upload"), &face).await;
    let mut acceptance = json!({ "orderId": order, "visitorName": "沈亦舟", "visitorPersonNum": 1, "faceId": "0" });
    let accept = format!("{WECOM}/bevisitor/invitation/accepting");
    refused(&caller.post_json(&accept, &acceptance).await, "3014");
    acceptance["faceId"] = accepted(&face)["faceId"].clone();
    accepted(&caller.post_json(&accept, &acceptance).await);

    let batch = json!({ "visitorBatch": format!("B{order}") });
    let path = format!("{WECOM}/bevisitor/order/detail");
    refused(&caller.post_json(&path, &batch).await, "401");
    refused(&caller.post_json_as("oHostLi", &path, &batch).await, "2004");
    let detail = caller.post_json_as(DEMO_HOST, &path, &batch).await;
    assert_eq!((&accepted(&detail)["status"], &accepted(&detail)["visitorPhoto"]), (&json!("正常"), &accepted(&face)["faceUrl"]));
    let code = caller.post(&format!("{WECOM}/visitor/qrCode?orderId={order}")).await;
    assert_eq!(accepted(&code), &accepted(&detail)["authBarCode"]);

    refused(&caller.post_json_as(DEMO_HOST, &format!("{WECOM}/bevisitor/invitation/cancel"), &json!({ "orderId": order })).await, "2002");
    accepted(&caller.post_json_as(DEMO_HOST, &format!("{WECOM}/bevisitor/order/cancel"), &batch).await);
    let again = caller.post_json_as(DEMO_HOST, &path, &batch).await;
    assert_eq!(accepted(&again)["status"], "预约失效(员工取消)");
    assert_eq!(accepted(&again)["buttonList"][0]["buttonKey"], "InvitationFoundByBeVisitor");
    let elsewhere = caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/detail"), &batch).await;
    assert_eq!(elsewhere, again, "the two channels show one visit");
}

#[tokio::test]
async fn a_larger_picture_is_a_better_face() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let caller = Caller::start().await;
    for (kilobytes, level) in [(0, "不合格"), (8, "低"), (20, "中"), (40, "高"), (400, "高")] {
        let mut bytes = JPEG.to_vec();
        bytes.resize(JPEG.len() + kilobytes * 1024, 0);
        let face = caller.post_json(&format!("{WECOM}/visitor/facePic/upload"), &json!({ "faceData": STANDARD.encode(&bytes) })).await;
        assert_eq!(accepted(&face)["level"], level, "{kilobytes} kB");
        assert!(accepted(&face)["score"].as_u64().is_some_and(|score| score <= 100));
    }
}

#[tokio::test]
async fn the_site_says_how_finely_times_are_chosen() {
    let caller = Caller::start().await;
    let path = format!("{WECOM}/my/timeDisplay");
    assert_eq!(accepted(&caller.post(&path).await)["timeDisplayType"], "1");
    caller.control("POST", "site", &json!({ "time_display": "day" })).await;
    assert_eq!(accepted(&caller.post("/ui/v1/wechat/miniapp/my/timeDisplay").await)["timeDisplayType"], "0");
    caller.control("POST", "site", &json!({ "pass": false })).await;
    let pass = caller.post("/ui/v1/wechat/visitor/phConfig/info").await;
    assert_eq!(accepted(&pass)["configStatus"], "close");
    assert_eq!(caller.control("POST", "reset", &Value::Null).await.status, 200);
    assert_eq!(accepted(&caller.post(&path).await)["timeDisplayType"], "1");
}
