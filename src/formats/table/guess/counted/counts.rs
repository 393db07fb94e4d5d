//! The ledger of a table as count rules: which columns are totals, low and high, parts that add up, and numbers that lie
//! inside others.

use super::super::doubts::Ask;
use super::super::look::Look;
use super::super::say;
use super::between;
use super::candidates::{Candidate, Candidates};
use super::causes;
use super::estimates;
use super::inside;
use super::ledger::{self, Numbers};
use super::so_far;
use super::whose;
use crate::formats::table::recipe::{BasisRule, CountRule, Role};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// What is counted, and why.
#[derive(Default)]
pub(in super::super) struct Counts<'l> {
    pub rules: Vec<CountRule>,
    pub sums: IndexMap<String, Vec<String>>,
    pub labels: IndexMap<String, String>,
    pub reasons: Vec<String>,
    pub asks: Vec<Ask>,
    /// The columns of the rules and what they are; for what is looked for later.
    pub(in super::super) placed: Vec<Placed<'l>>,
}

/// A column with its place in the ledger.
#[derive(Clone)]
pub(in super::super) struct Placed<'l> {
    pub candidate: Candidate<'l>,
    pub measure: String,
    pub role: Role,
    pub category: Option<String>,
}

impl Placed<'_> {
    fn is_total(&self) -> bool {
        matches!(self.role, Role::Total | Role::Best | Role::AtLeast | Role::About | Role::UpTo)
    }

    pub(in super::super) fn numbers(&self) -> Numbers<'_> {
        &self.candidate.seen.numbers
    }
}

/// Makes the ledger of `candidates`; `context` is the measure that something beside the columns' names speaks of.
pub(in super::super) fn find<'l>(look: &Look, candidates: &Candidates<'l>, context: Option<&str>) -> Counts<'l> {
    let (mut counts, mut open) = (Counts::default(), candidates.all.clone());
    let estimates = estimates::apart(&mut counts, &mut open);
    for is_cumulative in [true, false] {
        let of_basis: Vec<Candidate> =
            open.iter().filter(|candidate| candidate.is_cumulative == is_cumulative).cloned().collect();
        basis(look, &mut counts, of_basis, context);
    }
    counts.placed.extend(estimates);
    so_far::stocks_apart(&mut counts);
    let cumulative = counts.placed.iter().filter(|placed| placed.candidate.is_cumulative).count();
    for placed in counts.placed.clone() {
        let differs = placed.candidate.is_cumulative != (cumulative > 0);
        counts.rules.push(CountRule {
            category: placed.category,
            column: Some(placed.candidate.seen.name.to_owned()),
            filled: placed.candidate.filled.map(str::to_owned),
            basis: differs.then_some(BasisRule::Incremental),
            ..CountRule::new(&placed.measure, placed.role)
        });
    }
    whose::name_apart(&mut counts);
    counts
}

/// The ledger of the columns of one basis.
fn basis<'l>(look: &Look, counts: &mut Counts<'l>, mut open: Vec<Candidate<'l>>, context: Option<&str>) {
    whose::ranges_inside(counts, &mut open);
    whose::shared(counts, &mut open);
    whose::whole(counts, &mut open);
    let mut apart = whose::each_range(counts, &mut open, context);
    apart.extend(whose::beside_victims(counts, &mut open));
    let of_causes = causes::find(look);
    apart.extend(causes::beside_murders(counts, &mut open, &of_causes));
    let mut placed = totals(look, counts, &mut open, &of_causes, context);
    placed.extend(apart);
    sums(counts, &mut placed, &mut open);
    let measures: Vec<String> =
        distinct(placed.iter().filter(|placed| placed.is_total()).map(|placed| placed.measure.clone()));
    for measure in &measures {
        parts(look, counts, &mut placed, &mut open, measure);
    }
    inside::place(look, counts, &mut placed, &mut open, context);
    placed.sort_by_key(|item| {
        let measure = measures.iter().position(|measure| *measure == item.measure).unwrap_or(usize::MAX);
        (measure, matches!(item.role, Role::Part | Role::OfWhich | Role::Unclear | Role::Pending))
    });
    counts.placed.extend(placed);
}

fn distinct(items: impl Iterator<Item = String>) -> Vec<String> {
    let set: indexmap::IndexSet<String> = items.collect();
    set.into_iter().collect()
}

