//! Columns whose values say what is counted ("number of deaths", "death rate"), or whom: then the numbers' own columns say
//! nothing of it.

use super::super::about::columns;
use super::super::counted::counts::is_death;
use super::super::look::{Look, Seen, share};
use super::super::say;
use super::name::Named;
use crate::formats::table::recipe::{Filter, Values};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// What the values of a column say.
#[derive(Default)]
pub(in super::super) struct Spoken {
    /// The column, where it is used up by this.
    pub column: Option<String>,
    /// A measure for each value.
    pub measure: Option<Values>,
    /// The measure of all rows.
    pub context: Option<&'static str>,
    /// Whether the values say of the numbers that they are totals so far.
    pub is_cumulative: bool,
    /// Whether the values speak of killed and of dead: some were not killed.
    pub is_mixed: bool,
    pub reasons: Vec<String>,
}

/// Rows whose values speak of rates, which are no counts.
pub(in super::super) fn rates(look: &Look) -> Option<(Filter, String)> {
    let column = units(look).or_else(|| speaking(look))?;
    let (rates, counts): (Vec<&str>, Vec<&str>) = column.values.keys().partition(|value| is_rate(value));
    if rates.is_empty() || counts.is_empty() {
        return None;
    }
    let rows: usize = rates.iter().filter_map(|rate| column.values.get(rate)).sum();
    let reason = format!(
        "left out: {} with \"{}\" in \"{}\"; a rate is no count",
        say::rows(rows),
        rates.join("\", \""),
        column.name
    );
    let filter = Filter {
        column: column.name.to_owned(),
        only: Vec::new(),
        except: rates.into_iter().map(str::to_owned).collect(),
    };
    Some((filter, reason))
}

/// A column that tells numbers from rates: "Number", "Rate", "Percent".
fn units<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
    let is_number =
        |value: &&str| ["number", "numbers", "count", "counts", "n", "nr"].contains(&&*value.to_lowercase());
    look.columns.iter().filter(|column| !column.is_number() && (2..=6).contains(&column.values.len())).find(|column| {
        let mut values = column.values.keys();
        values.clone().any(is_number) && values.any(|value| is_rate(value))
    })
}

/// Whether a value names a rate, in words or as "per 100000".
fn is_rate(value: &str) -> bool {
    let named = Named::new(value, None);
    let is_per =
        matches!(named.words.as_slice(), [per, of, ..] if per == "per" && of.starts_with(|c: char| c.is_ascii_digit()));
    named.is_rate || is_per
}

/// Words that say in one value what happened, in a column of nothing else.
const OUTCOMES: [(&str, &[&str]); 7] = [
    ("dead", &["fatal", "mortal", "mortel", "killed", "dead", "fatality", "fatalities"]),
    ("severely_injured", &["serious", "seriously injured", "severe", "serious injury", "grave", "graves", "schwer"]),
    ("slightly_injured", &["slight", "slightly injured", "minor", "slight injury", "leve", "leves", "leger", "leicht"]),
    ("abducted", &["taken", "abducted", "kidnapped"]),
    ("released", &["released", "freed", "liberated"]),
    ("rescued", &["rescued"]),
    ("injured", &["non fatal", "nonfatal", "not fatal", "no fatal", "non mortel", "non mortal", "nicht todlich"]),
];

/// What a value alone says that happened, in a column of nothing else: "Fatal", "Serious", "Slight", hostages "taken" and "released".
pub(in super::super) fn outcomes<'s>(column: &Seen<'s>) -> Option<Vec<(&'s str, &'static str)>> {
    // Of all casualties of a fatal crash only some died.
    const OF_EVENTS: [&str; 9] =
        ["accident", "collision", "crash", "event", "incident", "attack", "unfall", "accidente", "siniestro"];
    if column.named.has(&OF_EVENTS) || column.is_number() || !(2..=6).contains(&column.values.len()) {
        return None;
    }
    let outcome = |value: &&'s str| {
        let small = super::words::split(value).join(" ");
        let (measure, _) = OUTCOMES.iter().find(|(_, words)| words.contains(&&*small))?;
        Some((*value, *measure))
    };
    let found: Option<Vec<(&str, &str)>> = column.values.keys().map(outcome).collect();
    // Where nothing but the known measures is said, the words alone say it.
    found.filter(|found| found.iter().any(|(_, measure)| !matches!(*measure, "dead" | "abducted" | "rescued")))
}

