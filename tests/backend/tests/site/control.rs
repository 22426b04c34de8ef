//! The control routes: faults, the clock, the settings and the recorded calls.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use standin::{
    route::BASE,
    seed::{DEMO_VISITOR, order_id},
};

use crate::caller::{Caller, VISITOR, accepted, refused};

async fn fault(caller: &Caller, order: Value) {
    let answer = caller.control("POST", "faults", &order).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body);
}

#[tokio::test]
async fn a_booking_with_a_lost_response_is_carried_out() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "visitor/order", "drop_after": true, "times": 1 })).await;
    let before = caller.count();
    let path = format!("{VISITOR}/order");
    let lost = caller.try_post_json(&path, &caller.booking()).await;
    assert!(lost.is_err(), "{lost:?}");
    assert_eq!(caller.count(), before + 1);
    accepted(&caller.post_json(&path, &caller.booking()).await);
}

#[tokio::test]
async fn a_dropped_call_is_never_carried_out() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "visitor/order", "drop": true })).await;
    let before = caller.count();
    for _ in 0..2 {
        assert!(caller.try_post_json(&format!("{VISITOR}/order"), &caller.booking()).await.is_err());
    }
    assert_eq!(caller.count(), before);
    caller.control("DELETE", "faults", &Value::Null).await;
    caller.book(&caller.booking()).await;
}

#[tokio::test]
async fn a_call_may_be_carried_out_after_its_connection_has_ended() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "visitor/order", "drop_before": true, "delay_ms": 300, "times": 1 })).await;
    let before = caller.count();
    assert!(caller.try_post_json(&format!("{VISITOR}/order"), &caller.booking()).await.is_err());
    assert_eq!(caller.count(), before);
    tokio::time::sleep(Duration::from_millis(900)).await;
    assert_eq!(caller.count(), before + 1);
}

#[tokio::test]
async fn a_call_that_hangs_is_not_answered_and_not_carried_out() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "visitor/order", "hang": true })).await;
    let (before, path) = (caller.count(), format!("{VISITOR}/order"));
    let answer = tokio::time::timeout(Duration::from_millis(500), caller.try_post_json(&path, &caller.booking())).await;
    assert!(answer.is_err(), "{answer:?}");
    assert_eq!(caller.count(), before);
}

#[tokio::test]
async fn an_answer_may_come_with_every_value_of_another_type() {
    let caller = Caller::start().await;
    let path = format!("{VISITOR}/promise/info");
    let right = caller.try_post_json(&path, &json!({})).await.expect("an answer").json();
    fault(&caller, json!({ "path": "promise/info", "wrong_types": true, "times": 1 })).await;
    let wrong = caller.try_post_json(&path, &json!({})).await.expect("an answer").json();
    assert_eq!((&wrong["code"], &wrong["msg"]), (&right["code"], &right["msg"]));
    let table = [
        (json!({ "a": 1, "b": null }), json!({ "a": { "unexpected": 7 }, "b": { "unexpected": 7 } })),
        (json!(["x", [], {}]), json!([{ "unexpected": 7 }, 7, 7])),
        (json!("x"), json!({ "unexpected": 7 })),
    ];
    for (right, wrong) in table {
        assert_eq!(standin::fault::wrong_types(json!({ "code": "0", "data": right })), json!({ "code": "0", "data": wrong }));
    }
    assert_ne!(wrong["data"], right["data"]);
}

#[tokio::test]
async fn a_fault_replaces_the_response() {
    let caller = Caller::start().await;
    let path = format!("{VISITOR}/promise/info");
    let table = [
        (json!({ "code": "500", "msg": "系统繁忙" }), 200, "application/json", r#"{"code":"500","data":{},"msg":"系统繁忙"}"#),
        (json!({ "status": 503 }), 503, "application/json", ""),
        (json!({ "body": "<html>网关</html>", "content_type": "text/html" }), 200, "text/html", "<html>网关</html>"),
        (json!({ "body": { "code": 0 }, "status": 502 }), 502, "application/json", r#"{"code":0}"#),
    ];
    for (mut order, status, kind, body) in table {
        order["path"] = json!("promise/info");
        order["times"] = json!(1);
        fault(&caller, order).await;
        let answer = caller.try_post_json(&path, &json!({})).await.expect("an answer");
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (status, kind));
        assert_eq!(String::from_utf8_lossy(&answer.body), body);
    }
    accepted(&caller.post(&path).await);
    assert_eq!(caller.control("GET", "faults", &Value::Null).await.json(), json!([]));
}

#[tokio::test]
async fn a_delay_delays_only_its_own_path() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "/order", "delay_ms": 300 })).await;
    let timed = async |path: &str| {
        let begun = Instant::now();
        caller.post(path).await;
        begun.elapsed()
    };
    assert!(timed(&format!("{VISITOR}/order")).await >= Duration::from_millis(300));
    assert!(timed(&format!("{VISITOR}/promise/info")).await < Duration::from_millis(250));
}

#[tokio::test]
async fn a_path_matches_from_a_segment_on() {
    let caller = Caller::start().await;
    fault(&caller, json!({ "path": "der", "code": "9" })).await;
    fault(&caller, json!({ "path": "order/detail", "code": "8" })).await;
    let answer = caller.post(&format!("{VISITOR}/order/detail?orderId=1")).await;
    assert_eq!(answer["code"], "8");
    assert_ne!(caller.post(&format!("{VISITOR}/order")).await["code"], "9");
}

