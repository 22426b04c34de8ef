//! The first screen, while the program still downloads: its heading is there to read, and the answers that its page asks for
//! are on their way. Each is asked for once, by the person and at the place that the program asks for.

use super::approvals::APPROVALS;
use super::visitor::{LINK, LINK_WITHOUT_TOKEN};
use e2e::error::Result;
use e2e::phone::{Handset, POLL_INTERVAL, Phone, Role::Button};
use e2e::site::{Fault, INVITED, Site, call};
use serde_json::Value;
use standin::seed::order_id;
use std::time::Duration;

const VISITOR: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";
const HOST: &str = "?token=token-oHostWang&projectId=122228959455556";

/// Addresses, what is on their page once it works, and how many calls it makes first.
fn screens() -> [(String, &'static str, usize); 7] {
    [
        (LINK.to_owned(), "提交预约", 5),
        (format!("/i/{}?s=sms", order_id(INVITED)), "接受邀约", 2),
        (APPROVALS.to_owned(), "陆子涵", 2),
        (format!("/visits{VISITOR}"), "王建国", 1),
        (format!("/host{HOST}"), "接下来", 2),
        (format!("/host/receptions{HOST}"), "待接待", 1),
        (format!("/visits/{}/pass{VISITOR}", order_id(1)), "未到时间", 3),
    ]
}

/// The calls so far but those for the clock, which are the program's own business.
fn calls(site: &Site) -> Vec<String> {
    let calls = site.calls().into_iter().filter(|(_, path, _)| !path.ends_with(call::CLOCK));
    calls.map(|(method, path, body)| format!("{method} {path} {body}")).collect()
}

fn sorted(mut calls: Vec<String>) -> Vec<String> {
    calls.sort();
    calls
}

async fn wait_for_calls(site: &Site, count: usize) -> Vec<String> {
    for _ in 0..50 {
        if calls(site).len() >= count {
            break;
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
    calls(site)
}

async fn site_and_phone() -> Result<(Site, Phone)> {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.hold_program().await?;
    Ok((site, phone))
}

#[tokio::test]
async fn the_first_answers_are_asked_for_while_the_program_downloads_and_once() -> Result {
    let (site, phone) = site_and_phone().await?;
    for (address, words, count) in screens() {
        site.forget_calls();
        phone.open(&address).await?;
        let early = wait_for_calls(&site, count).await;
        assert_eq!(early.len(), count, "{address}: {early:?}");
        phone.release_program().await?;
        phone.sees(words).await?;
        let all = calls(&site);
        for call in &early {
            assert_eq!(all.iter().filter(|other| *other == call).count(), 1, "{address}: {call}");
        }
    }
    phone.close().await
}

/// Where nothing is asked for early, as in webviews without `AbortController`, the pages ask for the same, and for these first.
#[tokio::test]
async fn pages_ask_for_the_same_themselves() -> Result {
    let (site, phone) = site_and_phone().await?;
    let mut early = Vec::new();
    for (address, _, count) in screens() {
        site.forget_calls();
        phone.open(&address).await?;
        early.push(sorted(wait_for_calls(&site, count).await));
    }
    phone.close().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.add_init_script("delete window.AbortController").await?;
    for ((address, words, count), early) in screens().into_iter().zip(early) {
        site.forget_calls();
        phone.open(&address).await?;
        phone.sees(words).await?;
        assert_eq!(sorted(calls(&site).into_iter().take(count).collect()), early, "{address}");
    }
    phone.close().await
}

#[tokio::test]
async fn they_are_asked_for_as_whoever_is_here_and_take_no_credential_elsewhere() -> Result {
    let (site, phone) = site_and_phone().await?;
    phone.open(&format!("{LINK_WITHOUT_TOKEN}&token=tok%2Dold")).await?;
    wait_for_calls(&site, 5).await;
    let areas = site.requests(call::AREAS);
    assert_eq!((areas[0]["query"].as_str(), areas[0]["token"].as_str()), (Some("openId=oStoryVisitor&type=0"), Some("tok-old")));
    phone.release_program().await?;
    phone.finds(Button, "提交预约").await?;

    // The tab goes on as the same person; a link with another openId brings no token of somebody else's.
    site.forget_calls();
    phone.open("/?s=sms").await?;
    wait_for_calls(&site, 5).await;
    assert_eq!(site.requests(call::AREAS)[0]["token"].as_str(), Some("tok-old"));
    phone.release_program().await?;
    phone.finds(Button, "提交预约").await?;
    site.forget_calls();
    phone.open("/?openId=oOther").await?;
    wait_for_calls(&site, 5).await;
    let areas = site.requests(call::AREAS).remove(0);
    assert_eq!((areas["query"].as_str(), areas["token"].as_str()), (Some("openId=oOther&type=0"), None));
    phone.release_program().await?;
    phone.finds(Button, "提交预约").await?;
    assert_eq!(site.count(call::AREAS), 1);
    phone.close().await
}

#[tokio::test]
async fn an_answer_to_another_token_is_not_taken() -> Result {
    let (site, phone) = site_and_phone().await?;
    phone.open(APPROVALS).await?;
    wait_for_calls(&site, 2).await;
    // Somebody signs in again, in the same tab, before the program runs.
    phone.execute("sessionStorage.setItem('launch', 'token=token-oHostLi'); history.replaceState(null, '', '/host/approvals')").await?;
    phone.release_program().await?;
    phone.finds(Button, "刷新").await?;
    wait_for_calls(&site, 4).await;
    let tokens: Vec<Value> = site.requests(call::RECORDS).iter().map(|request| request["token"].clone()).collect();
    assert_eq!(tokens, ["token-oHostWang", "token-oHostLi"]);
    phone.does_not_see("陆子涵").await?;
    phone.close().await
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again() -> Result {
    let (site, phone) = site_and_phone().await?;
    site.inject_fault(Fault::RequestLost, call::AREAS, 1);
    site.inject_fault(Fault::Status(503), call::OFFER, 1);
    phone.open(LINK).await?;
    wait_for_calls(&site, 5).await;
    phone.release_program().await?;
    phone.finds(Button, "提交预约").await?;
    let counts = [call::AREAS, call::OFFER, call::QUESTIONS, call::PROMISES, call::NOTICE].map(|call| site.count(call));
    assert_eq!(counts, [2, 2, 1, 1, 1]);
    phone.close().await
}

#[tokio::test]
async fn old_answers_are_not_taken() -> Result {
    let (site, phone) = site_and_phone().await?;
    let script = "var now = performance.now.bind(performance), late = 0; performance.now = function () { return now() + late };";
    phone.add_init_script(script).await?;
    phone.open(APPROVALS).await?;
    wait_for_calls(&site, 2).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    phone.execute("late = 60000").await?;
    phone.release_program().await?;
    phone.finds(Button, "同意 陆子涵").await?;
    assert_eq!(site.count(call::RECORDS), 2);
    phone.close().await
}

#[tokio::test]
async fn a_draft_of_the_other_mode_asks_for_the_questions_of_that_mode_once() -> Result {
    let site = Site::open_without_promises().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.choose_radio("拜访对象", "参观场地").await?;
    phone.type_into("访客姓名", "林知夏").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    site.forget_calls();
    phone.reload().await?;
    phone.has_value("访客姓名", "林知夏").await?;
    let questions = site.requests(call::QUESTIONS);
    assert_eq!(questions.len(), 1);
    assert_eq!(questions[0]["query"], "appId=wxstory&orderModel=space&type=0");
    phone.close().await
}

/// What stands where: the heading and the first bar of a skeleton.
async fn look(phone: &Phone, within: &str) -> Result<Value> {
    let script = "var place = function (selector) {
            var found = document.querySelector('WITHIN ' + selector);
            var box = found && found.getBoundingClientRect();
            return box && [Math.round(box.left), Math.round(box.top), Math.round(box.height)];
        };
        var heading = document.querySelector('WITHIN h1');
        return { heading: heading && heading.textContent, title: document.title, lang: document.documentElement.lang,
            at: place('h1'), bar: place('.skeleton__bar'), head: place('.frame__head') };";
    phone.execute(&script.replace("WITHIN", within)).await
}

#[tokio::test]
async fn the_heading_can_be_read_before_the_program_runs_and_nothing_moves() -> Result {
    for (language, tag, other) in [("zh-CN", "zh-CN", "English"), ("en-US", "en", "中文")] {
        let site = Site::open_without_promises().await?;
        // So that the page's own skeleton can be compared.
        for slow in ["order/page", "order/detail", "preview", "record/page", "record/detail", "visitor/promise/info"] {
            site.inject_lasting_fault(Fault::Delay { millis: 3_000 }, slow);
        }
        let phone = site.start_phone(Handset::wechat().with_language(language)).await?;
        phone.hold_program().await?;
        let order = order_id(1);
        let visit = ["", "/edit", "/again"].map(|page| format!("/visits/{order}{page}{VISITOR}"));
        let host =
            ["", "/approvals", "/receptions", "/invitations", "/invitations/new", "/calendar"].map(|page| format!("/host{page}{HOST}"));
        let pass = format!("/visits/{order}/pass{VISITOR}");
        let invitation = format!("/i/{}", order_id(INVITED));
        let mut compared = 0;
        for address in visit.into_iter().chain(host).chain([LINK.to_owned(), format!("/visits{VISITOR}"), invitation, pass]) {
            phone.open(&address).await?;
            let before = look(&phone, "#boot").await?;
            assert_ne!(before["heading"], "", "{address}");
            assert_eq!((&before["title"], before["lang"].as_str()), (&before["heading"], Some(tag)), "{address}");
            phone.release_program().await?;
            phone.finds(Button, other).await?;
            let after = look(&phone, ".frame").await?;
            assert_eq!(before["heading"], after["heading"], "{address}");
            // Long English words leave no room for the links beside them.
            if tag != "en" || before["head"] == after["head"] {
                assert_eq!(before["at"], after["at"], "{address}");
                compared += 1;
            }
            // Lists have more above what they wait for.
            if before["head"] == after["head"] && !address.starts_with("/host") && !address.starts_with("/visits?") {
                assert_eq!(before["bar"], after["bar"], "{address}");
            }
        }
        assert!(compared > 6, "{compared}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_layout_hardly_shifts() -> Result {
    let (_site, phone) = site_and_phone().await?;
    phone
        .add_init_script(
            "window.shift = 0;
            new PerformanceObserver(function (list) {
                list.getEntries().forEach(function (entry) { window.shift += entry.value; });
            }).observe({ type: 'layout-shift', buffered: true });",
        )
        .await?;
    for (number, (address, words, _)) in screens().into_iter().enumerate() {
        phone.open(&address).await?;
        phone.screenshot(&format!("first-screen-{number}-before")).await?;
        phone.release_program().await?;
        phone.sees(words).await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        let shift = phone.execute("return window.shift").await?.as_f64().unwrap_or(1.0);
        assert!(shift < 0.02, "{address}: {shift}");
        phone.screenshot(&format!("first-screen-{number}-after")).await?;
    }
    phone.close().await
}
