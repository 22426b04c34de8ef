//! What is read and promised before the form.

use super::Rules;
use crate::domain::commitment::{Consent, Replies, Statement};
use crate::text::Text;
use crate::ui::button::Button;
use crate::ui::letter::{LetterText, Paragraphs};
use crate::ui::popup::Popup;
use crate::ui::segments::{Segment, Segments};
use leptos::prelude::*;

/// Letters and statements, and the one button that goes on.
#[component]
pub fn Preface(rules: Rules, on_agree: impl Fn() + Clone + Send + Sync + 'static) -> impl IntoView {
    let text = Text::here();
    let replies = RwSignal::new(Replies::default());
    let statements = rules.commitments.before;
    let for_consent = statements.clone();
    let consent = Memo::new(move |_| replies.with(|replies| replies.consent(&for_consent)));
    let titled = |title: String, fallback: &str| if title.trim().is_empty() { fallback.to_owned() } else { title };
    let letter = rules.commitments.letter.map(|letter| view! { <LetterText title=titled(letter.title, text.letter()) content=letter.content/> });
    let notice = match rules.notice {
        Ok(notice) => notice.map(|notice| view! { <LetterText title=titled(notice.title, text.park_notice()) content=notice.content/> }.into_any()),
        Err(error) => Some(view! { <LetterText title=text.park_notice().to_owned() content=text.failure(&error)/> }.into_any()),
    };
    let actions = move || {
        let on_agree = on_agree.clone();
        view! {
            <p class="preface__refused" role="alert">
                {move || matches!(consent.get(), Consent::Refused(_)).then(|| text.answered_no())}
            </p>
            <Button label=text.agree() disabled=Signal::derive(move || consent.get() != Consent::Given) on_tap=move || on_agree()/>
        }
    };
    view! {
        <Popup title=text.before_you_book() actions>
            {notice}
            {letter}
            <Statements name="before" statements replies on_reply=move |index, yes| replies.update(|replies| replies.set(index, yes))/>
        </Popup>
    }
}

/// Statements in the site's order: remarks to read, questions to answer.
#[component]
pub fn Statements(
    /// Tells these statements from others on the page.
    name: &'static str,
    statements: Vec<Statement>,
    #[prop(into)] replies: Signal<Replies>,
    on_reply: impl Fn(usize, bool) + Clone + 'static,
) -> impl IntoView {
    let text = Text::here();
    let shown = statements.into_iter().enumerate().map(move |(index, statement)| match statement {
        Statement::Remark(content) => view! { <div class="letter"><Paragraphs source=content/></div> }.into_any(),
        Statement::Question(content) => {
            let on_reply = on_reply.clone();
            let segments = vec![Segment { value: true, label: text.yes().to_owned() }, Segment { value: false, label: text.no().to_owned() }];
            let chosen = Signal::derive(move || replies.with(|replies| replies.get(index)));
            view! {
                <div class="preface__question">
                    <Paragraphs source=content.clone()/>
                    <Segments id=format!("{name}-{index}") label=content segments chosen on_choose=move |yes| on_reply(index, yes)/>
                </div>
            }
            .into_any()
        }
    });
    shown.collect_view()
}
