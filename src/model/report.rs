//! A report: one source's counts as of a date or for a period, and where they were read.

use super::{Count, Extra, Id, Localized, When};
use indexmap::IndexMap;

/// The outlet through which a report was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Via {
    /// The outlet's name.
    pub name: String,
    /// Its page.
    pub url: Option<String>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// Whether counts are totals so far or those of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Basis {
    /// The toll so far; never to be summed.
    #[default]
    Cumulative,
    /// The toll of one period.
    Incremental,
}

impl Basis {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Incremental => "incremental",
        }
    }
}

/// How a number came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// People were found and listed.
    Enumeration,
    /// A model's number.
    Estimate,
}

/// Whether anyone but the source has verified a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Independent {
    /// It could not be verified.
    NotPossible,
    /// Nobody tried.
    NotTried,
    /// It was confirmed.
    Confirmed,
    /// It is disputed.
    Disputed,
}

/// How far a report is verified: by its source, and by anyone else.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Verification {
    /// Whether the source itself has verified it; `None` where it did not say.
    pub by_source: Option<bool>,
    /// What others found.
    pub independent: Option<Independent>,
    /// Who those others are.
    pub by: Option<String>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

/// One source's figures for one event.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Report {
    /// Its own name in the file, if it has one.
    pub id: Option<Id>,
    /// Who counted.
    pub source: Option<Id>,
    /// The outlets through which it was read.
    pub via: Vec<Via>,
    /// Citations or addresses of what was read.
    pub read_in: Vec<String>,
    /// The date for which cumulative counts hold.
    pub as_of: Option<When>,
    /// The period of incremental counts.
    pub period: Option<When>,
    /// When it was published; uncertain where inferred.
    pub published: Option<When>,
    /// When it was looked up.
    pub accessed: Option<When>,
    /// The source's own number of the day since the event's start.
    pub day_stated: Option<u32>,
    /// Totals so far, or those of a period.
    pub basis: Basis,
    /// Enumeration or estimate.
    pub method: Option<Method>,
    /// The report of the same event that this one replaces.
    pub supersedes: Option<Id>,
    /// What must be said with it.
    pub note: Option<Localized>,
    /// How far it is verified.
    pub verification: Option<Box<Verification>>,
    /// The counts by measure.
    pub counts: IndexMap<Id, Count>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

impl Report {
    /// The date or period for which its counts hold.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        match self.basis {
            Basis::Cumulative => self.as_of,
            Basis::Incremental => self.period,
        }
    }

    /// When it became known: published, else the date for which it holds.
    #[must_use]
    pub fn known_since(&self) -> Option<When> {
        self.published.or_else(|| self.when())
    }
}
