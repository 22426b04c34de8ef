//! The company to visit: the mini-program's bookings begin with it, because it brings the site.

use crate::api::venue;
use crate::domain::id::{EnterpriseCode, ProjectId};
use crate::domain::venue::{Enterprise, SHORTEST_SEARCH};
use crate::old_ui::cell::{cells, fact, tap_cell};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::{Entry, Question, field, input};
use crate::old_ui::frame::frame_button;
use crate::page::Site;
use crate::platform::storage::Storage;
use crate::remote::Scope;
use crate::state::Derived;
use crate::text::Text;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

/// How long to wait for another character before searching, in milliseconds.
const PAUSE: u32 = 300;

const KEY: &str = "enterprise";

/// What a search has come to.
#[derive(Debug, Clone, PartialEq)]
enum Search {
    NotAsked,
    UnderWay,
    Found(Vec<Enterprise>),
    Failed,
}

/// The choice of a company, and under it what is shown once one is chosen.
pub fn at_enterprise(site: Site, then: impl Fn(Site) -> El + 'static) -> El {
    let chosen = RwSignal::new(remembered());
    let choose = move |enterprise: Option<Enterprise>| {
        remember(enterprise.as_ref());
        chosen.set(enterprise);
    };
    live(move || match chosen.get() {
        Some(enterprise) => {
            let text = Text::here();
            let name = cells("", [fact(text.enterprise(), &enterprise.name)]);
            let other = block("p", "booking__note").child(frame_button(text.choose_another(), move || choose(None)));
            all([name, other, then(site.at(enterprise))])
        }
        None => search(&site, choose),
    })
}

fn search(site: &Site, choose: impl Fn(Option<Enterprise>) + Copy + 'static) -> El {
    let text = Text::here();
    let (typed, found, round) = (RwSignal::new(String::new()), RwSignal::new(Search::NotAsked), RwSignal::new(0_u32));
    let (client, life) = (site.client.clone(), Scope::here());
    let type_name = move |name: String| {
        typed.set(name.clone());
        // Answers to what was typed before are late.
        let this = round.get_untracked() + 1;
        round.set(this);
        if name.trim().chars().count() < SHORTEST_SEARCH {
            return found.set(Search::NotAsked);
        }
        found.set(Search::UnderWay);
        let client = client.clone();
        life.spawn(async move {
            TimeoutFuture::new(PAUSE).await;
            if round.try_get_untracked() != Some(this) {
                return;
            }
            let answer = client.send(venue::enterprises(name.trim())).await;
            if round.try_get_untracked() == Some(this) {
                found.set(answer.map_or(Search::Failed, Search::Found));
            }
        });
    };
    let problem = Derived::new(move || match found.get() {
        Search::Found(companies) if companies.is_empty() => text.enterprise_none().to_owned(),
        Search::Failed => text.enterprise_search_failed().to_owned(),
        _ => String::new(),
    });
    let question = Question { id: "enterprise".to_owned(), label: text.enterprise().to_owned(), problem, ..Question::default() };
    let line = input(&question, Entry::Text, move || typed.get(), type_name).attr("placeholder", text.enterprise_placeholder());
    let results = live(move || match found.get() {
        Search::UnderWay => block("p", "booking__note").attr("role", "status").text(text.searching()),
        Search::Found(companies) => cells("", companies.into_iter().map(|company| result(company, choose))),
        Search::NotAsked | Search::Failed => nothing(),
    });
    all([cells("", [field(&question, line)]), results])
}

fn result(company: Enterprise, choose: impl Fn(Option<Enterprise>) + 'static) -> El {
    let label = company.name.clone();
    tap_cell(&label, move || choose(Some(company.clone())))
}

/// The company chosen in this tab, so that a reload need not ask again.
fn remembered() -> Option<Enterprise> {
    let kept = Storage::Session.read(KEY)?;
    let mut parts = kept.split('\n');
    let (project, code, name) = (ProjectId::parse(parts.next()?)?, EnterpriseCode::parse(parts.next()?), parts.next()?);
    Some(Enterprise { name: name.to_owned(), code, project })
}

fn remember(enterprise: Option<&Enterprise>) {
    match enterprise {
        Some(Enterprise { name, code, project }) => {
            let code = code.as_ref().map_or("", |code| code.as_str());
            Storage::Session.write(KEY, &[project.as_str(), code, name].join("\n"));
        }
        None => Storage::Session.remove(KEY),
    }
}
