//! Numbers of an incident that stand again in the row of each vehicle, victim or weapon of it. Adding them counts people as
//! often as the incident has rows, so that they are counted once for each incident.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::super::when::dates::Dates;
use crate::formats::table::recipe::{CountRule, Recipe};
use std::collections::BTreeMap;

/// Fewer rows may have the numbers of others by chance.
const LEAST: usize = 2;
/// In so many incidents it is no chance that all rows have the same numbers.
const PLAIN: usize = 3;

/// Takes such numbers for what they are, and asks where chance may have made them so.
pub(in super::super) fn settle(draft: &mut Draft, look: &Look, dates: &Dates) {
    let rules = &draft.recipe.counts;
    let counts: Vec<&Seen> = rules.iter().filter_map(|rule| look.column(rule.column.as_deref()?)).collect();
    let is_known = draft.recipe.source.column.is_some() || counts.len() < rules.len() || draft.recipe.measure.is_some();
    let able = look.columns.iter().filter(|seen| !is_known && is_number_of_incident(seen, dates, rules));
    let mut told = able.map(|seen| {
        let groups = groups(seen);
        (seen, Repeats::of(dates, &counts, &groups), groups)
    });
    let Some((seen, repeats, groups)) = told.find(|(_, repeats, _)| repeats.may_be()) else { return };
    for rule in &mut draft.recipe.counts {
        rule.once_per = Some(seen.name.to_owned());
    }
    apart_by_incident(draft, look, &groups);
    let names: Vec<&str> = counts.iter().map(|seen| seen.name).collect();
    draft.reasons.push(format!(
        "{}: all rows of one \"{}\" have the same numbers in {} of {} that have several rows, so that each counts once",
        say::list(&names),
        seen.name,
        say::number(repeats.same),
        say::number(repeats.of)
    ));
    if !repeats.is_plain() {
        let question = format!("Do the rows of one \"{}\" repeat the numbers of all of it?", seen.name);
        let each = |recipe: &mut Recipe| recipe.counts.iter_mut().for_each(|rule| rule.once_per = None);
        let ask = Ask::new(question, "Yes: they are counted once for each").weighing(9);
        draft.asks.push(ask.or("No: each row counts people of its own", each));
    }
}

/// Neither events nor people are told apart by what differs within an incident.
fn apart_by_incident(draft: &mut Draft, look: &Look, groups: &[Vec<usize>]) {
    draft.recipe.split.clear();
    draft.asks.retain(|ask| !ask.is("By what are the people told apart?"));
    let is_one = |seen: &Seen| {
        let cell = |row: &usize| seen.cells.get(*row);
        groups.iter().all(|group| group.iter().map(cell).all(|own| own == group.first().and_then(cell)))
    };
    draft.recipe.events.columns.retain(|name| look.column(name).is_none_or(is_one));
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

/// How often the rows of an incident are of one date and have the same numbers.
struct Repeats {
    /// Rows that have the numbers of an earlier row of their incident, with anyone counted.
    rows: usize,
    /// Incidents whose rows do, and more than one person: one killed in each row may be another one.
    same: usize,
    /// These and those whose rows differ.
    of: usize,
}

impl Repeats {
    fn of(dates: &Dates, counts: &[&Seen], groups: &[Vec<usize>]) -> Self {
        let number = |seen: &Seen, row: usize| seen.numbers.get(row).copied().flatten();
        let is_same = |first: usize, row: usize| {
            dates.days.get(first) == dates.days.get(row)
                && counts
                    .iter()
                    .all(|seen| number(seen, first).map(f64::to_bits) == number(seen, row).map(f64::to_bits))
        };
        let mut repeats = Self { rows: 0, same: 0, of: 0 };
        for group in groups.iter().filter(|group| group.len() > 1) {
            let Some((first, others)) = group.split_first() else { continue };
            let most = counts.iter().filter_map(|seen| number(seen, *first)).fold(0.0, f64::max);
            if !others.iter().all(|row| is_same(*first, *row)) {
                repeats.of += 1;
            } else if most > 0.0 {
                repeats.rows += others.len();
                repeats.same += usize::from(most >= 2.0);
                repeats.of += usize::from(most >= 2.0);
            }
        }
        repeats
    }

    /// Whether it is likely.
    fn may_be(&self) -> bool {
        self.rows >= LEAST && self.same > 0 && share(self.same, self.of) >= 0.8
    }

    /// Whether nothing speaks against it.
    fn is_plain(&self) -> bool {
        self.same >= PLAIN && share(self.same, self.of) >= 0.95
    }
}
