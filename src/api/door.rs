//! Whether the doors know a visitor: permissions on their way to the devices.

use super::call::ApiCall;
use crate::domain::id::OrderId;
use crate::domain::pass::readiness::{Grant, Means, Readiness};
use crate::json::{Entries, Whole};
use crate::{answer, endpoint, parameters};

/// How far a visitor's permissions have come, door by door.
pub fn delivery(order_id: OrderId) -> ApiCall<Vec<Grant>> {
    ApiCall::new(&GetDelivery { order_id }, |Whole(areas): Whole<Entries<Vec<AuthResultDto>>>| {
        areas.0.into_iter().flat_map(|(area, doors)| doors.into_iter().map(move |door| door.grant(&area))).collect()
    })
}

/// Sends a visitor's permissions to the doors anew.
pub fn deliver_again(order_id: OrderId) -> ApiCall<()> {
    ApiCall::new(&DeliverAgain { order_id }, |()| ())
}

parameters! {
    /// Asks how far a visitor's permissions have come, door by door. `clientService/authResult`
    #[derive(Debug, Clone)]
    pub struct GetDelivery {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetDelivery, reads get "/api/v1/clientService/authResult" -> Whole<Entries<Vec<AuthResultDto>>>);

parameters! {
    /// Sends a visitor's permissions to the doors anew. `clientService/authResult/download`
    #[derive(Debug, Clone)]
    pub struct DeliverAgain {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(DeliverAgain, writes post "/api/v1/clientService/authResult/download" -> ());

answer! {
    /// One permission at one device.
    pub struct AuthResultDto {
        /// 0 nothing to deliver, 1 waiting, 2 on its way, 3 delivered, 4 failed; -1 to -4 the same of its deletion.
        pub auth_status: Option<i64> = "authStatus",
        /// What opens the door: 0 identity number, 1 identity chip, 2 card, 3 QR code, 4 number plate, 5 face.
        pub card_type: String = "cardType",
        pub device_desc: String = "deviceDesc",
    }
}

impl AuthResultDto {
    fn grant(self, area: &str) -> Grant {
        let means = Means::from_code(self.card_type.trim());
        Grant { area: area.to_owned(), door: self.device_desc, means, progress: Readiness::from_code(self.auth_status) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn doors_tell_how_far_each_permission_has_come() {
        let order = || OrderId::parse("7").unwrap();
        let ask = delivery(order());
        assert_eq!(ask.request().unwrap().to_string(), "GET /api/v1/clientService/authResult?orderId=7");
        let data =
            json!({"北区": [{"authStatus": "4", "cardType": 3, "deviceDesc": "北门闸机"}, {"authStatus": 3, "cardType": "9"}], "南区": []});
        let grants = ask.read(&data).unwrap();
        let [gate, other] = grants.as_slice() else { panic!("{grants:?}") };
        assert_eq!((gate.area.as_str(), gate.door.as_str()), ("北区", "北门闸机"));
        assert_eq!((gate.means, gate.progress), (Some(Means::QrCode), Readiness::Failed));
        assert_eq!((other.means, other.progress), (None, Readiness::Done));
        assert_eq!(ask.read(&json!({})).map(|grants| grants.len()), Ok(0));
        assert!(ask.read(&json!(null)).is_err(), "null does not say that there are no permissions");
        assert_eq!(deliver_again(order()).request().unwrap().to_string(), "POST /api/v1/clientService/authResult/download?orderId=7");
    }
}
