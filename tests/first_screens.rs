//! The loader's table of addresses, held against what the pages show and ask for.

use contract::first_screens::script;

/// After a change that is meant to be: `cargo xtask inventory --write`, and read the difference.
#[test]
fn the_loader_knows_what_each_address_shows_and_asks_for_first() {
    let (generated, written) = (script(), include_str!("../src/first_screens.js"));
    for (generated, written) in generated.lines().zip(written.lines()) {
        assert_eq!(generated, written, "src/first_screens.js is not what src/first_screen.rs says: `cargo xtask inventory --write`");
    }
    assert_eq!(generated.lines().count(), written.lines().count());
}
