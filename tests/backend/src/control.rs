//! The control routes under `/__standin/`: what a test or a demo does to the site from outside.
//!
//! | call | what it does |
//! |---|---|
//! | `POST reset` | everything as seeded, the clock at the real time |
//! | `GET clock`, `POST clock` | `{"now":"2030-01-02T08:00:00+08:00"}` or `{"offset_seconds":3600}` |
//! | `GET site`, `POST site` | any part of [`crate::settings::Settings`], as `{"mode":"person","promise":false,"pass":false}` |
//! | `POST site` | what waits for acceptance or fails: `{"invitation_approval":true,"sms_failures":1,"delivery_failures":1}` |
//! | `POST site` | whom it lets in: `{"lenient":true}` shows visits to those who bring no identity |
//! | `GET bookings` | all visits as `OrderResponse`, seeded ones first |
//! | `POST approve`, `reject`, `arrive`, `sign-out` | `?orderId=…`, the first two with `&reason=…` |
//! | `POST queue` | `{"approvals":1000}`: that many more bookings wait for the demo's host |
//! | `GET outbox` | the messages that went out, with their links |
//! | `GET calls`, `DELETE calls` | the last 500 calls to the backend |
//! | `GET faults`, `POST faults`, `DELETE faults` | one [`fault::FaultRule`] a call, for backend and bundle alike |
//! | `GET image/1.jpg` | an uploaded picture |
//! | `GET authorize` | the site's sign-in, see [`gateway`]; `POST site` with `{"authorize":"ask"}` has it do something else |
//!
//! Everybody with an openId has a session from the start: the token is `token-` and the openId, as `token-oHostWang`.

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{clock::Clock, fault, gateway, response::Refusal, settings::Patch, site::Site, status::Transition};

/// All control routes; they answer plain JSON, not envelopes.
pub fn router() -> Router<Site> {
    Router::new()
        .route("/reset", post(reset))
        .route("/clock", get(clock).post(set_clock))
        .route("/site", get(settings).post(change_settings))
        .route("/bookings", get(bookings))
        .route("/approve", post(approve))
        .route("/reject", post(reject))
        .route("/arrive", post(arrive))
        .route("/sign-out", post(sign_out))
        .route("/queue", post(queue))
        .route("/outbox", get(outbox))
        .route("/calls", get(calls).delete(clear_calls))
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/image/{name}", get(image))
        .route("/authorize", get(gateway::authorize))
}

async fn reset(State(site): State<Site>) -> Json<Value> {
    site.reset();
    done()
}

async fn clock(State(site): State<Site>) -> Json<Value> {
    let clock = site.with(|state| state.clock);
    Json(json!({ "now": clock.now().to_rfc3339(), "offset_seconds": clock.offset().num_seconds() }))
}

/// Exactly one of: a time to show, or a distance from the real time.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum NewClock {
    Now(DateTime<FixedOffset>),
    OffsetSeconds(i64),
}

async fn set_clock(State(site): State<Site>, body: String) -> Result<Json<Value>, ControlError> {
    let set = match read(&body)? {
        NewClock::Now(time) => Clock::showing(time),
        NewClock::OffsetSeconds(seconds) => {
            let offset = TimeDelta::try_seconds(seconds).filter(|offset| offset.abs() < TimeDelta::days(365 * 100));
            Clock::ahead_by(offset.ok_or(ControlError::Unreadable("a hundred years are enough".into()))?)
        }
    };
    site.with(|state| state.set_clock(set));
    Ok(clock(State(site)).await)
}

async fn settings(State(site): State<Site>) -> Response {
    Json(site.with(|state| state.settings.clone())).into_response()
}

async fn change_settings(State(site): State<Site>, body: String) -> Result<Json<Value>, ControlError> {
    let patch: Patch = read(&body)?;
    site.with(|state| state.settings.apply(patch));
    Ok(done())
}

async fn bookings(State(site): State<Site>) -> Response {
    Json(site.bookings()).into_response()
}

/// The visit a control move is about, and the reason where it needs one.
#[derive(Deserialize)]
struct Target {
    #[serde(rename = "orderId")]
    order_id: String,
    reason: Option<String>,
}

async fn approve(State(site): State<Site>, Query(target): Query<Target>) -> Result<Json<Value>, ControlError> {
    site.with(|state| state.decide(&target.order_id, Transition::Approve, target.reason))?;
    Ok(done())
}

async fn reject(State(site): State<Site>, Query(target): Query<Target>) -> Result<Json<Value>, ControlError> {
    site.with(|state| state.decide(&target.order_id, Transition::Reject, target.reason))?;
    Ok(done())
}

async fn arrive(State(site): State<Site>, Query(target): Query<Target>) -> Result<Json<Value>, ControlError> {
    site.with(|state| state.apply_transition(&target.order_id, Transition::Arrive))?;
    Ok(done())
}

async fn sign_out(State(site): State<Site>, Query(target): Query<Target>) -> Result<Json<Value>, ControlError> {
    site.with(|state| state.apply_transition(&target.order_id, Transition::SignOut))?;
    Ok(done())
}

/// How many more bookings wait for approval.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Queue {
    approvals: usize,
}

async fn queue(State(site): State<Site>, body: String) -> Result<Json<Value>, ControlError> {
    let Queue { approvals } = read(&body)?;
    site.with(|state| state.queue(approvals));
    Ok(done())
}

async fn outbox(State(site): State<Site>) -> Response {
    Json(site.with(|state| state.outbox.clone())).into_response()
}

async fn calls(State(site): State<Site>) -> Response {
    Json(site.with(|state| state.calls.all())).into_response()
}

async fn clear_calls(State(site): State<Site>) -> Json<Value> {
    site.with(|state| state.calls.clear());
    done()
}

async fn faults(State(site): State<Site>) -> Response {
    Json(site.with(|state| state.faults.all())).into_response()
}

async fn add_fault(State(site): State<Site>, body: String) -> Result<Json<Value>, ControlError> {
    let order: fault::FaultRule = read(&body)?;
    site.with(|state| state.faults.add(order)).map_err(ControlError::Unreadable)?;
    Ok(done())
}

async fn clear_faults(State(site): State<Site>) -> Json<Value> {
    site.with(|state| state.faults.clear());
    done()
}

async fn image(State(site): State<Site>, Path(name): Path<String>) -> Response {
    site.with(|state| state.pictures.serve(&name))
}

fn done() -> Json<Value> {
    Json(json!({}))
}

/// Reads JSON whatever the content type says: these routes are for curl.
fn read<T: for<'de> Deserialize<'de>>(body: &str) -> Result<T, ControlError> {
    serde_json::from_str(body).map_err(|error| ControlError::Unreadable(error.to_string()))
}

/// Why a control route did nothing.
enum ControlError {
    Unreadable(String),
    Refused(Refusal),
}

impl From<Refusal> for ControlError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let (status, error) = match self {
            Self::Unreadable(reason) => (StatusCode::BAD_REQUEST, reason),
            Self::Refused(Refusal::NoSuchOrder) => (StatusCode::NOT_FOUND, Refusal::NoSuchOrder.msg()),
            Self::Refused(refusal) => (StatusCode::CONFLICT, refusal.msg()),
        };
        (status, Json(json!({ "error": error }))).into_response()
    }
}
