//! Whoever opens a page without any identity gets in by the site's sign-in.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link, Storage};
use e2e::site::{Site, call};
use standin::demo;
use standin::settings::Authorize;

/// How the site's sign-in is called.
pub const AUTHORIZE: &str = "authorize";

/// A site with a sign-in for every channel, and a phone.
pub async fn at_a_site(handset: Handset) -> Result<(Site, Phone)> {
    let site = Site::open_with_config(demo::sign_in()).await?;
    let phone = site.start_phone(handset).await?;
    Ok((site, phone))
}

/// Who is here stands in the tab's own storage and nowhere else; of the sign-in, nothing is left that anybody could use.
pub async fn nothing_is_left_of_the_credential(site: &Site, phone: &Phone) -> Result {
    let launch = phone.storage(Storage::Session).await?.remove("launch").unwrap_or_default();
    let token = launch.split('&').find_map(|pair| pair.strip_prefix("token=")).expect("a token from the sign-in").to_owned();
    let secrets = [token.as_str(), "oVisitorDemo", "oHostWang", "state="];
    let mut session = phone.storage(Storage::Session).await?;
    session.remove("launch");
    let script = "return [location.href, document.referrer, JSON.stringify(history.state), document.cookie].join(' ')";
    let page = phone.execute(script).await?;
    let places = format!("{page} {session:?} {:?} {:?}", phone.storage(Storage::Local).await?, phone.cached_urls().await?);
    assert!(secrets.iter().all(|secret| !places.contains(secret)), "{places}");
    assert_eq!(site.requests(AUTHORIZE).pop().expect("a sign-in")["referer"].as_str(), None);
    assert!(site.requests(call::CLOCK).iter().all(|request| request["referer"].as_str().is_none()));
    Ok(())
}

#[tokio::test]
async fn visitors_get_to_their_visits_in_every_channel() -> Result {
    for (handset, query, who) in [
        (Handset::wechat(), "", "openId=oVisitorDemo"),
        (Handset::plain_browser(), "", "openId=oVisitorDemo"),
        (Handset::wechat(), "?channel=miniapp", "token="),
    ] {
        let (site, phone) = at_a_site(handset).await?;
        phone.open(&format!("/visits{query}")).await?;
        phone.sees("王建国").await?;
        phone.is_at("/visits").await?;
        assert!(phone.storage(Storage::Session).await?["launch"].contains(who), "{query}");
        assert_eq!(site.count(AUTHORIZE), 1);
        nothing_is_left_of_the_credential(&site, &phone).await?;
        // A reload needs no second sign-in.
        phone.reload().await?;
        phone.sees("王建国").await?;
        assert_eq!(site.count(AUTHORIZE), 1);
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn employees_get_to_their_approvals_in_every_channel() -> Result {
    for (handset, query) in [
        (Handset::wecom(), "?projectId=122228959455556"),
        (Handset::wechat(), "?projectId=122228959455556"),
        (Handset::wechat(), "?channel=miniapp&projectId=122228959455556"),
    ] {
        let (site, phone) = at_a_site(handset).await?;
        phone.open(&format!("/host/approvals{query}")).await?;
        phone.finds(Button, "同意 陆子涵").await?;
        phone.is_at("/host/approvals").await?;
        nothing_is_left_of_the_credential(&site, &phone).await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_comes_back_to_exactly_the_page_that_one_opened() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    phone.open("/visits?s=sms&tab=history").await?;
    phone.finds(Link, "历史记录").await?;
    phone.is_at("/visits?s=sms&tab=history").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await?;

    let (site, phone) = at_a_site(Handset::wecom().on_a_computer()).await?;
    let visit = format!("/host/approvals?visit={}", standin::seed::order_id(300));
    phone.open(&visit).await?;
    phone.sees("陆子涵").await?;
    phone.is_at(&visit).await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn an_authorize_page_asks_first() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Ask);
    phone.open("/visits").await?;
    phone.sees("访客预约申请获取您的身份").await?;
    phone.tap(Link, "同意").await?;
    phone.sees("王建国").await?;
    phone.is_at("/visits").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn back_leads_past_the_sign_in_to_where_one_was() -> Result {
    let (site, phone) = at_a_site(Handset::plain_browser()).await?;
    phone.open("/").await?;
    phone.tap(Link, "我的预约").await?;
    phone.sees("王建国").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.go_back().await?;
    phone.finds(Button, "提交预约").await?;
    phone.is_at("/").await?;
    assert_eq!(site.count(AUTHORIZE), 1);
    phone.close().await
}

#[tokio::test]
async fn whoever_is_known_is_sent_nowhere() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    phone.open("/visits?openId=oVisitorDemo").await?;
    phone.sees("王建国").await?;
    phone.open("/").await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!(site.count(AUTHORIZE), 0);
    assert!(!phone.storage(Storage::Session).await?.contains_key("signIn"));
    phone.close().await
}

#[tokio::test]
async fn two_tabs_sign_in_on_their_own() -> Result {
    let (site, phone) = at_a_site(Handset::wechat()).await?;
    site.update_settings(|settings| settings.authorize = Authorize::Ask);
    phone.open("/visits").await?;
    phone.finds(Link, "同意").await?;
    let first = phone.href_of("同意").await?;
    phone.open_in_new_tab("/visits").await?;
    phone.finds(Link, "同意").await?;
    // The answer to the first tab's sign-in says nothing to the second.
    phone.open(&format!("/__standin/authorize{first}")).await?;
    phone.sees("收到的登录结果不是对本页请求的答复").await?;
    assert!(!phone.storage(Storage::Session).await?.get("launch").is_some_and(|launch| launch.contains("openId")));
    phone.tap(Button, "重新登录").await?;
    phone.tap(Link, "同意").await?;
    phone.sees("王建国").await?;
    nothing_is_left_of_the_credential(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn the_demo_s_links_without_identity_get_in() -> Result {
    let site = Site::open_with_config(demo::config()).await?;
    let listing = demo::listing(&site.origin());
    let phone = site.start_phone(Handset::plain_browser()).await?;
    for (label, path) in demo::LINKS_WITHOUT_IDENTITY {
        assert!(listing.contains(&format!("{}{path}\n", site.origin())), "{listing}");
        assert!(!path.contains("openId") && !path.contains("token"), "{path}");
        phone.open_in_new_tab(path).await?;
        if path.starts_with("/host") {
            phone.finds(Button, "同意 陆子涵").await?;
        } else {
            phone.finds(Link, "历史记录").await?;
            phone.sees("王建国").await?;
        }
        assert!(phone.storage(Storage::Session).await?["launch"].contains("token="), "{label}");
        phone.does_not_see("身份").await?;
    }
    phone.close().await
}
