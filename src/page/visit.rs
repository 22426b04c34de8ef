//! One visit: how it stands, what comes next, what may be done, and its facts.

mod actions;

mod companions;

use super::{Site, language_switch};
use crate::api;
use crate::api::error::ApiError;
use crate::domain::venue::Mode;
use crate::domain::visit::timeline::Step;
use crate::domain::visit::{Visit, VisitRef};
use crate::old_ui::cell::facts;
use crate::old_ui::element::{El, all};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_link};
use crate::old_ui::outcome::outcome;
use crate::old_ui::timeline::{Point, timeline};
use crate::platform::clock;
use crate::remote::{Resource, four_faces, load};
use crate::route::Route;
use crate::text::Text;
use actions::actions;
use companions::companions;

pub fn visit_page(site: Site, name: VisitRef) -> El {
    let text = Text::here();
    let visits = site.href(&Route::Visits);
    let links = [frame_link(text.my_visits(), &visits), language_switch()];
    let shown = load({
        let site = site.clone();
        move || {
            let answer = site.client.send(api::visit::detail(&site.session.context, &name));
            async move { told_or_none(answer.await) }
        }
    })
    .refresh_on_return();
    let ready = move |visit: Option<Visit>| match visit {
        Some(visit) => told(&site, visit, shown),
        None => empty(text.visit_not_found_title(), text.visit_not_found_detail(), Some((text.my_visits(), &visits))),
    };
    frame(text.visit(), links, four_faces(move || shown.get(), move || shown.reload(), ready))
}

/// A visit that the backend refuses to show is one that is not there for this visitor: asking again cannot help.
fn told_or_none(answer: Result<Option<Visit>, ApiError>) -> Result<Option<Visit>, ApiError> {
    match answer {
        Err(error) if error.needs_sign_in() => Err(error),
        Err(ApiError::Refused { .. }) => Ok(None),
        answer => answer,
    }
}

fn told(site: &Site, visit: Visit, shown: Resource<Option<Visit>>) -> El {
    let text = Text::here();
    let now = clock::now_shown();
    let host_label = if visit.mode == Some(Mode::Place) { text.place() } else { text.host() };
    let stay = visit.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default();
    let people = visit.people.map(|people| people.to_string()).unwrap_or_default();
    let meaning = if visit.is_gathering { text.gathering() } else { text.status_meaning(&visit.status) };
    let point = |step: Step| Point {
        words: text.step(step.event),
        time: step.at.map(|time| text.moment(time, now)).unwrap_or_default(),
        when: step.when,
    };
    all([
        outcome(visit.status.tone(), &text.status(&visit.status), meaning, []),
        facts("", [(text.remark(), visit.remark.clone())]),
        actions(site, &visit, shown),
        companions(site, &visit, move || shown.reload()),
        timeline(text.progress(), visit.timeline().into_iter().map(point)),
        facts(
            "",
            [
                (text.time(), stay),
                (host_label, visit.host.name),
                (text.department(), visit.host_department),
                (text.enterprise(), visit.host_company),
                (text.purpose(), visit.purpose),
            ],
        ),
        facts(
            text.about_you(),
            [
                (text.visitor(), visit.visitor_name),
                (text.phone(), visit.visitor_phone),
                (text.company(), visit.visitor_company),
                (text.people(), people),
                (text.car(), visit.car),
            ],
        ),
    ])
}
