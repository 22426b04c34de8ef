//! What WeCom and the mini-program offer to choose from: enterprises, hosts, purposes, visitor types, areas.

use serde_json::{Value, json};

use super::{Endpoint, post};
use crate::{
    request::ApiRequest,
    response::{ApiResult, Refusal},
    seed,
    site::State,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/miniapp/my/enterprise/list", enterprises),
    post("/ui/v1/wechat/miniapp/visitor/order/bevisitor/matching", host),
    post("/ui/v1/wechat/miniapp/my/purpose", purposes),
    post("/ui/v1/wechat/wecom/my/purpose", purposes),
    post("/ui/v1/wechat/miniapp/my/visitor/type", visitor_types),
    post("/ui/v1/wechat/wecom/my/visitor/type", visitor_types),
    post("/ui/v1/wechat/miniapp/my/timeDisplay", time_display),
    post("/ui/v1/wechat/wecom/my/timeDisplay", time_display),
    post("/ui/v1/wechat/miniapp/my/privilege/group", areas),
    post("/ui/v1/wechat/wecom/my/privilege/group", areas),
];

/// Fewer characters would list every tenant of the backend.
const SHORTEST_NAME: usize = 2;

fn enterprises(state: &mut State, request: &ApiRequest) -> ApiResult {
    let name = request.text("enterpriseName")?.unwrap_or_default();
    if name.chars().count() < SHORTEST_NAME {
        return Err(Refusal::ParameterInvalid { name: "enterpriseName", expected: "至少两个字符" });
    }
    let found = state.directory.enterprises.iter().filter(|enterprise| enterprise.name.contains(&name));
    let found = found.map(|enterprise| {
        json!({
            "enterpriseCode": enterprise.code,
            "enterpriseName": enterprise.name,
            "productId": seed::PRODUCT,
            "projectId": enterprise.project_id,
        })
    });
    Ok(json!({ "enterpriseList": found.collect::<Vec<_>>() }))
}

/// The host by phone, among the employees of one enterprise.
fn host(state: &mut State, request: &ApiRequest) -> ApiResult {
    let phone = request.required_text("beVisitorPhoneNum")?;
    let name = request.required_text("enterpriseName")?;
    let project = request.required_text("projectId")?;
    let is_meant = state.directory.enterprises.iter().any(|enterprise| enterprise.name == name && enterprise.project_id == project);
    if !is_meant {
        return Err(Refusal::EnterpriseUnknown);
    }
    let host = state.directory.host_by_phone(&phone)?;
    if project != seed::PROJECT {
        return Err(Refusal::HostUnknown);
    }
    Ok(json!({ "beVisitorPersonName": host.name, "beVisitorPhoneNum": host.phone, "beVisitorUserId": host.person_id }))
}

fn purposes(_: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(json!({ "purposeList": numbered(&seed::form::PURPOSES, "R", "purposeId", "purposeDesc") }))
}

fn visitor_types(_: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(json!({ "typeList": numbered(&seed::form::VISITOR_TYPES, "V", "typeId", "typeName") }))
}

fn numbered(names: &[&str], letter: &str, id: &str, name: &str) -> Vec<Value> {
    names.iter().enumerate().map(|(index, value)| json!({ id: format!("{letter}{:02}", index + 1), name: value })).collect()
}

fn time_display(state: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(json!({ "timeDisplayType": state.settings.time_display.digit() }))
}

fn areas(state: &mut State, _: &ApiRequest) -> ApiResult {
    let areas = state.directory.areas.iter().map(|area| {
        json!({
            "groupId": area.id,
            "groupName": area.name,
            "isDefault": if area.chosen { "1" } else { "0" },
            "select": area.chosen,
        })
    });
    Ok(json!({ "groupList": areas.collect::<Vec<_>>() }))
}
