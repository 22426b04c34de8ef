//! The booking form, in words.

use super::{Locale, Text, phrases};
use crate::domain::booking::photo::Unfit;
use crate::domain::booking::problem::Cause;

phrases! {
    book_a_visit: "预约来访", "Book a visit";
    before_you_book: "预约前请阅读", "Before you book";
    park_notice: "入园须知", "Notice to visitors";
    letter: "告知书", "Notice";
    agree: "我已阅读并同意", "I have read and agree";
    yes: "是", "Yes";
    no: "否", "No";
    answered_no: "按园区规定，选择“否”暂时不能预约。如有疑问，请联系接待人。", "The site does not take bookings with this answer. Please contact your host.";
    closed_title: "暂不开放预约", "No bookings at the moment";
    closed_detail: "园区没有开放在线预约，请直接联系接待人。", "This site takes no online bookings. Please contact your host.";
    whom_to_visit: "拜访对象", "Who or what";
    by_person: "拜访员工", "A person";
    by_place: "参观场地", "A place";
    enterprise: "拜访单位", "Company to visit";
    enterprise_placeholder: "输入单位名称，至少两个字", "Type at least two characters";
    enterprise_none: "没有找到这个单位，请核对名称。", "No company found. Please check the name.";
    enterprise_search_failed: "没能查到，请检查网络后再输入", "Could not look it up. Check your network and type again";
    searching: "正在查找…", "Searching…";
    choose_another: "更换单位", "Choose another company";
    host_phone: "接待人手机号", "Host's phone";
    host_phone_placeholder: "请输入接待人的手机号", "Enter your host's number";
    looking_for_host: "正在查找接待人…", "Looking for your host…";
    host_search_failed: "没能查到，请检查网络", "Could not look it up";
    choose_place: "请选择场地", "Choose a place";
    when: "来访时间", "When";
    starts: "预计到达", "From";
    ends: "预计离开", "Until";
    about_you: "访客信息", "About you";
    areas: "拜访区域", "Areas to visit";
    optional: "选填", "optional";
    please_choose: "请选择", "Choose";
    not_changeable: "不可修改", "cannot be changed";
    add_photo: "添加照片", "Add a photo";
    retry_photo: "重新上传", "Upload again";
    retake_photo: "重拍", "Retake";
    remove_photo: "删除照片", "Remove the photo";
    photo: "照片", "Photo";
    photo_uploading: "上传中", "Uploading";
    photo_failed: "上传失败", "Upload failed";
    statements: "承诺事项", "Please confirm";
    submit: "提交预约", "Send booking";
    submitting: "正在提交…", "Sending…";
    checking_arrival: "没有收到回应，正在确认预约是否已送达…", "No answer. Checking whether your booking arrived…";
    in_doubt_title: "还不能确认是否已送达", "We cannot tell yet";
    in_doubt_detail: "没有收到站点的回应。您填写的内容都在，网络恢复后请再确认一次，以免重复预约。", "The site did not answer. Nothing you typed is lost. Check again once you are online, so that you do not book twice.";
    check_again: "再确认一次", "Check again";
    unknowable_title: "没有收到回应", "No answer";
    unknowable_detail: "无法确认预约是否已送达。请先向接待人确认，再决定是否重新提交，以免重复预约。", "We cannot tell whether your booking arrived. ApiCall your host before you send it again, so that you do not book twice.";
    not_arrived_title: "预约没有送达", "Your booking did not arrive";
    not_arrived_detail: "已经确认没有这条预约，您填写的内容都在，可以再次提交。", "We looked: it is not there. Nothing you typed is lost, and you can send it again.";
    refused_title: "预约未被接受", "The booking was not accepted";
    back_to_form: "返回修改", "Back to the form";
    send_again: "再次提交", "Send again";
    sent_title: "预约已提交", "Your booking is on its way";
    sent_detail: "接待人审批后，您会收到通知。", "You will hear from us once your host has approved.";
    change_lost_detail: "不能确认修改是否已送达。可以放心再次提交，不会重复。", "We cannot tell whether your change arrived. You can safely send it again.";
    sent_party_detail: "请在预约详情里把链接发给同行人；都确认后，由您提交给接待人。", "Share the link in the visit's details with your companions. Once all have confirmed, you send it to your host.";
    changed_title: "修改已提交", "Your change is on its way";
    submit_change: "提交修改", "Send the change";
    change_visit: "修改预约", "Change your visit";
    not_changeable_now_title: "这条预约现在不能修改", "This visit cannot be changed now";
    not_changeable_now_detail: "它的状态已经变化，请查看详情。", "It has moved on meanwhile. See how it stands.";
    see_the_visit: "查看预约", "See the visit";
    see_my_visits: "查看我的预约", "See my visits";
    book_another: "再约一次", "Book another visit";
    draft_restored: "已恢复上次填写的内容", "We kept what you typed last time";
    start_over: "清空重填", "Start over";
    question_needs_newer_app: "本页面暂不支持填写此项，请联系接待人。", "This page cannot ask this yet. Please contact your host.";
}

