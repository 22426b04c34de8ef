//! What a visit's page says of the doors, and what an employee may have them do.

use super::{AccessClient, AccessControl};
use crate::domain::access::registration::{AccessTask, Known, Registration, RegistrationState};
use crate::domain::access::wanted;
use crate::domain::visit::Visit;
use crate::old_ui::badge::badge;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::cell::{cells, fact};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::{Entry, Question, field, input};
use crate::old_ui::popup::popup;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use leptos::prelude::*;

/// The panel; nothing where the visit is none of the doors' business.
pub fn panel(doors: AccessControl, courier: AccessClient, visit: &Visit) -> El {
    let (text, correcting, is_shown) = (courier.text, RwSignal::new(false), RwSignal::new(false));
    let card = Card { doors, courier: RwSignal::new(courier), visit: RwSignal::new(visit.clone()), text, correcting };
    while_shown(move || is_shown.set_if_changed(card.is_wanted()));
    let body = live(move || {
        if !is_shown.get() {
            return nothing();
        }
        // It stays while its words change: only so are they read out.
        let told = block("div", "doors__told").attr("role", "status").child(live(move || card.state(&card.registration())));
        cells(text.doors(), [told, live(move || card.actions(&card.registration()))])
    });
    all([body, live(move || if correcting.get() { untrack(|| card.correction()) } else { nothing() })])
}

#[derive(Clone, Copy)]
struct Card {
    doors: AccessControl,
    courier: RwSignal<AccessClient>,
    visit: RwSignal<Visit>,
    text: Text,
    correcting: RwSignal<bool>,
}

impl Card {
    /// Tracked.
    fn registration(self) -> Registration {
        self.visit.with_untracked(|visit| self.doors.of(&visit.order))
    }

    fn errands(self, registration: &Registration) -> Vec<AccessTask> {
        self.visit.with_untracked(|visit| wanted(&visit.status, registration))
    }

    /// Tracked.
    fn is_wanted(self) -> bool {
        let registration = self.registration();
        registration != Registration::known(Known::Nothing) || !self.errands(&registration).is_empty()
    }

    /// As whom the doors are to know the visitor: as corrected last, else as the visit has it.
    fn visitor(self) -> (String, String) {
        self.visit.with_untracked(|visit| {
            self.doors.told(&visit.order).unwrap_or_else(|| (visit.visitor_name.clone(), visit.visitor_phone.clone()))
        })
    }

    fn state(self, registration: &Registration) -> El {
        let (word, tone) = self.text.door_state(registration);
        let note = |words: &str| if words.is_empty() { nothing() } else { block("p", "doors__note").text(words) };
        let is_over = self.visit.with_untracked(|visit| visit.status.is_over());
        let (advice, id) = match &registration.known {
            Known::Registered(id) => {
                let advice = if is_over { self.text.remove_after_visit() } else { "" };
                (note(advice), all([fact(self.text.visitor_id(), id.as_str()), note(self.text.only_this_device())]))
            }
            _ => (nothing(), nothing()),
        };
        all([block("div", "doors__state").child(badge(word, tone)), advice, note(&self.text.door_detail(registration)), id])
    }

    fn actions(self, registration: &Registration) -> El {
        let (again, leave) = match &registration.course {
            RegistrationState::Stopped { half, .. } => (
                main_button(self.text.missing_half(half), move || self.with(|doors, courier, visit| doors.retry(courier, &visit.order))),
                quiet_button(self.text.leave_it(), move || self.with(|doors, _, visit| doors.give_up(&visit.order))),
            ),
            _ => (nothing(), nothing()),
        };
        let button = |errand| {
            quiet_button(self.text.door_errand(errand), move || match errand {
                AccessTask::Change => self.correcting.set(true),
                _ => self.begin(self.visitor(), errand),
            })
        };
        let errands = self.errands(registration).into_iter().map(button);
        block("div", "doors__actions").child(again).children(errands).child(leave)
    }

    /// Name and phone number, to be corrected.
    fn correction(self) -> El {
        let (name, phone) = self.visitor();
        let (name, phone) = (RwSignal::new(name), RwSignal::new(phone));
        let is_known = matches!(self.registration().known, Known::Registered(_));
        let (explained, label) = if is_known {
            (self.text.correction_explained(), self.text.do_correct())
        } else {
            (self.text.correction_of_nobody(), self.text.register_at_doors())
        };
        let line = |id: &str, label: &str, entry, value: RwSignal<String>| {
            let question = Question { id: id.to_owned(), label: label.to_owned(), ..Question::default() };
            field(&question, input(&question, entry, move || value.get(), move |typed| value.set(typed)))
        };
        let content = all([
            block("p", "doors__note").text(explained),
            line("door-name", self.text.visitor(), Entry::Text, name),
            line("door-phone", self.text.phone(), Entry::Phone, phone),
        ]);
        let is_incomplete = move || name.with(|name| name.trim().is_empty()) || phone.with(|phone| phone.trim().is_empty());
        let send = main_button(label, move || {
            self.correcting.set(false);
            self.begin((name.get_untracked(), phone.get_untracked()), AccessTask::Change);
        })
        .live_flag("disabled", is_incomplete);
        let close = quiet_button(self.text.close(), move || self.correcting.set(false));
        popup(self.text.correct_at_doors(), content, all([send, close]))
    }

    fn begin(self, (name, phone): (String, String), errand: AccessTask) {
        self.with(|doors, courier, visit| doors.begin(courier, &visit.order, &name, &phone, errand));
    }

    fn with(self, act: impl FnOnce(AccessControl, &AccessClient, &Visit)) {
        self.courier.with_untracked(|courier| self.visit.with_untracked(|visit| act(self.doors, courier, visit)));
    }
}
