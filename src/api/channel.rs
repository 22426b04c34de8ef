//! Which calls serve an operation in which channel, as data. An operation that a channel lacks hides its entrance.

use super::acceptance::{
    AcceptInvitation, AcceptInvitationInMiniProgram, AcceptInvitationInWeCom, PreviewInvitation, PreviewInvitationInMiniProgram,
    PreviewInvitationInWeCom,
};
use super::approval::{Approve, DecideBatch, ListOverdueInMiniProgram, ListWaitingInMiniProgram, Return};
use super::area::{ListAllAreas, ListAreas, ListAreasInMiniProgram, ListAreasInWeCom};
use super::booking::{
    BookVisit, BookVisitInMiniProgram, CancelVisit, CancelVisitInMiniProgram, ChangeVisit, ChangeVisitInMiniProgram,
    SubmitVisitInMiniProgram,
};
use super::catalogue::{
    GetTimePrecisionInMiniProgram, GetTimePrecisionInWeCom, ListPurposesInMiniProgram, ListPurposesInWeCom, ListVisitorTypesInMiniProgram,
    ListVisitorTypesInWeCom,
};
use super::clock::GetServerTime;
use super::commitment::{GetCommitments, GetCommitmentsInMiniProgram, GetParkNotice};
use super::companion::{ConfirmCompanionship, PreviewCompanionship};
use super::door::{DeliverAgain, GetDelivery};
use super::endpoint::Endpoint;
use super::form::{GetFields, GetFieldsInMiniProgram, GetFieldsInWeCom};
use super::invitation::{
    Invite, InviteInMiniProgram, InviteInWeCom, WithdrawInvitation, WithdrawInvitationInMiniProgram, WithdrawInvitationInWeCom,
};
use super::pass::{GetPassLayout, GetPassLayoutInMiniProgram, GetQrCode, GetQrCodeInWeCom, RefreshQrCodeInMiniProgram};
use super::reception::{
    CancelReception, CancelReceptionInMiniProgram, CancelReceptionInWeCom, GetReceptionInMiniProgram, GetReceptionInWeCom, GetRecord,
    ListExpectedInMiniProgram, ListExpectedInWeCom, ListReceivedInMiniProgram, ListReceivedInWeCom, ListRecords, ListVisitDays,
};
use super::session::{SignIn, SignInWithWeCom};
use super::share::{ListShares, ResendSms, SetShare};
use super::upload::{UploadPicture, UploadPictureAnywhere, UploadPictureInMiniProgram, UploadPictureInWeCom, UploadPortrait};
use super::venue::{FindHost, FindHostInEnterprise, GetOffer, GetOfferInMiniProgram, SearchEnterprises};
use super::visit::{GetVisit, GetVisitInMiniProgram, ListHistoryInMiniProgram, ListUpcomingInMiniProgram, ListVisits};
use crate::domain::id::{AppId, OpenId, ProductId, ProjectId};
use crate::domain::venue::Enterprise;

/// A family of calls. Plain browsers speak the official account's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApiFlavor {
    OfficialAccount,
    WeCom,
    MiniProgram,
}

impl ApiFlavor {
    pub const ALL: [Self; 3] = [Self::OfficialAccount, Self::WeCom, Self::MiniProgram];
}

/// Who asks, from which site, in which family of calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiContext {
    pub flavor: ApiFlavor,
    pub open_id: Option<OpenId>,
    pub app: Option<AppId>,
    pub project: Option<ProjectId>,
    pub product: Option<ProductId>,
    /// The company that the caller means to visit; only the mini-program asks for it.
    pub enterprise: Option<Enterprise>,
}

impl ApiContext {
    /// The same caller at a company's site.
    pub fn at(&self, enterprise: Enterprise) -> Self {
        Self { project: Some(enterprise.project.clone()), enterprise: Some(enterprise), ..self.clone() }
    }

    pub fn in_mini_program(&self) -> bool {
        self.flavor == ApiFlavor::MiniProgram
    }
}

