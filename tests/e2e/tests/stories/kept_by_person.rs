//! What a device keeps is its owner's: on a shared phone nobody sees another's. All of it has an end, and goes when told.

use super::approvals::{APPROVALS, at_the_approvals};
use super::visitor::{LINK, NAME};
use e2e::error::Result;
use e2e::phone::{Handset, Kept, Phone, Role::Button, Role::Img, Role::Link, Storage};
use e2e::site::{Fault, Site, call};
use standin::seed::order_id;

const OTHER_VISITOR: &str = "/?openId=oStoryOther&appId=wxstory&projectId=122228959455556&productId=visitorcs";
const OTHER_APPROVALS: &str = "/host/approvals?channel=wecom&token=token-oHostLi&projectId=demo";
const TODAY: &str = "/host?channel=wecom&token=token-oHostWang&projectId=demo";
const CODE: &str = "通行二维码";
const DAY: i64 = 24 * 3600 * 1000;

/// Waits until the device keeps nothing of that kind for anybody.
async fn is_gone(phone: &Phone, area: Storage, name: &str) -> Result {
    for _ in 0..100 {
        if !phone.kept(area).await?.iter().any(|kept| kept.name.starts_with(name)) {
            return Ok(());
        }
        tokio::time::sleep(e2e::phone::POLL_INTERVAL).await;
    }
    panic!("{name} is still there");
}

#[tokio::test]
async fn a_draft_is_shown_to_whoever_typed_it_and_to_no_one_else() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for (link, name) in [(LINK, NAME), (OTHER_VISITOR, "周雨桐"), ("/", "某位访客")] {
        phone.open_in_new_tab(link).await?;
        phone.finds(Button, "提交预约").await?;
        phone.has_value("访客姓名", "").await?;
        phone.type_into("访客姓名", name).await?;
    }
    // In the tab of another, too.
    for (link, name) in [(LINK, NAME), (OTHER_VISITOR, "周雨桐"), (LINK, NAME)] {
        phone.open(link).await?;
        phone.has_value("访客姓名", name).await?;
    }
    phone.open_in_new_tab("/").await?;
    phone.has_value("访客姓名", "某位访客").await?;
    let kept = phone.kept(Storage::Local).await?;
    assert_eq!(kept.len(), 3);
    assert!(!format!("{kept:?}").contains("oStory"), "{kept:?}");
    phone.close().await
}

#[tokio::test]
async fn reasons_for_returning_are_offered_to_whoever_wrote_them() -> Result {
    let (site, phone) = at_the_approvals().await?;
    let mut li = None;
    site.update_directory(|directory| li = directory.host_by_open_id("oHostLi").ok().cloned());
    let li = li.expect("a second employee");
    site.update_visit(&order_id(302), |visit, _| visit.plan.host = li);
    phone.tap(Button, "退回 陆子涵").await?;
    phone.type_into("退回原因", "请补充车牌号").await?;
    phone.tap(Button, "退回").await?;
    phone.sees("已退回 1 位").await?;
    phone.open_in_new_tab(OTHER_APPROVALS).await?;
    phone.tap(Button, "退回 马腾飞").await?;
    phone.finds(e2e::phone::Role::Textbox, "退回原因").await?;
    phone.does_not_see("请补充车牌号").await?;
    phone.open_in_new_tab(APPROVALS).await?;
    phone.tap(Button, "退回 方文静").await?;
    phone.finds(Button, "请补充车牌号").await?;
    phone.close().await
}

#[tokio::test]
async fn visitor_ids_of_door_access_are_the_employee_s() -> Result {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let access = |host: &str| format!("/host/access?channel=wecom&token=token-{host}&projectId=demo");
    phone.open(&access("oHostWang")).await?;
    phone.tap(Button, "登记全部 9 位").await?;
    phone.does_not_see("未登记").await?;
    phone.does_not_see("已处理").await?;
    phone.does_not_see("正在登记").await?;
    let kept = phone.kept(Storage::Local).await?;
    let owners: std::collections::BTreeSet<&String> = kept.iter().map(|kept| &kept.owner).collect();
    assert_eq!(owners.len(), 1, "{kept:?}");
    // Whatever Li's list shows, it says nothing of these.
    phone.open_in_new_tab(&access("oHostLi")).await?;
    phone.does_not_see("已登记").await?;
    phone.open_in_new_tab(&access("oHostWang")).await?;
    phone.does_not_see("未登记").await?;
    phone.close().await
}

