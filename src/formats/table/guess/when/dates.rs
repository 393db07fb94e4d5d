//! When: the columns of a row's date, and in which order it is written.

use super::super::look::{Look, Seen, share};
use super::super::people::who_died::is_of_death;
use super::super::rows::snapshots;
use super::super::say;
use super::birth;
use super::calendars;
use super::date_form::form;
use super::date_parts;
use super::date_words::{NAMES, OTHER_DATES, YEARS};
use super::times;
use crate::formats::table::recipe::{DateForm, DateRule, Periods};
use crate::formats::table::value::{date, turned};
use crate::model::{Precision, When};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is found of the dates of a table.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Dates {
    pub rule: Option<DateRule>,
    /// The columns of dates of a calendar that is not read.
    pub unread: Option<DateRule>,
    /// The date of each row, where it has one.
    pub days: Vec<Option<When>>,
    pub reasons: Vec<String>,
    /// Whether days and months cannot be told apart: the other order reads as well.
    pub other: Option<DateForm>,
    /// Whether it is the day up to which the numbers hold.
    pub is_so_far: bool,
    /// The cells of dates that can only have day and month in another order than the rest.
    pub turned: Vec<String>,
    /// Whether reports tell some days again, so that the last report of each stands; `times` are the days of the reports.
    pub is_revised: bool,
    /// The minutes of the day of each row, where few times come again: 8:00 and 18:00.
    pub times: Vec<Option<u16>>,
}

/// A column of dates: how likely it is the one, how it is written, and the other order that reads as well.
type Candidate<'l> = (i32, &'l Seen<'l>, DateForm, Option<DateForm>);

/// Finds the columns of the date.
pub(in super::super) fn find(look: &Look) -> Dates {
    let mut found = days(look);
    match snapshots::revised(look, &found) {
        Some(revised) => found = revised,
        None => times::find(look, &mut found),
    }
    birth::left_out(look, &mut found);
    calendars::leave_out(look, &mut found);
    found
}

fn days(look: &Look) -> Dates {
    let mut candidates: Vec<Candidate> = Vec::new();
    // "0-14" and "45-64" are bands of ages.
    let is_age = |column: &&Seen| column.named.has(&["age", "ages", "edad", "alter", "idade", "edades"]);
    for column in look.columns.iter().filter(|column| !is_age(column) && !birth::named(column)) {
        let of_death = || birth::is_year_of_death(look, column).then_some((DateForm::Year, None));
        let Some((form, other)) = form(column).or_else(of_death) else { continue };
        candidates.push((rank(column), column, form, other));
    }
    candidates.sort_by_key(|(rank, ..)| -rank);
    // When a row was written or someone was born is no date of what happened, where there is another.
    let is_other = |column: &Seen| column.named.has(&OTHER_DATES);
    if candidates.iter().any(|(_, column, ..)| !is_other(column)) {
        candidates.retain(|(_, column, ..)| !is_other(column));
    }
    let years = candidates.iter().find(|(_, _, form, _)| *form == DateForm::Year);
    let is_whole = |(_, column, form, _): &&Candidate| {
        *form != DateForm::Year && !years.is_some_and(|(_, years, ..)| repeats_over(column, *form, years))
    };
    let whole = candidates.iter().find(is_whole);
    let in_parts = date_parts::find(look);
    if let (None, Some(found)) = (whole, &in_parts) {
        return found.clone();
    }
    let Some((_, column, form, other)) = whole.or(years).or(candidates.first()) else {
        return in_parts.unwrap_or_default();
    };
    let (form, other) = settled(*form, *other, &candidates);
    // Quarters are the same in both orders.
    let differs = |other: &DateForm| column.values.keys().any(|cell| date(cell, form).ok() != date(cell, *other).ok());
    let other = other.filter(differs);
    let end = end(column, form, &candidates);
    // Beside the first and the last day, a third one says up to when the numbers hold.
    let holding = candidates.iter().find(|(_, column, form, _)| *form != DateForm::Year && holds_until(column));
    if let (Some(_), Some((_, column, form, other))) = (end, holding) {
        let mut found = of_column(look, column, *form, *other);
        found.reasons.push(format!("\"{}\" says up to when the numbers hold", column.name));
        return Dates { is_so_far: true, ..found };
    }
    let mut found = of_column(look, column, form, other);
    if let Some(to) = end {
        found.reasons.push(format!("\"{}\" is the last day", to.name));
        if let Some(rule) = &mut found.rule {
            rule.to = Some(to.name.to_owned());
        }
    }
    if runs_from_one_day(&found.days) {
        found.reasons.push(format!("\"{}\" runs from one day on in all rows: totals so far", column.name));
        return Dates { is_so_far: true, ..found };
    }
    Dates { is_so_far: holds_until(column), ..found }
}

