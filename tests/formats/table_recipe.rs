//! Recipes: what is written is read again, what is wrong is named with its place, and the JSON Schema agrees.

use super::in_crate;
use jsonschema::Validator;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use tollview::formats::table::recipe::{
    BasisRule, CountRule, DateForm, DateRule, Events, Filter, Numbers, Periods, Reading, Recipe, Role, RowKind,
    SourceRule, Split, Use, VERSION, Values, Wide,
};
use tollview::formats::{self, Input, LoadErrorKind, Problem};

fn problems(text: &str) -> Vec<String> {
    match Recipe::read("r.json", text).map_err(|error| error.kind) {
        Ok(recipe) => panic!("was read: {recipe:?}"),
        Err(LoadErrorKind::Problems { list, .. }) => list.iter().map(Problem::to_string).collect(),
        Err(other) => vec![other.to_string()],
    }
}

/// A recipe with one count and these keys.
fn with(keys: &str) -> String {
    format!(
        "{{ \"tollview_recipe\": 1, \"row\": \"person\",\n  \"counts\": [{{ \"measure\": \"killed\", \"role\": \"total\" }}],\n  {keys} }}"
    )
}

#[test]
fn the_smallest_recipe_is_read() {
    let recipe = Recipe::read(
        "r.json",
        r#"{"tollview_recipe":1,"row":"person","counts":[{"measure":"killed","role":"total"}]}"#,
    );
    let recipe = recipe.unwrap();
    assert_eq!((recipe.row, recipe.basis, recipe.periods), (RowKind::Person, BasisRule::Incremental, Periods::Rows));
    assert_eq!(recipe.counts[0].column, None);
    assert_eq!(recipe.numbers.decimal, '.');
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list")]
fn what_is_wrong_is_named_with_its_place() {
    for (text, expected) in [
        (
            "[]",
            "line 1, column 1, at $: found an array, expected an object (a recipe); write { \"tollview_recipe\": 1, … }",
        ),
        (
            r#"{ "row": "person" }"#,
            "line 1, column 1, at $: found no key \"tollview_recipe\", expected it in a recipe; write \"tollview_recipe\": 1",
        ),
        (
            r#"{ "tollview_recipe": 2 }"#,
            "line 1, column 22, at $.tollview_recipe: found 2, expected the version 1 of recipes; \
             a later version needs a newer Tollview",
        ),
        (
            r#"{ "tollview_recipe": 1, "counts": [] }"#,
            "line 1, column 1, at $: found no key \"row\", expected it here; add it",
        ),
        (
            r#"{ "tollview_recipe": 1, "row": "person", "counts": [] }"#,
            "line 1, column 52, at $.counts: found no count, expected at least one; \
             write { \"measure\": \"killed\", \"role\": \"total\", \"column\": \"…\" }",
        ),
        (
            &with(r#""peroids": "month""#),
            "line 3, column 14, at $.peroids: found the key \"peroids\", expected one of \"tollview_recipe\", \"title\", \
             \"read\", \"row\", \"events\", \"date\", \"as_of\", \"periods\", \"source\", \"basis\", \"counts\", \"measure\", \
             \"split\", \"wide\", \"keep\", \"numbers\", \"labels\", \"sums\", \"licence\", \"note\"; did you mean \"periods\"?",
        ),
        (
            &with(r#""periods": "months""#),
            "line 3, column 14, at $.periods: found \"months\", expected one of \"rows\", \"day\", \"week\", \"month\", \
             \"year\", \"all\"; did you mean \"month\"?",
        ),
        (
            &with(r#""events": { "colums": ["a"] }"#),
            "line 3, column 25, at $.events.colums: found the key \"colums\", expected one of \"columns\", \"title\", \
             \"most\"; did you mean \"columns\"?",
        ),
        (&with(r#""events": ["a"]"#), "line 3, column 13, at $.events: found an array, expected an object: { … }"),
        (
            &with(r#""basis": { "cumulative": null }"#),
            "line 3, column 12, at $.basis: found an object, expected a word in double quotes",
        ),
        (&with(r#""title": 5"#), "line 3, column 12, at $.title: found 5, expected a text in double quotes"),
        (&with(r#""split": "sex""#), "line 3, column 12, at $.split: found \"sex\", expected a list: [ … ]"),
        (
            &with(r#""split": [{ "column": "age", "bands": [0, 18, "60"] }]"#),
            "line 3, column 49, at $.split[0].bands[2]: found \"60\", expected a whole number",
        ),
        (
            &with(r#""split": [{ "column": "age", "bands": [18, 0] }]"#),
            "line 3, column 41, at $.split[0].bands: found bands out of order, expected the first number of each, the lowest first",
        ),
        (
            &with(r#""read": { "delimiter": ";;" }"#),
            "line 3, column 26, at $.read.delimiter: found \";;\", expected a text of one character",
        ),
        (&with(r#""wide": {}"#), "line 3, column 11, at $.wide: found no key \"form\", expected it here; add it"),
        (
            &with(r#""date": {}"#),
            "line 3, column 11, at $.date: found neither \"column\" nor \"year\", expected one of them; \
             leave \"date\" out where there are no dates",
        ),
        (
            &with(r#""date": { "column": "a", "day": "d" }"#),
            "line 3, column 35, at $.date.day: found \"day\" without \"month\", expected the column of the month",
        ),
        (
            &with(r#""date": { "column": "a", "week": "d" }"#),
            "line 3, column 36, at $.date.week: found \"week\" without \"year\", expected the column of the year",
        ),
        (
            &with(r#""as_of": "June""#),
            "line 3, column 12, at $.as_of: found \"June\", expected a day such as \"2024-06-05\"",
        ),
        (
            &with(r#""events": { "most": 0 }"#),
            "line 3, column 23, at $.events.most: found 0, expected at least 1; leave the key out to keep all",
        ),
        (
            &with(r#""sums": { "a": ["a", "b"] }"#),
            "line 3, column 18, at $.sums.a: found \"a\" in itself, expected other measures",
        ),
        (
            "{ \"tollview_recipe\": 1, \"row\": \"person\",\n\"counts\": [{ \"measure\": \"killed\", \"role\": \"part\" }] }",
            "line 2, column 43, at $.counts[0].role: found the role \"part\" without \"category\", expected who is counted; \
             add \"category\"",
        ),
        (
            "{ \"tollview_recipe\": 1, \"row\": \"person\",\n\"counts\": [{ \"measure\": \"killed\", \"role\": \"total\", \"category\": \"men\" }] }",
            "line 2, column 64, at $.counts[0].category: found \"men\" with the role \"total\", expected a category only with \
             \"part\", \"of_which\" and \"unclear\"",
        ),
        (
            "{ \"tollview_recipe\": 1, \"row\": \"person\",\n\"counts\": [{ \"measure\": \"a\", \"role\": \"total\" }, { \"measure\": \"a\", \"role\": \"total\" }] }",
            "line 2, column 75, at $.counts[1].role: found the role \"total\" of the same count a second time, \
             expected it once; is one of them a part?",
        ),
        (
            &with(r#""note": "a", "note": "b""#),
            "line 3, column 16, at $.note: found the key \"note\" a second time, expected it once; remove or rename one of the two",
        ),
    ] {
        assert_eq!(problems(text), [expected], "{text}");
    }
    assert!(
        problems("{ \"tollview_recipe\": 1,")[0].starts_with("this file ends in the middle\nline 1, column 24, at $")
    );
}

#[test]
fn a_recipe_is_a_file_like_any_other() {
    let error = formats::read_recipe(Input::from_bytes("my-recipe.json", with(r#""title": 5"#).into())).unwrap_err();
    assert_eq!(
        error.to_string(),
        "my-recipe.json: 1 problem, so nothing was read\n\
         line 3, column 12, at $.title: found 5, expected a text in double quotes"
    );
    let error = formats::read_recipe(Input::from_bytes("my-recipe.json", vec![])).unwrap_err();
    assert!(error.to_string().starts_with("my-recipe.json: found an empty file"), "{error}");
}

#[test]
fn words_beside_numbers_belong_to_one_count_of_a_column() {
    let counts = |counts: &str| format!(r#"{{ "tollview_recipe": 1, "row": "incident", "counts": [{counts}] }}"#);
    let wrong = |text: &str| {
        let problems = problems(&counts(text));
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        problem.split_once(", at ").map(|(_, problem)| problem.to_owned()).unwrap()
    };
    assert_eq!(
        wrong(r#"{ "measure": "killed", "role": "total", "beside": ["killed"] }"#),
        "$.counts[0].beside: found \"beside\" without \"column\", expected the column in whose cells the words stand"
    );
    assert_eq!(
        wrong(r#"{ "measure": "killed", "role": "total", "column": "toll", "beside": ["dead", "shot dead"] }"#),
        "$.counts[0].beside[1]: found \"shot dead\", expected one word of letters, such as \"killed\""
    );
    assert_eq!(
        wrong(
            r#"{ "measure": "killed", "role": "total", "column": "toll", "beside": ["dead"] },
               { "measure": "missing", "role": "total", "column": "toll", "beside": ["missing", "Dead"] }"#
        ),
        "$.counts[1].beside[1]: found \"Dead\" a second time, expected each word of a column beside one count"
    );
    assert_eq!(
        wrong(r#"{ "measure": "killed", "role": "total", "column": "toll", "beside": "dead" }"#),
        "$.counts[0].beside: found \"dead\", expected a list: [ … ]"
    );
    let two = r#"{ "measure": "killed", "role": "total", "column": "toll", "beside": ["Dead", "کشته"] },
        { "measure": "missing", "role": "total", "column": "toll", "beside": ["missing"] }"#;
    let recipe = Recipe::read("r.json", &counts(two)).unwrap();
    assert_eq!(Recipe::read("r.json", &recipe.write().unwrap()).unwrap(), recipe);
}

#[test]
fn all_counts_of_a_measure_are_counted_once_for_each_incident_or_none() {
    let text = r#"{ "tollview_recipe": 1, "row": "incident", "counts": [
        { "measure": "killed", "role": "low", "column": "low", "once_per": "crash" },
        { "measure": "killed", "role": "high", "column": "high" },
        { "measure": "injured", "role": "total", "column": "injured" }] }"#;
    let problems = problems(text);
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert!(
        problem.ends_with(
            "$.counts[1].once_per: found nothing after \"crash\", expected the same for all counts of one measure"
        ),
        "{problem}"
    );
}

#[test]
fn a_column_may_name_the_incidents_that_are_counted_once() {
    let text = r#"{ "tollview_recipe": 1, "row": "incident", "counts": [
        { "measure": "killed", "role": "total", "column": "killed" }] }"#;
    let plain = Recipe::read("r.json", text).unwrap();
    let once = plain.with_use("crash", Use::OncePer);
    assert_eq!(once.counts[0].once_per.as_deref(), Some("crash"));
    assert_eq!(once.use_of("crash"), Use::OncePer);
    // A count that is added belongs to the same incidents.
    let more = once.with_use("hurt", Use::Count { measure: "injured".to_owned(), role: Role::Total });
    assert_eq!(more.counts[1].once_per.as_deref(), Some("crash"));
    assert_eq!(once.with_use("crash", Use::Nothing), plain);
}

fn name() -> impl Strategy<Value = String> {
    select(vec!["a", "killed", "Number of \"dead\"", "زنان", "column 3", "a.b"]).prop_map(str::to_owned)
}

fn names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(name(), 0..3)
}

fn form() -> impl Strategy<Value = DateForm> {
    use DateForm::{Buddhist, Compact, DayMonthYear, Epoch, MonthDayYear, Serial, SolarHijri, Year, YearMonthDay};
    select(vec![YearMonthDay, DayMonthYear, MonthDayYear, Compact, Year, Serial, Epoch, Buddhist, SolarHijri])
}

fn basis() -> impl Strategy<Value = BasisRule> {
    select(vec![BasisRule::Incremental, BasisRule::Cumulative])
}

fn count() -> impl Strategy<Value = CountRule> {
    use Role::{About, AtLeast, Best, High, Low, OfWhich, Part, Pending, Total, Unclear, UpTo};
    let role = select(vec![Total, Low, Best, High, AtLeast, About, UpTo, Part, OfWhich, Unclear, Pending]);
    (name(), role, name(), of(name()), of(name()), of(basis()), of(name()), any::<bool>()).prop_map(
        |(measure, role, category, column, filled, basis, source, is_beside)| CountRule {
            measure,
            role,
            category: matches!(role, Part | OfWhich | Unclear).then_some(category),
            filled: column.as_ref().and(filled),
            beside: if column.is_some() && is_beside { vec!["کشته".to_owned()] } else { Vec::new() },
            once_per: None,
            column,
            basis,
            source,
        },
    )
}

fn date() -> impl Strategy<Value = DateRule> {
    prop_oneof![
        (name(), of(name()), of(form())).prop_map(|(column, to, form)| DateRule {
            column: Some(column),
            to,
            form,
            ..DateRule::default()
        }),
        (name(), of((name(), of(name())))).prop_map(|(year, month)| {
            let (month, day) = month.unzip();
            DateRule { year: Some(year), month, day: day.flatten(), ..DateRule::default() }
        }),
    ]
}

fn meanings() -> impl Strategy<Value = indexmap::IndexMap<String, String>> {
    proptest::collection::vec((name(), name()), 0..3).prop_map(|pairs| pairs.into_iter().collect())
}

fn split() -> impl Strategy<Value = Split> {
    let bands = proptest::collection::btree_set(any::<u32>(), 0..4).prop_map(|bands| bands.into_iter().collect());
    (name(), meanings(), bands, of(1_usize..9)).prop_map(|(column, values, bands, most)| Split {
        column,
        values,
        bands,
        most,
    })
}

prop_compose! {
    fn what()(
        counts in proptest::collection::vec(count(), 1..4),
        measure in of((name(), meanings()).prop_map(|(column, values)| Values { column, values })),
        split in proptest::collection::vec(split(), 0..3),
        wide in of(form().prop_map(|form| Wide { form, before: "Deaths ".to_owned(), after: String::new(), month: Some("month".to_owned()), year: None, except: vec!["Deaths 2020".to_owned()] })),
        keep in proptest::collection::vec(
            (name(), names(), names()).prop_map(|(column, only, except)| Filter { column, only, except }), 0..2),
        date in of(date()),
    ) -> Recipe {
        let mut counts = counts;
        // The same number twice is refused.
        for (index, count) in counts.iter_mut().enumerate() {
            count.measure = format!("{}{index}", count.measure);
            // So is a word of two counts.
            for word in &mut count.beside {
                *word += &"ا".repeat(index);
            }
            count.once_per = count.basis.map(|basis| format!("incident {basis:?}"));
        }
        Recipe {
            tollview_recipe: VERSION, title: None, read: Reading::default(), row: RowKind::Group, events: Events::default(),
            date, as_of: None, periods: Periods::Rows, source: SourceRule::default(), basis: BasisRule::Incremental, counts, measure,
            split, wide, keep, numbers: Numbers::default(), labels: indexmap::IndexMap::new(),
            sums: indexmap::IndexMap::new(), licence: None, note: None,
        }
    }
}

prop_compose! {
    pub(super) fn recipe()(
        recipe in what(),
        (title, licence, note) in (of(name()), of(name()), of(name())),
        as_of in of(Just("2024-06-05".to_owned())),
        row in select(vec![RowKind::Person, RowKind::Incident, RowKind::Period, RowKind::Group]),
        (encoding, delimiter, header_row, sheets, records) in
            (of(name()), of(any::<char>()), of(any::<u64>()), names(), of(name())),
        events in (names(), of(name()), of(1_usize..9)).prop_map(|(columns, title, most)| Events { columns, title, most }),
        source in (of(name()), names(), of(name())).prop_map(|(column, nobody, name)| SourceRule { column, nobody, name }),
        periods in select(vec![Periods::Rows, Periods::Day, Periods::Week, Periods::Month, Periods::Year, Periods::All]),
        basis in basis(),
        numbers in (any::<char>(), names(), any::<bool>())
            .prop_map(|(decimal, unknown, round)| Numbers { decimal, unknown, round, ..Numbers::default() }),
        labels in meanings(),
    ) -> Recipe {
        let read = Reading { encoding, delimiter, header_row, sheets, records };
        let sums = [("dead_or_missing".to_owned(), vec!["dead".to_owned(), "missing".to_owned()])].into();
        Recipe { title, licence, note, as_of, row, read, events, source, periods, basis, numbers, labels, sums, ..recipe }
    }
}

fn schema() -> Validator {
    let text = std::fs::read_to_string(in_crate("assets/recipe.schema.json")).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

/// What the reader says about the shape; `None` where only what a schema cannot say is wrong.
fn reader_accepts(text: &str) -> Option<bool> {
    let beyond_schema = [
        "out of order",
        "of the same count a second time",
        " in itself, ",
        "expected one word of letters",
        "expected each word",
    ];
    match Recipe::read("r.json", text).map_err(|error| error.kind) {
        Ok(_) => Some(true),
        Err(LoadErrorKind::Problems { list, .. }) => {
            let is_of_shape = |problem: &Problem| !beyond_schema.iter().any(|words| problem.message.contains(words));
            list.iter().any(is_of_shape).then_some(false)
        }
        Err(_) => Some(false),
    }
}

fn agree(schema: &Validator, value: &Value) {
    let text = value.to_string();
    let Some(accepted) = reader_accepts(&text) else { return };
    let errors: Vec<String> =
        schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    let outcome = Recipe::read("r.json", &text).map_or_else(|error| error.to_string(), |_| "read".to_owned());
    assert_eq!(errors.is_empty(), accepted, "schema: {errors:#?}\nreader: {outcome}\n{text}");
}

fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| places(value, &format!("{here}/{index}"), all));
        }
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            places(value, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), all);
        }),
        _ => {}
    }
}

fn value() -> impl Strategy<Value = Value> {
    select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(""),
        json!(";"),
        json!("total"),
        json!("part"),
        json!("month"),
        json!("cumulative"),
        json!([]),
        json!(["a"]),
        json!([1, 2]),
        json!({}),
        json!({ "column": "a" }),
        json!({ "total": null }),
    ])
}

#[derive(Clone, Debug)]
enum Damage {
    Replace(Value),
    Remove(Index),
    Add(&'static str, Value),
}

fn damage() -> impl Strategy<Value = Damage> {
    let keys = [
        "column",
        "role",
        "category",
        "filled",
        "beside",
        "once_per",
        "measure",
        "basis",
        "source",
        "most",
        "bands",
        "form",
        "to",
        "year",
        "month",
        "day",
        "only",
        "values",
        "counts",
        "unknown",
        "delimiter",
        "row",
        "extra",
    ];
    prop_oneof![
        value().prop_map(Damage::Replace),
        any::<Index>().prop_map(Damage::Remove),
        (select(keys.to_vec()), value()).prop_map(|(key, value)| Damage::Add(key, value)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(recipe in recipe()) {
        let text = recipe.write().unwrap();
        let again = Recipe::read("r.json", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        prop_assert_eq!(again, recipe);
        agree(&schema(), &serde_json::from_str(&text).unwrap());
    }

    #[test]
    fn schema_and_reader_agree_on_damaged_recipes(
        recipe in recipe(),
        damages in proptest::collection::vec((any::<Index>(), damage()), 0..24),
    ) {
        let whole: Value = serde_json::from_str(&recipe.write().unwrap()).unwrap();
        let mut all = Vec::new();
        places(&whole, "", &mut all);
        let schema = schema();
        for (place, damage) in damages {
            let mut value = whole.clone();
            let target = value.pointer_mut(&all[place.index(all.len())]).unwrap();
            match (damage, &mut *target) {
                (Damage::Replace(new), _) => *target = new,
                (Damage::Remove(index), Value::Object(members)) if !members.is_empty() => {
                    let key = members.keys().nth(index.index(members.len())).unwrap().clone();
                    members.shift_remove(&key);
                }
                (Damage::Add(key, new), Value::Object(members)) => {
                    members.insert(key.to_owned(), new);
                }
                _ => continue,
            }
            agree(&schema, &value);
        }
    }
}
