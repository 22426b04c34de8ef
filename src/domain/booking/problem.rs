//! What is wrong with a form, and where.

use super::field::FieldKey;

/// One thing to mend before a booking can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub spot: Spot,
    pub cause: Cause,
}

/// Where on the form a problem is, in the order of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    Subject,
    Start,
    End,
    Field(FieldKey),
    /// A statement under the form, by its place.
    Statement(usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    Missing,
    /// The host's number is typed but nobody was found by it yet.
    HostNotFound,
    NotATime,
    InThePast,
    EndsBeforeItStarts,
    /// Longer than this many characters.
    TooLong(usize),
    /// Does not fit the server's pattern; the server's hint says what would.
    DoesNotFit(String),
    /// No valid resident identity number.
    WrongIdentityNumber,
    NotOffered,
    StillUploading,
    UploadFailed,
    TooManyPhotos,
    NotAgreed,
    /// The server requires an answer of a kind that this program cannot take.
    CannotBeAsked,
}
