//! A sign-in that goes wrong says so, goes round in no circles and takes nobody for somebody else.

use super::sign_in::{AUTHORIZE, at_a_site, nothing_is_left_of_the_credential};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Heading, Role::Link, Storage};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::settings::Authorize;

async fn is_nobody(phone: &Phone) -> Result {
    let stored = phone.storage(Storage::Session).await?;
    let is_somebody = stored.get("launch").is_some_and(|launch| launch.contains("openId") || launch.contains("token"));
    assert!(!is_somebody, "{stored:?}");
    let address = phone.address().await?;
    assert!(["openId", "token", "state", "error", "code"].iter().all(|name| !address.contains(name)), "{address}");
    Ok(())
}

/// Opens the visits, is told what went wrong, and gets in once the sign-in works again.
async fn is_told_and_gets_in_later(mode: Authorize, words: &str, screenshot: &str) -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = mode);
    phone.open("/visits?s=sms").await?;
    phone.finds(Heading, "暂时无法确认您的身份").await?;
    phone.sees(words).await?;
    phone.is_at("/visits?s=sms").await?;
    is_nobody(&phone).await?;
    phone.animations_are_over().await?;
    phone.screenshot(screenshot).await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    // No circle: not by itself, not by a reload either.
    phone.reload().await?;
    phone.sees(words).await?;
    assert_eq!((site.count(AUTHORIZE), site.count(call::LIST)), (1, 0));
    site.update_settings(|settings| settings.authorize = Authorize::Silent);
    phone.tap(Button, "重新登录").await?;
    phone.sees("王建国").await?;
    phone.is_at("/visits?s=sms").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn another_state_is_not_believed() -> Result {
    is_told_and_gets_in_later(Authorize::AlterState, "收到的登录结果不是对本页请求的答复", "sign-in-forged").await
}

#[tokio::test]
async fn an_answer_without_state_is_not_believed() -> Result {
    is_told_and_gets_in_later(Authorize::DropState, "收到的登录结果不是对本页请求的答复", "sign-in-no-state").await
}

#[tokio::test]
async fn who_says_no_is_not_asked_again_at_once() -> Result {
    is_told_and_gets_in_later(Authorize::Deny, "登录没有完成", "sign-in-denied").await
}

#[tokio::test]
async fn an_answer_that_names_nobody_says_so() -> Result {
    is_told_and_gets_in_later(Authorize::Nobody, "登录服务没有告知您的身份", "sign-in-empty").await
}

#[tokio::test]
async fn a_link_with_a_state_that_nobody_asked_for_changes_nobody() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    phone.open("/visits?openId=oVisitorDemo").await?;
    phone.sees("王建国").await?;
    phone.open("/visits?openId=oStranger&token=token-oHostWang&state=1234").await?;
    phone.sees("王建国").await?;
    phone.is_at("/visits").await?;
    let launch = phone.storage(Storage::Session).await?.remove("launch").unwrap_or_default();
    assert!(launch.contains("oVisitorDemo") && !launch.contains("oStranger") && !launch.contains("token"), "{launch}");

    // Whoever is nobody stays nobody, and is told.
    phone.open_in_new_tab("/visits?openId=oStranger&state=1234&code=5678").await?;
    phone.sees("收到的登录结果不是对本页请求的答复").await?;
    is_nobody(&phone).await?;
    assert_eq!(site.count(AUTHORIZE), 0);
    phone.close().await
}

#[tokio::test]
async fn a_sign_in_of_long_ago_is_not_answered_any_more() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Ask);
    phone.open("/visits").await?;
    phone.finds(Link, "同意").await?;
    phone.set_clock_offset(11 * 60).await?;
    phone.tap(Link, "同意").await?;
    phone.sees("收到的登录结果不是对本页请求的答复").await?;
    is_nobody(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_sign_in_that_is_down_leaves_the_way_back_and_another_try() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Down);
    phone.open("/").await?;
    phone.tap(Link, "我的预约").await?;
    phone.waits_for("return location.protocol", &json!("chrome-error:")).await?;
    phone.go_back().await?;
    phone.finds(Button, "提交预约").await?;
    phone.tap(Link, "我的预约").await?;
    phone.sees("刚才的登录没有完成").await?;
    phone.screenshot("sign-in-unanswered").await?;
    site.update_settings(|settings| settings.authorize = Authorize::Silent);
    phone.tap(Button, "重新登录").await?;
    phone.sees("王建国").await?;
    phone.is_at("/visits").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_sign_in_that_does_not_answer_is_given_up() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Hang);
    phone.open("/").await?;
    phone.tap(Link, "我的预约").await?;
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    phone.sees("刚才的登录没有完成").await?;
    phone.finds(Button, "重新登录").await?;
    phone.close().await
}

