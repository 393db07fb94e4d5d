//! Tables by a recipe: what the rows add up to, with every number worked out by hand.

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};
use tollview::formats::table::Column;
use tollview::formats::table::recipe::{Recipe, check};
use tollview::formats::{self, Input, LoadError, Loaded};
use tollview::model::{Basis, Count, Dataset, EventEnd, Id, Relation, Stated};

fn recipe(text: &str) -> Recipe {
    Recipe::read("recipe.json", text).unwrap_or_else(|error| panic!("{error}"))
}

fn try_read(table: &str, keys: &str) -> Result<Loaded, LoadError> {
    let recipe = recipe(&format!(r#"{{ "tollview_recipe": 1, "row": "incident", {keys} }}"#));
    let input = Input::from_bytes("flood.csv", table.into());
    formats::read_with(input, Some(&recipe), &mut |_| ControlFlow::Continue(()))
}

fn read(table: &str, keys: &str) -> Loaded {
    try_read(table, keys).unwrap_or_else(|error| panic!("{error}"))
}

/// Every report in a line: event, source, date or period, then each measure with its parts.
fn lines(dataset: &Dataset) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, event) in &dataset.events {
        for report in &event.reports {
            let mut line = format!("{id}, {}, ", report.source.as_ref().map_or("nobody", |source| source.as_str()));
            line += if report.basis == Basis::Incremental { "in " } else { "by " };
            line += &report.when().map_or("?".to_owned(), |when| when.to_string());
            for (measure, count) in &report.counts {
                write!(line, "; {measure} {}", number(count)).unwrap();
            }
            lines.push(line);
        }
    }
    lines
}

fn number(count: &Count) -> String {
    let mut text = match count.stated {
        Stated::Unknown => "?".to_owned(),
        Stated::Exact(n) => n.to_string(),
        Stated::AtLeast(n) => format!("≥{n}"),
        Stated::MoreThan(n) => format!(">{n}"),
        Stated::About(n) => format!("≈{n}"),
        Stated::UpTo(n) => format!("≤{n}"),
        Stated::Range { low, best, high } => {
            let end = |end: Option<u64>| end.map_or("?".to_owned(), |n| n.to_string());
            format!("{}/{}/{}", end(low), end(best), end(high))
        }
    };
    if let Some(filled_by) = &count.filled_by {
        write!(text, " filled by {filled_by}").unwrap();
    }
    if let Some(as_of) = count.as_of {
        write!(text, " as of {as_of}").unwrap();
    }
    if let Some(pending) = &count.pending {
        write!(text, " pending {}", number(pending)).unwrap();
    }
    let parts: Vec<String> = count
        .children()
        .map(|(relation, id, part)| {
            let sign = match relation {
                Relation::Part => "",
                Relation::OfWhich => "of which ",
                Relation::Unclear => "unclear ",
            };
            format!("{sign}{id} {}", number(part))
        })
        .collect();
    if !parts.is_empty() {
        write!(text, " ({})", parts.join(", ")).unwrap();
    }
    text
}

const TOTAL: &str = r#""counts": [{ "measure": "killed", "role": "total", "column": "killed" }]"#;

#[test]
fn months_are_added_up_and_blanks_are_not_zero() {
    let table = "day,killed,civilians,fighters\n\
                 2020-01-05,10,7,3\n2020-01-20,5,,5\n2020-02-01,2,2,0\n2020-02-03,,,\n2020-03-01,,,\n";
    let keys = r#""date": { "column": "day" }, "periods": "month", "source": { "name": "Rescue service" },
        "counts": [
            { "measure": "killed", "role": "total", "column": "killed" },
            { "measure": "killed", "role": "part", "category": "civilians", "column": "civilians" },
            { "measure": "killed", "role": "of_which", "category": "fighters", "column": "fighters" }]"#;
    let loaded = read(table, keys);
    assert_eq!(
        lines(&loaded.dataset),
        [
            "flood, rescue_service, in 2020-01; killed 15 (civilians ≥7, of which fighters 8)",
            "flood, rescue_service, in 2020-02; killed ≥2 (civilians ≥2, of which fighters ≥0)",
            "flood, rescue_service, in 2020-03; killed ? (civilians ?, of which fighters ?)",
        ]
    );
    assert_eq!((loaded.rows, loaded.left_out, loaded.warnings.len()), (Some(5), 0, 0));
    let event = &loaded.dataset.events[0];
    assert_eq!(event.title.get("en"), "flood");
    assert_eq!(event.start, Some("2020-01-05".parse().unwrap()));
    assert_eq!(event.end, EventEnd::Unknown, "a table does not say whether its event was over");
    assert_eq!(event.lead.as_ref().unwrap(), "rescue_service");
    assert_eq!(loaded.dataset.categories[0].label.get("en"), "Civilians");
}

