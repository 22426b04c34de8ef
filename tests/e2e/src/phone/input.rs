//! Navigation and input: open, tap, type, choose.

use super::{Phone, Role};
use crate::command::Command;
use crate::error::Result;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::path::Path;

impl Phone {
    /// Opens a path of the site, as a link from outside does.
    pub async fn open(&self, path: &str) -> Result {
        Ok(self.client.goto(&format!("{}{path}", self.site)).await?)
    }

    pub async fn reload(&self) -> Result {
        Ok(self.client.refresh().await?)
    }

    pub async fn go_back(&self) -> Result {
        Ok(self.client.back().await?)
    }

    pub async fn go_forward(&self) -> Result {
        Ok(self.client.forward().await?)
    }

    /// Opens a path in a new tab and closes the old one, whose `sessionStorage` is lost.
    pub async fn open_in_new_tab(&self, path: &str) -> Result {
        let fresh = self.client.new_window(true).await?;
        self.client.close_window().await?;
        self.client.switch_to_window(fresh.handle).await?;
        self.open(path).await
    }

    /// Taps the element of that role and name, once it is there and not covered.
    pub async fn tap(&self, role: Role, name: &str) -> Result {
        let wanted = format!("a {} “{name}” to tap", role.name());
        self.until(wanted, async || match self.find("tappable", [role.name(), name]).await? {
            Some(element) => Ok(Some(element.click().await?)),
            None => Ok(None),
        })
        .await
    }

    /// Scrolls the element of that role and name to the middle of the screen.
    pub async fn scroll_to(&self, role: Role, name: &str) -> Result {
        self.until(format!("a {} “{name}” to scroll to", role.name()), async || self.find("tappable", [role.name(), name]).await)
            .await
            .map(drop)
    }

    /// Taps the first element of that role whose name contains these words, without scrolling it to the middle.
    pub async fn tap_containing(&self, role: Role, words: &str) -> Result {
        self.until(format!("a {} with “{words}” to tap", role.name()), async || {
            match self.find("containing", [role.name(), words]).await? {
                Some(element) => Ok(Some(element.click().await?)),
                None => Ok(None),
            }
        })
        .await
    }

    /// Scrolls to that position, in CSS pixels, or to the bottom.
    pub async fn scroll_to_position(&self, position: u64) -> Result {
        self.client.execute("window.scrollTo(0, arguments[0])", vec![json!(position)]).await?;
        Ok(())
    }

    /// Swipes down from the middle of the screen, by CSS pixels.
    pub async fn pull_down(&self, distance: u32) -> Result {
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        let at = |down: u32| json!([{ "x": 160, "y": 260 + down }]);
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", at(0))).await?;
        for step in 1..=8 {
            self.devtools("Input.dispatchTouchEvent", touch("touchMove", at(distance * step / 8))).await?;
        }
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await
    }

    /// Swipes sideways over the middle of the screen: to the right by CSS pixels, to the left where negative.
    pub async fn swipe(&self, distance: i32) -> Result {
        let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
        let at = |right: i32| json!([{ "x": 160 + right, "y": 260 }]);
        self.devtools("Input.dispatchTouchEvent", touch("touchStart", at(0))).await?;
        for step in 1..=8 {
            self.devtools("Input.dispatchTouchEvent", touch("touchMove", at(distance * step / 8))).await?;
        }
        self.devtools("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await
    }

    /// Sets the size of the screen, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await
    }

    /// Sets the root font size, in percent.
    pub async fn set_text_size(&self, percent: u32) -> Result {
        let size = json!(format!("{percent}%"));
        self.client.execute("document.documentElement.style.fontSize = arguments[0]", vec![size]).await?;
        Ok(())
    }

    /// Clicks ten times before the page can react to the first.
    pub async fn tap_repeatedly(&self, role: Role, name: &str) -> Result {
        let wanted = format!("a {} “{name}” to tap", role.name());
        self.until(wanted, async || Ok((self.query("clickRepeatedly", [role.name(), name]).await? == true).then_some(()))).await
    }

