//! The employee's screens, in words.

use super::words::words;

words! {
    HostingWords / hosting:
    host_screens;
    today;
    approvals;
    receptions;
    invitations;
    host_needs_identity_title;
}
