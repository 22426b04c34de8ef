//! The pass where there is no network: from this device, until its time is over, and nothing else.

use chrono::TimeDelta;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link, Store};
use e2e::site::{Site, call};
use e2e::trouble::Outcome;
use standin::seed::order_id;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&projectId=122228959455556";
const LATE: usize = 2;
const CODE: &str = "通行二维码";
const CALLS: [&str; 5] = [call::DETAIL, call::QR_CODE, call::PASS_LAYOUT, call::CLOCK, call::DOORS];

fn path(number: usize) -> String {
    format!("/visits/{}/pass", order_id(number))
}

/// A phone that has seen its pass once and has kept what it takes to show it again.
async fn with_a_kept_pass() -> Outcome<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    phone.keeps_a_page().await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_last_pass_opens_without_a_network() -> Outcome {
    let (site, phone) = with_a_kept_pass().await?;
    let content = site.code(&order_id(LATE)).into_bytes();
    site.goes_dark(&path(LATE), &CALLS)?;
    phone.reload().await?;
    phone.sees("离线，截至").await?;
    phone.sees("已迟到").await?;
    phone.sees("张晓雯").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.reads(&content).await?;
    phone.screenshot("pass-offline").await?;

    // In a fresh tab, which knows nobody.
    phone.lose_the_tab_and_open(&path(LATE)).await?;
    phone.sees("离线，截至").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.reads(&content).await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_phone_a_day_off_opens_its_pass_without_a_network() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.has_its_clock_off_by(86_400).await?;
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    // By its own clock, it was over when it came: kept once the site has told its time.
    phone.sees("仍可入园").await?;
    phone.tap(Button, "立即刷新").await?;
    phone.keeps_a_page().await?;
    site.goes_dark(&path(LATE), &CALLS)?;
    phone.reload().await?;
    phone.sees("离线，截至").await?;
    phone.finds(Img, CODE).await?;
    phone.put_away().await
}

#[tokio::test]
async fn what_is_kept_goes_with_its_time() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    site.changes_visit(&order_id(LATE), |visit, now| visit.plan.end = now + TimeDelta::seconds(8));
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    assert!(phone.kept(Store::Lasting).await?.contains_key("pass"));
    site.goes_dark(&path(LATE), &CALLS)?;
    // It says so by itself.
    phone.sees("已失效").await?;
    phone.does_not_find(Img, CODE).await?;
    assert!(!phone.kept(Store::Lasting).await?.contains_key("pass"));
    phone.keeps_no_page().await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_pass_that_ended_while_nobody_looked_is_deleted_when_the_app_opens() -> Outcome {
    let (_site, phone) = with_a_kept_pass().await?;
    let kept = phone.kept(Store::Lasting).await?.remove("pass").expect("a pass");
    let year = kept.split("\"end\":\"").nth(1).and_then(|rest| rest.get(..4)).expect("its end").to_owned();
    phone.keep(Store::Lasting, "pass", &kept.replace(&format!("\"end\":\"{year}"), "\"end\":\"2025")).await?;
    phone.open(&format!("/visits{WELL_KNOWN}")).await?;
    phone.sees("待来访").await?;
    assert!(!phone.kept(Store::Lasting).await?.contains_key("pass"));
    phone.keeps_no_page().await?;
    phone.put_away().await
}

#[tokio::test]
async fn the_device_keeps_the_pass_alone_and_forgets_it_when_told() -> Outcome {
    let (site, phone) = with_a_kept_pass().await?;
    let kept = phone.kept(Store::Lasting).await?;
    assert_eq!(kept.keys().collect::<Vec<_>>(), ["pass"]);
    // What the site's layout shows, and no more: the phone number is on it, the company is not.
    assert!(kept["pass"].contains("张晓雯") && !kept["pass"].contains("启明仪器"), "{}", kept["pass"]);
    let cached = phone.cached().await?;
    assert!(cached.iter().all(|name| !name.contains("/webapi/")), "{cached:?}");

    phone.tap(Button, "从本机删除通行证").await?;
    phone.tap(Button, "删除").await?;
    phone.sees("已从本机删除").await?;
    assert!(phone.kept(Store::Lasting).await?.is_empty());
    phone.keeps_no_page().await?;
    // Not even the next refresh brings it back.
    let before = site.count(call::QR_CODE);
    phone.tap(Button, "立即刷新").await?;
    while site.count(call::QR_CODE) == before {
        tokio::task::yield_now().await;
    }
    phone.finds(Button, "立即刷新").await?;
    assert!(phone.kept(Store::Lasting).await?.is_empty());
    phone.put_away().await
}

#[tokio::test]
async fn a_newer_version_is_never_hidden_by_what_was_kept() -> Outcome {
    let (site, phone) = with_a_kept_pass().await?;
    site.keeps_suffering(e2e::site::BadLuck::Text("<!doctype html><title>new</title><p>更新的版本</p>"), &path(LATE));
    phone.reload().await?;
    phone.sees("更新的版本").await?;
    site.recovers();
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.tap(Link, "预约详情").await?;
    phone.sees("您提交了预约").await?;
    phone.put_away().await
}
