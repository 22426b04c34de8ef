//! The members of access control as far as they have been read. A list that has to be read from its top again keeps
//! what is shown until the end is reached once more.

use super::Member;

/// What is shown of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    members: Vec<Member>,
    /// How many of them, from the top, this reading has seen; those after it are from an earlier one.
    seen: usize,
    /// Changes when members changed or went; not when a page added some.
    pub edition: u32,
}

impl Roster {
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Begins to read from the top.
    pub fn restart(&mut self) {
        self.seen = 0;
    }

    /// Takes the next page of this reading. At the end, who was not seen again is gone.
    pub fn take(&mut self, page: Vec<Member>, is_last: bool) {
        let before = self.members.clone();
        for member in page {
            if let Some(at) = self.members.iter().position(|known| known.id == member.id) {
                self.members.remove(at);
                // A list that moved while it was read tells of somebody twice.
                self.seen -= usize::from(at < self.seen);
            }
            self.members.insert(self.seen, member);
            self.seen += 1;
        }
        if is_last {
            self.members.truncate(self.seen);
        }
        if !self.members.starts_with(&before) {
            self.edition += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::DoorUserId;

    fn members(ids: &str) -> Vec<Member> {
        let member = |id: &str| Member { id: DoorUserId::parse(id).unwrap(), card: None, has_face: false };
        ids.split_whitespace().map(member).collect()
    }

    fn shown(roster: &Roster) -> String {
        roster.members().iter().map(|member| member.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pages_follow_each_other() {
        let mut roster = Roster::default();
        roster.take(members("a b"), false);
        roster.take(members("c d"), true);
        assert_eq!((shown(&roster).as_str(), roster.edition), ("a b c d", 0));
    }

    #[test]
    fn a_new_reading_keeps_what_is_shown_and_ends_with_what_is_there() {
        let mut roster = Roster::default();
        roster.take(members("a b"), false);
        roster.take(members("c d"), false);
        roster.restart();
        assert_eq!(shown(&roster), "a b c d");
        roster.take(members("a x"), false);
        assert_eq!(shown(&roster), "a x b c d");
        roster.take(members("c"), true);
        assert_eq!(shown(&roster), "a x c");
    }

    #[test]
    fn nobody_is_shown_twice_when_the_list_moves_meanwhile() {
        let mut roster = Roster::default();
        roster.take(members("a b"), false);
        roster.take(members("b c"), true);
        assert_eq!(shown(&roster), "a b c");
        roster.restart();
        roster.take(members("c a"), false);
        roster.take(members("c"), false);
        assert_eq!(shown(&roster), "a c b");
        roster.take(Vec::new(), true);
        assert_eq!(shown(&roster), "a c");
    }

    #[test]
    fn rows_are_drawn_anew_only_when_they_changed() {
        let mut roster = Roster::default();
        roster.take(members("a b"), true);
        let before = roster.edition;
        roster.restart();
        roster.take(members("a b"), true);
        assert_eq!(roster.edition, before);
        roster.restart();
        roster.take(vec![Member { has_face: true, ..members("a").remove(0) }], true);
        assert_ne!(roster.edition, before);
    }
}
