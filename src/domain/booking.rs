//! A booking form as the server describes it, from empty to submitted.

pub mod answer;
pub mod attempt;
pub mod check;
pub mod draft;
pub mod field;
#[cfg(test)]
pub(crate) mod fixture;
pub mod photo;
pub mod prefill;
pub mod stored_attempts;
pub mod submission;

use super::commitment::{Commitments, Replies, Statement};
use super::id::AreaId;
use super::time::SiteTime;
use super::venue::{Area, Host, Mode, Place};
use answer::Answers;
use field::{Field, FieldKey};

/// How long a visit is taken to last until the visitor says otherwise.
const USUAL_STAY_MINUTES: i64 = 120;

/// The booking form with what was typed into it so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    pub subject: Subject,
    /// Start and end as typed, in the format of `<input type="datetime-local">`.
    pub start: String,
    pub end: String,
    pub fields: Vec<Field>,
    pub areas: Vec<Area>,
    pub chosen_areas: Vec<AreaId>,
    pub answers: Answers,
    pub statements: Vec<Statement>,
    pub replies: Replies,
}

/// Whom the booking is for, as far as the visitor has got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A member of staff, found by phone.
    Person(HostSearch),
    /// One of the places that the site offers.
    Place { offered: Vec<Place>, chosen: Option<usize> },
    /// The host of a visit that stands already: it can be changed in everything else.
    Settled { mode: Mode, host: Host },
}

impl Subject {
    pub fn mode(&self) -> Mode {
        match self {
            Self::Person(_) => Mode::Person,
            Self::Place { .. } => Mode::Place,
            Self::Settled { mode, .. } => *mode,
        }
    }

    /// The search for the host; an empty one where there is nothing to search for.
    pub fn search(&self) -> HostSearch {
        match self {
            Self::Person(search) => search.clone(),
            Self::Place { .. } | Self::Settled { .. } => HostSearch::default(),
        }
    }

    /// The host, once somebody is found or a place is chosen.
    pub fn host(&self) -> Option<&Host> {
        match self {
            Self::Person(search) => match &search.outcome {
                HostOutcome::Found(host) => Some(host),
                _ => None,
            },
            Self::Place { offered, chosen } => chosen.and_then(|index| offered.get(index)).map(|place| &place.host),
            Self::Settled { host, .. } => Some(host),
        }
    }
}

/// A search for the host by phone number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HostSearch {
    pub phone: String,
    pub outcome: HostOutcome,
}

/// What the search for the host's phone number came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum HostOutcome {
    #[default]
    NotAsked,
    Searching,
    Found(Host),
    /// Nobody here has this number; the server's own words, where it gave any.
    Nobody(String),
    /// The question could not be asked.
    Unanswered,
}

impl Form {
    /// A fresh form: defaults filled in, the site's areas preselected.
    pub fn new(subject: Subject, fields: Vec<Field>, areas: Vec<Area>, commitments: &Commitments) -> Self {
        let answers = Answers::with_defaults(&fields);
        let chosen_areas = areas.iter().filter(|area| area.preselected).map(|area| area.id.clone()).collect();
        let statements = commitments.in_form.clone();
        Self {
            subject,
            start: String::new(),
            end: String::new(),
            fields,
            areas,
            chosen_areas,
            answers,
            statements,
            replies: Replies::default(),
        }
    }

    /// A form that asks only about the visitor: whom the visit is to and when is settled already.
    pub fn of_guest(host: Host, fields: Vec<Field>) -> Self {
        Self::new(Subject::Settled { mode: Mode::Person, host }, fields, Vec::new(), &Commitments::default())
    }

    /// Takes the start that was typed, and moves the end along where it is empty or no longer after it.
    pub fn set_start(&mut self, typed: String) {
        if let Some(start) = SiteTime::parse(&typed)
            && SiteTime::parse(&self.end).is_none_or(|end| end <= start)
        {
            self.end = start.plus_minutes(USUAL_STAY_MINUTES).input_value();
        }
        self.start = typed;
    }

    pub fn toggle_area(&mut self, area: &AreaId) {
        if self.chosen_areas.contains(area) {
            self.chosen_areas.retain(|chosen| chosen != area);
        } else {
            self.chosen_areas.push(area.clone());
        }
    }

    /// Moves what was typed here into another form, where the same questions are asked.
    pub fn carry_over(self, mut fresh: Self) -> Self {
        // What was emptied here is empty there too, whatever that form starts with.
        fresh.answers.forget(&self.fields);
        fresh.answers.take_from(self.answers, &fresh.fields);
        fresh.chosen_areas = self.chosen_areas.into_iter().filter(|id| fresh.areas.iter().any(|area| &area.id == id)).collect();
        Self { start: self.start, end: self.end, replies: self.replies, ..fresh }
    }

    /// The fields that are put on the screen, in the site's order.
    pub fn visible_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.kind.is_supported() || field.required)
    }

    /// The labels of optional questions that this program cannot ask.
    pub fn left_out(&self) -> Vec<&str> {
        let unsupported = self.fields.iter().filter(|field| !field.kind.is_supported() && !field.required);
        unsupported.map(|field| field.label.as_str()).collect()
    }

    /// The field with a key, main or second input.
    pub fn field(&self, key: &FieldKey) -> Option<&Field> {
        self.fields.iter().find(|field| &field.key == key || field.sub.as_ref().is_some_and(|sub| &sub.key == key))
    }
}
