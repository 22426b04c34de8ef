//! A site for one story: the stand-in backend with the built bundle, fault injection, and the recorded calls.

use crate::error::{Error, Result};
use crate::phone::{Handset, POLL_INTERVAL, Phone, TIMEOUT};
use crate::place;
use chrono::{DateTime, FixedOffset, TimeDelta, Timelike};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use standin::fault::FaultRule;
use standin::js_sdk::Check;
use standin::person::Caller;
use standin::seed::order_id;
use standin::share::Link;
use standin::status::{Status, Transition};
use standin::visit::Channel;
use standin::{Options, Running};

/// The calls that stories count or inject faults into, by the end of their path.
pub mod call {
    pub const SETTINGS: &str = "config.json";
    pub const SIGNATURE: &str = "gateway/signature";
    pub const AGENT_SIGNATURE: &str = "gateway/agent-signature";
    pub const JS_SDK: &str = "gateway/jweixin.js";
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
    pub const ACCESS_VISITORS: &str = "acs/v1/visitors";
    pub const ACCESS_USERS: &str = "acs/v1/users";
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
    pub const DELIVERY: &str = "clientService/authResult";
    pub const DELIVER_AGAIN: &str = "clientService/authResult/download";
    pub const CLOCK: &str = "clientService/getSysTime";
    pub const HISTORY_IN_MINI_PROGRAM: &str = "visitor/order/go/log/history";
}

