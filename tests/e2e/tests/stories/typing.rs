//! Typing into one field leaves the others alone: their elements stay, and nothing of them is drawn again.

use super::visitor::{NAME, PHONE, at_the_form};
use e2e::error::Result;
use e2e::phone::Role::{Button, Img};
use e2e::place::fixture;
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
