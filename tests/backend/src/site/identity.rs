//! Who calls: by openId where a channel sends one, by token elsewhere.

use std::collections::BTreeMap;

use super::State;
use crate::{
    person::{Caller, Directory, Host},
    request::ApiRequest,
    response::Refusal,
    visit::Visit,
};

/// The sessions that exist from the start: `token-` and an openId, for everybody the directory knows.
pub fn seeded_sessions(directory: &Directory) -> BTreeMap<String, Caller> {
    let hosts = directory.hosts.iter().map(|host| (&host.open_id, Caller::Host { person_id: host.person_id.clone() }));
    let accounts = directory.accounts.iter().map(|account| (&account.open_id, Caller::Visitor { open_id: account.open_id.clone() }));
    hosts.chain(accounts).map(|(open_id, caller)| (format!("token-{open_id}"), caller)).collect()
}

impl State {
    /// Starts a session and gives its token.
    pub fn sign_in(&mut self, caller: Caller) -> String {
        let token = format!("{:032x}", 0x5e55_1000 + self.sessions.len());
        self.sessions.insert(token.clone(), caller);
        token
    }

    /// The visitor who calls: the openId in body or query, else whoever the token belongs to.
    pub fn caller(&self, request: &ApiRequest) -> Result<Caller, Refusal> {
        let named = request.find(&["visitorOpenId", "openId"]);
        named.map(|open_id| Caller::Visitor { open_id }).or_else(|| self.session(request)).ok_or(Refusal::NotSignedIn)
    }

    /// The employee who calls: by openId in body or query, else whoever the token belongs to.
    pub fn employee(&self, request: &ApiRequest) -> Result<Host, Refusal> {
        if let Some(open_id) = request.find(&["beVisitorOpenId", "openId"]) {
            return self.directory.host_by_open_id(&open_id).cloned();
        }
        match self.session(request).ok_or(Refusal::NotSignedIn)? {
            Caller::Host { person_id } => self.directory.host_by_id(&person_id).cloned(),
            Caller::Visitor { .. } | Caller::Guest { .. } => Err(Refusal::NotAnEmployee),
        }
    }

    /// Refuses every employee but the host of the visit.
    pub fn check_own(&self, request: &ApiRequest, order_id: &str) -> Result<(), Refusal> {
        let employee = self.employee(request)?;
        match self.visit(order_id)?.is_received_by(&employee.person_id) {
            true => Ok(()),
            false => Err(Refusal::NotYourApproval),
        }
    }

    /// The same for calls that are documented without any identity: they know the employee by the token alone. A lenient site lets
    /// those in who are not known.
    pub fn check_own_by_token(&self, request: &ApiRequest, order_id: &str) -> Result<(), Refusal> {
        match self.check_own(request, order_id) {
            Err(Refusal::NotSignedIn) if self.settings.lenient => Ok(()),
            checked => checked,
        }
    }

    /// Refuses everybody but those whose visit it is; a lenient site lets those in who are not known.
    pub fn check_visitor(&self, request: &ApiRequest, order_id: &str) -> Result<(), Refusal> {
        let caller = match self.caller(request) {
            Err(Refusal::NotSignedIn) if self.settings.lenient => return Ok(()),
            caller => caller?,
        };
        let visit = self.visit(order_id)?;
        (visit.belongs_to(&caller) || self.is_led_by(visit, &caller)).then_some(()).ok_or(Refusal::NotYourVisit)
    }

    /// Whether a visit is the caller's own, if only by the phone number that an invitation went to.
    pub fn is_led_by(&self, visit: &Visit, caller: &Caller) -> bool {
        let by_phone = self.directory.account(caller).map(|account| Caller::Guest { phone: account.phone.clone() });
        &visit.visitor == caller || Some(&visit.visitor) == by_phone.as_ref()
    }

    /// Refuses everybody but the visitor who leads the visit: only the mini-program's calls can know.
    pub fn check_led(&self, request: &ApiRequest, order_id: &str) -> Result<(), Refusal> {
        let caller = self.caller(request)?;
        self.is_led_by(self.visit(order_id)?, &caller).then_some(()).ok_or(Refusal::NotYourVisit)
    }

    /// Whoever the token belongs to; whoever follows the official account has one, too.
    fn session(&self, request: &ApiRequest) -> Option<Caller> {
        let token = request.token.as_ref()?;
        let follower = || token.strip_prefix("token-").filter(|open_id| open_id.starts_with('o'));
        let known = self.sessions.get(token).cloned();
        known.or_else(|| follower().map(|open_id| Caller::Visitor { open_id: open_id.to_owned() }))
    }
}
