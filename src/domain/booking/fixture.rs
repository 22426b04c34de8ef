//! A form like the ones that sites describe, for tests.

use super::field::{Choice, Field, FieldKey, IDENTITY_NUMBER, IDENTITY_TYPE, Kind, SubField, TextRule};
use super::{Form, HostOutcome, HostSearch, Subject};
use crate::domain::commitment::Commitments;
use crate::domain::id::AreaId;
use crate::domain::time::SiteTime;
use crate::domain::venue::{Area, Host, Place};

pub fn now() -> SiteTime {
    SiteTime::parse("2026-11-21 09:30:20").unwrap()
}

pub fn host() -> Host {
    Host { id: None, name: "王建国".into(), phone: "13800000001".into() }
}

pub fn field(key: &str, kind: Kind) -> Field {
    Field {
        key: FieldKey::new(key),
        label: key.into(),
        kind,
        required: false,
        changeable: true,
        default: String::new(),
        placeholder: String::new(),
        hint: String::new(),
        tip: String::new(),
        sub: None,
    }
}

pub fn choice(value: &str) -> Choice {
    Choice { value: value.into(), text: format!("<{value}>") }
}

fn fields() -> Vec<Field> {
    let phone_rule = TextRule { max_length: Some(11), pattern: Some(r"^1[3-9]\d{9}$".into()) };
    let sub = SubField { key: FieldKey::new(IDENTITY_NUMBER), label: "证件号码".into(), placeholder: String::new() };
    vec![
        Field { required: true, ..field("visitorName", Kind::Text(TextRule { max_length: Some(4), pattern: None })) },
        Field { hint: "请输入11位手机号".into(), ..field("visitorPhoneNum", Kind::Text(phone_rule)) },
        Field { sub: Some(sub), ..field(IDENTITY_TYPE, Kind::Choice(vec![choice("111"), choice("414")])) },
        field("visitorCustoma", Kind::Date),
        field("visitorCustomc", Kind::Photos),
    ]
}

/// A form by person, nothing filled in.
pub fn person_form() -> Form {
    let area = |id: &str, preselected| Area { id: AreaId::parse(id).unwrap(), name: id.into(), remark: String::new(), preselected };
    let subject = Subject::Person(HostSearch::default());
    Form::new(subject, fields(), vec![area("gate", true), area("lab", false)], &Commitments::default())
}

/// A form by person that can be sent.
pub fn complete_form() -> Form {
    let mut form = person_form();
    form.subject = Subject::Person(HostSearch { phone: host().phone, outcome: HostOutcome::Found(host()) });
    form.set_start("2026-11-21T10:00".into());
    form.answers.set_text(&FieldKey::new("visitorName"), " 张晓雯 ".into());
    form
}

/// A form by place that can be sent.
pub fn place_form() -> Form {
    let place = |name: &str| Place { name: name.into(), host: host() };
    let subject = Subject::Place { offered: vec![place("展厅"), place("月台")], chosen: Some(1) };
    Form { subject, ..complete_form() }
}
