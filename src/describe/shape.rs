//! The shape of the JSON: a stable interface, documented in the README. Keys come in this order; what is not known is
//! null, and only the keys that say so are left out.

use super::comparison::ComparisonEntry;
use crate::formats::table::recipe::Recipe;
use serde::Serialize;

/// A whole file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Description {
    /// Its title, in English where there is one.
    pub title: String,
    /// How many rows were read, for tables; null for datasets.
    pub rows: Option<u64>,
    /// How many of them could not be read; null for datasets.
    pub left_out: Option<u64>,
    /// The recipe by which a table was read; null for datasets.
    pub recipe: Option<Recipe>,
    /// The columns that it uses for nothing; null for datasets.
    pub not_used: Option<Vec<String>>,
    /// What a proposed recipe leaves to the user; null for datasets.
    pub questions: Option<Vec<QuestionEntry>>,
    /// Its events, in file order.
    pub events: Vec<EventEntry>,
    /// How they stand beside each other.
    pub comparison: ComparisonEntry,
    /// What does not add up; errors first.
    pub findings: Vec<FindingEntry>,
    /// What was left out while it was read.
    pub warnings: Vec<WarningEntry>,
}

/// A question about a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionEntry {
    /// What is asked.
    pub question: String,
    /// The answer by which the table was read.
    pub taken: String,
    /// The other answers.
    pub others: Vec<String>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventEntry {
    /// Its name in the file.
    pub id: String,
    /// Its title, in English where there is one.
    pub title: String,
    /// Its first day (EDTF).
    pub start: Option<String>,
    /// Its last day (EDTF), `..` where it was not over.
    pub end: Option<String>,
    /// How many reports it has, known by the date asked for or not.
    pub reports: usize,
    /// One entry for each measure and source: the latest as known.
    pub totals: Vec<FigureEntry>,
    /// One entry for each measure of each report; left out unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_reports: Option<Vec<FigureEntry>>,
}

/// One measure's count by one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureEntry {
    /// The report; left out in `totals`.
    #[serde(flatten)]
    pub report: Option<ReportEntry>,
    /// What is counted.
    pub measure: String,
    /// Who counted.
    pub source: Option<String>,
    /// The date for which it holds (EDTF); null for a single period.
    pub as_of: Option<String>,
    /// `incremental` for a period or a sum of periods; left out for a count so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<&'static str>,
    /// The period for which it holds (EDTF); left out unless it is a single period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// How many periods were added up; left out unless it is a sum of periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<usize>,
    /// Whether charts show it for the event.
    pub stands: bool,
    /// Why it stands: the rule and the date up to which reports were known.
    pub rule: Option<String>,
    /// The word that goes with the number.
    pub qualifier: &'static str,
    /// The number of *at least* and *more than*, or a range's low end.
    pub low: Option<u64>,
    /// The number as stated or of *about*, or a range's best number.
    pub best: Option<u64>,
    /// The number of *up to*, or a range's high end.
    pub high: Option<u64>,
    /// What the parts leave over; null without parts or total, or where the parts exceed it.
    pub residual: Option<u64>,
    /// Under investigation, not in the count.
    pub pending: Option<u64>,
    /// What it includes.
    pub coverage: Option<CoverageEntry>,
    /// Its categories at any depth, each after the one that holds it.
    pub parts: Vec<PartEntry>,
}

/// Which report a figure was read in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportEntry {
    /// Its name in the file.
    pub id: Option<String>,
    /// The outlets' names.
    pub via: Vec<String>,
    /// When it was published (EDTF).
    pub published: Option<String>,
}

/// What a count includes; what was not stated is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverageEntry {
    /// Whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<WhoEntry>,
    /// By whom they were killed, hurt or held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#where: Option<String>,
    /// In which period (EDTF).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// What the others cannot say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Whom a count includes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum WhoEntry {
    /// `everyone`.
    Everyone(&'static str),
    /// Only these categories.
    Categories(Vec<String>),
}

/// One category of a count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartEntry {
    /// The category.
    pub category: String,
    /// How it stands to what holds it: `part`, `of_which` or `unclear`.
    pub relation: &'static str,
    /// The category that directly holds it; null for the total.
    pub inside: Option<String>,
    /// The word that goes with the number.
    pub qualifier: &'static str,
    /// As in [`FigureEntry`].
    pub low: Option<u64>,
    /// As in [`FigureEntry`].
    pub best: Option<u64>,
    /// As in [`FigureEntry`].
    pub high: Option<u64>,
    /// Its own date (EDTF) where it is not the total's.
    pub as_of: Option<String>,
}

/// What does not add up, contradicts itself or is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingEntry {
    /// `error`, `doubt` or `note`.
    pub severity: &'static str,
    /// What kind it is.
    pub kind: &'static str,
    /// The event.
    pub event: Option<String>,
    /// The report's source.
    pub source: Option<String>,
    /// The report's date or period (EDTF).
    pub as_of: Option<String>,
    /// Where in the file, as a JSON path.
    pub path: String,
    /// One sentence.
    pub message: String,
}

/// Something odd in the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WarningEntry {
    /// The line, from 1; null where it is about the whole file.
    pub line: Option<u64>,
    /// One sentence.
    pub message: String,
}
