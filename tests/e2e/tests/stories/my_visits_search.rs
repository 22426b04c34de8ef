//! Searching the history by host.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Link, Role::Listitem};
use e2e::site::{Fault, Site, call};

const SEARCH: &str = "按接待人姓名搜索";

async fn at_the_history() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/visits?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556&tab=history").await?;
    phone.sees("共 19 条预约").await?;
    Ok((site, phone))
}

#[tokio::test]
async fn typing_finds_the_visits_to_a_host_and_asks_once() -> Result {
    let (site, phone) = at_the_history().await?;
    phone.type_into(SEARCH, "李敏").await?;
    phone.sees("共 4 条预约").await?;
    phone.has_count(Listitem, 4).await?;
    phone.does_not_find(Link, "王建国").await?;
    assert_eq!(site.count(call::LIST), 2, "one call for both characters");
    phone.has_focus(SEARCH).await?;
    phone.screenshot("my-visits-search").await?;
    phone.close().await
}

#[tokio::test]
async fn what_nobody_is_called_is_said_so() -> Result {
    let (_site, phone) = at_the_history().await?;
    phone.type_into(SEARCH, "欧阳").await?;
    phone.sees("没有接待人姓名包含这些字的预约。").await?;
    phone.type_into(SEARCH, "王").await?;
    phone.finds(Link, "王建国").await?;
    phone.close().await
}

#[tokio::test]
async fn an_answer_that_comes_late_is_dropped() -> Result {
    let (site, phone) = at_the_history().await?;
    site.inject_fault(Fault::Delay { millis: 2_500 }, call::LIST, 1);
    phone.type_into(SEARCH, "李").await?;
    while site.count(call::LIST) < 2 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    phone.type_into(SEARCH, "陈").await?;
    phone.finds(Link, "陈思远").await?;
    tokio::time::sleep(std::time::Duration::from_millis(3_000)).await;
    phone.does_not_find(Link, "李敏").await?;
    phone.finds(Link, "陈思远").await?;
    phone.close().await
}

#[tokio::test]
async fn the_search_is_still_there_after_a_look_at_a_visit() -> Result {
    let (_site, phone) = at_the_history().await?;
    phone.type_into(SEARCH, "李敏").await?;
    phone.sees("共 4 条预约").await?;
    phone.tap(Link, "李敏").await?;
    phone.sees("访客信息").await?;
    phone.go_back().await?;
    phone.has_value(SEARCH, "李敏").await?;
    phone.sees("共 4 条预约").await?;
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_searches_its_own_list() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/visits?channel=miniapp&token=token-oVisitorHe&projectId=122228959455556&tab=history").await?;
    phone.sees("共 2 条预约").await?;
    phone.type_into(SEARCH, "李").await?;
    phone.sees("共 1 条预约").await?;
    assert_eq!(site.requests(call::HISTORY_IN_MINI_PROGRAM)[1]["body"]["beVisitorPersonName"], "李");
    phone.close().await
}
