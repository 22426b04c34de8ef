//! What a site sets in `config.json`, read when the app starts. No host of anyone is compiled in.

mod wechat;

use crate::answer;
use crate::domain::id::{AppId, DepartmentId, ProductId, ProjectId};
use crate::json;
use crate::percent;
use wechat::WeChatFile;
pub use wechat::{AgentSettings, WeChatSettings};

/// The settings of a site. Everything has a default, so an empty file will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The address that the documented paths follow (`apiBase`).
    pub api_base: String,
    /// The address that Feishu's documented paths follow (`feishuBase`): a proxy of the site, which adds Feishu's token.
    pub feishu_base: String,
    /// The header that carries the session's token (`tokenHeader`).
    pub token_header: String,
    pub project: Option<ProjectId>,
    pub product: Option<ProductId>,
    /// The official account whose form is asked for (`appId`).
    pub app: Option<AppId>,
    /// Access control (Feishu), where the site has employees manage it (`doorAccess`).
    pub access: Option<AccessSettings>,
    /// The language to start in: `zh-CN` or `en` (`locale`); empty for the phone's own.
    pub locale: String,
    /// How many seconds a code for the gate is shown before it is asked for anew (`passRefreshSeconds`).
    pub pass_refresh: u32,
    /// How many days a stay may have that is not questioned (`longestStayDays`).
    pub longest_stay: u32,
    /// WeChat's JS-SDK, where the site signs for it (`wechat`).
    pub wechat: Option<WeChatSettings>,
    /// Where somebody unknown signs in (`signIn`).
    pub sign_in: SignInTemplates,
    /// What opens the mini-program, for what only it can do (`miniProgramLink`).
    pub mini_program_link: Option<MiniProgramLink>,
    /// The address of a picture of the mini-program's code (`miniProgramCode`).
    pub mini_program_code: Option<String>,
}

/// The addresses of the site's sign-in by channel, as they were written; empty where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignInTemplates {
    pub official_account: String,
    pub wecom: String,
    pub mini_program: String,
    pub browser: String,
}

/// A link that opens the mini-program: an URL link or a `weixin://` scheme, in which `{link}` stands for the page to show there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MiniProgramLink(String);

impl MiniProgramLink {
    /// None for what opens no mini-program.
    fn parse(text: &str) -> Option<Self> {
        let opens = ["https://", "weixin://"].iter().any(|scheme| text.trim().starts_with(scheme));
        opens.then(|| Self(text.trim().to_owned()))
    }

    /// The link that has the mini-program show a page.
    pub fn to(&self, page: &str) -> String {
        self.0.replace("{link}", &percent::encode(page))
    }
}

/// The address of a picture: of this site, or elsewhere by https.
fn picture(text: &str) -> Option<String> {
    let text = text.trim();
    let is_elsewhere = text.contains(':') || text.starts_with("//");
    let is_address = !text.is_empty() && (!is_elsewhere || text.starts_with("https://"));
    is_address.then(|| text.to_owned())
}

/// How a site uses Feishu's access control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessSettings {
    /// The department that Feishu files visitors under (`doorDepartment`).
    pub department: Option<DepartmentId>,
}

/// Fewer would have phones do nothing else, more would show codes that no gate takes any more.
const PASS_REFRESH: std::ops::RangeInclusive<i64> = 5..=3_600;
const USUAL_PASS_REFRESH: u32 = 60;
const USUAL_LONGEST_STAY: u32 = 30;

answer! {
    struct SignInFile {
        mp: String = "mp",
        wecom: String = "wecom",
        miniapp: String = "miniapp",
        browser: String = "browser",
    }
}

answer! {
    struct ConfigFile {
        api_base: String = "apiBase",
        feishu_base: String = "feishuBase",
        token_header: String = "tokenHeader",
        project_id: String = "projectId",
        product_id: String = "productId",
        app_id: String = "appId",
        access_control: bool = "doorAccess",
        door_department: String = "doorDepartment",
        locale: String = "locale",
        pass_refresh_seconds: Option<i64> = "passRefreshSeconds",
        longest_stay_days: Option<i64> = "longestStayDays",
        sign_in: SignInFile = "signIn",
        mini_program_link: String = "miniProgramLink",
        mini_program_code: String = "miniProgramCode",
        wechat: WeChatFile = "wechat",
    }
}

impl Config {
    /// Reads the file's text; none if it is no JSON object, or names an impossible header or address.
    pub fn parse(text: &str) -> Option<Self> {
        let value = serde_json::from_str(text).ok().filter(serde_json::Value::is_object)?;
        Self::from_file(json::read(&value, "config").ok()?)
    }

