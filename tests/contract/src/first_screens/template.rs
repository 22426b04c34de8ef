//! Calls as templates. `{openId}` is filled in, percent-encoded or as JSON; what stands in `<…>` is left out where its value is
//! not known.

use visitor_front::api::channel::{ApiContext, ApiFlavor};
use visitor_front::api::request::{Effect, Request, Service};
use visitor_front::domain::id::{AppId, OpenId, ProjectId};
use visitor_front::domain::invitation::{InvitationLink, ShareScene};
use visitor_front::domain::venue::Mode;
use visitor_front::first_screen;
use visitor_front::route::Route;

/// What a call may leave out.
const OPTIONAL: [&str; 4] = ["openId", "appId", "projectId", "scene"];

/// The calls of a route in a family, as templates.
pub fn templates(route: &Route, flavor: ApiFlavor) -> Vec<String> {
    let all = Given { known: OPTIONAL.to_vec(), scene: ShareScene::Sms, mode: Mode::Person };
    let full = all.requests(route, flavor);
    let templates: Vec<String> = full.iter().enumerate().map(|(index, request)| template(route, flavor, &all, index, request)).collect();
    for known in subsets() {
        for (scene, mode) in ShareScene::ALL.iter().flat_map(|scene| Mode::ALL.iter().map(move |mode| (*scene, *mode))) {
            let given = Given { known: known.clone(), scene, mode };
            let sent: Vec<String> = given.requests(route, flavor).iter().map(|request| unescaped(&request.to_string())).collect();
            let filled: Vec<String> = templates.iter().map(|template| fill(template, &given)).collect();
            assert_eq!(filled, sent, "the templates of {route:?} do not say what is sent where {given:?}");
        }
    }
    templates
}

/// What a launch and an address may say, or not.
#[derive(Debug, Clone)]
struct Given {
    known: Vec<&'static str>,
    scene: ShareScene,
    mode: Mode,
}

impl Given {
    fn requests(&self, route: &Route, flavor: ApiFlavor) -> Vec<Request> {
        let value = |name: &str| if self.known.contains(&name) { format!("{{{name}}}") } else { String::new() };
        let context = ApiContext {
            flavor,
            open_id: OpenId::parse(&value("openId")),
            app: AppId::parse(&value("appId")),
            project: ProjectId::parse(&value("projectId")),
            product: None,
            enterprise: None,
        };
        let scene = Some(self.scene).filter(|_| self.known.contains(&"scene"));
        let route = match route {
            Route::Invitation(link) => Route::Invitation(InvitationLink { scene, ..link.clone() }),
            route => route.clone(),
        };
        first_screen::calls(&route, &context, self.mode)
    }

    fn without(&self, name: &str) -> Self {
        Self { known: self.known.iter().copied().filter(|known| *known != name).collect(), ..self.clone() }
    }
}

fn template(route: &Route, flavor: ApiFlavor, all: &Given, index: usize, request: &Request) -> String {
    assert!(request.effect == Effect::Reads && request.service == Service::Visitorcs, "only the backend's reads go out early: {request}");
    let marked = |request: &Request| {
        let text = unescaped(&request.to_string());
        text.replace(&format!("\"{}\"", all.scene.code()), "\"{scene}\"").replace(&format!("={}&", all.mode.code()), "={mode}&")
    };
    let mut template = marked(request);
    for name in OPTIONAL {
        let without = marked(all.without(name).requests(route, flavor).get(index).expect("the same calls without it"));
        let full = marked(request);
        if without == full.replace(&format!("{{{name}}}"), "") {
            continue;
        }
        let part = difference(&full, &without);
        template = template.replacen(&part, &format!("<{part}>"), 1);
    }
    template
}

/// The part of a text that another one lacks; of several that it may be, a whole parameter.
fn difference(full: &str, without: &str) -> String {
    let begin = full.bytes().zip(without.bytes()).take_while(|(one, other)| one == other).count();
    let part = |begin: usize| &full[begin..begin + full.len() - without.len()];
    // Both have a quotation mark there: the next parameter's, or this one's.
    part(if part(begin).ends_with(",\"") { begin - 1 } else { begin }).to_owned()
}

/// What the loader makes of a template.
fn fill(template: &str, given: &Given) -> String {
    let mut filled = template.to_owned();
    for name in OPTIONAL {
        let placeholder = format!("{{{name}}}");
        let is_known = given.known.contains(&name);
        while let Some((begin, end)) = optional_part(&filled, &placeholder) {
            let part = filled[begin + 1..end].to_owned();
            filled.replace_range(begin..=end, if is_known { &part } else { "" });
        }
        if !is_known {
            filled = filled.replace(&placeholder, "");
        }
    }
    filled.replace("{scene}", given.scene.code()).replace("{mode}", given.mode.code())
}

/// Where `<…>` with that placeholder begins and ends.
fn optional_part(text: &str, placeholder: &str) -> Option<(usize, usize)> {
    let at = text.find(placeholder)?;
    let (begin, end) = (text[..at].rfind('<')?, at + text[at..].find('>')?);
    (!text[begin..at].contains('>')).then_some((begin, end))
}

fn subsets() -> Vec<Vec<&'static str>> {
    let has = |set: usize, bit: usize| set >> bit & 1 == 1;
    (0..1_usize << OPTIONAL.len())
        .map(|set| OPTIONAL.into_iter().enumerate().filter(|(bit, _)| has(set, *bit)).map(|(_, name)| name).collect())
        .collect()
}

/// A text in which placeholders can be read.
pub fn unescaped(text: &str) -> String {
    text.replace("%7B", "{").replace("%7D", "}")
}
