//! The buttons that decide on one visit.

use super::use_decisions;
use crate::domain::approval::{Candidate, Decidable, DecisionKind};
use crate::platform::shortcut::on_key;
use crate::platform::webview;
use crate::reactive::memo;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use leptos::prelude::*;

/// The keys of a computer that do what the buttons do.
const APPROVE_KEY: &str = "A";
const RETURN_KEY: &str = "R";

/// Approve and return, as long as deciding on the visit may succeed. They stand in a [`super::DecisionProvider`].
#[component]
pub fn DecisionButtons(visit: Decidable) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let state = decisions.store.state_of(visit.id.clone());
    let may_decide = memo(move || state.with(|state| state.may_decide()));
    let decide = Callback::new(move |kind: DecisionKind| decisions.open_sheet(kind, vec![Candidate::Known(visit.clone())]));
    on_key(move |key| {
        let kind = match key {
            _ if !may_decide.get_untracked() => return false,
            "a" => DecisionKind::Approve,
            "r" => DecisionKind::Return,
            _ => return false,
        };
        decide.run(kind);
        true
    });
    let has_keys = webview::watch_width();
    let buttons = move || {
        let [approve_key, return_key] = [APPROVE_KEY, RETURN_KEY].map(|key| has_keys.get().then_some(key));
        view! {
            <div class="decision__buttons">
                <Button label=text.approve() weight=Weight::Main key=approve_key on_click=move || decide.run(DecisionKind::Approve)/>
                <Button label=text.send_back() key=return_key on_click=move || decide.run(DecisionKind::Return)/>
            </div>
        }
    };
    view! { {move || may_decide.get().then(buttons)} }
}
