//! What is read and promised before the form.

use super::opening::Rules;
use crate::domain::commitment::{Consent, Replies, Statement};
use crate::old_ui::button::main_button;
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::letter::letter;
use crate::old_ui::popup::popup;
use crate::old_ui::rich_text::rich_text;
use crate::old_ui::segments::segments;
use crate::text::Text;
use leptos::prelude::*;
use std::rc::Rc;

/// Letters and statements, and the one button that goes on.
pub fn preface(rules: &Rules, on_agree: impl Fn() + 'static) -> El {
    let text = Text::here();
    let replies = RwSignal::new(Replies::default());
    let statements = Rc::new(rules.commitments.before.clone());
    let consent = {
        let statements = Rc::clone(&statements);
        move || replies.with(|replies| replies.consent(&statements))
    };
    let is_refused = {
        let consent = consent.clone();
        move || if matches!(consent(), Consent::Refused(_)) { text.answered_no().to_owned() } else { String::new() }
    };
    let titled = |title: &str, fallback: &'static str| if title.trim().is_empty() { fallback.to_owned() } else { title.to_owned() };
    let notice = match &rules.notice {
        Ok(Some(notice)) => letter(&titled(&notice.title, text.park_notice()), &notice.content),
        Ok(None) => nothing(),
        Err(error) => letter(text.park_notice(), &text.failure(error)),
    };
    let own_letter = rules.commitments.letter.as_ref();
    let own_letter = own_letter.map_or_else(nothing, |own| letter(&titled(&own.title, text.letter()), &own.content));
    let reply = move |index, yes| replies.update(|replies| replies.set(index, yes));
    let questions = statements_view("before", &statements, move |index| replies.with(|replies| replies.get(index)), reply);
    let actions = [
        block("p", "preface__refused").attr("role", "alert").live_text(is_refused),
        main_button(text.agree(), on_agree).live_flag("disabled", move || consent() != Consent::Given),
    ];
    popup(text.before_you_book(), all([notice, own_letter, questions]), all(actions))
}

/// Statements in the site's order: remarks to read, questions to answer. `name` tells them from others on the page.
pub fn statements_view(
    name: &str,
    statements: &[Statement],
    reply_to: impl Fn(usize) -> Option<bool> + Clone + 'static,
    on_reply: impl Fn(usize, bool) + Clone + 'static,
) -> El {
    let text = Text::here();
    all(statements.iter().enumerate().map(|(index, statement)| match statement {
        Statement::Remark(content) => block("div", "letter").child(rich_text(content).shown),
        Statement::Question(content) => {
            let (reply_to, on_reply) = (reply_to.clone(), on_reply.clone());
            let chosen = move || reply_to(index).map(|yes| usize::from(!yes));
            let choose = move |place| on_reply(index, place == 0);
            let question = rich_text(content);
            let yes_or_no = segments(&format!("{name}-{index}"), &question.words, &[text.yes(), text.no()], chosen, choose);
            block("div", "preface__question").child(question.shown).child(yes_or_no)
        }
    }))
}
