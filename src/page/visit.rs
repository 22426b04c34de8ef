//! One visit: how it stands, and its facts.

use super::{FrameLink, LanguageSwitch, Site};
use crate::api::visit::GetVisit;
use crate::domain::id::OrderId;
use crate::domain::venue::Mode;
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::remote::{Load, load};
use crate::route::Route;
use crate::text::Text;
use crate::ui::cell::{Cells, Fact};
use crate::ui::empty::Empty;
use crate::ui::frame::Frame;
use crate::ui::outcome::Outcome;
use leptos::prelude::*;

#[component]
pub fn VisitPage(site: Site, order: OrderId) -> impl IntoView {
    let text = Text::here();
    let visits = site.href(&Route::Visits);
    let client = site.client.clone();
    let visit = load(move || {
        let (client, call) = (client.clone(), GetVisit { order_id: order.clone() });
        async move { client.send(&call).await.map(|wire| wire.visit()) }
    });
    let links = {
        let visits = visits.clone();
        move || view! { <FrameLink label=text.my_visits() href=visits.clone()/> <LanguageSwitch/> }
    };
    let ready = move |visit: Option<Visit>| match visit {
        Some(visit) => view! { <Facts visit/> }.into_any(),
        None => {
            let next = Some((text.my_visits(), visits.clone()));
            view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next/> }.into_any()
        }
    };
    view! {
        <Frame title=text.visit() links>
            <Load value=visit.signal() retry=move || visit.reload() children=ready/>
        </Frame>
    }
}

#[component]
fn Facts(visit: Visit) -> impl IntoView {
    let text = Text::here();
    let now = clock::now();
    let title = text.status(&visit.status);
    let moment = move |time: Option<_>| time.map(|time| text.moment(time, now)).unwrap_or_default();
    let host_label = if visit.mode == Some(Mode::Place) { text.place() } else { text.host() };
    view! {
        <Outcome mood=visit.status.mood() title detail=text.status_meaning(&visit.status).to_owned()>{()}</Outcome>
        <Cells>
            <Fact label=text.remark() value=visit.remark/>
            <Fact label=text.time() value=visit.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default()/>
            <Fact label=host_label value=visit.host.name/>
            <Fact label=text.department() value=visit.host_department/>
            <Fact label=text.purpose() value=visit.purpose/>
        </Cells>
        <Cells heading=text.about_you()>
            <Fact label=text.visitor() value=visit.visitor_name/>
            <Fact label=text.phone() value=visit.visitor_phone/>
            <Fact label=text.company() value=visit.visitor_company/>
            <Fact label=text.people() value=visit.people.map(|people| people.to_string()).unwrap_or_default()/>
            <Fact label=text.car() value=visit.car/>
        </Cells>
        <Cells>
            <Fact label=text.booked_at() value=moment(visit.booked_at)/>
            <Fact label=text.arrived_at() value=moment(visit.arrived_at)/>
            <Fact label=text.left_at() value=moment(visit.left_at)/>
        </Cells>
    }
}
