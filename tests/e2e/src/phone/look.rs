//! What eyes see. Looking waits until it is so, up to the phone's patience.

use super::{Phone, Role, reference};
use crate::command::Command;
use crate::trouble::Outcome;
use serde_json::Value;

impl Phone {
    /// Waits for words on the screen.
    pub async fn sees(&self, words: &str) -> Outcome {
        self.until(format!("to see “{words}”"), async || Ok(self.text().await?.contains(words).then_some(()))).await
    }

    /// Waits until words are not, or no longer, on the screen. Only what came after something else was seen is proof.
    pub async fn does_not_see(&self, words: &str) -> Outcome {
        self.until(format!("“{words}” to be gone"), async || Ok((!self.text().await?.contains(words)).then_some(()))).await
    }

    /// Waits for something of that role and name.
    pub async fn finds(&self, role: Role, name: &str) -> Outcome {
        let wanted = format!("to find a {} “{name}”", role.name());
        self.until(wanted, async || Ok((self.ask("isThere", [role.name(), name]).await? == true).then_some(()))).await
    }

    /// Waits until nothing of that role and name is there.
    pub async fn does_not_find(&self, role: Role, name: &str) -> Outcome {
        let wanted = format!("no {} “{name}”", role.name());
        self.until(wanted, async || Ok((self.ask("isThere", [role.name(), name]).await? == false).then_some(()))).await
    }

    /// The names of everything of that role, in the order of the page.
    pub async fn names(&self, role: Role) -> Outcome<Vec<String>> {
        let names = self.ask("names", [role.name()]).await?;
        Ok(names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until that many things of a role are there.
    pub async fn counts(&self, role: Role, count: usize) -> Outcome {
        let wanted = format!("to count {count} of {}", role.name());
        self.until(wanted, async || Ok((self.names(role).await?.len() == count).then_some(()))).await
    }

    /// The same names as the browser's accessibility tree has them.
    pub async fn names_by_the_browser(&self, role: Role) -> Outcome<Vec<String>> {
        let mut names = Vec::new();
        for element in self.ask("each", [role.name()]).await?.as_array().into_iter().flatten() {
            let name = self.client.issue_cmd(Command::name_of(reference(element).unwrap_or_default())).await?;
            names.push(name.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "));
        }
        Ok(names)
    }

    /// Waits until a button can, or cannot, be pressed.
    pub async fn can_press(&self, name: &str, possible: bool) -> Outcome {
        let wanted = format!("“{name}” to be {}", if possible { "open" } else { "closed" });
        self.until(wanted, async || Ok((self.ask("isEnabled", ["button", name]).await? == possible).then_some(()))).await
    }

    /// Waits until an answer shows that value: the text typed, the option's text, `true` for a ticked box.
    pub async fn shows(&self, label: &str, value: &str) -> Outcome {
        self.until(format!("“{label}” to show “{value}”"), async || Ok((self.value_of(label).await? == value).then_some(()))).await
    }

    /// Where a link leads, as it is written.
    pub async fn leads_to(&self, name: &str) -> Outcome<String> {
        let link = self.until(format!("a link “{name}”"), async || self.find("touch", [Role::Link.name(), name]).await).await?;
        Ok(link.attr("href").await?.unwrap_or_default())
    }

    /// What an answer shows now.
    pub async fn value_of(&self, label: &str) -> Outcome<String> {
        Ok(self.ask("shown", [label]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until that is said to be wrong with an answer, beside it and to screen readers.
    pub async fn complains(&self, label: &str, words: &str) -> Outcome {
        self.until(format!("“{label}” to complain “{words}”"), async || {
            Ok((self.complaint(label).await? == (words.to_owned(), true)).then_some(()))
        })
        .await
    }

    /// Waits until nothing is wrong with an answer any more.
    pub async fn is_content(&self, label: &str) -> Outcome {
        self.until(format!("“{label}” to be content"), async || {
            Ok((self.complaint(label).await? == (String::new(), false)).then_some(()))
        })
        .await
    }

    async fn complaint(&self, label: &str) -> Outcome<(String, bool)> {
        let complaint = self.ask("complaint", [label]).await?;
        let words = complaint.get("words").and_then(Value::as_str).unwrap_or_default();
        Ok((words.to_owned(), complaint.get("invalid").is_some_and(|invalid| invalid == true)))
    }

    /// Waits until the keyboard types into that answer.
    pub async fn focus_is_on(&self, label: &str) -> Outcome {
        self.until(format!("the focus on “{label}”"), async || Ok((self.ask("hasFocus", [label]).await? == true).then_some(()))).await
    }

    /// Everything that can be read on the page now.
    pub async fn text(&self) -> Outcome<String> {
        Ok(self.ask("text", []).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the address bar shows that path and query.
    pub async fn is_at(&self, address: &str) -> Outcome {
        self.until(format!("the address {address}"), async || Ok((self.address().await? == address).then_some(()))).await
    }

    /// What the webview writes into its own bar.
    pub async fn title(&self) -> Outcome<String> {
        Ok(self.client.title().await?)
    }

    /// Path and query in the address bar.
    pub async fn address(&self) -> Outcome<String> {
        let url = self.client.current_url().await?;
        Ok(url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path())))
    }

    /// Waits until the page is scrolled to that position, in CSS pixels.
    pub async fn is_scrolled_to(&self, position: u64) -> Outcome {
        let near = |now: u64| now.abs_diff(position) <= 2;
        self.until(format!("the page at {position}"), async || Ok(near(self.scrolled().await?).then_some(()))).await
    }

    /// The first of a role whose top is on the screen, and how far below the upper edge.
    pub async fn first_in_sight(&self, role: Role) -> Outcome<(String, i64)> {
        self.until(format!("a {} on the screen", role.name()), async || {
            let seen = self.ask("firstInSight", [role.name()]).await?;
            let name = seen.get(0).and_then(Value::as_str).map(str::to_owned);
            Ok(name.zip(seen.get(1).and_then(Value::as_i64)))
        })
        .await
    }

    pub async fn scrolled(&self) -> Outcome<u64> {
        Ok(self.ask("scrolled", []).await?.as_u64().unwrap_or_default())
    }

    /// Waits until nothing slides or fades any more.
    pub async fn is_at_rest(&self) -> Outcome {
        self.until("the screen at rest", async || Ok((self.ask("isAtRest", []).await? == true).then_some(()))).await
    }

    /// What is shown and cannot be tapped, because something else lies over it. Scrolls the page.
    pub async fn covered(&self) -> Outcome<Vec<String>> {
        let covered = self.ask("covered", []).await?;
        Ok(covered.as_array().into_iter().flatten().map(Value::to_string).collect())
    }

    /// What sticks out sideways; nothing where the page does not scroll that way.
    pub async fn overflow(&self) -> Outcome<Vec<String>> {
        let wide = self.ask("overflow", []).await?;
        Ok(wide.as_array().into_iter().flatten().map(Value::to_string).collect())
    }
}
