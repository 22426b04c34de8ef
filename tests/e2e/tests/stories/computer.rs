//! At a computer: the list on the left and the chosen visit on the right, dialogs in the middle, the screens in a rail.

use super::approvals::APPROVALS;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Site, call};
use serde_json::json;
use standin::seed::order_id;

/// A visit of 陆子涵, which waits for a decision, and one of 曹俊杰, which is expected.
const WAITING: usize = 300;
const EXPECTED: usize = 307;

/// The names on the rows that are marked as current.
pub const MARKED: &str = "
    var rows = Array.from(document.querySelectorAll('[aria-current=true]'));
    return rows.map(function (row) { return row.querySelector('.cell__title').textContent });";

/// The names on all rows.
pub const ROWS: &str = "
    return Array.from(document.querySelectorAll('.paged-list__row'), function (row) { return row.querySelector('.cell__title').textContent });";

/// What stands beside the list.
pub const DETAIL: &str = "return document.querySelector('.pair__detail').innerText";

pub async fn at_a_computer(site: &Site, path: &str) -> Result<Phone> {
    let phone = site.start_phone(Handset::wecom().on_a_computer()).await?;
    phone.open(path).await?;
    Ok(phone)
}

/// How addresses name a visit in WeCom.
pub fn in_wecom(order: usize) -> String {
    format!("batch/B{}", order_id(order))
}

#[tokio::test]
async fn the_chosen_row_is_marked_whatever_has_the_focus_and_back_leads_to_the_one_before() -> Result {
    let site = Site::open().await?;
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.sees("点一条来访，在这里查看详情").await?;
    assert_eq!(phone.execute(MARKED).await?, json!([]));
    let rows = phone.execute(ROWS).await?;
    let (first, second) = (rows[0].as_str().unwrap_or_default(), rows[1].as_str().unwrap_or_default());
    phone.execute("window.isTheSamePage = document.querySelector('.paged-list').isTheSame = true").await?;
    phone.tap_containing(Link, first).await?;
    phone.waits_for(MARKED, &json!([first])).await?;
    let address = phone.address().await?;
    assert!(address.starts_with("/host/approvals?visit="), "{address}");
    // The focus is elsewhere, and the mark is where it was.
    phone.execute("document.activeElement.blur()").await?;
    assert_eq!(phone.execute(MARKED).await?, json!([first]));
    let looks = "
        var row = document.querySelector('[aria-current=true]'), other = document.querySelector('.paged-list__row:not([aria-current])');
        return getComputedStyle(row).backgroundColor !== getComputedStyle(other).backgroundColor && getComputedStyle(row).boxShadow !== 'none'";
    assert_eq!(phone.execute(looks).await?, true);

    phone.tap_containing(Link, second).await?;
    phone.waits_for(MARKED, &json!([second])).await?;
    phone.go_back().await?;
    phone.waits_for(MARKED, &json!([first])).await?;
    phone.is_at(&address).await?;
    phone.waits_for("return document.querySelector('.pair__detail .cell__value').textContent", &json!(first)).await?;
    phone.go_forward().await?;
    phone.waits_for(MARKED, &json!([second])).await?;
    phone.go_back().await?;
    phone.go_back().await?;
    phone.is_at("/host/approvals").await?;
    phone.sees("点一条来访，在这里查看详情").await?;
    // All the while the list was left alone.
    assert_eq!(phone.execute("return document.querySelector('.paged-list').isTheSame").await?, true);
    assert_eq!(site.count(call::RECORDS), 1);
    phone.close().await
}

#[tokio::test]
async fn a_reload_shows_the_chosen_visit_again() -> Result {
    let site = Site::open().await?;
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    let address = phone.address().await?;
    phone.reload().await?;
    phone.waits_for(MARKED, &json!(["陆子涵"])).await?;
    phone.sees("访客在等您的决定。").await?;
    phone.is_at(&address).await?;
    phone.animations_are_over().await?;
    phone.screenshot("computer-chosen-1200x800").await?;
    // The screen that is gone to and come back from, too.
    phone.tap(Link, "接待").await?;
    phone.is_at("/host/receptions").await?;
    phone.sees("点一条来访，在这里查看详情").await?;
    phone.go_back().await?;
    phone.is_at(&address).await?;
    phone.waits_for(MARKED, &json!(["陆子涵"])).await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_the_list_does_not_show_opens_beside_it_all_the_same() -> Result {
    let site = Site::open().await?;
    let visit = in_wecom(EXPECTED);
    let phone = at_a_computer(&site, &format!("{APPROVALS}&visit={visit}")).await?;
    phone.sees("访客可以按时到访。").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    // The token has left the address, and the visit is in it.
    let address = phone.address().await?;
    assert!(address.contains(&format!("visit={visit}")) && !address.contains("token"), "{address}");
    assert_eq!(phone.execute(MARKED).await?, json!([]));

    phone.open(&format!("/host/approvals?visit={}", in_wecom(9_999))).await?;
    phone.sees("预约单不存在").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.close().await
}

#[tokio::test]
async fn a_long_list_comes_to_the_chosen_row() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(60);
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    let rows = phone.execute(ROWS).await?;
    assert!(rows.as_array().is_some_and(|rows| rows.len() > 10), "{rows}");
    // The eleventh row lies below the screen.
    phone.execute("document.querySelectorAll('.approvals__visit')[10].click()").await?;
    phone.waits_for(MARKED, &json!([rows[10]])).await?;
    phone.reload().await?;
    phone.waits_for(MARKED, &json!([rows[10]])).await?;
    let is_in_sight = "
        var row = document.querySelector('[aria-current=true]').getBoundingClientRect();
        return row.top >= 0 && row.bottom <= innerHeight";
    phone.waits_for(is_in_sight, &json!(true)).await?;
    phone.close().await
}

