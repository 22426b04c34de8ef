//! An invitation as its employee writes it: one visit, one visitor or several.

use crate::domain::booking::field::{Choice, Field};
use crate::domain::id::{AreaId, VisitorTypeId};
use crate::domain::person::Phone;
use crate::domain::problem::{Cause, Problem, Spot};
use crate::domain::time::{SiteTime, parse_date};
use crate::domain::venue::Area;
use crate::domain::visit::{Stay, Visit};

/// How many visitors are invited in one go at most.
pub const MOST_GUESTS: usize = 20;

/// How long a visit is taken to last until the employee says otherwise.
const USUAL_STAY_MINUTES: i64 = 120;

/// A day that has begun already begins so much later than now: the clock goes on while the invitation is on its way.
const SLACK_MINUTES: i64 = 5;

/// How exactly a site wants to know when somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Days, each from its first minute to its last.
    Day,
    Minute,
}

/// A kind of visitor that the site tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitorType {
    pub id: VisitorTypeId,
    pub name: String,
}

/// What a site has to choose from for those who invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub precision: Precision,
    /// None where a purpose is written freely.
    pub purposes: Vec<String>,
    pub needs_purpose: bool,
    pub types: Vec<VisitorType>,
    pub areas: Vec<Area>,
}

impl Offer {
    /// What the official account's form says of these things; it asks for times to the minute.
    pub fn from_form(fields: &[Field], areas: Vec<Area>) -> Self {
        let field = |key: &str| fields.iter().find(|field| field.key.as_str() == key);
        let choices = |key: &str| field(key).map(|field| field.kind.choices()).unwrap_or_default();
        let kind = |choice: &Choice| Some(VisitorType { id: VisitorTypeId::parse(&choice.value)?, name: choice.text.clone() });
        Self {
            precision: Precision::Minute,
            purposes: choices("visitorPurpose").iter().map(|choice| choice.value.clone()).collect(),
            needs_purpose: field("visitorPurpose").is_some_and(|field| field.required),
            types: choices("visitorTypeId").iter().filter_map(kind).collect(),
            areas,
        }
    }
}

/// Somebody to invite, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guest {
    pub name: String,
    pub phone: String,
}

/// What was written so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub guests: Vec<Guest>,
    /// As the inputs hold them: `2026-11-21T10:00`, or `2026-11-21` where days are chosen.
    pub start: String,
    pub end: String,
    pub purpose: String,
    /// The id of the kind of visitor; empty for none.
    pub visitor_type: String,
    pub areas: Vec<AreaId>,
}

/// An invitation that may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub name: String,
    pub phone: Phone,
    pub stay: Stay,
    pub purpose: String,
    pub visitor_type: Option<VisitorTypeId>,
    pub areas: Vec<AreaId>,
}

impl Draft {
    /// Nobody is invited yet; the site's areas are preselected.
    pub fn new(offer: &Offer) -> Self {
        Self {
            guests: vec![Guest::default()],
            start: String::new(),
            end: String::new(),
            purpose: String::new(),
            visitor_type: String::new(),
            areas: offer.areas.iter().filter(|area| area.preselected).map(|area| area.id.clone()).collect(),
        }
    }

    /// The draft that invites once more whom an earlier visit was of. A time that has passed is to be chosen anew.
    pub fn like(visit: &Visit, offer: &Offer, now: SiteTime) -> Self {
        let offered = |area: &&AreaId| offer.areas.iter().any(|offered| &offered.id == *area);
        let areas: Vec<AreaId> = visit.areas.iter().filter(offered).cloned().collect();
        let fresh = Self::new(offer);
        let written = |time: SiteTime| match offer.precision {
            Precision::Day => time.date_text(),
            Precision::Minute => time.input_value(),
        };
        let stay = visit.stay.filter(|stay| stay.start > now).map(|stay| (written(stay.start), written(stay.end)));
        let (start, end) = stay.unwrap_or_default();
        let kind = visit.visitor_type.as_ref().filter(|kind| offer.types.iter().any(|offered| &offered.id == *kind));
        Self {
            guests: vec![Guest { name: visit.visitor_name.clone(), phone: visit.visitor_phone.in_full().to_owned() }],
            start,
            end,
            purpose: visit.purpose.clone(),
            visitor_type: kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            areas: if areas.is_empty() { fresh.areas } else { areas },
        }
    }

