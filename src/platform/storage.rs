//! Web storage. It may be full, switched off or missing: then nothing is kept, and nobody is stopped.

pub mod personal;

/// How long what is put here stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// Until it is removed: `localStorage`.
    Local,
    /// Until the tab goes: `sessionStorage`.
    Session,
}

impl Storage {
    pub fn read(self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok().flatten()
    }

    pub fn write(self, key: &str, text: &str) {
        // A full or forbidden storage keeps nothing; the page itself still holds what was typed.
        let _ = self.storage().map(|storage| storage.set_item(key, text));
    }

    pub fn remove(self, key: &str) {
        let _ = self.storage().map(|storage| storage.remove_item(key));
    }

    /// All keys at present, those of other apps of the same site among them.
    fn keys(self) -> Vec<String> {
        let Some(storage) = self.storage() else { return Vec::new() };
        (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten()).collect()
    }

    fn storage(self) -> Option<web_sys::Storage> {
        let window = web_sys::window()?;
        match self {
            Self::Local => window.local_storage(),
            Self::Session => window.session_storage(),
        }
        .ok()?
    }
}
