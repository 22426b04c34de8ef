//! The doors, in words.

use super::{Locale, Text, phrases};
use crate::domain::access::registration::{AccessTask, Half, Known, Registration, RegistrationState, Setback};
use crate::domain::visit::Tone;

phrases! {
    doors: "门禁", "AccessControl";
    door_access: "门禁管理", "Door access";
    door_visitors: "访客", "Visitors";
    door_members: "门禁人员", "Members";
    which_doors: "门禁名单", "Whom the doors know";
    register_at_doors: "登记到门禁", "Register at the doors";
    remove_from_doors: "从门禁移除", "Remove from the doors";
    correct_at_doors: "更正姓名或手机号", "Correct name or phone";
    do_correct: "移除并重新登记", "Remove and register again";
    leave_it: "保持现状", "Leave it at that";
    only_this_device: "登记编号只保存在这部设备上，在其他设备上看不到。", "The visitor id is kept on this device only; other devices cannot see it.";
    remove_after_visit: "来访已结束或取消，但门禁仍认识访客：请从门禁移除。", "The visit is over or cancelled, but the doors still know the visitor: please remove the entry.";
    correction_explained: "门禁不能直接修改：会先移除，再重新登记。", "The doors cannot change an entry: the visitor is removed, then registered again.";
    correction_of_nobody: "门禁里现在没有这位访客，将按更正后的信息登记。", "The doors do not know the visitor now; the corrected entry will be registered.";
    visitor_id: "访客编号", "Visitor id";
    no_door_visitors_title: "没有可登记的访客", "Nobody to register";
    no_door_visitors_detail: "已批准、还没来访的访客会显示在这里。", "Visitors who are approved and still to come are shown here.";
    door_resting: "门禁正忙，稍后自动继续…", "The doors are busy. This goes on by itself…";
    member_id: "人员 ID", "Person id";
    member_id_kind: "ID 类型", "Kind of id";
    find_member: "查询", "Look up";
    find_member_heading: "查询一个人", "Look somebody up";
    face: "人脸", "Face";
    doors_by_visit: "小程序里请在每条来访的详情中登记。", "In the mini-program, register visitors on the page of their visit.";
    card: "卡号", "Card";
    no_card: "无卡", "No card";
    face_uploaded: "已录入人脸", "Face uploaded";
    no_face: "未录入人脸", "No face";
    not_in_group: "此人不在门禁权限组里：请管理员在飞书智能门禁中将其加入权限组，然后再查。",
        "This person is in no permission group. ApiCall your administrator to add them to one in Feishu access control, then look again.";
    no_members_title: "门禁里还没有人员", "Nobody in access control";
    no_members_detail: "请管理员在飞书智能门禁中添加人员。", "ApiCall your administrator to add people in Feishu access control.";
    doors_off_title: "本站没有启用门禁管理", "Door access is not in use here";
    doors_off_detail: "请联系管理员。", "Please ask your administrator.";
}

impl Text {
    /// How somebody stands with the doors, in a word, and how that feels.
    pub fn door_state(self, registration: &Registration) -> (&'static str, Tone) {
        match (&registration.course, &registration.known) {
            (RegistrationState::Doing { is_change: true, .. }, _) => (self.pick("正在更正", "Correcting"), Tone::Waiting),
            (RegistrationState::Doing { half: Half::Register, .. }, _) => (self.pick("正在登记", "Registering"), Tone::Waiting),
            (RegistrationState::Doing { half: Half::Remove(_), .. }, _) => (self.pick("正在移除", "Removing"), Tone::Waiting),
            (RegistrationState::Stopped { .. }, _) => (self.pick("未完成", "Not finished"), Tone::Bad),
            (RegistrationState::Still, Known::Nothing) => (self.pick("未登记", "Not registered"), Tone::Over),
            (RegistrationState::Still, Known::Registered(_)) => (self.pick("已登记", "Registered"), Tone::Good),
            (RegistrationState::Still, Known::PhoneTaken) => (self.pick("已有登记", "Already registered"), Tone::Good),
            (RegistrationState::Still, Known::Removed) => (self.pick("已移除", "Removed"), Tone::Over),
        }
    }

