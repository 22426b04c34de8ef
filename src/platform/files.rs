//! Files that the phone takes from us.

use super::webview;

/// The address of a calendar file, to be saved; none inside WeChat and WeCom, which save no files.
///
/// It holds the file itself: nothing has to be cleared away, and phones that cannot save it open it as a calendar.
pub fn calendar_address(file: &str) -> Option<String> {
    // WeCom says so as well.
    let is_in_wechat = webview::user_agent().contains("MicroMessenger");
    (!is_in_wechat).then(|| "data:text/calendar;charset=utf-8,".to_owned() + &String::from(js_sys::encode_uri_component(file)))
}
