//! The table of operations and channels, as it is written down.

use contract::documents::documents;
use contract::operations::table;
use std::collections::BTreeSet;
use visitor_front::api::channel::{ApiFlavor, Operation};

/// After a change that is meant to be: `cargo xtask inventory --write`, and read the difference.
#[test]
fn each_operation_is_served_where_it_is_written_down() {
    assert_eq!(table(), include_str!("fixtures/channels.txt"));
}

#[test]
fn what_a_family_lacks_is_not_offered() {
    assert!(!Operation::BookVisit.is_offered(ApiFlavor::WeCom) && Operation::BookVisit.is_offered(ApiFlavor::MiniProgram));
    assert!(!Operation::SignIn.is_offered(ApiFlavor::MiniProgram) && Operation::ComeAlong.is_offered(ApiFlavor::MiniProgram));
    for operation in Operation::ALL {
        assert!(ApiFlavor::ALL.into_iter().any(|flavor| operation.is_offered(flavor)), "{operation:?} is offered nowhere");
    }
}

#[test]
fn every_call_of_the_backend_serves_an_operation() {
    let served: BTreeSet<String> = Operation::ALL
        .iter()
        .flat_map(|operation| ApiFlavor::ALL.map(|flavor| operation.paths(flavor)))
        .flatten()
        .map(|path| format!("/webapi/visitorcs{path}"))
        .collect();
    let documented: BTreeSet<String> = documents()
        .iter()
        .filter_map(|endpoint| endpoint.address().split_once(' ').map(|(_, path)| path.to_owned()))
        .filter(|path| path.starts_with("/webapi"))
        .collect();
    assert_eq!(served, documented);
}
