//! The content security policy: every page of a release bundle comes with it (in these stories as in the demo), and nothing that
//! people do breaks against it.

use super::approvals::APPROVALS;
use super::visitor::{LINK, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Img};
use e2e::site::{INVITED, Site};
use serde_json::{Value, json};
use standin::seed::order_id;

/// From the next page on, notes what the policy forbids.
const WATCH: &str = "
    window.forbidden = [];
    document.addEventListener('securitypolicyviolation', function (event) {
        forbidden.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber);
    });";

async fn watched_phone(site: &Site, handset: Handset) -> Result<Phone> {
    let phone = site.start_phone(handset).await?;
    phone.add_init_script(WATCH).await?;
    Ok(phone)
}

async fn nothing_was_forbidden(phone: &Phone) -> Result {
    assert_eq!(phone.execute("return window.forbidden").await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn booking_runs_under_it() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = watched_phone(&site, Handset::wechat()).await?;
    phone.open(LINK).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    nothing_was_forbidden(&phone).await?;
    // It is there at all, and it does forbid.
    let script = "var script = document.createElement('script'); script.text = 'window.ran = true'; document.head.appendChild(script);
        return [!!window.ran, window.forbidden.length]";
    assert_eq!(phone.execute(script).await?, json!([false, 0]));
    phone.waits_for("return window.forbidden.length", &json!(1)).await?;
    phone.close().await
}

#[tokio::test]
async fn the_pass_and_the_invitation_run_under_it() -> Result {
    let site = Site::open().await?;
    let phone = watched_phone(&site, Handset::wechat()).await?;
    phone.open(&format!("/visits/{}/pass?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", order_id(2))).await?;
    phone.scroll_to(Img, "通行二维码").await?;
    phone.has_qr_code(site.pass_code(&order_id(2)).as_bytes()).await?;
    nothing_was_forbidden(&phone).await?;
    phone.open(&format!("/i/{}?s=sms", order_id(INVITED))).await?;
    phone.finds(Button, "接受邀约").await?;
    nothing_was_forbidden(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn the_long_list_and_its_dialogs_run_under_it() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(100);
    let phone = watched_phone(&site, Handset::wecom()).await?;
    phone.open(APPROVALS).await?;
    phone.finds(Button, "刷新").await?;
    phone.scroll_to_position(2_000).await?;
    phone.scroll_to_position(0).await?;
    assert_ne!(phone.execute("return document.querySelector('[role=list]') && document.body.scrollHeight").await?, Value::Null);
    phone.open(&format!("/host/visits/{}?token=token-oHostWang&projectId=122228959455556", order_id(1))).await?;
    phone.tap(Button, "取消来访").await?;
    phone.finds(Dialog, "确定取消这次来访吗？").await?;
    nothing_was_forbidden(&phone).await?;
    phone.close().await
}
