//! The booking form as the server describes it.

mod choice;

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::error::ApiError;
use crate::domain::booking::field::{AnswerType, Field, FieldKey, Kind, SubField, TextRule};
use crate::domain::code::codes;
use crate::domain::id::{AppId, ProjectId};
use crate::domain::venue::Mode;
use crate::json::List;
use crate::{answer, endpoint, parameters};
use serde_json::Value;

/// More questions than this are more than a phone draws within two seconds.
const MOST_QUESTIONS: usize = 300;

/// The questions of the form in a mode of booking.
pub fn questions(context: &ApiContext, mode: Mode) -> ApiCall<Vec<Field>> {
    let call = match &context.project {
        Some(project) if context.in_mini_program() => {
            let call = GetFieldsInMiniProgram { project_id: project.clone(), asked_by: AskedBy::Visitor, order_model: Some(mode) };
            ApiCall::new(&call, fields)
        }
        _ if context.flavor == ApiFlavor::WeCom => ApiCall::new(&GetFieldsInWeCom {}, fields),
        _ => ApiCall::new(&GetFields::for_visitor(context.app.as_ref(), mode), fields),
    };
    call.and_then(|fields| if fields.len() > MOST_QUESTIONS { Err(ApiError::TooLarge) } else { Ok(fields) })
}

/// What the official account's form for employees asks of an invitation: purposes and kinds of visitor.
pub fn for_employee(context: &ApiContext) -> ApiCall<Vec<Field>> {
    let app_id = context.app.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
    ApiCall::new(&GetFields { app_id, asked_by: AskedBy::Employee, order_model: Some(Mode::Person) }, fields)
}

/// The questions that a visitor was asked, for the employee who reads the answers.
pub fn questions_answered(context: &ApiContext) -> ApiCall<Vec<Field>> {
    if context.flavor == ApiFlavor::WeCom { ApiCall::new(&GetFieldsInWeCom {}, fields) } else { questions(context, Mode::Person) }
}

parameters! {
    /// Asks which questions the form has. `visitor/field/info`
    #[derive(Debug, Clone)]
    pub struct GetFields {
        /// The official account's appId, empty where it is unknown.
        app_id: String = "appId",
        asked_by: AskedBy = "type",
        order_model: Option<Mode> = "orderModel",
    }
}
endpoint!(GetFields, reads post "/ui/v1/wechat/visitor/field/info" -> List<FieldResponse>);

impl GetFields {
    pub fn for_visitor(app: Option<&AppId>, mode: Mode) -> Self {
        let app_id = app.map(|id| id.as_str().to_owned()).unwrap_or_default();
        Self { app_id, asked_by: AskedBy::Visitor, order_model: Some(mode) }
    }
}

parameters! {
    /// Asks which questions the form of a site has. `miniapp/visitor/field/info`
    #[derive(Debug, Clone)]
    pub struct GetFieldsInMiniProgram {
        pub project_id: ProjectId = "projectId",
        pub asked_by: AskedBy = "type",
        pub order_model: Option<Mode> = "orderModel",
    }
}
endpoint!(GetFieldsInMiniProgram, reads post "/ui/v1/wechat/miniapp/visitor/field/info" -> List<FieldResponse>);

parameters! {
    /// Asks which questions the form of the employee's site has. `wecom/visitor/field/info`
    #[derive(Debug, Clone)]
    pub struct GetFieldsInWeCom {}
}
endpoint!(GetFieldsInWeCom, reads post "/ui/v1/wechat/wecom/visitor/field/info" -> List<FieldResponse>);

codes! {
    /// For whom a form or a list of areas is (`type`).
    pub enum AskedBy: &'static str {
        Visitor = "0",
        Employee = "1",
    }
}

answer! {
    pub struct FieldResponse {
        field_info_dto: FieldInfoDto = "fieldInfoDto",
        data_list: Vec<DataDictionarySingleDto> = "dataList",
        sub_para_key: String = "subParaKey",
        sub_para_name: String = "subParaName",
        sub_hint: String = "subHint",
    }
}

