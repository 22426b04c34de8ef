//! The form: subject, times, the site's questions, areas, statements, and the button.

use super::desk::{Desk, spot_id};
use super::preface::Statements;
use super::question::QuestionCell;
use super::sending::{SendingFace, submit};
use super::subject::SubjectCell;
use crate::domain::booking::problem::Spot;
use crate::domain::booking::sending::Sending;
use crate::domain::commitment::Statement;
use crate::domain::venue::Area;
use crate::text::Text;
use crate::ui::button::Button;
use crate::ui::cell::Cells;
use crate::ui::field::{Check, Entry, Input, Question};
use leptos::prelude::*;

/// The form until it has arrived, then the way on.
#[component]
pub fn FormView(desk: Desk) -> impl IntoView {
    let arrived = Memo::new(move |_| desk.sending.with(|sending| *sending == Sending::Arrived));
    view! {
        {move || (!arrived.get()).then(|| view! { <Questions desk/> })}
        <SendingFace desk/>
    }
}

#[component]
fn Questions(desk: Desk) -> impl IntoView {
    let text = Text::here();
    let (fields, areas, statements, left_out) = desk.form.with_untracked(|form| {
        let fields: Vec<_> = form.visible_fields().cloned().collect();
        (fields, form.areas.clone(), form.statements.clone(), form.left_out().join("、"))
    });
    view! {
        <RestoredNote desk/>
        <Cells><SubjectCell desk/></Cells>
        <Cells heading=text.when()>
            <TimeCell desk spot=Spot::Start label=text.starts()/>
            <TimeCell desk spot=Spot::End label=text.ends()/>
        </Cells>
        <Cells heading=text.about_you()>
            {fields.into_iter().map(|field| view! { <QuestionCell desk field/> }).collect_view()}
        </Cells>
        {(!left_out.is_empty()).then(|| view! { <p class="booking__note">{text.left_out(&left_out)}</p> })}
        {(!areas.is_empty()).then(|| view! { <AreasCell desk areas/> })}
        {(!statements.is_empty()).then(|| view! { <StatementsCell desk statements/> })}
        <div class="booking__submit">
            <Button label=text.submit() on_tap=move || submit(desk)/>
        </div>
    }
}

/// Says that the form was not empty when it came, and how to make it so.
#[component]
fn RestoredNote(desk: Desk) -> impl IntoView {
    let text = Text::here();
    move || {
        desk.restored.get().then(|| {
            view! {
                <p class="booking__note" role="status">
                    {text.draft_restored()}
                    " "
                    <button type="button" class="frame__link" on:click=move |_| desk.start_over()>{text.start_over()}</button>
                </p>
            }
        })
    }
}

#[component]
fn TimeCell(desk: Desk, spot: Spot, label: &'static str) -> impl IntoView {
    let text = Text::here();
    let is_start = spot == Spot::Start;
    let cause = desk.problem_at(spot.clone());
    let problem = Signal::derive(move || cause.get().map(|cause| text.problem(&cause, label)));
    let value = Memo::new(move |_| desk.form.with(|form| if is_start { form.start.clone() } else { form.end.clone() }));
    let question = Question { id: spot_id(&spot), label: label.to_owned(), ..Question::default() };
    let typed = move |typed| desk.edit(&spot, |form| if is_start { form.set_start(typed) } else { form.end = typed });
    view! { <Input question entry=Entry::DateTime value problem on_input=typed/> }
}

#[component]
fn AreasCell(desk: Desk, areas: Vec<Area>) -> impl IntoView {
    let text = Text::here();
    let checks = areas.into_iter().map(move |area| {
        let id = area.id.clone();
        let checked = Signal::derive(move || desk.form.with(|form| form.chosen_areas.contains(&id)));
        let toggle = move || desk.form.update(|form| form.toggle_area(&area.id));
        view! { <Check label=area.name.clone() detail=area.remark.clone() checked on_toggle=toggle.clone()/> }
    });
    view! { <Cells heading=text.areas()>{checks.collect_view()}</Cells> }
}

#[component]
fn StatementsCell(desk: Desk, statements: Vec<Statement>) -> impl IntoView {
    let text = Text::here();
    let replies = Signal::derive(move || desk.form.with(|form| form.replies.clone()));
    let reply = move |index, yes: bool| desk.edit(&Spot::Statement(index), |form| form.replies.set(index, yes));
    let problem = move || {
        desk.problems.with(|problems| {
            let statement = problems.iter().find(|problem| matches!(problem.spot, Spot::Statement(_)));
            statement.map(|problem| text.problem(&problem.cause, text.statements()))
        })
    };
    view! {
        <Cells heading=text.statements()>
            <Statements name="statement" statements replies on_reply=reply/>
            <p class="field__problem" role="alert">{problem}</p>
        </Cells>
    }
}