/// A column of outcomes says what is counted in each row.
fn of_outcomes(column: &Seen, found: &[(&str, &'static str)]) -> Spoken {
    let measures: Vec<&'static str> = found.iter().map(|(_, measure)| *measure).collect();
    let words: Vec<String> = measures.iter().map(|measure| say::words(measure)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let values = found.iter().map(|(value, measure)| ((*value).to_owned(), (*measure).to_owned())).collect();
    Spoken {
        column: Some(column.name.to_owned()),
        measure: Some(Values { column: column.name.to_owned(), values }),
        context: measures.first().copied(),
        reasons: vec![format!("\"{}\" says in each row what is counted: {}", column.name, say::list(&words))],
        ..Spoken::default()
    }
}

/// What the values of the kept rows say.
pub(in super::super) fn find(look: &Look) -> Spoken {
    const OF_PEOPLE: [&str; 6] = ["casualty", "victim", "person", "injury", "hostage", "hostages"];
    /// Of victims this says how it went for them; a severity may be that of the event.
    const OF_OUTCOMES: [&str; 8] =
        ["outcome", "outcomes", "fate", "consequence", "resultado", "desenlace", "issue", "ausgang"];
    let has_own = look.columns.iter().any(|seen| seen.is_number() && seen.named.is_vague);
    let is_of_people = |column: &&Seen| !has_own || column.named.has(&OF_PEOPLE) || column.named.has(&OF_OUTCOMES);
    let mut able = look.columns.iter().filter(is_of_people);
    if let Some((column, found)) = able.find_map(|column| Some((column, outcomes(column)?))) {
        return of_outcomes(column, &found);
    }
    let numbers = || look.columns.iter().filter(|column| column.is_number());
    // Where no number's own name says it, each row may count something else.
    let is_silent = || {
        let says = |named: &Named| !named.measures.is_empty() || named.is_vague || named.is_things;
        numbers().all(|column| !says(&column.named))
    };
    // Victims may be dead or injured, and each row says which.
    let is_open = || numbers().all(|column| column.named.measures.is_empty() && !column.named.is_things);
    let found = speaking(look).or_else(|| is_silent().then(|| distinct(look, 0.6)).flatten());
    found
        .or_else(|| is_open().then(|| distinct(look, 1.0).filter(|column| are_bare(column))).flatten())
        .map_or_else(Spoken::default, of)
}

/// Whether values say what happened to people, and nothing else: "Killed", "Wounded", "Missing".
fn are_bare(column: &Seen) -> bool {
    let is_bare = |value: &&str| {
        let named = Named::new(value, None);
        named.measures.len() == 1 && named.category().is_none() && !named.is_things && !named.is_total
    };
    column.values.keys().all(is_bare)
}

/// What the first column's name says of all numbers, where it says by whom or where these are told apart: "Civilians killed by" above
/// the sides, "Deaths by region".
pub(in super::super) fn heading(look: &Look) -> Option<&'static str> {
    const BY: [&str; 7] = ["by", "per", "por", "par", "nach", "selon", "segun"];
    let first = look.columns.first().filter(|first| !first.is_number() && first.named.has(&BY))?;
    let says = |seen: &&Seen| !seen.named.measures.is_empty() || seen.named.is_vague || seen.named.is_things;
    let has_own = look.columns.iter().filter(|seen| seen.is_number()).any(|seen| says(&seen));
    match first.named.measures.as_slice() {
        [measure] if !has_own => Some(measure),
        _ => None,
    }
}

/// What the rows of a table say whose columns are dates: each may be there once.
pub(in super::super) fn in_rows(look: &Look) -> Spoken {
    let mut names = look.columns.iter().filter(|column| !column.is_number() && column.filled > 0);
    if let Some((column, found)) = names.clone().find_map(|column| Some((column, outcomes(column)?))) {
        return of_outcomes(column, &found);
    }
    if let Some(column) = speaking(look).or_else(|| distinct(look, 0.4)) {
        return of(column);
    }
    names.find(|column| are_kinds(look, column)).map_or_else(Spoken::default, of_kinds)
}

/// Words of columns that say of what people died.
const CAUSES: [&str; 8] = ["cause", "causes", "causa", "causas", "todesursache", "ursache", "причина", "mechanism"];

/// The column of words of whose values at least such a share says what is counted, and not all the same.
fn distinct<'l, 's>(look: &'l Look<'s>, least: f64) -> Option<&'l Seen<'s>> {
    let is_mixed = |column: &&Seen| {
        let measures: Vec<_> = column.values.keys().filter_map(|value| measure(value)).collect();
        let differ = measures.iter().any(|measure| measures.first().is_some_and(|first| first != measure));
        differ && share(measures.len(), column.values.len()) >= least
    };
    // Who died of injuries is dead, and a type of incident is no number of people.
    let is_of_others = |named: &Named| !named.measures.is_empty() || named.has(&CAUSES) || named.is_things;
    let is_able = |column: &&Seen| {
        !column.is_number() && (1..=MOST_SAID).contains(&column.values.len()) && !is_of_others(&column.named)
    };
    let names = look.columns.iter().filter(is_able);
    names.into_iter().find(is_mixed)
}

/// Whether rows are of several things of which one or more are a measure's own name: murders beside rapes and robberies.
fn are_kinds(look: &Look, column: &Seen) -> bool {
    let said = |value: &&&str| {
        let named = Named::new(value, None);
        named.measures.len() == 1 && named.category().is_none() && !named.is_total
    };
    let silent = |value: &&&str| measure(value).is_none();
    look.context().is_none()
        && column.values.len() == look.rows
        && column.named.measures.is_empty()
        && !columns::is_called_group(column)
        && column.values.keys().any(|value| said(&value))
        && column.values.keys().filter(silent).count() > 0
}

/// Each row that names no measure is one of its own.
fn of_kinds(column: &Seen) -> Spoken {
    let named = |value: &&'_ str| Some(((*value).to_owned(), measure(value)?.to_owned()));
    let values: IndexMap<String, String> = column.values.keys().filter_map(named).collect();
    let context = column.values.keys().find_map(|value| measure(value));
    Spoken {
        column: Some(column.name.to_owned()),
        measure: Some(Values { column: column.name.to_owned(), values }),
        context,
        reasons: vec![format!(
            "\"{}\" says in each row what is counted, and some rows count other things",
            column.name
        )],
        ..Spoken::default()
    }
}

/// More words than this are prose.
const MOST_WORDS: usize = 12;
/// A column with more different values than this does not say what is counted.
const MOST_SAID: usize = 300;

/// The one thing that a value says is counted.
fn measure(value: &str) -> Option<&'static str> {
    if value.split_whitespace().nth(MOST_WORDS).is_some() {
        return None;
    }
    let named = Named::new(value, None);
    (named.words.len() <= MOST_WORDS).then(|| named.measures.first().copied()).flatten()
}

fn of(column: &Seen) -> Spoken {
    let named: Vec<(&str, Named)> = column.values.keys().map(|value| (*value, Named::new(value, None))).collect();
    let mut measures: Vec<&'static str> =
        named.iter().filter_map(|(_, named)| named.measures.first().copied()).collect();
    measures.sort_unstable();
    measures.dedup();
    let is_of_deaths = measures.iter().all(|measure| is_death(measure));
    let is_cumulative = named.iter().all(|(_, named)| named.is_cumulative);
    let mut spoken = Spoken { is_mixed: is_of_deaths && measures.len() > 1, is_cumulative, ..Spoken::default() };
    if is_cumulative {
        spoken.reasons.push(format!("the values of \"{}\" say that the numbers are totals so far", column.name));
    }
    if is_of_deaths {
        let context = if measures.contains(&"dead") { "dead" } else { "killed" };
        spoken.context = Some(context);
        spoken.reasons.push(format!("the values of \"{}\" speak of {context}", column.name));
        // Where the values say no more than what is counted, the column has no more use.
        if named.iter().all(|(_, named)| named.category().is_none()) {
            spoken.column = Some(column.name.to_owned());
        }
        return spoken;
    }
    let values: IndexMap<String, String> = named
        .iter()
        .filter_map(|(value, named)| Some(((*value).to_owned(), (*named.measures.first()?).to_owned())))
        .collect();
    spoken.reasons.push(format!("\"{}\" says in each row what is counted: {}", column.name, say::list(&measures)));
    spoken.column = Some(column.name.to_owned());
    spoken.context =
        values.values().next().and_then(|first| measures.iter().find(|measure| *measure == first).copied());
    spoken.measure = Some(Values { column: column.name.to_owned(), values });
    spoken
}

/// The column most of whose values name what is counted; none does where the numbers' own names say different things.
fn speaking<'l, 's>(look: &'l Look<'s>) -> Option<&'l Seen<'s>> {
    let numbers = look.columns.iter().filter(|column| column.is_number());
    let own: BTreeSet<&str> = numbers.flat_map(|column| column.named.measures.iter().copied()).collect();
    look.columns.iter().filter(|_| own.len() < 2).find(|column| {
        let speaks = |value: &&&str| {
            let named = Named::new(value, None);
            !named.measures.is_empty() && named.words.len() <= 12
        };
        !column.is_number()
            && column.filled > 0
            && column.values.len() * 2 <= column.filled.max(4)
            && column.named.measures.is_empty()
            && share(column.values.keys().filter(speaks).count(), column.values.len()) >= 0.8
    })
}
