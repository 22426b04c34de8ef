//! The vocabulary of the screens, after WeUI's conventions. Each part has a stylesheet of its name in `style/ui`.
//!
//! Parts are given words, never choose them, and know nothing of visits beyond `domain`.

pub mod badge;
pub mod bridge;
pub mod button;
pub mod calendar_link;
pub mod card;
pub mod cell;
pub mod element;
pub mod empty;
pub mod failed;
pub mod field;
pub mod figures;
pub mod frame;
pub mod full_screen;
pub mod letter;
pub mod list_edge;
pub mod month;
pub mod note;
pub mod outcome;
pub mod paged_list;
pub mod pair;
pub mod photo_picker;
pub mod popup;
pub mod pull;
pub mod qr_code;
pub mod rich_text;
pub mod seal;
pub mod search;
pub mod segments;
pub mod skeleton;
pub mod tab_bar;
pub mod tabs;
pub mod timeline;
pub mod toast;
pub mod touch;
