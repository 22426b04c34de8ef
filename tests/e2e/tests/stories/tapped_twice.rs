//! Nothing is confirmed by a second tap in the same place: confirming buttons take none while their dialog is new, and
//! never lie under what opened it.

use super::approvals::{APPROVALS, at_the_approvals, status_of};
use super::inviting::WECOM;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role, Role::Button};
use e2e::site::{Site, call};
use serde_json::json;
use standin::seed::order_id;
use std::time::Duration;

/// How far apart the two taps of an impatient finger are, in milliseconds.
const PAUSES: [u64; 2] = [200, 300];

/// The dialog that asks stays, and asks.
async fn still_asks(phone: &Phone, dialog: &str) -> Result {
    tokio::time::sleep(Duration::from_millis(700)).await;
    phone.finds(Role::Dialog, dialog).await
}

#[tokio::test]
async fn a_second_tap_approves_nobody() -> Result {
    for pause in PAUSES {
        let (site, phone) = at_the_approvals().await?;
        phone.tap_twice(Button, "同意 陆子涵", pause).await?;
        still_asks(&phone, "同意来访").await?;
        phone.does_not_see("即将同意").await?;
        assert_eq!((site.count(call::APPROVE), status_of(&site, 300)), (0, Some(0)));
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_second_tap_withdraws_no_invitation() -> Result {
    for pause in PAUSES {
        let site = Site::open().await?;
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.open(&format!("/host/invitations{WECOM}")).await?;
        phone.tap_containing(Button, "杜一鸣").await?;
        phone.tap_twice(Button, "撤回邀请", pause).await?;
        still_asks(&phone, "确定撤回这份邀请吗？").await?;
        assert_eq!(site.count("invitation/cancel"), 0);
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_second_tap_cancels_no_visit() -> Result {
    for (handset, address, opener) in [
        (
            Handset::wechat(),
            format!("/visits/{}?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", order_id(1)),
            "取消预约",
        ),
        (Handset::wecom(), format!("/host/visits/batch/B{}{WECOM}", order_id(309)), "取消来访"),
    ] {
        for pause in PAUSES {
            let site = Site::open_without_promises().await?;
            let phone = site.start_phone(handset.clone()).await?;
            phone.open(&address).await?;
            phone.tap_twice(Button, opener, pause).await?;
            tokio::time::sleep(Duration::from_millis(700)).await;
            phone.finds(Button, "确定取消").await?;
            phone.close().await?;
        }
    }
    Ok(())
}

/// Opens the sheet from each row in turn, with the row's button at many heights of the screen, and gives those openers
/// on whose place the confirming button then lies.
const UNDER_THE_FINGER: &str = r#"
    var done = arguments[arguments.length - 1], found = [], tried = 0;
    var pause = function (millis) { return new Promise(function (go) { setTimeout(go, millis); }); };
    (async function () {
        for (var top = 300; top < innerHeight - 20; top += 45) {
            var opener = document.querySelector('.approvals__foot [data-decision=approve]');
            document.querySelector('.frame').style.paddingTop = '';
            var now = opener.getBoundingClientRect().top + scrollY;
            document.querySelector('.frame').style.paddingTop = Math.max(0, top - now) + 'px';
            scrollTo(0, 0);
            await pause(60);
            var box = opener.getBoundingClientRect();
            opener.click();
            await pause(450);
            while (document.querySelector('[role=dialog]').getAnimations({ subtree: true }).some(function (one) { return one.playState === 'running'; })) await pause(40);
            var button = document.querySelector('[role=dialog] [data-guarded]'), place = button.getBoundingClientRect();
            tried += 1;
            if (place.left < box.right && box.left < place.right && place.top < box.bottom && box.top < place.bottom) found.push([box.top, place.top]);
            if (place.bottom > innerHeight || place.top < 0) found.push('out of sight at ' + box.top);
            document.querySelector('[role=dialog] [data-weight=quiet]').click();
            await pause(200);
        }
        done({ tried: tried > 5, found: found });
    })();"#;

#[tokio::test]
async fn a_confirming_button_never_lies_under_what_opened_its_dialog() -> Result {
    for handset in [Handset::wecom(), Handset::wecom().small()] {
        let site = Site::open().await?;
        let phone = site.start_phone(handset).await?;
        phone.open(APPROVALS).await?;
        phone.finds(Button, "同意 陆子涵").await?;
        assert_eq!(phone.execute_async(UNDER_THE_FINGER).await?, json!({ "tried": true, "found": [] }));
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_takes_something_away_is_red() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let color = "var button = document.querySelector('[role=dialog] [data-guarded]'); return [button.innerText, getComputedStyle(button).backgroundColor]";
    phone.open(&format!("/host/invitations{WECOM}")).await?;
    phone.tap_containing(Button, "杜一鸣").await?;
    phone.tap(Button, "撤回邀请").await?;
    phone.finds(Button, "确定撤回").await?;
    assert_eq!(phone.execute(color).await?, json!(["确定撤回", "rgb(196, 42, 42)"]));
    phone.animations_are_over().await?;
    phone.screenshot("confirm-withdraw").await?;
    phone.open(APPROVALS).await?;
    phone.tap(Button, "同意 陆子涵").await?;
    phone.finds(Role::Dialog, "同意来访").await?;
    assert_eq!(phone.execute(color).await?, json!(["同意", "rgb(6, 132, 63)"]));
    phone.close().await
}
