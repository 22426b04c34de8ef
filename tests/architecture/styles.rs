//! The rules of the stylesheets: one entry imports them all, and sizes, layers and breakpoints stand in `tokens.css`.

use super::house::House;

/// The stylesheet that imports all others.
const ENTRY: &str = "style/main.css";
const TOKENS: &str = "style/tokens.css";

const NOTHING: [String; 0] = [];

#[test]
fn every_stylesheet_is_imported_once() {
    assert_eq!(misimported_styles(&House::real()), NOTHING);
    let main = House::real().text("style/main.css");
    let import = "@import \"base.css\";";
    assert_eq!(main.matches(import).count(), 1);
    for css in [main.replace(import, ""), main.replace(import, &import.repeat(2)), main.replace(import, &import.replace("base", "gone"))] {
        assert_ne!(misimported_styles(&House::with("style/main.css", &css)), NOTHING);
    }
    assert_ne!(misimported_styles(&House::with("style/ui/pass.css", ".pass {}")), NOTHING);
    assert_ne!(misimported_styles(&House::with("style/base.css", import)), NOTHING);
}

/// The release build merges what the page links, and the styles of the first face stand in the page itself.
#[test]
fn the_page_links_one_stylesheet() {
    let page = House::real().text("index.html");
    assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1);
    assert!(page.contains(r#"<link rel="stylesheet" href="style/main.css">"#) && !page.contains("rel=\"css\""));
}

#[test]
fn sizes_and_layers_are_tokens() {
    assert_eq!(literals(&House::real()), NOTHING);
    for css in [
        ".pass { font-size: 1rem; }",
        ".pass { font-size:14px }",
        ".pass { z-index: 3; }",
        ".pass { z-index: -1 }",
        ".pass { font: 14px/1.5 serif; }",
        ".pass { font-size: var(--gap); }",
        ".pass { z-index: var(--layer-gone); }",
    ] {
        assert_ne!(literals(&House::with("style/ui/pass.css", css)), NOTHING, "{css}");
    }
    let harmless = ".pass { font: inherit; font-size: var(--text-s); z-index: var(--layer-top); font-weight: 500; } /* z-index: 3; */";
    assert_eq!(literals(&House::with("style/ui/pass.css", harmless)), NOTHING);
}

#[test]
fn widths_in_media_queries_are_breakpoints() {
    assert_eq!(breakpoints(&House::real()), ["40rem", "900px"]);
    assert_eq!(foreign_widths(&House::real()), NOTHING);
    for query in ["(min-width: 41rem)", "(max-width: 40rem)", "print and (min-width:600px)", "(width >= 900px)"] {
        let css = format!("@media {query} {{ .pass {{ color: red }} }}");
        assert_ne!(foreign_widths(&House::with("style/ui/pass.css", &css)), NOTHING, "{query}");
    }
    let harmless = "@media (min-width: 900px) { .pass { min-width: 3rem } }\n@media print { .pass { max-width: 3rem } }";
    assert_eq!(foreign_widths(&House::with("style/ui/pass.css", harmless)), NOTHING);
}

/// The stylesheets that `main.css` imports not at all, twice, or in vain; and imports elsewhere.
fn misimported_styles(house: &House) -> Vec<String> {
    let main = house.text(ENTRY);
    let imported: Vec<String> =
        main.split("@import \"").skip(1).filter_map(|rest| rest.split('"').next()).map(|name| format!("style/{name}")).collect();
    let is_part = |path: &&String| path.ends_with(".css") && *path != ENTRY;
    let styles: Vec<&String> = house.0.keys().filter(is_part).collect();
    let times = |style: &str| imported.iter().filter(|import| *import == style).count();
    let wrong = styles.iter().filter(|style| times(style) != 1).map(|style| format!("{style} is imported {} times", times(style)));
    let gone = imported.iter().filter(|import| !styles.contains(import)).map(|import| format!("{import} is imported and not there"));
    let elsewhere = styles.iter().filter(|style| house.text(style).contains("@import")).map(|style| format!("{style} imports"));
    wrong.chain(gone).chain(elsewhere).collect()
}

/// Declarations of a font's size or a layer that are no token of their scale.
fn literals(house: &House) -> Vec<String> {
    let tokens = house.text(TOKENS);
    let is_token = |value: &str, scale: &str| {
        let name = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')).unwrap_or_default();
        name.starts_with(scale) && tokens.contains(&format!("  {name}: "))
    };
    each_stylesheet(house, |css| {
        let mut found = Vec::new();
        for declaration in css.split(['{', '}', ';']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let is_right = match property.trim() {
                "font-size" => is_token(value.trim(), "--text-"),
                "z-index" => is_token(value.trim(), "--layer-"),
                "font" => value.trim() == "inherit",
                _ => true,
            };
            if !is_right {
                found.push(declaration.trim().to_owned());
            }
        }
        found
    })
}

/// The widths that the comment in `tokens.css` lists: the lines that begin with a number.
fn breakpoints(house: &House) -> Vec<String> {
    let tokens = house.text(TOKENS);
    let comment = tokens.split_once("Breakpoints.").and_then(|(_, rest)| rest.split_once("*/")).map_or("", |(comment, _)| comment);
    let words = comment.lines().filter_map(|line| line.split_whitespace().next());
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
}

/// Media queries about a width that is no breakpoint, or not from it upwards.
fn foreign_widths(house: &House) -> Vec<String> {
    let known: Vec<String> = breakpoints(house).iter().map(|width| format!("(min-width: {width})")).collect();
    each_stylesheet(house, |css| {
        let queries = css.split("@media").skip(1).filter_map(|rest| rest.split('{').next()).map(str::trim);
        queries.filter(|query| query.contains("width") && !known.iter().any(|known| known == query)).map(str::to_owned).collect()
    })
}

/// What a rule finds in the stylesheets but the tokens, comments left out.
fn each_stylesheet(house: &House, rule: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let styles = house.0.values().filter(|file| file.path.ends_with(".css") && file.path != TOKENS);
    styles
        .flat_map(|file| rule(&without_comments(&file.text)).into_iter().map(|found| format!("{}: {found}", file.path)).collect::<Vec<_>>())
        .collect()
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// Small words on what they stand on: a stale pass, today's number, a badge on a row that is pressed or selected, undo.
#[test]
fn words_stand_out_from_what_they_stand_on() {
    let tokens = House::real().text(TOKENS);
    let (light, dark) = tokens.split_once("@media").expect("two themes");
    for word in ["waiting", "good", "bad", "link"] {
        for ground in ["page", "surface", "surface-pressed"] {
            for theme in [light.to_owned(), format!("{dark}{light}")] {
                let contrast = contrast(color(&theme, word), color(&theme, ground));
                assert!(contrast >= 4.5, "--{word} on --{ground}: {contrast:.2}");
            }
        }
    }
    for (word, ground) in [("on-toast", "toast"), ("link-on-toast", "toast"), ("on-brand", "brand"), ("on-danger", "danger")] {
        let contrast = contrast(color(light, word), color(light, ground));
        assert!(contrast >= 4.5, "--{word} on --{ground}: {contrast:.2}");
    }
    let of = |path: &str, rule: &str| {
        House::real().text(path).split_once(rule).map(|(_, rest)| rest.split('}').next().unwrap_or_default().to_owned())
    };
    for (path, rule, token) in [
        ("style/page/pass.css", ".pass__stale {", "--waiting"),
        ("style/ui/month.css", ".month__day[aria-current] {", "--good"),
        ("style/ui/note.css", ".note__button {", "--link-on-toast"),
        ("style/ui/badge.css", ".badge[data-tone=\"waiting\"] {", "--waiting"),
    ] {
        assert!(of(path, rule).is_some_and(|rule| rule.contains(&format!("color: var({token})"))), "{rule}");
    }
    assert!(contrast([255.0; 3], [0.0; 3]) > 20.9 && contrast([119.0; 3], [255.0; 3]) < 4.5);
}

/// The color of a token, followed through the palette: the first that is said counts.
fn color(theme: &str, token: &str) -> [f64; 3] {
    let (_, after) = theme.split_once(&format!("--{token}:")).unwrap_or_else(|| panic!("--{token}"));
    let value = after.split(';').next().unwrap_or_default().trim();
    if let Some(other) = value.strip_prefix("var(--") {
        return color(theme, other.trim_end_matches(')'));
    }
    let digits = value.trim_start_matches('#');
    let long: String = if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&long[at..at + 2], 16).unwrap_or_else(|_| panic!("--{token}: {value}"))))
}

/// By WCAG 2, from 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |color: [f64; 3]| {
        let part = |value: f64| if value <= 10.0 { value / 255.0 / 12.92 } else { ((value / 255.0 + 0.055) / 1.055).powf(2.4) };
        0.2126 * part(color[0]) + 0.7152 * part(color[1]) + 0.0722 * part(color[2])
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
