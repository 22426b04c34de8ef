//! A visitor books, changes, cancels; the site's own configuration decides what it refuses.

use chrono::TimeDelta;
use serde_json::{Value, json};
use standin::seed::order_id;

use crate::caller::{Caller, HOSTS, JPEG, PNG, VISITOR, accepted, iso, refused};

/// The refusal of a believable booking after one change; nothing may have been booked.
async fn refusal(caller: &Caller, key: &str, value: Value, code: &str) -> String {
    let mut booking = caller.booking();
    booking[key] = value;
    let before = caller.count();
    let answer = caller.send(&format!("{VISITOR}/order"), &booking).await;
    assert_eq!(caller.count(), before, "{key} was booked");
    refused(&answer, code).to_owned()
}

#[tokio::test]
async fn a_booking_waits_for_approval_and_tells_the_host() {
    let caller = Caller::start().await;
    let booking = caller.booking();
    let answer = caller.send(&format!("{VISITOR}/order"), &booking).await;
    assert_eq!(accepted(&answer), &json!({}), "the real backend tells no orderId");

    let page = json!({ "visitorOpenId": "oNewVisitor", "pageNo": "1", "pageSize": "10" });
    let page = caller.send(&format!("{VISITOR}/order/page"), &page).await;
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
    let link = format!("/m/{}?type=person&personId=P1001&s=mp_notice", order["orderId"].as_str().expect("an id"));
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
    let answer = caller.send(&format!("{VISITOR}/order"), &booking).await;
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
    let detail = caller.ask(&format!("{VISITOR}/order/detail?orderId={order}")).await;
    assert_eq!(accepted(&detail)["orderModel"], "space");
    assert_eq!(accepted(&detail)["beVisitorPersonName"], "陈思远");

    booking["beVisitorPersonId"] = json!("P1001");
    refused(&caller.send(&format!("{VISITOR}/order"), &booking).await, "3011");
    caller.control("POST", "site", &json!({ "mode": "person" })).await;
    refused(&caller.send(&format!("{VISITOR}/order"), &booking).await, "3001");
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
async fn a_guest_books_and_comes_back_by_the_link() {
    let mut caller = Caller::start().await;
    let mut booking = caller.booking();
    booking["visitorOpenId"] = Value::Null;
    let order = caller.book(&booking).await;

    let page = json!({ "pageNo": "1", "pageSize": "10" });
    let path = format!("{VISITOR}/order/page");
    let nobody = caller.try_send(&path, &page).await.expect("an answer");
    assert_eq!(nobody.status, 401);
    assert_eq!(nobody.json()["code"], "401");

    let login = json!({ "orderId": order, "personId": "", "type": "visitor" });
    let login = caller.send(&format!("{VISITOR}/visitor/msg/login"), &login).await;
    assert_eq!(accepted(&login)["isAllowLogin"], "1");
    caller.token = accepted(&login)["token"].as_str().map(str::to_owned);
    let mine = caller.send(&path, &page).await;
    assert_eq!(accepted(&mine)["total"], 1);
    assert_eq!(accepted(&mine)["list"][0]["orderId"], order.as_str());

    caller.token = Some("forged".into());
    assert_eq!(caller.try_send(&path, &page).await.expect("an answer").status, 401);
}

#[tokio::test]
async fn a_dead_link_says_why() {
    let caller = Caller::start().await;
    for (order, person, kind) in [("1", "", "visitor"), (&order_id(0), "P9", "person")] {
        let login = json!({ "orderId": order, "personId": person, "type": kind });
        let answer = caller.send(&format!("{VISITOR}/visitor/msg/login"), &login).await;
        assert_eq!(accepted(&answer)["isAllowLogin"], "0");
        assert_ne!(accepted(&answer)["reason"], "");
    }
}

#[tokio::test]
async fn pictures_are_kept_and_served() {
    let caller = Caller::start().await;
    for (bytes, kind) in [(JPEG, "image/jpeg"), (PNG, "image/png")] {
        let answer = caller.upload(bytes).await;
        let address = accepted(&answer)["imageUrl"].as_str().expect("an address").to_owned();
        let served = caller.call("GET", &address, &[], "").await.expect("a picture");
        assert_eq!((&served.body[..], served.header("content-type")), (bytes, kind));

        let mut booking = caller.booking();
        booking["visitorCustomc"] = json!(format!("{address},http://127.0.0.1:8089{address}"));
        caller.book(&booking).await;
    }
    assert_eq!(caller.call("GET", "/__standin/image/9.jpg", &[], "").await.expect("an answer").status, 404);
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let caller = Caller::start().await;
    assert_eq!(refused(&caller.upload(b"GIF89a").await, "4002"), "仅支持 JPG、PNG 格式的图片");
    let mut huge = JPEG.to_vec();
    huge.resize(standin::picture::LIMIT, 0);
    accepted(&caller.upload(&huge).await);
    huge.push(0);
    assert_eq!(refused(&caller.upload(&huge).await, "4003"), "图片不能超过 5MB");

    let path = format!("{VISITOR}/image/upload");
    let prefixed = json!({ "imageData": "data:image/jpeg;base64,/9j/4AAQ", "type": "visitor" });
    refused(&caller.send(&path, &prefixed).await, "4001");
    refused(&caller.send(&path, &json!({ "imageData": "/9j/4AAQ" })).await, "1001");
}

#[tokio::test]
async fn the_host_is_found_by_phone() {
    let caller = Caller::start().await;
    let path = format!("{VISITOR}/check/beVisitor");
    assert_eq!(accepted(&caller.ask(&format!("{path}?openId=o&phoneNo=13800000002")).await), "李敏");
    refused(&caller.ask(&format!("{path}?openId=o&phoneNo=13000000000")).await, "3011");
    let answer = caller.ask(&format!("{path}?phoneNo=13800000002")).await;
    assert_eq!(refused(&answer, "1001"), "缺少参数：openId");
    refused(&caller.ask(&format!("{VISITOR}/field/info?appId=wx&type=2")).await, "1002");
}

#[tokio::test]
async fn parameters_belong_where_the_contract_puts_them() {
    let caller = Caller::start().await;
    let in_the_body = json!({ "orderId": order_id(1) });
    refused(&caller.send(&format!("{VISITOR}/order/detail"), &in_the_body).await, "1001");

    let path = format!("{}{VISITOR}/order", standin::route::BASE);
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = caller.call("POST", &path, &form, "visitorName=x").await.expect("an answer");
    assert_eq!(answer.status, 415);
    let json = [("content-type", "application/json")];
    let answer = caller.call("POST", &path, &json, "{").await.expect("an answer");
    assert_eq!((answer.status.as_u16(), answer.json()["code"].clone()), (400, json!("400")));
    assert_eq!(caller.call("GET", &path, &[], "").await.expect("an answer").status, 405);
}

#[tokio::test]
async fn a_visit_lives_from_booking_to_sign_out() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    let detail = format!("{VISITOR}/order/detail?orderId={order}");
    let qr_code = format!("{VISITOR}/qrCode?orderId={order}");
    refused(&caller.ask(&qr_code).await, "2003");

    let approval = json!({ "beVisitorOpenId": "oHostLi", "orderId": order, "projectId": "" });
    refused(&caller.send(&format!("{HOSTS}/approval/order"), &approval).await, "2004");
    let approval = json!({ "beVisitorOpenId": "oHostWang", "orderId": order, "projectId": "", "remark": "欢迎" });
    accepted(&caller.send(&format!("{HOSTS}/approval/order"), &approval).await);
    let answer = caller.ask(&detail).await;
    assert_eq!((&answer["data"]["status"], &answer["data"]["processRemark"]), (&json!(1), &json!("欢迎")));
    assert_eq!(accepted(&caller.ask(&qr_code).await), &answer["data"]["authBarCode"]);

    for (control, status) in [("arrive", 8), ("sign-out", 6)] {
        assert_eq!(caller.control("POST", &format!("{control}?orderId={order}"), &Value::Null).await.status, 200);
        assert_eq!(accepted(&caller.ask(&detail).await)["status"], status);
    }
    let answer = caller.ask(&detail).await;
    assert!(accepted(&answer)["registerTime"].is_string() && accepted(&answer)["realEndTime"].is_string());
    let cancelled = caller.ask(&format!("{VISITOR}/order/cancel?orderId={order}")).await;
    assert_eq!(refused(&cancelled, "2002"), "当前状态「访客签离」不允许取消");
}

