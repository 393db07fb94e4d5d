//! Which columns count people, which of them repeat another with its gaps filled, and which are totals so far.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen, share};
use super::super::people::person_columns;
use super::super::rows::overlap;
use super::super::say;
use super::super::when::birth;
use super::super::when::earlier;
use super::super::when::versions;
use super::between;
use super::causes;
use super::codes;
use super::excess;
use super::filled;
use super::so_far;
use crate::formats::table::recipe::{Role, Scale, Use};
use crate::formats::table::value::{is_uncounted, month_of_name};
use std::collections::BTreeSet;

/// Words of columns that are no counts even where they speak of the dead: a year of death, an age at death.
const NEVER: [&str; 38] = [
    "cd",
    "sev",
    "mo",
    "da",
    "level",
    "certificate",
    "reference",
    "severity",
    "degree",
    "description",
    "descripcion",
    "id",
    "ids",
    "code",
    "codes",
    "year",
    "month",
    "day",
    "date",
    "week",
    "lat",
    "latitude",
    "lon",
    "lng",
    "longitude",
    "latitud",
    "longitud",
    "iso",
    "iso3",
    "prec",
    "precision",
    "population",
    "pop",
    "url",
    "phone",
    "zip",
    "gid",
    "fips",
];

/// More columns than this are looked at no further.
const MOST: usize = 300;
const MOST_UNNAMED: usize = 40;

/// A column that counts.
#[derive(Clone)]
pub(in super::super) struct Candidate<'l> {
    pub seen: &'l Seen<'l>,
    /// The column with which the publisher filled its gaps.
    pub filled: Option<&'l str>,
    pub is_cumulative: bool,
    /// Whether its name or its tag says so; the others count only where sums show it.
    pub is_named: bool,
    /// Whether it counts all people that its measure is of, whoever its name says.
    pub is_alone: bool,
    /// Whether its number is low, best or high.
    pub bound: Option<Role>,
}

impl Candidate<'_> {
    /// Whether its name says what is counted, or that it is an end of a range or a total so far.
    pub fn speaks(&self) -> bool {
        let named = &self.seen.named;
        !named.measures.is_empty()
            || named.is_vague
            || named.is_tagged
            || named.bound.is_some()
            || named.is_cumulative
            || named.is_things
    }

    /// What is counted, where one thing is.
    pub fn measure(&self) -> Option<&'static str> {
        match self.seen.named.measures.as_slice() {
            [measure] => Some(measure),
            _ => None,
        }
    }
}

/// The columns that count, and why others do not.
#[derive(Default)]
pub(in super::super) struct Candidates<'l> {
    pub all: Vec<Candidate<'l>>,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
    /// Whether each row says what it counts, so that columns need not.
    pub is_told: bool,
}

/// Finds them among the columns that are not `used` for something else. `groups` are the rows of each series in their order;
/// where `is_told`, each row says what it counts.
pub(in super::super) fn find<'l>(
    look: &'l Look<'l>,
    used: &BTreeSet<&str>,
    groups: &[Vec<usize>],
    is_series: bool,
    is_told: bool,
) -> Candidates<'l> {
    let mut found = Candidates { is_told, ..Candidates::default() };
    let bests = between::find(look);
    let of_causes = causes::find(look);
    let (mut rates, mut things) = (Vec::new(), Vec::new());
    for seen in look.columns.iter().filter(|seen| !used.contains(seen.name)) {
        let named = &seen.named;
        let speaks = !named.measures.is_empty() || named.is_vague || named.is_tagged;
        if !is_readable(seen, speaks)
            || (named.has_ahead(&NEVER) && !named.is_tagged && !(speaks && overlap::named(seen)))
            || is_age(seen)
            || birth::named(seen)
            || speaks && birth::is_year_of_death(look, seen)
            || codes::named(named) && !named.is_tagged
            || (!speaks && numbers_rows(look, seen))
        {
            continue;
        }
        let is_scaled = named.scale != Scale::One || look.file.scale != Scale::One;
        let is_best = bests.contains(seen.name);
        let bound = if is_best { Some(Role::Best) } else { named.bound };
        // A fraction or two among whole numbers of people are slips, which their rows are told for.
        let is_slip = speaks && share(seen.fractions, seen.readable) <= 0.2;
        if (named.is_rate || seen.is_fraction() && !is_scaled && !is_slip) && !is_best {
            if speaks || named.is_rate {
                rates.push(seen.name);
            }
            continue;
        }
        let is_of_cause = of_causes.contains(seen.name);
        if named.is_things && !is_of_cause {
            if !seen.is_code() {
                things.push(seen.name);
            }
            continue;
        }
        if named.is_no_count && !speaks && named.who.is_empty() {
            continue;
        }
        let is_named = speaks
            || named.bound.is_some()
            || named.is_total
            || named.is_cumulative
            || named.is_of_which
            || !named.who.is_empty();
        found.all.push(Candidate {
            seen,
            filled: None,
            is_cumulative: named.is_cumulative,
            is_named: is_named || is_best || is_of_cause,
            is_alone: false,
            bound,
        });
    }
    excess::leave_out(&mut found);
    earlier::leave_out(&mut found);
    versions::leave_out(&mut found);
    codes::leave_out_flags(&mut found);
    overlap::columns(&mut found);
    // Things are captured too; where nothing else happened to anyone, these are no people.
    let is_captured = |candidate: &Candidate| candidate.measure() == Some("captured");
    if !things.is_empty() && found.all.iter().filter(|one| one.measure().is_some()).all(is_captured) {
        found.all.retain(|candidate| !is_captured(candidate));
    }
    if !rates.is_empty() {
        found.reasons.push(format!("left out: {}; rates and shares are no counts", say::list(&rates)));
    }
    if !things.is_empty() && found.all.iter().any(|candidate| candidate.is_named) {
        found.reasons.push(format!("left out: {}; no people are counted there", say::list(&things)));
    } else if let [seen] = look.columns.iter().filter(|seen| things.contains(&seen.name)).collect::<Vec<_>>().as_slice()
    {
        let is_cumulative = seen.named.is_cumulative;
        found.all.push(Candidate {
            seen,
            filled: None,
            is_cumulative,
            is_named: true,
            is_alone: false,
            bound: seen.named.bound,
        });
    }
    // So many numbers that no name speaks of are measurements, not tolls.
    if found.all.iter().filter(|candidate| !candidate.is_named).count() > MOST_UNNAMED {
        found.all.retain(|candidate| candidate.is_named);
    }
    found.all.truncate(MOST);
    filled::find(&mut found);
    so_far::sums_of_rows(&mut found, groups);
    so_far::beside_new(&mut found, groups);
    if is_series {
        so_far::cumulative(&mut found, look, groups);
    }
    found
}

