//! The rules of the house that no compiler checks, held against the sources. Each is also held against a line that
//! breaks it, so that it is known to bite.

// `cfg(test)` tells clippy that this is test code as well.
#[cfg(test)]
#[path = "architecture/house.rs"]
mod house;
#[cfg(test)]
#[path = "architecture/styles.rs"]
mod styles;

use house::House;
use std::collections::BTreeSet;

/// Which modules a module may name, beside itself. A new one gets its line here before it gets its first import.
const ARROWS: [(&str, &[&str]); 22] = [
    ("domain", &[]),
    ("reactive", &[]),
    ("percent", &[]),
    ("json", &[]),
    ("api", &["domain", "json", "percent"]),
    ("config", &["domain", "json", "percent"]),
    ("session", &["api::channel", "config", "domain", "percent"]),
    ("text", &["domain", "api::error"]),
    ("route", &["domain", "percent"]),
    ("link", &["api::channel", "config", "domain", "percent", "route", "session"]),
    // What the loader knows beforehand: the words and calls of each route.
    ("first_screen", &["api", "domain", "route", "text"]),
    ("platform", &["reactive", "domain", "route"]),
    ("ui", &["reactive", "domain"]),
    ("context", &["api", "config", "domain", "link", "platform", "route", "session", "text"]),
    ("resource", &["reactive", "api", "context", "domain", "platform", "text", "ui"]),
    ("layout", &["reactive", "context", "domain", "link", "platform", "route", "session", "text", "ui"]),
    // What several pages do together: they do not know each other.
    ("form", &["reactive", "api", "context", "domain", "platform", "resource", "route", "session", "text", "ui"]),
    ("decision", &["reactive", "api", "context", "domain", "platform", "resource", "session", "text", "ui"]),
    ("access", &["reactive", "api", "config", "context", "domain", "platform", "resource", "text", "ui"]),
    ("visit", &["reactive", "context", "domain", "layout", "link", "platform", "resource", "route", "text", "ui"]),
    (
        "page",
        &[
            "reactive", "access", "api", "config", "context", "decision", "domain", "form", // The pass that a device stores is JSON.
            "json", "link", "visit", "layout", "platform", "resource", "route", "session", "text", "ui",
        ],
    ),
    (
        "app",
        &[
            "reactive", "access", "api", "config", "context", "decision", "domain", "visit", "layout", "page", "platform", "resource",
            "route", "session", "text", "ui",
        ],
    ),
];

/// Single imports beside the arrows: the frame tells the webview its title, dialogs make the rest of the page inert.
const EXCEPTIONS: [(&str, &str); 3] =
    [("src/ui/frame.rs", "platform::webview"), ("src/ui/popup.rs", "platform::modal"), ("src/ui/confirm.rs", "platform::modal")];

/// Modules that run without a browser, and so under test.
const PURE: [&str; 8] = ["domain", "percent", "json", "api", "config", "link", "session", "route"];
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "gloo_", "wasm_bindgen"];

/// Who may name the browser's own types: the network, the platform, and components that measure or focus elements or read files.
const TOUCHES_THE_DOM: [&str; 9] = [
    "src/api/transport.rs",
    "src/api/transport/early.rs",
    "src/ui/keyed_list.rs",
    "src/ui/paged_list.rs",
    "src/ui/paged_list/row.rs",
    "src/ui/photo_picker.rs",
    "src/ui/rich_text.rs",
    "src/ui/touch.rs",
    "src/form/photo_field.rs",
];

/// Who makes elements without `view!`, or mounts them elsewhere: dialogs beside the page, rows that are measured in the
/// moment in which they appear, a site's markup whose tags are known at run time only, the mount of the app, and the
/// platform's canvases, its clipboard line and the JS-SDK's script.
const MAKES_ELEMENTS: [&str; 8] = [
    "src/ui/popup.rs",
    "src/ui/paged_list/row.rs",
    "src/ui/rich_text.rs",
    "src/app.rs",
    "src/platform/picture.rs",
    "src/platform/poster.rs",
    "src/platform/share.rs",
    "src/platform/wechat/script.rs",
];

/// Ways to make an element without `view!`.
const ELEMENT_MAKERS: [&str; 6] = ["create_element", "html::custom", "mount_to", "inner_html", "append_child", "insert_adjacent"];

