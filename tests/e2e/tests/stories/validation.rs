//! What is wrong is said beside the field, and the first of it gets the focus.

use super::visitor::{HOST, HOST_PHONE, LINK, NAME, at_the_form, at_the_form_of, fill_in, nothing_is_lost};
use chrono::TimeDelta;
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button};
use e2e::site::{Fault, Site, call, input_value};
use serde_json::json;

#[tokio::test]
async fn an_empty_form_says_at_every_required_field_what_is_missing() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("还有 5 处需要修改").await?;
    for label in ["接待人手机号", "预计到达", "预计离开", "访客姓名", "手机号码"] {
        phone.has_problem(label, &format!("请填写{label}。")).await?;
    }
    for label in ["来访单位", "证件类型", "证件号码", "来访事由", "来访人数", "车牌号"] {
        phone.has_no_problem(label).await?;
    }
    phone.has_focus("接待人手机号").await?;
    assert_eq!(site.count(call::BOOK), 0);
    phone.close().await
}

#[tokio::test]
async fn mending_a_field_clears_what_is_said_of_it_and_of_nothing_else() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("访客姓名", "请填写访客姓名。").await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.has_no_problem("访客姓名").await?;
    phone.has_problem("手机号码", "请填写手机号码。").await?;
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.has_no_problem("接待人手机号").await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_no_problem("预计到达").await?;
    phone.has_no_problem("预计离开").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("还有 1 处需要修改").await?;
    phone.has_focus("手机号码").await?;
    phone.close().await
}

#[tokio::test]
async fn an_identity_card_number_must_be_a_real_one() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", "110105194912310021").await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("证件号码", "身份证号码不正确，请核对。").await?;
    phone.has_focus("证件号码").await?;
    phone.select_option("证件类型", "护照").await?;
    phone.has_no_problem("证件号码").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

#[tokio::test]
async fn times_must_lie_ahead_and_in_order() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 9))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("预计离开", "离开时间要晚于到达时间。").await?;
    phone.has_focus("预计离开").await?;

    phone.set_value("预计到达", &input_value(site.now() - TimeDelta::minutes(10))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("预计到达", "到达时间不能早于现在。").await?;
    phone.has_focus("预计到达").await?;
    assert_eq!(site.count(call::BOOK), 0);
    phone.close().await
}

#[tokio::test]
async fn the_end_follows_the_start() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 18))).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 14))).await?;
    phone.has_value("预计离开", &input_value(site.day(1, 18))).await?;
    phone.set_value("预计到达", &input_value(site.day(2, 9))).await?;
    phone.has_value("预计离开", &input_value(site.day(2, 11))).await?;
    phone.close().await
}

#[tokio::test]
async fn the_server_s_patterns_and_lengths_are_kept() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.type_into("访客姓名", &"欧".repeat(33)).await?;
    phone.type_into("手机号码", "12345678901").await?;
    phone.type_into("来访人数", "0").await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("访客姓名", "最多 32 个字。").await?;
    phone.has_problem("手机号码", "请输入 11 位手机号码").await?;
    phone.has_problem("来访人数", "格式不正确，请核对。").await?;
    phone.has_focus("访客姓名").await?;
    assert_eq!(site.count(call::BOOK), 0);
    phone.close().await
}

#[tokio::test]
async fn a_phone_number_that_belongs_to_no_host_is_said_and_keeps_the_form() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.type_into("接待人手机号", "13899999999").await?;
    phone.has_problem("接待人手机号", "未找到该被访人，请核对手机号").await?;
    phone.does_not_see(&format!("接待人：{HOST}")).await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_focus("接待人手机号").await?;
    assert_eq!(site.count(call::BOOK), 0);
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.has_no_problem("接待人手机号").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.close().await
}

#[tokio::test]
async fn a_landline_is_looked_for_when_the_visitor_goes_on() -> Result {
    let (site, phone) = at_the_form().await?;
    site.update_directory(|directory| directory.hosts[0].phone = "02155550110".into());
    phone.type_into("接待人手机号", "021-5555 0110").await?;
    phone.blur("接待人手机号").await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.close().await
}

#[tokio::test]
async fn a_search_that_found_no_line_is_not_a_host_that_does_not_exist() -> Result {
    let (site, phone) = at_the_form().await?;
    site.inject_lasting_fault(Fault::Status(503), call::HOST);
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.has_problem("接待人手机号", "没能查到，请检查网络").await?;
    site.clear_faults();
    phone.blur("接待人手机号").await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.has_no_problem("接待人手机号").await?;
    phone.close().await
}

#[tokio::test]
async fn a_statement_in_the_form_wants_a_yes() -> Result {
    const STATEMENT: &str = "本人未携带易燃、易爆及其他危险化学品。";
    const WANTED: &str = "请确认此项，选择“是”才能提交。";
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.choose_radio("本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。", "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees(WANTED).await?;
    phone.has_focus(STATEMENT).await?;
    phone.choose_radio(STATEMENT, "否").await?;
    phone.does_not_see(WANTED).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees(WANTED).await?;
    phone.choose_radio(STATEMENT, "是").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

#[tokio::test]
async fn a_required_question_of_an_unknown_kind_blocks_and_says_so() -> Result {
    let site = Site::open_without_promises().await?;
    site.update_settings(|settings| {
        let unknown = json!({ "fieldInfoDto": { "paraKey": "visitorCustomh", "paraName": "手写签名", "required": "0", "display": "0", "showType": "12", "disorder": 15 } });
        settings.fields.as_array_mut().expect("a list of fields").push(unknown);
    });
    let phone = at_the_form_of(&site, Handset::wechat()).await?;
    phone.sees("手写签名").await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("还有 1 处需要修改").await?;
    phone.sees("本页面暂不支持填写此项，请联系接待人。").await?;
    assert_eq!(site.count(call::BOOK), 0);
    phone.close().await
}

#[tokio::test]
async fn a_stay_longer_than_the_site_would_accept_is_questioned_once() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.set_value("预计离开", &input_value(site.day(45, 12))).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("来访长达 45 天吗？").await?;
    phone.animations_are_over().await?;
    phone.screenshot("long-stay").await?;
    phone.tap(Button, "修改时间").await?;
    phone.does_not_see("来访长达").await?;
    assert_eq!(site.bookings().len(), 0);
    phone.tap(Button, "提交预约").await?;
    phone.tap(Button, "时间没错，提交").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 1);
    phone.close().await
}

#[tokio::test]
async fn one_s_own_phone_is_understood_as_phones_write_it() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.type_into("手机号码", "+86 139-1234 5678").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let sent: Vec<_> = site.bookings().iter().map(|booking| booking["visitorPhoneNum"].clone()).collect();
    assert_eq!(sent, [json!("13912345678")]);
    phone.close().await
}

#[tokio::test]
async fn inputs_say_what_they_require_and_how_the_keyboard_goes_on() -> Result {
    let (_site, phone) = at_the_form().await?;
    let attributes = "
        var input = Array.from(document.querySelectorAll('input')).filter(function (one) { return one.labels[0] && one.labels[0].innerText.indexOf('手机号码') === 0; })[0];
        return ['aria-required', 'enterkeyhint', 'maxlength'].map(function (name) { return input.getAttribute(name); });";
    assert_eq!(phone.execute(attributes).await?, json!(["true", "next", "24"]));
    phone.close().await
}
