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
    for value in
        [json!({}), json!(null), json!(""), json!([]), json!({"name": null, "total": "", "isOpen": null, "items": null, "other": [[{}]]})]
    {
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
fn what_has_to_be_there_is_not_null() {
    let whole = |value: Value| read::<Whole<Item>>(&value, "data").map(|Whole(item)| item);
    assert_eq!(whole(json!({"status": 1})), Ok(item("1")));
    assert_eq!(whole(json!({})), Ok(Item::default()));
    assert_eq!(whole(json!(null)), Err(Unreadable { path: "data".into(), reason: "null instead of an object".into() }));
}

#[test]
fn an_answer_that_is_a_list_has_to_be_one() {
    let list = |value: Value| read::<List<Item>>(&value, "data");
    assert_eq!(list(json!([])), Ok(List(Vec::new())));
    assert_eq!(list(json!([{"status": 1}])), Ok(List(vec![item("1")])));
    assert_eq!(list(json!("[{\"status\":1}]")), Ok(List(vec![item("1")])));
    for (value, kind) in [(json!(null), "null"), (json!({}), "an object"), (json!({"status": 1}), "an object"), (json!("close"), "a text")]
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
    let refused = |value, path: &str, reason: &str| assert_eq!(row(value), Err(Unreadable { path: path.into(), reason: reason.into() }));
    refused(json!({"items": [{"status": "1"}, {"status": ["王建国"]}]}), "data.items[1].status", "a list instead of a text");
    refused(json!({"total": "many"}), "data.total", "a text instead of a whole number");
    assert_eq!(row(json!({"total": "5.0"})).unwrap().total, Some(5));
    refused(json!({"total": 1.5}), "data.total", "a number instead of a whole number");
    refused(json!({"items": "[{"}), "data.items", "a text instead of a list (its text is broken)");
    refused(json!({"items": 5}), "data.items", "a number instead of a list");
    refused(json!({"isOpen": "maybe"}), "data.isOpen", "a text instead of true or false");
    refused(json!(true), "data", "true or false instead of an object");
}