/// Names of the language that this code once spoke, by themselves.
const RETIRED_NAMES: [&str; 34] = [
    "El",
    "live",
    "nothing",
    "block",
    "while_shown",
    "four_faces",
    "set_if_changed",
    "Derived",
    "State",
    "Loading",
    "Reading",
    "Waiting",
    "Ask",
    "at_last",
    "Shelf",
    "said_around",
    "closest_attr",
    "PageLife",
    "Family",
    "Caller",
    "Desk",
    "Errand",
    "Kept",
    "Keeper",
    "Sheet",
    "Door",
    "Counter",
    "Deciding",
    "Matter",
    "Parcel",
    "Hosted",
    "VisitName",
    "Standing",
    "Mood",
];

/// Pages write private numbers for a viewer; only what compares and sends them has them whole.
#[test]
fn pages_do_not_read_private_numbers_in_full() {
    let has_whole = |house: &House| {
        house.every(|file| {
            if ["page", "visit", "layout", "ui"].contains(&file.ring()) {
                file.lines_with(|line| line.contains(".in_full()"))
            } else {
                Vec::new()
            }
        })
    };
    assert_eq!(has_whole(&House::real()), NOTHING);
    assert_ne!(has_whole(&House::with("src/page/visit.rs", "fn f(visit: Visit) { visit.car.in_full(); }")), NOTHING);
}

#[test]
fn imports_point_inward() {
    assert_eq!(crossed_arrows(&House::real()), NOTHING);
    for (file, line) in [
        ("src/domain/pass.rs", "use crate::api::error::ApiError;"),
        ("src/domain/pass.rs", "use super::super::api::error::ApiError;"),
        ("src/domain/booking/pass.rs", "fn f() -> crate::text::Text { todo!() }"),
        ("src/api/pass.rs", "use crate::{domain::id::OrderId, ui::{button, field}};"),
        ("src/api/pass.rs", "use crate::page::Site;"),
        ("src/ui/pass.rs", "use crate::route::Route;"),
        ("src/ui/pass.rs", "use crate::platform::webview;"),
        ("src/ui/frame.rs", "use crate::platform::clock;"),
        ("src/text/pass.rs", "use crate::api::visit::GetVisit;"),
        ("src/domain/pass.rs", "use crate::answer;"),
        ("src/gate.rs", "use crate::gate::Gate;"),
    ] {
        assert_ne!(crossed_arrows(&House::with(file, line)), NOTHING, "{file}: {line}");
    }
    assert_eq!(
        crossed_arrows(&House::with("src/domain/pass.rs", "// use crate::api::Pass;\n#[cfg(test)]\nmod tests { use crate::api::Pass; }")),
        NOTHING
    );
}

#[test]
fn no_page_knows_another() {
    assert_eq!(acquainted_pages(&House::real()), NOTHING);
    for (file, line) in [
        ("src/page/visits.rs", "use crate::page::visit::visit_page;"),
        ("src/page/visits.rs", "use super::booking;\nfn f() { super::booking::page() }"),
        ("src/page/booking/desk.rs", "use super::super::visits::visits_page;"),
    ] {
        assert_ne!(acquainted_pages(&House::with(file, line)), NOTHING, "{file}: {line}");
    }
    assert_eq!(acquainted_pages(&House::with("src/page/booking/desk.rs", "use super::drafts::Drafts;\nuse crate::page::Site;")), NOTHING);
}

#[test]
fn the_inner_rings_know_no_browser() {
    assert_eq!(browsers_inside(&House::real()), NOTHING);
    for line in ["use leptos::prelude::*;", "fn f() -> js_sys::Date { todo!() }", "use gloo_timers::future::TimeoutFuture;"] {
        assert_ne!(browsers_inside(&House::with("src/domain/pass.rs", line)), NOTHING, "{line}");
        assert_ne!(browsers_inside(&House::with("src/api/pass.rs", line)), NOTHING, "{line}");
    }
    assert_eq!(browsers_inside(&House::with("src/domain/pass.rs", "//! Unlike leptos, pure.")), NOTHING);
}

