//! The JS-SDK: loaded once the first screen stands, signed for by the site, asked for what is used.

use super::approvals::APPROVALS;
use super::visitor::{LINK, LINK_WITHOUT_TOKEN};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call};
use standin::seed::order_id;
use std::time::Duration;

const CALLS: [&str; 9] = [
    "closeWindow",
    "hideOptionMenu",
    "showOptionMenu",
    "updateAppMessageShareData",
    "onMenuShareAppMessage",
    "chooseImage",
    "getLocalImgData",
    "previewImage",
    "scanQRCode",
];

/// Where the signatures so far were held against, and whether they held.
fn checks(site: &Site) -> Vec<(String, bool)> {
    site.js_sdk_checks().into_iter().map(|check| (check.url, check.is_valid)).collect()
}

async fn opened(handset: Handset, address: &str) -> Result<(Site, Phone)> {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(handset).await?;
    phone.open(address).await?;
    phone.has_checked_signatures(1).await?;
    Ok((site, phone))
}

#[tokio::test]
async fn wechat_on_android_has_the_present_address_signed_after_each_change() -> Result {
    let (site, phone) = opened(Handset::wechat(), APPROVALS).await?;
    phone.finds(Button, "扫描通行证").await?;
    let [check] = site.js_sdk_checks().try_into().expect("one signature");
    assert_eq!((check.app.as_str(), check.agent, check.calls), ("wxdemo", None, CALLS.map(str::to_owned).to_vec()));
    phone.tap(Link, "接待").await?;
    phone.has_checked_signatures(2).await?;
    // Back with the phone's own button, and to a visit.
    phone.go_back().await?;
    phone.has_checked_signatures(3).await?;
    phone.finds(Button, "扫描通行证").await?;
    let page = |path: &str| (format!("{}{path}", site.origin()), true);
    assert_eq!(checks(&site), [page("/host/approvals"), page("/host/receptions"), page("/host/approvals")]);
    phone.tap(Button, "关闭").await?;
    site.wait_for_js_sdk_call("closeWindow").await?;
    assert!(phone.js_sdk_calls().await?.iter().all(|call| !call.starts_with("refused")));
    phone.close().await
}

#[tokio::test]
async fn wechat_on_ios_has_the_entry_signed_and_nothing_else() -> Result {
    let (site, phone) = opened(Handset::wechat_on_ios(), APPROVALS).await?;
    phone.is_at("/host/approvals").await?;
    phone.tap(Link, "接待").await?;
    phone.finds(Button, "返回").await?;
    phone.go_back().await?;
    phone.finds(Button, "扫描通行证").await?;
    phone.tap(Button, "关闭").await?;
    site.wait_for_js_sdk_call("closeWindow").await?;
    assert_eq!(checks(&site), [(format!("{}{APPROVALS}", site.origin()), true)]);
    assert_eq!(site.count(call::SIGNATURE), 1);
    phone.close().await
}

#[tokio::test]
async fn wecom_has_company_and_agent_signed_and_asks_for_its_own_call() -> Result {
    let (site, phone) = opened(Handset::wecom(), APPROVALS).await?;
    phone.has_checked_signatures(2).await?;
    let [company, agent] = site.js_sdk_checks().try_into().expect("two signatures");
    let own = || vec!["shareAppMessage".to_owned()];
    assert_eq!((company.app.as_str(), company.agent, company.is_valid), ("wwdemo", None, true));
    assert_eq!(company.calls, [CALLS.map(str::to_owned).to_vec(), own()].concat());
    assert_eq!((agent.app.as_str(), agent.agent.as_deref(), agent.calls, agent.is_valid), ("wwdemo", Some("1000002"), own(), true));
    assert_eq!(site.count(call::AGENT_SIGNATURE), 1);
    phone.finds(Button, "扫描通行证").await?;
    phone.close().await
}

/// The gateway is the server that the page comes from, and gets the token as the backend does.
#[tokio::test]
async fn the_signature_is_asked_for_as_the_contract_says() -> Result {
    let (site, phone) = opened(Handset::wechat(), &format!("{LINK_WITHOUT_TOKEN}&token=token-oVisitorDemo#top")).await?;
    let [asked] = site.requests(call::SIGNATURE).try_into().expect("one signature");
    let encoded = format!("url=http%3A%2F%2F{}%2F&channel=mp", site.origin().trim_start_matches("http://").replace(':', "%3A"));
    assert_eq!((asked["query"].as_str(), asked["token"].as_str()), (Some(encoded.as_str()), Some("token-oVisitorDemo")));
    assert_eq!(asked["referer"].as_str(), None);
    phone.close().await
}

/// A gateway elsewhere learns neither the token nor what the link brought along.
#[tokio::test]
async fn a_gateway_elsewhere_gets_no_credential() -> Result {
    let (site, elsewhere) = (Site::open_with_js_sdk().await?, Site::open().await?);
    let settings = format!(r#"{{"wechat":{{"sdk":"/gateway/jweixin.js","signature":"{}/gateway/signature"}}}}"#, elsewhere.origin());
    site.inject_lasting_fault(Fault::Body(String::leak(settings)), call::SETTINGS);
    let phone = site.start_phone(Handset::wechat_on_ios()).await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}&token=token-oVisitorDemo&s=sms")).await?;
    phone.finds(Button, "提交预约").await?;
    let asked = async {
        while elsewhere.count(call::SIGNATURE) == 0 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    // Under the bundle's policy, the browser sends nothing there at all.
    if tokio::time::timeout(Duration::from_secs(5), asked).await.is_ok() {
        let asked = elsewhere.requests(call::SIGNATURE).remove(0);
        let query = asked["query"].as_str().unwrap_or_default();
        assert!(query.contains("%26s%3Dsms&") && !query.contains("oken") && !query.contains("openId"), "{query}");
        assert_eq!(asked["token"].as_str(), None);
    }
    phone.close().await
}

#[tokio::test]
async fn nothing_of_it_runs_before_the_first_screen_stands() -> Result {
    let site = Site::open_with_js_sdk().await?;
    site.inject_fault(Fault::Delay { millis: 6_000 }, call::QUESTIONS, 1);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert_eq!((site.count(call::JS_SDK), site.count(call::SIGNATURE)), (0, 0));
    phone.finds(Button, "提交预约").await?;
    phone.has_checked_signatures(1).await?;
    assert_eq!((site.count(call::JS_SDK), site.count(call::SIGNATURE)), (1, 1));
    phone.close().await
}

/// Another language draws all screens anew; the SDK stays.
#[tokio::test]
async fn another_language_asks_for_nothing_again() -> Result {
    let (site, phone) = opened(Handset::wechat(), APPROVALS).await?;
    phone.tap(Button, "English").await?;
    phone.finds(Button, "Scan a pass").await?;
    assert_eq!((site.count(call::JS_SDK), site.count(call::SIGNATURE)), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_plain_browser_loads_nothing() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    // Whatever channel the link names: there is no app around the page.
    phone.open(&format!("{APPROVALS}&channel=wecom")).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!((site.count(call::JS_SDK), site.count(call::SIGNATURE)), (0, 0));
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_s_web_view_goes_back_to_the_mini_program_without_a_signature() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::mini_program()).await?;
    phone.open(&format!("/host/visits/{}?token=token-oHostWang&projectId=122228959455556", order_id(300))).await?;
    phone.tap(Button, "关闭").await?;
    site.wait_for_js_sdk_call("miniProgram.navigateBack").await?;
    assert_eq!((site.count(call::JS_SDK), site.count(call::SIGNATURE)), (1, 0));
    phone.close().await
}
