//! Opening without a network: the loader's service worker keeps the program, where the browser has one.

use super::webview::call_loader;

/// Keeps what a pass needs of the program, so that it opens without a network from now on.
pub fn keep_pass() {
    call_loader("keepPass");
}
