//! Pictures of the form.

use serde_json::json;

use super::{Endpoint, post};
use crate::{answer::Answer, question::Question, site::State};

pub const ENDPOINTS: &[Endpoint] = &[post("/ui/v1/wechat/visitor/image/upload", upload), post("/ui/v1/base/image/upload", upload)];

fn upload(state: &mut State, question: &Question) -> Answer {
    question.must_say("type")?;
    let address = state.pictures.keep(&question.must_say("imageData")?)?;
    Ok(json!({ "imageUrl": address }))
}
