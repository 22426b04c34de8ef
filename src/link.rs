//! Links for others: the channel and the site that they belong to, and nothing of whoever hands them out.

use crate::api::channel::{ApiContext, ApiFlavor};
use crate::config::Config;
use crate::domain::id::{AppId, ProductId, ProjectId};
use crate::percent;
use crate::route::Route;
use crate::session::{Channel, Session};

/// The channel and the site that a link names. They hold for the link's own page; the tab keeps its channel for all others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkOrigin {
    channel: Option<Channel>,
    app: Option<AppId>,
    project: Option<ProjectId>,
    product: Option<ProductId>,
}

impl LinkOrigin {
    /// What links of a session have to name: its family of calls, and what the site's settings do not say.
    pub fn of(session: &Session, config: &Config) -> Self {
        let ApiContext { flavor, app, project, product, .. } = &session.context;
        let channel = match flavor {
            ApiFlavor::OfficialAccount => Channel::OfficialAccount,
            ApiFlavor::WeCom => Channel::WeCom,
            ApiFlavor::MiniProgram => Channel::MiniProgram,
        };
        Self {
            channel: Some(channel),
            app: app.clone().filter(|app| config.app.as_ref() != Some(app)),
            project: project.clone().filter(|project| config.project.as_ref() != Some(project)),
            product: product.clone().filter(|product| config.product.as_ref() != Some(product)),
        }
    }

    /// What the query of a link names.
    pub fn parse(query: &str) -> Self {
        let value = |name: &str| {
            let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
            found.map(percent::decode_form).unwrap_or_default()
        };
        Self {
            channel: Channel::from_code(&value("channel")),
            app: AppId::parse(&value("appId")),
            project: ProjectId::parse(&value("projectId")),
            product: ProductId::parse(&value("productId")),
        }
    }

    /// The query that [`Self::parse`] reads back.
    pub fn to_query(&self) -> String {
        let pairs = [
            ("channel", self.channel.map(Channel::code)),
            ("projectId", self.project.as_ref().map(ProjectId::as_str)),
            ("appId", self.app.as_ref().map(AppId::as_str)),
            ("productId", self.product.as_ref().map(ProductId::as_str)),
        ];
        let named = pairs.into_iter().filter_map(|(name, value)| Some([name, "=", &percent::encode(value?)].concat()));
        named.collect::<Vec<_>>().join("&")
    }

    /// This origin for what only one channel has.
    pub fn in_channel(self, channel: Channel) -> Self {
        Self { channel: Some(channel), ..self }
    }

    /// The tab's session as the link's page has it: the calls and the site that the link names, in the app that shows it.
    pub fn session(&self, tab: &Session) -> Session {
        let ApiContext { flavor, open_id, app, project, product, .. } = tab.context.clone();
        // An openId is worth something in its own account only.
        let is_other_account = app.is_some() && self.app.is_some() && app != self.app;
        let context = ApiContext {
            flavor: self.channel.map_or(flavor, Channel::flavor),
            open_id: open_id.filter(|_| !is_other_account),
            app: self.app.clone().or(app),
            project: self.project.clone().or(project),
            product: self.product.clone().or(product),
            enterprise: None,
        };
        tab.with_context(context)
    }
}

/// A link that may leave the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedLink(String);

impl SharedLink {
    /// The link to a route, which says where it belongs.
    pub fn new(route: &Route, origin: &LinkOrigin) -> Self {
        let (path, origin) = (route.path(), origin.to_query());
        let sign = if path.contains('?') { '&' } else { '?' };
        Self(if origin.is_empty() { path } else { format!("{path}{sign}{origin}") })
    }

    /// Path and query below the base path.
    pub fn path(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Batch, InvitationId};
    use crate::domain::invitation::{InvitationLink, ShareScene};
    use crate::session::Launch;

    fn session(query: &str, config: &Config) -> Session {
        let launch = Launch::take(query).0;
        Session::new(&launch, launch.credential(), config, "", false)
    }

    fn invitation() -> Route {
        Route::Invitation(InvitationLink { id: InvitationId::parse("7").unwrap(), scene: Some(ShareScene::AccountShare) })
    }

    fn settings(text: &str) -> Config {
        Config::parse(text).unwrap()
    }

    #[test]
    fn a_link_names_channel_and_site_and_nobody() {
        let config = settings(r#"{"productId":"visitorcs"}"#);
        let session =
            session("channel=wecom&openId=o1&token=t1&projectId=p%201&appId=wx1&productId=visitorcs&personId=P1&type=person", &config);
        let link = SharedLink::new(&invitation(), &LinkOrigin::of(&session, &config));
        assert_eq!(link.path(), "/i/7?s=mp_share&channel=wecom&projectId=p%201&appId=wx1");
        assert_eq!(Route::parse(link.path()), invitation());
        let at_home = settings(r#"{"productId":"visitorcs","projectId":"p 1","appId":"wx1"}"#);
        let companions = Route::Companions(Batch::parse("B7").unwrap());
        assert_eq!(SharedLink::new(&companions, &LinkOrigin::of(&session, &at_home)).path(), "/companions/B7?channel=wecom");
    }

    #[test]
    fn what_a_link_names_is_read_back() {
        let session = session("channel=miniapp&projectId=p1", &settings("{}"));
        let origin = LinkOrigin::of(&session, &settings("{}"));
        assert_eq!(LinkOrigin::parse(&format!("s=sms&{}", origin.to_query())), origin);
        assert_eq!(LinkOrigin::parse("s=sms&channel=nonsense&projectId=%20"), LinkOrigin::default());
    }

    #[test]
    fn every_family_of_calls_is_opened_again_by_its_own_link() {
        for channel in ["mp", "browser", "wecom", "miniapp"] {
            let own = session(&format!("channel={channel}"), &settings("{}"));
            let opened = LinkOrigin::of(&own, &settings("{}")).session(&session("channel=browser", &settings("{}")));
            assert_eq!(opened.context.flavor, own.context.flavor, "{channel}");
        }
    }

    #[test]
    fn a_page_of_a_link_has_the_link_s_calls_and_site_and_the_tab_s_identity() {
        let tab = session("channel=mp&openId=o1&token=t1&appId=wx1&projectId=own", &settings("{}"));
        let page = LinkOrigin::parse("channel=wecom&projectId=theirs").session(&tab);
        // Outside WeChat, the official account's pages are a browser's.
        assert_eq!((page.channel, page.context.flavor), (Channel::Browser, ApiFlavor::WeCom));
        assert_eq!(page.context.project, ProjectId::parse("theirs"));
        assert_eq!((page.context.open_id.is_some(), page.credential.token().is_some()), (true, true));
        let other_account = LinkOrigin::parse("channel=mp&appId=wx2").session(&tab);
        assert_eq!(other_account.context.open_id, None, "an openId of another account names nobody");
        assert_eq!(LinkOrigin::default().session(&tab).context, tab.context);
    }
}
