//! Signing in from a link in a message.

use crate::domain::code::codes;
use crate::domain::id::{OrderId, PersonId};
use crate::{answer, endpoint, parameters};

codes! {
    /// Who signs in (`type`).
    pub enum Party: &'static str {
        Visitor = "visitor",
        Employee = "person",
    }
}

parameters! {
    /// Signs somebody in who opened a link in a message of the official account. `visitor/visitor/msg/login`
    #[derive(Debug, Clone)]
    pub struct SignIn {
        order_id: OrderId = "orderId",
        /// Empty for a visitor.
        person_id: String = "personId",
        party: Party = "type",
    }
}
endpoint!(SignIn, writes post_json "/ui/v1/wechat/visitor/visitor/msg/login" -> TokenResponse);

impl SignIn {
    pub fn visitor(order_id: OrderId) -> Self {
        Self { order_id, person_id: String::new(), party: Party::Visitor }
    }

    pub fn employee(order_id: OrderId, person: &PersonId) -> Self {
        Self { order_id, person_id: person.as_str().to_owned(), party: Party::Employee }
    }
}

parameters! {
    /// Signs somebody in who opened a link in a WeCom message. `wecom/visitor/visitor/msg/login`
    #[derive(Debug, Clone)]
    pub struct SignInWithWeCom {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(SignInWithWeCom, writes post_json "/ui/v1/wechat/wecom/visitor/visitor/msg/login" -> TokenResponse);

answer! {
    /// Whether the link lets somebody in.
    pub struct TokenResponse {
        /// 1 yes, 0 no.
        pub is_allow_login: bool = "isAllowLogin",
        /// Why not, for people to read.
        pub reason: String = "reason",
        pub token: String = "token",
    }
}
