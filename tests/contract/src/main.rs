//! `cargo xtask inventory`: what goes over the wire, a line a call.

fn main() {
    let mut lines: Vec<String> = contract::calls::every_call().iter().map(|call| call.request.to_string()).collect();
    lines.sort();
    println!("{}", lines.join("\n"));
}
