//! The members of Feishu's access control.

use crate::feishu::User;

const USERS: u32 = 120;

/// The user of Feishu's own documents.
pub const DOCUMENTED_USER: &str = "ou_7dab8a3d3cdcc9da365777c7ad535d62";

pub fn users() -> Vec<User> {
    (0..USERS)
        .map(|index| User { id: id(index), card: (index % 7 != 3).then_some(123_456 + index), face_uploaded: index % 5 != 4 })
        .collect()
}

fn id(index: u32) -> String {
    match index {
        0 => DOCUMENTED_USER.to_owned(),
        index => format!("ou_{:032x}", u128::from(index).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)),
    }
}
