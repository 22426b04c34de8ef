//! Which functions the first screens run: opens each of them, in all that makes them differ, in a bundle that records, and
//! prints the screen and the numbers of the functions. `cargo xtask profile` builds that bundle and reads this.

use chrono::TimeDelta;
use e2e::error::{Error, Result};
use e2e::phone::{Handset, Phone};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::task::JoinSet;

const MP: &str = "openId=oVisitorDemo&token=token-oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo";
const MINI_PROGRAM: &str = "channel=miniapp&token=token-oVisitorHe";
const HOST_MP: &str = "openId=oHostWang&token=token-oHostWang&appId=wxdemo&projectId=demo&productId=demo";
const HOST_WECOM: &str = "channel=wecom&token=token-oHostWang&projectId=demo";
const HOST_MINI_PROGRAM: &str = "channel=miniapp&token=token-oHostWang&projectId=demo";

/// Returns once nothing is on its way any more.
const STANDS: &str = "
    var done = arguments[arguments.length - 1], tries = 0;
    (function look() {
        var waits = document.getElementById('boot') || document.querySelector('.skeleton, [aria-busy=true]');
        if (waits && tries++ < 200) setTimeout(look, 100);
        else done();
    })();";

/// What happens without anybody's doing, sooner or later than at the time of the recording.
const EVENTS: &str = "
    dispatchEvent(new PageTransitionEvent('pageshow'));
    ['focus', 'resize', 'online', 'scroll'].forEach(function (name) { dispatchEvent(new Event(name)); });
    document.dispatchEvent(new Event('visibilitychange'));";

/// How long timers and animations go on after that.
const SETTLING: Duration = Duration::from_millis(2_000);

/// The numbers of the functions that have run. `__write_profile` is what binaryen adds: it writes a hash of eight bytes,
/// then four for each function, zeros where it has not run.
const RECORDED: &str = "
    var recorder = visitorBoot.recorder;
    if (!recorder) return [];
    var memory = Object.values(recorder).find(function (value) { return value instanceof WebAssembly.Memory; });
    var address = memory.grow(8) * 65536;
    var length = recorder.__write_profile(address, 8 * 65536);
    var ran = [];
    new Uint32Array(memory.buffer, address + 8, (length - 8) / 4).forEach(function (when, number) { if (when) ran.push(number); });
    return ran;";

#[tokio::main]
async fn main() -> Result {
    let site = Site::open().await?;
    let mut screens: Vec<(&'static str, String)> = Vec::new();
    for query in [MP, MINI_PROGRAM] {
        screens.extend([("booking", format!("/?{query}")), ("visits", format!("/visits?{query}"))]);
    }
    screens.push(("booking", format!("/visits/122228959400001/again?{MP}")));
    screens.push(("visits", format!("/visits?tab=history&{MP}")));
    for visit in ["122228959400000", "122228959400001", "122228959400002"] {
        screens.extend([("visits", format!("/visits/{visit}?{MP}")), ("pass", format!("/visits/{visit}/pass?{MP}"))]);
    }
    screens.push(("visits", format!("/m/122228959400001?{MP}")));
    screens.push(("invitation", "/i/122228959400400?s=sms".to_owned()));
    screens.push(("invitation", format!("/i/122228959400400?s=mp_share&{MP}")));
    for query in [HOST_MP, HOST_WECOM, HOST_MINI_PROGRAM] {
        screens.extend([("approvals", format!("/host/approvals?{query}")), ("today", format!("/host?{query}"))]);
    }
    for page in ["receptions", "calendar", "invitations", "invitations/new", "visits/122228959400001"] {
        screens.push(("host", format!("/host/{page}?{HOST_MP}")));
    }
    record_all(&site, screens).await?;
    // Valid now, as most passes are that somebody opens; the stand-in calls such a visitor late.
    site.inject_lasting_fault(Fault::Data(valid_now(&site)), call::DETAIL);
    record_all(&site, [("visits", format!("/visits/122228959400001?{MP}")), ("pass", format!("/visits/122228959400001/pass?{MP}"))])
        .await?;
    site.clear_faults();
    trouble(&site).await?;
    let site = Site::open_without_promises().await?;
    record_all(&site, [MP, MINI_PROGRAM, "channel=browser"].map(|query| ("booking", format!("/?{query}")))).await?;
    trouble(&site).await
}

/// Opens screens on phones of two kinds, as many at once as there may be browsers.
async fn record_all(site: &Site, screens: impl IntoIterator<Item = (&'static str, String)>) -> Result {
    let mut phones = JoinSet::new();
    for (screen, address) in screens {
        for handset in [Handset::wechat(), Handset::plain_browser().with_language("en").small().dark()] {
            phones.spawn(record(site.origin(), handset, screen, address.clone()));
        }
    }
    while let Some(recorded) = phones.join_next().await {
        recorded.map_err(|cause| Error::Unready(cause.to_string()))??;
    }
    Ok(())
}

/// A visit that has begun and that its visitor may still come to.
fn valid_now(site: &Site) -> Value {
    let (start, end) = (site.now() - TimeDelta::minutes(10), site.now() + TimeDelta::minutes(110));
    let [start_time, end_time] = [start, end].map(|time| time.format("%Y-%m-%d %H:%M:%S").to_string());
    json!({
        "orderId": "122228959400001", "visitBatch": "B122228959400001", "orderModel": "person", "status": 1, "webLabel": "正常",
        "visitorName": "张晓雯", "visitorPhoneNum": "13900000001", "visitorWorkUnit": "上海启明仪器有限公司",
        "visitorPurpose": "参观交流", "visitorPersonNum": 1, "beVisitorPersonName": "王建国", "beVisitorGroupName": "研发中心",
        "authBarCode": "VCS122228959400001", "authVisitorCode": "923560", "startTime": start_time, "endTime": end_time,
        "startTimeUTC": start.timestamp_millis(), "endTimeUTC": end.timestamp_millis(), "createUserType": 3,
    })
}

/// What a bad line makes of the first screens: the sentence and the retry are to come without another download.
async fn trouble(site: &Site) -> Result {
    for (screen, address, broken) in [
        ("booking", format!("/?{MP}"), call::QUESTIONS),
        ("visits", format!("/visits?{MP}"), call::LIST),
        ("approvals", format!("/host/approvals?{HOST_MP}"), call::RECORDS),
        ("today", format!("/host?{HOST_MP}"), call::RECORDS),
    ] {
        site.inject_lasting_fault(Fault::Status(500), broken);
        record(site.origin(), Handset::wechat(), screen, address).await?;
        site.clear_faults();
    }
    Ok(())
}

async fn record(site: String, handset: Handset, screen: &'static str, address: String) -> Result {
    let mut phone = Phone::start(site, handset).await?;
    phone.set_timeout(Duration::from_secs(60));
    phone.open(&address).await?;
    // A second time with what the first has left on the phone: a pass, a draft, a clock.
    for _ in 0..2 {
        phone.execute_async(STANDS).await?;
        phone.execute(EVENTS).await?;
        tokio::time::sleep(SETTLING).await;
        let recorded = phone.execute(RECORDED).await?;
        let numbers: Vec<String> =
            recorded.as_array().into_iter().flatten().filter_map(Value::as_u64).map(|number| number.to_string()).collect();
        println!("{screen} {}", numbers.join(" "));
        phone.reload().await?;
    }
    phone.close().await
}
