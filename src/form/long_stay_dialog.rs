//! The question whether a stay is meant to be as long as it is.

use crate::domain::long_stay::StayQuestion;
use crate::reactive::memo;
use crate::text::use_text;
use crate::ui::button::Weight;
use crate::ui::confirm::ConfirmButton;
use crate::ui::popup::Popup;
use leptos::prelude::*;

/// Asks while the question is open; `on_confirm` sends what was meant.
#[component]
pub fn LongStayDialog(question: RwSignal<StayQuestion>, #[prop(into)] on_confirm: Callback<()>) -> impl IntoView {
    let text = use_text();
    let asked = memo(move || question.with(StayQuestion::asks_about));
    let confirm = move || {
        question.update(StayQuestion::confirm);
        on_confirm.run(());
    };
    let change = Callback::new(move |()| question.update(StayQuestion::dismiss));
    let shown = move || {
        let days = asked.get()?;
        let actions = view! {
            <ConfirmButton label=text.confirm_long_stay() on_click=confirm/>
            <ConfirmButton label=text.change_stay() weight=Weight::Quiet on_click=change/>
        };
        let usual = question.with_untracked(|question| question.usual);
        Some(view! {
            <Popup title=text.long_stay_question(days) actions=actions.into_any() on_close=change>
                <p class="form__question">{text.long_stay_detail(usual)}</p>
            </Popup>
        })
    };
    view! { {move || shown()} }
}
