//! An invitation in a list, and the words for how it stands.

use crate::domain::invitation::sent::{Link, Sent, SentStatus, ShareState, Sms};
use crate::domain::visit::Tone;
use crate::platform::clock;
use crate::text::{Text, use_text};
use crate::ui::badge::Badge;
use crate::ui::cell::Digest;
use leptos::prelude::*;

/// A row that opens what may be done with its invitation.
#[component]
pub fn SentRow(sent: Sent, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    let text = use_text();
    let when = sent.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, clock::now()));
    let more = match &sent.status {
        SentStatus::Shared(Link { sms: Sms::Lost, .. }) => text.sms_lost().to_owned(),
        SentStatus::Shared(_) if !sent.guests.is_empty() => text.accepted_count(sent.guests.len()),
        _ => String::new(),
    };
    view! {
        <button class="cell" type="button" data-leads="" on:click=move |_| on_click.run(())>
            <Digest title=guest_names(text, &sent) lines=vec![when, sent.purpose.clone(), more]/>
            <SentBadge status=sent.status/>
        </button>
    }
}

/// How an invitation stands, in a word.
#[component]
pub fn SentBadge(status: SentStatus) -> impl IntoView {
    let text = use_text();
    let (label, tone) = match status {
        SentStatus::Single(status) => (text.invited_status(&status), status.tone()),
        SentStatus::Shared(link) => {
            let tone = match link.state {
                ShareState::Open => Tone::Good,
                ShareState::Stopped | ShareState::Over => Tone::Over,
            };
            (text.share_state(link.state).to_owned(), tone)
        }
    };
    view! { <Badge label=label tone=tone/> }
}

/// Who is invited; of a shared link, who accepted.
pub fn guest_names(text: Text, sent: &Sent) -> String {
    let names: Vec<&str> = sent.guests.iter().map(|guest| guest.name.as_str()).collect();
    if names.is_empty() { text.nobody_accepted().to_owned() } else { text.names(&names) }
}
