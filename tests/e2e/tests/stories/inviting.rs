//! An employee invites, in each of the channels, one visitor or several.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Checkbox, Role::Img, Role::Link};
use e2e::site::{Fault, Site, input_value};
use serde_json::{Value, json};
use standin::settings::TimeDisplay;

pub const WECOM: &str = "?channel=wecom&token=token-oHostWang&projectId=demo";
pub const ACCOUNT: &str = "?openId=oHostWang&token=token-oHostWang&appId=wxstory&projectId=demo";
pub const MINI_PROGRAM: &str = "?channel=miniapp&token=token-oHostWang&projectId=122228959455556";

pub const IN_WECOM: &str = "wecom/bevisitor/order/invitation/founding";
const IN_ACCOUNT: &str = "beVisitor/invitation/founding";
const IN_MINI_PROGRAM: &str = "miniapp/bevisitor/order/invitation/founding";

/// A phone at the form for a fresh invitation.
async fn at_the_form(site: &Site, launch: &str) -> Result<Phone> {
    let phone = site.start_phone(Handset::wechat()).await?;
    open_the_form(&phone, launch).await?;
    Ok(phone)
}

pub async fn open_the_form(phone: &Phone, launch: &str) -> Result {
    phone.open(&format!("/host/invitations/new{launch}")).await?;
    phone.finds(Button, "发出邀请").await
}

/// Tomorrow from ten to twelve, for a tour.
async fn choose_the_visit(phone: &Phone, site: &Site) -> Result {
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.select_option("来访事由", "参观交流").await
}

pub async fn fill_in(phone: &Phone, site: &Site) -> Result {
    phone.type_into("访客姓名", "林知夏").await?;
    phone.type_into("访客手机号", "139 1234 5678").await?;
    choose_the_visit(phone, site).await
}

/// Five guests, the third of whom is refused in the group stories.
async fn fill_in_five(phone: &Phone, site: &Site) -> Result {
    for place in 1..=5 {
        if place > 1 {
            phone.tap(Button, "添加一位访客").await?;
            phone.has_focus(&format!("访客姓名 {place}")).await?;
        }
        let number = if place == 1 { String::new() } else { format!(" {place}") };
        phone.type_into(&format!("访客姓名{number}"), &format!("来宾{place}")).await?;
        phone.type_into(&format!("访客手机号{number}"), &format!("1391234000{place}")).await?;
    }
    choose_the_visit(phone, site).await
}

fn sent(site: &Site, call: &str) -> Vec<Value> {
    site.requests(call).into_iter().map(|request| request["body"].clone()).collect()
}

/// How many invitations went to a number.
fn invitations_to(site: &Site, phone: &str) -> usize {
    site.bookings().iter().filter(|booking| booking["visitorPhoneNum"] == phone).count()
}

#[tokio::test]
async fn in_wecom_one_visitor_is_invited_and_the_link_is_shared() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    phone.has_value("园区北门", "true").await?;
    phone.tap(Checkbox, "研发楼").await?;
    fill_in(&phone, &site).await?;
    phone.select_option("访客类型", "贵宾").await?;
    phone.screenshot("inviting-wecom-390x844").await?;
    phone.tap_repeatedly(Button, "发出邀请").await?;
    phone.sees("邀请已发出").await?;
    let (start, end) = (site.day(1, 10).format("%F %R").to_string(), site.day(1, 12).format("%F %R").to_string());
    let expected = json!({
        "startTime": start, "endTime": end, "visitorName": "林知夏", "visitorPhoneNum": "13912345678",
        "visitorPrivilegeGroupIds": "A01,A02", "visitorPurpose": "参观交流", "visitorTypeId": "V02",
    });
    assert_eq!(sent(&site, IN_WECOM), [expected]);
    let order = site.bookings()[0]["orderId"].as_str().unwrap_or_default().to_owned();
    phone.sees(&format!("/i/{order}?s=mp_share")).await?;
    phone.finds(Img, "邀请链接的二维码").await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-shared-390x844").await?;
    phone.tap(Button, "复制链接").await?;
    phone.sees("链接已复制").await?;
    phone.tap(Button, "关闭").await?;
    phone.tap(Link, "查看已发邀请").await?;
    phone.sees("林知夏").await?;
    phone.close().await
}

