//! An employee decides on what waits, in WeCom: approves, returns, takes it back.

use e2e::error::Result;
use e2e::phone::{Handset, POLL_INTERVAL, Phone, Role::Button, Role::Checkbox, Role::Listitem, Role::Textbox};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use standin::status::{Status, Transition};

pub const APPROVALS: &str = "/host/approvals?token=token-oHostWang&projectId=122228959455556";

/// A WeCom phone on the list of approvals.
pub async fn at_the_approvals() -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = at_the_approvals_of(&site).await?;
    Ok((site, phone))
}

pub async fn at_the_approvals_of(site: &Site) -> Result<Phone> {
    let phone = site.start_phone(Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "同意 陆子涵").await?;
    Ok(phone)
}

/// How a visit stands, by the backend's number.
pub fn status_of(site: &Site, order: usize) -> Option<u8> {
    site.status(&order_id(order)).map(Status::number)
}

/// Waits until a visit stands so; decisions are on their way for a while.
pub async fn stands(site: &Site, order: usize, status: u8) {
    for _ in 0..250 {
        if status_of(site, order) == Some(status) {
            return;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
    assert_eq!(status_of(site, order), Some(status), "order {order}");
}

#[tokio::test]
async fn a_card_tells_what_it_takes_to_decide() -> Result {
    let (_site, phone) = at_the_approvals().await?;
    let rows = phone.names(Listitem).await?;
    let row = rows.iter().find(|row| row.contains("陆子涵")).cloned().unwrap_or_default();
    for words in ["上海华测检测有限公司", "设备维修", "申请区域："] {
        assert!(row.contains(words), "{words} in {row}");
    }
    assert_eq!(phone.title().await?, "审批");
    phone.screenshot("approvals").await?;
    phone.close().await
}

#[tokio::test]
async fn a_card_tells_why_it_was_returned_before() -> Result {
    let site = Site::open().await?;
    let changed = json!({"orderId": order_id(300), "status": 0, "visitorName": "陆子涵", "processRemark": "请补充照片"});
    site.inject_lasting_fault(Fault::Data(json!({"list": [changed], "total": 1})), "beVisitor/record/page");
    let phone = at_the_approvals_of(&site).await?;
    phone.sees("曾退回：请补充照片").await?;
    phone.close().await
}

#[tokio::test]
async fn an_approval_goes_to_the_areas_that_were_asked_for_after_its_moment() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.sees("允许进入的区域").await?;
    phone.screenshot("approve-sheet").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意").await?;
    phone.screenshot("approval-held").await?;
    assert_eq!(site.count(call::APPROVE), 0, "it can still be undone");
    phone.sees("已同意 1 位").await?;
    phone.sees("预约成功").await?;
    phone.sees("共 5 条待审批").await?;
    stands(&site, 300, 1).await;
    let [sent] = site.requests(call::APPROVE).try_into().unwrap_or_default();
    assert_eq!((&sent["body"]["orderId"], &sent["body"]["beVisitorOpenId"]), (&json!(order_id(300)), &json!("")));
    assert!(sent["body"]["visitorPrivilegeGroupIds"].is_string(), "{sent}");
    phone.close().await
}

#[tokio::test]
async fn a_return_needs_a_reason_and_the_next_one_is_a_tap_away() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "退回 陆子涵").await?;
    phone.tap(Button, "退回").await?;
    phone.has_problem("退回原因", "请填写退回原因").await?;
    phone.type_into("退回原因", "请补充车牌号").await?;
    phone.tap(Button, "退回").await?;
    stands(&site, 300, 4).await;
    phone.sees("已退回 1 位").await?;
    phone.tap(Button, "退回 方文静").await?;
    phone.sees("最近用过").await?;
    phone.tap(Button, "请补充车牌号").await?;
    phone.screenshot("return-sheet").await?;
    phone.tap(Button, "退回").await?;
    stands(&site, 301, 4).await;
    let reasons: Vec<String> = site.requests(call::RETURN).iter().map(|call| call["body"]["remark"].to_string()).collect();
    assert_eq!(reasons, [r#""请补充车牌号""#, r#""请补充车牌号""#]);
    phone.close().await
}

#[tokio::test]
async fn what_is_undone_within_its_moment_is_never_sent() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.tap(Button, "撤销").await?;
    phone.finds(Button, "同意 陆子涵").await?;
    // The next one is decided and sent; the one before would have been by then.
    phone.tap(Button, "同意 方文静").await?;
    phone.tap(Button, "同意").await?;
    stands(&site, 301, 1).await;
    assert_eq!((site.count(call::APPROVE), status_of(&site, 300)), (1, Some(0)));
    phone.close().await
}

