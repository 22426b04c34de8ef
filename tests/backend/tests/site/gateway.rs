//! The site's sign-in: it sends nobody elsewhere, and names whoever comes by a session of its own.

use standin::demo;

use crate::caller::{Caller, Response};

/// Asks to be signed in, to come back to a page of `host`.
async fn authorize(caller: &Caller, channel: &str, page: &str) -> Response {
    let path = format!("/__standin/authorize?channel={channel}&state=s1&redirect_uri={page}");
    caller.call("GET", &path, &[], "").await.expect("an answer")
}

#[tokio::test]
async fn one_comes_back_with_an_identity_and_the_same_state() {
    let caller = Caller::start().await;
    let answer = authorize(&caller, "mp", "http%3A%2F%2Fstandin%2Fvisits%3Ftab%3Dhistory").await;
    assert_eq!(answer.status, 302);
    let location = answer.header("location");
    assert!(
        location.starts_with("http://standin/visits?tab=history&openId=oVisitorDemo&token=") && location.ends_with("&state=s1"),
        "{location}"
    );
    assert_eq!((answer.header("cache-control"), answer.header("referrer-policy")), ("no-store", "no-referrer"));
    let wecom = authorize(&caller, "wecom", "http%3A%2F%2Fstandin%2Fhost").await;
    assert!(wecom.header("location").starts_with("http://standin/host?token=") && !wecom.header("location").contains("openId"));
    assert_ne!(authorize(&caller, "wecom", "http%3A%2F%2Fstandin%2Fhost").await.header("location"), wecom.header("location"));
}

#[tokio::test]
async fn nobody_is_sent_to_another_origin() {
    let caller = Caller::start().await;
    for page in [
        "https%3A%2F%2Felsewhere.example%2F",
        "https%3A%2F%2Fstandin%2F",
        "http%3A%2F%2Fstandin%3A81%2F",
        "http%3A%2F%2Fstandin%40elsewhere.example%2F",
        "%2F%2Felsewhere.example%2F",
        "javascript%3Aalert(1)",
        "",
    ] {
        let answer = authorize(&caller, "mp", page).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (400, ""), "{page}");
        assert!(String::from_utf8_lossy(&answer.body).contains("回跳地址不是本站的页面"), "{page}");
    }
}

#[test]
fn the_demo_s_links_without_identity_name_nobody() {
    for (_, path) in demo::LINKS_WITHOUT_IDENTITY {
        assert!(!path.contains("openId") && !path.contains("token"), "{path}");
    }
    for channel in ["mp", "wecom", "miniapp", "browser"] {
        assert!(demo::config()["signIn"][channel].as_str().is_some_and(|address| address.contains("{state}")), "{channel}");
    }
}
