//! The bundled dataset says what the tables of facts say: every number, nothing missing, nothing extra.
//!
//! Both sides are written out as one line for each fact, and the lines are compared.

use std::collections::{BTreeMap, HashMap};
use tollview::example;
use tollview::model::{Count, Coverage, Dataset, Event, EventEnd, Localized, Report, Stated, When, Who};

type Row = HashMap<String, String>;

/// The rows of a table by the names of its columns. Fields may be quoted; none holds a line break.
fn table(text: &str) -> Vec<Row> {
    let mut lines = text.lines().map(fields);
    let names = lines.next().unwrap();
    lines
        .map(|row| {
            assert_eq!(row.len(), names.len(), "{row:?}");
            names.iter().cloned().zip(row).collect()
        })
        .collect()
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.next_if_eq(&'"').is_some() => fields.last_mut().unwrap().push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

fn events_table() -> Vec<Row> {
    table(include_str!("data/facts/events.csv"))
}

fn hrana_table() -> Vec<Row> {
    table(include_str!("data/facts/hrana-2025-26.csv"))
}

fn reports_table() -> Vec<Row> {
    table(include_str!("data/facts/reports.csv"))
}

fn dataset() -> Dataset {
    example::dataset().unwrap()
}

/// Compares line by line, so that a failure names just the facts that differ.
fn assert_same(mut expected: Vec<String>, mut found: Vec<String>) {
    expected.sort();
    found.sort();
    let missing: Vec<&String> = expected.iter().filter(|line| !found.contains(line)).collect();
    let extra: Vec<&String> = found.iter().filter(|line| !expected.contains(line)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing: {missing:#?}\nextra: {extra:#?}");
    assert_eq!(expected, found, "a fact is there twice");
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn english(text: Option<&Localized>) -> String {
    text.map(|text| text.get("en").replace('–', "-")).unwrap_or_default()
}

fn event_line(event: &Event) -> String {
    let end = match event.end {
        EventEnd::Unknown => String::new(),
        EventEnd::Ongoing => "..".to_owned(),
        EventEnd::On(when) => when.to_string(),
    };
    let population = event.population.as_ref().unwrap();
    [
        event.id.to_string(),
        english(Some(&event.title)),
        english(event.place.as_ref()),
        optional(event.start),
        end,
        optional(event.end_as_of),
        english(event.note.as_ref()),
        optional(event.lead.as_ref()),
        population.value.to_string(),
        optional(population.year),
        population.source.clone().unwrap(),
    ]
    .join(" | ")
}

#[test]
fn the_events_are_those_of_the_table() {
    let columns = [
        "event",
        "title",
        "place",
        "start",
        "end",
        "end_as_of",
        "end_note",
        "lead",
        "population",
        "population_year",
        "population_source",
    ];
    let expected = events_table().iter().map(|row| columns.map(|column| row[column].as_str()).join(" | ")).collect();
    assert_same(expected, dataset().events.values().map(event_line).collect());
}

/// The report that a fact belongs to.
struct ReportKey<'a> {
    event: &'a str,
    source: &'a str,
    via: &'a str,
    as_of: &'a str,
    published: &'a str,
    read_in: &'a str,
}

impl ReportKey<'_> {
    fn fact(&self, what: &str) -> String {
        let Self { event, source, via, as_of, published, read_in } = self;
        format!("{event} | {source} via {via} | {as_of} published {published} | {read_in} | {what}")
    }
}

/// Every fact of a report, one line each.
fn report_lines(event: &Event, report: &Report) -> Vec<String> {
    let via: Vec<&str> = report.via.iter().map(|via| via.name.as_str()).collect();
    let key = ReportKey {
        event: event.id.as_str(),
        source: report.source.as_ref().unwrap().as_str(),
        via: &via.join("; "),
        as_of: &optional(report.as_of),
        published: &optional(report.published),
        read_in: &report.read_in.join("; "),
    };
    let mut facts = Vec::new();
    for (measure, count) in &report.counts {
        count_lines(measure.as_str(), count, &mut facts);
    }
    facts.extend(report.day_stated.map(|day| format!("day {day}")));
    facts.extend(report.note.as_ref().map(|note| format!("note {}", note.get("en"))));
    facts.iter().map(|fact| key.fact(fact)).collect()
}

fn count_lines(path: &str, count: &Count, facts: &mut Vec<String>) {
    let number = match count.stated {
        Stated::Range { low, best: None, high } => format!("range {}-{}", optional(low), optional(high)),
        stated => format!("{} {}", stated.qualifier().name(), optional(stated.number())),
    };
    facts.push(format!("{path} = {number}"));
    facts.extend(count.coverage.as_deref().map(|coverage| format!("{path} covers {}", coverage_words(coverage))));
    facts.extend(count.pending.as_ref().map(|pending| format!("{path} pending {}", optional(pending.stated.number()))));
    for (relation, category, inner) in count.children() {
        count_lines(&format!("{path}/{} {category}", relation.name()), inner, facts);
    }
}

fn coverage_words(coverage: &Coverage) -> String {
    let who = match &coverage.who {
        None => String::new(),
        Some(Who::Everyone) => "everyone".to_owned(),
        Some(Who::Categories(ids)) => ids.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    };
    let [by, place] = [&coverage.by, &coverage.place].map(|text| english(text.as_ref()));
    [who, by, place, optional(coverage.period)].join(", ")
}

/// The facts of a row of HRANA's own table.
fn hrana_lines(row: &Row) -> Vec<String> {
    let cell = |column: &str| Some(row[column].as_str()).filter(|text| !text.is_empty());
    let published = format!("{}{}", row["published"], if row["published_inferred"] == "yes" { "?" } else { "" });
    let key = ReportKey {
        event: "iran-2025-26",
        source: "hrana",
        via: "",
        as_of: &row["as_of"],
        published: &published,
        read_in: &row["outlet_url"],
    };
    let mut facts = vec![match cell("total") {
        Some(total) => format!("killed = {} {total}", row["total_qualifier"]),
        None => "killed = unknown ".to_owned(),
    }];
    for (column, category) in
        [("protesters", "protesters"), ("gov_affiliated", "government"), ("civilians_nonprotest", "bystanders")]
    {
        facts.extend(cell(column).map(|number| format!("killed/part {category} = exact {number}")));
    }
    facts.extend(cell("minors").map(|number| {
        let place = match row["minors_relation"].as_str() {
            "additive" => "killed/part",
            "subset" => "killed/part protesters/of_which",
            "" => "killed/unclear",
            other => panic!("{other}"),
        };
        format!("{place} children = exact {number}")
    }));
    facts.extend(cell("under_investigation").map(|number| format!("killed pending {number}")));
    facts.extend(cell("arrests").map(|number| format!("detained = {} {number}", row["arrests_qualifier"])));
    facts.extend(cell("severe_injuries").map(|number| format!("severely_injured = exact {number}")));
    facts.extend(cell("day_stated").map(|day| format!("day {day}")));
    facts.iter().map(|fact| key.fact(fact)).collect()
}

/// The facts of the further counts; rows that share event, source, date and outlet are one report.
fn further_lines() -> Vec<String> {
    let rows = reports_table();
    let mut reports: BTreeMap<[&str; 4], Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        reports.entry(["event", "source_id", "as_of", "via"].map(|column| row[column].as_str())).or_default().push(row);
    }
    assert_eq!(reports.len(), 30);
    let mut lines = Vec::new();
    for ([event, source, as_of, via], rows) in reports {
        let (published, read_in) = (&rows[0]["published"], &rows[0]["where_read"]);
        let key = ReportKey { event, source, via, as_of, published, read_in };
        let notes: Vec<&str> = rows.iter().map(|row| row["note"].as_str()).filter(|note| !note.is_empty()).collect();
        let mut facts: Vec<String> = rows.iter().flat_map(|row| further_facts(row)).collect();
        facts.extend((!notes.is_empty()).then(|| format!("note {}", notes.join("; "))));
        lines.extend(facts.iter().map(|fact| key.fact(fact)));
    }
    lines
}

fn further_facts(row: &Row) -> Vec<String> {
    let measure = &row["measure"];
    let mut facts = vec![match row["qualifier"].as_str() {
        "range" => format!("{measure} = range {}-{}", row["low"], row["high"]),
        qualifier => format!("{measure} = {qualifier} {}", row["value"]),
    }];
    let covers = ["covers_who", "covers_by", "covers_where", "covers_period"].map(|column| row[column].as_str());
    if covers.iter().any(|text| !text.is_empty()) {
        facts.push(format!("{measure} covers {}", covers.join(", ")));
    }
    for (column, relation) in [("parts", "part"), ("of_which", "of_which"), ("unclear", "unclear")] {
        for entry in row[column].split("; ").filter(|entry| !entry.is_empty()) {
            let words: Vec<&str> = entry.split(' ').collect();
            facts.push(match words[..] {
                [category, number] => format!("{measure}/{relation} {category} = exact {number}"),
                [category, qualifier, number] => format!("{measure}/{relation} {category} = {qualifier} {number}"),
                _ => panic!("{entry}"),
            });
        }
    }
    facts
}

#[test]
fn the_reports_are_those_of_the_tables() {
    let dataset = dataset();
    let mut expected: Vec<String> = hrana_table().iter().flat_map(hrana_lines).collect();
    expected.extend(further_lines());
    let reports = dataset.events.values().flat_map(|event| event.reports.iter().map(move |report| (event, report)));
    assert_eq!(reports.clone().count(), hrana_table().len() + 30);
    assert_same(expected, reports.flat_map(|(event, report)| report_lines(event, report)).collect());
}

#[test]
fn the_sources_are_those_of_the_table() {
    let line = |id: &str, name: &str, kind: &str| format!("{id} | {name} | {kind}");
    let mut expected: Vec<String> =
        reports_table().iter().map(|row| line(&row["source_id"], &row["source"], &row["source_kind"])).collect();
    expected.sort();
    expected.dedup();
    let found = dataset()
        .sources
        .values()
        .map(|source| {
            let kind = format!("{:?}", source.kind.unwrap()).to_lowercase();
            line(source.id.as_str(), source.name.get("en"), &kind)
        })
        .collect();
    assert_same(expected, found);
}

#[test]
fn words_beside_a_number_are_kept() {
    let dataset = dataset();
    let event = &dataset.events["iran-2022"];
    let written = event.reports.iter().filter_map(|report| report.counts.get("detained")?.as_written.as_deref());
    assert_eq!(written.collect::<Vec<_>>(), ["nearly 20,000"]);
    let at: When = "2026-01-14".parse().unwrap();
    assert_eq!((dataset.show.as_known_on, dataset.show.event), (Some(at), Some("iran-2025-26".into())));
}

#[test]
fn the_reader_of_these_tables_reads_quotes() {
    assert_eq!(fields(r#"a,"b, ""c""",,d"#), ["a", "b, \"c\"", "", "d"]);
}
