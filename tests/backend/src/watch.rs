//! Stands before every route but the control routes: remembers calls, brings bad luck.

use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::time::sleep;

use crate::{
    answer::Refusal,
    call::Call,
    connection::Line,
    fault::{Effect, Injury},
    question::BODY_LIMIT,
    route::is_backend,
    site::Site,
};

/// The middleware itself.
pub async fn watch(State(site): State<Site>, Extension(line): Extension<Line>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_LIMIT).await else {
        return Refusal::TooLarge.into_response();
    };
    let injury = site.with(|state| {
        if is_backend(parts.uri.path()) {
            state.calls.remember(Call::seen(&parts, &bytes));
        }
        state.faults.strike(parts.uri.path())
    });
    let request = Request::from_parts(parts, Body::from(bytes));
    match injury {
        Some(injury) => injured(injury, &line, request, next).await,
        None => next.run(request).await,
    }
}

async fn injured(Injury { delay, effect }: Injury, line: &Line, request: Request, next: Next) -> Response {
    if let Effect::DropAfter = effect {
        next.run(request).await;
        sleep(delay).await;
        return line.hang_up().await;
    }
    sleep(delay).await;
    match effect {
        Effect::Late => next.run(request).await,
        Effect::Instead(instead) => instead.into_response(),
        Effect::Drop | Effect::DropAfter => line.hang_up().await,
    }
}
