//! Files that are read, and what becomes of them.

use super::{datasets_in, in_crate, read, read_path};
use tollview::formats::native::write;
use tollview::model::{Basis, EventEnd, Stated, Who};

/// A dataset with one report whose counts are `counts`.
fn with_counts(counts: &str) -> String {
    format!(
        r#"{{ "tollview": 1, "title": "T", "categories": [{{ "id": "children", "label": "C" }}],
             "events": [{{ "id": "e", "title": "E", "reports": [{{ "counts": {counts} }}] }}] }}"#
    )
}

#[test]
fn the_bundled_dataset_is_read_and_written_as_it_is() {
    let path = in_crate("assets/iran-protests.toll.json");
    let loaded = read_path(&path).unwrap_or_else(|error| panic!("{error}"));
    assert!(loaded.dataset.report_count() > 30);
    let written = write(&loaded.dataset);
    assert_eq!(written, std::fs::read_to_string(&path).unwrap(), "the bundled file is in canonical form");
}

/// The good files are in canonical form, so that writing them shows every key, its order and its layout.
#[test]
fn good_files_are_written_as_they_are() {
    for path in datasets_in("tests/data/good") {
        let loaded = read_path(&path).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(write(&loaded.dataset), std::fs::read_to_string(&path).unwrap(), "{}", path.display());
    }
}

#[test]
fn all_parts_of_a_file_arrive() {
    let dataset = read_path(&in_crate("tests/data/good/everything.toll.json")).unwrap().dataset;
    assert_eq!(dataset.title.get("fa"), "همه‌چیز");
    let event = &dataset.events["e1"];
    assert_eq!(event.end, EventEnd::Ongoing);
    let [first, second] = &event.reports[..] else { panic!("two reports") };
    assert_eq!(second.basis, Basis::Incremental);
    assert_eq!(second.when().unwrap().to_string(), "2025-10-03/2025-10-04");
    assert_eq!(second.supersedes, first.id);
    let killed = &first.counts["killed"];
    assert_eq!(killed.stated, Stated::AtLeast(646));
    assert_eq!(killed.parts["protesters"].of_which["kids"].stated, Stated::Exact(9));
    assert_eq!(killed.pending.as_ref().unwrap().stated, Stated::About(579));
    assert_eq!(killed.unclear["kids"].stated, Stated::Range { low: Some(3), best: None, high: Some(2) });
    let coverage = killed.coverage.as_deref().unwrap();
    assert_eq!(coverage.who, Some(Who::Categories(vec!["protesters".into(), "kids".into()])));
    assert_eq!(first.counts["dead"].stated, Stated::Unknown);
}

#[test]
fn free_keys_keep_their_order_and_every_digit() {
    let path = in_crate("tests/data/good/everything.toll.json");
    let dataset = read_path(&path).unwrap().dataset;
    let keys: Vec<&str> = dataset.extra.keys().map(String::as_str).collect();
    assert_eq!(keys, ["x_z", "x_a"]);
    let text = dataset.extra["x_z"].to_string();
    assert!(text.contains("1.50") && text.contains("123456789012345678901234567890"), "{text}");
    assert_eq!(dataset.events["e1"].reports[0].counts["killed"].extra["x_row"], 12);
}

#[test]
fn ids_may_be_declared_after_their_use() {
    let text = r#"{ "events": [{ "reports": [{ "counts": { "m": 1 }, "source": "s", "supersedes": "r" },
        { "counts": {}, "id": "r" }], "title": "E", "id": "e" }], "sources": [{ "name": "S", "id": "s" }],
        "measures": [{ "label": "M", "id": "m" }], "title": "T", "tollview": 1 }"#;
    let dataset = read(text).unwrap_or_else(|error| panic!("{error}")).dataset;
    assert_eq!(dataset.events["e"].reports[0].source, Some("s".into()));
}

#[test]
fn a_byte_order_mark_and_any_line_ends_are_accepted() {
    let text = with_counts("{ \"killed\": 1 }");
    for variant in
        [format!("\u{FEFF}{text}"), text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\n{text}\n")]
    {
        assert_eq!(read(&variant).unwrap(), read(&text).unwrap());
    }
}

#[test]
fn whole_numbers_may_be_written_with_a_zero_fraction() {
    let count = |text: &str| {
        read(&with_counts(&format!("{{ \"killed\": {text} }}")))
            .map(|l| l.dataset.events["e"].reports[0].counts["killed"].stated)
    };
    assert_eq!(count("12.0"), Ok(Stated::Exact(12)));
    assert_eq!(count("9007199254740991"), Ok(Stated::Exact(9_007_199_254_740_991)));
    assert!(count("12.01").is_err());
}

#[test]
fn escapes_in_keys_and_texts_are_read() {
    let text = with_counts(r#"{ "kil\u006ced": { "exact": 1, "as_written": "one\n\ud83d\ude00 \"person\" \\n" } }"#);
    let dataset = read(&text).unwrap().dataset;
    assert_eq!(dataset.events["e"].reports[0].counts["killed"].as_written.as_deref(), Some("one\n😀 \"person\" \\n"));
}

#[test]
fn counts_may_lie_in_each_other_as_deep_as_json_may() {
    let depth = 28;
    let text = format!(
        "{{ \"killed\": {}1{} }}",
        r#"{ "exact": 1, "parts": { "children": "#.repeat(depth),
        " } }".repeat(depth)
    );
    let dataset = read(&with_counts(&text)).unwrap_or_else(|error| panic!("{error}")).dataset;
    assert_eq!(read(&write(&dataset)).unwrap().dataset, dataset);
}
