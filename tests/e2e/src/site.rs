//! A site of one's own: the stand-in with the built bundle, its bad luck, and what arrived there.

use crate::phone::{GLANCE, Handset, PATIENCE, Phone};
use crate::place;
use crate::trouble::{Outcome, Trouble};
use chrono::{DateTime, FixedOffset, TimeDelta, Timelike};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use standin::fault::Order;
use standin::person::Caller;
use standin::seed::order_id;
use standin::share::Link;
use standin::status::{Move, Status};
use standin::{Options, Running};

/// The calls that stories disturb or count, by the end of their path.
pub mod call {
    pub const SETTINGS: &str = "config.json";
    pub const PROMISES: &str = "visitor/promise/info";
    pub const NOTICE: &str = "clientService/getNoteAdmission";
    pub const OFFER: &str = "visitor/orderModel/config";
    pub const QUESTIONS: &str = "visitor/field/info";
    pub const AREAS: &str = "visitor/privilege/info";
    pub const HOST: &str = "visitor/check/beVisitor";
    pub const UPLOAD: &str = "visitor/image/upload";
    pub const BOOK: &str = "visitor/order";
    pub const LIST: &str = "visitor/order/page";
    pub const DETAIL: &str = "visitor/order/detail";
    pub const REGISTER_AT_DOORS: &str = "acs/v1/visitors";
    pub const DOOR_MEMBERS: &str = "acs/v1/users";
    pub const ACCEPT: &str = "invitation/accepting";
    pub const RECORDS: &str = "beVisitor/record/page";
    pub const DAYS: &str = "beVisitor/record/orderDay";
    pub const APPROVE: &str = "beVisitor/approval/order";
    pub const RETURN: &str = "beVisitor/reject/order";
    pub const DECIDE_BATCH: &str = "beVisitor/batch/approval/order";
    pub const RECORD: &str = "beVisitor/record/detail";
    pub const MESSAGE_IN_WECOM: &str = "wecom/visitor/visitor/msg/login";
    pub const QR_CODE: &str = "visitor/qrCode";
    pub const PASS_LAYOUT: &str = "visitor/phConfig/info";
    pub const DOORS: &str = "clientService/authResult";
    pub const DOORS_AGAIN: &str = "clientService/authResult/download";
    pub const CLOCK: &str = "clientService/getSysTime";
    pub const HISTORY_IN_MINI_PROGRAM: &str = "visitor/order/go/log/history";
}

