//! Numbers of periods that overlap ("12 month-ending", "last 28 days", "7-day rolling sum"): their sum counts people several
//! times. Each is a state as of its date, and the last one stands.

use super::super::counted::candidates::{Candidate, Candidates};
use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::names::words;
use super::super::say;
use crate::formats::table::recipe::{BasisRule, Filter};

const ROLLING: [&str; 9] =
    ["rolling", "moving", "trailing", "gleitend", "gleitende", "movil", "mobile", "glissant", "glissante"];
const PERIODS: [&str; 18] = [
    "day", "days", "week", "weeks", "month", "months", "d", "dias", "semanas", "meses", "jours", "semaines", "mois",
    "tage", "tagen", "wochen", "monate", "monaten",
];
const BEHIND: [&str; 3] = ["ending", "ended", "finalizados"];
const BEFORE: [&str; 12] = [
    "last",
    "past",
    "previous",
    "preceding",
    "prior",
    "ultimos",
    "ultimas",
    "derniers",
    "dernieres",
    "letzten",
    "letzte",
    "vergangenen",
];

/// Whether words say that a number is of a period that overlaps others.
fn says(words: &[String]) -> bool {
    let is = |at: usize, known: &[&str]| words.get(at).is_some_and(|word| known.contains(&word.as_str()));
    let number = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_period = |at: usize| number(at) && is(at + 1, &PERIODS);
    (0..words.len())
        .any(|at| is(at, &ROLLING) || is_period(at) && (is(at + 2, &BEHIND) || at > 0 && is(at - 1, &BEFORE)))
}

/// Whether words name several days or weeks ("7day", "4 weeks") and their sum, or end with them.
fn is_window(words: &[String]) -> bool {
    const SUMS: [&str; 6] = ["sum", "total", "suma", "summe", "somme", "soma"];
    let is_sum = |word: Option<&String>| word.is_some_and(|word| SUMS.contains(&word.as_str()));
    let is_several = |digits: &str| digits.parse().is_ok_and(|number: u32| (2..=31).contains(&number));
    let is_period = |unit: &str| PERIODS.contains(&unit) || matches!(unit, "wk" | "wks" | "w");
    // How many of the words from one on are such a time.
    let length = |at: usize| {
        let word = words.get(at)?;
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = word.get(..word.len() - unit.len()).filter(|digits| is_several(digits))?;
        let next = || words.get(at + 1).filter(|next| digits.len() == word.len() && is_period(next));
        if is_period(unit) { Some(1) } else { next().map(|_| 2) }
    };
    // Deaths within 28 days of something are no sum of days.
    let is_within = |at: usize| words.get(at - 1).is_some_and(|word| word == "within");
    (1..words.len()).filter(|at| !is_within(*at)).any(|at| {
        length(at).is_some_and(|length| {
            at + length == words.len() || is_sum(words.get(at + length)) || is_sum(words.get(at - 1))
        })
    })
}

/// Whether a column's name says so.
pub(in super::super) fn named(seen: &Seen) -> bool {
    says(&seen.named.words)
}

/// Rows that say so beside others that do not.
pub(in super::super) fn rows(look: &Look) -> Option<(Filter, String)> {
    let (column, except) = look.columns.iter().find_map(|column| {
        let except: Vec<&str> = rolling(column);
        (!except.is_empty() && except.len() < column.values.len()).then_some((column, except))
    })?;
    let reason =
        format!("left out: rows with \"{}\" in \"{}\"; their periods overlap", except.join("\", \""), column.name);
    let except = except.into_iter().map(str::to_owned).collect();
    Some((Filter { column: column.name.to_owned(), only: Vec::new(), except }, reason))
}

/// The column, the title or the file's name that says so of all rows.
pub(in super::super) fn of_all(look: &Look) -> Option<String> {
    let is_all = |column: &&Seen| {
        let rolling: usize = rolling(column).iter().filter_map(|value| column.values.get(value)).sum();
        rolling > 0 && share(rolling, look.rows) >= 0.9
    };
    let column = look.columns.iter().find(is_all).map(|column| format!("\"{}\"", column.name));
    // Beside columns that overlap or add up to now, the file's name need not mean the others.
    let is_other = |seen: &&Seen| seen.is_number() && (named(seen) || seen.named.is_rate || seen.named.is_cumulative);
    let says_file = || says(&look.file.words) && !look.columns.iter().any(|seen| is_other(&seen));
    column.or_else(|| says_file().then(|| "the file's name".to_owned()))
}

fn rolling<'s>(column: &Seen<'s>) -> Vec<&'s str> {
    if column.is_number() || column.values.len() > 40 {
        return Vec::new();
    }
    column.values.keys().copied().filter(|value| value.len() <= 120 && says(&words::split(value))).collect()
}

/// Columns that say so are no numbers of their own beside others of the measure; alone they are states as of their dates.
pub(in super::super) fn columns(found: &mut Candidates) {
    let plain: Vec<Option<&str>> = found.all.iter().filter(|one| !named(one.seen)).map(Candidate::measure).collect();
    // "Deaths 14 days" says less by itself than beside the deaths of each day.
    let has_digits = |seen: &Seen| seen.name.contains(|c: char| c.is_ascii_digit());
    let is_plain = |one: &&Candidate| !named(one.seen) && !has_digits(one.seen);
    let daily: Vec<Option<&str>> = found.all.iter().filter(is_plain).map(Candidate::measure).collect();
    let is_spare = |seen: &Seen, measure: Option<&str>| {
        named(seen) && plain.contains(&measure) || is_window(&seen.named.words) && daily.contains(&measure)
    };
    let left_out: Vec<&str> =
        found.all.iter().filter(|one| is_spare(one.seen, one.measure())).map(|one| one.seen.name).collect();
    if !left_out.is_empty() {
        found.reasons.push(format!("left out: {}; their periods overlap", say::list(&left_out)));
        found.all.retain(|one| !left_out.contains(&one.seen.name));
    }
    let names: Vec<&str> =
        found.all.iter().map(|one| one.seen).filter(|seen| named(seen)).map(|seen| seen.name).collect();
    if !names.is_empty() {
        let said = say::list(&names);
        found.all.iter_mut().filter(|one| named(one.seen)).for_each(|one| one.is_cumulative = true);
        add(found, &said);
    }
}

/// Takes all numbers for states as of their dates.
pub(in super::super) fn all(found: &mut Candidates, place: &str) {
    found.all.iter_mut().for_each(|one| one.is_cumulative = true);
    add(found, place);
}

fn add(found: &mut Candidates, place: &str) {
    found
        .reasons
        .push(format!("{place} says that the periods overlap: each number is as of its date, and none are added"));
    let ask = Ask::new("Do the periods of the numbers overlap?".to_owned(), "Yes: the latest stands").weighing(9);
    found.asks.push(ask.or("No: they add up", |recipe| recipe.basis = BasisRule::Incremental));
}
