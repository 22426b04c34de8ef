//! Who keeps the pass fresh: asks the site again and again, and falls back on what this device has kept.

use super::kept::{self, CachedPass};
use crate::api;
use crate::api::error::ApiError;
use crate::domain::pass::Pass;
use crate::domain::pass::layout::{Item, Layout, Words};
use crate::domain::time::SiteTime;
use crate::domain::visit::{Visit, VisitRef};
use crate::page::Site;
use crate::platform::clock;
use crate::platform::visibility::is_in_sight;
use crate::remote::Scope;
use crate::state::SetIfChanged;
use crate::text::Text;
use leptos::prelude::*;
use std::pin::Pin;
use std::task::Poll;

/// What there is to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    Waiting,
    Missing,
    Failed(ApiError),
    Shown(Box<Pass>),
}

/// What this device keeps of the pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Nothing, or what it kept when the page was opened.
    NotYet,
    CachedPass,
    /// Nothing any more: somebody wished so.
    Forgotten,
}

/// The pass of one visit as long as its page is shown.
#[derive(Debug, Clone, Copy)]
pub struct PassStore {
    pub seen: RwSignal<Seen>,
    /// When the pass that is shown was asked for.
    pub as_of: RwSignal<Option<SiteTime>>,
    /// Why it could not be asked for since.
    pub trouble: RwSignal<Option<ApiError>>,
    pub is_asking: RwSignal<bool>,
    /// Counts the seconds.
    pub ticks: RwSignal<u32>,
    keeping: RwSignal<Keeping>,
    layout: RwSignal<Option<Layout>>,
    has_layout: RwSignal<bool>,
    site: RwSignal<Site>,
    name: RwSignal<VisitRef>,
    life: RwSignal<Scope>,
    text: Text,
}

impl PassStore {
    /// Shows what this device has kept of the pass, and asks the site.
    pub fn start(site: Site, name: VisitRef) -> Self {
        let kept = kept::read(&name.order);
        let as_of = kept.as_ref().map(|kept| kept.as_of);
        let seen = kept.map_or(Seen::Waiting, |kept| Seen::Shown(Box::new(kept.pass)));
        let keeper = Self {
            seen: RwSignal::new(seen),
            as_of: RwSignal::new(as_of),
            trouble: RwSignal::new(None),
            is_asking: RwSignal::new(false),
            ticks: RwSignal::new(0),
            keeping: RwSignal::new(Keeping::NotYet),
            layout: RwSignal::new(None),
            has_layout: RwSignal::new(false),
            site: RwSignal::new(site),
            name: RwSignal::new(name),
            life: RwSignal::new(Scope::here()),
            text: Text::here(),
        };
        keeper.refresh();
        keeper
    }

    /// A second has gone by.
    pub fn tick(self) {
        self.ticks.update(|ticks| *ticks = ticks.wrapping_add(1));
    }

    /// Asks anew, if anybody can see it.
    pub fn refresh_in_sight(self) {
        if is_in_sight() {
            self.refresh();
        }
    }

    /// Asks anew; what is shown stays until something else is there.
    pub fn refresh(self) {
        if self.is_asking.try_get_untracked() != Some(false) {
            return;
        }
        self.is_asking.set(true);
        self.life.get_untracked().spawn(async move {
            let answer = self.ask().await;
            if self.is_asking.try_get_untracked().is_some() {
                self.is_asking.set(false);
                self.settle(answer);
            }
        });
    }

    /// Has this device keep nothing of the pass.
    pub fn forget(self) {
        self.keeping.set(Keeping::Forgotten);
        kept::forget();
    }

    async fn ask(self) -> Result<Option<Pass>, ApiError> {
        let (site, name) = (self.site.get_untracked(), self.name.get_untracked());
        let context = &site.session.context;
        let detail = site.client.send(api::visit::detail(context, &name));
        let code = site.client.send(api::pass::code(context, name.order.clone()));
        let layout = (!self.has_layout.get_untracked()).then(|| site.client.send(api::pass::layout(context)));
        let layout = async { if let Some(layout) = layout { Some(layout.await) } else { None } };
        let (visit, (code, layout)) = both(Box::pin(detail), Box::pin(both(Box::pin(code), Box::pin(layout)))).await;
        if let Some(Ok(layout)) = layout
            && self.has_layout.try_get_untracked().is_some()
        {
            self.layout.set(layout);
            self.has_layout.set(true);
        }
        match visit {
            Ok(Some(visit)) => self.pass(visit, code).map(Some),
            Ok(None) => Ok(None),
            Err(error) if error.needs_sign_in() => Err(error),
            Err(ApiError::Refused { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The pass of a visit. Where the call for the code brought none, the visit's own does, unless one is shown already.
    fn pass(self, visit: Visit, code: Result<String, ApiError>) -> Result<Pass, ApiError> {
        let has_shown = matches!(self.seen.try_get_untracked(), Some(Seen::Shown(pass)) if !pass.code.is_empty());
        let code = match code {
            _ if !visit.status.has_pass() => String::new(),
            Ok(code) if !code.is_empty() => code,
            Err(error) if error.is_retryable() && (has_shown || visit.pass_code.is_empty()) => return Err(error),
            _ => visit.pass_code.clone(),
        };
        let text = self.text;
        let usual = usual(text, &visit);
        let layout = self.layout.try_get_untracked().flatten().unwrap_or(usual);
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
                let keeping = self.keeping.get_untracked();
                if keeping != Keeping::Forgotten && kept::keep(&CachedPass { pass: pass.clone(), as_of: now }, keeping == Keeping::NotYet) {
                    self.keeping.set(Keeping::CachedPass);
                }
                self.as_of.set(Some(now));
                self.trouble.set(None);
                self.seen.set_if_changed(Seen::Shown(Box::new(pass)));
            }
            Ok(None) => {
                kept::forget_pass_of(&self.name.get_untracked().order);
                self.seen.set_if_changed(Seen::Missing);
            }
            Err(error) if self.seen.with_untracked(|seen| matches!(seen, Seen::Shown(_))) => self.trouble.set(Some(error)),
            Err(error) => self.seen.set(Seen::Failed(error)),
        }
    }
}

/// The layout where the site has none: the code, then who, when and whom.
fn usual(text: Text, visit: &Visit) -> Layout {
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

/// Waits for two things at once.
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
