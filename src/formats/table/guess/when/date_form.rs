//! In which order the dates of a column are written, by what its values show.

use super::super::look::{Seen, share};
use super::date_words::{ENDS, NAMES, QUARTERS, WEEKS, YEARS, YEARS_WITH_MONTHS};
use crate::formats::table::recipe::DateForm;
use crate::formats::table::value::{
    date, digit, has_buddhist_year, has_digit, is_day_of_era, is_running_year, month_of_name, turned,
};
use crate::model::When;
use jiff::civil::Date;

/// So many values are tried before all are.
const FIRST: usize = 30;

/// How the dates of a column are written, and which other order reads as well; `None` where they are none.
pub(in super::super) fn form(column: &Seen) -> Option<(DateForm, Option<DateForm>)> {
    let cells: Vec<&str> = column.values.keys().take(400).copied().collect();
    let is_dated = |cell: &&&str| cell.len() <= 60 && has_digit(cell);
    if share(cells.iter().take(FIRST).filter(is_dated).count(), cells.len().min(FIRST)) < 0.5 {
        return None;
    }
    let reads_of = |cells: &[&str], form: DateForm| {
        share(cells.iter().filter(|cell| matches!(date(cell, form), Ok(Some(_)))).count(), cells.len())
    };
    // Where few of the first ones read, the others are not tried.
    let reads = |form: DateForm| match reads_of(cells.get(..FIRST).unwrap_or(&cells), form) {
        few if few < 0.5 => few,
        _ => reads_of(&cells, form),
    };
    let buddhist = cells.iter().filter(|cell| has_buddhist_year(cell)).count();
    let may_be = !column.is_number() || column.named.has(&YEARS) || column.named.has(&NAMES);
    if may_be && share(buddhist, cells.len()) >= 0.9 && reads(DateForm::Buddhist) >= 0.8 {
        return Some((DateForm::Buddhist, None));
    }
    let is_of_weeks = column.named.words.iter().any(|word| WEEKS.iter().any(|week| word.ends_with(week)));
    if is_of_weeks && reads(DateForm::YearWeek) >= 0.95 {
        return Some((DateForm::YearWeek, None));
    }
    let is_of_quarters = column.named.words.iter().any(|word| QUARTERS.contains(&&**word));
    let is_short = |cell: &&str| cell.chars().count() <= 6;
    if is_of_quarters && cells.iter().all(is_short) && reads(DateForm::YearQuarter) >= 0.95 {
        return Some((DateForm::YearQuarter, None));
    }
    // "01-2022" could be a range of numbers, but not each of a column from a month to a year.
    let is_joined = |cell: &&&str| matches!(cell.find(['-', '/']), Some(1 | 2)) && matches!(cell.len(), 6 | 7);
    if column.is_number()
        && cells.iter().filter(is_joined).count() == cells.len()
        && reads(DateForm::DayMonthYear) >= 1.0
    {
        return Some((DateForm::DayMonthYear, None));
    }
    if column.is_number() {
        return of_numbers(column, &cells, &reads).map(|form| (form, None));
    }
    // "R5.4.1" is a day where all have the letter of an era.
    if cells.iter().filter(|cell| is_day_of_era(cell)).count() == cells.len() && !cells.is_empty() {
        return Some((DateForm::YearMonthDay, None));
    }
    let lead = |cell: &&&str| cell.chars().take_while(char::is_ascii_digit).count();
    let first_is_year = share(cells.iter().filter(|cell| lead(cell) == 4).count(), cells.len()) >= 0.8;
    let is_solar = cells.iter().filter(|cell| is_solar(cell)).count();
    if share(is_solar, cells.len()) >= 0.8 && reads(DateForm::SolarHijri) >= 0.8 {
        return Some((DateForm::SolarHijri, None));
    }
    // "2008/09", "2009/10": months would not follow the years.
    let running = cells.iter().filter(|cell| is_running_year(cell)).count();
    if cells.len() >= 2 && share(running, cells.len()) >= 0.8 {
        return Some((DateForm::Year, None));
    }
    if first_is_year && reads(DateForm::YearMonthDay) >= 0.8 {
        return Some((DateForm::YearMonthDay, None));
    }
    // Years of an era begin with its name.
    if !first_is_year && column.named.has(&YEARS) && reads(DateForm::Year) >= 0.95 {
        return Some((DateForm::Year, None));
    }
    let has_digits = cells.iter().all(|cell| has_digit(cell));
    let [day, month] = [DateForm::DayMonthYear, DateForm::MonthDayYear].map(reads);
    // Some have the day first, the others the month.
    let first = if day >= month { DateForm::DayMonthYear } else { DateForm::MonthDayYear };
    let reads_turned = |cell: &&&str| matches!(date(cell, first), Ok(Some(_))) || turned(cell, first).is_some();
    if has_digits
        && (0.5..0.8).contains(&day.max(month))
        && share(cells.iter().filter(reads_turned).count(), cells.len()) >= 0.95
    {
        return Some((first, None));
    }
    if !has_digits || day.max(month) < 0.8 {
        let year = reads(DateForm::Year);
        return (year >= 0.8 && (column.named.has(&YEARS) || column.named.has(&NAMES)))
            .then_some((DateForm::Year, None));
    }
    let named = cells.iter().filter(|cell| names_month(cell) && !has_weekday(cell)).count();
    if share(named, cells.len()) >= 0.8 {
        let starts = cells.first().is_some_and(|cell| cell.starts_with(char::is_alphabetic));
        return Some((if starts { DateForm::MonthDayYear } else { DateForm::DayMonthYear }, None));
    }
    if (day - month).abs() > 0.005 {
        return Some((if day > month { DateForm::DayMonthYear } else { DateForm::MonthDayYear }, None));
    }
    let [by_day, by_month] = [DateForm::DayMonthYear, DateForm::MonthDayYear].map(|form| evidence(column, form));
    let (first, other) = if by_month > by_day {
        (DateForm::MonthDayYear, DateForm::DayMonthYear)
    } else {
        (DateForm::DayMonthYear, DateForm::MonthDayYear)
    };
    // Dates that are in order one way show it, but not where they nearly are the other way too.
    let is_shown =
        by_day.min(by_month) == 0.0 && by_day.max(by_month) > 0.0 || column.cells.iter().any(|cell| has_weekday(cell));
    Some((first, (!is_shown || by_day.total_cmp(&by_month).is_eq()).then_some(other)))
}

