//! The sixteen statuses over HTTP: how each is reached, and what each refuses.

use serde_json::{Value, json};

use crate::caller::{Caller, HOSTS, VISITOR, accepted, refused};

/// What somebody does, or the hours that pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Book,
    Invite,
    Approve,
    Reject,
    Change,
    CancelByVisitor,
    CancelByHost,
    Accept,
    Withdraw,
    Arrive,
    SignOut,
    Pass { hours: i64 },
}

use Deed::{Accept, Approve, Arrive, Book, CancelByHost, CancelByVisitor, Change, Invite, Pass, Reject, SignOut, Withdraw};

/// A booking begins after 24 hours and lasts two; an invitation begins after 48 and lasts three.
const WAYS: [(u64, &[Deed]); 19] = [
    (0, &[Book]),
    (0, &[Book, Reject, Change]),
    (1, &[Book, Approve]),
    (1, &[Invite, Accept]),
    (2, &[Book, Approve, Pass { hours: 25 }]),
    (3, &[Book, Approve, Pass { hours: 27 }]),
    (4, &[Book, Reject]),
    (5, &[Book, Approve, Arrive, Pass { hours: 42 }]),
    (6, &[Book, Approve, Arrive, SignOut]),
    (6, &[Book, Approve, Pass { hours: 25 }, Arrive, Pass { hours: 2 }, SignOut]),
    (7, &[Book, Approve, Arrive, Pass { hours: 27 }]),
    (8, &[Book, Approve, Arrive]),
    (9, &[Book, Pass { hours: 27 }]),
    (10, &[Invite]),
    (11, &[Invite, Pass { hours: 52 }]),
    (12, &[Invite, Withdraw]),
    (13, &[Invite, CancelByVisitor]),
    (14, &[Book, CancelByHost]),
    (15, &[Book, CancelByVisitor]),
];

/// Which statuses allow a deed. Nothing else does.
const LEGAL: [(Deed, &[u64]); 9] = [
    (Approve, &[0]),
    (Reject, &[0]),
    (Change, &[0, 4]),
    (CancelByVisitor, &[0, 1, 2, 10]),
    (CancelByHost, &[0, 1, 2]),
    (Accept, &[10]),
    (Withdraw, &[10]),
    (Arrive, &[1, 2]),
    (SignOut, &[7, 8]),
];

/// A site on a Wednesday morning, and the order that a way leads to.
async fn after(way: &[Deed]) -> (Caller, String) {
    let caller = Caller::start().await;
    caller.control("POST", "clock", &json!({ "now": "2030-01-02T08:00:00+08:00" })).await;
    let mut order = String::new();
    for deed in way {
        match deed {
            Book => order = caller.book(&caller.booking()).await,
            Invite => {
                let founded = caller.post_json(&format!("{HOSTS}/invitation/founding"), &caller.invitation_by("oHostWang")).await;
                order = accepted(&founded)["orderId"].as_str().expect("an id").to_owned();
            }
            Pass { hours } => {
                let now = caller.now() + chrono::TimeDelta::hours(*hours);
                caller.control("POST", "clock", &json!({ "now": now.to_rfc3339() })).await;
            }
            deed => assert_eq!(does(&caller, *deed, &order).await["code"], "0", "{deed:?} of {way:?}"),
        }
    }
    (caller, order)
}

/// One deed; the gate's own are control routes, whose refusals are put into the same shape.
async fn does(caller: &Caller, deed: Deed, order: &str) -> Value {
    let decision = json!({ "beVisitorOpenId": "oHostWang", "orderId": order, "projectId": "" });
    match deed {
        Approve => caller.post_json(&format!("{HOSTS}/approval/order"), &decision).await,
        Reject => caller.post_json(&format!("{HOSTS}/reject/order"), &decision).await,
        Change => {
            let mut change = caller.booking();
            change["orderId"] = json!(order);
            // An invited guest has no openId.
            change.as_object_mut().expect("a form").remove("visitorOpenId");
            caller.post_json(&format!("{VISITOR}/order/update"), &change).await
        }
        CancelByVisitor => caller.post(&format!("{VISITOR}/order/cancel?orderId={order}")).await,
        CancelByHost => caller.post(&format!("{HOSTS}/order/cancel?orderId={order}")).await,
        Accept => {
            let acceptance = json!({ "orderId": order, "visitorName": "沈亦舟", "visitorPersonNum": 1 });
            caller.post_json(&format!("{HOSTS}/invitation/accepting"), &acceptance).await
        }
        Withdraw => caller.post_json(&format!("{HOSTS}/invitation/cancel"), &json!({ "openId": "oHostWang", "orderId": order })).await,
        Arrive => at_the_gate(caller, "arrive", order).await,
        SignOut => at_the_gate(caller, "sign-out", order).await,
        Book | Invite | Pass { .. } => panic!("{deed:?} is no move"),
    }
}

async fn at_the_gate(caller: &Caller, control: &str, order: &str) -> Value {
    let answer = caller.control("POST", &format!("{control}?orderId={order}"), &Value::Null).await;
    match answer.status.as_u16() {
        200 => json!({ "code": "0" }),
        409 => json!({ "code": "2002", "msg": answer.json()["error"] }),
        other => panic!("{control}: {other}"),
    }
}

#[tokio::test]
async fn every_status_is_reached() {
    for (status, way) in WAYS {
        let (caller, order) = after(way).await;
        assert_eq!(caller.status(&order).await, status, "{way:?}");
    }
    let mut reached: Vec<u64> = WAYS.iter().map(|(status, _)| *status).collect();
    reached.dedup();
    assert_eq!(reached, (0..16).collect::<Vec<_>>());
}

#[tokio::test]
async fn every_illegal_move_is_refused_with_a_code_and_a_sentence() {
    for (status, way) in WAYS {
        let (caller, order) = after(way).await;
        let detail = caller.post(&format!("{VISITOR}/order/detail?orderId={order}")).await;
        let label = accepted(&detail)["webLabel"].as_str().expect("a label").to_owned();
        for (deed, _) in LEGAL.iter().filter(|(_, allowed)| !allowed.contains(&status)) {
            let answer = does(&caller, *deed, &order).await;
            let msg = refused(&answer, "2002");
            assert!(msg.starts_with(&format!("当前状态「{label}」不允许")), "{deed:?} in {status}: {msg}");
            assert_eq!(caller.status(&order).await, status, "{deed:?}");
        }
    }
}

#[tokio::test]
async fn every_legal_move_is_made() {
    for (deed, allowed) in LEGAL {
        for status in allowed {
            let (_, way) = WAYS.into_iter().find(|(reached, _)| reached == status).expect("a way");
            let (caller, order) = after(way).await;
            accepted(&does(&caller, deed, &order).await);
        }
    }
}
