//! The table of operations and channels.

use visitor_front::api::channel::{ApiFlavor, Operation};

/// An operation, and under it what serves it in each channel: `tests/fixtures/channels.txt`.
pub fn table() -> String {
    let row = |operation: &Operation, flavor: ApiFlavor| {
        let paths = operation.paths(flavor);
        let served = if paths.is_empty() { "not offered here".to_owned() } else { paths.join(", ") };
        format!("  {:<16}{served}\n", format!("{flavor:?}"))
    };
    let rows = |operation: &Operation| ApiFlavor::ALL.map(|flavor| row(operation, flavor)).concat();
    Operation::ALL.iter().map(|operation| format!("{operation:?}\n{}", rows(operation))).collect()
}
