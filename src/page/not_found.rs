//! An address that leads nowhere, and the way on.

use super::Site;
use crate::old_ui::element::El;
use crate::old_ui::empty::empty;
use crate::old_ui::frame::frame;
use crate::route::Route;
use crate::text::Text;

pub fn not_found_page(site: &Site) -> El {
    let text = Text::here();
    let next = (text.back_to_start(), &*site.href(&Route::Book));
    frame(text.book_a_visit(), [], empty(text.not_found_title(), text.not_found_detail(), Some(next)))
}
