//! The visits that an employee receives, and one of them in detail.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Heading, Role::Link, Role::Listitem};
use e2e::site::{Fault, Site};
use standin::seed::order_id;
use standin::status::Transition;

const WECOM: &str = "channel=wecom&token=token-oHostWang&projectId=122228959455556";
const OFFICIAL_ACCOUNT: &str = "openId=oHostWang&token=token-oHostWang&projectId=122228959455556";
const MINI_PROGRAM: &str = "channel=miniapp&token=token-oHostWang&projectId=122228959455556";

/// A visit of 曹俊杰, today.
const TODAY: usize = 307;
/// A visit with two companions, to be decided.
const PARTY: usize = 500;

const CANCEL: &str = "wecom/bevisitor/order/cancel";
const DETAIL: &str = "wecom/bevisitor/order/detail";

async fn at(path: &str, handset: Handset) -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(handset).await?;
    phone.open(path).await?;
    Ok((site, phone))
}

fn by_batch(number: usize) -> String {
    format!("/host/visits/batch/B{}", order_id(number))
}

#[tokio::test]
async fn who_is_expected_leads_to_the_visit_and_back_to_the_same_place() -> Result {
    let (_site, phone) = at(&format!("/host/receptions?{WECOM}"), Handset::wecom()).await?;
    phone.sees("上海华测检测有限公司 · 设备维修").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-receptions").await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.is_at(&by_batch(TODAY)).await?;
    assert_eq!(phone.title().await?, "来访详情");
    for words in ["访客可以按时到访。", "访客提交了预约", "沪C55T09", "园区北门"] {
        phone.sees(words).await?;
    }
    assert_eq!(phone.execute("return document.querySelector('a[href^=\"tel:\"]').href").await?, "tel:13900000038");
    phone.animations_are_over().await?;
    phone.screenshot("host-visit").await?;
    phone.tap(Button, "返回").await?;
    phone.is_at("/host/receptions").await?;
    phone.sees("曹俊杰").await?;
    phone.close().await
}

#[tokio::test]
async fn the_past_is_searched_by_visitor() -> Result {
    let (site, phone) = at(&format!("/host/receptions?{WECOM}"), Handset::wecom()).await?;
    phone.tap(Link, "历史").await?;
    phone.is_at("/host/receptions/past").await?;
    phone.sees("董洁").await?;
    phone.type_into("按访客姓名搜索", "袁").await?;
    phone.sees("共 1 条来访").await?;
    phone.has_count(Listitem, 1).await?;
    phone.sees("袁博文").await?;
    let asked = site.requests("wecom/bevisitor/order/reception/log/history");
    assert_eq!(asked.last().expect("a search")["body"]["visitorName"], "袁");
    phone.type_into("按访客姓名搜索", "欧阳").await?;
    phone.sees("没有姓名包含这些字的访客。").await?;
    phone.close().await
}

#[tokio::test]
async fn a_party_is_told_with_its_companions_and_their_states() -> Result {
    let (_site, phone) = at(&format!("{}?channel=wecom&token=token-oHostWang", by_batch(PARTY)), Handset::wecom()).await?;
    phone.sees("待您审批").await?;
    for words in ["何佳怡", "罗宇航", "唐思琪", "已确认"] {
        phone.sees(words).await?;
    }
    phone.close().await
}