    /// Takes the start that was typed, and moves the end along where it is empty or no longer after it.
    pub fn set_start(&mut self, typed: String, precision: Precision) {
        match precision {
            Precision::Minute => {
                if let Some(start) = SiteTime::parse(&typed)
                    && SiteTime::parse(&self.end).is_none_or(|end| end <= start)
                {
                    self.end = start.plus_minutes(USUAL_STAY_MINUTES).input_value();
                }
            }
            Precision::Day => {
                if let Some(start) = parse_date(&typed)
                    && parse_date(&self.end).is_none_or(|end| end < start)
                {
                    self.end.clone_from(&typed);
                }
            }
        }
        self.start = typed;
    }

    pub fn toggle_area(&mut self, area: &AreaId) {
        if self.areas.contains(area) {
            self.areas.retain(|chosen| chosen != area);
        } else {
            self.areas.push(area.clone());
        }
    }

    /// The invitations, one a guest, or everything that is wrong in the order of the screen.
    pub fn check(&self, offer: &Offer, now: SiteTime) -> Result<Vec<Invitation>, Vec<Problem>> {
        let mut problems = Vec::new();
        let guests = self.checked_guests(&mut problems);
        let stay = self.checked_stay(offer.precision, now, &mut problems);
        if offer.needs_purpose && self.purpose.trim().is_empty() {
            problems.push(Problem { spot: Spot::Purpose, cause: Cause::Missing });
        }
        if self.areas.is_empty() && !offer.areas.is_empty() {
            problems.push(Problem { spot: Spot::Areas, cause: Cause::Missing });
        }
        match stay {
            Some(stay) if problems.is_empty() => {
                let invitation = |(name, phone)| Invitation {
                    name,
                    phone,
                    stay,
                    purpose: self.purpose.trim().to_owned(),
                    visitor_type: VisitorTypeId::parse(&self.visitor_type),
                    areas: self.areas.clone(),
                };
                Ok(guests.into_iter().map(invitation).collect())
            }
            _ => Err(problems),
        }
    }

    fn checked_guests(&self, problems: &mut Vec<Problem>) -> Vec<(String, Phone)> {
        let mut guests: Vec<(String, Phone)> = Vec::new();
        for (place, guest) in self.guests.iter().enumerate() {
            let name = guest.name.trim();
            if name.is_empty() {
                problems.push(Problem { spot: Spot::GuestName(place), cause: Cause::Missing });
            }
            let phone = Phone::parse(&guest.phone);
            let cause = match &phone {
                None if guest.phone.trim().is_empty() => Some(Cause::Missing),
                None => Some(Cause::NotAPhone),
                Some(phone) => guests.iter().any(|(_, earlier)| earlier == phone).then_some(Cause::Twice),
            };
            problems.extend(cause.map(|cause| Problem { spot: Spot::GuestPhone(place), cause }));
            guests.extend(phone.map(|phone| (name.to_owned(), phone)));
        }
        guests
    }

    /// From the first minute of a day to the last of the same or another one; to the minute as typed.
    fn checked_stay(&self, precision: Precision, now: SiteTime, problems: &mut Vec<Problem>) -> Option<Stay> {
        let this_minute = now.to_minute();
        let (start, end) = match precision {
            Precision::Minute => (SiteTime::parse(&self.start), SiteTime::parse(&self.end)),
            Precision::Day => (start_of_day(&self.start, now), SiteTime::parse(&format!("{} 23:59", self.end))),
        };
        let mut found = |spot, cause| problems.push(Problem { spot, cause });
        let cause = |typed: &str| if typed.is_empty() { Cause::Missing } else { Cause::NotATime };
        match start {
            None => found(Spot::Start, cause(&self.start)),
            Some(start) if start < this_minute => found(Spot::Start, Cause::InThePast),
            Some(_) => {}
        }
        match (start, end) {
            (_, None) => found(Spot::End, cause(&self.end)),
            (Some(start), Some(end)) if end <= start => found(Spot::End, Cause::EndsBeforeItStarts),
            _ => {}
        }
        start.zip(end).map(|(start, end)| Stay { start, end })
    }
}

/// The first minute of a day; of today, one that is still to come.
fn start_of_day(day: &str, now: SiteTime) -> Option<SiteTime> {
    let start = SiteTime::parse(&format!("{day} 00:00"))?;
    let soon = now.to_minute().plus_minutes(SLACK_MINUTES);
    Some(if start.is_same_day(now) && start < soon { soon } else { start })
}

#[cfg(test)]
mod tests;
