//! The settings of WeChat's and WeCom's JS-SDK (`wechat` in config.json).

use crate::answer;

/// Where the JS-SDK comes from, and who signs for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeChatSettings {
    /// The address of the script (`sdk`).
    pub sdk: String,
    /// The address that signs a page's address (`signature`); without it, only the mini-program's own calls can be used.
    pub signature: Option<String>,
    pub agent: Option<AgentSettings>,
}

/// WeCom's agent, whose calls are signed for beside those of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentSettings {
    /// A further script, where the agent's calls need one (`agent.sdk`).
    pub sdk: Option<String>,
    /// The address that signs a page's address for the agent (`agent.signature`).
    pub signature: String,
}

answer! {
    pub(super) struct WeChatFile {
        sdk: String = "sdk",
        signature: String = "signature",
        agent: AgentFile = "agent",
    }
}

answer! {
    struct AgentFile {
        sdk: String = "sdk",
        signature: String = "signature",
    }
}

/// A setting that is neither empty nor an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoAddress;

impl WeChatFile {
    /// The settings; none where no script is named.
    pub(super) fn settings(self) -> Result<Option<WeChatSettings>, NoAddress> {
        let (sdk, signature) = (address(&self.sdk)?, address(&self.signature)?);
        let (agent_sdk, agent_signature) = (address(&self.agent.sdk)?, address(&self.agent.signature)?);
        let agent = agent_signature.map(|signature| AgentSettings { sdk: agent_sdk, signature });
        Ok(sdk.map(|sdk| WeChatSettings { sdk, signature, agent }))
    }
}

/// An http(s) address, or a path of this site; none where the setting is empty.
fn address(text: &str) -> Result<Option<String>, NoAddress> {
    let text = text.trim();
    let is_path = text.starts_with('/') && !text.starts_with("//");
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let has_host = host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'));
    let is_written_out = text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '#' | '\\' | '"'));
    match text.is_empty() {
        true => Ok(None),
        false if (is_path || has_host) && is_written_out => Ok(Some(text.to_owned())),
        false => Err(NoAddress),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn parsed(text: &str) -> Option<WeChatSettings> {
        Config::parse(text).unwrap().wechat
    }

    #[test]
    fn without_a_script_there_is_no_sdk() {
        for text in ["{}", r#"{"wechat":null}"#, r#"{"wechat":{}}"#, r#"{"wechat":{"sdk":" ","signature":"/signature"}}"#] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }

    #[test]
    fn script_signature_and_agent_are_addresses() {
        let text = r#"{"wechat":{"sdk":"https://sdk.example/j.js","signature":"/gateway/signature?site=7",
            "agent":{"sdk":"","signature":"https://site.example/agent"}}}"#;
        let settings = parsed(text).unwrap();
        assert_eq!((settings.sdk.as_str(), settings.signature.as_deref()), ("https://sdk.example/j.js", Some("/gateway/signature?site=7")));
        assert_eq!(settings.agent, Some(AgentSettings { sdk: None, signature: "https://site.example/agent".to_owned() }));
        assert_eq!(parsed(r#"{"wechat":{"sdk":"/j.js","agent":{"sdk":"/a.js"}}}"#).unwrap().agent, None);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for bad in
            ["j.js", "//sdk.example/j.js", "javascript:alert(1)", "https://", "https:///j.js", "/j.js#a", "/a b.js", "data:,a", "/\\\\a"]
        {
            for setting in ["sdk", "signature"] {
                assert_eq!(Config::parse(&format!(r#"{{"wechat":{{"{setting}":"{bad}"}}}}"#)), None, "{setting}: {bad}");
                assert_eq!(Config::parse(&format!(r#"{{"wechat":{{"agent":{{"{setting}":"{bad}"}}}}}}"#)), None, "agent, {setting}: {bad}");
            }
        }
        for text in
            [r#"{"wechat":[1]}"#, r#"{"wechat":"/j.js"}"#, r#"{"wechat":{"sdk":["/j.js"]}}"#, r#"{"wechat":{"sdk":"/j.js","agent":true}}"#]
        {
            assert_eq!(Config::parse(text), None, "{text}");
        }
    }
}
