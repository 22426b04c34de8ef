//! A mini-program's web-view, told by the user agent or by the app's bridge, however late: whatever was typed stays.

use super::visitor::{LINK, LINK_WITHOUT_TOKEN, NAME};
use e2e::error::Result;
use e2e::phone::{Handset, POLL_INTERVAL, Phone, Role::Button};
use e2e::site::{Site, call};

/// What an old app does that says late that it shows a mini-program.
const BRIDGE: &str = "window.__wxjs_environment = 'miniprogram';
    window.WeixinJSBridge = { call: function () {} };
    document.dispatchEvent(new Event('WeixinJSBridgeReady'));";

const VISITS: &str = "/visits?token=token-oVisitorHe&projectId=122228959455556";

fn paths(site: &Site) -> Vec<String> {
    let calls = site.calls().into_iter().map(|(_, path, _)| path);
    calls.filter(|path| !path.ends_with(call::CLOCK) && !path.starts_with("/gateway/")).collect()
}

async fn wait_for_a_call(site: &Site) {
    for _ in 0..50 {
        if !paths(site).is_empty() {
            return;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}

/// Has the page ask for its first answers before the program runs, and then the program.
async fn first_calls(phone: &Phone, site: &Site, address: &str) -> Result<(Vec<String>, Vec<String>)> {
    site.forget_calls();
    phone.open(address).await?;
    wait_for_a_call(site).await;
    let early = paths(site);
    phone.release_program().await?;
    phone.finds(Button, "English").await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    Ok((early, paths(site)))
}

#[tokio::test]
async fn page_and_program_recognise_the_same_app() -> Result {
    let apps = [
        (Handset::mini_program(), "", "miniapp/"),
        (Handset::wechat(), "window.__wxjs_environment = 'miniprogram';", "miniapp/"),
        (Handset::wecom(), "window.__wxjs_environment = 'miniprogram';", "miniapp/"),
        (Handset::wechat(), "", "wechat/visitor/order/page"),
        (Handset::wechat_on_ios(), "window.__wxjs_environment = 'browser';", "wechat/visitor/order/page"),
        (Handset::plain_browser(), "", "wechat/visitor/order/page"),
    ];
    for (handset, script, call) in apps {
        let site = Site::open_without_promises().await?;
        let phone = site.start_phone(handset.clone()).await?;
        phone.hold_program().await?;
        phone.add_init_script(script).await?;
        let (early, all) = first_calls(&phone, &site, VISITS).await?;
        assert!(!early.is_empty() && early.iter().all(|path| path.contains(call)), "{handset:?} {script}: {early:?}");
        assert_eq!(all, early, "{handset:?} {script}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_s_channel_wins_over_the_app() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::mini_program()).await?;
    phone.hold_program().await?;
    let (early, all) = first_calls(&phone, &site, &format!("{VISITS}&channel=mp")).await?;
    assert!(!early.is_empty() && all.iter().all(|path| !path.contains("miniapp/")), "{all:?}");
    phone.close().await
}

#[tokio::test]
async fn an_app_that_says_so_late_loses_nothing_that_was_typed() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}&token=token-oVisitorLuo")).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", "13900000003").await?;
    // Before the draft would have been saved by itself.
    phone.execute(BRIDGE).await?;
    phone.type_into("拜访单位", "临港智造").await?;
    phone.tap(Button, standin::seed::ENTERPRISE).await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.has_value("手机号码", "13900000003").await?;
    assert!(site.count("miniapp/visitor/field/info") > 0);

    // The tab knows from now on, before the program and before the bridge.
    site.forget_calls();
    phone.reload().await?;
    phone.has_value("访客姓名", NAME).await?;
    assert!(paths(&site).iter().all(|path| path.contains("miniapp/") || !path.contains("/wechat/visitor/")), "{:?}", paths(&site));
    phone.close().await
}

#[tokio::test]
async fn an_app_that_says_late_that_it_shows_a_web_page_changes_nothing() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.execute("document.querySelector('form, .frame').isTheFirst = true").await?;
    phone.execute(&BRIDGE.replace("'miniprogram'", "'browser'")).await?;
    phone.has_value("访客姓名", NAME).await?;
    assert_eq!(phone.execute("return document.querySelector('form, .frame').isTheFirst").await?, true);
    phone.close().await
}
