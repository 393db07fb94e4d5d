//! Views: whatever can be asked survives, whatever is wrong is said with its place.

use super::in_crate;
use super::table_recipe::recipe;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::ops::ControlFlow;
use std::path::Path;
use tollview::analysis::{Column, EventKey, FileId, Flow, Order, Question, Scale, Sources, Tab, Time, Unit, Unticked};
use tollview::formats::view::{View, ViewFile, joined, relative, write};
use tollview::formats::{ContentHash, Document, Input, LoadError, read_any};
use tollview::model::Id;

const FILES: u32 = 3;

fn read(bytes: &[u8]) -> Result<Document, LoadError> {
    read_any(Input::from_bytes("test.tollview.json", bytes.to_vec()), &mut |_| ControlFlow::Continue(()))
}

fn id() -> BoxedStrategy<Id> {
    vec(prop_oneof![3 => proptest::char::range('a', 'z'), 1 => any::<char>()], 1..8)
        .prop_map(|characters| Id::from(&*characters.into_iter().collect::<String>()))
        .boxed()
}

fn key() -> BoxedStrategy<EventKey> {
    (0..FILES, id()).prop_map(|(file, event)| EventKey { file: FileId(file), event }).boxed()
}

fn named<T: Copy + std::fmt::Debug + 'static>(names: &'static [(&'static str, T)]) -> BoxedStrategy<T> {
    (0..names.len()).prop_map(move |index| names[index].1).boxed()
}

fn question() -> BoxedStrategy<Question> {
    let day = (1_i16..9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day));
    let events = (of(key()), btree_set(key(), 0..5), of(key()), of((key(), 0_usize..50)));
    let sources = (btree_map(key(), id(), 0..3), btree_map(key(), named(Sources::NAMES), 0..3), named(Sources::NAMES));
    let drawn = (named(Tab::NAMES), named(Unit::NAMES), named(Scale::NAMES), named(Order::NAMES));
    let time = (named(Time::NAMES), named(Flow::NAMES), of(any::<i32>()), of(day));
    let rest = (id(), of(vec(id(), 0..3)), any::<bool>(), of((named(Column::NAMES), any::<bool>())));
    let lack = prop_oneof![Just(Unticked::NotOver), id().prop_map(Unticked::WithoutFigureBy)];
    (events, sources, drawn, time, rest, btree_map(key(), lack, 0..4))
        .prop_map(|(events, sources, drawn, time, rest, unticked)| {
            let mut question = Question::of_measure(rest.0);
            (question.event, question.ticked, question.baseline, question.picked_report) = events;
            (question.chosen_sources, question.event_sources, question.sources) = sources;
            (question.tab, question.unit, question.scale, question.order) = drawn;
            (question.time, question.flow, question.on_day, question.as_known_on) = time;
            (question.people, question.all_events, question.sorted_by) = (rest.1, rest.2, rest.3);
            question.unticked = unticked;
            question
        })
        .boxed()
}

