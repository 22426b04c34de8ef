//! A believable visitor, and what they do before a story begins.

use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Site, input_value};

/// Where the account's menu leads, by way of the site's sign-in.
pub const LINK: &str = "/?openId=oStoryVisitor&token=token-oStoryVisitor&appId=wxstory&projectId=122228959455556&productId=visitorcs";
/// The same without a token: what calls do that name nobody, this visitor may not.
pub const LINK_WITHOUT_TOKEN: &str = "/?openId=oStoryVisitor&appId=wxstory&projectId=122228959455556&productId=visitorcs";

pub const NAME: &str = "林知夏";
pub const PHONE: &str = "13912345678";
/// The ID card number of GB 11643's own example.
pub const ID_CARD: &str = "11010519491231002X";

pub const HOST: &str = "王建国";
pub const HOST_PHONE: &str = "13800000001";

/// A site without promises, and a phone in WeChat on its form.
pub async fn at_the_form() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = at_the_form_of(&site, Handset::wechat()).await?;
    Ok((site, phone))
}

/// A phone on the form of that site.
pub async fn at_the_form_of(site: &Site, handset: Handset) -> Result<Phone> {
    let phone = site.start_phone(handset).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    Ok(phone)
}

/// Answers whatever the form by person requires: tomorrow from ten to twelve.
pub async fn fill_in(phone: &Phone, site: &Site) -> Result {
    phone.type_into("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.set_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.set_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await
}

/// Whether the form still holds what [`fill_in`] typed.
pub async fn nothing_is_lost(phone: &Phone, site: &Site) -> Result {
    phone.has_value("接待人手机号", HOST_PHONE).await?;
    phone.sees(&format!("接待人：{HOST}")).await?;
    phone.has_value("预计到达", &input_value(site.day(1, 10))).await?;
    phone.has_value("预计离开", &input_value(site.day(1, 12))).await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.has_value("手机号码", PHONE).await
}
