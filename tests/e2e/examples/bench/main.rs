//! How fast the bundle is, in Chromium: `cargo xtask bench` builds it and runs this. The figures are this machine's, and only
//! those of one run can be compared.

mod keystroke;
mod list;
mod start_up;

use e2e::error::Result;

/// How much slower the phone is than this machine, where it says so.
const SLOW: u32 = 4;

#[tokio::main]
async fn main() -> Result {
    start_up::measure().await?;
    keystroke::measure().await?;
    list::measure().await
}
