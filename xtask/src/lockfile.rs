/// The version that Cargo.lock gives for a package, the first when there are several.
pub fn version_of<'a>(package: &str, lockfile: &'a str) -> Option<&'a str> {
    let mut lines = lockfile.lines();
    lines.find(|line| value(line, "name") == Some(package))?;
    value(lines.next()?, "version")
}

fn value<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-futures",
]
"#;

    #[test]
    fn finds_the_package_and_not_its_namesake() {
        assert_eq!(version_of("wasm-bindgen", LOCK), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(version_of("wasm", LOCK), None);
    }
}
