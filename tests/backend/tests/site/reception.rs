//! What an employee's lists show: approvals, receptions, invitations, days.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, PROJECT, order_id};

use crate::{
    believable::iso,
    caller::{Caller, HOSTS, MINI_HOST, accepted, column, refused},
};

async fn page(caller: &Caller, more: Value) -> Value {
    let mut body = json!({ "beVisitorOpenId": DEMO_HOST, "pageNo": "1", "pageSize": "200" });
    body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    caller.post_json(&format!("{HOSTS}/record/page"), &body).await
}

fn statuses(page: &Value) -> BTreeSet<u64> {
    column(page, "status").iter().filter_map(Value::as_u64).collect()
}

#[tokio::test]
async fn each_type_has_its_own_statuses() {
    let caller = Caller::start().await;
    let table: [(&str, &[u64]); 3] =
        [("0", &[1, 2, 3, 5, 6, 7, 8, 14, 15]), ("1", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15]), ("2", &[1, 10, 11, 12, 13, 14, 15])];
    for (kind, expected) in table {
        let page = page(&caller, json!({ "type": kind })).await;
        assert_eq!(statuses(&page), expected.iter().copied().collect(), "type {kind}");
        assert!(column(&page, "beVisitorOpenId").iter().all(|host| host == DEMO_HOST));
    }
    refused(&page(&caller, json!({ "type": "3" })).await, "1002");
}

#[tokio::test]
async fn waiting_and_overdue_approvals_are_asked_for_by_status() {
    let caller = Caller::start().await;
    let waiting = page(&caller, json!({ "type": "1", "statusList": "0", "sort": "asc" })).await;
    let names = column(&waiting, "visitorName");
    for name in ["陆子涵", "方文静", "马腾飞", "何佳怡"] {
        assert!(names.contains(&json!(name)), "{names:?}");
    }
    let overdue = page(&caller, json!({ "type": "1", "statusList": "9", "visitorName": "宋" })).await;
    assert_eq!(column(&overdue, "visitorName"), ["宋佳宁"]);
}

#[tokio::test]
async fn who_is_no_employee_has_no_lists() {
    let mut caller = Caller::start().await;
    let path = format!("{MINI_HOST}/order/examine/log/doing");
    let first = json!({ "pageNo": 1, "pageSize": 10 });
    refused(&caller.post_json(&path, &first).await, "401");
    refused(&caller.post_json_as("oVisitorHe", &path, &first).await, "2005");
    refused(&caller.post_json_as(DEMO_HOST, &path, &json!({ "pageNo": "1", "pageSize": "10" })).await, "1002");
    refused(&page(&caller, json!({ "beVisitorOpenId": "oNobody" })).await, "2005");
}

#[tokio::test]
async fn days_with_visits_are_days_of_the_site() {
    let caller = Caller::start().await;
    caller.control("POST", "clock", &json!({ "offset_seconds": 0 })).await;
    let now = caller.now();
    let week = json!({
        "beVisitorOpenId": DEMO_HOST,
        "projectId": PROJECT,
        "earlyStartTimeISO": iso(now),
        "lateStartTimeISO": iso(now + chrono::TimeDelta::days(7)),
        "statusList": "1",
    });
    let path = format!("{HOSTS}/record/orderDay");
    let days = caller.post_json(&path, &week).await;
    let visits = page(&caller, json!({ "statusList": "1", "earlyStartTimeISO": week["earlyStartTimeISO"] })).await;
    let expected: BTreeSet<String> =
        column(&visits, "startTime").iter().map(|start| start.as_str().expect("a time")[..10].to_owned()).collect();
    assert_eq!(accepted(&days), &json!(expected));
    assert!(expected.len() >= 3, "{expected:?}");
    refused(&caller.post_json(&path, &json!({ "beVisitorOpenId": DEMO_HOST })).await, "1001");
}

#[tokio::test]
async fn one_visit_is_for_its_host() {
    let mut caller = Caller::start().await;
    let path = format!("{HOSTS}/record/detail?orderId={}", order_id(307));
    assert_eq!(accepted(&caller.post(&path).await)["visitorName"], "曹俊杰");
    caller.token = Some("token-oHostLi".into());
    refused(&caller.post(&path).await, "2004");
}

#[tokio::test]
async fn cards_offer_a_new_invitation_where_one_makes_sense() {
    let mut caller = Caller::start().await;
    let all = json!({ "pageNo": 1, "pageSize": 200 });
    for (list, labels) in [
        ("examine/log/doing", &["待审批"][..]),
        ("examine/log/expires", &["审批逾期"]),
        ("reception/log/doing", &["正常", "迟到", "已到达", "超期未签离"]),
        ("reception/log/history", &["访客签离", "预约逾期", "超期自动签离", "预约失效(员工取消)", "预约失效(访客取消)"]),
    ] {
        let page = caller.post_json_as(DEMO_HOST, &format!("{MINI_HOST}/order/{list}"), &all).await;
        let found: BTreeSet<String> = column(&page, "status").iter().map(|label| label.as_str().expect("a word").to_owned()).collect();
        assert_eq!(found, labels.iter().map(|label| (*label).to_owned()).collect(), "{list}");
        for row in accepted(&page)["list"].as_array().expect("a list") {
            let again = matches!(row["status"].as_str(), Some("审批逾期" | "预约逾期" | "预约失效(员工取消)" | "预约失效(访客取消)"));
            let button = json!([{ "buttonKey": "InvitationFoundByBeVisitor", "buttonName": "重新邀约" }]);
            assert_eq!(row["buttonList"], if again { button } else { json!([]) }, "{row}");
            assert!(row.get("orderId").is_none(), "cards know the batch only");
        }
    }
}