impl Text {
    /// Somebody was found by the number.
    pub fn host_found(self, name: &str) -> String {
        match self.0 {
            Locale::Chinese => format!("接待人：{name}"),
            Locale::English => format!("Your host: {name}"),
        }
    }

    /// Nobody has the number; the server's words, where it gave any.
    pub fn nobody_found(self, message: &str) -> String {
        if message.trim().is_empty() {
            self.pick("没有找到这位接待人，请核对手机号。", "Nobody here has this number. Please check it.").to_owned()
        } else {
            message.to_owned()
        }
    }

    /// Optional questions that this program cannot ask.
    pub fn left_out(self, labels: &[&str]) -> String {
        let labels = labels.join(self.pick("、", ", "));
        match self.0 {
            Locale::Chinese => format!("以下选填项本页面暂不支持：{labels}"),
            Locale::English => format!("This page cannot ask these optional questions yet: {labels}"),
        }
    }

    /// How many things are wrong, for the toast.
    pub fn problem_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("还有 {count} 处需要修改"),
            Locale::English if count == 1 => "One thing needs your attention".to_owned(),
            Locale::English => format!("{count} things need your attention"),
        }
    }

    /// What is wrong with one answer.
    pub fn problem(self, cause: &Cause, label: &str) -> String {
        let fixed = match cause {
            Cause::Missing => return self.missing(label),
            Cause::TooLong(max) => return self.too_long(*max),
            Cause::DoesNotFit(hint) if !hint.is_empty() => return hint.clone(),
            Cause::HostNotFound => self.pick("请先查到接待人。", "Find your host first."),
            Cause::NotATime => self.pick("请选择有效的日期和时间。", "Choose a valid date and time."),
            Cause::InThePast => self.pick("到达时间不能早于现在。", "This time has already passed."),
            Cause::EndsBeforeItStarts => self.pick("离开时间要晚于到达时间。", "The end has to be after the start."),
            Cause::DoesNotFit(_) => self.pick("格式不正确，请核对。", "This does not look right. Please check it."),
            Cause::WrongIdentityNumber => self.pick("身份证号码不正确，请核对。", "This is not a valid ID card number."),
            Cause::NotOffered => self.pick("请从选项中选择。", "Choose one of the options."),
            Cause::StillUploading => self.pick("照片还在上传，请稍候。", "A photo is still uploading."),
            Cause::UploadFailed => {
                self.pick("有照片没有上传成功，请重新上传或删除。", "A photo was not uploaded. Upload it again or remove it.")
            }
            Cause::TooManyPhotos => self.pick("最多三张照片。", "Three photos at most."),
            Cause::NotAgreed => self.pick("请确认此项，选择“是”才能提交。", "Please confirm with “Yes” to go on."),
            Cause::CannotBeAsked => self.question_needs_newer_app(),
        };
        fixed.to_owned()
    }

    /// Why a file is not taken.
    pub fn unfit(self, unfit: Unfit) -> &'static str {
        match unfit {
            Unfit::NotAPicture => self.pick("这不是图片，请选择照片。", "This is not a picture. Choose a photo."),
            Unfit::Undrawable => self.pick("无法读取这张照片，请换一张。", "This photo cannot be read. Choose another one."),
            Unfit::Unrecognizable => self.pick(
                "照片质量不合格，门禁认不出，没有采用。请在光线好的地方正对镜头重拍，或不用人脸照片继续。",
                "The doors would not recognise this photo, so it was not taken. Retake it facing the camera in good light, or go on without one.",
            ),
            Unfit::TooLarge => self.pick("照片超过 20 MB，请选择小一点的。", "The photo is over 20 MB. Choose a smaller one."),
        }
    }

    fn missing(self, label: &str) -> String {
        match self.0 {
            Locale::Chinese => format!("请填写{label}。"),
            Locale::English => format!("{label} is needed."),
        }
    }

    fn too_long(self, max: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("最多 {max} 个字。"),
            Locale::English => format!("At most {max} characters."),
        }
    }
}
