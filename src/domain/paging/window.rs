//! Which rows of a long list are near the screen. Heights are CSS pixels, positions count from the list's top.

use std::ops::Range;

/// The most rows that are drawn at a time.
pub const MOST_ROWS: usize = 60;

/// How many rows are drawn above and below the screen.
const AHEAD: usize = 14;

/// When fewer than these are left ahead, more are drawn.
const RESERVE: usize = 6;

/// A row's height before the first has been measured.
const GUESS: f64 = 100.0;

/// The heights of rows, as far as they were measured; the others count as the average.
#[derive(Debug, Clone, Default)]
pub struct Heights {
    /// By row; zero for those not measured.
    measured: Vec<f64>,
    sum: f64,
    count: u32,
}

impl Heights {
    /// Notes a row's height. A row that is not laid out has none.
    pub fn measure(&mut self, row: usize, height: f64) {
        if height <= 0.0 {
            return;
        }
        if self.measured.len() <= row {
            self.measured.resize(row + 1, 0.0);
        }
        if let Some(known) = self.measured.get_mut(row) {
            self.sum += height - *known;
            self.count += u32::from(*known <= 0.0);
            *known = height;
        }
    }

    /// The rows are laid out differently now.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn average(&self) -> f64 {
        if self.count == 0 { GUESS } else { self.sum / f64::from(self.count) }
    }

    fn of(&self, row: usize) -> f64 {
        self.measured.get(row).copied().filter(|height| *height > 0.0).unwrap_or_else(|| self.average())
    }

    /// How much room rows take.
    pub fn span(&self, rows: Range<usize>) -> f64 {
        rows.map(|row| self.of(row)).sum()
    }

    /// The row at a position; the first or last where it is outside.
    pub fn row_at(&self, position: f64, rows: usize) -> usize {
        let mut bottom = 0.0;
        for row in 0..rows {
            bottom += self.of(row);
            if bottom > position {
                return row;
            }
        }
        rows.saturating_sub(1)
    }

    /// The rows to draw of so many while those from `top` to `bottom` are seen: the same as before while they suffice.
    pub fn window(&self, top: f64, bottom: f64, rows: usize, drawn: &Range<usize>) -> Range<usize> {
        let (first, last) = (self.row_at(top, rows), self.row_at(bottom, rows));
        let around = |margin: usize| first.saturating_sub(margin)..rows.min(last + 1 + margin);
        let needed = around(RESERVE);
        if drawn.start <= needed.start && drawn.end >= needed.end && drawn.end <= rows {
            return drawn.clone();
        }
        let wanted = around(AHEAD);
        wanted.start..wanted.end.min(wanted.start + MOST_ROWS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: usize = 1_000;
    const SCREEN: f64 = 844.0;

    fn even(height: f64) -> Heights {
        let mut heights = Heights::default();
        heights.measure(0, height);
        heights
    }

    #[test]
    fn what_is_not_measured_counts_as_the_average() {
        let mut heights = Heights::default();
        assert_eq!(heights.span(0..3), 3.0 * GUESS);
        heights.measure(0, 80.0);
        heights.measure(2, 120.0);
        heights.measure(5, 0.0);
        assert_eq!((heights.span(0..3), heights.span(3..9)), (300.0, 600.0));
        heights.measure(2, 80.0);
        assert_eq!(heights.span(0..10), 800.0);
        heights.forget();
        assert_eq!(heights.span(0..1), GUESS);
    }

    #[test]
    fn positions_have_their_rows() {
        let heights = even(50.0);
        let rows = [-70.0, 0.0, 49.9, 50.0, 499.0, 9_999.0].map(|position| heights.row_at(position, 10));
        assert_eq!(rows, [0, 0, 0, 1, 9, 9]);
        assert_eq!(heights.row_at(0.0, 0), 0);
    }

    #[test]
    fn the_window_covers_the_screen_at_every_position_and_stays_small() {
        for height in [30.0, 61.5, 93.0, 400.0] {
            let heights = even(height);
            let mut drawn = 0..0;
            for step in 0..3_000_u32 {
                let top = f64::from(step) * 31.0 - 200.0;
                drawn = heights.window(top, top + SCREEN, ROWS, &drawn);
                assert!(drawn.len() <= MOST_ROWS && drawn.end <= ROWS, "{drawn:?}");
                let (first, last) = (heights.row_at(top, ROWS), heights.row_at(top + SCREEN, ROWS));
                assert!(drawn.contains(&first) && drawn.contains(&last), "{drawn:?} at {top}");
            }
            assert_eq!(drawn.end, if height < 93.5 { ROWS } else { drawn.end });
        }
    }

    #[test]
    fn the_window_stands_while_a_reserve_is_left() {
        let heights = even(100.0);
        let first = heights.window(5_000.0, 5_800.0, ROWS, &(0..0));
        assert_eq!(first, 36..73);
        assert_eq!(heights.window(5_500.0, 6_300.0, ROWS, &first), first);
        assert_eq!(heights.window(6_000.0, 6_800.0, ROWS, &first), 46..83);
        assert_eq!(heights.window(0.0, 800.0, 7, &(0..0)), 0..7);
        assert_eq!(heights.window(0.0, 800.0, 3, &(0..7)), 0..3);
        assert_eq!(heights.window(0.0, 800.0, 0, &(0..0)), 0..0);
    }
}