answer! {
    struct FieldInfoDto {
        para_key: String = "paraKey",
        para_name: String = "paraName",
        show_type: String = "showType",
        display: String = "display",
        required: String = "required",
        read_only: String = "readOnly",
        default_value: String = "defaultValue",
        placeholder: String = "placeholder",
        hint: String = "hint",
        tips: String = "tips",
        max_length: Option<i64> = "maxLength",
        regular: String = "regular",
        custom_option: Value = "customOption",
        data_value: Value = "dataValue",
        disorder: Option<i64> = "disorder",
        status: Option<i64> = "status",
    }
}

answer! {
    struct DataDictionarySingleDto {
        selected: bool = "selected",
        text: String = "text",
        value: String = "value",
    }
}

/// Flags are inverted: "0" means yes (required, visible, not changeable).
const YES: &str = "0";

/// What the form's fixed part asks itself, under the same names.
const FIXED_PART: [&str; 8] = [
    "beVisitorPersonId",
    "beVisitorPersonName",
    "beVisitorPhoneNum",
    "beVisitorOpenId",
    "visitStartTime",
    "visitEndTime",
    "visitorPrivilegeGroupIds",
    "orderModel",
];

/// The visible questions in the site's order; deleted, nameless and hidden ones are left out.
pub fn fields(wire: List<FieldResponse>) -> Vec<Field> {
    in_order(wire.0, |field| field.field_info_dto.disorder).into_iter().filter(FieldResponse::is_asked).map(field).collect()
}

/// Puts things into the order that the site numbered them in (`disorder`); those without a number come last.
///
/// These lists have a dozen items, and each type sorted by the library adds its sorts to the bundle anew.
pub(super) fn in_order<T>(items: Vec<T>, number: fn(&T) -> Option<i64>) -> Vec<T> {
    let place = |item: &T| number(item).unwrap_or(i64::MAX);
    let mut ordered: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        let at = ordered.iter().position(|other| place(other) > place(&item)).unwrap_or(ordered.len());
        ordered.insert(at, item);
    }
    ordered
}

impl FieldResponse {
    fn is_asked(&self) -> bool {
        let info = &self.field_info_dto;
        let key = info.para_key.trim();
        // A site that does not say whether a question is visible gets it shown: a missing answer may be a refused booking.
        let visible = info.display.is_empty() || info.display == YES;
        visible && info.status != Some(-1) && !key.is_empty() && !FIXED_PART.contains(&key)
    }
}

fn field(wire: FieldResponse) -> Field {
    let info = wire.field_info_dto;
    let choices = choice::choices(&wire.data_list, &info.custom_option, &info.data_value);
    let selected = wire.data_list.iter().find(|option| option.selected && !option.value.is_empty());
    let default = selected.map_or(info.default_value, |option| option.value.clone());
    let rule = TextRule {
        max_length: info.max_length.and_then(|max| usize::try_from(max).ok()).filter(|&max| max > 0),
        pattern: bare_pattern(&info.regular),
    };
    let kind = match info.show_type.trim() {
        "1" => Kind::Text(rule),
        "2" => Kind::Choice(choices),
        "3" => Kind::Date,
        "6" => Kind::Photos,
        _ => Kind::Unsupported { show_type: info.show_type },
    };
    // A default that a choice does not offer would be refused; the visitor chooses instead.
    let offered = !matches!(&kind, Kind::Choice(choices) if !choices.iter().any(|choice| choice.value == default));
    Field {
        key: FieldKey::new(info.para_key.trim()),
        label: readable(info.para_name),
        default: if offered && kind.answer_type() != AnswerType::Photos { default } else { String::new() },
        kind,
        required: info.required == YES,
        changeable: info.read_only != YES,
        placeholder: readable(info.placeholder),
        hint: readable(info.hint),
        tip: readable(info.tips),
        sub: sub_field(&wire.sub_para_key, wire.sub_para_name, wire.sub_hint),
    }
}

/// A pattern without the slashes of a JavaScript literal, which some sites store with it.
fn bare_pattern(regular: &str) -> Option<String> {
    let regular = regular.trim();
    let literal = regular.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    Some(literal.unwrap_or(regular)).filter(|pattern| !pattern.is_empty()).map(str::to_owned)
}

fn sub_field(key: &str, label: String, hint: String) -> Option<SubField> {
    let key = key.trim();
    (!key.is_empty()).then(|| SubField { key: FieldKey::new(key), label: readable(label), placeholder: readable(hint) })
}

