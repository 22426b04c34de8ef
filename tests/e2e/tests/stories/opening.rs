//! Bad luck while a page opens: a sentence and a way on, never a blank page.

use super::visitor::{LINK, NAME, at_the_form, fill_in, nothing_is_lost};
use e2e::phone::{Handset, Role::Button};
use e2e::site::{BadLuck, Site, call};
use e2e::trouble::Outcome;
use serde_json::json;

#[tokio::test]
async fn whatever_the_form_needs_may_fail_and_be_asked_for_again() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    for needed in [call::QUESTIONS, call::OFFER, call::PROMISES, call::AREAS] {
        site.keeps_suffering(BadLuck::Status(500), needed);
        phone.open(LINK).await?;
        phone.sees("服务暂时不可用（500），请稍后重试。").await?;
        site.recovers();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
    }
    phone.put_away().await
}

#[tokio::test]
async fn passing_trouble_is_not_worth_a_word() -> Outcome {
    let site = Site::open_without_promises().await?;
    site.suffers(BadLuck::Lost, call::QUESTIONS, 1);
    site.suffers(BadLuck::Status(503), call::OFFER, 2);
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!((site.count(call::QUESTIONS), site.count(call::OFFER)), (2, 3));
    phone.put_away().await
}

#[tokio::test]
async fn questions_that_make_no_sense_are_said_so() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    for luck in [BadLuck::WebPage, BadLuck::Broken, BadLuck::Text(""), BadLuck::Text("[]"), BadLuck::Data(json!({ "fieldInfoDto": 7 }))] {
        site.keeps_suffering(luck, call::QUESTIONS);
        phone.open(LINK).await?;
        phone.sees("站点的回应无法识别").await?;
        site.recovers();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
    }
    phone.put_away().await
}

#[tokio::test]
async fn half_empty_questions_leave_a_form_that_works() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    let half = json!([null, {}, { "fieldInfoDto": null, "dataList": "close" }, { "fieldInfoDto": { "paraKey": "visitorName", "paraName": "访客姓名", "showType": 1, "required": 0 } }]);
    for questions in [json!(null), json!([]), json!("[]"), half] {
        site.keeps_suffering(BadLuck::Data(questions), call::QUESTIONS);
        phone.open(LINK).await?;
        phone.finds(Button, "提交预约").await?;
        phone.shows("接待人手机号", "").await?;
        site.recovers();
    }
    phone.shows("访客姓名", "").await?;
    phone.put_away().await
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_said_so() -> Outcome {
    let site = Site::open_without_promises().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    let rows = [
        (BadLuck::Status(500), "服务暂时不可用（500）"),
        (BadLuck::Lost, "网络不通，请检查网络后重试。"),
        (BadLuck::WebPage, "站点的回应无法识别"),
        (BadLuck::Text("{\"apiBase\":"), "站点的回应无法识别"),
    ];
    for (luck, words) in rows {
        site.keeps_suffering(luck, call::SETTINGS);
        phone.open(LINK).await?;
        phone.sees(words).await?;
        site.recovers();
        phone.tap(Button, "重试").await?;
        phone.finds(Button, "提交预约").await?;
    }
    phone.put_away().await
}

#[tokio::test]
async fn settings_that_say_nothing_are_enough() -> Outcome {
    let site = Site::open_without_promises().await?;
    site.keeps_suffering(BadLuck::Text("{}"), call::SETTINGS);
    let phone = site.visited_by(Handset::plain_browser()).await?;
    phone.open("/").await?;
    phone.finds(Button, "提交预约").await?;
    phone.put_away().await
}

#[tokio::test]
async fn no_connection_while_filling_in_loses_nothing() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.go_offline().await?;
    phone.pick("拜访对象", "参观场地").await?;
    phone.sees("网络不通，请检查网络后重试。").await?;
    phone.back_online().await?;
    phone.tap(Button, "重试").await?;
    phone.shows("访客姓名", NAME).await?;
    phone.pick("拜访对象", "拜访员工").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.put_away().await
}

#[tokio::test]
async fn the_site_s_own_no_is_shown_in_its_words() -> Outcome {
    let site = Site::open_without_promises().await?;
    site.keeps_suffering(BadLuck::Refused("系统维护中，请于 18:00 后再试"), call::OFFER);
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("系统维护中，请于 18:00 后再试").await?;
    assert_eq!(site.count(call::OFFER), 1);
    phone.put_away().await
}
