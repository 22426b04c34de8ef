//! What was typed is there again: after a reload, in a new tab, for a day; and never where it should not be.

use super::visitor::{ID_CARD, LINK, NAME, PHONE, at_the_form, fill_in, nothing_is_lost};
use e2e::error::Result;
use e2e::phone::{Kept, Phone, Role::Button, Role::Checkbox, Role::Img, Storage};
use e2e::place::fixture;

const RESTORED: &str = "已恢复上次填写的内容";
const DAY: i64 = 24 * 3600 * 1000;

/// The only lasting draft.
async fn lasting_draft(phone: &Phone) -> Result<Option<Kept>> {
    let kept = phone.kept(Storage::Local).await?;
    Ok(kept.into_iter().find(|kept| kept.name.starts_with("draft:")))
}

/// Waits until the draft is stored, in both areas: that is when typing has rested.
async fn draft_is_stored(phone: &Phone, last_words: &str) -> Result {
    let script = format!(
        "return [localStorage, sessionStorage].some(function (storage) {{
            return Object.keys(storage).some(function (key) {{
                return key.indexOf(':draft:') > 0 && storage.getItem(key).indexOf('{last_words}') >= 0;
            }});
        }})"
    );
    phone.waits_for(&script, &true.into()).await
}

#[tokio::test]
async fn a_reload_loses_nothing() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    phone.tap(Checkbox, "研发楼").await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.reload().await?;

    phone.sees(RESTORED).await?;
    nothing_is_lost(&phone, &site).await?;
    phone.has_value("证件类型", "身份证").await?;
    phone.has_value("证件号码", ID_CARD).await?;
    phone.has_value("园区北门", "true").await?;
    phone.has_value("研发楼", "true").await?;
    phone.finds(Img, "照片").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let booking = site.bookings().remove(0);
    assert_eq!((&booking["visitorIdentityNum"], &booking["visitorCustomc"]), (&ID_CARD.into(), &"/__standin/image/1.jpg".into()));
    phone.close().await
}

#[tokio::test]
async fn identity_numbers_and_pictures_are_never_kept_beyond_the_tab() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    draft_is_stored(&phone, "/__standin/image/").await?;
    let lasting = format!("{:?}", phone.storage(Storage::Local).await?);
    assert!(lasting.contains(NAME), "{lasting}");
    for private in [ID_CARD, "data:image", "/__standin/image/"] {
        assert!(!lasting.contains(private), "{private} is in {lasting}");
    }
    let tab = format!("{:?}", phone.storage(Storage::Session).await?);
    assert!(tab.contains(ID_CARD) && tab.contains("data:image"), "{tab}");

    phone.open_in_new_tab(LINK).await?;
    phone.sees(RESTORED).await?;
    nothing_is_lost(&phone, &site).await?;
    phone.has_value("证件类型", "身份证").await?;
    phone.has_value("证件号码", "").await?;
    phone.does_not_find(Img, "照片").await?;
    phone.close().await
}

#[tokio::test]
async fn a_booking_that_arrived_leaves_no_draft() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.select_option("证件类型", "身份证").await?;
    phone.type_into("证件号码", ID_CARD).await?;
    draft_is_stored(&phone, ID_CARD).await?;
    assert!(lasting_draft(&phone).await?.is_some());
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    let tab = format!("{:?}", phone.storage(Storage::Session).await?);
    assert!(!tab.contains(ID_CARD), "{tab}");
    phone.reload().await?;
    phone.sees("预约已提交").await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("访客姓名", "").await?;
    phone.close().await
}

#[tokio::test]
async fn a_draft_is_gone_after_a_day() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    draft_is_stored(&phone, PHONE).await?;
    let fresh = lasting_draft(&phone).await?.expect("a draft");
    let mut draft: serde_json::Value = serde_json::from_str(&fresh.text).expect("JSON");
    let saved: i64 = draft["saved"].as_i64().expect("a time");
    let mut aged = async |age: i64| {
        draft["saved"] = (saved - age).into();
        phone.set_kept(Storage::Local, &Kept { end: fresh.end - age, text: draft.to_string(), ..fresh.clone() }).await
    };

    aged(DAY - 60_000).await?;
    phone.reload().await?;
    phone.has_value("访客姓名", NAME).await?;

    aged(DAY).await?;
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("访客姓名", "").await?;
    phone.does_not_see(RESTORED).await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    phone.close().await
}

#[tokio::test]
async fn starting_over_empties_the_form_and_the_draft() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.reload().await?;
    phone.sees(RESTORED).await?;
    phone.tap(Button, "清空重填").await?;
    phone.has_value("访客姓名", "").await?;
    phone.has_value("来访人数", "1").await?;
    phone.does_not_see(RESTORED).await?;
    assert_eq!(lasting_draft(&phone).await?, None);
    phone.close().await
}

#[tokio::test]
async fn the_drafts_of_two_sites_do_not_mix() -> Result {
    const OTHER: &str = "/?openId=oStoryVisitor&appId=wxstory&projectId=998877";
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    phone.open(OTHER).await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("访客姓名", "").await?;
    phone.type_into("访客姓名", "周雨桐").await?;
    phone.open(LINK).await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.open(OTHER).await?;
    phone.has_value("访客姓名", "周雨桐").await?;
    phone.close().await
}

#[tokio::test]
async fn a_draft_for_a_place_opens_as_one() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.choose_radio("拜访对象", "参观场地").await?;
    phone.select_option("场地", "物流月台").await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.reload().await?;
    phone.has_value("拜访对象", "参观场地").await?;
    phone.has_value("场地", "物流月台").await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.close().await
}
