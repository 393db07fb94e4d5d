//! When: the columns of a row's date, and in which order it is written.

use super::look::{Look, Seen, share};
use super::say;
use crate::formats::table::recipe::{DateForm, DateRule, Periods};
use crate::formats::table::value::{date, digit, parts};
use crate::model::{Precision, When};
use jiff::civil::Date;

/// What is found of the dates of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Dates {
    pub rule: Option<DateRule>,
    /// The date of each row, where it has one.
    pub days: Vec<Option<When>>,
    pub reasons: Vec<String>,
    /// Whether days and months cannot be told apart: the other order reads as well.
    pub other: Option<DateForm>,
}

const YEARS: [&str; 12] =
    ["year", "iyear", "ano", "annee", "jahr", "anno", "jaar", "yil", "год", "سال", "سنة", "active_year"];
const MONTHS: [&str; 11] = ["month", "imonth", "mo", "mes", "mois", "monat", "mese", "maand", "месяц", "ماه", "شهر"];
const DAYS: [&str; 10] = ["day", "iday", "dy", "dia", "jour", "tag", "giorno", "день", "روز", "يوم"];
const NAMES: [&str; 18] = [
    "date",
    "fecha",
    "datum",
    "data",
    "day",
    "dia",
    "jour",
    "tag",
    "tarih",
    "дата",
    "تاریخ",
    "التاريخ",
    "time",
    "period",
    "week",
    "month",
    "quarter",
    "when",
];
/// Words of columns with the first or the last day, or the first or the last year.
const ENDS: [&str; 14] = [
    "initial",
    "inicial",
    "final",
    "start",
    "end",
    "from",
    "to",
    "until",
    "begin",
    "beginning",
    "finish",
    "inicio",
    "fin",
    "debut",
];
/// Words of dates on which nothing happened to anyone.
const OTHER_DATES: [&str; 20] = [
    "birth",
    "born",
    "dob",
    "nacimiento",
    "publish",
    "published",
    "publication",
    "update",
    "updated",
    "modified",
    "created",
    "entry",
    "entered",
    "accessed",
    "retrieved",
    "source",
    "added",
    "prec",
    "timestamp",
    "registered",
];

/// Finds the columns of the date.
pub(super) fn find(look: &Look) -> Dates {
    let mut candidates: Vec<(i32, &Seen, DateForm, Option<DateForm>)> = Vec::new();
    for column in &look.columns {
        let Some((form, other)) = form(column) else { continue };
        candidates.push((rank(column), column, form, other));
    }
    candidates.sort_by_key(|(rank, ..)| -rank);
    let whole = candidates.iter().find(|(_, _, form, _)| *form != DateForm::Year);
    let in_parts = in_parts(look);
    if let (None, Some(found)) = (whole, &in_parts) {
        return found.clone();
    }
    let Some((_, column, form, other)) = whole.or(candidates.first()) else { return in_parts.unwrap_or_default() };
    let days: Vec<Option<When>> = column.cells.iter().map(|cell| date(cell, *form).ok().flatten()).collect();
    let mut found = Dates {
        rule: Some(DateRule { column: Some(column.name.to_owned()), form: Some(*form), ..DateRule::default() }),
        days,
        reasons: vec![format!(
            "\"{}\" holds dates, written {}, on {} of {} rows looked at",
            column.name,
            words(*form),
            say::number(column.filled),
            say::number(look.rows)
        )],
        other: *other,
    };
    if let Some(to) = end(column, *form, &candidates) {
        found.reasons.push(format!("\"{}\" is the last day", to.name));
        if let Some(rule) = &mut found.rule {
            rule.to = Some(to.name.to_owned());
        }
    }
    found
}

fn words(form: DateForm) -> &'static str {
    match form {
        DateForm::YearMonthDay => "year, month, day",
        DateForm::DayMonthYear => "day, month, year",
        DateForm::MonthDayYear => "month, day, year",
        DateForm::Compact => "as eight digits",
        DateForm::Year => "as years",
        DateForm::Serial => "as a spreadsheet's day numbers",
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
    rank += i32::from(named.has(&["event", "incident", "death", "killed", "report"]));
    rank -= if named.has(&OTHER_DATES) { 12 } else { 0 };
    rank
}

