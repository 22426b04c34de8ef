//! Whom and what one can visit: modes of booking, the search for a host.

use super::call::ApiCall;
use super::channel::ApiContext;
use super::error::ApiError;
use crate::domain::id::{Asker, EnterpriseCode, PersonId, ProjectId};
use crate::domain::venue::{Enterprise, Host, Offer, Place};
use crate::json::Whole;
use crate::{answer, endpoint, parameters};

/// The ways to book that a site offers.
pub fn offer(context: &ApiContext) -> ApiCall<Offer> {
    match &context.project {
        Some(project) if context.in_mini_program() => {
            ApiCall::new(&GetOfferInMiniProgram { project_id: project.clone() }, |Whole(config)| Offer::from(config))
        }
        _ => ApiCall::new(&GetOffer {}, |Whole(config)| Offer::from(config)),
    }
}

/// The host with a phone number; none for nobody. In the mini-program, somebody in the company that was chosen.
pub fn host_by_phone(context: &ApiContext, phone: &str) -> ApiCall<Option<Host>> {
    let phone = phone.to_owned();
    if !context.in_mini_program() {
        let call = FindHost { open_id: context.open_id.as_ref().into(), phone_no: phone.clone() };
        return ApiCall::new(&call, move |name| host(String::new(), name, phone.clone()));
    }
    let Some(enterprise) = context.enterprise.clone() else { return ApiCall::refused(ApiError::Incomplete) };
    let call = FindHostInEnterprise {
        be_visitor_phone_num: phone.clone(),
        enterprise_name: enterprise.name,
        enterprise_code: enterprise.code,
        project_id: enterprise.project,
    };
    ApiCall::new(&call, move |found| host(found.be_visitor_user_id, found.be_visitor_person_name, phone.clone()))
}

fn host(id: String, name: String, phone: String) -> Option<Host> {
    (!name.trim().is_empty()).then(|| Host { id: PersonId::parse(&id), name, phone })
}

/// The companies whose names have this in them.
pub fn enterprises(name: &str) -> ApiCall<Vec<Enterprise>> {
    ApiCall::new(&SearchEnterprises { enterprise_name: name.to_owned() }, |Whole(wire)| {
        wire.enterprise_list.into_iter().filter_map(EnterpriseDto::enterprise).collect()
    })
}

parameters! {
    /// Asks which ways to book the site offers. `visitor/orderModel/config`
    #[derive(Debug, Clone)]
    pub struct GetOffer {}
}
endpoint!(GetOffer, reads post "/ui/v1/wechat/visitor/orderModel/config" -> Whole<OrderModelConfig>);

parameters! {
    /// Asks which ways to book a site offers. `miniapp/visitor/orderModel/config`
    #[derive(Debug, Clone)]
    pub struct GetOfferInMiniProgram {
        pub project_id: ProjectId = "projectId",
    }
}
endpoint!(GetOfferInMiniProgram, reads post "/ui/v1/wechat/miniapp/visitor/orderModel/config" -> Whole<OrderModelConfig>);

parameters! {
    /// Asks who has a phone number; answers the name, empty for nobody. `visitor/check/beVisitor`
    #[derive(Debug, Clone)]
    pub struct FindHost {
        pub open_id: Asker = "openId",
        pub phone_no: String = "phoneNo",
    }
}
endpoint!(FindHost, reads post "/ui/v1/wechat/visitor/check/beVisitor" -> String);

parameters! {
    /// Searches companies by a part of the name, from two characters. `miniapp/my/enterprise/list`
    #[derive(Debug, Clone)]
    pub struct SearchEnterprises {
        pub enterprise_name: String = "enterpriseName",
    }
}
endpoint!(SearchEnterprises, reads post_json "/ui/v1/wechat/miniapp/my/enterprise/list" -> Whole<EnterpriseResponse>);

parameters! {
    /// Asks who in a company has a phone number. `miniapp/visitor/order/bevisitor/matching`
    #[derive(Debug, Clone)]
    pub struct FindHostInEnterprise {
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub enterprise_name: String = "enterpriseName",
        pub enterprise_code: Option<EnterpriseCode> = "enterpriseCode",
        pub project_id: ProjectId = "projectId",
    }
}
endpoint!(FindHostInEnterprise, reads post_json "/ui/v1/wechat/miniapp/visitor/order/bevisitor/matching" -> MatchedHost);

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
    pub struct EnterpriseResponse {
        pub enterprise_list: Vec<EnterpriseDto> = "enterpriseList",
    }
}

answer! {
    pub struct EnterpriseDto {
        pub enterprise_code: String = "enterpriseCode",
        pub enterprise_name: String = "enterpriseName",
        pub project_id: String = "projectId",
        pub product_id: String = "productId",
    }
}

impl EnterpriseDto {
    /// None without a name or a site.
    fn enterprise(self) -> Option<Enterprise> {
        let project = ProjectId::parse(&self.project_id)?;
        let code = EnterpriseCode::parse(&self.enterprise_code);
        (!self.enterprise_name.trim().is_empty()).then_some(Enterprise { name: self.enterprise_name, code, project })
    }
}

answer! {
    /// A host; all empty for nobody.
    pub struct MatchedHost {
        pub be_visitor_user_id: String = "beVisitorUserId",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::channel::ApiFlavor;
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
    fn null_does_not_say_that_nothing_can_be_booked() {
        let official =
            ApiContext { flavor: ApiFlavor::OfficialAccount, open_id: None, app: None, project: None, product: None, enterprise: None };
        let mini = ApiContext { flavor: ApiFlavor::MiniProgram, project: ProjectId::parse("17"), ..official.clone() };
        for context in [official, mini] {
            assert!(super::offer(&context).read(&serde_json::Value::Null).is_err());
            assert!(super::offer(&context).read(&serde_json::json!({})).is_ok());
        }
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
    fn a_host_is_found_by_each_family_s_own_call() {
        let enterprise = Enterprise { name: "临港".into(), code: None, project: ProjectId::parse("17").unwrap() };
        let official =
            ApiContext { flavor: ApiFlavor::OfficialAccount, open_id: None, app: None, project: None, product: None, enterprise: None };
        let mini = ApiContext { flavor: ApiFlavor::MiniProgram, ..official.clone() };
        let line = |context: &ApiContext| host_by_phone(context, "+86 138").request().map(ToString::to_string).map_err(Clone::clone);
        assert_eq!(line(&official), Ok("POST /ui/v1/wechat/visitor/check/beVisitor?openId=&phoneNo=%2B86%20138".into()));
        assert_eq!(
            line(&mini.at(enterprise)),
            Ok(r#"POST /ui/v1/wechat/miniapp/visitor/order/bevisitor/matching json {"beVisitorPhoneNum":"+86 138","enterpriseName":"临港","projectId":"17"}"#.into())
        );
        assert_eq!(line(&mini), Err(ApiError::Incomplete), "no company, no search");
        let found = |data: &str| host_by_phone(&official, "138").read(&serde_json::from_str(data).unwrap()).unwrap();
        assert_eq!(found(r#""李敏""#).map(|host| host.name), Some("李敏".into()));
        assert_eq!(found("null"), None);
    }
}
