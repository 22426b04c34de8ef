//! How an invitation stands, as far as the backend tells.

use crate::api::acceptance::{preview, status_from_refusal};
use crate::api::error::ApiError;
use crate::api::visit::{self, Part};
use crate::domain::invitation::{Invitation, InvitationLink, InvitationStatus};
use crate::domain::visit::{Status, Visit};
use crate::page::Site;

/// Shows the invitation; one that is refused to be shown stands as the refusal says.
pub async fn look(site: Site, link: InvitationLink) -> Result<Invitation, ApiError> {
    let context = &site.session.context;
    let told = site.client.send(preview(context, &link)).await;
    let told = told.or_else(|error| status_from_refusal(&error).map(Invitation::with_status).ok_or(error));
    if !context.in_mini_program() {
        return told;
    }
    // The mini-program's preview says neither how an invitation stands nor who accepted it; the guest's own list does.
    let Ok(mine) = site.client.send(visit::list(context, &Part::Upcoming, 1)).await else { return told };
    let is_it = |visit: &&Visit| {
        let by_name = visit.batch.as_ref().is_some_and(|batch| batch.as_str() == link.id.as_str());
        by_name || told.as_ref().is_ok_and(|told| told.led_to(visit))
    };
    match mine.items.iter().find(is_it) {
        Some(visit) if visit.status == Status::Inviting => told.map(|told| {
            // Its order can be declined, now that it is known.
            let is_open = told.status == InvitationStatus::Open;
            Invitation { visit: Some(visit.visit_ref()).filter(|_| is_open), ..told }
        }),
        Some(visit) => Ok(Invitation::from_visit(visit)),
        None => told,
    }
}
