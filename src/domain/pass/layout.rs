//! How a site lays its pass out, and what of a visit stands where.

use super::pattern::{self, Names};
use crate::domain::booking::field::FieldKey;
use crate::domain::time::SiteTime;
use crate::domain::visit::{Status, Visit};

/// A site's layout.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    pub title: String,
    pub closing: String,
    /// The address of a picture behind the pass; empty for none.
    pub background: String,
    pub items: Vec<Item>,
}

/// One line of a layout, as the site wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    pub key: String,
    pub name: String,
    /// What the site itself put there.
    pub value: String,
    /// A pattern for times.
    pub format: String,
}

/// One line of a pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Fact {
        label: String,
        value: String,
    },
    /// The visitor's picture, by its address.
    Photo(String),
    /// Where the code stands.
    Code,
    Separator,
    Blank,
}

/// What words a pass needs of the language that is shown.
pub struct Words<'a> {
    pub names: Names,
    pub status: &'a dyn Fn(&Status) -> String,
}

/// How times are written where the site's pattern makes no sense.
const USUAL: &str = "yyyy-MM-dd HH:mm";

impl Layout {
    /// The lines for a visit. What is missing leaves no gap, what nobody knows is shown only where the site itself says
    /// what to show, and the code is always there: first, where the site has no place for it.
    pub fn lines(&self, visit: &Visit, words: &Words) -> Vec<Line> {
        let mut lines: Vec<Line> = self.items.iter().filter_map(|item| line(item, visit, words)).collect();
        if !lines.contains(&Line::Code) {
            lines.insert(0, Line::Code);
        }
        let mut has_code = false;
        lines.retain(|line| *line != Line::Code || !std::mem::replace(&mut has_code, true));
        lines
    }
}

fn line(item: &Item, visit: &Visit, words: &Words) -> Option<Line> {
    let key = item.key.trim();
    match key {
        "authBarCode" => return Some(Line::Code),
        "separator" => return Some(Line::Separator),
        "blankLine" => return Some(Line::Blank),
        "visitorPhoto" => return Some(Line::Photo(address(answer(visit, key).unwrap_or(&item.value))?)),
        _ => {}
    }
    let time = |time: Option<SiteTime>| {
        time.and_then(|time| pattern_or_usual(&item.format, time, &words.names)).unwrap_or_else(|| item.value.clone())
    };
    let value = match key {
        "startTime" => time(visit.stay.map(|stay| stay.start)),
        "endTime" => time(visit.stay.map(|stay| stay.end)),
        "registerTime" => time(visit.arrived_at),
        "approvalResult" => (words.status)(&visit.status),
        _ => fact(visit, key).filter(|value| !value.trim().is_empty()).unwrap_or(&item.value).to_owned(),
    };
    let label = item.name.trim().to_owned();
    (!value.trim().is_empty()).then_some(Line::Fact { label, value })
}

fn pattern_or_usual(format: &str, time: SiteTime, names: &Names) -> Option<String> {
    let asked = Some(format.trim()).filter(|format| !format.is_empty());
    asked.and_then(|format| pattern::written(format, time, names)).or_else(|| pattern::written(USUAL, time, names))
}

fn fact<'a>(visit: &'a Visit, key: &str) -> Option<&'a str> {
    Some(match key {
        "visitorName" => &visit.visitor_name,
        "visitorPhoneNum" => visit.visitor_phone.in_full(),
        "visitorCarNumber" => visit.car.in_full(),
        "visitorPurpose" => &visit.purpose,
        "visitorWorkUnit" => &visit.visitor_company,
        "beVisitorPersonName" => &visit.host.name,
        "beVisitorGroupName" => &visit.host_department,
        "beVisitorPhoneNum" => &visit.host.phone,
        _ => return answer(visit, key),
    })
}

