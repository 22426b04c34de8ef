//! Pictures on their way to the server.

use crate::domain::id::{ProductId, ProjectId};
use crate::{answer, endpoint};
use serde::Serialize;

/// Uploads a picture for one of the form's questions. `visitor/image/upload`
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadPicture {
    /// JPEG in base64, without the `data:` prefix.
    image_data: String,
    project_id: Option<ProjectId>,
    product_id: Option<ProductId>,
    #[serde(rename = "type")]
    purpose: &'static str,
}
endpoint!(UploadPicture, writes post_json "/ui/v1/wechat/visitor/image/upload" -> AcscImageUploadResponse);

impl UploadPicture {
    pub fn for_booking(jpeg_base64: String, project: Option<&ProjectId>, product: Option<&ProductId>) -> Self {
        Self { image_data: jpeg_base64, project_id: project.cloned(), product_id: product.cloned(), purpose: "visitor/diy" }
    }
}

answer! {
    /// Where the picture lies now.
    pub struct AcscImageUploadResponse {
        /// Empty where the server kept nothing.
        pub image_url: String = "imageUrl",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::endpoint::Endpoint;

    #[test]
    fn golden_request() {
        let call = UploadPicture::for_booking("QUJD".into(), ProjectId::parse("p1").as_ref(), None);
        assert_eq!(
            call.request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/visitor/image/upload json {"imageData":"QUJD","projectId":"p1","type":"visitor/diy"}"#
        );
    }
}
