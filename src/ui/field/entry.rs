//! What an input is for: keyboard, and what the phone may fill in.

/// What is typed into an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entry {
    #[default]
    Text,
    Name,
    Organization,
    /// A phone number of one's own.
    OwnPhone,
    /// A phone number of somebody else.
    Phone,
    Number,
    Date,
    DateTime,
}

/// The attributes of an `<input>`.
pub(super) struct EntryAttributes {
    pub kind: &'static str,
    pub inputmode: &'static str,
    pub autocomplete: &'static str,
    /// How many characters it takes at most, where that does not depend on the site.
    pub max_length: Option<&'static str>,
}

impl Entry {
    /// Numbers are text with a number pad: `type=number` loses what it cannot read.
    pub(super) fn attributes(self) -> EntryAttributes {
        let (kind, inputmode, autocomplete) = match self {
            Self::Text => ("text", "text", "off"),
            Self::Name => ("text", "text", "name"),
            Self::Organization => ("text", "text", "organization"),
            Self::OwnPhone => ("tel", "tel", "tel"),
            Self::Phone => ("tel", "tel", "off"),
            Self::Number => ("text", "numeric", "off"),
            Self::Date => ("date", "text", "off"),
            Self::DateTime => ("datetime-local", "text", "off"),
        };
        // A long number from abroad, with spaces.
        let max_length = matches!(self, Self::OwnPhone | Self::Phone).then_some("24");
        EntryAttributes { kind, inputmode, autocomplete, max_length }
    }
}
