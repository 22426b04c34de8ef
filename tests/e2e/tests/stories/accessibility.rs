//! The stories find things by name; these names are the browser's own, and every control has one.

use super::visitor::{LINK, at_the_form};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role};
use e2e::site::Site;

const ROLES: [Role; 10] = [
    Role::Button,
    Role::Link,
    Role::Heading,
    Role::Textbox,
    Role::Combobox,
    Role::Checkbox,
    Role::Radio,
    Role::Radiogroup,
    Role::Dialog,
    Role::File,
];

async fn every_name_is_the_browser_s(phone: &Phone) -> Result<usize> {
    let mut count = 0;
    for role in ROLES {
        let names = phone.names(role).await?;
        assert_eq!(names, phone.computed_names(role).await?, "{role:?}");
        assert!(names.iter().all(|name| !name.is_empty()), "a nameless {role:?} among {names:?}");
        count += names.len();
    }
    Ok(count)
}

#[tokio::test]
async fn the_stories_hear_what_a_screen_reader_says() -> Result {
    let (_site, phone) = at_the_form().await?;
    let names = every_name_is_the_browser_s(&phone).await?;
    assert!(names > 20, "only {names} names on the form");
    phone.open("/visits?openId=oVisitorDemo&token=token-oVisitorDemo&tab=history").await?;
    phone.sees("没有更多了").await?;
    let names = every_name_is_the_browser_s(&phone).await?;
    assert!(names > 20, "only {names} names in the list");
    phone.close().await
}

#[tokio::test]
async fn behind_a_dialog_nothing_is_heard() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Role::Dialog, "预约前请阅读").await?;
    every_name_is_the_browser_s(&phone).await?;
    assert_eq!(phone.execute(super::dialogs::REST_IS_INERT).await?, true);
    assert_eq!(phone.names(Role::Link).await?, Vec::<String>::new());
    phone.close().await
}
