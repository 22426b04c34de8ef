//! What a screen remembers: values that its parts share, and that have them drawn anew when they change.
//!
//! Why not Leptos' signals: they compile their locks, guards and notices anew for each type that they hold. Here, only
//! the access to the value is; whoever reads it is told of changes by Leptos' trigger, and Leptos' owner throws it away.

use leptos::prelude::{ArcTrigger, Notify, StoredValue, Track};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::{ArenaItem, LocalStorage};
use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

/// A value that lives as long as the part of the page that made it.
///
/// Like Leptos' signals, it must not be read after that; writing it then does nothing.
pub struct State<T> {
    slot: ArenaItem<Slot, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

/// A value whose type only its owner knows, and those who wait for it to change.
#[derive(Clone)]
struct Slot {
    value: Rc<dyn Any>,
    changed: ArcTrigger,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> fmt::Debug for State<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("State")
    }
}

impl<T: 'static> State<T> {
    pub fn new(value: T) -> Self {
        Self { slot: place(Rc::new(RefCell::new(value))), kind: PhantomData }
    }

    /// Reads the value, tracked.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        track(self.slot);
        self.with_untracked(read)
    }

    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.try_with_untracked(read).unwrap_or_else(|| gone())
    }

    /// Reads the value, unless it is gone.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        let value = value(self.slot)?;
        // Only `State::<T>::new` makes a `State<T>`, so the value is a `T`.
        value.downcast_ref::<RefCell<T>>().map(|value| read(&value.borrow()))
    }

    /// Changes the value and tells whoever has read it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(value) = value(self.slot)
            && let Some(value) = value.downcast_ref::<RefCell<T>>()
        {
            change(&mut value.borrow_mut());
        }
        notify(self.slot);
    }

    pub fn set(self, new: T) {
        self.update(|value| *value = new);
    }
}

impl<T: PartialEq + 'static> State<T> {
    /// Sets the value; nobody is told where it was the same before.
    pub fn change_to(self, new: T) {
        if self.try_with_untracked(|value| *value == new) == Some(false) {
            self.set(new);
        }
    }
}

impl<T: Clone + 'static> State<T> {
    /// A copy of the value, tracked.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, unless it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

fn place(value: Rc<dyn Any>) -> ArenaItem<Slot, LocalStorage> {
    ArenaItem::new_local(Slot { value, changed: ArcTrigger::new() })
}

fn value(slot: ArenaItem<Slot, LocalStorage>) -> Option<Rc<dyn Any>> {
    slot.try_get_value().map(|slot| slot.value)
}

fn track(slot: ArenaItem<Slot, LocalStorage>) {
    slot.try_get_value().iter().for_each(|slot| slot.changed.track());
}

fn notify(slot: ArenaItem<Slot, LocalStorage>) {
    slot.try_get_value().iter().for_each(|slot| slot.changed.notify());
}

/// A value that is made from states whenever somebody asks for it.
pub struct Derived<T>(Rc<dyn Fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Derived<T> {
    pub fn new(make: impl Fn() -> T + 'static) -> Self {
        Self(Rc::new(make))
    }

    /// The value, tracked.
    pub fn get(&self) -> T {
        (self.0)()
    }
}

impl<T: Default + 'static> Default for Derived<T> {
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<T> fmt::Debug for Derived<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Derived")
    }
}

/// Runs now, and again when the states that it reads change, until the part of the page that it belongs to goes.
pub fn while_shown(run: impl FnMut() + 'static) {
    run_boxed(Box::new(run));
}

fn run_boxed(mut run: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}

#[expect(clippy::panic, reason = "a part of the page that reads what is gone has outlived its page: a mistake in this program")]
fn gone() -> ! {
    panic!("a state was read after its part of the page had gone")
}
