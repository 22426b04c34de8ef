//! Booking in the mini-program's web-view, where the company to visit is chosen first.

use super::visitor::{HOST, HOST_PHONE};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Link};
use e2e::site::{Fault, Site, input_value};

/// As the mini-program opens its web-view.
const LINK: &str = "/?channel=miniapp&token=token-oVisitorLuo";
const SEARCH: &str = "my/enterprise/list";

#[tokio::test]
async fn a_company_is_searched_for_chosen_and_booked() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("拜访单位", "临").await?;
    assert_eq!(site.count("my/enterprise/list"), 0, "one character is no search");
    phone.type_into("拜访单位", "临港智造").await?;
    phone.tap(Button, standin::seed::ENTERPRISE).await?;

    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.type_into("访客姓名", "罗一鸣").await?;
    phone.type_into("手机号码", "13900000003").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;

    let [sent] = site.requests("miniapp/visitor/order/founding").try_into().expect("one booking");
    let body = &sent["body"];
    assert_eq!((&body["beVisitorUserId"], &body["beVisitorPersonName"]), (&"P1001".into(), &HOST.into()));
    assert_eq!(body["startTime"], site.day(1, 10).format("%Y-%m-%d %H:%M").to_string());
    assert_eq!(site.count("wechat/visitor/order"), 0, "no call of another flavor");
    phone.close().await
}

#[tokio::test]
async fn who_books_for_two_is_told_to_gather_the_party() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("拜访单位", "临港智造").await?;
    phone.tap(Button, standin::seed::ENTERPRISE).await?;
    phone.type_into("接待人手机号", "13800000004").await?;
    phone.sees("接待人：赵倩").await?;
    phone.set_value("预计到达", &input_value(site.day(2, 15))).await?;
    phone.type_into("访客姓名", "罗宇航").await?;
    phone.type_into("手机号码", "13900000003").await?;
    phone.type_into("来访人数", "2").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("都确认后，由您提交给接待人").await?;
    phone.tap(Link, "查看我的预约").await?;
    phone.tap(Link, "赵倩").await?;
    phone.sees("还有 1 位同行人没有确认").await?;
    phone.sees("同行人确认后，由您提交").await?;
    phone.close().await
}

#[tokio::test]
async fn late_answers_to_a_search_are_dropped_and_a_failed_one_is_said() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    site.inject_fault(Fault::Delay { millis: 2_500 }, SEARCH, 1);
    phone.type_into("拜访单位", "临港").await?;
    phone.sees("正在查找").await?;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    phone.type_into("拜访单位", "申联").await?;
    phone.finds(Button, "上海申联精密机械有限公司").await?;
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    phone.does_not_find(Button, standin::seed::ENTERPRISE).await?;

    phone.type_into("拜访单位", "没有这一家").await?;
    phone.has_problem("拜访单位", "没有找到这个单位，请核对名称。").await?;
    site.inject_lasting_fault(Fault::Status(500), SEARCH);
    phone.type_into("拜访单位", "临港智造").await?;
    phone.has_problem("拜访单位", "没能查到，请检查网络后再输入").await?;
    phone.close().await
}

#[tokio::test]
async fn a_wecom_web_view_offers_no_booking_and_fails_on_nothing() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/?channel=wecom").await?;
    phone.sees("这里不提供此功能").await?;
    phone.does_not_find(Button, "提交预约").await?;
    phone.does_not_find(Link, "我的预约").await?;
    assert_eq!(site.count("visitor/field/info"), 0);
    phone.close().await
}
