use super::{Locale, Words, for_each_locale};

/// The files of the languages, as they are written.
fn sources() -> Vec<(Locale, &'static str)> {
    macro_rules! sources {
        ([$($Locale:ident = $tag:literal in $file:ident;)+]) => {
            vec![$((Locale::$Locale, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/", stringify!($file), ".rs")))),+]
        };
    }
    for_each_locale!(sources!)
}

/// `booking.submit` and so on, in the order of the file.
fn keys_in(source: &str) -> Vec<String> {
    let mut group = "";
    let mut keys = Vec::new();
    for line in source.lines() {
        let indentation = line.len() - line.trim_start().len();
        match (indentation, line.trim_start().split_once(": ")) {
            (4, Some((name, opening))) if opening.ends_with("Words {") => group = name,
            (8, Some((key, _))) => keys.push(format!("{group}.{key}")),
            _ => {}
        }
    }
    keys
}

/// What a language has to supply; `cargo test --lib text::tests::every -- --nocapture` lists it for a new one.
#[test]
fn every_language_has_every_sentence_once_and_in_the_same_order() {
    let declared: Vec<String> = Words::KEYS.iter().flat_map(|(group, keys)| keys.iter().map(move |key| format!("{group}.{key}"))).collect();
    println!("{}\n{} sentences", declared.join("\n"), declared.len());
    assert!(declared.len() > 400);
    assert_eq!(sources().len(), Locale::ALL.len());
    for (locale, source) in sources() {
        assert_eq!(keys_in(source), declared, "{locale:?}");
    }
}

#[test]
fn the_first_wish_counts() {
    assert_eq!(Locale::choose(["", "zh-CN"]), Locale::Chinese);
    assert_eq!(Locale::choose(["en", "zh-CN"]), Locale::English);
    assert_eq!(Locale::choose(["fr-FR"]), Locale::English);
    assert_eq!(Locale::choose(["", " "]), Locale::Chinese);
    assert_eq!(Locale::choose(["zh-Hant-TW"]), Locale::Chinese);
}

#[test]
fn the_switch_goes_through_all_languages() {
    for locale in Locale::ALL {
        assert_eq!(Locale::choose([locale.tag()]), locale);
        let mut shown = locale;
        let row = [(); Locale::ALL.len()].map(|()| {
            shown = shown.other();
            shown
        });
        assert!(shown == locale && Locale::ALL.iter().all(|locale| row.contains(locale)));
    }
}
