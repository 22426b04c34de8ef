//! Questions and their inputs. The parts of one question — label, input, tip, problem — are tied together by ids.

use super::element::{El, block, el, nothing, typed};
use crate::state::Derived;

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
    /// What is wrong with the answer; empty where nothing is.
    pub problem: Derived<String>,
}

/// A question around its input.
pub fn field(question: &Question, input: El) -> El {
    let Question { id, label, remark, tip, problem } = question;
    let (for_mark, for_words) = (problem.clone(), problem.clone());
    let remark = if remark.is_empty() { nothing() } else { block("span", "field__remark").text(remark) };
    let label = block("label", "field__label").attr("for", id).text(&format!("{label} ")).child(remark);
    block("div", "field")
        .live_attr("data-wrong", move || is_wrong(&for_mark))
        .child(block("div", "field__row").child(label).child(input))
        .child(block("p", "field__tip").attr("id", &format!("{id}-tip")).text(tip))
        .child(block("p", "field__problem").attr("id", &format!("{id}-problem")).attr("role", "alert").live_text(move || for_words.get()))
}

/// "true" while something is wrong, for stylesheets and screen readers.
fn is_wrong(problem: &Derived<String>) -> String {
    (!problem.get().is_empty()).to_string()
}

/// Ties an element to the question that it answers.
pub(super) fn answering(element: El, question: &Question) -> El {
    let (id, problem) = (&question.id, question.problem.clone());
    element.attr("id", id).attr("aria-describedby", &format!("{id}-tip {id}-problem")).live_attr("aria-invalid", move || is_wrong(&problem))
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

/// A line to type into, to be put into a [`field`].
pub fn input(question: &Question, entry: Entry, value: impl Fn() -> String + 'static, on_input: impl Fn(String) + 'static) -> El {
    let (kind, mode, autocomplete) = entry.attributes();
    answering(block("input", "field__input"), question)
        .attr("type", kind)
        .attr("inputmode", mode)
        .attr("autocomplete", autocomplete)
        .live_value(value)
        .on("input", move |event| on_input(typed(&event)))
}

/// An option of a select: value and text.
pub type SelectOption = (String, String);

/// A choice among many, by the phone's own picker; to be put into a [`field`]. `prompt` stands while nothing is chosen.
pub fn select(
    question: &Question,
    prompt: &str,
    options: impl IntoIterator<Item = SelectOption>,
    value: impl Fn() -> String + 'static,
    on_choose: impl Fn(String) + 'static,
) -> El {
    let option = |value: &str, text: &str| el("option").attr("value", value).text(text);
    answering(block("select", "field__input"), question)
        .child(option("", prompt))
        .children(options.into_iter().map(|(value, text)| option(&value, &text)))
        .live_value(value)
        .on("change", move |event| on_choose(typed(&event)))
}

/// One of several things that may be chosen together.
pub fn check(label: &str, detail: &str, checked: impl Fn() -> bool + 'static, on_toggle: impl Fn() + 'static) -> El {
    let detail = if detail.is_empty() { nothing() } else { block("span", "field__check-detail").text(detail) };
    block("label", "field__check")
        .child(el("input").attr("type", "checkbox").live_flag("checked", checked).on("change", move |_| on_toggle()))
        .child(block("span", "field__check-label").text(label))
        .child(detail)
}
