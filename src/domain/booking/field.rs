//! The questions of a form, as the server asks them (`FieldResponse`).

use super::photo::MOST_PHOTOS;

/// The name of an answer on the wire (`paraKey`, `subParaKey`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey(String);

impl FieldKey {
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the answer is none of a stranger's business: a number that names somebody, an address, a face.
    pub fn names_somebody(&self) -> bool {
        NAMING.contains(&self.0.as_str())
    }

    /// Whether the answer is too private for storage that outlives the tab.
    pub fn is_private(&self) -> bool {
        self.0 == IDENTITY_NUMBER
    }
}

/// What tells strangers who somebody is, beside the name.
const NAMING: [&str; 6] = ["visitorPhoneNum", "visitorCarNumber", IDENTITY_NUMBER, "visitorIdentityAddr", "visitorAddress", "visitorPhoto"];

/// The key of the document type, whose second input is the document's number.
pub const IDENTITY_TYPE: &str = "visitorIdentityType";
/// The key of the document's number.
pub const IDENTITY_NUMBER: &str = "visitorIdentityNum";

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub key: FieldKey,
    pub label: String,
    pub kind: Kind,
    pub required: bool,
    /// Whether the visitor may change the answer that the form starts with.
    pub changeable: bool,
    /// The answer that the form starts with.
    pub default: String,
    /// Help inside the empty input.
    pub placeholder: String,
    /// What a right answer looks like; shown when the answer does not fit.
    pub hint: String,
    /// A line under the field.
    pub tip: String,
    /// A second input under this one, such as the number of the chosen document.
    pub sub: Option<SubField>,
}

impl Field {
    /// A question of our own that nobody has to answer.
    pub fn optional(key: &str, label: &str, kind: Kind) -> Self {
        let none = String::new;
        Self {
            key: FieldKey::new(key),
            label: label.to_owned(),
            kind,
            required: false,
            changeable: true,
            default: none(),
            placeholder: none(),
            hint: none(),
            tip: none(),
            sub: None,
        }
    }
}

/// A second input under a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubField {
    pub key: FieldKey,
    pub label: String,
    pub placeholder: String,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Text(TextRule),
    Choice(Vec<Choice>),
    /// A calendar day, `yyyy-MM-dd`.
    Date,
    /// Up to [`super::photo::MOST_PHOTOS`] pictures.
    Photos,
    /// One picture of the visitor's face, which access control grades.
    Portrait,
    /// A kind that this program does not know (`showType` as it came).
    Unsupported {
        show_type: String,
    },
}

/// What an answer consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerType {
    Text,
    Photos,
    /// The question cannot be asked.
    None,
}

impl Kind {
    pub fn answer_type(&self) -> AnswerType {
        match self {
            Self::Text(_) | Self::Choice(_) | Self::Date => AnswerType::Text,
            Self::Photos | Self::Portrait => AnswerType::Photos,
            Self::Unsupported { .. } => AnswerType::None,
        }
    }

    /// Whether this program can ask such a question.
    pub fn is_supported(&self) -> bool {
        self.answer_type() != AnswerType::None
    }

    /// How many pictures answer it.
    pub fn most_photos(&self) -> usize {
        match self {
            Self::Photos => MOST_PHOTOS,
            Self::Portrait => 1,
            Self::Text(_) | Self::Choice(_) | Self::Date | Self::Unsupported { .. } => 0,
        }
    }

    /// What there is to choose from.
    pub fn choices(&self) -> &[Choice] {
        if let Self::Choice(choices) = self { choices } else { &[] }
    }
}

/// What a typed answer must look like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextRule {
    /// In characters, not bytes.
    pub max_length: Option<usize>,
    /// An ECMAScript regular expression (`regular`).
    pub pattern: Option<String>,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub text: String,
}
