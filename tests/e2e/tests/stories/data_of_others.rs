//! Nobody sees another's data by a link: not where the backend refuses, and not where it lets everybody through.

use super::invitation::{GUEST, GUEST_PHONE};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link};
use e2e::site::{Fault, INVITED, Site, call};
use serde_json::json;
use standin::seed::order_id;

const UNKNOWN: &str = "暂时无法确认您的身份";
/// What the demo visitor's bookings tell.
const PHONE_NUMBER: &str = "13900000001";
const PLATE: &str = "沪A3K521";

/// A site that shows visits to whoever asks.
async fn lenient_site() -> Result<Site> {
    let site = Site::open_without_promises().await?;
    site.update_settings(|settings| settings.lenient = true);
    Ok(site)
}

async fn does_not_tell(phone: &Phone, secrets: &[&str]) -> Result {
    let text = phone.text().await?;
    let fields = phone.execute("return [...document.querySelectorAll('input')].map(input => input.value).join(' ')").await?.to_string();
    for secret in secrets {
        assert!(!text.contains(secret) && !fields.contains(secret), "{secret} in {text} {fields}");
    }
    Ok(())
}

#[tokio::test]
async fn a_stranger_reads_no_number_and_changes_nothing_whatever_the_backend_lets_through() -> Result {
    let site = lenient_site().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let order = order_id(1);
    phone.open(&format!("/visits/{order}")).await?;
    phone.sees("预约成功").await?;
    phone.sees("139****").await?;
    phone.sees("号码只显示一部分").await?;
    does_not_tell(&phone, &[PHONE_NUMBER, PLATE]).await?;
    for action in ["修改预约", "出示通行证", "再次预约"] {
        phone.does_not_find(Link, action).await?;
    }
    phone.does_not_find(Button, "取消预约").await?;
    phone.animations_are_over().await?;
    phone.screenshot("visit-of-another-390x844").await?;
    for page in ["edit", "again", "pass"] {
        phone.open(&format!("/visits/{order}/{page}")).await?;
        phone.sees(UNKNOWN).await?;
        does_not_tell(&phone, &[PHONE_NUMBER, PLATE]).await?;
        assert_eq!(phone.qr_codes().await?, Vec::<Vec<u8>>::new(), "{page}");
    }
    phone.animations_are_over().await?;
    phone.screenshot("pass-of-another-390x844").await?;
    // In the mini-program, too.
    phone.open(&format!("/visits/{order}/batch/B{order}?channel=miniapp&projectId=122228959455556")).await?;
    phone.sees("139****").await?;
    does_not_tell(&phone, &[PHONE_NUMBER, PLATE]).await?;
    phone.does_not_find(Button, "取消预约").await?;
    phone.close().await
}

#[tokio::test]
async fn where_the_backend_refuses_a_stranger_reads_why() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let order = order_id(1);
    phone.open(&format!("/visits/{order}")).await?;
    phone.sees("登录已失效").await?;
    phone.open(&format!("/visits/{order}/pass?openId=oSomebody&token=token-oSomebody")).await?;
    phone.sees("这不是您的预约").await?;
    assert_eq!(phone.qr_codes().await?, Vec::<Vec<u8>>::new());
    phone.open(&format!("/visits/{order}")).await?;
    phone.sees("这不是您的预约").await?;
    does_not_tell(&phone, &[PHONE_NUMBER, PLATE]).await?;
    phone.close().await
}

#[tokio::test]
async fn whose_visit_it_is_reads_everything() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}?openId=oVisitorDemo&token=token-oVisitorDemo", order_id(1))).await?;
    phone.sees(PHONE_NUMBER).await?;
    phone.does_not_see("号码只显示一部分").await?;
    phone.finds(Button, "取消预约").await?;
    phone.close().await
}

