//! A visit as a row of a list, in WeCom and the mini-program.

use serde_json::{Map, Value, json};

use super::{Visit, order::members};
use crate::{
    clock::format_time,
    seed::{ENTERPRISE, PROJECT},
    status::Status,
};

impl Visit {
    /// `WcMaVisitorOrderCardDto`, for the visitor.
    pub fn visitor_card(&self) -> Value {
        let mut card = self.card();
        card.extend(members(json!({
            "orderId": self.order_id,
            "orderModel": self.plan.model.name(),
            "backlogId": self.to_do().unwrap_or_default(),
            "beVisitorEnterpriseName": ENTERPRISE,
            "beVisitorPersonName": self.plan.host.name,
        })));
        Value::Object(card)
    }

    /// `WcMaBeVisitorOrderCardDto`, for the host; it knows no orderId.
    pub fn host_card(&self) -> Value {
        let mut card = self.card();
        card.extend(members(json!({
            "backLogId": self.to_do().unwrap_or_default(),
            "visitorName": self.visitor_name(),
            "visitorWorkUnit": self.answer("visitorWorkUnit").unwrap_or_default(),
            "buttonList": self.buttons(),
        })));
        Value::Object(card)
    }

    /// What the host may do beside the ordinary.
    pub fn buttons(&self) -> Vec<Value> {
        let again = json!({ "buttonKey": "InvitationFoundByBeVisitor", "buttonName": "重新邀约" });
        self.status.may_be_invited_again().then_some(again).into_iter().collect()
    }

    /// One of the visitors of a shared invitation, as its log lists them.
    pub fn accepted_card(&self) -> Value {
        let mut card = members(json!({
            "orderId": self.order_id,
            "visitBatch": self.batch(),
            "visitorName": self.visitor_name(),
            "status": self.word_of_the_log(),
        }));
        for key in ["visitorPhoneNum", "visitorCarNumber", "visitorWorkUnit"] {
            card.extend(self.answer(key).map(|answer| (key.to_owned(), json!(answer))));
        }
        Value::Object(card)
    }

    /// The log of shares has words of its own: only 待来访 may be cancelled there.
    fn word_of_the_log(&self) -> &'static str {
        match self.status {
            Status::Normal => "待来访",
            Status::CancelledByHost | Status::CancelledByVisitor => "已取消",
            other => other.label(),
        }
    }

    fn card(&self) -> Map<String, Value> {
        members(json!({
            "visitorBatch": self.batch(),
            "projectId": PROJECT,
            "status": self.status.label(),
            "startTime": format_time(self.plan.start),
            "endTime": format_time(self.plan.end),
            "visitorPurpose": self.answer("visitorPurpose").unwrap_or_default(),
        }))
    }
}
