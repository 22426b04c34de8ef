//! The smallest screens, light and dark: nothing scrolls sideways. The screenshots are there to be looked at.

use super::visitor::{LINK, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Img, Role::Link};
use e2e::place::fixture;
use e2e::site::{Fault, Site, call};

#[tokio::test]
async fn every_page_fits_a_small_screen() -> Result {
    every_page_fits("320x568", Handset::wechat().small()).await
}

#[tokio::test]
async fn every_page_fits_a_small_dark_screen() -> Result {
    every_page_fits("320x568-dark", Handset::wechat().small().dark()).await
}

#[tokio::test]
async fn every_page_fits_a_common_screen() -> Result {
    every_page_fits("390x844", Handset::wechat()).await
}

#[tokio::test]
async fn every_page_fits_a_common_dark_screen() -> Result {
    every_page_fits("390x844-dark", Handset::wechat().dark()).await
}

#[tokio::test]
async fn every_page_fits_a_small_screen_in_english() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat().small().with_language("en")).await?;
    phone.open(LINK).await?;
    phone.tap(Button, "Send booking").await?;
    phone.sees("5 things need your attention").await?;
    fits(&phone, "320x568-english", "form").await?;
    phone.open("/visits?openId=oVisitorDemo&token=token-oVisitorDemo").await?;
    phone.sees("That is all").await?;
    fits(&phone, "320x568-english", "visits").await?;
    phone.tap(Link, "陈思远").await?;
    phone.sees("About you").await?;
    fits(&phone, "320x568-english", "visit").await?;
    phone.close().await
}

async fn every_page_fits(size: &str, handset: Handset) -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(handset).await?;
    phone.open(LINK).await?;
    phone.sees("预约前请阅读").await?;
    fits(&phone, size, "preface").await?;
    phone.choose_radio("本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。", "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("请填写访客姓名。").await?;
    fits(&phone, size, "form").await?;

    fill_in(&phone, &site).await?;
    phone.pick_file("携带设备照片", &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.choose_radio("本人未携带易燃、易爆及其他危险化学品。", "是").await?;
    phone.does_not_see("上传中").await?;
    fits(&phone, size, "form-filled").await?;
    site.inject_fault(Fault::Refused("该时段预约人数已满，请另选时间"), call::BOOK, 1);
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约未被接受").await?;
    fits(&phone, size, "refused").await?;
    phone.tap(Button, "返回修改").await?;
    phone.tap(Button, "提交预约").await?;
    phone.sees("预约已提交").await?;
    fits(&phone, size, "sent").await?;

    phone.open("/visits?openId=oVisitorDemo&token=token-oVisitorDemo").await?;
    phone.sees("没有更多了").await?;
    fits(&phone, size, "visits").await?;
    phone.tap(Link, "陈思远").await?;
    phone.sees("访客信息").await?;
    fits(&phone, size, "visit").await?;
    phone.open("/nowhere").await?;
    phone.sees("没有找到这个页面").await?;
    fits(&phone, size, "not-found").await?;
    site.inject_lasting_fault(Fault::Status(500), call::LIST);
    phone.open("/visits").await?;
    phone.sees("服务暂时不可用").await?;
    fits(&phone, size, "failed").await?;
    phone.close().await
}

async fn fits(phone: &Phone, size: &str, page: &str) -> Result {
    phone.animations_are_over().await?;
    let wide = phone.overflow().await?;
    phone.screenshot(&format!("{page}-{size}")).await?;
    assert!(wide.is_empty(), "{page} at {size}: {wide:#?}");
    Ok(())
}
