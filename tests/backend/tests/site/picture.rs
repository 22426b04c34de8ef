//! Pictures: uploaded, served again, refused.

use serde_json::json;

use crate::caller::{Caller, JPEG, PNG, VISITOR, accepted, refused};

#[tokio::test]
async fn pictures_are_kept_and_served() {
    let caller = Caller::start().await;
    for (bytes, kind) in [(JPEG, "image/jpeg"), (PNG, "image/png")] {
        let answer = caller.upload(bytes).await;
        let address = accepted(&answer)["imageUrl"].as_str().expect("an address").to_owned();
        let served = caller.call("GET", &address, &[], "").await.expect("a picture");
        assert_eq!((&served.body[..], served.header("content-type")), (bytes, kind));

        let mut booking = caller.booking();
        booking["visitorCustomc"] = json!(format!("{address},http://127.0.0.1:8089{address}"));
        caller.book(&booking).await;
    }
    assert_eq!(caller.call("GET", "/__standin/image/9.jpg", &[], "").await.expect("an answer").status, 404);
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let caller = Caller::start().await;
    assert_eq!(refused(&caller.upload(b"GIF89a").await, "4002"), "仅支持 JPG、PNG 格式的图片");
    let mut huge = JPEG.to_vec();
    huge.resize(standin::picture::LIMIT, 0);
    accepted(&caller.upload(&huge).await);
    huge.push(0);
    assert_eq!(refused(&caller.upload(&huge).await, "4003"), "图片不能超过 5MB");

    let path = format!("{VISITOR}/image/upload");
    let prefixed = json!({ "imageData": "data:image/jpeg;base64,/9j/4AAQ", "type": "visitor" });
    refused(&caller.post_json(&path, &prefixed).await, "4001");
    refused(&caller.post_json(&path, &json!({ "imageData": "/9j/4AAQ" })).await, "1001");
}