/// Remembers the newest undo button and the animation that counts its moment down.
const REMEMBER_UNDO: &str = "
    var done = arguments[arguments.length - 1];
    var note = Array.from(document.querySelectorAll('.note[data-state=held]')).pop();
    var time = note.querySelector('.note__time').getAnimations()[0];
    // An animation that is not drawn yet has not begun.
    time.ready.then(function () {
        window.undo = { button: note.querySelector('button'), time: time, started: time.startTime };
        done(null);
    });";

/// Whether they are still in the document, and the animation was not started again.
const UNDO_IS_THE_SAME: &str = "
    var note = window.undo.button.closest('.note[data-state=held]');
    var time = note && note.querySelector('.note__time').getAnimations()[0];
    return {
        button: document.contains(note) && note.querySelector('button') === window.undo.button,
        animation: !!time && time === window.undo.time && time.startTime === window.undo.started && time.playState === 'running'
    };";

#[tokio::test]
async fn an_undo_button_stays_while_other_decisions_come_and_go() -> Result {
    let (site, phone) = at_the_approvals().await?;
    let same = json!({"button": true, "animation": true});
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("同意陆子涵").await?;
    phone.execute_async(REMEMBER_UNDO).await?;
    phone.tap(Button, "同意 方文静").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("同意方文静").await?;
    assert_eq!(phone.execute(UNDO_IS_THE_SAME).await?, same, "another decision came");
    phone.execute_async(REMEMBER_UNDO).await?;
    phone.tap(Button, "撤销").await?;
    phone.does_not_see("同意陆子涵").await?;
    assert_eq!(phone.execute(UNDO_IS_THE_SAME).await?, same, "the other decision was undone");
    phone.tap(Button, "同意 马腾飞").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("同意马腾飞").await?;
    phone.execute_async(REMEMBER_UNDO).await?;
    phone.execute("window.undo.button.focus()").await?;
    phone.sees("已同意 1 位").await?;
    assert_eq!(phone.execute(UNDO_IS_THE_SAME).await?, same, "the other decision was settled");
    assert_eq!(phone.execute("return document.activeElement === window.undo.button").await?, true);
    stands(&site, 301, 1).await;
    stands(&site, 302, 1).await;
    assert_eq!((site.count(call::APPROVE), status_of(&site, 300)), (2, Some(0)));
    phone.close().await
}

#[tokio::test]
async fn hiding_the_page_sends_at_once_and_once() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone
        .execute(
            "window.sent = [];
            var fetch = window.fetch;
            window.fetch = function (request) {
                if (/approval/.test(request.url)) window.sent.push(request.keepalive);
                return fetch.apply(this, arguments);
            };",
        )
        .await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意").await?;
    phone
        .is_hidden_for(1, async || {
            phone.execute("window.dispatchEvent(new Event('pagehide'))").await?;
            stands(&site, 300, 1).await;
            Ok(())
        })
        .await?;
    phone.sees("预约成功").await?;
    // Its moment runs out meanwhile; the next one is sent after that.
    phone.tap(Button, "同意 方文静").await?;
    phone.tap(Button, "同意").await?;
    stands(&site, 301, 1).await;
    assert_eq!(site.count(call::APPROVE), 2);
    assert_eq!(phone.execute("return window.sent").await?, json!([true, false]));
    phone.close().await
}

#[tokio::test]
async fn closing_the_page_within_the_moment_still_decides() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意").await?;
    phone.open_in_new_tab("/nowhere").await?;
    stands(&site, 300, 1).await;
    assert_eq!(site.count(call::APPROVE), 1);
    phone.close().await
}

#[tokio::test]
async fn leaving_for_another_screen_sends_at_once_and_says_what_came() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("即将同意").await?;
    phone.tap(e2e::phone::Role::Link, "接待").await?;
    phone.sees("已同意 1 位").await?;
    stands(&site, 300, 1).await;
    assert_eq!(site.count(call::APPROVE), 1);
    phone.close().await
}

