//! What a visitor reads and promises before and while booking.

use serde_json::{Value, json};

/// Commitments of every kind, and the letter of notice.
pub fn all() -> Value {
    json!({
        "showBeforeFlag": true,
        "beforeDetails": [
            {
                "promiseType": 2,
                "detailsContent": "本人已知悉生产区域禁止拍照、禁止携带火种，并将全程佩戴访客证。",
                "detailsFlag": true,
            },
            {
                "promiseType": 1,
                "detailsContent": "以上内容均为本人真实意愿，如有违反，愿承担相应责任。",
            },
        ],
        "showInFlag": true,
        "inDetails": [
            {
                "promiseType": 2,
                "detailsContent": "本人未携带易燃、易爆及其他危险化学品。",
                "detailsFlag": true,
            },
        ],
        "showInformFlag": true,
        "informDetails": { "detailsName": "入园安全告知书", "detailsContent": LETTER },
    })
}

/// A site that asks for no promise.
pub fn none() -> Value {
    json!({
        "showBeforeFlag": false,
        "beforeDetails": [],
        "showInFlag": false,
        "inDetails": [],
        "showInformFlag": false,
    })
}

/// The rules of admission, as plain text.
pub fn note() -> Value {
    json!({
        "status": "1",
        "title": "临港智造园入园须知",
        "content": "1.请携带预约时登记的有效证件。\n2.车辆限速 15 公里/小时，按指引停放在 P2 停车场。\n\
            3.进入生产区须佩戴安全帽、穿着防护鞋。\n4.离园时请在北门访客中心签离并交还访客证。",
    })
}

/// As the backend's rich-text editor writes it.
const LETTER: &str = "<p>尊敬的访客：</p><p>欢迎来到<strong>临港智造园</strong>。为了您和他人的安全，请在入园前阅读以下内容：</p>\
    <ul><li>请从北门访客中心进入，凭二维码核验身份；</li><li>未经许可不得进入<strong>生产车间</strong>与仓库；</li>\
    <li>如遇紧急情况，请听从现场人员指挥，沿绿色标识撤离。</li></ul><p>园区 24 小时值班电话：021-5555 0110</p>";
