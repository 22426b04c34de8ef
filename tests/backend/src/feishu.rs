//! Feishu's access control: its users, the visitors registered there, and its own kind of answers.

use std::{
    collections::{BTreeMap, VecDeque},
    time::{Duration, Instant},
};

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::seed::feishu::users;

/// The result of an endpoint of Feishu.
pub type ApiResult = Result<Value, FeishuRefusal>;

/// Why Feishu refuses a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeishuRefusal {
    ParameterInvalid,
    PageTokenInvalid,
    UserUnknown,
    PhoneTaken,
    TooOften,
}

/// Registrations and removals together, in any second.
const PER_SECOND: usize = 5;

/// The users and the registered visitors.
#[derive(Debug)]
pub struct AccessControl {
    pub users: Vec<User>,
    visitors: BTreeMap<String, Visitor>,
    registered: u64,
    /// When the last registrations and removals came. Load is measured in real time, whatever the site's clock says.
    recent: VecDeque<Instant>,
}

#[derive(Debug, Clone)]
pub struct User {
    pub id: String,
    pub card: Option<u32>,
    pub face_uploaded: bool,
}

#[derive(Debug, Clone)]
pub struct Visitor {
    pub user_id: Option<String>,
    pub phone: Option<String>,
}

impl Default for AccessControl {
    fn default() -> Self {
        Self { users: users(), visitors: BTreeMap::new(), registered: 0, recent: VecDeque::new() }
    }
}

impl AccessControl {
    /// Refuses the sixth registration or removal within a second.
    pub fn check_rate(&mut self) -> Result<(), FeishuRefusal> {
        let now = Instant::now();
        self.recent.retain(|earlier| now.duration_since(*earlier) < Duration::from_secs(1));
        if self.recent.len() >= PER_SECOND {
            return Err(FeishuRefusal::TooOften);
        }
        self.recent.push_back(now);
        Ok(())
    }

    /// Registers a visitor and gives the new number.
    pub fn register(&mut self, visitor: Visitor) -> Result<String, FeishuRefusal> {
        let is_taken = |known: &Visitor| known.phone.is_some() && known.phone == visitor.phone;
        if self.visitors.values().any(is_taken) {
            return Err(FeishuRefusal::PhoneTaken);
        }
        self.registered += 1;
        let id = (6_939_433_228_970_082_500 + self.registered).to_string();
        self.visitors.insert(id.clone(), visitor);
        Ok(id)
    }

    pub fn remove(&mut self, visitor_id: &str) -> Result<(), FeishuRefusal> {
        self.visitors.remove(visitor_id).map(drop).ok_or(FeishuRefusal::ParameterInvalid)
    }

    /// Users first, then the visitors who came with a user id.
    pub fn all_users(&self) -> Vec<User> {
        let visitors = self.visitors.values().filter_map(|visitor| visitor.user_id.clone());
        let visitors = visitors.map(|id| User { id, card: None, face_uploaded: false });
        self.users.iter().cloned().chain(visitors).collect()
    }
}

impl User {
    pub fn to_json(&self) -> Value {
        let mut feature = json!({ "face_uploaded": self.face_uploaded });
        if let (Some(card), Some(feature)) = (self.card, feature.as_object_mut()) {
            feature.insert("card".into(), json!(card));
        }
        json!({ "user_id": self.id, "feature": feature })
    }
}

impl FeishuRefusal {
    fn parts(self) -> (StatusCode, u64, &'static str) {
        match self {
            Self::ParameterInvalid => (StatusCode::BAD_REQUEST, 1_490_001, "param is invalid"),
            Self::PageTokenInvalid => (StatusCode::BAD_REQUEST, 1_490_018, "page token is invalid"),
            Self::UserUnknown => (StatusCode::BAD_REQUEST, 1_490_101, "user not found"),
            Self::PhoneTaken => (StatusCode::BAD_REQUEST, 1_490_203, "phone num already exist"),
            Self::TooOften => (StatusCode::TOO_MANY_REQUESTS, 99_991_400, "request trigger frequency limit"),
        }
    }
}

impl IntoResponse for FeishuRefusal {
    fn into_response(self) -> Response {
        let (status, code, msg) = self.parts();
        (status, Json(json!({ "code": code, "msg": msg, "data": {} }))).into_response()
    }
}

/// The result of an endpoint in Feishu's envelope.
pub fn envelope(answer: ApiResult) -> Response {
    match answer {
        Ok(data) => Json(json!({ "code": 0, "msg": "success", "data": data })).into_response(),
        Err(refused) => refused.into_response(),
    }
}
