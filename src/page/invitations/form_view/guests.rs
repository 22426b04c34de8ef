//! Who is invited.

use super::super::invitation_form::InvitationForm;
use crate::domain::invitation::draft::{Guest, MOST_GUESTS};
use crate::domain::problem::Spot;
use crate::form::spot_id;
use crate::platform::webview;
use crate::reactive::{DynSignal, memo};
use crate::ui::cell::{ButtonCell, Cells};
use crate::ui::field::{Entry, Field, TextInput};
use crate::ui::frame::FrameButton;
use crate::ui::keyed_list::KeyedList;
use leptos::prelude::*;

/// The guests' rows, and the button that adds one.
#[component]
pub fn Guests(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let is_full = memo(move || form.guest_keys.with(Vec::len) >= MOST_GUESTS);
    let add = move || (!is_full.get()).then(|| view! { <ButtonCell label=text.add_guest() on_click=move || form.add_guest()/> });
    view! {
        <Cells heading=text.guests()>
            <KeyedList keys=form.guest_keys row=move |key| view! { <GuestRow form=form key=key/> }.into_any()/>
            {move || add()}
        </Cells>
    }
}

/// One guest. The place, and with it the labels, changes when others are removed.
#[component]
fn GuestRow(form: InvitationForm, key: u32) -> impl IntoView {
    let text = form.text;
    let place = memo(move || form.guest_keys.with(|keys| keys.iter().position(|known| *known == key).unwrap_or_default()));
    // Only several guests are numbered.
    let number = DynSignal::memo(move || form.guest_keys.with(|keys| (keys.len() > 1).then(|| place.get() + 1)));
    let remove =
        move || number.get().map(|number| view! { <FrameButton label=text.remove_guest(number) on_click=move || form.remove_guest(key)/> });
    if form.added.get_value() == Some(key) {
        // The row is in the document by then, unless it has gone again.
        request_animation_frame(move || {
            if let Some(place) = place.try_get_untracked() {
                webview::focus(&spot_id(&Spot::GuestName(place)));
            }
        });
    }
    view! {
        <div class="invitations__guest">
            <GuestField form=form place=place number=number part=Part::Name/>
            <GuestField form=form place=place number=number part=Part::Phone/>
            {move || remove()}
        </div>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    Phone,
}

impl Part {
    fn spot(self, place: usize) -> Spot {
        match self {
            Self::Name => Spot::GuestName(place),
            Self::Phone => Spot::GuestPhone(place),
        }
    }

    fn of(self, guest: &mut Guest) -> &mut String {
        match self {
            Self::Name => &mut guest.name,
            Self::Phone => &mut guest.phone,
        }
    }
}

#[component]
fn GuestField(form: InvitationForm, place: Memo<usize>, number: DynSignal<Option<usize>>, part: Part) -> impl IntoView {
    let text = form.text;
    let (what, entry) = match part {
        Part::Name => (text.guest_name(), Entry::Text),
        Part::Phone => (text.guest_phone(), Entry::Phone),
    };
    let label = Signal::derive(move || text.asked_of_guest(what, number.get()));
    let spot = Signal::derive(move || part.spot(place.get()));
    let value = memo(move || {
        let place = place.get();
        form.draft.with(|draft| draft.guests.get(place).map(|guest| part.of(&mut guest.clone()).clone()).unwrap_or_default())
    });
    let type_part = move |typed: String| {
        let place = place.get_untracked();
        form.edit(&part.spot(place), |draft| {
            if let Some(guest) = draft.guests.get_mut(place) {
                *part.of(guest) = typed;
            }
        });
    };
    let id = Signal::derive(move || spot_id(&spot.get()));
    view! {
        <Field id=id label=label problem=form.problem_of(spot, label) required=true>
            <TextInput entry=entry value=value on_input=type_part/>
        </Field>
    }
}
