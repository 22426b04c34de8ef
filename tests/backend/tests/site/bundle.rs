//! The built front-end beside the backend, on one port.

use std::{fs, path::PathBuf};

use standin::Options;

use crate::caller::{Caller, Response};

const WASM: &str = "/app-0123456789abcdef_bg.wasm";

/// A bundle in a folder of its own.
fn bundle(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let file = |path: &str, text: &str| fs::write(folder.join(&path[1..]), text).expect("a file");
    file("/index.html", "<html>page</html>");
    file("/config.json", "{}");
    file(WASM, "wasm");
    file(&format!("{WASM}.br"), "wasm in brotli");
    file(&format!("{WASM}.gz"), "wasm in gzip");
    folder
}

async fn get(caller: &Caller, path: &str, encodings: &str) -> Response {
    caller.call("GET", path, &[("accept-encoding", encodings)], "").await.expect("an answer")
}

#[tokio::test]
async fn files_come_compressed_and_cached() {
    let caller = Caller::with(Options { dist: Some(bundle("compressed")), ..Options::default() }).await;
    for (accepted, encoding, text) in [("gzip, br", "br", "wasm in brotli"), ("gzip", "gzip", "wasm in gzip"), ("", "", "wasm")] {
        let answer = get(&caller, WASM, accepted).await;
        assert_eq!((answer.header("content-encoding"), &answer.body[..]), (encoding, text.as_bytes()));
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
    }
    assert_eq!(get(&caller, "/config.json", "").await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn every_route_is_the_one_page_and_no_file_is() {
    let caller = Caller::with(Options { dist: Some(bundle("routes")), ..Options::default() }).await;
    for path in ["/", "/visits", "/visits/1?s=sms", "/host/"] {
        let answer = get(&caller, path, "").await;
        assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, &b"<html>page</html>"[..]), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert_eq!(answer.header("content-type"), "text/html");
    }
    for path in ["/missing.js", "/webapi/visitorcs/ui/v1/unknown", "/__standin/unknown"] {
        let answer = get(&caller, path, "").await;
        assert_eq!(answer.status, 404, "{path}");
        assert_ne!(&answer.body[..], b"<html>page</html>", "{path}");
    }
}

#[tokio::test]
async fn without_a_bundle_the_backend_still_answers() {
    let caller = Caller::start().await;
    let answer = get(&caller, "/", "").await;
    assert_eq!(answer.status, 404);
    assert!(String::from_utf8_lossy(&answer.body).contains("--dist"));
}
