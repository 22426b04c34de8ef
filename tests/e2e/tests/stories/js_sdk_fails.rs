//! Where the JS-SDK does not come or is refused, everything has its other way, and nothing on the screen says a word.

use super::approvals::APPROVALS;
use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use std::time::Duration;

/// What the app puts into the page by itself.
const BRIDGE: &str = "window.seen = []; window.WeixinJSBridge = { call: function (name) { seen.push(name) } };";

/// Counts how often the browser would open its own chooser of files.
const FILES: &str = "window.filesAsked = 0;
document.addEventListener('click', function (event) {
    if (event.target.type === 'file' && !event.defaultPrevented) { window.filesAsked++; event.preventDefault(); }
});";

/// Opens a pass, the form and the approvals, and does there what the SDK would do.
async fn everything_has_its_other_way(site: &Site, handset: Handset) -> Result {
    let phone = site.start_phone(handset).await?;
    phone.add_init_script(&format!("{BRIDGE}\n{FILES}")).await?;

    phone.open(&format!("/visits/{}/pass?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", order_id(2))).await?;
    phone.finds(Link, "预约详情").await?;
    the_attempt_is_over().await;
    let seen = phone.execute("return seen").await?;
    assert!(seen.as_array().is_some_and(|seen| !seen.is_empty() && seen.iter().all(|name| name == "hideOptionMenu")), "{seen}");
    is_quiet(&phone).await?;

    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    the_attempt_is_over().await;
    phone.execute("document.querySelector('.photo-picker__add input').click()").await?;
    assert_eq!(phone.execute("return filesAsked").await?, 1);
    is_quiet(&phone).await?;

    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    the_attempt_is_over().await;
    phone.does_not_find(Button, "扫描通行证").await?;
    phone.type_into("按访客姓名搜索", "陆").await?;
    is_quiet(&phone).await?;
    phone.tap(Button, "关闭").await?;
    assert_eq!(phone.execute("return seen").await?, json!(["closeWindow"]));
    phone.close().await
}

async fn the_attempt_is_over() {
    tokio::time::sleep(Duration::from_millis(1_500)).await;
}

/// Neither a toast nor a dialog nor a failure stands on the screen.
async fn is_quiet(phone: &Phone) -> Result {
    let told = "var toast = document.querySelector('.toast');
        return [toast ? toast.textContent.trim() : '', document.querySelectorAll('[role=dialog], .failed').length]";
    assert_eq!(phone.execute(told).await?, json!(["", 0]), "{}", phone.text().await?);
    Ok(())
}

#[tokio::test]
async fn a_script_that_cannot_be_loaded() -> Result {
    let site = Site::open_with_js_sdk().await?;
    site.inject_lasting_fault(Fault::Status(404), call::JS_SDK);
    everything_has_its_other_way(&site, Handset::wechat()).await?;
    assert_eq!(site.count(call::SIGNATURE), 0);
    Ok(())
}

#[tokio::test]
async fn a_signature_that_does_not_hold() -> Result {
    const WRONG: &str =
        r#"{"appId":"wxdemo","timestamp":"1700000000","nonceStr":"n","signature":"0f9de62fce790f9a083d5c99e95740ceb90c27ed"}"#;
    for handset in [Handset::wechat(), Handset::wechat_on_ios()] {
        let site = Site::open_with_js_sdk().await?;
        site.inject_lasting_fault(Fault::Body(WRONG), call::SIGNATURE);
        everything_has_its_other_way(&site, handset).await?;
        let checks = site.js_sdk_checks();
        assert!(checks.len() >= 3 && checks.iter().all(|check| !check.is_valid), "{checks:?}");
        assert!(site.js_sdk_calls().is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn a_gateway_that_is_down_hangs_redirects_or_answers_with_something_else() -> Result {
    let faults = [
        Fault::RequestLost,
        Fault::Delay { millis: 60_000 },
        Fault::HtmlPage,
        Fault::Status(403),
        Fault::TruncatedJson,
        Fault::Body(r#"{"appId":"wxdemo"}"#),
        Fault::Redirect(302, "/gateway/agent-signature".to_owned()),
    ];
    for fault in faults {
        let site = Site::open_with_js_sdk().await?;
        site.inject_lasting_fault(fault.clone(), call::SIGNATURE);
        everything_has_its_other_way(&site, Handset::wechat()).await?;
        assert_eq!((site.js_sdk_checks(), site.count(call::AGENT_SIGNATURE)), (Vec::new(), 0), "{fault:?}");
    }
    Ok(())
}

/// What needs no agent works without it.
#[tokio::test]
async fn an_agent_that_is_refused_costs_wecom_s_own_call_alone() -> Result {
    const WRONG: &str = r#"{"corpid":"wwdemo","agentid":"1000002","timestamp":"1","nonceStr":"n","signature":"x"}"#;
    let site = Site::open_with_js_sdk().await?;
    site.inject_lasting_fault(Fault::Body(WRONG), call::AGENT_SIGNATURE);
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open("/host/invitations?token=token-oHostWang&projectId=122228959455556").await?;
    phone.tap_containing(Button, "杜一鸣").await?;
    phone.tap(Button, "分享链接").await?;
    phone.sees("点右上角").await?;
    phone.does_not_find(Button, "发送给联系人").await?;
    is_quiet_but_for_the_dialog(&phone).await?;
    phone.close().await
}

async fn is_quiet_but_for_the_dialog(phone: &Phone) -> Result {
    let told = "var toast = document.querySelector('.toast'); return toast ? toast.textContent.trim() : ''";
    assert_eq!(phone.execute(told).await?, "");
    Ok(())
}

/// A gateway that was down is asked again when the person comes back to the page.
#[tokio::test]
async fn a_gateway_that_comes_back_is_asked_again() -> Result {
    let site = Site::open_with_js_sdk().await?;
    site.inject_fault(Fault::Status(403), call::SIGNATURE, 1);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    the_attempt_is_over().await;
    phone.does_not_find(Button, "扫描通行证").await?;
    phone.is_hidden_for(60, async || Ok(())).await?;
    phone.finds(Button, "扫描通行证").await?;
    phone.close().await
}
