//! Reports that tell the numbers of days again, revised: "Report date" beside "Data for date". Where each tells all of them, the
//! last one holds them all; else the last report of each day stands.

use super::super::doubts::Ask;
use super::super::look::{Look, Seen};
use super::super::when::date_form::form;
use super::super::when::dates::{self, Dates};
use crate::formats::table::recipe::{DateForm, Filter};
use crate::formats::table::value::date;
use crate::model::Precision;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a report tells: of which day, and of what else.
type Told<'s> = BTreeSet<(Date, Vec<&'s str>)>;

/// The rows of the last report, why only they are counted, and whether that is so.
pub(in super::super) struct Latest {
    pub filter: Filter,
    pub reason: String,
    pub ask: Ask,
}

/// Finds them.
pub(in super::super) fn find(look: &Look) -> Option<Latest> {
    let dated: Vec<(&Seen, Vec<Date>)> =
        look.columns.iter().filter_map(|column| Some((column, days(column)?))).collect();
    let pairs = dated.iter().flat_map(|reported| dated.iter().map(move |of| (reported, of)));
    let (reported, last) = pairs.filter(|(reported, of)| reported.0.name != of.0.name).find_map(|(reported, of)| {
        let reports = reports(look, reported, of)?;
        Some((reported, last_of_all(&reports)?))
    })?;
    let (column, days) = reported;
    let values: BTreeSet<&str> =
        column.cells.iter().zip(days).filter(|(_, day)| **day == last).map(|(cell, _)| *cell).collect();
    let only: Vec<String> = values.into_iter().map(str::to_owned).collect();
    let filter = Filter { column: column.name.to_owned(), only, except: Vec::new() };
    let reason = format!(
        "left out: rows of earlier days in \"{}\"; the last ones, of {last}, tell all of it again",
        column.name
    );
    let own = filter.clone();
    let question = format!("Do the rows of each \"{}\" tell the same again?", column.name);
    let ask = Ask::new(question, "Yes: the last ones stand").weighing(8);
    let ask = ask.or("No: all of them add up", move |recipe| recipe.keep.retain(|filter| *filter != own));
    Some(Latest { filter, reason, ask })
}

/// The days in a column that has one in each row; few are no reports.
fn days(column: &Seen) -> Option<Vec<Date>> {
    if column.filled < column.cells.len() || column.values.len() < 2 {
        return None;
    }
    let (form, _) = form(column).filter(|(form, _)| *form != DateForm::Year)?;
    column.cells.iter().map(|cell| Some(date(cell, form).ok()??.first_day())).collect()
}

/// What each report tells, by its day; `None` where a row says something twice, or of a day that was yet to come.
fn reports<'s>(
    look: &Look<'s>,
    reported: &(&Seen, Vec<Date>),
    of: &(&Seen, Vec<Date>),
) -> Option<BTreeMap<Date, Told<'s>>> {
    let is_text = |seen: &&Seen| !seen.is_number() && seen.name != reported.0.name && seen.name != of.0.name;
    let texts: Vec<&Seen> = look.columns.iter().filter(is_text).collect();
    let mut reports: BTreeMap<Date, Told> = BTreeMap::new();
    for (row, (reported, of)) in reported.1.iter().zip(&of.1).enumerate() {
        let key = texts.iter().filter_map(|seen| seen.cells.get(row).copied()).collect();
        let is_new = reports.entry(*reported).or_default().insert((*of, key));
        if !is_new || of > reported {
            return None;
        }
    }
    Some(reports)
}

/// The day of the last report, where each tells all that the one before it told, and the first several days.
fn last_of_all(reports: &BTreeMap<Date, Told>) -> Option<Date> {
    let (_, first) = reports.first_key_value()?;
    let days: BTreeSet<&Date> = first.iter().map(|(day, _)| day).collect();
    let tells_again = reports.values().zip(reports.values().skip(1)).all(|(before, now)| before.is_subset(now));
    (reports.len() >= 2 && days.len() >= 2 && tells_again).then(|| reports.last_key_value().map(|(day, _)| *day))?
}

/// Words for what tells of many days at once. Deaths that were "reported" later are others.
const DOCUMENTS: [&str; 12] = [
    "report",
    "snapshot",
    "version",
    "vintage",
    "release",
    "publication",
    "published",
    "bulletin",
    "update",
    "updated",
    "extract",
    "retrieved",
];

/// Reports of which each tells some days of those before it again and some new ones: the dates are the days of which they tell,
/// and of each the last report stands.
pub(in super::super) fn revised(look: &Look, found: &Dates) -> Option<Dates> {
    let rule = found.rule.as_ref().filter(|rule| rule.to.is_none())?;
    let dated: Vec<(&Seen, Vec<Date>)> =
        look.columns.iter().filter_map(|column| Some((column, days(column)?))).collect();
    let is_used = |column: &Seen| rule.column.as_deref() == Some(column.name);
    let pairs = dated.iter().flat_map(|reported| dated.iter().map(move |of| (reported, of)));
    let (reported, of) = pairs
        .filter(|(reported, of)| {
            reported.0.named.has(&DOCUMENTS) && !of.0.named.has(&DOCUMENTS) && (is_used(reported.0) || is_used(of.0))
        })
        .find(|(reported, of)| reports(look, reported, of).is_some_and(|reports| tell_again(look, &reports)))?;
    let (form, _) = form(of.0)?;
    let found = dates::of_column(look, of.0, form, None);
    let are_days = found.days.iter().flatten().all(|when| when.to.is_none() && when.from.precision == Precision::Day);
    let mut found = Some(found).filter(|_| are_days)?;
    found.rule.iter_mut().for_each(|rule| rule.time = Some(reported.0.name.to_owned()));
    let order: BTreeSet<Date> = reported.1.iter().copied().collect();
    let place = |day: &Date| order.iter().position(|known| known == day).and_then(|at| u16::try_from(at).ok());
    found.times = reported.1.iter().map(place).collect();
    Some(Dates { is_revised: true, ..found })
}

/// Whether each report but the first tells something of those before it again, and several days; words that stand in few rows
/// are those of incidents.
fn tell_again(look: &Look, reports: &BTreeMap<Date, Told>) -> bool {
    let comes_again = |seen: &Seen| seen.values.len() == 1 || seen.values.len() * 2 <= seen.filled;
    let of_incidents = |seen: &&Seen| !seen.is_number() && form(seen).is_none() && !comes_again(seen);
    let mut told: Told = BTreeSet::new();
    let tells_again = reports.values().enumerate().all(|(at, report)| {
        let days: BTreeSet<&Date> = report.iter().map(|(day, _)| day).collect();
        let again = report.iter().filter(|one| told.contains(*one)).count();
        told.extend(report.iter().cloned());
        days.len() >= 2 && (at == 0 || again > 0)
    });
    reports.len() >= 2 && tells_again && !look.columns.iter().any(|seen| of_incidents(&seen))
}

/// Whether the last report of each day stands.
pub(in super::super) fn ask_revised(reported: &str) -> Ask {
    let question = format!("Does each \"{reported}\" tell some days again?");
    Ask::new(question, "Yes: the last report of each day stands").weighing(8).or("No: all of them add up", |recipe| {
        recipe.date.iter_mut().for_each(|date| date.time = None);
    })
}
