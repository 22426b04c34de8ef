//! Typing into one field leaves the others alone: their elements stay, and nothing of them is drawn again.

use super::visitor::{NAME, PHONE, at_the_form};
use e2e::error::Result;
use e2e::phone::Handset;
use e2e::phone::Role::{Button, Img};
use e2e::place::fixture;
use e2e::site::Site;
use serde_json::json;

const PHOTOS: &str = "携带设备照片";

/// Marks thumbnails and choosers, and those inputs that a chooser of the phone may be open for.
const MARK: &str = "
    const marked = document.querySelectorAll('.photo-picker li, .photo-picker input');
    marked.forEach(element => { element.wasHere = true; });
    return marked.length;";

const COUNT_MARKED: &str = "
    return [...document.querySelectorAll('.photo-picker li, .photo-picker input')].filter(element => element.wasHere).length;";

/// Notes what changes inside the screen outside the field with the typed input: elements, attributes, texts and values.
const WATCH: &str = r"
    window.changedElsewhere = [];
    const typed = document.activeElement.closest('.field');
    const note = (node, what) => {
        const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
        if (!typed.contains(element)) window.changedElsewhere.push(what + ': ' + (element ? element.outerHTML.slice(0, 120) : '?'));
    };
    new MutationObserver(changes => changes.forEach(change => note(change.target, change.type)))
        .observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
    for (const [kind, name] of [[HTMLInputElement, 'value'], [HTMLInputElement, 'checked'], [HTMLSelectElement, 'value']]) {
        const property = Object.getOwnPropertyDescriptor(kind.prototype, name);
        const set = function (value) { note(this, name); property.set.call(this, value); };
        Object.defineProperty(kind.prototype, name, { ...property, set });
    }";

#[tokio::test]
async fn thumbnails_and_choosers_stay_while_something_else_is_typed() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    // The thumbnail and its chooser for another one, the place for one more and its chooser.
    assert_eq!(phone.execute(MARK).await?, json!(4));
    phone.type_into("访客姓名", NAME).await?;
    phone.select_option("证件类型", "身份证").await?;
    assert_eq!(phone.execute(COUNT_MARKED).await?, json!(4));

    // A second picture leaves the first one's elements as they are.
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.has_count(Img, 2).await?;
    phone.does_not_see("上传中").await?;
    assert_eq!(phone.execute(COUNT_MARKED).await?, json!(4));
    phone.close().await
}

/// Every input, chooser, thumbnail and button of the screen, held by the page itself.
const HOLD: &str = "
    window.held = Array.from(document.querySelectorAll('main input, main select, main textarea, main img, main li, main button'));
    return held.length;";

/// How many of those are still where they were, the same elements in the same order.
const COUNT_HELD: &str = "
    var now = Array.from(document.querySelectorAll('main input, main select, main textarea, main img, main li, main button'));
    return held.filter(function (element, place) { return element.isConnected && now[place] === element }).length;";

#[tokio::test]
async fn every_input_of_a_booking_is_the_same_element_after_typing() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.select_option("证件类型", "身份证").await?;
    let held = phone.execute(HOLD).await?;
    assert!(held.as_u64() > Some(15), "{held} elements");
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("手机号码", PHONE).await?;
    // A draft that is stored draws nothing again, either.
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(phone.execute(COUNT_HELD).await?, held);
    phone.has_value("证件类型", "身份证").await?;
    phone.close().await
}

#[tokio::test]
async fn every_input_of_an_invitation_is_the_same_element_after_typing() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wecom()).await?;
    super::inviting::open_the_form(&phone, super::inviting::WECOM).await?;
    phone.tap(Button, "添加一位访客").await?;
    phone.has_focus("访客姓名 2").await?;
    let held = phone.execute(HOLD).await?;
    assert!(held.as_u64() > Some(8), "{held} elements");
    phone.type_into("访客姓名", NAME).await?;
    phone.type_into("访客手机号 2", PHONE).await?;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    assert_eq!(phone.execute(COUNT_HELD).await?, held);
    phone.close().await
}

#[tokio::test]
async fn a_keystroke_changes_nothing_outside_its_field() -> Result {
    let (_site, phone) = at_the_form().await?;
    phone.pick_file(PHOTOS, &fixture("badge.png")).await?;
    phone.finds(Img, "照片").await?;
    phone.does_not_see("上传中").await?;
    phone.tap(Button, "提交预约").await?;
    phone.has_problem("访客姓名", "请填写访客姓名。").await?;
    phone.has_problem("手机号码", "请填写手机号码。").await?;

    phone.type_into("访客姓名", "林").await?;
    phone.execute(WATCH).await?;
    phone.type_into("访客姓名", NAME).await?;
    phone.has_no_problem("访客姓名").await?;
    assert_eq!(phone.execute("return window.changedElsewhere;").await?, json!([]));
    phone.has_problem("手机号码", "请填写手机号码。").await?;

    // The watch bites: this changes another field.
    phone.type_into("手机号码", PHONE).await?;
    phone.has_no_problem("手机号码").await?;
    assert_ne!(phone.execute("return window.changedElsewhere;").await?, json!([]));
    phone.close().await
}
