//! Which rows are not counted: rates, and rows that hold others or count something else.

use super::super::About;
use super::super::doubts::Ask;
use super::super::look::Look;
use super::super::names::spoken;
use super::super::when::wide;
use super::ages;
use super::aggregates;
use super::holders;
use super::indicators;
use super::notes;
use super::of_which;
use super::overlap;
use super::set_in;
use super::snapshots;
use super::statistics;
use super::sum_row;
use super::taken_back;
use super::wholes;
use super::year_totals;
use crate::formats::table::recipe::Filter;
use crate::formats::table::{Cells, Sample};

/// The rows that are left, and why others are not.
pub(in super::super) struct LeftOut<'s> {
    /// The rows that are left.
    pub look: Look<'s>,
    pub keep: Vec<Filter>,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// Looks at a sample without the rows that are not to be counted.
pub(in super::super) fn find<'s>(sample: &'s Sample, about: &'s About) -> LeftOut<'s> {
    let everything = Look::new(sample, about, &|_| true);
    let mut asks = Vec::new();
    let mut first: Vec<(Filter, String)> =
        spoken::rates(&everything).into_iter().chain(of_which::rows(&everything)).collect();
    let notes = notes::find(&everything);
    if let Some((filter, reason, ask)) = taken_back::find(&everything) {
        first.push((filter, reason));
        asks.push(ask);
    }
    if let Some(nested) = set_in::find(&everything, sample) {
        first.push((nested.filter, nested.reason));
        asks.extend(nested.ask);
    }
    if let Some(latest) = sample.is_whole.then(|| snapshots::find(&everything)).flatten() {
        first.push((latest.filter, latest.reason));
        asks.push(latest.ask);
    }
    // Sums show only where the rates are gone, and what lies inside other rows.
    let everything = if first.is_empty() && notes.is_none() {
        everything
    } else {
        let filters: Vec<Filter> = first.iter().chain(&notes).map(|(filter, _)| filter.clone()).collect();
        Look::new(sample, about, &kept(sample, &filters))
    };
    let mut filters: Vec<(Filter, String)> = first
        .into_iter()
        .chain(overlap::rows(&everything))
        .chain(aggregates::find(&everything))
        .chain(ages::overlapping(&everything))
        .collect();
    holders::join(&everything, &mut filters);
    asks.extend(wholes::join(&everything, &mut filters));
    if sample.is_whole {
        filters.extend(statistics::find(&everything, &filters));
        if let Some((filter, reason, ask)) = year_totals::find(&everything, &filters) {
            filters.push((filter, reason));
            asks.extend(ask);
        }
    }
    if sample.is_whole && wide::find(&everything).is_none() {
        asks.extend(sum_row::ask(&everything, &filters));
        filters.extend(sum_row::find(&everything, &filters));
    }
    let (mut keep, mut reasons): (Vec<Filter>, Vec<String>) = filters.into_iter().unzip();
    // Beside notes a column may have rows that hold others.
    let (of_notes, why): (Vec<Filter>, Vec<String>) = notes.into_iter().unzip();
    reasons.extend(why);
    if let Some(chosen) = indicators::choose(&everything) {
        keep.retain(|filter| filter.column != chosen.filter.column);
        keep.push(chosen.filter);
        reasons.push(chosen.reason);
        asks.insert(0, chosen.ask);
    }
    keep.extend(of_notes);
    let look = if keep.is_empty() { everything } else { Look::new(sample, about, &kept(sample, &keep)) };
    LeftOut { look, keep, reasons, asks }
}

/// Which rows filters keep.
fn kept<'f>(sample: &Sample, filters: &'f [Filter]) -> impl Fn(&Cells) -> bool + use<'f> {
    let at = |filter: &Filter| sample.columns.iter().position(|column| column.name == filter.column);
    let places: Vec<(usize, &Filter)> = filters.iter().filter_map(|filter| Some((at(filter)?, filter))).collect();
    move |cells| places.iter().all(|(at, filter)| cells.get(*at).is_none_or(|cell| filter.keeps(cell.trim())))
}