/// Whether the rows of a column are years one after the other, whatever it is called: its name may be the table's title.
fn runs_through_years(column: &Seen) -> bool {
    let years: Option<Vec<f64>> = column.numbers.iter().copied().collect();
    let Some(years) = years.filter(|years| years.len() >= 3) else { return false };
    let in_turn = |step: f64| years.windows(2).all(|pair| matches!(pair, [a, b] if (b - a - step).abs() < 1e-9));
    years.iter().all(|year| (1800.0..=2100.0).contains(year)) && (in_turn(1.0) || in_turn(-1.0))
}

fn of_numbers(column: &Seen, cells: &[&str], reads: &dyn Fn(DateForm) -> f64) -> Option<DateForm> {
    let (smallest, largest) = column.range()?;
    // "Under 1 year" counts those of an age.
    let is_plain = largest >= 1_000.0 || column.named.words.len() == 1;
    let tagged = |start: &str| column.tag.is_some_and(|tag| tag.starts_with(start));
    let is_year = is_called(column, &YEARS) && is_plain || tagged("#date+year") || runs_through_years(column);
    let is_date = is_called(column, &NAMES) || !counts(column) && is_called(column, &ENDS) || tagged("#date");
    if is_year && smallest >= -9999.0 && largest <= 2200.0 && reads(DateForm::Year) >= 0.9 {
        let is_persian = column.named.has(&["سال"]) || cells.iter().any(|cell| !cell.is_ascii());
        let is_solar = smallest >= 1250.0 && largest <= 1450.0 && is_persian;
        return Some(if is_solar { DateForm::SolarHijri } else { DateForm::Year });
    }
    let digits = |count: usize| cells.iter().all(|cell| cell.trim_end_matches(".0").chars().count() == count);
    if digits(8) && (1.7e7..2.2e7).contains(&smallest) && reads(DateForm::Compact) >= 0.95 {
        return Some(DateForm::Compact);
    }
    let may_be_months = is_date || column.named.has(&YEARS_WITH_MONTHS);
    if may_be_months && digits(6) && (170_001.0..220_000.0).contains(&smallest) && reads(DateForm::Compact) >= 0.95 {
        return Some(DateForm::Compact);
    }
    if is_date && smallest >= 10_000.0 && largest <= 60_000.0 {
        return Some(DateForm::Serial);
    }
    // From 1973 to 2128 as seconds, to 2100 as milliseconds; other numbers of a date are never so large.
    if is_date && (1e8..5e9).contains(&smallest) && largest < 5e9 || is_date && smallest >= 1e11 && largest < 4.1e12 {
        return Some(DateForm::Epoch);
    }
    // Records of JSON may lie under their years.
    let is_key = column.name == "key" && column.values.len() == column.filled;
    ((is_date || is_key) && smallest >= 1_000.0 && largest <= 2_200.0).then_some(DateForm::Year)
}

/// Whether a column's name says that people are counted, or something that they may be asked about.
fn counts(column: &Seen) -> bool {
    !column.named.measures.is_empty() || column.named.is_vague
}

/// Whether one of the words by which dates are called says that a column holds some: "deaths to date" and "killed this year"
/// do not, as "date of death" and "to date" do.
fn is_called(column: &Seen, known: &[&str]) -> bool {
    let words = &column.named.words;
    let is_until_now = words.len() > 2
        && words.iter().skip(1).zip(words.iter().skip(2)).any(|(to, date)| to == "to" && date == "date");
    !is_until_now && if counts(column) { column.named.has_ahead(known) } else { column.named.has(known) }
}

/// A date whose year is one of the Solar Hijri calendar: 1250 to 1450, with a month and a day.
fn is_solar(cell: &str) -> bool {
    let numbers: Vec<u32> = cell
        .split(|c: char| digit(c).is_none())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().filter_map(digit).fold(0, |n: u32, d| n.saturating_mul(10).saturating_add(d)))
        .collect();
    let has_month = numbers.len() >= 2 || cell.chars().any(char::is_alphabetic);
    has_month && numbers.iter().any(|number| (1250..=1450).contains(number))
}

/// Whether a cell has the name of a month; "PM" is none.
fn names_month(cell: &str) -> bool {
    cell.split(|character: char| !character.is_alphabetic()).any(|word| month_of_name(word).is_some())
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
