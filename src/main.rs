//! The visitor's program.

fn main() {
    visitor_front::app::start(visitor_front::route::Program::Visitor, visitor_front::app::visitor::screen);
}
