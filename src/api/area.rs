//! Permission groups: the areas that a visitor may ask for.

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::form::AskedBy;
use super::form::in_order;
use crate::domain::id::{AreaId, Asker};
use crate::domain::venue::Area;
use crate::json::{List, Whole};
use crate::{answer, endpoint, parameters};

/// The areas that a visitor may ask for.
pub fn for_visitor(context: &ApiContext) -> ApiCall<Vec<Area>> {
    if context.in_mini_program() {
        return ApiCall::new(&ListAreasInMiniProgram {}, of_groups);
    }
    ApiCall::new(&ListAreas { open_id: context.open_id.as_ref().into(), asked_by: AskedBy::Visitor }, |list| areas(list.0))
}

/// The areas that an employee may ask for on a visitor's behalf.
pub fn for_employee(context: &ApiContext) -> ApiCall<Vec<Area>> {
    match context.flavor {
        ApiFlavor::OfficialAccount => {
            ApiCall::new(&ListAreas { open_id: context.open_id.as_ref().into(), asked_by: AskedBy::Employee }, |list| areas(list.0))
        }
        ApiFlavor::WeCom => ApiCall::new(&ListAreasInWeCom {}, of_groups),
        ApiFlavor::MiniProgram => ApiCall::new(&ListAreasInMiniProgram {}, of_groups),
    }
}

parameters! {
    /// Lists the areas that a visitor, or an employee for a visitor, may ask for. `visitor/privilege/info`
    #[derive(Debug, Clone)]
    pub struct ListAreas {
        pub open_id: Asker = "openId",
        pub asked_by: AskedBy = "type",
    }
}
endpoint!(ListAreas, reads post "/ui/v1/wechat/visitor/privilege/info" -> List<PrivilegeResponse>);

parameters! {
    /// Lists all areas of the site, for whoever the session's token belongs to. `privilege/info`
    #[derive(Debug, Clone)]
    pub struct ListAllAreas {}
}
endpoint!(ListAllAreas, reads post "/ui/v1/privilege/info" -> List<PrivilegeResponse>);

parameters! {
    /// Lists the areas of the site. `miniapp/my/privilege/group`
    #[derive(Debug, Clone)]
    pub struct ListAreasInMiniProgram {}
}
endpoint!(ListAreasInMiniProgram, reads post "/ui/v1/wechat/miniapp/my/privilege/group" -> Whole<PrivilegeGroupResponse>);

parameters! {
    /// Lists the areas of the employee's site. `wecom/my/privilege/group`
    #[derive(Debug, Clone)]
    pub struct ListAreasInWeCom {}
}
endpoint!(ListAreasInWeCom, reads post "/ui/v1/wechat/wecom/my/privilege/group" -> Whole<PrivilegeGroupResponse>);

answer! {
    /// An area. `isDefault` means yes as 0 in one document and as 1 in the next: `select` alone says what is preselected.
    pub struct PrivilegeResponse needs ["groupId"] {
        group_id: String = "groupId",
        group_name: String = "groupName",
        remark: String = "remark",
        select: bool = "select",
        disorder: Option<i64> = "disorder",
        status: Option<i64> = "status",
    }
}

answer! {
    pub struct PrivilegeGroupResponse {
        group_list: Vec<PrivilegeResponse> = "groupList",
    }
}

/// The areas in the site's order, deleted ones (`status` -1) left out.
pub fn areas(wire: Vec<PrivilegeResponse>) -> Vec<Area> {
    let standing = in_order(wire, |area| area.disorder).into_iter().filter(|area| area.status != Some(-1));
    let area = |area: PrivilegeResponse| {
        Some(Area { id: AreaId::parse(&area.group_id)?, name: area.group_name, remark: area.remark, preselected: area.select })
    };
    standing.filter_map(area).collect()
}

fn of_groups(Whole(answer): Whole<PrivilegeGroupResponse>) -> Vec<Area> {
    areas(answer.group_list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_keep_the_site_s_order_and_leave_out_the_deleted() {
        let wire = |group_id: &str, disorder, status, select| PrivilegeResponse {
            group_id: group_id.into(),
            disorder,
            status,
            select,
            ..PrivilegeResponse::default()
        };
        let read = areas(vec![
            wire("b", Some(2), Some(0), true),
            wire("x", Some(1), Some(-1), true),
            wire("", None, None, true),
            wire("a", Some(1), None, false),
        ]);
        assert_eq!(read.iter().map(|area| (area.id.as_str(), area.preselected)).collect::<Vec<_>>(), [("a", false), ("b", true)]);
    }
}
