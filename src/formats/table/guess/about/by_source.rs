//! Tables in which each source has a column of its own: several counts of the same dead side by side.

use super::super::counted::between;
use super::super::counted::counts::{Counts, Placed};
use super::super::counted::inside;
use super::super::counted::ledger::{self, Steps};
use super::super::doubts::Ask;
use super::super::look::{Look, Seen, share};
use super::super::names::name::Named;
use super::super::names::words::meaning;
use super::super::say;
use crate::formats::table::recipe::{CountRule, Role};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// More columns than this are no sources.
const MOST: usize = 30;

/// The counts of the sources, and why.
pub(in super::super) struct BySource {
    pub rules: Vec<CountRule>,
    pub labels: IndexMap<String, String>,
    pub reasons: Vec<String>,
    pub ask: Ask,
    /// Whether no number falls.
    pub is_cumulative: bool,
}

/// Finds columns of sources; `None` where names say what is counted, or numbers are not of the same kind.
pub(in super::super) fn find(
    look: &Look,
    used: &BTreeSet<&str>,
    measure: &str,
    series: Option<&[Vec<usize>]>,
) -> Option<BySource> {
    let able: Vec<&Seen> = look
        .columns
        .iter()
        .filter(|column| !used.contains(column.name) && column.is_number() && is_name(column))
        .collect();
    let (sources, rests): (Vec<&str>, Vec<&str>) = able.iter().map(|column| split(column.name)).unzip();
    // What adds up to a total are groups of people.
    let is_total = |column: &Seen| column.named.is_total && split(column.name).1.is_empty();
    let has_total = look.columns.iter().any(|column| column.is_number() && is_total(column));
    if !(2..=MOST).contains(&able.len()) || has_total || !are_alike(&able) || add_up(look, &able) {
        return None;
    }
    let names: BTreeSet<&str> = sources.iter().copied().collect();
    let shown: Vec<&str> = names.iter().copied().collect();
    if names.len() < 2 {
        return None;
    }
    let ask = ask(&shown);
    let is_cumulative = series.is_some_and(|groups| never_fall(&able, groups));
    let mut found = BySource { rules: Vec::new(), labels: IndexMap::new(), reasons: Vec::new(), ask, is_cumulative };
    found.reasons.push(format!("each source has a column: {}", say::list(&shown)));
    for ((column, source), rest) in able.iter().zip(&sources).zip(&rests) {
        let said = Named::new(rest, None);
        let whole = able.iter().zip(&sources).zip(&rests).find(|((other, of), other_rest)| {
            *of == source
                && other.name != column.name
                && (other_rest.is_empty() || Named::new(other_rest, None).is_total)
        });
        let (role, category) = match whole {
            Some(((whole, _), _)) if !rest.is_empty() && !said.is_total => {
                let holds = ledger::inside(&column.numbers, &[&whole.numbers]);
                found.reasons.push(format!(
                    "{} is at most {} on {}: it lies inside",
                    column.name,
                    whole.name,
                    say::of_rows(holds)
                ));
                let words: Vec<&str> = said
                    .who
                    .iter()
                    .copied()
                    .chain(said.rest.iter().map(String::as_str))
                    .filter(|word| *word != "only")
                    .collect();
                (if holds.share() >= 0.98 { Role::OfWhich } else { Role::Unclear }, Some(words.join("_")))
            }
            _ if column.fractions > 0 => (Role::About, None),
            _ => (Role::Total, None),
        };
        found.rules.push(CountRule {
            category,
            column: Some(column.name.to_owned()),
            source: Some((*source).to_owned()),
            ..CountRule::new(measure, role)
        });
    }
    Some(found)
}

/// Whether another column is the sum of these: parts, then, and nobody who counted.
fn add_up(look: &Look, columns: &[&Seen]) -> bool {
    let parts: Vec<_> = columns.iter().map(|column| &*column.numbers).collect();
    let is_other = |seen: &&Seen| seen.is_number() && !columns.iter().any(|column| column.name == seen.name);
    let is_sum = |seen: &Seen| {
        let holds = ledger::closes(&parts, &seen.numbers);
        holds.of >= 3 && holds.share() >= 0.9
    };
    look.columns.iter().filter(is_other).any(is_sum)
}

