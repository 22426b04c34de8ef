//! The pass at the gate: what a reader reads, what a guard sees, and whether the doors know.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Dialog, Role::Img, Role::Link, decode_qr_codes};
use e2e::site::{Fault, Site, call};
use serde_json::json;
use standin::seed::order_id;
use standin::status::Transition;

const WELL_KNOWN: &str = "?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556";

/// The seed's visits are numbered by their statuses.
const NORMAL: usize = 1;
const LATE: usize = 2;

/// What a screen reader says of the code.
const CODE: &str = "通行二维码";
const ENLARGE: &str = "全屏显示二维码";

fn pass(number: usize) -> String {
    format!("/visits/{}/pass{WELL_KNOWN}", order_id(number))
}

/// What the site says is in a visit's code.
fn content(site: &Site, number: usize) -> String {
    site.pass_code(&order_id(number))
}

async fn at_the_pass(handset: Handset, number: usize, words: &str) -> Result<(Site, Phone)> {
    let site = Site::open().await?;
    let phone = site.start_phone(handset).await?;
    phone.open(&pass(number)).await?;
    phone.sees(words).await?;
    Ok((site, phone))
}

async fn reads_the_code(handset: Handset, name: &str) -> Result {
    let (site, phone) = at_the_pass(handset, LATE, "已迟到").await?;
    let expected = content(&site, LATE).into_bytes();
    phone.scroll_to(Img, CODE).await?;
    phone.animations_are_over().await?;
    phone.has_qr_code(&expected).await?;
    phone.screenshot(&format!("pass-code-{name}")).await?;
    phone.scroll_to_position(0).await?;
    phone.screenshot(&format!("pass-{name}")).await?;
    phone.tap(Button, ENLARGE).await?;
    phone.finds(Dialog, CODE).await?;
    phone.animations_are_over().await?;
    phone.has_qr_code(&expected).await?;
    phone.screenshot(&format!("pass-alone-{name}")).await?;
    phone.tap(Button, "退出全屏").await?;
    phone.does_not_find(Dialog, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn a_reader_reads_the_site_s_content_at_any_density_in_both_themes() -> Result {
    for density in 1..=3 {
        let handset = Handset::wechat().with_density(density);
        reads_the_code(handset.clone(), &format!("{density}-light")).await?;
        reads_the_code(handset.dark(), &format!("{density}-dark")).await?;
    }
    reads_the_code(Handset::wechat().small(), "small").await
}

#[tokio::test]
async fn each_status_is_told_in_words_and_only_two_show_a_code() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let words = [
        "待确认",
        "未到时间",
        "已迟到",
        "已失效",
        "已退回",
        "已失效",
        "已失效",
        "已入园",
        "已入园",
        "已失效",
        "待确认",
        "已失效",
        "已取消",
        "已取消",
        "已取消",
        "已取消",
    ];
    for (number, words) in words.into_iter().enumerate() {
        phone.open(&pass(number)).await?;
        phone.sees(words).await?;
        if number == NORMAL || number == LATE {
            phone.finds(Img, CODE).await?;
            phone.sees("请告知门卫访客验证码").await?;
        } else {
            phone.does_not_find(Img, CODE).await?;
            assert!(!phone.names(Button).await?.contains(&"保存为图片".to_owned()), "{number}");
        }
        phone.screenshot(&format!("pass-status-{number}")).await?;
    }
    phone.close().await
}

#[tokio::test]
async fn the_visit_leads_to_its_pass_which_says_how_long_to_go() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(&format!("/visits/{}{WELL_KNOWN}", order_id(NORMAL))).await?;
    phone.tap(Link, "出示通行证").await?;
    phone.is_at(&format!("/visits/{}/pass", order_id(NORMAL))).await?;
    phone.sees("起有效，还有").await?;
    site.update_visit(&order_id(NORMAL), |visit, now| {
        visit.plan.start = now + TimeDelta::minutes(130);
        visit.plan.end = now + TimeDelta::minutes(250);
    });
    phone.tap(Button, "立即刷新").await?;
    phone.sees("还有 2 小时 10 分钟").await?;
    site.update_visit(&order_id(NORMAL), |visit, now| visit.plan.start = now - TimeDelta::minutes(1));
    phone.tap(Button, "立即刷新").await?;
    phone.sees("有效至").await?;
    phone.close().await
}

