//! Opening a link: how long until its first screen is there, for the first time and again.

use super::SLOW;
use e2e::error::Result;
use e2e::phone::{Handset, Phone};
use e2e::site::Site;
use serde_json::Value;
use std::time::Duration;

const RUNS: usize = 5;

/// Entries, their addresses, and what stands on the screen once it can be used.
const ENTRIES: [(&str, &str, &str); 3] = [
    ("booking", "/?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556", "form input"),
    (
        "pass",
        "/visits/122228959400002/pass?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556",
        "img[src^=data], img[src^=blob]",
    ),
    ("approvals", "/host/approvals?channel=wecom&token=token-oHostWang&projectId=122228959455556", "input[type=checkbox]"),
];

/// Notes when the first screen stands, in milliseconds since the page was asked for.
const WATCH: &str = "
    requestAnimationFrame(function look() {
        var parts = document.querySelectorAll('READY');
        for (var i = 0; i < parts.length; i++) if (parts[i].getClientRects().length) return window.stoodAt = performance.now();
        requestAnimationFrame(look);
    });";

/// When it stood, and when there was something to read.
const TIMES: &str = "
    var done = arguments[arguments.length - 1];
    (function look() {
        if (!window.stoodAt) return setTimeout(look, 50);
        var paint = performance.getEntriesByName('first-contentful-paint')[0];
        done([window.stoodAt, paint ? paint.startTime : 0]);
    })();";

pub async fn measure() -> Result {
    println!("opening a link: 1.6 Mbit/s, 150 ms, the processor {SLOW}× slower, medians of {RUNS}");
    let site = Site::open_without_promises().await?;
    for (entry, address, ready) in ENTRIES {
        let (mut cold, mut warm) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let mut phone = site.start_phone(Handset::wechat()).await?;
            phone.set_timeout(Duration::from_secs(60));
            phone.add_init_script(&WATCH.replace("READY", ready)).await?;
            cold.push(open(&phone, address).await?);
            phone.page_is_cached().await?;
            warm.push(open(&phone, address).await?);
            phone.close().await?;
        }
        println!("  {entry:<12} first visit {}   again {}", told(cold), told(warm));
    }
    Ok(())
}

/// Opens an address on a slow phone.
async fn open(phone: &Phone, address: &str) -> Result<[f64; 2]> {
    phone.open("/icon.svg").await?;
    phone.throttle_cpu(SLOW).await?;
    phone.throttle_network().await?;
    phone.open(address).await?;
    let times = phone.execute_async(TIMES).await?;
    phone.go_online().await?;
    phone.throttle_cpu(1).await?;
    let time = |at: usize| times.get(at).and_then(Value::as_f64).unwrap_or(f64::NAN);
    Ok([time(0), time(1)])
}

fn told(times: Vec<[f64; 2]>) -> String {
    let median = |mut of: Vec<f64>| {
        of.sort_by(f64::total_cmp);
        of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
    };
    let (stood, read) = (median(times.iter().map(|[stood, _]| *stood).collect()), median(times.iter().map(|[_, read]| *read).collect()));
    format!("{stood:>5.0} ms, to read {read:>4.0} ms")
}
