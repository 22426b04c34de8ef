//! Whether the doors know a visitor yet: approved is not yet let in.

use crate::domain::code::codes;

/// One means of opening one door, and how far its permission has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub area: String,
    pub door: String,
    pub means: Option<Means>,
    pub progress: Readiness,
}

codes! {
    /// What opens a door (`cardType`).
    pub enum Means: &'static str {
        IdentityNumber = "0",
        IdentityChip = "1",
        Card = "2",
        QrCode = "3",
        Plate = "4",
        Face = "5",
    }
}

/// How far a permission has come on its way to a door (`authStatus`). The order is that of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readiness {
    /// There is nothing to send.
    Nothing,
    /// Taken back, or about to be.
    Withdrawn,
    Done,
    Sending,
    Waiting,
    Failed,
}

impl Readiness {
    /// The documents' number; what they do not have is nothing.
    pub fn from_code(code: Option<i64>) -> Self {
        match code {
            Some(1) => Self::Waiting,
            Some(2) => Self::Sending,
            Some(3) => Self::Done,
            Some(4) => Self::Failed,
            Some(..=-1) => Self::Withdrawn,
            _ => Self::Nothing,
        }
    }

    /// How far all have come: as far as the one that most needs a look. A pass whose number plate has no permission to
    /// be sent still opens what it opens.
    pub fn of_all(grants: &[Grant]) -> Self {
        grants.iter().map(|grant| grant.progress).max().unwrap_or(Self::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_needs_a_look_decides() {
        let grant = |code| Grant { area: String::new(), door: String::new(), means: None, progress: Readiness::from_code(Some(code)) };
        for (codes, progress) in [
            (vec![], Readiness::Nothing),
            (vec![0], Readiness::Nothing),
            (vec![7, 0], Readiness::Nothing),
            (vec![0, 3], Readiness::Done),
            (vec![3, 2], Readiness::Sending),
            (vec![1, 2, 3], Readiness::Waiting),
            (vec![3, 4, 1], Readiness::Failed),
            (vec![-1, -3, -4], Readiness::Withdrawn),
            (vec![-3, 3], Readiness::Done),
        ] {
            let grants: Vec<Grant> = codes.iter().copied().map(grant).collect();
            assert_eq!(Readiness::of_all(&grants), progress, "{codes:?}");
        }
        assert_eq!(Readiness::from_code(None), Readiness::Nothing);
    }
}