fn view() -> BoxedStrategy<View> {
    let path = (
        select(vec!["", "../", "../../a b/"]),
        "[a-z\" é]{1,8}\\.toll\\.json",
        of(any::<[u8; 32]>()),
        of(recipe().prop_map(Box::new)),
    )
        .prop_map(|(folder, name, hash, recipe)| ViewFile::Path {
            path: format!("{folder}{name}"),
            hash: hash.map(ContentHash),
            recipe,
        });
    let file = prop_oneof![1 => Just(ViewFile::Example), 4 => path];
    (vec(file, FILES as usize), question()).prop_map(|(files, question)| View { files, question }).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_view_survives_writing_and_reading(view in view()) {
        let text = write(&view);
        let read = read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
        prop_assert_eq!(read, Document::View(Box::new(view)));
    }

    #[test]
    fn any_bytes_are_a_view_or_an_error(
        view in view(), place in any::<Index>(), taken in 0_usize..40, put in vec(any::<u8>(), 0..6),
        start in "(|\\{\"tollview_view\": 1,)",
    ) {
        let mut bytes = write(&view).into_bytes();
        let from = place.index(bytes.len() + 1);
        let to = (from + taken).min(bytes.len());
        bytes.splice(from..to, put.iter().copied());
        for bytes in [bytes, [start.as_bytes(), &put].concat()] {
            if let Err(error) = read(&bytes) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn a_relative_path_leads_back(from in vec("[ab]", 0..4), to in vec("[ab]", 1..4)) {
        let folder = format!("/{}", from.join("/"));
        let file = format!("/{}.json", to.join("/"));
        let way = relative(Path::new(&folder), Path::new(&file)).unwrap();
        prop_assert!(!way.starts_with('/'), "{}", way);
        prop_assert_eq!(joined(Path::new(&folder), &way), Path::new(&file));
    }
}

#[test]
fn a_relative_path_says_nothing_of_the_folders_above() {
    let way = |folder: &str, file: &str| relative(Path::new(folder), Path::new(file));
    assert_eq!(way("/home/a/views", "/home/a/data/x.toll.json").as_deref(), Some("../data/x.toll.json"));
    assert_eq!(way("/home/a", "/home/a/./b/../x.toll.json").as_deref(), Some("x.toll.json"));
    assert_eq!(way("/home/a", "/home/a"), None, "a folder is no file");
}

#[test]
fn a_hash_is_that_of_the_published_test_vectors() {
    // FIPS 180-2, appendix B.1: "abc".
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(ContentHash::of(b"abc").to_string(), abc);
    assert_eq!(abc.parse(), Ok(ContentHash::of(b"abc")));
    assert!("be78".parse::<ContentHash>().is_err());
}

#[test]
fn a_dataset_that_is_read_as_any_file_is_a_dataset() {
    let bytes = std::fs::read(in_crate("tests/data/good/everything.toll.json")).unwrap();
    assert!(matches!(read(&bytes), Ok(Document::Dataset(_))));
}

#[track_caller]
fn assert_refused(text: &str, expected: &[&str]) {
    let error = read(text.as_bytes()).unwrap_err().to_string();
    let error = error.strip_prefix("test.tollview.json: ").unwrap_or(&error);
    assert_eq!(error.lines().map(str::trim).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn bad_views_say_what_is_wrong_where_and_what_to_do() {
    assert_refused(
        r#"{ "tollview_view": 2 }"#,
        &[
            "1 problem, so nothing was read",
            "line 1, column 20, at $.tollview_view: found 2, expected the version 1 of views; \
             a later version needs a newer Tollview",
        ],
    );
    assert_refused(
        r#"{ "tollview_view": 1, "files": [], "question": { "measure": "killed" } }"#,
        &[
            "1 problem, so nothing was read",
            "line 1, column 1, at $: found no file in \"files\", expected at least one; \
             write { \"path\": \"my.toll.json\" }",
        ],
    );
    assert_refused(
        r#"{ "tollview_view": 1, "files": [{ "path": "/a.toll.json" }, {}], "question": { "measure": "killed" } }"#,
        &[
            "2 problems, so nothing was read",
            "line 1, column 43, at $.files[0].path: found \"/a.toll.json\", expected a relative path; \
             write the way from the view's folder with slashes, \"../data/my.toll.json\"",
            "line 1, column 61, at $.files[1]: found neither of \"path\" and \"example\": true, expected one of them; \
             name a dataset",
        ],
    );
    assert_refused(
        r#"{ "tollview_view": 1, "files": [{ "example": true }], "question": { "measure": "killed", "tab": "tabel",
            "event": { "file": 1, "event": "a" }, "as_known_on": "2026-1-14", "mesure": "x" } }"#,
        &[
            "4 problems, so nothing was read",
            "line 1, column 97, at $.question.tab: found \"tabel\", expected one of \"breakdown\", \"compare\", \
             \"timeline\", \"table\", \"checks\", \"sources\"; did you mean \"table\"?",
            "line 2, column 32, at $.question.event.file: found 1, expected the index of one of the 1 entries of \
             \"files\"; the first is 0",
            "line 2, column 66, at $.question.as_known_on: found \"2026-1-14\", expected a day; write \"2026-01-14\", \
             and leave the key out for the latest figures",
            "line 2, column 79, at $.question.mesure: found the key \"mesure\", expected a key of a question; \
             did you mean \"measure\"?",
        ],
    );
    assert_refused(
        r#"{ "tollview_view": 1, "files": [{ "path": "a.toll.json", "sha256": "12" }], "question": {} }"#,
        &[
            "2 problems, so nothing was read",
            "line 1, column 68, at $.files[0].sha256: found \"12\", expected 64 hexadecimal digits; \
             leave the key out where the hash is not known",
            "line 1, column 89, at $.question: found no key \"measure\", expected it in a question; add it",
        ],
    );
}

#[test]
fn a_bad_recipe_in_a_view_is_named_with_its_place_in_the_view() {
    let with = |recipe: &str| {
        format!(
            "{{ \"tollview_view\": 1, \"files\": [{{ \"example\": true }},\n{{ \"path\": \"a.csv\", \"recipe\": {recipe} }}],\n\
             \"question\": {{ \"measure\": \"killed\" }} }}"
        )
    };
    assert_refused(
        &with(r#"{ "tollview_recipe": 2 }"#),
        &[
            "1 problem, so nothing was read",
            "line 2, column 51, at $.files[1].recipe.tollview_recipe: found 2, expected the version 1 of recipes; \
             a later version needs a newer Tollview",
        ],
    );
    assert_refused(
        &with(r#"{ "tollview_recipe": 1, "row": "persn", "counts": [{ "measure": "killed", "role": "total" }] }"#),
        &[
            "1 problem, so nothing was read",
            "line 2, column 61, at $.files[1].recipe.row: found \"persn\", expected one of \"person\", \"incident\", \
             \"period\", \"group\"; did you mean \"person\"?",
        ],
    );
    assert_refused(
        &with(r#"{ "tollview_recipe": 1, "row": "person", "counts": [] }"#),
        &[
            "1 problem, so nothing was read",
            "line 2, column 81, at $.files[1].recipe.counts: found no count, expected at least one; \
             write { \"measure\": \"killed\", \"role\": \"total\", \"column\": \"…\" }",
        ],
    );
    assert_refused(
        &with("5"),
        &[
            "1 problem, so nothing was read",
            "line 2, column 30, at $.files[1].recipe: found 5, expected an object (a recipe); \
             write { \"tollview_recipe\": 1, … }",
        ],
    );
    assert_refused(
        r#"{ "tollview_view": 1, "files": [{ "example": true,
            "recipe": { "tollview_recipe": 1, "row": "person", "counts": [{ "measure": "killed", "role": "total" }] } }],
            "question": { "measure": "killed" } }"#,
        &[
            "1 problem, so nothing was read",
            "line 1, column 33, at $.files[0]: found \"recipe\" beside \"example\": true, expected it with the \"path\" \
             of a table; remove it",
        ],
    );
}
