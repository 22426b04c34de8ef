//! English, for visitors who read no Chinese.

use super::visitor::{HOST_PHONE, LINK, at_the_form};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Link};
use e2e::site::{Fault, Site, call, input_value};
use serde_json::json;

/// A site whose own words are English, so that whatever Chinese is left would be ours.
async fn english_site() -> Result<Site> {
    let site = Site::open_without_promises().await?;
    site.update_directory(|directory| {
        for (host, name) in directory.hosts.iter_mut().zip(["Wang Jianguo", "Li Min", "Chen Siyuan"]) {
            host.name = name.into();
            host.department = "Research".into();
        }
        for (area, name) in directory.areas.iter_mut().zip(["North gate", "Laboratory"]) {
            area.name = name.into();
            area.remark = "with your host".into();
        }
    });
    site.update_settings(|settings| {
        let field = |key: &str, name: &str, kind: u8, required: bool| {
            let required = if required { "0" } else { "1" };
            json!({ "fieldInfoDto": { "paraKey": key, "paraName": name, "showType": kind, "required": required, "display": "0", "readOnly": "1", "customOption": "Business,Interview" } })
        };
        settings.fields = json!([
            field("visitorName", "Name", 1, true),
            field("visitorPhoneNum", "Phone", 1, true),
            field("visitorPurpose", "Purpose", 2, true),
            field("visitorCustomc", "Equipment", 6, false),
            field("visitorCustome", "Signature", 9, false),
            field("visitorCustomf", "Fingerprint", 11, false),
        ]);
    });
    Ok(site)
}

/// Everything on the screen is English, but for the way back to Chinese.
async fn is_all_english(phone: &Phone) -> Result {
    let text = phone.text().await?.replace("中文", "");
    let chinese: Vec<&str> = text
        .lines()
        .filter(|line| line.chars().any(|c| ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)))
        .collect();
    assert_eq!(chinese, Vec::<&str>::new());
    Ok(())
}

#[tokio::test]
async fn a_phone_set_to_english_is_spoken_to_in_english() -> Result {
    let site = english_site().await?;
    let phone = site.start_phone(Handset::wechat().with_language("en-US")).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "Send booking").await?;
    phone.sees("Signature").await?;
    is_all_english(&phone).await?;

    phone.tap(Button, "Send booking").await?;
    phone.has_problem("Host's phone", "Host's phone is needed.").await?;
    phone.has_problem("Purpose", "Purpose is needed.").await?;
    is_all_english(&phone).await?;

    phone.type_into("Host's phone", HOST_PHONE).await?;
    phone.sees("Your host: Wang Jianguo").await?;
    phone.set_value("From", &input_value(site.day(1, 10))).await?;
    phone.type_into("Name", "Ada Lovelace").await?;
    phone.type_into("Phone", "13912345678").await?;
    phone.select_option("Purpose", "Interview").await?;
    site.inject_fault(Fault::RequestLost, call::BOOK, 1);
    phone.tap(Button, "Send booking").await?;
    phone.finds(Dialog, "Your booking is not there yet").await?;
    is_all_english(&phone).await?;
    phone.tap(Button, "Send again").await?;
    phone.sees("Your booking is on its way").await?;
    is_all_english(&phone).await?;

    phone.tap(Link, "See my visits").await?;
    phone.sees("Waiting for approval").await?;
    phone.sees("10:00 – 12:00").await?;
    is_all_english(&phone).await?;
    phone.tap(Link, "Wang Jianguo").await?;
    phone.sees("Your host still has to approve.").await?;
    is_all_english(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn the_switch_keeps_every_answer_and_is_remembered() -> Result {
    let (site, phone) = at_the_form().await?;
    super::visitor::fill_in(&phone, &site).await?;
    phone.tap(Button, "English").await?;
    phone.finds(Button, "Send booking").await?;
    phone.has_value("Host's phone", HOST_PHONE).await?;
    phone.has_value("From", &input_value(site.day(1, 10))).await?;
    phone.has_value("访客姓名", super::visitor::NAME).await?;
    phone.sees("Your host: 王建国").await?;
    phone.reload().await?;
    phone.finds(Button, "Send booking").await?;
    phone.tap(Button, "中文").await?;
    super::visitor::nothing_is_lost(&phone, &site).await?;
    phone.close().await
}

#[tokio::test]
async fn failures_are_said_in_english_too() -> Result {
    let site = english_site().await?;
    let phone = site.start_phone(Handset::wechat().with_language("en-GB")).await?;
    let rows = [
        (Fault::Status(500), "The service is unavailable right now (500)."),
        (Fault::RequestLost, "No connection. Check your network and try again."),
        (Fault::HtmlPage, "The site's answer makes no sense."),
    ];
    for (luck, words) in rows {
        site.inject_lasting_fault(luck, call::QUESTIONS);
        phone.open(LINK).await?;
        phone.sees(words).await?;
        is_all_english(&phone).await?;
        site.clear_faults();
        phone.tap(Button, "Try again").await?;
        phone.finds(Button, "Send booking").await?;
    }
    phone.open("/visits/nobody-knows-this").await?;
    phone.finds(Link, "My visits").await?;
    phone.open("/nowhere/at/all").await?;
    phone.sees("This page does not exist").await?;
    is_all_english(&phone).await?;
    phone.close().await
}

#[tokio::test]
async fn rows_of_a_host_s_lists_speak_english_too() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom().with_language("en-US")).await?;
    for page in ["receptions", "calendar"] {
        phone.open(&format!("/host/{page}?channel=wecom&token=token-oHostWang&projectId=demo")).await?;
        phone.sees("韩雪").await?;
        phone.sees("Arrived").await?;
        phone.does_not_see("已到达").await?;
    }
    phone.close().await
}