/// The columns that are a measure's number itself, with its low and high; the others stay open.
fn totals<'l>(
    look: &Look,
    counts: &mut Counts,
    open: &mut Vec<Candidate<'l>>,
    of_causes: &BTreeSet<&str>,
    context: Option<&str>,
) -> Vec<Placed<'l>> {
    let mut placed: Vec<Placed> = Vec::new();
    // The only number of a measure is that measure's, whatever else its name says: "deaths in custody".
    let measured: Vec<&'static str> = open.iter().filter_map(Candidate::measure).collect();
    let is_only = |candidate: &Candidate| {
        let of = |measure| measured.iter().filter(|other| **other == measure).count() == 1;
        candidate.seen.named.who.is_empty() && candidate.measure().is_some_and(of)
    };
    let of_all = whose::totals_of_all(open);
    let alone = |candidate: &Candidate| {
        let is_between = candidate.bound == Some(Role::Best) && candidate.seen.named.bound.is_none();
        let is_whole = candidate.is_alone
            || is_between
            || candidate.seen.named.category().is_none()
            || is_only(candidate)
            || of_all.contains(&candidate.seen.name);
        is_whole && !candidate.seen.named.is_pending && !of_causes.contains(candidate.seen.name)
    };
    let named: Vec<&'static str> =
        open.iter().filter(|c| alone(c)).filter_map(|one| one.measure().or_else(|| whose::held(open, one))).collect();
    let only = match named.as_slice() {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => Some(*first),
        _ => None,
    };
    let beside = between::measure_beside(look);
    let is_ranged =
        |role: Role| open.iter().any(|candidate| alone(candidate) && candidate.seen.named.bound == Some(role));
    let (has_low, has_high) = (is_ranged(Role::Low), is_ranged(Role::High));
    // Of two numbers of one measure the one that is called the total is it.
    let mut in_order: Vec<Candidate> = open.clone();
    in_order.sort_by_key(|candidate| !(candidate.seen.named.is_total && candidate.measure().is_some()));
    for candidate in in_order {
        if !alone(&candidate) || candidate.seen.named.measures.len() > 1 {
            continue;
        }
        let named = &candidate.seen.named;
        // "Total" alone is of what a title or the file's name speaks of.
        // So is one to which groups of people add up, whatever it counts.
        let is_total = named.is_total
            && named.category().is_none()
            && (context.is_some() || named.measures.is_empty() && whose::holds_groups(open, &candidate));
        let is_unnamed = (candidate.bound.is_some() && candidate.is_named) || is_total;
        // Beside the number of something else it is not that once more.
        let repeats = |measure: &str| {
            let mut of = open.iter().filter(|other| other.measure() == Some(measure));
            of.any(|other| ledger::equal(&other.seen.numbers, &candidate.seen.numbers).share() >= 0.98)
        };
        let own = only.filter(|only| !is_total || candidate.bound.is_some() || repeats(only));
        let of_beside = || beside.filter(|_| candidate.bound.is_some());
        let of_context = || is_unnamed.then(|| own.or_else(of_beside).or(context).unwrap_or("count").to_owned());
        let vague = || named.is_vague.then(|| whose::held(open, &candidate).unwrap_or("casualties").to_owned());
        let Some(measure) = candidate.measure().map(str::to_owned).or_else(vague).or_else(of_context) else { continue };
        let role = match candidate.bound {
            Some(Role::Low) if !has_high => Role::AtLeast,
            Some(Role::High) if !has_low => Role::UpTo,
            Some(bound) => bound,
            None if has_low && has_high => Role::Best,
            None => Role::Total,
        };
        let twin = placed.iter().find(|known| known.measure == measure && known.role == role);
        match twin {
            None => placed.push(Placed { candidate: candidate.clone(), measure, role, category: None }),
            Some(twin) => {
                let holds = ledger::equal(twin.numbers(), &candidate.seen.numbers);
                if holds.of == 0 || holds.share() < 0.98 {
                    continue;
                }
                counts.reasons.push(format!(
                    "left out: \"{}\" repeats \"{}\" on {}",
                    candidate.seen.name,
                    twin.candidate.seen.name,
                    say::of_rows(holds)
                ));
            }
        }
        open.retain(|other| other.seen.name != candidate.seen.name);
    }
    let place = |placed: &Placed| look.columns.iter().position(|column| column.name == placed.candidate.seen.name);
    placed.sort_by_key(place);
    for measure in distinct(placed.iter().map(|placed| placed.measure.clone())) {
        let of = |role: Role| placed.iter().find(|placed| placed.measure == measure && placed.role == role);
        if let (Some(low), Some(high)) = (of(Role::Low), of(Role::High)) {
            let ends = [low.candidate.seen.name, high.candidate.seen.name];
            let (rows, of) = both(low.numbers(), high.numbers());
            counts.reasons.push(format!(
                "\"{}\" and \"{}\" are the low and high of {}: in this order on {} of {} rows with both",
                ends[0],
                ends[1],
                say::words(&measure),
                say::number(rows),
                say::number(of)
            ));
        }
    }
    placed
}

