//! Lists that come page by page.

use crate::domain::paging::Page;
use crate::json::{Answer, Node, Shape, Unreadable};
use serde::Serialize;

/// How many items a page of a list holds; the backend takes up to 1000.
pub const PAGE_SIZE: usize = 20;

/// Which page is wanted, as WeCom and the mini-program take it.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WantedPage {
    /// Counted from 1.
    page_no: usize,
    page_size: usize,
}

impl WantedPage {
    pub fn number(page_no: usize) -> Self {
        Self { page_no, page_size: PAGE_SIZE }
    }
}

/// One page on the wire. Its number and size are the ones that were asked for, and are not read.
#[derive(Debug)]
pub struct PageResult<T> {
    pub list: Vec<T>,
    pub total: Option<i64>,
}

impl<T: Answer> Answer for PageResult<T> {
    const SHAPE: Shape = Shape::Object("PageResult", &[("list", Shape::List(&T::SHAPE)), ("total", Shape::Scalar)]);

    fn read(node: Node) -> Result<Self, Unreadable> {
        let fields = node.object()?;
        Ok(Self { list: fields.read("list")?, total: fields.read("total")? })
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
