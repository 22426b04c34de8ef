//! Reads what real servers send instead of what they document, where it has one sensible meaning:
//! numbers as text and back, JSON as text, null and missing for empty. What has none is refused, with the
//! path of what could not be read. An answer that is a list, or a page of one, has to say so ([`List`]), and so has a record
//! whose absence would be a word of its own ([`Whole`]): null in its place does not mean that there is nothing. Of a record,
//! an unreadable field costs that field alone, unless the record `needs` it.
//!
//! Types are declared by [`answer!`](crate::answer): a table of fields and their names on the wire. It brings less
//! code into the bundle than `derive(Deserialize)` (docs/decisions.md), and names every error's place.

mod node;

pub use node::Node;
use node::Path;
use serde_json::Value;

/// Something that can be read from JSON.
pub trait Answer: Fill + Default {
    /// What is read of it, for the tests that hold it against the documents.
    const SHAPE: Shape;
}

/// A place for what is read. Reading into places, one table of them a struct, brings the least code into the bundle.
pub trait Fill {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable>;
}

/// The form of an answer, as data.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Nothing is read.
    Nothing,
    Scalar,
    /// Whatever comes.
    Anything,
    List(&'static Shape),
    /// Name of the type, and its fields by their names on the wire.
    Object(&'static str, &'static [(&'static str, Shape)]),
    /// Keys that are data, each with a value of the same shape.
    Entries(&'static Shape),
}

/// What could not be read, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Such as `data.list[2].status`.
    pub path: String,
    pub reason: String,
}

/// Reads a value; `root` names it in errors.
pub fn read<T: Answer>(value: &Value, root: &str) -> Result<T, Unreadable> {
    Node { value, path: &Path::Root(root) }.read()
}

/// A scalar as text: the form in which codes and keys come as well as numbers.
pub fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Declares an answer: `field: Type = "nameOnTheWire"`. Fields that are missing read like null.
///
/// `struct Name needs ["id"] { … }` declares a record: there, fields that cannot be read are left empty, but for those in the
/// brackets, such as what names the record.
#[macro_export]
macro_rules! answer {
    ($(#[$doc:meta])* $visible:vis struct $name:ident $(needs [$($needed:literal),*])? {
        $($(#[$field_doc:meta])* $field_visible:vis $field:ident: $type:ty = $wire:literal,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        $visible struct $name {
            $($(#[$field_doc])* $field_visible $field: $type,)*
        }

        impl $crate::json::Answer for $name {
            const SHAPE: $crate::json::Shape = $crate::json::Shape::Object(
                stringify!($name),
                &[$(($wire, <$type as $crate::json::Answer>::SHAPE),)*],
            );
        }

        impl $crate::json::Fill for $name {
            fn fill(&mut self, node: $crate::json::Node) -> Result<(), $crate::json::Unreadable> {
                let needed: &[&[&str]] = &[$(&[$($needed),*])?];
                node.fill(&mut [$(($wire, &mut self.$field)),*], needed.first().copied())
            }
        }
    };
}

/// The answer to a call that only says whether it worked.
impl Answer for () {
    const SHAPE: Shape = Shape::Nothing;
}

impl Fill for () {
    fn fill(&mut self, _: Node) -> Result<(), Unreadable> {
        Ok(())
    }
}

impl Answer for String {
    const SHAPE: Shape = Shape::Scalar;
}

impl Fill for String {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        *self = node.text()?;
        Ok(())
    }
}

impl Answer for bool {
    const SHAPE: Shape = Shape::Scalar;
}

impl Fill for bool {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        *self = node.flag()?;
        Ok(())
    }
}

impl Answer for Option<i64> {
    const SHAPE: Shape = Shape::Scalar;
}

impl Fill for Option<i64> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        *self = node.integer()?;
        Ok(())
    }
}

impl Answer for Value {
    const SHAPE: Shape = Shape::Anything;
}

impl Fill for Value {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        self.clone_from(node.value);
        Ok(())
    }
}

/// Two readings of the same value; the shape is the first one's.
impl<A: Answer, B: Answer> Answer for (A, B) {
    const SHAPE: Shape = A::SHAPE;
}

impl<A: Fill, B: Fill> Fill for (A, B) {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        self.0.fill(node)?;
        self.1.fill(node)
    }
}

impl<T: Answer> Answer for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Answer> Fill for Vec<T> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        *self = items(node, &node.list()?)?;
        Ok(())
    }
}

/// A list that an answer consists of. Unlike a `Vec`, it has to be there: null, an object or a word is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Answer> Answer for List<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T: Answer> Fill for List<T> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        self.0 = items(node, &node.whole_list()?)?;
        Ok(())
    }
}

/// A record or [`Entries`] that an answer consists of. Unlike these alone, it has to be there: null is refused.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Whole<T>(pub T);

impl<T: Answer> Answer for Whole<T> {
    const SHAPE: Shape = T::SHAPE;
}

impl<T: Fill> Fill for Whole<T> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        node.refuse_null()?;
        self.0.fill(node)
    }
}

fn items<T: Answer>(node: Node, values: &[Value]) -> Result<Vec<T>, Unreadable> {
    values.iter().enumerate().map(|(index, value)| Node { value, path: &Path::Item(node.path, index) }.read()).collect()
}

/// An object whose keys are data, in the order of its keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T: Answer> Answer for Entries<T> {
    const SHAPE: Shape = Shape::Entries(&T::SHAPE);
}

impl<T: Answer> Fill for Entries<T> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        let fields = node.object()?;
        let entry = |(key, value): (&String, &Value)| Ok((key.clone(), Node { value, path: &Path::Field(node.path, key) }.read()?));
        self.0 = fields.iter().map(entry).collect::<Result<_, Unreadable>>()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
