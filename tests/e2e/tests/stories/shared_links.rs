//! Links that are handed to others: they say where they belong, work with those calls wherever they are opened, and name nobody.

use super::companions::opened_by;
use super::inviting::{ACCOUNT, MINI_PROGRAM, WECOM, fill_in, open_the_form};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Checkbox, Role::Img, Role::Link};
use e2e::site::{Fault, INVITED, Site, call};
use serde_json::{Value, json};
use standin::seed::{guests, order_id};

const PROJECT: &str = "122228959455556";
/// Keeps what is put into the clipboard.
const CLIPBOARD: &str = "
    window.copied = [];
    var command = Document.prototype.execCommand;
    Document.prototype.execCommand = function () {
        copied.push(document.querySelector('body > input[readonly]').value);
        return command.apply(this, arguments);
    };";
const SITE_WITH_A_MINI_PROGRAM: &str =
    r#"{"miniProgramLink":"weixin://dl/business/?appid=wx1&query=link%3D{link}","miniProgramCode":"/share.png"}"#;
/// As the account's menu opens it.
const MENU: &str = "/?openId=oStoryVisitor&token=token-oStoryVisitor&projectId=122228959455556";

/// What would give somebody away: an openId, a token, a phone number.
const SECRETS: [&str; 6] = ["openId", "token", "oHostWang", "oVisitor", "13912345678", "13800000001"];

fn names_nobody(told: &str) {
    for secret in SECRETS {
        assert!(!told.contains(secret), "{secret} in {told}");
    }
}

/// That neither the address bar nor what was copied gives anybody away.
async fn gives_nobody_away(phone: &Phone) -> Result {
    names_nobody(
        &phone.execute("return JSON.stringify([location.href, history.state, document.referrer, window.copied])").await?.to_string(),
    );
    Ok(())
}

