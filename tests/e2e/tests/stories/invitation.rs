//! An invitation: read first, then accepted or declined, in every channel; and what its link shows afterwards.

use super::visitor::{HOST, HOST_PHONE};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link, Role::Textbox};
use e2e::site::{Fault, INVITED, Site, call};
use serde_json::json;
use standin::seed::{guests, order_id};

pub const GUEST: &str = "沈亦舟";
pub const GUEST_PHONE: &str = "13900000088";

/// What the mini-program adds to the addresses that it opens.
fn mini_program(visitor: &str) -> String {
    format!("?channel=miniapp&token=token-{visitor}&projectId=122228959455556")
}

/// A site where somebody was just invited, their phone on the link, and the invitation's order.
pub async fn invited(handset: Handset) -> Result<(Site, Phone, String)> {
    let site = Site::open().await?;
    let order = site.invite(GUEST, GUEST_PHONE)?;
    let phone = site.start_phone(handset).await?;
    let links = site.messages_to(GUEST_PHONE);
    assert_eq!(links, [format!("/i/{order}?s=sms&channel=mp&projectId=122228959455556&productId=visitorcs")]);
    phone.open(&links[0]).await?;
    phone.sees(&format!("{HOST}邀请您来访")).await?;
    Ok((site, phone, order))
}

#[tokio::test]
async fn an_sms_in_a_plain_browser_leads_to_the_pass() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser()).await?;
    for fact in ["138****0001", "参观交流", "09:00", "入园须知", GUEST] {
        phone.sees(fact).await?;
    }
    assert!(!phone.text().await?.contains(HOST_PHONE), "masked until accepted");
    assert_eq!(phone.names(Textbox).await?, Vec::<String>::new(), "nothing is asked before it is read");
    assert_eq!(site.requests("preview")[0]["body"], json!({"sceneshow": "sms"}));
    phone.screenshot("invitation-390x844").await?;

    phone.tap(Button, "接受邀约").await?;
    phone.has_value("访客姓名", GUEST).await?;
    phone.type_into("来访人数", "2").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-form-390x844").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    phone.sees(HOST_PHONE).await?;
    phone.screenshot("invitation-accepted-390x844").await?;
    let [accepted] = site.requests(call::ACCEPT).try_into().expect("one acceptance");
    let expected = json!({"orderId": order, "visitorName": GUEST, "visitorPersonNum": 2, "visitorCarNumber": "沪A12345", "visitorCustomd": "临时访客证"});
    assert_eq!(accepted["body"], expected, "and no openId");

    let file = phone.href_of("添加到手机日历").await?;
    assert!(file.starts_with("data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A"), "{file}");
    let start = site.day(2, 9).to_utc().format("%Y%m%dT%H%M%SZ").to_string();
    assert!(file.contains(&["DTSTART%3A", &start].concat()), "{file}");
    phone.tap(Link, "查看通行证").await?;
    phone.is_at(&format!("/visits/{order}/pass")).await?;
    phone.close().await
}

#[tokio::test]
async fn where_the_host_approves_it_waits_and_then_there_is_a_pass() -> Result {
    let (site, phone, order) = invited(Handset::plain_browser().dark()).await?;
    site.update_settings(|settings| settings.invitation_approval = true);
    phone.tap(Button, "接受邀约").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("已接受，等待审批").await?;
    phone.does_not_find(Link, "查看通行证").await?;
    phone.does_not_find(Link, "查看预约").await?;
    phone.screenshot("invitation-waiting-dark-390x844").await?;
    site.approve(&order)?;
    phone.reload().await?;
    phone.sees("您已接受邀约").await?;
    phone.finds(Link, "查看通行证").await?;
    phone.close().await
}

