//! In WeCom an acceptance takes a portrait for the doors: asked for apart, graded, and never needed.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Checkbox, Role::Img};
use e2e::place::fixture;
use e2e::site::{Fault, INVITED, Site, call};
use serde_json::{Value, json};
use standin::seed::order_id;

const CONSENT: &str = "我同意上传人脸照片";
const PORTRAIT: &str = "人脸照片";

async fn at_the_form() -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/i/{}?s=sms&channel=wecom&projectId=122228959455556", order_id(INVITED))).await?;
    phone.sees("如不能前来，请直接告诉王建国").await?;
    phone.does_not_find(Button, "谢绝邀约").await?;
    phone.tap(Button, "接受邀约").await?;
    phone.sees(CONSENT).await?;
    Ok((site, phone))
}

async fn accepts(site: &Site, phone: &Phone) -> Result<Value> {
    phone.tap(Button, "确认接受").await?;
    phone.sees("您已接受邀约").await?;
    let [accepted] = site.requests(call::ACCEPT).try_into().expect("one acceptance");
    Ok(accepted["body"]["faceId"].clone())
}

#[tokio::test]
async fn a_portrait_goes_along_after_a_consent_of_its_own() -> Result {
    let (site, phone) = at_the_form().await?;
    phone.does_not_find(Button, PORTRAIT).await?;
    tick(&phone).await?;
    phone.pick_file(PORTRAIT, &fixture("sideways.jpg")).await?;
    phone.sees("照片质量：").await?;
    phone.animations_are_over().await?;
    phone.screenshot("invitation-portrait-390x844").await?;
    phone.reload().await?;
    phone.finds(Img, "照片").await?;
    phone.sees("照片已上传").await?;
    assert_eq!(accepts(&site, &phone).await?, json!("1179524873000001"));
    assert_eq!(site.count("facePic/upload"), 1);
    phone.close().await
}

#[tokio::test]
async fn a_portrait_that_the_doors_would_not_know_is_not_taken_and_nobody_is_stopped() -> Result {
    let (site, phone) = at_the_form().await?;
    tick(&phone).await?;
    site.inject_fault(Fault::Data(json!({"faceId": "1", "faceUrl": "", "level": "不合格", "score": 41})), "facePic/upload", 1);
    phone.pick_file(PORTRAIT, &fixture("badge.png")).await?;
    phone.sees("照片质量不合格").await?;
    phone.does_not_find(Img, "照片").await?;
    phone.screenshot("invitation-portrait-unfit-390x844").await?;
    assert_eq!(accepts(&site, &phone).await?, Value::Null);
    phone.close().await
}

#[tokio::test]
async fn who_takes_the_consent_back_takes_the_portrait_along() -> Result {
    let (site, phone) = at_the_form().await?;
    tick(&phone).await?;
    site.inject_fault(Fault::Data(json!({"faceId": "7", "faceUrl": "", "level": "低", "score": 62})), "facePic/upload", 1);
    phone.pick_file(PORTRAIT, &fixture("badge.png")).await?;
    phone.sees("建议重拍").await?;
    tick(&phone).await?;
    phone.does_not_find(Img, "照片").await?;
    assert_eq!(accepts(&site, &phone).await?, Value::Null);
    phone.close().await
}

#[tokio::test]
async fn nobody_has_to_show_a_face() -> Result {
    let (site, phone) = at_the_form().await?;
    assert_eq!(accepts(&site, &phone).await?, Value::Null);
    assert_eq!(site.count("facePic/upload"), 0);
    phone.close().await
}

async fn tick(phone: &Phone) -> Result {
    let consents = phone.names(Checkbox).await?;
    let consent = consents.iter().find(|name| name.starts_with(CONSENT)).expect("a consent");
    phone.tap(Checkbox, consent).await
}
