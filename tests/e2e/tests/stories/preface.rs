//! What is read and promised before the form.

use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button, Role::Dialog, Role::Img, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::json;

const PROMISE: &str = "本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。";
const IN_FORM: &str = "本人未携带易燃、易爆及其他危险化学品。";
const REFUSED: &str = "选择“否”暂时不能预约";

#[tokio::test]
async fn a_no_blocks_and_says_why_until_it_becomes_a_yes() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Dialog, "预约前请阅读").await?;
    phone.button_is_enabled("我已阅读并同意", false).await?;
    phone.choose_radio(PROMISE, "否").await?;
    phone.sees(REFUSED).await?;
    phone.button_is_enabled("我已阅读并同意", false).await?;
    phone.choose_radio(PROMISE, "是").await?;
    phone.does_not_see(REFUSED).await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn rich_text_is_read_as_paragraphs_and_never_run() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("欢迎来到临港智造园。为了您和他人的安全").await?;
    phone.sees("请从北门访客中心进入").await?;
    phone.does_not_see("<strong>").await?;

    let content = "<p>本人<b>未携带</b>火种<img src=x onerror=\"document.title='hacked'\"></p><script>document.title='hacked'</script>";
    let promises = json!({ "showBeforeFlag": true, "beforeDetails": [{ "promiseType": 2, "detailsContent": content }] });
    site.inject_lasting_fault(Fault::Data(promises), call::PROMISES);
    phone.reload().await?;
    phone.choose_radio("本人未携带火种", "是").await?;
    phone.has_count(Img, 0).await?;
    phone.does_not_see("hacked").await?;
    assert_eq!(phone.title().await?, "预约来访");
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_notice_that_cannot_be_read_keeps_nobody_out() -> Result {
    let site = Site::open().await?;
    site.inject_lasting_fault(Fault::Status(500), call::NOTICE);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("服务暂时不可用（500）").await?;
    phone.choose_radio(PROMISE, "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}

#[tokio::test]
async fn a_promise_holds_in_either_language_and_for_one_booking() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.choose_radio(PROMISE, "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.tap(Button, "English").await?;
    phone.finds(Button, "Send booking").await?;
    phone.tap(Button, "中文").await?;
    super::visitor::fill_in(&phone, &site).await?;
    phone.choose_radio(IN_FORM, "是").await?;
    phone.tap(Button, "提交预约").await?;
    phone.tap(Link, "查看我的预约").await?;
    phone.tap(Link, "预约来访").await?;
    phone.finds(Dialog, "预约前请阅读").await?;
    phone.close().await
}
