//! Whatever a file is called, its content says whether it is a dataset, a table or neither.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::ops::ControlFlow;
use tollview::formats::table::recipe::{Recipe, Role, Use};
use tollview::formats::{self, Input, LoadError, Loaded};
use tollview::model::Stated;

const DATASET: &str = r#"{ "tollview": 1, "title": "T", "events": [] }"#;

fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Loaded, LoadError> {
    formats::read(Input::from_bytes(name, bytes.into()), &mut |_| ControlFlow::Continue(()))
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// The number of people killed that the first report states.
fn killed(loaded: &Loaded) -> Stated {
    loaded.dataset.events[0].reports[0].counts["killed"].stated
}

#[test]
fn tables_are_read_whatever_they_are_called() {
    for (name, text) in [
        ("a.csv", "date,killed\n2026-01-14,5\n"),
        ("a.toll.json", "date,killed\n2026-01-14,5\n"),
        ("a.txt", "date\tkilled\n2026-01-14\t5\n"),
        ("a.json", r#"[{ "date": "2026-01-14", "killed": 5 }]"#),
        ("a.json", r#"{ "about": "a flood", "rows": [{ "date": "2026-01-14", "killed": 5 }] }"#),
        ("a.jsonl", "{ \"date\": \"2026-01-14\", \"killed\": 5 }\n{ \"date\": \"2026-01-14\", \"killed\": null }\n"),
    ] {
        let loaded = read(name, text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert!(loaded.rows.is_some_and(|rows| rows > 0), "{text}");
        assert_eq!(killed(&loaded).number(), Some(5), "{text}");
        let read_as = loaded.read_as.unwrap();
        assert_eq!(read_as.proposal.unwrap().recipe, read_as.recipe);
        assert!(read_as.sample.columns.iter().any(|column| column.name == "killed"));
        let packed = read(&format!("{name}.gz"), packed(text)).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(packed.dataset.events[0].reports, loaded.dataset.events[0].reports, "{text}");
    }
}

#[test]
fn a_title_above_the_names_says_what_is_counted() {
    let text = "Traffic fatalities by state,,\nstate,2015,2016,2017,2018\nA,10,20,15,40\nB,1,3,2,4\n";
    let dataset = read("fars.csv", text).unwrap().dataset;
    assert_eq!(dataset.title.get("en"), "Traffic fatalities by state");
    assert_eq!(dataset.events[0].reports[0].counts["dead"].stated, Stated::Exact(10));
    assert_eq!(dataset.sources[0].name.get("en"), "fars");
    let recipe = read("fars.csv", text).unwrap().read_as.unwrap().recipe;
    assert_eq!(["state", "2015", "2016"].map(|column| recipe.use_of(column)), [Use::Event, Use::Dated, Use::Dated]);
    // A year can be left out, and taken back.
    let without = recipe.with_use("2016", Use::Nothing);
    assert_eq!(["2015", "2016"].map(|column| without.use_of(column)), [Use::Dated, Use::Nothing]);
    assert_eq!(without.with_use("2016", Use::Dated), recipe);
    let input = Input::from_bytes("fars.csv", text.into());
    let progress = &mut |_| ControlFlow::Continue(());
    let dataset = formats::read_with(input, Some(&without), progress).unwrap().dataset;
    let years: Vec<String> =
        dataset.events[0].reports.iter().map(|report| report.period.unwrap().to_string()).collect();
    assert_eq!(years, ["2015", "2017", "2018"]);
    // What is true of the table only is not said of the chart.
    let text = "War deaths (in thousands),,\ncountry,military deaths,civilian deaths\nA,5,1\nB,3,2\nC,8,0.5\n";
    let dataset = read("t.csv", text).unwrap().dataset;
    assert_eq!(dataset.title.get("en"), "War deaths");
    assert_eq!(dataset.events[2].reports[0].counts["dead"].parts["civilians"].stated, Stated::Exact(500));
    // Of what such a count is must be asked.
    let text = "Protests and deaths,\ndate,count\n2024-01-01,5\n2024-01-02,3\n2024-01-03,8\n2024-01-04,2\n";
    let proposal = read("t.csv", text).unwrap().read_as.unwrap().proposal.unwrap();
    assert_eq!(proposal.recipe.counts[0].measure, "count");
    assert_eq!(proposal.doubts[0].question, "What does \"count\" count? Nothing here says it.");
}

#[test]
fn datasets_are_read_packed_too() {
    for loaded in [read("t.json", DATASET), read("t.json.gz", packed(DATASET)), read("t.toll.json", packed(DATASET))] {
        let loaded = loaded.unwrap();
        assert_eq!((loaded.dataset.title.get("en"), loaded.rows, loaded.read_as), ("T", None, None));
    }
    // Its key comes after more than is looked at first.
    let late = format!(r#"{{ "x_": "{}", {}"#, "x".repeat(100_000), &DATASET[1..]);
    assert_eq!(read("t.json", late).unwrap().rows, None);
}

#[test]
fn a_broken_dataset_is_no_table() {
    let broken = DATASET.replace("events", "evens");
    assert!(read("t.json", broken).unwrap_err().to_string().starts_with("t.json: 2 problems, so nothing was read"));
    let broken = &DATASET[..30];
    assert!(read("t.json", broken).unwrap_err().to_string().starts_with("t.json: this file ends in the middle"));
}

#[test]
fn where_nothing_counts_people_the_columns_are_named() {
    assert_eq!(
        read("stars.csv", "star,colour\nVega,white\nMira,red\n").unwrap_err().to_string(),
        "stars.csv: found a table with the columns \"star\", \"colour\", expected one that counts people; \
         a recipe can say what its columns mean (tollview describe FILE --recipe RECIPE)"
    );
    assert!(read("letter.txt", "Dear colleague\nthe toll is high\n").unwrap_err().to_string().starts_with(
        "letter.txt: found text that starts with \"Dear colleague\", expected a Tollview dataset or a table"
    ));
}

#[test]
fn a_recipe_makes_any_table_a_dataset() {
    let recipe = r#"{ "tollview_recipe": 1, "row": "person", "events": { "columns": ["colour"] },
        "counts": [{ "measure": "killed", "role": "total" }] }"#;
    let recipe = Recipe::read("r.json", recipe).unwrap();
    let input = Input::from_bytes("stars.csv", "star,colour\nVega,white\nMira,red\n".into());
    let loaded = formats::read_with(input, Some(&recipe), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((loaded.dataset.events.len(), killed(&loaded), loaded.rows), (2, Stated::Exact(1), Some(2)));
    let read_as = loaded.read_as.unwrap();
    assert_eq!((read_as.recipe, read_as.proposal), (recipe, None));
}

#[test]
fn a_table_from_a_pipe_is_read_too() {
    let text = "date,killed\n2026-01-14,5\n";
    let reader = Box::new(std::io::Cursor::new(text));
    let input = Input { name: "a.csv".to_owned(), size: None, reader, material: None };
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(loaded.rows, Some(1));
}

#[test]
fn a_data_package_completes_what_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flood.csv");
    std::fs::write(&path, "date,killed\n2026-01-14,5\n2026-01-15,none\n").unwrap();
    let package = r#"{ "title": "A made-up flood", "licenses": [{ "name": "CC0-1.0" }], "sources": [{ "title": "A ministry" }],
        "resources": [{ "path": "flood.csv", "schema": { "fields": [{ "name": "date" }, { "name": "killed" }],
            "missingValues": ["none"] } }] }"#;
    std::fs::write(folder.path().join("datapackage.json"), package).unwrap();
    let loaded = super::read_path(&path).unwrap();
    assert_eq!((loaded.rows, loaded.left_out), (Some(2), 0));
    let dataset = &loaded.dataset;
    assert_eq!((dataset.title.get("en"), dataset.licence.as_deref()), ("A made-up flood", Some("CC0-1.0")));
    assert_eq!(dataset.sources[0].name.get("en"), "A ministry");
    let recipe = loaded.read_as.unwrap().recipe;
    assert_eq!((recipe.counts[0].role, recipe.numbers.unknown.len()), (Role::Total, 1));
}
