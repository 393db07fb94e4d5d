//! Which columns count people, which of them repeat another with its gaps filled, and which are totals so far.

use super::doubts::Ask;
use super::ledger::{self, Holds};
use super::look::{Look, Seen, share};
use super::name::Named;
use super::say;
use crate::formats::table::recipe::BasisRule;
use crate::formats::table::value::digit;
use std::collections::BTreeSet;

/// Words of columns that are no counts even where they speak of the dead: a year of death, an age at death.
const NEVER: [&str; 29] = [
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
pub(super) struct Candidate<'l> {
    pub seen: &'l Seen<'l>,
    /// The column with which the publisher filled its gaps.
    pub filled: Option<&'l str>,
    pub is_cumulative: bool,
    /// Whether its name or its tag says so; the others count only where sums show it.
    pub is_named: bool,
    /// Whether it counts all people that its measure is of, whoever its name says.
    pub is_alone: bool,
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
pub(super) struct Candidates<'l> {
    pub all: Vec<Candidate<'l>>,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
}

/// Finds them among the columns that are not `used` for something else. `groups` are the rows of each series in their order.
pub(super) fn find<'l>(
    look: &'l Look<'l>,
    used: &BTreeSet<&str>,
    groups: &[Vec<usize>],
    is_series: bool,
) -> Candidates<'l> {
    let mut found = Candidates::default();
    let (mut rates, mut things) = (Vec::new(), Vec::new());
    for seen in look.columns.iter().filter(|seen| !used.contains(seen.name)) {
        let named = &seen.named;
        let speaks = !named.measures.is_empty() || named.is_vague || named.is_tagged;
        if !is_readable(seen, speaks)
            || (named.has(&NEVER) && !named.is_tagged)
            || is_age(seen)
            || (!speaks && numbers_rows(seen))
        {
            continue;
        }
        if named.is_rate || seen.is_fraction() {
            if speaks || named.is_rate {
                rates.push(seen.name);
            }
            continue;
        }
        if named.is_things {
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
        found.all.push(Candidate { seen, filled: None, is_cumulative: named.is_cumulative, is_named, is_alone: false });
    }
    if !rates.is_empty() {
        found.reasons.push(format!("left out: {}; rates and shares are no counts", say::list(&rates)));
    }
    if !things.is_empty() && found.all.iter().any(|candidate| candidate.is_named) {
        found.reasons.push(format!("left out: {}; no people are counted there", say::list(&things)));
    } else if let [seen] = look.columns.iter().filter(|seen| things.contains(&seen.name)).collect::<Vec<_>>().as_slice()
    {
        let is_cumulative = seen.named.is_cumulative;
        found.all.push(Candidate { seen, filled: None, is_cumulative, is_named: true, is_alone: false });
    }
    // So many numbers that no name speaks of are measurements, not tolls.
    if found.all.iter().filter(|candidate| !candidate.is_named).count() > MOST_UNNAMED {
        found.all.retain(|candidate| candidate.is_named);
    }
    found.all.truncate(MOST);
    fill(&mut found);
    beside_new(&mut found);
    if is_series {
        cumulative(&mut found, look, groups);
    }
    found
}

/// A total beside the new ones of the same people is the total so far.
fn beside_new(found: &mut Candidates) {
    let new: Vec<&Named> =
        found.all.iter().map(|candidate| &candidate.seen.named).filter(|named| named.is_incremental).collect();
    for candidate in &mut found.all {
        let named = &candidate.seen.named;
        candidate.is_cumulative |= named.is_total && !named.is_incremental && new.iter().any(|new| new.is_like(named));
    }
}

fn is_readable(seen: &Seen, speaks: bool) -> bool {
    let stands_for_none: usize = NOT_KNOWN.iter().filter_map(|value| seen.values.get(value)).sum();
    let negatives = share(seen.negatives - stands_for_none.min(seen.negatives), seen.readable);
    let least = if speaks { 0.6 } else { 0.95 };
    seen.readable > 0 && share(seen.readable, seen.filled) >= least && (negatives < 0.05 || speaks && negatives < 0.5)
}

/// Numbers below zero that stand for one that is not known.
pub(super) const NOT_KNOWN: [&str; 4] = ["-9", "-99", "-999", "-9999"];

const SO_FAR: &str = "Are the numbers totals so far?";

