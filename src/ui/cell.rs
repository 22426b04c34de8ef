//! Cells: rows of a grouped list.

use leptos::prelude::*;

/// A group of cells with an optional heading.
#[component]
pub fn Cells(#[prop(optional)] heading: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="cells">
            {(!heading.is_empty()).then(|| view! { <h2 class="cells__heading">{heading}</h2> })}
            <div class="cells__body">{children()}</div>
        </section>
    }
}

/// A fact: its name and its value. Nothing is shown for an empty value.
#[component]
pub fn Fact(label: &'static str, value: String) -> impl IntoView {
    (!value.trim().is_empty()).then(|| {
        view! {
            <dl class="cell">
                <dt class="cell__label">{label}</dt>
                <dd class="cell__value">{value}</dd>
            </dl>
        }
    })
}

/// A row that leads to another screen.
#[component]
pub fn LinkCell(href: String, children: Children) -> impl IntoView {
    view! { <a class="cell" data-leads="" href=href>{children()}</a> }
}
