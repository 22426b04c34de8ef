//! A link from a message: signs in, then goes on to the visit.

use crate::api;
use crate::api::error::ApiError;
use crate::api::session::Entry;
use crate::api::transport::Client;
use crate::context::sign_in::{sign_in, store_last_message, take_return};
use crate::context::{use_client, use_href, use_navigation, use_session};
use crate::domain::id::OrderId;
use crate::domain::visit::{HostVisitId, VisitRef};
use crate::layout::VisitorScreen;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, Resource};
use crate::route::{HostRoute, Route};
use crate::session::Session;
use crate::text::use_text;
use crate::ui::empty::Empty;
use leptos::prelude::*;

/// Signs in whoever opened a message about an order, and replaces itself by the visit.
#[component]
pub fn MessagePage(order: OrderId) -> impl IntoView {
    let text = use_text();
    let (client, session, navigation) = (use_client(), use_session(), use_navigation());
    // Messages go to employees and to visitors.
    let (back, closed, home) = if session.is_messaged_employee() {
        (text.back_to_today(), text.message_closed_to_employee(), use_href(&Route::Host(HostRoute::Today)))
    } else {
        (text.back_to_start(), text.message_closed_detail(), use_href(&Route::Book))
    };
    let refusal = Resource::new(move || {
        let (client, session, navigation, order) = (client.clone(), session.clone(), navigation.clone(), order.clone());
        async move {
            Ok(match enter(&client, &session, &order).await? {
                SignIn::Refused(reason) => Some(reason),
                SignIn::Accepted => {
                    store_last_message(&order);
                    navigation.replace(redirect(&session, order));
                    None
                }
            })
        }
    });
    let ready = move |refusal: DynSignal<Option<String>>| {
        let reason = refusal.get_untracked()?;
        let detail = if reason.trim().is_empty() { closed.to_owned() } else { reason };
        let next = Some((back, home.clone()));
        Some(view! { <Empty title=text.message_closed_title() detail=detail next=next/> })
    };
    view! {
        <VisitorScreen title=text.message()>
            <AsyncView value=refusal.signal() on_retry=move || refusal.refetch() children=ready/>
        </VisitorScreen>
    }
}

/// What came of signing in.
enum SignIn {
    Accepted,
    /// In the backend's words, which may be none.
    Refused(String),
}

async fn enter(client: &Client, session: &Session, order: &OrderId) -> Result<SignIn, ApiError> {
    let Some(call) = api::session::sign_in(&session.context, order.clone(), session.employee.as_ref()) else {
        return Ok(SignIn::Accepted);
    };
    match client.send(call).await {
        Ok(Entry::Closed(reason)) => Ok(SignIn::Refused(reason)),
        Err(error) => Err(error),
        Ok(Entry::Open(token)) => {
            token.into_iter().for_each(|token| sign_in(session, token));
            Ok(SignIn::Accepted)
        }
    }
}

/// Where to go after signing in: back to the screen that asked for it, else to the visit.
fn redirect(session: &Session, order: OrderId) -> Route {
    match take_return() {
        Some(route) => route,
        None if session.is_messaged_employee() => Route::Host(HostRoute::Visit(HostVisitId::Order(order))),
        None => Route::Visit(VisitRef { order, batch: None }),
    }
}