#[tokio::test]
async fn a_guard_s_reader_needs_no_tap_of_the_visitor_s() -> Result {
    let (site, phone) = at_the_pass(Handset::wechat(), LATE, "已迟到").await?;
    site.apply_transition(&order_id(LATE), Transition::Arrive)?;
    // On return to the page the site is asked anew.
    phone.is_hidden_for(60, async || Ok(())).await?;
    phone.sees("已入园").await?;
    phone.does_not_find(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn the_code_is_fetched_again_and_again_while_somebody_looks() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::Body(r#"{"passRefreshSeconds":5}"#), call::SETTINGS);
    phone.open(&pass(LATE)).await?;
    phone.sees("刷新于").await?;
    site.inject_lasting_fault(Fault::Data(json!("第二个码")), call::QR_CODE);
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code("第二个码".as_bytes()).await?;
    phone.close().await
}

#[tokio::test]
async fn an_enlarged_code_stays_open_and_changes_its_picture_when_it_is_renewed() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.inject_lasting_fault(Fault::Body(r#"{"passRefreshSeconds":5}"#), call::SETTINGS);
    phone.open(&pass(LATE)).await?;
    phone.sees("刷新于").await?;
    phone.tap(Button, ENLARGE).await?;
    phone.finds(Dialog, CODE).await?;
    phone.animations_are_over().await?;
    phone.has_qr_code(content(&site, LATE).as_bytes()).await?;
    // The dialog, the code in it and the code on the card, each with the picture that it shows.
    phone
        .execute(
            "document.querySelectorAll('.full-screen, .qr-code').forEach(function (node) {
                node.isMarked = true;
                node.pictureBefore = node.src;
            });",
        )
        .await?;
    site.inject_lasting_fault(Fault::Data(json!("第二个码")), call::QR_CODE);
    phone.has_qr_code("第二个码".as_bytes()).await?;
    let marked = phone
        .execute(
            "return Array.from(document.querySelectorAll('.full-screen, .qr-code')).map(function (node) {
                return [node.localName, node.isMarked === true, node.src !== node.pictureBefore];
            });",
        )
        .await?;
    assert_eq!(marked, json!([["img", true, true], ["div", true, false], ["img", true, true]]));
    phone.finds(Dialog, CODE).await?;
    phone.tap(Button, "退出全屏").await?;
    phone.does_not_find(Dialog, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn a_failed_refresh_keeps_the_last_code_and_says_so() -> Result {
    let (site, phone) = at_the_pass(Handset::wechat(), LATE, "刷新于").await?;
    site.inject_lasting_fault(Fault::RequestLost, call::QR_CODE);
    site.inject_lasting_fault(Fault::RequestLost, call::DETAIL);
    phone.tap(Button, "立即刷新").await?;
    phone.sees("离线，截至").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(content(&site, LATE).as_bytes()).await?;
    phone.screenshot("pass-stale").await?;
    site.clear_faults();
    phone.tap(Button, "立即刷新").await?;
    phone.does_not_see("离线，截至").await?;

    site.inject_fault(Fault::Status(500), call::QR_CODE, 9);
    phone.tap(Button, "立即刷新").await?;
    phone.sees("刷新失败，显示的是").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn a_door_that_did_not_hear_of_the_visit_is_told_again() -> Result {
    let (site, phone) = at_the_pass(Handset::wechat(), NORMAL, "有门禁没有收到权限").await?;
    phone.sees("下发失败").await?;
    phone.scroll_to(Button, "重新下发权限").await?;
    phone.screenshot("pass-door-failed").await?;
    site.inject_fault(Fault::Refused("设备离线"), call::DELIVER_AGAIN, 1);
    phone.tap(Button, "重新下发权限").await?;
    phone.sees("设备离线").await?;
    phone.tap(Button, "重新下发权限").await?;
    phone.sees("门禁已就绪，可以开门。").await?;
    phone.does_not_see("下发失败").await?;
    phone.does_not_find(Button, "重新下发权限").await?;
    assert_eq!(site.count(call::DELIVER_AGAIN), 2);
    phone.close().await
}

#[tokio::test]
async fn approved_is_not_yet_the_door_opens() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let doors = |status: i32| json!({"园区北门": [{"authStatus": status, "cardType": "5", "deviceDesc": "人脸闸机"}, {"authStatus": 3, "cardType": "3", "deviceDesc": "扫码闸机"}]});
    for (status, words, means) in
        [(1, "权限正在下发到门禁", "等待下发"), (2, "权限正在下发到门禁", "下发中"), (0, "门禁已就绪", "无需下发")]
    {
        site.clear_faults();
        site.inject_lasting_fault(Fault::Data(doors(status)), call::DELIVERY);
        phone.open(&pass(LATE)).await?;
        for words in [words, means, "人脸闸机", "人脸"] {
            phone.sees(words).await?;
        }
    }
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!({})), call::DELIVERY);
    phone.open(&pass(LATE)).await?;
    phone.sees("没有门禁权限").await?;
    site.clear_faults();
    site.inject_lasting_fault(Fault::Status(404), call::DELIVERY);
    phone.open(&pass(LATE)).await?;
    phone.sees("暂时查不到门禁权限").await?;
    phone.finds(Img, CODE).await?;
    phone.close().await
}