#[tokio::test]
async fn a_returned_booking_is_changed_and_waits_again() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    assert_eq!(caller.control("POST", &format!("reject?orderId={order}&reason=busy"), &Value::Null).await.status, 200);
    let path = format!("{VISITOR}/order/detail?orderId={order}");
    assert_eq!(accepted(&caller.ask(&path).await)["status"], 4);
    assert_eq!(accepted(&caller.ask(&path).await)["processRemark"], "busy");

    let mut change = caller.booking();
    change["orderId"] = json!(order);
    change["visitorName"] = json!("林知秋");
    let before = caller.count();
    accepted(&caller.send(&format!("{VISITOR}/order/update"), &change).await);
    assert_eq!(caller.count(), before);
    let answer = caller.ask(&path).await;
    assert_eq!((&answer["data"]["status"], &answer["data"]["visitorName"]), (&json!(0), &json!("林知秋")));

    change["orderId"] = json!(order_id(6));
    refused(&caller.send(&format!("{VISITOR}/order/update"), &change).await, "2002");
    change["orderId"] = json!("0");
    refused(&caller.send(&format!("{VISITOR}/order/update"), &change).await, "2001");
}

#[tokio::test]
async fn only_living_bookings_are_cancelled() {
    for (path, end) in [(format!("{VISITOR}/order/cancel"), 15), (format!("{HOSTS}/order/cancel"), 14)] {
        let caller = Caller::start().await;
        for status in 0..16 {
            let order = order_id(status);
            let answer = caller.ask(&format!("{path}?orderId={order}")).await;
            let detail = caller.ask(&format!("{VISITOR}/order/detail?orderId={order}")).await;
            let expected = if status < 3 { ("0", end) } else { ("2002", status) };
            assert_eq!((answer["code"].as_str(), accepted(&detail)["status"].as_u64()), (Some(expected.0), Some(expected.1 as u64)));
        }
    }
}

#[tokio::test]
async fn an_illegal_control_move_is_a_conflict() {
    let caller = Caller::start().await;
    let moved = |path: &str, order: String| format!("{path}?orderId={order}");
    for (path, order, status) in [
        ("arrive", order_id(0), 409),
        ("sign-out", order_id(1), 409),
        ("approve", order_id(8), 409),
        ("reject", order_id(15), 409),
        ("arrive", "0".to_owned(), 404),
        ("arrive", order_id(1), 200),
    ] {
        let answer = caller.control("POST", &moved(path, order), &Value::Null).await;
        assert_eq!(answer.status, status, "{path}: {:?}", answer.body);
    }
}
