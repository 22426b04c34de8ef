//! Steps on a line: what happened, what holds now, what comes next.

use crate::domain::visit::timeline::When;
use leptos::prelude::*;

/// One step: its words, when it was or will be (empty where unknown), and how it lies to the present.
#[derive(Debug, Clone)]
pub struct TimelineStep {
    pub words: String,
    pub time: String,
    pub when: When,
}

/// The steps, the first one first. The present one is told apart by shape as well as by colour.
#[component]
pub fn Timeline(#[prop(into)] label: String, steps: Vec<TimelineStep>) -> impl IntoView {
    let steps: Vec<AnyView> = steps.into_iter().map(step).collect();
    view! { <ol class="timeline" aria-label=label>{steps}</ol> }
}

fn step(step: TimelineStep) -> AnyView {
    let (when, current) = match step.when {
        When::Past => ("past", None),
        When::Now => ("now", Some("step")),
        When::Next => ("next", None),
    };
    let time = (!step.time.is_empty()).then(|| view! { <span class="timeline__time">{step.time}</span> }.into_any());
    view! {
        <li class="timeline__step" data-when=when aria-current=current>
            <span class="timeline__words">{step.words}</span>
            {time}
        </li>
    }
    .into_any()
}