/// Whether the dates of a column come again in rows of other years: they are those of something longer, such as a war.
fn repeats_over(column: &Seen, form: DateForm, years: &Seen) -> bool {
    let mut of_date: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let (mut rows, mut others) = (0, 0);
    for (cell, year) in column.cells.iter().zip(&years.cells) {
        let dates = (date(cell, form).ok().flatten(), date(year, DateForm::Year).ok().flatten());
        if let (Some(day), Some(of_year)) = dates {
            rows += 1;
            others += usize::from(day.first_day().year() != of_year.first_day().year());
            of_date.entry(cell).or_default().insert(year);
        }
    }
    let again = of_date.values().filter(|years| years.len() > 1).count();
    share(others, rows) > 0.2 && share(again, of_date.len()) > 0.3
}

/// The order of day and month where the other dates of the table can only be read in one.
fn settled(form: DateForm, other: Option<DateForm>, all: &[Candidate]) -> (DateForm, Option<DateForm>) {
    let Some(not_taken) = other else { return (form, None) };
    let shows = |order: DateForm| all.iter().any(|(_, _, form, other)| *form == order && other.is_none());
    match (shows(form), shows(not_taken)) {
        (true, false) => (form, None),
        (false, true) => (not_taken, None),
        _ => (form, other),
    }
}

/// Whether all rows are spans with one first day, and different last ones.
fn runs_from_one_day(days: &[Option<When>]) -> bool {
    let spans: Vec<(Date, Date)> = days
        .iter()
        .flatten()
        .filter(|when| when.to.is_some())
        .map(|when| (when.first_day(), when.last_day()))
        .collect();
    let firsts: BTreeSet<Date> = spans.iter().map(|(first, _)| *first).collect();
    let lasts: BTreeSet<Date> = spans.iter().map(|(_, last)| *last).collect();
    firsts.len() == 1 && lasts.len() >= 3 && spans.len() == days.iter().flatten().count()
}

/// Whether a column's name says that its dates are those up to which numbers hold.
fn holds_until(column: &Seen) -> bool {
    let words = column.named.words.join(" ");
    ["as of", "asof", "al corte", "stand vom"]
        .iter()
        .any(|known| words == *known || words.starts_with(&format!("{known} ")))
}

pub(in super::super) fn of_column(look: &Look, column: &Seen, form: DateForm, other: Option<DateForm>) -> Dates {
    let read = |cell: &&str| date(cell, form).ok().flatten().or_else(|| turned(cell, form));
    let days = column.cells.iter().map(read).collect();
    let turned =
        column.cells.iter().filter(|cell| turned(cell, form).is_some()).map(|cell| (*cell).to_owned()).collect();
    Dates {
        turned,
        rule: Some(DateRule { column: Some(column.name.to_owned()), form: Some(form), ..DateRule::default() }),
        days,
        reasons: vec![format!(
            "\"{}\" holds dates, written {}, on {} of {} rows looked at",
            column.name,
            words(form),
            say::number(column.filled),
            say::number(look.rows)
        )],
        unread: None,
        other,
        is_so_far: false,
        is_revised: false,
        times: Vec::new(),
    }
}

fn words(form: DateForm) -> &'static str {
    match form {
        DateForm::YearMonthDay => "year, month, day",
        DateForm::DayMonthYear => "day, month, year",
        DateForm::MonthDayYear => "month, day, year",
        DateForm::Compact => "as eight digits",
        DateForm::YearWeek => "as years and weeks, from Monday",
        DateForm::YearQuarter => "as years and quarters",
        DateForm::Year => "as years",
        DateForm::Serial => "as a spreadsheet's day numbers",
        DateForm::Epoch => "as seconds or milliseconds since 1970, in UTC",
        DateForm::Buddhist => "with years of the Buddhist era",
        DateForm::SolarHijri => "in the Solar Hijri calendar",
    }
}

