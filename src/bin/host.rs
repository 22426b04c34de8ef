//! The employee's program. A program of its own, so that nobody downloads the pages of the other side.

fn main() {
    visitor_front::app::start(visitor_front::app::host::PARTS);
}
