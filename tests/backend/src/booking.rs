//! From a booking's request to a plan the site accepts, or the refusal in one sentence.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, SubsecRound, TimeDelta, Timelike};
use serde_json::{Map, Value};

use crate::{
    clock::{ZONE, read_minutes},
    field::rules,
    person::{Account, Host},
    request::{ApiRequest, text},
    response::Refusal,
    settings::Model,
    site::State,
    visit::Plan,
};

/// Keys of the fixed part of a booking; everything else answers the form.
const FIXED: [&str; 14] = [
    "beVisitorOpenId",
    "beVisitorPersonId",
    "beVisitorPersonName",
    "beVisitorPhoneNum",
    "beVisitorUserId",
    "endTime",
    "orderId",
    "orderModel",
    "projectId",
    "startTime",
    "visitStartTime",
    "visitEndTime",
    "visitorOpenId",
    "visitorPrivilegeGroupIds",
];

/// Checks a booking against the site's own configuration; an account answers what the form leaves out.
pub fn plan(state: &State, request: &ApiRequest, account: Option<&Account>) -> Result<Plan, Refusal> {
    let model = model(request)?;
    if !state.settings.is_open(model) {
        return Err(Refusal::ModelClosed);
    }
    let mut answers: BTreeMap<String, String> = account.into_iter().flat_map(Account::answers).collect();
    answers.extend(self::answers(request.body()?));
    for rule in rules(state.settings.fields(model)) {
        rule.check(|key| answers.get(key).cloned(), &state.pictures)?;
    }
    let (start, end) = times(state, request, [["visitStartTime", "startTime"], ["visitEndTime", "endTime"]])?;
    Ok(Plan { model, host: host(state, request, model)?.clone(), start, end, areas: areas(state, request)?, answers })
}

/// Checks what an employee writes into an invitation.
pub fn invitation(state: &State, request: &ApiRequest, host: Host) -> Result<Plan, Refusal> {
    for name in ["visitorName", "visitorPhoneNum", "visitorPrivilegeGroupIds"] {
        request.required_text(name)?;
    }
    let mut answers = BTreeMap::from([("visitorPersonNum".to_owned(), "1".to_owned())]);
    for name in ["visitorName", "visitorPhoneNum", "visitorPurpose", "visitorTypeId"] {
        answers.extend(request.text(name)?.map(|value| (name.to_owned(), value)));
    }
    let (start, end) = times(state, request, [["visitorStartTime", "startTime"], ["visitorEndTime", "endTime"]])?;
    Ok(Plan { model: Model::Person, host, start, end, areas: areas(state, request)?, answers })
}

/// Checks what an invited visitor adds; only what is there is held against the form.
pub fn acceptance(state: &State, request: &ApiRequest) -> Result<BTreeMap<String, String>, Refusal> {
    let body = request.body()?;
    let answers: BTreeMap<_, _> =
        answers(body).into_iter().filter(|(key, _)| key.starts_with("visitor") && key != "visitorBatch").collect();
    for rule in rules(state.settings.fields(Model::Person)).iter().filter(|rule| answers.contains_key(&rule.key)) {
        rule.check(|key| answers.get(key).cloned(), &state.pictures)?;
    }
    Ok(answers)
}

/// The areas that a call names; none is an answer too.
pub fn areas(state: &State, request: &ApiRequest) -> Result<Vec<String>, Refusal> {
    state.directory.areas_named(&request.text("visitorPrivilegeGroupIds")?.unwrap_or_default())
}

fn model(request: &ApiRequest) -> Result<Model, Refusal> {
    let Some(value) = request.text("orderModel")? else {
        return Ok(Model::Person);
    };
    Model::parse(&value).ok_or(Refusal::ParameterInvalid { name: "orderModel", expected: "person 或 space" })
}

fn answers(body: &Map<String, Value>) -> BTreeMap<String, String> {
    let form = body.iter().filter(|(key, _)| !FIXED.contains(&key.as_str()));
    form.filter_map(|(key, value)| Some((key.clone(), text(value)?))).collect()
}

/// The two names of a moment: in ISO 8601, and in minutes.
type Spellings = [&'static str; 2];

fn times(state: &State, request: &ApiRequest, names: [Spellings; 2]) -> Result<(DateTime<FixedOffset>, DateTime<FixedOffset>), Refusal> {
    let [start, end] = names;
    let start = time(request, start, "预计来访时间")?;
    let end = time(request, end, "预计离开时间")?;
    if start < this_minute(state.now()) {
        return Err(Refusal::StartInThePast);
    }
    if end <= start {
        return Err(Refusal::EndBeforeStart);
    }
    Ok((start, end))
}

/// ISO 8601 with the site's own offset in the official account's calls, `yyyy-MM-dd HH:mm` in the others'.
fn time(request: &ApiRequest, [iso, minutes]: Spellings, name: &'static str) -> Result<DateTime<FixedOffset>, Refusal> {
    let read = match (request.text(minutes)?, request.text(iso)?) {
        (Some(value), _) => read_minutes(&value),
        (None, Some(value)) => DateTime::parse_from_rfc3339(&value).ok().filter(|time| *time.offset() == ZONE),
        (None, None) => return Err(Refusal::FieldMissing(name.to_owned())),
    };
    read.ok_or(Refusal::TimeUnreadable(name))
}

/// Forms know minutes: whoever chooses "now" is not late by the seconds it took to submit.
fn this_minute(now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    now.trunc_subsecs(0) - TimeDelta::seconds(i64::from(now.second()))
}

/// The host by phone, or by id where the place names one.
fn host<'site>(state: &'site State, request: &ApiRequest, model: Model) -> Result<&'site Host, Refusal> {
    let phone = request.text("beVisitorPhoneNum")?;
    let person_id = request.text("beVisitorPersonId")?.or(request.text("beVisitorUserId")?);
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
