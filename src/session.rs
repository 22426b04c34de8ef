//! Who is here, and through which door they came.

pub mod sign_in;

use crate::api::channel::{ApiContext, ApiFlavor};
use crate::config::Config;
use crate::domain::id::{AppId, Credential, OpenId, PersonId, ProductId, ProjectId, Token};
use crate::domain::owner::Owner;
use crate::domain::private::Viewer;
use crate::domain::venue::Enterprise;
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

    /// The channel of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// The family of calls that the channel speaks.
    pub fn flavor(self) -> ApiFlavor {
        match self {
            Self::OfficialAccount | Self::Browser => ApiFlavor::OfficialAccount,
            Self::WeCom => ApiFlavor::WeCom,
            Self::MiniProgram => ApiFlavor::MiniProgram,
        }
    }

    /// The channel by what the launch says, else by what the webview says of itself.
    pub fn detect(launched: Option<&str>, user_agent: &str, in_mini_program: bool) -> Self {
        let is_wechat = user_agent.contains("MicroMessenger");
        match launched.and_then(Self::from_code) {
            // The account's link in a plain browser: the same calls, and nothing of WeChat around them.
            Some(Self::OfficialAccount) if !is_wechat => return Self::Browser,
            Some(channel) => return channel,
            None => {}
        }
        // Both apps show mini-programs, and WeCom says "MicroMessenger" too: the narrower is asked first.
        if in_mini_program || user_agent.to_ascii_lowercase().contains("miniprogram") {
            Self::MiniProgram
        } else if user_agent.contains("wxwork") {
            Self::WeCom
        } else if is_wechat {
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
    const NAMES: [&str; 8] = ["openId", "appId", "projectId", "productId", "token", "channel", "type", "personId"];

    /// What an answer of the site's sign-in brings besides.
    const ANSWER: [&str; 3] = ["state", "error", "code"];

    /// Splits a query (without its `?`) into the launch and what remains of the query. The answer of a sign-in brings nothing:
    /// `launch.js` has taken what this tab asked for, and all other answers are nobody's.
    pub fn take(query: &str) -> (Self, String) {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let name_of = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
        let is_ours = |pair: &&str| Self::NAMES.iter().chain(&Self::ANSWER).any(|name| *name == name_of(pair));
        let (ours, rest): (Vec<_>, Vec<_>) = pairs.partition(is_ours);
        let named = ours.into_iter().map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let named = named.map(|(name, value)| (name.to_owned(), percent::decode_form(value))).filter(|(_, value)| !value.trim().is_empty());
        let mut named: Vec<(String, String)> = named.collect();
        if named.iter().any(|(name, _)| name == "state" || name == "error") {
            named.clear();
        }
        named.retain(|(name, _)| Self::NAMES.contains(&name.as_str()));
        (Self(named), rest.join("&"))
    }

    /// This launch on top of an earlier one of the same tab. The earlier token goes where another person's openId comes,
    /// and where a message is opened, which signs in anew; the earlier openId where another token comes without one; and with
    /// either whom an earlier message was sent to.
    pub fn over(mut self, mut earlier: Self) -> Self {
        let changes_person = self.get("openId").is_some() && self.get("openId") != earlier.get("openId");
        let drops_token = changes_person || self.get("type").is_some();
        let drops_open_id = self.get("token").is_some() && self.get("token") != earlier.get("token");
        let is_dropped = |name: &str| match name {
            "token" => drops_token,
            "openId" => drops_open_id,
            "personId" | "type" => drops_token || drops_open_id,
            _ => false,
        };
        earlier.0.retain(|(name, _)| self.get(name).is_none() && !is_dropped(name));
        self.0.extend(earlier.0);
        self
    }

    /// Whether it says who is here, so that the tab goes on as the link has it.
    pub fn identifies(&self) -> bool {
        ["openId", "token", "type"].into_iter().any(|name| self.get(name).is_some())
    }

    /// This launch, with the site of a link where it names none: pages that the link's page leads to are of that site.
    pub fn at_site_of(mut self, link: &Self) -> Self {
        let site = ["appId", "projectId", "productId"].into_iter().filter(|name| self.get(name).is_none());
        let site: Vec<_> = site.filter_map(|name| Some((name.to_owned(), link.get(name)?.to_owned()))).collect();
        self.0.extend(site);
        self
    }

    /// This launch with the token of somebody who has just signed in.
    pub fn signed_in(mut self, token: &Token) -> Self {
        self.0.retain(|(name, _)| name != "token");
        self.0.push(("token".to_owned(), token.as_str().to_owned()));
        self
    }

    /// This launch in a channel that the app has told late, so that a reload begins with it. What the link says stays.
    pub fn in_channel(mut self, channel: Channel) -> Self {
        if self.get("channel").is_none() {
            self.0.push(("channel".to_owned(), channel.code().to_owned()));
        }
        self
    }

    /// What the link that opened the tab signs in with.
    pub fn credential(&self) -> Credential {
        Credential::new(self.get("token").and_then(Token::parse))
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
#[derive(Debug, Clone)]
pub struct Session {
    pub channel: Channel,
    pub context: ApiContext,
    pub credential: Credential,
    /// The employee whom the message was sent to that was opened last; none where that was a visitor.
    pub employee: Option<PersonId>,
    /// Whom a message was sent to, employee or visitor.
    person: Option<PersonId>,
    /// Where this page kept its draft before the app said that it shows a mini-program: what was typed goes on from there.
    pub earlier_drafts: Option<String>,
}

impl Session {
    /// The session of a launch; what it does not say comes from the site's settings.
    pub fn new(launch: &Launch, credential: Credential, config: &Config, user_agent: &str, in_mini_program: bool) -> Self {
        let channel = Channel::detect(launch.get("channel"), user_agent, in_mini_program);
        let person = launch.get("personId").and_then(PersonId::parse);
        Self {
            channel,
            context: ApiContext {
                flavor: channel.flavor(),
                open_id: launch.get("openId").and_then(OpenId::parse),
                app: launch.get("appId").and_then(AppId::parse).or_else(|| config.app.clone()),
                project: launch.get("projectId").and_then(ProjectId::parse).or_else(|| config.project.clone()),
                product: launch.get("productId").and_then(ProductId::parse).or_else(|| config.product.clone()),
                enterprise: None,
            },
            credential,
            employee: person.clone().filter(|_| launch.get("type") == Some("person")),
            person,
            earlier_drafts: None,
        }
    }

    /// The same session at the site of a company that the mini-program's visitor has chosen.
    pub fn at(&self, enterprise: Enterprise) -> Self {
        Self { context: self.context.at(enterprise), ..self.clone() }
    }

    /// The same person, asking elsewhere or by other calls.
    pub fn with_context(&self, context: ApiContext) -> Self {
        Self { context, ..self.clone() }
    }

    /// The same session, with the drafts that were kept under this name before the app told its channel.
    pub fn continuing(self, earlier_drafts: String) -> Self {
        Self { earlier_drafts: Some(earlier_drafts), ..self }
    }

    /// Whether the backend can tell this visitor from others, so that there is a list of their visits.
    pub fn is_known(&self) -> bool {
        // The mini-program's calls know people by their token alone.
        let has_open_id = self.context.open_id.is_some() && !self.context.in_mini_program();
        has_open_id || self.credential.token().is_some()
    }

    /// Who reads what the backend says, whatever it lets through.
    pub fn viewer(&self) -> Viewer {
        if self.is_known() { Viewer::Entitled } else { Viewer::Stranger }
    }

    /// Continues as whoever a token belongs to, in all copies of the session.
    pub fn sign_in(&self, token: Token) {
        self.credential.replace(token);
    }

    /// Whether messages are opened here as an employee: WeCom is theirs.
    pub fn is_messaged_employee(&self) -> bool {
        self.channel == Channel::WeCom || self.employee.is_some()
    }

    /// Whose values on this device are shown.
    pub fn owner(&self) -> Owner {
        let open_id = self.context.open_id.as_ref().map(|id| Owner::of("openId", id.as_str()));
        let token_owner = || {
            // A message says whom it was sent to; whether that is who opens it, the token tells.
            let token = self.credential.token()?;
            let person = self.person.as_ref().map(|id| Owner::of("personId", id.as_str()));
            Some(person.unwrap_or_else(|| Owner::of("token", token.as_str())))
        };
        open_id.or_else(token_owner).unwrap_or_else(Owner::guest)
    }

    /// What this session's draft is called: apart from those of other sites and channels.
    pub fn draft_name(&self) -> String {
        let project = self.context.project.as_ref().map_or("", |project| project.as_str());
        format!("draft:{project}:{}", self.channel.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(query: &str, config: &Config) -> Session {
        let launch = Launch::take(query).0;
        Session::new(&launch, launch.credential(), config, "", false)
    }

    #[test]
    fn wecom_is_told_apart_although_it_calls_itself_wechat() {
        let wecom = "Mozilla/5.0 (Linux; Android 14) Chrome/138 wxwork/5.0.6 MicroMessenger/7.0.1";
        assert_eq!(Channel::detect(None, wecom, false), Channel::WeCom);
        assert_eq!(Channel::detect(None, "Chrome/138 MicroMessenger/8.0.60", false), Channel::OfficialAccount);
        assert_eq!(Channel::detect(None, "Chrome/138 MicroMessenger/8.0.60", true), Channel::MiniProgram);
        assert_eq!(Channel::detect(None, "Chrome/138 MicroMessenger/8.0.60 miniProgram/wx1", false), Channel::MiniProgram);
        assert_eq!(Channel::detect(None, &format!("{wecom} miniProgram"), false), Channel::MiniProgram);
        assert_eq!(Channel::detect(Some("mp"), "MicroMessenger/8.0.60 miniProgram", true), Channel::OfficialAccount);
        assert_eq!(Channel::detect(None, "Chrome/138", false), Channel::Browser);
        assert_eq!(Channel::detect(Some("miniapp"), wecom, false), Channel::MiniProgram);
        assert_eq!(Channel::detect(Some("mp"), "Chrome/138 MicroMessenger/8.0.60", false), Channel::OfficialAccount);
        assert_eq!(Channel::detect(Some("mp"), "Chrome/138", false), Channel::Browser, "opened outside WeChat");
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
    fn what_comes_with_a_state_is_taken_out_and_brings_nothing() {
        for query in ["openId=a&state=s&tab=history", "tab=history&token=t&error=access_denied", "code=c&tab=history&state=&error=e"] {
            assert_eq!(Launch::take(query), (Launch::default(), "tab=history".to_owned()), "{query}");
        }
        assert_eq!(Launch::take("openId=a&code=c&state=").0.to_query(), "openId=a");
    }

    #[test]
    fn another_person_s_link_does_not_inherit_the_token() {
        let earlier = Launch::take("openId=a&token=t&projectId=p").0;
        assert_eq!(Launch::take("openId=b").0.over(earlier.clone()).to_query(), "openId=b&projectId=p");
        assert_eq!(Launch::take("openId=a").0.over(earlier.clone()).to_query(), "openId=a&token=t&projectId=p");
        assert_eq!(Launch::take("token=u").0.over(earlier.clone()).to_query(), "token=u&projectId=p");
        assert_eq!(Launch::take("token=t").0.over(earlier.clone()).to_query(), "token=t&openId=a&projectId=p");
        assert_eq!(Launch::default().over(earlier).to_query(), "openId=a&token=t&projectId=p");
    }

    #[test]
    fn another_person_s_link_does_not_inherit_whom_a_message_was_sent_to() {
        let message = Launch::take("type=person&personId=P7&token=t&openId=a").0;
        for (link, launch) in [
            ("token=u", "token=u"),
            ("openId=b", "openId=b"),
            ("token=t", "token=t&type=person&personId=P7&openId=a"),
            ("type=visitor&personId=P8", "type=visitor&personId=P8&openId=a"),
        ] {
            assert_eq!(Launch::take(link).0.over(message.clone()).to_query(), launch, "{link}");
        }
    }

    #[test]
    fn what_a_device_stores_belongs_to_the_open_id_else_to_whoever_is_signed_in() {
        let owner = |query: &str| session(query, &Config::parse("{}").unwrap()).owner();
        assert_eq!(owner("openId=a&token=t&personId=P7"), Owner::of("openId", "a"));
        assert_eq!(owner("token=t&type=person&personId=P7"), Owner::of("personId", "P7"));
        assert_eq!(owner("token=t"), Owner::of("token", "t"));
        for guest in ["", "projectId=p", "type=person&personId=P7"] {
            assert_eq!(owner(guest), Owner::guest(), "{guest}");
        }
    }

    #[test]
    fn a_channel_that_is_told_late_outlives_a_reload_and_contradicts_no_link() {
        let told = |query: &str| Launch::take(query).0.in_channel(Channel::MiniProgram).to_query();
        assert_eq!((told("token=t"), told("channel=mp")), ("token=t&channel=miniapp".to_owned(), "channel=mp".to_owned()));
    }

    #[test]
    fn the_launch_wins_over_the_settings() {
        let config = Config::parse(r#"{"projectId":"site","appId":"wx1"}"#).unwrap();
        let session = session("projectId=other&token=%0A", &config);
        let ApiContext { project, app, .. } = session.context;
        assert_eq!((project.unwrap().as_str(), app.unwrap().as_str(), session.credential.token()), ("other", "wx1", None));
    }

    #[test]
    fn a_message_is_for_an_employee_or_for_a_visitor_and_signs_in_anew() {
        let employee = |query: &str| session(query, &Config::parse("{}").unwrap()).employee;
        assert_eq!(employee("type=person&personId=P7"), PersonId::parse("P7"));
        for query in ["type=visitor&personId=P7", "personId=P7", "type=person", ""] {
            assert_eq!(employee(query), None, "{query}");
        }
        let (message, rest) = Launch::take("type=person&personId=P7&s=mp_notice");
        assert_eq!(
            (rest.as_str(), message.over(Launch::take("token=t&appId=a").0).to_query()),
            ("s=mp_notice", "type=person&personId=P7&appId=a".to_owned())
        );
    }

    #[test]
    fn signing_in_makes_somebody_known_at_once_and_after_a_reload() {
        let launch = Launch::take("token=old%0A&appId=a").0;
        let session = session(&launch.to_query(), &Config::parse("{}").unwrap());
        assert!(!session.is_known());
        let token = Token::parse("new").unwrap();
        session.sign_in(token.clone());
        assert!(session.is_known());
        assert_eq!(launch.signed_in(&token).to_query(), "appId=a&token=new");
    }
}