#[tokio::test]
async fn in_the_official_account_times_are_iso_and_the_form_has_the_purposes() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, ACCOUNT).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("邀请已发出").await?;
    let expected = json!({
        "openId": "oHostWang", "visitorStartTime": site.day(1, 10).to_rfc3339(), "visitorEndTime": site.day(1, 12).to_rfc3339(),
        "visitorName": "林知夏", "visitorPhoneNum": "13912345678", "visitorPrivilegeGroupIds": "A01", "visitorPurpose": "参观交流",
    });
    assert_eq!(sent(&site, IN_ACCOUNT), [expected]);
    phone.close().await
}

#[tokio::test]
async fn in_the_mini_program_the_link_names_the_batch() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, MINI_PROGRAM).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("?s=ma_share").await?;
    let [body] = sent(&site, IN_MINI_PROGRAM).try_into().expect("one invitation");
    assert_eq!((&body["startTime"], &body["openId"]), (&json!(site.day(1, 10).format("%F %R").to_string()), &Value::Null));
    let order = site.bookings()[0]["orderId"].as_str().unwrap_or_default().to_owned();
    phone.sees(&format!("/i/B{order}?s=ma_share")).await?;
    phone.close().await
}

#[tokio::test]
async fn where_days_are_chosen_a_day_lasts_until_its_last_minute() -> Result {
    let site = Site::open().await?;
    site.update_settings(|settings| settings.time_display = TimeDisplay::Day);
    let phone = at_the_form(&site, WECOM).await?;
    phone.sees("00:00").await?;
    phone.type_into("访客姓名", "林知夏").await?;
    phone.type_into("访客手机号", "13912345678").await?;
    phone.select_option("来访事由", "参观交流").await?;
    let day = site.day(1, 10).format("%F").to_string();
    phone.set_value("开始日期", &day).await?;
    phone.has_value("结束日期", &day).await?;
    phone.screenshot("inviting-by-the-day-390x844").await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("邀请已发出").await?;
    let [body] = sent(&site, IN_WECOM).try_into().expect("one invitation");
    assert_eq!((&body["startTime"], &body["endTime"]), (&json!(format!("{day} 00:00")), &json!(format!("{day} 23:59"))));
    phone.close().await
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_place_and_nothing_is_sent() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    phone.type_into("访客手机号", "1391").await?;
    phone.set_value("预计到达", &input_value(site.day(-1, 10))).await?;
    phone.tap(Checkbox, "园区北门").await?;
    phone.tap(Button, "发出邀请").await?;
    phone.has_problem("访客姓名", "请填写访客姓名。").await?;
    phone.has_problem("访客手机号", "手机号不正确，请核对。").await?;
    phone.has_problem("预计到达", "来访时间不能早于现在。").await?;
    phone.sees("请填写拜访区域。").await?;
    phone.has_focus("访客姓名").await?;
    assert_eq!(site.count(IN_WECOM), 0);
    phone.close().await
}

#[tokio::test]
async fn of_a_group_of_five_only_the_failed_one_is_sent_again() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    fill_in_five(&phone, &site).await?;
    // The first two go through late and well, the third is refused.
    site.inject_fault(Fault::Delay { millis: 50 }, IN_WECOM, 2);
    site.inject_fault(Fault::Refused("系统繁忙"), IN_WECOM, 1);
    phone.tap_repeatedly(Button, "发出 5 份邀请").await?;
    phone.sees("有邀请没有发出").await?;
    phone.sees("已发出 4 / 5").await?;
    phone.sees("系统繁忙").await?;
    phone.animations_are_over().await?;
    phone.screenshot("inviting-group-390x844").await?;
    phone.tap_repeatedly(Button, "重试没有发出的 1 份").await?;
    phone.sees("邀请已发出").await?;
    phone.sees("已发出 5 / 5").await?;
    let phones: Vec<Value> = sent(&site, IN_WECOM).iter().map(|body| body["visitorPhoneNum"].clone()).collect();
    assert_eq!(phones, ["13912340001", "13912340002", "13912340003", "13912340004", "13912340005", "13912340003"]);
    assert_eq!(site.bookings().len(), 5);
    phone.close().await
}

