//! Saves what is typed a moment after the last change, and at once where the page goes: a keystroke itself saves nothing.

use crate::platform::visibility::flush_on_page_hide;
use crate::reactive::watch;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long typing rests before it is saved.
const REST: Duration = Duration::from_millis(400);

type Save = Arc<dyn Fn() + Send + Sync>;

/// What saves a form, as long as the component lives that is being built.
#[derive(Clone, Copy)]
pub struct Autosave {
    save: StoredValue<Save>,
    /// Which change came last: the timers of earlier ones save nothing.
    round: StoredValue<u32>,
    is_pending: StoredValue<bool>,
}

impl Autosave {
    /// `save` serialises and stores the form as it is when it is called.
    pub fn new(save: impl Fn() + Send + Sync + 'static) -> Self {
        let autosave = Self { save: StoredValue::new(Arc::new(save)), round: StoredValue::new(0), is_pending: StoredValue::new(false) };
        flush_on_page_hide(move || autosave.flush());
        on_cleanup(move || autosave.flush());
        autosave
    }

    /// Saves some time after each change of what `track` reads.
    pub fn follow(self, track: impl Fn() + 'static) {
        watch(track, move || self.schedule());
    }

    /// Saves when nothing has changed for a moment.
    pub fn schedule(self) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        self.is_pending.set_value(true);
        let flush_if_rested = move || {
            if self.round.try_get_value() == Some(round) {
                self.flush();
            }
        };
        set_timeout(flush_if_rested, REST);
    }

    /// Saves what is not saved yet.
    pub fn flush(self) {
        if self.is_pending.try_get_value() == Some(true) {
            self.save_now();
        }
    }

    /// Saves at once, whether something has changed or not.
    pub fn save_now(self) {
        self.is_pending.try_update_value(|is_pending| *is_pending = false);
        if let Some(save) = self.save.try_get_value() {
            save();
        }
    }
}
