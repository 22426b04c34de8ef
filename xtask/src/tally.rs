use std::{fmt, ops::AddAssign};

/// How many tests ran, and how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub const PASS: Self = Self { passed: 1, failed: 0 };
    pub const FAIL: Self = Self { passed: 0, failed: 1 };

    /// Reads the last line of libtest, or of wasm-bindgen's runner: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub fn of_line(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count = |what: &str| counts.split("; ").find_map(|part| part.strip_suffix(what)?.trim_end().parse().ok());
        Some(Self { passed: count("passed")?, failed: count("failed")? })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_add_up() {
        let output = "
running 2 tests
test a ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.50s
";
        let mut tally = Tally::default();
        output.lines().filter_map(Tally::of_line).for_each(|line| tally += line);
        assert_eq!(tally.to_string(), "12 passed, 3 failed");
    }

    #[test]
    fn the_browsers_result_line_counts_as_well() {
        let line = "test result: FAILED. 52 passed; 23 failed; 0 ignored; 0 filtered out; finished in 4.93s";
        assert_eq!(Tally::of_line(line), Some(Tally { passed: 52, failed: 23 }));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["test result ... ok", "test result: ok.", "7 passed; 0 failed", ""] {
            assert_eq!(Tally::of_line(line), None, "{line}");
        }
    }
}
