//! How far the doors know a visitor, in words.

use super::Text;
use super::words::words;
use crate::domain::pass::readiness::{Means, Readiness};

words! {
    PermissionWords / permission:
    access_permissions;
    send_to_access;
    sending_to_access;
    sent_to_access;
    access_unknown;
    unnamed_device;

    // How far a permission has come on its way to a door.
    permission_not_needed;
    permission_withdrawn;
    permission_ready;
    permission_sending;
    permission_waiting;
    permission_failed;

    // What that means at the gate.
    gate_without_permission;
    gate_permission_withdrawn;
    gate_ready;
    gate_not_ready_yet;
    gate_may_stay_shut;

    // What opens a door.
    means_identity_number;
    means_identity_chip;
    means_card;
    means_qr_code;
    means_plate;
    means_face;
    means_other;
}

impl Text {
    pub fn access_readiness(self, progress: Readiness) -> &'static str {
        match progress {
            Readiness::Nothing => self.permission_not_needed(),
            Readiness::Withdrawn => self.permission_withdrawn(),
            Readiness::Done => self.permission_ready(),
            Readiness::Sending => self.permission_sending(),
            Readiness::Waiting => self.permission_waiting(),
            Readiness::Failed => self.permission_failed(),
        }
    }

    /// What that means at the gate.
    pub fn readiness(self, progress: Readiness) -> &'static str {
        match progress {
            Readiness::Nothing => self.gate_without_permission(),
            Readiness::Withdrawn => self.gate_permission_withdrawn(),
            Readiness::Done => self.gate_ready(),
            Readiness::Sending | Readiness::Waiting => self.gate_not_ready_yet(),
            Readiness::Failed => self.gate_may_stay_shut(),
        }
    }

    pub fn means(self, means: Option<Means>) -> &'static str {
        match means {
            Some(Means::IdentityNumber) => self.means_identity_number(),
            Some(Means::IdentityChip) => self.means_identity_chip(),
            Some(Means::Card) => self.means_card(),
            Some(Means::QrCode) => self.means_qr_code(),
            Some(Means::Plate) => self.means_plate(),
            Some(Means::Face) => self.means_face(),
            None => self.means_other(),
        }
    }
}
