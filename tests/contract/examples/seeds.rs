//! The fuzzer's first corpus: every documented answer. `cargo run -p contract --example seeds -- tests/fuzz/corpus/decode`

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_default());
    for (endpoint, call) in contract::spoken() {
        std::fs::write(folder.join(call.name), format!("{}\n200\n{}", call.name, endpoint.example()))?;
    }
    Ok(())
}
