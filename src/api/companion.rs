//! Companions: those who come along with somebody who booked. Only the mini-program knows them.

use super::call::ApiCall;
use super::order::stay;
use super::wire::GuestAnswers;
use crate::domain::booking::field::FieldKey;
use crate::domain::companion::Outing;
use crate::domain::id::Batch;
use crate::{answer, endpoint, parameters};

/// What a companion is asked to come along to; none where the answer holds nothing of it.
pub fn preview(visitor_batch: Batch) -> ApiCall<Option<Outing>> {
    ApiCall::new(&PreviewCompanionship { visitor_batch }, RetinuePreviewResponse::outing)
}

/// Says that the caller comes along.
pub fn confirm(visitor_batch: Batch, answers: Vec<(FieldKey, String)>) -> ApiCall<()> {
    ApiCall::new(&ConfirmCompanionship { visitor_batch, answers: GuestAnswers(answers) }, |()| ())
}

parameters! {
    /// Shows a companion whom the visit is to and when. `miniapp/visitor/order/retinue/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewCompanionship {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(PreviewCompanionship, reads post_json "/ui/v1/wechat/miniapp/visitor/order/retinue/preview" -> RetinuePreviewResponse);

parameters! {
    /// Says that a companion comes along, with what the form asked. `miniapp/visitor/order/retinue/confirm`
    #[derive(Debug, Clone)]
    pub struct ConfirmCompanionship {
        pub visitor_batch: Batch = "visitorBatch",
        pub answers: GuestAnswers = ..,
    }
}
endpoint!(ConfirmCompanionship, writes post_json "/ui/v1/wechat/miniapp/visitor/order/retinue/confirm" -> ());

answer! {
    /// What a companion sees of the visit; times are `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct RetinuePreviewResponse needs ["visitorBatch"] {
        pub visitor_batch: String = "visitorBatch",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub be_visitor_enterprise_name: String = "beVisitorEnterpriseName",
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_purpose: String = "visitorPurpose",
    }
}

impl RetinuePreviewResponse {
    fn outing(self) -> Option<Outing> {
        let facts = [&self.visitor_batch, &self.be_visitor_person_name, &self.be_visitor_enterprise_name, &self.start_time];
        let is_there = facts.into_iter().any(|fact| !fact.trim().is_empty());
        is_there.then(|| Outing {
            host: self.be_visitor_person_name,
            company: self.be_visitor_enterprise_name,
            stay: stay(&self.start_time, &self.end_time),
            purpose: self.visitor_purpose,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn batch() -> Batch {
        Batch::parse("B7").unwrap()
    }

    #[test]
    fn a_companion_looks_and_confirms() {
        let answers = [("visitorIdentityType", "111"), ("visitorCarNumber", "111")];
        let answers = answers.map(|(key, answer)| (FieldKey::new(key), answer.to_owned())).to_vec();
        let (look, confirm) = (preview(batch()), confirm(batch(), answers));
        assert_eq!(
            look.request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/retinue/preview json {"visitorBatch":"B7"}"#
        );
        assert_eq!(
            confirm.request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/retinue/confirm json {"visitorBatch":"B7","visitorCarNumber":"111","visitorIdentityType":111}"#
        );
    }

    #[test]
    fn a_preview_tells_whom_where_when_and_why() {
        let data = json!({"beVisitorPersonName": "王建国", "beVisitorEnterpriseName": "临港智造", "startTime": "2026-11-21 10:00:00",
            "endTime": "2026-11-21 12:00:00", "visitorPurpose": "设备维修"});
        let outing = preview(batch()).read(&data).unwrap().unwrap();
        assert_eq!((outing.host.as_str(), outing.company.as_str(), outing.purpose.as_str()), ("王建国", "临港智造", "设备维修"));
        assert!(outing.stay.is_some());
        for empty in [json!(null), json!({})] {
            assert_eq!(preview(batch()).read(&empty).unwrap(), None, "{empty}");
        }
    }
}
