//! The general way from a sample to a recipe, for tables of no known family.

use super::About;
use super::about::by_source;
use super::about::columns;
use super::about::rivals;
use super::about::shape::{self, Shape};
use super::about::sources;
use super::counted::beside;
use super::counted::candidates::{self, Candidate};
use super::counted::codes;
use super::counted::counts;
use super::counted::fallback;
use super::counted::numbers;
use super::counted::so_far;
use super::counted::so_far_asks;
use super::draft::Draft;
use super::look::{Look, Seen};
use super::names::certainty;
use super::names::spoken::{self, Spoken};
use super::people::person_columns;
use super::people::persons;
use super::people::sexes;
use super::rows::aggregates;
use super::rows::left_out::{self, LeftOut};
use super::rows::overlap;
use super::rows::repeats;
use super::rows::snapshots;
use super::rows::twice;
use super::rows::unequal;
use super::when::as_of;
use super::when::date_order;
use super::when::dates::{self, Dates};
use super::when::times;
use super::when::wide;
use crate::formats::table::Sample;
use crate::formats::table::recipe::{BasisRule, CountRule, Periods, Role, RowKind, Split};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// Proposes a recipe from what the columns' names, tags and values say.
pub(super) fn propose(sample: &Sample, about: &About) -> Option<Draft> {
    let LeftOut { mut look, keep, reasons, asks } = left_out::find(sample, about);
    let mut draft = Draft::of(&look, keep.clone());
    draft.reasons.extend(reasons);
    draft.asks.extend(asks);
    if let Some(publisher) = &about.publisher {
        draft.reasons.push(format!("the table was published by {publisher}"));
    }
    if look.rows == 0 {
        return None;
    }
    let mut draft = if let Some(found) = wide::find(&look) {
        of_wide(draft, &look, found)
    } else {
        let in_words = beside::take(&mut look);
        let dates = dates::find(&look);
        date_order::fill(&mut draft, &dates);
        let mut draft = rows(draft, &look, &dates, &spoken::find(&look), in_words)?;
        times::settle(&mut draft.recipe, &look, &dates);
        if let Some(time) = draft.recipe.date.as_ref().and_then(|rule| rule.time.as_ref()) {
            draft
                .reasons
                .push(format!("\"{time}\" tells several reports of one day apart: the last one of the day stands"));
            draft.asks.extend(dates.is_revised.then(|| snapshots::ask_revised(time)));
        }
        draft
    };
    as_of::settle(&mut draft, about);
    draft.asks.extend(aggregates::ask(&look));
    certainty::apart(&mut draft, &look);
    draft.reasons.extend(candidates::not_used(&draft, &look));
    if sample.is_whole {
        twice::settle(&mut draft, &look);
    }
    unequal::settle(&mut draft, sample, about);
    Some(draft)
}

fn of_wide(mut draft: Draft, look: &Look, found: wide::Found) -> Draft {
    let own = found.named.measures.first().copied();
    let measure = look.context();
    draft.reasons.extend(found.reasons);
    draft.asks.extend(found.asks);
    draft.recipe.row = RowKind::Group;
    draft.recipe.wide = Some(found.wide);
    draft.recipe.events = found.events;
    draft.recipe.split.extend(found.split);
    draft.recipe.keep.extend(found.keep);
    draft.recipe.basis = found.basis;
    draft.recipe.periods = found.periods;
    let spoken = spoken::in_rows(look);
    if let Some(name) = &spoken.column {
        draft.recipe.events.columns.retain(|column| column != name);
        draft.recipe.split.retain(|split| split.column != *name);
    }
    draft.recipe.measure.clone_from(&spoken.measure);
    // "Deaths by region" above the regions.
    let headed =
        || draft.recipe.events.columns.first().and_then(|name| look.column(name)?.named.measures.first().copied());
    let headed = headed();
    let measure = own.or(spoken.context).or(measure).or(headed);
    draft.recipe.counts = vec![CountRule::new(measure.unwrap_or("count"), Role::Total)];
    match measure {
        Some(measure) if own.is_some() => draft.reasons.push(format!("the columns' names say {measure}")),
        Some(measure) if spoken.context.is_none() && headed.is_some() => {
            draft.reasons.push(format!("the first column's name says {measure}"));
        }
        Some(measure) if spoken.context.is_none() => draft.reasons.push(format!("the file's name says {measure}")),
        Some(_) => draft.reasons.extend(spoken.reasons),
        None => draft.asks.push(fallback::ask("count", "the numbers")),
    }
    draft
}

