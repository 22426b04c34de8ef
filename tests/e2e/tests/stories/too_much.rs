//! More than a page can show: it says so, or shows it, and goes on working.

use super::approvals::APPROVALS;
use super::my_visits_long::FREQUENT;
use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Key, Phone, Role::Button, Role::Link, Role::Listitem};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};

const TOO_MUCH: &str = "内容过多，无法显示";

fn visit(number: usize, host: &str) -> Value {
    json!({
        "orderId": number.to_string(), "visitorBatch": format!("B{number}"), "status": "1", "visitorName": "林知夏",
        "beVisitorPersonName": host, "visitorPhoneNum": "13912345678", "visitorPurpose": "设备维修",
        "visitStartTime": "2099-01-01 10:00", "visitEndTime": "2099-01-01 12:00",
    })
}

/// So many visits in one answer, whatever number was asked for.
fn visits(count: usize) -> Fault {
    let rows: Vec<Value> = (1..=count).map(|number| visit(number, "王建国")).collect();
    Fault::Data(json!({ "total": count, "list": rows }))
}

async fn at_my_visits(fault: Fault) -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(fault, call::LIST);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(FREQUENT).await?;
    Ok((site, phone))
}

/// The page says that it is too much, and goes on once the site sends less.
async fn says_so_and_goes_on(site: &Site, phone: &Phone) -> Result {
    phone.sees(TOO_MUCH).await?;
    site.clear_faults();
    site.add_visits("oFrequent", standin::status::Status::Normal, 1);
    phone.tap(Button, "重试").await?;
    phone.finds(Link, "王建国").await?;
    phone.does_not_see(TOO_MUCH).await
}

#[tokio::test]
async fn a_name_of_thirty_megabytes_is_not_shown() -> Result {
    let name = "长".repeat(10_000_000);
    let (site, phone) = at_my_visits(Fault::Data(json!({ "total": 1, "list": [visit(1, &name)] }))).await?;
    says_so_and_goes_on(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn a_name_as_long_as_an_answer_may_be_leaves_the_page_usable() -> Result {
    let name = "长".repeat(3_000_000);
    let (_site, phone) = at_my_visits(Fault::Data(json!({ "total": 1, "list": [visit(1, &name)] }))).await?;
    phone.has_count(Listitem, 1).await?;
    phone.tap(Link, "历史记录").await?;
    phone.is_at("/visits?tab=history").await?;
    phone.close().await
}

#[tokio::test]
async fn twenty_thousand_rows_at_once_are_not_shown() -> Result {
    let (site, phone) = at_my_visits(visits(20_000)).await?;
    says_so_and_goes_on(&site, &phone).await?;
    phone.close().await
}

#[tokio::test]
async fn rows_that_an_answer_may_hold_are_shown_a_screen_at_a_time() -> Result {
    let (_site, phone) = at_my_visits(visits(10_000)).await?;
    phone.sees("共 10000 条预约").await?;
    phone.finds(Link, "王建国").await?;
    assert!(phone.names(Listitem).await?.len() <= 60);
    phone.close().await
}

#[tokio::test]
async fn a_form_of_two_thousand_questions_is_not_shown() -> Result {
    let site = Site::open_without_promises().await?;
    let field = |number: usize| {
        let info =
            json!({ "paraKey": format!("visitorCustom{number}"), "paraName": format!("问题 {number}"), "showType": "1", "display": "0" });
        json!({ "fieldInfoDto": info })
    };
    let fields: Vec<Value> = (1..=2_000).map(field).collect();
    site.inject_fault(Fault::Data(fields.into()), call::QUESTIONS, 1);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees(TOO_MUCH).await?;
    phone.tap(Button, "重试").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

/// Whatever is focused stands above the bar, in whole.
#[tokio::test]
async fn a_row_s_button_that_is_reached_by_keyboard_is_not_under_the_tab_bar() -> Result {
    const PART_COVERED: &str = "
        var bar = document.querySelector('.tab-bar').getBoundingClientRect();
        var box = document.activeElement.getBoundingClientRect();
        return [document.activeElement.textContent, box.bottom <= bar.top && box.top >= 0];";
    let site = Site::open().await?;
    for (width, height) in [(390, 844), (320, 568)] {
        let phone = site.start_phone(Handset::wecom()).await?;
        phone.resize(width, height).await?;
        phone.open(APPROVALS).await?;
        phone.finds(Button, "同意 陆子涵").await?;
        let mut decided = 0;
        for _ in 0..40 {
            phone.press(Key::Tab).await?;
            let [words, is_clear] = serde_json::from_value(phone.execute(PART_COVERED).await?).unwrap_or([Value::Null, Value::Null]);
            if ["同意", "退回"].iter().any(|word| words.as_str() == Some(word)) {
                decided += 1;
                assert_eq!(is_clear, true, "{words} at {width}x{height}");
            }
        }
        assert!(decided >= 4, "{decided} buttons of rows");
        phone.close().await?;
    }
    Ok(())
}
