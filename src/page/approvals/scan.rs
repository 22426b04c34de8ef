//! Opening the visit of a pass that is held under the camera.

use crate::api::error::ApiError;
use crate::api::host_visit;
use crate::api::reception::RecordKind;
use crate::api::transport::Client;
use crate::context::{use_client, use_navigation, use_session};
use crate::domain::host_visit::HostVisitSummary;
use crate::platform::wechat::use_js_sdk;
use crate::resource::Scope;
use crate::route::{HostRoute, Route};
use crate::session::Session;
use crate::text::use_text;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// A button that scans a pass by the app's own scanner, where it has one, and opens its visit. Elsewhere there is the search.
#[component]
pub fn ScanPass() -> impl IntoView {
    let (text, toasts, sdk) = (use_text(), use_toasts(), use_js_sdk());
    let (client, session, navigation) = (use_client(), use_session(), use_navigation());
    let scope = Scope::here();
    let is_busy = RwSignal::new(false);
    let scan = move || {
        let (client, session, navigation) = (client.clone(), session.clone(), navigation.clone());
        is_busy.set(true);
        scope.spawn(async move {
            // Where the scanner fails, the search is still there.
            if let Ok(Some(code)) = sdk.scan().await {
                match visit_of(&client, &session, &code).await {
                    Ok(Some(visit)) => return navigation.open(Route::Host(HostRoute::Visit(visit.id))),
                    Ok(None) => toasts.show(text.no_visit_of_pass().to_owned()),
                    Err(error) => toasts.show(text.failure(&error)),
                }
            }
            is_busy.set(false);
        });
    };
    let scan = StoredValue::new_local(scan);
    let button = move || {
        let on_click = move |_| scan.with_value(|scan| scan());
        sdk.can_scan().then(|| {
            view! {
                <button class="approvals__filter" type="button" disabled=move || is_busy.get() on:click=on_click>
                    {text.scan_pass()}
                </button>
            }
            .into_any()
        })
    };
    view! { {move || button()} }
}

/// The visit of a pass, among the approvals, else among the receptions.
async fn visit_of(client: &Client, session: &Session, code: &str) -> Result<Option<HostVisitSummary>, ApiError> {
    let find = |kind| client.send(host_visit::of_pass(&session.context, kind, code));
    match find(RecordKind::Approvals).await? {
        None => find(RecordKind::Receptions).await,
        found => Ok(found),
    }
}
