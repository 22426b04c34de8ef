//! The pass, in words.

use super::{Locale, Text, phrases};
use crate::api::error::ApiError;
use crate::domain::pass::Validity;
use crate::domain::pass::readiness::{Means, Readiness};
use crate::domain::qr_code::Unfit;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;

phrases! {
    pass: "访客通行证", "Visitor pass";
    show_pass: "出示通行证", "Show your pass";
    pass_code: "通行二维码", "Pass code";
    enlarge_code: "全屏显示二维码", "Show the code full screen";
    shrink_code: "退出全屏", "Leave full screen";
    tap_to_enlarge: "轻点二维码可全屏显示", "Tap the code for full screen";
    spoken_code: "无法扫码时，请告知门卫访客验证码", "Cannot scan? Tell the guard this visitor code";
    code_as_text: "二维码内容", "Content of the code";
    photo_of_visitor: "访客照片", "Photo of the visitor";
    valid_time: "有效期", "Valid";
    refresh_code: "立即刷新", "Refresh now";
    refreshing_code: "正在刷新", "Refreshing";
    forget_pass: "从本机删除通行证", "Forget the pass on this device";
    forget_pass_question: "从本机删除通行证吗？", "Forget the pass on this device?";
    forget_pass_detail: "删除后，没有网络时将无法打开通行证。有网络时可随时再次打开。", "Without a network you cannot open it then. With one you can open it again at any time.";
    pass_forgotten: "已从本机删除", "Forgotten on this device";
    confirm_forget: "删除", "Forget it";
    keep_pass: "保留", "Keep it";
    save_pass: "保存为图片", "Save as a picture";
    saved_pass: "长按图片，选择“保存图片”", "Press and hold the picture to save it";
    download_pass: "下载图片", "Download the picture";
    cannot_draw_pass: "此浏览器不能生成图片，请截屏保存。", "This browser cannot draw it. Please take a screenshot.";
    door_permissions: "门禁权限", "AccessControl";
    send_to_doors: "重新下发权限", "Send to the doors again";
    sending_to_doors: "正在下发…", "Sending…";
    sent_to_doors: "已重新下发，请稍候", "Sent again, please wait a moment";
    doors_unknown: "暂时查不到门禁权限，以门口为准。", "We cannot tell about the doors right now. ApiCall at the gate.";
    unnamed_door: "门禁设备", "Door";
    no_code_yet: "站点没有给出二维码，请联系接待人或门卫。", "The site gave no code. Please contact your host or the guard.";
    passes: "同行人的通行证", "Passes of your party";
    previous_pass: "上一张", "Previous";
    next_pass: "下一张", "Next";
}

