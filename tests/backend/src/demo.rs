//! What the demo is configured with, and the links that it prints.

use serde_json::{Value, json};

use crate::js_sdk;

/// `config.json` of a site that has everything: access control, a sign-in for every channel, and the JS-SDK.
pub fn config() -> Value {
    json!({ "doorAccess": true, "signIn": addresses(), "wechat": js_sdk::settings() })
}

/// `config.json` of a site that has a sign-in for every channel.
pub fn sign_in() -> Value {
    json!({ "signIn": addresses(), "appId": "wxdemo" })
}

/// The addresses of the stand-in's own sign-in (see [`crate::gateway`]).
fn addresses() -> Value {
    let address = |channel: &str, app: &str| format!("/__standin/authorize?channel={channel}{app}&redirect_uri={{return}}&state={{state}}");
    json!({
        "mp": address("mp", "&appid={appId}"),
        "wecom": address("wecom", ""),
        "miniapp": address("miniapp", ""),
        "browser": address("browser", ""),
    })
}

/// A link to try: what it shows, and where it leads below the site's origin.
pub type Link = (&'static str, &'static str);

/// Links that say who comes.
pub const LINKS: [Link; 10] = [
    ("a visitor in WeChat", "/?openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo"),
    ("the mini-program", "/?channel=miniapp&token=token-oVisitorHe"),
    ("an invitation", "/i/122228959400400?s=sms"),
    ("a pass", "/visits/122228959400001/pass?openId=oVisitorDemo&token=token-oVisitorDemo"),
    ("a link in a message", "/m/122228959400001?openId=oVisitorDemo&token=token-oVisitorDemo"),
    ("a companion's link", "/companions/B122228959400501?channel=miniapp&token=token-oVisitorTang"),
    ("a plain browser", "/"),
    ("an employee, WeCom", "/host?channel=wecom&token=token-oHostWang&projectId=demo"),
    ("… in WeChat", "/host?openId=oHostWang&token=token-oHostWang&appId=wxdemo&projectId=demo&productId=demo"),
    ("… the mini-program", "/host?channel=miniapp&token=token-oHostWang&projectId=demo"),
];

/// Links that say nothing of who comes: the site's sign-in does.
pub const LINKS_WITHOUT_IDENTITY: [Link; 6] = [
    ("my visits, WeChat", "/visits?channel=mp&appId=wxdemo&projectId=demo&productId=demo"),
    ("… the mini-program", "/visits?channel=miniapp"),
    ("… a plain browser", "/visits?channel=browser"),
    ("approvals, WeCom", "/host/approvals?channel=wecom&projectId=demo"),
    ("… WeChat", "/host/approvals?channel=mp&appId=wxdemo&projectId=demo&productId=demo"),
    ("… the mini-program", "/host/approvals?channel=miniapp&projectId=demo"),
];

/// All links, as the demo prints them.
pub fn listing(origin: &str) -> String {
    let lines = |links: &[Link]| links.iter().map(|(label, path)| format!("  {label:<21}{origin}{path}\n")).collect::<String>();
    format!("\n{}\n  Without any identity, through the site's sign-in:\n\n{}", lines(&LINKS), lines(&LINKS_WITHOUT_IDENTITY))
}
