//! What a finger does: open, tap, type, choose.

use super::{Phone, Role};
use crate::command::Command;
use crate::trouble::Outcome;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::Path;

impl Phone {
    /// Opens a path of the site, as a link from outside does.
    pub async fn open(&self, path: &str) -> Outcome {
        Ok(self.client.goto(&format!("{}{path}", self.site)).await?)
    }

    pub async fn reload(&self) -> Outcome {
        Ok(self.client.refresh().await?)
    }

    pub async fn go_back(&self) -> Outcome {
        Ok(self.client.back().await?)
    }

    pub async fn go_forward(&self) -> Outcome {
        Ok(self.client.forward().await?)
    }

    /// Opens a path in a new tab of the same browser; the old tab goes away, and with it what only it knew.
    pub async fn lose_the_tab_and_open(&self, path: &str) -> Outcome {
        let fresh = self.client.new_window(true).await?;
        self.client.close_window().await?;
        self.client.switch_to_window(fresh.handle).await?;
        self.open(path).await
    }

    /// Taps what bears that role and name, as soon as it is there and nothing lies over it.
    pub async fn tap(&self, role: Role, name: &str) -> Outcome {
        let wanted = format!("a {} “{name}” to tap", role.name());
        self.until(wanted, async || match self.find("touch", [role.name(), name]).await? {
            Some(element) => Ok(Some(element.click().await?)),
            None => Ok(None),
        })
        .await
    }

    /// Scrolls until what bears that role and name is in the middle of the screen.
    pub async fn scroll_to(&self, role: Role, name: &str) -> Outcome {
        self.until(format!("a {} “{name}” to scroll to", role.name()), async || self.find("touch", [role.name(), name]).await)
            .await
            .map(drop)
    }

    /// Taps what bears that role and has these words somewhere, where it is: nothing scrolls unless it must.
    pub async fn tap_where_it_is(&self, role: Role, words: &str) -> Outcome {
        self.until(format!("a {} with “{words}” to tap", role.name()), async || {
            match self.find("holding", [role.name(), words]).await? {
                Some(element) => Ok(Some(element.click().await?)),
                None => Ok(None),
            }
        })
        .await
    }

    /// Scrolls to that position, in CSS pixels; far down ends at the bottom.
    pub async fn scroll_to_position(&self, position: u64) -> Outcome {
        self.client.execute("window.scrollTo(0, arguments[0])", vec![json!(position)]).await?;
        Ok(())
    }

    /// Draws a finger from the middle of the screen downwards, that many CSS pixels.
    pub async fn pull_down(&self, way: u32) -> Outcome {
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        let at = |down: u32| json!([{ "x": 160, "y": 260 + down }]);
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", at(0))).await?;
        for step in 1..=8 {
            self.devtools("Input.dispatchTouchEvent", touch("touchMove", at(way * step / 8))).await?;
        }
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await
    }

    /// Draws a finger sideways over the middle of the screen: to the right by CSS pixels, or to the left where negative.
    pub async fn swipe(&self, way: i32) -> Outcome {
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        let at = |right: i32| json!([{ "x": 160 + right, "y": 260 }]);
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", at(0))).await?;
        for step in 1..=8 {
            self.devtools("Input.dispatchTouchEvent", touch("touchMove", at(way * step / 8))).await?;
        }
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await
    }

    /// Turns the phone, or takes another: its screen has that size now.
    pub async fn turn(&self, width: u32, height: u32) -> Outcome {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await
    }

    /// Sets the size of letters, in percent.
    pub async fn set_text_size(&self, percent: u32) -> Outcome {
        let size = json!(format!("{percent}%"));
        self.client.execute("document.documentElement.style.fontSize = arguments[0]", vec![size]).await?;
        Ok(())
    }

    /// Taps many times before the page can react to the first.
    pub async fn storm(&self, role: Role, name: &str) -> Outcome {
        let wanted = format!("a {} “{name}” to tap", role.name());
        self.until(wanted, async || Ok((self.ask("storm", [role.name(), name]).await? == true).then_some(()))).await
    }

    /// Taps one of the options that stand side by side under a name.
    pub async fn pick(&self, group: &str, option: &str) -> Outcome {
        self.until(format!("“{option}” under “{group}”"), async || match self.find("option", [group, option]).await? {
            Some(element) => Ok(Some(element.click().await?)),
            None => Ok(None),
        })
        .await
    }

    /// Types a text in place of what stands there.
    pub async fn type_into(&self, label: &str, text: &str) -> Outcome {
        let input = self.until(format!("“{label}” to type into"), async || self.find("answer", [label]).await).await?;
        if !self.value_of(label).await?.is_empty() {
            input.send_keys(&format!("{}a{}{}", Key::Control, Key::Null, Key::Delete)).await?;
        }
        Ok(input.send_keys(text).await?)
    }

    /// Leaves the input for the next one.
    pub async fn leave(&self, label: &str) -> Outcome {
        let input = self.until(format!("“{label}” to leave"), async || self.find("answer", [label]).await).await?;
        Ok(input.send_keys(&Key::Tab).await?)
    }

    /// Sets a date or a time with the phone's picker: `2026-11-21T10:00`, `2026-11-21`.
    pub async fn set(&self, label: &str, value: &str) -> Outcome {
        self.until(format!("“{label}” to set"), async || self.ask("set", [label, value]).await.map(Some)).await.map(drop)
    }

    /// Chooses an option of a list by its text.
    pub async fn choose(&self, label: &str, option: &str) -> Outcome {
        self.until(format!("“{option}” to choose in “{label}”"), async || match self.find("answer", [label]).await? {
            Some(list) => Ok(Some(list.select_by_label(option).await?)),
            None => Ok(None),
        })
        .await
    }

    /// Picks a file from the phone's storage.
    pub async fn pick_file(&self, label: &str, file: &Path) -> Outcome {
        let input = self.until(format!("“{label}” to pick a file for"), async || self.find("answer", [label]).await).await?;
        Ok(input.send_keys(&file.display().to_string()).await?)
    }

    pub async fn go_offline(&self) -> Outcome {
        self.client.issue_cmd(Command::network(true)).await?;
        Ok(())
    }

    pub async fn back_online(&self) -> Outcome {
        self.client.issue_cmd(Command::network(false)).await?;
        Ok(())
    }
}
