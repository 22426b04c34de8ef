//! Signing in, in words.

use super::Text;
use super::words::words;
use crate::domain::sign_in::{AddressFault, Hindrance};

words! {
    SignInWords / sign_in:
    signing_in;
    /// Somebody comes back to a form that was to be sent.
    signed_in_at_form;
    sign_in_denied;
    sign_in_forged;
    sign_in_empty;
    sign_in_unanswered;
    sign_in_in_vain;
    sign_in_unfinished;
    sign_in_unstored;
    sign_in_misconfigured(fault: &str);
    sign_in_no_address;
    sign_in_no_state;
    sign_in_no_app;

    // How to get in where the site has set no address, by the app that shows the page.
    way_in_official_account;
    way_in_wecom;
    way_in_mini_program;
    way_in_browser;
    staff_way_in_official_account;
    staff_way_in_wecom;
    staff_way_in_mini_program;
    staff_way_in_browser;
}

impl Text {
    /// Why nobody is sent to sign in now.
    pub fn sign_in_hindrance(self, hindrance: Hindrance) -> String {
        let sentence = match hindrance {
            Hindrance::Address(fault) => return self.sign_in_misconfigured(self.address_fault(fault)),
            Hindrance::Storage => self.sign_in_unstored(),
            Hindrance::Unfinished => self.sign_in_unfinished(),
            Hindrance::Denied => self.sign_in_denied(),
            Hindrance::Forged => self.sign_in_forged(),
            Hindrance::Empty => self.sign_in_empty(),
            Hindrance::Unanswered => self.sign_in_unanswered(),
            Hindrance::InVain => self.sign_in_in_vain(),
        };
        sentence.to_owned()
    }

    fn address_fault(self, fault: AddressFault) -> &'static str {
        match fault {
            AddressFault::NoAddress => self.sign_in_no_address(),
            AddressFault::NoState => self.sign_in_no_state(),
            AddressFault::NoApp => self.sign_in_no_app(),
        }
    }
}