#[tokio::test]
async fn in_the_official_account_the_visitor_is_known_and_calendars_are_elsewhere() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let order = order_id(INVITED);
    phone.open(&format!("/i/{order}?s=mp_notice&openId=oStoryVisitor&token=token-oStoryVisitor&projectId=122228959455556")).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    let accepted = site.requests(call::ACCEPT).remove(0);
    assert_eq!((&accepted["body"]["openId"], &accepted["body"]["visitorName"]), (&json!("oStoryVisitor"), &json!("杜一鸣")));
    phone.sees("在浏览器打开").await?;
    phone.does_not_find(Link, "添加到手机日历").await?;
    phone.tap(Link, "查看预约").await?;
    phone.sees("预约成功").await?;
    phone.close().await
}

#[tokio::test]
async fn the_record_leads_to_the_invitation() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let order = order_id(10);
    phone.open(&format!("/visits/{order}?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556")).await?;
    phone.tap(Link, "回复邀约").await?;
    phone.is_at(&format!("/i/{order}?s=log")).await?;
    phone.sees("邀请您来访").await?;
    assert_eq!(site.requests("preview")[0]["body"], json!({"sceneshow": "log"}));
    phone.close().await
}

#[tokio::test]
async fn in_the_mini_program_the_account_says_who_accepts() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let batch = format!("B{}", order_id(INVITED));
    let link = format!("/i/{batch}{}", mini_program("oVisitorDeng"));
    phone.open(&link).await?;
    phone.sees("临港智造").await?;
    phone.sees("如不能前来，请直接告诉王建国").await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "浙B0K338").await?;
    phone.tap_repeatedly(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    let [accepted] = site.requests(call::ACCEPT).try_into().expect("one acceptance");
    assert_eq!(accepted["body"], json!({"visitorBatch": batch, "visitorCarNumber": "浙B0K338", "visitorCustomd": "临时访客证"}));
    phone.open(&link).await?;
    phone.sees("您已接受邀约").await?;
    phone.tap(Link, "查看通行证").await?;
    phone.is_at(&format!("/visits/{}/batch/{batch}/pass", order_id(INVITED))).await?;
    phone.close().await
}

#[tokio::test]
async fn a_shared_link_of_the_mini_program_is_accepted_by_one_after_the_other_and_by_each_once() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let link = |visitor: &str| format!("/i/B{}{}", order_id(guests::SHARED), mini_program(visitor));
    phone.open(&link("oVisitorLuo")).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    phone.open(&link("oVisitorLuo")).await?;
    phone.sees("您已接受邀约").await?;
    phone.does_not_find(Button, "接受邀约").await?;
    assert_eq!(site.count(call::ACCEPT), 1);
    site.close_link(&order_id(guests::SHARED))?;
    phone.open(&link("oVisitorDeng")).await?;
    phone.sees("邀约链接已停用").await?;
    phone.finds(Button, "重试").await?;
    phone.close().await
}

#[tokio::test]
async fn in_the_mini_program_what_is_over_is_told_in_the_backend_s_words() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat().small()).await?;
    for (batch, words) in
        [(format!("B{}", order_id(405)), "当前状态"), (format!("B{}", order_id(404)), "邀约逾期"), ("B0".to_owned(), "预约单不存在")]
    {
        phone.open(&format!("/i/{batch}{}", mini_program("oVisitorDeng"))).await?;
        phone.sees(words).await?;
        phone.does_not_see("没有找到这个邀约").await?;
        phone.does_not_find(Button, "接受邀约").await?;
        phone.finds(Button, "重试").await?;
    }
    site.inject_fault(Fault::Data(json!({})), "preview", 1);
    phone.tap(Button, "重试").await?;
    phone.sees("没有找到这个邀约").await?;
    phone.finds(Link, "自己预约来访").await?;
    phone.close().await
}

/// The way on for whoever is not known to be the guest.
const ASK_THE_HOST: &str = "如有疑问，请联系";

