//! What is read and promised before the form.

use super::resources::Rules;
use crate::domain::commitment::{Consent, Replies, Statement};
use crate::reactive::DynSignal;
use crate::text::use_text;
use crate::ui::confirm::ConfirmButton;
use crate::ui::letter::Letter;
use crate::ui::popup::Popup;
use crate::ui::rich_text::{RichText, plain_words};
use crate::ui::segments::Segments;
use leptos::prelude::*;

/// Letters and statements, and the one button that goes on.
#[component]
pub fn Preface(rules: Rules, #[prop(into)] on_agree: Callback<()>) -> impl IntoView {
    let text = use_text();
    let Rules { commitments, notice, .. } = rules;
    let titled = |title: String, fallback: &'static str| if title.trim().is_empty() { fallback.to_owned() } else { title };
    let notice = match notice {
        Ok(notice) => notice.map(|notice| (titled(notice.title, text.park_notice()), notice.content)),
        Err(error) => Some((text.park_notice().to_owned(), text.failure(&error))),
    };
    let own = commitments.letter.map(|own| (titled(own.title, text.letter()), own.content));
    let letters: Vec<AnyView> =
        notice.into_iter().chain(own).map(|(title, content)| view! { <Letter title=title content=content/> }.into_any()).collect();
    let replies = RwSignal::new(Replies::default());
    let statements = commitments.before.clone();
    let consent = DynSignal::memo(move || replies.with(|replies| replies.consent(&commitments.before)));
    let refusal = move || if matches!(consent.get(), Consent::Refused(_)) { text.answered_no() } else { "" };
    let actions = view! {
        <p class="preface__refused" role="alert">{move || refusal()}</p>
        <ConfirmButton
            label=text.agree()
            disabled=Signal::derive(move || consent.get() != Consent::Given)
            on_click=on_agree
        />
    };
    let reply = move |(index, yes)| replies.update(|replies| replies.set(index, yes));
    view! {
        <Popup title=text.before_you_book() actions=actions.into_any()>
            {letters}
            <Statements name="before" statements=statements replies=replies on_reply=reply/>
        </Popup>
    }
}

/// Statements in the site's order: remarks to read, questions to answer.
#[component]
pub fn Statements(
    /// Tells the statements from others on the page.
    name: &'static str,
    statements: Vec<Statement>,
    #[prop(into)] replies: DynSignal<Replies>,
    /// Takes the place of a statement, and whether the answer is yes.
    #[prop(into)]
    on_reply: Callback<(usize, bool)>,
) -> impl IntoView {
    let text = use_text();
    let statement = |(index, statement): (usize, Statement)| match statement {
        Statement::Remark(content) => view! { <div class="letter"><RichText source=content/></div> }.into_any(),
        Statement::Question(content) => {
            let chosen = DynSignal::memo(move || replies.with(|replies| replies.get(index)).map(|yes| usize::from(!yes)));
            let label = plain_words(&content);
            let options = [text.yes(), text.no()].map(str::to_owned).into();
            view! {
                <div class="preface__question">
                    <RichText source=content/>
                    <Segments
                        id=format!("{name}-{index}")
                        label=label
                        options=options
                        chosen=chosen
                        on_choose=move |place| on_reply.run((index, place == 0))
                    />
                </div>
            }
            .into_any()
        }
    };
    statements.into_iter().enumerate().map(statement).collect::<Vec<AnyView>>()
}
