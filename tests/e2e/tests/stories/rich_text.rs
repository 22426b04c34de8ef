//! Texts that a site writes: what helps reading is shown, and nothing of them ever runs or fetches.

use super::visitor::LINK;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Article, Role::Button, Role::Dialog, Role::Img, Role::Link};
use e2e::site::{Fault, Site, call};
use serde_json::{Value, json};

/// An address of the backend itself, so that the site would notice.
const TRAP: &str = "/webapi/visitorcs/trap";
/// Its end.
const TRAPPED: &str = "trap";

/// Everything that a hostile editor may try, each around or beside words that have to be readable.
const HOSTILE: [&str; 24] = [
    "<img src=TRAP onerror='window.hacked=1'>",
    "<img src=x onerror=\"window.hacked=1\" srcset='TRAP 2x'>",
    "<picture><source srcset=TRAP><img src=TRAP></picture>",
    "<script>window.hacked=1</script><script src=TRAP></script>",
    "<SCRIPT/x>window.hacked=1</SCRIPT>",
    "<scr<script>ipt>window.hacked=1</script>",
    "<svg onload='window.hacked=1'><script>window.hacked=1</script><image href=TRAP /><a xlink:href='javascript:window.hacked=1'><text>x</text></a></svg>",
    "<math><mtext><style><img src=TRAP onerror='window.hacked=1'></style></mtext></math>",
    "<iframe src=TRAP srcdoc='<script>parent.hacked=1</script>'></iframe><frame src=TRAP>",
    "<object data=TRAP></object><embed src=TRAP><applet code=TRAP></applet>",
    "<link rel=stylesheet href=TRAP><link rel=prefetch href=TRAP>",
    "<style>@import url(TRAP); * { display: none !important }</style>",
    "<meta http-equiv=refresh content='0;url=TRAP'><base href='https://elsewhere.invalid/'>",
    "<video autoplay poster=TRAP src=TRAP></video><audio autoplay src=TRAP onerror='window.hacked=1'></audio>",
    "<template><img src=TRAP onerror='window.hacked=1'></template>",
    "<noscript><p title='</noscript><img src=TRAP onerror=window.hacked=1>'></noscript>",
    "<textarea autofocus onfocus='window.hacked=1'></textarea><select autofocus onfocus='window.hacked=1'></select>",
    "<input autofocus onfocus='window.hacked=1' type=image src=TRAP>",
    "<details open ontoggle='window.hacked=1'>",
    "<p style='position:fixed;top:0;left:0;width:100%;height:100%;background:url(TRAP)' onclick='window.hacked=1' id=subject class=popup>",
    "<table background=TRAP><tr><td background=TRAP style='background:url(TRAP)'>",
    "<form action=TRAP><button formaction='javascript:window.hacked=1'>",
    "<body background=TRAP onload='window.hacked=1' onpageshow='window.hacked=1'>",
    "<!--><img src=TRAP onerror='window.hacked=1'>--><x onanimationstart='window.hacked=1' style='animation: popup-shade 1s'>",
];

fn hostile(place: &str) -> String {
    trying(&HOSTILE, place)
}

fn trying(tries: &[&str], place: &str) -> String {
    let tries: String = tries.iter().enumerate().map(|(number, markup)| format!("<div>{markup}{place}之{number}。</div>")).collect();
    let links = "<a href='javascript:window.hacked=1'>脚本链接</a><a href='TRAP' target=_blank>外部链接</a>\
        <a href='java\tscript:window.hacked=1'>伪装链接</a><a href='//elsewhere.invalid'>别处链接</a><a href='tel:javascript:1'>假电话</a>";
    format!("{tries}<p>{links}</p>").replace("TRAP", TRAP)
}

/// Promises that hold this text wherever a promise can hold one.
fn promises(text: impl Fn(&str) -> String) -> Value {
    json!({
        "showBeforeFlag": true,
        "beforeDetails": [
            { "promiseType": 2, "detailsContent": text("事先问题") },
            { "promiseType": 1, "detailsContent": text("事先说明") },
        ],
        "showInFlag": true,
        "inDetails": [{ "promiseType": 2, "detailsContent": text("表内问题") }, { "promiseType": 1, "detailsContent": text("表内说明") }],
        "showInformFlag": true,
        "informDetails": { "detailsName": "<b onclick='window.hacked=1'>告知书", "detailsContent": text("告知内容") },
    })
}

