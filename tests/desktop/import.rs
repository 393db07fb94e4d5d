//! A table: opened by the system's dialog, read in another way by real clicks, and its recipe saved.

use super::process::wait_for;
use super::{Desktop, EXAMPLE};
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::path::Path;
use tollview::formats::{self, Input, Loaded};

/// Six made-up incidents with the columns of UCDP's events.
const ATTACKS: &str = "\
country,date_start,date_end,best,low,high,deaths_a,deaths_b,deaths_civilians,deaths_unknown,type_of_violence,\
conflict_name,side_a,side_b,id
Northland,2024-01-03,2024-01-03,7,6,9,2,1,4,0,1,Made-up war,North,South,1
Northland,2024-01-10,2024-01-10,4,3,4,0,3,0,1,1,Made-up war,North,South,2
Southland,2024-02-02,2024-02-02,6,6,8,5,0,1,0,1,Made-up war,North,South,3
Southland,2024-02-20,2024-02-20,5,4,5,1,1,1,2,1,Made-up war,North,South,4
Northland,2024-03-05,2024-03-05,3,3,3,0,0,3,0,1,Made-up war,North,South,5
Southland,2024-03-19,2024-03-19,7,5,10,4,2,0,1,1,Made-up war,North,South,6
";

/// Places in the window. Above the chart is how the table was read, and at the end of that line how to change it.
const CHANGE: (i32, i32) = (1232, 48);
/// On the page of the table: what its first column is used for, and the first answer to that, that it is not used.
const USE: (i32, i32) = (95, 330);
const NOT_USED: (i32, i32) = (62, 363);
const SAVE_RECIPE: (i32, i32) = (585, 60);
const SHOW: (i32, i32) = (694, 60);

fn read(path: &Path, recipe: Option<&Path>) -> Loaded {
    let recipe = recipe.map(|path| formats::read_recipe(Input::open(path).unwrap()).unwrap());
    formats::read_with(Input::open(path).unwrap(), recipe.as_ref(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// How many people were killed in each event.
fn killed(loaded: &Loaded) -> Vec<(String, u64)> {
    let events = loaded.dataset.events.values();
    let sum = |event: &tollview::model::Event| {
        event.reports.iter().filter_map(|report| report.counts["killed"].stated.number()).sum()
    };
    events.map(|event| (event.title.get("en").to_owned(), sum(event))).collect()
}

/// Everything that was found out about the table, but for the column that named the events.
fn expected_recipe() -> Value {
    let count = |role: &str| json!({ "measure": "killed", "role": role, "column": role });
    let part = |category: &str, column: &str| json!({ "measure": "killed", "role": "part", "category": category, "column": column });
    json!({
        "tollview_recipe": 1,
        "read": { "encoding": "utf-8", "delimiter": ",", "header_row": 1 },
        "row": "incident",
        "events": { "most": 200 },
        "date": { "column": "date_start", "to": "date_end", "form": "year_month_day" },
        "periods": "day",
        "source": { "name": "UCDP" },
        "basis": "incremental",
        "counts": [
            count("best"), count("low"), count("high"),
            part("side_a", "deaths_a"), part("side_b", "deaths_b"),
            part("civilians", "deaths_civilians"), part("unknown", "deaths_unknown")
        ],
        "labels": { "side_a": "Side A", "side_b": "Side B", "civilians": "Civilians", "unknown": "Unknown" }
    })
}

#[test]
fn a_table_is_read_in_another_way_and_its_recipe_saved() {
    let Some(desktop) = Desktop::new() else { return };
    let table = desktop.file("attacks.csv", ATTACKS);
    let [before, recipe, after] =
        ["before.toll.json", "mine.recipe.json", "after.toll.json"].map(|name| desktop.path(name));
    let mut program = desktop.tollview(&[]);
    program.wait_for_title(EXAMPLE);
    program.answer_dialog("ctrl+o", "Open a dataset", &table);
    program.wait_for_title("attacks");
    program.answer_dialog("ctrl+shift+s", "Save a copy", &before);
    wait_for("the copy", || before.exists().then_some(()));
    // 7 + 4 + 3, and 6 + 5 + 7.
    assert_eq!(killed(&read(&before, None)), [("Northland".to_owned(), 14), ("Southland".to_owned(), 18)]);

    let click = |what: &str, (x, y): (i32, i32)| program.change_by(what, || program.click(x, y));
    click("the page of the table", CHANGE);
    click("the uses of the column", USE);
    click("the chart of one event", NOT_USED);
    program.answer_dialog_of(|| program.click(SAVE_RECIPE.0, SAVE_RECIPE.1), "Save a recipe", &recipe);
    wait_for("the recipe", || recipe.exists().then_some(()));
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&recipe).unwrap()).unwrap();
    assert_eq!(written, expected_recipe());

    click("the chart", SHOW);
    program.answer_dialog("ctrl+shift+s", "Save a copy", &after);
    wait_for("the copy", || after.exists().then_some(()));
    assert_eq!(killed(&read(&after, None)), [("attacks".to_owned(), 32)]);
    assert_eq!(killed(&read(&table, Some(&recipe))), [("attacks".to_owned(), 32)]);
    program.assert_running();
    assert_eq!(program.quit(), Some(0));
}
