//! Texts of a dataset, in one language or several.

use indexmap::IndexMap;

/// A text of a dataset: one string for every reader, or one string per language tag in file order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Localized {
    /// Written as a plain string.
    Plain(String),
    /// Written as a map from language tag (`en`, `fa`) to string; never empty.
    ByLanguage(IndexMap<String, String>),
}

impl Localized {
    /// The text for `language`, else English, else the first one given.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => texts
                .get(language)
                .or_else(|| texts.get("en"))
                .or_else(|| texts.values().next())
                .map_or("", String::as_str),
        }
    }

    /// Every string of this text, in file order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (plain, texts) = match self {
            Self::Plain(text) => (Some(text.as_str()), None),
            Self::ByLanguage(texts) => (None, Some(texts.values().map(String::as_str))),
        };
        plain.into_iter().chain(texts.into_iter().flatten())
    }
}

impl From<&str> for Localized {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}
