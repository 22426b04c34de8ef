//! The pass that its visitor was shown last, in this device's storage until it expires or its visit is called off: to be shown
//! without a network. No failure, refusal or empty answer deletes it.

use crate::answer;
use crate::domain::id::{Batch, OrderId};
use crate::domain::pass::layout::Line;
use crate::domain::pass::{Pass, Validity};
use crate::domain::time::SiteTime;
use crate::domain::visit::{Status, Stay};
use crate::json;
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{self, PersonalValue};
use crate::platform::{clock, offline};
use serde_json::{Map, Value};

const NAME: &str = "pass";

/// A pass, and when it was fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct CachedPass {
    pub pass: Pass,
    pub as_of: SiteTime,
}

answer! {
    struct CachedPassDto {
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
        lines: Vec<LineDto> = "lines",
    }
}

answer! {
    struct LineDto {
        kind: String = "kind",
        label: String = "label",
        value: String = "value",
    }
}

/// Caches a pass that shows a code, in place of any other. One whose visit was called off is deleted; one that shows no
/// code for another reason leaves what is cached. Returns whether it was cached; the first time, what a pass needs of the
/// program is kept with it.
pub fn save(cached: &CachedPass, is_first: bool) -> bool {
    let pass = &cached.pass;
    let before = find(&pass.order);
    let validity = pass.validity(clock::now());
    let loses_code = pass.code.is_empty() && before.is_some();
    let stay = pass.stay.filter(|_| validity.shows_code() && !loses_code);
    if let Some(stay) = stay {
        let place = before.map_or_else(own_pass, |(place, _)| place);
        // It is good at its very end.
        place.write_until(&to_json(cached, clock::correction()), stay.end.unix_millis() + 1);
        if is_first {
            offline::keep_pass();
        }
    } else if let Some((place, _)) = before.filter(|_| validity == Validity::Cancelled) {
        place.remove();
    }
    stay.is_some()
}

/// The cached pass of this visit, unless it has expired.
pub fn load(order: &OrderId) -> Option<CachedPass> {
    let (_, (cached, correction)) = find(order)?;
    clock::presume(correction);
    Some(cached)
}

/// Deletes the cached pass of this visit.
pub fn delete(order: &OrderId) {
    if let Some((place, _)) = find(order) {
        place.remove();
    }
}

/// Where a visit's pass lies, the pass, and how far the clock was off. It is its visitor's; whoever is not known and knows the
/// address of its page may see it too, because at the gate, without a network, nobody can sign in.
fn find(order: &OrderId) -> Option<(PersonalValue, (CachedPass, i64))> {
    let places = if personal::is_guest() { PersonalValue::of_anybody(Storage::Local, NAME) } else { vec![own_pass()] };
    let passes = places.into_iter().filter_map(|place| parse(&place.read()?).map(|pass| (place, pass)));
    passes.into_iter().find(|(_, (cached, _))| cached.pass.order == *order)
}

fn own_pass() -> PersonalValue {
    PersonalValue::new(Storage::Local, NAME)
}

fn to_json(CachedPass { pass, as_of }: &CachedPass, correction: i64) -> String {
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

/// Inserts one entry after another: collecting into a map would bring the sorting of lists into the bundle.
fn object(entries: Vec<(String, Value)>) -> Value {
    let mut object = Map::new();
    for (name, value) in entries {
        object.insert(name, value);
    }
    Value::Object(object)
}

/// The pass and the clock's correction, if the JSON makes sense.
fn parse(json: &str) -> Option<(CachedPass, i64)> {
    let dto: CachedPassDto = json::read(&serde_json::from_str(json).ok()?, NAME).ok()?;
    let line = |line: LineDto| {
        Some(match line.kind.as_str() {
            "fact" => Line::Fact { label: line.label, value: line.value },
            "code" => Line::Code,
            "separator" => Line::Separator,
            "blank" => Line::Blank,
            _ => return None,
        })
    };
    let pass = Pass {
        order: OrderId::parse(&dto.order)?,
        batch: Batch::parse(&dto.batch),
        status: usize::try_from(dto.status?).ok().and_then(Status::from_number)?,
        stay: Some(Stay { start: SiteTime::parse(&dto.start)?, end: SiteTime::parse(&dto.end)? }),
        visitor: dto.visitor,
        host: dto.host,
        title: dto.title,
        lines: dto.lines.into_iter().filter_map(line).collect(),
        closing: dto.closing,
        background: String::new(),
        code: dto.code,
        spoken_code: dto.spoken_code,
    };
    Some((CachedPass { pass, as_of: SiteTime::parse(&dto.as_of)? }, dto.correction.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cached() -> CachedPass {
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
    fn a_cached_pass_is_read_back_as_it_was() {
        assert_eq!(parse(&to_json(&cached(), -86_400_000)), Some((cached(), -86_400_000)));
    }

    #[test]
    fn pictures_are_not_cached_and_nonsense_is_no_pass() {
        let mut with_pictures = cached();
        with_pictures.pass.background = "/back.jpg".into();
        with_pictures.pass.lines.push(Line::Photo("/face.jpg".into()));
        assert_eq!(parse(&to_json(&with_pictures, 0)), Some((cached(), 0)));
        for text in ["", "{}", "[]", "null", "{\"order\":\"7\"}", "{\"order\":\"7\",\"status\":99}"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
