//! Lists that come page by page.

use crate::domain::paging::{LONGEST_PAGE, Page, Wanted};
use crate::json::{Answer, Fill, Node, Shape, Unreadable};
use crate::parameters;

parameters! {
    /// Which page is wanted, as WeCom and the mini-program take it.
    #[derive(Debug, Clone, Copy)]
    pub struct WantedPage {
        /// Counted from 1.
        pub page_no: usize = "pageNo",
        pub page_size: usize = "pageSize",
    }
}

impl WantedPage {
    pub fn number(page_no: usize) -> Self {
        Self::of(Wanted::page(page_no))
    }

    pub fn of(wanted: Wanted) -> Self {
        Self { page_no: wanted.number, page_size: wanted.size.min(LONGEST_PAGE) }
    }
}

/// One page on the wire. Its number and size are the ones that were asked for, and are not read.
#[derive(Debug)]
pub struct PageResult<T> {
    pub list: Vec<T>,
    pub total: Option<i64>,
}

impl<T> Default for PageResult<T> {
    fn default() -> Self {
        Self { list: Vec::new(), total: None }
    }
}

impl<T: Answer> Answer for PageResult<T> {
    const SHAPE: Shape = Shape::Object("PageResult", &[("list", Shape::List(&T::SHAPE)), ("total", Shape::Scalar)]);
}

impl<T: Answer> Fill for PageResult<T> {
    fn fill(&mut self, node: Node) -> Result<(), Unreadable> {
        node.fill(&mut [("list", &mut self.list), ("total", &mut self.total)])
    }
}

impl<T> PageResult<T> {
    /// The page, of what `read` can make of its items; the rest is left out.
    pub fn page<I>(self, read: fn(T) -> Option<I>) -> Page<I> {
        let items: Vec<I> = self.list.into_iter().filter_map(read).collect();
        let total = self.total.and_then(|total| usize::try_from(total).ok()).unwrap_or(items.len());
        Page { items, total }
    }
}