#[test]
fn a_row_that_spans_months_belongs_to_the_month_of_its_last_day() {
    let table = "from,to,killed\n2020-01-30,2020-02-02,4\n2020-01-31,,1\n,2020-02-09,2\n";
    let span = r#""date": { "column": "from", "to": "to" }, "#;
    let by = |periods: &str| lines(&read(table, &format!(r#"{span} "periods": "{periods}", {TOTAL}"#)).dataset);
    assert_eq!(by("month"), ["flood, flood, in 2020-01; killed 1", "flood, flood, in 2020-02; killed 6"]);
    assert_eq!(by("all"), ["flood, flood, in 2020-01-30/2020-02-09; killed 7"]);
    assert_eq!(
        by("rows"),
        [
            "flood, flood, in 2020-01-31; killed 1",
            "flood, flood, in 2020-01-30/2020-02-02; killed 4",
            "flood, flood, in 2020-02-09; killed 2",
        ]
    );
}

#[test]
fn a_date_that_can_only_be_read_in_the_other_order_is_named() {
    let table = "day,killed\n13/01/2023,4\n01/14/2023,2\n31/02/2023,1\n";
    let date = r#""date": { "column": "day", "form": "day_month_year" }, "periods": "rows", "#;
    let gathered = read(table, &format!("{date}{TOTAL}"));
    assert_eq!(
        lines(&gathered.dataset),
        [
            "flood, flood, in ?; killed ?",
            "flood, flood, in 2023-01-13; killed 4",
            "flood, flood, in 2023-01-14; killed 2",
        ]
    );
    let warnings: Vec<String> = gathered.warnings.iter().map(|w| format!("{}: {}", w.line, w.message)).collect();
    assert_eq!(
        warnings,
        [
            "3: column \"day\": found \"01/14/2023\", where the day cannot be first as in other rows; read as 2023-01-14",
            "4: column \"day\": found \"31/02/2023\", expected a day that the calendar has",
        ]
    );
}

#[test]
fn a_date_that_says_less_than_its_period_is_named() {
    let table = "day,killed\n2020-01-30,4\n2021,1\n2022-02,2\n";
    let by = |periods: &str| {
        let gathered = read(table, &format!(r#""date": {{ "column": "day" }}, "periods": "{periods}", {TOTAL}"#));
        let warnings: Vec<String> = gathered.warnings.iter().map(|w| format!("{}: {}", w.line, w.message)).collect();
        (lines(&gathered.dataset), warnings)
    };
    let year = "3: the date is known as 2021 only; the row is counted in 2021-12, where that ends";
    let (months, warnings) = by("month");
    assert_eq!(
        months,
        [
            "flood, flood, in 2020-01; killed 4",
            "flood, flood, in 2021-12; killed 1",
            "flood, flood, in 2022-02; killed 2"
        ]
    );
    assert_eq!(warnings, [year]);
    let day = "4: the date is known as 2022-02 only; the row is counted in 2022-02-28, where that ends";
    assert_eq!(by("day").1, [&*year.replace("2021-12", "2021-12-31"), day]);
    assert_eq!(by("year").1, [""; 0]);
}

#[test]
fn ranges_add_up_by_their_ends_and_stay_open_where_one_is_open() {
    let table = "war,low,best,high\nA,1,2,3\nB,1,2,3\nB,10,20,30\nC,1,,3\nC,5,,\nD,,,9\nD,,,1\nE,4,,\nF,,7,\nF,,1,\n\
                 G,1,2,3\nG,,4,\nH,,,\nI,1,2,3\nI,,,\nJ,,,5\nJ,,,\nK,5,,5\n";
    let keys = r#""events": { "columns": ["war"] }, "counts": [
        { "measure": "dead", "role": "low", "column": "low" },
        { "measure": "dead", "role": "best", "column": "best" },
        { "measure": "dead", "role": "high", "column": "high" }]"#;
    assert_eq!(
        lines(&read(table, keys).dataset),
        [
            "a, flood, by ?; dead 1/2/3",
            "b, flood, by ?; dead 11/22/33",
            // The second row lacks its high, so the sum has none, and neither row has a best number.
            "c, flood, by ?; dead ≥6",
            "d, flood, by ?; dead ≤10",
            "e, flood, by ?; dead ≥4",
            "f, flood, by ?; dead 8",
            "g, flood, by ?; dead 1/6/?",
            "h, flood, by ?; dead ?",
            "i, flood, by ?; dead ≥1",
            "j, flood, by ?; dead ?",
            "k, flood, by ?; dead 5/?/5",
        ]
    );
}

#[test]
fn words_stay_with_their_numbers() {
    let table = "place,stated,least,about,most\nA,,5,,\nB,,,1500,\nB,,,300,\nC,,,,40\nD,7,,,\nD,,3,,\nE,,,200,\nE,31,,,\nF,,,2000,\nF,,,300,\nF,,,300,\nF,,,300,\nF,,,300,\n";
    let keys = r#""events": { "columns": ["place"] }, "counts": [
        { "measure": "killed", "role": "total", "column": "stated" },
        { "measure": "killed", "role": "at_least", "column": "least" },
        { "measure": "killed", "role": "about", "column": "about" },
        { "measure": "killed", "role": "up_to", "column": "most" }]"#;
    assert_eq!(
        lines(&read(table, keys).dataset),
        [
            "a, flood, by ?; killed ≥5",
            "b, flood, by ?; killed ≈1800",
            "c, flood, by ?; killed ≤40",
            "d, flood, by ?; killed ≥10",
            "e, flood, by ?; killed ≈230",
            // Rounded once: after each of them the small ones would be lost.
            "f, flood, by ?; killed ≈3200",
        ]
    );
}

#[test]
fn counts_so_far_are_added_within_a_day_and_never_over_time() {
    let table = "day,province,killed\n2020-01-01,A,10\n2020-01-01,B,5\n2020-01-02,A,12\n2020-01-02,B,\n2020-01-03,A,\n2020-01-03,B,\n";
    let keys = format!(
        r#""date": {{ "column": "day" }}, "basis": "cumulative", "split": [{{ "column": "province" }}], {TOTAL}"#
    );
    let dataset = read(table, &keys).dataset;
    assert_eq!(
        lines(&dataset),
        ["flood, flood, by 2020-01-01; killed 15 (a 10, b 5)", "flood, flood, by 2020-01-02; killed ≥12 (a 12)"]
    );
    assert_eq!(dataset.events[0].start, None, "a first report is no first day");
}

#[test]
fn a_day_and_the_total_so_far_are_two_reports() {
    let table = "day,new,total,hurt\n2020-01-01,3,3,9\n2020-01-02,4,7,12\n";
    let keys = r#""date": { "column": "day" }, "counts": [
        { "measure": "killed", "role": "total", "column": "new" },
        { "measure": "killed", "role": "total", "column": "total", "basis": "cumulative" },
        { "measure": "injured", "role": "total", "column": "hurt", "basis": "cumulative" }]"#;
    assert_eq!(
        lines(&read(table, keys).dataset),
        [
            "flood, flood, in 2020-01-01; killed 3",
            "flood, flood, by 2020-01-01; killed 3; injured 9",
            "flood, flood, in 2020-01-02; killed 4",
            "flood, flood, by 2020-01-02; killed 7; injured 12",
        ]
    );
}

#[test]
fn what_the_publisher_filled_in_is_marked_and_dated_where_it_was_only_carried_along() {
    // In no order, as some files are.
    let table = "day,who,killed,ext_killed,children,ext_children\n\
                 2020-01-03,M,,80,,20\n2020-01-01,M,60,60,18,18\n2020-01-02,M,70,70,20,20\n2020-01-04,M,90,90,,21\n\
                 2020-01-05,G,95,95,,20\n2020-01-06,none,,,,\n2020-01-07,none,,99,,20\n";
    let keys = r#""date": { "column": "day" }, "basis": "cumulative",
        "source": { "column": "who", "nobody": ["none"] },
        "counts": [
            { "measure": "killed", "role": "total", "column": "killed", "filled": "ext_killed" },
            { "measure": "killed", "role": "of_which", "category": "children", "column": "children", "filled": "ext_children" }]"#;
    let dataset = read(table, keys).dataset;
    assert_eq!(
        lines(&dataset),
        [
            "flood, m, by 2020-01-01; killed 60 (of which children 18)",
            "flood, m, by 2020-01-02; killed 70 (of which children 20)",
            "flood, m, by 2020-01-03; killed 80 filled by publisher \
             (of which children 20 filled by publisher as of 2020-01-02)",
            "flood, m, by 2020-01-04; killed 90 (of which children 21 filled by publisher)",
            // The other source has never stated 20.
            "flood, g, by 2020-01-05; killed 95 (of which children 20 filled by publisher)",
            // Where nobody is named, it is carried along from what anybody stated.
            "flood, nobody, by 2020-01-07; killed 99 filled by publisher \
             (of which children 20 filled by publisher as of 2020-01-02)",
        ]
    );
    assert_eq!(dataset.events[0].lead.as_ref().unwrap(), "m", "it has the most rows");
    assert_eq!(dataset.sources.len(), 2);
}

#[test]
fn a_sum_of_measures_is_formed_row_by_row() {
    let table = "day,dead,missing,women\n2020-01-01,2,3,1\n2020-01-02,,4,2\n2020-01-03,,,\n";
    let counts = r#""counts": [
            { "measure": "dead", "role": "total", "column": "dead" },
            { "measure": "missing", "role": "total", "column": "missing" },
            { "measure": "dead_or_missing", "role": "of_which", "category": "women", "column": "women" }],
        "sums": { "dead_or_missing": ["dead", "missing"] }"#;
    let by = |periods: &str| {
        read(table, &format!(r#""date": {{ "column": "day" }}, "periods": "{periods}", {counts}"#)).dataset
    };
    let dataset = by("rows");
    assert_eq!(
        lines(&dataset),
        [
            "flood, flood, in 2020-01-01; dead 2; missing 3; dead_or_missing 5 (of which women 1)",
            "flood, flood, in 2020-01-02; dead ?; missing 4; dead_or_missing ≥4 (of which women 2)",
            "flood, flood, in 2020-01-03; dead ?; missing ?; dead_or_missing ? (of which women ?)",
        ]
    );
    assert_eq!(
        lines(&by("all")),
        ["flood, flood, in 2020-01-01/2020-01-03; dead ≥2; missing ≥7; dead_or_missing ≥9 (of which women ≥3)"]
    );
    let sum = &dataset.measures["dead_or_missing"];
    assert_eq!((sum.label.as_ref().unwrap().get("en"), sum.sum_of.len()), ("Dead or missing", 2));
}

#[test]
fn people_are_counted_by_bands_within_groups() {
    let table = "sex,age\nF,30\nF,4\nM,70\nM,0.5\n,20\nM,\nF,?\n";
    let keys = r#""counts": [{ "measure": "killed", "role": "total" }], "numbers": { "unknown": ["?"] },
        "split": [
            { "column": "sex", "values": { "F": "Women and girls", "M": "Men and boys" } },
            { "column": "age", "bands": [0, 18, 60] }]"#;
    let dataset = read(table, keys).dataset;
    assert_eq!(
        lines(&dataset),
        ["flood, flood, by ?; killed 7 (women_and_girls 3 (0_17 1, 18_59 1), men_and_boys 3 (0_17 1, 60_and_over 1))"]
    );
    assert_eq!(dataset.categories["0_17"].label.get("en"), "0–17");
}

#[test]
fn only_the_largest_stay_by_themselves() {
    let table = "event,cause,killed\nA,fire,5\nB,flood,50\nC,heat,1\nC,fire,2\nD,cold,4\nB,heat,9\n";
    let keys = |most: &str| {
        format!(
            r#""events": {{ "columns": ["event"], {most} }}, "split": [{{ "column": "cause", "most": 2 }}], {TOTAL}"#
        )
    };
    assert_eq!(
        lines(&read(table, &keys(r#""most": 2"#)).dataset),
        [
            "a, flood, by ?; killed 5 (other_2 5)",
            "b, flood, by ?; killed 59 (flood 50, heat 9)",
            "other_2, flood, by ?; killed 7 (heat 1, other_2 6)",
        ]
    );
    let dataset = read(table, &keys(r#""most": 3"#)).dataset;
    assert_eq!(dataset.events.keys().map(Id::as_str).collect::<Vec<_>>(), ["a", "b", "d", "other_1"]);
    assert_eq!(dataset.events["other_1"].title.get("en"), "other (1)");
}

#[test]
fn a_period_without_a_category_has_none_of_it() {
    let table = "day,sex\n2020-01-01,F\n2020-02-01,M\n";
    let keys = r#""date": { "column": "day" }, "periods": "month", "split": [{ "column": "sex" }],
        "counts": [{ "measure": "killed", "role": "total" }]"#;
    assert_eq!(
        lines(&read(table, keys).dataset),
        ["flood, flood, in 2020-01; killed 1 (f 1, m 0)", "flood, flood, in 2020-02; killed 1 (f 0, m 1)"]
    );
}

#[test]
fn dates_may_be_columns() {
    let table = "province,2020-01-01,2020-01-02,2020-01-03\nA,1,2,\nB,10,20,\n";
    let keys = r#""basis": "cumulative", "wide": { "form": "year_month_day" }, "events": { "columns": ["province"] },
        "counts": [{ "measure": "dead", "role": "total" }]"#;
    assert_eq!(
        lines(&read(table, keys).dataset),
        [
            "a, flood, by 2020-01-01; dead 1",
            "a, flood, by 2020-01-02; dead 2",
            "b, flood, by 2020-01-01; dead 10",
            "b, flood, by 2020-01-02; dead 20",
        ]
    );
}

#[test]
fn sources_may_be_columns_and_say_nothing_where_they_are_blank() {
    let table = "year,WHO,TORCH\n1986,4000,\n1987,,60000\n";
    let keys = r#""date": { "column": "year", "form": "year" }, "counts": [
        { "measure": "dead", "role": "total", "column": "WHO", "source": "WHO (2005)" },
        { "measure": "dead", "role": "total", "column": "TORCH", "source": "TORCH" }]"#;
    let dataset = read(table, keys).dataset;
    assert_eq!(lines(&dataset), ["flood, who_2005, in 1986; dead 4000", "flood, torch, in 1987; dead 60000"]);
    assert_eq!(dataset.sources.len(), 2, "the file itself has counted nobody");
}

#[test]
fn a_column_may_say_what_is_counted() {
    let table = "what,n,where\nDeaths,4,here\nInjuries,9,here\nDeath rate,3,here\nDeaths,1,there\n,2,here\n";
    let keys = r#""measure": { "column": "what", "values": { "Deaths": "dead", "Injuries": "injured" } },
        "keep": [{ "column": "what", "except": ["Death rate"] }, { "column": "where", "only": ["here"] }],
        "counts": [{ "measure": "dead", "role": "total", "column": "n" }]"#;
    let loaded = read(table, keys);
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; dead 4; injured 9"]);
    assert_eq!((loaded.rows, loaded.left_out), (Some(5), 1));
    assert_eq!(loaded.read_as.unwrap().not_kept, 2);
    assert_eq!(loaded.warnings[0].message, "column \"what\": found nothing, expected what is counted");
}

#[test]
fn who_is_under_investigation_is_not_in_the_count() {
    let keys = r#""counts": [
        { "measure": "killed", "role": "total", "column": "killed" },
        { "measure": "killed", "role": "unclear", "category": "police", "column": "police" },
        { "measure": "killed", "role": "pending", "column": "reviewed" }]"#;
    let dataset = read("killed,police,reviewed\n5,1,7\n6,,2\n", keys).dataset;
    assert_eq!(lines(&dataset), ["flood, flood, by ?; killed 11 pending 9 (unclear police ≥1)"]);
}

#[test]
fn a_row_that_cannot_be_read_is_left_out_as_a_whole() {
    let table = "day,killed,hurt\n2020-01-01,1,1\n2020-01-02,2,severe\n2020-13-01,4,1\n2020-01-03,1.5,1\n\
                 2020-01-04,99999999999999999999,1\n2020-01-05,8.0,1\n";
    let keys = r#""date": { "column": "day" }, "periods": "all", "counts": [
        { "measure": "killed", "role": "total", "column": "killed" },
        { "measure": "injured", "role": "total", "column": "hurt" }]"#;
    let loaded = read(table, keys);
    assert_eq!(
        lines(&loaded.dataset),
        ["flood, flood, in 2020-01-01/2020-01-05; killed ≥9; injured ≥2", "flood, flood, in ?; killed ?; injured ?"]
    );
    assert_eq!((loaded.rows, loaded.left_out), (Some(6), 4));
    let warnings: Vec<String> =
        loaded.warnings.iter().map(|warning| format!("{}: {}", warning.line, warning.message)).collect();
    assert_eq!(warnings[0], r#"3: column "hurt": found "severe", expected a whole number"#);
    assert!(
        warnings[1].starts_with(r#"4: column "day": found "2020-13-01", expected a day that the calendar has"#),
        "{}",
        warnings[1]
    );
    assert!(warnings[2].starts_with(r#"5: column "killed": found "1.5", expected a whole number"#), "{}", warnings[2]);
    assert!(warnings[3].starts_with(r#"6: column "killed": found "99999999999999999999", "#), "{}", warnings[3]);
}

#[test]
fn what_a_row_without_a_reading_would_have_been_added_to_is_at_least_the_sum_of_the_others() {
    let table = "place,day,killed,children\nA,2020-01-05,3,1\nA,2020-01-06,2O,1\nA,2020-02-01,4,0\n\
                 place,day,killed,children\nB,2020-01-07,5,2\nB,2020-02-07,1,1\nB,2020-02-08,n.p.,n.p.\nNumbers of the police,,,\n\
                 Note,2020-01-07,see,below\n";
    let keys = r#""events": { "columns": ["place"] }, "date": { "column": "day" }, "periods": "month", "counts": [
        { "measure": "killed", "role": "total", "column": "killed" },
        { "measure": "killed", "role": "of_which", "category": "children", "column": "children" }]"#;
    let loaded = read(table, keys);
    assert_eq!(
        lines(&loaded.dataset)[..4],
        [
            "a, flood, in 2020-01; killed ≥3 (of which children ≥1)",
            "a, flood, in 2020-02; killed 4 (of which children 0)",
            "b, flood, in 2020-01; killed 5 (of which children 2)",
            "b, flood, in 2020-02; killed ≥1 (of which children ≥1)",
        ]
    );
    assert_eq!((loaded.rows, loaded.left_out), (Some(9), 4));
    assert_eq!(loaded.dataset.events.keys().filter(|id| *id == "note").count(), 0);
    // Of a list of people one without a day leaves open how many there are.
    let keys = r#""date": { "column": "day" }, "periods": "all", "counts": [{ "measure": "killed", "role": "total" }]"#;
    let people = "name,day\nA,2020-01-05\nB,2020-01-35\nC,2020-01-07\n";
    assert_eq!(
        lines(&read(people, keys).dataset),
        ["flood, flood, in 2020-01-05/2020-01-07; killed 2", "flood, flood, in ?; killed ?"]
    );
    // A toll so far is no sum of rows.
    let so_far = "day,killed\n2020-01-05,3\n2020-01-06,2O\n2020-01-07,9\n2020-13-01,4\n";
    let keys = format!(r#""date": {{ "column": "day" }}, "basis": "cumulative", {TOTAL}"#);
    assert_eq!(
        lines(&read(so_far, &keys).dataset),
        ["flood, flood, by 2020-01-05; killed 3", "flood, flood, by 2020-01-07; killed 9"]
    );
}

#[test]
fn a_number_below_zero_is_a_correction_of_a_sum_and_is_named() {
    let table = "day,killed\n2020-01-01,10\n2020-01-02,-3\n2020-01-03,\n";
    let loaded = read(table, &format!(r#""date": {{ "column": "day" }}, "periods": "all", {TOTAL}"#));
    assert_eq!(lines(&loaded.dataset), ["flood, flood, in 2020-01-01/2020-01-03; killed ≥7"]);
    assert_eq!((loaded.left_out, loaded.warnings.len()), (0, 1));
    assert_eq!(loaded.warnings[0].line, 3);
    assert_eq!(loaded.warnings[0].message, "column \"killed\": found -3, taken as a correction and subtracted");
    // Of one day alone, less than nobody died.
    let loaded = read(table, &format!(r#""date": {{ "column": "day" }}, {TOTAL}"#));
    assert_eq!(lines(&loaded.dataset)[1], "flood, flood, in 2020-01-02; killed ?");
    // A toll so far is no sum.
    let loaded = read(table, &format!(r#""date": {{ "column": "day" }}, "basis": "cumulative", {TOTAL}"#));
    assert_eq!(loaded.left_out, 1);
    assert!(loaded.warnings[0].message.starts_with("column \"killed\": found \"-3\", expected "));
}

#[test]
fn a_mark_behind_a_number_is_named_and_changes_nothing() {
    let loaded = read("place,killed\nAden,1204\nTaiz,88*\nMarib,12 (r)\nHajjah,40+\n", TOTAL);
    // 1204 + 88 + 12 + at least 40.
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; killed ≥1344"]);
    let found: Vec<(u64, &str)> = loaded.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
    assert_eq!(
        found,
        [
            (3, "column \"killed\": found \"*\" behind the number, which is counted as it is"),
            (4, "column \"killed\": found \"(r)\" behind the number, which is counted as it is"),
        ]
    );
}

#[test]
fn a_row_with_more_inside_than_there_are_is_named() {
    let counts = r#""counts": [{ "measure": "killed", "role": "total", "column": "killed" },
        { "measure": "killed", "role": "of_which", "category": "children", "column": "children" }]"#;
    let loaded = read("killed,children\n40,8\n61,70\n30,\n", counts);
    assert_eq!(lines(&loaded.dataset).len(), 1);
    let found: Vec<(u64, &str)> = loaded.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
    let message =
        "column \"children\": found 70, expected no more than the 61 of which they are; it is counted as it is";
    assert_eq!(found, [(3, message)]);
}

#[test]
fn a_day_of_no_year_is_refused_and_one_for_all_rows_taken() {
    let keys = format!(r#""date": {{ "column": "day" }}, {TOTAL}"#);
    let mut recipe = recipe(&format!(r#"{{ "tollview_recipe": 1, "row": "incident", {keys} }}"#));
    let table = "day,place,killed\n2020-01-01,A,10\n";
    recipe.date.as_mut().unwrap().day = Some("place".to_owned());
    let columns: Vec<Column> =
        ["day", "place", "killed"].map(|name| Column { name: name.to_owned(), tag: None }).into();
    assert_eq!(
        check(&recipe, &columns),
        Err(vec!["at $.date.day: found \"day\" without \"month\", expected the column of the month".to_owned()])
    );
    let loaded = read(table, &format!(r#""as_of": "2020-02-01", {TOTAL}"#));
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by 2020-02-01; killed 10"]);
}

#[test]
fn sums_beyond_64_bits_say_at_least() {
    let loaded = read("killed\n18446744073709551615\n1\n", TOTAL);
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; killed ≥18446744073709551615"]);
    let loaded = read("killed\n18446744073709551615\n", TOTAL);
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; killed 18446744073709551615"]);
}

#[test]
fn year_month_and_day_may_be_columns_with_0_for_unknown() {
    let table = "y,m,d,killed\n1979,2,11,1\n1979,March,0,2\n1978,0,0,4\n,,,8\n1979,2,30,16\n1979,13,1,32\n";
    let loaded = read(table, &format!(r#""date": {{ "year": "y", "month": "m", "day": "d" }}, {TOTAL}"#));
    assert_eq!(
        lines(&loaded.dataset),
        [
            "flood, flood, in ?; killed ≥8",
            "flood, flood, in 1978; killed 4",
            "flood, flood, in 1979-02-11; killed 1",
            "flood, flood, in 1979-03; killed 2",
        ]
    );
    let messages: Vec<&str> = loaded.warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(
        messages,
        [
            r#"columns "y", "m", "d": found "1979-02-30", expected a day that the calendar has"#,
            r#"columns "y", "m", "d": found "1979-13-01", expected a day that the calendar has"#,
        ]
    );
}

#[test]
fn titles_labels_terms_and_notes_are_the_recipe_s() {
    let keys = r#""title": "A flood", "licence": "CC0", "note": "Made up.", "labels": { "killed": "Drowned", "p": "People" },
        "events": { "title": "The flood" },
        "counts": [
            { "measure": "killed", "role": "total", "column": "killed" },
            { "measure": "killed", "role": "part", "category": "p", "column": "killed" },
            { "measure": "Lost at sea", "role": "total", "column": "killed" }]"#;
    let dataset = read("killed\n5\n", keys).dataset;
    assert_eq!((dataset.title.get("en"), dataset.licence.as_deref()), ("A flood", Some("CC0")));
    assert_eq!(dataset.note.unwrap().get("en"), "Made up.");
    assert_eq!(dataset.events["the_flood"].title.get("en"), "The flood");
    assert_eq!(dataset.sources[0].name.get("en"), "flood");
    assert_eq!(dataset.measures["killed"].label.as_ref().unwrap().get("en"), "Drowned");
    assert_eq!(dataset.measures["lost_at_sea"].label.as_ref().unwrap().get("en"), "Lost at sea");
    assert_eq!(dataset.categories["p"].label.get("en"), "People");
}

#[test]
fn what_comes_out_can_be_saved_as_a_dataset_and_read_again() {
    let table = "day,who,sex,killed\n2020-01-01,A,F,1\n2020-01-01,B,M,2\n2020-02-01,A,,\n";
    let keys = format!(
        r#""date": {{ "column": "day" }}, "source": {{ "column": "who" }}, "split": [{{ "column": "sex" }}], {TOTAL}"#
    );
    let mut dataset = read(table, &keys).dataset;
    let again = super::read(&formats::native::write(&dataset)).unwrap_or_else(|error| panic!("{error}"));
    // Saved, it is what the file says.
    assert_eq!(std::mem::take(&mut dataset.events[0].lead_by), tollview::model::LeadBy::MostRows);
    assert_eq!(again.dataset, dataset);
}

#[test]
fn too_many_events_are_refused_with_a_way_out() {
    let mut table = String::from("name,killed\n");
    (0..200_001).for_each(|number| writeln!(table, "N{number},1").unwrap());
    let error = try_read(&table, &format!(r#""events": {{ "columns": ["name"] }}, {TOTAL}"#)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "flood.csv: found more than 200,000 different events, dates and categories, expected fewer; \
         name another column for events or categories, or put the rows into longer periods, such as months"
    );
}

/// Twice as many names take twice the time, and not four times: sources of one day, events, categories of two totals.
#[test]
fn many_names_are_put_in_their_places_at_once() {
    let many = 20_000;
    let mut table = String::from("day,time,name,killed\n");
    for (hour, number) in (8..10).flat_map(|hour| (0..many).map(move |number| (hour, number))) {
        writeln!(table, "2024-01-31,{hour}:00,N{number},{hour}").unwrap();
    }
    let rest = format!(
        r#""basis": "cumulative", "date": {{ "column": "day", "form": "year_month_day", "time": "time" }}, {TOTAL}"#
    );
    let start = Instant::now();
    let last = |key: &str, nth: usize| {
        let dataset = read(&table, &format!("{key}, {rest}")).dataset;
        lines(&dataset).into_iter().nth(nth).unwrap()
    };
    assert_eq!(last(r#""source": { "column": "name" }"#, many - 1), "flood, n19999, by 2024-01-31; killed 9");
    assert_eq!(last(r#""events": { "columns": ["name"] }"#, many - 1), "n19999, flood, by 2024-01-31; killed 9");
    let parts = last(r#""split": [{ "column": "name" }]"#, 0);
    assert!(parts.starts_with("flood, flood, by 2024-01-31; killed 180000 (n0 9, n1 9, "), "{parts:.99}");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

/// Names of other signs and the same letters: their identifiers are told apart by numbers.
#[test]
fn many_names_of_the_same_letters_are_told_apart_at_once() {
    let many = 20_000;
    let signs = ["!", "#", "$", "%", "&", "(", ")", "*", "+", "/"];
    let mut table = String::from("name,killed\n");
    for number in 0..many {
        let name: String =
            number.to_string().chars().map(|digit| signs[digit.to_digit(10).unwrap() as usize]).collect();
        writeln!(table, "a{name},1").unwrap();
    }
    let start = Instant::now();
    let dataset = read(&table, &format!(r#""events": {{ "columns": ["name"] }}, {TOTAL}"#)).dataset;
    let ids: Vec<&str> = dataset.events.keys().map(Id::as_str).collect();
    assert_eq!((ids[0], ids[1], ids[many - 1]), ("a", "a_2", "a_20000"));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn columns_that_are_not_there_are_named_all_at_once() {
    let keys = r#""date": { "column": "Day" }, "counts": [{ "measure": "killed", "role": "total", "column": "kiled" }],
        "split": [{ "column": "profession" }]"#;
    assert_eq!(
        try_read("day,killed\n2020-01-01,1\n", keys).unwrap_err().to_string(),
        "flood.csv: the recipe does not fit this table\n\
         at $.date.column: found \"Day\", expected a column of the table; did you mean \"day\"?\n\
         at $.counts[0].column: found \"kiled\", expected a column of the table; did you mean \"killed\"?\n\
         at $.split[0].column: found \"profession\", expected a column of the table; its columns are \"day\", \"killed\""
    );
}

#[test]
fn a_table_is_cancelled_like_a_dataset() {
    let table = format!("killed\n{}", "1\n".repeat(100_000));
    let recipe = recipe(&format!(r#"{{ "tollview_recipe": 1, "row": "incident", {TOTAL} }}"#));
    for allowed in 0..5 {
        let mut calls = 0;
        let progress = &mut |_| {
            calls += 1;
            if calls > allowed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let input = Input::from_bytes("flood.csv", table.clone().into());
        let error = formats::read_with(input, Some(&recipe), progress).unwrap_err();
        assert_eq!(error.to_string(), "flood.csv: reading was cancelled");
    }
}

#[test]
fn numbers_beside_words_are_added_up_and_what_a_cell_does_not_say_is_not_zero() {
    let table = "toll\n\"3 Killed, 5 injured\"\n12 killed and 20 injured\n\n1 dead\n7\n\"2 killed, 1 or 2 injured\"\n\
                 \"two dead, 4 trapped\"\n";
    let keys = r#""counts": [
        { "measure": "killed", "role": "total", "column": "toll", "beside": ["killed", "Dead"] },
        { "measure": "injured", "role": "total", "column": "toll", "beside": ["injured"] }]"#;
    let loaded = read(table, keys);
    // 3 + 12 + 1 + 2 + 2 and 5 + 20; of the 7 nobody knows what they are.
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; killed ≥20; injured ≥25"]);
    let warnings: Vec<String> = loaded.warnings.iter().map(|warning| warning.message.clone()).collect();
    assert_eq!(
        warnings,
        [
            "column \"toll\": found \"7\", expected a number beside one of \"killed\", \"dead\", \"injured\"; taken as not known",
            "column \"toll\": found \"1 or 2 injured\", expected one number beside each word; taken as not known",
            "column \"toll\": found \"4 trapped\", expected a number beside one of \"killed\", \"dead\", \"injured\"; not counted",
        ]
    );
    assert_eq!(loaded.left_out, 0);
}

#[test]
fn numbers_of_an_incident_are_counted_once_for_each() {
    let table = "crash,day,killed,injured,vehicle\nA,2020-01-01,2,,car\nB,2020-01-02,,,bus\nA,2020-01-01,2,,van\n\
                 ,2020-01-03,1,1,car\n,2020-01-03,1,1,car\nB,2020-01-02,3,4,car\nA,2020-01-01,5,,bus\nB,2020-01-02,3,4,van\n";
    let keys = r#""date": { "column": "day" }, "periods": "all", "counts": [
        { "measure": "killed", "role": "total", "column": "killed", "once_per": "crash" },
        { "measure": "injured", "role": "total", "column": "injured", "once_per": "crash" },
        { "measure": "vehicles", "role": "total" }]"#;
    let loaded = read(table, keys);
    // 2 of A, 3 of B in the first row that states anything, 1 in each row that names no crash; all eight rows have a vehicle.
    assert_eq!(lines(&loaded.dataset), ["flood, flood, in 2020-01-01/2020-01-03; killed 7; injured ≥6; vehicles 8"]);
    let warnings: Vec<(u64, &str)> =
        loaded.warnings.iter().map(|warning| (warning.line, warning.message.as_str())).collect();
    assert_eq!(
        warnings,
        [(
            8,
            "column \"crash\": found other numbers for \"A\" than in line 2, expected the same in all its rows; those of line 2 \
             are counted"
        )]
    );
    assert_eq!((loaded.rows, loaded.left_out), (Some(8), 0));
}

#[test]
fn the_rows_of_an_incident_may_stand_anywhere() {
    use std::fmt::Write;
    // More incidents than one thread keeps, each in three rows far apart; of number 9 the last row says something else.
    let mut table = "crash,killed\n".to_owned();
    for row in 0..120_000 {
        let (crash, killed) = (row % 40_000, if row == 80_009 { 7 } else { 1 });
        writeln!(table, "{crash},{killed}").unwrap();
    }
    let keys = r#""counts": [{ "measure": "killed", "role": "total", "column": "killed", "once_per": "crash" }]"#;
    let loaded = read(&table, keys);
    assert_eq!(lines(&loaded.dataset), ["flood, flood, by ?; killed 40000"]);
    let [warning] = loaded.warnings.as_slice() else { panic!("{:?}", loaded.warnings) };
    assert_eq!(warning.line, 80_011);
    assert!(warning.message.contains("for \"9\" than in line 11"), "{}", warning.message);
}

#[test]
fn more_incidents_than_can_be_kept_are_refused_in_words() {
    assert_eq!(
        formats::LoadErrorKind::TooManyIncidents { most: 1_000_000 }.to_string(),
        "found more than 1,000,000 different incidents, expected fewer where a count has \"once_per\"; keep fewer rows, or \
         take a table with one row for each incident"
    );
}

#[test]
fn rows_whose_bounds_contradict_their_best_number_are_told() {
    let keys = r#""date": { "column": "day" }, "periods": "year", "counts": [
        { "measure": "killed", "role": "best", "column": "best" },
        { "measure": "killed", "role": "low", "column": "low" },
        { "measure": "killed", "role": "high", "column": "high" }]"#;
    let loaded =
        read("day,best,low,high\n2024-01-01,9,4,9\n2024-01-02,3,5,9\n2024-01-03,8,8,7\n2024-01-04,2,2,2\n", keys);
    // The sums alone show nothing: 19 is not above 22, nor that above 27.
    assert_eq!(lines(&loaded.dataset), ["flood, flood, in 2024; killed 19/22/27"]);
    let told: Vec<(u64, &str)> = loaded.warnings.iter().map(|warning| (warning.line, &*warning.message)).collect();
    let expected = |found: &str| {
        format!(
            "columns \"low\", \"best\", \"high\": found {found}, expected none above the next; they are counted as they are"
        )
    };
    assert_eq!(told, [(3, &*expected("5, 3, 9")), (4, &*expected("8, 8, 7"))]);
}

#[test]
fn rows_that_reach_over_two_periods_are_counted() {
    let table = "from,to,killed\n2024-01-30,2024-02-02,5\n2024-01-05,2024-01-09,1\n2024-02-28,2024-02-28,2\n\
                 2024-12-31,2025-01-01,4\n";
    let across = |periods: &str| {
        let keys = format!(
            r#""date": {{ "column": "from", "to": "to" }}, "periods": "{periods}",
            "counts": [{{ "measure": "killed", "role": "total", "column": "killed" }}]"#
        );
        read(table, &keys).read_as.unwrap().across
    };
    assert_eq!(["rows", "day", "week", "month", "year", "all"].map(across), [0, 3, 1, 2, 1, 0]);
}

/// Thirty sides, of which the last in the table lost most; and two.
#[test]
fn of_very_many_categories_the_largest_come_first() {
    let table = |sides: u32| {
        let rows = (1..=sides).map(|n| format!("2020-01-01,side {n},{}\n", n * 10));
        format!("day,side,killed\n{}", rows.collect::<String>())
    };
    let keys = format!(r#""date": {{ "column": "day" }}, "split": [{{ "column": "side" }}], {TOTAL}"#);
    let first = |sides| read(&table(sides), &keys).dataset.categories.keys().next().unwrap().to_string();
    assert_eq!(first(30), "side_30");
    assert_eq!(first(2), "side_1");
}
