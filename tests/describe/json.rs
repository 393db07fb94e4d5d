//! The JSON: its keys and their order, and the figures of the bundled dataset.

use super::{bundled, json, on, read};
use serde_json::{Value, json};
use tollview::describe::{AsKnownOn, Options};

const ALL: Options = Options { as_known_on: AsKnownOn::AsInFile, all: true };

fn known_on(as_known_on: AsKnownOn) -> Options {
    Options { as_known_on, all: false }
}

fn event<'a>(description: &'a Value, id: &str) -> &'a Value {
    description["events"].as_array().unwrap().iter().find(|event| event["id"] == id).unwrap()
}

/// The entry of a list with these values.
fn find<'a>(list: &'a Value, wanted: &[(&str, &str)]) -> &'a Value {
    let fits = |entry: &&Value| wanted.iter().all(|(key, value)| entry[key] == *value);
    let mut found = list.as_array().unwrap().iter().filter(fits);
    let entry = found.next().unwrap_or_else(|| panic!("nothing with {wanted:?}"));
    assert!(found.next().is_none(), "more than one with {wanted:?}");
    entry
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Category, relation, holder and number of each part.
fn parts(figure: &Value) -> Vec<(&str, &str, Option<&str>, u64)> {
    let part = |part: &'_ Value| {
        assert_eq!(part["qualifier"], "exact");
        part["best"].as_u64().unwrap()
    };
    let list = figure["parts"].as_array().unwrap();
    list.iter()
        .map(|entry| {
            let text = |key: &str| entry[key].as_str();
            (text("category").unwrap(), text("relation").unwrap(), text("inside"), part(entry))
        })
        .collect()
}

#[test]
fn the_bundled_dataset_has_seven_events_and_59_reports() {
    let description = json(&bundled(), ALL);
    let events = description["events"].as_array().unwrap();
    assert_eq!(events.len(), 7);
    assert_eq!(events.iter().map(|event| event["reports"].as_u64().unwrap()).sum::<u64>(), 59);
    let mut ids = std::collections::BTreeSet::new();
    for event in events {
        let reports = event["all_reports"].as_array().unwrap();
        ids.extend(reports.iter().map(|report| (event["id"].to_string(), report["id"].to_string())));
    }
    assert_eq!(ids.len(), 59, "every report has at least one count");
}

#[test]
fn keys_come_in_their_documented_order() {
    let description = json(&bundled(), ALL);
    assert_eq!(
        keys(&description),
        [
            "title",
            "rows",
            "left_out",
            "recipe",
            "not_used",
            "questions",
            "events",
            "comparison",
            "findings",
            "warnings"
        ]
    );
    assert_eq!(description["title"], "Iran’s protests and their tolls, 1978–2026");
    assert_eq!(description["rows"], Value::Null);
    assert_eq!(description["warnings"], json!([]));
    let event = event(&description, "iran-2025-26");
    assert_eq!(keys(event), ["id", "title", "start", "end", "reports", "totals", "all_reports"]);
    assert_eq!((&event["start"], &event["end"]), (&json!("2025-12-28"), &json!("..")));
    let figure = [
        "measure",
        "source",
        "as_of",
        "stands",
        "rule",
        "qualifier",
        "low",
        "best",
        "high",
        "residual",
        "pending",
        "coverage",
        "parts",
    ];
    assert_eq!(keys(&event["totals"][0]), figure);
    assert_eq!(keys(&event["all_reports"][0]), [&["id", "via", "published"][..], &figure].concat());
    let part = ["category", "relation", "inside", "qualifier", "low", "best", "high", "as_of"];
    assert_eq!(keys(&event["totals"][0]["parts"][0]), part);
    let finding = ["severity", "kind", "event", "source", "as_of", "path", "message"];
    assert_eq!(keys(&description["findings"][0]), finding);
    let without = json(&bundled(), Options::default());
    assert_eq!(keys(&without["events"][0]), ["id", "title", "start", "end", "reports", "totals"]);
}

