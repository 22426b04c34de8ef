//! The parameters of calls, as tables: a field and its documented name.
//!
//! Their values are serde's; the structs are not, because `derive(Serialize)` brings its code into the bundle anew for
//! each struct (docs/decisions.md).

use serde::Serialize;
use serde_json::{Error, Map, Value};

/// Something that can be sent under a name.
pub trait Parameter {
    fn value(&self) -> Result<Value, Error>;
}

impl<T: Serialize> Parameter for T {
    fn value(&self) -> Result<Value, Error> {
        serde_json::to_value(self)
    }
}

/// A name and what is sent under it; without a name, the value's own fields are sent.
pub type Named<'p> = (&'static str, &'p dyn Parameter);

/// A call's parameters, but those that fill its path.
pub trait Parameters {
    fn named(&self) -> Vec<Named<'_>>;
}

/// What is sent: `None` is not.
pub fn object(parameters: &[Named]) -> Result<Map<String, Value>, Error> {
    let mut object = Map::new();
    for (name, parameter) in parameters {
        match parameter.value()? {
            Value::Null => {}
            Value::Object(fields) if name.is_empty() => object.extend(fields),
            value => drop(object.insert((*name).to_owned(), value)),
        }
    }
    Ok(object)
}

/// Declares a call's struct: `field: Type = "documentedName"`, `= path` for what fills the path, `= ..` for a struct
/// whose own fields are sent. A tuple struct sends what the struct in it sends.
#[macro_export]
macro_rules! parameters {
    ($(#[$doc:meta])* pub struct $name:ident(pub $inner:ty);) => {
        $(#[$doc])*
        pub struct $name(pub $inner);

        impl $crate::api::parameter::Parameters for $name {
            fn named(&self) -> Vec<$crate::api::parameter::Named<'_>> {
                self.0.named()
            }
        }
    };
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$note:meta])* $visible:vis $field:ident: $type:ty = $wire:tt,)*
    }) => {
        $(#[$doc])*
        pub struct $name {
            $($(#[$note])* $visible $field: $type,)*
        }

        impl $crate::api::parameter::Parameters for $name {
            fn named(&self) -> Vec<$crate::api::parameter::Named<'_>> {
                vec![$(parameters!(@named self $field $wire)),*]
            }
        }

        impl $crate::api::parameter::Parameter for $name {
            fn value(&self) -> Result<::serde_json::Value, ::serde_json::Error> {
                use $crate::api::parameter::{Parameters, object};
                object(&self.named()).map(::serde_json::Value::Object)
            }
        }
    };
    // Nothing is sent of what fills the path.
    (@named $this:ident $field:ident path) => { ("", &() as &dyn $crate::api::parameter::Parameter) };
    (@named $this:ident $field:ident ..) => { ("", &$this.$field as &dyn $crate::api::parameter::Parameter) };
    (@named $this:ident $field:ident $name:literal) => { ($name, &$this.$field as &dyn $crate::api::parameter::Parameter) };
}

#[cfg(test)]
mod tests {
    use super::*;

    parameters! {
        pub struct Inner {
            size: u32 = "pageSize",
            note: Option<String> = "note",
        }
    }

    parameters! {
        pub struct Outer {
            order: String = path,
            name: &'static str = "newName",
            page: Inner = ..,
            user: Inner = "user",
        }
    }

    #[test]
    fn fields_are_sent_by_their_names_and_none_is_not() {
        let inner = |note: Option<&str>| Inner { size: 5, note: note.map(str::to_owned) };
        let outer = Outer { order: "7".into(), name: "王", page: inner(Some("n")), user: inner(None) };
        let sent = Value::Object(object(&outer.named()).unwrap());
        assert_eq!(sent, serde_json::json!({"newName": "王", "pageSize": 5, "note": "n", "user": {"pageSize": 5}}));
        assert_eq!(outer.order, "7");
    }
}
