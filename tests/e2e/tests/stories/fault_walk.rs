//! Every screen, while each of its calls meets each fault: never blank, never endless, a sentence and a way on; and once the
//! fault is over, a retry shows what the screen shows without it.
//!
//! Nobody writes the cases down. The screens are the app's own [`Route`](visitor_front::route::Route)s, each in every channel;
//! a screen's calls are those that the stand-in records when it is opened without a fault, sign-in included, which is the one
//! call that writes by being opened. What is sent by filling in a form has stories of its own (`lost_answer`, `attempt`,
//! `approvals_trouble` and others). A call is a path: where a screen asks one path twice, both fail.
//!
//! The time-out of a call that hangs, and the pauses between tries, run several times faster than their time (`page.js`): this
//! proves that the app gives up, and what it shows then, but not that it does after 15 seconds;
//! `settings_that_do_not_come_are_not_waited_for_for_ever` (`opening`) waits in real time.
//!
//! A sample runs with all tests. The whole walk takes half an hour or more:
//! `cargo xtask test -p e2e --test stories fault_walk -- --ignored --nocapture`.

mod faults;
mod instead;
mod judge;
mod screens;
mod walker;

use e2e::error::Result;
use e2e::site::call;
use faults::Trouble;
use screens::Screen;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Mutex;
use std::time::Instant;
use visitor_front::api::channel::ApiFlavor;
use visitor_front::route::{HostRoute, Route};
use walker::{Seen, Walker};

/// Restricts the whole walk to the screens in whose channel and address all of these words are, as in `MiniProgram /host`.
const FILTER: &str = "FAULT_WALK";

/// One case a screen, with the next fault and the next of the screen's calls each time.
#[tokio::test]
async fn a_sample_of_screens_calls_and_faults() -> Result {
    let walker = Walker::start().await?;
    let mut walk = Walk::default();
    let channels = screens::by_channel();
    for index in 0..channels.iter().map(Vec::len).max().unwrap_or_default() {
        // The first channel, in turn, in which the screen asks for more than the time.
        for turn in 0..channels.len() {
            let screen = &channels[(index + turn) % channels.len()][index];
            let (whole, calls) = walk.open(&walker, screen).await?;
            let calls: Vec<&String> = calls.iter().filter(|path| !path.ends_with(call::CLOCK)).collect();
            if let Some(failing) = calls.get(walk.cases % calls.len().max(1)) {
                let trouble = Trouble::ALL[walk.cases % Trouble::ALL.len()];
                walk.meet(&walker, screen, failing, trouble, &whole).await?;
                break;
            }
        }
    }
    assert!(walk.troubles.len() == Trouble::ALL.len() && walk.cases > 25, "{walk:?}");
    walk.report();
    walker.close().await
}

#[tokio::test]
#[ignore = "takes half an hour or more"]
async fn every_screen_call_and_fault() -> Result {
    let words = std::env::var(FILTER).unwrap_or_default();
    let is_wanted = |screen: &Screen| words.split_whitespace().all(|word| screen.to_string().contains(word));
    let mut screens: Vec<Screen> = screens::by_channel().into_iter().flatten().filter(is_wanted).collect();
    // On a phone these are a visit's screen once more.
    screens.sort_by_key(|screen| matches!(screen.route, Route::Host(HostRoute::Beside(..))));
    let queue = Mutex::new(VecDeque::from(screens));
    let (first, second) = tokio::join!(walk_all(&queue), walk_all(&queue));
    let mut walk = first?;
    walk.add(second?);
    walk.report();
    Ok(())
}

/// Walks the screens of a queue until it is empty.
async fn walk_all(queue: &Mutex<VecDeque<Screen>>) -> Result<Walk> {
    let walker = Walker::start().await?;
    let mut walk = Walk::default();
    let next = || queue.lock().expect("nobody panics with it").pop_front();
    while let Some(screen) = next() {
        let (whole, mut calls) = walk.open(&walker, &screen).await?;
        // The settings are asked for before the program knows which screen it is to show.
        if matches!(screen.route, Route::Book | Route::Host(HostRoute::Today)) {
            calls.push(format!("/{}", call::SETTINGS));
        }
        let start = (Instant::now(), walk.cases);
        for (failing, trouble) in calls.iter().flat_map(|path| Trouble::ALL.map(|trouble| (path, trouble))) {
            walk.meet(&walker, &screen, failing, trouble, &whole).await?;
        }
        println!("{:4} cases, {:3} s: {screen}", walk.cases - start.1, start.0.elapsed().as_secs());
    }
    walker.close().await?;
    Ok(walk)
}

/// What was walked so far, and what was found.
#[derive(Debug)]
struct Walk {
    start: Instant,
    cases: usize,
    troubles: BTreeSet<String>,
    complaints: Vec<String>,
}

impl Default for Walk {
    fn default() -> Self {
        Self { start: Instant::now(), cases: 0, troubles: BTreeSet::new(), complaints: Vec::new() }
    }
}

impl Walk {
    /// Opens a screen of a fresh site without a fault, which is to come to rest with something on it.
    async fn open(&mut self, walker: &Walker, screen: &Screen) -> Result<(Seen, Vec<String>)> {
        walker.reset();
        let (whole, calls) = walker.open_whole(screen).await?;
        self.complain(screen, "no fault", judge::complaints_about(&whole));
        Ok((whole, calls))
    }

    async fn meet(&mut self, walker: &Walker, screen: &Screen, failing: &str, trouble: Trouble, whole: &Seen) -> Result {
        let encounter = walker.meet(screen, failing, trouble, whole).await?;
        self.cases += 1;
        self.troubles.insert(format!("{trouble:?}"));
        self.complain(screen, &format!("{failing} meets {trouble:?}"), judge::complaints(failing, trouble, whole, &encounter));
        Ok(())
    }

    fn complain(&mut self, screen: &Screen, case: &str, complaints: Vec<String>) {
        for complaint in complaints {
            println!("{screen}: {case}: {complaint}");
            self.complaints.push(format!("{screen}: {case}: {complaint}"));
        }
    }

    fn add(&mut self, other: Self) {
        self.cases += other.cases;
        self.complaints.extend(other.complaints);
    }

    fn report(&self) {
        println!("{} cases in {} s, {} complaints", self.cases, self.start.elapsed().as_secs(), self.complaints.len());
        assert!(self.complaints.is_empty(), "{} complaints:\n{}", self.complaints.len(), self.complaints.join("\n"));
    }
}

#[test]
fn every_route_is_walked_in_every_channel() {
    for (screens, flavor) in screens::by_channel().into_iter().zip(ApiFlavor::ALL) {
        let routes: String = screens.iter().map(|screen| format!("{:?} ", screen.route)).collect();
        for variant in screens::variants() {
            let is_named = routes.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == variant);
            assert!(is_named, "{variant} is not walked in {flavor:?}");
        }
    }
}
