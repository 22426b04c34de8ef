//! A form that starts with what a visit was booked with: to change that visit, or to book another one like it.

use super::answer::Answers;
use super::field::Field;
use super::{Form, HostOutcome, HostSearch, Subject};
use crate::domain::commitment::Commitments;
use crate::domain::id::AreaId;
use crate::domain::venue::{Area, Mode};
use crate::domain::visit::Visit;

impl Form {
    /// The form of a visit that stands, as it was booked; its host is fixed, and nothing is promised anew.
    pub fn to_change(visit: &Visit, fields: Vec<Field>, areas: Vec<Area>) -> Self {
        let subject = Subject::Settled { mode: visit.mode.unwrap_or(Mode::Person), host: visit.host.clone() };
        let mut form = Self::new(subject, fields, areas, &Commitments::default());
        // The site's own answers stay where the visit tells nothing and nobody may change them.
        form.answers.forget(&form.fields);
        form.answers.merge(Answers::of_visit(&visit.answers, &form.fields));
        form.chosen_areas = form.still_offered(&visit.areas);
        if let Some(stay) = visit.stay {
            form.start = stay.start.input_value();
            form.end = stay.end.input_value();
        }
        form
    }

    /// This form with everything that a visit was booked with but the dates.
    pub fn to_repeat(mut self, visit: &Visit) -> Self {
        match &mut self.subject {
            Subject::Person(search) => {
                *search = HostSearch { phone: visit.host.phone.clone(), outcome: HostOutcome::Found(visit.host.clone()) };
            }
            Subject::Place { offered, chosen } => {
                *chosen = offered.iter().position(|place| place.host.name == visit.host.name && place.host.id == visit.host.id);
            }
            Subject::Settled { .. } => {}
        }
        let booked = Answers::of_visit(&visit.answers, &self.fields);
        self.answers.take_from(booked, &self.fields);
        self.chosen_areas = self.still_offered(&visit.areas);
        self
    }

    fn still_offered(&self, areas: &[AreaId]) -> Vec<AreaId> {
        areas.iter().filter(|id| self.areas.iter().any(|area| &area.id == *id)).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::field::FieldKey;
    use crate::domain::booking::fixture;
    use crate::domain::booking::photo::UploadState;
    use crate::domain::time::SiteTime;
    use crate::domain::visit::{Status, Stay};

    fn visit() -> Visit {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let answer = |key: &str, text: &str| (FieldKey::new(key), text.to_owned());
        Visit {
            host: fixture::host(),
            mode: Some(Mode::Person),
            stay: Some(Stay { start: at("2026-11-25 09:00"), end: at("2026-11-25 11:00") }),
            areas: vec![AreaId::parse("gone").unwrap()],
            answers: vec![answer("visitorName", "张晓雯"), answer("visitorCustomc", "/p/1.jpg,/p/2.jpg"), answer("visitorUnasked", "?")],
            ..Visit::standing(Status::Returned)
        }
    }

    fn photos(form: &Form) -> Vec<&UploadState> {
        form.answers.photos(&FieldKey::new("visitorCustomc")).iter().map(|photo| &photo.progress).collect()
    }

    #[test]
    fn a_visit_is_changed_from_what_was_booked() {
        let fresh = fixture::person_form();
        let form = Form::to_change(&visit(), fresh.fields, fresh.areas);
        assert_eq!(form.subject.host(), Some(&fixture::host()));
        assert_eq!((form.start.as_str(), form.end.as_str()), ("2026-11-25T09:00", "2026-11-25T11:00"));
        assert_eq!(form.answers.text(&FieldKey::new("visitorName")), "张晓雯");
        let uploaded = |address: &str| UploadState::Uploaded(address.into());
        assert_eq!(photos(&form), [&uploaded("/p/1.jpg"), &uploaded("/p/2.jpg")]);
        assert_eq!(form.answers.text(&FieldKey::new("visitorUnasked")), "");
        assert_eq!((form.chosen_areas.len(), form.statements.len()), (0, 0));
    }

    #[test]
    fn another_visit_starts_with_everything_but_the_dates() {
        let form = fixture::person_form().to_repeat(&visit());
        assert_eq!(form.subject.host().map(|host| host.phone.clone()), Some(fixture::host().phone));
        assert_eq!((form.start.as_str(), form.end.as_str()), ("", ""));
        assert_eq!(form.answers.text(&FieldKey::new("visitorName")), "张晓雯");
        assert_eq!(photos(&form).len(), 2);
    }

    #[test]
    fn what_the_site_lets_nobody_change_stays_as_it_was_booked() {
        let mut fresh = fixture::person_form();
        fresh.fields.iter_mut().for_each(|field| field.changeable = false);
        let changed = Form::to_change(&visit(), fresh.fields.clone(), Vec::new());
        assert_eq!(changed.answers.text(&FieldKey::new("visitorName")), "张晓雯");
        assert_eq!(fresh.to_repeat(&visit()).answers.text(&FieldKey::new("visitorName")), "", "a new visit takes the site's own answer");
    }
}
