//! A visit's life in the official account: approved, arrived, gone; returned and changed; cancelled.

use serde_json::{Value, json};
use standin::seed::{DEMO_VISITOR, order_id};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

#[tokio::test]
async fn a_visit_lives_from_booking_to_sign_out() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    let detail = format!("{VISITOR}/order/detail?orderId={order}");
    let qr_code = format!("{VISITOR}/qrCode?orderId={order}");
    refused(&caller.post(&qr_code).await, "2003");

    let approval = json!({ "beVisitorOpenId": "oHostLi", "orderId": order, "projectId": "" });
    refused(&caller.post_json(&format!("{HOSTS}/approval/order"), &approval).await, "2004");
    let approval = json!({ "beVisitorOpenId": "oHostWang", "orderId": order, "projectId": "", "remark": "欢迎" });
    accepted(&caller.post_json(&format!("{HOSTS}/approval/order"), &approval).await);
    let answer = caller.post(&detail).await;
    assert_eq!((&answer["data"]["status"], &answer["data"]["processRemark"]), (&json!(1), &json!("欢迎")));
    assert_eq!(accepted(&caller.post(&qr_code).await), &answer["data"]["authBarCode"]);

    for (control, status) in [("arrive", 8), ("sign-out", 6)] {
        assert_eq!(caller.control("POST", &format!("{control}?orderId={order}"), &Value::Null).await.status, 200);
        assert_eq!(accepted(&caller.post(&detail).await)["status"], status);
    }
    let answer = caller.post(&detail).await;
    assert!(accepted(&answer)["registerTime"].is_string() && accepted(&answer)["realEndTime"].is_string());
    let cancelled = caller.post(&format!("{VISITOR}/order/cancel?orderId={order}")).await;
    assert_eq!(refused(&cancelled, "2002"), "当前状态「访客签离」不允许取消");
}

#[tokio::test]
async fn a_returned_booking_is_changed_and_waits_again() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    assert_eq!(caller.control("POST", &format!("reject?orderId={order}&reason=busy"), &Value::Null).await.status, 200);
    let path = format!("{VISITOR}/order/detail?orderId={order}");
    assert_eq!(accepted(&caller.post(&path).await)["status"], 4);
    assert_eq!(accepted(&caller.post(&path).await)["processRemark"], "busy");

    let mut change = caller.booking();
    change["orderId"] = json!(order);
    change["visitorName"] = json!("林知秋");
    let before = caller.count();
    accepted(&caller.post_json(&format!("{VISITOR}/order/update"), &change).await);
    assert_eq!(caller.count(), before);
    let answer = caller.post(&path).await;
    assert_eq!((&answer["data"]["status"], &answer["data"]["visitorName"]), (&json!(0), &json!("林知秋")));

    change["orderId"] = json!(order_id(6));
    change["visitorOpenId"] = json!(DEMO_VISITOR);
    refused(&caller.post_json(&format!("{VISITOR}/order/update"), &change).await, "2002");
    change["orderId"] = json!("0");
    refused(&caller.post_json(&format!("{VISITOR}/order/update"), &change).await, "2001");
}

#[tokio::test]
async fn only_living_bookings_are_cancelled() {
    for (path, end) in [(format!("{VISITOR}/order/cancel"), 15), (format!("{HOSTS}/order/cancel"), 14)] {
        let caller = Caller::start().await;
        for status in 0..16 {
            let order = order_id(status);
            let answer = caller.post(&format!("{path}?orderId={order}")).await;
            let detail = caller.post(&format!("{VISITOR}/order/detail?orderId={order}")).await;
            let expected = match (status, end) {
                (0..3, _) => ("0", end),
                // A visitor who cancels an invitation declines it.
                (10, 15) => ("0", 13),
                _ => ("2002", status),
            };
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
