//! What is wrong with a form, and where: one family for every form that is filled in.

use super::booking::field::FieldKey;

/// One thing to correct before a form can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub spot: Spot,
    pub cause: Cause,
}

/// A place on a form where something is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// Who or what is visited.
    Subject,
    /// The name of somebody who is invited, by the row.
    GuestName(usize),
    /// Their phone number.
    GuestPhone(usize),
    Start,
    End,
    /// A question of the site's.
    Field(FieldKey),
    Purpose,
    Areas,
    /// A statement under the form, by its place.
    Statement(usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    Missing,
    /// The host's number is typed but nobody was found by it yet.
    HostNotFound,
    NotAPhone,
    /// Somebody above has the same number.
    Twice,
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
