//! What believable callers say: bookings and invitations that the seeded site accepts.

use chrono::{DateTime, FixedOffset, SecondsFormat, TimeDelta};
use serde_json::{Value, json};
use standin::seed::PROJECT;

use crate::caller::Caller;

impl Caller {
    /// A booking that the seeded site accepts.
    pub fn booking(&self) -> Value {
        let start = self.now() + TimeDelta::days(1);
        json!({
            "visitorOpenId": "oNewVisitor",
            "orderModel": "person",
            "beVisitorPhoneNum": "13800000001",
            "beVisitorPersonName": "王建国",
            "visitStartTime": iso(start),
            "visitEndTime": iso(start + TimeDelta::hours(2)),
            "visitorPrivilegeGroupIds": "A01,A02",
            "visitorName": "林知夏",
            "visitorPhoneNum": "13912345678",
            "visitorPurpose": "商务洽谈",
            "visitorIdentityType": "414",
            "visitorIdentityNum": "E12345678",
            "visitorPersonNum": "3",
            "visitorCustomb": "1",
        })
    }

    /// What a booking in the mini-program says; the account answers for name and phone.
    pub fn founding(&self, head_count: usize) -> Value {
        let start = self.now() + TimeDelta::days(1);
        json!({
            "beVisitorPersonName": "王建国",
            "beVisitorPhoneNum": "13800000001",
            "beVisitorUserId": "P1001",
            "projectId": PROJECT,
            "startTime": minutes(start),
            "endTime": minutes(start + TimeDelta::hours(2)),
            "visitorPurpose": "设备维修",
            "visitorPersonNum": head_count.to_string(),
        })
    }

    /// What an employee writes into an invitation, in WeCom and the mini-program.
    pub fn invitation(&self) -> Value {
        let start = self.now() + TimeDelta::days(2);
        json!({
            "visitorName": "沈亦舟",
            "visitorPhoneNum": "13900000099",
            "visitorPrivilegeGroupIds": "A01,A02",
            "visitorPurpose": "参观交流",
            "startTime": minutes(start),
            "endTime": minutes(start + TimeDelta::hours(3)),
        })
    }

    /// The same in the official account, where the times are ISO 8601.
    pub fn invitation_by(&self, open_id: &str) -> Value {
        let start = self.now() + TimeDelta::days(2);
        let mut invitation = self.invitation();
        invitation["openId"] = json!(open_id);
        invitation["startTime"] = Value::Null;
        invitation["endTime"] = Value::Null;
        invitation["visitorStartTime"] = json!(iso(start));
        invitation["visitorEndTime"] = json!(iso(start + TimeDelta::hours(3)));
        invitation
    }
}

/// A time as the official account asks for it.
pub fn iso(time: DateTime<FixedOffset>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// A time as WeCom and the mini-program ask for it.
pub fn minutes(time: DateTime<FixedOffset>) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}
