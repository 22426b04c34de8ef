//! The form: who, when, what for, where, and the button.

use super::desk::{InvitationForm, spot_id};
use super::sending::{round_view, submit};
use super::share_sheet::share_sheet;
use crate::domain::invitation::draft::{Draft, Guest, MOST_GUESTS, Precision, Spot};
use crate::domain::venue::Area;
use crate::old_ui::button::main_button;
use crate::old_ui::cell::{cells, tap_cell};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::{Entry, Question, check, field, input, select};
use crate::old_ui::frame::frame_button;
use leptos::prelude::*;

/// The form until it is sent, then what became of it.
pub fn writing(desk: InvitationForm) -> El {
    super::sending::go_on(desk);
    let site = desk.site;
    let screen = live(move || if desk.round.with(Option::is_some) { nothing() } else { questions(desk) });
    let round = live(move || desk.round.get().map_or_else(nothing, |round| round_view(desk, &round)));
    let sheet = live(move || {
        let close = move || desk.sharing.set(None);
        desk.sharing.get().map_or_else(nothing, |shared| site.with_untracked(|site| share_sheet(site, &shared, close)))
    });
    all([screen, round, sheet])
}

fn questions(desk: InvitationForm) -> El {
    let text = desk.text;
    let submit_button = main_button("", move || submit(desk)).live_text(move || text.send_invitations(desk.guests.get()));
    all([
        restored_note(desk),
        live(move || guests(desk, desk.guests.get())),
        cells(text.invited_for(), [time_cell(desk, Spot::Start), time_cell(desk, Spot::End), day_note(desk)]),
        cells(text.about_the_visit(), [purpose_cell(desk), type_cell(desk)]),
        areas_cell(desk),
        block("div", "invitations__submit").child(submit_button),
    ])
}

/// Says that the form was not empty when it came, and how to make it so.
fn restored_note(desk: InvitationForm) -> El {
    let text = desk.text;
    live(move || {
        if !desk.restored.get() {
            return nothing();
        }
        let start_over = frame_button(text.start_over(), move || desk.start_over());
        block("p", "invitations__note").attr("role", "status").text(text.draft_restored()).child(start_over)
    })
}

fn guests(desk: InvitationForm, count: usize) -> El {
    let text = desk.text;
    let one = move |place: usize| {
        let number = (count > 1).then_some(place + 1);
        let name = (Spot::Name(place), text.guest_name(), Entry::Text);
        let phone = (Spot::Phone(place), text.guest_phone(), Entry::Phone);
        let lines = [name, phone].map(|(spot, what, entry)| guest_line(desk, spot, text.asked_of_guest(what, number), entry));
        let remove = match number {
            Some(number) => frame_button(&text.remove_guest(number), move || desk.remove_guest(place)),
            None => nothing(),
        };
        block("div", "invitations__guest").children(lines).child(remove)
    };
    let more = if count < MOST_GUESTS { tap_cell(text.add_guest(), move || desk.add_guest()) } else { nothing() };
    cells(text.guests(), (0..count).map(one).chain([more]))
}

fn guest_line(desk: InvitationForm, spot: Spot, label: String, entry: Entry) -> El {
    let question = question(desk, spot, label, "");
    let part = move |guest: &Guest| if matches!(spot, Spot::Name(_)) { guest.name.clone() } else { guest.phone.clone() };
    let place = match spot {
        Spot::Name(place) | Spot::Phone(place) => place,
        _ => 0,
    };
    let value = move || desk.draft.with(|draft| draft.guests.get(place).map(part).unwrap_or_default());
    let typed = move |typed: String| {
        desk.edit(spot, |draft| {
            if let Some(guest) = draft.guests.get_mut(place) {
                *(if matches!(spot, Spot::Name(_)) { &mut guest.name } else { &mut guest.phone }) = typed;
            }
        });
    };
    let line = input(&question, entry, value, typed);
    let is_added = matches!(spot, Spot::Name(place) if desk.added.get_untracked() == Some(place));
    field(&question, if is_added { line.focus_when_shown() } else { line })
}

