//! A place instead of a person: another form, and somebody who answers for it.

use super::visitor::{NAME, PHONE, at_the_form, fill_in, nothing_is_lost};
use e2e::phone::Role::{Button, Img, Radiogroup};
use e2e::place::fixture;
use e2e::site::typed;
use e2e::trouble::Outcome;

#[tokio::test]
async fn a_visitor_books_a_place() -> Outcome {
    let (site, phone) = at_the_form().await?;
    phone.pick("拜访对象", "参观场地").await?;
    phone.choose("场地", "物流月台").await?;
    phone.set("预计到达", &typed(site.day(2, 14))).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;

    let bookings = site.bookings();
    assert_eq!(bookings.len(), 1);
    assert_eq!(bookings[0]["orderModel"], "space");
    assert_eq!(bookings[0]["beVisitorPersonName"], "陈思远");
    assert_eq!(bookings[0]["visitorName"], NAME);
    phone.put_away().await
}

#[tokio::test]
async fn what_was_typed_for_a_person_is_there_for_a_place_and_back() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.choose("是否需要陪同", "是").await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.pick("拜访对象", "参观场地").await?;
    phone.shows("场地", "请选择场地").await?;
    phone.shows("访客姓名", NAME).await?;
    phone.shows("预计到达", &typed(site.day(1, 10))).await?;
    phone.pick("拜访对象", "拜访员工").await?;
    nothing_is_lost(&phone, &site).await?;
    phone.shows("是否需要陪同", "是").await?;
    phone.finds(Img, "照片").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_site_that_offers_one_way_asks_for_no_choice() -> Outcome {
    let (site, phone) = at_the_form().await?;
    site.changes(|settings| settings.mode = standin::settings::Mode::Person);
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.does_not_find(Radiogroup, "拜访对象").await?;
    phone.put_away().await
}
