//! The components in a real browser, by what a person has of them: roles, labels, words, the focus.
//!
//! `cargo xtask test --test web [FILTER]` runs them. They fetch nothing: where a backend belongs, the test answers.

#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

// `cfg(test)` tells clippy that this is test code.
#[cfg(test)]
mod async_view;
#[cfg(test)]
mod choices;
#[cfg(test)]
mod dialogs;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod harness;
#[cfg(test)]
mod keyed_list;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod month;
#[cfg(test)]
mod paged_list;
#[cfg(test)]
mod photo_picker;
#[cfg(test)]
mod qr_code;
#[cfg(test)]
mod rich_text;
#[cfg(test)]
mod toasts;
#[cfg(test)]
mod touch;
