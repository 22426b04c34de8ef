//! What became of the invitations that were sent in one go.

use super::batch_task::{change, shared};
use super::invitation_form::InvitationForm;
use crate::context::use_href;
use crate::domain::delivery::SubmitState;
use crate::domain::invitation::batch::{Entry, EntryState, InvitationBatch};
use crate::domain::visit::Tone;
use crate::reactive::DynSignal;
use crate::route::{HostRoute, Route};
use crate::ui::badge::Badge;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::Digest;
use crate::ui::frame::FrameButton;
use crate::ui::outcome::Outcome;
use leptos::prelude::*;

/// How it went as a whole, and row by row. Rows keep their elements while others go out.
#[component]
pub fn BatchView(form: InvitationForm) -> impl IntoView {
    let text = form.text;
    let batch = move || form.batch.get();
    let summary = DynSignal::memo(move || batch().as_ref().map(Summary::of));
    let count = form.batch.with_untracked(|batch| batch.as_ref().map_or(0, |batch| batch.entries.len()));
    let rows: Vec<AnyView> = (0..count).map(|place| view! { <EntryRow form=form place=place/> }.into_any()).collect();
    view! {
        {move || summary.get().map(|summary| view! { <Head form=form summary=summary/> })}
        <section class="cells">
            <h2 class="cells__heading">{move || batch().map(|batch| text.sent_of(batch.count_sent(), batch.entries.len()))}</h2>
            <div class="cells__body">{rows}</div>
        </section>
    }
}

/// How the batch went as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Summary {
    UnderWay,
    AllSent,
    Failed { count: usize, is_change_safe: bool },
    NotFoundYet,
    InDoubt,
}

impl Summary {
    fn of(batch: &InvitationBatch) -> Self {
        if batch.is_under_way() {
            Self::UnderWay
        } else if batch.is_all_sent() {
            Self::AllSent
        } else {
            match (batch.count_failed(), batch.count_not_found_yet()) {
                (0, 0) => Self::InDoubt,
                (0, _) => Self::NotFoundYet,
                // Going back ends the looking for those that were not found.
                (count, unfound) => Self::Failed { count, is_change_safe: unfound == 0 },
            }
        }
    }
}

#[component]
fn Head(form: InvitationForm, summary: Summary) -> impl IntoView {
    let text = form.text;
    let href = use_href(&Route::Host(HostRoute::Invitations));
    let list = move |weight: Weight| view! { <ButtonLink label=text.see_invitations() weight=weight href=href.clone()/> };
    match summary {
        Summary::UnderWay => view! {
            <p class="invitations__sending" role="status">
                {text.sending_invitations()}
                <span class="invitations__stay">{text.leave_while_sending()}</span>
            </p>
        }
        .into_any(),
        // Another page takes the place of this one.
        Summary::AllSent => ().into_any(),
        Summary::InDoubt => view! {
            <Outcome tone=Tone::Bad title=text.doubtful_title() detail=text.doubtful_detail()>{list(Weight::Quiet)}</Outcome>
        }
        .into_any(),
        Summary::NotFoundYet => view! {
            <Outcome tone=Tone::Bad title=text.not_found_yet_in_list_title() detail=text.not_found_yet_in_list_detail()>
                <Button
                    label=text.check_again()
                    weight=Weight::Main
                    on_click=move || change(form, InvitationBatch::look_again_for_all)
                />
                <Button label=text.back_and_change() on_click=move || form.change_failed()/>
                {list(Weight::Quiet)}
            </Outcome>
        }
        .into_any(),
        Summary::Failed { count, is_change_safe } => view! {
            <Outcome tone=Tone::Bad title=text.not_all_invited_title() detail=text.not_all_invited_detail()>
                <Button label=text.retry_failed(count) weight=Weight::Main on_click=move || change(form, InvitationBatch::retry_all)/>
                {is_change_safe.then(|| view! { <Button label=text.back_and_change() on_click=move || form.change_failed()/> })}
                {list(Weight::Quiet)}
            </Outcome>
        }
        .into_any(),
    }
}

#[component]
fn EntryRow(form: InvitationForm, place: usize) -> impl IntoView {
    let entry = DynSignal::memo(move || form.batch.with(|batch| batch.as_ref()?.entries.get(place).cloned()));
    view! { {move || entry.get().map(|entry| view! { <EntryCell form=form place=place entry=entry/> })} }
}

#[component]
fn EntryCell(form: InvitationForm, place: usize, entry: Entry) -> impl IntoView {
    let text = form.text;
    let (word, tone) = match &entry.state {
        EntryState::Waiting => (text.entry_waiting(), Tone::Over),
        EntryState::Begun(SubmitState::Submitting) => (text.entry_sending(), Tone::Waiting),
        EntryState::Begun(SubmitState::LookingUp) => (text.entry_looking(), Tone::Waiting),
        state if state.sent().is_some() => (text.entry_sent(), Tone::Good),
        state if state.has_failed() => (text.entry_failed(), Tone::Bad),
        state if state.is_not_found_yet() => (text.entry_not_found_yet(), Tone::Bad),
        _ => (text.entry_doubtful(), Tone::Bad),
    };
    let why = match &entry.state {
        EntryState::NotBegun => text.entry_not_begun().to_owned(),
        EntryState::Begun(SubmitState::Refused(words)) => words.clone(),
        EntryState::Begun(SubmitState::NotFoundYet) => text.entry_may_still_come().to_owned(),
        EntryState::Begun(SubmitState::InDoubt) => text.entry_unknown().to_owned(),
        EntryState::Waiting | EntryState::Begun(_) => String::new(),
    };
    let action = match &entry.state {
        state if state.sent().is_some() => {
            let shared = shared(&entry);
            Some(view! { <FrameButton label=text.share_link() on_click=move || form.sharing.set(shared.clone())/> }.into_any())
        }
        state if state.has_failed() => {
            let retry = move || change(form, |batch| batch.retry(place));
            Some(view! { <FrameButton label=text.retry() on_click=retry/> }.into_any())
        }
        state if state.is_not_found_yet() => {
            let send_again = move || change(form, |batch| batch.retry(place));
            Some(view! { <FrameButton label=text.send_again() on_click=send_again/> }.into_any())
        }
        EntryState::Begun(SubmitState::InDoubt) => {
            let look = move || change(form, |batch| batch.look_again(place));
            Some(view! { <FrameButton label=text.check_again() on_click=look/> }.into_any())
        }
        _ => None,
    };
    view! {
        <div class="cell" role="listitem">
            <Digest title=entry.invitation.name lines=vec![entry.invitation.phone.as_str().to_owned(), why]/>
            <div class="invitations__entry">
                <Badge label=word tone=tone/>
                {action}
            </div>
        </div>
    }
}
