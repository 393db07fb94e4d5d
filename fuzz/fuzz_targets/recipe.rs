//! Recipes for a small table that has a bit of everything: what is read is written as it was, and fits the table or not.
//! What begins with a brace is a recipe as it is; other bytes choose one that keeps to most of the rules.

#![no_main]

use libfuzzer_sys::arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use tollview::formats::{Input, read_recipe};
use tollview_fuzz::{has_words, read_by, watched};

const TABLE: &[u8] = include_bytes!("../table.csv");
const COLUMNS: [&str; 15] = [
    "date",
    "until",
    "village",
    "status",
    "source",
    "published",
    "killed",
    "low",
    "high",
    "children",
    "injured",
    "group",
    "2019",
    "2020",
    "not there",
];
const MEASURES: [&str; 6] = ["killed", "dead", "injured", "missing", "gone", "all"];
const FORMS: [&str; 11] = [
    "year_month_day",
    "day_month_year",
    "month_day_year",
    "compact",
    "year_week",
    "year_quarter",
    "year",
    "serial",
    "epoch",
    "buddhist",
    "solar_hijri",
];

fuzz_target!(|bytes: &[u8]| watched(|| match bytes {
    [b'{', ..] => read(bytes.to_vec()),
    _ => read(recipe(&mut Unstructured::new(bytes)).unwrap_or_default().into()),
}));

fn read(bytes: Vec<u8>) {
    let name = "a.recipe.json";
    match read_recipe(Input::from_bytes(name, bytes)) {
        Ok(recipe) => {
            let written = recipe.write().expect("what was read can be written");
            assert_eq!(read_recipe(Input::from_bytes(name, written.into())).as_ref(), Ok(&recipe));
            read_by(&recipe, "table.csv", TABLE);
        }
        Err(error) => has_words(name, &error),
    }
}

fn recipe(u: &mut Unstructured) -> Result<String> {
    let row = u.choose(&["person", "incident", "period", "group"])?;
    let counts = list(u, 1, 6, count)?;
    let mut keys = vec![format!(r#""tollview_recipe":1,"row":"{row}","counts":{counts}"#)];
    for (key, value) in [
        ("basis", u.choose(&["incremental", "cumulative"])?),
        ("periods", u.choose(&["rows", "day", "week", "month", "year", "all"])?),
    ] {
        keys.push(format!(r#""{key}":"{value}""#));
    }
    let others: [(&str, fn(&mut Unstructured) -> Result<String>); 9] = [
        ("date", date),
        ("events", |u| Ok(format!(r#"{{"columns":{},"most":{}}}"#, list(u, 0, 2, column)?, u.int_in_range(1..=3)?))),
        ("source", |u| Ok(format!(r#"{{"column":{}}}"#, column(u)?))),
        ("measure", |u| Ok(format!(r#"{{"column":{},"values":{{"died":"killed","A":"dead"}}}}"#, column(u)?))),
        ("split", |u| list(u, 1, 3, split)),
        ("wide", |u| Ok(format!(r#"{{"form":{}}}"#, form(u)?))),
        ("keep", |u| Ok(format!(r#"[{{"column":{},"except":["Upper","3",""]}}]"#, column(u)?))),
        ("numbers", |u| {
            let scale = u.choose(&["one", "thousand", "million"])?;
            Ok(format!(r#"{{"unknown":["-99"],"round":{},"scale":"{scale}"}}"#, u.arbitrary::<bool>()?))
        }),
        ("sums", |u| Ok(format!(r#"{{"all":{},"gone":["all","missing"]}}"#, list(u, 1, 3, measure)?))),
    ];
    for (key, value) in others {
        if u.arbitrary()? {
            keys.push(format!(r#""{key}":{}"#, value(u)?));
        }
    }
    Ok(format!("{{{}}}", keys.join(",")))
}

fn list(
    u: &mut Unstructured,
    least: usize,
    most: usize,
    item: fn(&mut Unstructured) -> Result<String>,
) -> Result<String> {
    let count = u.int_in_range(least..=most)?;
    let items = (0..count).map(|_| item(u)).collect::<Result<Vec<_>>>()?;
    Ok(format!("[{}]", items.join(",")))
}

fn column(u: &mut Unstructured) -> Result<String> {
    Ok(format!("{:?}", u.choose(&COLUMNS)?))
}

fn measure(u: &mut Unstructured) -> Result<String> {
    Ok(format!("{:?}", u.choose(&MEASURES)?))
}

fn form(u: &mut Unstructured) -> Result<String> {
    Ok(format!("{:?}", u.choose(&FORMS)?))
}

fn date(u: &mut Unstructured) -> Result<String> {
    let mut keys = vec![format!(r#""form":{}"#, form(u)?)];
    let of_column = u.arbitrary::<bool>()?;
    for key in if of_column { ["column", "to", "time"] } else { ["year", "month", "day"] } {
        keys.push(format!(r#""{key}":{}"#, column(u)?));
        if u.arbitrary()? {
            break;
        }
    }
    Ok(format!("{{{}}}", keys.join(",")))
}

fn split(u: &mut Unstructured) -> Result<String> {
    let bands = u.choose(&["[]", "[0,18,60]", "[1]", "[4294967295]"])?;
    Ok(format!(r#"{{"column":{},"values":{{"A":"B"}},"bands":{bands},"most":{}}}"#, column(u)?, u.int_in_range(1..=3)?))
}

fn count(u: &mut Unstructured) -> Result<String> {
    let roles =
        ["total", "low", "best", "high", "at_least", "about", "up_to", "pending", "part", "of_which", "unclear"];
    let role = u.choose(&roles)?;
    let mut keys = vec![format!(r#""measure":{},"role":"{role}""#, measure(u)?)];
    if matches!(*role, "part" | "of_which" | "unclear") {
        keys.push(format!(r#""category":"{}""#, u.choose(&["A", "children", "killed"])?));
    }
    if u.arbitrary()? {
        keys.push(format!(r#""column":{}"#, column(u)?));
        if u.arbitrary()? {
            keys.push(format!(r#""filled":{}"#, column(u)?));
        }
    }
    if u.arbitrary()? {
        keys.push(format!(r#""basis":"{}""#, u.choose(&["incremental", "cumulative"])?));
    }
    if u.arbitrary()? {
        keys.push(format!(r#""source":"{}""#, u.choose(&["A monitor", "B"])?));
    }
    Ok(format!("{{{}}}", keys.join(",")))
}
