//! From a booking's request to a plan the site accepts, or the refusal in one sentence.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, SubsecRound, TimeDelta, Timelike};
use serde_json::{Map, Value};

use crate::{
    answer::Refusal,
    clock::ZONE,
    field::rules,
    person::Host,
    question::{Question, text},
    settings::Model,
    site::State,
    visit::Plan,
};

/// Keys of the fixed part of a booking; everything else answers the form.
const FIXED: [&str; 11] = [
    "beVisitorOpenId",
    "beVisitorPersonId",
    "beVisitorPersonName",
    "beVisitorPhoneNum",
    "orderId",
    "orderModel",
    "projectId",
    "visitStartTime",
    "visitEndTime",
    "visitorOpenId",
    "visitorPrivilegeGroupIds",
];

/// Checks a booking against the site's own configuration.
pub fn plan(state: &State, question: &Question) -> Result<Plan, Refusal> {
    let model = model(question)?;
    if !state.settings.is_open(model) {
        return Err(Refusal::ModelClosed);
    }
    let answers = answers(question.body()?);
    for rule in rules(state.settings.fields(model)) {
        rule.check(|key| answers.get(key).cloned(), &state.pictures)?;
    }
    let (start, end) = times(state, question)?;
    Ok(Plan {
        model,
        host: host(state, question, model)?.clone(),
        start,
        end,
        areas: state.directory.areas_named(&question.said("visitorPrivilegeGroupIds")?.unwrap_or_default())?,
        answers,
    })
}

fn model(question: &Question) -> Result<Model, Refusal> {
    let Some(said) = question.said("orderModel")? else {
        return Ok(Model::Person);
    };
    Model::parse(&said).ok_or(Refusal::ParameterInvalid { name: "orderModel", expected: "person 或 space" })
}

fn answers(body: &Map<String, Value>) -> BTreeMap<String, String> {
    let form = body.iter().filter(|(key, _)| !FIXED.contains(&key.as_str()));
    form.filter_map(|(key, value)| Some((key.clone(), text(value)?))).collect()
}

fn times(state: &State, question: &Question) -> Result<(DateTime<FixedOffset>, DateTime<FixedOffset>), Refusal> {
    let start = time(question, "visitStartTime", "预计来访时间")?;
    let end = time(question, "visitEndTime", "预计离开时间")?;
    if start < this_minute(state.now()) {
        return Err(Refusal::StartInThePast);
    }
    if end <= start {
        return Err(Refusal::EndBeforeStart);
    }
    Ok((start, end))
}

/// ISO 8601 with the site's own offset, as the official account's calls are documented.
fn time(question: &Question, key: &str, name: &'static str) -> Result<DateTime<FixedOffset>, Refusal> {
    let said = question.said(key)?.ok_or_else(|| Refusal::FieldMissing(name.to_owned()))?;
    match DateTime::parse_from_rfc3339(&said) {
        Ok(time) if *time.offset() == ZONE => Ok(time),
        _ => Err(Refusal::TimeUnreadable(name)),
    }
}

/// Forms know minutes: whoever chooses "now" is not late by the seconds it took to submit.
fn this_minute(now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    now.trunc_subsecs(0) - TimeDelta::seconds(i64::from(now.second()))
}

/// The host by phone, or by id where the place names one.
fn host<'site>(state: &'site State, question: &Question, model: Model) -> Result<&'site Host, Refusal> {
    let phone = question.said("beVisitorPhoneNum")?;
    let person_id = question.said("beVisitorPersonId")?;
    let host = match (phone, person_id) {
        (Some(phone), _) => state.directory.host_by_phone(&phone)?,
        (None, Some(person_id)) => state.directory.host_by_id(&person_id)?,
        (None, None) => return Err(Refusal::HostMissing),
    };
    let answers_for_a_place = || state.directory.places.iter().any(|place| place.host.person_id == host.person_id);
    match model {
        Model::Space if !answers_for_a_place() => Err(Refusal::HostUnknown),
        Model::Space | Model::Person => Ok(host),
    }
}
