//! The members of access control: card and face.

mod lookup;
mod pages;

use crate::domain::access::Member;
use crate::resource::list::{List, ListResource, ListView, ListWords};
use crate::text::{Text, use_text};
use crate::ui::cell::Digest;
use crate::ui::empty::Empty;
use leptos::prelude::*;
use lookup::MemberLookup;
use pages::MemberPages;

/// The list of members, under the form that looks one up.
#[component]
pub fn Members() -> impl IntoView {
    let text = use_text();
    let pages = MemberPages::here();
    let members = ListResource::new(List::new(), move |wanted| pages.fetch(wanted.number));
    let empty = move || view! { <Empty title=text.no_members_title() detail=text.no_members_detail()/> }.into_any();
    let words = ListWords { count: Text::member_count, empty: Callback::new(move |()| empty()) };
    view! {
        <ListView list=members words=words row=|member| view! { <MemberRow member=member/> }.into_any()>
            <MemberLookup/>
        </ListView>
    }
}

#[component]
fn MemberRow(member: Member) -> impl IntoView {
    let text = use_text();
    let card = member.card.as_ref().map_or(text.no_card().to_owned(), |card| text.card_number(card));
    let line = text.purpose_line(&card, face(text, &member));
    view! { <div class="cell"><Digest title=member.id.as_str() lines=vec![line]/></div> }
}

fn face(text: Text, member: &Member) -> &'static str {
    if member.has_face { text.face_uploaded() } else { text.no_face() }
}