#[test]
fn hrana_via_ap_closes_at_2571() {
    let description = json(&bundled(), ALL);
    let event = event(&description, "iran-2025-26");
    let via_ap = &json!(["AP"]);
    let of_ap = |measure: &str| {
        let list = event["all_reports"].as_array().unwrap();
        list.iter().find(|entry| entry["via"] == *via_ap && entry["measure"] == measure).unwrap()
    };
    let killed = of_ap("killed");
    assert_eq!(killed["id"], "hrana-2026-01-14-ap");
    assert_eq!((&killed["as_of"], &killed["published"]), (&json!("2026-01-14"), &json!("2026-01-14")));
    assert_eq!((&killed["qualifier"], &killed["low"]), (&json!("at_least"), &json!(2571)));
    assert_eq!((&killed["best"], &killed["high"]), (&Value::Null, &Value::Null));
    assert_eq!(killed["residual"], 0);
    assert_eq!(killed["coverage"], json!({ "who": "everyone" }));
    assert_eq!(killed["stands"], true);
    let expected = [
        ("protesters", "part", None, 2403),
        ("government", "part", None, 147),
        ("children", "part", None, 12),
        ("bystanders", "part", None, 9),
    ];
    assert_eq!(parts(killed), expected);
    let detained = of_ap("detained");
    assert_eq!((&detained["qualifier"], &detained["low"]), (&json!("more_than"), &json!(18100)));
    assert_eq!(detained["residual"], Value::Null);
}

#[test]
fn children_are_inside_protesters_on_12_january_and_a_part_on_14_january() {
    let description = json(&bundled(), ALL);
    let reports = &event(&description, "iran-2025-26")["all_reports"];
    let twelfth = find(reports, &[("id", "hrana-2026-01-12"), ("measure", "killed")]);
    let expected = [
        ("protesters", "part", None, 505),
        ("children", "of_which", Some("protesters"), 9),
        ("government", "part", None, 134),
        ("bystanders", "part", None, 7),
    ];
    assert_eq!(parts(twelfth), expected);
    assert_eq!((&twelfth["residual"], &twelfth["pending"]), (&json!(0), &json!(579)));
    let fourteenth = find(reports, &[("id", "hrana-2026-01-14"), ("measure", "killed")]);
    assert!(parts(fourteenth).contains(&("children", "part", None, 12)));
    assert_eq!(fourteenth["stands"], false, "the same figure via AP is later in the file");
}

#[test]
fn the_official_count_leaves_690() {
    let description = json(&bundled(), known_on(AsKnownOn::Latest));
    let totals = &event(&description, "iran-2025-26")["totals"];
    let official = find(totals, &[("source", "iran-authorities"), ("measure", "killed")]);
    assert_eq!((&official["qualifier"], &official["best"]), (&json!("exact"), &json!(3117)));
    assert_eq!(official["residual"], 690);
    assert_eq!(parts(official), [("martyrs", "part", None, 2427)]);
    let finding = find(&description["findings"], &[("kind", "not_broken_down"), ("source", "iran-authorities")]);
    let expected = json!({
        "severity": "note", "kind": "not_broken_down", "event": "iran-2025-26", "source": "iran-authorities",
        "as_of": "2026-01-21", "path": "$.events[0].reports[32].counts.killed",
        "message": "690 of 3,117 are not broken down.",
    });
    assert_eq!(*finding, expected);
}

