//! An employee decides on bookings.

use super::call::ApiCall;
use super::channel::ApiContext;
use super::error::ApiError;
use super::order::HostCard;
use super::page::{PageResult, WantedPage};
use super::wire::AreaIds;
use crate::domain::approval::Decision;
use crate::domain::approval::area::AreaGrant;
use crate::domain::approval::reason::Reason;
use crate::domain::code::codes;
use crate::domain::id::{Asker, OrderId, ProductId, ProjectId};
use crate::{endpoint, parameters};

/// Carries out a decision: on one booking, or on several at once.
pub fn decide(context: &ApiContext, decision: &Decision, orders: Vec<OrderId>) -> ApiCall<()> {
    let (verdict, areas, reason) = match decision {
        Decision::Approve(AreaGrant::AsRequested) => (Verdict::Approve, None, None),
        Decision::Approve(AreaGrant::Areas(areas)) => (Verdict::Approve, AreaIds::some(areas.ids()), None),
        Decision::Return(reason) => (Verdict::Return, None, Some(reason)),
    };
    let remark = reason.map(Reason::as_str).map(str::to_owned);
    let [order] = orders.as_slice() else {
        let call = DecideBatch { verdict, order_ids: orders, remark, visitor_privilege_group_ids: areas };
        return ApiCall::new(&call, |()| ());
    };
    let Some(project_id) = context.project.clone() else { return ApiCall::refused(ApiError::Incomplete) };
    let call = CompleteParam {
        be_visitor_open_id: context.open_id.as_ref().into(),
        order_id: order.clone(),
        project_id,
        product_id: context.product.clone(),
        remark,
        visitor_privilege_group_ids: areas,
    };
    match verdict {
        Verdict::Approve => ApiCall::new(&Approve(call), |()| ()),
        Verdict::Return => ApiCall::new(&Return(call), |()| ()),
    }
}

parameters! {
    /// Approves a booking, for these areas. `beVisitor/approval/order`
    #[derive(Debug, Clone)]
    pub struct Approve(pub CompleteParam);
}
endpoint!(Approve, writes post_json "/ui/v1/wechat/beVisitor/approval/order" -> ());

parameters! {
    /// Returns a booking to its visitor; the remark says why. `beVisitor/reject/order`
    #[derive(Debug, Clone)]
    pub struct Return(pub CompleteParam);
}
endpoint!(Return, writes post_json "/ui/v1/wechat/beVisitor/reject/order" -> ());

parameters! {
    /// One decision, as both calls take it.
    #[derive(Debug, Clone)]
    pub struct CompleteParam {
        pub be_visitor_open_id: Asker = "beVisitorOpenId",
        pub order_id: OrderId = "orderId",
        pub project_id: ProjectId = "projectId",
        pub product_id: Option<ProductId> = "productId",
        pub remark: Option<String> = "remark",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
    }
}

parameters! {
    /// Decides on several bookings at once. `beVisitor/batch/approval/order`
    #[derive(Debug, Clone)]
    pub struct DecideBatch {
        pub verdict: Verdict = "type",
        pub order_ids: Vec<OrderId> = "orderIds",
        pub remark: Option<String> = "remark",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
    }
}
endpoint!(DecideBatch, writes post_json "/ui/v1/wechat/beVisitor/batch/approval/order" -> ());

codes! {
    /// What is decided on several bookings.
    pub enum Verdict: &'static str {
        Approve = "approval",
        Return = "reject",
    }
}

parameters! {
    /// Lists the bookings that wait for the employee. `miniapp/bevisitor/order/examine/log/doing`
    #[derive(Debug, Clone)]
    pub struct ListWaitingInMiniProgram(pub WantedPage);
}
endpoint!(ListWaitingInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing" -> PageResult<HostCard>);

parameters! {
    /// Lists the bookings that were not decided in time. `miniapp/bevisitor/order/examine/log/expires`
    #[derive(Debug, Clone)]
    pub struct ListOverdueInMiniProgram {
        pub visitor_name: Option<String> = "visitorName",
        pub page: WantedPage = ..,
    }
}
endpoint!(ListOverdueInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/expires" -> PageResult<HostCard>);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::channel::ApiFlavor;
    use crate::domain::approval::area::TickedAreas;
    use crate::domain::id::{AreaId, OpenId};

    fn context() -> ApiContext {
        let project = ProjectId::parse("p1");
        ApiContext { flavor: ApiFlavor::WeCom, open_id: None, app: None, project, product: None, enterprise: None }
    }

    fn line(context: &ApiContext, decision: &Decision, orders: &[&str]) -> String {
        let orders = orders.iter().filter_map(|order| OrderId::parse(order)).collect();
        decide(context, decision, orders).request().unwrap().to_string()
    }

    #[test]
    fn one_booking_is_decided_by_its_own_call_and_several_by_one() {
        let ticked = TickedAreas::parse(["g1", "g2"].into_iter().filter_map(AreaId::parse).collect());
        let approve = Decision::Approve(AreaGrant::Areas(ticked.unwrap()));
        let returned = Decision::Return(Reason::parse("请补充车牌").unwrap());
        let official = ApiContext { flavor: ApiFlavor::OfficialAccount, open_id: OpenId::parse("o1"), ..context() };
        for (line, expected) in [
            (
                line(&official, &approve, &["7"]),
                r#"approval/order json {"beVisitorOpenId":"o1","orderId":"7","projectId":"p1","visitorPrivilegeGroupIds":"g1,g2"}"#,
            ),
            (
                line(&context(), &returned, &["7"]),
                r#"reject/order json {"beVisitorOpenId":"","orderId":"7","projectId":"p1","remark":"请补充车牌"}"#,
            ),
            (
                line(&context(), &Decision::Approve(AreaGrant::AsRequested), &["7", "8"]),
                r#"batch/approval/order json {"orderIds":["7","8"],"type":"approval"}"#,
            ),
            (
                line(&context(), &approve, &["7", "8"]),
                r#"batch/approval/order json {"orderIds":["7","8"],"type":"approval","visitorPrivilegeGroupIds":"g1,g2"}"#,
            ),
            (
                line(&context(), &returned, &["7", "8"]),
                r#"batch/approval/order json {"orderIds":["7","8"],"remark":"请补充车牌","type":"reject"}"#,
            ),
        ] {
            assert_eq!(line, format!("POST /ui/v1/wechat/beVisitor/{expected}"));
        }
    }

    #[test]
    fn nobody_decides_for_a_site_that_is_not_known() {
        let nowhere = ApiContext { project: None, ..context() };
        let ask = decide(&nowhere, &Decision::Approve(AreaGrant::AsRequested), vec![OrderId::parse("7").unwrap()]);
        assert_eq!(ask.request(), Err(&ApiError::Incomplete));
    }
}
