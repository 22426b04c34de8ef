//! Lists too long for one page, and one's place in them.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Link, Role::Listitem};
use e2e::site::{Fault, Site, call};
use standin::status::Status;
use std::time::Duration;

pub const FREQUENT: &str = "/visits?openId=oFrequent&token=token-oFrequent&projectId=122228959455556";

/// The most rows that may be in the document.
const MOST_ROWS: usize = 60;

/// A visitor with so many visits behind them, looking at the first.
pub async fn after(visits: usize) -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    site.add_visits("oFrequent", Status::SignedOut, visits);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("{FREQUENT}&tab=history")).await?;
    phone.sees(&format!("共 {visits} 条预约")).await?;
    phone.finds(Link, "王建国").await?;
    Ok((site, phone))
}

/// Scrolls on until that visit is on the page; never more rows than allowed are drawn.
pub async fn scrolls_until(phone: &Phone, visit: &str) -> Result {
    let mut position = phone.scrolled().await?;
    for _ in 0..2_000 {
        let rows = phone.names(Listitem).await?;
        assert!(rows.len() <= MOST_ROWS, "{} rows at {position}", rows.len());
        assert!(!rows.is_empty(), "nothing is drawn at {position}");
        if rows.iter().any(|row| row.contains(visit)) {
            return Ok(());
        }
        // Less than a screen, so that no row is passed over between two looks.
        position = phone.scrolled().await? + 700;
        phone.scroll_to_position(position).await?;
        // The list draws with the frame after the one in which the page has scrolled.
        phone.execute_async("var done = arguments[0]; requestAnimationFrame(function () { requestAnimationFrame(done); });").await?;
    }
    phone.sees(visit).await
}

/// The first row whose top is on the screen, and where.
pub async fn first_in_sight(phone: &Phone) -> Result<(String, i64)> {
    let (row, top) = phone.first_visible(Listitem).await?;
    let number = row.split('第').nth(1).and_then(|rest| rest.split('次').next()).unwrap_or_default();
    Ok((format!("第{number}次"), top))
}

#[tokio::test]
async fn scrolling_brings_page_after_page_to_the_end() -> Result {
    let (site, phone) = after(50).await?;
    assert!(site.count(call::LIST) <= 2, "pages come when they are needed");
    scrolls_until(&phone, "第50次").await?;
    phone.sees("没有更多了").await?;
    phone.sees("共 50 条预约").await?;
    let asked: Vec<String> = site.requests(call::LIST).iter().map(|call| call["body"]["pageNo"].to_string()).collect();
    assert_eq!(asked, [r#""1""#, r#""2""#, r#""3""#]);
    phone.close().await
}

#[tokio::test]
async fn a_thousand_visits_never_fill_the_document() -> Result {
    let (site, mut phone) = after(1_000).await?;
    phone.set_timeout(Duration::from_secs(30));
    scrolls_until(&phone, "第1000次").await?;
    assert_eq!(site.count(call::LIST), 50);
    phone.scroll_to_position(9_999_999).await?;
    phone.sees("没有更多了").await?;
    phone.screenshot("my-visits-thousandth").await?;

    // Up again, in leaps: every place has its rows.
    for position in [60_000, 30_000, 12_345, 5_000, 0] {
        phone.scroll_to_position(position).await?;
        let drawn = phone.names(Listitem).await?.len();
        assert!((5..=MOST_ROWS).contains(&drawn), "{drawn} rows at {position}");
        phone.first_visible(Listitem).await?;
    }
    phone.sees("第1次").await?;
    phone.close().await
}

#[tokio::test]
async fn the_place_deep_in_the_list_survives_a_look_at_a_visit() -> Result {
    let (site, phone) = after(200).await?;
    scrolls_until(&phone, "第95次").await?;
    let (row, top) = first_in_sight(&phone).await?;
    let left_at = phone.scrolled().await?;
    phone.tap_containing(Listitem, &row).await?;
    phone.sees("访客信息").await?;
    phone.is_scrolled_to(0).await?;
    let asked = site.count(call::LIST);
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::LIST, 1);
    phone.go_back().await?;
    phone.is_scrolled_to(left_at).await?;
    assert_eq!(first_in_sight(&phone).await?, (row.clone(), top), "at once, before the backend answers");
    while site.count(call::LIST) == asked {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_millis(1_800)).await;
    assert_eq!(first_in_sight(&phone).await?, (row, top), "and after it did");
    assert_eq!(site.count(call::LIST), asked + 1, "all that was loaded is asked for at once");
    phone.close().await
}

#[tokio::test]
async fn the_place_survives_larger_letters_and_a_turn_of_the_phone() -> Result {
    let (_site, phone) = after(100).await?;
    scrolls_until(&phone, "第70次").await?;
    let (row, _) = first_in_sight(&phone).await?;
    phone.resize(844, 390).await?;
    phone.animations_are_over().await?;
    phone.sees(&row).await?;
    phone.screenshot("my-visits-turned").await?;
    phone.resize(390, 844).await?;
    phone.set_text_size(200).await?;
    phone.scroll_to_position(phone.scrolled().await? + 4).await?;
    let drawn = phone.names(Listitem).await?.len();
    assert!((3..=MOST_ROWS).contains(&drawn), "{drawn} rows");
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.screenshot("my-visits-large-letters").await?;
    scrolls_until(&phone, "第100次").await?;
    phone.scroll_to_position(9_999_999).await?;
    phone.sees("没有更多了").await?;
    phone.close().await
}

#[tokio::test]
async fn back_and_forward_return_to_the_same_place() -> Result {
    let (_site, phone) = after(20).await?;
    phone.sees("没有更多了").await?;
    let last = phone.names(Link).await?.pop().expect("a row");
    phone.scroll_to(Link, &last).await?;
    let left_at = phone.scrolled().await?;
    assert!(left_at > 100, "the list is long enough to scroll: {left_at}");
    phone.tap(Link, &last).await?;
    phone.sees("访客信息").await?;
    phone.is_scrolled_to(0).await?;
    let address = phone.address().await?;
    phone.go_back().await?;
    phone.is_at("/visits?tab=history").await?;
    phone.sees("没有更多了").await?;
    phone.is_scrolled_to(left_at).await?;
    phone.go_forward().await?;
    phone.is_at(&address).await?;
    phone.sees("访客信息").await?;
    phone.close().await
}