#[tokio::test]
async fn a_fault_that_makes_no_sense_is_refused() {
    let caller = Caller::start().await;
    for order in [
        json!({ "code": "1" }),
        json!({ "path": "x", "drop": true, "drop_after": true }),
        json!({ "path": "x", "drop_before": true, "drop_after": true }),
        json!({ "path": "x", "drop": true, "status": 500 }),
        json!({ "path": "x", "drop": true, "hang": true }),
        json!({ "path": "x", "wrong_types": true, "code": "1" }),
        json!({ "path": "x", "code": "1", "body": "" }),
        json!({ "path": "x", "status": 1 }),
        json!({ "path": "x", "dealy_ms": 5 }),
    ] {
        assert_eq!(caller.control("POST", "faults", &order).await.status, 400, "{order}");
    }
}

#[tokio::test]
async fn calls_are_recorded_as_they_came() {
    let mut caller = Caller::start().await;
    caller.token = Some("t1".into());
    caller.post_json(&format!("{VISITOR}/order/page"), &json!({ "pageNo": "1" })).await;
    caller.post(&format!("{VISITOR}/order/detail?orderId=7")).await;
    let calls = caller.control("GET", "calls", &Value::Null).await.json();
    let page = json!({
        "method": "POST", "path": format!("{BASE}{VISITOR}/order/page"), "query": "",
        "body": { "pageNo": "1" }, "token": "t1", "referer": null,
    });
    assert_eq!(calls[0], page);
    assert_eq!((&calls[1]["query"], &calls[1]["body"]), (&json!("orderId=7"), &Value::Null));

    caller.control("DELETE", "calls", &Value::Null).await;
    for _ in 0..501 {
        caller.post(&format!("{VISITOR}/promise/info")).await;
    }
    assert_eq!(caller.control("GET", "calls", &Value::Null).await.json().as_array().map(Vec::len), Some(500));
}

#[tokio::test]
async fn the_clock_moves_visits_on() {
    let mut caller = Caller::start().await;
    caller.token = Some(format!("token-{DEMO_VISITOR}"));
    let status = async |serial| {
        let detail = caller.post(&format!("{VISITOR}/order/detail?orderId={}", order_id(serial))).await;
        accepted(&detail)["status"].as_u64()
    };
    let set = caller.control("POST", "clock", &json!({ "offset_seconds": 30 * 24 * 3600 })).await;
    assert_eq!(set.json()["offset_seconds"], 30 * 24 * 3600);
    let expected = [9, 3, 3, 3, 4, 5, 6, 5, 5, 9, 11, 11, 12, 13, 14, 15];
    for (serial, expected) in expected.into_iter().enumerate() {
        assert_eq!(status(serial).await, Some(expected), "seeded in {serial}");
    }
    caller.control("POST", "reset", &Value::Null).await;
    assert_eq!(status(0).await, Some(0));
}

#[tokio::test]
async fn the_clock_can_be_set_to_a_moment() {
    let caller = Caller::start().await;
    let set = caller.control("POST", "clock", &json!({ "now": "2030-01-02T03:04:05+08:00" })).await;
    assert_eq!(set.status, 200);
    let told = caller.post("/api/v1/clientService/getSysTime").await;
    assert!(accepted(&told)["sysTime"].as_str().is_some_and(|time| time.starts_with("2030-01-02T03:04:")));
    for nonsense in [json!({}), json!({ "now": "noon" }), json!({ "offset_seconds": i64::MAX })] {
        assert_eq!(caller.control("POST", "clock", &nonsense).await.status, 400, "{nonsense}");
    }
}

#[tokio::test]
async fn a_malformed_form_is_served_as_it_is() {
    let caller = Caller::start().await;
    let path = format!("{VISITOR}/field/info?appId=wx&type=0&orderModel=person");
    for fields in [Value::Null, json!("[]"), json!({}), json!([null, { "fieldInfoDto": null }, 7])] {
        assert_eq!(caller.control("POST", "site", &json!({ "fields": fields })).await.status, 200);
        assert_eq!(accepted(&caller.post(&path).await), &fields);
        caller.book(&caller.booking()).await;
    }
    let required = json!([{ "fieldInfoDto": { "paraKey": "visitorCustomj", "paraName": "工号", "required": 0, "showType": 1 } }]);
    caller.control("POST", "site", &json!({ "fields": required })).await;
    let answer = caller.post_json(&format!("{VISITOR}/order"), &caller.booking()).await;
    assert_eq!(refused(&answer, "3002"), "请填写工号");
    assert_eq!(caller.control("POST", "site", &json!({ "promises": true })).await.status, 400);
}

#[tokio::test]
async fn bookings_can_be_counted_from_outside() {
    let caller = Caller::start().await;
    let counted = async || caller.control("GET", "bookings", &Value::Null).await.json().as_array().map_or(0, Vec::len);
    let before = counted().await;
    caller.book(&caller.booking()).await;
    assert_eq!(counted().await, before + 1);
}

#[tokio::test]
async fn a_dropped_stand_in_stops_listening() {
    let caller = Caller::start().await;
    let address = caller.running.address;
    let mut kept = tokio::net::TcpStream::connect(address).await.expect("a server");
    drop(caller);
    let read = tokio::io::AsyncReadExt::read(&mut kept, &mut [0; 1]).await;
    assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