fn writes(site: &Site, text: impl Fn(&str) -> String) {
    let notice = json!({ "status": "1", "title": "<script>window.hacked=1</script>须知", "content": text("入园须知") });
    site.inject_lasting_fault(Fault::Data(notice), call::NOTICE);
    site.inject_lasting_fault(Fault::Data(promises(text)), call::PROMISES);
}

/// What has run or was fetched, and what could be.
const TRACES: &str = "
    var texts = Array.from(document.querySelectorAll('.rich-text, .rich-text *'));
    var ours = function (attribute) { return /^(class|data-plain)$/.test(attribute.name) && /^(rich-text)?$/.test(attribute.value); };
    return {
        hacked: window.hacked || 0,
        fetched: performance.getEntriesByType('resource').map(function (entry) { return entry.name }).filter(function (name) { return /trap|invalid/.test(name) }),
        attributes: texts.reduce(function (found, element) {
            return found.concat(Array.from(element.attributes).filter(function (attribute) { return !ours(attribute) }).map(function (attribute) { return attribute.name }));
        }, []),
        odd: texts.filter(function (element) { return /^(IMG|SCRIPT|STYLE|IFRAME|SVG|LINK|META|BASE|FORM|INPUT|BUTTON|TEXTAREA|SELECT|A|X)$/i.test(element.tagName) }).length,
        texts: document.querySelectorAll('.rich-text').length
    };";

async fn leaves_no_trace(site: &Site, phone: &Phone, texts: usize) -> Result {
    let traces = phone.execute(TRACES).await?;
    assert_eq!(traces, json!({ "hacked": 0, "fetched": [], "attributes": [], "odd": 0, "texts": texts }));
    assert_eq!(site.count(TRAPPED), 0);
    Ok(())
}

#[tokio::test]
async fn hostile_texts_are_read_and_never_run() -> Result {
    let site = Site::open_without_policy().await?;
    writes(&site, hostile);
    let phone = site.start_phone(Handset::wechat().small()).await?;
    phone.open(LINK).await?;
    phone.finds(Dialog, "预约前请阅读").await?;
    for place in ["事先问题", "事先说明", "告知内容", "入园须知"] {
        for number in 0..HOSTILE.len() {
            phone.sees(&format!("{place}之{number}。")).await?;
        }
    }
    phone.sees("脚本链接外部链接伪装链接别处链接假电话").await?;
    phone.sees("<b onclick='window.hacked=1'>告知书").await?;
    phone.has_count(Img, 0).await?;
    phone.has_count(Link, 0).await?;
    leaves_no_trace(&site, &phone, 4).await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.animations_are_over().await?;
    phone.screenshot("rich-text-hostile").await?;

    phone.execute("document.querySelectorAll('.popup input[type=radio]')[0].click()").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.sees(&format!("表内问题之{}。", HOSTILE.len() - 1)).await?;
    phone.sees("表内说明之0。").await?;
    leaves_no_trace(&site, &phone, 2).await?;
    assert_eq!(phone.overflow().await?, Vec::<String>::new());
    phone.close().await
}

/// The traps would have snapped.
#[tokio::test]
async fn what_hostile_texts_do_is_noticed() -> Result {
    let site = Site::open_without_policy().await?;
    site.update_settings(|settings| (settings.promise, settings.note) = (false, false));
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.finds(Button, "提交预约").await?;
    let text = serde_json::to_string(&trying(&HOSTILE[..10], "不设防")).expect("a text");
    let careless =
        "var place = document.createElement('div'); place.className = 'rich-text'; place.innerHTML = TEXT; document.body.append(place);
        return new Promise(function (done) { (function look() { window.hacked ? done() : setTimeout(look, 20) })() })";
    phone.execute(&careless.replace("TEXT", &text)).await?;
    let traces = phone.execute(TRACES).await?;
    assert_eq!(traces["hacked"], 1);
    assert_ne!(traces["fetched"], json!([]));
    assert_ne!(traces["attributes"], json!([]));
    assert_ne!(traces["odd"], 0);
    assert_ne!(site.count(TRAPPED), 0);
    // The page is beyond repair, and its console says so.
    Ok(())
}