impl Text {
    /// What a pass is worth, in a word for whoever looks from afar.
    pub fn pass_standing(self, standing: Validity) -> &'static str {
        match standing {
            Validity::Early(_) => self.pick("未到时间", "Not yet"),
            Validity::Valid => self.pick("有效", "Valid"),
            Validity::Late => self.pick("已迟到", "Late"),
            Validity::Used => self.pick("已入园", "Arrived"),
            Validity::Over => self.pick("已失效", "Over"),
            Validity::Cancelled => self.pick("已取消", "Cancelled"),
            Validity::Waiting => self.pick("待确认", "Waiting"),
            Validity::Returned => self.pick("已退回", "Returned"),
            Validity::Unknown => self.pick("状态未知", "Unknown"),
        }
    }

    /// What that means for the visitor. `status` is the status in words.
    pub fn pass_standing_detail(self, standing: Validity, stay: Option<&Stay>, status: &str, now: SiteTime) -> String {
        let moment = |pick: fn(&Stay) -> SiteTime| stay.map(|stay| self.moment(pick(stay), now)).unwrap_or_default();
        let until = || moment(|stay| stay.end);
        match (standing, self.0) {
            (Validity::Early(minutes), Locale::Chinese) => format!("{} 起有效，还有 {}", moment(|stay| stay.start), self.duration(minutes)),
            (Validity::Early(minutes), Locale::English) => {
                format!("Valid from {}, {} to go", moment(|stay| stay.start), self.duration(minutes))
            }
            (Validity::Valid | Validity::Late, _) if stay.is_none() => String::new(),
            (Validity::Valid, Locale::Chinese) => format!("有效至 {}", until()),
            (Validity::Valid, Locale::English) => format!("Valid until {}", until()),
            (Validity::Late, Locale::Chinese) => format!("已过预约时间，仍可入园，有效至 {}", until()),
            (Validity::Late, Locale::English) => format!("After the agreed time, still good until {}", until()),
            (Validity::Used, _) => self.pick("通行证已使用，不再开门。", "This pass has been used and opens no door.").to_owned(),
            (Validity::Waiting, _) => {
                self.pick("确认之后，这里会显示二维码。", "Once this is confirmed, the code is shown here.").to_owned()
            }
            (Validity::Returned, _) => self.pick("请先修改预约并再次提交。", "Please change the booking and send it again.").to_owned(),
            (Validity::Over | Validity::Cancelled | Validity::Unknown, Locale::Chinese) => format!("{status}，不能用于通行。"),
            (Validity::Over | Validity::Cancelled | Validity::Unknown, Locale::English) => format!("{status}. It opens no door."),
        }
    }

    /// `2 小时 10 分钟`, `2 h 10 min`; from a day on in days and hours, from two days on in days.
    pub fn duration(self, minutes: i64) -> String {
        let (days, hours, rest) = (minutes / 1440, minutes / 60, minutes % 60);
        match self.0 {
            Locale::Chinese if days >= 2 => format!("{days} 天"),
            Locale::English if days >= 2 => format!("{days} days"),
            Locale::Chinese if days == 1 => format!("1 天 {} 小时", hours - 24),
            Locale::English if days == 1 => format!("1 day {} h", hours - 24),
            Locale::Chinese if hours == 0 => format!("{rest} 分钟"),
            Locale::English if hours == 0 => format!("{rest} min"),
            Locale::Chinese if rest == 0 => format!("{hours} 小时"),
            Locale::English if rest == 0 => format!("{hours} h"),
            Locale::Chinese => format!("{hours} 小时 {rest} 分钟"),
            Locale::English => format!("{hours} h {rest} min"),
        }
    }

    /// When the code was fetched.
    pub fn refreshed_at(self, time: SiteTime) -> String {
        let clock = clock_with_seconds(time);
        match self.0 {
            Locale::Chinese => format!("刷新于 {clock}"),
            Locale::English => format!("Refreshed at {clock}"),
        }
    }

    /// That the last refresh failed, and from when the pass is that is shown.
    pub fn refresh_failed(self, error: &ApiError, as_of: SiteTime, now: SiteTime) -> String {
        let time = if as_of.is_same_day(now) { as_of.clock_text() } else { self.moment(as_of, now) };
        match (error, self.0) {
            (ApiError::Unreachable | ApiError::TimedOut, Locale::Chinese) => format!("离线，截至 {time}"),
            (ApiError::Unreachable | ApiError::TimedOut, Locale::English) => format!("Offline, as of {time}"),
            (_, Locale::Chinese) => format!("刷新失败，显示的是 {time} 的二维码。{}", self.failure(error)),
            (_, Locale::English) => format!("Not refreshed: this is the code of {time}. {}", self.failure(error)),
        }
    }

    /// Why there are words in place of a code.
    pub fn why_no_code(self, reason: Unfit) -> &'static str {
        match reason {
            Unfit::Empty => self.no_code_yet(),
            Unfit::TooLong => {
                self.pick("内容太长，无法显示为二维码，请向门卫出示以下文字。", "Too long for a code. Please show the guard this text.")
            }
        }
    }

    /// Which of several passes.
    pub fn pass_of(self, place: usize, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("第 {place} 张，共 {count} 张"),
            Locale::English => format!("{place} of {count}"),
        }
    }

    pub fn progress_of_doors(self, progress: Readiness) -> &'static str {
        match progress {
            Readiness::Nothing => self.pick("无需下发", "Nothing to send"),
            Readiness::Withdrawn => self.pick("已收回", "Taken back"),
            Readiness::Done => self.pick("已就绪", "Ready"),
            Readiness::Sending => self.pick("下发中", "Sending"),
            Readiness::Waiting => self.pick("等待下发", "Waiting"),
            Readiness::Failed => self.pick("下发失败", "Failed"),
        }
    }

    /// What that means at the gate.
    pub fn readiness(self, progress: Readiness) -> &'static str {
        match progress {
            Readiness::Nothing => {
                self.pick("没有门禁权限，请在门口登记。", "No door has a permission for you. Please register at the gate.")
            }
            Readiness::Withdrawn => self.pick("门禁权限已收回。", "The permission has been taken back."),
            Readiness::Done => self.pick("门禁已就绪，可以开门。", "The doors are ready and will open."),
            Readiness::Sending | Readiness::Waiting => {
                self.pick("预约已通过，权限正在下发到门禁，请稍候。", "Approved, but the doors are still being told. Please wait a moment.")
            }
            Readiness::Failed => self.pick(
                "有门禁没有收到权限，可能打不开。请重新下发，或联系门卫。",
                "Some doors did not get the permission and may stay shut. Send it again, or ask the guard.",
            ),
        }
    }

    pub fn means(self, means: Option<Means>) -> &'static str {
        match means {
            Some(Means::IdentityNumber) => self.pick("身份证号", "Identity number"),
            Some(Means::IdentityChip) => self.pick("身份证", "Identity card"),
            Some(Means::Card) => self.pick("IC 卡", "Card"),
            Some(Means::QrCode) => self.pick("二维码", "QR code"),
            Some(Means::Plate) => self.pick("车牌", "Number plate"),
            Some(Means::Face) => self.pick("人脸", "Face"),
            None => self.pick("其他", "Other"),
        }
    }
}

fn clock_with_seconds(time: SiteTime) -> String {
    let second = time.second();
    format!("{}:{}{second}", time.clock_text(), if second < 10 { "0" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_to_go_is_said_in_days_or_hours_and_minutes() {
        let (chinese, english) = (Text(Locale::Chinese), Text(Locale::English));
        assert_eq!(chinese.duration(130), "2 小时 10 分钟");
        for (minutes, words) in [(1, "1 min"), (60, "1 h"), (130, "2 h 10 min"), (1500, "1 day 1 h"), (2880, "2 days"), (4300, "2 days")] {
            assert_eq!(english.duration(minutes), words);
        }
    }

    #[test]
    fn a_pass_before_its_time_says_when_and_how_long_to_go() {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let stay = Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") };
        let words = Text(Locale::English).pass_standing_detail(Validity::Early(130), Some(&stay), "", at("2026-11-21 07:50"));
        assert_eq!(words, "Valid from Sat 21 Nov 10:00, 2 h 10 min to go");
    }
}
