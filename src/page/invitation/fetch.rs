//! Fetching an invitation with its status, as far as the backend gives it.

use crate::api::acceptance::preview;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::api::visit::{self, Part};
use crate::domain::invitation::{Invitation, InvitationLink, InvitationStatus};
use crate::domain::visit::{Status, Visit};
use crate::session::Session;

/// The invitation behind a link. In the mini-program, a guest's own visit says what became of it, though the preview is refused.
pub async fn fetch(client: Client, session: Session, link: InvitationLink) -> Result<Invitation, ApiError> {
    let context = &session.context;
    let answer = client.send(preview(context, &link)).await;
    if !context.in_mini_program() || !session.is_known() {
        return answer;
    }
    // The mini-program's preview has neither the status nor the guest; the guest's own list has both.
    match client.send(visit::list(context, &Part::Upcoming, 1)).await {
        Ok(mine) => with_own_visit(answer, &link, &mine.items),
        Err(_) => answer,
    }
}

fn with_own_visit(answer: Result<Invitation, ApiError>, link: &InvitationLink, mine: &[Visit]) -> Result<Invitation, ApiError> {
    let is_same = |visit: &&Visit| {
        let by_batch = visit.batch.as_ref().is_some_and(|batch| batch.as_str() == link.id.as_str());
        by_batch || answer.as_ref().is_ok_and(|invitation| invitation.led_to(visit))
    };
    match mine.iter().find(is_same) {
        Some(visit) if visit.status == Status::Inviting => answer.map(|invitation| {
            // Only now is the order known that declining takes.
            let is_open = invitation.status == InvitationStatus::Open;
            Invitation { visit: Some(visit.visit_ref()).filter(|_| is_open), ..invitation }
        }),
        Some(visit) => Ok(Invitation::from_visit(visit)),
        None => answer,
    }
}
