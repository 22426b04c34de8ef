//! What a site's administrator switches on and off.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::seed;

/// The configuration of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Settings {
    pub mode: Mode,
    /// Commitments before and in the form, and the letter of notice.
    pub promise: bool,
    /// The rules of admission.
    pub note: bool,
    /// Whether an accepted invitation still waits for its host's approval.
    pub invitation_approval: bool,
    /// Whether the site has laid out a pass of its own.
    pub pass: bool,
    pub time_display: TimeDisplay,
    /// So many of the next SMS for invitations get lost.
    pub sms_failures: u32,
    /// So many of the next approvals do not reach one of the devices.
    pub delivery_failures: u32,
    /// What the site's sign-in does.
    pub authorize: Authorize,
    /// Whether calls about a visit that have no room for an openId let those in who bring no token, as some backends do.
    pub lenient: bool,
    /// The field list of a booking by person, as it goes on the wire: it may be nonsense on purpose.
    pub fields: Value,
    /// The field list of a booking by place.
    pub space_fields: Value,
}

/// How visits may be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    Person,
    Space,
    Both,
}

/// What the site's sign-in does with whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authorize {
    /// Signs them in, and shows nothing.
    Silent,
    /// Shows a page that asks them.
    Ask,
    Deny,
    /// Signs them in, and does not send the state back.
    DropState,
    /// Signs them in, and sends another state back.
    AlterState,
    /// Says nothing of who they are.
    Nobody,
    /// Ends the connection.
    Down,
    /// Does not answer for a long while, and then with nothing.
    Hang,
}

/// How finely times are chosen in WeCom and the mini-program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeDisplay {
    Day,
    Minute,
}

/// The way one visit is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    Person,
    Space,
}

/// A change of some settings; what it does not mention stays.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    mode: Option<Mode>,
    promise: Option<bool>,
    note: Option<bool>,
    invitation_approval: Option<bool>,
    pass: Option<bool>,
    time_display: Option<TimeDisplay>,
    sms_failures: Option<u32>,
    delivery_failures: Option<u32>,
    authorize: Option<Authorize>,
    lenient: Option<bool>,
    #[serde(default, deserialize_with = "mentioned")]
    fields: Option<Value>,
    #[serde(default, deserialize_with = "mentioned")]
    space_fields: Option<Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            mode: Mode::Both,
            promise: true,
            note: true,
            invitation_approval: false,
            pass: true,
            time_display: TimeDisplay::Minute,
            sms_failures: 0,
            delivery_failures: 0,
            authorize: Authorize::Silent,
            lenient: false,
            fields: seed::form::by_person(),
            space_fields: seed::form::by_place(),
        }
    }
}

impl Settings {
    pub fn apply(&mut self, patch: Patch) {
        self.mode = patch.mode.unwrap_or(self.mode);
        self.promise = patch.promise.unwrap_or(self.promise);
        self.note = patch.note.unwrap_or(self.note);
        self.invitation_approval = patch.invitation_approval.unwrap_or(self.invitation_approval);
        self.pass = patch.pass.unwrap_or(self.pass);
        self.time_display = patch.time_display.unwrap_or(self.time_display);
        self.sms_failures = patch.sms_failures.unwrap_or(self.sms_failures);
        self.delivery_failures = patch.delivery_failures.unwrap_or(self.delivery_failures);
        self.authorize = patch.authorize.unwrap_or(self.authorize);
        self.lenient = patch.lenient.unwrap_or(self.lenient);
        if let Some(fields) = patch.fields {
            self.fields = fields;
        }
        if let Some(fields) = patch.space_fields {
            self.space_fields = fields;
        }
    }

    pub fn is_open(&self, model: Model) -> bool {
        matches!((self.mode, model), (Mode::Both, _) | (Mode::Person, Model::Person) | (Mode::Space, Model::Space))
    }

    pub fn fields(&self, model: Model) -> &Value {
        match model {
            Model::Person => &self.fields,
            Model::Space => &self.space_fields,
        }
    }
}

impl TimeDisplay {
    /// `timeDisplayType` on the wire.
    pub fn digit(self) -> &'static str {
        match self {
            Self::Day => "0",
            Self::Minute => "1",
        }
    }
}

impl Model {
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "person" => Some(Self::Person),
            "space" => Some(Self::Space),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Space => "space",
        }
    }
}

/// Keeps `null` apart from "not mentioned": `null` is a field list that tests want to see served.
fn mentioned<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}
