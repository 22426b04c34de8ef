//! Returning: the reason, which the visitor reads.

use super::{CancelButton, SheetContext};
use crate::domain::approval::reason::{Reason, RecentReasons};
use crate::domain::approval::{Decidable, Decision, DecisionKind};
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{MONTH, PersonalValue};
use crate::platform::webview;
use crate::reactive::DynSignal;
use crate::resource::AsyncView;
use crate::text::use_text;
use crate::ui::button::Weight;
use crate::ui::confirm::ConfirmButton;
use crate::ui::field::{Field, TextInput};
use crate::ui::popup::Popup;
use leptos::prelude::*;

/// Where the phone keeps recent reasons: their texts and nothing else.
const REASONS_KEY: &str = "reasons";
const REASON_ID: &str = "reason";

#[component]
pub(super) fn ReturnSheet(sheet: SheetContext) -> impl IntoView {
    let text = use_text();
    let visits = sheet.visits;
    let (reason, is_missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let write = move |words: String| {
        is_missing.set(false);
        reason.set(words);
    };
    let confirm = move || match Reason::parse(&reason.get_untracked()) {
        Some(reason) => {
            remember(&reason);
            sheet.confirm(Decision::Return(reason));
        }
        None => {
            is_missing.set(true);
            webview::focus(REASON_ID);
        }
    };
    let is_waiting = Signal::derive(move || !visits.is_ready());
    let problem = Signal::derive(move || if is_missing.get() { text.reason_missing().to_owned() } else { String::new() });
    let actions = view! {
        <ConfirmButton label=sheet.confirm_label(DecisionKind::Return) weight=Weight::Danger disabled=is_waiting on_click=confirm/>
        <CancelButton sheet=sheet/>
    };
    let names = move |visits: DynSignal<Vec<Decidable>>| visits.with_untracked(|visits| sheet.names(visits));
    view! {
        <Popup title=text.return_question(sheet.count) actions=actions.into_any() on_close=move || sheet.close()>
            <AsyncView value=visits.signal() on_retry=move || visits.refetch() children=names/>
            <Field id=REASON_ID label=text.reason() tip=text.reason_tip() problem=problem required=true>
                <TextInput value=reason on_input=write max_length=Reason::MAX_LENGTH/>
            </Field>
            <RecentReasonChoice on_choose=write/>
        </Popup>
    }
}

/// Reasons that were given before, each a tap away.
#[component]
fn RecentReasonChoice(#[prop(into)] on_choose: Callback<String>) -> impl IntoView {
    let text = use_text();
    let recent = recent_reasons();
    let button = |words: &str| {
        let words = words.to_owned();
        let label = words.clone();
        view! { <button class="decision__reason" type="button" on:click=move |_| on_choose.run(words.clone())>{label}</button> }.into_any()
    };
    let buttons: Vec<AnyView> = recent.all().map(button).collect();
    view! {
        {(!buttons.is_empty()).then(|| view! { <p class="decision__note">{text.recent_reasons()}</p> }.into_any())}
        <div class="decision__reasons">{buttons}</div>
    }
}

fn recent_reasons() -> RecentReasons {
    RecentReasons::parse(&stored_reasons().read().unwrap_or_default())
}

fn remember(reason: &Reason) {
    let mut recent = recent_reasons();
    recent.add(reason);
    stored_reasons().write(&recent.to_text(), MONTH);
}

fn stored_reasons() -> PersonalValue {
    PersonalValue::new(Storage::Local, REASONS_KEY)
}
