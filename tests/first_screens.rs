//! The loader's table of addresses, held against what the pages show and ask for.

use contract::first_screens::script;
use std::collections::BTreeSet;

/// After a change that is meant to be: `cargo xtask inventory --write`, and read the difference.
#[test]
fn the_loader_knows_what_each_address_shows_and_asks_for_first() {
    let (generated, written) = (script(), include_str!("../src/first_screens.js"));
    for (generated, written) in generated.lines().zip(written.lines()) {
        assert_eq!(generated, written, "src/first_screens.js is not what src/first_screen.rs says: `cargo xtask inventory --write`");
    }
    assert_eq!(generated.lines().count(), written.lines().count());
}

/// The service worker answers for the app's own pages, and for no others.
#[test]
fn the_service_worker_knows_every_page() {
    let worker = include_str!("../public/sw.js");
    let own = worker.split("^(index\\.html)?$|^(").nth(1).and_then(|rest| rest.split(')').next()).expect("the pattern of own pages");
    let own: BTreeSet<&str> = own.split('|').collect();
    let written = include_str!("../src/first_screens.js");
    let paths = written.lines().filter_map(|line| line.trim().strip_prefix("{ path: '")?.split('\'').next());
    let first = |path: &'static str| path.split(['/', '?']).next().filter(|segment| !segment.is_empty());
    assert_eq!(paths.filter_map(first).collect::<BTreeSet<_>>(), own);
}