#[tokio::test]
async fn what_an_employee_hands_out_says_where_it_belongs_in_every_channel() -> Result {
    for (handset, launch, origin) in [
        (Handset::wecom(), WECOM, "s=mp_share&channel=wecom&projectId=demo".to_owned()),
        (Handset::wechat(), ACCOUNT, "s=mp_share&channel=mp&projectId=demo&appId=wxstory".to_owned()),
        (Handset::wechat(), MINI_PROGRAM, format!("s=ma_share&channel=miniapp&projectId={PROJECT}")),
    ] {
        let site = Site::open().await?;
        let phone = site.start_phone(handset).await?;
        phone.add_init_script(CLIPBOARD).await?;
        open_the_form(&phone, launch).await?;
        fill_in(&phone, &site).await?;
        phone.tap(Button, "发出邀请").await?;
        phone.sees("邀请已发出").await?;
        let order = site.bookings()[0]["orderId"].as_str().unwrap_or_default().to_owned();
        let id = if origin.contains("miniapp") { format!("B{order}") } else { order };
        let link = format!("{}/i/{id}?{origin}", site.origin());
        phone.sees(&link).await?;
        phone.tap(Button, "复制链接").await?;
        phone.sees("链接已复制").await?;
        assert_eq!(phone.execute("return copied").await?, json!([link]));
        phone.scroll_to(Img, "邀请链接的二维码").await?;
        phone.animations_are_over().await?;
        phone.has_qr_code(link.as_bytes()).await?;
        gives_nobody_away(&phone).await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_the_site_s_settings_say_no_link_repeats() -> Result {
    let site = Site::open().await?;
    site.inject_lasting_fault(Fault::Body(r#"{"projectId":"demo"}"#), call::SETTINGS);
    let phone = site.start_phone(Handset::wecom()).await?;
    open_the_form(&phone, WECOM).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("?s=mp_share&channel=wecom").await?;
    phone.does_not_see("projectId").await?;
    phone.close().await
}

#[tokio::test]
async fn a_message_says_where_it_belongs_and_names_nobody() -> Result {
    let site = Site::open().await?;
    let order = site.invite("沈亦舟", "13900000088")?;
    site.accept(&order)?;
    site.withdraw(&site.invite("沈亦舟", "13900000088")?)?;
    site.approve(&order_id(0))?;
    let messages = ["13900000088", "13800000001"].map(|phone| site.messages_to(phone)).concat();
    assert!(messages.len() >= 4, "{messages:?}");
    for link in messages {
        assert!(link.ends_with(&format!("&channel=mp&projectId={PROJECT}&productId=visitorcs")), "{link}");
        names_nobody(&link);
    }
    Ok(())
}

#[tokio::test]
async fn a_wecom_invitation_in_wechat_keeps_its_face_upload_and_the_tab_its_channel() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(MENU).await?;
    phone.finds(Button, "提交预约").await?;
    let order = site.invite("沈亦舟", "13900000088")?;
    let link = format!("/i/{order}?s=mp_share&channel=wecom&projectId={PROJECT}");
    phone.open(&link).await?;
    phone.is_at(&link).await?;
    phone.tap(Button, "接受邀约").await?;
    let consents = phone.names(Checkbox).await?;
    assert!(consents.iter().any(|name| name.starts_with("我同意上传人脸照片")), "{consents:?}");
    phone.reload().await?;
    phone.is_at(&link).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    let paths: Vec<String> = site.calls().into_iter().map(|(_, path, _)| path).collect();
    assert!(paths.iter().any(|path| path.ends_with("wecom/bevisitor/invitation/accepting")), "{paths:?}");

    phone.tap(Link, "查看预约").await?;
    phone.is_at(&format!("/visits/{order}")).await?;
    phone.sees("预约成功").await?;
    phone.go_back().await?;
    phone.is_at(&link).await?;
    phone.open("/visits").await?;
    phone.tap_containing(Link, "王建国").await?;
    assert!(site.count(call::LIST) > 0, "the list is the account's own");
    gives_nobody_away(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_mini_program_invitation_in_a_plain_browser_asks_the_mini_program() -> Result {
    let site = Site::open().await?;
    let link = format!("/i/B{}?s=ma_share&channel=miniapp&projectId={PROJECT}", order_id(INVITED));
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open(&link).await?;
    phone.sees("王建国邀请您来访").await?;
    phone.sees("从小程序里转发给您").await?;
    phone.does_not_find(Button, "接受邀约").await?;
    let paths: Vec<String> = site.calls().into_iter().map(|(_, path, _)| path).collect();
    assert!(paths.iter().any(|path| path.ends_with("miniapp/visitor/order/invitation/preview")), "{paths:?}");

    site.inject_lasting_fault(Fault::Body(SITE_WITH_A_MINI_PROGRAM), call::SETTINGS);
    phone.reload().await?;
    let opens = phone.href_of("打开小程序").await?;
    let page = format!("{}/i/B{}", site.origin(), order_id(INVITED)).replace(':', "%3A").replace('/', "%2F");
    assert!(opens.starts_with(&format!("weixin://dl/business/?appid=wx1&query=link%3D{page}%3F")), "{opens}");
    assert!(opens.contains("channel%3Dminiapp"), "{opens}");
    names_nobody(&opens);
    phone.finds(Img, "小程序码").await?;
    phone.does_not_see("从小程序里转发给您").await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-mini-program-390x844").await?;
    phone.close().await
}

#[tokio::test]
async fn a_companion_s_link_opens_where_it_is_tapped() -> Result {
    let site = Site::open_without_promises().await?;
    let link = format!("/companions/B{}?channel=miniapp&projectId={PROJECT}", order_id(guests::GATHERING));
    let phone = site.start_phone(Handset::wechat()).await?;
    // The account knows who it is, and so does the mini-program by the token.
    phone.open("/?openId=oVisitorTang&token=token-oVisitorTang&projectId=122228959455556").await?;
    phone.finds(Button, "提交预约").await?;
    phone.open(&link).await?;
    phone.tap(Button, "确认同行").await?;
    phone.sees("已确认同行").await?;
    phone.is_at(&link).await?;
    phone.open("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.does_not_see("拜访单位").await?;
    gives_nobody_away(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn where_nobody_is_known_a_companion_finds_the_mini_program() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(Fault::Body(SITE_WITH_A_MINI_PROGRAM), call::SETTINGS);
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open(&format!("/companions/B{}?channel=miniapp&projectId={PROJECT}", order_id(guests::GATHERING))).await?;
    phone.sees("王建国").await?;
    phone.sees("在小程序中继续").await?;
    assert!(phone.href_of("打开小程序").await?.contains("companions%2FB"));
    phone.finds(Img, "小程序码").await?;
    phone.does_not_find(Button, "确认同行").await?;
    phone.animations_are_over().await?;
    phone.screenshot("companion-mini-program-390x844").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.close().await
}

#[tokio::test]
async fn an_order_in_the_query_leads_to_that_visit() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let (order, gathering) = (order_id(0), order_id(guests::GATHERING));
    phone.open(&format!("/?orderId={order}&openId=oVisitorDemo&token=token-oVisitorDemo&s=sms")).await?;
    phone.sees("等待接待人审批").await?;
    phone.is_at(&format!("/visits/{order}?s=sms")).await?;
    assert_eq!(site.count(call::OFFER), 0, "nothing is asked for a form that is not shown");
    gives_nobody_away(&phone).await?;
    let (launch, batch) = (opened_by("oVisitorHe"), format!("B{gathering}"));
    phone.open_in_new_tab(&format!("/index.html{launch}&orderId={gathering}&visitorBatch={batch}")).await?;
    phone.sees("罗宇航").await?;
    phone.is_at(&format!("/visits/{gathering}/batch/{batch}")).await?;
    let history = phone.execute("return history.length").await?;
    assert_eq!(history, Value::from(2), "only the empty page of the new tab lies before");
    phone.close().await
}
