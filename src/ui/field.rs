//! Fields and their inputs. The parts of one field (label, input, tip, problem) are tied together by ids.

mod entry;

pub use entry::Entry;

use leptos::context::Provider;
use leptos::prelude::*;

/// What the inputs of a field need of it, from context: the id that its label names, and whether something is wrong.
#[derive(Debug, Clone, Copy)]
pub struct FieldContext {
    pub id: Signal<String>,
    pub label: Signal<String>,
    /// What is wrong with the answer, in words; empty where nothing is.
    pub problem: Signal<String>,
    /// Whether it has to be answered.
    pub required: bool,
}

impl FieldContext {
    /// The field around the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// The ids of tip and problem, for `aria-describedby`.
    pub fn described_by(&self) -> Signal<String> {
        let id = self.id;
        Signal::derive(move || id.with(|id| format!("{id}-tip {id}-problem")))
    }

    /// "true" where it has to be answered, for `aria-required`: the form checks by itself, in its own words.
    pub fn required(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }

    /// "true" while something is wrong, for `aria-invalid` and stylesheets.
    pub fn invalid(&self) -> Signal<String> {
        let problem = self.problem;
        Signal::derive(move || problem.with(|problem| !problem.is_empty()).to_string())
    }
}

/// A label, the input that the children give, a tip and what is wrong.
#[component]
pub fn Field(
    /// The id of the input.
    #[prop(into)]
    id: Signal<String>,
    #[prop(into)] label: Signal<String>,
    /// Said after the label, such as "optional".
    #[prop(optional)]
    remark: &'static str,
    /// A line under the input.
    #[prop(into, optional)]
    tip: String,
    /// What is wrong with the answer; empty where nothing is.
    #[prop(into, optional)]
    problem: Signal<String>,
    /// Whether it has to be answered.
    #[prop(optional)]
    required: bool,
    children: Children,
) -> impl IntoView {
    let field = FieldContext { id, label, problem, required };
    let wrong = field.invalid();
    view! {
        <div class="field" data-wrong=wrong>
            <div class="field__row">
                <label class="field__label" for=id>
                    {move || label.with(|label| format!("{label} "))}
                    {(!remark.is_empty()).then(|| view! { <span class="field__remark">{remark}</span> }.into_any())}
                </label>
                <Provider value=field>{children()}</Provider>
            </div>
            <p class="field__tip" id=move || id.with(|id| format!("{id}-tip"))>{tip}</p>
            <p class="field__problem" id=move || id.with(|id| format!("{id}-problem")) role="alert">{problem}</p>
        </div>
    }
}

/// A line to type into, inside a [`Field`].
#[component]
pub fn TextInput(
    #[prop(optional)] entry: Entry,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// Called when the input is left with another value than it was entered with.
    #[prop(into, optional)]
    on_change: Option<Callback<()>>,
    #[prop(into, optional)] placeholder: String,
    #[prop(into, optional)] readonly: Signal<bool>,
    /// How many characters it takes at most.
    #[prop(optional, into)]
    max_length: Option<usize>,
) -> impl IntoView {
    let field = FieldContext::here();
    let (described_by, invalid) = (field.described_by(), field.invalid());
    let attributes = entry.attributes();
    view! {
        <input
            class="field__input"
            id=field.id
            aria-describedby=described_by
            aria-invalid=invalid
            aria-required=field.required()
            type=attributes.kind
            inputmode=attributes.inputmode
            enterkeyhint="next"
            maxlength=max_length.map(|most| most.to_string()).or(attributes.max_length.map(str::to_owned))
            autocomplete=attributes.autocomplete
            placeholder=placeholder
            readonly=readonly
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:change=move |_| if let Some(on_change) = on_change { on_change.run(()) }
        />
    }
}

/// An option of a [`SelectInput`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption {
    pub value: String,
    pub label: String,
}

/// A choice among many, by the phone's own picker, inside a [`Field`].
#[component]
pub fn SelectInput(
    /// Stands there while nothing is chosen.
    #[prop(into)]
    prompt: String,
    options: Vec<SelectOption>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
    #[prop(into, optional)] disabled: Signal<bool>,
) -> impl IntoView {
    let field = FieldContext::here();
    let (described_by, invalid) = (field.described_by(), field.invalid());
    let options: Vec<AnyView> =
        options.into_iter().map(|option| view! { <option value=option.value>{option.label}</option> }.into_any()).collect();
    view! {
        <select
            class="field__input"
            id=field.id
            aria-describedby=described_by
            aria-invalid=invalid
            aria-required=field.required()
            disabled=disabled
            on:change=move |event| on_change.run(event_target_value(&event))
            prop:value=value
        >
            <option value="">{prompt}</option>
            {options}
        </select>
    }
}

/// One of several things that may be chosen together.
#[component]
pub fn CheckInput(
    #[prop(into)] label: String,
    #[prop(into, optional)] detail: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="field__check">
            <input type="checkbox" prop:checked=checked on:change=move |_| on_toggle.run(())/>
            <span class="field__check-label">{label}</span>
            {(!detail.is_empty()).then(|| view! { <span class="field__check-detail">{detail}</span> }.into_any())}
        </label>
    }
}
