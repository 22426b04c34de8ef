//! The last pass seen, as this device keeps it: until the end of its time, and nothing else of anybody.

use crate::answer;
use crate::domain::id::{Batch, OrderId};
use crate::domain::pass::Pass;
use crate::domain::pass::layout::Line;
use crate::domain::time::SiteTime;
use crate::domain::visit::{Status, Stay};
use crate::json;
use crate::platform::storage::Storage;
use crate::platform::{clock, offline};
use serde_json::{Map, Value};

const KEY: &str = "pass";

/// A pass, and when the site was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct CachedPass {
    pub pass: Pass,
    pub as_of: SiteTime,
}

answer! {
    struct KeptPass {
        order: String = "order",
        batch: String = "batch",
        status: Option<i64> = "status",
        start: String = "start",
        end: String = "end",
        visitor: String = "visitor",
        host: String = "host",
        title: String = "title",
        closing: String = "closing",
        code: String = "code",
        spoken_code: String = "spokenCode",
        as_of: String = "asOf",
        correction: Option<i64> = "correction",
        lines: Vec<KeptLine> = "lines",
    }
}

answer! {
    struct KeptLine {
        kind: String = "kind",
        label: String = "label",
        value: String = "value",
    }
}

/// Keeps a pass that opens doors, in place of any other; what opens none any more is forgotten. Says whether it was
/// kept; the first time, the program is kept with it.
pub fn keep(kept: &CachedPass, is_first: bool) -> bool {
    let is_good = kept.pass.standing(clock::now()).shows_code() && kept.pass.stay.is_some();
    if is_good {
        Storage::Local.write(KEY, &written(kept, clock::correction()));
    } else {
        forget_pass_of(&kept.pass.order);
    }
    if is_good && is_first {
        offline::keep_program();
    }
    is_good
}

/// The kept pass, if it is this visit's and its time has not come.
pub fn read(order: &OrderId) -> Option<CachedPass> {
    forget_what_is_over();
    parse(&Storage::Local.read(KEY)?).map(|(kept, _)| kept).filter(|kept| kept.pass.order == *order)
}

/// Forgets the kept pass once its time is over, by the site's clock as far as it was known when the pass was kept.
pub fn forget_what_is_over() {
    let Some(text) = Storage::Local.read(KEY) else { return };
    let is_good = parse(&text).is_some_and(|(kept, correction)| {
        clock::presume(correction);
        kept.pass.standing(clock::now()).shows_code()
    });
    if !is_good {
        forget();
    }
}

/// Forgets the pass, if it is this visit's.
pub fn forget_pass_of(order: &OrderId) {
    if Storage::Local.read(KEY).and_then(|text| parse(&text)).is_some_and(|(kept, _)| kept.pass.order == *order) {
        forget();
    }
}

/// Forgets the pass, and the program that was kept for it.
pub fn forget() {
    Storage::Local.remove(KEY);
    offline::forget_program();
}

fn written(CachedPass { pass, as_of }: &CachedPass, correction: i64) -> String {
    let text = |name: &str, value: &str| (name.to_owned(), Value::String(value.to_owned()));
    let time = |name: &str, time: Option<SiteTime>| (name.to_owned(), Value::String(time.map(SiteTime::iso).unwrap_or_default()));
    let line = |line: &Line| {
        let (kind, label, value) = match line {
            Line::Fact { label, value } => ("fact", label.as_str(), value.as_str()),
            Line::Code => ("code", "", ""),
            Line::Separator => ("separator", "", ""),
            Line::Blank => ("blank", "", ""),
            // Without a network there is no picture.
            Line::Photo(_) => return None,
        };
        Some(object(vec![text("kind", kind), text("label", label), text("value", value)]))
    };
    let pass = object(vec![
        text("order", pass.order.as_str()),
        text("batch", pass.batch.as_ref().map_or("", |batch| batch.as_str())),
        ("status".to_owned(), Value::from(pass.status.number())),
        time("start", pass.stay.map(|stay| stay.start)),
        time("end", pass.stay.map(|stay| stay.end)),
        text("visitor", &pass.visitor),
        text("host", &pass.host),
        text("title", &pass.title),
        text("closing", &pass.closing),
        text("code", &pass.code),
        text("spokenCode", &pass.spoken_code),
        time("asOf", Some(*as_of)),
        ("correction".to_owned(), Value::from(correction)),
        ("lines".to_owned(), Value::Array(pass.lines.iter().filter_map(line).collect())),
    ]);
    pass.to_string()
}

/// One after another: a map that is made of a list brings the sorting of lists along.
fn object(entries: Vec<(String, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in entries {
        object.insert(name, value);
    }
    Value::Object(object)
}

/// The pass and the clock's correction, if the text makes sense.
fn parse(text: &str) -> Option<(CachedPass, i64)> {
    let kept: KeptPass = json::read(&serde_json::from_str(text).ok()?, KEY).ok()?;
    let line = |line: KeptLine| {
        Some(match line.kind.as_str() {
            "fact" => Line::Fact { label: line.label, value: line.value },
            "code" => Line::Code,
            "separator" => Line::Separator,
            "blank" => Line::Blank,
            _ => return None,
        })
    };
    let pass = Pass {
        order: OrderId::parse(&kept.order)?,
        batch: Batch::parse(&kept.batch),
        status: usize::try_from(kept.status?).ok().and_then(Status::from_number)?,
        stay: Some(Stay { start: SiteTime::parse(&kept.start)?, end: SiteTime::parse(&kept.end)? }),
        visitor: kept.visitor,
        host: kept.host,
        title: kept.title,
        lines: kept.lines.into_iter().filter_map(line).collect(),
        closing: kept.closing,
        background: String::new(),
        code: kept.code,
        spoken_code: kept.spoken_code,
    };
    Some((CachedPass { pass, as_of: SiteTime::parse(&kept.as_of)? }, kept.correction.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> CachedPass {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let fact = Line::Fact { label: "姓名".into(), value: "张晓雯 \"🎫\"".into() };
        let pass = Pass {
            order: OrderId::parse("7").unwrap(),
            batch: Batch::parse("B7"),
            status: Status::Late,
            stay: Some(Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") }),
            visitor: "张晓雯".into(),
            host: "王建国".into(),
            title: "通行证".into(),
            lines: vec![Line::Code, fact, Line::Separator, Line::Blank],
            closing: "再见".into(),
            background: String::new(),
            code: " VCS\n7 ".into(),
            spoken_code: "123456".into(),
        };
        CachedPass { pass, as_of: at("2026-11-21 10:32:05") }
    }

    #[test]
    fn a_kept_pass_is_read_back_as_it_was() {
        assert_eq!(parse(&written(&kept(), -86_400_000)), Some((kept(), -86_400_000)));
    }

    #[test]
    fn pictures_are_not_kept_and_nonsense_is_no_pass() {
        let mut with_pictures = kept();
        with_pictures.pass.background = "/back.jpg".into();
        with_pictures.pass.lines.push(Line::Photo("/face.jpg".into()));
        assert_eq!(parse(&written(&with_pictures, 0)), Some((kept(), 0)));
        for text in ["", "{}", "[]", "null", "{\"order\":\"7\"}", "{\"order\":\"7\",\"status\":99}"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
