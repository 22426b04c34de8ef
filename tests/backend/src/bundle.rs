//! Serves the built front-end the way a production server should: compressed, cached, one page for all routes.

use std::{
    io,
    path::{Path, PathBuf},
};

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::{response::Refusal, route::is_backend};

const ALWAYS_ASK: HeaderValue = HeaderValue::from_static("no-cache");
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Where the bundle lies, if there is one.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub folder: Option<PathBuf>,
    /// Whether to serve settings with `doorAccess` on, whatever the bundle's say.
    pub has_access_control: bool,
    /// Further settings to serve in place of the bundle's.
    pub config: Value,
    pub sends_policy: bool,
}

const SETTINGS: &str = "/config.json";

/// Everything that is no route of the backend.
pub async fn serve(State(bundle): State<Bundle>, mut request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if is_backend(&path) || path.starts_with("/__standin/") {
        return Refusal::NoSuchEndpoint.into_response();
    }
    let Some(folder) = bundle.folder else {
        return (StatusCode::NOT_FOUND, "No bundle is served here; start with --dist <folder>.\n").into_response();
    };
    if path == SETTINGS && (bundle.has_access_control || bundle.config.is_object()) {
        return settings(&folder, bundle.has_access_control, bundle.config);
    }
    let is_page = !last_segment(&path).contains('.');
    if is_page {
        *request.uri_mut() = Uri::from_static("/index.html");
    }
    let cache = if is_page || !is_hashed(&path) { ALWAYS_ASK } else { FOREVER };
    let mut response = file(&folder, request, cache).await;
    if is_page
        && bundle.sends_policy
        && let Some(policy) = policy(&folder)
    {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The policy that `cargo xtask dist` leaves beside the page; debug bundles have none.
fn policy(folder: &Path) -> Option<HeaderValue> {
    let policy = std::fs::read_to_string(folder.join("content-security-policy.txt")).ok()?;
    HeaderValue::from_str(policy.trim()).ok()
}

/// The bundle's settings, with those of the site's own over them.
fn settings(folder: &Path, has_access_control: bool, config: Value) -> Response {
    let text = std::fs::read_to_string(folder.join(SETTINGS.trim_start_matches('/'))).unwrap_or_default();
    let mut settings: Value = serde_json::from_str(&text).unwrap_or_else(|_| json!({}));
    if let (Some(settings), true) = (settings.as_object_mut(), has_access_control) {
        settings.insert("doorAccess".into(), json!(true));
    }
    if let (Some(settings), Value::Object(config)) = (settings.as_object_mut(), config) {
        settings.extend(config);
    }
    ([(header::CACHE_CONTROL, ALWAYS_ASK)], Json(settings)).into_response()
}

async fn file(folder: &Path, request: Request, cache: HeaderValue) -> Response {
    let mut files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    match files.try_call(request).await {
        Ok(found) => {
            let mut response = found.map(Body::new);
            if response.status() != StatusCode::NOT_FOUND {
                response.headers_mut().insert(header::CACHE_CONTROL, cache);
            }
            response
        }
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => StatusCode::NOT_FOUND.into_response(),
            _ => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}\n")).into_response(),
        },
    }
}

fn last_segment(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether the name carries a hash of the content, as Trunk writes it: `app-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let words = last_segment(path).split(['-', '_', '.']);
    words.skip(1).any(|word| word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_are_kept_forever() {
        assert!(is_hashed("/visitor-front-1a2b3c4d5e6f7a8b_bg.wasm"));
        assert!(is_hashed("/style/tokens-00ff00ff00ff00ff.css"));
        assert!(!is_hashed("/config.json"));
        assert!(!is_hashed("/index.html"));
        assert!(!is_hashed("/icons/apple-touch.png"));
    }
}
