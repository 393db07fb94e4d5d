//! Where a row's date stands, how it is written, and into which periods rows are put.

use crate::formats::table::value::{date, parts};
use crate::model::{Precision, When};
use serde::{Deserialize, Serialize};

/// Where a row's date stands: in one column or in two, or in three for year, month and day.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateRule {
    /// The column of the date, or of the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The column of the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// How they are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<DateForm>,
    /// The column of the year, in place of `column`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// The column of the month, as a number or a name; 0 and blanks are unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// The column of the week beside that of the year: weeks of ISO 8601, from Monday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<String>,
    /// The column of the day; 0 and blanks are unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// The column of the time of day, which may be that of the date: of several totals so far of one day the last one stands. Or
    /// that of the day on which each row was reported: of several reports of one day the last one stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

/// In which order a date is written. Separators, names of weekdays and times of day may stand around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// `2020-04-05`, `2020/4/5`, `2020-04`, `2020 Apr 5`; also EDTF.
    YearMonthDay,
    /// `05/04/2020`, `13-Jan-20`, `01-January-2015`.
    DayMonthYear,
    /// `4/5/20`, `Apr 5, 2020`, `Thu, 01/01/2026 - 12:00`.
    MonthDayYear,
    /// `20200405`, `202004`.
    Compact,
    /// `2020-05`, `202005`, `2020-W05`: the fifth week of ISO 8601, from Monday.
    YearWeek,
    /// `2020-1`, `1/2020`, `2020-Q1`: the first quarter.
    YearQuarter,
    /// `2020`; negative and `BCE` before the common era.
    Year,
    /// Days since 30 December 1899, as spreadsheets count them.
    Serial,
    /// Seconds or milliseconds since 1 January 1970, in UTC.
    Epoch,
    /// `14/01/2569`, `2569-01-14`, `2569`: years of the Buddhist era.
    Buddhist,
    /// `۱۴۰۱/۰۶/۳۱`: the Solar Hijri calendar.
    SolarHijri,
}

/// The periods into which rows are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Periods {
    /// As each row says.
    #[default]
    Rows,
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
    /// All of an event's rows are one period.
    All,
}

/// Dates as columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wide {
    /// How the columns' dates are written: every column whose name is such a date has counts.
    pub form: DateForm,
    /// What stands before the dates in the names ("Deaths " in "Deaths 2019"); names without it are no dates.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What stands behind them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The column of the month, as a number or a name, where the columns' names are years: each number is of that month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// The column of the year, where the columns' names are months: each number is of its month of that year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// Names that are dates, and are not counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
}

impl Wide {
    /// The year of months whose year stands in each row.
    const NO_YEAR: &str = "2000";

    /// The date in a column's name; a month whose year stands in each row is one of the year 2000.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<When> {
        if self.except.iter().any(|except| except == name) {
            return None;
        }
        let text = name.strip_prefix(&self.before)?.strip_suffix(&self.after)?;
        if self.year.is_some() {
            return parts(Self::NO_YEAR, text, "").ok()?.filter(|when| when.from.precision == Precision::Month);
        }
        date(text, self.form).ok()?
    }
}
