//! Whether the doors know a visitor: permissions on their way to the devices.

use crate::domain::id::OrderId;
use crate::json::Entries;
use crate::{answer, endpoint, parameters};

parameters! {
    /// Asks how far a visitor's permissions have come, door by door. `clientService/authResult`
    #[derive(Debug, Clone)]
    pub struct GetDelivery {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetDelivery, reads get "/api/v1/clientService/authResult" -> Entries<Vec<AuthResultDto>>);

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
