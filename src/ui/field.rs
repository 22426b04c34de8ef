//! Questions and their inputs. The parts of one question — label, input, tip, problem — are tied together by ids.

use leptos::prelude::*;

/// What every question has, whatever answers it.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The id of the input.
    pub id: String,
    pub label: String,
    /// Said after the label, such as "optional".
    pub remark: &'static str,
    /// A line under the input.
    pub tip: String,
}

impl Question {
    fn described_by(&self) -> String {
        format!("{0}-tip {0}-problem", self.id)
    }
}

/// A question around its input.
#[component]
pub fn Field(
    question: Question,
    /// What is wrong with the answer.
    #[prop(into)]
    problem: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let Question { id, label, remark, tip } = question;
    view! {
        <div class="field" class:field--wrong=move || problem.with(Option::is_some)>
            <div class="field__row">
                <label class="field__label" for=id.clone()>
                    {label}
                    {(!remark.is_empty()).then(|| view! { <span class="field__remark">{format!(" {remark}")}</span> })}
                </label>
                {children()}
            </div>
            <p class="field__tip" id=format!("{id}-tip")>{tip}</p>
            <p class="field__problem" id=format!("{id}-problem") role="alert">{problem}</p>
        </div>
    }
}

/// What an input is for: keyboard, and what the phone may fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entry {
    #[default]
    Text,
    Name,
    Organization,
    /// A phone number of one's own.
    OwnPhone,
    /// A phone number of somebody else.
    Phone,
    Number,
    Date,
    DateTime,
}

impl Entry {
    /// `type`, `inputmode`, `autocomplete`. Numbers are text with a number pad: `type=number` loses what it cannot read.
    fn attributes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text => ("text", "text", "off"),
            Self::Name => ("text", "text", "name"),
            Self::Organization => ("text", "text", "organization"),
            Self::OwnPhone => ("tel", "tel", "tel"),
            Self::Phone => ("tel", "tel", "off"),
            Self::Number => ("text", "numeric", "off"),
            Self::Date => ("date", "text", "off"),
            Self::DateTime => ("datetime-local", "text", "off"),
        }
    }
}

/// A line to type into.
#[component]
pub fn Input(
    question: Question,
    #[prop(optional)] entry: Entry,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] problem: Signal<Option<String>>,
    #[prop(optional)] placeholder: String,
    #[prop(optional)] readonly: bool,
    on_input: impl Fn(String) + Send + 'static,
    /// The visitor is done with this input.
    #[prop(optional)]
    on_leave: Option<Box<dyn Fn() + Send>>,
) -> impl IntoView {
    let (kind, mode, autocomplete) = entry.attributes();
    let (id, described_by) = (question.id.clone(), question.described_by());
    view! {
        <Field question problem>
            <input
                class="field__input"
                id=id
                type=kind
                inputmode=mode
                autocomplete=autocomplete
                placeholder=placeholder
                readonly=readonly
                aria-describedby=described_by
                aria-invalid=move || problem.with(Option::is_some).to_string()
                prop:value=value
                on:input=move |event| on_input(event_target_value(&event))
                on:change=move |_| if let Some(leave) = &on_leave { leave() }
            />
        </Field>
    }
}

/// An option of a select: value and text.
pub type SelectOption = (String, String);

/// A choice among many, by the phone's own picker.
#[component]
pub fn Select(
    question: Question,
    options: Vec<SelectOption>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] problem: Signal<Option<String>>,
    /// Shown while nothing is chosen.
    prompt: &'static str,
    #[prop(optional)] disabled: bool,
    on_choose: impl Fn(String) + Send + 'static,
) -> impl IntoView {
    let (id, described_by) = (question.id.clone(), question.described_by());
    let options = options.into_iter().map(|(option, text)| {
        let is_chosen = {
            let option = option.clone();
            move || value.with(|value| *value == option)
        };
        view! { <option value=option prop:selected=is_chosen>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <Field question problem>
            <select
                class="field__input"
                id=id
                disabled=disabled
                aria-describedby=described_by
                aria-invalid=move || problem.with(Option::is_some).to_string()
                on:change=move |event| on_choose(event_target_value(&event))
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>{prompt}</option>
                {options}
            </select>
        </Field>
    }
}

/// One of several things that may be chosen together.
#[component]
pub fn Check(label: String, #[prop(optional)] detail: String, #[prop(into)] checked: Signal<bool>, on_toggle: impl Fn() + 'static) -> impl IntoView {
    view! {
        <label class="field__check">
            <input type="checkbox" prop:checked=checked on:change=move |_| on_toggle()/>
            <span class="field__check-label">{label}</span>
            {(!detail.is_empty()).then(|| view! { <span class="field__check-detail">{detail}</span> })}
        </label>
    }
}