    fn from_file(file: ConfigFile) -> Option<Self> {
        let or = |text: String, default: &str| if text.trim().is_empty() { default.to_owned() } else { text.trim().to_owned() };
        let token_header = or(file.token_header, "token");
        let is_header = token_header.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        let wechat = file.wechat.settings().ok()?;
        is_header.then(|| Self {
            api_base: or(file.api_base, "/webapi/visitorcs"),
            feishu_base: or(file.feishu_base, "/open-apis"),
            token_header,
            project: ProjectId::parse(&file.project_id),
            product: ProductId::parse(&file.product_id),
            app: AppId::parse(&file.app_id),
            access: file.access_control.then(|| AccessSettings { department: DepartmentId::parse(&file.door_department) }),
            locale: file.locale,
            pass_refresh: file
                .pass_refresh_seconds
                .filter(|seconds| PASS_REFRESH.contains(seconds))
                .and_then(|seconds| u32::try_from(seconds).ok())
                .unwrap_or(USUAL_PASS_REFRESH),
            longest_stay: file
                .longest_stay_days
                .and_then(|days| u32::try_from(days).ok())
                .filter(|days| *days > 0)
                .unwrap_or(USUAL_LONGEST_STAY),
            sign_in: SignInTemplates {
                official_account: file.sign_in.mp,
                wecom: file.sign_in.wecom,
                mini_program: file.sign_in.miniapp,
                browser: file.sign_in.browser,
            },
            mini_program_link: MiniProgramLink::parse(&file.mini_program_link),
            mini_program_code: picture(&file.mini_program_code),
            wechat,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_means_the_defaults() {
        let config = Config::parse("{}").unwrap();
        assert_eq!((config.api_base.as_str(), config.feishu_base.as_str()), ("/webapi/visitorcs", "/open-apis"));
        assert_eq!((config.token_header.as_str(), config.project, config.access), ("token", None, None));
    }

    #[test]
    fn settings_are_taken_and_unknown_ones_ignored() {
        let config = Config::parse(r#"{"apiBase":"/visitors","projectId":17,"tokenHeader":"X-Token","later":true}"#).unwrap();
        assert_eq!(
            (config.api_base.as_str(), config.token_header.as_str(), config.project.unwrap().as_str()),
            ("/visitors", "X-Token", "17")
        );
    }

    #[test]
    fn access_control_is_managed_only_where_the_site_says_so() {
        let access = |text: &str| Config::parse(text).unwrap().access;
        let department = |text: &str| access(text).unwrap().department;
        assert_eq!(access(r#"{"doorAccess":false,"doorDepartment":"od-1"}"#), None);
        assert_eq!(department(r#"{"doorAccess":true}"#), None);
        assert_eq!(department(r#"{"doorAccess":"true","doorDepartment":"od-1"}"#), DepartmentId::parse("od-1"));
    }

    #[test]
    fn a_code_is_refreshed_every_minute_unless_the_site_says_something_sensible() {
        for (text, seconds) in [
            ("{}", 60),
            (r#"{"passRefreshSeconds":""}"#, 60),
            (r#"{"passRefreshSeconds":30}"#, 30),
            (r#"{"passRefreshSeconds":"5"}"#, 5),
            (r#"{"passRefreshSeconds":0}"#, 60),
        ] {
            assert_eq!(Config::parse(text).unwrap().pass_refresh, seconds, "{text}");
        }
    }

    #[test]
    fn a_stay_of_thirty_days_is_the_longest_that_is_not_questioned_unless_the_site_says_otherwise() {
        let longest = |text: &str| Config::parse(text).unwrap().longest_stay;
        assert_eq!([longest("{}"), longest(r#"{"longestStayDays":7}"#), longest(r#"{"longestStayDays":0}"#)], [30, 7, 30]);
    }

    #[test]
    fn each_channel_has_its_sign_in_or_none() {
        let sign_in = |text: &str| Config::parse(text).unwrap().sign_in;
        assert_eq!(sign_in("{}"), SignInTemplates::default());
        assert_eq!(sign_in(r#"{"signIn":null}"#), SignInTemplates::default());
        let only_wecom = SignInTemplates { wecom: "/gateway?state={state}".to_owned(), ..SignInTemplates::default() };
        assert_eq!(sign_in(r#"{"signIn":{"wecom":"/gateway?state={state}","mp":null,"other":1}}"#), only_wecom);
    }

    #[test]
    fn the_mini_program_is_opened_by_what_can_open_it_and_nothing_else() {
        let link = |text: &str| Config::parse(&format!(r#"{{"miniProgramLink":"{text}"}}"#)).unwrap().mini_program_link;
        let page = "https://site/companions/B7?channel=miniapp";
        let opened = link("weixin://dl/business/?appid=wx1&query=link%3D{link}").unwrap().to(page);
        assert_eq!(opened, "weixin://dl/business/?appid=wx1&query=link%3Dhttps%3A%2F%2Fsite%2Fcompanions%2FB7%3Fchannel%3Dminiapp");
        assert_eq!(link("https://wxaurl.cn/abc").unwrap().to(page), "https://wxaurl.cn/abc");
        assert_eq!([link(""), link("javascript:alert(1)"), link("http://site/x")], [None, None, None]);
        let code = |text: &str| Config::parse(&format!(r#"{{"miniProgramCode":"{text}"}}"#)).unwrap().mini_program_code;
        assert_eq!(["/code.png", "https://cdn/code.png"].map(code), [Some("/code.png".into()), Some("https://cdn/code.png".into())]);
        assert_eq!(["", "javascript:alert(1)", "//elsewhere/code.png", "http://cdn/code.png"].map(code), [None, None, None, None]);
    }

    #[test]
    fn what_is_no_settings_file_is_refused() {
        for text in ["", "<html>", "[]", "null", r#"{"tokenHeader":"a b"}"#, r#"{"apiBase":[1]}"#] {
            assert_eq!(Config::parse(text), None, "{text}");
        }
    }
}
