//! What a table is proposed to be: the recipe, why, and what is asked.

mod beside;
mod certainty;
mod columns;
mod dates;
mod decimals;
mod doubts;
mod families;
mod held_rows;
mod incidents;
mod inside;
mod languages;
mod notes;
mod overlap;
mod periods;
mod persons;
mod public;
mod repeats;
mod row_measures;
mod series;
mod short_series;
mod slips;
mod statistics;
mod taken_back;
mod twice;
mod twins;
mod versions;
mod year_totals;

use std::fmt::Write;
use tollview::formats::table::gather::of_sample;
use tollview::formats::table::guess::{About, Proposal, propose, propose_in_general};
use tollview::formats::table::recipe::{BasisRule, Reading, Recipe};
use tollview::formats::table::{Column, Sample, SampleRow};
use tollview::model::Id;

/// A table of text as a sample of all its rows; a row of tags below the names becomes their tags.
fn sample(text: &str) -> Sample {
    let first = text.lines().next().unwrap();
    let delimiter = if first.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let mut columns: Vec<Column> =
        names.iter().map(|name| Column { name: name.trim().to_owned(), tag: None }).collect();
    let mut rows: Vec<SampleRow> = Vec::new();
    for record in reader.records().map(Result::unwrap) {
        let cells: Vec<String> =
            (0..columns.len()).map(|at| record.get(at).unwrap_or_default().trim().to_owned()).collect();
        let are_tags =
            cells.iter().all(|cell| cell.is_empty() || cell.starts_with('#')) && cells.concat().contains('#');
        if rows.is_empty() && are_tags {
            for (column, tag) in columns.iter_mut().zip(cells) {
                column.tag = Some(tag).filter(|tag| !tag.is_empty());
            }
        } else {
            let first = record.get(0).unwrap_or_default();
            let indent = first.chars().count() - first.trim_start().chars().count();
            let line = record.position().map(csv::Position::line);
            rows.push(SampleRow { line, indent, cells: cells.iter().collect() });
        }
    }
    Sample { columns, rows, is_whole: true }
}

fn about(name: &str, text: &str) -> About {
    let delimiter = text.lines().next().unwrap().contains(';').then_some(';');
    About { name: name.to_owned(), reading: Reading { delimiter, ..Reading::default() }, ..About::default() }
}

/// The proposal for a file with this name and text, as if no family were known.
#[track_caller]
fn general(name: &str, text: &str) -> Proposal {
    propose_in_general(&sample(text), &about(name, text)).expect("a proposal")
}

