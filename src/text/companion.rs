//! Companions and links in messages, in words.

use super::{Locale, Text, phrases};

phrases! {
    companionship: "同行确认", "Come along";
    companions: "同行人", "Companions";
    host_company: "接待单位", "Where";
    about_companion: "您的信息", "About you";
    confirm_companionship: "确认同行", "I come along";
    confirmed_title: "已确认同行", "You come along";
    confirmed_detail: "领队提交预约后，由接待人审批。", "Your host approves once the visit has been handed in.";
    not_confirmed_title: "没有确认成功", "Not confirmed";
    in_party_title: "您已在这次同行中", "You are part of this visit";
    in_party_detail: "无需再次确认。", "There is nothing more to confirm.";
    see_visit: "查看这条预约", "See the visit";
    no_outing_title: "没有找到这次同行", "We cannot find this visit";
    no_outing_detail: "链接可能已停用或不完整，请向领队确认。", "The link may be closed or incomplete. Please ask who sent it.";
    mini_program_only_title: "请在小程序中打开", "Open this in the mini-program";
    mini_program_only_detail: "同行确认需要在微信小程序里完成，请把链接转到小程序中打开。", "Coming along is confirmed in the WeChat mini-program. Please open the link there.";
    gathering: "还没有提交：同行人都确认后，再由您提交。", "Not sent yet: once your companions have confirmed, you send it.";
    share_companion_link: "分享同行链接", "Share the link";
    companion_link_copied: "链接已复制，发给同行人即可", "Copied. Send it to your companions";
    companion_link_by_hand: "请长按链接复制", "Press and hold the link to copy it";
    all_companions_in: "同行人都已确认，请提交预约，接待人才能看到。", "All have confirmed. Send the booking, so that your host sees it.";
    visit_handed_in: "预约已提交", "Your booking is on its way";
    message: "预约消息", "Message";
    message_closed_title: "暂时不能打开这条消息", "This message cannot be opened";
    message_closed_detail: "链接可能已失效，请联系接待人。", "The link may have expired. Please contact your host.";
}

impl Text {
    /// How many have not confirmed yet.
    pub fn companions_missing(self, missing: u32) -> String {
        match self.0 {
            Locale::Chinese => format!("还有 {missing} 位同行人没有确认。把链接发给他们，全部确认后即可提交预约。"),
            Locale::English => format!("{missing} still to confirm. Send them the link; you can send the booking once all have."),
        }
    }
}
