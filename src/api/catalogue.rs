//! What a site offers to choose from: purposes, kinds of visitor, how exactly a time is chosen.
//! The official account has all of it in its form (`field/info`).

use super::call::ApiCall;
use super::channel::ApiContext;
use crate::domain::id::{ProjectId, VisitorTypeId};
use crate::domain::invitation::draft::{Precision, VisitorType};
use crate::json::Whole;
use crate::{answer, endpoint, parameters};

/// The purposes that the site offers; not for the official account.
pub fn purposes(context: &ApiContext) -> ApiCall<Vec<String>> {
    let read = |Whole(wire): Whole<PurposeResponse>| {
        let purposes = wire.purpose_list.into_iter().map(|purpose| purpose.purpose_desc);
        purposes.filter(|purpose| !purpose.trim().is_empty()).collect()
    };
    if context.in_mini_program() {
        ApiCall::new(&ListPurposesInMiniProgram { project_id: context.project.clone() }, read)
    } else {
        ApiCall::new(&ListPurposesInWeCom {}, read)
    }
}

/// The kinds of visitor that the site tells apart; not for the official account.
pub fn visitor_types(context: &ApiContext) -> ApiCall<Vec<VisitorType>> {
    let read = |Whole(wire): Whole<VisitorTypeResponse>| {
        let types = wire.type_list.into_iter();
        types.filter_map(|kind| Some(VisitorType { id: VisitorTypeId::parse(&kind.type_id)?, name: kind.type_name })).collect()
    };
    if context.in_mini_program() {
        ApiCall::new(&ListVisitorTypesInMiniProgram {}, read)
    } else {
        ApiCall::new(&ListVisitorTypesInWeCom {}, read)
    }
}

/// How exactly the site wants to know when somebody comes; not for the official account.
pub fn precision(context: &ApiContext) -> ApiCall<Precision> {
    let read = |wire: TimeDisplayDto| if wire.time_display_type.trim() == BY_THE_DAY { Precision::Day } else { Precision::Minute };
    if context.in_mini_program() {
        ApiCall::new(&GetTimePrecisionInMiniProgram {}, read)
    } else {
        ApiCall::new(&GetTimePrecisionInWeCom {}, read)
    }
}

/// What stands for days in `timeDisplayType`.
const BY_THE_DAY: &str = "0";

parameters! {
    /// Lists the purposes of visits at a site. `miniapp/my/purpose`
    #[derive(Debug, Clone)]
    pub struct ListPurposesInMiniProgram {
        /// The site of the chosen company; none where the site has no list of companies.
        pub project_id: Option<ProjectId> = "projectId",
    }
}
endpoint!(ListPurposesInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/my/purpose" -> Whole<PurposeResponse>);

parameters! {
    /// Lists the purposes of visits at the employee's site. `wecom/my/purpose`
    #[derive(Debug, Clone)]
    pub struct ListPurposesInWeCom {}
}
endpoint!(ListPurposesInWeCom, reads post "/ui/v1/wechat/wecom/my/purpose" -> Whole<PurposeResponse>);

parameters! {
    /// Lists the kinds of visitor. `miniapp/my/visitor/type`
    #[derive(Debug, Clone)]
    pub struct ListVisitorTypesInMiniProgram {}
}
endpoint!(ListVisitorTypesInMiniProgram, reads post "/ui/v1/wechat/miniapp/my/visitor/type" -> Whole<VisitorTypeResponse>);

parameters! {
    /// Lists the kinds of visitor. `wecom/my/visitor/type`
    #[derive(Debug, Clone)]
    pub struct ListVisitorTypesInWeCom {}
}
endpoint!(ListVisitorTypesInWeCom, reads post "/ui/v1/wechat/wecom/my/visitor/type" -> Whole<VisitorTypeResponse>);

parameters! {
    /// Asks whether visits are booked by the day or by the minute. `miniapp/my/timeDisplay`
    #[derive(Debug, Clone)]
    pub struct GetTimePrecisionInMiniProgram {}
}
endpoint!(GetTimePrecisionInMiniProgram, reads post "/ui/v1/wechat/miniapp/my/timeDisplay" -> TimeDisplayDto);

parameters! {
    /// Asks whether visits are booked by the day or by the minute. `wecom/my/timeDisplay`
    #[derive(Debug, Clone)]
    pub struct GetTimePrecisionInWeCom {}
}
endpoint!(GetTimePrecisionInWeCom, reads post "/ui/v1/wechat/wecom/my/timeDisplay" -> TimeDisplayDto);

answer! {
    pub struct PurposeResponse {
        pub purpose_list: Vec<PurposeDto> = "purposeList",
    }
}

answer! {
    pub struct PurposeDto {
        /// What is shown, and what a booking sends.
        pub purpose_desc: String = "purposeDesc",
    }
}

answer! {
    pub struct VisitorTypeResponse {
        pub type_list: Vec<VisitorTypeDto> = "typeList",
    }
}

answer! {
    pub struct VisitorTypeDto {
        pub type_id: String = "typeId",
        pub type_name: String = "typeName",
    }
}

answer! {
    pub struct TimeDisplayDto {
        /// 0: by the day, 1: by the minute.
        pub time_display_type: String = "timeDisplayType",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::channel::ApiFlavor;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: None, app: None, project: ProjectId::parse("p1"), product: None, enterprise: None }
    }

    #[test]
    fn each_channel_has_lists_of_its_own() {
        let asked = |flavor| {
            let context = context(flavor);
            let lines = [purposes(&context).request().unwrap().to_string(), visitor_types(&context).request().unwrap().to_string()];
            [lines.to_vec(), vec![precision(&context).request().unwrap().to_string()]].concat()
        };
        let wecom = ["purpose", "visitor/type", "timeDisplay"].map(|list| format!("POST /ui/v1/wechat/wecom/my/{list}"));
        assert_eq!(asked(ApiFlavor::WeCom), wecom);
        let mini = [r#"purpose json {"projectId":"p1"}"#, "visitor/type", "timeDisplay"]
            .map(|list| format!("POST /ui/v1/wechat/miniapp/my/{list}"));
        assert_eq!(asked(ApiFlavor::MiniProgram), mini);
    }

    #[test]
    fn what_has_no_words_or_no_number_cannot_be_chosen() {
        let context = context(ApiFlavor::WeCom);
        let read = purposes(&context).read(&json!({"purposeList": [{"purposeDesc": "参观"}, {"purposeDesc": " "}, {}]})).unwrap();
        assert_eq!(read, ["参观"]);
        let read = visitor_types(&context).read(&json!({"typeList": [{"typeId": 7, "typeName": "贵宾"}, {"typeName": "无"}]})).unwrap();
        assert_eq!(read.iter().map(|kind| kind.id.as_str()).collect::<Vec<_>>(), ["7"]);
    }

    #[test]
    fn only_a_zero_means_days() {
        let read = |display_type| precision(&context(ApiFlavor::WeCom)).read(&json!({"timeDisplayType": display_type})).unwrap();
        assert_eq!(
            [read(json!("0")), read(json!(0)), read(json!("1")), read(json!(null))].map(|read| read == Precision::Day),
            [true, true, false, false]
        );
    }
}
