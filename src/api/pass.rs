//! The pass: the code for the gate, and how a site lays the pass out.

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use crate::domain::id::{OrderId, ProjectId};
use crate::domain::pass::layout::{Item, Layout, address};
use crate::{answer, endpoint, parameters};

/// What a visit's code for the gate says now.
pub fn code(context: &ApiContext, order_id: OrderId) -> ApiCall<String> {
    match context.flavor {
        ApiFlavor::OfficialAccount => ApiCall::new(&GetQrCode { order_id }, |code| code),
        ApiFlavor::WeCom => ApiCall::new(&GetQrCodeInWeCom { order_id }, |code| code),
        ApiFlavor::MiniProgram => ApiCall::new(&RefreshQrCodeInMiniProgram { order_id }, |answer| answer.auth_bar_code),
    }
}

/// How the site lays its pass out; none where it has not switched that on. WeCom has no call of its own for it.
pub fn layout(context: &ApiContext) -> ApiCall<Option<Layout>> {
    if context.in_mini_program() {
        let call = GetPassLayoutInMiniProgram { project_id: context.project.clone() };
        return ApiCall::new(&call, PassLayoutResponse::layout);
    }
    ApiCall::new(&GetPassLayout {}, PassLayoutResponse::layout)
}

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

impl PassLayoutResponse {
    fn layout(self) -> Option<Layout> {
        let item = |item: PassItem| Item { key: item.key, name: item.name, value: item.value, format: item.format };
        (self.config_status.trim() == "open").then(|| Layout {
            title: self.title.trim().to_owned(),
            closing: self.end_content,
            background: address(&self.back_pic_url).unwrap_or_default(),
            items: self.items.into_iter().map(item).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: None, app: None, project: ProjectId::parse("p1"), product: None, enterprise: None }
    }

    #[test]
    fn each_channel_has_its_call_for_the_code_and_the_layout() {
        let lines = |flavor| {
            let context = context(flavor);
            let code = code(&context, OrderId::parse("7").unwrap());
            [code.request().unwrap().to_string(), layout(&context).request().unwrap().to_string()]
        };
        assert_eq!(
            lines(ApiFlavor::OfficialAccount),
            ["POST /ui/v1/wechat/visitor/qrCode?orderId=7", "POST /ui/v1/wechat/visitor/phConfig/info"]
        );
        assert_eq!(lines(ApiFlavor::WeCom)[0], "POST /ui/v1/wechat/wecom/visitor/qrCode?orderId=7");
        assert_eq!(
            lines(ApiFlavor::MiniProgram),
            [
                r#"POST /ui/v1/wechat/miniapp/visitor/order/qrcode/refresh json {"orderId":"7"}"#,
                r#"POST /ui/v1/wechat/miniapp/visitor/phConfig/info json {"projectId":"p1"}"#
            ]
        );
    }

    #[test]
    fn a_code_is_what_was_sent_and_nothing_else() {
        let order = OrderId::parse("7").unwrap();
        let read = |flavor, data| code(&context(flavor), order.clone()).read(&data).unwrap();
        assert_eq!(read(ApiFlavor::OfficialAccount, json!(" 王\n建国🎫 ")), " 王\n建国🎫 ");
        assert_eq!(read(ApiFlavor::MiniProgram, json!({"authBarCode": "https://example.com/?a=b"})), "https://example.com/?a=b");
        assert_eq!(read(ApiFlavor::WeCom, json!(null)), "");
    }

    #[test]
    fn only_an_open_layout_is_used() {
        let read = |data| layout(&context(ApiFlavor::OfficialAccount)).read(&data).unwrap();
        assert_eq!(read(json!({"configStatus": "close", "title": "x", "phItems": "[]"})), None);
        assert_eq!(read(json!({})), None);
        let open = read(
            json!({"configStatus": "open", "title": " 通行证 ", "backPicUrl": "javascript:1", "phItems": [{"key": "visitorName", "name": "姓名"}]}),
        );
        let open = open.unwrap();
        assert_eq!((open.title.as_str(), open.background.as_str(), open.items.len()), ("通行证", "", 1));
    }
}