#[tokio::test]
async fn a_pass_is_its_visitor_s_and_a_tab_where_nobody_is_known_opens_it_by_its_address() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let path = format!("/visits/{}/pass", order_id(2));
    phone.open(&format!("{path}?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556")).await?;
    phone.finds(Img, CODE).await?;
    for call in [call::DETAIL, call::QR_CODE, call::PASS_LAYOUT, call::CLOCK, call::DELIVERY] {
        site.inject_lasting_fault(Fault::RequestLost, call);
    }
    phone.open_in_new_tab(&format!("{path}?openId=oStoryOther&token=token-oStoryOther&projectId=122228959455556")).await?;
    phone.sees("网络不通").await?;
    phone.does_not_find(Img, CODE).await?;
    assert!(!phone.text().await?.contains("张晓雯"));
    phone.open_in_new_tab(&path).await?;
    phone.sees("登录已失效，请从原来的链接重新进入").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

/// Somebody whose token was renewed is the same person, with the same draft.
#[tokio::test]
async fn a_new_token_after_signing_in_again_keeps_what_was_typed() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.open("/host/invitations/new").await?;
    phone.type_into("访客姓名", "孙晓梦").await?;
    site.inject_lasting_fault(Fault::Status(401), call::RECORDS);
    phone.open("/host/approvals").await?;
    phone.sees("登录已失效").await?;
    site.clear_faults();
    phone.open(&format!("/m/{}", order_id(301))).await?;
    phone.is_at("/host/approvals").await?;
    phone.open("/host/invitations/new").await?;
    phone.has_value("访客姓名", "孙晓梦").await?;
    phone.close().await
}

#[tokio::test]
async fn everything_has_an_end_whatever_page_is_opened() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.finds(Link, "我的预约").await?;
    for _ in 0..100 {
        if phone.keeps(Storage::Local, "draft:122228959455556:mp").await? {
            break;
        }
        tokio::time::sleep(e2e::phone::POLL_INTERVAL).await;
    }
    let kept = phone.kept(Storage::Local).await?.into_iter().find(|kept| kept.name.starts_with("draft:")).expect("a draft");
    // Another's, which have ended as well, and one that is good for a moment yet.
    for (owner, name, age) in [("aa", "pass", DAY + 1), ("aa", "reasons", DAY + 1), ("bb", "accepted:7", DAY - 60_000)] {
        let (owner, name) = (owner.to_owned(), name.to_owned());
        phone.set_kept(Storage::Local, &Kept { owner, name, end: kept.end - age, ..kept.clone() }).await?;
    }
    phone.open(TODAY).await?;
    phone.set_kept(Storage::Local, &Kept { end: kept.end - DAY, ..kept }).await?;
    is_gone(&phone, Storage::Local, "draft:").await?;
    is_gone(&phone, Storage::Local, "pass").await?;
    is_gone(&phone, Storage::Local, "reasons").await?;
    assert!(phone.keeps(Storage::Local, "accepted:7").await?);
    phone.close().await
}

#[tokio::test]
async fn both_programs_remove_all_of_it_when_told() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    for place in ["/visits", TODAY] {
        phone.open_in_new_tab(LINK).await?;
        phone.type_into("访客姓名", NAME).await?;
        phone.tap(Link, "我的预约").await?;
        phone.finds(Button, "清除本机数据").await?;
        assert!(!phone.kept(Storage::Local).await?.is_empty());
        phone.open(place).await?;
        phone.scroll_to(Button, "清除本机数据").await?;
        phone.tap(Button, "清除本机数据").await?;
        phone.sees("使用过此设备的其他人的也会清除").await?;
        phone.animations_are_over().await?;
        phone.screenshot(if place == TODAY { "remove-data-host-390x844" } else { "remove-data-390x844" }).await?;
        phone.tap(Button, "清除").await?;
        phone.sees("本机数据已清除").await?;
        assert_eq!(phone.kept(Storage::Local).await?, []);
        assert_eq!(phone.kept(Storage::Session).await?, []);
    }
    // Whoever is here is still signed in.
    phone.reload().await?;
    phone.sees("待我审批").await?;
    phone.close().await
}
