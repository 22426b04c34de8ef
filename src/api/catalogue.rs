//! What a site offers to choose from: purposes, kinds of visitor, how exactly a time is chosen.
//! The official account has all of it in its form (`field/info`).

use crate::domain::id::ProjectId;
use crate::{answer, endpoint, parameters};

parameters! {
    /// Lists the purposes of visits at a site. `miniapp/my/purpose`
    #[derive(Debug, Clone)]
    pub struct ListPurposesInMiniProgram {
        /// The site of the chosen company; none where the site has no list of companies.
        pub project_id: Option<ProjectId> = "projectId",
    }
}
endpoint!(ListPurposesInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/my/purpose" -> PurposeResponse);

parameters! {
    /// Lists the purposes of visits at the employee's site. `wecom/my/purpose`
    #[derive(Debug, Clone)]
    pub struct ListPurposesInWeCom {}
}
endpoint!(ListPurposesInWeCom, reads post "/ui/v1/wechat/wecom/my/purpose" -> PurposeResponse);

parameters! {
    /// Lists the kinds of visitor. `miniapp/my/visitor/type`
    #[derive(Debug, Clone)]
    pub struct ListVisitorTypesInMiniProgram {}
}
endpoint!(ListVisitorTypesInMiniProgram, reads post "/ui/v1/wechat/miniapp/my/visitor/type" -> VisitorTypeResponse);

parameters! {
    /// Lists the kinds of visitor. `wecom/my/visitor/type`
    #[derive(Debug, Clone)]
    pub struct ListVisitorTypesInWeCom {}
}
endpoint!(ListVisitorTypesInWeCom, reads post "/ui/v1/wechat/wecom/my/visitor/type" -> VisitorTypeResponse);

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
