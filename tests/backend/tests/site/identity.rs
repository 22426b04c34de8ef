//! Whom the backend shows a visit to, and whom it lets change one.

use serde_json::json;
use standin::Options;
use standin::seed::{DEMO_HOST, DEMO_VISITOR, order_id};

use crate::caller::{Caller, HOSTS, MINI_VISITOR, VISITOR, WECOM, accepted, refused};

/// Calls about the demo visitor's pass, by query.
fn about(order: &str) -> [String; 4] {
    let path = |call: &str| format!("{call}?orderId={order}");
    [
        path(&format!("{VISITOR}/order/detail")),
        path(&format!("{VISITOR}/qrCode")),
        path(&format!("{WECOM}/visitor/qrCode")),
        path(&format!("{VISITOR}/order/cancel")),
    ]
}

#[tokio::test]
async fn a_visit_is_its_visitor_s_and_its_host_s() {
    let mut caller = Caller::with(Options::default()).await;
    let order = order_id(1);
    for path in about(&order) {
        caller.token = None;
        refused(&caller.post(&path).await, "401");
        caller.token = Some("token-oSomebodyElse".to_owned());
        refused(&caller.post(&path).await, "2011");
        caller.token = Some(format!("token-{DEMO_VISITOR}"));
        accepted(&caller.post(&path).await);
    }
}

#[tokio::test]
async fn a_change_and_the_mini_program_s_calls_ask_who_it_is_too() {
    let mut caller = Caller::with(Options::default()).await;
    let (order, batch) = (order_id(1), format!("B{}", order_id(1)));
    let calls = [
        (format!("{MINI_VISITOR}/detail"), json!({ "orderId": order, "visitorBatch": batch })),
        (format!("{MINI_VISITOR}/qrcode/refresh"), json!({ "orderId": order })),
        (format!("{MINI_VISITOR}/cancel"), json!({ "orderId": order })),
        (format!("{VISITOR}/order/update"), json!({ "orderId": order })),
    ];
    for (path, body) in calls {
        refused(&caller.post_json(&path, &body).await, "401");
        refused(&caller.post_json_as("oSomebodyElse", &path, &body).await, "2011");
    }
}

#[tokio::test]
async fn an_employee_s_calls_without_an_open_id_go_by_the_token() {
    let mut caller = Caller::with(Options::default()).await;
    let order = order_id(307);
    for path in [format!("{HOSTS}/record/detail?orderId={order}"), format!("{HOSTS}/order/cancel?orderId={order}")] {
        caller.token = None;
        refused(&caller.post(&path).await, "401");
        caller.token = Some("token-oHostLi".to_owned());
        refused(&caller.post(&path).await, "2004");
        caller.token = Some(format!("token-{DEMO_HOST}"));
        accepted(&caller.post(&path).await);
    }
}

#[tokio::test]
async fn a_guest_from_an_sms_signs_in_by_the_message_and_sees_the_pass() {
    let mut caller = Caller::with(Options::default()).await;
    let order = order_id(1);
    let body = json!({ "orderId": order, "personId": "", "type": "visitor" });
    let token = accepted(&caller.post_json(&format!("{VISITOR}/visitor/msg/login"), &body).await)["token"].clone();
    caller.token = token.as_str().map(str::to_owned);
    accepted(&caller.post(&format!("{VISITOR}/qrCode?orderId={order}")).await);
}

#[tokio::test]
async fn a_lenient_site_lets_in_who_brings_no_identity_and_still_nobody_else() {
    let mut caller = Caller::start().await;
    let path = format!("{VISITOR}/order/detail?orderId={}", order_id(1));
    accepted(&caller.post(&path).await);
    caller.token = Some("token-oSomebodyElse".to_owned());
    refused(&caller.post(&path).await, "2011");
}
