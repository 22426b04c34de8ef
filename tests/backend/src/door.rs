//! The doors of the areas, and whether they have heard of a visit.

use serde_json::{Map, Value, json};

use crate::{answer::Refusal, person::Area, site::State, status::Status, visit::Visit};

/// A gate or a door with a controller.
#[derive(Debug, Clone)]
pub struct Door {
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
    /// `Map<String, List<AuthResultDto>>`: the doors of each area that the visit may pass, by the area's name.
    pub fn access(&self, visit: &Visit) -> Value {
        let delivered = match visit.status {
            Status::Normal | Status::Late | Status::Arrived => DELIVERED,
            Status::BookingOverdue | Status::SignedOut | Status::SignedOutBySystem | Status::OverdueNotSignedOut => DELETED,
            _ => return Value::Object(Map::new()),
        };
        let failing = self.undelivered.contains(&visit.order_id).then(|| self.last_door(visit)).flatten();
        let result = |door: &&Door| {
            json!({
                "orderId": visit.order_id,
                "deviceDesc": door.name,
                "cardType": if door.is_for_cars { PLATE } else { QR_CODE },
                "authStatus": if delivered == DELIVERED && failing == Some(&door.name) { FAILED } else { delivered },
            })
        };
        let areas = self.directory.areas.iter().filter(|area| visit.plan.areas.contains(&area.id));
        let results = |area: &Area| Value::Array(self.doors(visit, &area.id).map(|door| result(&door)).collect());
        areas.map(|area| (area.name.clone(), results(area))).collect()
    }

    /// Tells the doors again.
    pub fn deliver_again(&mut self, order_id: &str) -> Result<(), Refusal> {
        self.visit(order_id)?.pass().ok_or(Refusal::NoPass)?;
        self.undelivered.remove(order_id);
        Ok(())
    }

    /// Tells the doors about a visit that has just been approved.
    pub fn open_doors(&mut self, visit: &Visit) {
        if let Some(left) = self.settings.door_failures.checked_sub(1) {
            self.settings.door_failures = left;
            self.undelivered.insert(visit.order_id.clone());
        }
    }

    fn last_door(&self, visit: &Visit) -> Option<&String> {
        let areas = visit.plan.areas.iter().flat_map(|area| self.doors(visit, area));
        areas.last().map(|door| &door.name)
    }

    fn doors<'site>(&'site self, visit: &Visit, area_id: &str) -> impl Iterator<Item = &'site Door> {
        let drives = visit.answer("visitorCarNumber").is_some();
        self.directory.doors.iter().filter(move |door| door.area_id == *area_id && (drives || !door.is_for_cars))
    }
}
