//! Tables: rows, warnings, the recipe, and in words how a table was read.

use super::{json, report};
use serde_json::Value;
use std::ops::ControlFlow;
use std::process::{Command, Output};
use tollview::describe::Options;
use tollview::formats::table::recipe::Recipe;
use tollview::formats::{self, Input, Loaded};

const TABLE: &str = "day,who,sex,killed,low,high,kind\n\
    2020-01-05,A,F,10,9,11,flood\n2020-02-06,A,M,2,1,3,flood\n2020-02-07,A,M,severe,1,3,flood\n\
    2020-02-07,A,M,5,5,5,drill\n2020-02-08,B,,1,,,flood\n";

const RECIPE: &str = r#"{
  "tollview_recipe": 1,
  "row": "incident",
  "events": { "columns": ["kind"] },
  "date": { "column": "day" },
  "periods": "month",
  "source": { "column": "who" },
  "split": [{ "column": "sex" }],
  "keep": [{ "column": "kind", "except": ["drill", "exercise"] }],
  "counts": [
    { "measure": "killed", "role": "best", "column": "killed" },
    { "measure": "killed", "role": "low", "column": "low" },
    { "measure": "killed", "role": "high", "column": "high" },
    { "measure": "cases", "role": "total" },
    { "measure": "cases", "role": "of_which", "category": "seen", "column": "low", "basis": "cumulative", "source": "C" }
  ]
}"#;

fn loaded() -> Loaded {
    let recipe = Recipe::read("r.json", RECIPE).unwrap_or_else(|error| panic!("{error}"));
    let input = Input::from_bytes("floods.csv", TABLE.into());
    formats::read_with(input, Some(&recipe), &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn the_report_says_how_the_table_was_read() {
    let text = report(&loaded(), Options::default());
    let expected = "\
floods
Latest figures

Read as: a table with an incident in each row
  5 rows, 1 left out, 1 not counted, as the recipe says
  events: kind
  dates: day
  sources: who
  broken down by: sex
  kind: not drill, exercise
  killed, best: column “killed”, added up by month
  killed, lowest: column “low”, added up by month
  killed, highest: column “high”, added up by month
  cases, total: each row counts one, added up by month
  cases, of which seen, C: column “low”, counts so far

flood
  5 January 2020, end not stated; 5 reports
  Cases
    C, as of 6 February 2020: total not stated
      of which: 1 Seen
    A, 2 months from January to February 2020: at least 2 [the first of the sources with the most rows]
      part: 1 F (50.0 %)
      part: ≥ 1 M (50.0 %)
    B, in February 2020: 1
  Killed
    A, 2 months from January to February 2020: at least 10 [the first of the sources with the most rows]
      part: 10 (9–11) F
      part: ≥ 1 M (10.0 %)
    B, in February 2020: 1
";
    assert_eq!(&text[..expected.len().min(text.len())], expected);
    let noticed = "\nNoticed while reading\n  line 4: column \"killed\": found \"severe\", expected a whole number";
    assert!(text.ends_with(noticed), "{text}");
}

#[test]
fn columns_of_dates_and_columns_that_are_not_used_are_named() {
    let table = "Region,Type,Jan-24,Feb-24,Mar-24,Total,Source row\n\
        Aster,Killed,3,10,29,42,a\nAster,Injured,20,12,40,72,b\nBorin,Killed,28,7,9,44,c\nBorin,Injured,2,7,9,18,d\n";
    let input = Input::from_bytes("wide.csv", table.into());
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    let text = report(&loaded, Options::default());
    let wide = "\n  numbers, total: the columns with dates (Jan-24, Feb-24, Mar-24), added up as each row says\n";
    assert!(text.contains(wide), "{text}");
    assert!(text.contains("\n  not used: Total, Source row\n"), "{text}");
    assert_eq!(json(&loaded, Options::default())["not_used"], serde_json::json!(["Total", "Source row"]));
}

#[test]
fn the_json_says_what_is_asked_and_which_answer_was_taken() {
    let table = "date,killed\n03/04/2023,5\n05/06/2023,7\n07/08/2023,2\n";
    let loaded =
        formats::read(Input::from_bytes("days.csv", table.into()), &mut |_| ControlFlow::Continue(())).unwrap();
    let questions = &json(&loaded, Options::default())["questions"];
    let asked = serde_json::json!({
        "question": "Is the day or the month first in \"date\"? Both read.",
        "taken": "The day",
        "others": ["The month"],
    });
    assert!(questions.as_array().unwrap().contains(&asked), "{questions}");
    // Who gives a recipe is asked nothing.
    assert_eq!(json(&self::loaded(), Options::default())["questions"], serde_json::json!([]));
}

#[test]
fn the_json_has_rows_warnings_and_the_recipe() {
    let description = json(&loaded(), Options::default());
    assert_eq!((&description["rows"], &description["left_out"]), (&5.into(), &1.into()));
    assert_eq!(description["warnings"][0]["line"], 4);
    let recipe = Recipe::read("r.json", &description["recipe"].to_string()).unwrap();
    assert_eq!(recipe, Recipe::read("r.json", RECIPE).unwrap());
}

#[test]
fn a_table_without_rows_says_so() {
    let input = Input::from_bytes("empty.csv", "date,killed\n".into());
    let error = formats::read(input, &mut |_| ControlFlow::Continue(())).err().unwrap().to_string();
    assert_eq!(
        error,
        "empty.csv: found a table with the columns \"date\", \"killed\" and no rows, expected rows under them; \
         was it saved before it was filled?"
    );
}

#[test]
fn a_total_of_an_older_date_is_named_by_its_measure() {
    let text = r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "a", "name": "A" }], "events": [{ "id": "e", "title": "E",
        "start": "2025-01-01", "reports": [
        { "source": "a", "as_of": "2025-01-09", "counts": { "killed": 3, "injured": { "exact": 4, "as_of": "2025-01-05" } } },
        { "source": "a", "basis": "incremental", "period": "2025-01-10", "counts": { "missing": 1 } }] }] }"#;
    let input = Input::from_bytes("t.toll.json", text.into());
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    let text = report(&loaded, Options::default());
    let stale = "Injured: last stated on 5 January 2025; the report is of 9 January 2025.";
    assert!(text.contains(stale), "{text}");
    assert!(text.contains("A, on 10 January 2025: 1"), "{text}");
}

