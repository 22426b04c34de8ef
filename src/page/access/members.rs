//! The members of access control: card and face, and looking one up.

use crate::api::access::{ListDoorUsers, member, members as page_of};
use crate::api::error::{ApiError, DoorRefusal};
use crate::domain::access::roster::Roster;
use crate::domain::access::{Member, UserIdType};
use crate::domain::id::DoorUserId;
use crate::domain::paging::window::Heights;
use crate::old_ui::button::main_button;
use crate::old_ui::cell::{cells, digest, fact};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::failed::failed;
use crate::old_ui::field::{Entry, Question, field, input, select};
use crate::old_ui::list_edge::{list_end, list_head};
use crate::old_ui::paged_list::{Extent, paged_list};
use crate::old_ui::skeleton::skeleton;
use crate::page::Site;
use crate::remote::Scope;
use crate::text::Text;
use leptos::prelude::*;

/// How the reading of the list goes.
#[derive(Debug, Clone)]
enum FetchState {
    Waiting,
    /// More can be asked for.
    Open(ListDoorUsers),
    Failed(ListDoorUsers, ApiError),
    End,
}

#[derive(Clone, Copy)]
struct Members {
    site: RwSignal<Site>,
    roster: RwSignal<Roster>,
    course: RwSignal<FetchState>,
    life: RwSignal<Scope>,
    text: Text,
}

pub fn members(site: &Site) -> El {
    let course = RwSignal::new(FetchState::Open(first()));
    let (site, life) = (RwSignal::new(site.clone()), RwSignal::new(Scope::here()));
    let members = Members { site, roster: RwSignal::new(Roster::default()), course, life, text: Text::here() };
    members.read_on();
    all([look_up(members), members.list()])
}

fn first() -> ListDoorUsers {
    ListDoorUsers::first(UserIdType::OpenId)
}

impl Members {
    /// Asks for the next page, unless one is on its way or failed.
    fn read_on(self) {
        if let Some(FetchState::Open(call)) = self.course.try_get_untracked() {
            self.read(call);
        }
    }

    fn read(self, call: ListDoorUsers) {
        self.course.set(FetchState::Waiting);
        let client = self.site.with_untracked(|site| site.client.clone());
        self.life.get_untracked().spawn(async move {
            let answer = client.send(page_of(call.clone())).await;
            match answer {
                Ok((page, next)) => {
                    self.roster.update(|roster| roster.take(page, next.is_none()));
                    self.course.set(next.map_or(FetchState::End, FetchState::Open));
                }
                // What is shown stays, while the list is read from its top.
                Err(ApiError::Doors(DoorRefusal::PageTokenInvalid)) if call.page_token.is_some() => {
                    self.roster.update(Roster::restart);
                    self.course.set(FetchState::Open(first()));
                    self.read_on();
                }
                Err(error) => self.course.set(FetchState::Failed(call, error)),
            }
        });
    }

    fn refresh(self) {
        if !matches!(self.course.get_untracked(), FetchState::Waiting) {
            self.roster.update(Roster::restart);
            self.read(first());
        }
    }

    fn list(self) -> El {
        let text = self.text;
        let count = move || text.member_count(self.roster.with(|roster| roster.members().len()));
        let extent = move || {
            self.roster.with(|roster| Extent { rows: roster.members().len(), total: roster.members().len(), edition: roster.edition })
        };
        let row = move |place: usize| {
            self.roster.with_untracked(|roster| roster.members().get(place).map(|member| row(text, member))).unwrap_or_else(nothing)
        };
        let rows = paged_list(RwSignal::new(Heights::default()), extent, row, move || self.read_on());
        all([list_head(count, move || text.refresh().to_owned(), move || self.refresh()), rows, live(move || self.end())])
    }

    /// What stands under the rows.
    fn end(self) -> El {
        let text = self.text;
        let is_empty = self.roster.with(|roster| roster.members().is_empty());
        match self.course.get() {
            FetchState::Failed(call, error) => failed(&text.failure(&error), text.retry(), move || self.read(call.clone())),
            FetchState::End if is_empty => empty(text.no_members_title(), text.no_members_detail(), None),
            FetchState::End => list_end(text.all_visits_shown()),
            _ if is_empty => skeleton(text.loading()),
            _ => list_end(text.loading()).attr("role", "status"),
        }
    }
}

fn row(text: Text, member: &Member) -> El {
    let card = member.card.as_ref().map_or(text.no_card().to_owned(), |card| text.card_number(card));
    let face = if member.has_face { text.face_uploaded() } else { text.no_face() };
    block("div", "cell").child(digest(member.id.as_str(), [&*text.errand(&card, face)]))
}

/// What became of looking somebody up.
#[derive(Debug, Clone)]
enum Found {
    Nothing,
    Waiting,
    Member(Member),
    NotInGroup,
    Failed(ApiError),
}

fn look_up(members: Members) -> El {
    let text = members.text;
    let (id, kind, found) = (RwSignal::new(String::new()), RwSignal::new(UserIdType::OpenId), RwSignal::new(Found::Nothing));
    let question = |id: &str, label: &str| Question { id: id.to_owned(), label: label.to_owned(), ..Question::default() };
    let kinds = UserIdType::ALL.iter().map(|kind| (kind.code().to_owned(), kind.code().to_owned()));
    let choose = move |code: String| UserIdType::from_code(code.as_str()).into_iter().for_each(|chosen| kind.set(chosen));
    let kind_question = question("member-kind", text.member_id_kind());
    let id_question = question("member-id", text.member_id());
    let rows = [
        field(&kind_question, select(&kind_question, "", kinds, move || kind.get().code().to_owned(), choose)),
        field(&id_question, input(&id_question, Entry::Text, move || id.get(), move |typed| id.set(typed))),
    ];
    let find = move || {
        let Some(wanted) = DoorUserId::parse(&id.get_untracked()) else { return };
        found.set(Found::Waiting);
        let client = members.site.with_untracked(|site| site.client.clone());
        members.life.get_untracked().spawn(async move {
            let answer = client.send(member(wanted, kind.get_untracked())).await;
            found.set(match answer {
                Ok(Some(member)) => Found::Member(member),
                Ok(None) | Err(ApiError::Doors(DoorRefusal::UnknownPerson)) => Found::NotInGroup,
                Err(error) => Found::Failed(error),
            });
        });
    };
    let is_impossible = move || id.with(|id| id.trim().is_empty()) || found.with(|found| matches!(found, Found::Waiting));
    let button = block("div", "doors__line").child(main_button(text.find_member(), find).live_flag("disabled", is_impossible));
    let told = live(move || match found.get() {
        Found::Nothing => nothing(),
        Found::Waiting => list_end(text.loading()),
        Found::NotInGroup => block("p", "doors__note").text(text.not_in_group()),
        Found::Failed(error) => block("p", "doors__note").text(&text.failure(&error)),
        Found::Member(member) => {
            let card = member.card.unwrap_or_else(|| text.no_card().to_owned());
            let face = if member.has_face { text.face_uploaded() } else { text.no_face() };
            cells("", [fact(text.member_id(), member.id.as_str()), fact(text.card(), &card), fact(text.face(), face)])
        }
    });
    all([cells(text.find_member_heading(), rows), button, block("div", "doors__found").attr("role", "status").child(told)])
}
