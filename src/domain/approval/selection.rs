//! Which visits of a list are selected. It outlives a refresh, and a sign-in in between.

use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::{Batch, OrderId};
use crate::domain::visit::HostVisitId;

/// The names of the visits that were selected; whether they are still there and still wait, the list knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection(Vec<HostVisitId>);

impl Selection {
    pub fn has(&self, name: &HostVisitId) -> bool {
        self.0.contains(name)
    }

    pub fn toggle(&mut self, name: &HostVisitId) {
        match self.0.iter().position(|known| known == name) {
            Some(at) => drop(self.0.swap_remove(at)),
            None => self.0.push(name.clone()),
        }
    }

    /// Selects all of a list that wait, and nothing else.
    pub fn fill(&mut self, rows: &[HostVisitSummary]) {
        self.0 = rows.iter().filter(|row| row.status.may_be_decided()).map(|row| row.id.clone()).collect();
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What is selected of a list and still waits.
    pub fn chosen<'a>(&'a self, rows: &'a [HostVisitSummary]) -> impl Iterator<Item = &'a HostVisitSummary> {
        // Mostly the names stand in the order of the rows: the next one is looked at before all others.
        let mut next = 0;
        rows.iter().filter(move |row| {
            let is_next = self.0.get(next) == Some(&row.id);
            let at = if is_next { Some(next) } else { self.0.iter().position(|name| *name == row.id) };
            next = at.map_or(next, |at| at + 1);
            at.is_some() && row.status.may_be_decided()
        })
    }

    /// One a line, as [`Self::written`] writes them.
    pub fn read(text: &str) -> Self {
        let name = |line: &str| match line.split_at_checked(1)? {
            ("o", id) => OrderId::parse(id).map(HostVisitId::Order),
            ("b", id) => Batch::parse(id).map(HostVisitId::Batch),
            _ => None,
        };
        Self(text.lines().filter_map(name).collect())
    }

    pub fn written(&self) -> String {
        let mut text = String::new();
        for name in &self.0 {
            let (kind, id) = key(name);
            text.push_str(kind);
            text.push_str(id);
            text.push('\n');
        }
        text
    }
}

fn key(name: &HostVisitId) -> (&'static str, &str) {
    match name {
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
        selection.chosen(rows).count()
    }

    #[test]
    fn all_that_wait_are_selected_and_no_others() {
        let rows = [row("1", Status::WaitingApproval), row("2", Status::Normal), row("3", Status::Unknown("复核中".into()))];
        let mut selection = Selection::default();
        selection.fill(&rows);
        assert!(selection.has(&rows[0].id) && !selection.has(&rows[1].id) && !selection.has(&rows[2].id));
        selection.toggle(&rows[0].id);
        assert_eq!(selection, Selection::default());
    }

    #[test]
    fn what_was_decided_meanwhile_is_no_longer_chosen() {
        let mut selection = Selection::default();
        selection.fill(&[row("1", Status::WaitingApproval), row("2", Status::WaitingApproval)]);
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
        assert_eq!(selection.written(), "o1222\nbB7\n");
        assert_eq!(Selection::read(&selection.written()), selection);
        assert_eq!(Selection::read("x\n\no\n访"), Selection::default());
    }
}
