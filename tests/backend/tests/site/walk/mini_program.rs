//! The mini-program: `miniapp/*`.

use serde_json::{Value, json};
use standin::seed::{DEMO_HOST, ENTERPRISE, LEADER, PROJECT, guests, order_id};

use super::{Walk, project};
use crate::caller::{MINI_HOST, MINI_VISITOR};

const MINI: &str = "/ui/v1/wechat/miniapp";

/// What a detail cannot do without.
const DETAIL: [&str; 7] =
    ["status", "visitorBatch", "orderId", "beVisitorPersonName", "leaderVisitor/visitorName", "startTime", "retinueList"];

pub async fn walk(walk: &mut Walk) {
    walk.is(LEADER);
    choices(walk).await;
    visitor(walk).await;
    companions(walk).await;
    walk.is(DEMO_HOST);
    let shared = invitations(walk).await;
    host(walk).await;
    walk.is("oVisitorDeng");
    walk.post_json(&format!("{MINI_VISITOR}/invitation/preview"), shared.clone(), &["beVisitorPersonName", "startTime", "projectId"]).await;
    walk.post_json(&format!("{MINI_VISITOR}/invitation/accepting"), shared, &[]).await;
}

async fn choices(walk: &mut Walk) {
    let enterprises = json!({ "enterpriseName": "临港" });
    let found = ["enterpriseList/0/enterpriseName", "enterpriseList/0/enterpriseCode", "enterpriseList/0/projectId"];
    walk.post_json(&format!("{MINI}/my/enterprise/list"), enterprises, &found).await;
    let host = json!({ "beVisitorPhoneNum": "13800000001", "enterpriseName": ENTERPRISE, "projectId": PROJECT });
    walk.post_json(&format!("{MINI_VISITOR}/bevisitor/matching"), host, &["beVisitorUserId", "beVisitorPersonName"]).await;
    walk.ask(&format!("POST {MINI}/my/privilege/group"), "", &["groupList/0/groupId", "groupList/0/groupName"]).await;
    walk.post_json(&format!("{MINI}/my/purpose"), project(), &["purposeList/0/purposeId", "purposeList/0/purposeDesc"]).await;
    walk.ask(&format!("POST {MINI}/my/timeDisplay"), "", &["timeDisplayType"]).await;
    walk.ask(&format!("POST {MINI}/my/visitor/type"), "", &["typeList/0/typeId", "typeList/0/typeName"]).await;
    let query = format!("?projectId={PROJECT}");
    walk.ask(&format!("POST {MINI}/visitor/field/info"), &format!("{query}&type=0"), &["0/fieldInfoDto/paraKey"]).await;
    walk.ask(&format!("POST {MINI}/visitor/orderModel/config"), &query, &["personModelStatus"]).await;
    walk.post_json(&format!("{MINI}/visitor/phConfig/info"), project(), &["configStatus", "phItems/0/key"]).await;
    walk.post_json(&format!("{MINI}/visitor/promise/info"), project(), &["showInFlag"]).await;
    let picture = json!({ "imageData": "/9j/4AAQ", "type": "diy" });
    walk.post_json(&format!("{MINI}/visitor/image/upload"), picture, &["imageUrl"]).await;
}

async fn visitor(walk: &mut Walk) {
    let founding = walk.caller.founding(1);
    let mut change = founding.clone();
    change["orderId"] = json!(order_id(503));
    walk.post_json(&format!("{MINI_VISITOR}/founding"), founding, &[]).await;
    walk.post_json(&format!("{MINI_VISITOR}/update"), change, &[]).await;
    let card = ["list/0/orderId", "list/0/visitorBatch", "list/0/status", "list/0/startTime", "list/0/beVisitorPersonName", "total"];
    let mut page = json!({ "pageNo": 1, "pageSize": 20 });
    walk.post_json(&format!("{MINI_VISITOR}/go/log/doing"), page.clone(), &card).await;
    page["tabKey"] = json!("2");
    walk.post_json(&format!("{MINI_VISITOR}/go/log/history"), page, &card).await;
    let visit = json!({ "orderId": order_id(502), "visitorBatch": format!("B{}", order_id(502)) });
    walk.post_json(&format!("{MINI_VISITOR}/detail"), visit, &DETAIL).await;
    walk.post_json(&format!("{MINI_VISITOR}/qrcode/refresh"), json!({ "orderId": order_id(502) }), &["authBarCode"]).await;
    walk.post_json(&format!("{MINI_VISITOR}/cancel"), json!({ "orderId": order_id(502) }), &[]).await;
}

async fn companions(walk: &mut Walk) {
    walk.is("oVisitorTang");
    let batch = json!({ "visitorBatch": format!("B{}", order_id(guests::GATHERING)) });
    walk.post_json(&format!("{MINI_VISITOR}/retinue/preview"), batch.clone(), &["visitorBatch", "beVisitorPersonName", "startTime"]).await;
    walk.post_json(&format!("{MINI_VISITOR}/retinue/confirm"), batch, &[]).await;
    walk.is(LEADER);
    walk.post_json(&format!("{MINI_VISITOR}/submit"), json!({ "orderId": order_id(guests::GATHERING) }), &[]).await;
}

/// Gives a batch that is still open.
async fn invitations(walk: &mut Walk) -> Value {
    assert_eq!(walk.caller.control("POST", "site", &json!({ "sms_failures": 1 })).await.status, 200);
    let founding = format!("{MINI_HOST}/order/invitation/founding");
    let invitation = walk.caller.invitation();
    let lost = walk.post_json(&founding, invitation.clone(), &["visitorBatch"]).await;
    walk.post_json(&format!("{MINI_HOST}/invitation/again/send/sms"), lost.clone(), &[]).await;
    walk.post_json(&format!("{MINI_HOST}/order/invitation/cancel"), lost, &[]).await;
    let open = walk.post_json(&founding, invitation, &["visitorBatch"]).await;
    let mut closed = open.clone();
    for status in ["0", "1"] {
        closed["shareStatus"] = json!(status);
        walk.post_json(&format!("{MINI_HOST}/order/share/update"), closed.clone(), &[]).await;
    }
    let row = ["list/0/visitorBatch", "list/0/shareStatus", "list/0/visitorSmsSendFlag", "list/0/mode", "list/0/visitorDtos", "total"];
    for tab in ["inviting", "expire"] {
        let page = json!({ "invitationState": tab, "pageNo": 1, "pageSize": 50 });
        walk.post_json(&format!("{MINI_HOST}/order/share/log"), page, &row).await;
    }
    open
}

async fn host(walk: &mut Walk) {
    let page = json!({ "pageNo": 1, "pageSize": 20 });
    let card = ["list/0/visitorBatch", "list/0/status", "list/0/visitorName", "list/0/startTime", "list/0/buttonList", "total"];
    for list in ["examine/log/doing", "examine/log/expires", "reception/log/doing", "reception/log/history"] {
        walk.post_json(&format!("{MINI_HOST}/order/{list}"), page.clone(), &card).await;
    }
    for serial in [2, 300, 304, 403, 500, 501].map(order_id) {
        let batch = json!({ "visitorBatch": format!("B{serial}") });
        let host = if serial == order_id(2) { "oHostLi" } else { DEMO_HOST };
        walk.is(host);
        walk.post_json(&format!("{MINI_HOST}/order/detail"), batch, &DETAIL).await;
    }
    walk.post_json(&format!("{MINI_HOST}/order/cancel"), json!({ "visitorBatch": format!("B{}", order_id(307)) }), &[]).await;
}
