//! A place instead of a person: another form, and somebody who answers for it.

use super::visitor::{NAME, PHONE, at_the_form, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::Role::{Button, Img, Radiogroup};
use e2e::place::fixture;
use e2e::site::input_value;

#[tokio::test]
async fn a_visitor_books_a_place() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.choose_radio("拜访对象", "参观场地").await?;
    phone.select_option("场地", "物流月台").await?;
    phone.set_value("预计到达", &input_value(site.day(2, 14))).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;

    let bookings = site.bookings();
    assert_eq!(bookings.len(), 1);
    assert_eq!(bookings[0]["orderModel"], "space");
    assert_eq!(bookings[0]["beVisitorPersonName"], "陈思远");
    assert_eq!(bookings[0]["visitorName"], NAME);
    phone.close().await
}

#[tokio::test]
async fn what_was_typed_for_a_person_is_there_for_a_place_and_back() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.select_option("是否需要陪同", "是").await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.choose_radio("拜访对象", "参观场地").await?;
    phone.has_value("场地", "请选择场地").await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.has_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.choose_radio("拜访对象", "拜访员工").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.has_value("是否需要陪同", "是").await?;
    phone.finds(Img, "照片").await?;
    phone.close().await
}

#[tokio::test]
async fn a_site_that_offers_one_way_asks_for_no_choice() -> Result {
    let (site, phone) = at_the_form().await?;
    site.update_settings(|settings| settings.mode = standin::settings::Mode::Person);
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.does_not_find(Radiogroup, "拜访对象").await?;
    phone.close().await
}
