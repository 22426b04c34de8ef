//! One question of the site's: the one place where its kind becomes an input.

use super::desk::{Desk, spot_id};
use super::photos::PhotoCell;
use crate::domain::booking::field::{Field, FieldKey, Kind, SubField};
use crate::domain::booking::problem::Spot;
use crate::text::Text;
use crate::ui::field::{self, Entry, Input, Question, Select};
use leptos::prelude::*;

/// The input that a question needs, and its second input where it has one.
#[component]
pub fn QuestionCell(desk: Desk, field: Field) -> impl IntoView {
    let sub = field.sub.clone().map(|sub| view! { <SubCell desk sub required=field.required/> });
    let main = match &field.kind {
        Kind::Text(_) => view! { <TextCell desk field entry=entry_for/> }.into_any(),
        Kind::Date => view! { <TextCell desk field entry=|_| Entry::Date/> }.into_any(),
        Kind::Choice(choices) => {
            let options = choices.iter().map(|choice| (choice.value.clone(), choice.text.clone())).collect();
            view! { <ChoiceCell desk field options/> }.into_any()
        }
        Kind::Photos => view! { <PhotoCell desk field/> }.into_any(),
        Kind::Unsupported { .. } => view! { <UnsupportedCell desk field/> }.into_any(),
    };
    (main, sub)
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
pub fn asked(text: Text, field: &Field) -> Question {
    let remark = match (field.changeable, field.required) {
        (false, _) => text.not_changeable(),
        (true, true) => "",
        (true, false) => text.optional(),
    };
    Question { id: spot_id(&Spot::Field(field.key.clone())), label: field.label.clone(), remark, tip: field.tip.clone() }
}

/// What is wrong with an answer, in words.
pub fn problem_with(desk: Desk, key: &FieldKey, label: String) -> Signal<Option<String>> {
    let text = Text::here();
    let cause = desk.problem_at(Spot::Field(key.clone()));
    Signal::derive(move || cause.get().map(|cause| text.problem(&cause, &label)))
}

fn answer_to(desk: Desk, key: &FieldKey) -> Signal<String> {
    let key = key.clone();
    Memo::new(move |_| desk.form.with(|form| form.answers.text(&key).to_owned())).into()
}

fn set_answer(desk: Desk, key: FieldKey) -> impl Fn(String) + Clone {
    move |typed| desk.edit(&Spot::Field(key.clone()), |form| form.answers.set_text(&key, typed))
}

#[component]
fn TextCell(desk: Desk, field: Field, entry: fn(&FieldKey) -> Entry) -> impl IntoView {
    let problem = problem_with(desk, &field.key, field.label.clone());
    let value = answer_to(desk, &field.key);
    let question = asked(Text::here(), &field);
    let entry = entry(&field.key);
    view! {
        <Input question entry value problem placeholder=placeholder(&field) readonly=!field.changeable on_input=set_answer(desk, field.key)/>
    }
}

/// The server's placeholder, or its hint where it has none.
fn placeholder(field: &Field) -> String {
    if field.placeholder.is_empty() { field.hint.clone() } else { field.placeholder.clone() }
}

#[component]
fn ChoiceCell(desk: Desk, field: Field, options: Vec<field::SelectOption>) -> impl IntoView {
    let text = Text::here();
    let problem = problem_with(desk, &field.key, field.label.clone());
    let value = answer_to(desk, &field.key);
    let question = asked(text, &field);
    view! {
        <Select question options value problem prompt=text.please_choose() disabled=!field.changeable on_choose=set_answer(desk, field.key)/>
    }
}

#[component]
fn SubCell(desk: Desk, sub: SubField, required: bool) -> impl IntoView {
    let text = Text::here();
    let problem = problem_with(desk, &sub.key, sub.label.clone());
    let value = answer_to(desk, &sub.key);
    let remark = if required { "" } else { text.optional() };
    let question = Question { id: spot_id(&Spot::Field(sub.key.clone())), label: sub.label, remark, tip: String::new() };
    view! { <Input question value problem placeholder=sub.placeholder on_input=set_answer(desk, sub.key)/> }
}

/// A question that the site requires and this program cannot ask: said plainly, and it blocks.
#[component]
fn UnsupportedCell(desk: Desk, field: Field) -> impl IntoView {
    let text = Text::here();
    let problem = problem_with(desk, &field.key, field.label.clone());
    let question = asked(text, &field);
    let id = question.id.clone();
    view! {
        <field::Field question problem>
            <p class="booking__unsupported" id=id tabindex="-1">{text.question_needs_newer_app()}</p>
        </field::Field>
    }
}
