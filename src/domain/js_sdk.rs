//! What it takes to have WeChat's and WeCom's JS-SDK allow its calls.

/// A signature of the site's over the address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The official account, in WeCom the company.
    pub app: String,
    /// WeCom's agent, where its calls are signed for.
    pub agent: Option<String>,
    pub timestamp: String,
    pub nonce: String,
    pub signature: String,
}

/// Which address of a page has to be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedAddress {
    /// The one that was opened: iOS takes no notice of later changes of the address.
    Entry,
    /// The present one: each change of the address takes another signature.
    Present,
}

impl SignedAddress {
    pub fn of(user_agent: &str) -> Self {
        let is_ios = ["iPhone", "iPad", "iPod"].iter().any(|device| user_agent.contains(device));
        if is_ios { Self::Entry } else { Self::Present }
    }
}

/// An address as it is signed: without its fragment.
pub fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ios_signs_the_entry_and_others_the_present_address() {
        for device in ["iPhone; CPU iPhone OS 17_5", "iPad; CPU OS 16_0"] {
            assert_eq!(SignedAddress::of(&format!("Mozilla/5.0 ({device} like Mac OS X) MicroMessenger/8.0.50")), SignedAddress::Entry);
        }
        assert_eq!(SignedAddress::of("Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0.53"), SignedAddress::Present);
        assert_eq!(SignedAddress::of(""), SignedAddress::Present);
    }

    #[test]
    fn a_fragment_is_not_signed() {
        assert_eq!(without_fragment("https://site.example/i/7?s=sms#top#2"), "https://site.example/i/7?s=sms");
        assert_eq!(without_fragment("https://site.example/"), "https://site.example/");
    }
}
