//! Whom and what one can visit: modes of booking, the search for a host, areas.

use super::form::in_order;
use crate::domain::id::{AreaId, OpenId, PersonId};
use crate::domain::venue::{Area, Host, Offer, Place};
use crate::{answer, endpoint};
use serde::Serialize;

/// Asks which ways to book the site offers. `visitor/orderModel/config`
#[derive(Debug, Clone, Serialize)]
pub struct GetOffer {}
endpoint!(GetOffer, reads post "/ui/v1/wechat/visitor/orderModel/config" -> OrderModelConfig);

/// Asks who has a phone number; answers the name, empty for nobody. `visitor/check/beVisitor`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindHost {
    /// Empty for a guest without WeChat: the backend wants the parameter all the same.
    pub open_id: String,
    pub phone_no: String,
}
endpoint!(FindHost, reads post "/ui/v1/wechat/visitor/check/beVisitor" -> String);

/// Asks for the areas that a visitor may ask for. `visitor/privilege/info`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAreas {
    open_id: String,
    #[serde(rename = "type")]
    asked_by: &'static str,
}
endpoint!(ListAreas, reads post "/ui/v1/wechat/visitor/privilege/info" -> Vec<PrivilegeResponse>);

impl ListAreas {
    pub fn for_visitor(open_id: Option<&OpenId>) -> Self {
        Self { open_id: open_id.map(|id| id.as_str().to_owned()).unwrap_or_default(), asked_by: super::form::VISITOR }
    }
}

answer! {
    pub struct OrderModelConfig {
        person_model_status: String = "personModelStatus",
        space_model_status: String = "spaceModelStatus",
        space_model_list: Vec<OrderSpaceModel> = "spaceModelList",
        space_name: String = "spaceName",
        be_visitor_person_id: String = "beVisitorPersonId",
        be_visitor_person_name: String = "beVisitorPersonName",
        be_visitor_phone_num: String = "beVisitorPhoneNum",
    }
}

answer! {
    struct OrderSpaceModel {
        space_name: String = "spaceName",
        be_visitor_person_id: String = "beVisitorPersonId",
        be_visitor_person_name: String = "beVisitorPersonName",
        be_visitor_phone_num: String = "beVisitorPhoneNum",
    }
}

answer! {
    pub struct PrivilegeResponse {
        group_id: String = "groupId",
        group_name: String = "groupName",
        remark: String = "remark",
        select: bool = "select",
        disorder: Option<i64> = "disorder",
        status: Option<i64> = "status",
    }
}

impl From<OrderModelConfig> for Offer {
    fn from(wire: OrderModelConfig) -> Self {
        const OPEN: &str = "open";
        let single = OrderSpaceModel {
            space_name: wire.space_name,
            be_visitor_person_id: wire.be_visitor_person_id,
            be_visitor_person_name: wire.be_visitor_person_name,
            be_visitor_phone_num: wire.be_visitor_phone_num,
        };
        // Older sites name one place beside the list instead of in it.
        let listed = if wire.space_model_list.is_empty() { vec![single] } else { wire.space_model_list };
        let places = listed.into_iter().filter(|_| wire.space_model_status == OPEN).filter_map(place).collect();
        Self { by_person: wire.person_model_status == OPEN, places }
    }
}

fn place(wire: OrderSpaceModel) -> Option<Place> {
    let host =
        Host { id: PersonId::parse(&wire.be_visitor_person_id), name: wire.be_visitor_person_name, phone: wire.be_visitor_phone_num };
    let name = wire.space_name.trim().to_owned();
    // A place without anybody who answers for it cannot be booked.
    (!name.is_empty() && name != "close" && host.id.is_some()).then_some(Place { name, host })
}

/// The areas in the site's order, deleted ones (`status` -1) left out.
///
/// `isDefault` means "yes" as 0 in one document and as 1 in the next, so `select` alone says what is preselected.
pub fn areas(wire: Vec<PrivilegeResponse>) -> Vec<Area> {
    let standing = in_order(wire, |area| area.disorder).into_iter().filter(|area| area.status != Some(-1));
    let area = |area: PrivilegeResponse| {
        Some(Area { id: AreaId::parse(&area.group_id)?, name: area.group_name, remark: area.remark, preselected: area.select })
    };
    standing.filter_map(area).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::endpoint::Endpoint;
    use crate::domain::venue::Mode;
    use crate::json;

    fn offer(data: &str) -> Offer {
        json::read::<OrderModelConfig>(&serde_json::from_str(data).unwrap(), "data").unwrap().into()
    }

    #[test]
    fn the_documented_example_offers_nothing() {
        let example = r#"{"beVisitorPersonId":"6546sdafs56adf","beVisitorPersonName":"aaaa","beVisitorPhoneNum":"123232323","personModelStatus":"close","spaceModelList":"close","spaceModelStatus":"close","spaceName":"close"}"#;
        assert_eq!(offer(example).modes(), []);
    }

    #[test]
    fn places_come_as_a_list_or_as_the_one_beside_it() {
        let listed = offer(
            r#"{"personModelStatus":"open","spaceModelStatus":"open","spaceModelList":[{"spaceName":"展厅","beVisitorPersonId":"p1"},{"spaceName":"无人","beVisitorPersonId":""}]}"#,
        );
        assert_eq!(listed.modes(), [Mode::Person, Mode::Place]);
        assert_eq!(listed.places.len(), 1);
        let single = offer(
            r#"{"spaceModelStatus":"open","spaceModelList":null,"spaceName":"展厅","beVisitorPersonId":"p1","beVisitorPersonName":"李敏"}"#,
        );
        assert_eq!((single.modes(), single.places[0].host.name.as_str()), (vec![Mode::Place], "李敏"));
    }

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

    #[test]
    fn golden_requests() {
        assert_eq!(GetOffer {}.request().unwrap().to_string(), "POST /ui/v1/wechat/visitor/orderModel/config");
        assert_eq!(
            FindHost { open_id: "o1".into(), phone_no: "+86 138".into() }.request().unwrap().to_string(),
            "POST /ui/v1/wechat/visitor/check/beVisitor?openId=o1&phoneNo=%2B86%20138"
        );
        assert_eq!(ListAreas::for_visitor(None).request().unwrap().to_string(), "POST /ui/v1/wechat/visitor/privilege/info?openId=&type=0");
    }
}
