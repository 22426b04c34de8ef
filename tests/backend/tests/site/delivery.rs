//! The delivery of permissions to the devices, and delivering them again.

use serde_json::{Value, json};
use standin::{
    route::BASE,
    seed::{guests, order_id},
};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

/// `authStatus` by the name of the device.
async fn devices(caller: &Caller, order: &str) -> Vec<(String, String)> {
    let path = format!("{BASE}/api/v1/clientService/authResult?orderId={order}");
    let answer = caller.call("GET", &path, &[], "").await.expect("an answer").json();
    let areas = accepted(&answer).as_object().expect("areas").clone();
    let text = |device: &Value, key: &str| device[key].as_str().expect("a text").to_owned();
    areas
        .values()
        .flat_map(|list| list.as_array().expect("devices"))
        .map(|device| (text(device, "deviceDesc"), text(device, "authStatus")))
        .collect()
}

#[tokio::test]
async fn a_device_that_missed_a_visit_gets_it_delivered_again() {
    let caller = Caller::start().await;
    for order in [order_id(1), order_id(guests::UNDELIVERED)] {
        let statuses: Vec<String> = devices(&caller, &order).await.into_iter().map(|(_, status)| status).collect();
        assert_eq!(statuses, ["3", "3", "4"], "the plate at the barrier, the code at two gates");
        accepted(&caller.post(&format!("/api/v1/clientService/authResult/download?orderId={order}")).await);
        assert!(devices(&caller, &order).await.iter().all(|(_, status)| status == "3"));
    }
}

#[tokio::test]
async fn delivery_follows_the_visit() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    let again = format!("/api/v1/clientService/authResult/download?orderId={order}");
    assert!(devices(&caller, &order).await.is_empty());
    refused(&caller.post(&again).await, "2003");

    caller.control("POST", "site", &json!({ "delivery_failures": 1 })).await;
    let approval = json!({ "beVisitorOpenId": "oHostWang", "orderId": order, "projectId": "" });
    accepted(&caller.post_json(&format!("{HOSTS}/approval/order"), &approval).await);
    let delivered = devices(&caller, &order).await;
    assert_eq!(delivered.iter().filter(|(_, status)| status == "4").count(), 1);
    assert!(
        delivered.iter().any(|(device, _)| device.contains("研发楼")) && !delivered.iter().any(|(device, _)| device.contains("车辆")),
        "{delivered:?}"
    );
    accepted(&caller.post(&again).await);

    caller.control("POST", &format!("arrive?orderId={order}"), &Value::Null).await;
    caller.control("POST", &format!("sign-out?orderId={order}"), &Value::Null).await;
    assert!(devices(&caller, &order).await.iter().all(|(_, status)| status == "-3"), "taken back");
    refused(&caller.post(&format!("{VISITOR}/qrCode?orderId={order}")).await, "2003");
}
