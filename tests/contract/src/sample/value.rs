//! Samples of single values. A type that no call had before gets its line here.

use super::{Sample, Slot};
use visitor_front::api::approval::Verdict;
use visitor_front::api::form::AskedBy;
use visitor_front::api::reception::RecordKind;
use visitor_front::api::share::{InvitationState, ShareStatus};
use visitor_front::api::visit::{Past, Sort};
use visitor_front::api::wire::{AreaIds, Digits, Iso, Minute, Statuses};
use visitor_front::domain::access::{UserIdType, UserType};
use visitor_front::domain::id::{
    AccessUserId, AccessVisitorId, AreaId, Asker, Batch, DepartmentId, EnterpriseCode, FaceId, OpenId, OrderId, PageToken, PersonId,
    ProductId, ProjectId, VisitorTypeId,
};
use visitor_front::domain::invitation::ShareScene;
use visitor_front::domain::time::SiteTime;
use visitor_front::domain::venue::Mode;
use visitor_front::domain::visit::Status;

impl Sample for String {
    fn sample(slot: &Slot) -> Self {
        let text = match slot.name {
            "visitorName" | "user_name" => "林知夏",
            "beVisitorPersonName" => "李敏",
            "enterpriseName" => "海康威视",
            "phoneNo" => "+86 138",
            name if name.to_lowercase().contains("phone") => "13800000001",
            "faceData" => "/9j/4AAQ",
            "remark" => "请走北门",
            _ => "参观 & 交流",
        };
        text.to_owned()
    }
}

impl Sample for usize {
    fn sample(slot: &Slot) -> Self {
        if slot.name == "pageSize" { 20 } else { 2 }
    }
}

impl Sample for u32 {
    fn sample(_: &Slot) -> Self {
        50
    }
}

impl Sample for SiteTime {
    fn sample(slot: &Slot) -> Self {
        let is_end = ["end", "late", "visitEnd", "visitorEnd"].iter().any(|start| slot.name.starts_with(start));
        Self::parse(if is_end { "2026-11-21 11:30" } else { "2026-11-21 10:00" }).expect("a time")
    }
}

impl Sample for Asker {
    fn sample(slot: &Slot) -> Self {
        Self::from(Option::<OpenId>::sample(slot).as_ref())
    }
}

impl Sample for AreaIds {
    fn sample(_: &Slot) -> Self {
        Self(["north", "lab/2"].map(|id| AreaId::parse(id).expect("an id")).to_vec())
    }
}

impl Sample for Statuses {
    fn sample(_: &Slot) -> Self {
        Self(vec![Status::WaitingApproval, Status::Normal, Status::Unknown("待审批".to_owned()), Status::Inviting])
    }
}

macro_rules! ids {
    ($($id:ident: $text:literal,)+) => {
        $(impl Sample for $id {
            fn sample(_: &Slot) -> Self {
                Self::parse($text).expect("an id")
            }
        })+
    };
}

ids! {
    OrderId: "2026112100017",
    Batch: "B2026112100017",
    OpenId: "oVisitor1",
    ProjectId: "1805308421418544",
    ProductId: "1625137405416832",
    PersonId: "p-limin",
    VisitorTypeId: "vip",
    EnterpriseCode: "122228959455556",
    FaceId: "1179524873320912",
    AccessUserId: "ou/7?",
    AccessVisitorId: "6939433228970082568",
    DepartmentId: "od-f7d4",
    PageToken: "AQD9/Rn9==",
}

/// What wraps a value sends it in a format of its own.
macro_rules! wrappers {
    ($($wrapper:ident),+) => {
        $(impl Sample for $wrapper {
            fn sample(slot: &Slot) -> Self {
                Self(Sample::sample(slot))
            }
        })+
    };
}

wrappers!(Iso, Minute, Digits);

/// One variant for the fullest call, one for the leanest.
macro_rules! choices {
    ($($choice:ident: $full:ident $lean:ident,)+) => {
        $(impl Sample for $choice {
            fn sample(slot: &Slot) -> Self {
                if slot.is_full { Self::$full } else { Self::$lean }
            }
        })+
    };
}

choices! {
    AskedBy: Employee Visitor,
    InvitationState: Expired Expired,
    Mode: Place Person,
    Past: Visited Visited,
    RecordKind: Approvals Approvals,
    ShareScene: Sms Log,
    ShareStatus: Closed Open,
    Sort: EarliestFirst EarliestFirst,
    UserIdType: UnionId OpenId,
    UserType: Visitor Visitor,
    Verdict: Approve Return,
}
