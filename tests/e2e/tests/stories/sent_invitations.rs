//! The invitations that an employee sent: how they stand, and what may be done with them.

use super::inviting::{ACCOUNT, MINI_PROGRAM, WECOM};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::{guests, order_id};
use standin::status::Transition;

async fn at_the_list(site: &Site, launch: &str) -> Result<Phone> {
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/host/invitations{launch}")).await?;
    phone.sees("份邀请").await?;
    Ok(phone)
}

#[tokio::test]
async fn invitations_are_listed_by_how_they_stand() -> Result {
    for launch in [WECOM, ACCOUNT] {
        let site = Site::open().await?;
        let phone = at_the_list(&site, launch).await?;
        phone.sees("杜一鸣").await?;
        phone.animations_are_over().await?;
        phone.screenshot("invitations-390x844").await?;
        for (state, visitor) in [("已接受", "程立"), ("已过期", "魏征远"), ("已撤回", "贾晓雨"), ("待接受", "杜一鸣")]
        {
            phone.choose_radio("邀请的状态", state).await?;
            phone.sees(visitor).await?;
        }
        phone.does_not_see("贾晓雨").await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_invitation_is_withdrawn_after_a_question() -> Result {
    for (launch, call, named) in [
        (WECOM, "wecom/bevisitor/invitation/cancel", json!({ "orderId": order_id(400) })),
        (ACCOUNT, "beVisitor/invitation/cancel", json!({ "openId": "oHostWang", "orderId": order_id(400) })),
    ] {
        let site = Site::open().await?;
        let phone = at_the_list(&site, launch).await?;
        phone.tap_containing(Button, "杜一鸣").await?;
        phone.sees("清华大学精密仪器系").await?;
        phone.tap(Button, "撤回邀请").await?;
        phone.sees("确定撤回这份邀请吗").await?;
        phone.animations_are_over().await?;
        phone.screenshot("invitation-withdraw-390x844").await?;
        phone.tap_repeatedly(Button, "确定撤回").await?;
        phone.sees("邀请已撤回").await?;
        phone.does_not_see("杜一鸣").await?;
        let bodies: Vec<_> = site.requests(call).into_iter().map(|request| request["body"].clone()).collect();
        assert_eq!(bodies, [named]);
        phone.choose_radio("邀请的状态", "已撤回").await?;
        phone.sees("杜一鸣").await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_invitation_accepted_meanwhile_says_so_and_takes_its_new_state() -> Result {
    let site = Site::open().await?;
    let phone = at_the_list(&site, WECOM).await?;
    phone.tap_containing(Button, "杜一鸣").await?;
    phone.tap(Button, "撤回邀请").await?;
    site.accept(&order_id(400))?;
    phone.tap(Button, "确定撤回").await?;
    phone.sees("不能撤回了").await?;
    phone.does_not_find(Button, "撤回邀请").await?;
    phone.screenshot("invitation-too-late-390x844").await?;
    phone.tap(Button, "关闭").await?;
    let rows = phone.names(Button).await?;
    assert!(rows.iter().any(|row| row.contains("杜一鸣") && row.contains("已接受")), "{rows:?}");
    phone.close().await
}

#[tokio::test]
async fn a_withdrawal_that_is_refused_or_lost_says_so_and_stays() -> Result {
    const CANCEL: &str = "wecom/bevisitor/invitation/cancel";
    let site = Site::open().await?;
    let phone = at_the_list(&site, WECOM).await?;
    phone.tap_containing(Button, "杜一鸣").await?;
    for (fault, words) in [(Fault::Refused("系统维护中"), "系统维护中"), (Fault::RequestLost, "网络不通")] {
        site.inject_fault(fault, CANCEL, 1);
        phone.tap(Button, "撤回邀请").await?;
        phone.tap(Button, "确定撤回").await?;
        phone.sees(words).await?;
        phone.does_not_see("不能撤回了").await?;
        // Longer than a toast stays.
        tokio::time::sleep(std::time::Duration::from_millis(3_000)).await;
        phone.sees(words).await?;
    }
    // Not even its status came.
    site.inject_fault(Fault::Refused("系统维护中"), CANCEL, 1);
    site.inject_fault(Fault::Refused("预约单不存在"), call::RECORD, 1);
    phone.tap(Button, "撤回邀请").await?;
    phone.tap(Button, "确定撤回").await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("不能撤回了").await?;

    // It arrived, and its answer was lost.
    site.inject_fault(Fault::ResponseLost, CANCEL, 1);
    phone.tap(Button, "撤回邀请").await?;
    phone.tap(Button, "确定撤回").await?;
    phone.sees("邀请已撤回").await?;
    phone.does_not_see("杜一鸣").await?;
    phone.close().await
}

#[tokio::test]
async fn inviting_again_starts_with_what_was_written_before() -> Result {
    for (launch, state, visitor, phone_number) in [(WECOM, "已撤回", "贾晓雨", "13900000056"), (ACCOUNT, "已过期", "魏征远", "13900000055")]
    {
        let site = Site::open().await?;
        let phone = at_the_list(&site, launch).await?;
        phone.choose_radio("邀请的状态", state).await?;
        phone.tap_containing(Button, visitor).await?;
        phone.tap(Link, "再次邀请").await?;
        phone.has_value("访客姓名", visitor).await?;
        phone.has_value("访客手机号", phone_number).await?;
        phone.has_value("来访事由", "商务洽谈").await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn in_the_mini_program_a_shared_link_tells_who_accepted_and_is_stopped_and_reopened() -> Result {
    let site = Site::open().await?;
    let phone = at_the_list(&site, MINI_PROGRAM).await?;
    phone.sees("3 人已接受").await?;
    phone.animations_are_over().await?;
    phone.screenshot("shared-links-390x844").await?;
    phone.tap_containing(Button, "苏婉清").await?;
    for who in ["苏婉清", "姚远", "夏天宇", "同济大学机械学院"] {
        phone.sees(who).await?;
    }
    phone.does_not_find(Button, "撤回邀请").await?;
    phone.animations_are_over().await?;
    phone.screenshot("shared-link-390x844").await?;
    phone.tap(Button, "停用链接").await?;
    phone.sees("链接已停用").await?;
    phone.tap_containing(Button, "苏婉清").await?;
    phone.tap(Button, "重新启用链接").await?;
    phone.sees("链接已启用").await?;
    let batch = format!("B{}", order_id(guests::SHARED));
    let switched: Vec<_> = site.requests("order/share/update").into_iter().map(|request| request["body"].clone()).collect();
    assert_eq!(switched, ["0", "1"].map(|status| json!({ "shareStatus": status, "visitorBatch": batch })));
    phone.close().await
}

#[tokio::test]
async fn an_sms_is_resent_only_where_the_last_one_was_lost() -> Result {
    let site = Site::open().await?;
    let phone = at_the_list(&site, MINI_PROGRAM).await?;
    phone.tap_containing(Button, "苏婉清").await?;
    phone.finds(Button, "停用链接").await?;
    phone.does_not_find(Button, "重发短信").await?;
    phone.tap(Button, "关闭").await?;
    phone.tap_containing(Button, "短信没有发出").await?;
    phone.tap_repeatedly(Button, "重发短信").await?;
    phone.sees("短信正在重发").await?;
    phone.does_not_see("短信没有发出").await?;
    let resent: Vec<_> = site.requests("again/send/sms").into_iter().map(|request| request["body"]["visitorBatch"].clone()).collect();
    assert_eq!(resent, [json!(format!("B{}", order_id(guests::UNSENT)))]);
    phone.close().await
}

#[tokio::test]
async fn in_the_mini_program_a_link_that_nobody_accepted_is_withdrawn() -> Result {
    let site = Site::open().await?;
    let phone = at_the_list(&site, MINI_PROGRAM).await?;
    phone.tap_containing(Button, "短信没有发出").await?;
    phone.tap(Button, "撤回邀请").await?;
    phone.tap(Button, "确定撤回").await?;
    phone.sees("邀请已撤回").await?;
    phone.does_not_see("短信没有发出").await?;
    phone.choose_radio("邀请的状态", "已失效").await?;
    phone.sees("短信没有发出").await?;
    phone.close().await
}

#[tokio::test]
async fn the_bar_leads_between_the_employee_s_screens() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat().small()).await?;
    phone.open(&format!("/host/invitations{WECOM}")).await?;
    for way in ["今日", "审批", "接待", "邀约"] {
        phone.finds(Link, way).await?;
    }
    phone.animations_are_over().await?;
    phone.screenshot("invitations-320x568").await?;
    phone.tap(Link, "审批").await?;
    phone.is_at("/host/approvals").await?;
    site.apply_transition(&order_id(400), Transition::Withdraw)?;
    phone.go_back().await?;
    phone.sees("叶知秋").await?;
    phone.does_not_see("杜一鸣").await?;
    phone.close().await
}
