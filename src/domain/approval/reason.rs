//! Why a booking is returned.

/// How many recent reasons are offered.
const MAX_RECENT: usize = 5;

/// A reason: never blank, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// How many characters the backend's remark surely takes.
    pub const MAX_LENGTH: usize = 200;

    /// None where the text is blank.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let line: String = words.join(" ").chars().take(Self::MAX_LENGTH).collect();
        (!line.is_empty()).then_some(Self(line))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The reasons given last, the newest first, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentReasons(Vec<Reason>);

impl RecentReasons {
    /// One a line, as [`Self::to_text`] writes them.
    pub fn parse(text: &str) -> Self {
        Self(text.lines().filter_map(Reason::parse).take(MAX_RECENT).collect())
    }

    pub fn to_text(&self) -> String {
        self.all().collect::<Vec<_>>().join("\n")
    }

    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Reason::as_str)
    }

    pub fn add(&mut self, reason: &Reason) {
        self.0.retain(|known| known != reason);
        self.0.insert(0, reason.clone());
        self.0.truncate(MAX_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_on_one_line() {
        assert_eq!(Reason::parse(" \n\u{3000} "), None);
        assert_eq!(Reason::parse(" 请补充\n车牌 ").unwrap().as_str(), "请补充 车牌");
        assert_eq!(Reason::parse(&"长".repeat(300)).unwrap().as_str().chars().count(), Reason::MAX_LENGTH);
    }

    #[test]
    fn recent_reasons_are_kept_newest_first_and_once() {
        let mut recent = RecentReasons::default();
        for text in ["一", "二", "三", "四", "五", "一", "六"] {
            recent.add(&Reason::parse(text).unwrap());
        }
        assert_eq!(recent.all().collect::<Vec<_>>(), ["六", "一", "五", "四", "三"]);
        assert_eq!(RecentReasons::parse(&recent.to_text()), recent);
        assert_eq!(RecentReasons::parse("\n \n"), RecentReasons::default());
    }
}
