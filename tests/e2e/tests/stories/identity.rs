//! Who is here, and what of it can be seen by others.

use super::visitor::{HOST, HOST_PHONE, LINK_WITHOUT_TOKEN, NAME, PHONE, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Link, Storage};
use e2e::site::{Site, call, input_value};

#[tokio::test]
async fn credentials_leave_the_address_bar_and_stay_with_the_tab() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}&token=tok-story-1&s=sms")).await?;
    phone.finds(Button, "提交预约").await?;
    phone.is_at("/?s=sms").await?;
    let request = site.requests(call::AREAS).remove(0);
    assert_eq!((request["query"].as_str(), request["token"].as_str()), (Some("openId=oStoryVisitor&type=0"), Some("tok-story-1")));
    let lasting = format!("{:?}", phone.storage(Storage::Local).await?);
    assert!(!lasting.contains("oStoryVisitor") && !lasting.contains("tok-story-1"), "{lasting}");

    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    let request = site.requests(call::AREAS).pop().expect("a second request");
    assert_eq!((request["query"].as_str(), request["token"].as_str()), (Some("openId=oStoryVisitor&type=0"), Some("tok-story-1")));

    phone.open_in_new_tab("/visits").await?;
    phone.sees("暂时无法确认您的身份").await?;
    phone.close().await
}

#[tokio::test]
async fn a_guest_books_without_wechat_and_is_told_how_they_will_hear_of_it() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 1);
    assert!(site.bookings()[0].get("visitorOpenId").is_none());

    for again in [false, true] {
        if again {
            phone.reload().await?;
        }
        phone.sees("139****5678").await?;
        phone.sees(HOST).await?;
        phone.sees("10:00").await?;
        let file = phone.href_of("添加到手机日历").await?;
        let start = site.day(1, 10).to_utc().format("%Y%m%dT%H%M%SZ").to_string();
        assert!(file.contains(&["DTSTART%3A", &start].concat()), "{file}");
        for list in ["查看我的预约", "我的预约"] {
            phone.does_not_find(Link, list).await?;
        }
    }
    phone.animations_are_over().await?;
    phone.screenshot("booked-guest-390x844").await?;
    let kept = format!("{:?}", phone.storage(Storage::Session).await?);
    assert!(!kept.contains(PHONE), "{kept}");
    phone.tap(Button, "再约一次").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_guest_of_a_site_that_asks_for_no_number_hears_from_the_host() -> Result {
    let site = Site::open_without_promises().await?;
    site.update_settings(|settings| {
        let fields = settings.fields.as_array().cloned().unwrap_or_default();
        settings.fields = fields.into_iter().filter(|field| !field.to_string().contains("visitorPhoneNum")).collect();
    });
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("接待人审批后会联系您").await?;
    phone.does_not_find(Link, "查看我的预约").await?;
    phone.open_in_new_tab(&phone.address().await?).await?;
    phone.tap(Link, "返回预约首页").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn who_is_known_still_finds_the_list() -> Result {
    let (site, phone) = super::visitor::at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.does_not_see("139****5678").await?;
    phone.tap(Link, "查看我的预约").await?;
    phone.sees(HOST).await?;
    phone.close().await
}
