//! The layout of the pass, as the site's administrator drew it.

use serde_json::{Value, json};

use super::{PRODUCT, PROJECT};

/// A pass with everything a gate wants to see.
pub fn open() -> Value {
    let item = |key: &str, name: &str| json!({ "key": key, "name": name });
    let time = |key: &str, name: &str, format: &str| json!({ "key": key, "name": name, "format": format });
    let mark = |key: &str| json!({ "key": key });
    json!({
        "phConfigId": "5d5f434c4543accda02680b600afe6b3",
        "configStatus": "open",
        "title": "临港智造园访客通行证",
        "phItems": [
            mark("visitorPhoto"),
            item("visitorName", "姓名"),
            item("visitorPhoneNum", "手机号码"),
            item("visitorCarNumber", "车牌号"),
            mark("separator"),
            item("visitorPurpose", "来访事由"),
            item("beVisitorPersonName", "接待人"),
            item("beVisitorGroupName", "接待部门"),
            time("startTime", "有效期开始", "yyyy年MM月dd日 HH:mm"),
            time("endTime", "有效期结束", "yyyy-MM-dd HH:mm:ss"),
            item("approvalResult", "审批状态"),
            mark("blankLine"),
            mark("authBarCode"),
        ],
        "endContent": "请在北门访客中心出示本通行证，离园时交还访客证。",
        "productCode": PRODUCT,
        "projectId": PROJECT,
    })
}

/// A site that has drawn none.
pub fn closed() -> Value {
    json!({ "configStatus": "close", "phItems": [], "productCode": PRODUCT, "projectId": PROJECT })
}
