//! Numbers whose columns' names do not say what they count: nothing is called deaths unless something says so.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::Look;
use super::super::names::spoken::Spoken;
use super::super::say;
use super::candidates::{self, Candidate, Candidates};
use super::counts::{Counts, Placed};
use super::ledger::{self, Holds};
use crate::formats::table::recipe::{CountRule, Role};

/// What a column of numbers is asked.
pub(in super::super) fn ask(measure: &str, name: &str) -> Ask {
    Ask::what_is_counted(
        format!("What does \"{name}\" count? Nothing here says it."),
        measure,
        "That is not known",
        &[
            ("People killed", "killed"),
            ("People who died", "dead"),
            ("People injured", "injured"),
            ("People missing", "missing"),
            ("People detained", "detained"),
            ("Events or things, no people", "events"),
        ],
    )
}

/// Asks what counts are of, where no name says it, or one that may mean several things.
pub(in super::super) fn ask_what(draft: &mut Draft, ledger: &Counts, spoken: &Spoken, context: Option<&str>) {
    let is_fatal = |placed: &&Placed| placed.measure == "dead" && placed.candidate.seen.named.words == ["fatal"];
    if let Some(placed) = ledger.placed.iter().filter(|_| context.is_none()).find(is_fatal) {
        let name = placed.candidate.seen.name;
        draft.asks.push(Ask::what_is_counted(
            format!("What does \"{name}\" count? Nothing here says whether these are people."),
            "dead",
            "Those who died",
            &[("Events in which people died", "fatal_events")],
        ));
    }
    let counts = |measure: &str| ledger.rules.iter().find(|rule| rule.measure == measure && rule.role != Role::Part);
    let of_group = ledger.rules.iter().find(|rule| rule.measure.starts_with("count_"));
    let of_parts = ledger.rules.iter().find(|rule| rule.measure == "count");
    if let Some(rule) = counts("count").or(of_group).or(of_parts) {
        let name = rule.column.clone().unwrap_or_default();
        draft.asks.push(ask("count", &name));
    }
    if let Some(rule) = counts("casualties")
        && !ledger.sums.contains_key("casualties")
        && spoken.measure.is_none()
    {
        let name = rule.column.clone().unwrap_or_default();
        draft.asks.push(Ask::what_is_counted(
            format!("What does \"{name}\" count? Casualties may be dead or injured."),
            "casualties",
            "Dead and injured together",
            &[("The killed", "killed"), ("The dead", "dead"), ("The injured", "injured")],
        ));
    }
    if spoken.is_mixed {
        draft.asks.push(Ask::what_is_counted(
            "Are all of the dead killed? Some values say killed, others only that they died.".to_owned(),
            "dead",
            "No: they are called dead",
            &[("Yes: they are called killed", "killed")],
        ));
    }
}

/// Takes the columns that are left: the one that calls itself a count or a value, or the only one of all.
pub(in super::super) fn find<'l>(
    look: &Look,
    found: &Candidates<'l>,
    context: Option<&str>,
    is_dated: bool,
    counts: &mut Counts<'l>,
) -> Option<()> {
    let plain: Vec<&Candidate> = found
        .all
        .iter()
        .filter(|candidate| candidate.seen.named.rest.is_empty() && candidate.seen.named.who.is_empty())
        .collect();
    let months: Vec<&Candidate> = found.all.iter().filter(|candidate| candidates::is_month(candidate.seen)).collect();
    let things: Vec<&Candidate> = found.all.iter().filter(|candidate| candidate.seen.named.is_things).collect();
    let chosen: Vec<&Candidate> = match (plain.as_slice(), things.as_slice(), found.all.as_slice()) {
        ([], ..) if months.len() >= candidates::LEAST_MONTHS => months,
        ([_, ..], ..) => plain.into_iter().take(1).collect(),
        (_, [thing, ..], _) => {
            let measure = thing.seen.named.rest.join("_");
            counts.labels.insert(measure.clone(), say::label(&measure));
            counts.reasons.push(format!("\"{}\" counts no people, but is all that is counted", thing.seen.name));
            push(counts, thing, &measure, Role::Total, None);
            if found.all.len() > 1 {
                counts.asks.push(which(found, thing));
            }
            return Some(());
        }
        // A number without a date and without a word for it may be anything.
        (_, _, [_]) if is_dated || context.is_some() => found.all.iter().collect(),
        _ if context.is_some() && (2..=14).contains(&found.all.len()) => found.all.iter().collect(),
        (_, _, [_, _, ..]) if is_dated => return one_of(found, counts),
        _ => return None,
    };
    let measure = context.unwrap_or("count");
    if context.is_some() && context == look.context() {
        counts.reasons.push(format!("the file's name says what is counted: {}", say::words(measure)));
    }
    if let [only] = chosen.as_slice() {
        push(counts, only, measure, Role::Total, None);
        parts(found, only, measure, counts);
        return Some(());
    }
    // The sum of all others is no part beside them.
    if let Some((total, holds)) = sum_of_others(&chosen) {
        counts.reasons.push(format!("\"{}\" is the sum of the others on {}", total.seen.name, say::of_rows(holds)));
        push(counts, total, measure, Role::Total, None);
        for candidate in chosen.iter().filter(|other| other.seen.name != total.seen.name) {
            push(counts, candidate, measure, Role::Part, candidate.seen.named.category());
        }
        return Some(());
    }
    let names: Vec<&str> = chosen.iter().map(|candidate| candidate.seen.name).collect();
    counts.asks.push(Ask::other_role(
        format!("Is anyone counted in more than one of {}?", say::list(&names)),
        "No: they add up",
        "Perhaps: each is shown by itself",
        &names,
        Role::Unclear,
    ));
    for candidate in chosen {
        let category = candidate.seen.named.category();
        push(counts, candidate, measure, Role::Part, category);
    }
    Some(())
}

