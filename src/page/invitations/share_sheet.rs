//! The ways to hand an invitation's link to its visitor.

use crate::api::channel::ApiFlavor;
use crate::domain::id::InvitationId;
use crate::domain::invitation::{InvitationLink, ShareScene};
use crate::domain::qr_code::QrCode;
use crate::domain::visit::Stay;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::popup::popup;
use crate::old_ui::qr_code::qr_code;
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::wechat::Card;
use crate::platform::{clock, share, wechat};
use crate::route::Route;
use crate::session::Channel;
use crate::text::Text;

/// How large the code is at most, and how much of the screen's width is not its own, in CSS pixels.
const CODE: (f64, f64) = (260.0, 80.0);

/// What is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub id: InvitationId,
    /// Who is invited; empty for a link for several.
    pub name: String,
    pub stay: Option<Stay>,
}

/// The sheet, until it is closed.
pub fn share_sheet(site: &Site, shared: &Shared, close: impl Fn() + 'static) -> El {
    let (text, toasts) = (Text::here(), Toasts::here());
    let scene = match site.session.context.flavor {
        ApiFlavor::MiniProgram => ShareScene::MiniProgramShare,
        ApiFlavor::OfficialAccount | ApiFlavor::WeCom => ShareScene::AccountShare,
    };
    let link = site.navigation.address(&Route::Invitation(InvitationLink { id: shared.id.clone(), scene: Some(scene) }));
    let detail = shared.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let card = Card { title: text.card_title().to_owned(), detail, link: link.clone() };
    let code = QrCode::encode(&link).map_or_else(|_| nothing(), |code| qr_code(&code, text.invitation_code(), CODE.0, CODE.1));
    let menu = if wechat::put_into_menu(&card) { text.share_by_menu() } else { "" };
    let shown = link.clone();
    let copy = {
        let link = link.clone();
        move || {
            let words = if share::copy(&link) == Some(true) { text.link_copied() } else { text.link_by_hand() };
            toasts.iter().for_each(|toasts| toasts.show(words.to_owned()));
        }
    };
    let offer = if share::can_offer() {
        // Who thinks better of it has shared nothing, and that is no fault.
        quiet_button(text.more_ways_to_share(), move || _ = share::offer(&link))
    } else {
        nothing()
    };
    let send = if site.session.channel == Channel::WeCom && wechat::can_send() {
        quiet_button(text.send_in_wecom(), move || wechat::send(&card))
    } else {
        nothing()
    };
    // On a small screen the code needs the room that more buttons below would take.
    let content = block("div", "invitations__share")
        .child(code)
        .child(block("p", "invitations__hint").text(text.share_hint()).text(menu))
        .child(block("p", "invitations__link").text(&shown))
        .child(block("div", "invitations__ways-to-send").children([send, offer]));
    let title = if shared.name.is_empty() { text.share_link() } else { &shared.name };
    popup(title, content, all([main_button(text.copy_link(), copy), quiet_button(text.close(), close)]))
}
