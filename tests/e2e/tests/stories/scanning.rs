//! Scanning a code by the app's own scanner: a pass leads to its visit, a person's id to the doors.

use super::approvals::APPROVALS;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;

const MEMBERS: &str = "/host/access/members?token=token-oHostWang&projectId=122228959455556";

/// A visit of 王建国's that is approved, and has a pass.
const APPROVED: usize = 1;

async fn scanning(site: &Site, code: &str, page: &str) -> Result<Phone> {
    let phone = site.start_phone(Handset::wecom()).await?;
    let answer =
        format!("window.jsSdkAnswers = {{ scanQRCode: function (options) {{ options.success({{ resultStr: {} }}) }} }};", json!(code));
    phone.add_init_script(&answer).await?;
    phone.open(page).await?;
    Ok(phone)
}

#[tokio::test]
async fn a_pass_opens_its_visit() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let code = site.pass_code(&order_id(APPROVED));
    let phone = scanning(&site, &code, APPROVALS).await?;
    phone.finds(Button, "扫描通行证").await?;
    phone.screenshot("approvals-scan-390x844").await?;
    phone.tap(Button, "扫描通行证").await?;
    phone.sees("来访详情").await?;
    phone.is_at(&format!("/host/visits/{}", order_id(APPROVED))).await?;
    let asked = site.requests(call::RECORDS).into_iter().find(|request| !request["body"]["qrCode"].is_null()).expect("a search");
    assert_eq!((&asked["body"]["qrCode"], &asked["body"]["type"]), (&json!(code), &json!("1")));
    let scanned = site.wait_for_js_sdk_call("scanQRCode").await?;
    assert_eq!((&scanned["needResult"], &scanned["scanType"]), (&json!(1), &json!(["qrCode"])));
    phone.close().await
}

#[tokio::test]
async fn a_code_of_nobody_s_is_said_and_another_can_be_scanned() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = scanning(&site, "https://elsewhere.example/", APPROVALS).await?;
    phone.tap(Button, "扫描通行证").await?;
    phone.sees("没有这张通行证对应的来访").await?;
    phone.is_at("/host/approvals").await?;
    // Among the approvals and among the receptions.
    assert_eq!(site.requests(call::RECORDS).iter().filter(|request| !request["body"]["qrCode"].is_null()).count(), 2);
    site.inject_lasting_fault(Fault::Status(403), call::RECORDS);
    phone.tap(Button, "扫描通行证").await?;
    phone.does_not_see("没有这张通行证对应的来访").await?;
    phone.is_at("/host/approvals").await?;
    phone.close().await
}

#[tokio::test]
async fn a_change_of_mind_and_a_scanner_that_fails_leave_the_search() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = scanning(&site, "", APPROVALS).await?;
    phone.finds(Button, "扫描通行证").await?;
    let asked = site.count(call::RECORDS);
    for answer in ["cancel({ errMsg: 'scanQRCode:cancel' })", "fail({ errMsg: 'scanQRCode:fail cancel' })", "fail({ errMsg: 'denied' })"] {
        phone.execute(&format!("jsSdkAnswers.scanQRCode = function (options) {{ options.{answer}; }}")).await?;
        phone.tap(Button, "扫描通行证").await?;
        phone.button_is_enabled("扫描通行证", true).await?;
    }
    assert_eq!(site.count(call::RECORDS), asked);
    assert_eq!(phone.execute("return document.querySelector('.toast') ? document.querySelector('.toast').textContent : ''").await?, "");
    phone.type_into("按访客姓名搜索", "陆子涵").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.close().await
}

#[tokio::test]
async fn an_id_is_filled_in_and_looked_up_at_the_doors() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = scanning(&site, standin::seed::feishu::DOCUMENTED_USER, MEMBERS).await?;
    phone.tap(Button, "扫码填写").await?;
    phone.has_value("人员 ID", standin::seed::feishu::DOCUMENTED_USER).await?;
    phone.sees("123456").await?;
    phone.screenshot("access-members-scan-390x844").await?;
    phone.close().await
}
