//! Typing into a form of thirty fields.

use super::SLOW;
use e2e::error::Result;
use e2e::phone::{Handset, Role::Button};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};

const FIELDS: usize = 30;

/// Types into a field in the middle, forty letters one after another; tells how many milliseconds each took until the page
/// went on, and until it was painted.
const TYPE: &str = "
    var done = arguments[arguments.length - 1];
    var inputs = document.querySelectorAll('form input[type=text], form input:not([type])');
    var input = inputs[Math.floor(inputs.length / 2)], took = [], painted = [];
    if (!input) return done(null);
    (function type(left) {
        if (!left) return done({ fields: inputs.length, took: took, painted: painted });
        var begun = performance.now();
        input.value += 'a';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        took.push(performance.now() - begun);
        requestAnimationFrame(function () {
            setTimeout(function () {
                painted.push(performance.now() - begun);
                type(left - 1);
            });
        });
    })(40);";

pub async fn measure() -> Result {
    let site = Site::open_without_promises().await?;
    site.inject_lasting_fault(Fault::Body(questions().leak()), call::QUESTIONS);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open("/?openId=oVisitorDemo&token=token-oVisitorDemo&projectId=122228959455556").await?;
    phone.finds(Button, "提交预约").await?;
    for slow in [1, SLOW] {
        phone.throttle_cpu(slow).await?;
        let told = phone.execute_async(TYPE).await?;
        let fields = told.get("fields").and_then(Value::as_u64).unwrap_or_default();
        println!("a keystroke in a form of {fields} fields, the processor {slow}× slower");
        println!("  until the page goes on, median         {:.1} ms", median(&told, "took"));
        println!("  until it is painted, median            {:.1} ms", median(&told, "painted"));
    }
    phone.close().await
}

fn median(told: &Value, what: &str) -> f64 {
    let mut times: Vec<f64> = told.get(what).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A site that asks for thirty short texts.
fn questions() -> String {
    let question = |number: usize| {
        let name = format!("visitorCustom{number}");
        json!({ "dataList": [], "fieldInfoDto": {
            "paraId": name, "paraKey": name, "paraName": format!("问题{number}"), "showType": "1", "required": "1", "display": "0",
            "readOnly": "1", "maxLength": 100, "fieldProperties": "0", "disorder": number, "status": 0,
        } })
    };
    json!({ "code": "0", "msg": "success", "data": (0..FIELDS).map(question).collect::<Vec<_>>() }).to_string()
}
