//! The release bundle in a real Chromium 88, older than reference types: what a phone's webview of 2021 does with it,
//! and what its loader (src/loader.js) does when things go wrong. Never a white page.
//!
//! `cargo xtask test` fetches that browser and builds the bundle.

#![expect(clippy::expect_used, reason = "a test that cannot start has failed")]

use standin::{Options, start};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// What the visitor is to see: the first question of the booking form.
const BOOKING_FORM: &str = "接待人手机号";

/// What look.js ends with when the browser itself hung.
const HUNG: i32 = 3;

/// The loader's faces, see index.html.
const OFFLINE: &str = "网络连接中断";
const UNSUPPORTED: &str = "此浏览器无法打开本页";
const CRASHED: &str = "页面出错了";

const VISITOR: &str = "/?openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo";
const EMPLOYEE: &str = "/host?channel=wecom&token=token-oHostWang&projectId=demo";
const INVITATION: &str = "/i/122228959400400?s=sms";
const PASS: &str = "/visits/122228959400001/pass?openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo";

#[tokio::test(flavor = "multi_thread")]
async fn the_booking_form_appears() {
    expect(BOOKING_FORM, "as it is").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_booking_form_appears_without_webassembly() {
    expect(BOOKING_FORM, "without WebAssembly").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employee_s_day_appears() {
    expect_at(EMPLOYEE, "待我审批", "as it is").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_employee_s_day_appears_without_webassembly() {
    expect_at(EMPLOYEE, "待我审批", "without WebAssembly").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_appears() {
    expect_at(INVITATION, "接受邀约", "as it is").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pass_appears() {
    expect_at(PASS, "验证码", "as it is").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_booking_form_appears_without_dynamic_import() {
    expect(BOOKING_FORM, "without import()").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_may_call_the_wasm_what_it_likes() {
    expect(BOOKING_FORM, "wasm of another type").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wasm_that_does_not_compile_is_replaced_by_javascript() {
    expect(BOOKING_FORM, "broken wasm").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_glue_is_replaced_by_javascript() {
    expect(BOOKING_FORM, "glue lost").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_download_offers_a_retry() {
    expect(OFFLINE, "wasm lost").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_retry_succeeds_when_the_network_is_back() {
    expect(BOOKING_FORM, "wasm lost, then retry").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_connection_at_all_is_said() {
    expect(OFFLINE, "everything lost").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_runs_neither_form_of_the_program_is_told_so() {
    expect(UNSUPPORTED, "nothing runs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_fetch_is_told_so() {
    expect(UNSUPPORTED, "without fetch").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trap_shows_what_to_do_next() {
    expect(CRASHED, "trap").await;
}

/// Opens the booking link in the old browser.
async fn expect(words: &str, condition: &str) {
    expect_at(VISITOR, words, condition).await;
}

/// Opens a link in the old browser, under one of look.js's conditions, and waits for the words.
async fn expect_at(link: &str, words: &str, condition: &str) {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let dist = workspace.join("dist");
    assert!(dist.join("index.html").is_file(), "there is no bundle in dist/: run `cargo xtask test`");
    let chromium = target(&workspace).join("tools/old-chromium");
    assert!(chromium.join("chromium").is_file(), "Chromium 88 is not there: run `cargo xtask test`");

    let site = start(Options { dist: Some(dist), ..Options::default() }).await.expect("the stand-in starts");
    // Nothing to read and agree to first: the form itself is what has to appear.
    site.site().with(|state| {
        state.settings.promise = false;
        state.settings.note = false;
    });
    let look = || {
        Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old_webview/look.js"))
            .arg(&chromium)
            .arg(format!("http://{}{link}", site.address))
            .args([condition, words])
            .output()
            .expect("node runs")
    };
    // Only a browser that hung by itself is started again; one that showed something else has answered.
    let mut seen = look();
    for _ in 0..2 {
        if seen.status.code() == Some(HUNG) {
            seen = look();
        }
    }
    let (said, complaints) = (String::from_utf8_lossy(&seen.stdout), String::from_utf8_lossy(&seen.stderr));
    assert!(seen.status.success(), "no “{words}” in Chromium 88, {condition}:\n{said}{complaints}");
}

/// `target/`, or what CARGO_TARGET_DIR says.
fn target(workspace: &Path) -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR").filter(|directory| !directory.is_empty()) {
        Some(directory) => workspace.join(directory),
        None => workspace.join("target"),
    }
}