#[tokio::test]
async fn a_visit_is_cancelled_after_asking_which() -> Result {
    let (site, phone) = at(&format!("{}?{WECOM}", by_batch(TODAY)), Handset::wecom().small()).await?;
    phone.tap(Button, "取消来访").await?;
    phone.finds(Dialog, "确定取消这次来访吗？").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-cancel-320x568").await?;
    phone.tap(Button, "不取消").await?;
    phone.sees("预约成功").await?;
    assert_eq!(site.count(CANCEL), 0);
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    phone.does_not_find(Button, "取消来访").await?;
    phone.finds(Link, "再次邀请").await?;
    let [cancelled] = site.requests(CANCEL).try_into().expect("one cancellation");
    assert_eq!(cancelled["body"]["visitorBatch"], format!("B{}", order_id(TODAY)));
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_moved_on_meanwhile_says_so_and_shows_how_it_stands() -> Result {
    let (site, phone) = at(&format!("{}?{WECOM}", by_batch(TODAY)), Handset::wecom()).await?;
    phone.tap(Button, "取消来访").await?;
    site.apply_transition(&order_id(TODAY), Transition::Arrive)?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("没有取消，来访仍然有效：").await?;
    phone.sees("访客已到，请接待。").await?;
    phone.does_not_find(Button, "取消来访").await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-cancel-conflict").await?;

    phone.open(&format!("{}?{WECOM}", by_batch(309))).await?;
    phone.tap(Button, "取消来访").await?;
    site.inject_fault(Fault::ResponseLost, CANCEL, 1);
    phone.tap(Button, "确定取消").await?;
    phone.sees("没有收到取消的结果").await?;
    phone.sees("您取消了这次来访。").await?;
    phone.close().await
}

#[tokio::test]
async fn a_cancellation_that_is_refused_stays_on_the_page_unless_it_was_cancelled_meanwhile() -> Result {
    let (site, phone) = at(&format!("{}?{WECOM}", by_batch(TODAY)), Handset::wecom()).await?;
    site.inject_fault(Fault::Refused("系统维护中"), CANCEL, 1);
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("没有取消，来访仍然有效：系统维护中").await?;
    tokio::time::sleep(std::time::Duration::from_millis(3_000)).await;
    phone.sees("没有取消，来访仍然有效：系统维护中").await?;
    phone.tap(Button, "取消来访").await?;
    site.apply_transition(&order_id(TODAY), Transition::CancelByHost)?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    phone.does_not_see("仍然有效").await?;
    phone.close().await
}

#[tokio::test]
async fn an_open_dialog_survives_an_update_in_the_background() -> Result {
    let (site, phone) = at(&format!("{}?{WECOM}", by_batch(TODAY)), Handset::wecom()).await?;
    phone.tap(Button, "取消来访").await?;
    phone.finds(Dialog, "确定取消这次来访吗？").await?;
    phone.execute("document.querySelector('[role=dialog]').isTheSame = true").await?;
    let is_late = async || {
        site.set_status(&order_id(TODAY), standin::status::Status::Late);
        Ok(())
    };
    phone.is_hidden_for(40, is_late).await?;
    phone.sees("已过预约时间，访客还没有到。").await?;
    let has_focus = "const sheet = document.querySelector('[role=dialog]'); return sheet.isTheSame && sheet === document.activeElement";
    assert_eq!(phone.execute(has_focus).await?, true);
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    phone.close().await
}

#[tokio::test]
async fn a_computer_shows_list_and_visit_side_by_side() -> Result {
    let (_site, phone) = at(&format!("/host/receptions?{WECOM}"), Handset::wecom().on_a_computer()).await?;
    phone.sees("点一条来访，在这里查看详情").await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.sees("访客可以按时到访。").await?;
    phone.sees("韩雪").await?;
    phone.is_at(&format!("/host/receptions?visit=batch/B{}", order_id(TODAY))).await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-receptions-1200x800").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    phone.does_not_find(Link, "曹俊杰").await?;
    phone.close().await
}

#[tokio::test]
async fn a_computer_shows_one_visit_after_another() -> Result {
    let (site, phone) = at(&format!("/host/receptions?{WECOM}"), Handset::wecom().on_a_computer()).await?;
    phone.tap_containing(Link, "韩雪").await?;
    phone.sees("访客已到，请接待。").await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.sees("访客可以按时到访。").await?;
    phone.sees("园区北门").await?;
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    assert_eq!(site.count(CANCEL), 1);
    phone.tap(Link, "审批").await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    phone.tap(Button, "同意").await?;
    phone.finds(Dialog, "同意来访").await?;
    phone.tap(Button, "同意").await?;
    phone.does_not_find(Dialog, "同意来访").await?;
    // The next visit waits as well; what was decided on is a step back.
    phone.sees("访客在等您的决定。").await?;
    phone.go_back().await?;
    phone.sees("访客可以按时到访。").await?;
    phone.close().await
}

#[tokio::test]
async fn the_official_account_receives_by_its_own_calls() -> Result {
    let (site, phone) = at(&format!("/host/receptions?{OFFICIAL_ACCOUNT}"), Handset::wechat()).await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.is_at(&format!("/host/visits/{}", order_id(TODAY))).await?;
    phone.sees("访客可以按时到访。").await?;
    phone.tap(Button, "取消来访").await?;
    phone.tap(Button, "确定取消").await?;
    phone.sees("您取消了这次来访。").await?;
    assert_eq!((site.count("beVisitor/record/detail"), site.count("beVisitor/order/cancel")), (2, 1));
    phone.tap(Link, "接待").await?;
    phone.tap(Link, "历史").await?;
    phone.sees("您已取消").await?;
    phone.close().await
}

#[tokio::test]
async fn the_mini_program_receives_by_its_own_calls() -> Result {
    let (site, phone) = at(&format!("/host/receptions?{MINI_PROGRAM}"), Handset::wechat()).await?;
    phone.tap_containing(Link, "曹俊杰").await?;
    phone.is_at(&by_batch(TODAY)).await?;
    phone.sees("访客可以按时到访。").await?;
    assert_eq!((site.count("miniapp/bevisitor/order/reception/log/doing"), site.count("miniapp/bevisitor/order/detail")), (1, 1));
    phone.close().await
}

#[tokio::test]
async fn somebody_else_s_visit_is_refused_in_the_site_s_words_and_an_empty_record_is_not_there() -> Result {
    let (site, phone) = at(&format!("{}?channel=wecom&token=token-oHostZhao", by_batch(TODAY)), Handset::wecom()).await?;
    phone.sees("您不是该预约的被访人，无法审批").await?;
    phone.does_not_find(Heading, "没有找到这条来访").await?;
    site.inject_fault(Fault::Data(serde_json::json!({})), DETAIL, 1);
    phone.tap(Button, "重试").await?;
    phone.finds(Heading, "没有找到这条来访").await?;
    phone.tap(Link, "接待").await?;
    phone.is_at("/host/receptions").await?;
    phone.close().await
}

#[tokio::test]
async fn a_computer_decides_beside_the_list() -> Result {
    let (site, phone) = at(&format!("/host/approvals?{WECOM}"), Handset::wecom().on_a_computer()).await?;
    phone.tap_containing(Link, "陆子涵").await?;
    phone.sees("访客在等您的决定。").await?;
    let address = format!("/host/approvals?visit={}", order_id(300));
    phone.is_at(&address).await?;
    phone.animations_are_over().await?;
    phone.screenshot("host-approvals-1200x800").await?;
    phone.tap(Button, "同意").await?;
    phone.finds(Dialog, "同意来访").await?;
    phone.tap(Button, "同意").await?;
    // The next visit opens; back leads to the one that was decided on.
    phone.waits_for(&format!("return location.href.indexOf('{address}') < 0"), &true.into()).await?;
    phone.go_back().await?;
    phone.is_at(&address).await?;
    phone.sees("访客可以按时到访。").await?;
    assert_eq!(site.count("beVisitor/approval/order"), 1);
    phone.close().await
}
