//! Identifiers, each its own type, so that none is taken for another.

use serde::Serialize;
use std::fmt;
use std::sync::{Arc, Mutex};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier, unless the text is blank.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                (!text.is_empty()).then(|| Self(text.to_owned()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// One booking or invitation (`orderId`).
    OrderId
    /// A person as WeChat knows them in one official account (`openId`).
    OpenId
    /// A site, the tenant of the backend (`projectId`).
    ProjectId
    /// The product that the site belongs to (`productId`).
    ProductId
    /// The official account (`appId`).
    AppId
    /// A member of staff (`beVisitorPersonId`; `beVisitorUserId` in the mini-program's calls).
    PersonId
    /// A permission group: the doors of one area (`groupId`).
    AreaId
    /// All who come on one occasion: the leader, companions, accepted invitations (`visitorBatch`).
    Batch
    /// An invitation as its link names it: an order, in the mini-program a batch.
    InvitationId
    /// A booking that was sent in this tab: the server gives it no id.
    ReceiptId
    /// A kind of visitor that the site tells apart (`visitorTypeId`).
    VisitorTypeId
    /// A company that one can visit (`enterpriseCode`).
    EnterpriseCode
    /// An uploaded portrait that passed the quality check (`faceId`).
    FaceId
    /// A member of Feishu's access control (`user_id`).
    AccessUserId
    /// A visitor registered with Feishu's access control (`visitor_id`).
    AccessVisitorId
    /// A department in Feishu (`department_id`).
    DepartmentId
    /// Where the next page of a Feishu list begins (`page_token`).
    PageToken
}

/// The openId of who asks; empty for somebody without WeChat, since the calls that take it want it in any case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Asker(String);

impl From<Option<&OpenId>> for Asker {
    fn from(open_id: Option<&OpenId>) -> Self {
        Self(open_id.map(|id| id.0.clone()).unwrap_or_default())
    }
}

/// What a session proves itself with. It goes into a header: visible ASCII, and never into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub fn parse(text: &str) -> Option<Self> {
        let visible = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        visible.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What the session proves itself with right now. All copies are one: who signs in, signs in for everybody.
#[derive(Debug, Clone, Default)]
pub struct Credential(Arc<Mutex<Option<Token>>>);

impl Credential {
    pub fn new(token: Option<Token>) -> Self {
        Self(Arc::new(Mutex::new(token)))
    }

    pub fn token(&self) -> Option<Token> {
        self.0.lock().ok()?.clone()
    }

    pub fn replace(&self, token: Token) {
        // Nobody panics while holding the lock.
        if let Ok(mut known) = self.0.lock() {
            *known = Some(token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_text_is_no_identifier() {
        assert_eq!(OrderId::parse("  "), None);
        assert_eq!(OrderId::parse(" 7 ").unwrap().as_str(), "7");
    }

    #[test]
    fn who_signs_in_signs_in_for_everybody() {
        let (session, client) = (Credential::new(Token::parse("old")), Credential::default());
        assert_eq!((session.token(), client.token()), (Token::parse("old"), None));
        let client = session.clone();
        session.replace(Token::parse("new").unwrap());
        assert_eq!((client.token(), format!("{client:?}").contains("new")), (Token::parse("new"), false));
    }

    #[test]
    fn a_token_fits_into_a_header_and_stays_out_of_logs() {
        assert_eq!((Token::parse(""), Token::parse("a\nb"), Token::parse("令牌")), (None, None, None));
        let token = Token::parse("s3cret").unwrap();
        assert_eq!((token.as_str(), format!("{token:?}")), ("s3cret", "Token(…)".to_owned()));
    }
}
