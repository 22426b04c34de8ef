//! Each entry of the tab's history has a scroll position of its own, whatever its address.

use super::my_visits_long::{FREQUENT, after, first_in_sight, scrolls_until};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link, Role::Listitem};
use e2e::site::{Fault, Site, call};
use standin::status::Status;

/// Where a list is: its first row in sight, and the position of the page.
type Place = ((String, i64), u64);

async fn place(phone: &Phone) -> Result<Place> {
    Ok((first_in_sight(phone).await?, phone.scrolled().await?))
}

/// Scrolls to a row and opens it; gives where the list was left.
async fn opens_at(phone: &Phone, position: u64) -> Result<Place> {
    phone.scroll_to_position(position).await?;
    phone.execute_async("var done = arguments[0]; requestAnimationFrame(function () { requestAnimationFrame(done); });").await?;
    let (row, _) = first_in_sight(phone).await?;
    let left_at = place(phone).await?;
    phone.tap_containing(Listitem, &row).await?;
    phone.sees("访客信息").await?;
    phone.is_scrolled_to(0).await?;
    Ok(left_at)
}

async fn is_back_at(phone: &Phone, left_at: &Place) -> Result {
    phone.is_at("/visits?tab=history").await?;
    phone.is_scrolled_to(left_at.1).await?;
    assert_eq!(first_in_sight(phone).await?, left_at.0);
    Ok(())
}

#[tokio::test]
async fn a_list_that_is_twice_in_the_history_has_two_places() -> Result {
    let (_site, phone) = after(60).await?;
    scrolls_until(&phone, "第40次").await?;
    let first = opens_at(&phone, 2_000).await?;
    phone.tap(Link, "我的预约").await?;
    phone.tap(Link, "历史记录").await?;
    phone.is_at("/visits?tab=history").await?;
    phone.finds(Link, "王建国").await?;
    phone.is_scrolled_to(0).await?;
    let second = opens_at(&phone, 700).await?;
    assert_ne!(first.1, second.1);

    phone.go_back().await?;
    is_back_at(&phone, &second).await?;
    // The tab beside it, and the visit.
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.go_back().await?;
    phone.sees("访客信息").await?;
    phone.go_back().await?;
    is_back_at(&phone, &first).await?;

    // Forward again, and several at once: entries of one address are told apart.
    phone.execute("history.go(3)").await?;
    is_back_at(&phone, &second).await?;
    phone.execute("history.go(-3)").await?;
    is_back_at(&phone, &first).await?;
    phone.close().await
}

#[tokio::test]
async fn a_link_that_is_opened_twice_in_a_tab_has_two_places() -> Result {
    let (_site, phone) = after(60).await?;
    scrolls_until(&phone, "第45次").await?;
    let first = place(&phone).await?;
    // Elsewhere, and the same link once more.
    phone.open("/not-found").await?;
    phone.sees("没有找到这个页面").await?;
    phone.open(&format!("{FREQUENT}&tab=history")).await?;
    phone.finds(Link, "王建国").await?;
    assert_eq!(phone.scrolled().await?, 0, "what is opened anew begins at its top");
    let second = opens_at(&phone, 600).await?;
    phone.go_back().await?;
    is_back_at(&phone, &second).await?;
    phone.go_back().await?;
    phone.sees("没有找到这个页面").await?;
    phone.go_back().await?;
    is_back_at(&phone, &first).await?;
    phone.close().await
}

#[tokio::test]
async fn a_reload_deep_in_a_list_waits_until_the_list_stands() -> Result {
    let (site, phone) = after(80).await?;
    scrolls_until(&phone, "第50次").await?;
    let left_at = place(&phone).await?;
    // Longer than a skeleton takes to show, and than a second.
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::LIST, 2);
    phone.reload().await?;
    is_back_at(&phone, &left_at).await?;
    phone.close().await
}

#[tokio::test]
async fn who_scrolls_meanwhile_is_not_pulled_back() -> Result {
    let (site, phone) = after(80).await?;
    scrolls_until(&phone, "第50次").await?;
    site.inject_fault(Fault::Delay { millis: 2_000 }, call::LIST, 4);
    phone.reload().await?;
    phone.finds(Link, "王建国").await?;
    phone.scroll_to_position(150).await?;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    phone.is_scrolled_to(150).await?;
    phone.close().await
}

/// As browsers do it: a link to the very address that is shown makes no entry of its own.
#[tokio::test]
async fn a_link_to_the_screen_that_is_shown_leaves_no_second_entry() -> Result {
    let site = Site::open_without_promises().await?;
    site.add_visits("oFrequent", Status::SignedOut, 30);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(FREQUENT).await?;
    phone.tap(Link, "历史记录").await?;
    phone.finds(Link, "王建国").await?;
    phone.scroll_to_position(500).await?;
    phone.execute("document.querySelector('a[href*=\"tab=history\"]').click()").await?;
    phone.is_scrolled_to(0).await?;
    phone.go_back().await?;
    phone.is_at("/visits").await?;
    phone.close().await
}

#[tokio::test]
async fn the_list_of_invitations_is_the_one_that_was_left() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/host/invitations{}", super::inviting::WECOM)).await?;
    phone.choose_radio("邀请的状态", "已撤回").await?;
    phone.tap_containing(Button, "贾晓雨").await?;
    phone.tap(Link, "再次邀请").await?;
    phone.finds(Button, "发出邀请").await?;
    phone.go_back().await?;
    phone.sees("贾晓雨").await?;
    phone.has_value("邀请的状态", "已撤回").await?;
    phone.close().await
}
