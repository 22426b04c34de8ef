//! The doors: which have heard of a visit, and how the others are told again.

use serde_json::{Value, json};
use standin::{
    route::BASE,
    seed::{guests, order_id},
};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

/// `authStatus` by the name of the door.
async fn doors(caller: &Caller, order: &str) -> Vec<(String, String)> {
    let path = format!("{BASE}/api/v1/clientService/authResult?orderId={order}");
    let answer = caller.call("GET", &path, &[], "").await.expect("an answer").json();
    let areas = accepted(&answer).as_object().expect("areas").clone();
    let text = |door: &Value, key: &str| door[key].as_str().expect("a text").to_owned();
    areas
        .values()
        .flat_map(|list| list.as_array().expect("doors"))
        .map(|door| (text(door, "deviceDesc"), text(door, "authStatus")))
        .collect()
}

#[tokio::test]
async fn a_door_that_missed_a_visit_is_told_again() {
    let caller = Caller::start().await;
    for order in [order_id(1), order_id(guests::UNDELIVERED)] {
        let statuses: Vec<String> = doors(&caller, &order).await.into_iter().map(|(_, status)| status).collect();
        assert_eq!(statuses, ["3", "3", "4"], "the plate at the barrier, the code at two gates");
        accepted(&caller.ask(&format!("/api/v1/clientService/authResult/download?orderId={order}")).await);
        assert!(doors(&caller, &order).await.iter().all(|(_, status)| status == "3"));
    }
}

#[tokio::test]
async fn doors_follow_the_visit() {
    let caller = Caller::start().await;
    let order = caller.book(&caller.booking()).await;
    let again = format!("/api/v1/clientService/authResult/download?orderId={order}");
    assert!(doors(&caller, &order).await.is_empty());
    refused(&caller.ask(&again).await, "2003");

    caller.control("POST", "site", &json!({ "door_failures": 1 })).await;
    let approval = json!({ "beVisitorOpenId": "oHostWang", "orderId": order, "projectId": "" });
    accepted(&caller.send(&format!("{HOSTS}/approval/order"), &approval).await);
    let heard = doors(&caller, &order).await;
    assert_eq!(heard.iter().filter(|(_, status)| status == "4").count(), 1);
    assert!(heard.iter().any(|(door, _)| door.contains("研发楼")) && !heard.iter().any(|(door, _)| door.contains("车辆")), "{heard:?}");
    accepted(&caller.ask(&again).await);

    caller.control("POST", &format!("arrive?orderId={order}"), &Value::Null).await;
    caller.control("POST", &format!("sign-out?orderId={order}"), &Value::Null).await;
    assert!(doors(&caller, &order).await.iter().all(|(_, status)| status == "-3"), "taken back");
    refused(&caller.ask(&format!("{VISITOR}/qrCode?orderId={order}")).await, "2003");
}
