//! The form: subject, times, the site's questions, areas, statements, and the button.

use super::desk::{BookingForm, Purpose};
use super::preface::statements_view;
use super::sending::{sending_face, submit};
use super::subject::subject_cell;
use crate::domain::commitment::Statement;
use crate::domain::problem::{Problem, Spot};
use crate::domain::venue::Area;
use crate::old_ui::button::main_button;
use crate::old_ui::cell::cells;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::{Entry, Question, check, field, input};
use crate::old_ui::frame::frame_button;
use crate::sheet::spot_id;
use leptos::prelude::*;

/// The form until it has arrived, then the way on.
pub fn form_view(desk: BookingForm, arrived: RwSignal<bool>) -> El {
    all([live(move || if arrived.get() { nothing() } else { questions(desk) }), sending_face(desk)])
}

fn questions(desk: BookingForm) -> El {
    let text = desk.sheet.text;
    let submit_label = if desk.purpose.get_untracked() == Purpose::Book { text.submit() } else { text.submit_change() };
    desk.sheet.form.with_untracked(|form| {
        let left_out = form.left_out();
        all([
            restored_note(desk),
            cells("", [subject_cell(desk)]),
            cells(text.when(), [time_cell(desk, Spot::Start, text.starts()), time_cell(desk, Spot::End, text.ends())]),
            cells(text.about_you(), desk.sheet.questions()),
            if left_out.is_empty() { nothing() } else { block("p", "booking__note").text(&text.left_out(&left_out)) },
            areas_cell(desk, &form.areas),
            statements_cell(desk, &form.statements),
            block("div", "booking__submit").child(main_button(submit_label, move || submit(desk))),
        ])
    })
}

/// Says that the form was not empty when it came, and how to make it so.
fn restored_note(desk: BookingForm) -> El {
    let text = desk.sheet.text;
    live(move || {
        if !desk.restored.get() {
            return nothing();
        }
        let start_over = frame_button(text.start_over(), move || desk.start_over());
        block("p", "booking__note").attr("role", "status").text(text.draft_restored()).child(start_over)
    })
}

fn time_cell(desk: BookingForm, spot: Spot, label: &str) -> El {
    let is_start = spot == Spot::Start;
    let problem = desk.sheet.problem_words(spot.clone(), label.to_owned());
    let question = Question { id: spot_id(&spot), label: label.to_owned(), problem, ..Question::default() };
    let value = move || desk.sheet.form.with(|form| if is_start { form.start.clone() } else { form.end.clone() });
    let typed = move |typed| {
        desk.sheet.edit(&spot, |form| if is_start { form.set_start(typed) } else { form.end = typed });
        // A new start moves the end along.
        desk.sheet.mend(&Spot::End);
    };
    field(&question, input(&question, Entry::DateTime, value, typed))
}

fn areas_cell(desk: BookingForm, areas: &[Area]) -> El {
    let choice = |area: &Area| {
        let (for_check, for_toggle) = (area.id.clone(), area.id.clone());
        let checked = move || desk.sheet.form.with(|form| form.chosen_areas.contains(&for_check));
        check(&area.name, &area.remark, checked, move || desk.sheet.form.update(|form| form.toggle_area(&for_toggle)))
    };
    if areas.is_empty() { nothing() } else { cells(desk.sheet.text.areas(), areas.iter().map(choice)) }
}

fn statements_cell(desk: BookingForm, statements: &[Statement]) -> El {
    let text = desk.sheet.text;
    if statements.is_empty() {
        return nothing();
    }
    let reply_to = move |index| desk.sheet.form.with(|form| form.replies.get(index));
    let reply = move |index, yes| desk.sheet.edit(&Spot::Statement(index), |form| form.replies.set(index, yes));
    let problem = move || {
        let is_here = |problem: &&Problem| matches!(problem.spot, Spot::Statement(_));
        let cause = desk.sheet.problems.with(|problems| problems.iter().find(is_here).map(|problem| problem.cause.clone()));
        cause.map(|cause| text.problem(&cause, text.statements())).unwrap_or_default()
    };
    let problem = block("p", "field__problem").attr("role", "alert").live_text(problem);
    cells(text.statements(), [statements_view("statement", statements, reply_to, reply), problem])
}
