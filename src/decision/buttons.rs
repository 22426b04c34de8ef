//! The buttons that decide on one visit.

use super::use_decisions;
use crate::domain::approval::{Candidate, Decidable, DecisionKind};
use crate::reactive::memo;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use leptos::prelude::*;

/// Approve and return, as long as deciding on the visit may succeed. They stand in a [`super::DecisionProvider`].
#[component]
pub fn DecisionButtons(visit: Decidable) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let state = decisions.store.state_of(visit.id.clone());
    let may_decide = memo(move || state.with(|state| state.may_decide()));
    let decide = Callback::new(move |kind: DecisionKind| decisions.open_sheet(kind, vec![Candidate::Known(visit.clone())]));
    let buttons = move || {
        view! {
            <div class="decision__buttons">
                <Button label=text.approve() weight=Weight::Main on_click=move || decide.run(DecisionKind::Approve)/>
                <Button label=text.send_back() on_click=move || decide.run(DecisionKind::Return)/>
            </div>
        }
    };
    view! { {move || may_decide.get().then(buttons)} }
}
