//! The sheet that asks how to decide: into which areas, or why not.

use super::{Candidate, DecisionController, Kind};
use crate::api::error::ApiError;
use crate::api::host_visit;
use crate::domain::approval::reason::{Reason, Recent};
use crate::domain::approval::{Decidable, Decision, proposal};
use crate::domain::id::AreaId;
use crate::domain::venue::Area;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::{Entry, Question, check, field, input};
use crate::old_ui::popup::popup;
use crate::platform::storage::Storage;
use crate::platform::webview;
use crate::remote::{Remote, Resource, four_faces, load};
use crate::state::Derived;
use leptos::prelude::*;

/// Where the phone keeps recent reasons: their texts and nothing else.
const REASONS_KEY: &str = "reasons";
const REASON_ID: &str = "reason";

type Found = Resource<Vec<Decidable>>;

impl DecisionController {
    pub(super) fn sheet(&self) -> El {
        let deciding = self.clone();
        live(move || match deciding.asked.get() {
            None => nothing(),
            Some((kind, candidates)) => {
                let count = candidates.len();
                let found = deciding.find(candidates);
                match kind {
                    Kind::Approve => deciding.approval(found, count),
                    Kind::Return => deciding.return_of(found, count),
                }
            }
        })
    }

    /// Reads what their list did not tell; those that wait no longer are left out.
    fn find(&self, candidates: Vec<Candidate>) -> Found {
        let (client, context) = (self.client.clone(), self.session.context.clone());
        load(move || {
            let (client, context, candidates) = (client.clone(), context.clone(), candidates.clone());
            async move {
                let mut found = Vec::new();
                for candidate in candidates {
                    match candidate {
                        Candidate::Known(visit) => found.push(visit),
                        Candidate::Id(id) => {
                            let visit = client.send(host_visit::detail(&context, &id)).await?;
                            found.extend(visit.and_then(|visit| Decidable::detailed(&id, &visit)));
                        }
                    }
                }
                Ok(found)
            }
        })
    }

    fn approval(&self, found: Found, count: usize) -> El {
        let text = self.text;
        let chosen: RwSignal<Vec<AreaId>> = RwSignal::new(Vec::new());
        let areas = self.areas.0;
        let both = move || found.get().and(areas.get());
        let retry = move || {
            found.reload_if_failed();
            areas.reload_if_failed();
        };
        let ready = move |(visits, areas): (Vec<Decidable>, Result<Vec<Area>, ApiError>)| {
            let is_readable = areas.is_ok();
            let areas = areas.unwrap_or_default();
            let proposed = proposal(&visits, &areas);
            let note = match (is_readable, proposed.is_empty() && count > 1) {
                (false, _) => text.areas_unreadable(),
                (true, true) => text.areas_as_asked(),
                (true, false) => text.areas_to_enter(),
            };
            chosen.set(proposed);
            let ticks = areas.into_iter().map(|area| {
                let (id, for_toggle) = (area.id.clone(), area.id);
                let toggle = move || {
                    chosen.update(|chosen| match chosen.iter().position(|known| *known == for_toggle) {
                        Some(at) => drop(chosen.remove(at)),
                        None => chosen.push(for_toggle.clone()),
                    });
                };
                check(&area.name, &area.remark, move || chosen.with(|chosen| chosen.contains(&id)), toggle)
            });
            let names =
                block("p", "deciding__names").text(&text.first_names(visits.iter().map(|visit| visit.visitor_name.as_str()), count));
            all([names, block("p", "deciding__note").text(note), all(ticks)])
        };
        let deciding = self.clone();
        let confirm = main_button(text.approve(), move || deciding.confirm(found, Decision::Approve(chosen.get_untracked())))
            .live_flag("disabled", move || !matches!(both(), Remote::Ready(_)));
        popup(&text.approve_question(count), four_faces(both, retry, ready), all([confirm, self.cancel()]))
    }

    fn return_of(&self, found: Found, count: usize) -> El {
        let text = self.text;
        let (reason, is_missing) = (RwSignal::new(String::new()), RwSignal::new(false));
        let recent = Recent::read(&Storage::Local.read(REASONS_KEY).unwrap_or_default());
        let question = Question {
            id: REASON_ID.to_owned(),
            label: text.reason().to_owned(),
            tip: text.reason_tip().to_owned(),
            problem: Derived::new(move || if is_missing.get() { text.reason_missing().to_owned() } else { String::new() }),
            ..Question::default()
        };
        let say = move |words: String| {
            is_missing.set(false);
            reason.set(words);
        };
        let chips = recent.all().map(|words| {
            let for_tap = words.to_owned();
            block("button", "deciding__reason").attr("type", "button").text(words).on("click", move |_| say(for_tap.clone()))
        });
        let chips: Vec<El> = chips.collect();
        let heading = if chips.is_empty() { nothing() } else { block("p", "deciding__note").text(text.recent_reasons()) };
        let ready = move |visits: Vec<Decidable>| {
            block("p", "deciding__names").text(&text.first_names(visits.iter().map(|visit| visit.visitor_name.as_str()), count))
        };
        let names = four_faces(move || found.get(), move || found.reload(), ready);
        let line = field(&question, input(&question, Entry::Text, move || reason.get(), say));
        let content = all([names, line, heading, block("div", "deciding__reasons").children(chips)]);
        let deciding = self.clone();
        let confirm = main_button(text.send_back(), move || match Reason::parse(&reason.get_untracked()) {
            Some(reason) => {
                let mut recent = Recent::read(&Storage::Local.read(REASONS_KEY).unwrap_or_default());
                recent.add(&reason);
                Storage::Local.write(REASONS_KEY, &recent.written());
                deciding.confirm(found, Decision::Return(reason));
            }
            None => {
                is_missing.set(true);
                webview::focus(REASON_ID);
            }
        });
        let confirm = confirm.live_flag("disabled", move || !matches!(found.get(), Remote::Ready(_)));
        popup(&text.return_question(count), content, all([confirm, self.cancel()]))
    }

    /// Closes the sheet and takes the decision in. Where nothing waits any more, that is all there is to say.
    fn confirm(&self, found: Found, decision: Decision) {
        let Remote::Ready(visits) = found.get() else { return };
        self.asked.set(None);
        if visits.is_empty() {
            self.toasts.iter().for_each(|toasts| toasts.show(self.text.nothing_waits_here().to_owned()));
        }
        self.decide(decision, visits);
    }

    fn cancel(&self) -> El {
        let asked = self.asked;
        quiet_button(self.text.not_now(), move || asked.set(None))
    }
}
