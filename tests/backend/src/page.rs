//! Which part of a list is wanted, and how a list goes on the wire.

use serde_json::{Value, json};

use crate::{request::ApiRequest, response::Refusal};

/// The largest page that the documents allow.
const LIMIT: usize = 1000;

/// A page of a list.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    number: usize,
    size: usize,
}

/// How a channel writes page numbers; the other way is a front-end's mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    /// The official account.
    AsText,
    /// WeCom and the mini-program.
    AsIntegers,
}

impl Page {
    pub fn read(request: &ApiRequest, numbers: Numbers) -> Result<Self, Refusal> {
        Ok(Self { number: numbers.read(request, "pageNo", usize::MAX)?, size: numbers.read(request, "pageSize", LIMIT)? })
    }

    /// This page of everything that was found.
    pub fn of<T>(self, found: &[T], write: impl Fn(&T) -> Value) -> Value {
        let shown = found.iter().skip((self.number - 1).saturating_mul(self.size)).take(self.size);
        json!({
            "list": shown.map(write).collect::<Vec<_>>(),
            "pageNo": self.number,
            "pageSize": self.size,
            "total": found.len(),
        })
    }
}

impl Numbers {
    fn read(self, request: &ApiRequest, name: &'static str, most: usize) -> Result<usize, Refusal> {
        let value = request.body()?.get(name).ok_or(Refusal::ParameterMissing(name))?;
        let number = match self {
            Self::AsText => value.as_str().and_then(|value| value.parse().ok()),
            Self::AsIntegers => value.as_u64().and_then(|value| usize::try_from(value).ok()),
        };
        let expected = match self {
            Self::AsText => "正整数（字符串），每页不超过 1000",
            Self::AsIntegers => "正整数，每页不超过 1000",
        };
        number.filter(|number| (1..=most).contains(number)).ok_or(Refusal::ParameterInvalid { name, expected })
    }
}
