//! The words of the interface, from the Fluent files under `assets/locale`.

use super::bidi::{has_rtl, isolated};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../assets/locale/en.ftl");

/// The words and number forms of one language.
pub struct Locale {
    /// The tag that picks texts of datasets (`en`).
    pub language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec!["en".parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Only arguments that need it are isolated, in `say_with`.
        bundle.set_use_isolating(false);
        // What cannot be read is left out and shows as its key; the test of the locale files finds it.
        let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language: "en", bundle }
    }

    /// Whether there is a message `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The message `key` without arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its arguments; a missing message shows as its key. Where an argument is written from right to
    /// left, invisible marks keep all of them in their places; `without_marks` takes the marks out again.
    #[must_use]
    pub fn say_with(&self, key: &str, arguments: &[(&str, FluentValue)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mixed = arguments.iter().any(|(_, value)| matches!(value, FluentValue::String(text) if has_rtl(text)));
        let isolate = |value: &FluentValue| match value {
            FluentValue::String(text) if mixed => isolated(text).into(),
            value => value.clone().into_owned(),
        };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, isolate(value))).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}
