//! What a visit's page says of the doors, and what an employee may have them do.

use super::{Courier, Doors};
use crate::domain::access::registration::{Course, Errand, Known, Registration};
use crate::domain::access::wanted;
use crate::domain::visit::Visit;
use crate::state::State;
use crate::text::Text;
use crate::ui::badge::badge;
use crate::ui::button::{main_button, quiet_button};
use crate::ui::cell::{cells, fact};
use crate::ui::element::{El, all, block, live, nothing};
use crate::ui::field::{Entry, Question, field, input};
use crate::ui::popup::popup;

/// The panel; nothing where the visit is none of the doors' business.
pub fn panel(doors: Doors, courier: Courier, visit: &Visit) -> El {
    let (text, courier, visit) = (courier.text, State::new(courier), State::new(visit.clone()));
    let correcting = State::new(false);
    let body = live(move || {
        let (registration, errands) = visit.with_untracked(|visit| {
            let registration = doors.of(&visit.order);
            let errands = wanted(&visit.status, &registration);
            (registration, errands)
        });
        if errands.is_empty() && registration == Registration::known(Known::Nothing) {
            return nothing();
        }
        let card = Card { doors, courier, visit, text, correcting };
        cells(text.doors(), [card.state(&registration), card.actions(&registration, errands)])
    });
    let card = Card { doors, courier, visit, text, correcting };
    all([body, live(move || if correcting.get() { card.correction() } else { nothing() })])
}

#[derive(Clone, Copy)]
struct Card {
    doors: Doors,
    courier: State<Courier>,
    visit: State<Visit>,
    text: Text,
    correcting: State<bool>,
}

impl Card {
    fn state(self, registration: &Registration) -> El {
        let (word, mood) = self.text.door_state(registration);
        let detail = self.text.door_detail(registration);
        let id = match &registration.known {
            Known::Registered(id) => {
                all([fact(self.text.visitor_id(), id.as_str()), block("p", "doors__note").text(self.text.only_this_device())])
            }
            _ => nothing(),
        };
        let is_over = self.visit.with_untracked(|visit| !visit.status.has_pass());
        let advice = match registration.known {
            Known::Registered(_) if is_over => block("p", "doors__note").text(self.text.remove_after_visit()),
            _ => nothing(),
        };
        let detail = if detail.is_empty() { nothing() } else { block("p", "doors__note").text(&detail) };
        all([block("div", "doors__state").attr("role", "status").child(badge(word, mood)), advice, detail, id])
    }

    fn actions(self, registration: &Registration, errands: Vec<Errand>) -> El {
        let stopped = match &registration.course {
            Course::Stopped { half, .. } => all([
                main_button(self.text.missing_half(half), move || self.with(|doors, courier, visit| doors.retry(courier, &visit.order))),
                quiet_button(self.text.leave_it(), move || self.with(|doors, _, visit| doors.give_up(&visit.order))),
            ]),
            _ => nothing(),
        };
        let button = |errand| {
            quiet_button(self.text.door_errand(errand), move || match errand {
                Errand::Change => self.correcting.set(true),
                _ => {
                    self.with(|doors, courier, visit| doors.begin(courier, &visit.order, &visit.visitor_name, &visit.visitor_phone, errand))
                }
            })
        };
        block("div", "doors__actions").child(stopped).children(errands.into_iter().map(button))
    }

    /// Name and phone number, to be corrected.
    fn correction(self) -> El {
        let (name, phone) = self.visit.with_untracked(|visit| (visit.visitor_name.clone(), visit.visitor_phone.clone()));
        let (name, phone) = (State::new(name), State::new(phone));
        let line = |id: &str, label: &str, entry, value: State<String>| {
            let question = Question { id: id.to_owned(), label: label.to_owned(), ..Question::default() };
            field(&question, input(&question, entry, move || value.get(), move |typed| value.set(typed)))
        };
        let content = all([
            block("p", "doors__note").text(self.text.correction_explained()),
            line("door-name", self.text.visitor(), Entry::Text, name),
            line("door-phone", self.text.phone(), Entry::Phone, phone),
        ]);
        let is_incomplete = move || name.with(|name| name.trim().is_empty()) || phone.with(|phone| phone.trim().is_empty());
        let send = main_button(self.text.do_correct(), move || {
            self.correcting.set(false);
            self.with(|doors, courier, visit| {
                let (name, phone) = (name.get_untracked(), phone.get_untracked());
                doors.begin(courier, &visit.order, &name, &phone, Errand::Change);
            });
        })
        .live_flag("disabled", is_incomplete);
        let close = quiet_button(self.text.close(), move || self.correcting.set(false));
        popup(self.text.correct_at_doors(), content, all([send, close]))
    }

    fn with(self, act: impl FnOnce(Doors, &Courier, &Visit)) {
        self.courier.with_untracked(|courier| self.visit.with_untracked(|visit| act(self.doors, courier, visit)));
    }
}
