//! Identifiers made from labels, and what the values of a split mean.

use crate::formats::table::recipe::Split;
use crate::model::Id;
use std::borrow::Cow;
use std::collections::HashMap;

/// The category that a value means; `None` for a blank.
pub(super) fn meaning<'a>(text: &'a str, rule: &'a Split) -> Option<Cow<'a, str>> {
    if let Some(meaning) = rule.values.get(text) {
        return (!meaning.is_empty()).then_some(Cow::Borrowed(meaning));
    }
    // A sign alone says that it is not known.
    if !text.contains(char::is_alphanumeric) {
        return None;
    }
    Some(band(text, &rule.bands).map_or(Cow::Borrowed(text), Cow::Owned))
}

/// The band in which a number lies: "0–17", "60 and over", "under 18"; `None` where it is none.
fn band(text: &str, bands: &[u32]) -> Option<String> {
    if bands.is_empty() {
        return None;
    }
    // Ages of infants may have fractions, those of rounded ones a point and a zero.
    let whole = text.split(['.', ',']).next()?;
    let number: u32 = match whole.parse() {
        Ok(number) => number,
        Err(_) => infant(text)?,
    };
    Some(band_label(bands.iter().rposition(|first| *first <= number), bands))
}

/// The age in years of who is younger than one: "6 months", "3 weeks old".
fn infant(text: &str) -> Option<u32> {
    const UNITS: [&str; 16] = [
        "day", "days", "week", "weeks", "wks", "month", "months", "mo", "mos", "mths", "dias", "semanas", "mes",
        "meses", "jours", "mois",
    ];
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = text.get(..text.len() - unit.len())?.parse().ok()?;
    let small = unit.trim_start_matches([' ', '-']).to_lowercase();
    let unit = small.split([' ', '.']).next().filter(|unit| UNITS.contains(unit))?;
    // Months beyond the first year are counted so for small children.
    Some(if unit.starts_with('m') { number / 12 } else { 0 })
}

fn band_label(index: Option<usize>, bands: &[u32]) -> String {
    let first = |index: usize| bands.get(index).copied();
    match index {
        None => format!("under {}", first(0).unwrap_or_default()),
        Some(index) => match (first(index).unwrap_or_default(), first(index + 1)) {
            (from, Some(next)) if next == from + 1 => from.to_string(),
            (from, Some(next)) => format!("{from}–{}", next.saturating_sub(1)),
            (from, None) => format!("{from} and over"),
        },
    }
}

/// The labels of all bands, the lowest first.
pub(super) fn band_labels(bands: &[u32]) -> Vec<String> {
    std::iter::once(None).chain((0..bands.len()).map(Some)).map(|index| band_label(index, bands)).collect()
}

/// The letters and digits of a label in lower case with underscores between them.
pub(in crate::formats::table) fn slug(label: &str) -> String {
    let mut slug = String::new();
    for character in label.chars() {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    slug.truncate(slug.trim_end_matches('_').len());
    slug
}

/// Gives out identifiers, each only once, and knows which number comes next where several labels would have the same.
#[derive(Default)]
pub(super) struct Ids(HashMap<String, u64>);

impl Ids {
    /// An identifier for `label`; `fallback` where it has neither letters nor digits.
    pub(super) fn id(&mut self, label: &str, fallback: &str) -> Id {
        let slug = slug(label);
        let slug = if slug.is_empty() { fallback.to_owned() } else { slug };
        let Some(next) = self.0.get(&slug) else {
            self.0.insert(slug.clone(), 2);
            return Id::from(&*slug);
        };
        let mut next = *next;
        let id = loop {
            let id = format!("{slug}_{next}");
            next += 1;
            if !self.0.contains_key(&id) {
                break id;
            }
        };
        self.0.insert(slug, next);
        self.0.insert(id.clone(), 2);
        Id::from(&*id)
    }
}

/// A file's name without what says its format.
pub(super) fn title(name: &str) -> &str {
    let without = |name: &str| name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(stem, _)| stem.len());
    let cut = |name: &str| without(name).and_then(|length| name.get(..length)).unwrap_or(name).len();
    let stem = name.get(..cut(name)).unwrap_or(name);
    let ending = name.get(stem.len()..).unwrap_or_default().to_ascii_lowercase();
    if matches!(&*ending, ".gz" | ".zip") { stem.get(..cut(stem)).unwrap_or(stem) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_made_of_labels() {
        let mut ids = Ids::default();
        for (label, expected) in [
            ("Security forces", "security_forces"),
            ("security-forces!", "security_forces_2"),
            ("  0–17 ", "0_17"),
            ("زنان", "زنان"),
            ("??", "category"),
            ("Åre", "åre"),
        ] {
            assert_eq!(ids.id(label, "category"), *expected);
        }
    }

    #[test]
    fn numbers_lie_in_bands() {
        let split = Split {
            column: "age".into(),
            values: [("baby".into(), "0–17".into())].into(),
            bands: vec![18, 60],
            most: None,
        };
        for (text, expected) in [
            ("17", Some("under 18")),
            ("0.5", Some("under 18")),
            ("6 months", Some("under 18")),
            ("3 weeks old", Some("under 18")),
            ("26 months", Some("under 18")),
            ("6 men", Some("6 men")),
            ("?", None),
            ("18", Some("18–59")),
            ("59.0", Some("18–59")),
            ("60", Some("60 and over")),
            ("adult", Some("adult")),
            ("baby", Some("0–17")),
            ("", None),
        ] {
            assert_eq!(meaning(text, &split).as_deref(), expected, "{text}");
        }
        assert_eq!(band_labels(&[18, 60]), ["under 18", "18–59", "60 and over"]);
    }

    #[test]
    fn titles_are_names_without_endings() {
        for (name, expected) in
            [("a.csv", "a"), ("a.b.csv.gz", "a.b"), ("list", "list"), (".csv", ".csv"), ("x.ZIP", "x"), ("", "")]
        {
            assert_eq!(title(name), expected);
        }
    }
}
