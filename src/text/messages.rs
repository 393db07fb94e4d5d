//! The words of the interface, from the Fluent files under `assets/locale`.

use super::bidi::{has_rtl, has_rtl_letter, isolated, isolated_rtl};
use super::numbers::whole;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../../assets/locale/en.ftl");
const PERSIAN: &str = include_str!("../../assets/locale/fa.ftl");

/// How a language writes numbers and dates, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// From left to right, 2,571.5.
    English,
    /// From right to left, ۲٬۵۷۱٫۵, Solar Hijri dates beside Gregorian ones.
    Persian,
}

/// The words and number forms of one language.
pub struct Locale {
    /// The tag that picks texts of datasets (`en`).
    pub language: &'static str,
    pub(super) writing: Writing,
    bundle: FluentBundle<FluentResource>,
}

impl Locale {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        let mut locale = Self::of("en", ENGLISH, Writing::English);
        locale.bundle.set_formatter(Some(|value, _| grouped(value)));
        locale
    }

    /// Persian, as far as sentences that are copied need it.
    #[must_use]
    pub fn persian() -> Self {
        let mut locale = Self::of("fa", PERSIAN, Writing::Persian);
        locale.bundle.set_formatter(Some(|value, _| grouped(value).map(|number| persian_digits(&number))));
        locale
    }

    fn of(language: &'static str, messages: &str, writing: Writing) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Only arguments that need it are isolated, in `say_with`.
        bundle.set_use_isolating(false);
        // What cannot be read is left out and shows as its key; the test of the locale files finds it.
        let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, writing, bundle }
    }

    /// A printed number in the digits and separators of the language: `2,571.5`, `۲٬۵۷۱٫۵`.
    #[must_use]
    pub fn in_digits(&self, number: String) -> String {
        match self.writing {
            Writing::English => number,
            Writing::Persian => persian_digits(&number),
        }
    }

    /// Items in one line, with the language's comma or semicolon, each in its own order.
    #[must_use]
    pub fn list(&self, items: &[impl AsRef<str>], separator: Separator) -> String {
        let separator = self.say(match separator {
            Separator::Comma => "list-comma",
            Separator::Semicolon => "list-semicolon",
        });
        match self.writing {
            Writing::English => super::list(items, &separator),
            Writing::Persian => {
                let items: Vec<String> = items.iter().map(|item| among_persian(item.as_ref())).collect();
                items.join(&separator)
            }
        }
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
            FluentValue::String(text) if self.writing == Writing::Persian => among_persian(text).into(),
            FluentValue::String(text) if mixed => isolated(text).into(),
            value => value.clone().into_owned(),
        };
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, isolate(value))).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

impl Locale {
    /// The first `most` of some names in one line, and how many more there are.
    #[must_use]
    pub fn some(&self, names: &[impl AsRef<str>], most: usize) -> String {
        let shown = super::list(&names[..names.len().min(most)], ", ");
        match names.len().saturating_sub(most) {
            0 => shown,
            more => self.say_with("and-more", &[("names", shown.into()), ("count", more.into())]),
        }
    }
}

/// A number as it is printed everywhere: with a separator at every third digit.
fn grouped(value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let is_whole = number.value.fract() == 0.0 && (0.0..9e15).contains(&number.value);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not negative")]
    Some(if is_whole { whole(number.value as u64) } else { number.as_string().into_owned() })
}

/// What stands between the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// Between names.
    Comma,
    /// Between items that have commas of their own.
    Semicolon,
}

/// `text` inside a Persian sentence. Whatever holds a Persian letter reads from right to left, also where it starts with a
/// foreign name; numbers need nothing.
fn among_persian(text: &str) -> String {
    if has_rtl_letter(text) {
        isolated_rtl(text)
    } else if text.chars().any(char::is_alphabetic) {
        isolated(text)
    } else {
        text.to_owned()
    }
}

fn persian_digits(number: &str) -> String {
    let between_digits = |at: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| number.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let written = |(at, c): (usize, char)| match c {
        ',' if between_digits(at) => '٬',
        '.' if between_digits(at) => '٫',
        _ => c.to_digit(10).and_then(|digit| char::from_u32(0x6f0 + digit)).unwrap_or(c),
    };
    number.char_indices().map(written).collect()
}
