//! Invitations for those who are invited, in words.

use super::{Locale, Text, phrases};
use crate::domain::invitation::InvitationStatus;
use crate::domain::portrait::Quality;

phrases! {
    invitation: "来访邀约", "Invitation";
    invited: "受邀人", "Invited";
    contact: "联系电话", "Phone";
    answer_invitation: "回复邀约", "Answer the invitation";
    accept_invitation: "接受邀约", "Accept";
    decline_invitation: "谢绝邀约", "Decline";
    decline_question: "确定谢绝这次邀约吗？", "Decline this invitation?";
    confirm_decline: "确定谢绝", "Yes, decline";
    keep_invitation: "再想想", "Not yet";
    declining: "正在告诉接待人…", "Telling your host…";
    send_acceptance: "确认接受", "Confirm";
    back_to_invitation: "返回邀约", "Back to the invitation";
    checking_acceptance: "没有收到回应，正在确认是否已接受…", "No answer. Checking whether your reply arrived…";
    acceptance_in_doubt: "没有收到站点的回应。您填写的内容都在，网络恢复后请再确认一次。", "The site did not answer. Nothing you typed is lost. Check again once you are online.";
    acceptance_not_arrived_title: "接受没有送达", "Your reply did not arrive";
    acceptance_not_arrived: "已经确认邀约还在等您回复，您填写的内容都在，可以再次提交。", "We looked: the invitation is still open. Nothing you typed is lost, and you can send it again.";
    acceptance_refused_title: "没有接受成功", "Not accepted";
    changed_meanwhile: "在您填写的时候，邀约发生了变化。您填写的内容没有问题。", "The invitation changed while you were filling in the form. Nothing you typed was wrong.";
    see_pass: "查看通行证", "See your pass";
    book_yourself: "自己预约来访", "Book a visit yourself";
    portrait: "人脸照片", "Photo of your face";
    portrait_tip: "请正对镜头、光线充足，不戴口罩和墨镜。", "Face the camera in good light, without mask or sunglasses.";
    portrait_consent: "我同意上传人脸照片", "I agree to send a photo of my face";
    portrait_purpose: "仅用于本次来访的门禁识别，可随时撤回。不上传也能接受邀约，到访时由门卫核验身份。", "Only for the doors on this visit; you can take it back at any time. You can accept without it: the guard will check who you are.";
}

impl Text {
    pub fn invites_you(self, host: &str) -> String {
        let host = if host.trim().is_empty() { self.pick("接待人", "Your host") } else { host };
        host.to_owned() + self.pick("邀请您来访", " invites you")
    }

    /// Whom to tell that one cannot come.
    pub fn cannot_come(self, host: &str) -> String {
        self.with_host("如不能前来，请直接告诉", host, "。", "If you cannot come, please tell ", ".")
    }

    pub fn ask_who_invited(self, host: &str) -> String {
        self.with_host("如有疑问，请联系", host, "。", "Questions? Please ask ", ".")
    }

    pub fn call(self, host: &str) -> String {
        self.with_host("致电", host, "", "Call ", "")
    }

    pub fn follow_account(self, account: &str) -> String {
        match self.0 {
            Locale::Chinese => ["通知由微信公众号“", account, "”发送，关注后可随时查看进度。"].concat(),
            Locale::English => ["Follow “", account, "” in WeChat to hear of changes."].concat(),
        }
    }

    fn with_host(self, before: &str, host: &str, after: &str, before_english: &str, after_english: &str) -> String {
        let host = if host.trim().is_empty() { self.pick("邀请您的人", "the person who invited you") } else { host };
        match self.0 {
            Locale::Chinese => [before, host, after].concat(),
            Locale::English => [before_english, host, after_english].concat(),
        }
    }