/// Whether numbers that do not fall are totals so far.
pub(super) fn ask_so_far() -> Ask {
    let ask = Ask::new(SO_FAR.to_owned(), "Yes: they do not fall").weighing(7);
    ask.or("No: each is of its own date", |recipe| recipe.basis = BasisRule::Incremental)
}

/// Whether words in a column tell rows apart, which then may be of different places.
fn names_rows(seen: &Seen) -> bool {
    let has_digit = |value: &&str| value.chars().any(|character| digit(character).is_some());
    let words = seen.values.keys().filter(|value| !has_digit(value)).count();
    words >= 2 && share(words, seen.values.len()) > 0.5
}

/// So few steps from row to row, over all columns, are a short series.
const SHORT: usize = 40;

/// Numbers that go up by one from row to row.
fn numbers_rows(seen: &Seen) -> bool {
    let steps = seen.numbers.iter().zip(seen.numbers.iter().skip(1));
    seen.numbers.len() >= 5
        && steps
            .into_iter()
            .all(|(before, now)| matches!((before, now), (Some(a), Some(b)) if (b - a - 1.0).abs() < 0.5))
}

/// A column that is called "value" or "count" and nothing else: rows that have one are no persons.
pub(super) fn has_bare_count(look: &Look) -> bool {
    const BARE: [&str; 15] = [
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
        seen.is_number() && seen.named.words.iter().all(|word| BARE.contains(&word.as_str())) && !numbers_rows(seen)
    })
}

