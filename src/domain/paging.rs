//! A list that arrives page by page.

/// One page of a longer list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// How many items the whole list has.
    pub total: usize,
}

/// What is loaded of a list so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded<T> {
    pub items: Vec<T>,
    /// How many items the whole list has.
    pub total: usize,
    pages: usize,
    ended: bool,
}

impl<T> Loaded<T> {
    /// The list after its first page.
    pub fn first(page: Page<T>) -> Self {
        let mut list = Self { items: Vec::new(), total: 0, pages: 0, ended: false };
        list.append(page);
        list
    }

    /// Adds the page that [`Self::next_page`] asked for. An empty page ends the list, whatever the total says.
    pub fn append(&mut self, page: Page<T>) {
        self.ended = page.items.is_empty();
        self.total = page.total;
        self.pages += 1;
        self.items.extend(page.items);
    }

    /// The number of the page to ask for next, counted from 1; none at the end of the list.
    pub fn next_page(&self) -> Option<usize> {
        (!self.ended && self.items.len() < self.total).then_some(self.pages + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(items: &[u8], total: usize) -> Page<u8> {
        Page { items: items.to_vec(), total }
    }

    #[test]
    fn pages_add_up_to_the_total() {
        let mut list = Loaded::first(page(&[1, 2], 3));
        assert_eq!(list.next_page(), Some(2));
        list.append(page(&[3], 3));
        assert_eq!((list.items.as_slice(), list.next_page()), (&[1, 2, 3][..], None));
    }

    #[test]
    fn an_empty_page_ends_a_list_whose_total_is_wrong() {
        let mut list = Loaded::first(page(&[1], 9));
        list.append(page(&[], 9));
        assert_eq!(list.next_page(), None);
        assert_eq!(Loaded::first(page(&[], 0)).next_page(), None);
    }
}
