//! Expectations of the page. They wait until they hold, up to the phone's timeout.

use super::{Phone, Role, reference};
use crate::command::Command;
use crate::error::Result;
use serde_json::Value;

impl Phone {
    /// Waits until a text is on the page.
    pub async fn sees(&self, words: &str) -> Result {
        self.until(format!("to see “{words}”"), async || Ok(self.text().await?.contains(words).then_some(()))).await
    }

    /// Waits until a text is not on the page. It proves something only after something else was seen.
    pub async fn does_not_see(&self, words: &str) -> Result {
        self.until(format!("“{words}” to be gone"), async || Ok((!self.text().await?.contains(words)).then_some(()))).await
    }

    /// Waits until a script in the page returns that.
    pub async fn waits_for(&self, script: &str, wanted: &Value) -> Result {
        self.until(format!("{script} to give {wanted}"), async || Ok((self.execute(script).await? == *wanted).then_some(()))).await
    }

    /// Waits for an element of that role and name.
    pub async fn finds(&self, role: Role, name: &str) -> Result {
        let wanted = format!("to find a {} “{name}”", role.name());
        self.until(wanted, async || Ok((self.query("exists", [role.name(), name]).await? == true).then_some(()))).await
    }

    /// Waits until no element of that role and name is there.
    pub async fn does_not_find(&self, role: Role, name: &str) -> Result {
        let wanted = format!("no {} “{name}”", role.name());
        self.until(wanted, async || Ok((self.query("exists", [role.name(), name]).await? == false).then_some(()))).await
    }

    /// The names of all elements of that role, in document order.
    pub async fn names(&self, role: Role) -> Result<Vec<String>> {
        let names = self.query("names", [role.name()]).await?;
        Ok(names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until that many elements of a role are there.
    pub async fn has_count(&self, role: Role, count: usize) -> Result {
        let wanted = format!("to count {count} of {}", role.name());
        self.until(wanted, async || Ok((self.names(role).await?.len() == count).then_some(()))).await
    }

    /// The names that the browser computes for its accessibility tree.
    pub async fn computed_names(&self, role: Role) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for element in self.query("elements", [role.name()]).await?.as_array().into_iter().flatten() {
            let name = self.client.issue_cmd(Command::name_of(reference(element).unwrap_or_default())).await?;
            names.push(name.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "));
        }
        Ok(names)
    }

    /// Waits until a button is enabled, or disabled.
    pub async fn button_is_enabled(&self, name: &str, enabled: bool) -> Result {
        let wanted = format!("“{name}” to be {}", if enabled { "open" } else { "closed" });
        self.until(wanted, async || Ok((self.query("isEnabled", ["button", name]).await? == enabled).then_some(()))).await
    }

    /// Waits until a field has that value: the text, the option's text, `true` for a checked box.
    pub async fn has_value(&self, label: &str, value: &str) -> Result {
        self.until(format!("“{label}” to show “{value}”"), async || Ok((self.value_of(label).await? == value).then_some(()))).await
    }

    /// The `href` attribute of a link.
    pub async fn href_of(&self, name: &str) -> Result<String> {
        let link = self.until(format!("a link “{name}”"), async || self.find("tappable", [Role::Link.name(), name]).await).await?;
        Ok(link.attr("href").await?.unwrap_or_default())
    }

    /// The value of a field now.
    pub async fn value_of(&self, label: &str) -> Result<String> {
        Ok(self.query("value", [label]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a field shows that problem and is marked `aria-invalid`.
    pub async fn has_problem(&self, label: &str, words: &str) -> Result {
        self.until(format!("“{label}” to have the problem “{words}”"), async || {
            Ok((self.problem(label).await? == (words.to_owned(), true)).then_some(()))
        })
        .await
    }

    /// Waits until a field shows no problem.
    pub async fn has_no_problem(&self, label: &str) -> Result {
        self.until(format!("“{label}” to have no problem"), async || {
            Ok((self.problem(label).await? == (String::new(), false)).then_some(()))
        })
        .await
    }

    async fn problem(&self, label: &str) -> Result<(String, bool)> {
        let problem = self.query("problem", [label]).await?;
        let words = problem.get("words").and_then(Value::as_str).unwrap_or_default();
        Ok((words.to_owned(), problem.get("invalid").is_some_and(|invalid| invalid == true)))
    }

    /// Waits until a field has the focus.
    pub async fn has_focus(&self, label: &str) -> Result {
        self.until(format!("the focus on “{label}”"), async || Ok((self.query("hasFocus", [label]).await? == true).then_some(()))).await
    }

    /// The visible text of the page.
    pub async fn text(&self) -> Result<String> {
        Ok(self.query("text", []).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the address bar shows that path and query.
    pub async fn is_at(&self, address: &str) -> Result {
        self.until(format!("the address {address}"), async || Ok((self.address().await? == address).then_some(()))).await
    }

    /// The title of the document.
    pub async fn title(&self) -> Result<String> {
        Ok(self.client.title().await?)
    }

    /// Path and query in the address bar.
    pub async fn address(&self) -> Result<String> {
        let url = self.client.current_url().await?;
        Ok(url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path())))
    }

    /// Waits until the page is scrolled to that position, in CSS pixels.
    pub async fn is_scrolled_to(&self, position: u64) -> Result {
        let near = |now: u64| now.abs_diff(position) <= 2;
        self.until(format!("the page at {position}"), async || Ok(near(self.scrolled().await?).then_some(()))).await
    }

    /// The first element of a role whose top is on the screen, and the distance to the upper edge.
    pub async fn first_visible(&self, role: Role) -> Result<(String, i64)> {
        self.until(format!("a {} on the screen", role.name()), async || {
            let seen = self.query("firstVisible", [role.name()]).await?;
            let name = seen.get(0).and_then(Value::as_str).map(str::to_owned);
            Ok(name.zip(seen.get(1).and_then(Value::as_i64)))
        })
        .await
    }

    pub async fn scrolled(&self) -> Result<u64> {
        Ok(self.query("scrollTop", []).await?.as_u64().unwrap_or_default())
    }

    /// Waits until no animation runs, spinners apart.
    pub async fn animations_are_over(&self) -> Result {
        self.until("the screen at rest", async || Ok((self.query("animationsAreOver", []).await? == true).then_some(()))).await
    }

    /// The visible controls that another element covers. Scrolls the page.
    pub async fn covered(&self) -> Result<Vec<String>> {
        let covered = self.query("covered", []).await?;
        Ok(covered.as_array().into_iter().flatten().map(Value::to_string).collect())
    }

    /// The elements wider than the viewport; empty where the page does not scroll sideways.
    pub async fn overflow(&self) -> Result<Vec<String>> {
        let wide = self.query("overflow", []).await?;
        Ok(wide.as_array().into_iter().flatten().map(Value::to_string).collect())
    }
}
