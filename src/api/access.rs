//! Feishu's access control: visitors and members. Base path `/open-apis`, reached through a proxy of the site.
//!
//! Creating and deleting take five calls a second at most; the transport keeps below that.

use super::call::ApiCall;
use crate::domain::access::{AccessVisitor, Member, UserIdType, UserType};
use crate::domain::id::{AccessUserId, AccessVisitorId, DepartmentId, PageToken};
use crate::json::Whole;
use crate::{answer, endpoint, parameters};

/// Registers a visitor; the response is the visitor's id there, where it names one.
pub fn register(visitor: AccessVisitor) -> ApiCall<Option<AccessVisitorId>> {
    let AccessVisitor { name, phone, department } = visitor;
    let user = UserExternal {
        user_type: UserType::Visitor,
        user_id: None,
        user_name: Some(name),
        phone_num: Some(phone),
        department_id: department,
    };
    ApiCall::new(&RegisterVisitor { user_id_type: UserIdType::OpenId, user }, |answer| AccessVisitorId::parse(&answer.visitor_id))
}

/// Removes a visitor.
pub fn remove(visitor_id: AccessVisitorId) -> ApiCall<()> {
    ApiCall::new(&RemoveVisitor { visitor_id, user_id_type: UserIdType::OpenId }, |()| ())
}

/// Looks one member up.
pub fn member(user_id: AccessUserId, user_id_type: UserIdType) -> ApiCall<Option<Member>> {
    ApiCall::new(&GetAccessUser { user_id, user_id_type }, |answer| answer.user.member())
}

/// A page of the members, and the call for the next page.
pub fn members(call: ListAccessUsers) -> ApiCall<(Vec<Member>, Option<ListAccessUsers>)> {
    ApiCall::new(&call.clone(), move |Whole(answer)| {
        let next = call.after(&answer);
        (answer.items.into_iter().filter_map(AccessUser::member).collect(), next)
    })
}

parameters! {
    /// Registers a visitor. `POST acs/v1/visitors`
    ///
    /// Refused as `InvalidParameter` and `PhoneTaken`. There is no call to change a visitor: delete and create.
    #[derive(Debug, Clone)]
    pub struct RegisterVisitor {
        /// What kind of id `user` carries.
        pub user_id_type: UserIdType = "user_id_type",
        pub user: UserExternal = "user",
    }
}
endpoint!(RegisterVisitor, writes post_json "/acs/v1/visitors" query "user_id_type" of Feishu -> VisitorRegistered);

parameters! {
    /// Somebody to register.
    #[derive(Debug, Clone)]
    pub struct UserExternal {
        pub user_type: UserType = "user_type",
        pub user_id: Option<AccessUserId> = "user_id",
        pub user_name: Option<String> = "user_name",
        pub phone_num: Option<String> = "phone_num",
        pub department_id: Option<DepartmentId> = "department_id",
    }
}

parameters! {
    /// Removes a visitor. `DELETE acs/v1/visitors/{visitor_id}`
    #[derive(Debug, Clone)]
    pub struct RemoveVisitor {
        pub visitor_id: AccessVisitorId = path,
        pub user_id_type: UserIdType = "user_id_type",
    }
}
endpoint!(RemoveVisitor, writes delete "/acs/v1/visitors/{visitor_id}" [visitor_id] of Feishu -> ());

parameters! {
    /// Gets the card and face of one member; refused as `UnknownPerson`. `GET acs/v1/users/{user_id}`
    #[derive(Debug, Clone)]
    pub struct GetAccessUser {
        pub user_id: AccessUserId = path,
        pub user_id_type: UserIdType = "user_id_type",
    }
}
endpoint!(GetAccessUser, reads get "/acs/v1/users/{user_id}" [user_id] of Feishu -> AccessUserResponse);

parameters! {
    /// Lists the members, a page of 50 at most; a stale token is refused as `PageTokenInvalid`. `GET acs/v1/users`
    #[derive(Debug, Clone)]
    pub struct ListAccessUsers {
        pub page_size: u32 = "page_size",
        /// None for the first page.
        pub page_token: Option<PageToken> = "page_token",
        pub user_id_type: UserIdType = "user_id_type",
    }
}
endpoint!(ListAccessUsers, reads get "/acs/v1/users" of Feishu -> Whole<AccessUserList>);

