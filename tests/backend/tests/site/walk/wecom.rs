//! WeCom: `wecom/*`.

use serde_json::json;
use standin::seed::{DEMO_HOST, order_id};

use super::Walk;
use crate::caller::WECOM;

pub async fn walk(walk: &mut Walk) {
    walk.is(DEMO_HOST);
    let post = |path: &str| format!("POST {WECOM}/{path}");
    walk.ask(&post("visitor/field/info"), "", &["0/fieldInfoDto/paraKey"]).await;
    walk.ask(&post("my/purpose"), "", &["purposeList/0/purposeId", "purposeList/0/purposeDesc"]).await;
    walk.ask(&post("my/visitor/type"), "", &["typeList/0/typeId", "typeList/0/typeName"]).await;
    walk.ask(&post("my/timeDisplay"), "", &["timeDisplayType"]).await;
    walk.ask(&post("my/privilege/group"), "", &["groupList/0/groupId", "groupList/0/groupName"]).await;
    walk.ask(&post("visitor/qrCode"), &format!("?orderId={}", order_id(307)), &[]).await;

    let picture = json!({ "imageData": "/9j/4AAQ", "type": "diy" });
    walk.post_json(&format!("{WECOM}/image/upload"), picture, &["imageUrl"]).await;
    let face = json!({ "faceData": "/9j/4AAQ" });
    let face = walk.post_json(&format!("{WECOM}/visitor/facePic/upload"), face, &["faceId", "faceUrl", "level", "score"]).await;
    let login = json!({ "orderId": order_id(307) });
    walk.post_json(&format!("{WECOM}/visitor/visitor/msg/login"), login, &["isAllowLogin", "token"]).await;
    invitations(walk, &face["faceId"]).await;

    let page = json!({ "pageNo": 1, "pageSize": 20 });
    let card = ["list/0/visitorBatch", "list/0/status", "list/0/visitorName", "list/0/startTime", "total"];
    for list in ["doing", "history"] {
        walk.post_json(&format!("{WECOM}/bevisitor/order/reception/log/{list}"), page.clone(), &card).await;
    }
    let batch = json!({ "visitorBatch": format!("B{}", order_id(310)) });
    let detail = ["status", "visitorBatch", "orderId", "leaderVisitor/visitorName", "startTime", "buttonList", "retinueList"];
    walk.post_json(&format!("{WECOM}/bevisitor/order/detail"), batch.clone(), &detail).await;
    walk.post_json(&format!("{WECOM}/bevisitor/order/cancel"), batch, &[]).await;
}

async fn invitations(walk: &mut Walk, face: &serde_json::Value) {
    let founding = format!("{WECOM}/bevisitor/order/invitation/founding");
    let invitation = walk.caller.invitation();
    let founded = walk.post_json(&founding, invitation.clone(), &["orderId"]).await;
    let order = founded["orderId"].as_str().expect("an id");
    let documented = format!("POST {WECOM}/bevisitor/invitation/wechat/{{orderId}}/preview");
    let path = format!("{WECOM}/bevisitor/invitation/wechat/{order}/preview");
    let preview = ["beVisitorPersonName", "visitorStartTime", "visitorPurpose", "status"];
    walk.reach(standin::route::BASE, &documented, &path, Some(json!({ "sceneshow": "sms" })), &preview).await;
    let acceptance = json!({ "orderId": order, "visitorName": "沈亦舟", "visitorPersonNum": 1, "faceId": face });
    walk.post_json(&format!("{WECOM}/bevisitor/invitation/accepting"), acceptance, &[]).await;
    let second = walk.post_json(&founding, invitation, &["orderId"]).await;
    walk.post_json(&format!("{WECOM}/bevisitor/invitation/cancel"), json!({ "orderId": second["orderId"] }), &[]).await;
}
