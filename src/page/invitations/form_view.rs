//! The form: who, when, what for, where, and the button.

mod guests;

use super::batch_task::{resume, submit};
use super::batch_view::BatchView;
use super::invitation_form::InvitationForm;
use super::share_dialog::ShareDialog;
use crate::domain::invitation::draft::{Draft, Offer, Precision};
use crate::domain::problem::Spot;
use crate::domain::venue::Area;
use crate::form::{LongStayDialog, spot_id};
use crate::reactive::memo;
use crate::route::Route;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::Cells;
use crate::ui::field::{CheckInput, Entry, Field, SelectInput, SelectOption, TextInput};
use crate::ui::frame::FrameButton;
use guests::Guests;
use leptos::prelude::*;

/// The form until it is sent, then what became of it.
#[component]
pub fn WriteInvitation(
    /// The page's own route, which tells its draft from others.
    route: Route,
    offer: Offer,
    /// What the form starts with where nothing was typed before.
    fresh: Draft,
) -> impl IntoView {
    let form = InvitationForm::open(&route, offer, fresh);
    resume(form);
    let is_sent = memo(move || form.batch.with(Option::is_some));
    let screen = move || {
        if is_sent.get() { view! { <BatchView form=form/> }.into_any() } else { view! { <Questions form=form/> }.into_any() }
    };
    let close = move || form.sharing.set(None);
    view! {
        {move || screen()}
        <LongStayDialog question=form.stay_question on_confirm=move || submit(form)/>
        {move || form.sharing.get().map(|shared| view! { <ShareDialog shared=shared on_close=close/> })}
    }
}

#[component]
fn Questions(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let by_the_day = form.offer.with_value(|offer| offer.precision == Precision::Day);
    let submit_label = move || text.send_invitations(form.guest_keys.with(Vec::len));
    view! {
        <RestoredNote form=form/>
        <Guests form=form/>
        <Cells heading=text.invited_for()>
            <TimeField form=form spot=Spot::Start/>
            <TimeField form=form spot=Spot::End/>
            {by_the_day.then(|| view! { <p class="invitations__day">{text.by_the_day()}</p> }.into_any())}
        </Cells>
        <Cells heading=text.about_the_visit()>
            <PurposeField form=form/>
            <TypeField form=form/>
        </Cells>
        <Areas form=form/>
        <div class="invitations__submit">
            <Button label=submit_label weight=Weight::Main on_click=move || submit(form)/>
        </div>
    }
}

/// Says that the form was not empty when it came, and how to make it so.
#[component]
fn RestoredNote(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let shown = move || {
        form.restored.get().then(|| {
            view! {
                <p class="invitations__note" role="status">
                    {text.draft_restored()}
                    <FrameButton label=text.start_over() on_click=move || form.start_over()/>
                </p>
            }
        })
    };
    view! { {move || shown()} }
}

#[component]
fn TimeField(form: InvitationForm, spot: Spot) -> impl IntoView {
    let (text, is_start) = (form.text, spot == Spot::Start);
    let precision = form.offer.with_value(|offer| offer.precision);
    let (label, entry) = match (precision, is_start) {
        (Precision::Day, true) => (text.from_day(), Entry::Date),
        (Precision::Day, false) => (text.until_day(), Entry::Date),
        (Precision::Minute, true) => (text.starts(), Entry::DateTime),
        (Precision::Minute, false) => (text.ends(), Entry::DateTime),
    };
    let value = memo(move || form.draft.with(|draft| if is_start { draft.start.clone() } else { draft.end.clone() }));
    let (id, problem) = (spot_id(&spot), form.problem(spot.clone(), label.to_owned()));
    let type_time = move |typed: String| {
        form.edit(&spot, |draft| if is_start { draft.set_start(typed, precision) } else { draft.end = typed });
        // A new start moves the end along.
        form.mend(&Spot::End);
    };
    view! {
        <Field id=id label=label problem=problem required=true>
            <TextInput entry=entry value=value on_input=type_time/>
        </Field>
    }
}

#[component]
fn PurposeField(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let (mut purposes, is_needed) = form.offer.with_value(|offer| (offer.purposes.clone(), offer.needs_purpose));
    let value = memo(move || form.draft.with(|draft| draft.purpose.clone()));
    let choose = move |purpose: String| form.edit(&Spot::Purpose, |draft| draft.purpose = purpose);
    // The purpose of an earlier visit can be kept, whether it is offered still or not.
    let earlier = value.get_untracked();
    let input = move || {
        if purposes.is_empty() {
            return view! { <TextInput value=value on_input=choose/> }.into_any();
        }
        if !earlier.is_empty() && !purposes.contains(&earlier) {
            purposes.push(earlier);
        }
        let options = purposes.into_iter().map(|purpose| SelectOption { value: purpose.clone(), label: purpose }).collect();
        view! { <SelectInput prompt=text.please_choose() options=options value=value on_change=choose/> }.into_any()
    };
    let problem = form.problem(Spot::Purpose, text.purpose().to_owned());
    let remark = if is_needed { "" } else { text.optional() };
    view! { <Field id=spot_id(&Spot::Purpose) label=text.purpose() remark=remark problem=problem>{input()}</Field> }
}

/// The kind of visitor, where the site tells some apart.
#[component]
fn TypeField(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let types = form.offer.with_value(|offer| offer.types.clone());
    let value = memo(move || form.draft.with(|draft| draft.visitor_type.clone()));
    let choose = move |chosen: String| form.draft.update(|draft| draft.visitor_type = chosen);
    let options: Vec<SelectOption> =
        types.into_iter().map(|kind| SelectOption { value: kind.id.as_str().to_owned(), label: kind.name }).collect();
    (!options.is_empty()).then(|| {
        view! {
            <Field id="visitor-type" label=text.visitor_type() remark=text.optional()>
                <SelectInput prompt=text.please_choose() options=options value=value on_change=choose/>
            </Field>
        }
    })
}

#[component]
fn Areas(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let choice = move |area: Area| {
        let (checked_id, toggled_id) = (area.id.clone(), area.id);
        let checked = memo(move || form.draft.with(|draft| draft.areas.contains(&checked_id)));
        let toggle = move || form.edit(&Spot::Areas, |draft| draft.toggle_area(&toggled_id));
        view! { <CheckInput label=area.name detail=area.remark checked=checked on_toggle=toggle/> }.into_any()
    };
    let choices: Vec<AnyView> = form.offer.with_value(|offer| offer.areas.clone()).into_iter().map(choice).collect();
    let problem = form.problem(Spot::Areas, text.areas().to_owned());
    (!choices.is_empty()).then(|| {
        view! {
            <Cells heading=text.areas()>
                {choices}
                <p class="field__problem" id=spot_id(&Spot::Areas) tabindex="-1" role="alert">{problem}</p>
            </Cells>
        }
    })
}
