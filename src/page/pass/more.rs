//! What else can be done with a pass: into the calendar, into a picture, off this device.

use super::keeper::PassStore;
use crate::domain::calendar::Appointment;
use crate::domain::pass::{Pass, grouped};
use crate::domain::qr_code::QrCode;
use crate::old_ui::button::{main_button, quiet_button, quiet_link};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::popup::popup;
use crate::old_ui::toast::Toasts;
use crate::page::calendar_way;
use crate::platform::clock;
use crate::platform::poster::Poster;
use crate::text::Text;
use leptos::prelude::*;

/// Which dialog is open.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Open {
    Nothing,
    Forgetting,
    /// The picture of the pass, by its address.
    Picture(String),
}

/// The actions below a pass; only for one that opens doors.
pub fn more(keeper: PassStore, pass: &Pass, has_pass: impl Fn() -> bool + 'static) -> El {
    let open = RwSignal::new(Open::Nothing);
    let pass = pass.clone();
    let actions = live(move || if has_pass() { actions(&pass, open) } else { nothing() });
    all([actions, live(move || dialog(keeper, open))])
}

fn actions(pass: &Pass, open: RwSignal<Open>) -> El {
    let text = Text::here();
    block("div", "pass__actions")
        .child(save_button(pass.clone(), open))
        .child(calendar(pass))
        .child(quiet_button(text.forget_pass(), move || open.set(Open::Forgetting)))
}

fn calendar(pass: &Pass) -> El {
    let text = Text::here();
    let Some(stay) = pass.stay else { return nothing() };
    let note = if pass.spoken_code.is_empty() { String::new() } else { [text.spoken_code(), " ", &pass.spoken_code].concat() };
    calendar_way(&Appointment {
        id: pass.order.as_str().to_owned(),
        stay,
        title: text.calendar_title(&pass.host),
        place: String::new(),
        note,
    })
}

fn save_button(pass: Pass, open: RwSignal<Open>) -> El {
    let Ok(code) = QrCode::encode(&pass.code) else { return nothing() };
    let (text, toasts) = (Text::here(), Toasts::here());
    quiet_button(text.save_pass(), move || match poster(text, &pass).draw(&code) {
        Some(picture) => open.set(Open::Picture(picture)),
        None => toasts.iter().for_each(|toasts| toasts.show(text.cannot_draw_pass().to_owned())),
    })
}

fn poster(text: Text, pass: &Pass) -> Poster {
    let title = if pass.title.is_empty() { text.pass() } else { &pass.title };
    let when = pass.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let host = if pass.host.is_empty() { String::new() } else { [text.host(), " ", &pass.host].concat() };
    Poster {
        title: title.to_owned(),
        name: pass.visitor.clone(),
        lines: [when, host].into_iter().filter(|line| !line.is_empty()).collect(),
        spoken_code: grouped(&pass.spoken_code),
    }
}

fn dialog(keeper: PassStore, open: RwSignal<Open>) -> El {
    let (text, toasts) = (Text::here(), Toasts::here());
    let close = quiet_button(text.close(), move || open.set(Open::Nothing));
    match open.get() {
        Open::Nothing => nothing(),
        Open::Forgetting => {
            let forget = main_button(text.confirm_forget(), move || {
                keeper.forget();
                open.set(Open::Nothing);
                toasts.iter().for_each(|toasts| toasts.show(text.pass_forgotten().to_owned()));
            });
            let keep = quiet_button(text.keep_pass(), move || open.set(Open::Nothing));
            let detail = block("p", "pass__hint").text(text.forget_pass_detail());
            popup(text.forget_pass_question(), detail, all([forget, keep]))
        }
        Open::Picture(address) => {
            let picture = block("img", "pass__picture").attr("src", &address).attr("alt", text.pass());
            let hint = block("p", "pass__hint").text(text.saved_pass());
            let download = quiet_link(text.download_pass(), &address).attr("download", "pass.png");
            popup(text.save_pass(), all([hint, picture]), all([download, close]))
        }
    }
}
