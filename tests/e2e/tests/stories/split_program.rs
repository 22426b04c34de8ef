//! A program comes in two parts: what the first screen runs, and the rest. Nobody notices.

use super::visitor::{LINK, NAME};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Fault, Site};
use serde_json::Value;

const VISITS: &str = "/visits?openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo";
const PASS: &str = "/visits/122228959400001/pass?openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo";
const APPROVALS: &str = "/host/approvals?openId=oHostWang&token=token-oHostWang&appId=wxdemo&projectId=demo&productId=demo";
const TODAY: &str = "/host?channel=wecom&token=token-oHostWang&projectId=demo";

/// How slow the rest is where a story has to be faster than it.
const SLOW: Fault = Fault::Delay { millis: 4_000 };

/// If this fails, the first screens run what they did not run when they were recorded: `cargo xtask profile` records anew.
#[tokio::test]
async fn first_screens_stand_without_the_rest() -> Result {
    let screens = [
        ("booking", LINK, "接待人手机号"),
        ("visits", VISITS, "我的预约"),
        ("pass", PASS, "验证码"),
        ("invitation", "/i/122228959400400?s=sms", "接受邀约"),
        ("approvals", APPROVALS, "待审批"),
        ("today", TODAY, "待我审批"),
    ];
    let site = Site::open_without_promises().await?;
    for (screen, address, words) in screens {
        site.inject_lasting_fault(SLOW, &site.rest_of(screen)?);
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.open(address).await?;
        phone.sees(words).await?;
        assert!(!has_fetched_the_rest_on_the_spot(&phone).await?, "{screen}");
        site.clear_faults();
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tap_before_the_rest_has_come_waits_and_is_carried_out() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(SLOW, &site.rest_of("booking")?);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.tap(Button, "提交预约").await?;
    assert_eq!(phone.execute("return document.getElementById('boot-wait').hidden").await?, Value::Bool(false));
    assert!(!phone.text().await?.contains("请填写"), "nothing is checked before the program can");
    phone.has_problem("访客姓名", "请填写访客姓名。").await?;
    assert_eq!(phone.execute("return document.getElementById('boot-wait').hidden").await?, Value::Bool(true));
    assert!(!has_fetched_the_rest_on_the_spot(&phone).await?);
    phone.close().await
}

#[tokio::test]
async fn what_is_typed_before_the_rest_has_come_is_there_afterwards() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(SLOW, &site.rest_of("booking")?);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("手机号码", "请填写手机号码。").await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.has_no_problem("访客姓名").await?;
    phone.close().await
}

#[tokio::test]
async fn a_rest_that_does_not_come_is_said_and_asked_for_again() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(Fault::RequestLost, &site.rest_of("booking")?);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("网络连接中断，请重试。").await?;
    site.clear_faults();
    phone.tap(Button, "重试 Retry").await?;
    phone.has_problem("手机号码", "请填写手机号码。").await?;
    phone.has_no_problem("访客姓名").await?;
    phone.does_not_see("网络连接中断，请重试。").await?;
    phone.close().await
}

/// The program itself may not wait: what it needs and does not have it fetches at once.
#[tokio::test]
async fn what_no_first_screen_ran_is_fetched_on_the_spot() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(SLOW, &site.rest_of("booking")?);
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    // A click that no person made is not held back.
    phone.execute("document.querySelector('form button[type=submit], main button').click()").await?;
    assert!(has_fetched_the_rest_on_the_spot(&phone).await?);
    phone.close().await
}

async fn has_fetched_the_rest_on_the_spot(phone: &Phone) -> Result<bool> {
    Ok(phone.execute("return !!visitorBoot.joinedNow").await? == Value::Bool(true))
}