/// Bad luck for one call; how often is for [`Site::suffers`] to say.
#[derive(Debug, Clone)]
pub enum BadLuck {
    /// The call is lost on the way there.
    Lost,
    /// The call is carried out, and its answer is lost.
    AnswerLost,
    Late {
        millis: u64,
    },
    /// The backend's own "no", in its words.
    Refused(&'static str),
    Status(u16),
    /// A web page with status 200, as captive portals send it.
    WebPage,
    /// JSON that breaks off.
    Broken,
    /// An envelope around this.
    Data(Value),
    /// Feishu's own "no".
    Doors(u32),
    /// This and nothing else.
    Text(&'static str),
}

/// A seeded invitation that nobody has answered.
pub const INVITED: usize = 400;

/// A running site.
#[derive(Debug)]
pub struct Site {
    running: Running,
    seeded: usize,
}

impl Site {
    /// Opens a site that asks for promises, as the seed has it.
    pub async fn open() -> Outcome<Self> {
        Self::open_as(Options::default()).await
    }

    /// Opens a site whose employees manage Feishu's doors.
    pub async fn open_with_doors() -> Outcome<Self> {
        Self::open_as(Options { manages_doors: true, ..Options::default() }).await
    }

    async fn open_as(options: Options) -> Outcome<Self> {
        let options = Options { dist: Some(place::bundle()?), ..options };
        let running = standin::start(options).await.map_err(Trouble::NoSite)?;
        let seeded = running.site().bookings().len();
        Ok(Self { running, seeded })
    }

    /// Opens a site that shows its form at once.
    pub async fn open_without_promises() -> Outcome<Self> {
        let site = Self::open().await?;
        site.changes(|settings| {
            settings.promise = false;
            settings.note = false;
        });
        Ok(site)
    }

    /// Takes a phone to the site.
    pub async fn visited_by(&self, handset: Handset) -> Outcome<Phone> {
        Phone::start(self.origin(), handset).await
    }

    /// Takes two phones to the site, for stories of two people.
    pub async fn visited_by_two(&self, handsets: [Handset; 2]) -> Outcome<(Phone, Phone)> {
        Phone::start_two(self.origin(), handsets).await
    }

    /// Where the site is, such as `http://127.0.0.1:41234`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.running.address)
    }

    /// Changes what an administrator can switch.
    pub fn changes(&self, change: impl FnOnce(&mut standin::settings::Settings)) {
        self.running.site().with(|state| change(&mut state.settings));
    }

    /// Changes the people, places and areas of the site.
    pub fn moves_house(&self, change: impl FnOnce(&mut standin::person::Directory)) {
        self.running.site().with(|state| change(&mut state.directory));
    }

    /// Brings bad luck to a call, that many times.
    pub fn suffers(&self, luck: BadLuck, call: &str, times: u32) {
        self.strike(luck, call, Some(times));
    }

    /// Brings bad luck to a call until [`Self::recovers`].
    pub fn keeps_suffering(&self, luck: BadLuck, call: &str) {
        self.strike(luck, call, None);
    }

    /// What a visit's code for the gate says now; empty where it has none.
    pub fn code(&self, order: &str) -> String {
        self.running
            .site()
            .with(|state| state.visits.iter().find(|visit| visit.order_id == order).and_then(|visit| visit.pass()))
            .unwrap_or_default()
    }

    /// Changes a visit, told what time it is.
    pub fn changes_visit(&self, order: &str, change: impl FnOnce(&mut standin::visit::Visit, DateTime<FixedOffset>)) {
        self.running.site().with(|state| {
            let now = state.now();
            if let Some(visit) = state.visits.iter_mut().find(|visit| visit.order_id == order) {
                change(visit, now);
            }
        });
    }

    /// The line goes dead: nothing of the site can be reached any more, neither the bundle nor `page` nor these calls.
    pub fn goes_dark(&self, page: &str, calls: &[&str]) -> Outcome {
        let files = place::bundle().and_then(|folder| std::fs::read_dir(folder).map_err(Trouble::NoSite))?;
        let names: Vec<String> = files.flatten().filter_map(|file| file.file_name().into_string().ok()).collect();
        for path in names.iter().map(String::as_str).chain([page]).chain(calls.iter().copied()) {
            self.keeps_suffering(BadLuck::Lost, path);
        }
        Ok(())
    }

    pub fn recovers(&self) {
        self.running.site().with(|state| state.faults.forget());
    }

    fn strike(&self, luck: BadLuck, call: &str, times: Option<u32>) {
        let order = Order { path: call.to_owned(), times, ..luck.order() };
        // Every kind of bad luck above is a sound order; the stand-in tests which are not.
        let taken = self.running.site().with(|state| state.faults.add(order));
        debug_assert_eq!(taken, Ok(()));
    }

    /// The clock at the site, to the minute: forms know no seconds.
    pub fn now(&self) -> DateTime<FixedOffset> {
        let now = self.running.site().with(|state| state.now());
        now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now)
    }

    /// An hour of a later day at the site.
    pub fn day(&self, days_from_now: i64, hour: u32) -> DateTime<FixedOffset> {
        let day = self.now() + TimeDelta::days(days_from_now);
        day.with_minute(0).and_then(|day| day.with_hour(hour)).unwrap_or(day)
    }

    /// What was booked since the site was opened, as the backend keeps it.
    pub fn bookings(&self) -> Vec<Value> {
        self.running.site().bookings().split_off(self.seeded)
    }

