//! The employee's screens, in words.

use super::phrases;

phrases! {
    host_screens: "员工页面", "Your screens";
    today: "今日", "Today";
    approvals: "审批", "Approvals";
    receptions: "接待", "Visitors";
    invitations: "邀约", "Invitations";
    host_needs_identity_title: "这里还认不出您", "We do not know you here";
    host_needs_identity_detail: "此页面供园区员工使用。请从企业微信工作台、公众号菜单或小程序进入，不要直接打开网址。", "This page is for staff. Please open it from WeCom, from the official account's menu or from the mini-program, not by its address.";
}
