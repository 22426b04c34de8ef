//! Into which areas an approval lets visitors: what is sent is what the sheet says.

use super::approvals::{at_the_approvals, at_the_approvals_of, stands, status_of};
use e2e::error::Result;
use e2e::phone::{Phone, Role::Button, Role::Checkbox};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};
use standin::seed::order_id;

const AS_REQUESTED: &str = "按访客申请的区域";
const NONE_TICKED: &str = "请选择允许进入的区域，或选“按访客申请的区域”。";

/// The boxes of the sheet, and those of them that are ticked.
async fn boxes(phone: &Phone) -> Result<(Vec<String>, Vec<String>)> {
    let all = phone.names(Checkbox).await?;
    let mut ticked = Vec::new();
    for name in &all {
        if phone.value_of(name).await? == "true" {
            ticked.push(name.clone());
        }
    }
    Ok((all, ticked))
}

async fn untick_all(phone: &Phone) -> Result {
    for name in boxes(phone).await?.1 {
        phone.tap(Checkbox, &name).await?;
    }
    Ok(())
}

fn sent_areas(site: &Site, call: &str) -> Vec<Value> {
    site.requests(call).iter().map(|request| request["body"]["visitorPrivilegeGroupIds"].clone()).collect()
}

#[tokio::test]
async fn who_unticks_every_area_is_asked_instead_of_sending_the_visitor_where_they_asked() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.sees("允许进入的区域").await?;
    untick_all(&phone).await?;
    phone.tap(Button, "同意").await?;
    phone.sees(NONE_TICKED).await?;
    phone.animations_are_over().await?;
    phone.screenshot("approve-no-area").await?;
    let (all, ticked) = boxes(&phone).await?;
    assert!(ticked.is_empty() && all.len() > 1, "{all:?} {ticked:?}");
    let area = all.iter().find(|name| !name.starts_with(AS_REQUESTED)).cloned().unwrap_or_default();
    phone.tap(Checkbox, &area).await?;
    phone.does_not_see(NONE_TICKED).await?;
    phone.tap(Button, "同意").await?;
    stands(&site, 300, 1).await;
    let [sent] = sent_areas(&site, call::APPROVE).try_into().unwrap_or_default();
    assert!(sent.as_str().is_some_and(|sent| !sent.is_empty() && !sent.contains(',')), "the one area that was ticked: {sent}");
    phone.close().await
}

#[tokio::test]
async fn as_requested_is_a_choice_of_its_own_and_sends_no_areas() -> Result {
    let (site, phone) = at_the_approvals().await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.sees("允许进入的区域").await?;
    phone.tap(Checkbox, AS_REQUESTED).await?;
    let ticked = boxes(&phone).await?.1;
    assert!(ticked.len() == 1 && ticked.iter().all(|name| name.starts_with(AS_REQUESTED)), "{ticked:?}");
    phone.tap(Button, "同意").await?;
    stands(&site, 300, 1).await;
    assert_eq!(sent_areas(&site, call::APPROVE), [json!(null)]);
    phone.close().await
}

#[tokio::test]
async fn a_batch_sends_what_its_sheet_says() -> Result {
    let site = Site::open().await?;
    site.update_visit(&order_id(300), |visit, _| visit.plan.areas.clear());
    let phone = at_the_approvals_of(&site).await?;
    for name in ["陆子涵", "方文静"] {
        phone.tap(Checkbox, &format!("选择 {name}")).await?;
    }
    phone.tap(Button, "同意所选").await?;
    phone.sees("申请的区域各不相同").await?;
    phone.animations_are_over().await?;
    phone.screenshot("approve-batch-areas").await?;
    assert_eq!(boxes(&phone).await?.1, [AS_REQUESTED], "each as they asked");
    phone.tap(Checkbox, AS_REQUESTED).await?;
    phone.tap(Button, "同意").await?;
    phone.sees(NONE_TICKED).await?;
    assert_eq!((site.count(call::DECIDE_BATCH), status_of(&site, 300)), (0, Some(0)));
    phone.tap(Checkbox, AS_REQUESTED).await?;
    phone.tap(Button, "同意").await?;
    stands(&site, 300, 1).await;
    assert_eq!(sent_areas(&site, call::DECIDE_BATCH), [json!(null)]);
    phone.close().await
}

#[tokio::test]
async fn without_the_site_s_areas_as_requested_stands_there_ticked() -> Result {
    let site = Site::open().await?;
    site.inject_lasting_fault(Fault::Status(502), "my/privilege/group");
    let phone = at_the_approvals_of(&site).await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.sees("区域名单没有读到").await?;
    assert_eq!(boxes(&phone).await?, (vec![AS_REQUESTED.to_owned()], vec![AS_REQUESTED.to_owned()]));
    phone.close().await
}
