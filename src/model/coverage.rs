//! What a count includes: who, by whom, where and when.

use super::{Extra, Id, Localized, When};

/// Whom a count includes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everyone who fell under the measure.
    Everyone,
    /// Only these categories.
    Categories(Vec<Id>),
}

/// What a count includes: who, killed by whom, where and when. Empty fields were not stated.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Whom it includes.
    pub who: Option<Who>,
    /// By whom they were killed, hurt or held.
    pub by: Option<Localized>,
    /// Where.
    pub place: Option<Localized>,
    /// In which period.
    pub period: Option<When>,
    /// What the fields above cannot say.
    pub text: Option<Localized>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

impl Coverage {
    /// Whom, by whom, where and when, to tell coverages apart; `None` for a coverage that is not stated at all.
    #[must_use]
    pub fn key(coverage: Option<&Self>) -> CoverageKey<'_> {
        let coverage = coverage?;
        let by = coverage.by.as_ref().map(|by| by.get("en"));
        let place = coverage.place.as_ref().map(|place| place.get("en"));
        Some((coverage.who.as_ref(), by, place, coverage.period.map(When::first_day)))
    }
}

/// What tells one coverage from another.
pub type CoverageKey<'a> = Option<(Option<&'a Who>, Option<&'a str>, Option<&'a str>, Option<jiff::civil::Date>)>;
