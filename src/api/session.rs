//! Signing in from a link in a message.

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use crate::domain::code::codes;
use crate::domain::id::{OrderId, PersonId, Token};
use crate::json::Whole;
use crate::{answer, endpoint, parameters};

/// What came of signing in by a link in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Signed in, as the person whom the token belongs to.
    Open(Option<Token>),
    /// Not signed in; the reason is for people to read, where there is one.
    Closed(String),
}

/// Signs in who opened a link in a message about an order: its visitor, or an employee; in WeCom always an employee.
///
/// None in the mini-program, whose visitors are signed in already.
pub fn sign_in(context: &ApiContext, order_id: OrderId, employee: Option<&PersonId>) -> Option<ApiCall<Entry>> {
    match (context.flavor, employee) {
        (ApiFlavor::MiniProgram, _) => None,
        (ApiFlavor::WeCom, _) => Some(ApiCall::new(&SignInWithWeCom { order_id }, entry)),
        (ApiFlavor::OfficialAccount, Some(person)) => Some(ApiCall::new(&SignIn::employee(order_id, person), entry)),
        (ApiFlavor::OfficialAccount, None) => Some(ApiCall::new(&SignIn::visitor(order_id), entry)),
    }
}

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
endpoint!(SignIn, writes post_json "/ui/v1/wechat/visitor/visitor/msg/login" -> Whole<TokenResponse>);

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
endpoint!(SignInWithWeCom, writes post_json "/ui/v1/wechat/wecom/visitor/visitor/msg/login" -> Whole<TokenResponse>);

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

fn entry(Whole(answer): Whole<TokenResponse>) -> Entry {
    if answer.is_allow_login { Entry::Open(Token::parse(&answer.token)) } else { Entry::Closed(answer.reason) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn asked(flavor: ApiFlavor, employee: Option<&str>) -> Option<ApiCall<Entry>> {
        let context = ApiContext { flavor, open_id: None, app: None, project: None, product: None, enterprise: None };
        sign_in(&context, OrderId::parse("7").unwrap(), employee.and_then(PersonId::parse).as_ref())
    }

    #[test]
    fn each_family_signs_in_its_own_way() {
        let line = |flavor, employee| asked(flavor, employee).map(|ask| ask.request().unwrap().to_string());
        let official = "POST /ui/v1/wechat/visitor/visitor/msg/login json";
        assert_eq!(
            line(ApiFlavor::OfficialAccount, None).unwrap(),
            format!(r#"{official} {{"orderId":"7","personId":"","type":"visitor"}}"#)
        );
        assert_eq!(
            line(ApiFlavor::OfficialAccount, Some("P1")).unwrap(),
            format!(r#"{official} {{"orderId":"7","personId":"P1","type":"person"}}"#)
        );
        let wecom = r#"POST /ui/v1/wechat/wecom/visitor/visitor/msg/login json {"orderId":"7"}"#;
        assert_eq!((line(ApiFlavor::WeCom, Some("P1")).as_deref(), line(ApiFlavor::WeCom, None).as_deref()), (Some(wecom), Some(wecom)));
        assert_eq!(line(ApiFlavor::MiniProgram, None), None);
    }

    #[test]
    fn only_a_clear_yes_opens_the_door() {
        let read = |data| asked(ApiFlavor::WeCom, None).unwrap().read(&data).unwrap();
        assert_eq!(read(json!({"isAllowLogin": "1", "reason": "", "token": "t"})), Entry::Open(Token::parse("t")));
        assert_eq!(read(json!({"isAllowLogin": 0, "reason": "项目授权已过期", "token": "t"})), Entry::Closed("项目授权已过期".into()));
        assert_eq!(read(json!({})), Entry::Closed(String::new()));
        assert!(asked(ApiFlavor::WeCom, None).unwrap().read(&json!(null)).is_err(), "null is no answer, neither yes nor no");
    }
}
