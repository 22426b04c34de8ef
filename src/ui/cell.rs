//! Cells: rows of a grouped list.

use super::button::click;
use leptos::prelude::*;

/// A group of cells, under a heading where it has one.
#[component]
pub fn Cells(#[prop(into, optional)] heading: String, children: Children) -> impl IntoView {
    view! {
        <section class="cells">
            {(!heading.is_empty()).then(|| view! { <h2 class="cells__heading">{heading}</h2> }.into_any())}
            <div class="cells__body">{children()}</div>
        </section>
    }
}

/// Facts by name and value. Those without a value are left out, and so is a group without any.
#[component]
pub fn Facts(#[prop(into, optional)] heading: String, facts: Vec<(&'static str, String)>) -> impl IntoView {
    let rows: Vec<AnyView> = facts
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(label, value)| view! { <Fact label=label value=value/> }.into_any())
        .collect();
    (!rows.is_empty()).then(|| view! { <Cells heading=heading>{rows}</Cells> })
}

/// One fact.
#[component]
pub fn Fact(#[prop(into)] label: String, #[prop(into)] value: Signal<String>) -> impl IntoView {
    view! {
        <dl class="cell">
            <dt class="cell__label">{label}</dt>
            <dd class="cell__value">{value}</dd>
        </dl>
    }
}

/// A fact that somebody can be called by; nothing where there is no number.
#[component]
pub fn PhoneFact(#[prop(into)] label: String, #[prop(into)] phone: String) -> impl IntoView {
    let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (!number.is_empty()).then(|| {
        view! {
            <dl class="cell">
                <dt class="cell__label">{label}</dt>
                <dd class="cell__value">
                    <a class="cell__call" href=format!("tel:{number}")>{phone}</a>
                </dd>
            </dl>
        }
    })
}

/// A row that leads to another screen.
#[component]
pub fn LinkCell(#[prop(into)] href: String, children: Children) -> impl IntoView {
    view! { <a class="cell" data-leads="" href=href>{children()}</a> }
}

/// A row that is tapped to choose what it says.
#[component]
pub fn ButtonCell(#[prop(into)] label: Signal<String>, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    view! {
        <button class="cell" type="button" data-leads="" on:click=click(on_click)>
            <span class="cell__words">{label}</span>
        </button>
    }
}

/// What a row is about, and lines that say more; empty lines are left out.
#[component]
pub fn Digest(#[prop(into)] title: String, lines: Vec<String>) -> impl IntoView {
    let lines: Vec<AnyView> =
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| view! { <span class="cell__line">{line}</span> }.into_any()).collect();
    view! {
        <div class="cell__digest">
            <strong class="cell__title">{title}</strong>
            {lines}
        </div>
    }
}
