//! A link from a message: signs in, then goes on to the visit.

use super::{MESSAGE_KEY, RETURN_KEY, Site, language_switch};
use crate::api::error::ApiError;
use crate::api::session::{Entry, sign_in};
use crate::domain::id::OrderId;
use crate::domain::visit::{HostVisitId, VisitRef};
use crate::old_ui::element::{El, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::frame;
use crate::platform::storage::Storage;
use crate::remote::{four_faces, load};
use crate::route::{HostRoute, Route};
use crate::text::Text;

pub fn message_page(site: Site, order: OrderId) -> El {
    let text = Text::here();
    let home = site.href(&Route::Book);
    let refusal = load(move || enter(site.clone(), order.clone()));
    let ready = move |refusal: Option<String>| {
        let say = |title: &str, detail: &str| empty(title, detail, Some((text.back_to_start(), &home)));
        match refusal {
            Some(reason) if !reason.trim().is_empty() => say(text.message_closed_title(), &reason),
            Some(_) => say(text.message_closed_title(), text.message_closed_detail()),
            // On the way to the visit.
            None => nothing(),
        }
    };
    frame(text.message(), [language_switch()], four_faces(move || refusal.get(), move || refusal.reload(), ready))
}

/// Lets somebody in and on to the visit; the answer is why not.
async fn enter(site: Site, order: OrderId) -> Result<Option<String>, ApiError> {
    let ask = sign_in(&site.session.context, order.clone(), site.session.employee.as_ref());
    let answer = match ask {
        Some(ask) => site.client.send(ask).await,
        None => Ok(Entry::Open(None)),
    };
    match answer {
        Ok(Entry::Closed(reason)) => return Ok(Some(reason)),
        Err(ApiError::Refused { message, .. }) => return Ok(Some(message)),
        Err(error) => return Err(error),
        Ok(Entry::Open(token)) => token.into_iter().for_each(|token| site.sign_in(token)),
    }
    Storage::Session.write(MESSAGE_KEY, order.as_str());
    // Who was sent to sign in again goes on where they were.
    let before = Storage::Session.read(RETURN_KEY);
    Storage::Session.remove(RETURN_KEY);
    if let Some(before) = before {
        site.navigation.replace(Route::parse(&before));
        return Ok(None);
    }
    let visit = if site.session.is_messaged_employee() {
        Route::Host(HostRoute::Visit(HostVisitId::Order(order)))
    } else {
        Route::Visit(VisitRef { order, batch: None })
    };
    site.navigation.replace(visit);
    Ok(None)
}
