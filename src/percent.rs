//! Percent-encoding, for paths and queries alike.

/// Encodes a path segment or a query value: everything but RFC 3986's unreserved characters.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(hex_digit(byte >> 4));
            out.push(hex_digit(byte & 15));
        }
    }
    out
}

/// Reads a path segment back; a broken escape stays as it is.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escape = tail.get(..2).filter(|_| first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let value = escape.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(value.unwrap_or(first));
        rest = if value.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads a query value back, where `+` is a space.
pub fn decode_form(text: &str) -> String {
    decode(&text.replace('+', " "))
}

fn hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_encoded_is_read_back() {
        for text in ["", "a/b?c=%&d", "预约 😀", "100%", "+1", "~-._"] {
            assert_eq!(decode(&encode(text)), text);
            assert_eq!(decode_form(&encode(text)), text);
        }
    }

    #[test]
    fn broken_escapes_stay_as_they_are() {
        for (escaped, plain) in [("%E7%8E%8B", "王"), ("100%", "100%"), ("%zz%4", "%zz%4"), ("a+b", "a b")] {
            assert_eq!(decode_form(escaped), plain);
        }
        assert_eq!(decode("a+b"), "a+b");
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use super::super::*;
        use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

        proptest! {
            #[test]
            fn any_text_survives_a_path_and_a_query(text in any::<String>()) {
                let encoded = encode(&text);
                prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)), "{}", encoded);
                prop_assert_eq!(decode(&encoded), text.clone());
                prop_assert_eq!(decode_form(&encoded), text);
            }

            #[test]
            fn whatever_an_address_holds_can_be_read(text in any::<String>()) {
                decode(&text);
                decode_form(&text);
            }
        }
    }
}
