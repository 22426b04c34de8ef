//! What is said of decisions while they are held, sent and told.

use super::DecisionController;
use crate::domain::approval::queue::{Number, PendingDecision};
use crate::domain::approval::{Decidable, Outcome};
use crate::old_ui::element::{El, block, live};
use crate::old_ui::note::{NoteState, note, note_button, note_line, notes};
use leptos::prelude::*;

/// How many bookings a note names.
const NAMED: usize = 5;

impl DecisionController {
    pub(super) fn notes(&self) -> El {
        let deciding = self.clone();
        notes(live(move || {
            let is_signed_out = deciding.counter.is_signed_out.get();
            let shown = deciding
                .counter
                .desk
                .with(|desk| desk.matters().iter().map(|matter| deciding.note(matter, is_signed_out)).collect::<Vec<_>>());
            block("div", "notes__all").children(shown)
        }))
    }

    fn note(&self, matter: &PendingDecision, is_signed_out: bool) -> El {
        let (text, number) = (self.text, matter.number);
        let first = matter.first().map(|visit| visit.visitor_name.as_str()).unwrap_or_default();
        if matter.is_held() {
            let undo = self.button(text.undo(), number, |deciding, number| deciding.counter.desk.update(|desk| _ = desk.undo(number)));
            return note(NoteState::Held, &text.decided(&matter.decision, first, matter.size()), [], [undo]);
        }
        if !matter.is_settled() {
            return note(NoteState::Sending, &text.sending(matter.outcomes.len(), matter.size()), [], []);
        }
        let mut lines: Vec<El> = matter.surprises().take(NAMED).map(|told| self.line(told)).collect();
        let more = matter.surprises().count().saturating_sub(NAMED);
        if more > 0 {
            lines.push(note_line("", &text.and_more(more)));
        }
        let mut buttons = Vec::new();
        if matter.has_failed() && is_signed_out {
            buttons.push(self.button(text.sign_in_again(), number, Self::sign_in_and_retry));
        } else if matter.has_failed() {
            buttons.push(self.button(text.retry_decisions(), number, Self::retry));
        }
        if !lines.is_empty() {
            buttons
                .push(self.button(text.understood(), number, |deciding, number| deciding.counter.desk.update(|desk| desk.dismiss(number))));
        }
        note(NoteState::Settled, &text.came_of(&matter.decision, matter.done(), matter.size()), lines, buttons)
    }

    fn line(&self, (visit, outcome): &(Decidable, Outcome)) -> El {
        let words = match outcome {
            Outcome::Done => String::new(),
            Outcome::Overtaken(status) => self.text.overtaken(status),
            Outcome::Forbidden(words) | Outcome::Failed(words) => words.clone(),
        };
        note_line(&visit.visitor_name, &words)
    }

    fn button(&self, label: &str, number: Number, act: fn(&Self, Number)) -> El {
        let deciding = self.clone();
        note_button(label, move || act(&deciding, number))
    }
}
