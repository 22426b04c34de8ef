//! Every documented answer is read, and what is not read of it is written down.

use contract::calls::every_call;
use contract::documents::documents;
use contract::spoken;
use serde_json::Value;
use std::collections::BTreeSet;
use visitor_front::api::envelope;
use visitor_front::api::error::ApiError;
use visitor_front::api::order::OrderResponse;
use visitor_front::api::page::PageResult;
use visitor_front::api::pass::PassLayoutResponse;
use visitor_front::api::request::Service;
use visitor_front::api::venue::OrderModelConfig;
use visitor_front::api::visit::GetVisit;
use visitor_front::domain::venue::Offer;
use visitor_front::domain::visit::Status;
use visitor_front::json::{Answer, Shape};

#[test]
fn every_documented_example_is_read() {
    for (endpoint, call) in spoken() {
        let example = endpoint.example();
        assert!(example.is_object(), "{} documents no answer", call.address());
        assert_eq!(call.answer(200, &example.to_string()), Ok(()), "{}: {example}", call.address());
    }
}

/// The documented answer of an endpoint, read.
fn example<T: Answer>(path: &str) -> Result<T, ApiError> {
    let endpoint = documents().into_iter().find(|endpoint| endpoint.address().ends_with(path));
    let example = endpoint.map(|endpoint| endpoint.example().to_string()).unwrap_or_default();
    envelope::read(&envelope::open(Service::Visitorcs, 200, &example)?)
}

#[test]
fn examples_that_contradict_their_schema_mean_what_they_must() {
    let layout: PassLayoutResponse = example("visitor/phConfig/info").unwrap();
    assert_eq!((layout.items.len(), layout.title.as_str()), (0, "高职学院的入园通行证"));
    assert_eq!(Offer::from(example::<OrderModelConfig>("miniapp/visitor/orderModel/config").unwrap()).modes(), []);
    let detail: OrderResponse = example("wecom/bevisitor/order/detail").unwrap();
    let visit = detail.visit().unwrap();
    assert_eq!((visit.status, visit.companions.len()), (Status::WaitingApproval, 1));
}

#[test]
fn statuses_are_numbers_digits_or_words() {
    for (status, read) in [("8", "8"), ("\"8\"", "8"), ("\"待审批\"", "待审批"), ("null", "")] {
        let data = serde_json::from_str(&format!(r#"{{"list":[{{"visitorBatch":"1","status":{status}}}]}}"#)).expect("JSON");
        let page: PageResult<visitor_front::api::order::HostCard> = envelope::read(&data).expect("a page");
        assert_eq!(page.list[0].status, read);
    }
}

#[test]
fn an_answer_that_makes_no_sense_names_its_place() {
    let call = every_call().into_iter().find(|call| call.name == "ListVisits").expect("a declared call");
    let refused = |body: &str| call.answer(200, body).expect_err("a refusal");
    let unreadable = |path: &str, reason: &str| ApiError::Unreadable { path: path.into(), reason: reason.into() };
    assert_eq!(
        refused(r#"{"code":0,"data":{"list":[{"orderId":1},{"orderId":[1]}]}}"#),
        unreadable("data.list[1].orderId", "a list instead of a text")
    );
    assert_eq!(refused("<html>"), unreadable("$", "a web page instead of JSON"));
    let declared = <<GetVisit as visitor_front::api::endpoint::Endpoint>::Answer as Answer>::SHAPE;
    assert!(matches!(declared, Shape::Object("OrderResponse", _)));
}

#[test]
fn what_is_not_read_is_a_decision_that_a_reviewer_sees() {
    let (mut documented, mut read) = (BTreeSet::new(), BTreeSet::new());
    for (endpoint, call) in spoken() {
        compare(&call.shape, endpoint.answer(), &mut documented, &mut read);
    }
    let undocumented: Vec<&String> = read.difference(&documented).collect();
    assert!(undocumented.is_empty(), "read, but no document has it: {undocumented:?}");

    let unread: Vec<&str> = documented.difference(&read).map(String::as_str).collect();
    let decided: Vec<&str> =
        include_str!("fixtures/unread.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let [new, gone] = [(&unread, &decided), (&decided, &unread)]
        .map(|(from, without)| from.iter().filter(|field| !without.contains(field)).copied().collect::<Vec<_>>().join("\n"));
    assert_eq!((new.as_str(), gone.as_str()), ("", ""), "not read and not in tests/fixtures/unread.txt, or the reverse");
}

/// Notes the fields of an answer as `Type.field`: those that the document has, and those that are read.
fn compare(shape: &Shape, document: &Value, documented: &mut BTreeSet<String>, read: &mut BTreeSet<String>) {
    match shape {
        Shape::Nothing | Shape::Scalar | Shape::Anything => {}
        Shape::List(item) | Shape::Entries(item) => compare(item, document, documented, read),
        Shape::Object(name, fields) => {
            let listed = document["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
            documented.extend(listed.iter().map(|field| format!("{name}.{}", field["name"].as_str().unwrap_or_default())));
            read.extend(fields.iter().map(|(field, _)| format!("{name}.{field}")));
            for (field, shape) in *fields {
                if let Some(inner) = listed.iter().find(|known| known["name"] == *field) {
                    compare(shape, inner, documented, read);
                }
            }
        }
    }
}