#[tokio::test]
async fn an_invitation_whose_answer_was_lost_is_found_in_the_list() -> Result {
    for (launch, call) in [(WECOM, IN_WECOM), (MINI_PROGRAM, IN_MINI_PROGRAM)] {
        let site = Site::open().await?;
        let phone = at_the_form(&site, launch).await?;
        fill_in(&phone, &site).await?;
        site.inject_fault(Fault::ResponseLost, call, 1);
        phone.tap(Button, "发出邀请").await?;
        phone.sees("邀请已发出").await?;
        let order = site.bookings()[0]["orderId"].as_str().unwrap_or_default().to_owned();
        phone.sees(&order).await?;
        assert_eq!((site.count(call), invitations_to(&site, "13912345678")), (1, 1), "{call}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_in_doubt_is_looked_for_before_it_may_be_sent_again() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::RequestLost, IN_WECOM, 1);
    site.inject_lasting_fault(Fault::Status(502), "record/page");
    phone.tap(Button, "发出邀请").await?;
    phone.sees("有邀请还不能确认").await?;
    phone.does_not_find(Button, "重试").await?;
    phone.screenshot("inviting-in-doubt-390x844").await?;
    site.clear_faults();
    phone.tap(Button, "再确认一次").await?;
    phone.sees("有邀请还没有找到").await?;
    phone.sees("现在再次提交，可能会重复邀请").await?;
    assert_eq!(site.count(IN_WECOM), 1);
    phone.animations_are_over().await?;
    phone.screenshot("inviting-not-found-yet-390x844").await?;
    phone.tap(Button, "再次提交").await?;
    phone.sees("邀请已发出").await?;
    assert_eq!((site.count(IN_WECOM), site.bookings().len()), (2, 1));
    phone.close().await
}

#[tokio::test]
async fn who_leaves_midway_is_told_and_goes_on_later() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    fill_in_five(&phone, &site).await?;
    // The first goes through, the second is on its way while the page is left.
    site.inject_fault(Fault::Delay { millis: 1 }, IN_WECOM, 1);
    site.inject_fault(Fault::Delay { millis: 5_000 }, IN_WECOM, 1);
    phone.tap(Button, "发出 5 份邀请").await?;
    phone.sees("已发出 1 / 5").await?;
    phone.tap(Link, "邀约").await?;
    phone.sees("其余没有发出").await?;
    site.wait_for_bookings(2).await?;
    phone.sees("来宾1").await?;
    phone.tap(Link, "邀请访客").await?;
    phone.sees("已发出 2 / 5").await?;
    phone.sees("离开页面时还没有发送").await?;
    phone.tap(Button, "重试没有发出的 3 份").await?;
    phone.sees("已发出 5 / 5").await?;
    assert_eq!((site.count(IN_WECOM), site.bookings().len()), (5, 5));
    phone.close().await
}

#[tokio::test]
async fn what_was_typed_survives_a_reload_until_it_is_sent() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "添加一位访客").await?;
    phone.type_into("访客姓名 2", "周航").await?;
    phone.reload().await?;
    phone.sees("已恢复上次填写的内容").await?;
    phone.has_value("访客姓名 1", "林知夏").await?;
    phone.has_value("访客姓名 2", "周航").await?;
    phone.has_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_value("来访事由", "参观交流").await?;
    phone.tap(Button, "移除访客 2").await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("邀请已发出").await?;
    phone.reload().await?;
    phone.sees("邀请已发出").await?;
    phone.tap(Button, "继续邀请").await?;
    phone.finds(Button, "发出邀请").await?;
    phone.has_value("访客姓名", "").await?;
    phone.does_not_see("已恢复上次填写的内容").await?;
    phone.close().await
}

#[tokio::test]
async fn who_is_not_known_is_told_how_to_get_in() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::plain_browser().small()).await?;
    for page in ["/host/invitations", "/host/invitations/new", "/host/invitations/new/like/7"] {
        phone.open(page).await?;
        phone.sees("此页面供园区员工使用").await?;
    }
    phone.close().await
}

