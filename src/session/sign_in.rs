//! The site's sign-in: the address that somebody unknown is sent to, and what the tab stores meanwhile.

use super::Channel;
use crate::config::SignInTemplates;
use crate::domain::id::AppId;
use crate::domain::sign_in::{AddressFault, LastSignIn, SignInOutcome};
use crate::percent;

/// The address of a site's sign-in: an http(s) address or a path of this site, with `{state}` in it, and `{return}` and
/// `{appId}` as it needs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInAddress(String);

impl SignInAddress {
    /// Reads a template; refuses whatever a browser would run, or would take for an address of another kind.
    pub fn parse(template: &str) -> Result<Self, AddressFault> {
        // Browsers read a backslash as a slash, and skip control characters.
        let is_plain = !template.chars().any(|sign| sign == '\\' || sign.is_whitespace() || sign.is_control());
        let is_path = template.starts_with('/') && !template.starts_with("//");
        if !is_plain || !(is_path || has_http_host(template)) {
            return Err(AddressFault::NoAddress);
        }
        if template.contains("{state}") { Ok(Self(template.to_owned())) } else { Err(AddressFault::NoState) }
    }

    /// The template that a site has set for a channel; none where it has set none.
    pub fn template(templates: &SignInTemplates, channel: Channel) -> Option<&str> {
        let template = match channel {
            Channel::OfficialAccount => &templates.official_account,
            Channel::WeCom => &templates.wecom,
            Channel::MiniProgram => &templates.mini_program,
            Channel::Browser => &templates.browser,
        };
        Some(template.trim()).filter(|template| !template.is_empty())
    }

    /// The address to go to for a request.
    pub fn fill(&self, request: &SignInRequest, app: Option<&AppId>) -> Result<String, AddressFault> {
        let app = match app {
            None if self.0.contains("{appId}") => return Err(AddressFault::NoApp),
            app => app.map_or("", AppId::as_str),
        };
        let values = [("{appId}", app), ("{return}", request.return_address.0.as_str()), ("{state}", &request.state)];
        Ok(values.into_iter().fold(self.0.clone(), |address, (name, value)| put_in(&address, name, value)))
    }
}

fn has_http_host(template: &str) -> bool {
    let lower = template.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains(['{', '}'])
}

/// Puts a value in, percent-encoded; twice inside of an address that is itself the encoded value of another one's parameter.
fn put_in(address: &str, name: &str, value: &str) -> String {
    let encoded = percent::encode(value);
    let mut parts = address.split(name);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_nested = filled.to_ascii_uppercase().ends_with("%3D");
        filled.push_str(&if is_nested { percent::encode(&encoded) } else { encoded.clone() });
        filled.push_str(part);
    }
    filled
}

/// The page to come back to: one of this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnAddress(String);

impl ReturnAddress {
    /// The page at a path of an origin; none where the origin is no site, as in a sandbox.
    pub fn new(origin: &str, path: &str) -> Option<Self> {
        (origin.starts_with("http") && path.starts_with('/')).then(|| Self(format!("{origin}{path}")))
    }
}

/// A sign-in that has begun. `launch.js` holds the answer against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInRequest {
    /// Known to this tab only.
    pub state: String,
    pub return_address: ReturnAddress,
    /// Milliseconds by the phone.
    pub at: i64,
    pub from_form: bool,
}

impl SignInRequest {
    /// As the tab stores it.
    pub fn to_query(&self) -> String {
        let form = if self.from_form { "1" } else { "" };
        format!("state={}&return={}&at={}&form={form}", self.state, percent::encode(&self.return_address.0), self.at)
    }
}