/// Why columns of whole numbers are not used, of which nothing else says why.
pub(in super::super) fn not_used(draft: &Draft, look: &Look) -> Option<String> {
    let is_explained = |seen: &Seen| draft.reasons.iter().any(|reason| reason.contains(seen.name));
    let may_count = |seen: &&Seen| {
        seen.is_number()
            && seen.fractions + seen.negatives == 0
            && !seen.is_code()
            && !seen.named.has(&NEVER)
            && !is_age(seen)
            && !birth::named(seen)
            && !numbers_rows(look, seen)
            && draft.recipe.use_of(seen.name) == Use::Nothing
            && !is_explained(seen)
    };
    let names: Vec<&str> = look.columns.iter().filter(may_count).map(|seen| seen.name).collect();
    (!names.is_empty()).then(|| format!("not used: {}; nothing says that people are counted there", say::list(&names)))
}

fn is_readable(seen: &Seen, speaks: bool) -> bool {
    let stands_for_none: usize = NOT_KNOWN.iter().filter_map(|value| seen.values.get(value)).sum();
    let negatives = share(seen.negatives - stands_for_none.min(seen.negatives), seen.readable);
    let least = if speaks { 0.6 } else { 0.95 };
    // These are left out with a reason.
    if excess::named(seen) && seen.is_number() {
        return true;
    }
    // "Several" says that there were people, where the name says to whom it happened.
    let uncounted =
        || seen.values.iter().filter(|(value, _)| is_uncounted(value)).map(|(_, rows)| *rows).sum::<usize>();
    let known = seen.readable + if speaks { uncounted() } else { 0 };
    seen.readable > 0 && share(known, seen.filled) >= least && (negatives < 0.05 || speaks && negatives < 0.5)
}

/// Numbers below zero that stand for one that is not known.
pub(in super::super) const NOT_KNOWN: [&str; 4] = ["-9", "-99", "-999", "-9999"];

/// Numbers that go up by one from row to row; a few rows show it in the first column alone, and from 1 on.
pub(in super::super) fn numbers_rows(look: &Look, seen: &Seen) -> bool {
    let steps = seen.numbers.iter().zip(seen.numbers.iter().skip(1));
    let go_up =
        steps.into_iter().all(|(before, now)| matches!((before, now), (Some(a), Some(b)) if (b - a - 1.0).abs() < 0.5));
    let is_first = || look.columns.first().is_some_and(|first| first.name == seen.name);
    let from_one = || seen.numbers.first().copied().flatten() == Some(1.0);
    go_up && (seen.numbers.len() >= 5 || seen.numbers.len() >= 2 && is_first() && from_one())
}

/// A column that is called "value" or "count" and nothing else: rows that have one are no persons.
pub(in super::super) fn has_bare_count(look: &Look) -> bool {
    const BARE: [&str; 19] = [
        "total",
        "obs",
        "observation",
        "observations",
        "value",
        "values",
        "count",
        "counts",
        "n",
        "number",
        "wert",
        "anzahl",
        "aantal",
        "antal",
        "liczba",
        "valor",
        "valeur",
        "تعداد",
        "العدد",
    ];
    look.columns.iter().any(|seen| {
        seen.is_number()
            && seen.named.words.iter().all(|word| BARE.contains(&word.as_str()))
            && !numbers_rows(look, seen)
    })
}

/// Whether months are columns, with the numbers of a year's row.
pub(in super::super) fn are_months(look: &Look) -> bool {
    look.columns.iter().filter(|seen| seen.is_number() && is_month(seen)).count() >= LEAST_MONTHS
}

/// So many months as columns are a year's.
pub(in super::super) const LEAST_MONTHS: usize = 6;

/// Whether a column is called after a month and nothing else.
pub(in super::super) fn is_month(seen: &Seen) -> bool {
    month_of_name(seen.name).is_some()
}

/// An age, not a count of those of an age: "age", "age at death".
fn is_age(seen: &Seen) -> bool {
    let named = &seen.named;
    named.has(&person_columns::AGES)
        && (named.measures.is_empty() || named.has(&["at", "mean", "median", "average", "al", "en"]))
        && !named.words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}
