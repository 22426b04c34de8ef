//! The pass of one visit: fetched again and again, with the cached one to fall back on.

use super::cache::{self, CachedPass};
use crate::api;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::context::{use_client, use_session};
use crate::domain::id::{InvitationId, OrderId};
use crate::domain::pass::Pass;
use crate::domain::pass::layout::{Item, Layout, Words};
use crate::domain::time::SiteTime;
use crate::domain::visit::{Visit, VisitRef};
use crate::platform::clock;
use crate::resource::{Remote, Scope};
use crate::session::Session;
use crate::text::{Text, use_text};
use crate::visit::accepted_origin;
use leptos::prelude::*;
use std::pin::Pin;
use std::task::Poll;

/// What this device caches of the pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CacheState {
    /// Nothing, or what it had when the page was opened.
    Untouched,
    Cached,
    /// Nothing, because the person deleted it: it stays so.
    Deleted,
}

/// Where a pass comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    /// The visitor's own visit.
    Visit,
    /// An invitation that was accepted on this phone, by the calls of its link.
    Invitation(ApiContext),
    /// This device alone: nobody is known here.
    Device,
}

impl Source {
    fn of(session: &Session, visit: &VisitRef, is_cached: bool) -> Option<Self> {
        if session.is_known() {
            return Some(Self::Visit);
        }
        let accepted = InvitationId::parse(visit.order.as_str()).and_then(|id| accepted_origin(&id));
        let invitation = accepted.map(|origin| Self::Invitation(origin.session(session).context));
        invitation.or_else(|| is_cached.then_some(Self::Device))
    }
}

/// The pass of one visit as long as its page is shown.
#[derive(Debug, Clone, Copy)]
pub struct PassStore {
    /// The pass; none where the answer held no visit and no pass was there before.
    pub pass: RwSignal<Remote<Option<Pass>>>,
    /// When the pass that is shown was fetched.
    pub as_of: RwSignal<Option<SiteTime>>,
    /// Why it could not be fetched since.
    pub refresh_error: RwSignal<Option<ApiError>>,
    pub is_refreshing: RwSignal<bool>,
    cache_state: StoredValue<CacheState>,
    /// The site's layout of passes, once it was fetched; none where the site has none.
    layout: StoredValue<Option<Option<Layout>>>,
    client: StoredValue<Client>,
    session: StoredValue<Session>,
    visit: StoredValue<VisitRef>,
    source: StoredValue<Source>,
    scope: StoredValue<Scope>,
    text: Text,
}

impl PassStore {
    /// Starts with the cached pass, and fetches a fresh one; none for somebody who is not known and has nothing of it here.
    pub fn new(visit: VisitRef) -> Option<Self> {
        let cached = cache::load(&visit.order);
        let source = Source::of(&use_session(), &visit, cached.is_some())?;
        let as_of = cached.as_ref().map(|cached| cached.as_of);
        let pass = cached.map_or(Remote::Waiting, |cached| Remote::Ready(Some(cached.pass)));
        let store = Self {
            pass: RwSignal::new(pass),
            as_of: RwSignal::new(as_of),
            refresh_error: RwSignal::new(None),
            is_refreshing: RwSignal::new(false),
            cache_state: StoredValue::new(CacheState::Untouched),
            layout: StoredValue::new(None),
            client: StoredValue::new(use_client()),
            session: StoredValue::new(use_session()),
            visit: StoredValue::new(visit),
            scope: StoredValue::new(Scope::here()),
            source: StoredValue::new(source),
            text: use_text(),
        };
        store.refresh();
        Some(store)
    }

    /// Refetches in the background: what is shown stays until something else is there.
    pub fn refresh(self) {
        if self.is_refreshing.try_get_untracked() != Some(false) {
            return;
        }
        self.is_refreshing.set(true);
        self.scope.get_value().spawn(async move {
            let answer = self.fetch().await;
            if self.is_refreshing.try_get_untracked().is_some() {
                self.is_refreshing.set(false);
                self.settle(answer);
            }
        });
    }

    /// Deletes the cached pass, and caches it no more.
    pub fn delete_cached(self) {
        self.cache_state.set_value(CacheState::Deleted);
        self.visit.with_value(|visit| cache::delete(&visit.order));
    }

