//! Numbers of an incident that stand again in the row of each vehicle, victim or weapon of it. Adding them counts people as
//! often as the incident has rows, so that their sum is only how many there are at most.

use super::dates::Dates;
use super::doubts::Ask;
use super::draft::Draft;
use super::look::{Look, Seen};
use super::say;
use crate::formats::table::recipe::{CountRule, Filter, Recipe, Role};
use std::collections::BTreeMap;

/// Fewer rows may have the numbers of others by chance.
const LEAST: usize = 2;

/// Takes such numbers for what they are, and asks.
pub(super) fn settle(draft: &mut Draft, look: &Look, dates: &Dates) {
    let rules = &draft.recipe.counts;
    let counts: Vec<&Seen> = rules.iter().filter_map(|rule| look.column(rule.column.as_deref()?)).collect();
    let is_known = draft.recipe.source.column.is_some() || counts.len() < rules.len() || draft.recipe.measure.is_some();
    let able = look.columns.iter().filter(|seen| !is_known && is_number_of_incident(seen, dates, rules));
    let Some((seen, groups)) =
        able.map(|seen| (seen, groups(seen))).find(|(_, groups)| repeat(look, dates, &counts, groups))
    else {
        return;
    };
    draft.recipe.split.clear();
    draft.asks.retain(|ask| !ask.is("By what are the people told apart?"));
    let question = format!("Do the rows of one \"{}\" repeat the numbers of all of it?", seen.name);
    if let Some((first, value)) = first_rows(look, &groups) {
        let filter = Filter { column: first.name.to_owned(), only: vec![value.to_owned()], except: Vec::new() };
        draft.reasons.push(format!(
            "left out: rows with another \"{}\" than {value}; they repeat the numbers of their \"{}\"",
            first.name, seen.name
        ));
        draft.recipe.keep.push(filter.clone());
        let ask = Ask::new(question, "Yes: the first row of each is counted").weighing(9);
        let change = move |recipe: &mut Recipe| recipe.keep.retain(|known| *known != filter);
        draft.asks.push(ask.or("No: each row counts people of its own", change));
        return;
    }
    let before = draft.recipe.counts.clone();
    draft.recipe.counts.retain(|rule| rule.role == Role::Total);
    draft.recipe.counts.iter_mut().for_each(|rule| rule.role = Role::UpTo);
    let names: Vec<&str> = counts.iter().map(|seen| seen.name).collect();
    draft.reasons.push(format!(
        "{}: the rows of one \"{}\" have the same numbers, so that the sums are how many there are at most",
        say::list(&names),
        seen.name
    ));
    let ask = Ask::new(question, "Yes: there are no more than the sum").weighing(9);
    draft.asks.push(ask.or("No: each row counts people of its own", move |recipe| recipe.counts.clone_from(&before)));
}

/// Whether a column may number incidents: its values come again, and nothing else is made of it.
fn is_number_of_incident(seen: &Seen, dates: &Dates, rules: &[CountRule]) -> bool {
    const NAMES: [&str; 16] = [
        "id",
        "no",
        "nr",
        "number",
        "ref",
        "key",
        "code",
        "case",
        "incident",
        "event",
        "crash",
        "accident",
        "collision",
        "attack",
        "num",
        "acc",
    ];
    seen.filled == seen.cells.len()
        && seen.values.len() < seen.filled
        && seen.named.has(&NAMES)
        && !dates.uses(seen.name)
        && !rules.iter().any(|rule| rule.column.as_deref() == Some(seen.name))
}

/// The rows of each incident.
fn groups(seen: &Seen) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, cell) in seen.cells.iter().enumerate() {
        groups.entry(cell).or_default().push(row);
    }
    groups.into_values().collect()
}

/// Whether all rows of an incident are of one date and have the same numbers, in so many rows and with so many people that it is
/// no chance: one killed in each row may be another one.
fn repeat(look: &Look, dates: &Dates, counts: &[&Seen], groups: &[Vec<usize>]) -> bool {
    let number = |seen: &Seen, row: usize| seen.numbers.get(row).copied().flatten();
    let is_same = |first: usize, row: usize| {
        dates.days.get(first) == dates.days.get(row)
            && counts.iter().all(|seen| number(seen, first).map(f64::to_bits) == number(seen, row).map(f64::to_bits))
    };
    let mut several = groups.iter().filter(|group| group.len() > 1);
    let repeated = |group: &Vec<usize>| {
        let first = group.first().copied().unwrap_or_default();
        let most = counts.iter().filter_map(|seen| number(seen, first)).fold(0.0, f64::max);
        if most > 0.0 { (group.len() - 1, most) } else { (0, 0.0) }
    };
    let (rows, most) =
        several.clone().map(repeated).fold((0, 0.0), |(rows, most), (more, own)| (rows + more, f64::max(most, own)));
    look.rows > 0
        && rows >= LEAST
        && most >= 2.0
        && several.all(|group| group.first().is_some_and(|first| group.iter().all(|row| is_same(*first, *row))))
}

/// The column that numbers the rows of each incident from 1 on, and how 1 is written there.
fn first_rows<'l, 's>(look: &'l Look<'s>, groups: &[Vec<usize>]) -> Option<(&'l Seen<'s>, &'s str)> {
    let has_first = |seen: &Seen, group: &Vec<usize>| {
        let ones = group.iter().filter(|row| seen.numbers.get(**row).copied().flatten() == Some(1.0));
        let is_once = |(at, row): (usize, &usize)| {
            !group.iter().skip(at + 1).any(|other| seen.numbers.get(*other) == seen.numbers.get(*row))
        };
        ones.count() == 1 && group.iter().enumerate().all(is_once)
    };
    let numbers = look.columns.iter().filter(|seen| seen.readable == look.rows && seen.named.measures.is_empty());
    let first = numbers.into_iter().find(|seen| groups.iter().all(|group| has_first(seen, group)))?;
    let value = first.values.keys().copied().find(|value| value.trim_start_matches('0') == "1")?;
    Some((first, value))
}
