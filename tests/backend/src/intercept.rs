//! The middleware of every route but the control routes: records calls, injects faults.

use std::future::pending;

use axum::{
    Extension, Json,
    body::{Body, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::sleep;

use crate::{
    call::Call,
    connection::Connection,
    fault::{Effect, Fault, wrong_types},
    js_sdk::GATEWAY,
    request::BODY_LIMIT,
    response::Refusal,
    route::is_backend,
    site::Site,
};

/// The middleware itself.
pub async fn intercept(State(site): State<Site>, Extension(connection): Extension<Connection>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return Refusal::TooLarge.into_response();
    };
    let fault = site.with(|state| {
        if is_backend(parts.uri.path()) || parts.uri.path().starts_with(GATEWAY) {
            state.calls.push(Call::new(&parts, &bytes));
        }
        state.faults.take(parts.uri.path())
    });
    let request = Request::from_parts(parts, Body::from(bytes));
    match fault {
        Some(fault) => apply_fault(fault, &connection, request, next).await,
        None => next.run(request).await,
    }
}

async fn apply_fault(Fault { delay, effect }: Fault, connection: &Connection, request: Request, next: Next) -> Response {
    if let Effect::DropAfter = effect {
        next.run(request).await;
        sleep(delay).await;
        return connection.abort().await;
    }
    if let Effect::DropBefore = effect {
        tokio::spawn(async move {
            sleep(delay).await;
            next.run(request).await;
        });
        return connection.abort().await;
    }
    sleep(delay).await;
    match effect {
        Effect::Late => next.run(request).await,
        Effect::CannedResponse(instead) => instead.into_response(),
        // The server drops this with the connection.
        Effect::Hang => pending().await,
        Effect::WrongTypes => with_wrong_types(next.run(request).await).await,
        Effect::Drop | Effect::DropAfter | Effect::DropBefore => connection.abort().await,
    }
}

/// The answer, distorted where it is JSON.
async fn with_wrong_types(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
    match serde_json::from_slice(&bytes) {
        Ok(envelope) => (parts.status, Json(wrong_types(envelope))).into_response(),
        Err(_) => Response::from_parts(parts, Body::from(bytes)),
    }
}
