//! The screens' frames: what stands around the content of a visitor's and of an employee's page.

mod back;
mod host;
mod language;
mod link;
mod remove_data;
mod side_by_side;
mod unknown;
mod visitor;

pub use back::BackButton;
pub use host::HostScreen;
pub use language::LanguageSwitch;
pub use link::LinkPage;
pub use remove_data::RemoveData;
pub use side_by_side::{SideBySide, beside};
pub use unknown::{SignInRequired, SignInRequiredProps};
pub use visitor::VisitorScreen;
