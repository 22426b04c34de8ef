//! What the browser does for us. The only rooms, beside `api/transport.rs`, that speak `web_sys`.

pub mod clock;
pub mod files;
pub mod history;
pub mod interval;
pub mod modal;
pub mod offline;
pub mod pattern;
pub mod picture;
pub mod poster;
pub mod share;
pub mod shortcut;
pub mod storage;
pub mod visibility;
pub mod wake_lock;
pub mod webview;
pub mod wechat;
