//! An invitation's whole way through both programs: sent by an employee, accepted, approved, and shown at the gate.

use super::inviting::{ACCOUNT, MINI_PROGRAM, WECOM, fill_in, open_the_form};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link};
use e2e::site::{Site, call};

const GUEST: &str = "林知夏";
const GUEST_PHONE: &str = "13912345678";
const KNOWN_IN_ACCOUNT: &str = "openId=oStoryVisitor&token=token-oStoryVisitor&projectId=demo";
const KNOWN_IN_MINI_PROGRAM: &str = "channel=miniapp&token=token-oVisitorDeng&projectId=demo";

/// A site where employees approve whom they invited.
async fn careful_site() -> Result<Site> {
    let site = Site::open().await?;
    site.update_settings(|settings| settings.invitation_approval = true);
    Ok(site)
}

/// The employee sends the guest an invitation; answers its order.
async fn invites(employee: &Phone, site: &Site, launch: &str) -> Result<String> {
    open_the_form(employee, launch).await?;
    fill_in(employee, site).await?;
    employee.tap(Button, "发出邀请").await?;
    employee.sees("邀请已发出").await?;
    let [invitation] = site.bookings().try_into().expect("one invitation");
    Ok(invitation["orderId"].as_str().unwrap_or_default().to_owned())
}

/// The link that came with the first SMS; another tells of the approval.
fn link_in_the_sms(site: &Site) -> String {
    site.messages_to(GUEST_PHONE).first().cloned().unwrap_or_default()
}

async fn accepts(visitor: &Phone) -> Result {
    visitor.tap(Button, "接受邀约").await?;
    visitor.tap(Button, "确认接受").await?;
    visitor.sees("已接受，等待审批").await
}

/// The employee goes on to the approvals and lets the guest in.
async fn approves(employee: &Phone, launch: &str, guest: &str) -> Result {
    employee.open(&format!("/host/approvals{launch}")).await?;
    employee.tap(Button, &format!("同意 {guest}")).await?;
    employee.tap(Button, "同意").await?;
    employee.sees("已同意 1 位").await
}

async fn shows_the_code_at_the_gate(visitor: &Phone, site: &Site, order: &str) -> Result {
    visitor.scroll_to(Img, "通行二维码").await?;
    visitor.has_qr_code(site.pass_code(order).as_bytes()).await
}

#[tokio::test]
async fn invited_in_wecom_by_sms_in_any_browser() -> Result {
    let site = careful_site().await?;
    let (employee, visitor) = site.start_two_phones([Handset::wecom(), Handset::plain_browser()]).await?;
    let order = invites(&employee, &site, WECOM).await?;
    visitor.open(&link_in_the_sms(&site)).await?;
    accepts(&visitor).await?;
    visitor.does_not_find(Link, "查看通行证").await?;
    approves(&employee, WECOM, GUEST).await?;
    visitor.open(&link_in_the_sms(&site)).await?;
    visitor.sees("您已接受邀约").await?;
    visitor.tap(Link, "查看通行证").await?;
    shows_the_code_at_the_gate(&visitor, &site, &order).await?;
    employee.close().await?;
    visitor.close().await
}

#[tokio::test]
async fn invited_in_the_official_account_it_is_among_my_visits() -> Result {
    let site = careful_site().await?;
    let (employee, visitor) = site.start_two_phones([Handset::wechat(), Handset::wechat()]).await?;
    let order = invites(&employee, &site, ACCOUNT).await?;
    visitor.open(&format!("/i/{order}?s=mp_notice&{KNOWN_IN_ACCOUNT}")).await?;
    accepts(&visitor).await?;
    approves(&employee, ACCOUNT, GUEST).await?;
    visitor.open(&format!("/visits?{KNOWN_IN_ACCOUNT}")).await?;
    visitor.tap_containing(Link, "王建国").await?;
    visitor.is_at(&format!("/visits/{order}")).await?;
    visitor.tap(Link, "出示通行证").await?;
    shows_the_code_at_the_gate(&visitor, &site, &order).await?;
    employee.close().await?;
    visitor.close().await
}

#[tokio::test]
async fn invited_in_the_mini_program_by_the_link_that_was_shared() -> Result {
    let site = careful_site().await?;
    let (employee, visitor) = site.start_two_phones([Handset::wechat(), Handset::wechat()]).await?;
    let order = invites(&employee, &site, MINI_PROGRAM).await?;
    let shared = format!("/i/B{order}?s=ma_share&{KNOWN_IN_MINI_PROGRAM}");
    visitor.open(&shared).await?;
    accepts(&visitor).await?;
    // Whose account accepts comes, whomever the link was meant for.
    approves(&employee, MINI_PROGRAM, "邓浩").await?;
    visitor.open(&shared).await?;
    visitor.sees("您已接受邀约").await?;
    visitor.tap(Link, "查看通行证").await?;
    shows_the_code_at_the_gate(&visitor, &site, &order).await?;
    employee.close().await?;
    visitor.close().await
}

#[tokio::test]
async fn withdrawn_in_the_list_while_the_visitor_fills_in_the_form() -> Result {
    let site = Site::open().await?;
    let (employee, visitor) = site.start_two_phones([Handset::wecom(), Handset::plain_browser()]).await?;
    invites(&employee, &site, WECOM).await?;
    visitor.open(&link_in_the_sms(&site)).await?;
    visitor.tap(Button, "接受邀约").await?;
    visitor.type_into("来访单位", "远山科技").await?;
    employee.open(&format!("/host/invitations{WECOM}")).await?;
    employee.tap_containing(Button, GUEST).await?;
    employee.tap(Button, "撤回邀请").await?;
    employee.tap(Button, "确定撤回").await?;
    employee.sees("邀请已撤回").await?;
    visitor.tap(Button, "确认接受").await?;
    visitor.sees("接待人已撤回邀约").await?;
    visitor.sees("在您填写的时候，邀约发生了变化").await?;
    visitor.finds(Link, "自己预约来访").await?;
    assert_eq!(site.count(call::ACCEPT), 1, "asked once, refused, and not again");
    employee.close().await?;
    visitor.close().await
}

#[tokio::test]
async fn the_code_on_the_share_sheet_is_the_link() -> Result {
    let site = Site::open().await?;
    let employee = site.start_phone(Handset::wecom()).await?;
    let order = invites(&employee, &site, WECOM).await?;
    employee.scroll_to(Img, "邀请链接的二维码").await?;
    employee.animations_are_over().await?;
    employee.has_qr_code(format!("{}/i/{order}?s=mp_share&channel=wecom&projectId=demo", site.origin()).as_bytes()).await?;
    employee.close().await
}
