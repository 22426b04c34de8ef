//! The pass: shown at the gate, right every time, also without a network.

mod access;
mod actions;
mod cache;
mod card;
mod code;
mod freshness;
mod party;
mod store;
mod validity;

use crate::context::{use_config, use_href, use_navigation, use_session};
use crate::domain::pass::{Pass, Validity};
use crate::domain::qr_code::{QrCode, Unfit};
use crate::domain::visit::VisitRef;
use crate::layout::VisitorScreen;
use crate::platform::interval::use_interval;
use crate::platform::storage::personal;
use crate::platform::visibility::{on_return, use_visibility};
use crate::platform::wake_lock::use_wake_lock;
use crate::platform::wechat::use_js_sdk;
use crate::reactive::{DynSignal, effect, memo};
use crate::resource::{AsyncView, OptionView, RemoteSignal};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::touch::{Leaf, Swipe};
use crate::visit::UnknownVisitor;
use access::AccessReadiness;
use actions::PassActions;
use card::PassCard;
use code::EnlargedCode;
use freshness::Staleness;
use leptos::prelude::*;
use party::{Neighbours, Party};
use store::PassStore;
use validity::{ValiditySeal, use_expiry, use_validity};

/// The pass of a visit. It is refetched while the page is visible, and the screen stays on.
#[component]
pub fn PassPage(visit: VisitRef) -> impl IntoView {
    let text = use_text();
    let is_known = use_session().is_known();
    let links = is_known.then(|| view! { <FrameLink label=text.visit() href=use_href(&Route::Visit(visit.clone()))/> }).into_any();
    let visits = use_href(&Route::Visits);
    let Some(store) = PassStore::new(visit) else {
        return view! { <UnknownVisitor title=text.pass()/> }.into_any();
    };
    refresh_regularly(store);
    use_wake_lock();
    use_js_sdk().prevent_sharing();
    let found = move |pass: DynSignal<Option<Pass>>| {
        let visits = visits.clone();
        let absent = move || {
            let next = Some((text.my_visits(), visits.clone()));
            view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next=next/> }
        };
        view! { <OptionView value=pass absent=absent children=move |pass| view! { <PassView store=store pass=pass/> }/> }
    };
    view! {
        <VisitorScreen title=text.pass() links=links>
            <AsyncView value=RemoteSignal::derive(move || store.pass.get()) on_retry=move |()| store.refresh() children=found/>
        </VisitorScreen>
    }
    .into_any()
}

/// Refreshes the pass at the interval that the site's settings give, and whenever the person returns to the page.
fn refresh_regularly(store: PassStore) {
    let is_visible = use_visibility().is_visible;
    use_interval(use_config().pass_refresh.saturating_mul(1_000), move || {
        if is_visible.get_untracked() {
            store.refresh();
        }
    });
    on_return(move || store.refresh());
}

/// A pass that is shown, for its parts.
#[derive(Debug, Clone, Copy)]
struct PassContext {
    store: PassStore,
    pass: DynSignal<Pass>,
    validity: DynSignal<Validity>,
    /// Whether there is a code that opens doors.
    shows_code: Memo<bool>,
    qr_code: DynSignal<Result<QrCode, Unfit>>,
    /// Whether the code is alone on the screen.
    is_enlarged: RwSignal<bool>,
}

/// The pass around the component.
fn use_pass() -> PassContext {
    expect_context()
}

/// A pass with everything around it. A renewed code changes the code's picture and nothing else.
#[component]
fn PassView(store: PassStore, pass: DynSignal<Pass>) -> impl IntoView {
    let validity = use_validity(pass);
    let shows_code = memo(move || validity.get().shows_code());
    provide_context(PassContext {
        store,
        pass,
        validity,
        shows_code,
        qr_code: DynSignal::memo(move || pass.with(|pass| QrCode::encode(&pass.code))),
        is_enlarged: RwSignal::new(false),
    });
    let has_expired = use_expiry(pass);
    effect(move || {
        if has_expired.get() {
            personal::remove_ended();
        }
    });
    let neighbours = RwSignal::new(Neighbours::default());
    let navigation = use_navigation();
    let swipe = move |leaf| {
        let Neighbours { previous, next } = neighbours.get_untracked();
        // In place of this pass: "back" leaves the passes.
        if let Some(route) = if leaf == Leaf::Back { previous } else { next } {
            navigation.replace(route);
        }
    };
    view! {
        <Swipe on_swipe=swipe>
            <ValiditySeal/>
            <Staleness/>
            <Party neighbours=neighbours/>
            <PassCard/>
            <AccessReadiness/>
            <PassActions/>
            <EnlargedCode/>
        </Swipe>
    }
}
