//! Links in messages: who opens one is signed in and sees the visit, or hears why not.

use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Link, Storage};
use e2e::site::{Fault, Site, call};
use standin::seed::order_id;

/// WeCom's ends in the same words.
const SIGN_IN: &str = "visitor/visitor/msg/login";
const SIGN_IN_WITH_WECOM: &str = "wecom/visitor/visitor/msg/login";

/// A returned booking of the visitor of the seed.
fn from_an_sms() -> (String, String) {
    let order = order_id(4);
    (format!("/m/{order}?type=visitor&s=sms"), format!("/visits/{order}"))
}

#[tokio::test]
async fn a_visitor_from_an_sms_sees_the_visit_and_all_others() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let (link, visit) = from_an_sms();
    phone.open(&link).await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    phone.is_at(&visit).await?;
    assert_eq!(site.requests(SIGN_IN)[0]["body"]["type"], "visitor");

    let token = site.requests(call::DETAIL)[0]["token"].as_str().expect("a session").to_owned();
    phone.reload().await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    assert_eq!((site.count(SIGN_IN), site.requests(call::DETAIL)[1]["token"].as_str()), (1, Some(&*token)));
    let lasting = format!("{:?}", phone.storage(Storage::Local).await?);
    assert!(!lasting.contains(&token), "{lasting}");

    phone.tap(Link, "我的预约").await?;
    phone.sees("邀约中").await?;
    phone.go_back().await?;
    phone.is_at(&visit).await?;
    phone.close().await
}

#[tokio::test]
async fn a_link_works_twice_and_back_never_returns_to_it() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let (link, visit) = from_an_sms();
    phone.open("/").await?;
    phone.finds(Button, "提交预约").await?;
    for _ in 0..2 {
        phone.open(&link).await?;
        phone.sees("请补充携带设备的照片后重新提交").await?;
        phone.is_at(&visit).await?;
    }
    let tokens: Vec<_> = site.requests(call::DETAIL).into_iter().map(|request| request["token"].clone()).collect();
    assert_eq!(tokens.len(), 2);
    assert_ne!(tokens[0], tokens[1]);
    phone.go_back().await?;
    phone.is_at(&visit).await?;
    phone.go_back().await?;
    phone.is_at("/").await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!(site.count(SIGN_IN), 2);
    phone.close().await
}

#[tokio::test]
async fn who_is_not_let_in_reads_why_and_finds_a_way_on() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser().small()).await?;
    for (link, reason, start) in [
        ("/m/garbage%20%2F?type=visitor&s=sms".to_owned(), "预约单不存在或链接已失效", "返回预约首页"),
        (format!("/m/{}?type=person&personId=P9&s=mp_notice", order_id(0)), "您不是该预约的被访人", "回到今日"),
    ] {
        phone.open(&link).await?;
        phone.sees(reason).await?;
        phone.is_at(&link.replace("type=visitor&", "").replace("type=person&personId=P9&", "")).await?;
        phone.finds(Link, start).await?;
    }
    phone.animations_are_over().await?;
    phone.screenshot("message-closed-320x568").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.tap(Link, "回到今日").await?;
    phone.is_at("/host").await?;
    phone.open("/host/nowhere").await?;
    phone.tap(Link, "回到今日").await?;
    phone.is_at("/host").await?;
    phone.close().await
}

#[tokio::test]
async fn a_refusal_does_not_close_a_message() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let (link, visit) = from_an_sms();
    site.inject_fault(Fault::Refused("系统维护中"), SIGN_IN, 1);
    phone.open(&link).await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("暂时不能打开这条消息").await?;
    phone.tap(Button, "重试").await?;
    phone.is_at(&visit).await?;
    phone.close().await
}

#[tokio::test]
async fn a_sign_in_that_is_lost_can_be_tried_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let (link, visit) = from_an_sms();
    site.inject_lasting_fault(Fault::RequestLost, SIGN_IN);
    phone.open(&link).await?;
    phone.sees("网络不通").await?;
    phone.reload().await?;
    phone.sees("网络不通").await?;
    site.clear_faults();
    phone.tap(Button, "重试").await?;
    phone.is_at(&visit).await?;
    phone.sees("已退回").await?;
    phone.close().await
}

#[tokio::test]
async fn an_employee_is_signed_in_and_sees_the_visit() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat().small().dark()).await?;
    let order = order_id(0);
    phone.open(&format!("/m/{order}?type=person&personId=P1001&s=mp_notice")).await?;
    phone.sees("访客在等您的决定。").await?;
    phone.is_at(&format!("/host/visits/{order}")).await?;
    phone.animations_are_over().await?;
    phone.screenshot("message-host-320x568-dark").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    assert_eq!(site.requests(SIGN_IN)[0]["body"]["personId"], "P1001");
    assert_eq!(site.count(SIGN_IN_WITH_WECOM), 0);
    phone.close().await
}

#[tokio::test]
async fn in_the_mini_program_a_link_leads_straight_to_the_visit() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/m/{}?channel=miniapp&token=token-oVisitorDemo&projectId=122228959455556", order_id(4))).await?;
    phone.sees("请补充携带设备的照片后重新提交").await?;
    assert_eq!(site.count(SIGN_IN), 0);
    phone.close().await
}
