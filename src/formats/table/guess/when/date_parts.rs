//! Dates whose year, month and day, or year and week, stand in columns of their own.

use super::super::look::{Look, Seen};
use super::super::say;
use super::birth;
use super::date_form::form;
use super::date_words::{DAYS, MONTHS, OTHER_DATES, WEEKS, YEARS};
use super::dates::Dates;
use crate::formats::table::recipe::{DateForm, DateRule};
use crate::formats::table::value::{date, of_week, parts};

/// Finds them.
pub(in super::super) fn find(look: &Look) -> Option<Dates> {
    let find = |names: &[&str], largest: f64| {
        let fits = |column: &&Seen| {
            column.named.has(names)
                && !column.named.has(&OTHER_DATES)
                && !birth::named(column)
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
            && !birth::named(column)
            && !column.named.has(&["end", "active"])
            && matches!(form(column), Some((DateForm::Year, _)))
    })?;
    let (month, day) = (find(&MONTHS, 12.0), find(&DAYS, 31.0));
    // A week says more than a month, and a day more than a week.
    let week = find(&WEEKS, 53.0).filter(|_| day.is_none());
    let (month, day) = if week.is_some() { (None, None) } else { (Some(month?), day) };
    let blank = |column: Option<&Seen>, row: usize| {
        column.and_then(|column| column.cells.get(row).copied()).unwrap_or("").to_owned()
    };
    let of_row = |row: usize| match week {
        Some(_) => of_week(&blank(Some(year), row), &blank(week, row)),
        None => parts(&blank(Some(year), row), &blank(month, row), &blank(day, row)),
    };
    let days = (0..look.rows).map(|row| of_row(row).ok().flatten()).collect();
    let names: Vec<&str> = [Some(year), month, week, day].into_iter().flatten().map(|column| column.name).collect();
    let owned = |column: &Seen| Some(column.name.to_owned());
    Some(Dates {
        rule: Some(DateRule {
            year: owned(year),
            month: month.and_then(owned),
            week: week.and_then(owned),
            day: day.and_then(owned),
            ..DateRule::default()
        }),
        days,
        reasons: vec![match week {
            Some(_) => format!("the date stands in {}; weeks are those of ISO 8601, from Monday", say::list(&names)),
            None => format!("the date stands in {}", say::list(&names)),
        }],
        ..Dates::default()
    })
}