#[tokio::test]
async fn texts_nested_a_thousand_deep_are_read() -> Result {
    let site = Site::open_without_policy().await?;
    for tag in ["div", "b", "ul><li", "blockquote", "table><tr><td", "font", "svg><g"] {
        let open = format!("<{tag}>").repeat(1_000);
        writes(&site, |place| format!("<p>{place}开头</p>{open}{place}深处"));
        let phone = site.start_phone(Handset::wechat().small()).await?;
        phone.open(LINK).await?;
        phone.sees("告知内容开头").await?;
        if !tag.starts_with("svg") {
            phone.sees("告知内容深处").await?;
        }
        assert_eq!(phone.overflow().await?, Vec::<String>::new(), "{tag}");
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn endless_texts_end() -> Result {
    let site = Site::open_without_policy().await?;
    writes(&site, |place| format!("<p>{place}开头</p>{}<p>{place}结尾</p>", "<p>长</p>".repeat(40_000)));
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.sees("告知内容开头").await?;
    assert!(!phone.text().await?.contains("告知内容结尾"));
    phone.close().await
}

#[tokio::test]
async fn what_helps_reading_is_shown() -> Result {
    const LETTER: &str = "<h1>第一章</h1><p>请<strong>佩戴</strong>安全帽&nbsp;&amp; 胸牌，<font color=red>不得</font>拍照</p><ol><li>先登记<ul><li>带身份证</li></ul></li><li>再入园</li></ol>\
        <blockquote>安全第一</blockquote><table><thead><tr><th>区域</th><th>防护</th></tr></thead><tbody><tr><td>车间</td><td>安全帽、防护鞋、护目镜、反光背心</td></tr></tbody></table>\
        第一行<br/>第二行<p>值班电话：<a href='tel:021-55550110' onclick='window.hacked=1'>021-5555 0110</a></p>";
    const NOTE: &str = "1.遵守秩序\n2.体温 < 37.3\n\n3.请勿<b>吸烟</b>";
    let site = Site::open_without_policy().await?;
    site.inject_lasting_fault(Fault::Data(json!({ "status": "1", "title": "", "content": NOTE })), call::NOTICE);
    let letter = json!({ "showInformFlag": true, "informDetails": { "detailsName": "入园安全告知书", "detailsContent": LETTER } });
    site.inject_lasting_fault(Fault::Data(letter), call::PROMISES);
    for (name, handset) in [("light", Handset::wechat().small()), ("dark", Handset::wechat().dark())] {
        let phone = site.start_phone(handset).await?;
        phone.open(LINK).await?;
        phone.sees("1.遵守秩序\n2.体温 < 37.3\n\n3.请勿吸烟").await?;
        phone.sees("第一行\n第二行").await?;
        phone.sees("请佩戴安全帽 & 胸牌，不得拍照").await?;
        phone.has_count(Article, 2).await?;
        phone.sees("入园安全告知书").await?;
        // A notice without a title still has a name.
        phone.sees("入园须知").await?;
        let shown = "return ['h4', 'strong', 'ol > li', 'ol ul > li', 'blockquote', 'th', 'td'].map(function (kind) { return document.querySelectorAll('.rich-text ' + kind).length })";
        assert_eq!(phone.execute(shown).await?, json!([1, 2, 2, 1, 1, 2, 2]));
        assert_eq!(phone.names(Link).await?, ["021-5555 0110"]);
        assert_eq!(
            // Comments are the framework's own marks.
            phone.execute("return document.querySelector('.rich-text a').outerHTML.replaceAll('<!---->', '')").await?,
            "<a href=\"tel:021-55550110\">021-5555 0110</a>"
        );
        assert_eq!(phone.overflow().await?, Vec::<String>::new());
        phone.animations_are_over().await?;
        phone.screenshot(&format!("rich-text-{name}")).await?;
        phone.execute("document.querySelector('.popup__content').scrollTop = 10000").await?;
        phone.screenshot(&format!("rich-text-{name}-end")).await?;
        phone.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_question_is_named_by_its_words() -> Result {
    let site = Site::open_without_policy().await?;
    let content = "<p>本人<b>未携带</b>火种<br>且身体健康<style>p { color: red }</style></p><p>特此承诺</p>";
    let promises = json!({ "showBeforeFlag": true, "beforeDetails": [{ "promiseType": 2, "detailsContent": content }] });
    site.inject_lasting_fault(Fault::Data(promises), call::PROMISES);
    let phone = site.start_phone(Handset::wechat()).await?;
    phone.open(LINK).await?;
    phone.choose_radio("本人未携带火种 且身体健康 特此承诺", "是").await?;
    phone.tap(Button, "我已阅读并同意").await?;
    phone.finds(Button, "提交预约").await?;
    phone.close().await
}