/// One row an operation: its name, then its calls in the official account, in WeCom and in the mini-program.
macro_rules! operations {
    ($($(#[$doc:meta])* $name:ident: [$($official:ident),*] [$($wecom:ident),*] [$($mini:ident),*];)+) => {
        /// Something that a person wants done, whatever the channel.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Operation {
            $($(#[$doc])* $name,)+
        }

        impl Operation {
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The documented paths that serve the operation; none where the family does not offer it.
            pub fn paths(self, flavor: ApiFlavor) -> &'static [&'static str] {
                match (self, flavor) {
                    $((Self::$name, ApiFlavor::OfficialAccount) => &[$(<$official as Endpoint>::PATH,)*],
                    (Self::$name, ApiFlavor::WeCom) => &[$(<$wecom as Endpoint>::PATH,)*],
                    (Self::$name, ApiFlavor::MiniProgram) => &[$(<$mini as Endpoint>::PATH,)*],)+
                }
            }
        }
    };
}

operations! {
    /// Get in by a link in a message.
    SignIn: [SignIn] [SignInWithWeCom] [];
    ReadForm: [GetFields] [GetFieldsInWeCom] [GetFieldsInMiniProgram];
    /// Choose between booking a person and booking a place.
    ChooseMode: [GetOffer] [] [GetOfferInMiniProgram];
    ReadCommitments: [GetCommitments] [] [GetCommitmentsInMiniProgram];
    ReadParkNotice: [GetParkNotice] [GetParkNotice] [GetParkNotice];
    FindHost: [FindHost] [] [SearchEnterprises, FindHostInEnterprise];
    /// Purposes, kinds of visitor, time precision; the official account has them in its form.
    ChooseDetails: [] [ListPurposesInWeCom, ListVisitorTypesInWeCom, GetTimePrecisionInWeCom]
        [ListPurposesInMiniProgram, ListVisitorTypesInMiniProgram, GetTimePrecisionInMiniProgram];
    ChooseAreas: [ListAreas, ListAllAreas] [ListAreasInWeCom, ListAllAreas] [ListAreasInMiniProgram, ListAllAreas];
    UploadPicture: [UploadPicture, UploadPictureAnywhere] [UploadPictureInWeCom, UploadPictureAnywhere, UploadPortrait]
        [UploadPictureInMiniProgram, UploadPictureAnywhere];
    ReadClock: [GetServerTime] [GetServerTime] [GetServerTime];
    BookVisit: [BookVisit] [] [BookVisitInMiniProgram, SubmitVisitInMiniProgram];
    ChangeVisit: [ChangeVisit] [] [ChangeVisitInMiniProgram];
    CancelVisit: [CancelVisit] [] [CancelVisitInMiniProgram];
    ListMyVisits: [ListVisits] [] [ListUpcomingInMiniProgram, ListHistoryInMiniProgram];
    ShowMyVisit: [GetVisit] [] [GetVisitInMiniProgram];
    ShowQrCode: [GetQrCode] [GetQrCodeInWeCom] [RefreshQrCodeInMiniProgram];
    LayOutPass: [GetPassLayout] [] [GetPassLayoutInMiniProgram];
    PreviewInvitation: [PreviewInvitation] [PreviewInvitationInWeCom] [PreviewInvitationInMiniProgram];
    AcceptInvitation: [AcceptInvitation] [AcceptInvitationInWeCom] [AcceptInvitationInMiniProgram];
    ComeAlong: [] [] [PreviewCompanionship, ConfirmCompanionship];
    Invite: [Invite] [InviteInWeCom] [InviteInMiniProgram];
    WithdrawInvitation: [WithdrawInvitation] [WithdrawInvitationInWeCom] [WithdrawInvitationInMiniProgram];
    ResendSms: [] [] [ResendSms];
    /// Switch the links that were shared on and off.
    ManageLinks: [] [] [ListShares, SetShare];
    ListInvitations: [ListRecords] [ListRecords] [ListShares];
    ListApprovals: [ListRecords] [ListRecords] [ListWaitingInMiniProgram, ListOverdueInMiniProgram];
    Decide: [Approve, Return, DecideBatch] [Approve, Return, DecideBatch] [Approve, Return, DecideBatch];
    ListReceptions: [ListRecords] [ListExpectedInWeCom, ListReceivedInWeCom] [ListExpectedInMiniProgram, ListReceivedInMiniProgram];
    ListVisitDays: [ListVisitDays] [ListVisitDays] [];
    ShowReception: [GetRecord] [GetReceptionInWeCom] [GetReceptionInMiniProgram];
    CancelReception: [CancelReception] [CancelReceptionInWeCom] [CancelReceptionInMiniProgram];
    CheckDoors: [GetDelivery, DeliverAgain] [GetDelivery, DeliverAgain] [GetDelivery, DeliverAgain];
}

impl Operation {
    /// Whether a family has the operation at all.
    pub fn is_offered(self, flavor: ApiFlavor) -> bool {
        !self.paths(flavor).is_empty()
    }
}
