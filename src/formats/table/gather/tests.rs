//! However rows are split among tallies, the same dataset comes out.

use super::full::Full;
use super::plan::Plan;
use super::row::RowTally;
use super::{build, most};
use crate::formats::table::recipe::Recipe;
use crate::formats::table::{Column, Row, Tally};
use crate::model::Dataset;
use proptest::prelude::*;
use proptest::sample::select;

const COLUMNS: [&str; 8] = ["day", "event", "source", "sex", "age", "killed", "high", "extra"];

const RECIPES: [&str; 5] = [
    r#"{ "tollview_recipe": 1, "row": "incident", "date": { "column": "day" }, "periods": "month",
        "events": { "columns": ["event"], "most": 2 }, "source": { "column": "source", "nobody": ["none"] },
        "split": [{ "column": "sex" }, { "column": "age", "bands": [0, 18], "most": 1 }],
        "counts": [{ "measure": "killed", "role": "best", "column": "killed" },
            { "measure": "killed", "role": "high", "column": "high" },
            { "measure": "killed", "role": "of_which", "category": "extra", "column": "extra" }] }"#,
    r#"{ "tollview_recipe": 1, "row": "period", "date": { "column": "day" }, "basis": "cumulative",
        "source": { "column": "source" },
        "counts": [{ "measure": "killed", "role": "total", "column": "killed", "filled": "extra" },
            { "measure": "killed", "role": "total", "column": "high", "basis": "incremental" }] }"#,
    r#"{ "tollview_recipe": 1, "row": "person", "events": { "columns": ["event", "sex"] },
        "measure": { "column": "source" }, "keep": [{ "column": "sex", "except": ["x"] }],
        "counts": [{ "measure": "killed", "role": "total" }] }"#,
    r#"{ "tollview_recipe": 1, "row": "group", "date": { "column": "day" }, "periods": "all",
        "counts": [{ "measure": "dead", "role": "total", "column": "killed", "source": "One" },
            { "measure": "missing", "role": "total", "column": "high", "source": "Two" },
            { "measure": "sum", "role": "of_which", "category": "c", "column": "extra" }],
        "sums": { "sum": ["dead", "missing"] } }"#,
    r#"{ "tollview_recipe": 1, "row": "incident", "date": { "column": "day" }, "periods": "month",
        "source": { "column": "source" }, "split": [{ "column": "sex" }],
        "counts": [{ "measure": "killed", "role": "total", "column": "killed", "once_per": "event" },
            { "measure": "injured", "role": "total", "column": "high", "once_per": "age" },
            { "measure": "missing", "role": "total", "column": "extra" }] }"#,
];

fn cell(column: &'static str) -> impl Strategy<Value = &'static str> {
    select(match column {
        "day" => vec!["2020-01-01", "2020-01-02", "2020-01", "2020-02-29", "2021", "", "soon"],
        "event" => vec!["Flood", "flood", "Storm", "Heat", ""],
        "source" => vec!["A", "B", "none", ""],
        "sex" => vec!["F", "M", "x", ""],
        "age" => vec!["3", "18", "77", "adult", ""],
        _ => vec!["", "0", "1", "7", "20", "about 300", "5+", "-2", "many", "18446744073709551615"],
    })
}

fn row() -> impl Strategy<Value = Vec<&'static str>> {
    COLUMNS.into_iter().map(cell).collect::<Vec<_>>()
}

fn tally<'p>(plan: &'p Plan<'p>, full: &'p Full, rows: &[(u64, &Vec<&str>)]) -> RowTally<'p> {
    let mut tally = RowTally::new(plan, full);
    for (line, cells) in rows {
        let cells: Vec<&str> = plan.wanted.iter().map(|index| cells[*index]).collect();
        let _ = tally.add(&Row { line: *line, cells: &cells });
    }
    tally
}

fn dataset(tally: RowTally, plan: &Plan) -> Dataset {
    build::build(&most::only_the_largest(tally.counts, plan), plan, "file.csv")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_of_the_rows_gives_the_same(
        rows in proptest::collection::vec(row(), 0..40),
        threads in proptest::collection::vec(0_usize..4, 40),
        recipe in select(RECIPES.to_vec()),
    ) {
        let recipe = Recipe::read("r.json", recipe).unwrap_or_else(|error| panic!("{error}"));
        let columns = COLUMNS.map(|name| Column { name: name.to_owned(), tag: None });
        let plan = Plan::new(&recipe, &columns);
        let full = Full::default();
        let rows: Vec<(u64, &Vec<&str>)> = (1..).zip(&rows).collect();
        let mut whole = tally(&plan, &full, &rows);
        whole.put_in_order();

        // Each thread has rows from all over the file; the last one hands its tally in first.
        let of_thread = |thread: usize| {
            let rows = rows.iter().zip(&threads).filter(|(_, of)| **of == thread);
            tally(&plan, &full, &rows.map(|(row, _)| *row).collect::<Vec<_>>())
        };
        let mut merged = of_thread(3);
        for thread in [1, 2, 0] {
            merged.merge(of_thread(thread));
        }
        merged.put_in_order();
        prop_assert_eq!(&merged.remarks, &whole.remarks);
        prop_assert_eq!(dataset(merged, &plan), dataset(whole, &plan));
    }
}