    /// Waits until that many bookings were made, for stories that look elsewhere meanwhile.
    pub async fn receives(&self, bookings: usize) -> Outcome {
        let arrived = async {
            while self.bookings().len() < bookings {
                tokio::time::sleep(GLANCE).await;
            }
        };
        tokio::time::timeout(PATIENCE, arrived).await.map_err(|_| Trouble::Unready(format!("{bookings} bookings did not arrive")))
    }

    /// The host decides a booking that waits for approval.
    pub fn approves(&self, order: &str) -> Outcome {
        self.moves(order, Move::Approve)
    }

    /// Something happens with a visit while nobody looks.
    pub fn moves(&self, order: &str, wanted: Move) -> Outcome {
        let moved = self.running.site().with(|state| state.decide(order, wanted, None));
        moved.map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// The invited visitor accepts while nobody looks.
    pub fn accepts(&self, order: &str) -> Outcome {
        let visitor = Caller::Visitor { open_id: "oStoryVisitor".to_owned() };
        let accepted = self.running.site().with(|state| state.accept(order, visitor, Default::default()));
        accepted.map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// How many bookings wait for the host whom most of the seed is about.
    pub fn waiting_for_the_host(&self) -> usize {
        self.running.site().with(|state| {
            let Some(host) = state.visits.first().map(|visit| visit.plan.host.person_id.clone()) else { return 0 };
            let waits = |visit: &&standin::visit::Visit| visit.status == Status::WaitingApproval && visit.party.is_submitted();
            state.visits.iter().filter(waits).filter(|visit| visit.is_received_by(&host)).count()
        })
    }

    /// Gives a visitor that many more visits of a status, a day apart from today: past ones if they are over.
    pub fn remembers(&self, visitor: &str, status: Status, count: usize) {
        self.running.site().with(|state| {
            let now = state.now();
            let Some(model) = state.visits.first().cloned() else { return };
            let serial = 10_000 + state.visits.len();
            let is_over = !matches!(status, Status::Normal | Status::WaitingApproval);
            let days = (1_i64..).map(|days| if is_over { -days } else { days });
            for (index, days) in days.take(count).enumerate() {
                let mut visit = model.clone();
                visit.order_id = order_id(serial + index);
                visit.visitor = Caller::Visitor { open_id: visitor.to_owned() };
                visit.status = status;
                visit.plan.start = now + TimeDelta::days(days);
                visit.plan.end = visit.plan.start + TimeDelta::hours(1);
                // Rows are not all of one height.
                let purpose = if index % 3 == 0 {
                    "与研发、采购、设备动力三个部门一起验收新到的产线设备并培训操作人员"
                } else {
                    "参观交流"
                };
                visit.plan.answers.insert("visitorPurpose".to_owned(), format!("第{}次：{purpose}", index + 1));
                state.visits.push(visit);
            }
        });
    }

    /// A host invites somebody by SMS, for a later day from nine to twelve; answers the invitation's order.
    pub fn invites(&self, name: &str, phone: &str) -> Outcome<String> {
        let (start, end) = (self.day(2, 9), self.day(2, 12));
        let invited = self.running.site().with(|state| {
            let mut plan = state.visit(&order_id(INVITED))?.plan.clone();
            (plan.start, plan.end) = (start, end);
            plan.answers.clear();
            let said = [("visitorName", name), ("visitorPhoneNum", phone), ("visitorPurpose", "参观交流"), ("visitorPersonNum", "1")];
            plan.answers.extend(said.map(|(key, answer)| (key.to_owned(), answer.to_owned())));
            state.invite(plan, None).map(|visit| visit.order_id)
        });
        invited.map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// The host takes an invitation back.
    pub fn withdraws(&self, order: &str) -> Outcome {
        self.running.site().with(|state| state.withdraw(order)).map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// The host stops the link of an invitation.
    pub fn stops_the_link(&self, order: &str) -> Outcome {
        let stopped = self.running.site().with(|state| state.share_mut(&format!("B{order}")).map(|share| share.link = Link::Closed));
        stopped.map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// Somebody accepts an invitation on another phone.
    pub fn is_accepted(&self, order: &str, name: &str) -> Outcome {
        let guest = Caller::Guest { phone: "13900000077".to_owned() };
        let answers = [("visitorName".to_owned(), name.to_owned())].into();
        self.running.site().with(|state| state.accept(order, guest, answers)).map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// How a visit stands.
    pub fn status(&self, order: &str) -> Option<Status> {
        self.running.site().with(|state| state.visit(order).ok().map(|visit| visit.status))
    }

    /// The links of the messages that went to a phone number, the oldest first.
    pub fn messages_to(&self, phone: &str) -> Vec<String> {
        let sent = self.running.site().with(|state| state.outbox.clone());
        sent.into_iter().filter(|message| message.to == phone).map(|message| message.link).collect()
    }

    /// That many more bookings wait for the demo's host.
    pub fn queues(&self, count: usize) {
        self.running.site().with(|state| state.queue(count));
    }

    /// A visit stands so from now on, whatever led to it.
    pub fn stands_at(&self, order: &str, status: Status) {
        self.running
            .site()
            .with(|state| state.visits.iter_mut().filter(|visit| visit.order_id == order).for_each(|visit| visit.status = status));
    }

    /// The visitor calls a visit off, elsewhere.
    pub fn cancels(&self, order: &str) -> Outcome {
        let cancelled = self.running.site().with(|state| state.make(order, Move::CancelByVisitor));
        cancelled.map_err(|refusal| Trouble::Unready(refusal.msg()))
    }

    /// How often a call arrived.
    pub fn count(&self, call: &str) -> usize {
        self.requests(call).len()
    }

    /// The bodies with which a call arrived, the oldest first.
    pub fn requests(&self, call: &str) -> Vec<Value> {
        let calls = self.running.site().with(|state| state.calls.all());
        let wanted = calls.into_iter().filter(|seen| seen.path.ends_with(&format!("/{call}")));
        wanted.map(|seen| json!({ "query": seen.query, "body": seen.body, "token": seen.token })).collect()
    }

    /// The method, path and body of all calls, the oldest first.
    pub fn calls(&self) -> Vec<(String, String, Value)> {
        let calls = self.running.site().with(|state| state.calls.all());
        calls.into_iter().map(|seen| (seen.method, seen.path, seen.body)).collect()
    }

    /// An uploaded picture, by the name under which it is served.
    pub async fn picture(&self, name: &str) -> Vec<u8> {
        let served = self.running.site().with(|state| state.pictures.serve(name));
        // A body that is in memory already cannot fail.
        served.into_body().collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default()
    }
}

impl BadLuck {
    fn order(self) -> Order {
        let answer = |body: Value| Order { body: Some(body), ..Order::default() };
        match self {
            Self::Lost => Order { drop: true, ..Order::default() },
            Self::AnswerLost => Order { drop_after: true, ..Order::default() },
            Self::Late { millis } => Order { delay_ms: millis, ..Order::default() },
            Self::Refused(words) => Order { code: Some("0x01".into()), msg: Some(words.into()), ..Order::default() },
            Self::Status(status) => Order { status: Some(status), ..Order::default() },
            Self::WebPage => {
                Order { content_type: Some("text/html".into()), ..answer(json!("<!doctype html><title>登录网络</title>")) }
            }
            Self::Broken => answer(json!("{\"code\":\"0\",\"da")),
            Self::Doors(code) => Order { status: Some(400), ..answer(json!({ "code": code, "msg": "refused", "data": {} })) },
            Self::Text(text) => answer(json!(text)),
            Self::Data(data) => answer(json!({ "code": "0", "msg": "success", "data": data })),
        }
    }
}

/// A time as a form's input takes it: `2026-11-21T10:00`.
pub fn typed(time: DateTime<FixedOffset>) -> String {
    let text = time.to_rfc3339();
    text.get(..16).unwrap_or(&text).to_owned()
}