/// Of several numbers of which nothing says what they count one is read, and it is asked which: the one that calls itself the
/// total, the sum of all others, else the first.
fn one_of<'l>(found: &Candidates<'l>, counts: &mut Counts<'l>) -> Option<()> {
    let total = found.all.iter().find(|candidate| candidate.seen.named.is_total);
    let all: Vec<&Candidate> = found.all.iter().collect();
    let sum = || sum_of_others(&all).map(|(sum, _)| sum);
    let chosen = total.or_else(sum).or_else(|| found.all.first())?;
    push(counts, chosen, "count", Role::Total, None);
    parts(found, chosen, "count", counts);
    counts.asks.push(which(found, chosen));
    Some(())
}

/// Which of several columns is read.
fn which(found: &Candidates, chosen: &Candidate) -> Ask {
    const OFFERED: usize = 8;
    let others = found.all.iter().filter(|other| other.seen.name != chosen.seen.name).take(OFFERED);
    let ask = Ask::new("Which column counts the people?".to_owned(), chosen.seen.name).weighing(10);
    others.fold(ask, |ask, other| {
        let name = other.seen.name.to_owned();
        ask.or(name.clone(), move |recipe| {
            recipe.counts.retain(|rule| rule.role == Role::Total);
            recipe.counts.iter_mut().for_each(|rule| rule.column = Some(name.clone()));
        })
    })
}

/// The column that is the sum of all others, and in how many rows.
fn sum_of_others<'f, 'l>(candidates: &[&'f Candidate<'l>]) -> Option<(&'f Candidate<'l>, Holds)> {
    candidates.iter().find_map(|one| {
        let others = candidates.iter().copied().filter(|other| other.seen.name != one.seen.name);
        let (set, holds) = ledger::adding_up(others, &one.seen.numbers)?;
        (set.len() + 1 == candidates.len()).then_some((*one, holds))
    })
}

/// The columns that add up to the one that calls itself the total.
fn parts<'l>(found: &Candidates<'l>, total: &Candidate<'l>, measure: &str, counts: &mut Counts<'l>) {
    let others: Vec<&Candidate> = found.all.iter().filter(|candidate| candidate.seen.name != total.seen.name).collect();
    let closing = ledger::adding_up(others.iter().copied(), &total.seen.numbers);
    let closing = closing.filter(|_| total.seen.named.is_total);
    let Some((set, holds)) = closing else { return };
    let members: Vec<&Candidate> = set.iter().filter_map(|at| others.get(*at).copied()).collect();
    let names: Vec<&str> = members.iter().map(|candidate| candidate.seen.name).collect();
    counts.reasons.push(format!("{} = {} on {}", names.join(" + "), total.seen.name, say::of_rows(holds)));
    for candidate in members {
        let category = candidate.seen.named.category().unwrap_or_else(|| candidate.seen.name.to_owned());
        counts.labels.insert(category.clone(), candidate.seen.name.to_owned());
        push(counts, candidate, measure, Role::Part, Some(category));
    }
}

fn push<'l>(counts: &mut Counts<'l>, candidate: &Candidate<'l>, measure: &str, role: Role, category: Option<String>) {
    counts.placed.push(Placed {
        candidate: candidate.clone(),
        measure: measure.to_owned(),
        role,
        category: category.clone(),
    });
    counts.rules.push(CountRule {
        category,
        column: Some(candidate.seen.name.to_owned()),
        filled: candidate.filled.map(str::to_owned),
        ..CountRule::new(measure, role)
    });
}

/// The name of the one event, where a column is called after it: "Chernobyl (WHO (2005), …)".
pub(in super::super) fn title(counts: &Counts) -> Option<String> {
    let [only] = counts.placed.as_slice() else { return None };
    let named = &only.candidate.seen.named;
    let (title, _) = only.candidate.seen.name.split_once(" (")?;
    (!named.rest.is_empty() && !named.is_things && title.starts_with(char::is_uppercase)).then(|| title.to_owned())
}