    /// Taps a place twice, so many milliseconds apart, whatever has appeared there in between.
    pub async fn tap_twice(&self, role: Role, name: &str, pause: u64) -> Result {
        let wanted = format!("a {} “{name}” to tap twice", role.name());
        let place = self.until(wanted, async || Ok(Some(self.query("place", [role.name(), name]).await?).filter(Value::is_array))).await?;
        // Inside the page: two commands may be further apart on a busy machine.
        let taps = "
            var done = arguments[arguments.length - 1], place = PLACE;
            var tap = function () { document.elementFromPoint(place[0], place[1]).click(); };
            tap();
            setTimeout(function () { tap(); done(null); }, PAUSE);";
        self.execute_async(&taps.replace("PLACE", &place.to_string()).replace("PAUSE", &pause.to_string())).await.map(drop)
    }

    /// Taps a place of the screen, in CSS pixels from the left and from the top.
    pub async fn tap_at(&self, place: &Value) -> Result {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.devtools("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// Turns the wheel over a place of the screen.
    pub async fn wheel_at(&self, place: &Value, down: i32) -> Result {
        let event = json!({ "type": "mouseWheel", "x": place[0], "y": place[1], "deltaX": 0, "deltaY": down });
        self.devtools("Input.dispatchMouseEvent", event).await
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) -> Result {
        Ok(self.client.active_element().await?.send_keys(&key).await?)
    }

    /// Presses the keys of these characters where the focus is, one after the other.
    pub async fn press_keys(&self, keys: &str) -> Result {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// Chooses a radio button of a group.
    pub async fn choose_radio(&self, group: &str, option: &str) -> Result {
        self.until(format!("“{option}” under “{group}”"), async || match self.find("radio", [group, option]).await? {
            Some(element) => Ok(Some(element.click().await?)),
            None => Ok(None),
        })
        .await
    }

    /// Replaces the text of an input.
    pub async fn type_into(&self, label: &str, text: &str) -> Result {
        let input = self.until(format!("“{label}” to type into"), async || self.find("field", [label]).await).await?;
        if !self.value_of(label).await?.is_empty() {
            input.send_keys(&format!("{}a{}{}", Key::Control, Key::Null, Key::Delete)).await?;
        }
        Ok(input.send_keys(text).await?)
    }

    /// Moves the focus to the next input.
    pub async fn blur(&self, label: &str) -> Result {
        let input = self.until(format!("“{label}” to leave"), async || self.find("field", [label]).await).await?;
        Ok(input.send_keys(&Key::Tab).await?)
    }

    /// Sets a date or a time with the phone's picker: `2026-11-21T10:00`, `2026-11-21`.
    pub async fn set_value(&self, label: &str, value: &str) -> Result {
        self.until(format!("“{label}” to set"), async || self.query("setValue", [label, value]).await.map(Some)).await.map(drop)
    }

    /// Chooses an option of a select by its text.
    pub async fn select_option(&self, label: &str, option: &str) -> Result {
        self.until(format!("“{option}” to choose in “{label}”"), async || match self.find("field", [label]).await? {
            Some(list) => Ok(Some(list.select_by_label(option).await?)),
            None => Ok(None),
        })
        .await
    }

    /// Picks a file from the phone's storage.
    pub async fn pick_file(&self, label: &str, file: &Path) -> Result {
        let input = self.until(format!("“{label}” to pick a file for"), async || self.find("field", [label]).await).await?;
        Ok(input.send_keys(&file.display().to_string()).await?)
    }

    pub async fn go_offline(&self) -> Result {
        self.client.issue_cmd(Command::network(true)).await?;
        Ok(())
    }

    pub async fn go_online(&self) -> Result {
        self.client.issue_cmd(Command::network(false)).await?;
        Ok(())
    }
}
