//! Signing in by the link of a message.

use serde_json::{Value, json};
use standin::seed::order_id;

use crate::caller::{Caller, VISITOR, accepted};

#[tokio::test]
async fn a_guest_books_and_comes_back_by_the_link() {
    let mut caller = Caller::start().await;
    let mut booking = caller.booking();
    booking["visitorOpenId"] = Value::Null;
    let order = caller.book(&booking).await;

    let page = json!({ "pageNo": "1", "pageSize": "10" });
    let path = format!("{VISITOR}/order/page");
    let nobody = caller.try_post_json(&path, &page).await.expect("an answer");
    assert_eq!(nobody.status, 401);
    assert_eq!(nobody.json()["code"], "401");

    let login = json!({ "orderId": order, "personId": "", "type": "visitor" });
    let login = caller.post_json(&format!("{VISITOR}/visitor/msg/login"), &login).await;
    assert_eq!(accepted(&login)["isAllowLogin"], "1");
    caller.token = accepted(&login)["token"].as_str().map(str::to_owned);
    let mine = caller.post_json(&path, &page).await;
    assert_eq!(accepted(&mine)["total"], 1);
    assert_eq!(accepted(&mine)["list"][0]["orderId"], order.as_str());

    caller.token = Some("forged".into());
    assert_eq!(caller.try_post_json(&path, &page).await.expect("an answer").status, 401);
}

#[tokio::test]
async fn a_dead_link_says_why() {
    let caller = Caller::start().await;
    for (order, person, kind) in [("1", "", "visitor"), (&order_id(0), "P9", "person")] {
        let login = json!({ "orderId": order, "personId": person, "type": kind });
        let answer = caller.post_json(&format!("{VISITOR}/visitor/msg/login"), &login).await;
        assert_eq!(accepted(&answer)["isAllowLogin"], "0");
        assert_ne!(accepted(&answer)["reason"], "");
    }
}