/// The column of the last day beside one of first days.
fn end<'c>(
    first: &Seen,
    form: DateForm,
    candidates: &[(i32, &'c Seen<'c>, DateForm, Option<DateForm>)],
) -> Option<&'c Seen<'c>> {
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

/// How the dates of a column are written, and which other order reads as well; `None` where they are none.
pub(super) fn form(column: &Seen) -> Option<(DateForm, Option<DateForm>)> {
    let cells: Vec<&str> = column.values.keys().take(400).copied().collect();
    let is_dated = |cell: &&&str| cell.len() <= 60 && cell.chars().any(|c| digit(c).is_some());
    if share(cells.iter().take(30).filter(is_dated).count(), cells.len().min(30)) < 0.5 {
        return None;
    }
    let reads = |form: DateForm| {
        share(cells.iter().filter(|cell| matches!(date(cell, form), Ok(Some(_)))).count(), cells.len())
    };
    if column.is_number() {
        return of_numbers(column, &cells, &reads).map(|form| (form, None));
    }
    let lead = |cell: &&&str| cell.chars().take_while(char::is_ascii_digit).count();
    let first_is_year = share(cells.iter().filter(|cell| lead(cell) == 4).count(), cells.len()) >= 0.8;
    let is_solar = cells.iter().filter(|cell| is_solar(cell)).count();
    if share(is_solar, cells.len()) >= 0.8 && reads(DateForm::SolarHijri) >= 0.8 {
        return Some((DateForm::SolarHijri, None));
    }
    if first_is_year && reads(DateForm::YearMonthDay) >= 0.8 {
        return Some((DateForm::YearMonthDay, None));
    }
    let has_digits = cells.iter().all(|cell| cell.chars().any(|c| digit(c).is_some()));
    let [day, month] = [DateForm::DayMonthYear, DateForm::MonthDayYear].map(reads);
    if !has_digits || day.max(month) < 0.8 {
        let year = reads(DateForm::Year);
        return (year >= 0.8 && (column.named.has(&YEARS) || column.named.has(&NAMES)))
            .then_some((DateForm::Year, None));
    }
    let named = cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic) && !has_weekday(cell)).count();
    if share(named, cells.len()) >= 0.8 {
        let starts = cells.first().is_some_and(|cell| cell.starts_with(char::is_alphabetic));
        return Some((if starts { DateForm::MonthDayYear } else { DateForm::DayMonthYear }, None));
    }
    if (day - month).abs() > 0.005 {
        return Some((if day > month { DateForm::DayMonthYear } else { DateForm::MonthDayYear }, None));
    }
    let [by_day, by_month] = [DateForm::DayMonthYear, DateForm::MonthDayYear].map(|form| evidence(column, form));
    Some(match by_day.total_cmp(&by_month) {
        std::cmp::Ordering::Greater => (DateForm::DayMonthYear, None),
        std::cmp::Ordering::Less => (DateForm::MonthDayYear, None),
        std::cmp::Ordering::Equal => (DateForm::DayMonthYear, Some(DateForm::MonthDayYear)),
    })
}

fn of_numbers(column: &Seen, cells: &[&str], reads: &dyn Fn(DateForm) -> f64) -> Option<DateForm> {
    let (smallest, largest) = column.range()?;
    let is_year = column.named.has(&YEARS) || column.tag.is_some_and(|tag| tag.starts_with("#date+year"));
    let is_date =
        column.named.has(&NAMES) || column.named.has(&ENDS) || column.tag.is_some_and(|tag| tag.starts_with("#date"));
    if is_year && smallest >= -9999.0 && largest <= 2200.0 && reads(DateForm::Year) >= 0.9 {
        let is_solar = smallest >= 1250.0 && largest <= 1450.0 && cells.iter().any(|cell| !cell.is_ascii());
        return Some(if is_solar { DateForm::SolarHijri } else { DateForm::Year });
    }
    let digits = |count: usize| cells.iter().all(|cell| cell.trim_end_matches(".0").chars().count() == count);
    if digits(8) && (1.7e7..2.2e7).contains(&smallest) && reads(DateForm::Compact) >= 0.95 {
        return Some(DateForm::Compact);
    }
    if is_date && digits(6) && (170_001.0..220_000.0).contains(&smallest) && reads(DateForm::Compact) >= 0.95 {
        return Some(DateForm::Compact);
    }
    if is_date && smallest >= 10_000.0 && largest <= 60_000.0 {
        return Some(DateForm::Serial);
    }
    (is_date && smallest >= 1_000.0 && largest <= 2_200.0).then_some(DateForm::Year)
}

