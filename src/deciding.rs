//! How an employee decides on bookings: asked in a sheet, held for a moment in which it can be undone, sent, told.
//!
//! A page has its own [`DecisionController`]; what was decided stands on the [`DecisionStore`], which outlives the page.

mod notes;
mod sending;
mod sheet;

use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::domain::approval::queue::{DecisionQueue, HOLD};
use crate::domain::approval::{Decidable, Decision, Outcome};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::{AreaId, Token};
use crate::domain::venue::Area;
use crate::domain::visit::{HostVisitId, Status};
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::element::{El, all, block};
use crate::old_ui::toast::Toasts;
use crate::platform::clock;
use crate::platform::visibility::on_page_hide;
use crate::remote::{Remote, Resource};
use crate::session::Session;
use crate::state::while_shown;
use crate::text::Text;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// What was decided and is not done with, whichever page is shown.
#[derive(Debug, Clone, Copy)]
pub struct DecisionStore {
    pub desk: RwSignal<DecisionQueue>,
    /// Whether a page shows what comes of it.
    is_watched: RwSignal<bool>,
    /// Whether the backend no longer knew who decided.
    is_signed_out: RwSignal<bool>,
}

impl DecisionStore {
    pub fn start() -> Self {
        Self { desk: RwSignal::new(DecisionQueue::default()), is_watched: RwSignal::new(false), is_signed_out: RwSignal::new(false) }
    }

    /// Whether the backend no longer knew who decided, tracked.
    pub fn is_signed_out(self) -> bool {
        self.is_signed_out.get()
    }
}

/// Which decision is about to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Approve,
    Return,
}

/// What somebody wants to decide on: some lists do not tell all that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    Known(Decidable),
    Id(HostVisitId),
}

impl Candidate {
    /// A visit of a list, if it waits.
    pub fn listed(row: &HostVisitSummary) -> Option<Self> {
        row.status.may_be_decided().then(|| Decidable::listed(row).map_or_else(|| Self::Id(row.id.clone()), Self::Known))
    }
}

/// The means to decide, as long as a page is shown.
#[derive(Debug, Clone)]
pub struct DecisionController {
    client: Client,
    session: Session,
    /// Goes on as whoever a token belongs to.
    enter: fn(&Session, Token),
    pub counter: DecisionStore,
    areas: Areas,
    asked: RwSignal<Option<(Kind, Vec<Candidate>)>>,
    text: Text,
    toasts: Option<Toasts>,
}

/// The areas of the site, if they came.
#[derive(Clone, Copy)]
struct Areas(Resource<Result<Vec<Area>, ApiError>>);

impl std::fmt::Debug for Areas {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Areas")
    }
}

impl DecisionController {
    /// To be said while the page is built. What is held goes off when the page is left or goes out of sight.
    pub fn start(
        client: Client,
        session: Session,
        enter: fn(&Session, Token),
        counter: DecisionStore,
        areas: Resource<Result<Vec<Area>, ApiError>>,
    ) -> Self {
        let (text, toasts) = (Text::here(), Toasts::here());
        let deciding = Self { client, session, enter, counter, areas: Areas(areas), asked: RwSignal::new(None), text, toasts };
        counter.is_watched.set(true);
        let (on_leaving, on_hiding) = (deciding.clone(), deciding.clone());
        on_cleanup(move || on_leaving.leave());
        on_page_hide(move || on_hiding.send_at_last());
        deciding
    }

    /// Asks how to decide on these.
    pub fn ask(&self, kind: Kind, candidates: Vec<Candidate>) {
        if !candidates.is_empty() {
            self.asked.set(Some((kind, candidates)));
        }
    }

    /// The sheet that asks and the notes that tell, to be put at the end of the page; `on_told` hears of every booking
    /// that stands otherwise than before.
    pub fn shown(&self, on_told: impl Fn(&HostVisitId, &Status) + 'static) -> El {
        self.watch(on_told);
        all([self.sheet(), self.notes()])
    }

    /// Two buttons that ask how to decide on one visit, and what [`Self::shown`] shows: all that a visit's own page needs.
    pub fn on_one(&self, visit: Decidable, on_told: impl Fn(&HostVisitId, &Status) + 'static) -> El {
        let button = |kind: Kind| {
            let (deciding, visit) = (self.clone(), visit.clone());
            move || deciding.ask(kind, vec![Candidate::Known(visit.clone())])
        };
        let buttons = [main_button(self.text.approve(), button(Kind::Approve)), quiet_button(self.text.send_back(), button(Kind::Return))];
        all([block("div", "deciding__buttons").children(buttons), self.shown(on_told)])
    }

    /// Waits for news of decisions and areas: what rows show of them is still.
    pub fn track(&self) {
        self.counter.desk.with(|_| ());
        let _ = self.areas.0.get();
    }

    /// The name of an area; none where the site's areas did not come or have no such.
    pub fn area_name(&self, id: &AreaId) -> Option<String> {
        let Remote::Ready(Ok(areas)) = self.areas.0.get() else { return None };
        areas.into_iter().find(|area| area.id == *id).map(|area| area.name)
    }

    /// Takes a decision in and has it sent when its moment is over.
    fn decide(&self, decision: Decision, visits: Vec<Decidable>) {
        let mut taken = None;
        self.counter.desk.update(|desk| taken = desk.decide(decision, visits, clock::phone_millis()));
        if let Some(number) = taken {
            self.wait(number);
        }
    }

    /// Timers may come early by a hair.
    fn wait(&self, number: u32) {
        let deciding = self.clone();
        Timeout::new(HOLD as u32, move || {
            let mut is_over = false;
            deciding.counter.desk.update(|desk| is_over = desk.release_due(number, clock::phone_millis()));
            if is_over {
                deciding.send(number);
            } else if deciding.counter.desk.with_untracked(|desk| desk.matter(number).is_some_and(|matter| matter.is_held())) {
                deciding.wait(number);
            }
        })
        .forget();
    }

    /// Tells of outcomes that are new since the page is shown.
    fn watch(&self, on_told: impl Fn(&HostVisitId, &Status) + 'static) {
        let desk = self.counter.desk;
        let count = |desk: &DecisionQueue| desk.matters().iter().map(|matter| (matter.number, matter.outcomes.len())).collect::<Vec<_>>();
        let mut seen = desk.with_untracked(count);
        while_shown(move || {
            let mut news = Vec::new();
            desk.with(|desk| {
                for matter in desk.matters() {
                    let before = seen.iter().find(|(number, _)| *number == matter.number).map_or(0, |(_, count)| *count);
                    for (visit, outcome) in matter.outcomes.iter().skip(before) {
                        match outcome {
                            Outcome::Done => news.push((visit.id.clone(), matter.decision.result())),
                            Outcome::Overtaken(status) => news.push((visit.id.clone(), status.clone())),
                            Outcome::Forbidden(_) | Outcome::Failed(_) => {}
                        }
                    }
                }
                seen = count(desk);
            });
            news.iter().for_each(|(name, status)| on_told(name, status));
        });
    }

    /// The page is left: nothing is held any longer, and what is not done is said.
    fn leave(&self) {
        self.counter.is_watched.set(false);
        self.counter.desk.update(DecisionQueue::release_all);
        let open = self.counter.desk.with_untracked(|desk| {
            let open = desk.matters().iter().filter(|matter| !matter.is_settled());
            open.map(|matter| (matter.number, matter.outcomes.len(), matter.size())).collect::<Vec<_>>()
        });
        for (number, told, size) in open {
            self.send(number);
            self.toasts.iter().for_each(|toasts| toasts.show(self.text.left_deciding(told, size)));
        }
    }
}