#[test]
fn only_the_transport_touches_the_network() {
    assert_eq!(networkers(&House::real()), NOTHING);
    for line in ["use gloo_net::http::Request;", "fn f(w: web_sys::Window) { w.fetch_with_str(\"/\"); }", "use web_sys::XmlHttpRequest;"] {
        assert_ne!(networkers(&House::with("src/platform/pass.rs", line)), NOTHING, "{line}");
    }
}

/// In what draws the screens, a form becomes text where it is stored and nowhere else: what counts writes counts that, too.
#[test]
fn forms_are_serialised_where_they_are_stored() {
    assert_eq!(serialisers(&House::real()), NOTHING);
    let store = House::real().text("src/form/draft_store.rs");
    assert_eq!(store.matches("serde_json::to_").count(), 1, "one line serialises, and the next one writes");
    for line in
        ["fn f(form: &Form) { serde_json::to_string(form) }", "use serde_json::to_vec;", "fn f() { js_sys::JSON::stringify(&form) }"]
    {
        assert_ne!(serialisers(&House::with("src/page/booking/pass.rs", line)), NOTHING, "{line}");
    }
}

#[test]
fn only_a_few_files_touch_the_dom() {
    assert_eq!(dom_touchers(&House::real()), NOTHING);
    assert_ne!(dom_touchers(&House::with("src/page/visits.rs", "use web_sys::Event;")), NOTHING);
    assert_ne!(dom_touchers(&House::with("src/ui/button.rs", "fn f(event: web_sys::Event) {}")), NOTHING);
}

#[test]
fn elements_are_made_by_view() {
    assert_eq!(made_elements(&House::real()), NOTHING);
    for line in ["fn f(d: Document) { d.create_element(\"p\"); }", "fn f() { leptos::html::custom(\"p\") }"] {
        assert_ne!(made_elements(&House::with("src/page/visits.rs", line)), NOTHING, "{line}");
    }
}

#[test]
fn retired_names_do_not_come_back() {
    assert_eq!(retired_names(&House::real()), NOTHING);
    for line in ["struct Desk;", "fn f() -> El { nothing() }", "use crate::state::{State, while_shown};"] {
        assert_ne!(retired_names(&House::with("src/page/visits.rs", line)), NOTHING, "{line}");
    }
}

#[test]
fn addresses_of_ours_are_written_by_the_route() {
    assert_eq!(written_addresses(&House::real()), NOTHING);
    for line in [
        r#"fn f() { view! { <a href="/visits">"#,
        r#"fn f() { el("a").attr("href", "/visits") }"#,
        r#"fn f() { main_link(label, "/visits/7") }"#,
    ] {
        assert_ne!(written_addresses(&House::with("src/page/visits.rs", line)), NOTHING, "{line}");
        assert_ne!(written_addresses(&House::with("src/ui/button.rs", line)), NOTHING, "{line}");
    }
}

#[test]
fn words_that_users_read_stand_in_text() {
    assert_eq!(stray_words(&House::real()), NOTHING);
    for line in [r#"fn f() { el("p").text("预约") }"#, r#"fn f() { names.join("、") }"#] {
        assert_ne!(stray_words(&House::with("src/page/visits.rs", line)), NOTHING, "{line}");
    }
    let harmless = "/// 预约\n// 预约\nfn f() {}\n#[cfg(test)]\nmod tests { fn f() -> &'static str { \"预约\" } }";
    assert_eq!(stray_words(&House::with("src/page/visits.rs", harmless)), NOTHING);
}

#[test]
fn a_language_is_its_file_and_one_line() {
    // Whoever wishes a language that nobody wrote reads English.
    let stand_in = ["src/text.rs: const STAND_IN: Self = Self::English;"];
    assert_eq!(languages_named(&House::real()), stand_in);
    for line in ["fn f(locale: Locale) -> bool { locale == Locale::Chinese }", "fn f() -> &'static str { zh_cn::WORDS.common.retry }"] {
        assert_ne!(languages_named(&House::with("src/text/pass.rs", line)), stand_in, "{line}");
    }
}

#[test]
fn nothing_is_logged() {
    assert_eq!(loggers(&House::real()), NOTHING);
    for line in ["fn f() { web_sys::console::log_1(&token) }", "fn f() { leptos::logging::log!(\"{call:?}\") }", "fn f() { dbg!(call); }"] {
        assert_ne!(loggers(&House::with("src/api/pass.rs", line)), NOTHING, "{line}");
    }
}

