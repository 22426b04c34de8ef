//! Notes about decisions while they are held, sent and settled.

use super::sender::DecisionSender;
use super::use_decisions;
use crate::domain::approval::Outcome;
use crate::domain::approval::queue::{DecisionNumber, PendingDecision};
use crate::reactive::{DynSignal, memo};
use crate::text::{Text, use_text};
use crate::ui::keyed_list::KeyedList;
use crate::ui::note::{Note, NoteButton, NoteLine, NoteState, Notes};
use leptos::prelude::*;

/// How many bookings a note names.
const NAMED: usize = 5;

/// A note for each decision. Notes keep their elements while other decisions come and go.
#[component]
pub fn DecisionNotes() -> impl IntoView {
    let queue = use_decisions().store.queue;
    let numbers = DynSignal::memo(move || queue.with(|queue| queue.decisions().iter().map(|pending| pending.number).collect::<Vec<_>>()));
    view! {
        <Notes>
            <KeyedList keys=numbers row=|number| view! { <DecisionNote number=number/> }.into_any()/>
        </Notes>
    }
}

/// What one note shows.
#[derive(Debug, Clone, PartialEq)]
struct NoteContent {
    state: NoteState,
    words: String,
    /// Names of visitors, and what happened instead of the decision.
    lines: Vec<(String, String)>,
    can_retry: bool,
}

impl NoteContent {
    fn new(pending: &PendingDecision, text: Text) -> Self {
        let blank = Self { state: NoteState::Sending, words: String::new(), lines: Vec::new(), can_retry: false };
        if pending.is_held() {
            let first = pending.first().map(|visit| visit.visitor_name.as_str()).unwrap_or_default();
            return Self { state: NoteState::Held, words: text.decided(&pending.decision, first, pending.size()), ..blank };
        }
        if !pending.is_settled() {
            return Self { words: text.sending(pending.outcomes.len(), pending.size()), ..blank };
        }
        let line = |outcome: &Outcome| match outcome {
            Outcome::Done => String::new(),
            Outcome::Overtaken(status) => text.overtaken(status),
            Outcome::Forbidden(words) | Outcome::Failed(words) => words.clone(),
        };
        let unexpected = pending.unexpected().map(|(visit, outcome)| (visit.visitor_name.clone(), line(outcome)));
        let mut lines: Vec<(String, String)> = unexpected.take(NAMED).collect();
        let more = pending.unexpected().count().saturating_sub(NAMED);
        if more > 0 {
            lines.push((String::new(), text.and_more(more)));
        }
        let words = text.came_of(&pending.decision, pending.done(), pending.size());
        Self { state: NoteState::Settled, words, lines, can_retry: pending.has_failed() }
    }
}

#[component]
fn DecisionNote(number: DecisionNumber) -> impl IntoView {
    let (text, store) = (use_text(), use_decisions().store);
    // A decision that has gone keeps its content until its note goes, too.
    let content = Memo::new(move |before: Option<&Option<NoteContent>>| {
        let now = store.queue.with(|queue| queue.get(number).map(|pending| NoteContent::new(pending, text)));
        now.or_else(|| before.cloned().flatten())
    });
    let part = move |read: fn(&NoteContent) -> String| content.with(|content| content.as_ref().map(read).unwrap_or_default());
    let state = DynSignal::memo(move || content.with(|content| content.as_ref().map_or(NoteState::Settled, |content| content.state)));
    let lines = DynSignal::memo(move || content.with(|content| content.as_ref().map(|content| content.lines.clone()).unwrap_or_default()));
    let shown_lines = move || {
        let line = |(name, words)| view! { <NoteLine name=name words=words/> }.into_any();
        lines.get().into_iter().map(line).collect::<Vec<AnyView>>()
    };
    let has_lines = memo(move || lines.with(|lines| !lines.is_empty()));
    let can_retry = memo(move || content.with(|content| content.as_ref().is_some_and(|content| content.can_retry)));
    view! {
        <Note state=state words=Signal::derive(move || part(|content| content.words.clone())) lines=shown_lines.into_any()>
            <NoteButtons number=number state=state has_lines=has_lines can_retry=can_retry/>
        </Note>
    }
}

/// Undo, or what can be done about a decision that did not work for all.
#[component]
fn NoteButtons(number: DecisionNumber, state: DynSignal<NoteState>, has_lines: Memo<bool>, can_retry: Memo<bool>) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let queue = decisions.store.queue;
    let send = move |send: fn(&DecisionSender, DecisionNumber)| decisions.sender.with_value(|sender| send(sender, number));
    let undo = move || queue.update(|queue| _ = queue.undo(number));
    let dismiss = move || queue.update(|queue| queue.dismiss(number));
    let retry = move || {
        if decisions.store.is_signed_out() {
            let retry = move || send(DecisionSender::sign_in_and_retry);
            view! { <NoteButton label=text.sign_in_again() on_click=retry/> }.into_any()
        } else {
            let retry = move || send(DecisionSender::retry);
            view! { <NoteButton label=text.retry_decisions() on_click=retry/> }.into_any()
        }
    };
    view! {
        {move || (state.get() == NoteState::Held).then(|| view! { <NoteButton label=text.undo() on_click=undo/> })}
        {move || can_retry.get().then_some(retry)}
        {move || has_lines.get().then(|| view! { <NoteButton label=text.understood() on_click=dismiss/> })}
    }
}
