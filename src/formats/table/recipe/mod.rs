//! How the columns of a foreign table become a dataset: plain JSON that can be written by hand, kept beside the data and
//! given on the command line. Columns are named, not numbered, so that one recipe fits files whose columns are in another
//! order.

mod count;
mod limits;
mod meanings;
mod measure_name;
mod numbers;
mod read;
mod rules;
mod uses;
mod when;

pub use count::{CountRule, Role};
pub use limits::{BAND_SETS, BandsError, bands};
pub use meanings::values_found;
pub use measure_name::NameError;
pub use numbers::{Numbers, Scale};
pub(in crate::formats) use read::part;
pub use rules::check;
pub(in crate::formats) use rules::listed;
pub use uses::Use;
pub use when::{DateForm, DateRule, Periods, Wide};

use super::Column;
use crate::formats::{ContentHash, LoadError, LoadErrorKind};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The version of recipes that this program writes and reads.
pub const VERSION: u32 = 1;

/// How a table becomes a dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// [`VERSION`].
    pub tollview_recipe: u32,
    /// The dataset's title; the file's name where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How the bytes are read, as far as it is not found out.
    #[serde(default, skip_serializing_if = "Reading::is_default")]
    pub read: Reading,
    /// What a row is.
    pub row: RowKind,
    /// What the events are.
    #[serde(default)]
    pub events: Events,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateRule>,
    /// The day as of which all numbers hold where no column has dates, as EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The periods into which rows with counts of their own are put together.
    #[serde(default)]
    pub periods: Periods,
    /// Who counted.
    #[serde(default)]
    pub source: SourceRule,
    /// Whether counts are totals so far, unless a count says otherwise.
    #[serde(default)]
    pub basis: BasisRule,
    /// What is counted.
    pub counts: Vec<CountRule>,
    /// A column whose values say what is counted, in place of the counts' own measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Values>,
    /// Columns whose values say who is counted, the outer ones first; each holds the next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub split: Vec<Split>,
    /// Dates as columns: each date's cell is a count of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wide: Option<Wide>,
    /// Which rows are counted: those that all of these keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<Filter>,
    /// How numbers are written.
    #[serde(default, skip_serializing_if = "Numbers::is_default")]
    pub numbers: Numbers,
    /// The labels of measures and categories, where their identifiers do not do.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub labels: IndexMap<String, String>,
    /// Measures that hold others together and are never added to them.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub sums: IndexMap<String, Vec<String>>,
    /// Under which terms the figures may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What must be said with the dataset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Recipe {
    /// Reads a recipe; `file` is what errors call it. They name line, column and JSON path, what was found and what was
    /// expected.
    pub fn read(file: &str, text: &str) -> Result<Self, LoadError> {
        read::read(text).map_err(|kind| LoadError { file: file.to_owned(), kind })
    }

    /// The recipe as text that [`Recipe::read`] reads; what is left open is left out.
    pub fn write(&self) -> Result<String, LoadErrorKind> {
        let text = serde_json::to_string_pretty(self);
        text.map(|text| text + "\n").map_err(|error| LoadErrorKind::Internal { message: error.to_string() })
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A person; each row counts one.
    Person,
    /// An incident with its counts.
    Incident,
    /// A day, week, month or year.
    Period,
    /// A group of people, an event or a source with its counts.
    Group,
}

/// How bytes are read; what is left open is found out.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reading {
    /// The encoding's name as the WHATWG writes it (`utf-8`, `windows-1252`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What stands between cells: one character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The line or row of the columns' names, from 1; 0 where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u64>,
    /// The sheets, or the files inside an archive, that are read as one table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// Where the records lie in JSON: keys with dots between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<String>,
}

/// What the events are.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Events {
    /// Columns that name a row's event together; without any, all rows are one event.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The name of the one event, where no column names it; else the file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How many events are kept, those with the highest counts; the others are put together as "other".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
}

/// Who counted.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SourceRule {
    /// The column that names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Values of that column that name nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nobody: Vec<String>,
    /// Its name, where no column has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Whether counts are totals so far or those of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisRule {
    /// Of the row's own day, period or incident; they are summed.
    #[default]
    Incremental,
    /// The toll so far; never summed over time.
    Cumulative,
}

/// A column whose values mean something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// The column.
    pub column: String,
    /// What each value means; values that are not named mean themselves.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<String, String>,
}

/// A column whose values say who is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The column.
    pub column: String,
    /// The category that each value means; values that are not named mean themselves.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<String, String>,
    /// Where numbers are put together in bands, such as ages: the first number of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<u32>,
    /// How many categories are kept, those with the highest counts; the others are put together as "other".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
}

/// Which rows are counted, by the values of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// The column.
    pub column: String,
    /// Only rows with one of these values; empty for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// No rows with one of these values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
}

impl Filter {
    /// Whether rows with this value in its column are counted.
    #[must_use]
    pub fn keeps(&self, value: &str) -> bool {
        let is = |known: &String| known == value;
        (self.only.is_empty() || self.only.iter().any(is)) && !self.except.iter().any(is)
    }
}

/// What tells tables of one shape from others: the names of their columns in any order.
#[must_use]
pub fn signature(columns: &[Column]) -> String {
    let mut names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    names.sort_unstable();
    ContentHash::of(names.join("\n").as_bytes()).to_string()
}

impl Reading {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
