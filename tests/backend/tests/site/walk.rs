//! Every endpoint of both contracts is called, and every answer is held against its contract.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use standin::{
    route::{self, BASE, FEISHU},
    seed::{PROJECT, feishu::DOCUMENTED_USER},
};

use crate::{
    caller::{Caller, Response},
    contract::Contract,
};

mod mini_program;
mod official_account;
mod wecom;

/// A walk through the endpoints: who walks, and where they have been.
pub struct Walk {
    pub caller: Caller,
    visitorcs: Contract,
    feishu: Contract,
    called: BTreeSet<String>,
}

/// Calls each endpoint in a way that succeeds; one that is missing, or never called here, fails the test.
#[tokio::test]
async fn every_documented_endpoint_answers_as_documented() {
    let mut walk =
        Walk { caller: Caller::start().await, visitorcs: Contract::visitorcs(), feishu: Contract::feishu(), called: BTreeSet::new() };
    official_account::walk(&mut walk).await;
    wecom::walk(&mut walk).await;
    mini_program::walk(&mut walk).await;
    every_channel(&mut walk).await;
    feishu(&mut walk).await;

    let documented: BTreeSet<String> = walk.visitorcs.addresses().union(&walk.feishu.addresses()).cloned().collect();
    assert_eq!(walk.called, documented);
}

#[test]
fn every_endpoint_is_documented_and_every_documented_one_exists() {
    for (contract, base) in [(Contract::visitorcs(), BASE), (Contract::feishu(), FEISHU)] {
        assert_eq!(contract.base(), base);
        let own = route::endpoints().filter(|endpoint| endpoint.base == base).map(|endpoint| endpoint.address());
        let own: Vec<String> = own.map(|(method, path)| format!("{method} {path}")).collect();
        assert_eq!(own.iter().cloned().collect::<BTreeSet<_>>(), contract.addresses());
        assert_eq!(own.len(), contract.addresses().len(), "an endpoint exists twice");
    }
}

async fn every_channel(walk: &mut Walk) {
    let picture = json!({ "imageData": "/9j/4AAQ", "type": "diy" });
    walk.post_json("/ui/v1/base/image/upload", picture, &["imageUrl"]).await;
    walk.ask("POST /ui/v1/privilege/info", "", &["0/groupId", "0/groupName"]).await;
    walk.ask("POST /api/v1/clientService/getSysTime", "", &["sysTime", "sysTimeUTC"]).await;
    walk.ask("GET /api/v1/clientService/getNoteAdmission", "", &["status", "title", "content"]).await;
    let order = format!("?orderId={}", standin::seed::order_id(308));
    let doors = ["园区北门/0/authStatus", "园区北门/0/deviceDesc", "园区北门/0/cardType", "园区北门/0/orderId"];
    walk.ask("GET /api/v1/clientService/authResult", &order, &doors).await;
    walk.ask("POST /api/v1/clientService/authResult/download", &order, &[]).await;
}

async fn feishu(walk: &mut Walk) {
    let user = json!({ "user_type": 11, "user_id": "ou_visitor", "user_name": "沈亦舟", "phone_num": "13900000099" });
    let register = "POST /acs/v1/visitors";
    let visitor = walk.reach(FEISHU, register, "/acs/v1/visitors", Some(json!({ "user": user })), &["visitor_id"]).await;
    let visitor = format!("/acs/v1/visitors/{}", visitor["visitor_id"].as_str().expect("an id"));
    walk.reach(FEISHU, "DELETE /acs/v1/visitors/{visitor_id}", &visitor, None, &[]).await;
    let list = ["items/0/user_id", "items/0/feature/card", "items/0/feature/face_uploaded", "has_more", "page_token"];
    walk.reach(FEISHU, "GET /acs/v1/users", "/acs/v1/users?page_size=50", None, &list).await;
    let user = format!("/acs/v1/users/{DOCUMENTED_USER}");
    walk.reach(FEISHU, "GET /acs/v1/users/{user_id}", &user, None, &["user/user_id", "user/feature/card"]).await;
}

impl Walk {
    /// From here on the walk is somebody whom the seed knows.
    pub fn is(&mut self, open_id: &str) {
        self.caller.token = Some(format!("token-{open_id}"));
    }

    /// A call without a body.
    pub async fn ask(&mut self, address: &str, query: &str, essential: &[&str]) -> Value {
        let (_, path) = address.split_once(' ').expect("a method and a path");
        self.reach(BASE, address, &format!("{path}{query}"), None, essential).await
    }

    /// A POST with a body.
    pub async fn post_json(&mut self, path: &str, body: Value, essential: &[&str]) -> Value {
        self.reach(BASE, &format!("POST {path}"), path, Some(body), essential).await
    }

    /// Calls the endpoint `address` at `path`; gives the data, in which the essential members must be.
    pub async fn reach(&mut self, base: &str, address: &str, path: &str, body: Option<Value>, essential: &[&str]) -> Value {
        let (method, documented) = address.split_once(' ').expect("a method and a path");
        let json = [("content-type", "application/json")];
        let sent = body.map(|body| body.to_string()).unwrap_or_default();
        let headers = if sent.is_empty() { &json[..0] } else { &json[..] };
        let answered: Response = self.caller.call(method, &format!("{base}{path}"), headers, sent).await.expect("an answer");
        let answer = answered.json();
        assert!(answer["code"] == "0" || answer["code"] == 0, "{address}: {answer}");
        let contract = if base == FEISHU { &self.feishu } else { &self.visitorcs };
        contract.check(method, documented, &answer);
        for member in essential {
            let found = answer["data"].pointer(&format!("/{member}"));
            assert!(found.is_some_and(|found| *found != ""), "{address} leaves out {member}: {answer}");
        }
        self.called.insert(address.to_owned());
        answer["data"].clone()
    }
}

/// The body of calls that name no more than their tenant.
pub fn project() -> Value {
    json!({ "projectId": PROJECT })
}
