//! What the tab remembers of a booking that was sent: the server's answer holds nothing, not even an id.

use crate::domain::booking::attempt::Attempt;
use crate::domain::id::ReceiptId;
use crate::domain::private::{Private, Viewer};
use crate::domain::time::SiteTime;
use crate::domain::venue::Mode;
use crate::domain::visit::Stay;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{DAY, PersonalValue};

/// To whom, when, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub mode: Mode,
    pub host: String,
    /// Where it is, as far as that is known.
    pub place: String,
    /// The number that the visitor gave, with its middle hidden; empty where the form asked for none.
    pub phone: String,
    pub stay: Stay,
    /// Whether companions confirm first, and then the visitor hands it in.
    pub waits_for_companions: bool,
}

impl Receipt {
    pub fn of(attempt: &Attempt, place: String, waits_for_companions: bool) -> Self {
        let phone = Private::from(attempt.visitor_phone.as_str()).shown_to(Viewer::Stranger);
        Self { mode: attempt.mode, host: attempt.host.clone(), place, phone, stay: attempt.stay, waits_for_companions }
    }

    /// Keeps it while the tab is open, and names it for the address.
    pub fn store(&self) -> Option<ReceiptId> {
        let id = ReceiptId::parse(&clock::now().unix_millis().to_string())?;
        stored(&id).write(&self.to_text(), DAY);
        Some(id)
    }

    /// The one of that name; none in another tab.
    pub fn read(id: &ReceiptId) -> Option<Self> {
        Self::parse(&stored(id).read()?)
    }

    fn to_text(&self) -> String {
        let (start, end) = (self.stay.start.input_value(), self.stay.end.input_value());
        let next = if self.waits_for_companions { COMPANIONS } else { "" };
        [self.mode.code(), &start, &end, next, &self.phone, &self.place, &self.host].join("\n")
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.splitn(7, '\n');
        let mode = lines.next().and_then(Mode::from_code)?;
        let stay = Stay { start: SiteTime::parse(lines.next()?)?, end: SiteTime::parse(lines.next()?)? };
        let waits_for_companions = lines.next()? == COMPANIONS;
        let (phone, place, host) = (lines.next()?.to_owned(), lines.next()?.to_owned(), lines.next()?.to_owned());
        Some(Self { mode, host, place, phone, stay, waits_for_companions })
    }
}

const COMPANIONS: &str = "companions";

fn stored(id: &ReceiptId) -> PersonalValue {
    PersonalValue::new(Storage::Session, ["booked:", id.as_str()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_back_and_nonsense_is_none() {
        let start = SiteTime::parse("2026-11-22T10:00").unwrap();
        let stay = Stay { start, end: start.plus_minutes(120) };
        for (mode, waits_for_companions) in [(Mode::Person, false), (Mode::Place, true)] {
            let (host, place, phone) = ("王建国".to_owned(), "临港智造".to_owned(), "139****5678".to_owned());
            let receipt = Receipt { mode, host, place, phone, stay, waits_for_companions };
            assert_eq!(Receipt::parse(&receipt.to_text()), Some(receipt));
        }
        assert_eq!(["", "person", "person\nx\ny\n\nz"].map(Receipt::parse), [None, None, None]);
    }
}
