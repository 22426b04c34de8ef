//! Identifiers, each its own type, so that none is taken for another.

use serde::Serialize;

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
    /// A member of staff (`beVisitorPersonId`).
    PersonId
    /// A permission group: the doors of one area (`groupId`).
    AreaId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_text_is_no_identifier() {
        assert_eq!(OrderId::parse("  "), None);
        assert_eq!(OrderId::parse(" 7 ").unwrap().as_str(), "7");
    }
}
