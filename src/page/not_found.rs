//! An address that leads nowhere, and the way on.

use super::Site;
use crate::route::Route;
use crate::text::Text;
use crate::ui::element::El;
use crate::ui::empty::empty;
use crate::ui::frame::frame;

pub fn not_found_page(site: &Site) -> El {
    let text = Text::here();
    let next = (text.back_to_start(), &*site.href(&Route::Book));
    frame(text.book_a_visit(), [], empty(text.not_found_title(), text.not_found_detail(), Some(next)))
}
