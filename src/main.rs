//! Mounts the app.

fn main() {
    visitor_front::platform::webview::report_crashes();
    leptos::mount::mount_to_body(visitor_front::app::App);
}