/// An age, not a count of those of an age: "age", "age at death".
fn is_age(seen: &Seen) -> bool {
    let named = &seen.named;
    named.has(&["age", "edad", "alter", "idade", "ages"])
        && (named.measures.is_empty() || named.has(&["at", "mean", "median", "average", "al", "en"]))
        && !named.words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// A column that equals another wherever that one has a value, has values elsewhere too, and has a word more in its name.
fn fill(found: &mut Candidates) {
    let mut filled: Vec<(usize, usize, Holds, usize)> = Vec::new();
    for (at, base) in found.all.iter().enumerate() {
        for (by, other) in found.all.iter().enumerate() {
            let (short, long) = (&base.seen.named.words, &other.seen.named.words);
            let is_longer = long.len() > short.len() && long.len() <= short.len() + 2 && is_within(short, long);
            if !is_longer || base.is_cumulative != other.is_cumulative || !base.seen.named.who.eq(&other.seen.named.who)
            {
                continue;
            }
            let holds = ledger::equal(&base.seen.numbers, &other.seen.numbers);
            let gaps =
                base.seen.numbers.iter().zip(&other.seen.numbers).filter(|(a, b)| a.is_none() && b.is_some()).count();
            let covers = share(holds.of, base.seen.readable) >= 0.98;
            if holds.of >= 3 && holds.share() >= 0.9 && covers && gaps > 0 {
                filled.push((at, by, holds, gaps));
            }
        }
    }
    // One filled column for each, and one for which it fills.
    filled.sort_by_key(|(_, _, holds, _)| std::cmp::Reverse(holds.of));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (at, by, holds, gaps) in filled {
        if taken.contains(&at) || taken.contains(&by) {
            continue;
        }
        taken.extend([at, by]);
        let Some(name) = found.all.get(by).map(|other| other.seen.name) else { continue };
        if let Some(base) = found.all.get_mut(at) {
            found.reasons.push(format!(
                "\"{name}\" repeats \"{}\" on {} and has {} values more: the publisher filled the gaps",
                base.seen.name,
                say::of_rows(holds),
                say::number(gaps)
            ));
            base.filled = Some(name);
        }
    }
    let fillers: BTreeSet<&str> = found.all.iter().filter_map(|candidate| candidate.filled).collect();
    found.all.retain(|candidate| !fillers.contains(candidate.seen.name));
}

/// Whether the words of a name are in another in their order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// In a short series no column can show by itself that it is a total so far; all together can, where they rise and none
/// falls. That is little, and it is asked.
fn short_series(found: &mut Candidates, look: &Look, steps: &dyn Fn(&Seen) -> (Holds, usize)) -> Option<String> {
    let may_be = |candidate: &&mut Candidate| {
        let named = &candidate.seen.named;
        candidate.is_named && !candidate.is_cumulative && !named.is_pending && !named.is_incremental
    };
    let (mut all, mut rises) = (Holds::default(), 0);
    for candidate in found.all.iter_mut().filter(may_be) {
        let (holds, up) = steps(candidate.seen);
        all = Holds { rows: all.rows + holds.rows, of: all.of + holds.of };
        rises += up;
    }
    if all.rows < all.of || all.of > SHORT || rises < 3 || share(rises, all.of) < 0.5 {
        return None;
    }
    if look.columns.iter().any(names_rows) {
        let ask = Ask::new(SO_FAR.to_owned(), "No: each is of its own date");
        found.asks.push(ask.weighing(7).or("Yes: they do not fall", |recipe| recipe.basis = BasisRule::Cumulative));
        return None;
    }
    found.all.iter_mut().filter(may_be).for_each(|candidate| candidate.is_cumulative = true);
    Some(format!("no number falls on any of {} steps: totals so far", say::number(all.of)))
}

/// Reports of uneven dates, several on one day: where all numbers rise from row to row and none falls, they are no
/// incidents but totals so far.
pub(super) fn rise_throughout(found: &mut Candidates, order: &[usize]) {
    let (mut all, mut rises) = (Holds::default(), 0);
    let may_be = |candidate: &&Candidate| candidate.speaks() && !candidate.is_cumulative;
    for candidate in found.all.iter().filter(may_be) {
        let (holds, up) = ledger::rising(&candidate.seen.numbers, order);
        all = Holds { rows: all.rows + holds.rows, of: all.of + holds.of };
        rises += up;
    }
    if order.len() < 6 || all.of < 6 || all.rows < all.of || share(rises, all.of) < 0.6 {
        return;
    }
    found.all.iter_mut().filter(|candidate| candidate.speaks()).for_each(|candidate| candidate.is_cumulative = true);
    found.reasons.push(format!("no number falls on any of {} steps: totals so far", say::number(all.of)));
    found.asks.push(ask_so_far());
}

/// Series that never fall and mostly repeat or rise are totals so far; where the new ones stand beside them, that is seen
/// from the sums.
fn cumulative(found: &mut Candidates, look: &Look, groups: &[Vec<usize>]) {
    let mut reasons = Vec::new();
    let steps = |seen: &Seen| {
        let mut holds = Holds::default();
        let mut rises = 0;
        for group in groups {
            let (steps, up) = ledger::rising(&seen.numbers, group);
            holds = Holds { rows: holds.rows + steps.rows, of: holds.of + steps.of };
            rises += up;
        }
        (holds, rises)
    };
    for candidate in &mut found.all {
        if candidate.seen.named.is_pending
            || candidate.is_cumulative
            || candidate.seen.named.is_incremental
            || !candidate.is_named
        {
            continue;
        }
        let (holds, rises) = steps(candidate.seen);
        // A short or flat series that happens not to fall says nothing.
        if holds.of >= 5 && holds.share() >= 0.97 && rises >= 3 && share(rises, holds.of) >= 0.1 {
            candidate.is_cumulative = true;
            reasons.push(format!(
                "\"{}\" does not fall on {} of {} steps: a total so far",
                candidate.seen.name,
                say::number(holds.rows),
                say::number(holds.of)
            ));
        }
    }
    if reasons.is_empty() {
        reasons.extend(short_series(found, look, &steps));
    }
    // Who is under investigation now stands beside the toll of now.
    let so_far: Vec<&str> =
        found.all.iter().filter(|candidate| candidate.is_cumulative).filter_map(Candidate::measure).collect();
    for candidate in found.all.iter_mut().filter(|candidate| candidate.seen.named.is_pending) {
        candidate.is_cumulative |= candidate.measure().is_some_and(|measure| so_far.contains(&measure));
    }
    if !reasons.is_empty() {
        found.asks.push(ask_so_far());
    }
    let pairs = found.all.iter().filter(|so_far| so_far.is_cumulative);
    for so_far in pairs {
        let Some(new) = found
            .all
            .iter()
            .find(|new| !new.is_cumulative && !new.seen.named.is_pending && new.seen.named.is_like(&so_far.seen.named))
        else {
            continue;
        };
        let mut holds = Holds::default();
        for group in groups {
            let run = ledger::running(&new.seen.numbers, &so_far.seen.numbers, group);
            holds = Holds { rows: holds.rows + run.rows, of: holds.of + run.of };
        }
        if holds.share() >= 0.5 {
            reasons.push(format!(
                "\"{}\" is the running sum of \"{}\" on {}",
                so_far.seen.name,
                new.seen.name,
                say::of_rows(holds)
            ));
        }
    }
    found.reasons.extend(reasons);
}
