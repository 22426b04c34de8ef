//! The main job, from the link to the booking in the list.

use super::visitor::{HOST, HOST_PHONE, ID_CARD, LINK, NAME, PHONE, at_the_form, at_the_form_of, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Checkbox, Role::Dialog, Role::Link};
use e2e::place::fixture;
use e2e::site::{Site, input_value};
use standin::clock::format_time;

#[tokio::test]
async fn a_visitor_books_a_person_and_follows_the_booking() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;

    phone.finds(Dialog, "预约前请阅读").await?;
    phone.sees("临港智造园入园须知").await?;
    phone.sees("入园安全告知书").await?;
    phone.button_is_enabled("我已阅读并同意", false).await?;
    phone.choose_radio("本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。", "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;

    phone.has_value("拜访对象", "拜访员工").await?;
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await?;
    phone.type_into("来访单位", "上海启明仪器有限公司").await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    phone.select_option("来访事由", "设备维修").await?;
    phone.type_into("来访人数", "2").await?;
    phone.type_into("车牌号", "沪A3K521").await?;
    phone.set_value("设备质保到期日", "2027-06-30").await?;
    phone.select_option("是否需要陪同", "是").await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.has_value("园区北门", "true").await?;
    phone.tap(Checkbox, "研发楼").await?;
    phone.choose_radio("本人未携带易燃、易爆及其他危险化学品。", "是").await?;
    phone.does_not_see("上传中").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;

    let [booking] = site.bookings().try_into().expect("one booking");
    let expected = [
        ("orderModel", "person"),
        ("beVisitorPersonName", HOST),
        ("beVisitorPhoneNum", HOST_PHONE),
        ("visitorOpenId", "oStoryVisitor"),
        ("visitorName", NAME),
        ("visitorPhoneNum", PHONE),
        ("visitorWorkUnit", "上海启明仪器有限公司"),
        ("visitorIdentityNum", ID_CARD),
        ("visitorPurpose", "设备维修"),
        ("visitorCarNumber", "沪A3K521"),
        ("visitorCustoma", "2027-06-30"),
        ("visitorCustomb", "1"),
        ("visitorCustomc", "/__standin/image/1.jpg"),
        ("visitorCustomd", "临时访客证"),
        ("visitorPrivilegeGroupIds", "A01,A02"),
        ("startTime", &format_time(site.day(1, 10))),
        ("endTime", &format_time(site.day(1, 12))),
    ];
    for (key, value) in expected {
        assert_eq!(booking[key], value, "{key}");
    }
    assert_eq!((&booking["visitorIdentityType"], &booking["visitorPersonNum"]), (&111.into(), &2.into()));

    phone.tap(Link, "查看我的预约").await?;
    phone.is_at("/visits").await?;
    phone.sees("待审批").await?;
    phone.sees("10:00 – 12:00").await?;
    phone.tap(Link, HOST).await?;
    phone.sees("接待人还需要审批").await?;
    for fact in [HOST, NAME, PHONE, "研发中心", "设备维修", "沪A3K521", "10:00 – 12:00"] {
        phone.sees(fact).await?;
    }
    phone.close().await
}

#[tokio::test]
async fn a_phone_in_another_time_zone_books_site_time() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_of(&site, Handset::wechat().with_time_zone("America/New_York")).await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings()[0]["startTime"], format_time(site.day(1, 10)));
    phone.close().await
}

#[tokio::test]
async fn after_a_booking_the_next_one_starts_empty() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.tap(Button, "提交预约").await?;
    phone.tap(Button, "再约一次").await?;
    phone.has_value("访客姓名", "").await?;
    phone.has_value("接待人手机号", "").await?;
    phone.has_value("预计到达", "").await?;
    phone.close().await
}
