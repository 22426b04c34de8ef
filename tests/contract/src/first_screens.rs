//! The loader's table of addresses: what each shows and asks for first. `src/first_screen.rs` says what, in Rust; this writes it
//! down for a loader that knows no Rust.

mod template;

use std::fmt::Write;
use template::{templates, unescaped};
use visitor_front::domain::id::{Batch, InvitationId, OrderId, ReceiptId};
use visitor_front::domain::invitation::{InvitationLink, ShareScene};
use visitor_front::domain::venue::Mode;
use visitor_front::domain::visit::{HostVisitId, VisitRef};
use visitor_front::first_screen;
use visitor_front::route::{HostRoute, Route};
use visitor_front::session::Channel;
use visitor_front::text::{Locale, Text};

/// The whole of `src/first_screens.js`.
pub fn script() -> String {
    let mut script = String::from(
        "// Generated from src/first_screen.rs by `cargo xtask inventory --write`; nothing to change by hand.\n\
         // The headings are in the order of the locales; the calls are templates, see src/early_answers.js.\n",
    );
    let codes = |codes: &[&'static str]| list(codes.iter().map(|code| (*code).to_owned()));
    let scenes: Vec<&str> = ShareScene::ALL.iter().map(|scene| scene.code()).collect();
    let modes: Vec<&str> = Mode::ALL.iter().map(|mode| mode.code()).collect();
    let stand_in = Locale::ALL.iter().position(|locale| *locale == Locale::choose(["?"])).expect("a language for everybody else");
    let head = [
        ("locales", list(Locale::ALL.iter().map(|locale| locale.tag().to_owned()))),
        ("standInLocale", stand_in.to_string()),
        ("scenes", codes(&scenes)),
        ("modes", codes(&modes)),
    ];
    for (name, value) in head {
        writeln!(script, "visitorBoot.{name} = {value};").expect("a text");
    }
    let screens: Vec<String> = routes().iter().map(screen).collect();
    writeln!(script, "visitorBoot.screens = [\n{}\n];", screens.join(",\n")).expect("a text");
    script
}

/// Every address that has a page, with placeholders for what is in it. Of two that one path fits, the first counts.
fn routes() -> Vec<Route> {
    let order = || OrderId::parse("{order}").expect("an order");
    let batch = || Batch::parse("{batch}").expect("a batch");
    let receipt = ReceiptId::parse("{receipt}").expect("a receipt");
    let mut routes = vec![Route::Book, Route::Booked(receipt), Route::History, Route::Visits];
    for batch in [None, Some(batch())] {
        let visit = VisitRef { order: order(), batch };
        routes.extend([
            Route::Visit(visit.clone()),
            Route::ChangeVisit(visit.clone()),
            Route::Changed(visit.clone()),
            Route::BookAgain(visit.clone()),
            Route::Pass(visit),
        ]);
    }
    let id = || InvitationId::parse("{id}").expect("an invitation");
    routes.extend([Route::Invitation(InvitationLink { id: id(), scene: None }), Route::Message(order()), Route::Companions(batch())]);
    let host = [
        HostRoute::Today,
        HostRoute::Approvals,
        HostRoute::Receptions,
        HostRoute::OnSite,
        HostRoute::Received,
        HostRoute::Visit(HostVisitId::Order(order())),
        HostRoute::Visit(HostVisitId::Batch(batch())),
        HostRoute::Invitations,
        HostRoute::Invite,
        HostRoute::Invited(id()),
        HostRoute::InviteAgain(HostVisitId::Order(order())),
        HostRoute::InviteAgain(HostVisitId::Batch(batch())),
        HostRoute::Calendar,
        HostRoute::Access,
        HostRoute::Members,
    ];
    routes.extend(host.map(Route::Host));
    routes
}

fn screen(route: &Route) -> String {
    let path = unescaped(&route.path());
    let titles = list(Locale::ALL.iter().map(|locale| first_screen::title(route, Text::of(*locale)).to_owned()));
    let mut screen = format!("  {{ path: {}, titles: {titles}", quoted(path.trim_start_matches('/')));
    let calls = calls_by_channel(route);
    if !calls.is_empty() {
        if first_screen::needs_identity(route) {
            screen.push_str(", needsIdentity: true");
        }
        let rows: Vec<String> =
            calls.iter().map(|(call, channels)| format!("    {}: {}", quoted(call), quoted(&channels.join(" ")))).collect();
        write!(screen, ", calls: {{\n{}\n  }}", rows.join(",\n")).expect("a text");
    }
    screen + " }"
}

/// The calls of a route, each with the channels that have it.
fn calls_by_channel(route: &Route) -> Vec<(String, Vec<&'static str>)> {
    let mut calls: Vec<(String, Vec<&str>)> = Vec::new();
    for channel in [Channel::OfficialAccount, Channel::Browser, Channel::WeCom, Channel::MiniProgram] {
        for template in templates(route, channel.flavor()) {
            match calls.iter_mut().find(|(call, _)| *call == template) {
                Some((_, channels)) => channels.push(channel.code()),
                None => calls.push((template, vec![channel.code()])),
            }
        }
    }
    calls
}

fn quoted(text: &str) -> String {
    assert!(!text.contains(['\'', '\\', '\n']), "to be escaped: {text}");
    format!("'{text}'")
}

fn list(texts: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", texts.into_iter().map(|text| quoted(&text)).collect::<Vec<_>>().join(", "))
}
