//! Refusals in the backend's own words.

use super::{PartyError, Refusal};

impl Refusal {
    /// The sentence for the person in front of the screen.
    pub fn msg(&self) -> String {
        match self {
            Self::NoSuchEndpoint => "接口不存在".into(),
            Self::NotSignedIn => "登录已失效，请重新进入".into(),
            Self::NotJson => "请求体应为 application/json".into(),
            Self::TooLarge => "请求内容过大".into(),
            Self::Unreadable(reason) => format!("请求格式错误：{reason}"),
            Self::ParameterMissing(name) => format!("缺少参数：{name}"),
            Self::ParameterInvalid { name, expected } => format!("参数 {name} 不正确：应为{expected}"),
            Self::NoSuchOrder => "预约单不存在".into(),
            Self::Transition(illegal) => {
                format!("当前状态「{}」不允许{}", illegal.from.label(), illegal.wanted.label())
            }
            Self::NoPass => "当前状态没有通行二维码".into(),
            Self::NotYourApproval => "您不是该预约的被访人，无法审批".into(),
            Self::NotAnEmployee => "您不是本园区的员工，请从企业微信或公众号重新进入".into(),
            Self::LinkClosed => "邀约链接已停用".into(),
            Self::AlreadyTaken => "您已接受过该邀约".into(),
            Self::OrderIdTaken => "邀约编号已被使用".into(),
            Self::SmsDelivered => "短信已发送成功，无需重发".into(),
            Self::Party(trouble) => trouble.msg().into(),
            Self::NotYourVisit => "这不是您的预约".into(),
            Self::ModelClosed => "该预约模式未开放".into(),
            Self::FieldMissing(name) => format!("请填写{name}"),
            Self::FieldTooLong { name, limit } => format!("{name}不能超过{limit}个字符"),
            Self::OptionUnknown(name) => format!("{name}的选项无效，请重新选择"),
            Self::TooManyPictures(name) => format!("{name}最多上传三张"),
            Self::PictureUnknown(name) => format!("{name}未上传成功，请重新上传"),
            Self::TimeUnreadable(name) => format!("{name}格式不正确，应为 ISO 8601 时间（+08:00）或 yyyy-MM-dd HH:mm"),
            Self::StartInThePast => "预计来访时间不能早于当前时间".into(),
            Self::EndBeforeStart => "预计离开时间必须晚于预计来访时间".into(),
            Self::HostMissing => "请填写被访人手机号".into(),
            Self::HostUnknown => "未找到该被访人，请核对手机号".into(),
            Self::AreaUnknown(id) => format!("访问区域不存在：{id}"),
            Self::EnterpriseUnknown => "未找到该单位，请从列表中选择".into(),
            Self::FaceUnknown => "人脸照片未上传成功，请重新上传".into(),
            Self::ImageNotBase64 => "图片数据不是有效的 base64 编码".into(),
            Self::ImageKind => "仅支持 JPG、PNG 格式的图片".into(),
            Self::ImageTooLarge => "图片不能超过 5MB".into(),
        }
    }
}

impl PartyError {
    fn msg(self) -> &'static str {
        match self {
            Self::Alone => "该预约没有同行人",
            Self::OwnParty => "您是本次预约的领队，无需确认同行",
            Self::Full => "同行人数已满",
            Self::Incomplete => "还有同行人未确认",
            Self::AlreadySubmitted => "预约已提交",
            Self::NotSubmitted => "访客尚未提交预约",
        }
    }
}