/// The largest page that Feishu gives.
const MOST_USERS: u32 = 50;

impl ListAccessUsers {
    pub fn first(user_id_type: UserIdType) -> Self {
        Self { page_size: MOST_USERS, page_token: None, user_id_type }
    }

    /// The call for the page after this answer; none at the end, or where the list would repeat itself.
    pub fn after(&self, answer: &AccessUserList) -> Option<Self> {
        let token = PageToken::parse(&answer.page_token).filter(|_| answer.has_more)?;
        let goes_on = self.page_token.as_ref() != Some(&token) && !answer.items.is_empty();
        goes_on.then(|| Self { page_token: Some(token), ..self.clone() })
    }
}

answer! {
    pub struct VisitorRegistered {
        pub visitor_id: String = "visitor_id",
    }
}

answer! {
    pub struct AccessUserResponse {
        pub user: AccessUser = "user",
    }
}

answer! {
    pub struct AccessUserList {
        pub items: Vec<AccessUser> = "items",
        /// Only where there is more.
        pub page_token: String = "page_token",
        pub has_more: bool = "has_more",
    }
}

answer! {
    /// One member.
    pub struct AccessUser {
        pub user_id: String = "user_id",
        pub feature: AccessFeature = "feature",
    }
}

answer! {
    /// How the devices recognise a member.
    pub struct AccessFeature {
        /// The card's number; none without a card.
        pub card: Option<i64> = "card",
        pub face_uploaded: bool = "face_uploaded",
    }
}

impl AccessUser {
    fn member(self) -> Option<Member> {
        let card = self.feature.card.map(|card| card.to_string());
        Some(Member { id: AccessUserId::parse(&self.user_id)?, card, has_face: self.feature.face_uploaded })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_visitor_is_registered_with_type_name_phone_and_department() {
        let visitor = |department| AccessVisitor { name: "林知夏".into(), phone: "13900000001".into(), department };
        let line = |department| register(visitor(department)).request().unwrap().to_string();
        let body = r#""phone_num":"13900000001","user_name":"林知夏","user_type":11"#;
        let post = "POST /acs/v1/visitors?user_id_type=open_id json";
        assert_eq!(line(None), format!(r#"{post} {{"user":{{{body}}}}}"#));
        assert_eq!(line(DepartmentId::parse("od-1")), format!(r#"{post} {{"user":{{"department_id":"od-1",{body}}}}}"#));
        let ask = register(visitor(None));
        assert_eq!(ask.read(&json!({"visitor_id": "v1"})).unwrap().unwrap().as_str(), "v1");
        assert_eq!(ask.read(&json!({})).unwrap(), None);
    }

    #[test]
    fn members_have_a_card_a_face_or_neither() {
        let data = json!({"items": [{"user_id": "ou_1", "feature": {"card": 123_456, "face_uploaded": true}}, {"user_id": "ou_2"}, {}],
            "page_token": "t1", "has_more": true});
        let ask = members(ListAccessUsers::first(UserIdType::OpenId));
        assert!(ask.read(&json!(null)).is_err(), "null does not say that there are none");
        let (members, next) = ask.read(&data).unwrap();
        let read: Vec<_> = members.iter().map(|member| (member.id.as_str(), member.card.as_deref(), member.has_face)).collect();
        assert_eq!(read, [("ou_1", Some("123456"), true), ("ou_2", None, false)]);
        assert_eq!(next.unwrap().page_token.unwrap().as_str(), "t1");
    }

    fn list(users: usize, token: &str, has_more: bool) -> AccessUserList {
        let items = (0..users).map(|_| AccessUser::default()).collect();
        AccessUserList { items, page_token: token.into(), has_more }
    }

    #[test]
    fn the_list_is_read_to_its_end_and_no_further() {
        let first = ListAccessUsers::first(UserIdType::OpenId);
        let second = first.after(&list(50, "t1", true)).unwrap();
        assert_eq!((second.page_size, second.page_token.as_ref().unwrap().as_str()), (50, "t1"));
        assert!(first.after(&list(50, "t1", false)).is_none());
        assert!(first.after(&list(50, "", true)).is_none());
        assert!(first.after(&list(0, "t1", true)).is_none());
        assert!(second.after(&list(50, "t1", true)).is_none(), "a list that repeats itself ends");
    }
}