/// Title, and a way on, of each of the sixteen statuses, for somebody who is not known.
#[tokio::test]
async fn every_state_has_a_page_of_its_own_with_the_next_step() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    let states = [
        ("邀约已被接受，等待审批", ASK_THE_HOST),
        ("邀约已被接受", ASK_THE_HOST),
        ("邀约已被接受", ASK_THE_HOST),
        ("来访时间已过", "自己预约来访"),
        ("接待人退回了来访信息", ASK_THE_HOST),
        ("来访已结束", "自己预约来访"),
        ("来访已结束", "自己预约来访"),
        ("已到访", ASK_THE_HOST),
        ("已到访", ASK_THE_HOST),
        ("没有及时审批", "自己预约来访"),
        ("邀请您来访", ""),
        ("邀约已过期", "自己预约来访"),
        ("接待人已撤回邀约", "自己预约来访"),
        ("已谢绝邀约", "自己预约来访"),
        ("接待人取消了来访", "自己预约来访"),
        ("来访已取消", "自己预约来访"),
    ];
    for (number, (title, way_on)) in states.into_iter().enumerate() {
        phone.open(&format!("/i/{}?s=sms", order_id(number))).await?;
        phone.sees(title).await?;
        if way_on.is_empty() {
            phone.finds(Button, "接受邀约").await?
        } else if way_on == ASK_THE_HOST {
            phone.sees(way_on).await?;
            phone.does_not_find(Link, "查看预约").await?;
            phone.does_not_find(Link, "查看通行证").await?
        } else {
            phone.finds(Link, way_on).await?
        }
        assert!(!phone.text().await?.contains(HOST_PHONE), "{title}: only who accepted sees the number");
    }
    phone.open("/i/nobody?s=sms").await?;
    phone.sees("预约单不存在").await?;
    site.inject_fault(Fault::Data(json!(null)), "preview", 1);
    phone.tap(Button, "重试").await?;
    phone.sees("没有找到这个邀约").await?;
    phone.screenshot("invitation-nowhere-390x844").await?;
    site.close_link(&order_id(INVITED))?;
    phone.open(&format!("/i/{}?s=sms", order_id(INVITED))).await?;
    phone.sees("邀约链接已停用").await?;
    phone.finds(Button, "重试").await?;
    phone.close().await
}

#[tokio::test]
async fn a_refusal_is_not_the_end_of_an_invitation() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    site.inject_fault(Fault::Refused("系统维护中"), "preview", 1);
    phone.open(&format!("/i/{}?s=sms", order_id(INVITED))).await?;
    phone.sees("系统维护中").await?;
    phone.does_not_see("邀约已失效").await?;
    phone.tap(Button, "重试").await?;
    phone.finds(Button, "接受邀约").await?;
    phone.close().await
}

/// A known visitor's phone on the link of an invitation.
async fn invited_in_wechat() -> Result<(Site, Phone, String)> {
    let (site, order) = (Site::open().await?, order_id(10));
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/i/{order}?s=mp_notice&openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556")).await?;
    phone.sees("邀请您来访").await?;
    Ok((site, phone, order))
}

#[tokio::test]
async fn an_invitation_is_declined_after_a_second_thought() -> Result {
    let (site, phone, order) = invited_in_wechat().await?;
    phone.tap(Button, "谢绝邀约").await?;
    phone.tap(Button, "再想想").await?;
    phone.tap(Button, "谢绝邀约").await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-decline-390x844").await?;
    phone.tap_repeatedly(Button, "确定谢绝").await?;
    phone.sees("已谢绝邀约").await?;
    assert_eq!((site.status(&order), site.count("visitor/order/cancel")), (Some(standin::status::Status::InvitationDeclined), 1));
    phone.finds(Link, "自己预约来访").await?;
    phone.close().await
}