/// A table of rows: people, incidents, periods or groups.
fn rows(
    mut draft: Draft,
    look: &Look,
    dates: &Dates,
    spoken: &Spoken,
    in_words: Option<beside::Found>,
) -> Option<Draft> {
    let sources = sources::find(look);
    let areas = columns::areas(look);
    let certainty = certainty::column(look);
    let is_said = |column: &&Seen| {
        spoken.column.as_deref() == Some(column.name)
            || certainty.is_some_and(|certainty| certainty.name == column.name)
    };
    let groups: Vec<&Seen> = columns::groups(look).into_iter().filter(|column| !is_said(column)).collect();
    let events: Vec<&Seen> = columns::events(look)
        .into_iter()
        .filter(|column| !groups.iter().any(|group| group.name == column.name))
        .collect();
    let mut named_events: Vec<&Seen> = events.iter().chain(&areas).copied().collect();
    let mut others: Vec<&Seen> = groups.iter().copied().chain(sources).collect();
    others.extend(spoken.column.as_ref().and_then(|name| look.column(name)));
    others.extend(certainty);
    let mut shape = shape::find(look, dates, &events, &areas, &others);
    if let Some(found) = in_words {
        let is_cumulative = found.say(&mut draft, dates.is_so_far);
        let source = rivals::of_rows(&mut draft, look, dates, &shape, sources, is_cumulative);
        place(&mut draft, look, dates, &shape, &named_events, source, &groups);
        return Some(draft);
    }
    let used = used(look, dates, &[&named_events, &others]);
    let is_series = shape.kind == RowKind::Period;
    let mut found = candidates::find(look, &used, &shape.groups, is_series, spoken.measure.is_some());
    if shape.kind == RowKind::Incident {
        so_far::rise_throughout(&mut found, &dates.order());
    }
    if let Some(of) = so_far::of_each(&mut found, look, dates, &named_events, &mut shape) {
        named_events.push(of);
    }
    if let Some(source) = sources.filter(|source| shape.kind == RowKind::Group && sources::counts_again(look, source)) {
        so_far::of_reports(&mut found, &sources::happenings(look, source, dates), source, &dates.order());
    }
    if so_far::since_start(&found, look, dates, &areas, &mut shape) {
        draft.recipe.date = None;
        draft
            .reasons
            .push("the dates say when it began, not when the numbers are of: each row is the toll so far".to_owned());
    }
    if let Some(place) = overlap::of_all(look) {
        overlap::all(&mut found, &place);
    }
    if dates.is_so_far || spoken.is_cumulative {
        let all = found.all.iter_mut().filter(|candidate| !candidate.seen.named.is_incremental);
        all.for_each(|candidate| candidate.is_cumulative = true);
    }
    let speaks = found.all.iter().any(Candidate::speaks);
    if !speaks
        && !candidates::has_bare_count(look)
        && !candidates::are_months(look)
        && !holds_groups(&draft, look)
        && let Some(persons) = persons::find(look)
    {
        return Some(of_persons(draft, look, dates, persons, &named_events, sources, &groups));
    }
    let headed = spoken::heading(look);
    let context = spoken.context.or_else(|| look.context()).or(headed);
    let series = is_series.then_some(&*shape.groups);
    if !speaks && let Some(found) = by_source::find(look, &used, context.unwrap_or("count"), series) {
        draft.reasons.extend(spoken.reasons.iter().cloned());
        say_by_source(&mut draft, found, context.is_some());
        place(&mut draft, look, dates, &shape, &named_events, None, &[]);
        numbers::settle(&mut draft, look);
        return Some(draft);
    }
    let mut ledger = counts::find(look, &found, context);
    by_source::of_parts(&mut ledger);
    draft.asks.append(&mut found.asks);
    so_far_asks::tell_apart(&mut draft.asks, &ledger.placed);
    draft.reasons.extend(spoken.reasons.iter().cloned());
    draft.reasons.extend(found.reasons.iter().cloned());
    draft.reasons.extend(headed.map(|measure| format!("the first column's name says {measure}")));
    if ledger.rules.is_empty() {
        fallback::find(look, &found, context, dates.rule.is_some(), &mut ledger)?;
        draft.recipe.events.title = fallback::title(&ledger);
    }
    fallback::ask_what(&mut draft, &ledger, spoken, context);
    draft.asks.extend(codes::ask_counts(look, &ledger.rules));
    draft.recipe.measure.clone_from(&spoken.measure);
    let cumulative = ledger.placed.iter().any(|placed| placed.candidate.is_cumulative);
    if cumulative {
        draft.recipe.basis = BasisRule::Cumulative;
    }
    let is_partless = !ledger.rules.iter().any(|rule| rule.category.is_some());
    let splits: Vec<&Seen> = if is_partless { groups } else { Vec::new() };
    draft.reasons.extend(std::mem::take(&mut ledger.reasons));
    draft.asks.append(&mut ledger.asks);
    draft.recipe.labels = ledger.labels;
    draft.recipe.sums = ledger.sums;
    draft.recipe.counts = ledger.rules;
    let source = rivals::of_rows(&mut draft, look, dates, &shape, sources, cumulative);
    place(&mut draft, look, dates, &shape, &named_events, source, &splits);
    numbers::settle(&mut draft, look);
    repeats::settle(&mut draft, look, dates);
    Some(draft)
}