fn describe(arguments: &[&std::ffi::OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollview")).arg("describe").args(arguments).output().unwrap()
}

#[test]
fn the_program_takes_a_recipe() {
    let folder = tempfile::tempdir().unwrap();
    let [table, recipe, wrong] = ["floods.csv", "r.json", "wrong.json"].map(|name| folder.path().join(name));
    std::fs::write(&table, TABLE).unwrap();
    std::fs::write(&recipe, RECIPE).unwrap();
    std::fs::write(&wrong, RECIPE.replace("\"who\"", "\"whom\"").replace("best", "bets")).unwrap();
    let option = std::ffi::OsStr::new("--recipe");
    let output = describe(&[table.as_os_str(), "--json".as_ref(), option, recipe.as_os_str()]);
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
    let description: Value = serde_json::from_slice(&output.stdout).unwrap();
    let totals = description["events"][0]["totals"].as_array().unwrap();
    let killed = totals.iter().find(|total| total["measure"] == "killed" && total["source"] == "a").unwrap();
    // The row of A that cannot be read may add any number.
    assert_eq!((&killed["low"], &killed["best"], &killed["high"]), (&10.into(), &Value::Null, &Value::Null));

    let output = describe(&[table.as_os_str(), option, wrong.as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "wrong.json: 1 problem, so nothing was read\n\
         line 11, column 36, at $.counts[0].role: found \"bets\", expected one of \"total\", \"low\", \"best\", \"high\", \
         \"at_least\", \"about\", \"up_to\", \"part\", \"of_which\", \"unclear\", \"pending\"; did you mean \"best\"?\n"
    );
    std::fs::write(&wrong, RECIPE.replace("\"who\"", "\"whom\"")).unwrap();
    let output = describe(&[table.as_os_str(), option, wrong.as_os_str()]);
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "floods.csv: the recipe does not fit this table\n\
         at $.source.column: found \"whom\", expected a column of the table; did you mean \"who\"?\n"
    );
    let output = describe(&[table.as_os_str(), option]);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.starts_with("tollview: found nothing after \"--recipe\", expected the path of a recipe\n"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_recipe_beside_a_table_is_used_unless_one_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let [table, beside, given] = ["floods.csv", "floods.recipe.json", "r.json"].map(|name| folder.path().join(name));
    std::fs::write(&table, TABLE).unwrap();
    std::fs::write(&beside, RECIPE).unwrap();
    std::fs::write(&given, RECIPE.replace("\"incident\"", "\"group\"")).unwrap();
    let described = |arguments: &[&std::ffi::OsStr]| String::from_utf8(describe(arguments).stdout).unwrap();
    let text = described(&[table.as_os_str()]);
    assert!(text.contains("\n  by the recipe beside it: floods.recipe.json\n"), "{text}");
    let json = |arguments: &[&std::ffi::OsStr]| serde_json::from_str::<Value>(&described(arguments)).unwrap();
    let recipe = |description: &Value| Recipe::read("r.json", &description["recipe"].to_string()).unwrap();
    let by_beside = json(&[table.as_os_str(), "--json".as_ref()]);
    assert_eq!(recipe(&by_beside), Recipe::read("r.json", RECIPE).unwrap());
    let text = described(&[table.as_os_str(), "--recipe".as_ref(), given.as_os_str()]);
    assert!(!text.contains("by the recipe beside it"), "{text}");
    std::fs::write(&beside, RECIPE.replace("\"who\"", "\"whom\"")).unwrap();
    let why = "floods.recipe.json beside it was not used: the recipe does not fit this table; \
               at $.source.column: found \"whom\", expected a column of the table; did you mean \"who\"?";
    let proposed = json(&[table.as_os_str(), "--json".as_ref()]);
    assert_eq!(proposed["warnings"][0], serde_json::json!({ "line": null, "message": why }));
    let text = described(&[table.as_os_str()]);
    assert!(text.contains(&format!("\nNoticed while reading\n  {why}\n")), "{text}");
}

#[test]
fn numbers_beside_words_are_told_with_their_words() {
    let table = "day,toll\n2020-01-05,\"3 killed, 5 injured\"\n2020-01-06,\"1 dead, 2 injured\"\n";
    let input = Input::from_bytes("t.csv", table.into());
    let loaded = formats::read(input, &mut |_| ControlFlow::Continue(())).unwrap();
    let text = report(&loaded, Options::default());
    for line in [
        "  dead, total: column “toll”, the number beside “dead”, “killed”, added up by day\n",
        "  injured, total: column “toll”, the number beside “injured”, added up by day\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
}
