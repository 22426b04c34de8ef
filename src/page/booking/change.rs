//! Change a visit that still waits or was returned: the same form, filled in as it was booked, the host fixed.

use super::desk::{BookingForm, Earlier, Purpose};
use super::view::form_view;
use crate::api::{area, form, visit};
use crate::domain::booking::Form;
use crate::domain::booking::field::Field;
use crate::domain::booking::sending::Sending;
use crate::domain::venue::{Area, Mode};
use crate::domain::visit::{Visit, VisitRef};
use crate::old_ui::element::El;
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_link};
use crate::page::{Site, language_switch};
use crate::remote::four_faces;
use crate::route::Route;
use crate::sheet::drafts::Drafts;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use leptos::prelude::*;

pub fn change_page(site: Site, name: VisitRef) -> El {
    let text = Text::here();
    let back = site.href(&Route::Visit(name.clone()));
    let links = [frame_link(text.see_the_visit(), &back), language_switch()];
    let visit = site.load({
        let name = name.clone();
        move |context| visit::detail(context, &name)
    });
    let ready = move |visit: Option<Visit>| match visit {
        Some(visit) if visit.status.may_be_changed() => changeable(&site, visit),
        _ => empty(text.not_changeable_now_title(), text.not_changeable_now_detail(), Some((text.see_the_visit(), &back))),
    };
    frame(text.change_visit(), links, four_faces(move || visit.get(), move || visit.reload(), ready))
}

fn changeable(site: &Site, visit: Visit) -> El {
    let mode = visit.mode.unwrap_or(Mode::Person);
    let site = &visit.enterprise().map_or_else(|| site.clone(), |enterprise| site.at(enterprise));
    let questions = site.load(move |context| form::questions(context, mode));
    let areas = site.load(area::for_visitor);
    let site = site.clone();
    let ready = move |(fields, areas): (Vec<Field>, Vec<Area>)| filled_in(&site, &visit, fields, areas);
    let retry = move || {
        questions.reload_if_failed();
        areas.reload_if_failed();
    };
    four_faces(move || questions.get().and(areas.get()), retry, ready)
}

fn filled_in(site: &Site, visit: &Visit, fields: Vec<Field>, areas: Vec<Area>) -> El {
    let sending = RwSignal::new(Sending::Editing);
    let arrived = RwSignal::new(false);
    while_shown(move || arrived.set_if_changed(sending.with(|sending| *sending == Sending::Arrived)));
    let drafts = Drafts::about(&site.session, &Route::ChangeVisit(visit.visit_ref()));
    let form = Form::to_change(visit, fields, areas);
    let purpose = Purpose::Change(visit.visit_ref());
    form_view(BookingForm::open(site.clone(), drafts, purpose, form, RwSignal::new(Earlier::default()), sending), arrived)
}