/// Whether the numbers of all sources rise from date to date, and none falls.
fn never_fall(columns: &[&Seen], groups: &[Vec<usize>]) -> bool {
    let series = groups.iter().flat_map(|group| columns.iter().map(move |column| (column, group)));
    let Steps { holds: all, rises } = series.map(|(column, group)| ledger::steps(&column.numbers, group)).sum();
    all.of >= 5 && all.rows == all.of && share(rises, all.of) >= 0.3
}

fn ask(sources: &[&str]) -> Ask {
    let ask =
        Ask::new(format!("Are {} those who counted?", say::list(sources)), "Yes: each counted by itself").weighing(8);
    ask.or("No: these are groups of people, who add up", |recipe| {
        for rule in &mut recipe.counts {
            let name = rule.source.take();
            if rule.category.is_none() {
                rule.role = Role::Part;
                rule.category = name;
            }
        }
    })
}

/// Who counts tolls, as columns are called after them: short names, which are written in capital letters, and words.
const SHORT_NAMES: [&str; 20] = [
    "hrana", "ihr", "ihrngo", "hrw", "ohchr", "un", "unami", "ucdp", "acled", "gtd", "ibc", "who", "moh", "icrc",
    "ocha", "sohr", "vdc", "snhr", "ngo", "ap",
];
const WORDS: [&str; 12] = [
    "hengaw",
    "amnesty",
    "airwars",
    "official",
    "officials",
    "government",
    "govt",
    "ministry",
    "opposition",
    "ngos",
    "media",
    "reuters",
];

/// Parts of a measure without a total that are called after those who count are no parts: each has counted all.
pub(in super::super) fn of_parts(counts: &mut Counts) {
    let measures: BTreeSet<String> = counts.rules.iter().map(|rule| rule.measure.clone()).collect();
    for measure in measures {
        let of_measure: Vec<&mut CountRule> = counts.rules.iter_mut().filter(|rule| rule.measure == measure).collect();
        let names: Vec<String> = of_measure.iter().filter_map(|rule| rule.category.clone()).collect();
        let counts_tolls =
            |name: &String| name.split('_').any(|word| SHORT_NAMES.contains(&word) || WORDS.contains(&word));
        let are_parts = of_measure.iter().all(|rule| rule.role == Role::Part);
        let columns: Vec<&str> = of_measure.iter().filter_map(|rule| rule.column.as_deref()).collect();
        // "Media workers killed" were killed, and have not counted.
        let counts_people = |column: &&str| {
            let said = Named::new(column, None);
            !said.who.is_empty() && !said.measures.is_empty()
        };
        let are_people = columns.iter().any(counts_people);
        // "Killed by government" has killed.
        let is_by = |column: &&str| {
            let small = column.to_lowercase();
            ["killed by ", "deaths by ", "injured by ", "wounded by "].iter().any(|by| small.contains(by))
        };
        if !are_parts || columns.iter().all(is_by) || are_people || names.len() < 2 || !names.iter().any(counts_tolls) {
            continue;
        }
        let overlap = inside::overlap_question(&columns);
        counts.asks.retain(|ask| !ask.is(&overlap));
        let sources: Vec<String> = names.iter().map(|name| source_name(name)).collect();
        for (rule, source) in of_measure.into_iter().zip(&sources) {
            rule.role = Role::Total;
            rule.category = None;
            rule.source = Some(source.clone());
        }
        // "Monitor: of which children" is inside what Monitor counted, wherever it stands.
        for rule in counts.rules.iter_mut().filter(|rule| rule.role != Role::Total && rule.source.is_none()) {
            let (source, rest) = split(rule.column.as_deref().unwrap_or_default());
            let said = Named::new(rest, None);
            if said.is_of_which && said.measures.is_empty() && sources.iter().any(|known| known == source) {
                rule.measure.clone_from(&measure);
                rule.source = Some(source.to_owned());
                rule.category = said.category();
            }
        }
        range_beside(counts, &measure);
        let shown: Vec<&str> = sources.iter().map(String::as_str).collect();
        counts.reasons.push(format!("each source has a column: {}", say::list(&shown)));
        counts.asks.push(ask(&shown));
    }
}

