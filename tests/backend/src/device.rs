//! The devices at the doors of each area, and whether the permissions of a visit were delivered to them.

use serde_json::{Map, Value, json};

use crate::{person::Area, response::Refusal, site::State, status::Status, visit::Visit};

/// A gate or a device with a controller.
#[derive(Debug, Clone)]
pub struct Device {
    pub area_id: String,
    pub name: String,
    /// Whether cars pass here, by their plates.
    pub is_for_cars: bool,
}

/// `cardType` of the documents.
const QR_CODE: &str = "3";
const PLATE: &str = "4";

/// `authStatus` of the documents.
const DELIVERED: &str = "3";
const FAILED: &str = "4";
const DELETED: &str = "-3";

impl State {
    /// `Map<String, List<AuthResultDto>>`: the devices of each area that the visit may pass, by the area's name.
    pub fn auth_results(&self, visit: &Visit) -> Value {
        let delivered = match visit.status {
            Status::Normal | Status::Late | Status::Arrived => DELIVERED,
            Status::BookingOverdue | Status::SignedOut | Status::SignedOutBySystem | Status::OverdueNotSignedOut => DELETED,
            _ => return Value::Object(Map::new()),
        };
        let failing = self.undelivered.contains(&visit.order_id).then(|| self.last_device(visit)).flatten();
        let result = |device: &&Device| {
            json!({
                "orderId": visit.order_id,
                "deviceDesc": device.name,
                "cardType": if device.is_for_cars { PLATE } else { QR_CODE },
                "authStatus": if delivered == DELIVERED && failing == Some(&device.name) { FAILED } else { delivered },
            })
        };
        let areas = self.directory.areas.iter().filter(|area| visit.plan.areas.contains(&area.id));
        let results = |area: &Area| Value::Array(self.devices(visit, &area.id).map(|device| result(&device)).collect());
        areas.map(|area| (area.name.clone(), results(area))).collect()
    }

    /// Delivers the permissions of a visit again.
    pub fn deliver_again(&mut self, order_id: &str) -> Result<(), Refusal> {
        self.visit(order_id)?.pass().ok_or(Refusal::NoPass)?;
        self.undelivered.remove(order_id);
        Ok(())
    }

    /// Delivers the permissions of a visit that has just been approved.
    pub fn deliver(&mut self, visit: &Visit) {
        if let Some(left) = self.settings.delivery_failures.checked_sub(1) {
            self.settings.delivery_failures = left;
            self.undelivered.insert(visit.order_id.clone());
        }
    }

    fn last_device(&self, visit: &Visit) -> Option<&String> {
        let areas = visit.plan.areas.iter().flat_map(|area| self.devices(visit, area));
        areas.last().map(|device| &device.name)
    }

    fn devices<'site>(&'site self, visit: &Visit, area_id: &str) -> impl Iterator<Item = &'site Device> {
        let drives = visit.answer("visitorCarNumber").is_some();
        self.directory.devices.iter().filter(move |device| device.area_id == *area_id && (drives || !device.is_for_cars))
    }
}
