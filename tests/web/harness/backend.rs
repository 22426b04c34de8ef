//! A backend that answers when the test says so.

use super::settle;
use js_sys::{Function, Promise};
use leptos::prelude::{GetValue, LocalStorage, StoredValue, UpdateValue};
use std::cell::RefCell;
use std::rc::Rc;
use visitor_front::api::error::ApiError;
use wasm_bindgen_futures::JsFuture;

type Answer<T> = Result<T, ApiError>;

/// A call that waits: the answer is put into the cell, then the function wakes the caller.
type Call<T> = (Rc<RefCell<Option<Answer<T>>>>, Function);

/// The calls so far, the first one first.
pub struct Backend<T: 'static> {
    calls: StoredValue<Vec<Call<T>>, LocalStorage>,
    /// How many callers left before their answers came.
    given_up: StoredValue<u32>,
}

/// A caller. Who drops it before the answer has given up.
struct Waiting {
    is_answered: bool,
    given_up: StoredValue<u32>,
}

impl Waiting {
    fn ends(mut self) {
        self.is_answered = true;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if !self.is_answered {
            self.given_up.update_value(|count| *count += 1);
        }
    }
}

impl<T> Clone for Backend<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Backend<T> {}

impl<T: 'static> Backend<T> {
    pub fn new() -> Self {
        Self { calls: StoredValue::new_local(Vec::new()), given_up: StoredValue::new(0) }
    }

    /// A call.
    pub fn fetch(self) -> impl Future<Output = Answer<T>> + 'static {
        let answer = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |wake, _| self.calls.update_value(|calls| calls.push((Rc::clone(&answer), wake))));
        let given_up = self.given_up;
        async move {
            let call = Waiting { is_answered: false, given_up };
            JsFuture::from(promise).await.unwrap();
            call.ends();
            answer.take().unwrap()
        }
    }

    /// How many calls there were.
    pub fn count(self) -> usize {
        self.calls.get_value().len()
    }

    /// How many calls were given up.
    pub fn given_up(self) -> u32 {
        self.given_up.get_value()
    }

    /// Answers a call, by its place in the row of calls.
    pub async fn answer(self, call: usize, with: Answer<T>) {
        let (answer, wake) = self.calls.get_value()[call].clone();
        answer.replace(Some(with));
        wake.call0(&wake).unwrap();
        settle().await;
    }
}
