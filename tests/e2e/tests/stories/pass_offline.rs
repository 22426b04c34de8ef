//! The pass where there is no network: from this device, until its time is over, and nothing else.

use chrono::TimeDelta;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link, Storage};
use e2e::site::{Site, call};
use standin::seed::order_id;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&projectId=122228959455556";
const LATE: usize = 2;
const CODE: &str = "通行二维码";
const CALLS: [&str; 5] = [call::DETAIL, call::QR_CODE, call::PASS_LAYOUT, call::CLOCK, call::DELIVERY];

fn path(number: usize) -> String {
    format!("/visits/{}/pass", order_id(number))
}

/// A phone that has seen its pass once and has kept what it takes to show it again.
async fn with_a_kept_pass() -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    phone.page_is_cached().await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_last_pass_opens_without_a_network() -> Result {
    let (site, phone) = with_a_kept_pass().await?;
    let content = site.pass_code(&order_id(LATE)).into_bytes();
    site.disconnect(&path(LATE), &CALLS)?;
    phone.reload().await?;
    phone.sees("离线，截至").await?;
    phone.sees("已迟到").await?;
    phone.sees("张晓雯").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(&content).await?;
    phone.screenshot("pass-offline").await?;

    // In a fresh tab, which knows nobody.
    phone.open_in_new_tab(&path(LATE)).await?;
    phone.sees("离线，截至").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(&content).await?;
    phone.close().await
}

#[tokio::test]
async fn a_phone_a_day_off_opens_its_pass_without_a_network() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.set_clock_offset(86_400).await?;
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    // By its own clock, it was over when it came: kept once the site has told its time.
    phone.sees("仍可入园").await?;
    phone.tap(Button, "立即刷新").await?;
    phone.page_is_cached().await?;
    site.disconnect(&path(LATE), &CALLS)?;
    phone.reload().await?;
    phone.sees("离线，截至").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn what_is_kept_goes_with_its_time() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.update_visit(&order_id(LATE), |visit, now| visit.plan.end = now + TimeDelta::seconds(8));
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    assert!(phone.storage(Storage::Local).await?.contains_key("pass"));
    site.disconnect(&path(LATE), &CALLS)?;
    // It says so by itself.
    phone.sees("已失效").await?;
    phone.does_not_find(Img, CODE).await?;
    assert!(!phone.storage(Storage::Local).await?.contains_key("pass"));
    phone.close().await
}

#[tokio::test]
async fn a_pass_that_ended_while_nobody_looked_is_deleted_when_the_app_opens() -> Result {
    let (_site, phone) = with_a_kept_pass().await?;
    let kept = phone.storage(Storage::Local).await?.remove("pass").expect("a pass");
    let year = kept.split("\"end\":\"").nth(1).and_then(|rest| rest.get(..4)).expect("its end").to_owned();
    phone.set_storage_item(Storage::Local, "pass", &kept.replace(&format!("\"end\":\"{year}"), "\"end\":\"2025")).await?;
    phone.open(&format!("/visits{WELL_KNOWN}")).await?;
    phone.sees("待来访").await?;
    assert!(!phone.storage(Storage::Local).await?.contains_key("pass"));
    phone.close().await
}

#[tokio::test]
async fn the_device_keeps_the_pass_alone_and_forgets_it_when_told() -> Result {
    let (site, phone) = with_a_kept_pass().await?;
    let kept = phone.storage(Storage::Local).await?;
    assert_eq!(kept.keys().collect::<Vec<_>>(), ["pass"]);
    // What the site's layout shows, and no more: the phone number is on it, the company is not.
    assert!(kept["pass"].contains("张晓雯") && !kept["pass"].contains("启明仪器"), "{}", kept["pass"]);
    let cached = phone.cached_urls().await?;
    assert!(cached.iter().all(|name| !name.contains("/webapi/")), "{cached:?}");

    phone.tap(Button, "从本机删除通行证").await?;
    phone.tap(Button, "删除").await?;
    phone.sees("已从本机删除").await?;
    assert!(phone.storage(Storage::Local).await?.is_empty());
    // Not even the next refresh brings it back.
    let before = site.count(call::QR_CODE);
    phone.tap(Button, "立即刷新").await?;
    while site.count(call::QR_CODE) == before {
        tokio::task::yield_now().await;
    }
    phone.finds(Button, "立即刷新").await?;
    assert!(phone.storage(Storage::Local).await?.is_empty());
    phone.close().await
}

/// A pass that was opened from the list, whose part of the program was never loaded by itself.
#[tokio::test]
async fn a_pass_opened_from_within_opens_by_its_address_without_a_network() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(LATE))).await?;
    phone.tap(Link, "出示通行证").await?;
    phone.finds(Img, CODE).await?;
    phone.has_cached(".pass.rest.wasm").await?;
    site.disconnect(&path(LATE), &CALLS)?;
    phone.open_in_new_tab(&path(LATE)).await?;
    phone.sees("离线，截至").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}