#[test]
fn what_stands_depends_on_what_was_known() {
    let killed = |as_known_on| {
        let description = json(&bundled(), known_on(as_known_on));
        let totals = &event(&description, "iran-2025-26")["totals"];
        find(totals, &[("source", "hrana"), ("measure", "killed")]).clone()
    };
    for (as_known_on, low, rule) in [
        (AsKnownOn::AsInFile, 2571, "lead, as known on 2026-01-14"),
        (on("2026-01-14"), 2571, "lead, as known on 2026-01-14"),
        (on("2026-01-12"), 646, "lead, as known on 2026-01-12"),
        (AsKnownOn::Latest, 7008, "lead, latest"),
    ] {
        let figure = killed(as_known_on);
        assert_eq!((&figure["low"], &figure["rule"]), (&json!(low), &json!(rule)));
        assert_eq!(figure["stands"], true);
    }
    let nothing = json(&bundled(), known_on(on("1970-01-01")));
    for event in nothing["events"].as_array().unwrap() {
        assert_eq!(event["totals"], json!([]));
    }
}

#[test]
fn without_a_lead_the_baselines_source_stands() {
    let text = r#"{ "tollview": 1, "title": "T", "show": { "event": "a", "baseline": "b" },
        "sources": [{ "id": "s", "name": "S" }, { "id": "t", "name": "T" }],
        "events": [
            { "id": "a", "title": "A", "reports": [
                { "source": "s", "as_of": "2020-01-01", "counts": { "killed": 1 } },
                { "source": "t", "as_of": "2020-01-01", "counts": { "killed": 2 } } ] },
            { "id": "b", "title": "B", "lead": "t", "reports": [] } ] }"#;
    let description = json(&read(text), Options::default());
    let totals = &event(&description, "a")["totals"];
    assert_eq!(find(totals, &[("source", "t")])["rule"], "baseline's source, latest");
    let other = find(totals, &[("source", "s")]);
    assert_eq!((&other["stands"], &other["rule"]), (&json!(false), &Value::Null));
}

#[test]
fn ranges_and_unknown_numbers_keep_their_places() {
    let text = r#"{ "tollview": 1, "title": { "fa": "ف", "en": "T" },
        "sources": [{ "id": "s", "name": "S" }],
        "categories": [{ "id": "women", "label": "Women" }, { "id": "girls", "label": "Girls" }],
        "events": [{ "id": "a", "title": "A", "start": "2020~", "reports": [
            { "source": "s", "as_of": "2020-01-02", "counts": {
                "killed": { "low": 10, "best": 20, "high": 30, "pending": { "about": 5 },
                    "coverage": { "by": "someone", "where": "there", "period": "2020-01", "text": "more" },
                    "parts": { "women": { "about": 4, "as_of": "2020-01-01", "of_which": { "girls": { "up_to": 3 } } } } },
                "injured": null } } ] }] }"#;
    let description = json(&read(text), Options::default());
    assert_eq!(description["title"], "T");
    let event = event(&description, "a");
    assert_eq!((&event["start"], &event["end"]), (&json!("2020~"), &Value::Null));
    let expected = json!([
        { "measure": "killed", "source": "s", "as_of": "2020-01-02", "stands": false, "rule": null,
          "qualifier": "range", "low": 10, "best": 20, "high": 30, "residual": 16, "pending": 5,
          "coverage": { "by": "someone", "where": "there", "period": "2020-01", "text": "more" },
          "parts": [
            { "category": "women", "relation": "part", "inside": null, "qualifier": "about", "low": null, "best": 4,
              "high": null, "as_of": "2020-01-01" },
            { "category": "girls", "relation": "of_which", "inside": "women", "qualifier": "up_to", "low": null,
              "best": null, "high": 3, "as_of": null } ] },
        { "measure": "injured", "source": "s", "as_of": "2020-01-02", "stands": false, "rule": null,
          "qualifier": "unknown", "low": null, "best": null, "high": null, "residual": null, "pending": null,
          "coverage": null, "parts": [] },
    ]);
    assert_eq!(event["totals"], expected);
}

