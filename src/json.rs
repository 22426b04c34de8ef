//! Reads what real servers send instead of what they document, where it has one sensible meaning:
//! numbers as text and back, JSON as text, null and missing for empty. What has none is refused, with the
//! path of what could not be read. An answer that is a list, or a page of one, has to say so ([`List`]): null in its place
//! does not mean that there is nothing. Of a record, an unreadable field costs that field alone, unless the record `needs` it.
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
mod tests {
    use super::*;
    use serde_json::json;

    answer! {
        #[derive(PartialEq)]
        struct Row {
            name: String = "name",
            total: Option<i64> = "total",
            is_open: bool = "isOpen",
            items: Vec<Item> = "items",
            extra: Value = "extra",
        }
    }

    answer! {
        #[derive(PartialEq)]
        struct Item {
            status: String = "status",
        }
    }

    fn row(value: Value) -> Result<Row, Unreadable> {
        read(&value, "data")
    }

    fn item(status: &str) -> Item {
        Item { status: status.into() }
    }

    #[test]
    fn scalars_are_read_from_text_and_back() {
        let read = row(json!({"name": 12, "total": "5", "isOpen": "1", "items": [{"status": 8}, {"status": "8"}]})).unwrap();
        assert_eq!(read, Row { name: "12".into(), total: Some(5), is_open: true, items: vec![item("8"), item("8")], ..Row::default() });
    }

    #[test]
    fn null_missing_and_empty_are_the_same() {
        for value in [
            json!({}),
            json!(null),
            json!(""),
            json!([]),
            json!({"name": null, "total": "", "isOpen": null, "items": null, "other": [[{}]]}),
        ] {
            assert_eq!(row(value.clone()), Ok(Row::default()), "{value}");
        }
        assert_eq!(row(json!({"name": {}})), Ok(Row::default()));
    }

    #[test]
    fn lists_come_as_text_or_not_at_all() {
        assert_eq!(row(json!({"items": "[{\"status\":\"1\"}]"})).unwrap().items, [item("1")]);
        for nothing in ["[]", "xxx", "close", "123", ""] {
            assert_eq!(row(json!({"items": nothing})).unwrap().items, [], "{nothing}");
        }
        assert_eq!(row(json!("{\"name\":\"a\"}")).unwrap().name, "a");
        assert_eq!(row(json!({"items": {"status": 1}})).unwrap().items, [item("1")]);
    }

    #[test]
    fn an_answer_that_is_a_list_has_to_be_one() {
        let list = |value: Value| read::<List<Item>>(&value, "data");
        assert_eq!(list(json!([])), Ok(List(Vec::new())));
        assert_eq!(list(json!([{"status": 1}])), Ok(List(vec![item("1")])));
        assert_eq!(list(json!("[{\"status\":1}]")), Ok(List(vec![item("1")])));
        for (value, kind) in
            [(json!(null), "null"), (json!({}), "an object"), (json!({"status": 1}), "an object"), (json!("close"), "a text")]
        {
            let reason = format!("{kind} instead of a list");
            assert_eq!(list(value), Err(Unreadable { path: "data".into(), reason }));
        }
        assert_eq!(list(json!([{"status": []}])).unwrap_err().path, "data[0].status");
    }

    answer! {
        #[derive(PartialEq)]
        struct Record needs ["id"] {
            id: String = "id",
            name: String = "name",
            total: Option<i64> = "total",
            is_open: bool = "isOpen",
            items: (Vec<Item>, Value) = "items",
        }
    }

    #[test]
    fn an_unreadable_field_of_a_record_costs_that_field_unless_it_is_needed() {
        let record = |value: Value| read::<Record>(&value, "data");
        let mixed = json!({"id": 7, "name": {"a": 1}, "total": "many", "isOpen": "maybe", "items": [{"status": 1}, "x"]});
        assert_eq!(record(mixed), Ok(Record { id: "7".into(), ..Record::default() }));
        let kept = record(json!({"id": 7, "name": [], "total": 2, "isOpen": true})).unwrap();
        assert_eq!((kept.name.as_str(), kept.total, kept.is_open), ("", Some(2), true));
        assert_eq!(record(json!({"id": {"a": 1}, "name": "a"})).unwrap_err().path, "data.id");
        assert_eq!(record(json!(5)).unwrap_err().path, "data");
    }

    #[test]
    fn keys_that_are_data_are_kept() {
        let doors: Entries<Vec<Item>> = read(&json!({"b": [{"status": 3}], "a": {"status": 4}}), "data").unwrap();
        assert_eq!(doors.0, [("a".to_owned(), vec![item("4")]), ("b".to_owned(), vec![item("3")])]);
        let refused = read::<Entries<Vec<Item>>>(&json!({"a": [{"status": []}]}), "data").unwrap_err();
        assert_eq!(refused.path, "data.a[0].status");
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_path_and_without_its_content() {
        let refused =
            |value, path: &str, reason: &str| assert_eq!(row(value), Err(Unreadable { path: path.into(), reason: reason.into() }));
        refused(json!({"items": [{"status": "1"}, {"status": ["王建国"]}]}), "data.items[1].status", "a list instead of a text");
        refused(json!({"total": "many"}), "data.total", "a text instead of a whole number");
        assert_eq!(row(json!({"total": "5.0"})).unwrap().total, Some(5));
        refused(json!({"total": 1.5}), "data.total", "a number instead of a whole number");
        refused(json!({"items": "[{"}), "data.items", "a text instead of a list (its text is broken)");
        refused(json!({"items": 5}), "data.items", "a number instead of a list");
        refused(json!({"isOpen": "maybe"}), "data.isOpen", "a text instead of true or false");
        refused(json!(true), "data", "true or false instead of an object");
    }
}
