//! Columns whose names are dates, alone ("2019", "2020-03-01") or beside what is counted ("Deaths 2019", "killed_2020-03").

use super::super::counted::candidates;
use super::super::counted::counts::is_death;
use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::birth;
use super::date_form;
use crate::formats::table::recipe::{DateForm, Wide};
use crate::formats::table::value::{self, month_of_name};
use crate::formats::table::{Column, Sample, SampleRow};
use crate::model::{Precision, When};
use indexmap::IndexMap;

const LEAST: usize = 2;
/// Two months beside a year may be the names of anything.
const LEAST_MONTHS: usize = 3;
/// Fewer years alone may be the names of something else, where another column says what it counts.
const LEAST_YEARS: usize = 4;

/// The columns whose names are dates, but for what stands before and behind those in all of them.
pub(in super::super) struct Dated<'l, 's> {
    pub columns: Vec<&'l Seen<'s>>,
    pub wide: Wide,
    pub named: Named,
}

/// The sets of such columns, the one that is most likely read first. `rows_speak` tells whether rows say what is counted.
pub(in super::super) fn find<'l, 's>(look: &'l Look<'s>, rows_speak: impl FnOnce() -> bool) -> Vec<Dated<'l, 's>> {
    // Words such as "thousands" may stand in some cells.
    let counts = |column: &&Seen| column.filled == 0 || share(column.readable, column.filled) >= 0.6;
    let has_digit = |column: &&Seen| column.name.chars().any(|c| c.is_ascii_digit());
    if let Some(dated) = months(look) {
        return vec![dated];
    }
    let numeric: Vec<&Seen> = look.columns.iter().filter(counts).filter(has_digit).collect();
    if numeric.len() < LEAST {
        return Vec::new();
    }
    bare(look, &numeric).map_or_else(|| within(&numeric, rows_speak()), |dated| vec![dated])
}

/// Columns that are months of the year in a column of each row, where nothing else but their sum counts anything.
fn months<'l, 's>(look: &'l Look<'s>) -> Option<Dated<'l, 's>> {
    let is_year = |seen: &&Seen| matches!(date_form::form(seen), Some((DateForm::Year, _))) && !birth::named(seen);
    let year = look.columns.iter().find(is_year)?;
    let columns: Vec<&Seen> =
        look.columns.iter().filter(|seen| seen.is_number() && candidates::is_month(seen)).collect();
    let number = |seen: &Seen, row: usize| seen.numbers.get(row).copied().flatten();
    let is_sum = |seen: &Seen, row: usize| {
        let sum: f64 = columns.iter().filter_map(|month| number(month, row)).sum();
        number(seen, row).is_none_or(|total| (total - sum).abs() < 0.5)
    };
    // A total that is more than the months beside it says what those leave out.
    let counts_too = |seen: &Seen| {
        seen.is_number()
            && (!seen.named.measures.is_empty() || seen.named.is_total && !(0..look.rows).all(|row| is_sum(seen, row)))
    };
    if columns.len() < LEAST_MONTHS || look.columns.iter().any(counts_too) {
        return None;
    }
    let year = Some(year.name.to_owned());
    let form = DateForm::YearMonthDay;
    let wide = Wide { form, before: String::new(), after: String::new(), month: None, year, except: Vec::new() };
    Some(Dated { columns, wide, named: Named::default() })
}

/// Columns whose names are dates and nothing else.
fn bare<'l, 's>(look: &Look, numeric: &[&'l Seen<'s>]) -> Option<Dated<'l, 's>> {
    let begins = |column: &&&Seen| column.name.starts_with(|c: char| c.is_alphanumeric());
    let numeric: Vec<&Seen> = numeric.iter().filter(begins).copied().collect();
    let form = form(numeric.iter().map(|column| column.name))?;
    let wide = Wide { form, before: String::new(), after: String::new(), month: None, year: None, except: Vec::new() };
    let columns: Vec<&Seen> = numeric.into_iter().filter(|column| wide.date(column.name).is_some()).collect();
    let counts_beside = |column: &Seen| {
        let named = &column.named;
        let speaks = !named.measures.is_empty() || named.is_vague || named.is_total;
        column.is_number() && speaks && !named.is_rate && wide.date(column.name).is_none()
    };
    let is_near = |when: When| (1900..=2100).contains(&when.first_day().year());
    let are_near = || columns.iter().filter_map(|column| wide.date(column.name)).all(is_near);
    let are_alone = || !look.columns.iter().any(counts_beside);
    let least = if form == DateForm::Year && !(are_alone() && are_near()) { LEAST_YEARS } else { LEAST };
    (columns.len() >= least).then(|| Dated { columns, wide, named: Named::default() })
}

