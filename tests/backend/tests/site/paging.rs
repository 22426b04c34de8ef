//! My visits: pages, filters, order.

use chrono::TimeDelta;
use serde_json::{Value, json};
use standin::seed::{DEMO_VISITOR, order_id};

use crate::{
    believable::iso,
    caller::{Caller, VISITOR, accepted, refused},
};

async fn page(caller: &Caller, more: Value) -> Value {
    let mut body = json!({ "visitorOpenId": DEMO_VISITOR, "pageNo": "1", "pageSize": "10" });
    for (key, value) in more.as_object().expect("an object") {
        body[key] = value.clone();
    }
    caller.post_json(&format!("{VISITOR}/order/page"), &body).await
}

fn column<'a>(page: &'a Value, key: &str) -> Vec<&'a Value> {
    accepted(page)["list"].as_array().expect("a list").iter().map(|order| &order[key]).collect()
}

#[tokio::test]
async fn pages_cover_everything_once() {
    let caller = Caller::start().await;
    let mut seen = Vec::new();
    for number in 1..=4 {
        let page = page(&caller, json!({ "pageNo": number.to_string() })).await;
        assert_eq!(accepted(&page)["total"], 26);
        assert_eq!(accepted(&page)["pageNo"], number);
        assert_eq!(accepted(&page)["pageSize"], 10);
        let expected = [10, 10, 6, 0][number - 1];
        assert_eq!(column(&page, "orderId").len(), expected);
        seen.extend(column(&page, "orderId").into_iter().map(Value::to_string));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 26);
}

#[tokio::test]
async fn the_latest_visit_comes_first_unless_told_otherwise() {
    let caller = Caller::start().await;
    for (sort, is_descending) in [(json!({}), true), (json!({ "sort": "desc" }), true), (json!({ "sort": "asc" }), false)] {
        let page = page(&caller, sort).await;
        let mut starts: Vec<i64> = column(&page, "startTimeUTC").into_iter().filter_map(Value::as_i64).collect();
        if is_descending {
            starts.reverse();
        }
        assert!(starts.len() == 10 && starts.is_sorted(), "{starts:?}");
    }
}

#[tokio::test]
async fn statuses_filter_in_both_spellings() {
    let caller = Caller::start().await;
    for list in ["0,1,2", "[0,1,2]", "[\"0\", \"1\", \"2\"]"] {
        let page = page(&caller, json!({ "statusList": list, "sort": "asc" })).await;
        let mut statuses: Vec<i64> = column(&page, "status").into_iter().filter_map(Value::as_i64).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [0, 1, 2], "{list}");
    }
    for list in ["waiting", "16", "0,-1"] {
        refused(&page(&caller, json!({ "statusList": list })).await, "1002");
    }
}

#[tokio::test]
async fn times_and_orders_filter() {
    let caller = Caller::start().await;
    let now = caller.now();
    let from = json!({ "earlyStartTimeISO": iso(now) });
    let starts = column(&page(&caller, from).await, "startTimeUTC").into_iter().filter_map(Value::as_i64).collect::<Vec<_>>();
    assert!(!starts.is_empty() && starts.iter().all(|start| *start >= now.timestamp() * 1000), "{starts:?}");

    let until = json!({ "lateStartTimeISO": iso(now - TimeDelta::days(6)) });
    assert_eq!(accepted(&page(&caller, until).await)["total"], 10);
    let one = page(&caller, json!({ "orderId": order_id(8) })).await;
    assert_eq!(column(&one, "status"), [8]);
    refused(&page(&caller, json!({ "lateStartTimeISO": "2026-01-01" })).await, "1002");
}

#[tokio::test]
async fn page_numbers_are_strings_of_sense() {
    let caller = Caller::start().await;
    for (number, size) in [(json!("0"), json!("10")), (json!("x"), json!("10")), (json!("1"), json!("1001")), (json!(1), json!("10"))] {
        refused(&page(&caller, json!({ "pageNo": number, "pageSize": size })).await, "1002");
    }
    refused(&caller.post_json(&format!("{VISITOR}/order/page"), &json!({ "visitorOpenId": DEMO_VISITOR })).await, "1001");
}

#[tokio::test]
async fn the_visitor_may_be_named_in_the_query() {
    let caller = Caller::start().await;
    for name in ["openId", "visitorOpenId"] {
        let path = format!("{VISITOR}/order/page?{name}=oVisitor02");
        let page = caller.post_json(&path, &json!({ "pageNo": "1", "pageSize": "10" })).await;
        assert_eq!(column(&page, "visitorName"), ["周雨桐"]);
    }
}

#[tokio::test]
async fn nobody_sees_the_visits_of_others() {
    let caller = Caller::start().await;
    let page = page(&caller, json!({ "visitorOpenId": "oVisitor01" })).await;
    assert_eq!(column(&page, "visitorName"), ["赵磊"]);
}
