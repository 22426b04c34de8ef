//! The queue of visits with an access-control task: one call is under way at a time, and "too many calls" pauses it.

use crate::domain::id::OrderId;
use std::collections::VecDeque;

/// How long the queue pauses after "too many calls", in milliseconds: at first, and at most.
const FIRST_PAUSE: i64 = 1_000;
const LONGEST_PAUSE: i64 = 8_000;

/// The visits whose tasks wait, by their orders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessQueue {
    waiting: VecDeque<OrderId>,
    running: Option<OrderId>,
    pause: i64,
    /// On the clock that `next` is given, in milliseconds.
    paused_until: i64,
    done: usize,
}

/// What the queue does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueueStep {
    /// Send the pending call of this visit.
    Send(OrderId),
    /// Ask for the next step again after this many milliseconds.
    Pause(u32),
    /// A call is under way, or no visit waits.
    Idle,
}

/// How many visits are done, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueProgress {
    pub done: usize,
    pub total: usize,
    /// Whether the service answered "too many calls".
    pub is_paused: bool,
}

impl AccessQueue {
    /// Appends a visit, unless it is in the queue already.
    pub fn push(&mut self, visit: OrderId) {
        if self.progress().is_none() {
            self.done = 0;
        }
        if self.running.as_ref() != Some(&visit) && !self.waiting.contains(&visit) {
            self.waiting.push_back(visit);
        }
    }

    /// The next step at this time, in milliseconds.
    pub fn next(&mut self, now: i64) -> QueueStep {
        if self.running.is_some() || self.waiting.is_empty() {
            return QueueStep::Idle;
        }
        // A clock that was set back must not pause the queue for years.
        let left = (self.paused_until - now).min(self.pause);
        if left > 0 {
            return QueueStep::Pause(u32::try_from(left).unwrap_or(u32::MAX));
        }
        self.running = self.waiting.pop_front();
        self.running.clone().map_or(QueueStep::Idle, QueueStep::Send)
    }

    /// The running visit has another call to send, before the next visit.
    pub fn continue_running(&mut self) {
        if let Some(visit) = self.running.take() {
            self.waiting.push_front(visit);
        }
        self.pause = 0;
    }

    /// The running visit is done, whether its task succeeded or failed.
    pub fn finish(&mut self) {
        if self.running.take().is_some() {
            self.done += 1;
        }
        self.pause = 0;
    }

    /// "Too many calls": the running visit goes back to the front, and the queue pauses.
    pub fn back_off(&mut self, now: i64) {
        if let Some(visit) = self.running.take() {
            self.waiting.push_front(visit);
        }
        self.pause = (self.pause * 2).clamp(FIRST_PAUSE, LONGEST_PAUSE);
        self.paused_until = now + self.pause;
    }

    /// How far the queue has come; none while it is empty.
    pub fn progress(&self) -> Option<QueueProgress> {
        let left = self.waiting.len() + usize::from(self.running.is_some());
        (left > 0).then(|| QueueProgress { done: self.done, total: self.done + left, is_paused: self.pause > 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(number: usize) -> OrderId {
        OrderId::parse(&number.to_string()).unwrap()
    }

    fn queue(visits: usize) -> AccessQueue {
        let mut queue = AccessQueue::default();
        (0..visits).for_each(|number| queue.push(order(number)));
        queue
    }

    #[test]
    fn visits_run_one_after_another_and_are_counted() {
        let mut queue = queue(10);
        for number in 0..10 {
            assert_eq!(queue.progress(), Some(QueueProgress { done: number, total: 10, is_paused: false }));
            assert_eq!(queue.next(0), QueueStep::Send(order(number)));
            assert_eq!(queue.next(0), QueueStep::Idle, "one at a time");
            queue.finish();
        }
        assert_eq!((queue.progress(), queue.next(0)), (None, QueueStep::Idle));
        queue.push(order(10));
        assert_eq!(queue.progress(), Some(QueueProgress { done: 0, total: 1, is_paused: false }), "an empty queue counts from zero again");
    }

    #[test]
    fn too_many_calls_pause_the_queue_and_keep_its_order() {
        let mut queue = queue(2);
        assert_eq!(queue.next(0), QueueStep::Send(order(0)));
        queue.back_off(0);
        assert_eq!(queue.progress(), Some(QueueProgress { done: 0, total: 2, is_paused: true }));
        assert_eq!((queue.next(0), queue.next(400)), (QueueStep::Pause(1_000), QueueStep::Pause(600)));
        assert_eq!(queue.next(1_000), QueueStep::Send(order(0)));
        queue.back_off(1_000);
        assert_eq!(queue.next(1_000), QueueStep::Pause(2_000), "longer, when it did not help");
        for _ in 0..5 {
            queue.next(i64::MAX);
            queue.back_off(0);
        }
        assert_eq!(queue.next(0), QueueStep::Pause(8_000), "but not for ever");
        assert_eq!(queue.next(8_000), QueueStep::Send(order(0)));
        queue.finish();
        assert_eq!(queue.next(8_000), QueueStep::Send(order(1)), "and then at full pace");
        queue.back_off(8_000);
        assert_eq!(queue.next(8_000), QueueStep::Pause(1_000));
    }

    #[test]
    fn a_clock_that_is_set_back_costs_one_pause_at_most() {
        let mut queue = queue(1);
        queue.next(1_795_226_400_000);
        queue.back_off(1_795_226_400_000);
        assert_eq!(queue.next(0), QueueStep::Pause(1_000));
    }

    #[test]
    fn the_second_call_of_a_change_comes_before_the_next_visit() {
        let mut queue = queue(2);
        queue.next(0);
        queue.continue_running();
        assert_eq!(queue.next(0), QueueStep::Send(order(0)));
        queue.finish();
        assert_eq!(queue.next(0), QueueStep::Send(order(1)));
    }

    #[test]
    fn no_visit_is_queued_twice() {
        let mut queue = queue(1);
        queue.push(order(0));
        queue.next(0);
        queue.push(order(0));
        queue.finish();
        assert_eq!(queue.progress(), None);
    }
}