#[tokio::test]
async fn overdue_and_decided_bookings_have_their_lists_and_allow_nothing() -> Result {
    let (_site, phone) = at_the_approvals().await?;
    phone.tap(Button, "已逾期").await?;
    phone.sees("郭志强").await?;
    phone.does_not_find(Button, "同意 郭志强").await?;
    phone.tap(Button, "已处理").await?;
    phone.finds(Button, "来访最晚在前").await?;
    phone.sees("曹俊杰").await?;
    phone.does_not_find(Checkbox, "选择 曹俊杰").await?;
    // The decision, and its time.
    phone.sees("已同意 · ").await?;
    phone.screenshot("approvals-decided").await?;
    phone.close().await
}

#[tokio::test]
async fn a_list_is_narrowed_to_a_name_and_to_a_day_and_turned_round() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.finds(Textbox, "按访客姓名搜索").await?;
    phone.type_into("按访客姓名搜索", "方文").await?;
    phone.sees("共 1 条待审批").await?;
    phone.sees("方文静").await?;
    phone.type_into("按访客姓名搜索", " ").await?;
    phone.sees("陆子涵").await?;
    phone.tap(Button, "来访最早在前").await?;
    phone.finds(Button, "来访最晚在前").await?;
    phone.tap(Button, "按日期").await?;
    let names = async || Ok::<_, e2e::error::Error>(phone.names(Button).await?);
    let mut marked = Vec::new();
    for _ in 0..250 {
        marked = names().await?.into_iter().filter(|name| name.contains("有来访")).collect();
        if !marked.is_empty() {
            break;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
    phone.screenshot("approvals-calendar").await?;
    let day = marked.first().cloned().unwrap_or_default();
    phone.tap(Button, &day).await?;
    phone.finds(Button, "全部日期").await?;
    phone.finds(Button, day.split('，').next().unwrap_or_default()).await?;
    phone.sees("条待审批").await?;
    assert!(site.count(call::DAYS) > 0);
    let asked = site.requests(call::RECORDS);
    let last = asked.last().cloned().unwrap_or_default();
    assert!(last["body"]["sort"] == "desc" && last["body"]["earlyStartTimeISO"].is_string(), "{last}");
    phone.close().await
}

#[tokio::test]
async fn somebody_else_decided_otherwise_first_and_the_row_says_so() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "退回 陆子涵").await?;
    phone.type_into("退回原因", "请改期").await?;
    site.approve(&order_id(300))?;
    phone.tap(Button, "退回").await?;
    phone.sees("已被同意").await?;
    phone.sees("预约成功").await?;
    phone.does_not_find(Button, "同意 陆子涵").await?;
    phone.screenshot("approval-conflict").await?;
    site.apply_transition(&order_id(301), Transition::Reject)?;
    phone.tap(Button, "知道了").await?;
    phone.tap(Button, "同意 方文静").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("已被退回").await?;
    phone.close().await
}

/// By another tab, or by the browser, which sends a request again whose answer it lost.
#[tokio::test]
async fn an_approval_that_arrives_twice_is_ones_own() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    site.approve(&order_id(300))?;
    phone.tap(Button, "同意").await?;
    phone.sees("已同意 1 位").await?;
    phone.does_not_see("已被同意").await?;
    phone.sees("预约成功").await?;
    assert_eq!(site.count(call::APPROVE), 1);
    phone.close().await
}

#[tokio::test]
async fn a_withdrawn_and_an_overdue_booking_say_so() -> Result {
    let (site, phone) = at_the_approvals().await?;
    site.cancel(&order_id(300))?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("访客已取消").await?;
    phone.tap(Button, "知道了").await?;
    site.set_status(&order_id(301), Status::ApprovalOverdue);
    phone.tap(Button, "同意 方文静").await?;
    phone.tap(Button, "同意").await?;
    phone.sees("审批已逾期").await?;
    phone.close().await
}

#[tokio::test]
async fn it_speaks_english_and_keeps_to_small_and_dark_screens() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom().small().dark().with_language("en-US")).await?;
    phone.open(APPROVALS).await?;
    phone.tap(Button, "Return 陆子涵").await?;
    phone.sees("Reason").await?;
    phone.screenshot("return-sheet-small-dark").await?;
    phone.type_into("Reason", "Please add the licence plate").await?;
    phone.tap(Button, "Return").await?;
    phone.sees("Returning 陆子涵").await?;
    phone.screenshot("approvals-small-dark").await?;
    assert!(phone.overflow().await?.is_empty());
    phone.sees("1 returned").await?;
    phone.close().await
}
