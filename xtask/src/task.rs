use crate::failure::{Failure, Outcome};

pub const HELP: &str = "\
cargo xtask demo [--port 8089]         build the bundle, start the stand-in backend, print the links to try
cargo xtask test [ARGUMENTS]           fetch what tests need and run everything; ARGUMENTS go to `cargo test`, and
                                       `--test web` are the tests of components, which run in Chromium
cargo xtask dist [--public-url /path/] leave dist/ ready to upload, print its sizes, fail over the budget
cargo xtask bench                      measure a thousand waiting approvals in Chromium, print the figures
cargo xtask profile                    record in Chromium which functions the first screens run; bundles are cut by it
cargo xtask inventory [--write]        print what goes over the wire, a line for each call to the backend, or write it
                                       into tests/fixtures, for the tests to compare, and the loader's table of what
                                       each address asks for first into src
cargo xtask finish                     called by Trunk after each build; nothing to call by hand";

const DEMO_PORT: u16 = 8089;

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Demo { port: u16 },
    Dist { public_url: Option<String> },
    Test { arguments: Vec<String> },
    Bench,
    Profile,
    Inventory { write: bool },
    Finish,
}

impl Task {
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Outcome<Self> {
        let task = match arguments.next().as_deref() {
            None | Some("help" | "-h" | "--help") => Self::Help,
            Some("demo") => Self::Demo { port: port(option("--port", &mut arguments)?)? },
            Some("dist") => Self::Dist { public_url: option("--public-url", &mut arguments)? },
            Some("test") => Self::Test { arguments: arguments.by_ref().collect() },
            Some("bench") => Self::Bench,
            Some("profile") => Self::Profile,
            Some("inventory") => Self::Inventory { write: flag("--write", &mut arguments)? },
            Some("finish") => Self::Finish,
            Some(other) => {
                return Err(Failure::new(format!("no task is called `{other}`.\n{HELP}")));
            }
        };
        match arguments.next() {
            Some(extra) => Err(Failure::new(format!("`{extra}` is not understood here.\n{HELP}"))),
            None => Ok(task),
        }
    }
}

/// The value of `--name value` or `--name=value`, when that is what comes next.
fn option(name: &str, arguments: &mut impl Iterator<Item = String>) -> Outcome<Option<String>> {
    let Some(argument) = arguments.next() else {
        return Ok(None);
    };
    let value = match argument.strip_prefix(name) {
        Some("") => arguments.next(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => {
            return Err(Failure::new(format!("`{argument}` is not understood here.\n{HELP}")));
        }
    };
    value.map(Some).ok_or_else(|| Failure::new(format!("{name} needs a value.")))
}

/// Whether `--name` is what comes next.
fn flag(name: &str, arguments: &mut impl Iterator<Item = String>) -> Outcome<bool> {
    match arguments.next() {
        None => Ok(false),
        Some(argument) if argument == name => Ok(true),
        Some(argument) => Err(Failure::new(format!("`{argument}` is not understood here.\n{HELP}"))),
    }
}

fn port(given: Option<String>) -> Outcome<u16> {
    let Some(text) = given else {
        return Ok(DEMO_PORT);
    };
    match text.parse() {
        Ok(port @ 1..) => Ok(port),
        _ => Err(Failure::new(format!("`{text}` is no port: give a number from 1 to 65535."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Task> {
        Task::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_demo_has_a_port_of_its_own_unless_told() {
        assert_eq!(parse("demo"), Ok(Task::Demo { port: 8089 }));
        assert_eq!(parse("demo --port 9000"), Ok(Task::Demo { port: 9000 }));
        assert_eq!(parse("demo --port=9000"), Ok(Task::Demo { port: 9000 }));
    }

    #[test]
    fn a_port_must_be_one() {
        for line in ["demo --port", "demo --port 0", "demo --port 70000", "demo --port x", "demo --portal 1"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }

    #[test]
    fn tests_pass_everything_on() {
        let arguments = vec!["-p".to_owned(), "e2e".to_owned(), "booking".to_owned()];
        assert_eq!(parse("test -p e2e booking"), Ok(Task::Test { arguments }));
    }

    #[test]
    fn the_inventory_is_written_when_asked() {
        assert_eq!(parse("inventory"), Ok(Task::Inventory { write: false }));
        assert_eq!(parse("inventory --write"), Ok(Task::Inventory { write: true }));
        assert!(parse("inventory --print").is_err());
        assert!(parse("inventory --write now").is_err());
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(parse("deploy").is_err());
        assert!(parse("dist now").is_err());
        assert!(parse("bench now").is_err());
        assert!(parse("finish now").is_err());
    }
}