#[tokio::test]
async fn whatever_the_site_puts_into_a_code_is_shown_as_data() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat().with_density(3)).await?;
    for content in ["访客 王建国 🎫", "https://example.com/?a=1&b=<b>#x", " 0 ", "VISITOR-8A01"] {
        site.clear_faults();
        site.inject_lasting_fault(Fault::Data(json!(content)), call::QR_CODE);
        phone.open(&pass(LATE)).await?;
        phone.scroll_to(Img, CODE).await?;
        phone.has_qr_code(content.as_bytes()).await?;
        phone.does_not_find(Link, content).await?;
    }
    let long = "a".repeat(2_953);
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!(long)), call::QR_CODE);
    phone.open(&pass(LATE)).await?;
    phone.tap(Button, ENLARGE).await?;
    phone.finds(Dialog, CODE).await?;
    phone.animations_are_over().await?;
    phone.has_qr_code(long.as_bytes()).await?;
    phone.screenshot("pass-2953").await?;

    let too_long = format!("{}END", "a".repeat(2_997));
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!(too_long)), call::QR_CODE);
    phone.open(&pass(LATE)).await?;
    phone.sees("内容太长，无法显示为二维码").await?;
    phone.sees("aaaEND").await?;
    phone.does_not_find(Img, CODE).await?;

    // Nothing from the call: the visit's own code.
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!("")), call::QR_CODE);
    phone.open(&pass(LATE)).await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(content(&site, LATE).as_bytes()).await?;
    phone.close().await
}

