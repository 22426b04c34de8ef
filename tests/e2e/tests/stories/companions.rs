//! Companions in the mini-program: each confirms by the link, then their leader hands the visit in.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::Site;
use standin::seed::{guests, order_id};

const CONFIRM: &str = "retinue/confirm";
const SUBMIT: &str = "miniapp/visitor/order/submit";

/// What the mini-program adds to the addresses that it opens.
pub fn opened_by(visitor: &str) -> String {
    format!("?channel=miniapp&token=token-{visitor}&projectId=122228959455556")
}

#[tokio::test]
async fn a_companion_confirms_and_the_leader_hands_the_visit_in() -> Result {
    let site = Site::open_without_promises().await?;
    let order = order_id(guests::GATHERING);
    let (leader, companion) = (site.start_phone(Handset::wechat()).await?, site.start_phone(Handset::wechat()).await?);
    leader.open(&format!("/visits/{order}/batch/B{order}{}", opened_by("oVisitorHe"))).await?;
    leader.sees("罗宇航").await?;
    leader.sees("还有 1 位同行人没有确认").await?;
    leader.does_not_find(Button, "提交预约").await?;
    let link = format!("/companions/B{order}");
    let shared = format!("{link}?channel=miniapp&projectId=122228959455556");
    leader.sees(&shared).await?;
    leader.tap(Button, "分享同行链接").await?;
    leader.sees("链接已复制").await?;
    leader.screenshot("companions-missing-390x844").await?;

    companion.open(&format!("{link}{}", opened_by("oVisitorTang"))).await?;
    companion.is_at(&link).await?;
    for fact in ["王建国", "临港智造", "设备维修", "09:00"] {
        companion.sees(fact).await?;
    }
    companion.select_option("证件类型", "身份证").await?;
    companion.type_into("证件号码", "11010519491231002").await?;
    companion.type_into("车牌号", "苏E10086").await?;
    companion.tap(Button, "确认同行").await?;
    companion.has_problem("证件号码", "身份证号码不正确，请核对。").await?;
    companion.has_focus("证件号码").await?;
    companion.type_into("证件号码", "11010519491231002X").await?;
    companion.tap_repeatedly(Button, "确认同行").await?;
    companion.sees("已确认同行").await?;
    companion.screenshot("companion-confirmed-390x844").await?;
    let [confirmed] = site.requests(CONFIRM).try_into().expect("one confirmation");
    let expected = serde_json::json!({
        "visitorBatch": format!("B{order}"),
        "visitorCarNumber": "苏E10086",
        "visitorCustomd": "临时访客证",
        "visitorIdentityNum": "11010519491231002X",
        "visitorIdentityType": 111,
    });
    assert_eq!(confirmed["body"], expected);

    leader.reload().await?;
    leader.sees("唐思琪").await?;
    leader.sees("同行人都已确认").await?;
    leader.tap_repeatedly(Button, "提交预约").await?;
    leader.sees("预约已提交").await?;
    leader.does_not_find(Button, "提交预约").await?;
    leader.sees("唐思琪").await?;
    assert_eq!(site.count(SUBMIT), 1);

    companion.open(&format!("{link}{}", opened_by("oVisitorTang"))).await?;
    companion.sees("您已在这次同行中").await?;
    companion.tap(Link, "查看这条预约").await?;
    companion.sees("罗宇航").await?;
    companion.close().await?;
    leader.close().await
}

#[tokio::test]
async fn only_the_leader_hands_the_visit_in() -> Result {
    let site = Site::open_without_promises().await?;
    let order = order_id(guests::GATHERING);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{order}/batch/B{order}{}", opened_by("oVisitorLuo"))).await?;
    phone.sees("罗宇航").await?;
    phone.does_not_see("还有 1 位同行人没有确认").await?;
    phone.close().await
}

#[tokio::test]
async fn a_visit_that_changed_meanwhile_shows_how_it_stands() -> Result {
    let site = Site::open_without_promises().await?;
    let order = order_id(guests::GATHERING);
    let phone = site.start_phone(Handset::wechat()).await?;
    confirms(&site, &phone, "oVisitorTang", &order).await?;
    phone.open(&format!("/visits/{order}/batch/B{order}{}", opened_by("oVisitorHe"))).await?;
    phone.finds(Button, "提交预约").await?;
    site.inject_fault(e2e::site::Fault::Refused("预约已提交"), SUBMIT, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.finds(Button, "提交预约").await?;
    phone.tap(Button, "提交预约").await?;
    phone.does_not_find(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn links_that_lead_nowhere_say_so_and_lead_on() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat().small()).await?;
    let full = format!("/companions/B{}", order_id(guests::GATHERED));
    phone.open(&full).await?;
    phone.sees("请在小程序中打开").await?;
    phone.sees("从小程序里转发给您").await?;
    phone.sees("王建国").await?;
    fits(&phone, "companions-elsewhere-320x568").await?;
    phone.finds(Link, "返回预约首页").await?;

    phone.open(&format!("/companions/B0{}", opened_by("oVisitorDeng"))).await?;
    phone.sees("预约单不存在").await?;
    for empty in [serde_json::json!(null), serde_json::json!({})] {
        site.inject_fault(e2e::site::Fault::Data(empty), "retinue/preview", 1);
        phone.tap(Button, "重试").await?;
        phone.sees("没有找到这次同行").await?;
        phone.reload().await?;
        phone.sees("预约单不存在").await?;
    }
    phone.open(&full).await?;
    phone.finds(Button, "确认同行").await?;
    phone.sees("以下选填项本页面暂不支持：携带设备照片、健康码").await?;
    fits(&phone, "companion-320x568").await?;
    phone.type_into("车牌号", "浙B0K338").await?;
    phone.tap(Button, "确认同行").await?;
    phone.sees("同行人数已满").await?;
    fits(&phone, "companion-refused-320x568").await?;
    phone.tap(Button, "返回修改").await?;
    phone.has_value("车牌号", "浙B0K338").await?;
    phone.tap(Button, "确认同行").await?;
    phone.tap(Link, "查看我的预约").await?;
    phone.is_at("/visits").await?;
    phone.close().await
}

async fn confirms(site: &Site, phone: &Phone, visitor: &str, order: &str) -> Result {
    phone.open(&format!("/companions/B{order}{}", opened_by(visitor))).await?;
    phone.tap(Button, "确认同行").await?;
    phone.sees("已确认同行").await?;
    assert_eq!(site.count(CONFIRM), 1);
    Ok(())
}

async fn fits(phone: &Phone, name: &str) -> Result {
    phone.animations_are_over().await?;
    phone.screenshot(name).await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new(), "{name}");
    Ok(())
}
