//! Going to the site's sign-in and coming back: once by itself, then when the person asks for it.

use crate::context::{use_config, use_session};
use crate::domain::id::AppId;
use crate::domain::sign_in::{Hindrance, LastSignIn, SignInOutcome};
use crate::platform::storage::Storage;
use crate::platform::{clock, history, webview};
use crate::session::sign_in::{ReturnAddress, SignInAddress, SignInRequest, read_last};
use crate::session::{Channel, Launch, Session};
use crate::text::Text;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Where the tab keeps its last sign-in; `launch.js` reads and answers it.
const SIGN_IN_KEY: &str = "signIn";
/// Where the tab keeps when the sign-in was that it has taken into account.
const SEEN_KEY: &str = "signedIn";

/// How long the site's sign-in may take to take over from the page.
const PATIENCE: Duration = Duration::from_secs(8);

type IsBusy = Rc<dyn Fn() -> bool>;

thread_local! {
    static BUSY: RefCell<Option<IsBusy>> = const { RefCell::new(None) };
}

/// Keeps the page from leaving by itself while this holds.
pub fn hold_page_while(is_busy: impl Fn() -> bool + 'static) {
    BUSY.set(Some(Rc::new(is_busy)));
}

/// The way to the site's sign-in.
#[derive(Debug, Clone)]
pub struct SignInGate {
    template: String,
    app: Option<AppId>,
}

impl SignInGate {
    /// The sign-in of this channel; none where the site has set none, or its settings are not there yet. To be called while
    /// a component is built, or by its task.
    pub fn here() -> Option<Self> {
        let session = use_context::<Session>()?;
        let config = use_config();
        let template = SignInAddress::template(&config.sign_in, session.channel)?.to_owned();
        Some(Self { template, app: session.context.app })
    }

    /// Leaves for the sign-in, unless that was a moment ago. What is in the way is shown, also if nothing comes of leaving.
    pub fn enter(&self, from_form: bool) -> RwSignal<Option<Hindrance>> {
        let hindrance = RwSignal::new(self.leave(from_form).err());
        self.wait(hindrance);
        hindrance
    }

    /// Leaves because the person asks for it, whenever the last time was.
    pub fn enter_again(&self, from_form: bool, hindrance: RwSignal<Option<Hindrance>>) {
        hindrance.set(self.go(from_form).err());
        self.wait(hindrance);
    }

    /// Leaves for the sign-in, unless that was a moment ago.
    pub fn leave(&self, from_form: bool) -> Result<(), Hindrance> {
        if BUSY.with_borrow(|is_busy| is_busy.as_ref().is_some_and(|is_busy| is_busy())) {
            return Err(Hindrance::Unfinished);
        }
        match last().and_then(|last| last.hindrance(clock::phone_millis())) {
            Some(hindrance) => Err(hindrance),
            None => self.go(from_form),
        }
    }

    /// Leaves for the sign-in, whenever the last time was.
    pub fn go(&self, from_form: bool) -> Result<(), Hindrance> {
        let address = SignInAddress::parse(&self.template).map_err(Hindrance::Address)?;
        let request = request(from_form).ok_or(Hindrance::Storage)?;
        let address = address.fill(&request, self.app.as_ref()).map_err(Hindrance::Address)?;
        let stored = request.to_query();
        Storage::Session.write(SIGN_IN_KEY, &stored);
        if Storage::Session.read(SIGN_IN_KEY) != Some(stored) {
            return Err(Hindrance::Storage);
        }
        webview::leave_for(&address);
        Ok(())
    }

    /// Whoever is still here after a while was not taken over.
    fn wait(&self, hindrance: RwSignal<Option<Hindrance>>) {
        let give_up = move || {
            if hindrance.try_get_untracked() == Some(None) {
                hindrance.set(Some(Hindrance::Unanswered));
            }
        };
        set_timeout(give_up, PATIENCE);
    }
}

/// A new request, to come back to the page that is shown.
fn request(from_form: bool) -> Option<SignInRequest> {
    let rest = Launch::take(&history::query()).1;
    let separator = if rest.is_empty() { "" } else { "?" };
    let return_address = ReturnAddress::new(&webview::origin(), &format!("{}{separator}{rest}", webview::path()))?;
    Some(SignInRequest { state: webview::secret()?, return_address, at: clock::phone_millis(), from_form })
}

fn last() -> Option<LastSignIn> {
    read_last(&Storage::Session.read(SIGN_IN_KEY)?)
}

/// Whether this is the first page after a sign-in, once.
pub(super) fn has_just_signed_in() -> bool {
    let Some(done) = last().filter(|last| last.outcome == Some(SignInOutcome::Done)).map(|last| last.at.to_string()) else {
        return false;
    };
    let is_new = Storage::Session.read(SEEN_KEY).as_ref() != Some(&done);
    Storage::Session.write(SEEN_KEY, &done);
    is_new
}

/// Whether the person has just come back from signing in to a form that was to be sent.
pub fn is_back_at_form() -> bool {
    last().is_some_and(|last| last.from_form && last.outcome.is_some())
}

/// What to say to somebody who has just come back to such a form, once.
pub fn take_form_word(text: Text) -> Option<String> {
    let last = last().filter(|last| last.from_form)?;
    let outcome = last.outcome?;
    // Read, and still a sign-in of a moment ago.
    Storage::Session.write(SIGN_IN_KEY, &format!("at={}&outcome={}", last.at, outcome.code()));
    Some(match (outcome, last.hindrance(last.at)) {
        (SignInOutcome::Done, _) | (_, None) => text.signed_in_at_form().to_owned(),
        (_, Some(hindrance)) => text.sign_in_hindrance(hindrance),
    })
}

/// How to get in where the site has set no address, by the app that shows the page.
pub fn way_in(text: Text, is_for_staff: bool) -> &'static str {
    match (use_session().channel, is_for_staff) {
        (Channel::OfficialAccount, false) => text.way_in_official_account(),
        (Channel::OfficialAccount, true) => text.staff_way_in_official_account(),
        (Channel::WeCom, false) => text.way_in_wecom(),
        (Channel::WeCom, true) => text.staff_way_in_wecom(),
        (Channel::MiniProgram, false) => text.way_in_mini_program(),
        (Channel::MiniProgram, true) => text.staff_way_in_mini_program(),
        (Channel::Browser, false) => text.way_in_browser(),
        (Channel::Browser, true) => text.staff_way_in_browser(),
    }
}