/// Words for people; a bare i18n key (`visitor.form.nation`) becomes nothing.
fn readable(text: String) -> String {
    let text = text.trim();
    let key_like = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '$');
    let separated = text.contains('.') || text.contains('_');
    let is_key = separated && text.chars().all(key_like) && text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '$');
    if is_key { String::new() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::endpoint::Endpoint;
    use serde_json::json;

    fn read(wire: Value) -> Vec<Field> {
        fields(crate::json::read(&wire, "data").unwrap())
    }

    fn one(info: Value) -> Field {
        read(json!([{ "fieldInfoDto": info }])).remove(0)
    }

    #[test]
    fn flags_are_inverted() {
        let field = one(json!({"paraKey": "a", "paraName": "单位", "showType": 1, "display": "0", "required": 0, "readOnly": "0"}));
        assert!(field.required && !field.changeable);
        let field = one(json!({"paraKey": "a", "showType": "1", "required": "1", "readOnly": "1"}));
        assert!(!field.required && field.changeable);
    }

    #[test]
    fn hidden_deleted_nameless_and_fixed_questions_are_not_asked() {
        let asked = read(json!([
            {"fieldInfoDto": {"paraKey": "c", "disorder": 3}},
            {"fieldInfoDto": {"paraKey": "hidden", "display": "1"}},
            {"fieldInfoDto": {"paraKey": "deleted", "status": -1}},
            {"fieldInfoDto": {"paraKey": ""}},
            {"fieldInfoDto": {"paraKey": "visitStartTime", "showType": "3"}},
            {"fieldInfoDto": null},
            {"fieldInfoDto": {"paraKey": "a", "disorder": "1"}},
        ]));
        assert_eq!(asked.iter().map(|field| field.key.as_str()).collect::<Vec<_>>(), ["a", "c"]);
    }

    #[test]
    fn bare_i18n_keys_are_never_shown() {
        let field = one(
            json!({"paraKey": "a", "placeholder": "visitor.form.nation_placeholder", "hint": "例如 3.5 吨", "tips": "v1.0", "paraName": "WiFi"}),
        );
        assert_eq!(
            (field.placeholder.as_str(), field.hint.as_str(), field.tip.as_str(), field.label.as_str()),
            ("", "例如 3.5 吨", "", "WiFi")
        );
    }

    #[test]
    fn options_come_in_many_shapes() {
        let pairs = |field: Field| match field.kind {
            Kind::Choice(choices) => choices.into_iter().map(|choice| (choice.value, choice.text)).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let yes_no = vec![("1".to_owned(), "是".to_owned()), ("2".to_owned(), "否".to_owned())];
        for custom in [
            json!({"1": "是", "2": "否"}),
            json!("{\"1\":\"是\",\"2\":\"否\"}"),
            json!([{"value": 1, "text": "是"}, {"key": "2", "name": "否"}]),
        ] {
            assert_eq!(pairs(one(json!({"paraKey": "a", "showType": "2", "customOption": custom}))), yes_no);
        }
        let words = vec![("是".to_owned(), "是".to_owned()), ("否".to_owned(), "否".to_owned())];
        for source in [json!("是，否"), json!(["是", "否"])] {
            assert_eq!(pairs(one(json!({"paraKey": "a", "showType": "2", "dataValue": source}))), words);
        }
    }

    #[test]
    fn the_selected_option_is_the_default_and_an_impossible_default_is_none() {
        let data = json!([{"value": 111, "text": "身份证"}, {"value": 414, "text": "护照", "selected": true}]);
        let chosen = read(json!([{"fieldInfoDto": {"paraKey": "a", "showType": "2", "defaultValue": "111"}, "dataList": data}])).remove(0);
        assert_eq!(chosen.default, "414");
        assert_eq!(one(json!({"paraKey": "a", "showType": "2", "defaultValue": "其他", "customOption": "1,2"})).default, "");
    }

    #[test]
    fn unknown_kinds_are_a_value() {
        assert_eq!(one(json!({"paraKey": "a", "showType": 9})).kind, Kind::Unsupported { show_type: "9".into() });
    }

    #[test]
    fn golden_request() {
        let call = GetFields::for_visitor(AppId::parse("wx1").as_ref(), Mode::Place);
        assert_eq!(call.request().unwrap().to_string(), "POST /ui/v1/wechat/visitor/field/info?appId=wx1&orderModel=space&type=0");
    }
}
