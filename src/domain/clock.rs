//! A phone's clock, put right by the site's.

/// No answer takes longer; one that seems to was overtaken by somebody who set the clock meanwhile.
const LONGEST_WAY: i64 = 60_000;

/// The times that a site may sensibly call now, in milliseconds since 1970: from 2020 until 2100.
const SENSIBLE: std::ops::Range<i64> = 1_577_836_800_000..4_102_444_800_000;

/// What has to be added to the phone's clock, in milliseconds; none where the site's answer cannot be right.
///
/// The phone's clock said `asked` and `answered`; the site's said `site_millis` somewhere between, halfway as far as anybody
/// can know.
pub fn correction(asked: i64, site_millis: i64, answered: i64) -> Option<i64> {
    let way = answered.checked_sub(asked)?;
    let is_sensible = (0..=LONGEST_WAY).contains(&way) && SENSIBLE.contains(&site_millis);
    is_sensible.then(|| site_millis - asked - way / 2)
}

/// The site's time, by whichever of its two tellings makes sense.
pub fn first_sensible(first: Option<i64>, second: Option<i64>) -> Option<i64> {
    [first, second].into_iter().flatten().find(|time| SENSIBLE.contains(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21 10:00 at the site.
    const TEN: i64 = 1_795_226_400_000;
    const DAY: i64 = 86_400_000;

    #[test]
    fn half_the_way_there_and_back_is_taken_off() {
        assert_eq!(correction(TEN, TEN + 200, TEN + 400), Some(0));
        assert_eq!(correction(TEN, TEN, TEN), Some(0));
        assert_eq!(correction(TEN - DAY, TEN + 50, TEN - DAY + 100), Some(DAY));
        assert_eq!(correction(TEN + DAY, TEN + 50, TEN + DAY + 100), Some(-DAY));
        assert_eq!(correction(0, TEN, 10), Some(TEN - 5), "a phone that begins in 1970");
    }

    #[test]
    fn an_answer_that_cannot_be_right_changes_nothing() {
        assert_eq!(correction(TEN, TEN, TEN - 1), None, "set back meanwhile");
        assert_eq!(correction(TEN, TEN, TEN + DAY), None, "set ahead meanwhile");
        for site_millis in [i64::MIN, -1, 0, TEN / 1000, 12_131_231_231_231, i64::MAX] {
            assert_eq!(correction(TEN, site_millis, TEN + 100), None, "{site_millis}");
        }
        assert_eq!(correction(i64::MIN, TEN, i64::MAX), None);
    }

    #[test]
    fn the_first_telling_that_makes_sense_counts() {
        assert_eq!(first_sensible(Some(TEN), Some(TEN + 1)), Some(TEN));
        assert_eq!(first_sensible(None, Some(TEN)), Some(TEN));
        assert_eq!(first_sensible(Some(0), Some(TEN)), Some(TEN));
        assert_eq!(first_sensible(Some(TEN), Some(12_131_231_231_231)), Some(TEN), "the documented example");
        assert_eq!(first_sensible(None, Some(TEN / 1000)), None, "seconds");
    }
}
