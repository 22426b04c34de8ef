//! An invitation as its receiver reads it before accepting.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::{
    Visit,
    order::{members, on_the_wire},
};
use crate::{
    clock::format_time,
    seed::{ENTERPRISE, PROJECT, SITE},
};

impl Visit {
    /// `InvitationPreviewResponse`: times once in each of the two formats, what is known about the visitor.
    pub fn invitation_preview(&self) -> Value {
        let iso = SecondsFormat::Secs;
        let mut preview = members(json!({
            "status": self.status.number(),
            "beVisitorOpenId": self.plan.host.open_id,
            "beVisitorPersonName": self.plan.host.name,
            "beVisitorPhoneNum": self.plan.host.phone,
            "beVisitorGroupName": self.plan.host.department,
            "visitorStartTime": self.plan.start.to_rfc3339_opts(iso, false),
            "visitorEndTime": self.plan.end.to_rfc3339_opts(iso, false),
            "startTime": format_time(self.plan.start),
            "endTime": format_time(self.plan.end),
            "weChatMpName": SITE,
            "authBarCode": self.pass().unwrap_or_default(),
        }));
        let known = on_the_wire(&self.plan.answers).filter(|(key, _)| key != "visitorSex");
        preview.extend(known);
        Value::Object(preview)
    }

    /// `WcMaInvitationPreviewResponse`.
    pub fn shared_preview(&self) -> Value {
        let mut preview = self.outline();
        preview.insert("projectId".into(), json!(PROJECT));
        Value::Object(preview)
    }

    /// `WcMaRetinuePreviewResponse`.
    pub fn companion_preview(&self) -> Value {
        Value::Object(self.outline())
    }

    fn outline(&self) -> Map<String, Value> {
        members(json!({
            "visitorBatch": self.batch(),
            "beVisitorEnterpriseName": ENTERPRISE,
            "beVisitorPersonName": self.plan.host.name,
            "beVisitorPhoneNum": self.plan.host.phone,
            "startTime": format_time(self.plan.start),
            "endTime": format_time(self.plan.end),
            "visitorPurpose": self.answer("visitorPurpose").unwrap_or_default(),
        }))
    }
}
