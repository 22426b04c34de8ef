//! The pass: the code for the gate, and how a site lays the pass out.

use crate::domain::id::{OrderId, ProjectId};
use crate::{answer, endpoint, parameters};

parameters! {
    /// Asks for the text behind a visitor's QR code; only a normal or late visit has one. `visitor/qrCode`
    #[derive(Debug, Clone)]
    pub struct GetQrCode {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetQrCode, reads post "/ui/v1/wechat/visitor/qrCode" -> String);

parameters! {
    /// Asks for the text behind a visitor's QR code. `wecom/visitor/qrCode`
    #[derive(Debug, Clone)]
    pub struct GetQrCodeInWeCom {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetQrCodeInWeCom, reads post "/ui/v1/wechat/wecom/visitor/qrCode" -> String);

parameters! {
    /// Asks for a fresh text behind a visitor's QR code. `miniapp/visitor/order/qrcode/refresh`
    #[derive(Debug, Clone)]
    pub struct RefreshQrCodeInMiniProgram {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(RefreshQrCodeInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/qrcode/refresh" -> QrCodeResponse);

parameters! {
    /// Asks how the site lays its pass out. `visitor/phConfig/info`
    #[derive(Debug, Clone)]
    pub struct GetPassLayout {}
}
endpoint!(GetPassLayout, reads post "/ui/v1/wechat/visitor/phConfig/info" -> PassLayoutResponse);

parameters! {
    /// Asks how a site lays its pass out. `miniapp/visitor/phConfig/info`
    #[derive(Debug, Clone)]
    pub struct GetPassLayoutInMiniProgram {
        pub project_id: Option<ProjectId> = "projectId",
    }
}
endpoint!(GetPassLayoutInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/phConfig/info" -> PassLayoutResponse);

answer! {
    pub struct QrCodeResponse {
        pub auth_bar_code: String = "authBarCode",
    }
}

answer! {
    pub struct PassLayoutResponse {
        /// `open` or `close`; a closed layout is not used.
        pub config_status: String = "configStatus",
        pub title: String = "title",
        /// The last line of the pass.
        pub end_content: String = "endContent",
        /// The address of a picture behind the pass.
        pub back_pic_url: String = "backPicUrl",
        pub items: Vec<PassItem> = "phItems",
    }
}

answer! {
    /// One line of a pass.
    pub struct PassItem {
        /// What it shows: a field of the visit, `authBarCode`, `visitorPhoto`, `separator` or `blankLine`.
        pub key: String = "key",
        pub name: String = "name",
        pub value: String = "value",
        /// For times, a Java-style pattern such as `yyyy-MM-dd HH:mm:ss`.
        pub format: String = "format",
    }
}
