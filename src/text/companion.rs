//! Companions and links in messages, in words.

use super::words::words;

words! {
    CompanionWords / companion:
    companionship;
    companions;
    host_company;
    about_companion;
    confirm_companionship;
    confirmed_title;
    confirmed_detail;
    not_confirmed_title;
    in_party_title;
    in_party_detail;
    see_visit;
    no_outing_title;
    no_outing_detail;
    mini_program_only_title;
    mini_program_only_detail;
    mini_program_title;
    mini_program_detail;
    open_mini_program;
    mini_program_code;
    mini_program_code_hint;
    gathering;
    share_companion_link;
    companion_link_copied;
    companion_link_by_hand;
    all_companions_in;
    visit_handed_in;
    message;
    message_closed_title;
    message_closed_detail;
    message_closed_to_employee;
    /// How many have not confirmed yet.
    companions_missing(missing: u32);
}