fn answer<'a>(visit: &'a Visit, key: &str) -> Option<&'a str> {
    let is_asked = |(known, _): &&(FieldKey, String)| known.as_str() == key;
    visit.answers.iter().find(is_asked).map(|(_, answer)| answer.as_str())
}

/// The first address of a list that a picture can be loaded from.
pub fn address(text: &str) -> Option<String> {
    let first = text.split(',').next().unwrap_or_default().trim();
    let is_address = ["https://", "http://", "/"].iter().any(|start| first.starts_with(start));
    is_address.then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::Stay;
    use crate::text::{Locale, Text};

    fn visit() -> Visit {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        Visit {
            visitor_name: "张晓雯".into(),
            stay: Some(Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00:30") }),
            answers: vec![
                (FieldKey::new("visitorPhoto"), "/image/1.jpg,/image/2.jpg".into()),
                (FieldKey::new("visitorIdentityNum"), "31**".into()),
            ],
            ..Visit::standing(Status::Normal)
        }
    }

    fn item(key: &str, name: &str, value: &str, format: &str) -> Item {
        Item { key: key.into(), name: name.into(), value: value.into(), format: format.into() }
    }

    fn lines(items: Vec<Item>) -> Vec<Line> {
        let text = Text::of(Locale::Chinese);
        let words = Words { names: text.pattern_names(), status: &|status| text.status(status) };
        Layout { items, ..Layout::default() }.lines(&visit(), &words)
    }

    fn fact(label: &str, value: &str) -> Line {
        Line::Fact { label: label.into(), value: value.into() }
    }

    #[test]
    fn lines_come_in_their_order_with_names_and_patterns() {
        let found = lines(vec![
            item("visitorPhoto", "", "", ""),
            item("visitorName", "姓名", "", ""),
            item("separator", "", "", ""),
            item("startTime", "开始", "", "yyyy年MM月dd日"),
            item("endTime", "结束", "", "yyyy-MM-dd HH:mm:ss"),
            item("approvalResult", "状态", "", ""),
            item("blankLine", "", "", ""),
            item("authBarCode", "", "", ""),
            item("visitorIdentityNum", "证件号码", "", ""),
        ]);
        let expected = [
            Line::Photo("/image/1.jpg".into()),
            fact("姓名", "张晓雯"),
            Line::Separator,
            fact("开始", "2026年11月21日"),
            fact("结束", "2026-11-21 12:00:30"),
            fact("状态", "预约成功"),
            Line::Blank,
            Line::Code,
            fact("证件号码", "31**"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn missing_values_unknown_keys_and_broken_patterns_leave_a_pass_with_one_code() {
        let long = "很长的名字".repeat(50);
        let found = lines(vec![
            item("visitorCarNumber", "车牌号", "", ""),
            item("registerTime", "登记时间", "", "yyyy"),
            item("teleport", "传送门", "", ""),
            item("parking", "停车位", "B2-17", ""),
            item("", "", "", ""),
            item("startTime", "开始", "", "qq 'broken"),
            item("endTime", "", "", ""),
            item("visitorName", &long, "", ""),
            item("authBarCode", "", "", ""),
            item("authBarCode", "", "", ""),
        ]);
        let expected =
            [fact("停车位", "B2-17"), fact("开始", "2026-11-21 10:00"), fact("", "2026-11-21 12:00"), fact(&long, "张晓雯"), Line::Code];
        assert_eq!(found, expected);
        assert_eq!(lines(Vec::new()), [Line::Code]);
        assert_eq!(lines(vec![item("visitorName", "姓名", "", "")]), [Line::Code, fact("姓名", "张晓雯")]);
    }

    #[test]
    fn pictures_have_addresses() {
        assert_eq!(address("https://elsewhere.example/a.jpg").as_deref(), Some("https://elsewhere.example/a.jpg"));
        for none in ["", "javascript:alert(1)", "data:text/html,x", "a.jpg", "9f2c", ",/b.jpg"] {
            assert_eq!(address(none), None, "{none}");
        }
    }
}