#[tokio::test]
async fn a_session_that_dies_is_renewed_and_the_page_reads_again() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    phone.open("/visits?openId=oVisitorDemo&token=dead").await?;
    phone.sees("王建国").await?;
    site.inject_fault(Fault::Status(401), call::LIST, 1);
    phone.tap(Link, "历史记录").await?;
    phone.finds(Link, "历史记录").await?;
    phone.is_at("/visits?tab=history").await?;
    phone.does_not_see("登录已失效").await?;
    assert_eq!((site.count(AUTHORIZE), site.faults_left()), (1, 0));
    let launch = phone.storage(Storage::Session).await?.remove("launch").unwrap_or_default();
    assert!(!launch.contains("dead"), "{launch}");
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_session_that_dies_at_once_again_goes_round_in_no_circle() -> Result {
    let (site, phone) = at_a_site(Handset::wecom()).await?;
    site.inject_lasting_fault(Fault::Status(401), call::RECORDS);
    phone.open("/host/approvals?token=token-oHostWang&projectId=122228959455556").await?;
    phone.sees("刚刚登录过，但系统仍无法确认您的身份").await?;
    phone.screenshot("sign-in-in-vain").await?;
    assert_eq!(site.count(AUTHORIZE), 1);
    site.clear_faults();
    phone.tap(Button, "重新登录").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.is_at("/host/approvals").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_site_s_wrong_address_is_never_gone_to() -> Result {
    for (address, words) in [
        ("javascript:document.title='{state}'", "signIn 不是 http(s) 地址，也不是站内路径"),
        ("//elsewhere.example/?state={state}", "signIn 不是 http(s) 地址，也不是站内路径"),
        ("ftp://elsewhere.example/{state}", "signIn 不是 http(s) 地址，也不是站内路径"),
        ("/__standin/authorize?redirect_uri={return}", "signIn 中没有 {state}"),
        ("/__standin/authorize?appid={appId}&redirect_uri={return}&state={state}", "signIn 需要 appId"),
    ] {
        let site = Site::open_with_config(json!({ "signIn": { "browser": address } })).await?;
        let phone = site.start_phone(Handset::plain_browser()).await?;
        phone.open("/visits").await?;
        phone.sees(words).await?;
        phone.sees("请联系园区管理员").await?;
        phone.is_at("/visits").await?;
        phone.does_not_find(Button, "重新登录").await?;
        assert_eq!(site.count(AUTHORIZE), 0, "{address}");
        if address.starts_with("javascript") {
            phone.screenshot("sign-in-misconfigured").await?;
        }
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_gateway_returns_to_no_other_site_and_nor_does_the_page() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    phone.open("/__standin/authorize?state=1&redirect_uri=https%3A%2F%2Felsewhere.example%2Fvisits").await?;
    phone.sees("回跳地址不是本站的页面").await?;

    // What the tab stores may have been tampered with.
    site.update_settings(|settings| settings.authorize = Authorize::Ask);
    phone.open("/visits").await?;
    phone.finds(Link, "同意").await?;
    let stored = phone.storage(Storage::Session).await?.remove("signIn").unwrap_or_default();
    let own = stored.split('&').find(|pair| pair.starts_with("return=")).unwrap_or_default();
    let elsewhere = stored.replace(own, "return=https%3A%2F%2Felsewhere.example%2Fvisits");
    phone.set_storage_item(Storage::Session, "signIn", &elsewhere).await?;
    phone.tap(Link, "同意").await?;
    phone.sees("收到的登录结果不是对本页请求的答复").await?;
    phone.is_at("/visits").await?;
    is_nobody(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn where_no_sign_in_is_set_the_page_says_how_to_get_in() -> Result {
    let site = Site::open().await?;
    for (handset, query, visitor, employee) in [
        (Handset::wechat(), "", "请从公众号菜单进入，或打开消息里的链接", "请从公众号菜单进入，或打开消息里的链接"),
        (Handset::wechat(), "?channel=miniapp", "从小程序重新进入", "从小程序重新进入"),
        (Handset::plain_browser(), "", "请从微信公众号或短信里的链接进入", "请在企业微信或微信中打开"),
        (Handset::wecom(), "", "请从企业微信工作台进入，或打开消息里的链接", "请从企业微信工作台进入，或打开消息里的链接"),
    ] {
        let phone = site.start_phone(handset).await?;
        phone.open(&format!("/host{query}")).await?;
        phone.finds(Heading, "无法识别您的身份").await?;
        phone.sees(employee).await?;
        // WeCom has no visits of visitors.
        if !employee.contains("企业微信工作台") {
            phone.open(&format!("/visits{query}")).await?;
            phone.finds(Heading, "暂时无法确认您的身份").await?;
            phone.sees(visitor).await?;
        }
        phone.close().await?;
    }
    Ok(())
}
