//! The pass where there is no network: from this device, until its time is over, and nothing else.

use chrono::TimeDelta;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link, Storage};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use standin::status::Status;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
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
    phone.sees("登录已失效，请从原来的链接重新进入").await?;
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
    assert!(has_pass(&phone).await?);
    site.disconnect(&path(LATE), &CALLS)?;
    // It says so by itself.
    phone.sees("已失效").await?;
    phone.does_not_find(Img, CODE).await?;
    // By the phone's clock as well, which may be a moment behind.
    is_deleted(&phone).await?;
    phone.close().await
}

/// A phone that has stored its pass, of a bundle that may not be kept.
async fn with_a_pass_in_storage() -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.finds(Img, CODE).await?;
    assert!(has_pass(&phone).await?);
    Ok((site, phone))
}

/// The backend cannot be reached; the page and the program still come.
fn loses_calls(site: &Site) {
    for call in CALLS {
        site.inject_lasting_fault(Fault::RequestLost, call);
    }
}

async fn has_pass(phone: &Phone) -> Result<bool> {
    phone.keeps(Storage::Local, "pass").await
}

async fn is_deleted(phone: &Phone) -> Result {
    // What has ended is looked for once the first screen stands.
    for _ in 0..200 {
        if !has_pass(phone).await? {
            return Ok(());
        }
        tokio::time::sleep(e2e::phone::POLL_INTERVAL).await;
    }
    panic!("the pass is still there");
}

#[tokio::test]
async fn a_refusal_or_an_empty_answer_keeps_the_pass() -> Result {
    let (site, phone) = with_a_pass_in_storage().await?;
    for (fault, words) in [
        (Fault::Refused("系统维护中"), "系统维护中"),
        (Fault::Refused("预约单不存在"), "预约单不存在"),
        (Fault::Data(json!(null)), "站点的回应无法识别"),
        (Fault::Data(json!({})), "站点的回应无法识别"),
        (Fault::Status(401), "登录已失效"),
    ] {
        site.clear_faults();
        phone.tap(Button, "立即刷新").await?;
        phone.does_not_see("刷新失败").await?;
        site.inject_lasting_fault(fault.clone(), call::DETAIL);
        phone.tap(Button, "立即刷新").await?;
        phone.sees(words).await?;
        phone.finds(Img, CODE).await?;
        assert!(has_pass(&phone).await?, "{fault:?}");
    }
    // Whoever opens the page anew sees it, too.
    phone.reload().await?;
    phone.sees("登录已失效").await?;
    phone.finds(Img, CODE).await?;
    site.clear_faults();
    loses_calls(&site);
    phone.reload().await?;
    phone.sees("离线，截至").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn without_a_kept_pass_a_refusal_is_told_in_the_site_s_words_and_an_empty_record_is_not_there() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_fault(Fault::Refused("系统维护中"), call::DETAIL, 1);
    phone.open(&(path(LATE) + WELL_KNOWN)).await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("没有找到这条预约").await?;
    site.inject_fault(Fault::Data(json!(null)), call::DETAIL, 1);
    phone.tap(Button, "重试").await?;
    phone.sees("没有找到这条预约").await?;
    phone.reload().await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_waits_again_shows_no_code_and_leaves_what_is_kept() -> Result {
    let (site, phone) = with_a_pass_in_storage().await?;
    site.set_status(&order_id(LATE), Status::WaitingApproval);
    phone.tap(Button, "立即刷新").await?;
    phone.sees("待确认").await?;
    phone.does_not_find(Img, CODE).await?;
    assert!(has_pass(&phone).await?);
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_is_cancelled_or_withdrawn_takes_its_pass_along() -> Result {
    for status in [Status::CancelledByVisitor, Status::CancelledByHost, Status::InvitationWithdrawn, Status::InvitationDeclined] {
        let (site, phone) = with_a_pass_in_storage().await?;
        site.set_status(&order_id(LATE), status);
        phone.tap(Button, "立即刷新").await?;
        phone.sees("已取消").await?;
        assert!(!has_pass(&phone).await?, "{status:?}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_site_clock_that_leaps_deletes_nothing() -> Result {
    let (site, phone) = with_a_pass_in_storage().await?;
    // The first of January 2099.
    site.inject_lasting_fault(Fault::Data(json!({ "sysTime": "2099-01-01T00:00:00+08:00", "sysTimeUTC": "4070880000000" })), call::CLOCK);
    for page in [path(LATE), format!("/visits/{}", order_id(LATE))] {
        let before = site.count(call::CLOCK);
        phone.open(&(page + WELL_KNOWN)).await?;
        while site.count(call::CLOCK) == before {
            tokio::time::sleep(e2e::phone::POLL_INTERVAL).await;
        }
        phone.sees("张晓雯").await?;
    }
    phone.tap(Link, "出示通行证").await?;
    // What is shown follows the site's clock.
    phone.sees("已失效").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    assert!(has_pass(&phone).await?);
    site.clear_faults();
    loses_calls(&site);
    phone.open_in_new_tab(&path(LATE)).await?;
    phone.sees("登录已失效，请从原来的链接重新进入").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn a_pass_that_ended_while_nobody_looked_is_deleted_when_the_app_opens() -> Result {
    let (_site, phone) = with_a_kept_pass().await?;
    let mut kept = phone.kept(Storage::Local).await?.into_iter().find(|kept| kept.name == "pass").expect("a pass");
    kept.end -= 400 * 86_400_000;
    phone.set_kept(Storage::Local, &kept).await?;
    phone.open(&format!("/visits{WELL_KNOWN}")).await?;
    phone.sees("待来访").await?;
    is_deleted(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn the_device_keeps_the_pass_alone_and_forgets_it_when_told() -> Result {
    let (site, phone) = with_a_kept_pass().await?;
    let kept = phone.kept(Storage::Local).await?;
    assert_eq!(kept.iter().map(|kept| &kept.name).collect::<Vec<_>>(), ["pass"]);
    let kept = &kept[0].text;
    // What the site's layout shows, and no more: the phone number is on it, the company is not.
    assert!(kept.contains("张晓雯") && !kept.contains("启明仪器"), "{kept}");
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
    phone.sees("登录已失效，请从原来的链接重新进入").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}
