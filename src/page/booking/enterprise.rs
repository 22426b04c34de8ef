//! The company to visit: the mini-program's bookings begin with it, because it brings the site.

use crate::api::venue;
use crate::context::{use_client, use_session};
use crate::domain::id::{EnterpriseCode, ProjectId};
use crate::domain::venue::{Enterprise, SHORTEST_SEARCH};
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{DAY, PersonalValue};
use crate::reactive::memo;
use crate::resource::Scope;
use crate::text::use_text;
use crate::ui::cell::{ButtonCell, Cells, Fact};
use crate::ui::field::{Entry, Field, TextInput};
use crate::ui::frame::FrameButton;
use gloo_timers::future::TimeoutFuture;
use leptos::context::Provider;
use leptos::prelude::*;

/// How long to wait for another character before searching, in milliseconds.
const PAUSE: u32 = 300;

/// Where the tab keeps the chosen company.
const KEY: &str = "enterprise";

/// How far a search has come.
#[derive(Debug, Clone, PartialEq)]
enum Search {
    Idle,
    UnderWay,
    Found(Vec<Enterprise>),
    Failed,
}

/// The choice of a company. Once one is chosen, the children are shown with a session at that company's site.
#[component]
pub fn EnterpriseChoice(children: ChildrenFn) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let chosen = RwSignal::new(remembered());
    let choose = move |enterprise: Option<Enterprise>| {
        remember(enterprise.as_ref());
        chosen.set(enterprise);
    };
    let shown = move || match chosen.get() {
        Some(enterprise) => {
            let (name, children) = (enterprise.name.clone(), children.clone());
            view! {
                <Cells><Fact label=text.enterprise() value=name/></Cells>
                <p class="booking__note"><FrameButton label=text.choose_another() on_click=move || choose(None)/></p>
                <Provider value=session.at(enterprise)>{children()}</Provider>
            }
            .into_any()
        }
        None => view! { <EnterpriseSearch on_choose=move |enterprise| choose(Some(enterprise))/> }.into_any(),
    };
    view! { {move || shown()} }
}

#[component]
fn EnterpriseSearch(#[prop(into)] on_choose: Callback<Enterprise>) -> impl IntoView {
    let text = use_text();
    let (typed, search) = (RwSignal::new(String::new()), RwSignal::new(Search::Idle));
    let find = finder(search);
    let type_name = move |name: String| {
        typed.set(name.clone());
        find(name);
    };
    let problem = memo(move || {
        search.with(|search| match search {
            Search::Found(companies) if companies.is_empty() => text.enterprise_none().to_owned(),
            Search::Failed => text.enterprise_search_failed().to_owned(),
            Search::Idle | Search::UnderWay | Search::Found(_) => String::new(),
        })
    });
    let results = move || match search.get() {
        Search::UnderWay => view! { <p class="booking__note" role="status">{text.searching()}</p> }.into_any(),
        Search::Found(companies) => {
            let rows: Vec<AnyView> = companies.into_iter().map(|company| result(company, on_choose)).collect();
            view! { <Cells>{rows}</Cells> }.into_any()
        }
        Search::Idle | Search::Failed => ().into_any(),
    };
    view! {
        <Cells>
            <Field id="enterprise" label=text.enterprise() problem=problem>
                <TextInput entry=Entry::Text value=typed on_input=type_name placeholder=text.enterprise_placeholder()/>
            </Field>
        </Cells>
        {move || results()}
    }
}

fn result(company: Enterprise, on_choose: Callback<Enterprise>) -> AnyView {
    let label = company.name.clone();
    view! { <ButtonCell label=label on_click=move || on_choose.run(company.clone())/> }.into_any()
}

/// Searches for a name once nothing more is typed for a moment.
fn finder(search: RwSignal<Search>) -> impl Fn(String) + Send + Sync + 'static {
    let (client, scope, round) = (use_client(), Scope::here(), StoredValue::new(0_u32));
    move |name| {
        // Answers to what was typed before are late.
        let this_round = round.get_value() + 1;
        round.set_value(this_round);
        if name.trim().chars().count() < SHORTEST_SEARCH {
            return search.set(Search::Idle);
        }
        search.set(Search::UnderWay);
        let client = client.clone();
        scope.spawn(async move {
            TimeoutFuture::new(PAUSE).await;
            if round.try_get_value() != Some(this_round) {
                return;
            }
            let answer = client.send(venue::enterprises(name.trim())).await;
            if round.try_get_value() == Some(this_round) {
                search.set(answer.map_or(Search::Failed, Search::Found));
            }
        });
    }
}

/// The company chosen in this tab, so that a reload need not ask again.
fn remembered() -> Option<Enterprise> {
    let stored = stored().read()?;
    let mut parts = stored.split('\n');
    let (project, code, name) = (ProjectId::parse(parts.next()?)?, EnterpriseCode::parse(parts.next()?), parts.next()?);
    Some(Enterprise { name: name.to_owned(), code, project })
}

fn remember(enterprise: Option<&Enterprise>) {
    match enterprise {
        Some(Enterprise { name, code, project }) => {
            let code = code.as_ref().map_or("", |code| code.as_str());
            stored().write(&[project.as_str(), code, name].join("\n"), DAY);
        }
        None => stored().remove(),
    }
}

fn stored() -> PersonalValue {
    PersonalValue::new(Storage::Session, KEY)
}
