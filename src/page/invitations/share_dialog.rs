//! The ways to hand an invitation's link to its visitor.

use crate::api::channel::ApiFlavor;
use crate::context::{use_navigation, use_session, use_shared_link};
use crate::domain::id::InvitationId;
use crate::domain::invitation::{InvitationLink, ShareScene};
use crate::domain::qr_code::QrCode;
use crate::domain::visit::Stay;
use crate::platform::wechat::{Card, use_js_sdk};
use crate::platform::{clock, share};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::popup::Popup;
use crate::ui::qr_code::QrCodeImage;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// How large the code is at most, and how much of the screen's width is not its own, in CSS pixels.
const CODE_SIZE: f64 = 260.0;
const CODE_MARGIN: f64 = 80.0;

/// What is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    pub id: InvitationId,
    /// Who is invited; empty for a link for several.
    pub name: String,
    pub stay: Option<Stay>,
}

/// The link as a code and in letters, to be copied, sent or shared.
#[component]
pub fn ShareDialog(shared: Shared, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let (text, toasts, navigation, sdk) = (use_text(), use_toasts(), use_navigation(), use_js_sdk());
    let scene = match use_session().context.flavor {
        ApiFlavor::MiniProgram => ShareScene::MiniProgramShare,
        ApiFlavor::OfficialAccount | ApiFlavor::WeCom => ShareScene::AccountShare,
    };
    let link = use_shared_link(&Route::Invitation(InvitationLink { id: shared.id, scene: Some(scene) }), None);
    let detail = shared.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let card = Card { title: text.card_title().to_owned(), detail, link: link.clone(), picture: navigation.file_address("share.png") };
    let code = QrCode::encode(&link).ok();
    sdk.put_into_menu(card.clone());
    let menu_hint = move || if sdk.has_menu_card() { text.share_by_menu() } else { "" };
    let send = move || {
        let card = card.clone();
        sdk.can_send().then(|| view! { <Button label=text.send_in_wecom() on_click=move || sdk.send(&card)/> }.into_any())
    };
    let (copied, offered) = (link.clone(), link.clone());
    let copy = move || {
        let words = if share::copy(&copied) == Some(true) { text.link_copied() } else { text.link_by_hand() };
        toasts.show(words.to_owned());
    };
    // Who closes the phone's own sheet has shared nothing, which is no error.
    let offer = move || _ = share::offer(&offered);
    let actions = view! {
        <Button label=text.copy_link() weight=Weight::Main on_click=copy/>
        <Button label=text.close() on_click=on_close/>
    };
    let title = if shared.name.is_empty() { text.share_link().to_owned() } else { shared.name };
    view! {
        <Popup title=title actions=actions.into_any() on_close=on_close>
            // On a small screen the code needs the room that more buttons below would take.
            <div class="invitations__share">
                {code.map(|code| view! { <QrCodeImage code=code label=text.invitation_code() most=CODE_SIZE margin=CODE_MARGIN/> })}
                <p class="invitations__hint">{text.share_hint()}{move || menu_hint()}</p>
                <p class="invitations__link">{link}</p>
                <div class="invitations__more-ways">
                    {move || send()}
                    {share::can_offer().then(|| view! { <Button label=text.more_share_options() on_click=offer/> })}
                </div>
            </div>
        </Popup>
    }
}
