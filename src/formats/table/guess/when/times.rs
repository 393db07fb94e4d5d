//! Several reports of one day: the time of each, in the date's own cells or in a column beside it.

use super::super::look::{Look, Seen, share};
use super::dates::Dates;
use crate::formats::table::recipe::{BasisRule, Periods, Recipe};
use crate::formats::table::value::minutes;
use crate::model::When;
use jiff::civil::Date;
use std::collections::BTreeSet;

const NAMES: [&str; 10] = ["time", "hour", "hora", "heure", "uhrzeit", "ora", "saat", "время", "ساعت", "الساعة"];

/// More different times than this are those of incidents.
const MOST: usize = 6;

/// Adds the times of the rows, where few of them come again.
pub(in super::super) fn find(look: &Look, dates: &mut Dates) {
    let Some(rule) = &mut dates.rule else { return };
    let is_dated = |seen: &&Seen| rule.column.as_deref() == Some(seen.name);
    // Of a single day each report may have its own.
    let days: BTreeSet<Date> = dates.days.iter().flatten().map(|when| when.first_day()).collect();
    let most = if days.len() == 1 { look.rows } else { MOST };
    let is_named = |seen: &&Seen| seen.named.has(&NAMES) && seen.values.len() <= most;
    let mut able = look.columns.iter().filter(is_dated).chain(look.columns.iter().filter(is_named));
    let found = able.find_map(|seen| {
        let times: Vec<Option<u16>> = seen.cells.iter().map(|cell| minutes(cell)).collect();
        let known: BTreeSet<u16> = times.iter().flatten().copied().collect();
        let share = share(times.iter().flatten().count(), seen.filled);
        ((2..=most).contains(&known.len()) && share >= 0.9).then(|| (seen.name.to_owned(), times))
    });
    if let Some((name, times)) = found {
        rule.time = Some(name);
        dates.times = times;
    }
}

/// Keeps the time only where each row is a whole report of its event, source and people at that time: of totals so far, or of a
/// day that is told again.
pub(in super::super) fn settle(recipe: &mut Recipe, look: &Look, dates: &Dates) {
    let Some(rule) = recipe.date.as_mut().filter(|rule| rule.time.is_some()) else { return };
    let split = recipe.split.iter().map(|split| &split.column);
    let measure = recipe.measure.iter().map(|values| &values.column);
    let names = recipe.events.columns.iter().chain(&recipe.source.column).chain(split).chain(measure);
    let keys: Vec<&Seen> = names.filter_map(|name| look.column(name)).collect();
    let mut reports: BTreeSet<(Vec<&str>, Option<Date>, Option<u16>)> = BTreeSet::new();
    for row in 0..look.rows {
        let key = keys.iter().filter_map(|key| key.cells.get(row).copied()).collect();
        let day = dates.days.get(row).copied().flatten().map(When::first_day);
        reports.insert((key, day, dates.time(row)));
    }
    let is_whole = reports.len() == look.rows;
    if !is_whole || recipe.basis != BasisRule::Cumulative && !dates.is_revised {
        rule.time = None;
    } else if dates.is_revised {
        recipe.periods = Periods::Rows;
    }
}
