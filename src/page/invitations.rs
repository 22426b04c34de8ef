//! Invitations: those that were sent, by how they stand, and the form that sends others.

mod desk;
mod form;
mod offering;
mod sending;
mod sent_sheet;
mod share_sheet;

use super::{Site, host_frame, language_switch};
use crate::api::channel::Operation;
use crate::api::hosting;
use crate::api::invitation::{self, List};
use crate::domain::invitation::draft::{Draft, Offer};
use crate::domain::invitation::sent::{Link, Sent, SentStatus, ShareState, Sms};
use crate::domain::time::SiteTime;
use crate::domain::visit::{HostVisitId, Tone, Visit};
use crate::old_ui::badge::badge;
use crate::old_ui::cell::digest;
use crate::old_ui::element::{El, all, block, closest_attr, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::frame_link;
use crate::old_ui::segments::segments;
use crate::platform::clock;
use crate::remote::listing::{self, Words, listing};
use crate::remote::{Resource, four_faces};
use crate::route::{HostRoute, Route};
use crate::text::Text;
use desk::InvitationForm;
use leptos::prelude::*;
use offering::Offering;
use sent_sheet::sent_sheet;

/// What a row is known by when it is tapped.
const ROW: &str = "data-row";

/// The invitations that were sent.
pub fn invitations_page(site: &Site) -> El {
    let text = Text::here();
    let can_invite = Operation::Invite.is_offered(site.session.context.flavor);
    let invite = site.href(&Route::Host(HostRoute::Invite));
    let way = if can_invite { frame_link(text.invite(), &invite) } else { nothing() };
    let links = [way, language_switch()];
    host_frame(site, &HostRoute::Invitations, text.invitations(), links, || lists(site.clone()))
}

/// A fresh invitation.
pub fn invite_page(site: &Site) -> El {
    let model: Option<Resource<_>> = None;
    writing_page(site, HostRoute::Invite, model)
}

/// An invitation like an earlier one, or like a visit.
pub fn invite_again_page(site: &Site, visit: HostVisitId) -> El {
    let model = site.session.is_known().then(|| {
        let name = visit.clone();
        site.try_load(move |context| hosting::detail(context, &name))
    });
    writing_page(site, HostRoute::InviteAgain(visit), model)
}

type Model = Result<Option<Visit>, crate::api::error::ApiError>;

fn writing_page(site: &Site, route: HostRoute, model: Option<Resource<Model>>) -> El {
    let text = Text::here();
    let title = if route == HostRoute::Invite { text.invite() } else { text.invite_again() };
    let list = site.href(&Route::Host(HostRoute::Invitations));
    let links = [frame_link(text.invitations(), &list), language_switch()];
    let shown = route.clone();
    host_frame(site, &shown, title, links, || {
        if !Operation::Invite.is_offered(site.session.context.flavor) {
            return empty(text.not_invitable_title(), text.not_invitable_detail(), Some((text.see_invitations(), &list)));
        }
        let offering = Offering::load(site);
        let (site, route) = (site.clone(), Route::Host(route));
        let value = move || match model {
            None => offering.get().map(|offer| (offer, None)),
            // Without the earlier one the form starts empty.
            Some(model) => offering.get().and(model.get()).map(|(offer, model)| (offer, model.ok().flatten())),
        };
        let ready = move |(offer, model): (Offer, Option<Visit>)| {
            let fresh = model.map_or_else(|| Draft::new(&offer), |model| Draft::like(&model, &offer, clock::now()));
            form::writing(InvitationForm::open(&site, &route, offer, fresh))
        };
        four_faces(value, move || offering.reload_failed(), ready)
    })
}

fn lists(site: Site) -> El {
    let text = Text::here();
    let offered = List::offered(site.session.context.flavor);
    let names: Vec<&str> = offered.iter().map(|list| list_name(text, *list, site.session.context.in_mini_program())).collect();
    let shown = RwSignal::new(0_usize);
    let ways = segments("which-invitations", text.which_invitations(), &names, move || Some(shown.get()), move |place| shown.set(place));
    let list = live(move || offered.get(shown.get()).map_or_else(nothing, |list| one_list(&site, *list)));
    all([block("div", "invitations__ways").child(ways), list])
}

fn list_name(text: Text, list: List, has_links: bool) -> &'static str {
    match list {
        List::Open if has_links => text.list_links(),
        List::Overdue if has_links => text.list_links_over(),
        List::Open => text.list_open(),
        List::Accepted => text.list_accepted(),
        List::Overdue => text.list_overdue(),
        List::Withdrawn => text.list_withdrawn(),
    }
}

fn one_list(site: &Site, list: List) -> El {
    let text = Text::here();
    let reading = site.read(listing::List::new(), move |context, wanted| invitation::rows(context, list, wanted));
    let chosen: RwSignal<Option<Sent>> = RwSignal::new(None);
    let now = clock::now();
    let invite = site.href(&Route::Host(HostRoute::Invite));
    let words = Words {
        count: Text::invitation_count,
        row: Box::new(move |sent: &Sent| row(text, sent, now)),
        nothing_there: Box::new(move || empty(text.no_invitations_title(), text.no_invitations_detail(), Some((text.invite(), &invite)))),
    };
    let rows = listing(reading, nothing(), words);
    let tapped = block("div", "invitations__rows").child(rows).on("click", move |event| {
        let Some(id) = closest_attr(&event, ROW) else { return };
        let found = reading.list.rows.with_untracked(|rows| rows.items.iter().find(|sent| sent.id.as_str() == id).cloned());
        chosen.set(found);
    });
    all([tapped, sent_sheet(site.clone(), reading, chosen)])
}

/// A row that opens what may be done with it. It is still, as rows of long lists are.
fn row(text: Text, sent: &Sent, now: SiteTime) -> El {
    let when = sent.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
    let title = guest_names(text, sent);
    let more = match &sent.standing {
        SentStatus::Shared(Link { sms: Sms::Lost, .. }) => text.sms_lost().to_owned(),
        SentStatus::Shared(_) if !sent.guests.is_empty() => text.accepted_count(sent.guests.len()),
        _ => String::new(),
    };
    let what = digest(&title, [&*when, &*sent.purpose, &*more]);
    let row = block("button", "cell").attr("type", "button").attr("data-leads", "").attr(ROW, sent.id.as_str());
    row.child(what).child(standing(text, sent))
}

/// Who is invited; of a shared link, who accepted.
fn guest_names(text: Text, sent: &Sent) -> String {
    let names: Vec<&str> = sent.guests.iter().map(|guest| guest.name.as_str()).collect();
    if names.is_empty() { text.nobody_accepted().to_owned() } else { text.names(&names) }
}

fn standing(text: Text, sent: &Sent) -> El {
    match &sent.standing {
        SentStatus::Single(status) => badge(&text.invited_status(status), status.tone()),
        SentStatus::Shared(link) => {
            let tone = match link.state {
                ShareState::Open => Tone::Good,
                ShareState::Stopped | ShareState::Over => Tone::Over,
            };
            badge(text.share_state(link.state), tone)
        }
    }
}
