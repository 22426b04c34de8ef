//! The form: subject, times, the site's questions, areas, statements, and the button.

use super::booking_dialog::BookingDialog;
use super::booking_form::{BookingForm, Purpose};
use super::preface::Statements;
use super::subject_field::SubjectField;
use super::submit::{resume, submit};
use crate::domain::problem::Spot;
use crate::domain::venue::Area;
use crate::form::{LongStayDialog, Questions, spot_id};
use crate::reactive::DynSignal;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::Cells;
use crate::ui::field::{CheckInput, Entry, Field, TextInput};
use crate::ui::frame::FrameButton;
use leptos::context::Provider;
use leptos::prelude::*;

/// The form until it has arrived; then another page takes its place.
#[component]
pub fn FormView(booking: BookingForm) -> impl IntoView {
    resume(booking);
    let arrived = booking.state.arrived;
    let shown = move || if arrived.get() { ().into_any() } else { view! { <Fields/> }.into_any() };
    view! {
        <Provider value=booking>
            {move || shown()}
            <BookingDialog/>
            <LongStayDialog question=booking.stay_question on_confirm=move || submit(booking)/>
        </Provider>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let is_change = booking.purpose.with_value(|purpose| matches!(purpose, Purpose::Change(_)));
    let submit_label = if is_change { text.submit_change() } else { text.submit() };
    view! {
        <RestoredNote/>
        <Cells><SubjectField/></Cells>
        <Cells heading=text.when()>
            <TimeField spot=Spot::Start label=text.starts()/>
            <TimeField spot=Spot::End label=text.ends()/>
        </Cells>
        <Questions form=booking.form heading=text.about_you()/>
        <LeftOutNote/>
        <Areas/>
        <FormStatements/>
        <div class="booking__submit">
            <Button label=submit_label weight=Weight::Main on_click=move || submit(booking)/>
        </div>
    }
}

/// Says that the form was not empty when it came, and how to make it so.
#[component]
fn RestoredNote() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let shown = move || {
        booking.restored.get().then(|| {
            view! {
                <p class="booking__note" role="status">
                    {text.draft_restored()}
                    <FrameButton label=text.start_over() on_click=move || booking.start_over()/>
                </p>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}

/// Names the optional questions that this program cannot ask.
#[component]
fn LeftOutNote() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let words = booking
        .form
        .form
        .with_untracked(|form| Some(form.left_out()).filter(|labels| !labels.is_empty()).map(|labels| text.left_out(&labels)));
    words.map(|words| view! { <p class="booking__note">{words}</p> }.into_any())
}

#[component]
fn TimeField(spot: Spot, #[prop(into)] label: String) -> impl IntoView {
    let form = BookingForm::here().form;
    let is_start = spot == Spot::Start;
    let value = form.select(move |form| if is_start { form.start.clone() } else { form.end.clone() });
    let (id, problem) = (spot_id(&spot), form.problem_text(&spot, &label));
    let type_time = move |typed: String| {
        form.edit(&spot, |form| if is_start { form.set_start(typed) } else { form.end = typed });
        // A new start moves the end along.
        form.clear_problem(&Spot::End);
    };
    view! {
        <Field id=id label=label problem=problem required=true>
            <TextInput entry=Entry::DateTime value=value on_input=type_time/>
        </Field>
    }
}

#[component]
fn Areas() -> impl IntoView {
    let (text, form) = (use_text(), BookingForm::here().form);
    let choice = move |area: Area| {
        let (checked_id, toggled_id) = (area.id.clone(), area.id);
        let checked = form.select(move |form| form.chosen_areas.contains(&checked_id));
        let toggle = move || form.edit(&Spot::Areas, |form| form.toggle_area(&toggled_id));
        view! { <CheckInput label=area.name detail=area.remark checked=checked on_toggle=toggle/> }.into_any()
    };
    let choices: Vec<AnyView> = form.form.with_untracked(|form| form.areas.clone()).into_iter().map(choice).collect();
    (!choices.is_empty()).then(|| view! { <Cells heading=text.areas()>{choices}</Cells> })
}

#[component]
fn FormStatements() -> impl IntoView {
    let (text, form) = (use_text(), BookingForm::here().form);
    let statements = form.form.with_untracked(|form| form.statements.clone());
    let replies = DynSignal::memo(move || form.form.with(|form| form.replies.clone()));
    let reply = move |(index, yes)| form.edit(&Spot::Statement(index), |form| form.replies.set(index, yes));
    let problem = form.first_problem_text(|spot| matches!(spot, Spot::Statement(_)), text.statements());
    (!statements.is_empty()).then(|| {
        view! {
            <Cells heading=text.statements()>
                <Statements name="statement" statements=statements replies=replies on_reply=reply/>
                <p class="field__problem" role="alert">{problem}</p>
            </Cells>
        }
    })
}
