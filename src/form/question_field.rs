//! The site's questions: the one place where a question's kind becomes an input.

use super::photo_field::PhotoField;
use super::{FormController, spot_id};
use crate::domain::booking::field::{Choice, Field as Question, FieldKey, Kind, SubField};
use crate::domain::problem::Spot;
use crate::reactive::memo;
use crate::text::use_text;
use crate::ui::cell::Cells;
use crate::ui::field::{Entry, Field, SelectInput, SelectOption, TextInput};
use leptos::prelude::*;

/// All questions of a form under a heading; nothing where it asks none. A portrait is asked for apart.
#[component]
pub fn Questions(form: FormController, #[prop(into)] heading: String) -> impl IntoView {
    let questions: Vec<Question> =
        form.form.with_untracked(|form| form.visible_fields().filter(|field| field.kind != Kind::Portrait).cloned().collect());
    (!questions.is_empty()).then(|| {
        let fields: Vec<AnyView> =
            questions.into_iter().map(|question| view! { <QuestionField form=form question=question/> }.into_any()).collect();
        view! { <Cells heading=heading>{fields}</Cells> }
    })
}

/// The input that a question needs, and its second input where it has one.
#[component]
pub fn QuestionField(form: FormController, question: Question) -> impl IntoView {
    let sub = question.sub.clone();
    let required = question.required;
    let input = match question.kind.clone() {
        Kind::Text(_) => {
            let entry = entry_for(&question.key);
            view! { <TextQuestion form=form question=question entry=entry/> }.into_any()
        }
        Kind::Date => view! { <TextQuestion form=form question=question entry=Entry::Date/> }.into_any(),
        Kind::Choice(choices) => view! { <ChoiceQuestion form=form question=question choices=choices/> }.into_any(),
        Kind::Photos | Kind::Portrait => view! { <PhotoField form=form question=question/> }.into_any(),
        Kind::Unsupported { .. } => view! { <UnsupportedQuestion form=form question=question/> }.into_any(),
    };
    let sub = sub.map(|sub| view! { <SubQuestion form=form sub=sub required=required/> }.into_any());
    view! { {input} {sub} }
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

/// The label, tip and problem of a question, around its input.
#[component]
pub(super) fn QuestionFrame(
    form: FormController,
    question: Question,
    /// Goes before what is wrong with the answer; empty where there is nothing to say.
    #[prop(into, optional)]
    notice: Signal<String>,
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let spot = Spot::Field(question.key);
    let remark = match (question.changeable, question.required) {
        (false, _) => text.not_changeable(),
        (true, true) => "",
        (true, false) => text.optional(),
    };
    let wrong = form.problem_text(&spot, &question.label);
    let problem = memo(move || Some(notice.get()).filter(|notice| !notice.is_empty()).unwrap_or_else(|| wrong.get()));
    view! {
        <Field id=spot_id(&spot) label=question.label remark=remark tip=question.tip problem=problem required=question.required>
            {children()}
        </Field>
    }
}

/// Takes a main answer. What was wrong with the second one may be right now, since another one is asked for.
fn main_answer_setter(form: FormController, question: &Question) -> Callback<String> {
    let (key, sub) = (question.key.clone(), question.sub.as_ref().map(|sub| Spot::Field(sub.key.clone())));
    Callback::new(move |typed| {
        form.set_answer(&key, typed);
        sub.iter().for_each(|spot| form.clear_problem(spot));
    })
}

#[component]
fn TextQuestion(form: FormController, question: Question, entry: Entry) -> impl IntoView {
    let (value, on_input) = (form.answer(&question.key), main_answer_setter(form, &question));
    // The server's placeholder, or its hint where it has none.
    let placeholder = if question.placeholder.is_empty() { question.hint.clone() } else { question.placeholder.clone() };
    let readonly = !question.changeable;
    view! {
        <QuestionFrame form=form question=question>
            <TextInput entry=entry value=value on_input=on_input placeholder=placeholder readonly=readonly/>
        </QuestionFrame>
    }
}

#[component]
fn ChoiceQuestion(form: FormController, question: Question, choices: Vec<Choice>) -> impl IntoView {
    let text = use_text();
    let (value, on_change) = (form.answer(&question.key), main_answer_setter(form, &question));
    let options: Vec<SelectOption> = choices.into_iter().map(|choice| SelectOption { value: choice.value, label: choice.text }).collect();
    let disabled = !question.changeable;
    view! {
        <QuestionFrame form=form question=question>
            <SelectInput prompt=text.please_choose() options=options value=value on_change=on_change disabled=disabled/>
        </QuestionFrame>
    }
}

#[component]
fn SubQuestion(form: FormController, sub: SubField, required: bool) -> impl IntoView {
    let text = use_text();
    let SubField { key, label, placeholder } = sub;
    let spot = Spot::Field(key.clone());
    let remark = if required { "" } else { text.optional() };
    let (value, problem) = (form.answer(&key), form.problem_text(&spot, &label));
    view! {
        <Field id=spot_id(&spot) label=label remark=remark problem=problem required=required>
            <TextInput value=value on_input=move |typed| form.set_answer(&key, typed) placeholder=placeholder/>
        </Field>
    }
}

/// A question that the site requires and this program cannot ask: it says so, and blocks.
#[component]
fn UnsupportedQuestion(form: FormController, question: Question) -> impl IntoView {
    let text = use_text();
    let id = spot_id(&Spot::Field(question.key.clone()));
    view! {
        <QuestionFrame form=form question=question>
            <p class="field__unasked" id=id tabindex="-1">{text.question_needs_newer_app()}</p>
        </QuestionFrame>
    }
}
