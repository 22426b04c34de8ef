//! Who is here goes to the site's own services and nowhere else.

use super::visitor::{LINK_WITHOUT_TOKEN, fill_in};
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button};
use e2e::site::{Fault, Site, call};

const WITH_TOKEN: &str = "&token=token-oVisitorHe&s=sms";

#[tokio::test]
async fn the_address_bar_loses_them_before_anything_is_asked_for() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.hold_program().await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}{WITH_TOKEN}")).await?;
    assert_eq!(phone.address().await?, "/?s=sms");
    phone.release_program().await?;
    phone.finds(Button, "提交预约").await?;
    let areas = site.requests(call::AREAS);
    assert_eq!((areas[0]["token"].as_str(), areas[0]["referer"].as_str()), (Some("token-oVisitorHe"), None));
    phone.close().await
}

#[tokio::test]
async fn nothing_of_them_stays_where_the_program_cannot_be_downloaded() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::Status(503), &site.first_part_of("booking")?);
    phone.open(&format!("{LINK_WITHOUT_TOKEN}{WITH_TOKEN}")).await?;
    phone.sees("网络连接中断").await?;
    assert_eq!(phone.address().await?, "/?s=sms");
    // The retry goes on as the same person.
    site.clear_faults();
    phone.reload().await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!(site.requests(call::AREAS)[0]["token"].as_str(), Some("token-oVisitorHe"));
    phone.close().await
}

#[tokio::test]
async fn a_redirect_takes_neither_token_nor_form_elsewhere() -> Result {
    let (site, elsewhere) = (Site::open_without_promises().await?, Site::open_without_promises().await?);
    let leads_away = |path: &str| Fault::Redirect(307, format!("{}/webapi/visitorcs/ui/v1/wechat/visitor/{path}", elsewhere.origin()));
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}{WITH_TOKEN}")).await?;
    fill_in(&phone, &site).await?;
    site.inject_lasting_fault(leads_away("order"), call::BOOK);
    phone.tap(Button, "提交预约").await?;
    phone.sees("还没有找到这条预约").await?;
    site.inject_lasting_fault(leads_away("order/page"), call::LIST);
    phone.open("/visits").await?;
    phone.finds(Button, "重试").await?;
    assert_eq!((elsewhere.calls(), elsewhere.bookings().len(), site.bookings().len()), (Vec::new(), 0, 0));
    phone.close().await
}
