//! A visitor books; the site's own configuration decides what it refuses.

use chrono::TimeDelta;
use serde_json::{Value, json};
use standin::seed::order_id;

use crate::{
    believable::iso,
    caller::{Caller, VISITOR, accepted, refused},
};

/// The refusal of a believable booking after one change; nothing may have been booked.
async fn refusal(caller: &Caller, key: &str, value: Value, code: &str) -> String {
    let mut booking = caller.booking();
    booking[key] = value;
    let before = caller.count();
    let answer = caller.post_json(&format!("{VISITOR}/order"), &booking).await;
    assert_eq!(caller.count(), before, "{key} was booked");
    refused(&answer, code).to_owned()
}

#[tokio::test]
async fn a_booking_waits_for_approval_and_tells_the_host() {
    let caller = Caller::start().await;
    let booking = caller.booking();
    let answer = caller.post_json(&format!("{VISITOR}/order"), &booking).await;
    assert_eq!(accepted(&answer), &json!({}), "the real backend tells no orderId");

    let page = json!({ "visitorOpenId": "oNewVisitor", "pageNo": "1", "pageSize": "10" });
    let page = caller.post_json(&format!("{VISITOR}/order/page"), &page).await;
    let order = &accepted(&page)["list"][0];
    assert_eq!(order["status"], 0);
    assert_eq!(order["visitorName"], "林知夏");
    assert_eq!(order["visitorIdentityType"], 414);
    assert_eq!(order["visitorPersonNum"], 3);
    assert_eq!(order["beVisitorPersonName"], "王建国");
    assert_eq!(order["visitorPrivilegeGroupIds"], "A01,A02");
    let start = booking["visitStartTime"].as_str().expect("a time");
    assert_eq!(order["startTime"], start[..19].replace('T', " "));

    let outbox = caller.control("GET", "outbox", &Value::Null).await.json();
    assert_eq!(outbox[0]["to"], "13800000001");
    let link = format!(
        "/m/{}?type=person&personId=P1001&s=mp_notice&channel=mp&projectId=122228959455556&productId=visitorcs",
        order["orderId"].as_str().expect("an id")
    );
    assert_eq!(outbox[0]["link"], link);
}

#[tokio::test]
async fn what_the_form_demands_is_checked() {
    let caller = Caller::start().await;
    let table = [
        ("visitorName", json!("  "), "3002", "请填写访客姓名"),
        ("visitorPurpose", Value::Null, "3002", "请填写来访事由"),
        ("visitorPhoneNum", json!("139123456789"), "3003", "手机号码不能超过11个字符"),
        ("visitorPurpose", json!("闲逛"), "3004", "来访事由的选项无效"),
        ("visitorCustomb", json!("3"), "3004", "是否需要陪同"),
        ("visitorIdentityNum", json!(""), "3002", "请填写证件号码"),
        ("visitorCustomc", json!("/__standin/image/99.jpg"), "3006", "携带设备照片"),
        ("visitorCustomc", json!("a,b,c,d"), "3005", "最多上传三张"),
        ("orderModel", json!("group"), "1002", "orderModel"),
    ];
    for (key, value, code, expected) in table {
        let msg = refusal(&caller, key, value, code).await;
        assert!(msg.contains(expected), "{key}: {msg}");
    }
}

#[tokio::test]
async fn length_counts_characters() {
    let caller = Caller::start().await;
    let mut booking = caller.booking();
    booking["visitorName"] = json!("欧".repeat(32));
    caller.book(&booking).await;
    assert!(refusal(&caller, "visitorName", json!("欧".repeat(33)), "3003").await.contains("32"));
}

#[tokio::test]
async fn hidden_deleted_and_unknown_fields_demand_nothing() {
    let caller = Caller::start().await;
    let mut booking = caller.booking();
    booking["visitorCustome"] = json!("绿码");
    booking["somethingNew"] = json!("?");
    caller.book(&booking).await;
}

