//! One question of the site's: the one place where its kind becomes an input.

use super::desk::{Desk, spot_id};
use super::photos::photo_cell;
use crate::domain::booking::field::{Choice, Field, FieldKey, Kind, SubField};
use crate::domain::booking::problem::Spot;
use crate::ui::element::{El, all, block, nothing};
use crate::ui::field::{Entry, Question, field, input, select};

/// The input that a question needs, and its second input where it has one.
pub fn question_cell(desk: Desk, asked: &Field) -> El {
    let main = match &asked.kind {
        Kind::Text(_) => text_cell(desk, asked, entry_for(&asked.key)),
        Kind::Date => text_cell(desk, asked, Entry::Date),
        Kind::Choice(choices) => choice_cell(desk, asked, choices),
        Kind::Photos => photo_cell(desk, asked),
        Kind::Unsupported { .. } => unsupported_cell(desk, asked),
    };
    let sub = asked.sub.as_ref().map_or_else(nothing, |sub| sub_cell(desk, sub, asked.required));
    all([main, sub])
}

/// The keyboard that fits a question, by the documented names of the usual ones.
fn entry_for(key: &FieldKey) -> Entry {
    match key.as_str() {
        "visitorName" => Entry::Name,
        "visitorPhoneNum" => Entry::OwnPhone,
        "visitorWorkUnit" => Entry::Organization,
        "visitorPersonNum" => Entry::Number,
        _ => Entry::Text,
    }
}

/// The question as inputs show it.
pub fn question(desk: Desk, asked: &Field) -> Question {
    let remark = match (asked.changeable, asked.required) {
        (false, _) => desk.text.not_changeable(),
        (true, true) => "",
        (true, false) => desk.text.optional(),
    };
    Question { remark, tip: asked.tip.clone(), ..plain_question(desk, &asked.key, &asked.label) }
}

fn plain_question(desk: Desk, key: &FieldKey, label: &str) -> Question {
    let spot = Spot::Field(key.clone());
    Question { id: spot_id(&spot), label: label.to_owned(), problem: desk.problem_words(spot, label.to_owned()), ..Question::default() }
}

fn answer_to(desk: Desk, key: &FieldKey) -> impl Fn() -> String + 'static {
    let key = key.clone();
    move || desk.form.with(|form| form.answers.text(&key).to_owned())
}

fn set_answer(desk: Desk, key: &FieldKey) -> impl Fn(String) + 'static {
    let key = key.clone();
    move |typed| desk.edit(&Spot::Field(key.clone()), |form| form.answers.set_text(&key, typed))
}

/// Another main answer asks something else of the second input: what was wrong there may be right now.
fn set_main_answer(desk: Desk, asked: &Field) -> impl Fn(String) + 'static {
    let (set, sub) = (set_answer(desk, &asked.key), asked.sub.as_ref().map(|sub| Spot::Field(sub.key.clone())));
    move |typed| {
        set(typed);
        sub.iter().for_each(|spot| desk.mend(spot));
    }
}

fn text_cell(desk: Desk, asked: &Field, entry: Entry) -> El {
    let question = question(desk, asked);
    // The server's placeholder, or its hint where it has none.
    let placeholder = if asked.placeholder.is_empty() { &asked.hint } else { &asked.placeholder };
    let line = input(&question, entry, answer_to(desk, &asked.key), set_main_answer(desk, asked)).attr("placeholder", placeholder);
    field(&question, if asked.changeable { line } else { line.attr("readonly", "") })
}

fn choice_cell(desk: Desk, asked: &Field, choices: &[Choice]) -> El {
    let question = question(desk, asked);
    let options = choices.iter().map(|choice| (choice.value.clone(), choice.text.clone()));
    let list = select(&question, desk.text.please_choose(), options, answer_to(desk, &asked.key), set_main_answer(desk, asked));
    field(&question, if asked.changeable { list } else { list.attr("disabled", "") })
}

fn sub_cell(desk: Desk, sub: &SubField, required: bool) -> El {
    let remark = if required { "" } else { desk.text.optional() };
    let question = Question { remark, ..plain_question(desk, &sub.key, &sub.label) };
    let line = input(&question, Entry::Text, answer_to(desk, &sub.key), set_answer(desk, &sub.key));
    field(&question, line.attr("placeholder", &sub.placeholder))
}

/// A question that the site requires and this program cannot ask: said plainly, and it blocks.
fn unsupported_cell(desk: Desk, asked: &Field) -> El {
    let question = question(desk, asked);
    let words = block("p", "booking__unsupported").attr("id", &question.id).attr("tabindex", "-1");
    field(&question, words.text(desk.text.question_needs_newer_app()))
}
