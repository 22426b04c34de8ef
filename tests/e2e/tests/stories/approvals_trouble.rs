//! Bad luck and bad input while an employee decides.

use super::approvals::{APPROVALS, at_the_approvals, stands, status_of};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Checkbox, Role::Listitem};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;

#[tokio::test]
async fn who_may_not_decide_is_told_and_the_booking_waits_on() -> Result {
    let (site, phone) = at_the_approvals().await?;
    site.inject_fault(Fault::Status(403), call::APPROVE, 1);
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("您没有权限进行此操作").await?;
    phone.does_not_find(Button, "重试失败的").await?;
    phone.screenshot("approval-forbidden").await?;
    assert_eq!(status_of(&site, 300), Some(0));
    phone.close().await
}

#[tokio::test]
async fn an_expired_token_is_renewed_in_place_and_nothing_is_lost() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Checkbox, "选择 方文静").await?;
    site.inject_fault(Fault::Status(401), call::APPROVE, 1);
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("登录已失效").await?;
    phone.screenshot("approval-signed-out").await?;
    phone.tap(Button, "重新登录").await?;
    stands(&site, 300, 1).await;
    assert_eq!(site.count(call::MESSAGE_IN_WECOM), 1);
    phone.sees("已选 1 条").await?;
    phone.close().await
}

#[tokio::test]
async fn who_signs_in_by_the_message_comes_back_to_the_list_with_the_selection() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Checkbox, "选择 方文静").await?;
    phone.sees("已选 1 条").await?;
    site.inject_lasting_fault(Fault::Status(401), call::RECORDS);
    phone.reload().await?;
    phone.sees("登录已失效").await?;
    site.clear_faults();
    phone.open(&format!("/m/{}", order_id(301))).await?;
    phone.is_at("/host/approvals").await?;
    phone.sees("已选 1 条").await?;
    phone.has_value("选择 方文静", "true").await?;
    phone.close().await
}

#[tokio::test]
async fn a_lost_answer_is_looked_up_and_not_sent_again() -> Result {
    let (site, phone) = at_the_approvals().await?;
    site.inject_fault(Fault::ResponseLost, call::APPROVE, 1);
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("已同意 1 位").await?;
    phone.sees("预约成功").await?;
    assert_eq!((site.count(call::APPROVE), site.count(call::RECORD)), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn a_lost_decision_can_be_tried_again() -> Result {
    let (site, phone) = at_the_approvals().await?;
    site.inject_fault(Fault::RequestLost, call::APPROVE, 1);
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("网络不通").await?;
    phone.tap(Button, "重试失败的").await?;
    stands(&site, 300, 1).await;
    phone.close().await
}

fn records(rows: &[(&str, &str, &str)]) -> Fault {
    let rows: Vec<_> = rows
        .iter()
        .map(
            |(order, status, name)| json!({ "orderId": order, "visitorBatch": format!("B{order}"), "status": status, "visitorName": name }),
        )
        .collect();
    Fault::Data(json!({ "total": rows.len(), "list": rows }))
}

#[tokio::test]
async fn a_status_that_nobody_knows_is_shown_and_allows_nothing() -> Result {
    let site = Site::open().await?;
    site.inject_lasting_fault(records(&[("1", "复核中", "林知夏"), ("2", "待审批", "周明")]), call::RECORDS);
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 周明").await?;
    phone.sees("复核中").await?;
    phone.does_not_find(Button, "同意 林知夏").await?;
    phone.does_not_find(Checkbox, "选择 林知夏").await?;
    phone.finds(Checkbox, "全选 1 条").await?;
    phone.close().await
}

#[tokio::test]
async fn a_list_that_tells_a_row_twice_shows_it_once() -> Result {
    let site = Site::open().await?;
    site.inject_lasting_fault(records(&[("1", "0", "林知夏"), ("2", "0", "周明"), ("1", "0", "林知夏")]), call::RECORDS);
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 周明").await?;
    phone.has_count(Listitem, 2).await?;
    // The list says three; asked for all, it tells no more than two.
    phone.tap(Checkbox, "全选 3 条").await?;
    phone.sees("已选 2 条").await?;
    phone.close().await
}

#[tokio::test]
async fn a_late_answer_does_not_replace_the_list_that_was_asked_for_after_it() -> Result {
    let (site, phone) = at_the_approvals().await?;
    site.inject_fault(Fault::Delay { millis: 1_500 }, call::RECORDS, 1);
    phone.type_into("按访客姓名搜索", "方").await?;
    let before = site.count(call::RECORDS);
    while site.count(call::RECORDS) == before {
        tokio::time::sleep(e2e::phone::POLL_INTERVAL).await;
    }
    phone.type_into("按访客姓名搜索", "马腾飞").await?;
    phone.finds(Button, "同意 马腾飞").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1_800)).await;
    phone.does_not_find(Button, "同意 方文静").await?;
    phone.finds(Button, "同意 马腾飞").await?;
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_reads_what_its_list_does_not_tell_before_it_decides() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/host/approvals?channel=miniapp&token=token-oHostWang&projectId=122228959455556").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    phone.does_not_find(Button, "已处理").await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.sees("允许进入的区域").await?;
    phone.tap(Button, "同意").await?;
    stands(&site, 300, 1).await;
    phone.close().await
}
