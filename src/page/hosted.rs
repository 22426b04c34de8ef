//! One visit, as its host sees it: how it stands, what may be done, what happened, and its facts.

mod actions;

use super::{Site, host_frame, language_switch, way_out};
use crate::access::{AccessClient, panel};
use crate::api;
use crate::api::error::ApiError;
use crate::deciding::DecisionController;
use crate::domain::approval::queue::DecisionState;
use crate::domain::booking::field::Field;
use crate::domain::host_visit::answers::further_answers;
use crate::domain::time::SiteTime;
use crate::domain::venue::Mode;
use crate::domain::visit::timeline::Step;
use crate::domain::visit::{Companion, HostVisitId, Tone, Visit};
use crate::old_ui::badge::badge;
use crate::old_ui::cell::{call_fact, cells, fact, facts};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::frame_link;
use crate::old_ui::outcome::outcome;
use crate::old_ui::timeline::{Point, timeline};
use crate::platform::clock;
use crate::remote::{Remote, Resource, four_faces, load};
use crate::route::{HostRoute, Route};
use crate::state::while_shown;
use crate::text::Text;
use actions::actions;
use leptos::prelude::*;

pub fn hosted_page(site: Site, name: HostVisitId) -> El {
    let text = Text::here();
    let way = |label, route| frame_link(label, &site.href(&Route::Host(route)));
    // A link in a message opens this page first: there is a way to the rest all the same.
    let approvals = if site.navigation.has_past() { nothing() } else { way(text.approvals(), HostRoute::Approvals) };
    let links = [way_out(&site), approvals, way(text.receptions(), HostRoute::Receptions), language_switch()];
    host_frame(&site.clone(), &HostRoute::Visit(name.clone()), text.hosted_visit(), links, move || hosted(site, name, None))
}

/// The visit, as it is told on a page of its own and beside the lists. Where the page around it decides already, what
/// comes of that is told there.
pub fn hosted(site: Site, name: HostVisitId, deciding: Option<DecisionController>) -> El {
    let text = Text::here();
    let changed = site.receptions.changed;
    // Outside of what is drawn anew: leaving it has what is held sent at once.
    let (deciding, told_here) = match deciding {
        Some(deciding) => (deciding, nothing()),
        None => {
            let deciding = site.deciding();
            let told_here = deciding.shown(move |_, _| changed.set(()));
            (deciding, told_here)
        }
    };
    let desk = HostVisitContext::open(site, name, deciding);
    let list = desk.site.href(&Route::Host(HostRoute::Receptions));
    let (shown, news) = (desk.shown, desk.news);
    let (counter, decided) = (desk.deciding.counter, desk.name.clone());
    while_shown(move || {
        if counter.desk.with(|desk| matches!(desk.progress(&decided), DecisionState::Settled(_))) {
            shown.refresh();
        }
    });
    let ready = move |visit: Option<Visit>| match visit {
        Some(visit) => told(&desk, visit),
        None => empty(text.hosted_not_found_title(), text.hosted_not_found_detail(), Some((text.receptions(), &list))),
    };
    let news = block("p", "hosted__news").attr("role", "status").live_text(move || news.get());
    all([news, four_faces(move || shown.get(), move || shown.reload(), ready), told_here])
}

/// What the parts of the page share.
struct HostVisitContext {
    site: Site,
    name: HostVisitId,
    deciding: DecisionController,
    shown: Resource<Option<Visit>>,
    /// What has happened to the visit meanwhile, in words.
    news: RwSignal<String>,
    form: Resource<Result<Vec<Field>, ApiError>>,
}

impl HostVisitContext {
    fn open(site: Site, name: HostVisitId, deciding: DecisionController) -> Self {
        let (asked, wanted) = (site.clone(), name.clone());
        let shown = load(move || {
            let answer = asked.client.send(api::host_visit::detail(&asked.session.context, &wanted));
            async move { told_or_none(answer.await) }
        });
        let form = site.try_load(api::form::questions_answered);
        Self { site, name, deciding, shown: shown.refresh_on_return(), news: RwSignal::new(String::new()), form }
    }
}

