//! Pictures of the form, and faces.

use serde_json::json;

use super::{Endpoint, post};
use crate::{request::ApiRequest, response::ApiResult, site::State};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/image/upload", upload),
    post("/ui/v1/wechat/miniapp/visitor/image/upload", upload),
    post("/ui/v1/wechat/wecom/image/upload", upload),
    post("/ui/v1/base/image/upload", upload),
    post("/ui/v1/wechat/wecom/visitor/facePic/upload", upload_face),
];

/// Only a visitor's own picture is looked at as a face.
fn upload(state: &mut State, request: &ApiRequest) -> ApiResult {
    let kind = request.required_text("type")?;
    let kept = state.pictures.store(&request.required_text("imageData")?)?;
    Ok(match kind.as_str() {
        "visitor" => json!({
            "imageUrl": kept.address,
            "faceId": kept.face_id,
            "faceLevel": kept.level(),
            "faceScore": kept.score,
        }),
        _ => json!({ "imageUrl": kept.address }),
    })
}

fn upload_face(state: &mut State, request: &ApiRequest) -> ApiResult {
    let kept = state.pictures.store(&request.required_text("faceData")?)?;
    Ok(json!({ "faceId": kept.face_id, "faceUrl": kept.address, "level": kept.level(), "score": kept.score }))
}