    /// Exactly whom the doors know now, where that is not plain.
    pub fn door_detail(self, registration: &Registration) -> String {
        match (&registration.course, &registration.known) {
            (RegistrationState::Doing { half: Half::Remove(_), is_change: true }, _) => {
                self.pick("第一步：移除原来的登记。", "Step one: removing the old entry.").to_owned()
            }
            (RegistrationState::Doing { half: Half::Register, is_change: true }, _) => {
                self.pick("第二步：重新登记。", "Step two: registering again.").to_owned()
            }
            (RegistrationState::Doing { .. }, _) => String::new(),
            (RegistrationState::Stopped { half, is_change, setback }, _) => self.stopped(half, *is_change, setback),
            (RegistrationState::Still, Known::PhoneTaken) => self
                .pick(
                    "门禁里已有这个手机号的访客，不需要再登记。它不是从这部设备登记的，要移除请在飞书智能门禁中操作。",
                    "The doors already know this phone number; there is nothing to do. It was not registered from this device: to remove it, use Feishu access control.",
                )
                .to_owned(),
            (RegistrationState::Still, _) => String::new(),
        }
    }

    fn stopped(self, half: &Half, is_change: bool, setback: &Setback) -> String {
        let state = match (half, is_change, setback) {
            (Half::Remove(_), true, Setback::Refused(_)) => {
                self.pick("没有更正：门禁里还是原来的登记。", "Nothing was corrected: the doors still have the old entry.")
            }
            (Half::Remove(_), false, Setback::Refused(_)) => {
                self.pick("没有移除：访客仍可通行。", "Not removed: the visitor can still pass.")
            }
            (Half::Remove(_), _, Setback::InDoubt(_)) => self.pick(
                "不确定是否已移除：没有收到回应。再试一次不会有副作用。",
                "It is not certain that the entry was removed: no answer came. Trying again does no harm.",
            ),
            (Half::Register, true, Setback::Refused(_)) => self.pick(
                "原来的登记已移除，新的还没有登记：访客现在无法通行。",
                "The old entry is removed, the new one is not registered: the visitor cannot pass now.",
            ),
            (Half::Register, false, Setback::Refused(_)) => {
                self.pick("没有登记：门禁还不认识访客。", "Not registered: the doors do not know the visitor.")
            }
            (Half::Register, _, Setback::InDoubt(_)) => self.pick(
                "不确定是否已登记：没有收到回应。再试一次不会重复登记。",
                "It is not certain that the visitor is registered: no answer came. Trying again registers nobody twice.",
            ),
        };
        let (Setback::Refused(reason) | Setback::InDoubt(reason)) = setback;
        format!("{state}{}{reason}", if self.0 == Locale::English { " " } else { "" })
    }

    /// The button that does the missing half.
    pub fn missing_half(self, half: &Half) -> &'static str {
        match half {
            Half::Remove(_) => self.pick("再次移除", "Remove again"),
            Half::Register => self.pick("再次登记", "Register again"),
        }
    }

    pub fn door_errand(self, errand: AccessTask) -> &'static str {
        match errand {
            AccessTask::Register => self.register_at_doors(),
            AccessTask::Remove => self.remove_from_doors(),
            AccessTask::Change => self.correct_at_doors(),
        }
    }

    /// "Register all 10".
    pub fn register_all(self, visitors: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("登记全部 {visitors} 位"),
            Locale::English => format!("Register all {visitors}"),
        }
    }

    pub fn door_progress(self, settled: usize, all: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("已处理 {settled} / {all}"),
            Locale::English => format!("{settled} of {all} done"),
        }
    }

    pub fn card_number(self, card: &str) -> String {
        match self.0 {
            Locale::Chinese => format!("卡号 {card}"),
            Locale::English => format!("Card {card}"),
        }
    }

    pub fn member_count(self, members: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("已显示 {members} 人"),
            Locale::English => format!("{members} shown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::DoorVisitorId;

    #[test]
    fn a_change_that_stopped_says_exactly_whom_the_doors_know() {
        let id = || DoorVisitorId::parse("v1").unwrap();
        let stopped =
            |half, setback| Registration { known: Known::Removed, course: RegistrationState::Stopped { half, is_change: true, setback } };
        for locale in [Locale::Chinese, Locale::English] {
            let text = Text(locale);
            let [refused, doubt]: [fn(String) -> Setback; 2] = [Setback::Refused, Setback::InDoubt];
            let mut told = Vec::new();
            for setback in [refused, doubt] {
                for half in [Half::Remove(id()), Half::Register] {
                    let words = text.door_detail(&stopped(half, setback("why".into())));
                    assert!(words.ends_with("why") && !told.contains(&words), "{words}");
                    told.push(words);
                }
            }
        }
    }
}
