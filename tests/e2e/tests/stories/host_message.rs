//! A message to an employee in WeCom: it opens the visit, and from there everything else can be reached.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::Site;
use standin::seed::order_id;

const APPROVE: &str = "beVisitor/approval/order";

/// A visit that waits for 王建国.
const WAITING: usize = 300;

async fn from_a_message(phone: &Phone) -> Result {
    phone.open(&format!("/m/{}?type=person&personId=P1001&projectId=122228959455556", order_id(WAITING))).await?;
    phone.sees("访客在等您的决定。").await?;
    phone.sees("陆子涵").await
}

#[tokio::test]
async fn a_message_opens_the_visit_and_the_way_out_closes_the_webview() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    assert_eq!((site.count("wecom/visitor/visitor/msg/login"), &*phone.title().await?), (1, "来访详情"));
    phone.finds(Button, "关闭").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-message").await?;
    phone.does_not_find(Button, "返回").await?;
    phone.tap(Button, "关闭").await?;
    site.wait_for_js_sdk_call("closeWindow").await?;
    phone.close().await
}

#[tokio::test]
async fn the_way_on_from_a_message_leads_back_and_never_dead_ends() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.tap(Link, "接待").await?;
    phone.is_at("/host/receptions").await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.sees("访客可以按时到访。").await?;
    phone.reload().await?;
    phone.tap(Button, "返回").await?;
    phone.is_at("/host/receptions").await?;
    phone.tap(Button, "返回").await?;
    phone.is_at(&format!("/host/visits/{}", order_id(WAITING))).await?;
    phone.finds(Button, "关闭").await?;
    phone.close().await
}

#[tokio::test]
async fn without_a_bridge_there_is_still_a_way_to_the_list() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.does_not_find(Button, "关闭").await?;
    phone.tap(Link, "接待").await?;
    phone.sees("曹俊杰").await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_is_approved_where_the_message_led() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.tap(Button, "同意").await?;
    phone.finds(Dialog, "同意来访").await?;
    phone.sees("园区北门").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("撤销").await?;
    phone.does_not_find(Button, "退回").await?;
    assert_eq!(site.count(APPROVE), 0, "it can still be undone");
    phone.tap_containing(Button, "撤销").await?;
    phone.tap(Button, "同意").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("访客可以按时到访。").await?;
    let [approval] = site.requests(APPROVE).try_into().expect("one approval");
    assert_eq!(approval["body"]["orderId"], order_id(WAITING));
    phone.close().await
}

#[tokio::test]
async fn a_visit_is_returned_with_a_reason_unless_somebody_was_faster() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    from_a_message(&phone).await?;
    phone.tap(Button, "退回").await?;
    phone.type_into("退回原因", "请补充车牌").await?;
    phone.tap(Button, "退回").await?;
    phone.sees("已退回，等访客修改后再次提交。").await?;
    phone.sees("请补充车牌").await?;

    phone.open(&format!("/host/visits/{}", order_id(301))).await?;
    phone.tap(Button, "退回").await?;
    phone.type_into("退回原因", "请改期").await?;
    phone.tap(Button, "退回").await?;
    site.cancel(&order_id(301))?;
    phone.sees("访客取消了这次来访。").await?;
    phone.close().await
}
