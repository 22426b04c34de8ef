//! What visitors do with their phones, one story a file.
//!
//! `cfg(test)` tells clippy that helpers are test code as well.

#[cfg(test)]
mod access;
#[cfg(test)]
mod access_of_a_visit;
#[cfg(test)]
mod accessibility;
#[cfg(test)]
mod after_success;
#[cfg(test)]
mod approvals;
#[cfg(test)]
mod approvals_areas;
#[cfg(test)]
mod approvals_batch;
#[cfg(test)]
mod approvals_held;
#[cfg(test)]
mod approvals_trouble;
#[cfg(test)]
mod attempt;
#[cfg(test)]
mod attempt_elsewhere;
#[cfg(test)]
mod autosave;
#[cfg(test)]
mod booking_a_person;
#[cfg(test)]
mod booking_a_place;
#[cfg(test)]
mod coming_back;
#[cfg(test)]
mod companions;
#[cfg(test)]
mod computer;
#[cfg(test)]
mod computer_keys;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod data_of_others;
#[cfg(test)]
mod dialogs;
#[cfg(test)]
mod draft;
#[cfg(test)]
mod english;
#[cfg(test)]
mod fault_walk;
#[cfg(test)]
mod first_screen;
#[cfg(test)]
mod focus;
#[cfg(test)]
mod from_invitation_to_pass;
#[cfg(test)]
mod host_calendar;
#[cfg(test)]
mod host_message;
#[cfg(test)]
mod host_receptions;
#[cfg(test)]
mod host_today;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod invitation;
#[cfg(test)]
mod invitation_in_doubt;
#[cfg(test)]
mod invitation_portrait;
#[cfg(test)]
mod inviting;
#[cfg(test)]
mod js_sdk;
#[cfg(test)]
mod js_sdk_fails;
#[cfg(test)]
mod kept_by_person;
mod large_text;
#[cfg(test)]
mod late_mini_program;
#[cfg(test)]
mod lost_answer;
#[cfg(test)]
mod message_link;
#[cfg(test)]
mod mini_program;
#[cfg(test)]
mod my_visits;
#[cfg(test)]
mod my_visits_long;
#[cfg(test)]
mod my_visits_search;
#[cfg(test)]
mod one_visit;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod pass;
#[cfg(test)]
mod pass_offline;
#[cfg(test)]
mod photo;
#[cfg(test)]
mod photo_in_wechat;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod preface;
#[cfg(test)]
mod refusal;
#[cfg(test)]
mod rich_text;
#[cfg(test)]
mod scanning;
#[cfg(test)]
mod scroll_positions;
#[cfg(test)]
mod sent_invitations;
#[cfg(test)]
mod shared_links;
#[cfg(test)]
mod shell;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod sign_in_and_send;
#[cfg(test)]
mod sign_in_trouble;
#[cfg(test)]
mod small_screen;
#[cfg(test)]
mod split_program;
#[cfg(test)]
mod tap_storm;
#[cfg(test)]
mod tapped_twice;
#[cfg(test)]
mod too_much;
mod typing;
#[cfg(test)]
mod validation;
#[cfg(test)]
mod visitor;
#[cfg(test)]
mod wrong_clock;