/// How likely a column of dates is the one of what happened.
fn rank(column: &Seen) -> i32 {
    let named = &column.named;
    let mut rank = 0;
    if column.tag.is_some_and(|tag| tag.starts_with("#date")) {
        rank += 10;
    }
    if column.tag.is_some_and(|tag| tag.contains("+start") || tag.contains("+occurred"))
        || named.has(&["start", "from", "begin"])
    {
        rank += 2;
    }
    if named.has(&["end", "to", "until", "finish"]) || column.tag.is_some_and(|tag| tag.contains("+end")) {
        rank -= 3;
    }
    rank += if named.has(&NAMES) || named.has(&YEARS) { 4 } else { 0 };
    rank += i32::from(named.has(&["event", "incident", "death", "killed", "report"]) || is_of_death(column));
    // Of who died after what happened the day of death is that of the toll, where it is known of everyone.
    rank += i32::from(is_of_death(column) && column.filled == column.cells.len());
    rank -= if named.has(&OTHER_DATES) { 12 } else { 0 };
    // One day for all rows says less than the day of each.
    rank -= if column.values.len() == 1 && column.cells.len() > 1 { 3 } else { 0 };
    rank
}

/// The column of the last day beside one of first days.
fn end<'c>(first: &Seen, form: DateForm, candidates: &[Candidate<'c>]) -> Option<&'c Seen<'c>> {
    let is_start = first.named.has(&["start", "from", "begin", "beginning", "first", "inicio", "inicial", "debut"])
        || first.tag.is_some_and(|tag| tag.contains("+start"));
    let is_end = |column: &Seen| {
        column.named.has(&["end", "to", "until", "finish", "last", "fin", "final"])
            || column.tag.is_some_and(|tag| tag.contains("+end"))
    };
    let (_, last, ..) = candidates.iter().find(|(_, column, other, _)| is_start && *other == form && is_end(column))?;
    let mut held = (0, 0);
    for (from, to) in first.cells.iter().zip(&last.cells) {
        if let (Ok(Some(from)), Ok(Some(to))) = (date(from, form), date(to, form)) {
            held.1 += 1;
            held.0 += usize::from(from.first_day() <= to.last_day());
        }
    }
    (share(held.0, held.1) >= 0.95).then_some(*last)
}

impl Dates {
    /// Whether the date stands in a column.
    pub fn uses(&self, name: &str) -> bool {
        let columns = self
            .rule
            .iter()
            .flat_map(|rule| [&rule.column, &rule.to, &rule.year, &rule.month, &rule.week, &rule.day, &rule.time]);
        columns.flatten().any(|column| column == name)
    }

    /// The first and the last day.
    pub fn span(&self) -> Option<(Date, Date)> {
        let first = self.days.iter().flatten().map(|when| when.first_day()).min()?;
        let last = self.days.iter().flatten().map(|when| when.last_day()).max()?;
        Some((first, last))
    }

    /// Whether nearly all dates are years.
    pub fn are_years(&self) -> bool {
        let known: Vec<&When> = self.days.iter().flatten().collect();
        let years = known.iter().filter(|when| when.from.precision == Precision::Year && when.to.is_none()).count();
        share(years, known.len()) > 0.5
    }

    /// Whether nearly all dates are spans of seven days.
    fn are_weeks(&self) -> bool {
        let known: Vec<&When> = self.days.iter().flatten().collect();
        let weeks =
            known.iter().filter(|when| when.to.is_some() && (when.last_day() - when.first_day()).get_days() == 6);
        share(weeks.count(), known.len()) > 0.9
    }

    /// Whether more than a few dates are known less well than this.
    fn are_coarser(&self, than: Precision) -> bool {
        let known: Vec<&When> = self.days.iter().flatten().collect();
        let coarse = known.iter().filter(|when| when.to.unwrap_or(when.from).precision < than).count();
        share(coarse, known.len()) > 0.1
    }

    /// The rows with dates in the order of their days.
    pub fn order(&self) -> Vec<usize> {
        let dated = |(row, when): (usize, &Option<When>)| Some((when.as_ref()?.first_day(), self.time(row), row));
        let mut rows: Vec<(Date, Option<u16>, usize)> = self.days.iter().enumerate().filter_map(dated).collect();
        rows.sort();
        rows.into_iter().map(|(.., row)| row).collect()
    }

    /// The minutes of the day of a row.
    pub fn time(&self, row: usize) -> Option<u16> {
        self.times.get(row).copied().flatten()
    }

    /// Periods of which a chart has at most a few hundred.
    pub fn periods(&self) -> Periods {
        let Some((first, last)) = self.span() else { return Periods::All };
        let days = (last - first).get_days();
        // A date that says less than its period is put where that ends.
        if self.are_coarser(Precision::Month) || days > 366 * 30 {
            Periods::Year
        } else if self.are_weeks() && days <= 366 * 4 {
            Periods::Week
        } else if days > 400 || self.are_coarser(Precision::Day) {
            Periods::Month
        } else {
            Periods::Day
        }
    }
}
