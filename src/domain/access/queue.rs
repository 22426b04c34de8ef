//! Errands to the doors stand in line: one is under way at a time, and a service that is asked too often gets a rest.

use crate::domain::id::OrderId;
use std::collections::VecDeque;

/// How long the line rests after "too many calls", in milliseconds: at first, and at most.
const REST: i64 = 1_000;
const LONGEST_REST: i64 = 8_000;

/// The visits whose errands wait, by their orders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Queue {
    waiting: VecDeque<OrderId>,
    running: Option<OrderId>,
    rest: i64,
    /// On the clock that `next` is told, in milliseconds.
    rests_until: i64,
    settled: usize,
}

/// What is to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Send this visit's call.
    Send(OrderId),
    /// Ask again after this many milliseconds.
    Rest(u32),
    /// An answer is awaited, or nobody waits.
    Nothing,
}

/// How many are through, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueProgress {
    pub settled: usize,
    pub all: usize,
    /// Whether the service asked for a rest.
    pub is_resting: bool,
}

impl Queue {
    /// Puts a visit at the end of the line, unless it stands in it.
    pub fn join(&mut self, visit: OrderId) {
        if self.progress().is_none() {
            self.settled = 0;
        }
        if self.running.as_ref() != Some(&visit) && !self.waiting.contains(&visit) {
            self.waiting.push_back(visit);
        }
    }

    /// What to do at this time, in milliseconds.
    pub fn next(&mut self, now: i64) -> Next {
        if self.running.is_some() || self.waiting.is_empty() {
            return Next::Nothing;
        }
        // A clock that was set back must not make anybody wait for years.
        let left = (self.rests_until - now).min(self.rest);
        if left > 0 {
            return Next::Rest(u32::try_from(left).unwrap_or(u32::MAX));
        }
        self.running = self.waiting.pop_front();
        self.running.clone().map_or(Next::Nothing, Next::Send)
    }

    /// The visit has another call to send before the next one's turn.
    pub fn goes_on(&mut self) {
        if let Some(visit) = self.running.take() {
            self.waiting.push_front(visit);
        }
        self.rest = 0;
    }

    /// The visit is through, one way or the other.
    pub fn settle(&mut self) {
        if self.running.take().is_some() {
            self.settled += 1;
        }
        self.rest = 0;
    }

    /// The service refused to be asked so often: the visit comes first again, after a rest.
    pub fn slow_down(&mut self, now: i64) {
        if let Some(visit) = self.running.take() {
            self.waiting.push_front(visit);
        }
        self.rest = (self.rest * 2).clamp(REST, LONGEST_REST);
        self.rests_until = now + self.rest;
    }

    /// How far the line has come; none where nobody stands in it.
    pub fn progress(&self) -> Option<QueueProgress> {
        let left = self.waiting.len() + usize::from(self.running.is_some());
        (left > 0).then(|| QueueProgress { settled: self.settled, all: self.settled + left, is_resting: self.rest > 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(number: usize) -> OrderId {
        OrderId::parse(&number.to_string()).unwrap()
    }

    fn line(visits: usize) -> Queue {
        let mut queue = Queue::default();
        (0..visits).for_each(|number| queue.join(order(number)));
        queue
    }

    #[test]
    fn ten_go_one_after_another_and_are_counted() {
        let mut queue = line(10);
        for number in 0..10 {
            assert_eq!(queue.progress(), Some(QueueProgress { settled: number, all: 10, is_resting: false }));
            assert_eq!(queue.next(0), Next::Send(order(number)));
            assert_eq!(queue.next(0), Next::Nothing, "one at a time");
            queue.settle();
        }
        assert_eq!((queue.progress(), queue.next(0)), (None, Next::Nothing));
        queue.join(order(10));
        assert_eq!(queue.progress(), Some(QueueProgress { settled: 0, all: 1, is_resting: false }), "a new line counts anew");
    }

    #[test]
    fn too_many_calls_cost_a_rest_and_nobody_a_place() {
        let mut queue = line(2);
        assert_eq!(queue.next(0), Next::Send(order(0)));
        queue.slow_down(0);
        assert_eq!(queue.progress(), Some(QueueProgress { settled: 0, all: 2, is_resting: true }));
        assert_eq!((queue.next(0), queue.next(400)), (Next::Rest(1_000), Next::Rest(600)));
        assert_eq!(queue.next(1_000), Next::Send(order(0)));
        queue.slow_down(1_000);
        assert_eq!(queue.next(1_000), Next::Rest(2_000), "longer, when it did not help");
        for _ in 0..5 {
            queue.next(i64::MAX);
            queue.slow_down(0);
        }
        assert_eq!(queue.next(0), Next::Rest(8_000), "but not for ever");
        assert_eq!(queue.next(8_000), Next::Send(order(0)));
        queue.settle();
        assert_eq!(queue.next(8_000), Next::Send(order(1)), "and then at full pace");
        queue.slow_down(8_000);
        assert_eq!(queue.next(8_000), Next::Rest(1_000));
    }

    #[test]
    fn a_clock_that_is_set_back_costs_one_rest_at_most() {
        let mut queue = line(1);
        queue.next(1_795_226_400_000);
        queue.slow_down(1_795_226_400_000);
        assert_eq!(queue.next(0), Next::Rest(1_000));
    }

    #[test]
    fn the_second_half_of_a_change_comes_before_the_next_visit() {
        let mut queue = line(2);
        queue.next(0);
        queue.goes_on();
        assert_eq!(queue.next(0), Next::Send(order(0)));
        queue.settle();
        assert_eq!(queue.next(0), Next::Send(order(1)));
    }

    #[test]
    fn nobody_stands_in_line_twice() {
        let mut queue = line(1);
        queue.join(order(0));
        queue.next(0);
        queue.join(order(0));
        queue.settle();
        assert_eq!(queue.progress(), None);
    }
}