/// What the columns count that are named after those who counted; asked where nothing says it.
fn say_by_source(draft: &mut Draft, found: by_source::BySource, is_said: bool) {
    if found.is_cumulative {
        draft.recipe.basis = BasisRule::Cumulative;
        draft.asks.push(so_far_asks::ask());
    }
    draft.reasons.extend(found.reasons);
    draft.recipe.counts = found.rules;
    draft.recipe.labels = found.labels;
    draft.asks.push(found.ask);
    if !is_said {
        draft.asks.push(fallback::ask("count", "the table"));
    }
}

/// The columns that mean something other than a number.
fn used<'l>(look: &'l Look, dates: &Dates, named: &[&[&'l Seen]]) -> BTreeSet<&'l str> {
    let of_dates = look.columns.iter().filter(|column| dates.uses(column.name)).map(|column| column.name);
    named.iter().flat_map(|columns| columns.iter().map(|column| column.name)).chain(of_dates).collect()
}

/// What a row is, which events there are, and who is told apart.
fn place(
    draft: &mut Draft,
    look: &Look,
    dates: &Dates,
    shape: &Shape,
    events: &[&Seen],
    source: Option<&Seen>,
    splits: &[&Seen],
) {
    draft.recipe.row = shape.kind;
    let areas = columns::areas(look);
    super::about::events::choose(draft, look, shape, events, &areas);
    super::about::events::source(draft, look, source);
    super::about::events::split(draft, look, shape, splits);
    draft.recipe.periods = match shape.kind {
        _ if dates.rule.is_none() => Periods::All,
        RowKind::Group => Periods::Rows,
        RowKind::Period if dates.order().len() <= 400 * shape.groups.len().max(1) || dates.are_years() => Periods::Rows,
        _ => dates.periods(),
    };
}

/// Whether rows of all ages or of both sexes were left out: a list of people has none.
fn holds_groups(draft: &Draft, look: &Look) -> bool {
    let of_people = |column: &&Seen| person_columns::is_age(column) || sexes::is_sex(column);
    draft.recipe.keep.iter().filter_map(|filter| look.column(&filter.column)).any(|column| of_people(&column))
}

fn of_persons(
    mut draft: Draft,
    look: &Look,
    dates: &Dates,
    persons: persons::Persons,
    events: &[&Seen],
    source: Option<&Seen>,
    groups: &[&Seen],
) -> Draft {
    draft.reasons.extend(persons.reasons);
    draft.asks.extend(persons.asks);
    draft.asks.push(persons::ask_split(
        &persons.split,
        groups,
        persons.measure.as_ref().map(|measure| measure.column.as_str()),
    ));
    draft.recipe.counts = vec![persons.rule];
    draft.recipe.measure = persons.measure;
    draft.recipe.labels = persons.labels;
    draft.recipe.keep.extend(persons.keep);
    let shape = Shape { kind: RowKind::Person, keys: Vec::new(), groups: Vec::new() };
    let source = rivals::of_people(&mut draft, look, source);
    place(&mut draft, look, dates, &shape, events, source, &[]);
    draft.recipe.split = persons.split.into_iter().take(1).collect();
    draft
}

/// The columns that the splits of a recipe use.
pub(super) fn split_of(column: &Seen, most: Option<usize>) -> Split {
    let values = if sexes::is_sex(column) { sexes::categories(column) } else { IndexMap::new() };
    Split { column: column.name.to_owned(), values, bands: Vec::new(), most }
}