fn question(desk: InvitationForm, spot: Spot, label: String, remark: &'static str) -> Question {
    Question { id: spot_id(spot), problem: desk.problem_words(spot, label.clone()), label, remark, ..Question::default() }
}

fn is_by_the_day(desk: InvitationForm) -> bool {
    desk.offer.with_untracked(|offer| offer.precision == Precision::Day)
}

fn time_cell(desk: InvitationForm, spot: Spot) -> El {
    let (text, by_the_day, is_start) = (desk.text, is_by_the_day(desk), spot == Spot::Start);
    let label = match (by_the_day, is_start) {
        (true, true) => text.from_day(),
        (true, false) => text.until_day(),
        (false, true) => text.starts(),
        (false, false) => text.ends(),
    };
    let question = question(desk, spot, label.to_owned(), "");
    let value = move || desk.draft.with(|draft| if is_start { draft.start.clone() } else { draft.end.clone() });
    let precision = if by_the_day { Precision::Day } else { Precision::Minute };
    let typed = move |typed| {
        desk.edit(spot, |draft| if is_start { draft.set_start(typed, precision) } else { draft.end = typed });
        // A new start moves the end along.
        desk.mend(Spot::End);
    };
    field(&question, input(&question, if by_the_day { Entry::Date } else { Entry::DateTime }, value, typed))
}

fn day_note(desk: InvitationForm) -> El {
    if is_by_the_day(desk) { block("p", "invitations__day").text(desk.text.by_the_day()) } else { nothing() }
}

fn purpose_cell(desk: InvitationForm) -> El {
    let text = desk.text;
    let (mut purposes, is_needed) = desk.offer.with_untracked(|offer| (offer.purposes.clone(), offer.needs_purpose));
    let question = question(desk, Spot::Purpose, text.purpose().to_owned(), if is_needed { "" } else { text.optional() });
    let value = move || desk.draft.with(|draft| draft.purpose.clone());
    let typed = move |typed| desk.edit(Spot::Purpose, |draft| draft.purpose = typed);
    if purposes.is_empty() {
        return field(&question, input(&question, Entry::Text, value, typed));
    }
    // The purpose of an earlier visit can be kept, whether it is offered still or not.
    let kept = desk.draft.with_untracked(|draft| draft.purpose.clone());
    if !kept.is_empty() && !purposes.contains(&kept) {
        purposes.push(kept);
    }
    let options = purposes.into_iter().map(|purpose| (purpose.clone(), purpose));
    field(&question, select(&question, text.please_choose(), options, value, typed))
}

fn type_cell(desk: InvitationForm) -> El {
    let text = desk.text;
    let types = desk.offer.with_untracked(|offer| offer.types.clone());
    if types.is_empty() {
        return nothing();
    }
    let question =
        Question { id: "visitor-type".to_owned(), label: text.visitor_type().to_owned(), remark: text.optional(), ..Question::default() };
    let value = move || desk.draft.with(|draft| draft.visitor_type.clone());
    let options = types.into_iter().map(|kind| (kind.id.as_str().to_owned(), kind.name));
    let choose = move |chosen| desk.draft.update(|draft| draft.visitor_type = chosen);
    field(&question, select(&question, text.please_choose(), options, value, choose))
}

fn areas_cell(desk: InvitationForm) -> El {
    let text = desk.text;
    let areas = desk.offer.with_untracked(|offer| offer.areas.clone());
    if areas.is_empty() {
        return nothing();
    }
    let choice = |area: Area| {
        let (for_check, for_toggle) = (area.id.clone(), area.id);
        let checked = move || desk.draft.with(|draft: &Draft| draft.areas.contains(&for_check));
        check(&area.name, &area.remark, checked, move || desk.edit(Spot::Areas, |draft| draft.toggle_area(&for_toggle)))
    };
    let problem = desk.problem_words(Spot::Areas, text.areas().to_owned());
    let problem =
        block("p", "field__problem").attr("id", "areas").attr("tabindex", "-1").attr("role", "alert").live_text(move || problem.get());
    cells(text.areas(), areas.into_iter().map(choice).chain([problem]))
}
