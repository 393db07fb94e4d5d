//! What the README says is so.

use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;
use tollview::arguments::HELP;
use tollview::describe::{self, Options};
use tollview::formats::table::recipe::Recipe;
use tollview::formats::{self, Input, Loaded, SIZE_LIMIT};
use tollview::text::Locale;

const README: &str = include_str!("../README.md");

fn in_crate(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The blocks of code in this language.
fn blocks(language: &str) -> Vec<&'static str> {
    let after_fence = |block: &'static str| block.split_once("\n```\n").map(|(code, _)| code);
    README.split(&format!("\n```{language}\n")).skip(1).filter_map(after_fence).collect()
}

fn read(name: &str, text: &str) -> Loaded {
    let input = Input::from_bytes(name, text.into());
    formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap_or_else(|error| panic!("{error}"))
}

/// Words like `--json`.
fn options(text: &str) -> BTreeSet<&str> {
    let is_inside = |c: char| c.is_ascii_lowercase() || c == '-';
    let words = text.split(|c| !is_inside(c));
    words.filter(|word| word.starts_with("--") && word.contains(char::is_alphabetic)).collect()
}

#[test]
fn the_commands_are_on_one_line_each() {
    let commands = blocks("sh");
    let [packages, run, test] = commands[..] else { panic!("three blocks of commands, found {}", commands.len()) };
    assert!(packages.starts_with("apt-get install -y ") && !packages.contains('\n'), "{packages}");
    assert_eq!((run, test), ("cargo run --release", "cargo test"));
    // The script of all checks takes both of these lines from here.
    for start in ["apt-get install ", "cargo test"] {
        assert_eq!(README.lines().filter(|line| line.starts_with(start)).count(), 1, "{start}");
    }
    let script = std::fs::read_to_string(in_crate(".ci/run")).unwrap();
    assert!(script.contains("readme_line 'apt-get install '") && script.contains("readme_line 'cargo test'"));
}

#[test]
fn its_options_are_those_of_the_help() {
    let mut prose = README.replace("cargo run --release", "cargo run");
    for block in blocks("sh") {
        prose = prose.replace(block, "");
    }
    assert_eq!(options(&prose), options(HELP));
    assert!(prose.contains("`tollview describe FILE`") && HELP.contains("tollview describe FILE"));
}

#[test]
fn the_example_of_the_format_opens() {
    let examples = blocks("json");
    let [example, _] = examples[..] else { panic!("two blocks of JSON, found {}", examples.len()) };
    let loaded = read("example.toll.json", example);
    assert_eq!(loaded.warnings, []);
    assert_eq!(loaded.dataset.title.get("en"), "A made-up flood");
    assert_eq!(loaded.dataset.report_count(), 3);
}

#[test]
fn the_example_of_a_recipe_gives_what_it_says() {
    let (table, recipe, expected) = (blocks("csv")[0], blocks("json")[1], blocks("text")[0]);
    let recipe = Recipe::read("flood-recipe.json", recipe).unwrap_or_else(|error| panic!("{error}"));
    let input = Input::from_bytes("flood.csv", format!("{table}\n").into());
    let loaded = formats::read_with(input, Some(&recipe), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((loaded.rows, loaded.left_out), (Some(4), 0));
    let report = describe::report(&loaded, Options::default(), &Locale::english());
    assert!(report.contains(&format!("\n\n{expected}\n\n")), "{report}");
}

#[test]
fn links_lead_to_files() {
    let targets: Vec<&str> =
        README.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect();
    assert!(targets.len() > 8, "{targets:?}");
    for target in targets {
        assert!(target.starts_with("https://") || in_crate(target).is_file(), "there is no {target}");
    }
}

#[test]
fn the_keys_of_the_json_are_those_it_lists() {
    let periods = r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "s", "name": "S" }],
        "events": [{ "id": "a", "title": "A", "lead": "s", "reports": [
            { "source": "s", "basis": "incremental", "period": "2020-01-01/2020-01-07", "counts": { "killed": 3 } },
            { "source": "s", "basis": "incremental", "period": "2020-01-08/2020-01-14", "counts": { "killed": 4 } } ] }] }"#;
    let everything = std::fs::read_to_string(in_crate("tests/data/good/everything.toll.json")).unwrap();
    let mut keys = BTreeSet::from(["line".to_owned()]);
    for text in [periods, &everything] {
        let described = describe::json(&read("a.toll.json", text), Options { all: true, ..Options::default() });
        collect_keys(&serde_json::from_str(&described.unwrap()).unwrap(), &mut keys);
    }
    let (_, table) = README.split_once("| Key | Meaning |\n").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    let first_column = table.lines().filter_map(|line| line.split('|').nth(1));
    let mut listed: BTreeSet<&str> = first_column.flat_map(in_backticks).collect();
    // Explained in the row of the object that holds them.
    for key in ["line", "via", "published", "who", "by", "where", "text"] {
        assert!(table.contains(&format!("`{key}`")), "{key}");
        listed.insert(key);
    }
    assert_eq!(listed, keys.iter().map(String::as_str).collect());
}

fn collect_keys(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                keys.insert(key.clone());
                collect_keys(value, keys);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect_keys(value, keys)),
        _ => {}
    }
}

fn in_backticks(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn limits_and_versions_are_those_of_the_program() {
    assert!(README.contains(&format!("up to {} MiB", SIZE_LIMIT / (1024 * 1024))));
    assert!(README.contains(&format!("(https://rust-lang.org) {} and", env!("CARGO_PKG_RUST_VERSION"))));
    let changelog = std::fs::read_to_string(in_crate("CHANGELOG.md")).unwrap();
    assert!(changelog.contains(concat!("\n## [", env!("CARGO_PKG_VERSION"), "] - ")));
}
