//! The form that looks up one member.

use super::face;
use crate::api::access::member;
use crate::api::error::{AccessRefusal, ApiError};
use crate::context::use_client;
use crate::domain::access::{Member, UserIdType};
use crate::domain::id::AccessUserId;
use crate::platform::wechat::use_js_sdk;
use crate::resource::Scope;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::{Cells, Fact};
use crate::ui::field::{Field, SelectInput, SelectOption, TextInput};
use crate::ui::list_edge::ListEnd;
use leptos::prelude::*;

/// The state of a lookup.
#[derive(Debug, Clone)]
enum Lookup {
    Idle,
    Loading,
    Found(Member),
    NotInGroup,
    Failed(ApiError),
}

/// Asks for a member's id, and shows the member's card and face.
#[component]
pub fn MemberLookup() -> impl IntoView {
    let (text, client, sdk) = (use_text(), use_client(), use_js_sdk());
    let (scope, scanning) = (Scope::here(), Scope::here());
    let (id, id_type) = (RwSignal::new(String::new()), RwSignal::new(UserIdType::OpenId));
    let lookup = RwSignal::new(Lookup::Idle);
    let options = UserIdType::ALL.iter().map(|kind| SelectOption { value: kind.code().to_owned(), label: kind.code().to_owned() });
    let choose = move |code: String| {
        if let Some(chosen) = UserIdType::from_code(code.as_str()) {
            id_type.set(chosen);
        }
    };
    let find = move || {
        let Some(wanted) = AccessUserId::parse(&id.get_untracked()) else { return };
        lookup.set(Lookup::Loading);
        let answer = client.send(member(wanted, id_type.get_untracked()));
        scope.spawn(async move { lookup.set(Lookup::of(answer.await)) });
    };
    let find = Callback::new(move |()| find());
    let scan_id = Callback::new(move |()| {
        scanning.spawn(async move {
            // Where the scanner fails, the id can still be typed.
            if let Ok(Some(code)) = sdk.scan().await {
                id.set(code);
                find.run(());
            }
        });
    });
    let scan_button = move || sdk.can_scan().then(|| view! { <Button label=text.scan_id() on_click=scan_id/> }.into_any());
    let is_disabled = move || id.with(|id| id.trim().is_empty()) || lookup.with(|lookup| matches!(lookup, Lookup::Loading));
    view! {
        <Cells heading=text.find_member_heading()>
            <Field id="member-kind" label=text.member_id_kind()>
                <SelectInput prompt="" options=options.collect() value=move || id_type.get().code().to_owned() on_change=choose/>
            </Field>
            <Field id="member-id" label=text.member_id()>
                <TextInput value=id on_input=move |typed| id.set(typed)/>
            </Field>
        </Cells>
        <div class="access__line">
            <Button label=text.find_member() weight=Weight::Main on_click=find disabled=Signal::derive(is_disabled)/>
            {move || scan_button()}
        </div>
        <div class="access__found" role="status">{move || lookup.with(result)}</div>
    }
}

impl Lookup {
    fn of(answer: Result<Option<Member>, ApiError>) -> Self {
        match answer {
            Ok(Some(member)) => Self::Found(member),
            Ok(None) | Err(ApiError::Access(AccessRefusal::UnknownPerson)) => Self::NotInGroup,
            Err(error) => Self::Failed(error),
        }
    }
}

fn result(lookup: &Lookup) -> AnyView {
    let text = use_text();
    match lookup {
        Lookup::Idle => ().into_any(),
        Lookup::Loading => view! { <ListEnd words=text.loading()/> }.into_any(),
        Lookup::NotInGroup => view! { <p class="access__note">{text.not_in_group()}</p> }.into_any(),
        Lookup::Failed(error) => view! { <p class="access__note">{text.failure(error)}</p> }.into_any(),
        Lookup::Found(member) => {
            let id = member.id.as_str().to_owned();
            let card = member.card.clone().unwrap_or_else(|| text.no_card().to_owned());
            let face = face(text, member);
            view! {
                <Cells>
                    <Fact label=text.member_id() value=id/>
                    <Fact label=text.card() value=card/>
                    <Fact label=text.face() value=face/>
                </Cells>
            }
            .into_any()
        }
    }
}