    /// What the doors say of a portrait that they took.
    pub fn portrait_quality(self, quality: Option<Quality>) -> &'static str {
        match quality {
            Some(Quality::Good) => self.pick("照片质量：高。门禁可以识别。", "Quality: good. The doors will recognise you."),
            Some(Quality::Middling) => self.pick("照片质量：中。门禁一般可以识别。", "Quality: fair. The doors should recognise you."),
            Some(Quality::Poor) => {
                self.pick("照片质量：低。门禁可能认不出，建议重拍。", "Quality: poor. The doors may not recognise you; better retake it.")
            }
            Some(Quality::Unfit) => "",
            None => self.pick("照片已上传。", "Uploaded."),
        }
    }

    /// How an invitation stands: title, and what that means for whoever opened it.
    pub fn standing(self, standing: &InvitationStatus, is_mine: bool) -> (&'static str, String) {
        let (title, detail) = match (standing, is_mine) {
            (InvitationStatus::Open, _) => (self.pick("邀约等待您的回复", "Waiting for your reply"), ""),
            (InvitationStatus::Waiting, true) => (
                self.pick("已接受，等待审批", "Accepted, waiting for approval"),
                self.pick(
                    "接待人审批后，您会收到通知，届时可查看通行证。",
                    "You will hear from us once your host has approved; then you get your pass.",
                ),
            ),
            (InvitationStatus::Waiting, false) => (
                self.pick("邀约已被接受，等待审批", "Accepted, waiting for approval"),
                self.pick("如果不是您接受的，请联系接待人。", "If it was not you who accepted, please contact your host."),
            ),
            (InvitationStatus::Accepted, true) => (
                self.pick("您已接受邀约", "You have accepted"),
                self.pick("到访时在门口出示通行证。", "Show your pass at the gate when you come."),
            ),
            (InvitationStatus::Accepted, false) => (
                self.pick("邀约已被接受", "This invitation was accepted"),
                self.pick(
                    "如果是您在别的手机上接受的，可直接查看通行证；如果不是您，请联系接待人。",
                    "If you accepted on another phone, go on to your pass. If it was not you, please contact your host.",
                ),
            ),
            (InvitationStatus::Returned, _) => (
                self.pick("接待人退回了来访信息", "Your host wants something changed"),
                self.pick("请查看预约，按备注修改后再次提交。", "See the visit, change it as remarked and send it again."),
            ),
            (InvitationStatus::Here, _) => {
                (self.pick("已到访", "Arrived"), self.pick("邀约已经使用，欢迎到访。", "The invitation has been used. Welcome."))
            }
            (InvitationStatus::Over, _) => (
                self.pick("来访已结束", "The visit is over"),
                self.pick("邀约已经使用。感谢您的到访。", "The invitation has been used. Thank you for coming."),
            ),
            (InvitationStatus::Missed, _) => (
                self.pick("来访时间已过", "The time has passed"),
                self.pick(
                    "邀约已接受，但没有到访记录。如仍需来访，可以重新预约。",
                    "Nobody came at the time agreed. To come after all, book a visit.",
                ),
            ),
            (InvitationStatus::NotDecided, _) => (
                self.pick("没有及时审批", "Not approved in time"),
                self.pick(
                    "接待人没有在来访时间前审批。如仍需来访，可以重新预约。",
                    "Your host did not approve before the visit. To come after all, book a visit.",
                ),
            ),
            (InvitationStatus::Expired, _) => (
                self.pick("邀约已过期", "The invitation has expired"),
                self.pick(
                    "来访时间已过。如仍需来访，请接待人重新邀约。",
                    "Its time has passed. To come after all, ask your host for a new one.",
                ),
            ),
            (InvitationStatus::Withdrawn, _) => (
                self.pick("接待人已撤回邀约", "Your host withdrew the invitation"),
                self.pick("这次来访已不再安排。", "The visit will not take place."),
            ),
            (InvitationStatus::Declined, _) => (
                self.pick("已谢绝邀约", "Declined"),
                self.pick(
                    "接待人已经知道。如果改变主意，请接待人重新邀约。",
                    "Your host knows. If you change your mind, ask for a new invitation.",
                ),
            ),
            (InvitationStatus::CancelledByHost, _) => (
                self.pick("接待人取消了来访", "Your host cancelled the visit"),
                self.pick("这次来访已不再安排。", "The visit will not take place."),
            ),
            (InvitationStatus::CancelledByGuest, _) => (
                self.pick("来访已取消", "The visit was cancelled"),
                self.pick("如果改变主意，可以重新预约。", "If you change your mind, book a visit."),
            ),
            (InvitationStatus::Unclear(told), _) => {
                let title = self.pick("暂时不能回复这个邀约", "This invitation cannot be answered now");
                return (title, told.clone());
            }
            (InvitationStatus::Nowhere, _) => (
                self.pick("没有找到这个邀约", "We cannot find this invitation"),
                self.pick(
                    "链接可能不完整，请向邀请您的人再要一次。",
                    "The link may be incomplete. Please ask who sent it to send it again.",
                ),
            ),
            (InvitationStatus::Stopped, _) => (
                self.pick("邀约链接已停用", "This link was stopped"),
                self.pick(
                    "接待人停用了这个链接，不能再通过它接受邀约。",
                    "Your host stopped this link; nobody can accept through it any more.",
                ),
            ),
            (InvitationStatus::Closed(told), _) => {
                let title = self.pick("邀约已失效", "This invitation is closed");
                let detail = if told.trim().is_empty() {
                    self.pick("请接待人重新邀约。", "ApiCall your host for a new one.")
                } else {
                    told
                };
                return (title, detail.to_owned());
            }
        };
        (title, detail.to_owned())
    }
}
