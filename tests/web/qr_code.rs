//! `QrCodeImage`: one picture, whatever code it shows.

use crate::harness::{Screen, WindowListeners, mount, settle};
use leptos::prelude::*;
use visitor_front::domain::qr_code::QrCode;
use visitor_front::ui::qr_code::QrCodeImage;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlImageElement;

fn code(text: &str) -> QrCode {
    QrCode::encode(text).unwrap()
}

fn picture(shown: RwSignal<QrCode>, label: RwSignal<String>) -> Screen {
    mount(move || view! { <QrCodeImage code=shown label=label most=320.0 margin=32.0/> })
}

#[wasm_bindgen_test]
async fn a_renewed_code_is_another_picture_in_the_same_place() {
    let (shown, label) = (RwSignal::new(code("V1")), RwSignal::new("Pass".to_owned()));
    let screen = picture(shown, label);
    let image: HtmlImageElement = screen.control("img", "Pass");
    let before = image.src();
    assert!(before.starts_with("data:image/svg+xml"));
    shown.set(code("V2"));
    settle().await;
    assert!(screen.control::<HtmlImageElement>("img", "Pass") == image && image.src() != before);
    shown.set(code("V1"));
    label.set("Pass, over".to_owned());
    settle().await;
    assert!(screen.control::<HtmlImageElement>("img", "Pass, over") == image);
    assert_eq!(image.src(), before);
}

#[wasm_bindgen_test]
async fn a_code_is_square_and_large_enough_for_readers() {
    let shown = RwSignal::new(code("V1"));
    let screen = picture(shown, RwSignal::new("Pass".to_owned()));
    for text in ["V1".to_owned(), "x".repeat(500)] {
        shown.set(code(&text));
        settle().await;
        let place = screen.get("img", "Pass").get_bounding_client_rect();
        assert!(place.width() >= 240.0 && place.width() <= 320.0, "{}", place.width());
        assert!((place.width() - place.height()).abs() < 0.01);
    }
}

#[wasm_bindgen_test]
async fn a_code_that_has_gone_no_longer_listens() {
    let listeners = WindowListeners::watch();
    let screen = picture(RwSignal::new(code("V1")), RwSignal::new("Pass".to_owned()));
    assert_eq!(listeners.count(), 1.0);
    drop(screen);
    settle().await;
    assert_eq!(listeners.count(), 0.0);
}
