//! Mounts the app.

fn main() {
    leptos::mount::mount_to_body(visitor_front::app::App);
}
