//! Pictures by WeChat's own chooser, once its JS-SDK is ready.

use super::visitor::{LINK, at_the_form, at_the_form_of, fill_in};
use e2e::error::Result;
use e2e::jpeg;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img};
use e2e::place::fixture;
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};

const PHOTOS: &str = "携带设备照片";

/// What the browser would do: open its chooser.
const FILES: &str = "window.filesAsked = 0;
document.addEventListener('click', function (event) {
    if (event.target.type === 'file' && !event.defaultPrevented) { window.filesAsked++; event.preventDefault(); }
});";

/// A form in an app whose JS-SDK is ready, and answers a choice of pictures like that; as usual where `how` is empty.
async fn at_the_form_with_the_sdk(how: &str, handset: Handset) -> Result<(Site, Phone)> {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(handset).await?;
    phone.add_init_script(FILES).await?;
    if !how.is_empty() {
        phone.add_init_script(&format!("window.jsSdkAnswers = {{ chooseImage: {how} }};")).await?;
    }
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_checked_signatures(1).await?;
    Ok((site, phone))
}

/// How many pictures each choice was for.
async fn counts(phone: &Phone) -> Result<Value> {
    let chosen =
        "return jsSdkCalls.filter(function (call) { return call[0] === 'chooseImage'; }).map(function (call) { return call[1].count; })";
    phone.execute(chosen).await
}

/// WebDriver refuses to click what opens files.
async fn tap_add(phone: &Phone) -> Result {
    phone.execute("document.querySelector('.photo-picker__add input').click()").await.map(drop)
}

async fn files_asked(phone: &Phone) -> Result<i64> {
    Ok(phone.execute("return window.filesAsked").await?.as_i64().unwrap_or(-1))
}

