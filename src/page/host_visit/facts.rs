//! What is known of a visit. Each part is drawn again only when its own facts change.

use crate::api::form::questions_answered;
use crate::context::use_session;
use crate::decision::use_decisions;
use crate::domain::host_visit::answers::further_answers;
use crate::domain::venue::Mode;
use crate::domain::visit::{Companion, Tone, Visit};
use crate::platform::clock;
use crate::reactive::{DynSignal, memo};
use crate::resource::use_optional_api;
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::cell::{Cells, Fact, PhoneFact};
use leptos::prelude::*;

/// A label and a value.
type Pair = (String, String);

/// Who, when, why, how many: what it takes to decide, above the buttons that do.
#[component]
pub fn Summary(visit: DynSignal<Visit>) -> impl IntoView {
    let text = use_text();
    let visitor = DynSignal::memo(move || {
        let facts = |visit: &Visit| [(text.visitor(), visit.visitor_name.clone()), (text.company(), visit.visitor_company.clone())];
        visit.with(facts).map(pair).to_vec()
    });
    let viewer = use_session().viewer();
    let phone = memo(move || visit.with(|visit| visit.visitor_phone.shown_to(viewer)));
    let occasion = DynSignal::memo(move || {
        let now = clock::now_shown();
        let facts = |visit: &Visit| {
            let stay = visit.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default();
            let people = visit.people.map(|people| people.to_string()).unwrap_or_default();
            [(text.time(), stay), (text.purpose(), visit.purpose.clone()), (text.people(), people)]
        };
        visit.with(facts).map(pair).to_vec()
    });
    view! {
        <Cells>
            {move || rows(visitor.get())}
            {move || view! { <PhoneFact label=text.phone() phone=phone.get()/> }.into_any()}
            {move || rows(occasion.get())}
        </Cells>
    }
}

/// What the visitor or the host remarked, where it is, and which car comes.
#[component]
pub fn Remarks(visit: DynSignal<Visit>) -> impl IntoView {
    let (text, viewer) = (use_text(), use_session().viewer());
    let facts = DynSignal::memo(move || {
        let facts = |visit: &Visit| {
            let place = if visit.mode == Some(Mode::Place) { visit.host.name.clone() } else { String::new() };
            [(text.remark(), visit.remark.clone()), (text.place(), place), (text.car(), visit.car.shown_to(viewer))]
        };
        visit.with(facts).map(pair).to_vec()
    });
    view! { <FactGroup facts=facts/> }
}

/// The areas that were asked for, by their names; nothing while those are not known.
#[component]
pub fn Areas(visit: DynSignal<Visit>) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let facts = DynSignal::memo(move || {
        let names: Vec<String> = visit.with(|visit| decisions.area_names(&visit.areas));
        vec![pair((text.areas(), text.list(&names)))]
    });
    view! { <FactGroup facts=facts/> }
}

/// What the form asked beyond that, as far as its questions are known.
#[component]
pub fn Answers(visit: DynSignal<Visit>) -> impl IntoView {
    let form = use_optional_api(questions_answered);
    let facts = DynSignal::memo(move || {
        let form = form.get().ready().and_then(Result::ok).unwrap_or_default();
        let answers = |visit: &Visit| further_answers(&form, &visit.answers).into_iter().map(pair).collect::<Vec<Pair>>();
        visit.with(answers)
    });
    view! { <FactGroup heading=use_text().further_answers() facts=facts/> }
}

/// Who comes along, and whether they have confirmed.
#[component]
pub fn Companions(visit: DynSignal<Visit>) -> impl IntoView {
    let text = use_text();
    let companions = DynSignal::memo(move || visit.with(|visit| visit.companions.clone()));
    let tone = DynSignal::memo(move || visit.with(|visit| if visit.status.is_upcoming() { Tone::Good } else { Tone::Over }));
    let row = move |companion: Companion| {
        let tone = tone.get();
        let status = (!companion.status.is_empty()).then(|| view! { <Badge label=companion.status tone=tone/> });
        view! {
            <div class="cell">
                <span class="host-visit__companion">{companion.name}</span>
                {status}
            </div>
        }
        .into_any()
    };
    let shown = move || {
        let rows: Vec<AnyView> = companions.get().into_iter().map(row).collect();
        (!rows.is_empty()).then(|| view! { <Cells heading=text.companions()>{rows}</Cells> })
    };
    view! { {move || shown()} }
}

/// Facts under a heading; nothing where none has a value.
#[component]
fn FactGroup(#[prop(optional)] heading: &'static str, facts: DynSignal<Vec<Pair>>) -> impl IntoView {
    let shown = move || {
        let rows = rows(facts.get());
        (!rows.is_empty()).then(|| view! { <Cells heading=heading>{rows}</Cells> })
    };
    view! { {move || shown()} }
}

/// The facts that have a value.
fn rows(facts: Vec<Pair>) -> Vec<AnyView> {
    let has_value = |(_, value): &Pair| !value.trim().is_empty();
    facts.into_iter().filter(has_value).map(|(label, value)| view! { <Fact label=label value=value/> }.into_any()).collect()
}

fn pair((label, value): (&str, String)) -> Pair {
    (label.to_owned(), value)
}
