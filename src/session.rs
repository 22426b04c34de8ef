//! Who is here, and through which door they came.

use crate::api::channel::{Caller, Family};
use crate::config::Config;
use crate::domain::id::{AppId, OpenId, ProductId, ProjectId, Token};
use crate::percent;

/// The app that shows us: it decides which family of calls is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    OfficialAccount,
    WeCom,
    MiniProgram,
    /// A plain browser: the official account's calls, without an openId.
    Browser,
}

impl Channel {
    const ALL: [Self; 4] = [Self::OfficialAccount, Self::WeCom, Self::MiniProgram, Self::Browser];

    /// The word in the `channel` launch parameter, and in the keys of drafts.
    pub fn code(self) -> &'static str {
        match self {
            Self::OfficialAccount => "mp",
            Self::WeCom => "wecom",
            Self::MiniProgram => "miniapp",
            Self::Browser => "browser",
        }
    }

    /// The family of calls that the channel speaks.
    pub fn family(self) -> Family {
        match self {
            Self::OfficialAccount | Self::Browser => Family::OfficialAccount,
            Self::WeCom => Family::WeCom,
            Self::MiniProgram => Family::MiniProgram,
        }
    }

    /// The channel by what the launch says, else by what the webview says of itself.
    pub fn detect(launched: Option<&str>, user_agent: &str, in_mini_program: bool) -> Self {
        if let Some(channel) = Self::ALL.into_iter().find(|channel| launched == Some(channel.code())) {
            return channel;
        }
        // WeCom says "MicroMessenger" too, so it is asked first.
        if user_agent.contains("wxwork") {
            Self::WeCom
        } else if in_mini_program {
            Self::MiniProgram
        } else if user_agent.contains("MicroMessenger") {
            Self::OfficialAccount
        } else {
            Self::Browser
        }
    }
}

/// What a link brings along: credentials and the site, read once and then taken out of the address bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Launch(Vec<(String, String)>);

impl Launch {
    const NAMES: [&str; 6] = ["openId", "appId", "projectId", "productId", "token", "channel"];

    /// Splits a query (without its `?`) into the launch and what remains of the query.
    pub fn take(query: &str) -> (Self, String) {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let (ours, rest): (Vec<_>, Vec<_>) = pairs.partition(|pair| Self::NAMES.contains(&pair.split('=').next().unwrap_or_default()));
        let named = ours.into_iter().map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let named = named.map(|(name, value)| (name.to_owned(), percent::decode_form(value))).filter(|(_, value)| !value.trim().is_empty());
        (Self(named.collect()), rest.join("&"))
    }

    /// This launch on top of an earlier one of the same tab. Another person's openId drops the earlier token.
    pub fn over(mut self, mut earlier: Self) -> Self {
        let changes_person = self.get("openId").is_some() && self.get("openId") != earlier.get("openId");
        earlier.0.retain(|(name, _)| self.get(name).is_none() && !(changes_person && name == "token"));
        self.0.extend(earlier.0);
        self
    }

    /// The launch as a query, to be read back by [`Self::take`].
    pub fn to_query(&self) -> String {
        self.0.iter().map(|(name, value)| format!("{name}={}", percent::encode(value))).collect::<Vec<_>>().join("&")
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Who is here: credentials and site of this tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub channel: Channel,
    pub caller: Caller,
    pub token: Option<Token>,
}

impl Session {
    /// The session of a launch; what it does not say comes from the site's settings.
    pub fn new(launch: &Launch, config: &Config, user_agent: &str, in_mini_program: bool) -> Self {
        let channel = Channel::detect(launch.get("channel"), user_agent, in_mini_program);
        Self {
            channel,
            caller: Caller {
                family: channel.family(),
                open_id: launch.get("openId").and_then(OpenId::parse),
                app: launch.get("appId").and_then(AppId::parse).or_else(|| config.app.clone()),
                project: launch.get("projectId").and_then(ProjectId::parse).or_else(|| config.project.clone()),
                product: launch.get("productId").and_then(ProductId::parse).or_else(|| config.product.clone()),
                enterprise: None,
            },
            token: launch.get("token").and_then(Token::parse),
        }
    }

    /// Whether the backend can tell this visitor from others, so that there is a list of their visits.
    pub fn is_known(&self) -> bool {
        self.caller.open_id.is_some() || self.token.is_some()
    }

    /// Where this session's draft is kept: apart from those of other sites and channels.
    pub fn draft_key(&self) -> String {
        let project = self.caller.project.as_ref().map_or("", |project| project.as_str());
        format!("draft:{project}:{}", self.channel.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wecom_is_told_apart_although_it_calls_itself_wechat() {
        let wecom = "Mozilla/5.0 (Linux; Android 14) Chrome/138 wxwork/5.0.6 MicroMessenger/7.0.1";
        assert_eq!(Channel::detect(None, wecom, false), Channel::WeCom);
        assert_eq!(Channel::detect(None, "Chrome/138 MicroMessenger/8.0.60", false), Channel::OfficialAccount);
        assert_eq!(Channel::detect(None, "Chrome/138 MicroMessenger/8.0.60", true), Channel::MiniProgram);
        assert_eq!(Channel::detect(None, "Chrome/138", false), Channel::Browser);
        assert_eq!(Channel::detect(Some("miniapp"), wecom, false), Channel::MiniProgram);
        assert_eq!(Channel::detect(Some("nonsense"), "Chrome/138", false), Channel::Browser);
    }

    #[test]
    fn credentials_are_taken_out_of_the_query() {
        let (launch, rest) = Launch::take("openId=o%201&tab=history&token=t+2&projectId=&s=sms");
        assert_eq!(rest, "tab=history&s=sms");
        assert_eq!(launch.to_query(), "openId=o%201&token=t%202");
        assert_eq!(Launch::take(&launch.to_query()).0, launch);
        assert_eq!(Launch::take(""), (Launch::default(), String::new()));
    }

    #[test]
    fn another_person_s_link_does_not_inherit_the_token() {
        let earlier = Launch::take("openId=a&token=t&projectId=p").0;
        assert_eq!(Launch::take("openId=b").0.over(earlier.clone()).to_query(), "openId=b&projectId=p");
        assert_eq!(Launch::take("openId=a").0.over(earlier.clone()).to_query(), "openId=a&token=t&projectId=p");
        assert_eq!(Launch::default().over(earlier).to_query(), "openId=a&token=t&projectId=p");
    }

    #[test]
    fn the_launch_wins_over_the_settings() {
        let config = Config::parse(r#"{"projectId":"site","appId":"wx1"}"#).unwrap();
        let session = Session::new(&Launch::take("projectId=other&token=%0A").0, &config, "", false);
        let Caller { project, app, .. } = session.caller;
        assert_eq!((project.unwrap().as_str(), app.unwrap().as_str(), session.token), ("other", "wx1", None));
    }
}
