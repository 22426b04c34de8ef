//! The form of the site: every kind of field, and some that a front-end must survive.

use serde_json::{Map, Value, json};

use super::{PRODUCT, PROJECT};

/// Why people come.
pub const PURPOSES: [&str; 6] = ["商务洽谈", "参观交流", "面试", "设备维修", "送货提货", "其他"];

/// As what people come.
pub const VISITOR_TYPES: [&str; 4] = ["普通访客", "贵宾", "供应商", "施工人员"];

/// The form of a booking by person. The order of the list is not the order on the screen: `disorder` is.
pub fn by_person() -> Value {
    list([
        name(),
        phone(),
        car_number(),
        work_unit(),
        identity(),
        purpose(),
        person_number(),
        Field::new(80, "visitorCustoma", "设备质保到期日").show(Show::Date).hint("携带设备入园时填写"),
        Field::new(90, "visitorCustomb", "是否需要陪同").options(json!({ "1": "是", "2": "否" })),
        Field::new(100, "visitorCustomc", "携带设备照片").show(Show::Picture).tips("最多上传三张，每张不超过 5MB"),
        Field::new(110, "visitorCustomd", "访客证类型").set("defaultValue", json!("临时访客证")).set("readOnly", json!("0")),
        Field::new(120, "visitorCustome", "健康码").set("showType", json!("9")),
        Field::new(130, "visitorBirthplace", "籍贯").set("display", json!("1")),
        Field::new(140, "visitorCustomf", "体温").required().set("status", json!(-1)),
    ])
}

/// The shorter form of a booking by place.
pub fn by_place() -> Value {
    list([name(), phone(), work_unit(), purpose(), person_number(), car_number()])
}

/// The form an inviting host fills in.
pub fn by_host() -> Value {
    let fields = [name(), phone(), purpose(), person_number()];
    list(fields.map(|field| field.set("fieldProperties", json!("1"))))
}

fn name() -> Field {
    Field::new(10, "visitorName", "访客姓名").required().max_length(32).hint("请填写真实姓名")
}

fn phone() -> Field {
    Field::new(20, "visitorPhoneNum", "手机号码").required().max_length(11).regular("^1[3-9]\\d{9}$").hint("请输入 11 位手机号码")
}

fn work_unit() -> Field {
    Field::new(30, "visitorWorkUnit", "来访单位").max_length(64).set("placeholder", json!("visitor.field.workUnit.placeholder"))
}

fn identity() -> Field {
    let types = [("111", "身份证"), ("414", "护照"), ("990", "其他")];
    Field::new(40, "visitorIdentityType", "证件类型").data(types, None).sub("visitorIdentityNum", "证件号码", "请输入证件号码")
}

fn purpose() -> Field {
    Field::new(50, "visitorPurpose", "来访事由").required().data(PURPOSES.map(|purpose| (purpose, purpose)), Some("商务洽谈"))
}

fn person_number() -> Field {
    Field::new(60, "visitorPersonNum", "来访人数").max_length(3).regular("^[1-9]\\d{0,2}$").set("defaultValue", json!("1"))
}

fn car_number() -> Field {
    Field::new(70, "visitorCarNumber", "车牌号").max_length(8).tips("输入车牌号码信息可作为您去拜访时的停车凭证")
}

/// One entry of the list while it is written down.
struct Field {
    info: Map<String, Value>,
    data: Vec<Value>,
    sub: [String; 3],
}

enum Show {
    Text = 1,
    Select = 2,
    Date = 3,
    Picture = 6,
}

impl Field {
    /// A text that may be left empty, until told otherwise.
    fn new(disorder: u16, key: &str, name: &str) -> Self {
        let field = Self { info: Map::new(), data: Vec::new(), sub: Default::default() };
        field
            .set("disorder", json!(disorder))
            .set("paraId", json!(format!("F{disorder:03}")))
            .set("paraKey", json!(key))
            .set("paraName", json!(name))
            .set("required", json!("1"))
            .set("display", json!("0"))
            .set("readOnly", json!("1"))
            .set("status", json!(0))
            .set("overseas", json!("1"))
            .set("fieldType", json!("0"))
            .set("fieldProperties", json!("0"))
            .set("projectId", json!(PROJECT))
            .set("productId", json!(PRODUCT))
            .set("createTime", json!("2025-03-03 09:00:00"))
            .set("updateTime", json!("2025-09-01 17:30:00"))
            .show(Show::Text)
    }

    fn set(mut self, key: &str, value: Value) -> Self {
        self.info.insert(key.to_owned(), value);
        self
    }

    fn show(self, show: Show) -> Self {
        self.set("showType", json!((show as u8).to_string()))
    }

    fn required(self) -> Self {
        self.set("required", json!("0"))
    }

    fn max_length(self, limit: u16) -> Self {
        self.set("maxLength", json!(limit))
    }

    fn regular(self, pattern: &str) -> Self {
        self.set("regular", json!(pattern))
    }

    fn hint(self, hint: &str) -> Self {
        self.set("hint", json!(hint))
    }

    fn tips(self, tips: &str) -> Self {
        self.set("tips", json!(tips))
    }

    fn options(self, options: Value) -> Self {
        self.show(Show::Select).set("customOption", options)
    }

    fn data<const N: usize>(mut self, options: [(&str, &str); N], selected: Option<&str>) -> Self {
        let option = |(value, text)| json!({ "value": value, "text": text, "selected": selected == Some(value) });
        self.data = options.into_iter().map(option).collect();
        self.show(Show::Select)
    }

    fn sub(mut self, key: &str, name: &str, hint: &str) -> Self {
        self.sub = [key, name, hint].map(str::to_owned);
        self
    }

    fn into_json(self) -> Value {
        let [key, name, hint] = self.sub;
        json!({
            "fieldInfoDto": self.info,
            "dataList": self.data,
            "subParaKey": key,
            "subParaName": name,
            "subHint": hint,
        })
    }
}

fn list<const N: usize>(fields: [Field; N]) -> Value {
    fields.into_iter().map(Field::into_json).collect()
}
