//! A thousand waiting approvals: scrolling, and selecting all of them.

use super::SLOW;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Listitem};
use e2e::site::Site;
use serde_json::Value;
use std::time::Duration;

/// How many approvals wait.
const WAITING: usize = 1_000;

const LIST: &str = "beVisitor/record/page";

/// Scrolls down until no more rows come.
const FILL: &str = "
    var done = arguments[arguments.length - 1], still = 0, before = 0;
    (function down() {
        window.scrollTo(0, document.documentElement.scrollHeight);
        var height = document.documentElement.scrollHeight;
        still = height === before ? still + 1 : 0;
        before = height;
        if (still < 40) setTimeout(down, 25);
        else done();
    })();";

/// Scrolls from the top to the end as a quick finger does; tells each frame's length in milliseconds, and the most rows
/// that were in the document.
const SCROLL: &str = "
    var done = arguments[arguments.length - 1], frames = [], before = 0, most = 0;
    requestAnimationFrame(function frame(now) {
        if (before) frames.push(now - before);
        before = now;
        most = Math.max(most, document.querySelectorAll('[role=listitem]').length);
        window.scrollBy(0, 240);
        var rest = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
        if (rest > 1 && frames.length < 600) requestAnimationFrame(frame);
        else done({ frames: frames, most: most });
    });";

/// Taps the box that selects all, or that takes it back; tells how many milliseconds pass until it is painted, and what
/// the box says then.
const SELECT: &str = "
    var done = arguments[arguments.length - 1];
    var box = document.querySelector('.approvals__all input');
    if (!box) return done(null);
    var begun = performance.now();
    box.click();
    requestAnimationFrame(function () {
        setTimeout(function () {
            done({
                millis: performance.now() - begun,
                says: box.closest('label').textContent
            });
        }, 0);
    });";

pub async fn measure() -> Result {
    let site = Site::open().await?;
    site.add_pending_approvals(WAITING.saturating_sub(site.pending_approvals()));
    let mut phone = site.start_phone(Handset::wecom()).await?;
    phone.set_timeout(Duration::from_secs(60));
    phone.open("/host/approvals?channel=wecom&token=token-oHostWang&projectId=122228959455556").await?;
    phone.first_visible(Listitem).await?;
    println!("{} approvals wait", site.pending_approvals());
    println!("calls for the list until the first rows  {}", site.count(LIST));
    phone.execute_async(FILL).await?;
    println!("calls for the list until all rows        {}", site.count(LIST));
    for slow in [1, SLOW] {
        println!("with the processor {slow}× slower");
        phone.throttle_cpu(slow).await?;
        scroll(&phone).await?;
        select_all(&phone).await?;
    }
    phone.close().await
}

async fn scroll(phone: &Phone) -> Result {
    phone.scroll_to_position(0).await?;
    let told = phone.execute_async(SCROLL).await?;
    let mut frames: Vec<f64> = told.get("frames").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64).collect();
    frames.sort_by(f64::total_cmp);
    let at = |percent: usize| frames.get(frames.len() * percent / 100).or(frames.last()).copied().unwrap_or_default();
    println!("  frames while scrolling                 {}", frames.len());
    println!("  a frame, median                        {:.1} ms", at(50));
    println!("  a frame, 95th percentile               {:.1} ms", at(95));
    println!("  a frame, worst                         {:.1} ms", at(100));
    println!("  most rows in the document              {}", told.get("most").unwrap_or(&Value::Null));
    Ok(())
}

async fn select_all(phone: &Phone) -> Result {
    phone.scroll_to_position(0).await?;
    let told = phone.execute_async(SELECT).await?;
    println!("  “select all” until it is painted       {:.1} ms", told.get("millis").and_then(Value::as_f64).unwrap_or(f64::NAN));
    println!("  what it says then                      {}", told.get("says").and_then(Value::as_str).unwrap_or_default());
    // Back to none, for the next time.
    phone.execute_async(SELECT).await.map(drop)
}
