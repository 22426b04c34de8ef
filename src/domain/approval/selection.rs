//! Which visits of a list are selected. It outlives a refresh, and a sign-in in between.

use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::{Batch, OrderId};
use crate::domain::visit::HostVisitId;

/// The ids of the visits that were selected. Some may have left the list since, or wait no more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection(Vec<HostVisitId>);

impl Selection {
    pub fn has(&self, id: &HostVisitId) -> bool {
        self.0.contains(id)
    }

    pub fn toggle(&mut self, id: &HostVisitId) {
        match self.0.iter().position(|known| known == id) {
            Some(at) => drop(self.0.swap_remove(at)),
            None => self.0.push(id.clone()),
        }
    }

    /// Selects all visits of a list that wait, and nothing else.
    pub fn select_all(&mut self, rows: &[HostVisitSummary]) {
        self.0 = rows.iter().filter(|row| row.status.may_be_decided()).map(|row| row.id.clone()).collect();
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The selected visits of a list that still wait.
    pub fn selected<'a>(&'a self, rows: &'a [HostVisitSummary]) -> impl Iterator<Item = &'a HostVisitSummary> {
        // Mostly the ids are in the order of the rows, so the next one is compared before all others.
        let mut next = 0;
        rows.iter().filter(move |row| {
            let is_next = self.0.get(next) == Some(&row.id);
            let at = if is_next { Some(next) } else { self.0.iter().position(|id| *id == row.id) };
            next = at.map_or(next, |at| at + 1);
            at.is_some() && row.status.may_be_decided()
        })
    }

    /// One a line, as [`Self::to_text`] writes them.
    pub fn parse(text: &str) -> Self {
        let id = |line: &str| match line.split_at_checked(1)? {
            ("o", id) => OrderId::parse(id).map(HostVisitId::Order),
            ("b", id) => Batch::parse(id).map(HostVisitId::Batch),
            _ => None,
        };
        Self(text.lines().filter_map(id).collect())
    }

    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for id in &self.0 {
            let (kind, id) = key(id);
            text.push_str(kind);
            text.push_str(id);
            text.push('\n');
        }
        text
    }
}

fn key(id: &HostVisitId) -> (&'static str, &str) {
    match id {
        HostVisitId::Order(order) => ("o", order.as_str()),
        HostVisitId::Batch(batch) => ("b", batch.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::Status;

    fn row(id: &str, status: Status) -> HostVisitSummary {
        HostVisitSummary { status, ..HostVisitSummary::with_id(HostVisitId::Batch(Batch::parse(id).unwrap())) }
    }

    fn chosen(selection: &Selection, rows: &[HostVisitSummary]) -> usize {
        selection.selected(rows).count()
    }

    #[test]
    fn all_that_wait_are_selected_and_no_others() {
        let rows = [row("1", Status::WaitingApproval), row("2", Status::Normal), row("3", Status::Unknown("复核中".into()))];
        let mut selection = Selection::default();
        selection.select_all(&rows);
        assert!(selection.has(&rows[0].id) && !selection.has(&rows[1].id) && !selection.has(&rows[2].id));
        selection.toggle(&rows[0].id);
        assert_eq!(selection, Selection::default());
    }

    #[test]
    fn what_was_decided_meanwhile_is_no_longer_chosen() {
        let mut selection = Selection::default();
        selection.select_all(&[row("1", Status::WaitingApproval), row("2", Status::WaitingApproval)]);
        assert_eq!(
            chosen(&selection, &[row("2", Status::Normal), row("1", Status::WaitingApproval), row("9", Status::WaitingApproval)]),
            1
        );
        assert_eq!(chosen(&selection, &[]), 0, "a refresh shows fewer rows");
        assert_eq!(chosen(&selection, &[row("1", Status::WaitingApproval), row("2", Status::WaitingApproval)]), 2, "and they come back");
    }

    #[test]
    fn it_is_kept_as_text() {
        let mut selection = Selection::default();
        selection.toggle(&HostVisitId::Order(OrderId::parse("1222").unwrap()));
        selection.toggle(&HostVisitId::Batch(Batch::parse("B7").unwrap()));
        assert_eq!(selection.to_text(), "o1222\nbB7\n");
        assert_eq!(Selection::parse(&selection.to_text()), selection);
        assert_eq!(Selection::parse("x\n\no\n访"), Selection::default());
    }
}