#[tokio::test]
async fn the_app_s_own_chooser_fills_the_form_on_either_system() -> Result {
    for handset in [Handset::wechat_on_ios(), Handset::wechat()] {
        let (site, phone) = at_the_form_with_the_sdk("", handset).await?;
        fill_in(&phone, &site).await?;
        tap_add(&phone).await?;
        phone.has_count(Img, 3).await?;
        phone.does_not_see("上传中").await?;
        assert_eq!(counts(&phone).await?, json!([3]));
        assert_eq!(files_asked(&phone).await?, 0);
        phone.tap(Button, "提交预约").await?;
        phone.sees("预约已提交").await?;
        let kept = site.bookings()[0]["visitorCustomc"].as_str().map(|kept| kept.split(',').count());
        assert_eq!(kept, Some(3));
        let mut widths: Vec<u16> = Vec::new();
        for number in 1..=3 {
            let jpeg = jpeg::read(&site.picture(&format!("{number}.jpg")).await).expect("a picture");
            widths.push(jpeg.width);
        }
        widths.sort_unstable();
        assert_eq!(widths, [30, 31, 32]);
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn only_as_many_are_asked_for_as_there_is_room_for() -> Result {
    let (_site, phone) = at_the_form_with_the_sdk("", Handset::wechat_on_ios()).await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.has_count(Img, 1).await?;
    tap_add(&phone).await?;
    phone.has_count(Img, 3).await?;
    assert_eq!(counts(&phone).await?, json!([2]));
    phone.close().await
}

#[tokio::test]
async fn a_change_of_mind_is_no_failure() -> Result {
    for how in [
        "function (asked) { asked.cancel({ errMsg: 'chooseImage:cancel' }); }",
        "function (asked) { asked.cancel(); }",
        "function (asked) { asked.fail({ errMsg: 'chooseImage:fail cancel' }); }",
    ] {
        let (_site, phone) = at_the_form_with_the_sdk(how, Handset::wechat_on_ios()).await?;
        for tap in 1..=2 {
            tap_add(&phone).await?;
            let asked = format!(
                "return new Promise(function (done) {{ (function look() {{ jsSdkCalls.length === {tap} ? setTimeout(done, 100) : setTimeout(look, 20) }})() }})"
            );
            phone.execute(&asked).await?;
        }
        assert_eq!(files_asked(&phone).await?, 0, "{how}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_bridge_that_fails_gives_way_to_the_browser() -> Result {
    for how in [
        "function (asked) { asked.fail({ errMsg: 'chooseImage:permission denied' }); }",
        "function (asked) { asked.success({ localIds: ['a'] }); }",
    ] {
        let (site, phone) = at_the_form_with_the_sdk(how, Handset::wechat_on_ios()).await?;
        phone.execute("jsSdkAnswers.getLocalImgData = function (asked) { asked.fail({ errMsg: 'getLocalImgData:fail' }); }").await?;
        tap_add(&phone).await?;
        let opened =
            "return new Promise(function (done) { (function look() { window.filesAsked ? done(true) : setTimeout(look, 20) })() })";
        assert_eq!(phone.execute(opened).await?, true, "{how}");
        // From now on, at the first tap.
        tap_add(&phone).await?;
        assert_eq!(files_asked(&phone).await?, 2, "{how}");
        assert_eq!(counts(&phone).await?, json!([3]), "{how}");
        phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
        phone.has_count(Img, 1).await?;
        phone.does_not_see("上传中").await?;
        assert_eq!(site.count(call::UPLOAD), 1);
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_bridge_that_never_answers_is_asked_once() -> Result {
    let (_site, phone) = at_the_form_with_the_sdk("function () {}", Handset::wechat()).await?;
    tap_add(&phone).await?;
    assert_eq!(files_asked(&phone).await?, 0);
    tap_add(&phone).await?;
    assert_eq!(files_asked(&phone).await?, 1);
    phone.close().await
}

#[tokio::test]
async fn an_app_without_a_chooser_leaves_it_to_the_browser() -> Result {
    // A site that signs for nothing, whatever lies in the page, and an app that is too old for the call.
    for (script, has_sdk) in [("window.wx = { chooseImage: function () {}, getLocalImgData: function () {} };", false), ("", true)] {
        let site = if has_sdk { Site::open_with_js_sdk().await? } else { Site::open_without_promises().await? };
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.add_init_script(&format!("{script}\n{FILES}")).await?;
        phone.open(LINK).await?;
        phone.finds(Button, "提交预约").await?;
        if has_sdk {
            phone.has_checked_signatures(1).await?;
            phone.execute("delete wx.getLocalImgData").await?;
        }
        tap_add(&phone).await?;
        assert_eq!(files_asked(&phone).await?, 1, "{has_sdk}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_that_was_uploaded_is_seen_as_large_as_the_screen() -> Result {
    let (site, phone) = at_the_form_with_the_sdk("", Handset::wechat()).await?;
    tap_add(&phone).await?;
    phone.has_count(Img, 3).await?;
    phone.does_not_see("上传中").await?;
    phone.scroll_to(Button, "查看照片").await?;
    phone.screenshot("photos-to-view").await?;
    phone.execute("document.querySelectorAll('.photo-picker__view')[1].click()").await?;
    let shown = site.wait_for_js_sdk_call("previewImage").await?;
    let urls: Vec<String> = shown["urls"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let picture = format!("{}/__standin/image/", site.origin());
    assert!(urls.len() == 3 && urls.iter().all(|url| url.starts_with(&picture)), "{urls:?}");
    assert_eq!(shown["current"], urls[1]);
    phone.close().await
}

#[tokio::test]
async fn a_photo_can_be_taken_anew_in_its_place() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    for count in 1..=2 {
        phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
        phone.has_count(Img, count).await?;
        phone.does_not_see("上传中").await?;
    }
    phone.screenshot("photos-to-retake").await?;
    site.inject_fault(Fault::Delay { millis: 1_000 }, call::UPLOAD, 1);
    phone.pick_file("重拍", &fixture("sideways.jpg")).await?;
    phone.sees("上传中").await?;
    phone.does_not_see("上传中").await?;
    phone.has_count(Img, 2).await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings()[0]["visitorCustomc"], "/__standin/image/3.jpg,/__standin/image/2.jpg");
    phone.close().await
}

#[tokio::test]
async fn the_app_s_chooser_takes_a_photo_anew_as_well() -> Result {
    let (site, phone) = at_the_form_with_the_sdk("", Handset::wechat_on_ios()).await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.sees("重拍").await?;
    site.inject_fault(Fault::Delay { millis: 1_000 }, call::UPLOAD, 1);
    phone.execute("document.querySelector('.photo-picker__retake input').click()").await?;
    phone.sees("上传中").await?;
    phone.sees("重拍").await?;
    phone.has_count(Img, 1).await?;
    assert_eq!(counts(&phone).await?, json!([1]));
    assert_eq!(jpeg::read(&site.picture("2.jpg").await).map(|jpeg| jpeg.width), Some(30));
    phone.close().await
}

#[tokio::test]
async fn a_removed_photo_s_late_upload_does_not_become_the_next_one_s() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_of(&site, Handset::wechat()).await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Delay { millis: 2_000 }, call::UPLOAD, 1);
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.sees("上传中").await?;
    phone.tap(Button, "删除照片").await?;
    site.inject_fault(Fault::Delay { millis: 4_000 }, call::UPLOAD, 1);
    phone.pick_file(PHOTOS, &fixture("sideways.jpg")).await?;
    phone.sees("上传中").await?;
    phone.sees("重拍").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let kept = site.bookings()[0]["visitorCustomc"].as_str().unwrap_or_default().trim_start_matches("/__standin/image/").to_owned();
    assert_eq!(jpeg::read(&site.picture(&kept).await).map(|jpeg| jpeg.width), Some(1200));
    phone.close().await
}
