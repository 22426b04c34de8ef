//! Believable values for the parameters of calls, by their types and documented names.

mod value;

use std::collections::BTreeSet;
use visitor_front::api::acceptance::Guest;
use visitor_front::api::form::GetFields;
use visitor_front::api::session::SignIn;
use visitor_front::api::upload::Picture;
use visitor_front::api::wire::{FormAnswers, GuestAnswers};
use visitor_front::domain::booking::field::FieldKey;
use visitor_front::domain::id::{AppId, ProductId, ProjectId};
use visitor_front::domain::venue::Mode;

pub trait Sample {
    fn sample(slot: &Slot) -> Self;
}

/// Where a sample is to stand.
pub struct Slot<'a> {
    /// The parameter's documented name; empty for what fills a path and for structs whose own fields are sent.
    pub name: &'a str,
    /// Whether the call is to have what it can do without.
    pub is_full: bool,
    /// The names that the call's body may have.
    pub documented: &'a BTreeSet<String>,
}

impl<'a> Slot<'a> {
    /// The slot of a field; `wire` is what `parameters!` has after its `=`: a name in quotes, `path` or `..`.
    pub fn named(&self, wire: &'a str) -> Self {
        Slot { name: wire.split('"').nth(1).unwrap_or_default(), ..*self }
    }

    /// What every form with an answer to each documented question would bring.
    fn answers(&self) -> Vec<(FieldKey, String)> {
        let keys = ["visitorName", "visitorPersonNum", "visitorIdentityType", "visitorIdentityNum", "visitorWorkUnit", "visitorCarNumber"];
        let texts = ["林知夏", "2", "111", "11010519491231002X", "远山科技", "浙A12345"];
        let customs = ('a'..='j').map(|letter| (format!("visitorCustom{letter}"), "是"));
        let known = keys.map(str::to_owned).into_iter().zip(texts).chain(customs);
        let taken = known.filter(|(key, _)| self.is_full && self.documented.contains(key));
        taken.map(|(key, text)| (FieldKey::new(key), text.to_owned())).collect()
    }
}

impl<T: Sample> Sample for Option<T> {
    fn sample(slot: &Slot) -> Self {
        slot.is_full.then(|| T::sample(slot))
    }
}

impl<T: Sample> Sample for Vec<T> {
    fn sample(slot: &Slot) -> Self {
        vec![T::sample(slot)]
    }
}

impl Sample for FormAnswers {
    fn sample(slot: &Slot) -> Self {
        Self(slot.answers())
    }
}

impl Sample for GuestAnswers {
    fn sample(slot: &Slot) -> Self {
        Self(slot.answers())
    }
}

impl Sample for Guest {
    fn sample(slot: &Slot) -> Self {
        let alone = || vec![(FieldKey::new("visitorName"), "林知夏".to_owned())];
        Self::from_answers(if slot.is_full { slot.answers() } else { alone() }).expect("a guest")
    }
}

impl Sample for SignIn {
    fn sample(slot: &Slot) -> Self {
        Self::employee(Sample::sample(slot), &Sample::sample(slot))
    }
}

impl Sample for GetFields {
    fn sample(_: &Slot) -> Self {
        Self::for_visitor(AppId::parse("wx1").as_ref(), Mode::Person)
    }
}

impl Sample for Picture {
    fn sample(slot: &Slot) -> Self {
        let (project, product): (Option<ProjectId>, Option<ProductId>) = (Sample::sample(slot), Sample::sample(slot));
        Self::for_booking("/9j/4AAQ".to_owned(), project.as_ref(), product.as_ref())
    }
}