/// A visit that the backend refuses to show is one that is not there for this host: asking again cannot help.
fn told_or_none(answer: Result<Option<Visit>, ApiError>) -> Result<Option<Visit>, ApiError> {
    match answer {
        Err(error) if error.needs_sign_in() => Err(error),
        Err(ApiError::Refused { .. }) => Ok(None),
        answer => answer,
    }
}

fn told(desk: &HostVisitContext, visit: Visit) -> El {
    let text = Text::here();
    let now = clock::now_shown();
    let point = |step: Step| Point {
        words: text.host_step(step.event),
        time: step.at.map(|time| text.moment(time, now)).unwrap_or_default(),
        when: step.when,
    };
    all([
        outcome(visit.status.tone(), &text.host_status(&visit.status), text.host_status_meaning(&visit.status), []),
        gist(text, &visit, now),
        actions(desk, &visit),
        doors(desk, text, &visit),
        facts(
            "",
            [
                (text.remark(), visit.remark.clone()),
                (text.place(), if visit.mode == Some(Mode::Place) { visit.host.name.clone() } else { String::new() }),
                (text.car(), visit.car.clone()),
            ],
        ),
        areas(desk, &visit),
        companions(text, &visit),
        answers(desk, &visit),
        timeline(text.progress(), visit.timeline().into_iter().map(point)),
    ])
}

/// Whether the doors know the visitor, where the site has employees settle that.
fn doors(desk: &HostVisitContext, text: Text, visit: &Visit) -> El {
    let courier = || AccessClient { client: desk.site.client.clone(), text };
    desk.site.access.map_or_else(nothing, |access| panel(access, courier(), visit))
}

/// Who, when, why, how many: what it takes to decide, above the buttons that do.
fn gist(text: Text, visit: &Visit, now: SiteTime) -> El {
    let when = visit.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default();
    let people = visit.people.map(|people| people.to_string()).unwrap_or_default();
    let told = |label, value: &str| if value.trim().is_empty() { nothing() } else { fact(label, value) };
    let rows = [
        told(text.visitor(), &visit.visitor_name),
        told(text.company(), &visit.visitor_company),
        call_fact(text.phone(), &visit.visitor_phone),
        told(text.time(), &when),
        told(text.purpose(), &visit.purpose),
        told(text.people(), &people),
    ];
    cells("", rows)
}

/// The areas that were asked for, by their names; nothing while those are not known.
fn areas(desk: &HostVisitContext, visit: &Visit) -> El {
    let (text, asked, deciding) = (Text::here(), visit.areas.clone(), desk.deciding.clone());
    live(move || {
        let names: Vec<String> = asked.iter().filter_map(|area| deciding.area_name(area)).collect();
        facts("", [(text.areas(), text.list(&names))])
    })
}

fn companions(text: Text, visit: &Visit) -> El {
    if visit.companions.is_empty() {
        return nothing();
    }
    let tone = if visit.status.is_upcoming() { Tone::Good } else { Tone::Over };
    let row = |companion: &Companion| {
        let state = if companion.status.is_empty() { nothing() } else { badge(&companion.status, tone) };
        block("div", "cell").child(block("span", "hosted__companion").text(&companion.name)).child(state)
    };
    cells(text.companions(), visit.companions.iter().map(row))
}

/// What the form asked beside that, as far as its questions can be read.
fn answers(desk: &HostVisitContext, visit: &Visit) -> El {
    let (text, given, form) = (Text::here(), visit.answers.clone(), desk.form);
    live(move || match form.get() {
        Remote::Ready(Ok(form)) => facts(text.further_answers(), further_answers(&form, &given)),
        _ => nothing(),
    })
}