#[tokio::test]
async fn times_host_and_areas_are_checked() {
    let caller = Caller::start().await;
    let now = caller.now();
    let hour = TimeDelta::hours(1);
    let table = [
        ("visitStartTime", json!(iso(now - hour)), "3008"),
        ("visitEndTime", json!(iso(now + hour)), "3009"),
        ("visitStartTime", json!("2099-01-01 10:00"), "3007"),
        ("visitStartTime", json!("2099-01-01T10:00:00Z"), "3007"),
        ("visitEndTime", Value::Null, "3002"),
        ("beVisitorPhoneNum", json!("13899999999"), "3011"),
        ("beVisitorPhoneNum", json!(""), "3010"),
        ("visitorPrivilegeGroupIds", json!("A01,A99"), "3012"),
    ];
    for (key, value, code) in table {
        refusal(&caller, key, value, code).await;
    }
}

#[tokio::test]
async fn this_very_minute_is_not_the_past() {
    let caller = Caller::start().await;
    let now = caller.now();
    let mut booking = caller.booking();
    let minute = iso(now);
    booking["visitStartTime"] = json!(format!("{}:00+08:00", &minute[..16]));
    caller.book(&booking).await;
}

#[tokio::test]
async fn the_clock_decides_what_is_past() {
    let caller = Caller::start().await;
    let booking = caller.booking();
    caller.control("POST", "clock", &json!({ "offset_seconds": 2 * 24 * 3600 })).await;
    let answer = caller.post_json(&format!("{VISITOR}/order"), &booking).await;
    assert_eq!(refused(&answer, "3008"), "预计来访时间不能早于当前时间");
}

#[tokio::test]
async fn a_place_is_booked_with_its_own_host_and_form() {
    let caller = Caller::start().await;
    let mut booking = caller.booking();
    booking["orderModel"] = json!("space");
    booking["beVisitorPhoneNum"] = Value::Null;
    booking["beVisitorPersonId"] = json!("P1003");
    booking["visitorIdentityNum"] = Value::Null;
    let order = caller.book(&booking).await;
    let detail = caller.post(&format!("{VISITOR}/order/detail?orderId={order}")).await;
    assert_eq!(accepted(&detail)["orderModel"], "space");
    assert_eq!(accepted(&detail)["beVisitorPersonName"], "陈思远");

    booking["beVisitorPersonId"] = json!("P1001");
    refused(&caller.post_json(&format!("{VISITOR}/order"), &booking).await, "3011");
    caller.control("POST", "site", &json!({ "mode": "person" })).await;
    refused(&caller.post_json(&format!("{VISITOR}/order"), &booking).await, "3001");
}

#[tokio::test]
async fn equal_bookings_are_two_bookings() {
    let caller = Caller::start().await;
    let before = caller.count();
    let booking = caller.booking();
    let first = caller.book(&booking).await;
    let second = caller.book(&booking).await;
    assert_ne!(first, second);
    assert_eq!(caller.count(), before + 2);
}

#[tokio::test]
async fn the_host_is_found_by_phone() {
    let caller = Caller::start().await;
    let path = format!("{VISITOR}/check/beVisitor");
    assert_eq!(accepted(&caller.post(&format!("{path}?openId=o&phoneNo=13800000002")).await), "李敏");
    refused(&caller.post(&format!("{path}?openId=o&phoneNo=13000000000")).await, "3011");
    let answer = caller.post(&format!("{path}?phoneNo=13800000002")).await;
    assert_eq!(refused(&answer, "1001"), "缺少参数：openId");
    refused(&caller.post(&format!("{VISITOR}/field/info?appId=wx&type=2")).await, "1002");
}

#[tokio::test]
async fn parameters_belong_where_the_contract_puts_them() {
    let caller = Caller::start().await;
    let in_the_body = json!({ "orderId": order_id(1) });
    refused(&caller.post_json(&format!("{VISITOR}/order/detail"), &in_the_body).await, "1001");

    let path = format!("{}{VISITOR}/order", standin::route::BASE);
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = caller.call("POST", &path, &form, "visitorName=x").await.expect("an answer");
    assert_eq!(answer.status, 415);
    let json = [("content-type", "application/json")];
    let answer = caller.call("POST", &path, &json, "{").await.expect("an answer");
    assert_eq!((answer.status.as_u16(), answer.json()["code"].clone()), (400, json!("400")));
    assert_eq!(caller.call("GET", &path, &[], "").await.expect("an answer").status, 405);
}
