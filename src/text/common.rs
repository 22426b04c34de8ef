//! What stands on many pages.

use super::Text;
use super::words::words;

words! {
    CommonWords / common:
    /// The language's name in itself, for the switch to it.
    own_name;
    retry;
    close;
    loading;
    back_to_start;
    /// To where an employee's day stands.
    back_to_today;
    not_here_title;
    not_here_detail;
    not_found_title;
    not_found_detail;
    remove_data;
    remove_data_question;
    remove_data_detail;
    confirm_remove_data;
    keep_data;
    data_removed;
    /// One sentence after another.
    two_sentences(first: &str, second: &str);
}

impl Text {
    /// The language switch: the other language's own name.
    pub fn other_language(self) -> &'static str {
        Self::of(self.locale.other()).own_name()
    }
}
