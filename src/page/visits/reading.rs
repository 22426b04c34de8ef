//! Reading a list: what is asked for, and what became of it.

use super::lists::List;
use crate::api::error::ApiError;
use crate::api::visit;
use crate::domain::paging::{Loaded, Page, Wish};
use crate::domain::visit::Visit;
use crate::page::Site;
use crate::remote::PageLife;
use crate::state::State;
use crate::text::Text;
use crate::ui::toast::Toasts;

/// How the reading goes.
#[derive(Debug, Clone)]
pub enum Course {
    Still,
    Waiting(Wish),
    /// Nothing goes on before the visitor says so.
    Failed(ApiError),
}

/// Somebody who reads a list, as long as its page is shown.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    pub list: List,
    pub course: State<Course>,
    pub site: State<Site>,
    text: Text,
    toasts: Option<Toasts>,
    life: State<PageLife>,
    /// Which asking counts: the answers to earlier ones are dropped.
    round: State<u32>,
}

impl Reading {
    /// Shows what is there already, and asks how it stands now.
    pub fn start(site: Site, list: List) -> Self {
        let (course, round) = (State::new(Course::Still), State::new(0));
        let (site, life) = (State::new(site), State::new(PageLife::here()));
        let reading = Self { list, course, site, text: Text::here(), toasts: Toasts::here(), life, round };
        reading.ask(if list.visits.with_untracked(Loaded::has_begun) { Wish::Again } else { Wish::Anew });
        reading
    }

    /// Asks for some of the list; whatever was asked before does not count any more.
    pub fn ask(self, wish: Wish) {
        let round = self.round.get_untracked() + 1;
        self.round.set(round);
        self.course.set(Course::Waiting(wish));
        let wanted = self.list.visits.with_untracked(|visits| visits.wanted(wish));
        let (client, ask) = self.site.with_untracked(|site| {
            let ask = visit::rows(&site.session.caller, &self.list.part(), wanted);
            (site.client.clone(), ask)
        });
        self.life.get_untracked().spawn(async move {
            let answer = client.send(ask).await;
            if self.round.try_get_untracked() == Some(round) {
                self.settle(wish, answer);
            }
        });
    }

    /// Asks for what the list still lacks, unless something is under way or went wrong.
    pub fn ask_for_more(self) {
        if self.course.try_with_untracked(|course| matches!(course, Course::Still)) == Some(true)
            && let Some(wish) = self.list.visits.with_untracked(Loaded::next)
        {
            self.ask(wish);
        }
    }

    /// Begins from the top, unless that is under way.
    pub fn refresh(self) {
        if !self.is_refreshing() {
            self.ask(Wish::Anew);
        }
    }

    /// Whether the list is asked for from its top, tracked.
    pub fn is_refreshing(self) -> bool {
        self.course.with(|course| matches!(course, Course::Waiting(Wish::Anew)))
    }

    /// Rows that are there stay when others do not come; that they could not be refreshed is a passing word.
    fn settle(self, wish: Wish, answer: Result<Page<Visit>, ApiError>) {
        let visits = self.list.visits;
        let next = match answer {
            Ok(page) => {
                visits.update(|visits| visits.take(wish, page));
                Course::Still
            }
            Err(error) if wish != Wish::More && visits.with_untracked(Loaded::has_begun) => {
                visits.update(|visits| visits.miss(wish));
                self.toasts.iter().for_each(|toasts| toasts.show(self.text.failure(&error)));
                Course::Still
            }
            Err(error) => Course::Failed(error),
        };
        self.course.set(next);
    }
}
