//! Pictures on their way to the server.

mod level;

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use crate::domain::id::{FaceId, ProductId, ProjectId};
use crate::domain::portrait::{Portrait, Quality};
use crate::{answer, endpoint, parameters};
use level::quality;

/// Uploads a picture for one of the form's questions; answers its address, empty where the server stored nothing.
pub fn picture(context: &ApiContext, jpeg_base64: String) -> ApiCall<String> {
    let picture = Picture::for_booking(jpeg_base64, context.project.as_ref(), context.product.as_ref());
    match context.flavor {
        ApiFlavor::OfficialAccount => ApiCall::new(&UploadPicture(picture), |answer| answer.image_url),
        ApiFlavor::WeCom => ApiCall::new(&UploadPictureInWeCom(picture), |answer| answer.image_url),
        ApiFlavor::MiniProgram => ApiCall::new(&UploadPictureInMiniProgram(picture), |answer| answer.image_url),
    }
}

/// Uploads a portrait for access control, which grades it; only WeCom's visitors can.
pub fn portrait(jpeg_base64: String) -> ApiCall<Portrait> {
    ApiCall::new(&UploadPortrait { face_data: jpeg_base64 }, FaceUploadResponse::portrait)
}

parameters! {
    /// Uploads a picture for one of the form's questions. `visitor/image/upload`
    #[derive(Clone)]
    pub struct UploadPicture(pub Picture);
}
endpoint!(UploadPicture, writes post_json "/ui/v1/wechat/visitor/image/upload" -> AcscImageUploadResponse);

parameters! {
    /// Uploads a picture for one of the form's questions. `miniapp/visitor/image/upload`
    #[derive(Clone)]
    pub struct UploadPictureInMiniProgram(pub Picture);
}
endpoint!(UploadPictureInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/image/upload" -> AcscImageUploadResponse);

parameters! {
    /// Uploads a picture for one of the form's questions. `wecom/image/upload`
    #[derive(Clone)]
    pub struct UploadPictureInWeCom(pub Picture);
}
endpoint!(UploadPictureInWeCom, writes post_json "/ui/v1/wechat/wecom/image/upload" -> AcscImageUploadResponse);

parameters! {
    /// Uploads a picture in any channel. `base/image/upload`
    #[derive(Clone)]
    pub struct UploadPictureAnywhere(pub Picture);
}
endpoint!(UploadPictureAnywhere, writes post_json "/ui/v1/base/image/upload" -> AcscImageUploadResponse);

parameters! {
    /// Uploads a portrait for access control, which grades it. `wecom/visitor/facePic/upload`
    #[derive(Clone)]
    pub struct UploadPortrait {
        /// JPEG in base64.
        pub face_data: String = "faceData",
    }
}
endpoint!(UploadPortrait, writes post_json "/ui/v1/wechat/wecom/visitor/facePic/upload" -> FaceUploadResponse);

parameters! {
    /// A picture on its way.
    #[derive(Clone)]
    pub struct Picture {
        /// JPEG in base64, without the `data:` prefix.
        image_data: String = "imageData",
        project_id: Option<ProjectId> = "projectId",
        product_id: Option<ProductId> = "productId",
        purpose: &'static str = "type",
    }
}

impl Picture {
    /// A picture that answers a question of the form.
    pub fn for_booking(jpeg_base64: String, project: Option<&ProjectId>, product: Option<&ProductId>) -> Self {
        Self { image_data: jpeg_base64, project_id: project.cloned(), product_id: product.cloned(), purpose: "visitor/diy" }
    }
}

answer! {
    /// Where the picture lies now.
    pub struct AcscImageUploadResponse {
        /// Empty where the server stored nothing.
        pub image_url: String = "imageUrl",
    }
}

answer! {
    /// How access control grades a portrait.
    pub struct FaceUploadResponse {
        pub face_id: String = "faceId",
        pub face_url: String = "faceUrl",
        /// A word: good from 80 points, middling from 70, poor from 60, refused below.
        pub level: String = "level",
        /// Up to 100.
        pub score: Option<i64> = "score",
    }
}

impl FaceUploadResponse {
    fn portrait(self) -> Portrait {
        let quality = quality(&self.level, self.score);
        Portrait { id: FaceId::parse(&self.face_id).filter(|_| quality != Quality::Unfit), quality }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_portrait_that_the_doors_do_not_want_has_no_number() {
        let ask = portrait("base64".into());
        assert_eq!(ask.request().unwrap().to_string(), r#"POST /ui/v1/wechat/wecom/visitor/facePic/upload json {"faceData":"base64"}"#);
        let read = |level: &str| ask.read(&json!({"faceId": "F1", "level": level, "score": 50})).unwrap();
        assert_eq!(read("低"), Portrait { id: FaceId::parse("F1"), quality: Quality::Poor });
        assert_eq!(read("不合格"), Portrait { id: None, quality: Quality::Unfit });
    }

    #[test]
    fn pictures_go_the_way_of_their_family() {
        let path = |flavor| {
            let context = ApiContext { flavor, open_id: None, app: None, project: None, product: None, enterprise: None };
            picture(&context, "x".into()).request().unwrap().to_string()
        };
        let [official, wecom, mini] = ApiFlavor::ALL.map(path);
        assert!(official.contains("/wechat/visitor/image/upload") && wecom.contains("/wecom/image/upload") && mini.contains("/miniapp/"));
    }
}