/// Rows with both numbers, and how many of them are in order.
fn both(low: Numbers, high: Numbers) -> (usize, usize) {
    let pairs: Vec<bool> = low.iter().zip(high).filter_map(|(low, high)| Some((*low)? <= (*high)?)).collect();
    (pairs.iter().filter(|ordered| **ordered).count(), pairs.len())
}

/// Columns that are the sum of two or more measures: not one more toll beside them.
fn sums<'l>(counts: &mut Counts, placed: &mut Vec<Placed<'l>>, open: &mut Vec<Candidate<'l>>) {
    let base: Vec<Placed> = placed.iter().filter(|item| item.is_total()).cloned().collect();
    let mut tested: Vec<Candidate> = open.clone();
    tested.extend(
        base.iter()
            .filter(|item| item.measure == "casualties" || item.candidate.seen.named.is_total)
            .map(|item| item.candidate.clone()),
    );
    for candidate in tested {
        let named = &candidate.seen.named;
        let is_sum = named.measures.len() > 1 || named.is_total || named.is_vague;
        if !is_sum || !named.who.is_empty() {
            continue;
        }
        let others: Vec<&Placed> = base.iter().filter(|item| item.candidate.seen.name != candidate.seen.name).collect();
        let numbers: Vec<Numbers> = others.iter().map(|item| item.numbers()).collect();
        let Some((set, holds)) = ledger::closing(&numbers, &candidate.seen.numbers, 0.9) else { continue };
        let members: Vec<&Placed> = set.iter().filter_map(|at| others.get(*at).copied()).collect();
        let measures: Vec<String> = members.iter().map(|item| item.measure.clone()).collect();
        let summands: Vec<&str> = members.iter().map(|item| item.candidate.seen.name).collect();
        let id = if named.is_vague { "casualties".to_owned() } else { measures.join("_or_") };
        counts.reasons.push(format!("{} = {} on {}", summands.join(" + "), candidate.seen.name, say::of_rows(holds)));
        placed.retain(|item| item.candidate.seen.name != candidate.seen.name);
        open.retain(|other| other.seen.name != candidate.seen.name);
        counts.labels.insert(id.clone(), say::label(&id));
        counts.sums.insert(id.clone(), measures);
        placed.push(Placed { candidate: candidate.clone(), measure: id, role: Role::Total, category: None });
    }
}

/// The columns that add up to a measure's total.
fn parts<'l>(
    look: &Look,
    counts: &mut Counts,
    placed: &mut Vec<Placed<'l>>,
    open: &mut Vec<Candidate<'l>>,
    measure: &str,
) {
    let Some(total) = placed.iter().find(|item| item.measure == measure && item.is_total()).cloned() else { return };
    let has_own = |other: &str| placed.iter().any(|item| item.measure == other && item.is_total());
    let fits = |candidate: &&Candidate| {
        !candidate.seen.named.is_pending
            && match candidate.measure() {
                Some(own) => own == measure || !has_own(own) && is_death(own) && is_death(measure),
                None => candidate.seen.named.measures.is_empty(),
            }
    };
    // Columns that do not name what they count are parts only where the total can hold them.
    let is_held = |candidate: &&Candidate| {
        candidate.measure().is_some() || ledger::inside(&candidate.seen.numbers, &[total.numbers()]).share() >= 0.95
    };
    let able: Vec<Candidate> = open.iter().filter(fits).filter(is_held).cloned().collect();
    let numbered: Vec<Candidate> =
        able.iter().filter(|one| whose::are_numbered(one, &total.candidate)).cloned().collect();
    let closing =
        [able, numbered].into_iter().find_map(|able| Some((ledger::adding_up(&able, total.numbers())?, able)));
    let Some(((set, holds), able)) = closing else { return };
    let chosen: Vec<&Candidate> = set.iter().filter_map(|at| able.get(*at)).collect();
    let names: Vec<&str> = chosen.iter().map(|candidate| candidate.seen.name).collect();
    counts.reasons.push(format!("{} = {} on {}", names.join(" + "), total.candidate.seen.name, say::of_rows(holds)));
    if holds.share() < 0.98 {
        counts.asks.push(Ask::other_role(
            format!(
                "Do {} add up to {}? They do on {}.",
                say::list(&names),
                total.candidate.seen.name,
                say::of_rows(holds)
            ),
            "Yes: they are its parts",
            "No: each lies inside it, and they may overlap",
            &names,
            Role::OfWhich,
        ));
    }
    for candidate in chosen {
        let category = inside::category(look, candidate);
        inside::label(look, counts, &category);
        open.retain(|other| other.seen.name != candidate.seen.name);
        placed.push(Placed {
            candidate: candidate.clone(),
            measure: measure.to_owned(),
            role: Role::Part,
            category: Some(category),
        });
    }
}

pub(in super::super) fn is_death(measure: &str) -> bool {
    matches!(measure, "killed" | "dead")
}
