//! What pages do without: calls whose failure they tell in words of their own, or meet with something else than a sentence.

use super::faults::Trouble;

/// What a page shows where a call fails.
enum Instead {
    /// These words.
    Words(&'static [&'static str]),
    /// Everything but this part.
    Without(&'static str),
}
use Instead::{Without, Words};

/// By the end of the call's path: in which troubles the page shows what. No trouble stands for all.
const AGREED: &[(&str, &[Trouble], Instead)] = &[
    // An empty record says that there is none.
    ("visitor/order/detail", &[Trouble::Null], Words(&["没有找到这条预约"])),
    ("beVisitor/record/detail", &[Trouble::Null], Words(&["没有找到这条来访"])),
    ("bevisitor/order/detail", &[Trouble::Null], Words(&["没有找到这条来访"])),
    ("/preview", &[Trouble::Null], Words(&["没有找到这个邀约"])),
    ("retinue/preview", &[Trouble::Null], Words(&["没有找到这次同行"])),
    // Whoever is not known goes on in the mini-program, which tells what it is about.
    ("retinue/preview", &[], Words(&["请在小程序中打开"])),
    // The loader asks for the settings, in its own words.
    ("config.json", &[Trouble::Hang], Words(&["网络不通，请检查网络后重试。"])),
    ("config.json", &[Trouble::TooMany], Words(&["服务暂时不可用（#），请稍后重试。"])),
    // Settings that say nothing are enough; access control is one of them.
    ("config.json", &[Trouble::Refusal, Trouble::Null], Without("门禁管理")),
    // Who invites is known, and nothing that could be answered.
    ("/preview", &[Trouble::WrongTypes], Words(&["暂时不能回复这个邀约"])),
    // The pass holds without the doors' word, and is drawn by the app where the site's drawing does not come.
    ("clientService/authResult", &[], Words(&["轻点二维码可全屏显示", "暂时查不到门禁权限，以门口为准。"])),
    ("visitor/phConfig/info", &[], Words(&["轻点二维码可全屏显示", "有效期 #月#日"])),
    // The names of areas, where nothing is chosen among them.
    ("visitor/privilege/info", &[], Without("拜访区域 园区北门")),
    ("visitor/privilege/info", &[], Without("申请区域：园区北门")),
    ("my/privilege/group", &[], Without("拜访区域 园区北门")),
    ("my/privilege/group", &[], Without("申请区域：园区北门")),
    ("beVisitor/record/orderDay", &[], Words(&["没能读到哪些天有来访。"])),
];

/// Whether a page in trouble shows what it is known to show then. Both texts without numbers.
pub fn is_as_agreed(failing: &str, trouble: Trouble, whole: &str, seen: &str) -> bool {
    let applies = |(call, troubles, _): &&(&str, &[Trouble], Instead)| {
        failing.ends_with(call) && (troubles.is_empty() || troubles.contains(&trouble))
    };
    AGREED.iter().filter(applies).any(|(_, _, instead)| match instead {
        Words(words) => words.iter().all(|words| seen.contains(words)),
        Without(part) => squeezed(&whole.replace(part, "")) == squeezed(seen),
    })
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
