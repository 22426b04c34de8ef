//! The draft store under its former names, for the pages that have not moved yet.

use crate::domain::booking::Form;
use crate::domain::venue::Mode;
use crate::form::DraftStore;
use crate::route::Route;
use crate::session::Session;

#[derive(Debug, Clone)]
pub struct Drafts(DraftStore);

impl Drafts {
    pub fn of(session: &Session) -> Self {
        Self(DraftStore::of_booking(session))
    }

    pub fn about(session: &Session, route: &Route) -> Self {
        Self(DraftStore::of_route(session, route))
    }

    pub fn mode(&self) -> Option<Mode> {
        self.0.form_mode()
    }

    pub fn restored(&self, fresh: &Form) -> Option<Form> {
        self.0.restore_form(fresh)
    }

    pub fn keep(&self, form: &Form) {
        self.0.save_form(form);
    }

    pub fn discard(&self) {
        self.0.discard();
    }
}