#[tokio::test]
async fn where_the_app_has_means_to_share_they_send_the_invitation() -> Result {
    const SHARE: &str = "navigator.share = function (about) { window.offered = about; return Promise.reject(new Error('not now')) };";
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::wecom().small()).await?;
    phone.add_init_script(SHARE).await?;
    phone.open(&format!("/host/invitations{WECOM}")).await?;
    phone.tap_containing(Button, "杜一鸣").await?;
    phone.tap(Button, "分享链接").await?;
    phone.sees("点右上角").await?;
    phone.finds(Button, "发送给联系人").await?;
    phone.animations_are_over().await?;
    phone.screenshot("share-sheet-320x568").await?;
    phone.set_text_size(200).await?;
    assert_eq!((phone.overflow().await?, phone.covered().await?), (Vec::<String>::new(), Vec::<String>::new()));
    phone.set_text_size(100).await?;
    phone.tap(Button, "发送给联系人").await?;
    phone.tap(Button, "更多分享方式").await?;
    // The newer call is WeChat's alone.
    let (in_menu, sent) = (site.wait_for_js_sdk_call("onMenuShareAppMessage").await?, site.wait_for_js_sdk_call("shareAppMessage").await?);
    let offered = phone.execute("return offered.url").await?;
    assert_eq!((&in_menu["title"], &sent["title"]), (&json!("来访邀请"), &json!("来访邀请")));
    assert_eq!((&in_menu["imgUrl"], &sent["imgUrl"]), (&json!(format!("{}/share.png", site.origin())), &in_menu["imgUrl"]));
    assert!(in_menu["desc"].as_str().is_some_and(|detail| detail.contains(':')), "{in_menu}");
    let link = format!("/i/{}?s=mp_share&channel=wecom&projectId=demo", standin::seed::order_id(400));
    let links = [&in_menu["link"], &sent["link"], &offered];
    assert!(links.iter().all(|told| told.as_str().is_some_and(|told| told.ends_with(&link))), "{links:?}");
    phone.close().await
}

#[tokio::test]
async fn in_english_on_a_small_dark_screen_nothing_sticks_out() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat().small().dark().with_language("en-US")).await?;
    for (page, words) in [("/host/invitations", "杜一鸣"), ("/host/invitations/new", "Send the invitation")] {
        phone.open(&format!("{page}{WECOM}")).await?;
        phone.sees(words).await?;
        phone.animations_are_over().await?;
        phone.screenshot(&format!("{}-320x568-english", page.rsplit('/').next().unwrap_or_default())).await?;
        assert_eq!((phone.overflow().await?, phone.covered().await?), (Vec::<String>::new(), Vec::<String>::new()), "{page}");
    }
    phone.close().await
}

/// The rows of those who stay keep their elements, and what was typed into them, whoever is added or removed.
#[tokio::test]
async fn a_guest_s_row_stays_while_others_are_added_and_removed() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    phone.type_into("访客姓名", "林知夏").await?;
    phone.execute("document.activeElement.isTheFirst = true").await?;
    phone.tap(Button, "添加一位访客").await?;
    phone.has_focus("访客姓名 2").await?;
    phone.type_into("访客姓名 2", "方文静").await?;
    phone.execute("document.activeElement.isTheSecond = true").await?;
    assert_eq!(phone.execute("return [...document.querySelectorAll('input')].filter(input => input.isTheFirst).length").await?, 1);
    phone.tap(Button, "移除访客 1").await?;
    phone.has_value("访客姓名", "方文静").await?;
    let names =
        "return [...document.querySelectorAll('.invitations__guest input')].map(input => [!!input.isTheFirst, !!input.isTheSecond])";
    assert_eq!(phone.execute(names).await?, json!([[false, true], [false, false]]));
    phone.close().await
}

#[tokio::test]
async fn a_long_stay_is_questioned_before_anybody_is_invited() -> Result {
    let site = Site::open().await?;
    let phone = at_the_form(&site, WECOM).await?;
    fill_in(&phone, &site).await?;
    phone.set_value("预计离开", &input_value(site.day(60, 12))).await?;
    phone.tap(Button, "发出邀请").await?;
    phone.sees("来访长达 60 天吗？").await?;
    phone.tap(Button, "时间没错，提交").await?;
    phone.sees("邀请已发出").await?;
    assert_eq!(sent(&site, IN_WECOM).len(), 1);
    phone.close().await
}
