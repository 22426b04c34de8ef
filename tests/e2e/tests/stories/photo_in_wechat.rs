//! Pictures by WeChat's own chooser, where the app has put it into the page.

use super::visitor::{LINK, at_the_form, at_the_form_of, fill_in};
use e2e::error::Result;
use e2e::jpeg;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img};
use e2e::place::fixture;
use e2e::site::{Fault, Site, call};
use serde_json::json;

const PHOTOS: &str = "携带设备照片";

/// A bridge that hands out as many pictures as it may, in the manner of one system or the other.
const BRIDGE: &str = "window.wx = {
    counts: [],
    chooseImage: function (asked) {
        wx.counts.push(asked.count);
        setTimeout(function () { (HOW)(asked); }, 20);
    },
    getLocalImgData: function (asked) {
        var canvas = document.createElement('canvas');
        canvas.width = 30 + Number(asked.localId.slice(-1));
        canvas.height = 20;
        asked.success({ localData: (SYSTEM)(canvas.toDataURL('image/jpeg')) });
    }
};
// What the browser would do: open its chooser.
window.filesAsked = 0;
document.addEventListener('click', function (event) {
    if (event.target.type === 'file' && !event.defaultPrevented) { window.filesAsked++; event.preventDefault(); }
});";

const GIVES_ALL: &str = "function (asked) {
    var names = [];
    for (var i = 0; i < asked.count; i++) names.push('weixin://resourceid/' + i);
    asked.success({ localIds: names });
}";
const IOS: &str = "function (data) { return data.replace('image/jpeg', 'image/jgp'); }";
const ANDROID: &str = "function (data) { return data.split(',')[1].replace(/.{76}/g, '$&\\n'); }";

async fn at_the_form_with_a_bridge(how: &str, system: &str) -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.add_init_script(&BRIDGE.replace("HOW", how).replace("SYSTEM", system)).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    Ok((site, phone))
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
    for system in [IOS, ANDROID] {
        let (site, phone) = at_the_form_with_a_bridge(GIVES_ALL, system).await?;
        fill_in(&phone, &site).await?;
        tap_add(&phone).await?;
        phone.has_count(Img, 3).await?;
        phone.does_not_see("上传中").await?;
        assert_eq!(phone.execute("return wx.counts").await?, json!([3]));
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
    let (_site, phone) = at_the_form_with_a_bridge(GIVES_ALL, IOS).await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.has_count(Img, 1).await?;
    tap_add(&phone).await?;
    phone.has_count(Img, 3).await?;
    assert_eq!(phone.execute("return wx.counts").await?, json!([2]));
    phone.close().await
}

#[tokio::test]
async fn a_change_of_mind_is_no_failure() -> Result {
    for how in [
        "function (asked) { asked.cancel({ errMsg: 'chooseImage:cancel' }); }",
        "function (asked) { asked.cancel(); }",
        "function (asked) { asked.fail({ errMsg: 'chooseImage:fail cancel' }); }",
    ] {
        let (_site, phone) = at_the_form_with_a_bridge(how, IOS).await?;
        for tap in 1..=2 {
            tap_add(&phone).await?;
            let asked = format!(
                "return new Promise(function (done) {{ (function look() {{ wx.counts.length === {tap} ? setTimeout(done, 100) : setTimeout(look, 20) }})() }})"
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
        "function (asked) { asked.success({ localIds: ['a'] }); wx.getLocalImgData = function (o) { o.fail({}) }; }",
    ] {
        let (site, phone) = at_the_form_with_a_bridge(how, IOS).await?;
        if how.contains("getLocalImgData") {
            phone.execute("wx.getLocalImgData = function (asked) { asked.fail({ errMsg: 'getLocalImgData:fail' }); }").await?;
        }
        tap_add(&phone).await?;
        let opened =
            "return new Promise(function (done) { (function look() { window.filesAsked ? done(true) : setTimeout(look, 20) })() })";
        assert_eq!(phone.execute(opened).await?, true, "{how}");
        // From now on, at the first tap.
        tap_add(&phone).await?;
        assert_eq!(files_asked(&phone).await?, 2, "{how}");
        assert_eq!(phone.execute("return wx.counts").await?, json!([3]), "{how}");
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
    let (_site, phone) = at_the_form_with_a_bridge("function () {}", IOS).await?;
    tap_add(&phone).await?;
    assert_eq!(files_asked(&phone).await?, 0);
    tap_add(&phone).await?;
    assert_eq!(files_asked(&phone).await?, 1);
    phone.close().await
}

#[tokio::test]
async fn an_app_without_a_chooser_leaves_it_to_the_browser() -> Result {
    for bridge in ["", "window.wx = {};", "window.wx = { chooseImage: function () {} };", "window.wx = null;"] {
        let site = Site::open_without_promises().await?;
        let phone = site.start_phone(Handset::wechat()).await?;
        let listens = BRIDGE.split("// What").nth(1).unwrap_or_default();
        phone.add_init_script(&format!("{bridge}\n// What{listens}")).await?;
        phone.open(LINK).await?;
        phone.finds(Button, "提交预约").await?;
        tap_add(&phone).await?;
        assert_eq!(files_asked(&phone).await?, 1, "{bridge}");
        phone.close().await?;
    }
    Ok(())
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
    let (site, phone) = at_the_form_with_a_bridge(GIVES_ALL, IOS).await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.sees("重拍").await?;
    site.inject_fault(Fault::Delay { millis: 1_000 }, call::UPLOAD, 1);
    phone.execute("document.querySelector('.photo-picker__retake input').click()").await?;
    phone.sees("上传中").await?;
    phone.sees("重拍").await?;
    phone.has_count(Img, 1).await?;
    assert_eq!(phone.execute("return wx.counts").await?, json!([1]));
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
