//! What is read and promised before the form.

use super::visitor::LINK;
use e2e::phone::{Handset, Role::Button, Role::Dialog};
use e2e::site::{BadLuck, Site, call};
use e2e::trouble::Outcome;

const PROMISE: &str = "本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。";
const REFUSED: &str = "选择“否”暂时不能预约";

#[tokio::test]
async fn a_no_blocks_and_says_why_until_it_becomes_a_yes() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Dialog, "预约前请阅读").await?;
    phone.can_press("我已阅读并同意", false).await?;
    phone.pick(PROMISE, "否").await?;
    phone.sees(REFUSED).await?;
    phone.can_press("我已阅读并同意", false).await?;
    phone.pick(PROMISE, "是").await?;
    phone.does_not_see(REFUSED).await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.put_away().await
}

#[tokio::test]
async fn rich_text_is_read_as_paragraphs_and_never_run() -> Outcome {
    let site = Site::open().await?;
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("欢迎来到临港智造园。为了您和他人的安全").await?;
    phone.sees("· 请从北门访客中心进入").await?;
    phone.does_not_see("<strong>").await?;
    phone.put_away().await
}

#[tokio::test]
async fn a_notice_that_cannot_be_read_keeps_nobody_out() -> Outcome {
    let site = Site::open().await?;
    site.keeps_suffering(BadLuck::Status(500), call::NOTICE);
    let phone = site.visited_by(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("服务暂时不可用（500）").await?;
    phone.pick(PROMISE, "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.put_away().await
}