/// "Lower" and "Upper" of which nothing says what they count are the range of the source whose numbers lie between them.
fn range_beside(counts: &mut Counts, measure: &str) {
    let end = |role: Role| {
        let is_it = |item: &&Placed| item.role == role && item.candidate.seen.named.measures.is_empty();
        counts.placed.iter().find(is_it).filter(|item| item.measure == "count").map(|item| item.candidate.seen)
    };
    let (Some(low), Some(high)) = (end(Role::Low), end(Role::High)) else { return };
    let is_between = |rule: &&CountRule| {
        let of = |item: &&Placed| rule.column.as_deref() == Some(item.candidate.seen.name);
        let seen = counts.placed.iter().find(of).map(|item| item.candidate.seen);
        rule.measure == measure && seen.is_some_and(|seen| between::is_between(seen, low, high))
    };
    let Some(best) = counts.rules.iter().rev().find(is_between).cloned() else { return };
    let ends = [low.name, high.name];
    let is_end = |rule: &CountRule| rule.column.as_deref().is_some_and(|column| ends.contains(&column));
    let (range, mut rules): (Vec<CountRule>, Vec<CountRule>) = counts.rules.drain(..).partition(is_end);
    rules.iter_mut().filter(|rule| rule.column == best.column).for_each(|rule| rule.role = Role::Best);
    let of_source = |rule: CountRule| CountRule { measure: measure.to_owned(), source: best.source.clone(), ..rule };
    rules.extend(range.into_iter().map(of_source));
    counts.rules = rules;
}

/// Names of few letters are those of organisations, known or not.
fn source_name(category: &str) -> String {
    if category.len() <= 6 && !category.contains('_') && !WORDS.contains(&category) && meaning(category).is_none() {
        return category.to_uppercase();
    }
    say::label(category)
}

/// The name of a source and what is said of its column behind a dash or colon.
fn split(name: &str) -> (&str, &str) {
    let at = [" – ", " — ", " - ", ": "].iter().find_map(|dash| name.split_once(dash));
    let (source, rest) = at.unwrap_or((name, ""));
    (source.trim(), rest.trim())
}

/// A name of its own: capital letters as in "Correlates of War" or "UCDP", and no word that says what is counted.
fn is_name(column: &Seen) -> bool {
    let named = &column.named;
    let (source, _) = split(column.name);
    let is_proper = source.chars().filter(|character| character.is_uppercase()).count() >= 2
        || WORDS.contains(&source.to_lowercase().as_str());
    is_proper
        && column.tag.is_none()
        && named.measures.is_empty()
        && !named.is_no_count
        && !named.is_things
        && named.bound.is_none()
        && !named.rest.is_empty()
        && Named::new(source, None).who.is_empty()
}

/// Whether the columns count the same: where two have numbers on a row, these are mostly of one order of magnitude.
fn are_alike(columns: &[&Seen]) -> bool {
    let (mut alike, mut pairs) = (0, 0);
    for (at, first) in columns.iter().enumerate() {
        for second in columns.iter().skip(at + 1) {
            for (a, b) in first.numbers.iter().zip(&second.numbers) {
                let (Some(a), Some(b)) = (a, b) else { continue };
                if *a > 0.0 && *b > 0.0 {
                    pairs += 1;
                    alike += usize::from(a / b < 10.0 && b / a < 10.0);
                }
            }
        }
    }
    pairs >= 3 && share(alike, pairs) >= 0.7
}
