//! The visitor's program.

fn main() {
    visitor_front::app::start(visitor_front::app::visitor::PARTS);
}