#[tokio::test]
async fn a_refusal_to_decline_stays_on_the_page() -> Result {
    let (site, phone, order) = invited_in_wechat().await?;
    site.inject_fault(Fault::Refused("系统维护中"), "visitor/order/cancel", 1);
    phone.tap(Button, "谢绝邀约").await?;
    phone.tap(Button, "确定谢绝").await?;
    phone.sees("系统维护中").await?;
    tokio::time::sleep(std::time::Duration::from_millis(3_000)).await;
    phone.sees("系统维护中").await?;
    phone.tap(Button, "谢绝邀约").await?;
    phone.tap(Button, "确定谢绝").await?;
    phone.sees("已谢绝邀约").await?;
    phone.does_not_see("系统维护中").await?;
    assert_eq!(site.status(&order), Some(standin::status::Status::InvitationDeclined));
    phone.close().await
}

#[tokio::test]
async fn opened_twice_and_on_two_phones_it_is_accepted_once() -> Result {
    let site = Site::open().await?;
    let link = format!("/i/{}?s=sms", site.invite(GUEST, GUEST_PHONE)?);
    let (first, second) = site.start_two_phones([Handset::plain_browser(), Handset::plain_browser()]).await?;
    first.open(&link).await?;
    second.open(&link).await?;
    second.tap(Button, "接受邀约").await?;
    second.type_into("访客姓名", "沈亦帆").await?;
    first.tap(Button, "接受邀约").await?;
    first.tap(Button, "确认接受").await?;
    first.sees("您已接受邀约").await?;
    second.tap(Button, "确认接受").await?;
    second.sees("邀约已被接受").await?;
    second.sees("在您填写的时候，邀约发生了变化").await?;
    assert!(!second.text().await?.contains(HOST_PHONE));
    first.open(&link).await?;
    first.sees("您已接受邀约").await?;
    first.does_not_find(Button, "接受邀约").await?;
    second.close().await?;
    first.close().await
}

#[tokio::test]
async fn the_form_is_the_same_after_an_invitation_has_changed_and_is_still_open() -> Result {
    let (site, phone, _) = invited(Handset::plain_browser()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("车牌号", "沪A12345").await?;
    phone.execute("document.activeElement.isTheSame = true").await?;
    let changed = json!({"status": "10", "beVisitorPersonName": HOST, "visitorPurpose": "设备验收"});
    phone
        .is_hidden_for(40, async || {
            site.inject_fault(Fault::Data(changed), "preview", 1);
            Ok(())
        })
        .await?;
    phone.animations_are_over().await?;
    assert_eq!(site.count("preview"), 2);
    assert_eq!(phone.execute("return document.activeElement.isTheSame").await?, true);
    phone.tap(Button, "返回邀约").await?;
    phone.sees("设备验收").await?;
    phone.close().await
}

#[tokio::test]
async fn what_was_typed_survives_a_reload() -> Result {
    let (_site, phone, _) = invited(Handset::plain_browser().small()).await?;
    phone.tap(Button, "接受邀约").await?;
    phone.type_into("来访单位", "远山科技").await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", "11010519491231002").await?;
    phone.reload().await?;
    phone.sees("已恢复上次填写的内容").await?;
    phone.has_value("来访单位", "远山科技").await?;
    phone.has_value("证件号码", "11010519491231002").await?;
    phone.tap(Button, "确认接受").await?;
    phone.has_problem("证件号码", "身份证号码不正确，请核对。").await?;
    phone.tap(Button, "返回邀约").await?;
    phone.tap(Button, "接受邀约").await?;
    phone.has_value("来访单位", "远山科技").await?;
    phone.type_into("证件号码", "11010519491231002X").await?;
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_foreigner_reads_it_in_english() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::plain_browser().small().with_language("en-US")).await?;
    phone.open(&format!("/i/{}?s=sms", order_id(INVITED))).await?;
    phone.sees("王建国 invites you").await?;
    phone.tap(Button, "Accept").await?;
    phone.tap(Button, "Confirm").await?;
    phone.sees("You have accepted").await?;
    phone.finds(Link, "Add to your calendar").await?;
    phone.screenshot("invitation-accepted-english-320x568").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.close().await
}
