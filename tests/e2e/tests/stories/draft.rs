//! What was typed is there again: after a reload, in a new tab, for a day; and never where it should not be.

use super::visitor::{ID_CARD, LINK, NAME, at_the_form, fill_in, nothing_is_lost};
use e2e::phone::{Phone, Role::Button, Role::Checkbox, Role::Img, Store};
use e2e::place::fixture;
use e2e::trouble::Outcome;

const RESTORED: &str = "已恢复上次填写的内容";
const DAY: i64 = 24 * 3600 * 1000;

/// The key and the text of the only lasting draft.
async fn lasting_draft(phone: &Phone) -> Outcome<Option<(String, String)>> {
    let kept = phone.kept(Store::Lasting).await?;
    Ok(kept.into_iter().find(|(key, _)| key.starts_with("draft:")))
}

#[tokio::test]
async fn a_reload_loses_nothing() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.choose("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    phone.tap(Checkbox, "研发楼").await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.reload().await?;

    phone.sees(RESTORED).await?;
    nothing_is_lost(&phone, &site).await?;
    phone.shows("证件类型", "身份证").await?;
    phone.shows("证件号码", ID_CARD).await?;
    phone.shows("园区北门", "true").await?;
    phone.shows("研发楼", "true").await?;
    phone.finds(Img, "照片").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let booking = site.bookings().remove(0);
    assert_eq!((&booking["visitorIdentityNum"], &booking["visitorCustomc"]), (&ID_CARD.into(), &"/__standin/image/1.jpg".into()));
    phone.put_away().await
}

#[tokio::test]
async fn identity_numbers_and_pictures_are_never_kept_beyond_the_tab() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.choose("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    let lasting = format!("{:?}", phone.kept(Store::Lasting).await?);
    assert!(lasting.contains(NAME), "{lasting}");
    for private in [ID_CARD, "data:image", "/__standin/image/"] {
        assert!(!lasting.contains(private), "{private} is in {lasting}");
    }
    let tab = format!("{:?}", phone.kept(Store::Tab).await?);
    assert!(tab.contains(ID_CARD) && tab.contains("data:image"), "{tab}");

    phone.lose_the_tab_and_open(LINK).await?;
    phone.sees(RESTORED).await?;
    nothing_is_lost(&phone, &site).await?;
    phone.shows("证件类型", "身份证").await?;
    phone.shows("证件号码", "").await?;
    phone.does_not_find(Img, "照片").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_booking_that_arrived_leaves_no_draft() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.choose("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    assert!(lasting_draft(&phone).await?.is_some());
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    let tab = format!("{:?}", phone.kept(Store::Tab).await?);
    assert!(!tab.contains(ID_CARD), "{tab}");
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.shows("访客姓名", "").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_draft_is_gone_after_a_day() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    let (key, text) = lasting_draft(&phone).await?.expect("a draft");
    let mut draft: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let saved: i64 = draft["saved"].as_i64().expect("a time");

    draft["saved"] = (saved - DAY + 60_000).into();
    phone.keep(Store::Lasting, &key, &draft.to_string()).await?;
    phone.reload().await?;
    phone.shows("访客姓名", NAME).await?;

    draft["saved"] = (saved - DAY).into();
    phone.keep(Store::Lasting, &key, &draft.to_string()).await?;
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.shows("访客姓名", "").await?;
    phone.does_not_see(RESTORED).await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    phone.put_away().await
}

#[tokio::test]
async fn starting_over_empties_the_form_and_the_draft() -> Outcome {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.reload().await?;
    phone.sees(RESTORED).await?;
    phone.tap(Button, "清空重填").await?;
    phone.shows("访客姓名", "").await?;
    phone.shows("来访人数", "1").await?;
    phone.does_not_see(RESTORED).await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    phone.put_away().await
}

#[tokio::test]
async fn the_drafts_of_two_sites_do_not_mix() -> Outcome {
    const OTHER: &str = "/?openId=oStoryVisitor&appId=wxstory&projectId=998877";
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.open(OTHER).await?;
    phone.finds(Button, "提交预约").await?;
    phone.shows("访客姓名", "").await?;
    phone.type_into("访客姓名", "周雨桐").await?;
    phone.open(LINK).await?;
    phone.shows("访客姓名", NAME).await?;
    phone.open(OTHER).await?;
    phone.shows("访客姓名", "周雨桐").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_draft_for_a_place_opens_as_one() -> Outcome {
    let (_site, phone) = at_the_form().await?;
    phone.pick("拜访对象", "参观场地").await?;
    phone.choose("场地", "物流月台").await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.reload().await?;
    phone.shows("拜访对象", "参观场地").await?;
    phone.shows("场地", "物流月台").await?;
    phone.shows("访客姓名", NAME).await?;
    phone.put_away().await
}
