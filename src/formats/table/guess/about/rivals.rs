//! Sources that count the same people are rivals: one of them stands, and none are added. Sources of which each knows other
//! people or other incidents are no rivals: their rows add up.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen, share};
use super::super::people::person_columns;
use super::super::say;
use super::super::when::birth;
use super::super::when::dates::Dates;
use super::columns;
use super::shape::{self, Shape};
use super::sources;
use crate::formats::table::recipe::RowKind;
use std::collections::BTreeMap;

/// Up to this share of rows under two sources is chance, as people of one name are.
const CHANCE: f64 = 0.05;
/// From this share on people are on several lists.
const LISTED_AGAIN: f64 = 0.2;

/// The source's column where each source has a list of people of its own; `None` where all rows are added up.
pub(in super::super) fn of_people<'l>(
    draft: &mut Draft,
    look: &Look,
    source: Option<&'l Seen<'l>>,
) -> Option<&'l Seen<'l>> {
    let column = source.filter(|column| !is_one(look, column))?;
    let name = person_columns::names(look);
    let born = look.columns.iter().find(|column| birth::is_date(column) || person_columns::is_age(column));
    let keys = name.map_or_else(Keys::default, |name| {
        let key = |row: usize| Some([Some(name), born].map(|column| cell(column, row).to_owned()).to_vec());
        Keys::of(look, column, key, |key| key.first().is_some_and(|name| !name.is_empty()))
    });
    let are_rivals = keys.again_share() >= LISTED_AGAIN;
    let reason = if are_rivals {
        format!("{} of {} rows name people whom another source in \"{}\" names too", keys.again, keys.rows, column.name)
    } else {
        format!(
            "\"{}\" says from where each person is known: a person stands in one row, and all rows are counted",
            column.name
        )
    };
    settle(draft, column, are_rivals, Some(reason))
}

/// The source's column where sources count the same incidents or periods; `None` where all rows are added up.
pub(in super::super) fn of_rows<'l>(
    draft: &mut Draft,
    look: &Look,
    dates: &Dates,
    shape: &Shape,
    source: Option<&'l Seen<'l>>,
    is_cumulative: bool,
) -> Option<&'l Seen<'l>> {
    let column = source?;
    // Rows of one date and of no words for what happened may be of several incidents.
    if sources::counts_again(look, column) && sources::happenings(look, column, dates).is_empty() {
        return settle(draft, column, true, None);
    }
    // Totals so far and groups are never added up over sources.
    if is_cumulative || shape.kind == RowKind::Group || is_one(look, column) || sources::counts_again(look, column) {
        return source;
    }
    let places: Vec<&Seen> = look.columns.iter().filter(|column| shape::is_place(column)).collect();
    let mut all = places.clone();
    all.extend(columns::areas(look));
    all.extend(columns::events(look));
    if !all.iter().any(|place| place.values.len() > 1) {
        return settle(draft, column, true, None);
    }
    let key = |row: usize| {
        let day = dates.days.get(row).copied().flatten()?.to_string();
        Some(all.iter().map(|place| cell(Some(place), row).to_owned()).chain([day]).collect())
    };
    let keys = Keys::of(look, column, key, |_| true);
    if keys.rows * 2 < look.rows {
        return settle(draft, column, true, None);
    }
    let again = say::number(keys.again);
    let reason = if keys.are_rivals() {
        format!(
            "\"{}\": {again} of {} have the date and place of another source's row",
            column.name,
            say::rows(keys.rows)
        )
    } else if keys.again_share() <= CHANCE {
        format!(
            "\"{}\" says from where each row is known: dates and places come once, and all rows are added up",
            column.name
        )
    } else {
        format!(
            "\"{}\" says from where each row is known: dates and places come again within one source as often as in another",
            column.name
        )
    };
    settle(draft, column, keys.are_rivals(), Some(reason))
}

/// Whether one source counted all rows.
fn is_one(look: &Look, column: &Seen) -> bool {
    column.values.len() <= 1 && column.filled == look.rows
}

fn cell<'c>(column: Option<&Seen<'c>>, row: usize) -> &'c str {
    column.and_then(|column| column.cells.get(row).copied()).unwrap_or_default()
}

fn settle<'l>(
    draft: &mut Draft,
    column: &'l Seen<'l>,
    are_rivals: bool,
    reason: Option<String>,
) -> Option<&'l Seen<'l>> {
    draft.reasons.extend(reason);
    let question = format!("Do several sources in \"{}\" count the same people?", column.name);
    let (apart, rivals) = ("No: all rows are added up", "Yes: each source stands by itself");
    let (name, nobody) = (column.name.to_owned(), sources::nobody(column));
    let ask = Ask::new(question, if are_rivals { rivals } else { apart }).weighing(7);
    draft.asks.push(if are_rivals {
        ask.or(apart, |recipe| {
            recipe.source.column = None;
            recipe.source.nobody.clear();
        })
    } else {
        ask.or(rivals, move |recipe| {
            recipe.source.column = Some(name.clone());
            recipe.source.nobody.clone_from(&nobody);
        })
    });
    are_rivals.then_some(column)
}

/// How often what rows speak of comes again, under another source or under the same.
#[derive(Default)]
struct Keys {
    rows: usize,
    /// Rows of which another source has one too.
    again: usize,
    /// Pairs of rows that speak of the same, and those of them that are of one source.
    pairs: usize,
    within: usize,
    /// How many of the pairs would be of one source by chance.
    by_chance: f64,
}

impl Keys {
    fn of(
        look: &Look,
        source: &Seen,
        key: impl Fn(usize) -> Option<Vec<String>>,
        is_known: impl Fn(&[String]) -> bool,
    ) -> Self {
        let mut found = Self::default();
        let (mut keys, mut sources) =
            (BTreeMap::<Vec<String>, BTreeMap<&str, usize>>::new(), BTreeMap::<&str, usize>::new());
        for row in 0..look.rows {
            let Some(key) = key(row).filter(|key| is_known(key)) else { continue };
            let name = cell(Some(source), row);
            found.rows += 1;
            *keys.entry(key).or_default().entry(name).or_default() += 1;
            *sources.entry(name).or_default() += 1;
        }
        let pairs = |rows: usize| rows * rows.saturating_sub(1) / 2;
        for rows in keys.values() {
            let all: usize = rows.values().sum();
            found.again += if rows.len() > 1 { all } else { 0 };
            found.pairs += pairs(all);
            found.within += rows.values().map(|rows| pairs(*rows)).sum::<usize>();
        }
        found.by_chance = sources.values().map(|rows| share(*rows, found.rows).powi(2)).sum();
        found
    }

    fn again_share(&self) -> f64 {
        share(self.again, self.rows)
    }

    /// Whether sources have the same rows, and each has it once: chance would put as many pairs into one source.
    fn are_rivals(&self) -> bool {
        self.again_share() > CHANCE && share(self.within, self.pairs) < self.by_chance / 2.0
    }
}