/// A date whose year is one of the Solar Hijri calendar: 1250 to 1450, with a month and a day.
fn is_solar(cell: &str) -> bool {
    let numbers: Vec<u32> = cell
        .split(|c: char| digit(c).is_none())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().filter_map(digit).fold(0, |n: u32, d| n.saturating_mul(10).saturating_add(d)))
        .collect();
    numbers.len() >= 2 && numbers.iter().any(|number| (1250..=1450).contains(number))
}

fn has_weekday(cell: &str) -> bool {
    let word: String = cell.chars().take_while(|c| c.is_alphabetic()).collect();
    ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].iter().any(|day| word.to_lowercase().starts_with(day))
}

/// How much speaks for an order of day and month that both read: the names of weekdays, then whether the dates are in order.
fn evidence(column: &Seen, form: DateForm) -> f64 {
    let day = |cell: &str| date(cell, form).ok().flatten().map(When::first_day);
    let weekdays = column.cells.iter().filter(|cell| has_weekday(cell)).filter(|cell| {
        day(cell).is_some_and(|day| {
            format!("{:?}", day.weekday())
                .to_lowercase()
                .starts_with(&cell.to_lowercase().chars().take(3).collect::<String>())
        })
    });
    let right = weekdays.count() as f64;
    if column.cells.iter().any(|cell| has_weekday(cell)) {
        return right;
    }
    let days: Vec<Date> = column.cells.iter().filter_map(|cell| day(cell)).collect();
    let steps = days.iter().zip(days.iter().skip(1));
    let rising = steps.clone().filter(|(before, now)| before <= now).count();
    let falling = steps.filter(|(before, now)| before >= now).count();
    let ordered = share(rising.max(falling), days.len().saturating_sub(1));
    // A list in no order says nothing.
    if ordered >= 0.9 { (ordered * 20.0).round() } else { 0.0 }
}

/// Year, month and day in columns of their own.
fn in_parts(look: &Look) -> Option<Dates> {
    let find = |names: &[&str], largest: f64| {
        let fits = |column: &&Seen| {
            column.named.has(names)
                && !column.named.has(&OTHER_DATES)
                && !column.named.has(&["end", "active"])
                && (column.range().is_some_and(|(low, high)| low >= 0.0 && high <= largest)
                    || largest <= 12.0
                        && column
                            .values
                            .keys()
                            .all(|value| date(&format!("1 {value} 2000"), DateForm::DayMonthYear).is_ok()))
        };
        look.columns.iter().find(fits)
    };
    let year = look.columns.iter().find(|column| {
        column.named.has(&YEARS)
            && !column.named.has(&["end", "active"])
            && matches!(form(column), Some((DateForm::Year, _)))
    })?;
    let month = find(&MONTHS, 12.0)?;
    let day = find(&DAYS, 31.0);
    let blank = |column: Option<&Seen>, row: usize| {
        column.and_then(|column| column.cells.get(row).copied()).unwrap_or("").to_owned()
    };
    let days = (0..look.rows)
        .map(|row| parts(&blank(Some(year), row), &blank(Some(month), row), &blank(day, row)).ok().flatten())
        .collect();
    let names: Vec<&str> = [Some(year), Some(month), day].into_iter().flatten().map(|column| column.name).collect();
    let owned = |column: &Seen| Some(column.name.to_owned());
    Some(Dates {
        rule: Some(DateRule {
            year: owned(year),
            month: owned(month),
            day: day.and_then(owned),
            ..DateRule::default()
        }),
        days,
        reasons: vec![format!("the date stands in {}", say::list(&names))],
        other: None,
    })
}

impl Dates {
    /// Whether the date stands in a column.
    pub fn uses(&self, name: &str) -> bool {
        let columns = self.rule.iter().flat_map(|rule| [&rule.column, &rule.to, &rule.year, &rule.month, &rule.day]);
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

    /// The rows with dates in the order of their days.
    pub fn order(&self) -> Vec<usize> {
        let mut rows: Vec<(Date, usize)> =
            self.days.iter().enumerate().filter_map(|(row, when)| Some((when.as_ref()?.first_day(), row))).collect();
        rows.sort();
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Periods of which a chart has at most a few hundred.
    pub fn periods(&self) -> Periods {
        let Some((first, last)) = self.span() else { return Periods::All };
        let days = (last - first).get_days();
        if self.are_years() || days > 366 * 30 {
            Periods::Year
        } else if days > 400 {
            Periods::Month
        } else {
            Periods::Day
        }
    }
}
