//! The toasts of the components.

pub use crate::ui::toast::Toasts;