#[test]
fn periods_are_summed_and_say_so() {
    let text = r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "s", "name": "S" }],
        "events": [{ "id": "a", "title": "A", "lead": "s", "reports": [
            { "id": "w1", "source": "s", "basis": "incremental", "period": "2020-01-01/2020-01-07", "counts": { "killed": 3 } },
            { "id": "w2", "source": "s", "basis": "incremental", "period": "2020-01-08/2020-01-14", "counts": { "killed": 4 } } ] }] }"#;
    let description = json(&read(text), ALL);
    let event = event(&description, "a");
    let total = &event["totals"][0];
    assert_eq!((&total["as_of"], &total["best"], &total["periods"]), (&json!("2020-01-14"), &json!(7), &json!(2)));
    assert_eq!((&total["basis"], &total["stands"]), (&json!("incremental"), &json!(true)));
    let week = find(&event["all_reports"], &[("id", "w1")]);
    assert_eq!((&week["as_of"], &week["period"]), (&Value::Null, &json!("2020-01-01/2020-01-07")));
    assert_eq!((&week["basis"], &week["stands"]), (&json!("incremental"), &json!(false)));
}

#[test]
fn the_comparison_of_the_bundled_dataset() {
    let description = json(&bundled(), known_on(on("2026-01-14")));
    let comparison = &description["comparison"];
    assert_eq!(comparison["baseline"], "iran-2022");
    let of = |id: &str| comparison["events"].as_array().unwrap().iter().find(|event| event["event"] == id).unwrap();
    let near = |number: &Value, expected: f64| assert!((number.as_f64().unwrap() - expected).abs() < 1e-3, "{number}");
    let now = of("iran-2025-26");
    // 2,571 / 522, at least; protesters 2,403 / 522.
    assert_eq!((&now["multiple"]["sign"], &now["multiple"]["high"]), (&json!("at_least"), &Value::Null));
    near(&now["multiple"]["low"], 4.9253);
    assert_eq!(now["likeness"], "different");
    assert_eq!(now["like_with_like"]["who"], json!(["protesters"]));
    near(&now["like_with_like"]["multiple"]["stated"], 4.6034);
    // 2,571 / 18 days; 2,571 / 92.417681 million.
    assert_eq!((&now["days"], &now["per_day"]["sign"]), (&json!(18), &json!("at_least")));
    near(&now["per_day"]["low"], 142.8333);
    assert_eq!(now["population"], 92_417_681);
    near(&now["per_million"]["low"], 27.8194);
    assert_eq!(of("iran-2022")["multiple"], Value::Null);
    // 532 / 522 to 2,781 / 522; it ended on 11 February 1979 and was counted on some day of that month.
    let revolution = of("iran-1978-79");
    assert_eq!((&revolution["multiple"]["sign"], &revolution["likeness"]), (&json!("between"), &json!("not_stated")));
    near(&revolution["multiple"]["low"], 1.0192);
    near(&revolution["multiple"]["high"], 5.3276);
    assert_eq!((&revolution["per_day"], &revolution["days"]), (&Value::Null, &Value::Null));

    let passed: Vec<Value> = comparison["passings"]["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|passing| passing["event"] == "iran-2025-26")
        .map(|passing| json!([passing["who"], passing["outcome"], passing["day"], passing["date"]]))
        .collect();
    // 544 on 11 January, 1,850 protesters on 13 January.
    assert_eq!(
        passed,
        [json!([null, "passed", 15, "2026-01-11"]), json!([["protesters"], "passed", 17, "2026-01-13"])]
    );
    let first = &comparison["order"]["neighbours"][0];
    // 2,781 and more than 60,000 against 2,571.
    assert_eq!(first, &json!({ "upper": "iran-2025-26", "lower": "iran-1978-79", "verdict": "overturned" }));

    let latest = json(&bundled(), known_on(AsKnownOn::Latest));
    let events = latest["comparison"]["events"].as_array().unwrap();
    let now = events.iter().find(|event| event["event"] == "iran-2025-26").unwrap();
    let spread = &now["spreads"][0];
    assert_eq!((&spread["low"], &spread["high"]), (&json!(3117), &json!(7008)));
    near(&spread["factor"], 2.2483);
    assert_eq!(spread["sources"], json!(["hrana", "official-to-reuters", "iran-authorities"]));
}
