//! Book a visit: read and promise, choose whom, fill in the form, send it. And the same form once more: to change a
//! visit, to book another one like it.

mod change;
mod desk;
mod enterprise;
mod opening;
mod preface;
mod sending;
mod subject;
mod view;

pub use change::change_page;

use super::{Site, language_switch};
use crate::api::channel::{ApiFlavor, Operation};
use crate::api::visit;
use crate::domain::booking::field::Field;
use crate::domain::booking::sending::Sending;
use crate::domain::booking::{Form, HostSearch, Subject};
use crate::domain::venue::{Area, Mode, Offer};
use crate::domain::visit::{Visit, VisitRef};
use crate::old_ui::element::{El, all, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_link};
use crate::remote::four_faces;
use crate::route::Route;
use crate::sheet::drafts::Drafts;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use desk::{BookingForm, Earlier, Purpose};
use enterprise::at_enterprise;
use leptos::prelude::*;
use opening::{Opening, Rules};
use preface::preface;
use subject::mode_choice;

/// The screen of a fresh booking.
pub fn booking_page(site: Site) -> El {
    let text = Text::here();
    let offers_list = Operation::ListMyVisits.is_offered(site.session.context.flavor);
    let list = if offers_list { frame_link(text.my_visits(), &site.href(&Route::Visits)) } else { nothing() };
    let links = [list, language_switch()];
    let fresh = |site: Site| {
        let drafts = Drafts::of(&site.session);
        booking(site, drafts, None)
    };
    let content = match site.session.context.flavor {
        ApiFlavor::OfficialAccount => fresh(site),
        ApiFlavor::MiniProgram => at_enterprise(site, fresh),
        ApiFlavor::WeCom => empty(text.not_here_title(), text.not_here_detail(), None),
    };
    frame(text.book_a_visit(), links, content)
}

/// The screen of another booking like an earlier one. Where that cannot be shown, the form starts empty.
pub fn repeat_page(site: Site, name: VisitRef) -> El {
    let text = Text::here();
    let links = [frame_link(text.my_visits(), &site.href(&Route::Visits)), language_switch()];
    let model = site.try_load({
        let name = name.clone();
        move |context| visit::detail(context, &name)
    });
    let drafts = Drafts::about(&site.session, &Route::BookAgain(name));
    let ready = move |model: Result<Option<Visit>, _>| {
        let model = model.ok().flatten();
        let enterprise = model.as_ref().and_then(Visit::enterprise);
        let site = enterprise.map_or_else(|| site.clone(), |enterprise| site.at(enterprise));
        booking(site, drafts.clone(), model)
    };
    frame(text.book_a_visit(), links, four_faces(move || model.get(), move || model.reload(), ready))
}

/// Rules and form; `model` is the visit that the new one is to be like.
fn booking(site: Site, drafts: Drafts, model: Option<Visit>) -> El {
    let text = Text::here();
    let model_mode = model.as_ref().and_then(|model| model.mode);
    let mode = RwSignal::new(drafts.mode().or(model_mode).unwrap_or(Mode::Person));
    let opening = Opening::load(&site, mode);
    let has_agreed = site.has_agreed;
    let model = RwSignal::new(model);
    let ready = move |rules: Rules| {
        if rules.offer.modes().is_empty() {
            return empty(text.closed_title(), text.closed_detail(), None);
        }
        let (site, drafts) = (site.clone(), drafts.clone());
        let rules = RwSignal::new(rules);
        live(move || {
            if has_agreed.get() || rules.with_untracked(Rules::say_nothing) {
                form_part(site.clone(), drafts.clone(), opening, mode, rules, model)
            } else {
                rules.with_untracked(|rules| preface(rules, move || has_agreed.set(true)))
            }
        })
    };
    four_faces(move || opening.rules(), move || opening.reload_failed(), ready)
}

/// The form of the chosen mode. What was typed in the other mode is carried over.
fn form_part(
    site: Site,
    drafts: Drafts,
    opening: Opening,
    mode: RwSignal<Mode>,
    rules: RwSignal<Rules>,
    model: RwSignal<Option<Visit>>,
) -> El {
    let offered = rules.with_untracked(|rules| rules.offer.modes());
    if let Some(&first) = offered.first()
        && !offered.contains(&mode.get_untracked())
    {
        mode.set(first);
        opening.questions.reload();
    }
    let earlier = RwSignal::new(Earlier::default());
    let sending = RwSignal::new(Sending::Editing);
    let arrived = RwSignal::new(false);
    while_shown(move || arrived.set_if_changed(sending.with(|sending| *sending == Sending::Arrived)));
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
        let fresh = model.with_untracked(|model| model.iter().fold(fresh, Form::to_repeat));
        view::form_view(BookingForm::open(site.clone(), drafts.clone(), Purpose::Book, fresh, earlier, sending), arrived)
    };
    let mode_choice = live(move || if arrived.get() { nothing() } else { mode_choice(&offered, mode, choose) });
    all([mode_choice, four_faces(move || opening.asked(), move || opening.reload_failed(), ready)])
}

fn subject_for(mode: Mode, offer: &Offer) -> Subject {
    match mode {
        Mode::Person => Subject::Person(HostSearch::default()),
        Mode::Place => Subject::Place { offered: offer.places.clone(), chosen: (offer.places.len() == 1).then_some(0) },
    }
}