#[tokio::test]
async fn a_site_without_a_layout_or_with_a_broken_one_has_a_good_pass() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    site.update_settings(|settings| settings.pass = false);
    phone.open(&pass(LATE)).await?;
    phone.finds(Img, CODE).await?;
    phone.sees("张晓雯").await?;
    phone.screenshot("pass-usual").await?;
    site.inject_lasting_fault(Fault::HtmlPage, call::PASS_LAYOUT);
    phone.open(&pass(LATE)).await?;
    phone.finds(Img, CODE).await?;
    phone.sees("有效期").await?;
    site.clear_faults();

    let long = "很长很长的名字".repeat(20);
    let items = json!([{"key": "teleport", "name": "传送门"}, {"key": "parking", "name": "停车位", "value": "B2-17"},
        {"key": "startTime", "name": "开始", "format": "'broken"}, {"key": "visitorName", "name": long}, {"name": null}]);
    let layout = json!({"configStatus": "open", "title": long, "phItems": items, "endContent": "请戴好安全帽",
        "backPicUrl": "https://nowhere.invalid/back.jpg"});
    site.inject_lasting_fault(Fault::Data(layout), call::PASS_LAYOUT);
    phone.open(&pass(LATE)).await?;
    phone.sees("B2-17").await?;
    phone.sees("请戴好安全帽").await?;
    phone.finds(Img, CODE).await?;
    phone.does_not_see("传送门").await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.screenshot("pass-broken-layout").await?;
    phone.close().await
}

