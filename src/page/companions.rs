//! Come along with somebody who booked: what it is about, a few questions, and yes.

use super::{Site, language_switch};
use crate::api::error::ApiError;
use crate::api::visit::Part;
use crate::api::{companion, form, visit};
use crate::domain::booking::Form;
use crate::domain::booking::field::Field;
use crate::domain::companion::{Outing, questions};
use crate::domain::id::Batch;
use crate::domain::paging::Page;
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::{Tone, Visit};
use crate::old_ui::button::{main_button, main_link, quiet_button};
use crate::old_ui::cell::{cells, facts};
use crate::old_ui::element::{El, all, block, el, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_link};
use crate::old_ui::outcome::outcome;
use crate::platform::clock;
use crate::remote::{four_faces, load};
use crate::route::Route;
use crate::sheet::{FormController, uploader};
use crate::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the answer has got.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reply {
    Open,
    Sending,
    /// In the words that it was refused with.
    Refused(String),
    Confirmed,
}

pub fn companions_page(site: Site, batch: Batch) -> El {
    let text = Text::here();
    let visits = site.href(&Route::Visits);
    if !site.session.context.in_mini_program() {
        let way_on = (text.back_to_start(), &*site.href(&Route::Book));
        let elsewhere = empty(text.mini_program_only_title(), text.mini_program_only_detail(), Some(way_on));
        return frame(text.companionship(), [language_switch()], elsewhere);
    }
    let outing = load({
        let (site, batch) = (site.clone(), batch.clone());
        move || outing(site.clone(), batch.clone())
    });
    let mine = site.load(|context| visit::list(context, &Part::Upcoming, 1));
    let form = site.load(|context| form::questions(context, Mode::Person));
    let value = move || outing.get().and(mine.get()).and(form.get());
    let retry = move || {
        outing.reload_if_failed();
        mine.reload_if_failed();
        form.reload_if_failed();
    };
    let links = [frame_link(text.my_visits(), &visits), language_switch()];
    let ready = move |((outing, mine), form): ((Option<Outing>, Page<Visit>), Vec<Field>)| {
        let known = mine.items.iter().find(|visit| visit.batch.as_ref() == Some(&batch));
        match (known, outing) {
            (Some(visit), _) => {
                let way_on = (text.see_visit(), &*site.href(&Route::Visit(visit.visit_ref())));
                empty(text.in_party_title(), text.in_party_detail(), Some(way_on))
            }
            (None, Some(outing)) => invitation(&site, &batch, outing, form),
            (None, None) => empty(text.no_outing_title(), text.no_outing_detail(), Some((text.my_visits(), &visits))),
        }
    };
    frame(text.companionship(), links, four_faces(value, retry, ready))
}

/// What one is asked to come along to; nothing where the link leads nowhere.
async fn outing(site: Site, batch: Batch) -> Result<Option<Outing>, ApiError> {
    match site.client.send(companion::preview(batch)).await {
        Err(error) if error.needs_sign_in() => Err(error),
        Err(ApiError::Refused { .. }) => Ok(None),
        answer => answer.map(Some),
    }
}

fn invitation(site: &Site, batch: &Batch, outing: Outing, form: Vec<Field>) -> El {
    let text = Text::here();
    let reply = RwSignal::new(Reply::Open);
    let (asked, left_out) = questions(form);
    let form = Form::of_guest(Host { id: None, name: outing.host.clone(), phone: String::new() }, asked);
    let sheet = FormController::new(form, uploader(site.client.clone(), site.session.context.clone()));
    let send = {
        let (site, batch) = (site.clone(), batch.clone());
        move || confirm(&site, &batch, sheet, reply)
    };
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    let note = if left_out.is_empty() { nothing() } else { block("p", "companions__note").text(&text.left_out(&left_out)) };
    let button = main_button(text.confirm_companionship(), send).live_flag("disabled", move || reply.get() == Reply::Sending);
    let page = el("div")
        .child(told(outing))
        .child(about_you(sheet))
        .child(note)
        .child(block("div", "companions__actions").child(button))
        .live_flag("hidden", move || matches!(reply.get(), Reply::Refused(_) | Reply::Confirmed));
    let visits = site.href(&Route::Visits);
    let end = live(move || {
        let see = main_link(text.see_my_visits(), &visits);
        match reply.get() {
            Reply::Open | Reply::Sending => nothing(),
            Reply::Confirmed => outcome(Tone::Good, text.confirmed_title(), text.confirmed_detail(), [see]),
            Reply::Refused(reason) => {
                let back = quiet_button(text.back_to_form(), move || reply.set(Reply::Open));
                outcome(Tone::Bad, text.not_confirmed_title(), &reason, [see, back])
            }
        }
    });
    all([page, end])
}

fn about_you(sheet: FormController) -> El {
    let rows = sheet.questions();
    if rows.is_empty() { nothing() } else { cells(sheet.text.about_companion(), rows) }
}

fn told(outing: Outing) -> El {
    let text = Text::here();
    let when = outing.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    facts("", [(text.host(), outing.host), (text.host_company(), outing.company), (text.time(), when), (text.purpose(), outing.purpose)])
}

/// Says yes, unless that is under way already. Leaving the page does not call it back.
fn confirm(site: &Site, batch: &Batch, sheet: FormController, reply: RwSignal<Reply>) {
    if reply.get_untracked() != Reply::Open {
        return;
    }
    let Some(answers) = sheet.checked() else { return };
    reply.set(Reply::Sending);
    let (client, ask, text) = (site.client.clone(), companion::confirm(batch.clone(), answers), sheet.text);
    spawn_local(async move {
        let answer = client.send(ask).await;
        reply.set(answer.map_or_else(|error| Reply::Refused(text.failure(&error)), |()| Reply::Confirmed));
    });
}
