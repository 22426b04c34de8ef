//! The access-control panel on the page of an approved visit: registering, correcting and removing its visitor.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};
use standin::seed::order_id;

const WECOM: &str = "?channel=wecom&token=token-oHostWang&projectId=demo";

/// An approved visit of 潘晓燕, in two days.
const APPROVED: usize = 309;
/// Another one, of 姚远.
const ANOTHER: usize = 310;

fn page(number: usize) -> String {
    format!("/host/visits/batch/B{}{WECOM}", order_id(number))
}

async fn at_the_visit() -> Result<(Site, Phone)> {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(&page(APPROVED)).await?;
    phone.sees("未登记").await?;
    Ok((site, phone))
}

async fn at_the_registered_visit() -> Result<(Site, Phone)> {
    let (site, phone) = at_the_visit().await?;
    phone.tap(Button, "登记到门禁").await?;
    phone.sees("访客编号").await?;
    Ok((site, phone))
}

/// Every registration and removal, in their order: the method, and the name or the visitor id.
fn access_calls(site: &Site) -> Vec<(String, String)> {
    let access_call = |(method, path, body): (String, String, Value)| {
        let (_, id) = path.split_once(call::ACCESS_VISITORS)?;
        let name = body.pointer("/user/user_name").and_then(Value::as_str).unwrap_or_default();
        Some((method, if id.is_empty() { name.to_owned() } else { id.trim_start_matches('/').to_owned() }))
    };
    site.calls().into_iter().filter_map(access_call).collect()
}

fn access_call(method: &str, subject: &str) -> (String, String) {
    (method.to_owned(), subject.to_owned())
}

/// The visitor id on the page.
async fn visitor_id(phone: &Phone) -> Result<String> {
    let text = phone.text().await?;
    let (_, after) = text.split_once("访客编号").unwrap_or_default();
    Ok(after.trim_start().chars().take_while(char::is_ascii_digit).collect())
}

#[tokio::test]
async fn a_visitor_is_registered_from_the_page_of_the_visit() -> Result {
    let (site, phone) = at_the_visit().await?;
    site.inject_fault(Fault::Delay { millis: 1_000 }, call::ACCESS_VISITORS, 1);
    phone.tap(Button, "登记到门禁").await?;
    phone.sees("正在登记").await?;
    phone.does_not_find(Button, "登记到门禁").await?;
    phone.sees("已登记").await?;
    phone.sees("在其他设备上看不到").await?;
    assert!(!visitor_id(&phone).await?.is_empty());
    let [sent] = site.requests(call::ACCESS_VISITORS).try_into().unwrap_or_default();
    let user = &sent["body"]["user"];
    assert_eq!((&user["user_type"], &user["user_name"], &user["phone_num"]), (&json!(11), &json!("潘晓燕"), &json!("13900000040")));
    phone.reload().await?;
    phone.sees("已登记").await?;
    phone.close().await
}

#[tokio::test]
async fn a_phone_number_that_is_registered_already_is_no_error() -> Result {
    let (site, phone) = at_the_visit().await?;
    site.inject_fault(Fault::FeishuError(1_490_203), call::ACCESS_VISITORS, 1);
    phone.tap(Button, "登记到门禁").await?;
    phone.sees("已有登记").await?;
    phone.sees("不需要再登记").await?;
    phone.does_not_find(Button, "再次登记").await?;
    phone.does_not_find(Button, "登记到门禁").await?;
    phone.reload().await?;
    phone.sees("已有登记").await?;
    phone.does_not_find(Button, "登记到门禁").await?;
    assert_eq!(site.count(call::ACCESS_VISITORS), 1);
    phone.close().await
}

#[tokio::test]
async fn a_correction_removes_and_registers_and_says_so() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    let before = visitor_id(&phone).await?;
    site.inject_fault(Fault::Delay { millis: 1_000 }, call::ACCESS_VISITORS, 1);
    phone.tap(Button, "更正姓名或手机号").await?;
    phone.sees("会先移除，再重新登记").await?;
    phone.type_into("访客", "潘小燕").await?;
    phone.tap(Button, "移除并重新登记").await?;
    phone.sees("第二步：重新登记。").await?;
    phone.sees("已登记").await?;
    assert_eq!(access_calls(&site), [access_call("POST", "潘晓燕"), access_call("DELETE", &before), access_call("POST", "潘小燕")]);
    assert_ne!(visitor_id(&phone).await?, before);
    // A second correction starts from the last one.
    phone.tap(Button, "更正姓名或手机号").await?;
    phone.has_value("访客", "潘小燕").await?;
    phone.close().await
}

#[tokio::test]
async fn a_correction_that_failed_half_way_shows_the_state_and_offers_the_rest() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    site.inject_fault(Fault::FeishuError(1_490_001), call::ACCESS_VISITORS, 1);
    phone.tap(Button, "更正姓名或手机号").await?;
    phone.type_into("访客", "潘小燕").await?;
    phone.tap(Button, "移除并重新登记").await?;
    phone.sees("原来的登记已移除，新的还没有登记：访客现在无法通行。").await?;
    phone.screenshot("access-half").await?;
    phone.tap(Button, "再次登记").await?;
    phone.sees("访客编号").await?;
    let names: Vec<String> = access_calls(&site).into_iter().filter(|(method, _)| method == "POST").map(|(_, name)| name).collect();
    assert_eq!(names, ["潘晓燕", "潘小燕", "潘小燕"], "the missing half, with the new name");
    phone.close().await
}

