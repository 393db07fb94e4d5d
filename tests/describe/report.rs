//! The report for people.

use super::{bundled, json, on, read, report};
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

#[test]
fn the_events_are_compared_word_for_word() {
    // 2,571 / 522 = 4.925, at least; 2,403 / 522 = 4.603. 28 December to 14 January are 18 days: 2,571 / 18 = 142.83.
    // 2,571 / 92.417681 = 27.819. 2,571 / 2,000 = 1.2855.
    // 16 September 2022 to 14 January 2023: 522 / 121 = 4.314; 522 / 89.524246 = 5.831; 551 / 522 = 1.056.
    let text = report(&bundled(), Options { as_known_on: on("2026-01-14"), all: false });
    let expected = "
Comparison: people killed
  Baseline: Mahsa Amini protests
  Iran protests 2025–26: ≥ 2,571 (HRANA, everyone, 14 January 2026)
    ≥ 4.9 × the baseline (who differs)
    Protesters only: 2,403 to 522, 4.6 ×.
    ≥ 142.8 per day over 18 days
    ≥ 27.8 per million of 92.4 million inhabitants in 2025 (UN World Population Prospects 2024)
    sources that count the same people, as far as they say: ≈ 2,000 to ≥ 2,571, ≈ 1.3 × (HRANA, Official to Reuters)
    not in the range, who differs: IHRNGO
  Mahsa Amini protests: 522 (HRANA, protesters, 14 January 2023)
    4.3 per day over 121 days
    5.8 per million of 89.5 million inhabitants in 2022 (UN World Population Prospects 2024)
    sources that count the same people, as far as they say: 522 to ≤ 551, 1.1 × (HRANA, UN mission)
    not in the range, who differs: IHRNGO, IRGC general
";
    assert!(text.contains(expected), "{text}");
    // 72 / 522 = 0.138. 532 / 522 = 1.02 and 2,781 / 522 = 5.33; it ended on 11 February 1979 and was counted in that month.
    let others = "
    0.14 × the baseline (the same people)
";
    assert!(text.contains(others), "{text}");
    let range = "
    1.0–5.3 × the baseline (who not stated)
    no rate: day of the count not known
    14.3–74.9 per million of 37.1 million inhabitants in 1978 (UN World Population Prospects 2024)
    no two sources that count the same people; who not stated: Constitution
  2025–26 protests: above Mahsa Amini protests, Green Movement, December 2017 protests, Student protests under \
every source, as stated; can be passed by Revolution (high 2,781 by Tucker, > 60,000 by Constitution), November 2019 protests \
(≈ 1,500 by Reuters against ≥ 734 by IHRNGO). Open ends and approximate numbers are taken as stated.
  2025–26 protests: all deaths passed Mahsa Amini protests (522) on day 15, protesters alone on day 17. ";
    assert!(text.contains(range), "{text}");
    let end =
        "according to Human Rights Activists News Agency). Counting protesters only, it is 2,403 against 522: 4.6 \
times. “Iran protests 2025–26” was not over when this was counted.

Sources
";
    assert!(text.contains(end), "{text}");
}

#[test]
fn sources_lie_apart_by_the_latest_figures() {
    // 7,008 / 3,117 = 2.248; 7,008 / 522 = 13.43; from 28 December to 13 February are 48 days.
    let text = report(&bundled(), Options { as_known_on: AsKnownOn::Latest, all: false });
    let expected = "
    ≥ 13.4 × the baseline (who not stated)
    Protesters only: 6,509 to 522, 12.5 ×.
    ≥ 146 per day over 48 days
    ≥ 75.8 per million of 92.4 million inhabitants in 2025 (UN World Population Prospects 2024)
    sources that count the same people, as far as they say: 3,117 to ≥ 7,008, 2.2 × (HRANA, Official to Reuters, \
Officials)
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn text_and_json_say_the_same_of_the_comparison() {
    for as_known_on in [AsKnownOn::AsInFile, AsKnownOn::Latest, on("2026-01-12")] {
        let options = Options { as_known_on, all: false };
        let (text, json) = (report(&bundled(), options), json(&bundled(), options));
        let comparison = &json["comparison"];
        for sentence in [&comparison["sentence"], &comparison["order"]["sentence"], &comparison["passings"]["sentence"]]
        {
            let line = format!("\n  {}\n", sentence.as_str().unwrap());
            assert!(text.contains(&line), "{line}");
        }
    }
}

#[test]
fn a_number_that_cannot_be_formed_says_why_in_its_place() {
    let event = |id: &str, more: &str, count: &str| {
        format!(
            r#"{{ "id": "{id}", "title": "{id}", {more} "reports": [
                {{ "source": "s", "as_of": "2020-01-10", "counts": {{ "killed": {count} }} }}] }}"#
        )
    };
    let file = |show: &str, events: &[String]| {
        let events = events.join(", ");
        let text = format!(
            r#"{{ "tollview": 1, "title": "T", "show": {{ {show} }}, "sources": [{{ "id": "s", "name": "S" }}],
                "events": [{events}] }}"#
        );
        let text = report(&read(&text), Options::default());
        let start = text.find("Comparison").unwrap();
        let end = text.find("\n\nSources").unwrap();
        text[start..end].to_owned()
    };
    let lead = r#""lead": "s","#;
    let ended = r#""lead": "s", "start": "2020-01-01", "end": "..", "#;
    let plain = [event("first", lead, "20"), event("second", ended, "10"), event("third", "", "5")];
    let expected = "\
Comparison: people killed
  No baseline is named, so there are no multiples.
  second: 10 (S, who not stated, 10 January 2020)
    1 per day over 10 days
    no rate: number of inhabitants not stated
  first: 20 (S, who not stated, 10 January 2020)
    no rate: first day not known
    no rate: number of inhabitants not stated
  third: no source stands
  first: stays above second under every source; no number to rank third by.
  People killed, with the latest figures: ";
    let text = file("", &plain);
    assert!(text.starts_with(expected), "{text}");

    let uncounted = r#"{ "id": "third", "title": "third", "lead": "s", "reports": [] }"#.to_owned();
    let text = file(r#""baseline": "third""#, &[event("first", lead, "null"), event("second", ended, "10"), uncounted]);
    let expected = "\
Comparison: people killed
  Baseline: third, without a figure
  second: 10 (S, who not stated, 10 January 2020)
    no multiple: the baseline has no number
    1 per day over 10 days
    no rate: number of inhabitants not stated
  first: not stated (S, who not stated, 10 January 2020)
    no two sources that count the same people; no number: S
  No such count: third.
";
    assert!(text.starts_with(expected), "{text}");

    let text = file(r#""baseline": "first""#, &[event("first", lead, "0"), event("second", ended, "10")]);
    assert!(text.contains("\n    no multiple: the baseline’s number is 0\n"), "{text}");
}
