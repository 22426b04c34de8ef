//! `Field`, `TextInput`, `Search`: the label names the input, the problem is said, typing is heard once and stays as typed.

use crate::harness::{Screen, describe, leave, mount, settle, type_text};
use leptos::prelude::*;
use visitor_front::ui::field::{Entry, Field, TextInput};
use visitor_front::ui::search::Search;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// What a form knows of one field.
#[derive(Clone, Copy)]
struct Form {
    value: RwSignal<String>,
    problem: RwSignal<String>,
    /// Whether the input can only be read.
    fixed: RwSignal<bool>,
    heard: StoredValue<Vec<String>>,
}

impl Form {
    fn with(value: &str) -> Self {
        Self {
            value: RwSignal::new(value.to_owned()),
            problem: RwSignal::new(String::new()),
            fixed: RwSignal::new(false),
            heard: StoredValue::new(Vec::new()),
        }
    }

    fn hear(self, value: String) {
        self.heard.update_value(|heard| heard.push(value.clone()));
        self.value.set(value);
    }

    fn text(self) -> Screen {
        let left = move || self.heard.update_value(|heard| heard.push("left".to_owned()));
        mount(move || {
            view! {
                <Field id="phone" label="Phone" remark="optional" tip="We call you at the gate." problem=self.problem>
                    <TextInput
                        entry=Entry::OwnPhone
                        value=self.value
                        placeholder="138…"
                        readonly=self.fixed
                        on_input=move |value| self.hear(value)
                        on_change=left
                    />
                </Field>
            }
        })
    }
}

fn input(screen: &Screen) -> HtmlInputElement {
    screen.control("textbox", "Phone optional")
}

#[wasm_bindgen_test]
async fn the_label_names_the_input_and_the_tip_describes_it() {
    let screen = Form::with("").text();
    let input = input(&screen);
    assert_eq!(describe(&input), "We call you at the gate.");
    assert_eq!((input.type_().as_str(), input.get_attribute("autocomplete").as_deref()), ("tel", Some("tel")));
    assert_eq!(input.placeholder(), "138…");
}

#[wasm_bindgen_test]
async fn a_problem_is_announced_and_described_until_it_is_gone() {
    let form = Form::with("");
    let screen = form.text();
    let input = input(&screen);
    assert_eq!((screen.only("alert").text_content(), input.get_attribute("aria-invalid")), (some(""), some("false")));
    form.problem.set("Too short".to_owned());
    settle().await;
    assert_eq!((screen.only("alert").text_content(), input.get_attribute("aria-invalid")), (some("Too short"), some("true")));
    assert_eq!(describe(&input), "We call you at the gate. Too short");
    form.problem.set(String::new());
    settle().await;
    assert_eq!((describe(&input).as_str(), input.get_attribute("aria-invalid")), ("We call you at the gate.", some("false")));
}

/// A field beside another one, or inside it, is about its own input.
#[wasm_bindgen_test]
async fn fields_are_not_mixed_up() {
    let problem = RwSignal::new("Too short".to_owned());
    let name = |id: &'static str| view! { <TextInput value=id on_input=|_| ()/> };
    let screen = mount(move || {
        view! {
            <Field id="outer" label="Car" problem=problem>
                <Field id="inner" label="Plate">{name("inner")}</Field>
                {name("outer")}
            </Field>
            <Field id="next" label="Driver">{name("next")}</Field>
        }
    });
    settle().await;
    for (label, value, problem) in [("Car", "outer", "Too short"), ("Plate", "inner", ""), ("Driver", "next", "")] {
        let input: HtmlInputElement = screen.control("textbox", label);
        assert_eq!((input.value().as_str(), describe(&input).as_str()), (value, problem));
    }
}

fn some(words: &str) -> Option<String> {
    Some(words.to_owned())
}

#[wasm_bindgen_test]
async fn every_key_is_heard_once() {
    let form = Form::with("1");
    let screen = form.text();
    settle().await;
    let input = input(&screen);
    type_text(&input, "38");
    assert_eq!(form.heard.get_value(), ["13", "138"]);
    leave(&input);
    assert_eq!(form.heard.get_value(), ["13", "138", "left"]);
    input.focus().unwrap();
    leave(&input);
    assert_eq!(form.heard.get_value(), ["13", "138", "left"]);
}

#[wasm_bindgen_test]
async fn the_caret_stays_where_it_is_while_somebody_types() {
    let form = Form::with("1380");
    let screen = form.text();
    settle().await;
    let input = input(&screen);
    input.focus().unwrap();
    input.set_selection_range(2, 2).unwrap();
    type_text(&input, "55");
    settle().await;
    assert_eq!((input.value().as_str(), input.selection_start().unwrap()), ("135580", Some(4)));
    // Saved, and the same.
    form.value.set("135580".to_owned());
    form.problem.set("Too short".to_owned());
    settle().await;
    assert_eq!(input.selection_start().unwrap(), Some(4));
}

#[wasm_bindgen_test]
async fn another_value_is_shown() {
    let form = Form::with("1380");
    let screen = form.text();
    settle().await;
    let input = input(&screen);
    assert_eq!(input.value(), "1380");
    type_text(&input, "9");
    form.value.set("13900001111".to_owned());
    settle().await;
    assert_eq!(input.value(), "13900001111");
}

#[wasm_bindgen_test]
async fn what_can_only_be_read_takes_no_letters() {
    let form = Form::with("1380");
    form.fixed.set(true);
    let screen = form.text();
    settle().await;
    let input = input(&screen);
    type_text(&input, "9");
    assert_eq!((input.value(), form.heard.get_value().len()), ("1380".to_owned(), 0));
    form.fixed.set(false);
    settle().await;
    type_text(&input, "9");
    assert_eq!(form.heard.get_value().len(), 1);
}

#[wasm_bindgen_test]
async fn a_search_line_hears_every_key_and_shows_what_it_is_given() {
    let (words, heard) = (RwSignal::new("王".to_owned()), StoredValue::new(Vec::new()));
    let hear = move |value: String| {
        heard.update_value(|heard| heard.push(value.clone()));
        words.set(value);
    };
    let screen = mount(move || view! { <Search label="Host" value=words on_input=hear/> });
    settle().await;
    let line: HtmlInputElement = screen.control("textbox", "Host");
    assert_eq!((line.value().as_str(), screen.all("search").len()), ("王", 1));
    type_text(&line, "建国");
    settle().await;
    assert_eq!((heard.get_value(), line.value()), (vec!["王建".to_owned(), "王建国".to_owned()], "王建国".to_owned()));
    words.set(String::new());
    settle().await;
    assert_eq!(line.value(), "");
}
