//! Access control: an employee registers visitors and looks members up.

use e2e::error::Result;
use e2e::phone::Role::{Button, Link, Listitem};
use e2e::phone::{Handset, Storage};
use e2e::site::{Fault, Site, call};
use standin::status::Status;

const ACCESS: &str = "/host/access?channel=wecom&token=token-oHostWang&projectId=demo";
const MEMBERS: &str = "/host/access/members?channel=wecom&token=token-oHostWang&projectId=demo";

#[tokio::test]
async fn ten_visitors_are_registered_at_once_under_the_limit() -> Result {
    let site = Site::open_with_access_control().await?;
    site.add_visits("oVisitorDemo", Status::Normal, 1);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(ACCESS).await?;
    phone.tap(Button, "登记全部 10 位").await?;
    phone.sees("已处理").await?;
    phone.screenshot("access-progress-390x844").await?;
    phone.does_not_see("已处理").await?;
    phone.does_not_see("未登记").await?;
    // The tenth is somebody's second visit.
    phone.sees("已有登记").await?;
    // The stand-in refuses the sixth call in a second: none was.
    let registered = site.requests(call::ACCESS_VISITORS);
    assert_eq!(registered.len(), 10);
    for visitor in &registered {
        let user = &visitor["body"]["user"];
        assert_eq!(user["user_type"], 11);
        assert!(user["user_name"].is_string() && user["phone_num"].is_string(), "{user}");
        assert_eq!(visitor["token"], "token-oHostWang", "the proxy lets employees in, and adds Feishu's own token");
    }
    phone.reload().await?;
    phone.does_not_see("未登记").await?;
    phone.does_not_find(Button, "登记全部").await?;
    phone.close().await
}

#[tokio::test]
async fn too_many_calls_pause_the_queue_and_it_goes_on_by_itself() -> Result {
    let site = Site::open_with_access_control().await?;
    site.inject_fault(Fault::Status(429), call::ACCESS_VISITORS, 2);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(ACCESS).await?;
    phone.tap(Button, "登记全部 9 位").await?;
    phone.sees("门禁正忙").await?;
    phone.does_not_see("已处理").await?;
    phone.does_not_see("未登记").await?;
    phone.does_not_see("未完成").await?;
    assert_eq!(site.count(call::ACCESS_VISITORS), 11);
    phone.close().await
}

#[tokio::test]
async fn the_queue_goes_on_when_the_page_is_left() -> Result {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(ACCESS).await?;
    phone.tap(Button, "登记全部 9 位").await?;
    phone.tap(Link, "门禁人员").await?;
    phone.sees("已显示").await?;
    phone.tap(Link, "访客").await?;
    phone.sees("登记编号只保存在这部设备上").await?;
    phone.does_not_see("已处理").await?;
    phone.does_not_see("未登记").await?;
    assert_eq!(site.count(call::ACCESS_VISITORS), 9);
    phone.close().await
}

#[tokio::test]
async fn members_are_read_to_the_end_also_when_a_page_token_goes_stale() -> Result {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(MEMBERS).await?;
    phone.sees("已显示 50 人").await?;
    site.inject_fault(Fault::FeishuError(1_490_018), call::ACCESS_USERS, 1);
    while !phone.text().await?.contains("已显示 120 人") {
        phone.scroll_to_position(1_000_000).await?;
    }
    // One page, one refusal, and three pages from the top.
    assert_eq!(site.count(call::ACCESS_USERS), 5);
    assert!(phone.names(Listitem).await?.len() <= 60);
    phone.screenshot("access-members-390x844").await?;
    phone.close().await
}

#[tokio::test]
async fn one_member_is_looked_up_and_a_person_in_no_group_is_explained() -> Result {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(MEMBERS).await?;
    phone.select_option("ID 类型", "union_id").await?;
    phone.type_into("人员 ID", "ou_nobody").await?;
    phone.tap(Button, "查询").await?;
    phone.sees("此人不在门禁权限组里").await?;
    phone.screenshot("access-no-group-390x844").await?;
    let lookups = site.requests(&format!("{}/ou_nobody", call::ACCESS_USERS));
    assert_eq!(lookups[0]["query"], "user_id_type=union_id");

    phone.type_into("人员 ID", standin::seed::feishu::DOCUMENTED_USER).await?;
    phone.tap(Button, "查询").await?;
    phone.sees("123456").await?;
    phone.close().await
}

#[tokio::test]
async fn where_the_feature_is_off_nothing_is_offered_or_requested() -> Result {
    let site = Site::open().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(ACCESS).await?;
    phone.sees("本站没有启用门禁管理").await?;
    phone.open(MEMBERS).await?;
    phone.sees("本站没有启用门禁管理").await?;
    assert_eq!(site.count(call::ACCESS_USERS), 0);
    phone.close().await
}

#[tokio::test]
async fn the_device_stores_visitor_ids_and_no_name_or_token() -> Result {
    let site = Site::open_with_access_control().await?;
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(ACCESS).await?;
    phone.tap(Button, "登记全部 9 位").await?;
    phone.does_not_see("未登记").await?;
    phone.does_not_see("正在登记").await?;
    let stored = phone.storage(Storage::Local).await?;
    let ids: Vec<_> = phone.kept(Storage::Local).await?.into_iter().filter(|kept| kept.name.starts_with("door:")).collect();
    assert_eq!(ids.len(), 9);
    assert!(ids.iter().all(|id| id.text.bytes().all(|byte| byte.is_ascii_digit())), "{ids:?}");
    assert!(!format!("{stored:?}").contains("token-oHostWang"));
    phone.close().await
}
