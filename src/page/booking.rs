//! Book a visit: read and promise, choose whom, fill in the form, send it.

mod desk;
mod drafts;
mod photos;
mod preface;
mod question;
mod sending;
mod subject;
mod view;

use super::{Site, language_switch};
use crate::api::error::ApiError;
use crate::api::{area, commitment, form, venue};
use crate::domain::booking::field::Field;
use crate::domain::booking::sending::Sending;
use crate::domain::booking::{Form, HostSearch, Subject};
use crate::domain::commitment::{Commitments, Letter};
use crate::domain::venue::{Area, Mode, Offer};
use crate::remote::{Loading, Remote, four_faces};
use crate::route::Route;
use crate::state::{State, while_shown};
use crate::text::Text;
use crate::ui::element::{El, all, live, nothing};
use crate::ui::empty::empty;
use crate::ui::frame::{frame, frame_link};
use desk::{Desk, Earlier};
use drafts::Drafts;

use leptos::prelude::*;
use preface::preface;
use subject::mode_choice;

pub fn booking_page(site: Site) -> El {
    let text = Text::here();
    let drafts = Drafts::of(&site.session);
    let mode = State::new(drafts.mode().unwrap_or(Mode::Person));
    let opening = Opening::load(&site, mode);
    let links = [frame_link(text.my_visits(), &site.href(&Route::Visits)), language_switch()];
    let has_agreed = site.has_agreed;
    let ready = move |rules: Rules| {
        if rules.offer.modes().is_empty() {
            return empty(text.closed_title(), text.closed_detail(), None);
        }
        let (site, drafts) = (site.clone(), drafts.clone());
        let rules = State::new(rules);
        live(move || {
            if has_agreed.get() || rules.with_untracked(Rules::say_nothing) {
                form_part(site.clone(), drafts.clone(), opening, mode, rules)
            } else {
                rules.with_untracked(|rules| preface(rules, move || has_agreed.set(true)))
            }
        })
    };
    frame(text.book_a_visit(), links, four_faces(move || opening.rules(), move || opening.reload_failed(), ready))
}

/// What the site lays down before the form.
#[derive(Debug, Clone, PartialEq)]
struct Rules {
    offer: Offer,
    commitments: Commitments,
    /// The park's notice. Where it could not be read, nobody is kept from booking.
    notice: Result<Option<Letter>, ApiError>,
}

impl Rules {
    /// Whether there is nothing to read or promise before the form.
    fn say_nothing(&self) -> bool {
        let no_notice = matches!(self.notice, Ok(None));
        no_notice && self.commitments.before.is_empty() && self.commitments.letter.is_none()
    }
}

/// Everything the page asks for when it opens, all at once.
#[derive(Clone, Copy)]
struct Opening {
    commitments: Loading<Commitments>,
    offer: Loading<Offer>,
    notice: Loading<Result<Option<Letter>, ApiError>>,
    questions: Loading<Vec<Field>>,
    areas: Loading<Vec<Area>>,
}

impl Opening {
    fn load(site: &Site, mode: State<Mode>) -> Self {
        Self {
            commitments: site.load(commitment::commitments),
            offer: site.load(venue::offer),
            notice: site.try_load(|_| commitment::park_notice()),
            questions: site.load(move |caller| form::questions(caller, mode.get_untracked())),
            areas: site.load(area::for_visitor),
        }
    }

    fn rules(self) -> Remote<Rules> {
        let joined = self.offer.get().and(self.commitments.get()).and(self.notice.get());
        joined.map(|((offer, commitments), notice)| Rules { offer, commitments, notice })
    }

    fn questions(self) -> Remote<(Vec<Field>, Vec<Area>)> {
        self.questions.get().and(self.areas.get())
    }

    fn reload_failed(self) {
        self.offer.reload_if_failed();
        self.commitments.reload_if_failed();
        self.questions.reload_if_failed();
        self.areas.reload_if_failed();
    }
}

/// The form of the chosen mode. What was typed in the other mode is carried over.
fn form_part(site: Site, drafts: Drafts, opening: Opening, mode: State<Mode>, rules: State<Rules>) -> El {
    let offered = rules.with_untracked(|rules| rules.offer.modes());
    if let Some(&first) = offered.first()
        && !offered.contains(&mode.get_untracked())
    {
        mode.set(first);
        opening.questions.reload();
    }
    let earlier = State::new(Earlier::default());
    let sending = State::new(Sending::Editing);
    let arrived = State::new(false);
    while_shown(move || arrived.change_to(sending.with(|sending| *sending == Sending::Arrived)));
    let has_agreed = site.has_agreed;
    on_cleanup(move || {
        if sending.try_with_untracked(|sending| *sending == Sending::Arrived) == Some(true) {
            has_agreed.set(false);
        }
    });
    let choose = move |chosen: Mode| {
        mode.set(chosen);
        opening.questions.reload();
    };
    let ready = move |(fields, areas): (Vec<Field>, Vec<Area>)| {
        let subject = rules.with_untracked(|rules| subject_for(mode.get_untracked(), &rules.offer));
        let fresh = rules.with_untracked(|rules| Form::new(subject, fields, areas, &rules.commitments));
        view::form_view(Desk::open(site.clone(), drafts.clone(), fresh, earlier, sending), arrived)
    };
    let mode_choice = live(move || if arrived.get() { nothing() } else { mode_choice(&offered, mode, choose) });
    all([mode_choice, four_faces(move || opening.questions(), move || opening.reload_failed(), ready)])
}

fn subject_for(mode: Mode, offer: &Offer) -> Subject {
    match mode {
        Mode::Person => Subject::Person(HostSearch::default()),
        Mode::Place => Subject::Place { offered: offer.places.clone(), chosen: (offer.places.len() == 1).then_some(0) },
    }
}
