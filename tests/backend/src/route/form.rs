//! What a visitor fills in: commitments, the model, the fields, the host, the areas.

use serde_json::{Map, Value, json};

use super::{Endpoint, post};
use crate::{
    clock::format_time,
    person::Place,
    request::ApiRequest,
    response::{ApiResult, Refusal},
    seed::{self, PRODUCT, PROJECT},
    settings::Model,
    site::State,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/promise/info", promise),
    post("/ui/v1/wechat/miniapp/visitor/promise/info", promise),
    post("/ui/v1/wechat/visitor/orderModel/config", order_model),
    post("/ui/v1/wechat/miniapp/visitor/orderModel/config", |state, request| {
        request.parameter("projectId")?;
        order_model(state, request)
    }),
    post("/ui/v1/wechat/visitor/field/info", |state, request| fields(state, request, "appId")),
    post("/ui/v1/wechat/miniapp/visitor/field/info", |state, request| fields(state, request, "projectId")),
    post("/ui/v1/wechat/wecom/visitor/field/info", |state, _| Ok(state.settings.fields(Model::Person).clone())),
    post("/ui/v1/wechat/visitor/check/beVisitor", check_host),
    post("/ui/v1/wechat/visitor/privilege/info", areas_for_visitor),
    post("/ui/v1/privilege/info", areas),
];

fn promise(state: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(match state.settings.promise {
        true => seed::promise::all(),
        false => seed::promise::none(),
    })
}

/// The first place stands beside the list too, where older front-ends look for it.
fn order_model(state: &mut State, _: &ApiRequest) -> ApiResult {
    let is_open = |model| state.settings.is_open(model);
    let switch = |model| if is_open(model) { "open" } else { "close" };
    let mut places = state.directory.places.clone();
    places.retain(|_| is_open(Model::Space));

    let mut config = places.first().map(place).unwrap_or_default();
    config.insert("personModelStatus".into(), json!(switch(Model::Person)));
    config.insert("spaceModelStatus".into(), json!(switch(Model::Space)));
    config.insert("spaceModelList".into(), places.iter().map(place).collect());
    Ok(Value::Object(config))
}

fn place(Place { name, host }: &Place) -> Map<String, Value> {
    [("spaceName", name), ("beVisitorPersonId", &host.person_id), ("beVisitorPersonName", &host.name), ("beVisitorPhoneNum", &host.phone)]
        .map(|(key, value)| (key.to_owned(), json!(value)))
        .into_iter()
        .collect()
}

/// The form, asked for by the name under which a channel knows the site.
fn fields(state: &mut State, request: &ApiRequest, site: &'static str) -> ApiResult {
    request.parameter(site)?;
    let model = match request.optional_parameter("orderModel") {
        None | Some("") => Model::Person,
        Some(value) => Model::parse(value).ok_or(Refusal::ParameterInvalid { name: "orderModel", expected: "person 或 space" })?,
    };
    match side(request)? {
        Side::Visitor => Ok(state.settings.fields(model).clone()),
        Side::Host => Ok(seed::form::by_host()),
    }
}

/// Whose form, whose areas: `type` of the form endpoints.
enum Side {
    Visitor,
    Host,
}

fn side(request: &ApiRequest) -> Result<Side, Refusal> {
    match request.parameter("type")? {
        "0" => Ok(Side::Visitor),
        "1" => Ok(Side::Host),
        _ => Err(Refusal::ParameterInvalid { name: "type", expected: " 0 或 1" }),
    }
}

fn check_host(state: &mut State, request: &ApiRequest) -> ApiResult {
    request.parameter("openId")?;
    let phone = request.parameter("phoneNo")?.trim();
    Ok(json!(state.directory.host_by_phone(phone)?.name))
}

fn areas_for_visitor(state: &mut State, request: &ApiRequest) -> ApiResult {
    request.parameter("openId")?;
    side(request)?;
    areas(state, request)
}

fn areas(state: &mut State, _: &ApiRequest) -> ApiResult {
    let edited = format_time(state.now() - seed::AGE);
    let areas = state.directory.areas.iter().enumerate().map(|(index, area)| {
        json!({
            "groupId": area.id,
            "groupName": area.name,
            "remark": area.remark,
            "select": area.chosen,
            "isDefault": if area.chosen { "1" } else { "0" },
            "disorder": index + 1,
            "status": 0,
            "projectId": PROJECT,
            "productId": PRODUCT,
            "createTime": edited,
            "updateTime": edited,
        })
    });
    Ok(areas.collect())
}
