//! Bad luck while a page opens: a sentence and a way on, never a blank page.

use super::visitor::{LINK, NAME, at_the_form, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use std::time::Duration;

const WELL_KNOWN: &str = "openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";

#[tokio::test]
async fn whatever_the_form_needs_may_fail_and_be_asked_for_again() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for needed in [call::QUESTIONS, call::OFFER, call::PROMISES, call::AREAS] {
        site.inject_lasting_fault(Fault::Status(500), needed);
        phone.open(LINK).await?;
        phone.sees("服务暂时不可用（500），请稍后重试。").await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
    }
    phone.close().await
}

#[tokio::test]
async fn passing_trouble_is_not_worth_a_word() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_fault(Fault::RequestLost, call::QUESTIONS, 1);
    site.inject_fault(Fault::Status(503), call::OFFER, 2);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!((site.count(call::QUESTIONS), site.count(call::OFFER)), (2, 3));
    phone.close().await
}

#[tokio::test]
async fn questions_that_make_no_sense_are_said_so() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for luck in [
        Fault::HtmlPage,
        Fault::TruncatedJson,
        Fault::Body(""),
        Fault::Body("[]"),
        Fault::Data(json!({ "fieldInfoDto": 7 })),
        Fault::Data(json!(null)),
    ] {
        site.inject_lasting_fault(luck, call::QUESTIONS);
        phone.open(LINK).await?;
        phone.sees("站点的回应无法识别").await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
    }
    phone.close().await
}

/// Null says neither that nothing can be booked, nor that a link is closed, nor that a visit has no permissions.
#[tokio::test]
async fn null_in_place_of_an_answer_is_no_answer() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let visit = format!("/visits/{}", order_id(1));
    let rows = [
        (LINK.to_owned(), call::OFFER, "提交预约"),
        (format!("/m/{}?type=visitor&{WELL_KNOWN}", order_id(1)), "visitor/msg/login", "取消预约"),
    ];
    for (address, answered_by_null, whole) in rows {
        site.inject_lasting_fault(Fault::Data(json!(null)), answered_by_null);
        phone.open(&address).await?;
        phone.sees("站点的回应无法识别").await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, whole).await?;
    }
    site.inject_lasting_fault(Fault::Data(json!(null)), call::DELIVERY);
    phone.open(&format!("{visit}/pass?{WELL_KNOWN}")).await?;
    phone.sees("暂时查不到门禁权限，以门口为准。").await?;
    site.inject_lasting_fault(Fault::Data(json!(null)), call::DETAIL);
    phone.open(&format!("/visits/{}/edit?{WELL_KNOWN}", order_id(4))).await?;
    phone.sees("没有找到这条预约").await?;
    phone.does_not_see("它的状态已经变化").await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_to_be_repeated_that_does_not_come_is_said_over_the_empty_form() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::Refused("系统维护中，请于 18:00 后再试"), call::DETAIL);
    phone.open(&format!("/visits/{}/again?{WELL_KNOWN}", order_id(6))).await?;
    phone.sees("系统维护中，请于 18:00 后再试").await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("接待人手机号", "").await?;
    phone.screenshot("opening-again-failed").await?;
    site.clear_faults();
    phone.tap(Button, "重试").await?;
    phone.sees("接待人：王建国").await?;
    phone.does_not_see("系统维护中").await?;
    phone.close().await
}

#[tokio::test]
async fn half_empty_questions_leave_a_form_that_works() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let half = json!([null, {}, { "fieldInfoDto": null, "dataList": "close" }, { "fieldInfoDto": { "paraKey": "visitorName", "paraName": "访客姓名", "showType": 1, "required": 0 } }]);
    for questions in [json!([]), json!("[]"), half] {
        site.inject_lasting_fault(Fault::Data(questions), call::QUESTIONS);
        phone.open(LINK).await?;
        phone.finds(Button, "提交预约").await?;
        phone.has_value("接待人手机号", "").await?;
        site.clear_faults();
    }
    phone.has_value("访客姓名", "").await?;
    phone.close().await
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_said_so() -> Result {
    let site = Site::open_without_promises().await?;
    let rows = [
        (Fault::Status(500), "服务暂时不可用（500）"),
        (Fault::RequestLost, "网络不通，请检查网络后重试。"),
        (Fault::HtmlPage, "站点的回应无法识别"),
        (Fault::Body("{\"apiBase\":"), "站点的回应无法识别"),
    ];
    for (luck, words) in rows {
        // Each time a phone that has kept nothing.
        let phone = site.start_phone(Handset::wechat()).await?;
        site.inject_lasting_fault(luck, call::SETTINGS);
        phone.open(LINK).await?;
        phone.sees(words).await?;
        site.clear_faults();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
        phone.close().await?;
    }
    Ok(())
}

/// Slow by nature: the loader waits ten seconds before it says that it still loads, and fifteen for the settings.
#[tokio::test]
async fn settings_that_do_not_come_are_not_waited_for_for_ever() -> Result {
    let site = Site::open_without_promises().await?;
    let mut phone = site.start_phone(Handset::wechat()).await?;
    phone.set_timeout(Duration::from_secs(25));
    site.inject_fault(Fault::Delay { millis: 60_000 }, call::SETTINGS, 1);
    phone.open(LINK).await?;
    phone.waits_for("return getComputedStyle(document.querySelector('.boot-late')).visibility", &json!("visible")).await?;
    phone.sees("网络不通，请检查网络后重试。").await?;
    phone.tap(Button, "重试").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

/// Release bundles only: debug bundles have no parts.
#[tokio::test]
async fn a_version_that_is_being_uploaded_says_so() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::Status(404), &site.first_part_of("booking")?);
    phone.open(LINK).await?;
    phone.sees("页面正在更新").await?;
    phone.screenshot("opening-updating").await?;
    site.clear_faults();
    phone.tap(Button, "重试 Retry").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn settings_that_say_nothing_are_enough() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(Fault::Body("{}"), call::SETTINGS);
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn no_connection_while_filling_in_loses_nothing() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.go_offline().await?;
    phone.choose_radio("拜访对象", "参观场地").await?;
    phone.sees("网络不通，请检查网络后重试。").await?;
    phone.go_online().await?;
    phone.tap(Button, "重试").await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.choose_radio("拜访对象", "拜访员工").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.close().await
}

#[tokio::test]
async fn the_site_s_own_no_is_shown_in_its_words() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(Fault::Refused("系统维护中，请于 18:00 后再试"), call::OFFER);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("系统维护中，请于 18:00 后再试").await?;
    assert_eq!(site.count(call::OFFER), 1);
    phone.close().await
}
