//! One question of the site's: the one place where its kind becomes an input.

use super::photos::photo_cell;
use super::{FormController, spot_id};
use crate::domain::booking::field::{Choice, Field, FieldKey, Kind, SubField};
use crate::domain::problem::Spot;
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::field::{Entry, Question, field, input, select};
use leptos::prelude::*;

/// The input that a question needs, and its second input where it has one.
pub fn question_cell(sheet: FormController, asked: &Field) -> El {
    let main = match &asked.kind {
        Kind::Text(_) => text_cell(sheet, asked, entry_for(&asked.key)),
        Kind::Date => text_cell(sheet, asked, Entry::Date),
        Kind::Choice(choices) => choice_cell(sheet, asked, choices),
        Kind::Photos | Kind::Portrait => photo_cell(sheet, asked),
        Kind::Unsupported { .. } => unsupported_cell(sheet, asked),
    };
    let sub = asked.sub.as_ref().map_or_else(nothing, |sub| sub_cell(sheet, sub, asked.required));
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
pub fn question(sheet: FormController, asked: &Field) -> Question {
    let remark = match (asked.changeable, asked.required) {
        (false, _) => sheet.text.not_changeable(),
        (true, true) => "",
        (true, false) => sheet.text.optional(),
    };
    Question { remark, tip: asked.tip.clone(), ..plain_question(sheet, &asked.key, &asked.label) }
}

fn plain_question(sheet: FormController, key: &FieldKey, label: &str) -> Question {
    let spot = Spot::Field(key.clone());
    Question { id: spot_id(&spot), label: label.to_owned(), problem: sheet.problem_words(spot, label.to_owned()), ..Question::default() }
}

fn answer_to(sheet: FormController, key: &FieldKey) -> impl Fn() -> String + 'static {
    let key = key.clone();
    move || sheet.form.with(|form| form.answers.text(&key).to_owned())
}

fn set_answer(sheet: FormController, key: &FieldKey) -> impl Fn(String) + 'static {
    let key = key.clone();
    move |typed| sheet.edit(&Spot::Field(key.clone()), |form| form.answers.set_text(&key, typed))
}

/// Another main answer asks something else of the second input: what was wrong there may be right now.
fn set_main_answer(sheet: FormController, asked: &Field) -> impl Fn(String) + 'static {
    let (set, sub) = (set_answer(sheet, &asked.key), asked.sub.as_ref().map(|sub| Spot::Field(sub.key.clone())));
    move |typed| {
        set(typed);
        sub.iter().for_each(|spot| sheet.mend(spot));
    }
}

fn text_cell(sheet: FormController, asked: &Field, entry: Entry) -> El {
    let question = question(sheet, asked);
    // The server's placeholder, or its hint where it has none.
    let placeholder = if asked.placeholder.is_empty() { &asked.hint } else { &asked.placeholder };
    let line = input(&question, entry, answer_to(sheet, &asked.key), set_main_answer(sheet, asked)).attr("placeholder", placeholder);
    field(&question, if asked.changeable { line } else { line.attr("readonly", "") })
}

fn choice_cell(sheet: FormController, asked: &Field, choices: &[Choice]) -> El {
    let question = question(sheet, asked);
    let options = choices.iter().map(|choice| (choice.value.clone(), choice.text.clone()));
    let list = select(&question, sheet.text.please_choose(), options, answer_to(sheet, &asked.key), set_main_answer(sheet, asked));
    field(&question, if asked.changeable { list } else { list.attr("disabled", "") })
}

fn sub_cell(sheet: FormController, sub: &SubField, required: bool) -> El {
    let remark = if required { "" } else { sheet.text.optional() };
    let question = Question { remark, ..plain_question(sheet, &sub.key, &sub.label) };
    let line = input(&question, Entry::Text, answer_to(sheet, &sub.key), set_answer(sheet, &sub.key));
    field(&question, line.attr("placeholder", &sub.placeholder))
}

/// A question that the site requires and this program cannot ask: said plainly, and it blocks.
fn unsupported_cell(sheet: FormController, asked: &Field) -> El {
    let question = question(sheet, asked);
    let words = block("p", "field__unasked").attr("id", &question.id).attr("tabindex", "-1");
    field(&question, words.text(sheet.text.question_needs_newer_app()))
}
