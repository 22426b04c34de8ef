//! `cargo xtask inventory`: what goes over the wire, a line a call. With `--write`, into the fixtures that tests compare,
//! and with the loader's table of what each address asks for first.

use contract::{calls, first_screens, operations};
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    if env::args().nth(1).as_deref() != Some("--write") {
        print!("{}", calls::inventory());
        return Ok(());
    }
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    fs::write(fixtures.join("endpoints.txt"), calls::inventory())?;
    fs::write(fixtures.join("channels.txt"), operations::table())?;
    fs::write(fixtures.join("../../src/first_screens.js"), first_screens::script())
}
