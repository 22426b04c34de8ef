// Generated from src/first_screen.rs by `cargo xtask inventory --write`; nothing to change by hand.
// The headings are in the order of the locales; the calls are templates, see src/early_answers.js.
visitorBoot.locales = ['zh-CN', 'en'];
visitorBoot.standInLocale = 1;
visitorBoot.scenes = ['sms', 'mp_notice', 'mp_share', 'ma_share', 'log'];
visitorBoot.modes = ['person', 'space'];
visitorBoot.screens = [
  { path: '', titles: ['预约来访', 'Book a visit'], calls: {
    'POST /ui/v1/wechat/visitor/orderModel/config': 'mp browser',
    'POST /ui/v1/wechat/visitor/promise/info': 'mp browser',
    'GET /api/v1/clientService/getNoteAdmission': 'mp browser',
    'POST /ui/v1/wechat/visitor/field/info?appId={appId}&orderModel={mode}&type=0': 'mp browser',
    'POST /ui/v1/wechat/visitor/privilege/info?openId={openId}&type=0': 'mp browser'
  } },
  { path: 'booked/{receipt}', titles: ['预约来访', 'Book a visit'] },
  { path: 'visits?tab=history', titles: ['我的预约', 'My visits'] },
  { path: 'visits', titles: ['我的预约', 'My visits'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/visitor/order/page json {"pageNo":"1","pageSize":"20","sort":"asc","statusList":"0,1,2,4,7,8,10"<,"visitorOpenId":"{openId}">}': 'mp browser',
    'POST /ui/v1/wechat/miniapp/visitor/order/go/log/doing json {"pageNo":1,"pageSize":20}': 'miniapp'
  } },
  { path: 'visits/{order}', titles: ['预约详情', 'Your visit'], calls: {
    'POST /ui/v1/wechat/visitor/order/detail?orderId={order}': 'mp browser wecom miniapp'
  } },
  { path: 'visits/{order}/edit', titles: ['修改预约', 'Change your visit'] },
  { path: 'visits/{order}/changed', titles: ['修改预约', 'Change your visit'] },
  { path: 'visits/{order}/again', titles: ['预约来访', 'Book a visit'] },
  { path: 'visits/{order}/pass', titles: ['访客通行证', 'Visitor pass'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/visitor/order/detail?orderId={order}': 'mp browser wecom miniapp',
    'POST /ui/v1/wechat/visitor/qrCode?orderId={order}': 'mp browser',
    'POST /ui/v1/wechat/visitor/phConfig/info': 'mp browser wecom',
    'POST /ui/v1/wechat/wecom/visitor/qrCode?orderId={order}': 'wecom',
    'POST /ui/v1/wechat/miniapp/visitor/order/qrcode/refresh json {"orderId":"{order}"}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/visitor/phConfig/info json {<"projectId":"{projectId}">}': 'miniapp'
  } },
  { path: 'visits/{order}/batch/{batch}', titles: ['预约详情', 'Your visit'], calls: {
    'POST /ui/v1/wechat/visitor/order/detail?orderId={order}': 'mp browser wecom',
    'POST /ui/v1/wechat/miniapp/visitor/order/detail json {"orderId":"{order}","visitorBatch":"{batch}"}': 'miniapp'
  } },
  { path: 'visits/{order}/batch/{batch}/edit', titles: ['修改预约', 'Change your visit'] },
  { path: 'visits/{order}/batch/{batch}/changed', titles: ['修改预约', 'Change your visit'] },
  { path: 'visits/{order}/batch/{batch}/again', titles: ['预约来访', 'Book a visit'] },
  { path: 'visits/{order}/batch/{batch}/pass', titles: ['访客通行证', 'Visitor pass'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/visitor/order/detail?orderId={order}': 'mp browser wecom',
    'POST /ui/v1/wechat/visitor/qrCode?orderId={order}': 'mp browser',
    'POST /ui/v1/wechat/visitor/phConfig/info': 'mp browser wecom',
    'POST /ui/v1/wechat/wecom/visitor/qrCode?orderId={order}': 'wecom',
    'POST /ui/v1/wechat/miniapp/visitor/order/detail json {"orderId":"{order}","visitorBatch":"{batch}"}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/visitor/order/qrcode/refresh json {"orderId":"{order}"}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/visitor/phConfig/info json {<"projectId":"{projectId}">}': 'miniapp'
  } },
  { path: 'i/{id}', titles: ['来访邀约', 'Invitation'], calls: {
    'POST /ui/v1/wechat/beVisitor/invitation/wechat/{id}/preview json {<"sceneshow":"{scene}">}': 'mp browser',
    'GET /api/v1/clientService/getNoteAdmission': 'mp browser wecom miniapp',
    'POST /ui/v1/wechat/wecom/bevisitor/invitation/wechat/{id}/preview json {<"sceneshow":"{scene}">}': 'wecom',
    'POST /ui/v1/wechat/miniapp/visitor/order/invitation/preview json {"visitorBatch":"{id}"}': 'miniapp'
  } },
  { path: 'm/{order}', titles: ['预约消息', 'Message'] },
  { path: 'companions/{batch}', titles: ['同行确认', 'Come along'] },
  { path: 'host', titles: ['今日', 'Today'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/beVisitor/record/page json {<"beVisitorOpenId":"{openId}",>"pageNo":"1","pageSize":"1","sort":"asc","statusList":"0","type":"1"}': 'mp browser wecom',
    'POST /ui/v1/wechat/beVisitor/record/page json {<"beVisitorOpenId":"{openId}",>"pageNo":"1","pageSize":"100","sort":"asc","statusList":"1,2,7,8","type":"0"}': 'mp browser',
    'POST /ui/v1/wechat/wecom/bevisitor/order/reception/log/doing json {"pageNo":1,"pageSize":100}': 'wecom',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing json {"pageNo":1,"pageSize":1}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/reception/log/doing json {"pageNo":1,"pageSize":100}': 'miniapp'
  } },
  { path: 'host/approvals', titles: ['审批', 'Approvals'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/beVisitor/record/page json {<"beVisitorOpenId":"{openId}",>"pageNo":"1","pageSize":"20","sort":"asc","statusList":"0","type":"1"}': 'mp browser wecom',
    'POST /ui/v1/wechat/visitor/privilege/info?openId={openId}&type=1': 'mp browser',
    'POST /ui/v1/wechat/wecom/my/privilege/group': 'wecom',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing json {"pageNo":1,"pageSize":20}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/my/privilege/group': 'miniapp'
  } },
  { path: 'host/receptions', titles: ['接待', 'Visitors'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/beVisitor/record/page json {<"beVisitorOpenId":"{openId}",>"pageNo":"1","pageSize":"20","sort":"asc","statusList":"1,2,7,8","type":"0"}': 'mp browser',
    'POST /ui/v1/wechat/wecom/bevisitor/order/reception/log/doing json {"pageNo":1,"pageSize":20}': 'wecom',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/reception/log/doing json {"pageNo":1,"pageSize":20}': 'miniapp'
  } },
  { path: 'host/receptions/here', titles: ['接待', 'Visitors'] },
  { path: 'host/receptions/past', titles: ['接待', 'Visitors'] },
  { path: 'host/visits/{order}', titles: ['来访详情', 'Visit'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/beVisitor/record/detail?orderId={order}': 'mp browser wecom miniapp',
    'POST /ui/v1/wechat/visitor/privilege/info?openId={openId}&type=1': 'mp browser',
    'POST /ui/v1/wechat/wecom/my/privilege/group': 'wecom',
    'POST /ui/v1/wechat/miniapp/my/privilege/group': 'miniapp'
  } },
  { path: 'host/visits/batch/{batch}', titles: ['来访详情', 'Visit'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/wecom/bevisitor/order/detail json {"visitorBatch":"{batch}"}': 'mp browser wecom',
    'POST /ui/v1/wechat/visitor/privilege/info?openId={openId}&type=1': 'mp browser',
    'POST /ui/v1/wechat/wecom/my/privilege/group': 'wecom',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/detail json {"visitorBatch":"{batch}"}': 'miniapp',
    'POST /ui/v1/wechat/miniapp/my/privilege/group': 'miniapp'
  } },
  { path: 'host/invitations', titles: ['邀约', 'Invitations'], needsIdentity: true, calls: {
    'POST /ui/v1/wechat/beVisitor/record/page json {<"beVisitorOpenId":"{openId}",>"pageNo":"1","pageSize":"20","sort":"asc","statusList":"10","type":"2"}': 'mp browser wecom',
    'POST /ui/v1/wechat/miniapp/bevisitor/order/share/log json {"invitationState":"inviting","pageNo":1,"pageSize":20}': 'miniapp'
  } },
  { path: 'host/invitations/new', titles: ['邀请访客', 'Invite'] },
  { path: 'host/invitations/sent/{id}', titles: ['邀请访客', 'Invite'] },
  { path: 'host/invitations/new/like/{order}', titles: ['再次邀请', 'Invite again'] },
  { path: 'host/invitations/new/like/batch/{batch}', titles: ['再次邀请', 'Invite again'] },
  { path: 'host/calendar', titles: ['来访日历', 'Calendar'] },
  { path: 'host/access', titles: ['门禁管理', 'Door access'] },
  { path: 'host/access/members', titles: ['门禁管理', 'Door access'] }
];