#[tokio::test]
async fn an_invitation_tells_a_stranger_nothing_of_the_guest_s_numbers() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let known = json!({
        "status": "10", "beVisitorPersonName": "王建国", "beVisitorPhoneNum": "13800000001", "visitorName": GUEST,
        "visitorPhoneNum": GUEST_PHONE, "visitorCarNumber": "沪B77777", "visitorIdentityType": 111,
        "visitorIdentityNum": "11010519491231002X", "visitorWorkUnit": "远山科技",
    });
    site.inject_lasting_fault(Fault::Data(known), "preview");
    let (secrets, link) = ([GUEST_PHONE, "沪B77777", "11010519491231002X", "13800000001"], format!("/i/{}?s=sms", order_id(INVITED)));
    phone.open(&link).await?;
    phone.sees("138****0001").await?;
    does_not_tell(&phone, &secrets).await?;
    phone.does_not_find(Button, "谢绝邀约").await?;
    phone.sees("如不能前来，请直接告诉王建国").await?;
    phone.tap(Button, "接受邀约").await?;
    phone.has_value("来访单位", "远山科技").await?;
    phone.has_value("车牌号", "").await?;
    does_not_tell(&phone, &secrets).await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-form-stranger-390x844").await?;

    phone.open_in_new_tab(&format!("{link}&openId=oVisitorDemo&token=token-oVisitorDemo")).await?;
    phone.finds(Button, "谢绝邀约").await?;
    phone.close().await
}

#[tokio::test]
async fn an_accepted_invitation_shows_its_pass_on_no_other_phone() -> Result {
    for lenient in [false, true] {
        let site = Site::open().await?;
        site.update_settings(|settings| settings.lenient = lenient);
        let order = site.invite(GUEST, GUEST_PHONE)?;
        site.accept_as_guest(&order, GUEST)?;
        let link = site.messages_to(GUEST_PHONE).remove(0);
        let phone = site.start_phone(Handset::plain_browser()).await?;
        phone.open(&link).await?;
        phone.sees("邀约已被接受").await?;
        phone.sees("请在接受时用的手机上查看通行证").await?;
        phone.does_not_find(Link, "查看通行证").await?;
        phone.does_not_find(Link, "查看预约").await?;
        phone.animations_are_over().await?;
        phone.screenshot("invitation-accepted-elsewhere-390x844").await?;
        phone.open(&format!("/visits/{order}/pass")).await?;
        phone.sees(UNKNOWN).await?;
        assert_eq!(phone.qr_codes().await?, Vec::<Vec<u8>>::new());
        // Somebody whom WeChat knows finds their own visits, and not this one.
        phone.open(&format!("{link}&openId=oSomebody&token=token-oSomebody")).await?;
        phone.sees("邀约已被接受").await?;
        phone.does_not_find(Link, "查看通行证").await?;
        phone.tap(Link, "我的预约").await?;
        phone.is_at("/visits").await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_guest_from_an_sms_shows_the_pass_by_what_the_invitation_tells() -> Result {
    for channel in ["mp", "wecom"] {
        let site = Site::open().await?;
        let order = site.invite(GUEST, GUEST_PHONE)?;
        let phone = site.start_phone(Handset::plain_browser()).await?;
        phone.open(&format!("/i/{order}?s=sms&channel={channel}&projectId=122228959455556")).await?;
        phone.tap(Button, "接受邀约").await?;
        phone.tap(Button, "确认接受").await?;
        phone.tap(Link, "查看通行证").await?;
        phone.is_at(&format!("/visits/{order}/pass")).await?;
        for again in [false, true] {
            if again {
                phone.reload().await?;
            }
            phone.scroll_to(Img, "通行二维码").await?;
            phone.has_qr_code(site.pass_code(&order).as_bytes()).await?;
        }
        assert_eq!((site.count(call::QR_CODE), site.count(call::DETAIL)), (0, 0), "nothing that would be refused is asked for");
        phone.animations_are_over().await?;
        phone.screenshot("pass-by-invitation-390x844").await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_guest_from_an_sms_shows_the_pass_by_signing_in_with_the_message() -> Result {
    let site = Site::open().await?;
    site.update_settings(|settings| settings.invitation_approval = true);
    let order = site.invite(GUEST, GUEST_PHONE)?;
    site.accept_as_guest(&order, GUEST)?;
    site.approve(&order)?;
    let message = site.messages_to(GUEST_PHONE).pop().unwrap_or_default();
    assert!(message.starts_with("/m/"), "{message}");
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open(&message).await?;
    phone.tap(Link, "出示通行证").await?;
    phone.scroll_to(Img, "通行二维码").await?;
    phone.has_qr_code(site.pass_code(&order).as_bytes()).await?;
    let address = phone.execute("return location.href + document.referrer").await?.to_string();
    assert!(!address.contains("token") && !address.contains("openId"), "{address}");
    phone.close().await
}