#[tokio::test]
async fn a_narrow_window_has_a_page_for_the_visit() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(&format!("{APPROVALS}&visit={}", order_id(WAITING))).await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    phone.sees("访客在等您的决定。").await?;

    phone.close().await?;

    // A window that becomes narrow goes there, too.
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    phone.resize(768, 1024).await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    phone.sees("访客在等您的决定。").await?;
    phone.close().await
}

/// Where an element's box is on the screen: left, top, right, bottom.
async fn place(phone: &Phone, selector: &str) -> Result<[f64; 4]> {
    let script = format!(
        "var box = document.querySelector('{selector}').getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]"
    );
    let place = phone.execute(&script).await?;
    Ok([0, 1, 2, 3].map(|side: usize| place[side].as_f64().unwrap_or_default()))
}

#[tokio::test]
async fn dialogs_stand_in_the_middle_of_a_computer_and_at_the_bottom_of_a_phone() -> Result {
    let site = Site::open().await?;
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.tap(Button, "退回 陆子涵").await?;
    phone.finds(Dialog, "退回预约").await?;
    phone.animations_are_over().await?;
    let [left, top, right, bottom] = place(&phone, "[role=dialog]").await?;
    assert!((left - (1200.0 - right)).abs() < 2.0, "{left} {right}");
    assert!((top - (800.0 - bottom)).abs() < 2.0 && top > 24.0, "{top} {bottom}");
    phone.screenshot("computer-dialog-1200x800").await?;
    phone.resize(390, 844).await?;
    phone.animations_are_over().await?;
    let [left, _, right, bottom] = place(&phone, "[role=dialog]").await?;
    assert_eq!([left, right, bottom], [0.0, 390.0, 844.0]);
    phone.close().await
}

#[tokio::test]
async fn the_screens_are_a_rail_that_hides_nothing() -> Result {
    let site = Site::open().await?;
    let phone = at_a_computer(&site, APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    for screen in ["审批", "接待", "邀约", "今日"] {
        phone.tap(Link, screen).await?;
        phone.waits_for("return document.querySelector('.tab-bar [aria-current]').textContent", &json!(screen)).await?;
        let [left, top, right, bottom] = place(&phone, ".tab-bar").await?;
        assert_eq!([left, top, bottom], [0.0, 0.0, 800.0], "{screen}");
        assert!(right < 120.0, "{screen}: {right}");
        for part in [".frame__head", ".frame__main"] {
            assert!(place(&phone, part).await?[0] >= right, "{screen}: {part}");
        }
        assert_eq!(phone.overflow().await?, Vec::<String>::new(), "{screen}");
        assert_eq!(phone.covered().await?, Vec::<String>::new(), "{screen}");
    }
    phone.resize(390, 844).await?;
    let [left, top, right, bottom] = place(&phone, ".tab-bar").await?;
    assert_eq!([left, right, bottom], [0.0, 390.0, 844.0], "a phone has it at the bottom");
    assert!(top > 760.0, "{top}");
    phone.close().await
}

/// The screens of an employee, with pictures to be looked at.
async fn fits(width: u32, height: u32) -> Result {
    const SCREENS: [(&str, &str); 6] = [
        ("today", "/host"),
        ("approvals", "/host/approvals"),
        ("receptions", "/host/receptions"),
        ("calendar", "/host/calendar"),
        ("invitations", "/host/invitations"),
        ("invite", "/host/invitations/new"),
    ];
    let site = Site::open().await?;
    for (theme, handset) in [("light", Handset::wecom()), ("dark", Handset::wecom().dark())] {
        let phone = site.start_phone(handset.sized(width, height)).await?;
        for (screen, path) in SCREENS {
            phone.open(&APPROVALS.replace("/host/approvals", path)).await?;
            phone
                .waits_for("return Boolean(document.querySelector('.frame__title')) && !document.querySelector('.skeleton')", &json!(true))
                .await?;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            if width > 900 && screen == "approvals" {
                phone.tap_containing(Link, "陆子涵").await?;
                phone.sees("访客在等您的决定。").await?;
            }
            if width > 900 && screen == "receptions" {
                phone.tap_containing(Link, "曹俊杰").await?;
                phone.sees("访客可以按时到访。").await?;
                phone.waits_for(MARKED, &json!(["曹俊杰"])).await?;
            }
            phone.animations_are_over().await?;
            phone.screenshot(&format!("fits-{screen}-{theme}-{width}x{height}")).await?;
            assert_eq!(phone.overflow().await?, Vec::<String>::new(), "{screen}");
            if screen == "approvals" {
                phone.tap(Button, "同意 陆子涵").await?;
                phone.finds(Dialog, "同意来访").await?;
                phone.animations_are_over().await?;
                phone.screenshot(&format!("fits-dialog-{theme}-{width}x{height}")).await?;
            }
        }
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_screen_fits_a_computer() -> Result {
    fits(1280, 800).await
}

#[tokio::test]
async fn every_screen_fits_a_tablet() -> Result {
    fits(768, 1024).await
}

#[tokio::test]
async fn every_screen_fits_a_phone() -> Result {
    fits(390, 844).await
}
