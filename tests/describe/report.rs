//! The report for people.

use super::{bundled, on, read, report};
use tollview::describe::{AsKnownOn, Options};

#[test]
fn the_first_event_reads_like_this() {
    let text = report(&bundled(), Options { as_known_on: on("2026-01-12"), all: false });
    let expected = "\
Iran’s protests and their tolls, 1978–2026
As known on 12 January 2026

Iran protests 2025–26
  28 December 2025, unfinished on 14 January 2026; 36 reports
  Killed
    HRANA, as of 12 January 2026: at least 646 [the file’s choice]
      part: 505 protesters (78.2 %)
        of which: 9 children
      part: 134 government-affiliated (20.7 %)
      part: 7 civilians not taking part (1.1 %)
      579 under investigation, not added
    IHRNGO, as of 12 January 2026: at least 648
      covers: protesters, by state forces
      of which: 9 children
  Detained
    HRANA, as of 12 January 2026: 10,721 [the file’s choice]
";
    assert_eq!(&text[..expected.len().min(text.len())], expected);
}

#[test]
fn what_is_not_broken_down_is_said_and_findings_have_their_place() {
    let text = report(&bundled(), Options { as_known_on: AsKnownOn::Latest, all: false });
    let official = "    Officials via state television, as of 21 January 2026: 3,117
      covers: everyone
      part: 2,427 “Martyrs” (official wording) (77.9 %)
      690 not broken down
";
    assert!(text.contains("\nLatest figures\n"));
    assert!(text.contains(official), "{text}");
    let day = "
  The source calls it day 17; by the calendar it is day 18.
    Iran protests 2025–26, HRANA, 14 January 2026: $.events[0].reports[12]
";
    assert!(text.contains("\nNotes (11)\n"), "{text}");
    assert!(!text.contains("Doubts"), "{text}");
    assert!(text.contains(day), "{text}");
}

#[test]
fn all_reports_are_listed_on_request_only() {
    let heading = "\n  All reports\n    Killed: HRANA, as of 3 January 2026: total not stated\n      published 3 January 2026\n      part: 15 protesters\n";
    assert!(!report(&bundled(), Options::default()).contains("All reports"));
    let text = report(&bundled(), Options { all: true, ..Options::default() });
    assert!(text.contains(heading), "{text}");
    assert!(text.contains("\n      published 5 January 2026 (inferred)\n"));
}

#[test]
fn a_file_without_events_is_described_too() {
    let text = report(&read(r#"{ "tollview": 1, "title": "Nothing yet", "events": [] }"#), Options::default());
    assert_eq!(text, "Nothing yet\nLatest figures\n\nNothing was found that does not add up.");
}

#[test]
fn an_older_part_is_a_share_of_the_total_of_its_date() {
    // 20,179 / 67,173 = 30.04 %.
    let json = r#"{ "tollview": 1, "title": "Test", "sources": [{ "id": "a", "name": "Alpha" }],
        "categories": [{ "id": "children", "label": "Children" }],
        "events": [{ "id": "war", "title": "War", "start": "2023-10-07", "end": "..", "reports": [
            { "source": "a", "as_of": "2025-10-07", "counts": { "killed": 67173 } },
            { "source": "a", "as_of": "2026-08-22", "counts": { "killed": { "exact": 73419,
              "of_which": { "children": { "exact": 20179, "as_of": "2025-10-07" } } } } }] }] }"#;
    let text = report(&read(json), Options { as_known_on: AsKnownOn::Latest, all: false });
    let expected = "of which: 20,179 children (30.0 % of the 67,173 of the same date), last stated 7 October 2025";
    assert!(text.contains(expected), "{text}");
}
