//! A large dataset: 200 events with 500 reports each, of 20 sources, with parts, subsets and pending counts.

use std::fmt::Write;

const EVENTS: usize = 200;
const REPORTS: usize = 500;
const SOURCES: usize = 20;

/// The dataset as a file.
pub fn large() -> String {
    let mut text = String::from(r#"{ "tollview": 1, "title": "A large dataset", "show": { "baseline": "e0" }, "#);
    let sources = (0..SOURCES).map(|n| format!(r#"{{ "id": "s{n}", "name": "Source number {n}" }}"#));
    let categories = ["men", "women", "children"].map(|id| format!(r#"{{ "id": "{id}", "label": "{id}" }}"#));
    let _ = write!(text, r#""sources": [{}], "#, sources.collect::<Vec<_>>().join(", "));
    let _ = write!(text, r#""categories": [{}], "events": ["#, categories.join(", "));
    for event in 0..EVENTS {
        let comma = if event == 0 { "" } else { ", " };
        let year = 1800 + event;
        let _ = write!(
            text,
            r#"{comma}{{ "id": "e{event}", "title": "Event number {event}", "start": "{year}-01-01", "end": "{year}-12-31",
                "lead": "s0", "reports": ["#
        );
        for number in 0..REPORTS {
            let comma = if number == 0 { "" } else { ", " };
            let _ = write!(text, "{comma}{}", report(event, number));
        }
        text.push_str("] }");
    }
    text.push_str("] }");
    text
}

/// Each source counts every twentieth time; its numbers grow, and sometimes leave people over or fall.
fn report(event: usize, number: usize) -> String {
    let (source, round) = (number % SOURCES, number / SOURCES);
    let (month, day) = (1 + round % 12, 1 + number % 28);
    let men = 40 + round * 10 + event;
    let (women, children) = (men / 2, men / 5);
    let left = if number.is_multiple_of(7) { 13 } else { 0 };
    let total = men + women + left - if number.is_multiple_of(31) { 20 } else { 0 };
    format!(
        r#"{{ "source": "s{source}", "as_of": "{}-{month:02}-{day:02}", "counts": {{ "killed": {{ "at_least": {total},
            "pending": {men}, "parts": {{ "men": {men}, "women": {{ "exact": {women}, "of_which": {{ "children": {children} }} }} }} }} }} }}"#,
        1800 + event
    )
}

/// A dataset of 2,000 events, each with one count by each of four sources.
pub fn many_events() -> String {
    let mut text = String::from(r#"{ "tollview": 1, "title": "Many events", "show": { "baseline": "e0" }, "#);
    let sources = (0..4).map(|n| format!(r#"{{ "id": "s{n}", "name": "Source number {n}" }}"#));
    let _ = write!(text, r#""sources": [{}], "events": ["#, sources.collect::<Vec<_>>().join(", "));
    for event in 0..2_000 {
        let comma = if event == 0 { "" } else { ", " };
        let year = 1 + event;
        let reports = (0..4).map(|source| {
            let killed = 10 + (event * 7_919 + source * 104_729) % 5_000;
            format!(r#"{{ "source": "s{source}", "as_of": "{year:04}-06-01", "counts": {{ "killed": {killed} }} }}"#)
        });
        let reports = reports.collect::<Vec<_>>().join(", ");
        let _ = write!(
            text,
            r#"{comma}{{ "id": "e{event}", "title": "Event number {event}", "start": "{year:04}-01-01",
                "end": "{year:04}-12-31", "lead": "s0", "reports": [{reports}] }}"#
        );
    }
    text.push_str("] }");
    text
}
