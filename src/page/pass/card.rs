//! The card, its lines where the site wants them.

use super::code::{CodeShortcut, PassCode};
use super::use_pass;
use crate::domain::pass::Pass;
use crate::domain::pass::layout::Line;
use crate::reactive::DynSignal;
use crate::text::{Text, use_text};
use crate::ui::card::{Card, CardGap, CardPortrait, CardSeparator};
use crate::ui::cell::Fact;
use leptos::prelude::*;

/// What stands on the card beside the code, as long as that is the same.
#[derive(Debug, Clone, PartialEq)]
struct Content {
    title: String,
    background: String,
    closing: String,
    lines: Vec<Line>,
}

impl Content {
    fn of(pass: &Pass) -> Self {
        let Pass { title, background, closing, lines, .. } = pass.clone();
        Self { title, background, closing, lines }
    }
}

/// The card with facts and code.
#[component]
pub fn PassCard() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let content = DynSignal::memo(move || pass.pass.with(Content::of));
    let card = move || {
        let Content { title, background, closing, lines } = content.get();
        // Whoever would have to scroll for the code gets there by one tap as well.
        let is_far_down = lines.iter().position(|line| *line == Line::Code).is_some_and(|place| place > 1);
        let lines: Vec<AnyView> = lines.into_iter().map(|line| line_view(text, line)).collect();
        view! {
            {is_far_down.then(|| view! { <CodeShortcut/> })}
            <Card title=title background=background closing=closing>
                {lines}
            </Card>
        }
        .into_any()
    };
    view! { <div class="pass">{move || card()}</div> }
}

fn line_view(text: Text, line: Line) -> AnyView {
    match line {
        Line::Fact { label, value } => view! { <Fact label=label value=value/> }.into_any(),
        Line::Photo(address) => view! { <CardPortrait address=address label=text.photo_of_visitor()/> }.into_any(),
        Line::Code => view! { <PassCode/> }.into_any(),
        Line::Separator => view! { <CardSeparator/> }.into_any(),
        Line::Blank => view! { <CardGap/> }.into_any(),
    }
}
