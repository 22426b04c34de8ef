//! Shared invitations of the mini-program: several visitors, one link.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, guests, order_id};

use crate::caller::{Caller, MINI_HOST, MINI_VISITOR, accepted, refused};

async fn founded(caller: &mut Caller) -> Value {
    let invitation = caller.invitation();
    accepted(&caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/invitation/founding"), &invitation).await).clone()
}

async fn row(caller: &mut Caller, tab: &str, batch: &Value) -> Option<Value> {
    let page = json!({ "invitationState": tab, "pageNo": 1, "pageSize": 100 });
    let page = caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/share/log"), &page).await;
    accepted(&page)["list"].as_array().expect("a list").iter().find(|row| row["visitorBatch"] == *batch).cloned()
}

async fn accept(caller: &mut Caller, who: &str, batch: &Value) -> Value {
    caller
        .post_json_as(
            who,
            &format!("{MINI_VISITOR}/invitation/accepting"),
            &json!({ "visitorBatch": batch, "visitorCarNumber": "浙B11111" }),
        )
        .await
}

#[tokio::test]
async fn one_link_gathers_several_visitors() {
    let mut caller = Caller::start().await;
    let founded = founded(&mut caller).await;
    let batch = &founded["visitorBatch"];
    let first = row(&mut caller, "inviting", batch).await.expect("a row");
    assert_eq!((&first["visitorDtos"], &first["shareStatus"], &first["visitorSmsSendFlag"]), (&json!([]), &json!("1"), &json!("1")));

    refused(&caller.post_json(&format!("{MINI_VISITOR}/invitation/accepting"), &founded).await, "401");
    for visitor in ["oVisitorHe", "oVisitorLuo", "oVisitorDeng"] {
        accepted(&accept(&mut caller, visitor, batch).await);
        refused(&accept(&mut caller, visitor, batch).await, "2007");
    }
    let shared = row(&mut caller, "inviting", batch).await.expect("a row");
    let visitors = shared["visitorDtos"].as_array().expect("a list");
    let names: Vec<&Value> = visitors.iter().map(|visitor| &visitor["visitorName"]).collect();
    assert_eq!(names, ["何佳怡", "罗宇航", "邓浩"]);
    assert!(visitors.iter().all(|visitor| visitor["status"] == "待来访" && visitor["visitorCarNumber"] == "浙B11111"));

    let second = json!({ "visitorBatch": visitors[1]["visitBatch"] });
    accepted(&caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/cancel"), &second).await);
    let shared = row(&mut caller, "inviting", batch).await.expect("a row");
    let words: Vec<&Value> = shared["visitorDtos"].as_array().expect("a list").iter().map(|visitor| &visitor["status"]).collect();
    assert_eq!(words, ["待来访", "已取消", "待来访"], "each visitor is cancelled by a batch of their own");
}

#[tokio::test]
async fn a_link_is_stopped_and_opened_again() {
    let mut caller = Caller::start().await;
    let founded = founded(&mut caller).await;
    let batch = &founded["visitorBatch"];
    let switch = format!("{MINI_HOST}/order/share/update");
    let to = |status: &str| json!({ "visitorBatch": batch, "shareStatus": status });
    refused(&caller.post_json_as("oHostLi", &switch, &to("0")).await, "2004");
    refused(&caller.post_json_as(DEMO_HOST, &switch, &to("2")).await, "1002");
    accepted(&caller.post_json_as(DEMO_HOST, &switch, &to("0")).await);
    assert_eq!(row(&mut caller, "inviting", batch).await.expect("a row")["shareStatus"], "0");
    refused(&caller.post_json(&format!("{MINI_VISITOR}/invitation/preview"), &founded).await, "2006");
    refused(&accept(&mut caller, "oVisitorHe", batch).await, "2006");
    accepted(&caller.post_json_as(DEMO_HOST, &switch, &to("1")).await);
    accepted(&accept(&mut caller, "oVisitorHe", batch).await);
}

#[tokio::test]
async fn an_sms_is_sent_again_only_when_it_got_lost() {
    let mut caller = Caller::start().await;
    let again = format!("{MINI_HOST}/invitation/again/send/sms");
    let delivered = founded(&mut caller).await;
    refused(&caller.post_json_as(DEMO_HOST, &again, &delivered).await, "2009");

    caller.control("POST", "site", &json!({ "sms_failures": 1 })).await;
    let lost = founded(&mut caller).await;
    assert_eq!(row(&mut caller, "inviting", &lost["visitorBatch"]).await.expect("a row")["visitorSmsSendFlag"], "0");
    let before = caller.outbox().await.len();
    accepted(&caller.post_json_as(DEMO_HOST, &again, &lost).await);
    assert_eq!(caller.outbox().await.len(), before + 1);
    assert_eq!(row(&mut caller, "inviting", &lost["visitorBatch"]).await.expect("a row")["visitorSmsSendFlag"], "1");
    refused(&caller.post_json_as(DEMO_HOST, &again, &lost).await, "2009");
}

#[tokio::test]
async fn what_is_over_is_listed_as_over() {
    let mut caller = Caller::start().await;
    let founded = founded(&mut caller).await;
    let batch = founded["visitorBatch"].clone();
    accepted(&caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/invitation/cancel"), &founded).await);
    assert!(row(&mut caller, "inviting", &batch).await.is_none());
    assert_eq!(row(&mut caller, "expire", &batch).await.expect("a row")["shareStatus"], "0");
    refused(&caller.post_json(&format!("{MINI_VISITOR}/invitation/preview"), &founded).await, "2002");
    refused(&accept(&mut caller, "oVisitorHe", &batch).await, "2002");

    let seeded = json!(format!("B{}", order_id(guests::SHARED)));
    let visitors = row(&mut caller, "inviting", &seeded).await.expect("a row")["visitorDtos"].clone();
    assert_eq!(visitors.as_array().map(Vec::len), Some(3));
    caller.control("POST", "clock", &json!({ "offset_seconds": 30 * 24 * 3600 })).await;
    assert!(row(&mut caller, "expire", &seeded).await.is_some());
    refused(&accept(&mut caller, "oVisitorHe", &seeded).await, "2006");
    let unsent = json!(format!("B{}", order_id(guests::UNSENT)));
    refused(&accept(&mut caller, "oVisitorHe", &unsent).await, "2002");
}

#[tokio::test]
async fn the_log_asks_for_its_tab_and_its_host() {
    let mut caller = Caller::start().await;
    let path = format!("{MINI_HOST}/order/share/log");
    refused(&caller.post_json_as(DEMO_HOST, &path, &json!({ "pageNo": 1, "pageSize": 10 })).await, "1001");
    refused(&caller.post_json_as(DEMO_HOST, &path, &json!({ "invitationState": "all", "pageNo": 1, "pageSize": 10 })).await, "1002");
    let mine = json!({ "invitationState": "inviting", "pageNo": 1, "pageSize": 10 });
    assert_eq!(accepted(&caller.post_json_as("oHostZhao", &path, &mine).await)["total"], 0);
}

#[tokio::test]
async fn an_invitation_to_a_known_phone_is_in_its_owners_list_and_can_be_declined_there() {
    let mut caller = Caller::start().await;
    let mut invitation = caller.invitation();
    invitation["visitorPhoneNum"] = json!("13900000024");
    let founded = caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/invitation/founding"), &invitation).await;
    let all = json!({ "pageNo": 1, "pageSize": 10 });
    let doing = caller.post_json_as("oVisitorDeng", &format!("{MINI_VISITOR}/go/log/doing"), &all).await;
    let card = &accepted(&doing)["list"][0];
    assert_eq!((&card["status"], &card["visitorBatch"]), (&json!("邀约中"), &accepted(&founded)["visitorBatch"]));
    let no = json!({ "orderId": card["orderId"] });
    refused(&caller.post_json_as("oVisitorLuo", &format!("{MINI_VISITOR}/cancel"), &no).await, "2011");
    accepted(&caller.post_json_as("oVisitorDeng", &format!("{MINI_VISITOR}/cancel"), &no).await);
    assert_eq!(row(&mut caller, "expire", &accepted(&founded)["visitorBatch"]).await.expect("a row")["visitorDtos"], json!([]));
}