    async fn fetch(self) -> Result<Option<Pass>, ApiError> {
        let (client, session, visit) = (self.client.get_value(), self.session.get_value(), self.visit.get_value());
        let context = match self.source.get_value() {
            Source::Visit => &session.context,
            Source::Invitation(context) => return self.fetch_from_invitation(&client, &context, visit.order).await,
            // What is shown stays, with the reason why it is no newer.
            Source::Device => return Err(ApiError::Status(401)),
        };
        let detail = client.send(api::visit::detail(context, &visit));
        let code = client.send(api::pass::code(context, visit.order.clone()));
        let layout = self.layout.with_value(Option::is_none).then(|| client.send(api::pass::layout(context)));
        let layout = async { if let Some(layout) = layout { Some(layout.await) } else { None } };
        let (visit, (code, layout)) = both(Box::pin(detail), Box::pin(both(Box::pin(code), Box::pin(layout)))).await;
        if let Some(Ok(layout)) = layout {
            self.layout.try_update_value(|known| *known = Some(layout));
        }
        match visit {
            Ok(Some(visit)) => self.pass_of(visit, code).map(Some),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The pass of a guest who accepted on this phone, and whom nothing else names.
    async fn fetch_from_invitation(self, client: &Client, context: &ApiContext, order: OrderId) -> Result<Option<Pass>, ApiError> {
        let visit = client.send(api::acceptance::accepted_visit(context, order)).await?;
        if self.layout.with_value(Option::is_none)
            && let Ok(layout) = client.send(api::pass::layout(context)).await
        {
            self.layout.try_update_value(|known| *known = Some(layout));
        }
        visit.map(|visit| self.pass_of(visit, Ok(String::new()))).transpose()
    }

    /// The pass of a visit. Where the call for the code brought none, the visit's own code does, unless one is shown
    /// already.
    fn pass_of(self, visit: Visit, code: Result<String, ApiError>) -> Result<Pass, ApiError> {
        let shows_code =
            self.pass.try_with_untracked(|pass| matches!(pass, Remote::Ready(Some(pass)) if !pass.code.is_empty())) == Some(true);
        let code = match code {
            _ if !visit.status.has_pass() => String::new(),
            Ok(code) if !code.is_empty() => code,
            Err(error) if error.is_retryable() && (shows_code || visit.pass_code.is_empty()) => return Err(error),
            _ => visit.pass_code.clone(),
        };
        let text = self.text;
        let layout = self.layout.try_get_value().flatten().flatten().unwrap_or_else(|| default_layout(text, &visit));
        let words = Words { names: text.pattern_names(), status: &|status| text.status(status) };
        Ok(Pass {
            lines: layout.lines(&visit, &words),
            order: visit.order,
            batch: visit.batch,
            status: visit.status,
            stay: visit.stay,
            visitor: visit.visitor_name,
            host: visit.host.name,
            title: layout.title,
            closing: layout.closing,
            background: layout.background,
            code,
            spoken_code: visit.spoken_code.trim().to_owned(),
        })
    }

    fn settle(self, answer: Result<Option<Pass>, ApiError>) {
        match answer {
            Ok(Some(pass)) => {
                let now = clock::now();
                self.save(CachedPass { pass: pass.clone(), as_of: now });
                self.as_of.set(Some(now));
                self.refresh_error.set(None);
                self.show(Remote::Ready(Some(pass)));
            }
            // What is shown stays: an answer without a visit does not say that the visit was called off.
            Ok(None) if self.shows_pass() => {
                let (path, reason) = ("data".to_owned(), "nothing instead of a visit".to_owned());
                self.refresh_error.set(Some(ApiError::Unreadable { path, reason }));
            }
            Err(error) if self.shows_pass() => self.refresh_error.set(Some(error)),
            Ok(None) => self.show(Remote::Ready(None)),
            Err(error) => self.show(Remote::Failed(error)),
        }
    }

    fn shows_pass(self) -> bool {
        self.pass.with_untracked(|pass| matches!(pass, Remote::Ready(Some(_))))
    }

    fn save(self, cached: CachedPass) {
        let state = self.cache_state.get_value();
        if state != CacheState::Deleted && cache::save(&cached, state == CacheState::Untouched) {
            self.cache_state.set_value(CacheState::Cached);
        }
    }

    fn show(self, pass: Remote<Option<Pass>>) {
        if self.pass.with_untracked(|before| *before != pass) {
            self.pass.set(pass);
        }
    }
}

/// The layout where the site has none: the code, then who, when and whom.
fn default_layout(text: Text, visit: &Visit) -> Layout {
    let known = |key: &str, name: &str| Item { key: key.to_owned(), name: name.to_owned(), ..Item::default() };
    let stay = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    Layout {
        items: vec![
            known("authBarCode", ""),
            known("visitorName", text.visitor()),
            Item { name: text.valid_time().to_owned(), value: stay, ..Item::default() },
            known("beVisitorPersonName", text.host()),
            known("beVisitorGroupName", text.department()),
            known("visitorPurpose", text.purpose()),
            known("visitorCarNumber", text.car()),
        ],
        ..Layout::default()
    }
}

/// Waits for two futures at once.
async fn both<A: Unpin, B: Unpin>(
    mut first: Pin<Box<dyn Future<Output = A> + '_>>,
    mut second: Pin<Box<dyn Future<Output = B> + '_>>,
) -> (A, B) {
    let (mut one, mut other) = (None, None);
    std::future::poll_fn(move |context| {
        if one.is_none()
            && let Poll::Ready(value) = first.as_mut().poll(context)
        {
            one = Some(value);
        }
        if other.is_none()
            && let Poll::Ready(value) = second.as_mut().poll(context)
        {
            other = Some(value);
        }
        match (one.take(), other.take()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            (first, second) => {
                (one, other) = (first, second);
                Poll::Pending
            }
        }
    })
    .await
}