/// A recipe in a few lines: what matters of it, to be compared by eye.
fn summary(recipe: &Recipe) -> String {
    let mut text = format!("{:?} by {:?}", recipe.row, recipe.periods).to_lowercase();
    let mut say = |line: String| write!(text, "\n{line}").unwrap();
    if !recipe.events.columns.is_empty() {
        say(format!("events {}", recipe.events.columns.join(" + ")));
    }
    if let Some(title) = &recipe.events.title {
        say(format!("event called {title}"));
    }
    if let Some(date) = &recipe.date {
        let columns = [&date.column, &date.to, &date.year, &date.month, &date.week, &date.day];
        let columns: Vec<&str> = columns.into_iter().flatten().map(String::as_str).collect();
        let form = date.form.map(|form| format!(" {form:?}")).unwrap_or_default();
        say(format!("date {}{form}", columns.join(" + ")));
    }
    if let Some(column) = &recipe.source.column {
        let nobody: Vec<String> = recipe.source.nobody.iter().map(|nobody| format!(", {nobody} is nobody")).collect();
        let nobody = nobody.concat();
        say(format!("source in {column}{nobody}"));
    }
    if let Some(name) = &recipe.source.name {
        say(format!("source {name}"));
    }
    for count in &recipe.counts {
        let role = serde_json::to_value(count.role).unwrap();
        let mut line = format!("{} {}", count.measure, role.as_str().unwrap());
        let is_cumulative = count.basis.unwrap_or(recipe.basis) == BasisRule::Cumulative;
        for (word, value) in [
            (" ", count.category.clone()),
            (" = ", Some(count.column.clone().unwrap_or("each row".to_owned()))),
            (" beside ", Some(count.beside.join(", ")).filter(|words| !words.is_empty())),
            (" once per ", count.once_per.clone()),
            (" filled by ", count.filled.clone()),
            (" of ", count.source.clone()),
            (" ", is_cumulative.then(|| "(so far)".to_owned())),
        ] {
            line.extend(value.map(|value| format!("{word}{value}")));
        }
        say(line);
    }
    for (sum, members) in &recipe.sums {
        say(format!("{sum} holds {}", members.join(", ")));
    }
    if let Some(measure) = &recipe.measure {
        let values: Vec<String> =
            measure.values.iter().map(|(value, meaning)| format!("\"{value}\" {meaning}")).collect();
        say(format!("measure in {}: {}", measure.column, values.join(", ")));
    }
    for split in &recipe.split {
        let bands: Vec<String> = split.bands.iter().map(|band| format!(" {band}")).collect();
        let bands = bands.concat();
        let most = split.most.map(|most| format!(" at most {most}")).unwrap_or_default();
        say(format!("split by {}{bands}{most}", split.column));
    }
    if let Some(wide) = &recipe.wide {
        let around = format!("{}…{}", wide.before, wide.after);
        let around = if around == "…" { String::new() } else { format!(" in \"{around}\"") };
        say(format!("columns are dates {:?}{around}", wide.form));
    }
    for filter in &recipe.keep {
        say(format!("without {} in {}", filter.except.join(", "), filter.column));
    }
    if recipe.numbers.decimal == ',' {
        say("decimal comma".to_owned());
    }
    if recipe.numbers.round {
        say("rounded".to_owned());
    }
    if !recipe.numbers.unknown.is_empty() {
        say(format!("unknown {}", recipe.numbers.unknown.join(", ")));
    }
    text
}

/// The whole of a proposal, for snapshots: the recipe as it is written, the reasons, the questions with their answers.
fn whole(proposal: &Proposal) -> String {
    let mut text = format!("family: {}\n", proposal.family.as_deref().unwrap_or("none"));
    text += &serde_json::to_string_pretty(&proposal.recipe).unwrap();
    for reason in &proposal.reasons {
        write!(text, "\n- {reason}").unwrap();
    }
    for doubt in &proposal.doubts {
        write!(text, "\n? {}", doubt.question).unwrap();
        for answer in &doubt.answers {
            write!(text, "\n  * {}", answer.text).unwrap();
        }
    }
    text
}

/// The sum of each measure over all events, with its label.
fn tolls(proposal: &Proposal, text: &str) -> Vec<String> {
    let dataset = of_sample(&sample(text), &proposal.recipe, "table").unwrap().dataset;
    let measures = dataset.measures_used();
    let sum = |measure: &Id| -> u64 {
        let reports = dataset.events.values().flat_map(|event| &event.reports);
        reports.filter_map(|report| report.counts.get(measure)?.stated.number()).sum()
    };
    let label = |measure: &Id| {
        let label = dataset.measures.get(measure).and_then(|measure| measure.label.as_ref());
        label.map_or_else(|| measure.to_string(), |label| label.get("en").to_owned())
    };
    measures.iter().map(|measure| format!("{}: {}", label(measure), sum(measure))).collect()
}

/// The dates of the reports that a table becomes, in their order.
fn days(proposal: &Proposal, text: &str) -> Vec<String> {
    let dataset = of_sample(&sample(text), &proposal.recipe, "table").unwrap().dataset;
    let reports = dataset.events.values().flat_map(|event| &event.reports);
    reports.map(|report| report.when().map_or_else(|| "none".to_owned(), |when| when.to_string())).collect()
}

/// The text of the proposal for a file with this name and text, compared with `expected` line by line.
#[track_caller]
fn is(name: &str, text: &str, expected: &[&str]) -> Proposal {
    let proposal = general(name, text);
    assert_eq!(summary(&proposal.recipe), expected.join("\n"));
    proposal
}
