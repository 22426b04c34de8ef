//! How a call is declared.

use super::parameter::{Parameters, object};
use super::request::{Effect, Request, Service, Verb};
use crate::json::Answer;

/// One call to the backend. Parameters that are `None` are not sent.
pub trait Endpoint: Parameters {
    /// What comes back in the envelope's `data`.
    type Answer: Answer;
    const SERVICE: Service;
    const VERB: Verb;
    const EFFECT: Effect;
    /// The documented path, with `{name}` for what is filled in.
    const PATH: &'static str;
    /// Parameters of a JSON call that go into the query all the same.
    const IN_QUERY: &'static [&'static str];

    /// The path with its placeholders filled in and percent-encoded.
    fn path(&self) -> String;

    /// The call as plain data.
    fn request(&self) -> Result<Request, serde_json::Error> {
        let parameters = object(&self.named())?;
        Ok(Request::new(Self::SERVICE, Self::EFFECT, Self::VERB, self.path(), parameters, Self::IN_QUERY))
    }
}

/// Declares a call: `endpoint!(Name, reads post "/path/{id}" [id] -> Answer);`
///
/// `reads` calls are retried by the transport, `writes` never. The fields in brackets fill the path's
/// placeholders (`[part = field]` where the names differ), and the compiler checks that the names agree. A parameter of a JSON call that belongs into the query is named by `query "name"`; another
/// service than visitorcs by `of Feishu`.
#[macro_export]
macro_rules! endpoint {
    ($call:ident, $effect:ident $verb:ident $path:literal $([$($part:ident $(= $field:ident)?),+])? $(query $query:literal)? $(of $service:ident)? -> $answer:ty) => {
        impl $crate::api::endpoint::Endpoint for $call {
            type Answer = $answer;
            const SERVICE: $crate::api::request::Service = endpoint!(@service $($service)?);
            const VERB: $crate::api::request::Verb = endpoint!(@$verb);
            const EFFECT: $crate::api::request::Effect = endpoint!(@$effect);
            const PATH: &'static str = $path;
            const IN_QUERY: &'static [&'static str] = &[$($query)?];

            fn path(&self) -> String {
                format!($path $($(, $part = $crate::percent::encode(endpoint!(@part self $part $($field)?).as_ref()))+)?)
            }
        }
    };
    (@part $call:ident $part:ident) => { $call.$part };
    (@part $call:ident $part:ident $field:ident) => { $call.$field };
    (@service) => { $crate::api::request::Service::Visitorcs };
    (@service $service:ident) => { $crate::api::request::Service::$service };
    (@get) => { $crate::api::request::Verb::Get };
    (@post) => { $crate::api::request::Verb::Post };
    (@post_json) => { $crate::api::request::Verb::PostJson };
    (@delete) => { $crate::api::request::Verb::Delete };
    (@reads) => { $crate::api::request::Effect::Reads };
    (@writes) => { $crate::api::request::Effect::Writes };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters;

    parameters! {
        pub struct Rename {
            order_id: String = path,
            new_name: String = "newName",
            note: Option<String> = "note",
        }
    }
    endpoint!(Rename, writes post "/order/{order}/name" [order = order_id] -> ());

    fn rename(order: &str, new_name: &str) -> String {
        Rename { order_id: order.into(), new_name: new_name.into(), note: None }.request().unwrap().to_string()
    }

    #[test]
    fn placeholders_and_values_are_percent_encoded() {
        assert_eq!(rename("a/b?%", "王 & 李+1"), "POST /order/a%2Fb%3F%25/name?newName=%E7%8E%8B%20%26%20%E6%9D%8E%2B1");
    }

    #[test]
    fn what_is_not_given_is_not_sent() {
        assert!(!rename("1", "x").contains("note"));
    }

    parameters! {
        pub struct ApiCall {
            page: u32 = "page",
        }
    }
    endpoint!(ApiCall, reads post_json "/ask" -> ());

    parameters! {
        pub struct Remove {
            visitor: String = path,
            id_type: &'static str = "id_type",
            note: &'static str = "note",
        }
    }
    endpoint!(Remove, writes delete "/visitors/{visitor}" [visitor] of Feishu -> ());

    parameters! {
        pub struct Register {
            id_type: &'static str = "id_type",
            note: &'static str = "note",
        }
    }
    endpoint!(Register, writes post_json "/visitors" query "id_type" of Feishu -> ());

    #[test]
    fn a_query_and_a_body_are_kept_apart() {
        let request = Register { id_type: "a b", note: "n" }.request().unwrap();
        assert_eq!((request.to_string(), request.service), (r#"POST /visitors?id_type=a%20b json {"note":"n"}"#.into(), Service::Feishu));
        let remove = Remove { visitor: "7/8".into(), id_type: "x", note: "n" };
        assert_eq!(remove.request().unwrap().to_string(), "DELETE /visitors/7%2F8?id_type=x&note=n");
    }

    #[test]
    fn json_calls_have_a_body_and_no_query() {
        assert_eq!(ApiCall { page: 2 }.request().unwrap().to_string(), r#"POST /ask json {"page":2}"#);
    }
}
