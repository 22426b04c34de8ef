//! What typing costs: a keystroke stores nothing, a draft is stored once when typing rests, and at once where the page goes.
//!
//! Drafts are serialised where they are stored and nowhere else (`tests/architecture.rs` sees to that), so that a write
//! to the storage that is not made is a form that is not serialised.

use super::inviting;
use super::visitor::{NAME, PHONE, at_the_form};
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button, Role::Link};
use e2e::site::Site;
use serde_json::{Value, json};
use std::time::Duration;

/// Twenty keystrokes.
const PURPOSE: &str = "abcdefghijklmnopqrst";

/// Notes every write to web storage and IndexedDB, and whether it was made in the task of a keystroke or in what a
/// keystroke left to be done before the next task.
const WATCH_WRITES: &str = "
    window.writes = [];
    window.keystrokes = 0;
    var inKeystroke = false, channel = new MessageChannel();
    channel.port1.onmessage = function () { inKeystroke = false };
    ['keydown', 'beforeinput', 'input', 'keyup'].forEach(function (kind) {
        window.addEventListener(kind, function () {
            if (kind === 'input') keystrokes++;
            inKeystroke = true;
            channel.port2.postMessage(0);
        }, true);
    });
    function watch(kind, names, area) {
        names.forEach(function (name) {
            var write = kind[name];
            kind[name] = function (key) {
                writes.push({ area: area(this), key: String(key), inKeystroke: inKeystroke });
                return write.apply(this, arguments);
            };
        });
    }
    watch(Storage.prototype, ['setItem', 'removeItem', 'clear'], function (storage) { return storage === localStorage ? 'local' : 'session' });
    watch(IDBObjectStore.prototype, ['put', 'add', 'delete', 'clear'], function () { return 'database' });";

/// How often an area was written to.
fn writes_to(area: &str) -> String {
    format!("return writes.filter(function (write) {{ return write.area === '{area}' }}).length")
}

/// Types while no timer begins: what waits for one is never done.
async fn type_without_timers(phone: &Phone, label: &str, words: &str) -> Result {
    phone.execute("window.runTimer = window.setTimeout; window.setTimeout = function () { return 0 }").await?;
    phone.type_into(label, words).await?;
    phone.execute("window.setTimeout = window.runTimer").await.map(drop)
}

/// Whether a draft in `localStorage` holds these words.
fn is_stored(words: &str) -> String {
    format!(
        "return Object.keys(localStorage).some(function (key) {{
            return key.indexOf(':draft:') > 0 && localStorage.getItem(key).indexOf('{words}') >= 0;
        }})"
    )
}

/// Types twenty characters and waits until they are stored; gives how often each area was written to.
async fn writes_of_typing(phone: &Phone, label: &str) -> Result<[Value; 3]> {
    phone.execute(WATCH_WRITES).await?;
    phone.type_into(label, PURPOSE).await?;
    assert_eq!(phone.execute("return keystrokes").await?, json!(20));
    phone.waits_for(&is_stored(PURPOSE), &json!(true)).await?;
    // Nothing comes after it.
    tokio::time::sleep(Duration::from_millis(900)).await;
    let in_keystrokes = "return writes.filter(function (write) { return write.inKeystroke })";
    assert_eq!(phone.execute(in_keystrokes).await?, json!([]));
    let [local, session, database] = ["local", "session", "database"].map(writes_to);
    Ok([phone.execute(&local).await?, phone.execute(&session).await?, phone.execute(&database).await?])
}

fn is_one_or_two(count: &Value) -> bool {
    matches!(count.as_u64(), Some(1 | 2))
}

#[tokio::test]
async fn twenty_keystrokes_in_a_booking_are_stored_when_they_rest() -> Result {
    let (_site, phone) = at_the_form().await?;
    let [local, session, database] = writes_of_typing(&phone, "访客姓名").await?;
    // The typed text, and what is private to the tab.
    assert!(is_one_or_two(&local) && is_one_or_two(&session), "{local} and {session} writes");
    assert_eq!(database, json!(0));
    phone.close().await
}

#[tokio::test]
async fn twenty_keystrokes_in_an_invitation_are_stored_when_they_rest() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    inviting::open_the_form(&phone, inviting::WECOM).await?;
    let [local, session, database] = writes_of_typing(&phone, "访客姓名").await?;
    assert!(is_one_or_two(&local), "{local} writes");
    assert_eq!((session, database), (json!(0), json!(0)));
    phone.close().await
}

/// The watch bites: a write that an input makes at once is found.
#[tokio::test]
async fn a_write_in_a_keystroke_would_be_found() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.execute(WATCH_WRITES).await?;
    let write = "document.addEventListener('input', function () { Promise.resolve().then(function () { localStorage.setItem('x', '') }) })";
    phone.execute(write).await?;
    phone.type_into("访客姓名", "a").await?;
    assert_eq!(phone.execute("return writes[0]").await?, json!({ "area": "local", "key": "x", "inKeystroke": true }));
    phone.close().await
}

/// Types with all timers stopped; the page is unloaded right after that.
async fn is_stored_as_the_page_goes(phone: &Phone, label: &str, words: &str) -> Result {
    type_without_timers(phone, label, words).await?;
    assert_eq!(phone.execute(&is_stored(words)).await?, json!(false), "nothing but the page's end stores it");
    phone.execute("window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))").await?;
    assert_eq!(phone.execute(&is_stored(words)).await?, json!(true));
    phone.reload().await?;
    phone.has_value(label, words).await
}

#[tokio::test]
async fn a_page_that_goes_right_after_a_keystroke_keeps_the_draft() -> Result {
    let (_site, phone) = at_the_form().await?;
    is_stored_as_the_page_goes(&phone, "访客姓名", NAME).await?;
    // The same by the browser's own event: nothing is stored before the page is left.
    type_without_timers(&phone, "手机号码", PHONE).await?;
    phone.reload().await?;
    phone.has_value("手机号码", PHONE).await?;
    phone.close().await
}

#[tokio::test]
async fn an_invitation_is_kept_as_its_page_goes() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    inviting::open_the_form(&phone, inviting::WECOM).await?;
    is_stored_as_the_page_goes(&phone, "访客姓名", NAME).await?;
    phone.close().await
}

#[tokio::test]
async fn a_screen_that_is_left_within_the_app_keeps_the_draft() -> Result {
    let (_site, phone) = at_the_form().await?;
    type_without_timers(&phone, "访客姓名", NAME).await?;
    phone.tap(Link, "我的预约").await?;
    phone.waits_for(&is_stored(NAME), &json!(true)).await?;
    phone.go_back().await?;
    phone.finds(Button, "提交预约").await?;
    phone.has_value("访客姓名", NAME).await?;
    phone.close().await
}
