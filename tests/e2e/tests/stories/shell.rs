//! The app that the device keeps: it opens at once and without a network, a newer version comes as a whole or not at all, and
//! the site can take all of it away. Release bundles only: debug bundles are not kept.

use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Fault, Site};
use serde_json::{Value, json};

const VISITS: &str = "/visits?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
const FORM: &str = "接待人手机号";

/// What another version of the page has in its head.
const MARK: &str = "<meta name=\"version\" content=\"next\">";

const IS_NEXT: &str = "return !!document.querySelector('meta[name=version]')";
const IS_CONTROLLED: &str = "return !!navigator.serviceWorker.controller";

async fn with_a_kept_app() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees(FORM).await?;
    phone.page_is_cached().await?;
    Ok((site, phone))
}

/// The page of a version that is newer: as it is, with a mark and with these changes.
fn next_version(site: &Site, change: impl Fn(&str) -> String) -> Result<Fault> {
    let page = site.page()?;
    Ok(Fault::Page(change(&page.replacen("<title>", &format!("{MARK}<title>"), 1)).leak()))
}

#[tokio::test]
async fn any_page_that_was_used_opens_without_a_network() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    site.disconnect("/", &["config.json", "index.html"])?;
    phone.open(LINK).await?;
    phone.sees("预约来访").await?;
    assert_eq!(phone.execute(IS_CONTROLLED).await?, Value::Bool(true));
    // The form's questions are the site's, and nothing of it is kept.
    let cached = phone.cached_urls().await?;
    assert!(cached.iter().all(|name| !name.contains("/webapi/")), "{cached:?}");
    phone.close().await
}

#[tokio::test]
async fn a_newer_version_is_announced_and_used_at_the_next_start() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    site.inject_lasting_fault(next_version(&site, str::to_owned)?, "/");
    phone.open(LINK).await?;
    phone.sees(FORM).await?;
    assert_eq!(phone.execute(IS_NEXT).await?, Value::Bool(false), "the kept page comes first");
    phone.sees("已有新版本，下次打开时启用").await?;
    phone.screenshot("shell-updated").await?;
    phone.does_not_see("已有新版本").await?;
    phone.open(LINK).await?;
    phone.sees(FORM).await?;
    assert_eq!(phone.execute(IS_NEXT).await?, Value::Bool(true));
    phone.close().await
}

#[tokio::test]
async fn a_reload_takes_the_newer_version_at_once() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    site.inject_lasting_fault(next_version(&site, str::to_owned)?, "/");
    phone.reload().await?;
    phone.sees(FORM).await?;
    assert_eq!(phone.execute(IS_NEXT).await?, Value::Bool(true));
    phone.close().await
}

#[tokio::test]
async fn a_version_that_is_not_all_there_is_not_used() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    let before = phone.cached_urls().await?;
    // Its page is uploaded, its files are not.
    site.inject_lasting_fault(next_version(&site, with_another_hash)?, "/");
    phone.reload().await?;
    phone.sees(FORM).await?;
    assert_eq!(phone.execute(IS_NEXT).await?, Value::Bool(false));
    assert_eq!(phone.cached_urls().await?, before);
    phone.close().await
}

/// Gives the visitor's program another hash.
fn with_another_hash(page: &str) -> String {
    let hash = page.split("visitor-").nth(1).and_then(|rest| rest.get(..16)).unwrap_or_default();
    page.replace(hash, "0123456789abcdef")
}

#[tokio::test]
async fn a_kept_page_whose_files_are_gone_is_fetched_anew() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    // Another first screen, which the device has not kept. The loader asks twice.
    site.inject_fault(Fault::Status(404), &site.first_part_of("visits")?, 2);
    phone.open(VISITS).await?;
    phone.sees("王建国").await?;
    assert_eq!(site.faults_left(), 0);
    phone.close().await
}

#[tokio::test]
async fn a_site_can_take_the_kept_app_away() -> Result {
    let (site, phone) = with_a_kept_app().await?;
    site.inject_lasting_fault(Fault::Body("{\"serviceWorker\": false}"), "config.json");
    phone.reload().await?;
    phone.sees(FORM).await?;
    phone.cache_is_empty().await?;
    phone.open(LINK).await?;
    phone.sees(FORM).await?;
    assert_eq!(phone.execute(IS_CONTROLLED).await?, Value::Bool(false));
    phone
        .waits_for(
            "return performance.getEntriesByType('resource').filter(function (entry) { return /sw\\.js/.test(entry.name); }).length",
            &json!(0),
        )
        .await?;
    phone.close().await
}

#[tokio::test]
async fn where_there_is_no_service_worker_everything_is_as_before() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.add_init_script("delete Navigator.prototype.serviceWorker").await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    assert!(phone.cached_urls().await?.is_empty());
    phone.close().await
}
