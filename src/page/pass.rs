//! The pass: shown at the gate, right every time, also without a network.

mod code;
mod doors;
mod keeper;
mod kept;
mod more;
mod party;

use super::{Site, language_switch};
use crate::domain::pass::layout::Line;
use crate::domain::pass::{Pass, Validity};
use crate::domain::visit::{Tone, VisitRef};
use crate::old_ui::card::{blank_line, card, portrait, separator};
use crate::old_ui::cell::fact;
use crate::old_ui::element::{El, all, block, live, nothing, on_window};
use crate::old_ui::empty::empty;
use crate::old_ui::failed::failed;
use crate::old_ui::frame::{frame, frame_link};
use crate::old_ui::seal::{Sign, seal};
use crate::old_ui::skeleton::skeleton;
use crate::old_ui::touch::{Leaf, swiped};
use crate::platform::visibility::on_return;
use crate::platform::wake::Awake;
use crate::platform::{clock, wechat};
use crate::route::Route;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use gloo_timers::callback::Interval;
use keeper::{PassStore, Seen};
pub use kept::forget_what_is_over;
use leptos::prelude::*;
use party::Neighbours;

pub fn pass_page(site: Site, name: VisitRef) -> El {
    let text = Text::here();
    let links = [frame_link(text.visit(), &site.href(&Route::Visit(name.clone()))), language_switch()];
    let keeper = PassStore::start(site.clone(), name);
    let every = site.pass_refresh.saturating_mul(1_000);
    // CachedPass with the page, gone with the page.
    StoredValue::new_local((Interval::new(every, move || keeper.refresh_in_sight()), Interval::new(1_000, move || keeper.tick())));
    on_return(Box::new(move || keeper.refresh()));
    stay_awake();
    RwSignal::new(Unshared::start());
    frame(text.pass(), links, shown(site, keeper))
}

/// The screen stays on while the page is shown.
fn stay_awake() {
    let awake = Awake::default();
    awake.hold();
    on_window("visibilitychange", move |_| awake.hold());
}

/// The app's menu offers no sharing and no copying until this is dropped.
struct Unshared;

impl Unshared {
    fn start() -> Self {
        wechat::offer_sharing(false);
        Self
    }
}

impl Drop for Unshared {
    fn drop(&mut self) {
        wechat::offer_sharing(true);
    }
}

fn shown(site: Site, keeper: PassStore) -> El {
    let text = Text::here();
    live(move || match keeper.seen.get() {
        Seen::Waiting => skeleton(text.loading()),
        Seen::Failed(error) => failed(&text.failure(&error), text.retry(), move || keeper.refresh()),
        Seen::Missing => {
            let visits = site.href(&Route::Visits);
            empty(text.visit_not_found_title(), text.visit_not_found_detail(), Some((text.my_visits(), &visits)))
        }
        Seen::Shown(pass) => whole(&site, keeper, *pass),
    })
}

/// A pass with everything around it.
fn whole(site: &Site, keeper: PassStore, pass: Pass) -> El {
    let standing = RwSignal::new(pass.standing(clock::now()));
    let shows_code = RwSignal::new(standing.get_untracked().shows_code());
    let for_time = pass.clone();
    while_shown(move || {
        keeper.ticks.get();
        standing.set_if_changed(for_time.standing(clock::now()));
    });
    let order = pass.order.clone();
    while_shown(move || {
        shows_code.set_if_changed(standing.get().shows_code());
        // What this device has kept goes with its time.
        if !shows_code.get_untracked() {
            kept::forget_pass_of(&order);
        }
    });
    let is_large = RwSignal::new(false);
    let neighbours: Neighbours = RwSignal::new([None, None]);
    let party = party::party(site, &pass, neighbours);
    let doors = doors::doors(site, pass.order.clone(), move || shows_code.get());
    let more = more::more(keeper, &pass, move || shows_code.get());
    let on_card = pass.clone();
    let content = all([
        sealed(&pass, standing),
        code::stale(keeper),
        party,
        live(move || laid_out(keeper, &on_card, shows_code.get(), is_large)),
        doors,
        more,
        code::large(keeper, pass, is_large, shows_code),
    ]);
    let navigation = site.navigation.clone();
    swiped(content, move |leaf| {
        let [before, after] = neighbours.get_untracked();
        // In place of this one: "back" leaves the passes.
        let way = if leaf == Leaf::Back { before } else { after };
        way.into_iter().for_each(|route| navigation.replace(route));
    })
}

fn sealed(pass: &Pass, standing: RwSignal<Validity>) -> El {
    let text = Text::here();
    let (stay, status) = (pass.stay, text.status(&pass.status));
    live(move || {
        let (standing, now) = (standing.get(), clock::now());
        let (sign, tone) = sign(standing);
        seal(sign, tone, text.pass_standing(standing), &text.pass_standing_detail(standing, stay.as_ref(), &status, now))
    })
}

fn sign(standing: Validity) -> (Sign, Tone) {
    match standing {
        Validity::Early(_) => (Sign::Clock, Tone::Waiting),
        Validity::Valid => (Sign::Tick, Tone::Good),
        Validity::Late => (Sign::Exclamation, Tone::Good),
        Validity::Used => (Sign::DoubleTick, Tone::Over),
        Validity::Over => (Sign::Dash, Tone::Over),
        Validity::Cancelled => (Sign::Cross, Tone::Bad),
        Validity::Waiting => (Sign::Dots, Tone::Waiting),
        Validity::Returned => (Sign::Back, Tone::Bad),
        Validity::Unknown => (Sign::Question, Tone::Over),
    }
}

/// The card, its lines where the site wants them.
fn laid_out(keeper: PassStore, pass: &Pass, shows_code: bool, is_large: RwSignal<bool>) -> El {
    let text = Text::here();
    let place = pass.lines.iter().position(|line| *line == Line::Code);
    // Whoever has to scroll for the code gets there by one tap as well.
    let shortcut = if shows_code && place.is_some_and(|place| place > 1) { code::shortcut(pass, is_large) } else { nothing() };
    let line = |line: &Line| match line {
        Line::Fact { label, value } => fact(label, value),
        Line::Photo(address) => portrait(address, text.photo_of_visitor()),
        Line::Code if shows_code => code::code(keeper, pass, is_large),
        Line::Code => nothing(),
        Line::Separator => separator(),
        Line::Blank => blank_line(),
    };
    let lines: Vec<El> = pass.lines.iter().map(line).collect();
    block("div", "pass").child(shortcut).child(card(&pass.title, &pass.background, lines, &pass.closing))
}
