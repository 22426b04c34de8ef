//! Who is here, and what of it can be seen by others.

use super::visitor::{LINK, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Link, Storage};
use e2e::site::{Site, call};

#[tokio::test]
async fn credentials_leave_the_address_bar_and_stay_with_the_tab() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("{LINK}&token=tok-story-1&s=sms")).await?;
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
async fn a_guest_books_without_wechat_and_is_told_where_the_list_is() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::plain_browser()).await?;
    phone.open("/").await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings().len(), 1);
    assert!(site.bookings()[0].get("visitorOpenId").is_none());

    phone.tap(Link, "查看我的预约").await?;
    phone.sees("暂时无法确认您的身份").await?;
    phone.sees("请从微信公众号或短信里的链接进入").await?;
    phone.tap(Link, "返回预约首页").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}
