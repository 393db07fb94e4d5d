//! The checks tab: findings that are alike are folded, and lead to their places one by one.

use super::Window;
use eframe::egui::accesskit::Role;
use tollview::analysis::Tab;
use tollview::arguments::Arguments;

/// Six counts of one source, each lower than the one before.
fn falling() -> Window {
    let counts = [900, 800, 700, 600, 550, 500];
    let report = |(index, killed): (usize, &i32)| {
        let day = index + 1;
        format!(r#"{{ "source": "a", "as_of": "2020-01-{day:02}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let reports: Vec<String> = counts.iter().enumerate().map(report).collect();
    let text = format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{{ "id": "a", "name": "Alpha" }}],
            "events": [{{ "id": "storm", "title": "Storm", "lead": "a", "reports": [{}] }}] }}"#,
        reports.join(", ")
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.toll.json");
    std::fs::write(&path, text).unwrap();
    let arguments = Arguments { files: vec![path], tab: Some(Tab::Checks), ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.question.event.as_ref().is_some_and(|key| key.event.as_str() == "storm"));
    window
}

#[test]
fn findings_alike_are_folded_behind_the_first() {
    let mut window = falling();
    window.assert_says("Doubts · 5");
    window.assert_says("2 Jan 2020");
    window.assert_says("and 4 more like it, the last of 6 Jan 2020");
    window.assert_silent("5 Jan 2020");
    window.click("and 4 more like it, the last of 6 Jan 2020");
    window.assert_says("5 Jan 2020");
    window.click_first(Role::Button, "The count fell from 550");
    assert_eq!(window.state().question.tab, Tab::Breakdown);
}

/// Seven wars of a table that gives no dates.
#[test]
fn what_is_said_of_many_events_in_the_same_words_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.toll.json");
    let war = |number| {
        format!(
            r#"{{ "id": "w{number}", "title": "War {number}", "lead": "a", "reports": [{{ "source": "a", "counts": {{ "killed": 5 }} }}] }}"#
        )
    };
    let wars: Vec<String> = (1..8).map(war).collect();
    let text = format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{{ "id": "a", "name": "Alpha" }}], "events": [{}] }}"#,
        wars.join(", ")
    );
    std::fs::write(&path, text).unwrap();
    let arguments = Arguments { files: vec![path], tab: Some(Tab::Checks), ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.question.event.as_ref().is_some_and(|key| key.event.as_str() == "w1"));
    window.assert_says("and 6 more like it");
    window.assert_says("War 1 · Alpha");
    window.assert_silent("War 2 · Alpha");
}

/// One of two counts names nobody: it has a bar of its own.
#[test]
fn counts_of_which_nobody_is_named_have_a_line_among_the_sources() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.toll.json");
    let text = r#"{ "tollview": 1, "title": "Test", "sources": [{ "id": "a", "name": "Alpha" }],
        "events": [{ "id": "storm", "title": "Storm", "lead": "a", "reports": [
            { "source": "a", "as_of": "2020-01-01", "counts": { "killed": 5 } },
            { "as_of": "2020-01-02", "counts": { "killed": 6 } }] }] }"#;
    std::fs::write(&path, text).unwrap();
    let arguments = Arguments { files: vec![path], tab: Some(Tab::Sources), ..Arguments::default() };
    let mut window = Window::open(arguments, [1280.0, 800.0]);
    window.wait(|state| state.question.event.as_ref().is_some_and(|key| key.event.as_str() == "storm"));
    window.assert_says("Alpha");
    window.assert_says("1 report · 2 Jan 2020");
}
