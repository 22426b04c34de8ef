//! Pictures: what is taken, what is made of them, and what happens when they do not get through.

use super::visitor::{at_the_form, fill_in};
use e2e::error::Result;
use e2e::jpeg::{self, Jpeg};
use e2e::phone::Role::{Button, Img};
use e2e::place::fixture;
use e2e::site::{Fault, call};
use std::env::temp_dir;
use std::fs::{self, File};

const PHOTOS: &str = "携带设备照片";

#[tokio::test]
async fn what_is_no_picture_is_refused_in_words() -> Result {
    let (site, phone) = at_the_form().await?;
    for (file, words) in [("notes.txt", "这不是图片，请选择照片。"), ("not_really.jpg", "无法读取这张照片，请换一张。")]
    {
        phone.pick_file(PHOTOS, &fixture(file)).await?;
        phone.has_problem(PHOTOS, words).await?;
        phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
        phone.has_no_problem(PHOTOS).await?;
        phone.finds(Img, "照片").await?;
        phone.tap(Button, "删除照片").await?;
        phone.does_not_find(Img, "照片").await?;
    }
    assert_eq!(site.count(call::UPLOAD), 2);
    phone.close().await
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_in_words() -> Result {
    let (site, phone) = at_the_form().await?;
    let large = temp_dir().join(format!("visitor-large-{}.jpg", std::process::id()));
    File::create(&large).and_then(|file| file.set_len(20 * 1024 * 1024 + 1)).expect("a large file");
    phone.pick_file(PHOTOS, &large).await?;
    let seen = phone.has_problem(PHOTOS, "照片超过 20 MB，请选择小一点的。").await;
    fs::remove_file(&large).expect("to remove it");
    seen?;
    assert_eq!(site.count(call::UPLOAD), 0);
    phone.close().await
}

/// The fixture lies on its side and says so in its EXIF: red, green, blue and white, and upright
/// blue, red, white and green.
#[tokio::test]
async fn a_large_photo_arrives_smaller_upright_and_without_exif() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.pick_file(PHOTOS, &fixture("sideways.jpg")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    let received = jpeg::read(&site.picture("1.jpg").await);
    assert_eq!(received, Some(Jpeg { width: 1200, height: 1600, has_exif: false }));
    let corners = phone.image_colours("/__standin/image/1.jpg", &[(25, 25), (75, 25), (25, 75), (75, 75)]).await?;
    let names: Vec<&str> = corners.into_iter().map(name).collect();
    assert_eq!(names, ["blue", "red", "white", "green"]);
    phone.close().await
}

fn name([red, green, blue]: [u8; 3]) -> &'static str {
    match (red > 150, green > 120, blue > 150) {
        (true, true, true) => "white",
        (true, false, false) => "red",
        (false, true, false) => "green",
        (false, false, true) => "blue",
        _ => "something else",
    }
}

#[tokio::test]
async fn an_upload_that_failed_can_be_tried_again() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Status(500), call::UPLOAD, 1);
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.sees("上传失败").await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem(PHOTOS, "有照片没有上传成功，请重新上传或删除。").await?;
    phone.tap(Button, "上传失败 重新上传").await?;
    phone.does_not_see("上传失败").await?;
    phone.does_not_see("上传中").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    assert_eq!(site.bookings()[0]["visitorCustomc"], "/__standin/image/1.jpg");
    phone.close().await
}

#[tokio::test]
async fn a_photo_on_its_way_is_waited_for() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    site.inject_fault(Fault::Delay { millis: 2_500 }, call::UPLOAD, 1);
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.sees("上传中").await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem(PHOTOS, "照片还在上传，请稍候。").await?;
    phone.does_not_see("上传中").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    phone.close().await
}

#[tokio::test]
async fn three_photos_are_enough() -> Result {
    let (site, phone) = at_the_form().await?;
    fill_in(&phone, &site).await?;
    for count in 1..=3 {
        phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
        phone.has_count(Img, count).await?;
    }
    phone.does_not_see("上传中").await?;
    phone.does_not_find(Button, "携带设备照片: 添加照片").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    let kept = site.bookings()[0]["visitorCustomc"].as_str().map(|kept| kept.split(',').count());
    assert_eq!(kept, Some(3));
    phone.close().await
}
