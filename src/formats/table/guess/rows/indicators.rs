//! Tables whose rows count different things, as a column called "Indicator" says: some of them name deaths or injuries, some
//! are shares or causes. They can never be added, so the rows of one of them are read, and it is asked which.

use super::super::counted::counts::is_death;
use super::super::doubts::{Ask, rename};
use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::super::say;
use crate::formats::table::recipe::Filter;

const NAMES: [&str; 16] = [
    "indicator",
    "indicators",
    "indicador",
    "indicateur",
    "indikator",
    "metric",
    "variable",
    "statistic",
    "series",
    "item",
    "element",
    "показатель",
    "показник",
    "شاخص",
    "مؤشر",
    "gosterge",
];
/// More values are no list to choose from.
const MOST: usize = 60;
/// So many other answers are offered.
const OFFERED: usize = 5;

/// The rows that are read, and the question.
pub(in super::super) struct Chosen {
    pub filter: Filter,
    pub reason: String,
    pub ask: Ask,
}

/// Chooses an indicator that says what is counted; `None` where all of them do, or none.
pub(in super::super) fn choose(look: &Look) -> Option<Chosen> {
    let column = look.columns.iter().find(|column| is_of_indicators(column))?;
    let said: Vec<(&str, Named)> = column.values.keys().map(|value| (*value, Named::new(value, None))).collect();
    let counts: Vec<&(&str, Named)> = said.iter().filter(|(_, named)| !named.is_rate).collect();
    let speaking = counts.iter().filter(|(_, named)| !named.measures.is_empty());
    // What the file is called says which of them it is about.
    let worth = |named: &Named| {
        let is_of_deaths = named.measures.iter().any(|measure| is_death(measure));
        (is_of_deaths, !named.is_cumulative, named.words.iter().filter(|word| look.file.words.contains(word)).count())
    };
    let (value, named) = speaking.rev().max_by_key(|(_, named)| worth(named))?;
    let measure = *named.measures.first()?;
    let rows = column.values.get(value).copied().unwrap_or_default();
    let column = column.name;
    let ask = Ask::new(format!("Which rows are counted? Those of \"{column}\" count different things."), value);
    let others = counts.iter().filter(|(other, _)| other != value).take(OFFERED);
    let ask = others.fold(ask.weighing(9), |ask, (other, named)| {
        let (column, other) = (column.to_owned(), (*other).to_owned());
        let of_other = named.measures.first().copied();
        ask.or(other.clone(), move |recipe| {
            for filter in recipe.keep.iter_mut().filter(|filter| filter.column == column) {
                filter.only = vec![other.clone()];
            }
            if let Some(of_other) = of_other.filter(|other| *other != measure) {
                rename(recipe, measure, of_other);
            }
        })
    });
    let reason = format!(
        "only the {} with \"{value}\" in \"{column}\" are counted: the others count something else",
        say::rows(rows)
    );
    let filter = Filter { column: column.to_owned(), only: vec![(*value).to_owned()], except: Vec::new() };
    Some(Chosen { filter, reason, ask })
}

/// Whether a column's values are several things that are counted, and only some of them known ones, or new ones and totals so
/// far.
fn is_of_indicators(column: &Seen) -> bool {
    let is_named = column.named.has(&NAMES) && !column.is_number();
    let speaks = |value: &&&str| !Named::new(value, None).measures.is_empty();
    let speaking = column.values.keys().filter(speaks).count();
    let is_so_far = |value: &&&str| Named::new(value, None).is_cumulative;
    let so_far = column.values.keys().filter(is_so_far).count();
    let is_mixed = so_far > 0 && so_far < column.values.len();
    is_named
        && (2..=MOST).contains(&column.values.len())
        && column.values.len() * 2 <= column.filled
        && speaking > 0
        && (share(speaking, column.values.len()) < 0.8 || is_mixed)
}
