//! Every page with text of twice the size, on a common and on the smallest screen: nothing scrolls sideways, and
//! nothing that can be tapped lies under something else.

use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::Site;
use standin::seed::order_id;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
const WECOM: &str = "?channel=wecom&openId=oHostWang&token=token-oHostWang&projectId=demo";
const HOST: &str = "?channel=wecom&openId=oHostWang&token=token-oHostWang&projectId=122228959455556";
const MINI_PROGRAM: &str = "?channel=miniapp&token=token-oVisitorTang&projectId=122228959455556";

#[tokio::test]
async fn every_page_can_be_used_with_large_text() -> Result {
    every_page_can_be_used(Handset::wechat(), 200).await
}

#[tokio::test]
async fn every_page_can_be_used_on_a_small_screen() -> Result {
    every_page_can_be_used(Handset::wechat().small(), 100).await
}

#[tokio::test]
async fn every_page_can_be_used_on_a_small_screen_with_large_text() -> Result {
    every_page_can_be_used(Handset::wechat().small(), 200).await
}

async fn every_page_can_be_used(handset: Handset, percent: u32) -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(handset).await?;
    let visit = |number: usize, what: &str| format!("/visits/{}{what}{WELL_KNOWN}", order_id(number));
    let pages = [
        (LINK.to_owned(), "预约前请阅读"),
        (format!("/visits{WELL_KNOWN}"), "陈思远"),
        (visit(0, ""), "等待接待人审批"),
        (visit(4, "/edit"), "提交修改"),
        (visit(2, "/pass"), "已迟到"),
        (visit(1, "/pass"), "未到时间"),
        (visit(8, "/pass"), "已入园"),
        (visit(99_999, ""), "预约单不存在"),
        (format!("/nowhere{WELL_KNOWN}"), "没有找到这个页面"),
        (format!("/visits?tab=history&{}", WELL_KNOWN.trim_start_matches('?')), "共 19 条预约"),
        (visit(6, "/again"), "预约前请阅读"),
        (format!("/m/{}{WELL_KNOWN}", order_id(99_999)), "暂时不能打开这条消息"),
        (format!("/i/{}{WELL_KNOWN}", order_id(400)), "邀请您来访"),
        (format!("/i/{}{WELL_KNOWN}", order_id(402)), "邀约已被接受"),
        (format!("/i/{}{WELL_KNOWN}", order_id(405)), "接待人已撤回邀约"),
        (format!("/host/invitations{WECOM}"), "杜一鸣"),
        (format!("/host/invitations/new{WECOM}"), "发出邀请"),
        (format!("/{MINI_PROGRAM}"), "拜访单位"),
        (format!("/companions/B{}{MINI_PROGRAM}", order_id(501)), "确认同行"),
        (super::approvals::APPROVALS.to_owned(), "陆子涵"),
    ];
    every_one_can_be_used(&phone, &pages, percent).await?;
    phone.open(&visit(1, "")).await?;
    phone.set_text_size(percent).await?;
    phone.tap(Button, "取消预约").await?;
    phone.finds(Button, "确定取消").await?;
    can_be_used(&phone, "the question before cancelling", percent).await?;
    phone.open(&format!("/i/{}?channel=wecom", order_id(400))).await?;
    phone.set_text_size(percent).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.finds(Button, "确认接受").await?;
    can_be_used(&phone, "the form of an invitation", percent).await?;
    phone.close().await
}

#[tokio::test]
async fn every_page_of_the_employee_s_can_be_used() -> Result {
    let site = Site::open_with_access_control().await?;
    for (handset, percent) in [(Handset::wecom(), 200), (Handset::wecom().small(), 100), (Handset::wecom().small(), 200)] {
        let phone = site.start_phone(handset).await?;
        let pages = [
            (format!("/host{HOST}"), "接下来"),
            (format!("/host/receptions{HOST}"), "曹俊杰"),
            (format!("/host/receptions/past{HOST}"), "董洁"),
            (format!("/host/visits/batch/B{}{HOST}", order_id(307)), "访客可以按时到访。"),
            (format!("/host/visits/batch/B{}{HOST}", order_id(500)), "访客在等您的决定。"),
            (format!("/host/calendar{HOST}"), "韩雪"),
            (format!("/host/access{HOST}"), "登记全部"),
            (format!("/host/access/members{HOST}"), "已显示 50 人"),
        ];
        every_one_can_be_used(&phone, &pages, percent).await?;
        phone.open(&format!("/host/visits/batch/B{}{HOST}", order_id(309))).await?;
        phone.set_text_size(percent).await?;
        phone.tap(Button, "登记到门禁").await?;
        phone.sees("访客编号").await?;
        can_be_used(&phone, "the doors on a visit's page", percent).await?;
        phone.tap(Button, "更正姓名或手机号").await?;
        phone.finds(Button, "移除并重新登记").await?;
        can_be_used(&phone, "the correction at the doors", percent).await?;
        phone.tap(Button, "关闭").await?;
        phone.tap(Button, "从门禁移除").await?;
        phone.tap(Button, "确定移除").await?;
        phone.sees("已移除").await?;
        phone.close().await?;
    }
    Ok(())
}

async fn every_one_can_be_used(phone: &Phone, pages: &[(String, &str)], percent: u32) -> Result {
    for (address, words) in pages {
        phone.open(address).await?;
        phone.sees(words).await?;
        phone.set_text_size(percent).await?;
        can_be_used(phone, address, percent).await?;
    }
    Ok(())
}

async fn can_be_used(phone: &Phone, page: &str, percent: u32) -> Result {
    phone.animations_are_over().await?;
    let (wide, covered) = (phone.overflow().await?, phone.covered().await?);
    assert!(wide.is_empty(), "{page} at {percent} %: {wide:#?}");
    assert!(covered.is_empty(), "{page} at {percent} %: {covered:#?}");
    Ok(())
}
