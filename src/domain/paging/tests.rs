use super::*;
use std::ops::RangeInclusive;

/// A row: what it is, and how it stands.
type TestRow = (u32, char);

impl Row for TestRow {
    fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

fn page(rows: RangeInclusive<u32>, total: usize) -> Page<TestRow> {
    page_as(rows, total, 'a')
}

fn page_as(rows: RangeInclusive<u32>, total: usize, how: char) -> Page<TestRow> {
    Page { items: rows.map(|row| (row, how)).collect(), total }
}

fn rows(list: &Loaded<TestRow>) -> Vec<u32> {
    list.items.iter().map(|row| row.0).collect()
}

fn list(pages: impl IntoIterator<Item = Page<TestRow>>) -> Loaded<TestRow> {
    let mut list = Loaded::default();
    for page in pages {
        let wish = if list.has_begun() { FetchMode::Append } else { FetchMode::Reset };
        list.take(wish, page);
    }
    list
}

fn numbers(rows: RangeInclusive<u32>) -> Vec<u32> {
    rows.collect()
}

#[test]
fn pages_add_up_to_the_total() {
    let mut list = list([page(1..=20, 23)]);
    assert_eq!((list.next(), list.wanted(FetchMode::Append)), (Some(FetchMode::Append), Wanted::page(2)));
    list.take(FetchMode::Append, page(21..=23, 23));
    assert_eq!((rows(&list), list.next()), (numbers(1..=23), None));
}

#[test]
fn nothing_has_begun_before_the_first_page() {
    let nothing = Loaded::<TestRow>::default();
    assert_eq!(
        (nothing.has_begun(), nothing.wanted(FetchMode::Reset), nothing.wanted(FetchMode::Refresh)),
        (false, Wanted::page(1), Wanted::page(1))
    );
    assert!(list([Page { items: Vec::new(), total: 0 }]).has_begun());
}

#[test]
fn an_empty_page_ends_a_list_whose_total_is_wrong() {
    assert_eq!(list([page(1..=20, 99), Page { items: Vec::new(), total: 99 }]).next(), None);
    assert_eq!(list([Page { items: Vec::new(), total: 0 }]).next(), None);
}

#[test]
fn a_new_visit_that_shifts_the_pages_brings_no_row_twice_and_loses_none() {
    let mut list = list([page(1..=20, 45), page(20..=39, 46)]);
    assert_eq!((rows(&list), list.total, list.wanted(FetchMode::Append)), (numbers(1..=39), 46, Wanted::page(3)));
    list.take(FetchMode::Append, page(40..=45, 46));
    assert_eq!((rows(&list), list.next()), (numbers(1..=45), Some(FetchMode::Append)));
    list.take(FetchMode::Append, Page { items: Vec::new(), total: 46 });
    assert_eq!(list.next(), None);
}

#[test]
fn a_visit_that_went_makes_the_list_ask_again_for_what_it_has() {
    let mut list = list([page(1..=20, 60), page(21..=40, 60)]);
    // Number 5 went, so that number 41 slipped to the second page.
    list.take(FetchMode::Append, page(42..=60, 59));
    assert_eq!((rows(&list), list.total), (numbers(1..=40), 59));
    assert_eq!((list.next(), list.wanted(FetchMode::Refresh)), (Some(FetchMode::Refresh), Wanted { number: 1, size: 40 }));
    let mut fresh = page(1..=41, 59);
    fresh.items.remove(4);
    list.take(FetchMode::Refresh, fresh);
    assert_eq!((list.items.len(), list.next(), list.wanted(FetchMode::Append)), (40, Some(FetchMode::Append), Wanted::page(3)));
    list.take(FetchMode::Append, page(42..=60, 59));
    assert_eq!((list.items.len(), list.next()), (59, None));
    assert!(!rows(&list).contains(&5));
}

#[test]
fn a_total_that_wavers_is_not_asked_about_for_ever() {
    let mut list = list([page(1..=20, 41)]);
    list.take(FetchMode::Append, page(21..=40, 40));
    list.take(FetchMode::Refresh, page(1..=20, 41));
    list.take(FetchMode::Append, page(21..=40, 40));
    assert_eq!((rows(&list), list.next()), (numbers(1..=40), None));
}

#[test]
fn asking_again_in_vain_lets_the_list_go_on() {
    let mut list = list([page(1..=20, 41)]);
    list.take(FetchMode::Append, page(21..=40, 40));
    list.miss(FetchMode::Refresh);
    assert_eq!(list.next(), Some(FetchMode::Append));
}

#[test]
fn asking_again_shows_what_is_new_what_changed_and_not_what_went() {
    let before = list([page(2..=21, 60), page(22..=41, 60)]);
    let mut list = before.clone();
    list.take(FetchMode::Refresh, page_as(1..=40, 61, 'b'));
    assert_eq!((rows(&list), list.total), (numbers(1..=41), 61));
    assert_eq!(list.items.iter().filter(|row| row.1 == 'b').count(), 40);
    assert_eq!(list.wanted(FetchMode::Append), Wanted::page(3));

    let mut list = before;
    list.take(FetchMode::Refresh, Page { items: Vec::new(), total: 0 });
    assert_eq!((rows(&list), list.next()), (Vec::new(), None));
}

#[test]
fn the_last_row_of_a_list_goes_when_it_went() {
    let mut list = list([page(1..=7, 7)]);
    list.take(FetchMode::Refresh, page(1..=6, 6));
    assert_eq!((rows(&list), list.total, list.next()), (numbers(1..=6), 6, None));
}

#[test]
fn a_backend_that_gives_less_than_was_asked_for_keeps_the_rows_below() {
    let mut list = list([page(1..=20, 90), page(21..=40, 90), page(41..=60, 90)]);
    list.take(FetchMode::Refresh, page_as(1..=30, 90, 'b'));
    assert_eq!(rows(&list), numbers(1..=60));
    assert_eq!(list.wanted(FetchMode::Append), Wanted::page(4));
}

#[test]
fn beginning_anew_forgets_the_pages_below() {
    let mut list = list([page(1..=20, 60), page(21..=40, 60)]);
    list.take(FetchMode::Reset, page(0..=19, 61));
    assert_eq!((rows(&list), list.wanted(FetchMode::Append)), (numbers(0..=19), Wanted::page(2)));
}

#[test]
fn what_passed_stays_in_sight_uncounted_until_the_list_is_told_again() {
    let mut list = list([page(1..=3, 9)]);
    list.retire(|row| row.0 == 2, |row| row.1 = 'b');
    list.retire(|row| row.0 == 7, |row| row.1 = 'b');
    assert_eq!((list.items[1], list.total, list.count()), ((2, 'b'), 9, 8));
    list.take(FetchMode::Refresh, page_as(3..=4, 8, 'a'));
    assert_eq!((list.count(), list.total), (8, 8));
}

#[test]
fn a_list_of_unknown_total_counts_what_is_loaded_and_ends_with_an_empty_page() {
    let page = |rows: RangeInclusive<u32>| Page::of_unknown_total(page(rows, 0).items);
    let mut list = list([page(1..=50), page(51..=70)]);
    assert_eq!((list.known_total(), list.count(), list.next()), (70, 70, Some(FetchMode::Append)));
    list.take(FetchMode::Append, page(40..=70));
    assert_eq!(list.known_total(), 70, "rows that moved to another page are shown once");
    list.take(FetchMode::Append, Page::of_unknown_total(Vec::new()));
    assert_eq!((rows(&list), list.next()), (numbers(1..=70), None));
}

#[test]
fn the_rest_comes_by_large_steps_that_begin_where_a_page_of_theirs_does() {
    let mut list = list([page(1..=20, 1_006), page(21..=40, 1_006)]);
    for (number, rows) in [(1, 1..=200), (2, 201..=400), (3, 401..=600), (4, 601..=800), (5, 801..=1_000), (6, 1_001..=1_006)] {
        assert_eq!(list.wanted(FetchMode::Rest), Wanted { number, size: 200 });
        list.take(FetchMode::Rest, page(rows, 1_006));
    }
    assert_eq!((rows(&list), list.next()), (numbers(1..=1_006), None));
    assert_eq!(list.wanted(FetchMode::Append), Wanted::page(51), "which is where rows may have been added");
}

#[test]
fn steps_that_bring_nothing_new_end() {
    let mut list = list([page(1..=20, 100)]);
    list.take(FetchMode::Rest, page(1..=20, 100));
    assert_eq!(list.next(), None);
}

#[test]
fn some_stand_first_and_the_others_keep_their_order() {
    let mut list = list([page(1..=6, 6)]);
    list.bring_first(|row| row.0 % 2 == 0);
    assert_eq!(rows(&list), [2, 4, 6, 1, 3, 5]);
}
