//! `SelectInput`, `CheckInput`, `Segments`, `TabButton`: one of many, some, one of a few.

use crate::harness::{Screen, choose, click, describe, mount, settle};
use leptos::prelude::*;
use visitor_front::ui::field::{CheckInput, Field, SelectInput, SelectOption};
use visitor_front::ui::segments::Segments;
use visitor_front::ui::tabs::{TabButton, Tabs};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// A field that is answered by choosing.
#[derive(Clone, Copy)]
struct Gate {
    value: RwSignal<String>,
    problem: RwSignal<String>,
    is_out_of_use: RwSignal<bool>,
    heard: StoredValue<Vec<String>>,
}

impl Gate {
    fn with(value: &str) -> Self {
        Self {
            value: RwSignal::new(value.to_owned()),
            problem: RwSignal::new(String::new()),
            is_out_of_use: RwSignal::new(false),
            heard: StoredValue::new(Vec::new()),
        }
    }

    fn show(self) -> Screen {
        let option = |value: &str, label: &str| SelectOption { value: value.to_owned(), label: label.to_owned() };
        let options = vec![option("1", "North gate"), option("2", "South gate")];
        let hear = move |value: String| {
            self.heard.update_value(|heard| heard.push(value.clone()));
            self.value.set(value);
        };
        mount(move || {
            view! {
                <Field id="gate" label="Gate" problem=self.problem>
                    <SelectInput prompt="Choose a gate" options=options value=self.value disabled=self.is_out_of_use on_change=hear/>
                </Field>
            }
        })
    }
}

fn select(screen: &Screen) -> HtmlSelectElement {
    screen.control("combobox", "Gate")
}

/// What a closed select shows.
fn choice(screen: &Screen) -> String {
    select(screen).selected_options().item(0).and_then(|option| option.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_select_shows_what_is_chosen_from_the_start_and_what_is_chosen_later() {
    let gate = Gate::with("2");
    let screen = gate.show();
    settle().await;
    assert_eq!(choice(&screen), "South gate");
    for (value, label) in [("1", "North gate"), ("", "Choose a gate"), ("2", "South gate")] {
        gate.value.set(value.to_owned());
        settle().await;
        assert_eq!(choice(&screen), label);
    }
    assert_eq!(gate.heard.get_value(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_choice_is_heard_once_and_stays() {
    let gate = Gate::with("");
    let screen = gate.show();
    settle().await;
    choose(&select(&screen), "North gate");
    settle().await;
    assert_eq!((gate.heard.get_value(), choice(&screen)), (vec!["1".to_owned()], "North gate".to_owned()));
}

#[wasm_bindgen_test]
async fn a_select_says_its_problem_and_can_be_out_of_use() {
    let gate = Gate::with("");
    let screen = gate.show();
    gate.problem.set("Please choose".to_owned());
    gate.is_out_of_use.set(true);
    settle().await;
    let select = select(&screen);
    assert_eq!(
        (describe(&select).as_str(), select.get_attribute("aria-invalid"), select.disabled()),
        ("Please choose", Some("true".to_owned()), true)
    );
    gate.is_out_of_use.set(false);
    settle().await;
    assert!(!select.disabled());
}

#[wasm_bindgen_test]
async fn a_box_is_ticked_from_outside_and_by_hand() {
    let (checked, toggled) = (RwSignal::new(true), RwSignal::new(0));
    let toggle = move || {
        toggled.update(|times| *times += 1);
        checked.update(|checked| *checked = !*checked);
    };
    let screen = mount(move || view! { <CheckInput label="Parking" detail="One car" checked=checked on_toggle=toggle/> });
    let tick: HtmlInputElement = screen.control("checkbox", "Parking One car");
    assert!(tick.checked());
    tick.click();
    settle().await;
    assert_eq!((tick.checked(), checked.get_untracked(), toggled.get_untracked()), (false, false, 1));
    checked.set(true);
    settle().await;
    assert_eq!((tick.checked(), toggled.get_untracked()), (true, 1));
    // The words belong to the box.
    click(&tick.labels().unwrap().item(0).map(wasm_bindgen::JsCast::unchecked_into).unwrap());
    settle().await;
    assert_eq!((tick.checked(), toggled.get_untracked()), (false, 2));
}

fn segments(id: &'static str, chosen: RwSignal<Option<usize>>, heard: StoredValue<Vec<usize>>) -> impl IntoView {
    let options = ["Today", "Tomorrow", "Later"].map(str::to_owned).to_vec();
    let choose = move |place| {
        heard.update_value(|heard| heard.push(place));
        chosen.set(Some(place));
    };
    view! { <Segments id=id label=format!("Day of {id}") options=options chosen=chosen on_choose=choose/> }
}

fn checked(screen: &Screen) -> Vec<String> {
    let radios = screen.names("radio").into_iter().zip(screen.all("radio"));
    radios.filter(|(_, radio)| wasm_bindgen::JsCast::unchecked_ref::<HtmlInputElement>(radio).checked()).map(|(name, _)| name).collect()
}

#[wasm_bindgen_test]
async fn one_segment_is_chosen_by_hand_or_from_outside() {
    let (chosen, heard) = (RwSignal::new(Some(1)), StoredValue::new(Vec::new()));
    let screen = mount(move || segments("visit", chosen, heard));
    assert_eq!((screen.names("radiogroup"), checked(&screen)), (vec!["Day of visit".to_owned()], vec!["Tomorrow".to_owned()]));
    screen.get("radio", "Later").click();
    settle().await;
    assert_eq!((heard.get_value(), checked(&screen)), (vec![2], vec!["Later".to_owned()]));
    chosen.set(Some(0));
    settle().await;
    assert_eq!(checked(&screen), ["Today"]);
    chosen.set(None);
    settle().await;
    assert_eq!((heard.get_value(), checked(&screen)), (vec![2], Vec::new()));
}

#[wasm_bindgen_test]
async fn two_groups_are_told_apart_by_their_ids() {
    let (first, second, heard) = (RwSignal::new(Some(0)), RwSignal::new(Some(1)), StoredValue::new(Vec::new()));
    let screen = mount(move || (segments("visit", first, heard), segments("return", second, heard)));
    assert_eq!(checked(&screen), ["Today", "Tomorrow"]);
    second.set(Some(2));
    settle().await;
    assert_eq!(checked(&screen), ["Today", "Later"]);
}

#[wasm_bindgen_test]
async fn a_tab_says_whether_it_is_shown() {
    let shown = RwSignal::new("Waiting");
    let tab =
        move |name: &'static str| view! { <TabButton label=name is_current=move || shown.get() == name on_click=move || shown.set(name)/> };
    let screen = mount(move || view! { <Tabs label="Approvals">{tab("Waiting")}{tab("Done")}</Tabs> });
    let current = |name: &str| screen.get("button", name).get_attribute("aria-current");
    assert_eq!([current("Waiting"), current("Done")].map(Option::unwrap), ["page", "false"]);
    let done = screen.get("button", "Done");
    done.click();
    settle().await;
    assert_eq!([current("Waiting"), current("Done")].map(Option::unwrap), ["false", "page"]);
    assert!(screen.get("button", "Done") == done);
}