#[tokio::test]
async fn a_phone_a_day_off_shows_what_holds_at_the_site() -> Result {
    for day in [-86_400, 86_400] {
        let site = Site::open().await?;
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.set_clock_offset(day).await?;
        phone.open(&pass(LATE)).await?;
        phone.sees("仍可入园").await?;
        phone.finds(Img, CODE).await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_screen_stays_on_and_the_app_s_menu_offers_no_sharing() -> Result {
    let site = Site::open_with_js_sdk().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone
        .add_init_script(
            "window.seen = [];
            Object.defineProperty(navigator, 'wakeLock', { value: { request: function (kind) {
                seen.push('awake ' + kind);
                return Promise.resolve({ release: function () { seen.push('asleep'); return Promise.resolve(); } });
            } } });",
        )
        .await?;
    phone.open(&pass(LATE)).await?;
    phone.sees("已迟到").await?;
    site.wait_for_js_sdk_call("hideOptionMenu").await?;
    let seen = phone.execute("return window.seen").await?.to_string();
    assert!(seen.contains("awake screen") && !phone.js_sdk_calls().await?.iter().any(|call| call == "showOptionMenu"), "{seen}");
    phone.tap(Link, "预约详情").await?;
    phone.sees("您提交了预约").await?;
    // By the signature of where the pass was, or of where the visit is.
    site.wait_for_js_sdk_call("showOptionMenu").await?;
    let seen = phone.execute("return window.seen").await?.to_string();
    assert!(seen.contains("asleep"), "{seen}");
    phone.close().await
}

/// What the app puts into the page by itself, as far as menu and closing go.
const BRIDGE: &str = "window.seen = [];
    setTimeout(function () {
        window.WeixinJSBridge = { call: function (name) { seen.push(name) } };
        document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    }, 300);";

#[tokio::test]
async fn without_a_signature_the_app_s_own_bridge_hides_the_menu() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.add_init_script(BRIDGE).await?;
    phone.open(&pass(LATE)).await?;
    phone.sees("已迟到").await?;
    let seen = "return new Promise(function (done) { (function look() { seen.length ? done(seen) : setTimeout(look, 20) })() })";
    let seen = phone.execute(seen).await?;
    assert!(seen.as_array().is_some_and(|seen| seen.iter().all(|name| name == "hideOptionMenu")), "{seen}");
    phone.tap(Link, "预约详情").await?;
    phone.sees("您提交了预约").await?;
    assert_eq!(phone.execute("return seen[seen.length - 1]").await?, "showOptionMenu");
    phone.close().await
}

#[tokio::test]
async fn a_pass_is_saved_as_a_picture_and_put_into_the_calendar() -> Result {
    let (site, phone) = at_the_pass(Handset::plain_browser(), LATE, "已迟到").await?;
    phone.finds(Link, "添加到手机日历").await?;
    phone.tap(Button, "保存为图片").await?;
    phone.finds(Dialog, "保存为图片").await?;
    phone.animations_are_over().await?;
    phone.screenshot("pass-picture").await?;
    let address = phone.execute("return document.querySelector('.pass__picture').src").await?;
    let base64 = address.as_str().and_then(|address| address.strip_prefix("data:image/png;base64,")).expect("a PNG");
    let png = STANDARD.decode(base64).expect("base64");
    assert_eq!(decode_qr_codes(&png), [content(&site, LATE).into_bytes()]);
    phone.close().await
}

#[tokio::test]
async fn each_of_a_party_has_a_code_of_their_own() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    let row = |number: usize, name: &str| json!({"orderId": order_id(number), "visitorBatch": "B1", "visitBatch": "B1", "status": "1", "visitorName": name});
    let rows = json!({"list": [row(1, "张晓雯"), row(2, "唐思琪"), row(0, "罗一鸣")], "total": 3});
    site.inject_lasting_fault(Fault::Data(rows), "visitor/order/go/log/doing");
    let detail = |number: usize, name: &str| json!({"orderId": order_id(number), "visitorBatch": "B1", "status": "1", "visitorName": name, "authVisitorCode": "123456"});
    site.inject_lasting_fault(Fault::Data(detail(1, "张晓雯")), "visitor/order/detail");
    site.inject_lasting_fault(Fault::Data(json!({"authBarCode": "first"})), "qrcode/refresh");
    phone
        .open(&format!("/visits/{}/batch/B1/pass?channel=miniapp&token=token-oVisitorDemo&projectId=122228959455556", order_id(1)))
        .await?;
    phone.sees("第 1 张，共 3 张").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(b"first").await?;
    site.clear_faults();
    site.inject_lasting_fault(Fault::Data(json!({"list": [row(1, "张晓雯"), row(2, "唐思琪")], "total": 2})), "visitor/order/go/log/doing");
    site.inject_lasting_fault(Fault::Data(detail(2, "唐思琪")), "visitor/order/detail");
    site.inject_lasting_fault(Fault::Data(json!({"authBarCode": "second"})), "qrcode/refresh");
    phone.tap(Link, "下一张 唐思琪").await?;
    phone.is_at(&format!("/visits/{}/batch/B1/pass", order_id(2))).await?;
    phone.sees("第 2 张，共 2 张").await?;
    phone.scroll_to(Img, CODE).await?;
    phone.has_qr_code(b"second").await?;
    phone.screenshot("pass-party").await?;
    let asked = site.requests("qrcode/refresh");
    assert_eq!(asked.first().map(|call| call["body"]["orderId"].clone()), Some(json!(order_id(1))));
    assert_eq!(asked.last().map(|call| call["body"]["orderId"].clone()), Some(json!(order_id(2))));

    phone.scroll_to_position(0).await?;
    phone.swipe(-120).await?;
    phone.is_at(&format!("/visits/{}/batch/B1/pass", order_id(2))).await?;
    phone.swipe(120).await?;
    phone.is_at(&format!("/visits/{}/batch/B1/pass", order_id(1))).await?;
    phone.close().await
}

#[tokio::test]
async fn each_channel_fetches_the_code_by_its_own_call() -> Result {
    for (channel, batch, its_own) in [("wecom", "", "wecom/visitor/qrCode"), ("miniapp", "/batch/B", "qrcode/refresh")] {
        let site = Site::open().await?;
        let phone = site.start_phone(Handset::wechat()).await?;
        let order = order_id(LATE);
        let batch = if batch.is_empty() { String::new() } else { format!("{batch}{order}") };
        phone.open(&format!("/visits/{order}{batch}/pass?channel={channel}&token=token-oVisitorDemo&projectId=122228959455556")).await?;
        phone.scroll_to(Img, CODE).await?;
        phone.has_qr_code(content(&site, LATE).as_bytes()).await?;
        assert_eq!((site.count(its_own), site.count("wechat/visitor/qrCode")), (1, 0), "{channel}");
        phone.close().await?;
    }
    Ok(())
}
