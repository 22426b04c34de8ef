//! A message to an employee in WeCom: it opens the visit, and from there everything else can be reached.

use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::Site;
use e2e::trouble::Outcome;
use standin::seed::order_id;

/// WeCom's bridge, as far as closing goes.
const BRIDGE: &str = "window.wx = { closeWindow: function () { window.hasClosed = true } };";

/// A visit that waits for 王建国.
const WAITING: usize = 300;

async fn from_a_message(phone: &Phone) -> Outcome {
    phone.open(&format!("/m/{}?type=person&personId=P1001&projectId=122228959455556", order_id(WAITING))).await?;
    phone.sees("访客在等您的决定。").await?;
    phone.sees("陆子涵").await
}

#[tokio::test]
async fn a_message_opens_the_visit_and_the_way_out_closes_the_webview() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wecom()).await?;
    phone.brings(BRIDGE).await?;
    from_a_message(&phone).await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    assert_eq!((site.count("wecom/visitor/visitor/msg/login"), &*phone.title().await?), (1, "来访详情"));
    phone.is_at_rest().await?;
    phone.screenshot("host-message").await?;
    phone.does_not_find(Button, "返回").await?;
    phone.tap(Button, "关闭").await?;
    assert_eq!(phone.does("return window.hasClosed").await?, true);
    phone.put_away().await
}

#[tokio::test]
async fn the_way_on_from_a_message_leads_back_and_never_dead_ends() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wecom()).await?;
    phone.brings(BRIDGE).await?;
    from_a_message(&phone).await?;
    phone.tap(Link, "接待").await?;
    phone.is_at("/host/receptions").await?;
    phone.tap_where_it_is(Link, "曹俊杰").await?;
    phone.sees("访客可以按时到访。").await?;
    phone.reload().await?;
    phone.tap(Button, "返回").await?;
    phone.is_at("/host/receptions").await?;
    phone.tap(Button, "返回").await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    phone.finds(Button, "关闭").await?;
    phone.put_away().await
}

#[tokio::test]
async fn without_a_bridge_there_is_still_a_way_to_the_list() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.does_not_find(Button, "关闭").await?;
    phone.tap(Link, "接待").await?;
    phone.sees("曹俊杰").await?;
    phone.put_away().await
}
