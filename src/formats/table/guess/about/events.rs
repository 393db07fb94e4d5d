//! Which events a table has, who counted, and by which columns people are told apart.

use super::super::detect::split_of;
use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::look::{Look, Seen};
use super::super::say;
use super::columns;
use super::shape::Shape;
use super::sources;
use crate::formats::table::recipe::{Events, RowKind};
use std::collections::{BTreeMap, BTreeSet};

/// More events than this are no use side by side.
const MOST: usize = 200;

/// Chooses the columns of the events, and asks where there is a choice.
pub(in super::super) fn choose(draft: &mut Draft, look: &Look, shape: &Shape, named: &[&Seen], areas: &[&Seen]) {
    let is_area = |column: &Seen| areas.iter().any(|area| area.name == column.name);
    let finds_again = |column: &&&Seen| shape.kind == RowKind::Group || column.values.len() * 2 <= column.filled;
    let events: Vec<&Seen> = named.iter().filter(|column| !is_area(column)).filter(finds_again).copied().collect();
    let keys: Vec<&Seen> =
        shape.keys.iter().filter(|key| named.iter().any(|column| column.name == key.name)).copied().collect();
    let country = areas.iter().find(|area| area.values.len() == 1 && area.filled == look.rows);
    let names_sources = areas.iter().any(|area| sources::names_sources(area));
    let chosen: Option<&Seen> = match shape.kind {
        _ if names_sources => None,
        RowKind::Period => keys.first().copied(),
        RowKind::Group => events.first().copied().or(areas.first().copied()),
        // All conflicts of one country are told in its file as one.
        _ if events.iter().any(|event| event.values.len() > 1) && country.is_some() => country.copied(),
        _ => events.first().copied(),
    };
    set(draft, chosen);
    for column in
        look.columns.iter().filter(|column| columns::stands_once(look, column) && column.named.measures.is_empty())
    {
        draft.reasons.push(format!(
            "\"{}\" names the first row of each and leaves those below it blank: no rows are told apart by it",
            column.name
        ));
    }
    let (mut ask, from) = match chosen {
        Some(column) => {
            let count = say::number(column.values.len());
            draft.reasons.push(format!("\"{}\" names the events: {count} in the rows looked at", column.name));
            (
                Ask::new(
                    "Which events are compared?".to_owned(),
                    &format!("One for each \"{}\" ({count})", column.name),
                ),
                Some(column.name),
            )
        }
        None => (Ask::new("Which events are compared?".to_owned(), "One: the whole table"), None),
    };
    if chosen.is_some_and(|column| shape.kind != RowKind::Group || is_area(column)) {
        ask = ask.or("One: the whole table", |recipe| recipe.events = Events::default());
    }
    let mut offered: BTreeSet<&str> = from.into_iter().collect();
    for other in events.iter().chain(areas).take(6) {
        if names_sources || other.values.len() < 2 || other.values.len() > MOST || !offered.insert(other.name) {
            continue;
        }
        let columns = vec![other.name.to_owned()];
        let text = format!("One for each \"{}\" ({})", other.name, say::number(other.values.len()));
        ask = ask.or(text, move |recipe| recipe.events = Events { columns: columns.clone(), ..Events::default() });
    }
    draft.asks.push(ask.weighing(6));
}

fn set(draft: &mut Draft, chosen: Option<&Seen>) {
    let Some(column) = chosen else { return };
    draft.recipe.events.columns = vec![column.name.to_owned()];
    draft.recipe.events.most = (column.values.len() > MOST).then_some(MOST);
}

/// Who counted.
pub(in super::super) fn source(draft: &mut Draft, look: &Look, source: Option<&Seen>) {
    let entities = columns::areas(look).into_iter().find(|area| sources::names_sources(area));
    let Some(column) = source.or(entities) else { return };
    draft.recipe.source.column = Some(column.name.to_owned());
    draft.recipe.source.nobody = sources::nobody(column);
    let names: Vec<&str> = column
        .values
        .keys()
        .copied()
        .filter(|name| !draft.recipe.source.nobody.iter().any(|nobody| nobody == name))
        .collect();
    let mut reason = format!("\"{}\" names who counted: {}", column.name, say::list(&names));
    if !draft.recipe.source.nobody.is_empty() {
        let nobody = draft.recipe.source.nobody.join("\", \"");
        reason = format!("{reason}; \"{nobody}\" names nobody");
    }
    draft.reasons.push(reason);
}

/// Columns by which people are told apart: where rows are groups, or where numbers have no better parts.
pub(in super::super) fn split(draft: &mut Draft, look: &Look, shape: &Shape, groups: &[&Seen]) {
    let measures: BTreeSet<&str> = draft.recipe.counts.iter().map(|rule| rule.measure.as_str()).collect();
    let is_source = |column: &Seen| draft.recipe.source.column.as_deref() == Some(column.name);
    let able: Vec<&Seen> = groups
        .iter()
        .copied()
        .filter(|column| !is_source(column) && !draft.recipe.events.columns.iter().any(|event| event == column.name))
        .filter(|column| column.values.len() >= 2)
        .collect();
    if able.is_empty() {
        return;
    }
    let keys: Vec<&Seen> =
        able.iter().copied().filter(|column| shape.keys.iter().any(|key| key.name == column.name)).collect();
    let chosen: Vec<&Seen> = match shape.kind {
        RowKind::Group => able.iter().copied().take(2).collect(),
        RowKind::Period => keys,
        // What is counted for everyone, such as survivors, is not told apart by what killed the others.
        _ if measures.len() == 1 => able.iter().copied().filter(|column| column.values.len() <= 12).take(1).collect(),
        _ => Vec::new(),
    };
    draft.recipe.split = chosen.iter().map(|column| split_of(column, most(draft, look, column))).collect();
    if !chosen.is_empty() {
        let names: Vec<&str> = chosen.iter().map(|column| column.name).collect();
        draft.reasons.push(format!("people are told apart by {}", say::list(&names)));
    }
    let quoted = |columns: &[&Seen]| {
        columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(" and ")
    };
    let default = if chosen.is_empty() { "By nothing".to_owned() } else { format!("By {}", quoted(&chosen)) };
    let mut ask = Ask::new("By what are the people told apart?".to_owned(), &default).weighing(4);
    for column in able.iter().take(4) {
        if chosen.len() == 1 && chosen.first().is_some_and(|only| only.name == column.name) {
            continue;
        }
        let one = vec![split_of(column, most(draft, look, column))];
        ask = ask.or(format!("By \"{}\"", column.name), move |recipe| recipe.split.clone_from(&one));
    }
    if !chosen.is_empty() {
        ask = ask.or("By nothing", |recipe| recipe.split.clear());
    }
    draft.asks.push(ask);
}

/// How many categories are kept: all where each event has few of them.
fn most(draft: &Draft, look: &Look, column: &Seen) -> Option<usize> {
    const FEW: usize = 12;
    let events: Vec<&Seen> = draft.recipe.events.columns.iter().filter_map(|name| look.column(name)).collect();
    let mut by_event: BTreeMap<Vec<&str>, BTreeSet<&str>> = BTreeMap::new();
    for (row, value) in column.cells.iter().enumerate() {
        let event = events.iter().filter_map(|event| event.cells.get(row).copied()).collect();
        by_event.entry(event).or_default().insert(value);
    }
    let largest = by_event.values().map(BTreeSet::len).max().unwrap_or(0);
    (largest > FEW * 2).then_some(FEW)
}