/// A fault that a call meets instead of its response.
#[derive(Debug, Clone)]
pub enum Fault {
    /// The request is lost: the call is not carried out.
    RequestLost,
    /// The call is carried out, and its response is lost.
    ResponseLost,
    /// The call is carried out at once, and its response is lost only after a while.
    ResponseHeld {
        millis: u64,
    },
    /// The connection ends at once, and the call is carried out after a while.
    CarriedOutLate {
        millis: u64,
    },
    Delay {
        millis: u64,
    },
    /// An envelope that refuses the call, with this message.
    Refused(&'static str),
    /// An envelope that says, with status 200, that nobody is signed in.
    Refused401,
    Status(u16),
    /// A redirect with this status, to this address.
    Redirect(u16, String),
    /// A web page with status 200, as captive portals send it.
    HtmlPage,
    /// This web page.
    Page(&'static str),
    /// JSON that breaks off.
    TruncatedJson,
    /// An envelope around this data.
    Data(Value),
    /// A refusal by Feishu, with this code.
    FeishuError(u32),
    /// This body, without an envelope.
    Body(&'static str),
    /// The call is not carried out, and nobody answers for as long as the caller waits.
    Hang,
    /// Status 502 with a web page, as gateways send it.
    BadGateway,
    /// The call is carried out, and every value of its answer is of another type than documented.
    WrongTypes,
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
    pub async fn open() -> Result<Self> {
        Self::open_as(Options { sends_policy: true, ..Options::default() }).await
    }

    /// Opens a site whose employees manage access control.
    pub async fn open_with_access_control() -> Result<Self> {
        Self::open_as(Options { has_access_control: true, sends_policy: true, ..Options::default() }).await
    }

    /// Opens a site that signs for WeChat's JS-SDK, has its employees manage access control, and shows its form at once.
    pub async fn open_with_js_sdk() -> Result<Self> {
        Self::open_with_config(json!({ "doorAccess": true, "wechat": standin::js_sdk::settings() })).await
    }

    /// Opens a site that shows its form at once, with these settings in `config.json`.
    pub async fn open_with_config(config: Value) -> Result<Self> {
        let site = Self::open_as(Options { config, sends_policy: true, ..Options::default() }).await?;
        site.update_settings(|settings| {
            settings.promise = false;
            settings.note = false;
        });
        Ok(site)
    }

    /// What the JS-SDK was asked, the oldest first: the call and its options.
    pub fn js_sdk_calls(&self) -> Vec<(String, Value)> {
        self.running.site().with(|state| state.js_sdk.calls.clone())
    }

    /// The signatures that pages gave to the JS-SDK, the oldest first.
    pub fn js_sdk_checks(&self) -> Vec<Check> {
        self.running.site().with(|state| state.js_sdk.checks.clone())
    }

    /// Waits until the JS-SDK was asked for something; returns its last options.
    pub async fn wait_for_js_sdk_call(&self, name: &str) -> Result<Value> {
        let asked = async {
            loop {
                if let Some((_, options)) = self.js_sdk_calls().into_iter().rfind(|(asked, _)| asked == name) {
                    return options;
                }
                tokio::time::sleep(POLL_INTERVAL).await;
            }
        };
        let calls = || Error::Unready(format!("{name} was not asked for: {:?}", self.js_sdk_calls()));
        tokio::time::timeout(TIMEOUT, asked).await.map_err(|_| calls())
    }

    /// Opens a site that sends no content security policy, for stories that no policy is to help.
    pub async fn open_without_policy() -> Result<Self> {
        Self::open_as(Options::default()).await
    }

    async fn open_as(options: Options) -> Result<Self> {
        let options = Options { dist: Some(place::bundle()?), ..options };
        let running = standin::start(options).await.map_err(Error::NoSite)?;
        let seeded = running.site().bookings().len();
        Ok(Self { running, seeded })
    }

    /// Opens a site that shows its form at once.
    pub async fn open_without_promises() -> Result<Self> {
        let site = Self::open().await?;
        site.update_settings(|settings| {
            settings.promise = false;
            settings.note = false;
        });
        Ok(site)
    }

    /// Starts a phone on the site.
    pub async fn start_phone(&self, handset: Handset) -> Result<Phone> {
        Phone::start(self.origin(), handset).await
    }

    /// Starts two phones on the site, for stories of two people.
    pub async fn start_two_phones(&self, handsets: [Handset; 2]) -> Result<(Phone, Phone)> {
        Phone::start_two(self.origin(), handsets).await
    }

    /// Where the site is, such as `http://127.0.0.1:41234`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.running.address)
    }

    /// Changes the settings of the site.
    pub fn update_settings(&self, change: impl FnOnce(&mut standin::settings::Settings)) {
        self.running.site().with(|state| change(&mut state.settings));
    }

    /// Changes the people, places and areas of the site.
    pub fn update_directory(&self, change: impl FnOnce(&mut standin::person::Directory)) {
        self.running.site().with(|state| change(&mut state.directory));
    }

    /// Injects a fault into a call, that many times.
    pub fn inject_fault(&self, fault: Fault, call: &str, times: u32) {
        self.add_fault(fault, call, Some(times));
    }

    /// Injects a fault into a call until [`Self::clear_faults`].
    pub fn inject_lasting_fault(&self, fault: Fault, call: &str) {
        self.add_fault(fault, call, None);
    }

    /// The content of a visit's QR code now; empty where it has no pass.
    pub fn pass_code(&self, order: &str) -> String {
        self.running
            .site()
            .with(|state| state.visits.iter().find(|visit| visit.order_id == order).and_then(|visit| visit.pass()))
            .unwrap_or_default()
    }

    /// Changes a visit; the closure gets the site's time.
    pub fn update_visit(&self, order: &str, change: impl FnOnce(&mut standin::visit::Visit, DateTime<FixedOffset>)) {
        self.running.site().with(|state| {
            let now = state.now();
            if let Some(visit) = state.visits.iter_mut().find(|visit| visit.order_id == order) {
                change(visit, now);
            }
        });
    }

    /// The file of the bundle that holds what a first screen does not run, such as `visitor-1a2b.pass.rest.wasm`. Only release
    /// bundles have one.
    pub fn rest_of(&self, screen: &str) -> Result<String> {
        let ending = format!(".{screen}.rest.wasm");
        self.bundled_files()?.into_iter().find(|name| name.ends_with(&ending)).ok_or(Error::NotSplit(ending))
    }

    /// The file of the bundle that holds what a first screen runs, such as `visitor-1a2b.pass.wasm`.
    pub fn first_part_of(&self, screen: &str) -> Result<String> {
        Ok(self.rest_of(screen)?.replace(".rest.wasm", ".wasm"))
    }

    /// The page of the bundle, as the site sends it.
    pub fn page(&self) -> Result<String> {
        place::bundle().and_then(|folder| std::fs::read_to_string(folder.join("index.html")).map_err(Error::NoSite))
    }

    /// How many injected faults are still in force.
    pub fn faults_left(&self) -> usize {
        self.running.site().with(|state| state.faults.all().len())
    }

    fn bundled_files(&self) -> Result<Vec<String>> {
        let files = place::bundle().and_then(|folder| std::fs::read_dir(folder).map_err(Error::NoSite))?;
        Ok(files.flatten().filter_map(|file| file.file_name().into_string().ok()).collect())
    }

    /// Loses every request from now on: for the bundle, for `page` and for these calls.
    pub fn disconnect(&self, page: &str, calls: &[&str]) -> Result {
        for path in self.bundled_files()?.iter().map(String::as_str).chain([page]).chain(calls.iter().copied()) {
            self.inject_lasting_fault(Fault::RequestLost, path);
        }
        Ok(())
    }

    /// Forgets everything that happened, and begins again as seeded.
    pub fn reset(&self) {
        self.running.site().reset();
    }

    /// Forgets the calls that arrived so far.
    pub fn forget_calls(&self) {
        self.running.site().with(|state| state.calls.clear());
    }

    pub fn clear_faults(&self) {
        self.running.site().with(|state| state.faults.clear());
    }

    fn add_fault(&self, fault: Fault, call: &str, times: Option<u32>) {
        let rule = FaultRule { path: call.to_owned(), times, ..fault.rule() };
        // Every fault above is a valid rule; the stand-in tests which are not.
        let taken = self.running.site().with(|state| state.faults.add(rule));
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

    /// The bookings since the site was opened, as the backend has them.
    pub fn bookings(&self) -> Vec<Value> {
        self.running.site().bookings().split_off(self.seeded)
    }

    /// Waits until that many bookings have arrived.
    pub async fn wait_for_bookings(&self, bookings: usize) -> Result {
        let arrived = async {
            while self.bookings().len() < bookings {
                tokio::time::sleep(POLL_INTERVAL).await;
            }
        };
        tokio::time::timeout(TIMEOUT, arrived).await.map_err(|_| Error::Unready(format!("{bookings} bookings did not arrive")))
    }

    /// Approves a booking, as its host.
    pub fn approve(&self, order: &str) -> Result {
        self.apply_transition(order, Transition::Approve)
    }

    /// Applies a transition to a visit, without the front-end.
    pub fn apply_transition(&self, order: &str, wanted: Transition) -> Result {
        let moved = self.running.site().with(|state| state.decide(order, wanted, None));
        moved.map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// Accepts an invitation as the invited visitor, without the front-end.
    pub fn accept(&self, order: &str) -> Result {
        let visitor = Caller::Visitor { open_id: "oStoryVisitor".to_owned() };
        let accepted = self.running.site().with(|state| state.accept(order, visitor, Default::default()));
        accepted.map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// How many bookings wait for approval by the demo's host.
    pub fn pending_approvals(&self) -> usize {
        self.running.site().with(|state| {
            let Some(host) = state.visits.first().map(|visit| visit.plan.host.person_id.clone()) else { return 0 };
            let waits = |visit: &&standin::visit::Visit| visit.status == Status::WaitingApproval && visit.party.is_submitted();
            state.visits.iter().filter(waits).filter(|visit| visit.is_received_by(&host)).count()
        })
    }

    /// Adds visits of a status to a visitor, one a day from today on, or before today if they are over.
    pub fn add_visits(&self, visitor: &str, status: Status, count: usize) {
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

    /// Invites somebody by SMS, for the day after tomorrow from nine to twelve; returns the order id.
    pub fn invite(&self, name: &str, phone: &str) -> Result<String> {
        let (start, end) = (self.day(2, 9), self.day(2, 12));
        let invited = self.running.site().with(|state| {
            let mut plan = state.visit(&order_id(INVITED))?.plan.clone();
            (plan.start, plan.end) = (start, end);
            plan.answers.clear();
            let said = [("visitorName", name), ("visitorPhoneNum", phone), ("visitorPurpose", "参观交流"), ("visitorPersonNum", "1")];
            plan.answers.extend(said.map(|(key, answer)| (key.to_owned(), answer.to_owned())));
            state.invite(plan, None, Channel::OfficialAccount).map(|visit| visit.order_id)
        });
        invited.map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// Withdraws an invitation, as its host.
    pub fn withdraw(&self, order: &str) -> Result {
        self.running.site().with(|state| state.withdraw(order)).map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// Closes the link of an invitation, as its host.
    pub fn close_link(&self, order: &str) -> Result {
        let stopped = self.running.site().with(|state| state.share_mut(&format!("B{order}")).map(|share| share.link = Link::Closed));
        stopped.map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// Somebody accepts an invitation on another phone.
    pub fn accept_as_guest(&self, order: &str, name: &str) -> Result {
        let guest = Caller::Guest { phone: "13900000077".to_owned() };
        let answers = [("visitorName".to_owned(), name.to_owned())].into();
        self.running.site().with(|state| state.accept(order, guest, answers)).map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// The status of a visit.
    pub fn status(&self, order: &str) -> Option<Status> {
        self.running.site().with(|state| state.visit(order).ok().map(|visit| visit.status))
    }

    /// The links of the messages that went to a phone number, the oldest first.
    pub fn messages_to(&self, phone: &str) -> Vec<String> {
        let sent = self.running.site().with(|state| state.outbox.clone());
        sent.into_iter().filter(|message| message.to == phone).map(|message| message.link).collect()
    }

    /// Adds bookings that wait for approval by the demo's host.
    pub fn add_pending_approvals(&self, count: usize) {
        self.running.site().with(|state| state.queue(count));
    }

    /// Sets the status of a visit, legal transition or not.
    pub fn set_status(&self, order: &str, status: Status) {
        self.running
            .site()
            .with(|state| state.visits.iter_mut().filter(|visit| visit.order_id == order).for_each(|visit| visit.status = status));
    }

    /// Cancels a visit, as its visitor.
    pub fn cancel(&self, order: &str) -> Result {
        let cancelled = self.running.site().with(|state| state.apply_transition(order, Transition::CancelByVisitor));
        cancelled.map_err(|refusal| Error::Unready(refusal.msg()))
    }

    /// How often a call arrived.
    pub fn count(&self, call: &str) -> usize {
        self.requests(call).len()
    }

    /// The bodies with which a call arrived, the oldest first.
    pub fn requests(&self, call: &str) -> Vec<Value> {
        let calls = self.running.site().with(|state| state.calls.all());
        let wanted = calls.into_iter().filter(|seen| seen.path.ends_with(&format!("/{call}")));
        wanted.map(|seen| json!({ "query": seen.query, "body": seen.body, "token": seen.token, "referer": seen.referer })).collect()
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

impl Fault {
    fn rule(self) -> FaultRule {
        let answer = |body: Value| FaultRule { body: Some(body), ..FaultRule::default() };
        match self {
            Self::RequestLost => FaultRule { drop: true, ..FaultRule::default() },
            Self::ResponseLost => FaultRule { drop_after: true, ..FaultRule::default() },
            Self::ResponseHeld { millis } => FaultRule { drop_after: true, delay_ms: millis, ..FaultRule::default() },
            Self::CarriedOutLate { millis } => FaultRule { drop_before: true, delay_ms: millis, ..FaultRule::default() },
            Self::Delay { millis } => FaultRule { delay_ms: millis, ..FaultRule::default() },
            Self::Refused(words) => FaultRule { code: Some("0x01".into()), msg: Some(words.into()), ..FaultRule::default() },
            Self::Refused401 => FaultRule { code: Some("401".into()), msg: Some("请先登录".into()), ..FaultRule::default() },
            Self::Status(status) => FaultRule { status: Some(status), ..FaultRule::default() },
            Self::Redirect(status, location) => FaultRule { status: Some(status), location: Some(location), ..FaultRule::default() },
            Self::HtmlPage => Self::Page("<!doctype html><title>登录网络</title>").rule(),
            Self::Page(page) => FaultRule { content_type: Some("text/html".into()), ..answer(json!(page)) },
            Self::TruncatedJson => answer(json!("{\"code\":\"0\",\"da")),
            Self::FeishuError(code) => FaultRule { status: Some(400), ..answer(json!({ "code": code, "msg": "refused", "data": {} })) },
            Self::Body(text) => answer(json!(text)),
            Self::Data(data) => answer(json!({ "code": "0", "msg": "success", "data": data })),
            Self::Hang => FaultRule { hang: true, ..FaultRule::default() },
            Self::BadGateway => FaultRule { status: Some(502), ..Self::Page("<html><h1>502 Bad Gateway</h1></html>").rule() },
            Self::WrongTypes => FaultRule { wrong_types: true, ..FaultRule::default() },
        }
    }
}

/// A time as a `datetime-local` input takes it: `2026-11-21T10:00`.
pub fn input_value(time: DateTime<FixedOffset>) -> String {
    let text = time.to_rfc3339();
    text.get(..16).unwrap_or(&text).to_owned()
}