/// What the tab stores of its last sign-in, answered or not.
pub fn read_last(query: &str) -> Option<LastSignIn> {
    let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap_or_default();
    Some(LastSignIn {
        at: value("at").parse().ok()?,
        outcome: SignInOutcome::from_code(value("outcome")),
        from_form: !value("form").is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> SignInRequest {
        let return_address = ReturnAddress::new("https://site.example", "/host/receptions/here?visit=batch/B7&s=sms").unwrap();
        SignInRequest { state: "0f1e".to_owned(), return_address, at: 17, from_form: true }
    }

    fn filled(template: &str) -> Result<String, AddressFault> {
        SignInAddress::parse(template).unwrap().fill(&request(), AppId::parse("wx/1").as_ref())
    }

    #[test]
    fn values_are_encoded_when_they_are_put_in() {
        let encoded = "https%3A%2F%2Fsite.example%2Fhost%2Freceptions%2Fhere%3Fvisit%3Dbatch%2FB7%26s%3Dsms";
        assert_eq!(filled("/sign-in?to={return}&state={state}&app={appId}"), Ok(format!("/sign-in?to={encoded}&state=0f1e&app=wx%2F1")));
        let nested = "https://open.example/authorize?redirect_uri=https%3A%2F%2Fgw.example%2Fcallback%3Freturn%3D{return}&state={state}#wechat_redirect";
        let twice = encoded.replace('%', "%25");
        let wanted = format!(
            "https://open.example/authorize?redirect_uri=https%3A%2F%2Fgw.example%2Fcallback%3Freturn%3D{twice}&state=0f1e#wechat_redirect"
        );
        assert_eq!(filled(nested), Ok(wanted));
    }

    #[test]
    fn a_value_is_not_searched_for_further_names() {
        let return_address = ReturnAddress::new("https://site.example", "/i/{state}").unwrap();
        let address = SignInAddress::parse("/sign-in?to={return}&state={state}").unwrap();
        let address = address.fill(&SignInRequest { return_address, ..request() }, None).unwrap();
        assert_eq!(address, "/sign-in?to=https%3A%2F%2Fsite.example%2Fi%2F%7Bstate%7D&state=0f1e");
    }

    #[test]
    fn only_http_addresses_and_paths_of_this_site_are_gone_to() {
        for template in [
            "javascript:alert('{state}')",
            "JavaScript:{state}",
            "java\nscript:{state}",
            "data:text/html,{state}",
            "ftp://gw.example/{state}",
            "//elsewhere.example/{state}",
            "/\\elsewhere.example/{state}",
            "/\t/elsewhere.example/{state}",
            "https:///{state}",
            "https://{appId}/?state={state}",
            "gateway?state={state}",
            "weixin://dl/{state}",
        ] {
            assert_eq!(SignInAddress::parse(template), Err(AddressFault::NoAddress), "{template:?}");
        }
        for template in ["/gw?{state}", "http://gw.example?s={state}", "HTTPS://gw.example/a?s={state}", "https://gw:8443/{state}"] {
            assert!(SignInAddress::parse(template).is_ok(), "{template:?}");
        }
    }

    #[test]
    fn a_sign_in_without_state_or_app_is_not_begun() {
        assert_eq!(SignInAddress::parse("https://gw.example/?return={return}"), Err(AddressFault::NoState));
        let address = SignInAddress::parse("/gw?app={appId}&state={state}").unwrap();
        assert_eq!(address.fill(&request(), None), Err(AddressFault::NoApp));
        assert!(SignInAddress::parse("/gw?state={state}").unwrap().fill(&request(), None).is_ok());
    }

    #[test]
    fn each_channel_has_its_own_address() {
        let templates = SignInTemplates { wecom: "/wecom?{state}".to_owned(), browser: "nowhere".to_owned(), ..SignInTemplates::default() };
        let of = |channel| SignInAddress::template(&templates, channel);
        assert_eq!((of(Channel::WeCom), of(Channel::Browser)), (Some("/wecom?{state}"), Some("nowhere")));
        assert_eq!((of(Channel::OfficialAccount), of(Channel::MiniProgram)), (None, None));
    }

    #[test]
    fn one_comes_back_to_this_site_only() {
        for (origin, path) in
            [("null", "/visits"), ("", "/visits"), ("file://", "/visits"), ("https://site.example", "@elsewhere.example/")]
        {
            assert_eq!(ReturnAddress::new(origin, path), None, "{origin}{path}");
        }
    }

    #[test]
    fn what_is_stored_is_read_back() {
        assert_eq!(read_last(&request().to_query()), Some(LastSignIn { at: 17, outcome: None, from_form: true }));
        let done = LastSignIn { at: 18, outcome: Some(SignInOutcome::Done), from_form: false };
        assert_eq!(read_last("at=18&outcome=done&form="), Some(done));
        assert_eq!((read_last(""), read_last("at=x&outcome=done")), (None, None));
    }
}
