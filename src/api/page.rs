//! Lists that come page by page.

use crate::domain::paging::{LONGEST_PAGE, Page, Wanted};
use crate::json::{Answer, Fill, List, Node, Shape, Unreadable};
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

/// One page on the wire; without a list it is none. Its number and size are the ones that were asked for, and are not read.
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
        let mut list = List::default();
        node.fill(&mut [("list", &mut list), ("total", &mut self.total)], None)?;
        self.list = list.0;
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::envelope;
    use crate::api::error::ApiError;
    use crate::api::order::{HostCard, OrderResponse};
    use serde_json::{Value, json};

    fn page<T: Answer>(data: &Value) -> Result<PageResult<T>, ApiError> {
        envelope::read(data)
    }

    #[test]
    fn a_page_without_a_list_is_not_empty_but_unreadable() {
        for data in [json!(null), json!({}), json!({"total": 3}), json!({"list": null, "total": 3}), json!({"list": {"orderId": 7}})] {
            let Err(ApiError::Unreadable { path, .. }) = page::<OrderResponse>(&data) else { panic!("{data}") };
            assert_eq!(path, "data.list", "{data}");
        }
        assert_eq!(page::<OrderResponse>(&json!({"list": []})).unwrap().page(OrderResponse::visit).items, []);
    }

    #[test]
    fn an_unreadable_field_costs_that_field_and_what_names_the_row_the_answer() {
        let rows = json!({"list": [
            {"orderId": 7, "visitorName": "林知夏", "visitorPhoneNum": {"a": 1}, "buttonList": [{"buttonKey": "InvitationFoundByBeVisitor"}, 5],
                "retinueList": 5, "visitorPersonNum": "many"},
            {"orderId": 8},
        ]});
        let visits = page(&rows).unwrap().page(OrderResponse::visit).items;
        let [first, _] = visits.as_slice() else { panic!("{visits:?}") };
        assert_eq!((first.visitor_name.as_str(), first.visitor_phone.in_full(), first.people), ("林知夏", "", None));
        assert_eq!((first.offers_invite_again, first.companions.len()), (None, 0));
        let path = |data: &Value| match page::<HostCard>(data) {
            Err(ApiError::Unreadable { path, .. }) => path,
            other => format!("{other:?}"),
        };
        assert_eq!(path(&json!({"list": [{"visitorBatch": "B7"}, {"visitorBatch": {"a": 1}}]})), "data.list[1].visitorBatch");
    }
}
