//! Coming back to a page that was out of sight, as WeChat and iOS keep them.

use super::visitor::{at_the_form, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Fault, Site, call};
use standin::seed::order_id;

/// Long enough to be stale.
const LONG: u32 = 40;

/// A visit that waits for approval, on a screen that it does not fit. The page is marked, to tell it from a fresh one.
async fn at_a_waiting_visit() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat().small()).await?;
    phone.open(&format!("/visits/{}?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", order_id(0))).await?;
    phone.sees("待审批").await?;
    phone.execute("window.isTheSamePage = true; window.scrollTo(0, 1000)").await?;
    Ok((site, phone))
}

async fn is_where_it_was(phone: &Phone, scrolled: u64) -> Result {
    assert!(scrolled > 50, "the page is long enough to scroll: {scrolled}");
    phone.is_scrolled_to(scrolled).await?;
    assert_eq!(phone.execute("return window.isTheSamePage").await?, true);
    Ok(())
}

#[tokio::test]
async fn what_was_decided_meanwhile_shows_when_the_visitor_comes_back() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    let scrolled = phone.scrolled().await?;
    phone.is_hidden_for(LONG, async || site.approve(&order_id(0))).await?;
    phone.sees("预约成功").await?;
    is_where_it_was(&phone, scrolled).await?;
    phone.close().await
}

#[tokio::test]
async fn a_question_that_is_open_stays_open_while_the_visit_behind_it_changes() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    phone.tap(Button, "取消预约").await?;
    phone.execute("document.querySelector('[role=dialog]').isTheSame = true").await?;
    phone.is_hidden_for(LONG, async || site.approve(&order_id(0))).await?;
    phone.sees("预约成功").await?;
    assert_eq!(phone.execute("return document.querySelector('[role=dialog]').isTheSame").await?, true);
    phone.tap(Button, "保留预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_page_that_was_kept_whole_is_brought_up_to_date() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    let scrolled = phone.scrolled().await?;
    site.approve(&order_id(0))?;
    phone.is_restored_from_bfcache().await?;
    phone.sees("预约成功").await?;
    is_where_it_was(&phone, scrolled).await?;
    phone.close().await
}

#[tokio::test]
async fn a_glance_elsewhere_asks_for_nothing() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    phone.is_hidden_for(5, async || Ok(())).await?;
    phone.is_hidden_for(LONG, async || site.approve(&order_id(0))).await?;
    phone.sees("预约成功").await?;
    assert_eq!(site.count(call::DETAIL), 2);
    phone.close().await
}

#[tokio::test]
async fn an_update_that_fails_takes_nothing_away() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    site.inject_fault(Fault::Refused("系统维护中"), call::DETAIL, 1);
    phone.is_hidden_for(LONG, async || site.approve(&order_id(0))).await?;
    phone.is_hidden_for(LONG, async || Ok(())).await?;
    phone.sees("预约成功").await?;
    assert_eq!(phone.execute("return window.isTheSamePage").await?, true);
    phone.close().await
}

#[tokio::test]
async fn a_page_that_was_left_is_not_asked_for_any_more() -> Result {
    let (site, phone) = at_a_waiting_visit().await?;
    phone.execute("window.history.pushState(null, '', '/nowhere'); window.dispatchEvent(new PopStateEvent('popstate'))").await?;
    phone.sees("没有找到这个页面").await?;
    phone.is_hidden_for(LONG, async || Ok(())).await?;
    phone.go_back().await?;
    phone.sees("待审批").await?;
    assert_eq!(site.count(call::DETAIL), 2);
    phone.close().await
}

#[tokio::test]
async fn a_form_keeps_everything() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    let asked = site.count(call::QUESTIONS);
    phone.is_hidden_for(LONG, async || Ok(())).await?;
    phone.is_restored_from_bfcache().await?;
    nothing_is_lost(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.count(call::QUESTIONS), asked);
    phone.close().await
}