#[tokio::test]
async fn a_refused_registration_can_be_corrected_without_a_removal() -> Result {
    let (site, phone) = at_the_visit().await?;
    site.inject_fault(Fault::FeishuError(1_490_001), call::ACCESS_VISITORS, 1);
    phone.tap(Button, "登记到门禁").await?;
    phone.sees("请检查姓名和手机号").await?;
    phone.tap(Button, "更正姓名或手机号").await?;
    phone.sees("门禁里现在没有这位访客").await?;
    phone.type_into("手机号", "13900000049").await?;
    phone.screenshot("access-correcting").await?;
    phone.tap(Button, "登记到门禁").await?;
    phone.sees("已登记").await?;
    assert_eq!(access_calls(&site), [access_call("POST", "潘晓燕"), access_call("POST", "潘晓燕")]);
    let sent = site.requests(call::ACCESS_VISITORS);
    assert_eq!(sent.last().map(|last| &last["body"]["user"]["phone_num"]), Some(&json!("13900000049")));
    phone.close().await
}

#[tokio::test]
async fn a_visitor_is_removed_and_may_be_registered_again() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    let id = visitor_id(&phone).await?;
    phone.tap(Button, "从门禁移除").await?;
    phone.tap(Button, "确定移除").await?;
    phone.sees("即将移除").await?;
    phone.sees("已移除").await?;
    phone.finds(Button, "登记到门禁").await?;
    assert_eq!(access_calls(&site), [access_call("POST", "潘晓燕"), access_call("DELETE", &id)]);
    phone.close().await
}

#[tokio::test]
async fn a_removal_asks_first_and_is_undone_within_its_moment() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    phone.tap(Button, "从门禁移除").await?;
    phone.sees("移除后，访客不能再通过门禁。").await?;
    phone.animations_are_over().await?;
    phone.screenshot("access-removal").await?;
    phone.tap(Button, "先不移除").await?;
    phone.tap(Button, "从门禁移除").await?;
    phone.tap(Button, "确定移除").await?;
    phone.sees("即将移除").await?;
    phone.screenshot("access-removal-held").await?;
    phone.tap(Button, "撤销").await?;
    phone.finds(Button, "从门禁移除").await?;
    // The timer of what was undone goes off meanwhile.
    tokio::time::sleep(std::time::Duration::from_millis(4_500)).await;
    phone.sees("已登记").await?;
    assert_eq!(access_calls(&site), [access_call("POST", "潘晓燕")]);
    phone.close().await
}

#[tokio::test]
async fn a_removal_that_is_held_is_sent_when_the_page_is_hidden() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    phone.tap(Button, "从门禁移除").await?;
    phone.tap(Button, "确定移除").await?;
    phone.sees("即将移除").await?;
    phone.is_hidden_for(1, async || Ok(())).await?;
    phone.sees("已移除").await?;
    assert_eq!(access_calls(&site).len(), 2);
    phone.close().await
}

#[tokio::test]
async fn after_a_cancellation_the_page_advises_to_remove() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    phone.does_not_see("请从门禁移除").await?;
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("来访已结束或取消，但门禁仍认识访客：请从门禁移除。").await?;
    phone.does_not_find(Button, "更正姓名或手机号").await?;
    phone.tap(Button, "从门禁移除").await?;
    phone.tap(Button, "确定移除").await?;
    phone.sees("即将移除").await?;
    phone.sees("已移除").await?;
    phone.does_not_find(Button, "登记到门禁").await?;
    assert_eq!(access_calls(&site).len(), 2);
    phone.close().await
}

#[tokio::test]
async fn a_visitor_on_site_is_not_advised_to_be_removed() -> Result {
    let (site, phone) = at_the_registered_visit().await?;
    site.set_status(&order_id(APPROVED), standin::status::Status::Arrived);
    phone.reload().await?;
    phone.sees("已到达").await?;
    phone.sees("已登记").await?;
    phone.does_not_see("请从门禁移除").await?;
    phone.close().await
}

#[tokio::test]
async fn access_control_is_linked_only_where_the_feature_is_on() -> Result {
    for is_on in [true, false] {
        let site = if is_on { Site::open_with_access_control().await? } else { Site::open().await? };
        let phone = site.start_phone(Handset::wecom()).await?;
        phone.open(&page(ANOTHER)).await?;
        phone.sees("访客可以按时到访。").await?;
        match is_on {
            true => phone.finds(Button, "登记到门禁").await?,
            false => phone.does_not_find(Button, "登记到门禁").await?,
        }
        phone.open(&format!("/host{WECOM}")).await?;
        phone.sees("接下来").await?;
        match is_on {
            true => phone.finds(Link, "门禁管理").await?,
            false => phone.does_not_find(Link, "门禁管理").await?,
        }
        phone.close().await?;
    }
    Ok(())
}