/// Columns whose names say what is counted, and when. Of several measures, those that kill stand before others, and of several
/// periods the longest.
fn within<'l, 's>(numeric: &[&'l Seen<'s>], rows_speak: bool) -> Vec<Dated<'l, 's>> {
    const SHORT: [&str; 6] = ["day", "daily", "week", "weekly", "month", "monthly"];
    const TIMES: [&str; 9] = ["year", "quarter", "month", "week", "day", "date", "period", "ytd", "ending"];
    let mut alike: IndexMap<(&str, &str), Vec<&Seen>> = IndexMap::new();
    for column in numeric {
        alike.entry(around(column.name)).or_default().push(column);
    }
    let dated = |((before, after), columns): ((&str, &str), Vec<&'l Seen<'s>>)| {
        let named = Named::new(&format!("{before} {after}"), None);
        // "Year to date 2023" says no more than when.
        let says_when = || !named.is_vague && named.rest.iter().all(|word| TIMES.contains(&&**word));
        let speaks = if named.measures.is_empty() { rows_speak && says_when() } else { !named.is_no_count };
        if columns.len() < LEAST || named.is_rate || named.is_things || !speaks {
            return None;
        }
        let (before, after) = (before.to_owned(), after.to_owned());
        let middle = columns.iter().filter_map(|column| column.name.strip_prefix(&*before)?.strip_suffix(&*after));
        let wide = Wide { form: form(middle)?, before, after, month: None, year: None, except: Vec::new() };
        let columns: Vec<&Seen> = columns.into_iter().filter(|column| wide.date(column.name).is_some()).collect();
        (columns.len() >= LEAST).then_some(Dated { columns, wide, named })
    };
    let kills = |dated: &Dated| dated.named.measures.iter().any(|measure| is_death(measure));
    let mut all: Vec<Dated> = alike.into_iter().filter_map(dated).collect();
    all.sort_by_key(|dated| (!kills(dated), dated.named.has(&SHORT)));
    all
}

/// What stands before and behind the numbers in a name, and the names of months beside them.
fn around(name: &str) -> (&str, &str) {
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (name.find(is_digit), name.rfind(is_digit)) else { return (name, "") };
    let (mut before, after) = (name.get(..first).unwrap_or_default(), name.get(last + 1..).unwrap_or_default());
    // "Q1 2022": one is a quarter, and no month.
    if let Some(shorter) =
        before.strip_suffix(['Q', 'q', 'T']).filter(|shorter| !shorter.ends_with(char::is_alphanumeric))
    {
        before = shorter;
    }
    while let Some(shorter) = without_month(before) {
        before = shorter;
    }
    (before, after.get(of_date(after)..).unwrap_or_default())
}

/// What stands before the name of a month, where one is at the end.
fn without_month(before: &str) -> Option<&str> {
    let start = before.trim_end_matches([' ', '-', '–', '_', '.']);
    let at = start.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    // A separator may take more than one byte.
    let at = (at..=start.len()).find(|at| start.is_char_boundary(*at))?;
    let (rest, word) = start.split_at(at);
    month_of_name(word).map(|_| rest)
}

/// How much of what stands behind a year is of the date: a flag of provisional or revised numbers, months in brackets.
fn of_date(after: &str) -> usize {
    let is_flag = after.starts_with(['p', 'r']) && !after.chars().nth(1).is_some_and(char::is_alphanumeric);
    let in_brackets = || {
        let inner = after.trim_start().strip_prefix('(')?;
        let (months, rest) = inner.split_once(')')?;
        let reads = value::date(&format!("{months} 2000"), DateForm::DayMonthYear).is_ok_and(|date| date.is_some());
        (reads && months.contains(char::is_alphabetic)).then_some(after.len() - rest.len())
    };
    if is_flag { 1 } else { in_brackets().unwrap_or_default() }
}

/// How names are written as dates: they are looked at as if they were a column's values.
fn form<'n>(names: impl Iterator<Item = &'n str>) -> Option<DateForm> {
    // What stands in brackets would make a number with a remark of it.
    let rows = names
        .map(|name| SampleRow { line: None, indent: 0, cells: [name.replace(['(', ')'], " ")].into_iter().collect() })
        .collect();
    let sample = Sample { columns: vec![Column { name: "date".to_owned(), tag: None }], rows, is_whole: true };
    let about = super::super::About::default();
    let look = Look::new(&sample, &about, &|_| true);
    let (form, _) = date_form::form(look.columns.first()?)?;
    (!matches!(form, DateForm::Serial | DateForm::Epoch)).then_some(form)
}

impl Dated<'_, '_> {
    /// The latest column and the others, where these are no periods that add up: the same months of other years, periods that
    /// hold others, "year to date" of the last year.
    pub fn compared(&self) -> Option<(&str, Vec<&str>)> {
        let mut periods: Vec<(When, &str)> =
            self.columns.iter().filter_map(|column| Some((self.wide.date(column.name)?, column.name))).collect();
        periods.sort_by_key(|(when, _)| (when.last_day(), when.first_day()));
        let months = |when: &When| {
            let to = when.to.filter(|to| to.precision == Precision::Month)?;
            Some((when.from.first_day().month(), to.first_day().month()))
        };
        let of_first = periods.first().and_then(|(when, _)| months(when));
        let are_same = of_first.is_some() && periods.iter().all(|(when, _)| months(when) == of_first);
        let overlaps = |((before, _), (now, _)): (&(When, &str), &(When, &str))| {
            (months(before).is_some() || months(now).is_some()) && now.first_day() <= before.last_day()
        };
        let overlap = periods.iter().zip(periods.iter().skip(1)).any(overlaps);
        let are_to_date = self.named.is_cumulative && self.wide.form == DateForm::Year;
        let ((_, latest), others) = periods.split_last()?;
        (are_same || overlap || are_to_date).then(|| (*latest, others.iter().map(|(_, name)| *name).collect()))
    }
}