#[test]
fn every_component_has_its_stylesheet_and_every_stylesheet_its_component() {
    assert_eq!(unmatched_styles(&House::real()), NOTHING);
    assert_ne!(
        unmatched_styles(&House::with("src/ui/pass.rs", r#"pub fn Pass() -> impl IntoView { view! { <div class="pass"></div> } }"#)),
        NOTHING
    );
    assert_ne!(unmatched_styles(&House::with("style/ui/pass.css", ".pass {}")), NOTHING);
    assert_ne!(unmatched_styles(&House::with("style/page/gate.css", ".gate {}")), NOTHING);
}

/// Chats run no program: what they show of a link stands in the page as it is served. WeChat takes pictures from 300 pixels on.
#[test]
fn a_shared_link_shows_a_title_a_sentence_and_a_picture() {
    let page = House::real().text("index.html");
    let told = |name: &str| {
        let tag = page.split("<meta ").find(|tag| tag.starts_with(&format!("property=\"og:{name}\"")))?;
        tag.split("content=\"").nth(1)?.split('"').next()
    };
    assert!(told("title").is_some_and(|title| !title.is_empty()) && told("description").is_some_and(|words| words.len() > 20));
    let picture = told("image").expect("a picture");
    let png = std::fs::read(format!("{}/public/{picture}", env!("CARGO_MANIFEST_DIR"))).expect("the picture");
    let side = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    assert!(png.starts_with(b"\x89PNG") && side(16) >= 300 && side(20) >= 300 && png.len() < 8_000);
}

const NOTHING: [String; 0] = [];

fn crossed_arrows(house: &House) -> Vec<String> {
    house.every(|file| {
        let ring = file.ring().to_owned();
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == ring) else {
            return if matches!(ring.as_str(), "lib" | "main" | "bin") { Vec::new() } else { vec![format!("{ring} has no arrows")] };
        };
        let exceptions = EXCEPTIONS.iter().filter(|(path, _)| *path == file.path).map(|(_, named)| *named);
        let allowed: Vec<&str> = allowed.iter().copied().chain([ring.as_str()]).chain(exceptions).collect();
        let is_allowed = |named: &str| allowed.iter().any(|allowed| named == *allowed || named.starts_with(&format!("{allowed}::")));
        file.names().into_iter().filter(|named| !is_allowed(named)).collect()
    })
}

fn acquainted_pages(house: &House) -> Vec<String> {
    let page_of = |path: &str| path.strip_prefix("src/page/").and_then(|rest| rest.split(['/', '.']).next()).map(str::to_owned);
    let pages: BTreeSet<String> = house.0.keys().filter_map(|path| page_of(path)).collect();
    house.every(|file| {
        let Some(own) = page_of(&file.path) else { return Vec::new() };
        let other = |named: &String| named.split("::").nth(1).is_some_and(|page| page != own && pages.contains(page));
        file.names().into_iter().filter(|named| named.starts_with("page::") && other(named)).collect()
    })
}

fn browsers_inside(house: &House) -> Vec<String> {
    house.every(|file| {
        let is_pure = PURE.contains(&file.ring()) && !file.path.starts_with("src/api/transport");
        file.lines_with(|line| is_pure && BROWSER.iter().any(|name| has_word_starting(line, name)))
    })
}

fn networkers(house: &House) -> Vec<String> {
    let is_network = |line: &str| ["gloo_net", "fetch_with", "XmlHttpRequest"].iter().any(|name| has_word_starting(line, name));
    house.every(|file| file.lines_with(|line| !file.path.starts_with("src/api/transport") && is_network(line)))
}

/// A console is read over somebody's shoulder, and some webviews send it away: neither tokens nor people go there.
fn loggers(house: &House) -> Vec<String> {
    let logs =
        |line: &str| ["console", "logging", "println", "eprintln", "dbg", "tracing"].iter().any(|name| has_word_starting(line, name));
    house.every(|file| file.lines_with(logs))
}

fn serialisers(house: &House) -> Vec<String> {
    let serialises = |line: &str| ["serde_json::to_", "JSON::stringify"].iter().any(|name| line.contains(name));
    house.every(|file| {
        let draws = !PURE.contains(&file.ring()) && file.path != "src/form/draft_store.rs";
        file.lines_with(|line| draws && serialises(line))
    })
}

fn dom_touchers(house: &House) -> Vec<String> {
    house.every(|file| {
        let may = file.ring() == "platform" || TOUCHES_THE_DOM.contains(&file.path.as_str());
        file.lines_with(|line| !may && has_word_starting(line, "web_sys"))
    })
}

fn made_elements(house: &House) -> Vec<String> {
    let makes = |line: &str| ELEMENT_MAKERS.iter().any(|maker| line.contains(maker));
    house.every(|file| file.lines_with(|line| !MAKES_ELEMENTS.contains(&file.path.as_str()) && makes(line)))
}

/// As the name of a type or a function, declared, imported or returned; variants of an enum may be called `Waiting`.
fn retired_names(house: &House) -> Vec<String> {
    let is_named = |line: &str, name: &str| {
        let is_declared = ["struct", "enum", "trait", "type", "fn"].iter().any(|kind| line.contains(&format!("{kind} {name}")));
        let is_used = line.starts_with("use ") || line.contains(&format!("-> {name}"));
        (is_declared || is_used) && has_word(line, name)
    };
    house.every(|file| file.lines_with(|line| RETIRED_NAMES.iter().any(|name| is_named(line, name))))
}

/// In what draws the screens, no text begins with a slash.
fn written_addresses(house: &House) -> Vec<String> {
    house.every(|file| {
        let is_shown = !PURE.contains(&file.ring()) && file.ring() != "platform";
        // `/>` ends an element.
        file.lines_with(|line| is_shown && line.replace("\"/>", "").contains("\"/"))
    })
}

/// Chinese characters and their punctuation. The backend's own words for its statuses stand in `api/status.rs`. Only `api/form/choice.rs` has to know the commas that sites write.
fn stray_words(house: &House) -> Vec<String> {
    let is_word = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    let is_mark = |c: char| ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
    house.every(|file| {
        let is_text = file.ring() == "text" || ["src/api/status.rs", "src/api/upload/level.rs"].contains(&file.path.as_str());
        let knows_marks = file.path == "src/api/form/choice.rs";
        file.lines_with(|line| !is_text && line.chars().any(|c| is_word(c) || is_mark(c) && !knows_marks))
    })
}

/// Lines that name a language outside its own file; its line in the table of languages (`Chinese = "zh-CN" in zh_cn;`) may.
fn languages_named(house: &House) -> Vec<String> {
    let table = house.text("src/text.rs");
    let entries: Vec<(&str, &str, &str)> = table
        .lines()
        .map(str::trim)
        .filter_map(|line| {
            let (name, rest) = line.strip_suffix(';')?.split_once(" = \"")?;
            Some((line, name, rest.split_once("\" in ")?.1))
        })
        .collect();
    assert!(entries.len() > 1, "the table of languages");
    house.every(|file| {
        let names_another = |line: &str, name: &str, module: &str| {
            file.path != format!("src/text/{module}.rs")
                && (has_word_starting(line, name) || has_word_starting(line, &format!("{module}::")))
        };
        file.lines_with(|line| entries.iter().any(|(entry, name, module)| line.trim() != *entry && names_another(line, name, module)))
    })
}

fn unmatched_styles(house: &House) -> Vec<String> {
    let has = |path: &str| house.0.contains_key(path);
    let bare = house.every(|file| {
        let name = file.path.strip_prefix("src/ui/").and_then(|name| name.strip_suffix(".rs")).unwrap_or_default();
        let draws = !name.is_empty() && file.text.contains(&format!("class=\"{}", name.replace('_', "-")));
        if draws && !has(&format!("style/ui/{name}.css")) { vec!["has no stylesheet".to_owned()] } else { Vec::new() }
    });
    let mirrored = house.0.keys().filter(|path| path.starts_with("style/ui/") || path.starts_with("style/page/"));
    let orphans = mirrored
        .filter(|path| !has(&path.replace("style/", "src/").replace(".css", ".rs")))
        .map(|path| format!("{path}: nothing wears it"));
    bare.into_iter().chain(orphans).collect()
}

/// Whether the line has that word.
fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

/// Whether a word of the line begins like that.
fn has_word_starting(line: &str, start: &str) -> bool {
    let starts_word = |at: usize| !line.get(..at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(start).any(|(at, _)| starts_word(at))
}
