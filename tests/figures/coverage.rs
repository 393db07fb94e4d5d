//! How much of a toll is broken down, and of which date: shares of numbers of one date only, nothing rescaled.

use super::details::shown;
use super::{Asked, event};
use tollview::analysis::{BreakdownRow, Segment, breakdown};
use tollview::chart::{Figure, Fill};
use tollview::text::percent;

fn strait(reports: &str) -> Asked {
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "A stretch of coast",
            "sources": [{{ "id": "ministry", "name": "Ministry of Health", "short": "Ministry" }},
                        {{ "id": "other", "name": "Other" }}],
            "categories": [{{ "id": "identified", "label": "Identified" }}, {{ "id": "men", "label": "Men" }},
                           {{ "id": "women", "label": "Women" }}, {{ "id": "children", "label": "Children" }}],
            "events": [{{ "id": "war", "title": "War on the coast", "start": "2023-10-07", "end": "..",
                         "lead": "ministry", "reports": [{reports}] }}] }}"#
    ))
}

fn report(source: &str, as_of: &str, killed: &str) -> String {
    format!(r#"{{ "source": "{source}", "as_of": "{as_of}", "counts": {{ "killed": {killed} }} }}"#)
}

const NEWEST: &str = r#"{ "exact": 73419, "of_which": { "children": { "exact": 20179, "as_of": "2025-10-07" } } }"#;

/// The newest total, children carried along, and what `reports` say besides.
fn carried_along(reports: &[String]) -> Asked {
    strait(&[reports, &[report("ministry", "2026-08-22", NEWEST)]].concat().join(","))
}

/// The same with parts that are older than their total, and the total of their date.
pub(super) fn stale() -> Asked {
    let newest = r#"{ "exact": 73419, "parts": { "children": { "exact": 20179, "as_of": "2025-10-07" },
                      "women": { "exact": 10427, "as_of": "2025-10-07" } } }"#;
    strait(
        &[
            report("ministry", "2025-10-07", "67173"),
            report("ministry", "2026-08-22", newest),
            report("other", "2026-08-22", NEWEST),
            report("other", "2025-10-07", "67173"),
        ]
        .join(","),
    )
}

/// 24,686 of 34,622: by one source as a part with parts of its own, by the other without that part between.
pub(super) fn partial() -> Asked {
    let nested = r#"{ "exact": 34622, "parts": { "identified": { "exact": 24686,
                      "parts": { "men": 10006, "women": 4959, "children": 7797 } } } }"#;
    let flat = r#"{ "exact": 34622, "parts": { "men": 11930, "women": 4959, "children": 7797 } }"#;
    strait(&[report("ministry", "2024-05-02", nested), report("other", "2024-05-02", flat)].join(","))
}

fn first<R>(asked: &Asked, look: impl FnOnce(&BreakdownRow) -> R) -> R {
    asked.look(|library, question| look(&breakdown(library, question).rows[0]))
}

/// Date, number of the holder on that date and share of children.
fn children(asked: &Asked) -> (String, Option<u64>, Option<String>) {
    first(asked, |row| {
        let stale = row.inside[0].stale.as_ref().unwrap();
        (stale.since.to_string(), stale.holder.and_then(tollview::model::Stated::number), stale.share.map(percent))
    })
}

fn brackets(figure: &Figure) -> Vec<&str> {
    figure.rows()[0].brackets.iter().map(|bracket| bracket.text.as_str()).collect()
}

fn callouts(figure: &Figure, row: usize) -> Vec<&str> {
    figure.rows()[row].callouts.iter().map(|callout| callout.text.as_str()).collect()
}

#[test]
fn an_older_number_is_a_share_of_the_total_of_its_own_date() {
    // 20,179 / 67,173 = 30.04 %; of the newer 73,419 it would be 27.5 %, of which nobody ever spoke.
    let asked = carried_along(&[report("ministry", "2025-10-07", "67173")]);
    assert_eq!(children(&asked), ("2025-10-07".to_owned(), Some(67173), Some("30.0 %".to_owned())));
    let figure = asked.breakdown();
    assert_eq!(brackets(&figure), ["of which children 20,179 of 67,173 on 7 Oct 2025, 30.0 %"]);
    let hover = &figure.rows()[0].brackets[0].hover;
    assert!(hover.ends_with("\n30.0 % of the 67,173 of 7 Oct 2025"), "{hover}");
    let details = shown(&asked, None).unwrap();
    assert_eq!((details.parts[0].number.as_str(), details.parts[0].share.as_str()), ("20,179", "7 Oct 2025"));
    assert_eq!(details.remarks, ["Children: 30.0 % of the 67,173 of 7 Oct 2025."]);
}

#[test]
fn without_a_total_of_that_date_there_is_no_share() {
    let none = ("2025-10-07".to_owned(), None, None);
    let others = [
        vec![],
        // Another date, another source, other people, another measure of time, and one that is not a number.
        vec![report("ministry", "2025-10-06", "67000")],
        vec![report("other", "2025-10-07", "67173")],
        vec![report("ministry", "2025-10-07", r#"{ "exact": 67173, "coverage": { "who": ["men"] } }"#)],
        vec![report("ministry", "2025-10-07", r#"{ "exact": 67173, "as_of": "2025-10-01" }"#)],
        vec![report("ministry", "2025-10-07", "null")],
    ];
    for reports in others {
        assert_eq!(children(&carried_along(&reports)), none, "{reports:?}");
    }
    let asked = carried_along(&[]);
    let figure = asked.breakdown();
    assert_eq!(brackets(&figure), ["of which children 20,179 (7 Oct 2025)"]);
    let hover = &figure.rows()[0].brackets[0].hover;
    assert!(hover.ends_with("\nstated on 7 Oct 2025; no total of that date is known"), "{hover}");
    let details = shown(&asked, None).unwrap();
    assert_eq!((details.parts[0].share.as_str(), details.remarks.len()), ("7 Oct 2025", 0));
}

#[test]
fn a_total_that_was_not_yet_known_gives_no_share() {
    let late = r#"{ "source": "ministry", "as_of": "2025-10-07", "published": "2026-09-01",
                    "counts": { "killed": 67173 } }"#;
    let asked = carried_along(&[late.to_owned()]);
    assert_eq!(children(&asked).1, Some(67173));
    let asked = asked.ask(|question| question.as_known_on = Some("2026-08-31".parse().unwrap()));
    assert_eq!(children(&asked).1, None);
}

#[test]
fn a_share_of_a_part_is_of_that_part_on_its_date() {
    // Of the identified on that day: 30 / 120 = 25 %. The part itself is of today.
    let asked = strait(
        &[
            report("ministry", "2025-01-01", r#"{ "exact": 200, "parts": { "identified": 120 } }"#),
            report(
                "ministry",
                "2025-06-01",
                r#"{ "exact": 300, "parts": { "identified": { "exact": 150,
                     "of_which": { "children": { "exact": 30, "as_of": "2025-01-01" } } } } }"#,
            ),
        ]
        .join(","),
    );
    assert_eq!(children(&asked), ("2025-01-01".to_owned(), Some(120), Some("25.0 %".to_owned())));
}

#[test]
fn older_parts_are_faded_with_their_date_and_what_they_leave_over_has_no_share() {
    // 20,179 + 10,427 = 30,606 of 67,173: 45.56 %; 10,427 / 67,173 = 15.52 %. 73,419 - 30,606 = 42,813.
    let figure = stale().breakdown();
    let expected = [
        "20,179 children of 67,173 on 7 Oct 2025, 30.0 %",
        "10,427 women of 67,173 on 7 Oct 2025, 15.5 %",
        "42,813 not broken down",
    ];
    assert_eq!(callouts(&figure, 0), expected);
    assert_eq!(figure.rows()[0].covered, "broken down on 7 Oct 2025: 30,606 of 67,173 (45.6 %)");
    let fills: Vec<Fill> = figure.rows()[0].bars.iter().map(|bar| bar.fill).collect();
    assert_eq!(fills, [Fill::Faded, Fill::Faded, Fill::Hatched]);
    assert_eq!(
        figure.notes[0].text,
        "Ministry: 20,179 + 10,427 = 30,606, not all of the same date as the total of 73,419. An older number is a share \
         of the total of its own date only."
    );
}

#[test]
fn parts_of_several_dates_are_no_share_of_anything_together() {
    let mixed = r#"{ "exact": 300, "parts": { "men": 100, "women": { "exact": 50, "as_of": "2025-01-01" } } }"#;
    let asked = strait(&[report("ministry", "2025-01-01", "200"), report("ministry", "2025-06-01", mixed)].join(","));
    let figure = asked.breakdown();
    assert_eq!(figure.rows()[0].covered, "");
    let expected = ["100 men · 33.3 %", "50 women of 200 on 1 Jan 2025, 25.0 %", "150 not broken down"];
    assert_eq!(callouts(&figure, 0), expected);
}

fn places(segments: &[Segment]) -> Vec<String> {
    let place = |it: &Segment| {
        let share = it.share.map(percent).unwrap_or_default();
        format!("{} {}..{} {share} left {:?}", it.category, it.from, it.to, it.residual)
    };
    segments.iter().map(place).collect()
}

#[test]
fn parts_of_a_part_lie_inside_it_and_their_rest_stays_hatched() {
    // 24,686 / 34,622 = 71.30 %. 10,006 + 4,959 + 7,797 = 22,762 = 92.21 % of 24,686, which leaves 1,924 of it;
    // 10,006 = 40.53 %, 4,959 = 20.09 %, 7,797 = 31.58 %.
    first(&partial(), |row| {
        assert_eq!(places(&row.segments), ["identified 0..24686 71.3 % left Some(1924)"]);
        let expected = [
            "men 0..10006 40.5 % left None",
            "women 10006..14965 20.1 % left None",
            "children 14965..22762 31.6 % left None",
        ];
        assert_eq!(places(&row.segments[0].parts), expected);
    });
    let figure = partial().breakdown();
    let row = &figure.rows()[0];
    assert_eq!(row.covered, "broken down: 24,686 of 34,622 (71.3 %) · of identified 22,762 (92.2 %)");
    let strip: Vec<_> = row.strip.iter().map(|bar| (bar.from, bar.to, bar.fill)).collect();
    let expected = [
        (0.0, 10006.0, Fill::Solid),
        (10006.0, 14965.0, Fill::Solid),
        (14965.0, 22762.0, Fill::Solid),
        (22762.0, 24686.0, Fill::Hatched),
    ];
    assert_eq!(strip, expected);
    let expected = [
        "24,686 identified · 71.3 %",
        "9,936 not broken down · 28.7 %",
        "10,006 men · 40.5 % of identified",
        "4,959 women · 20.1 % of identified",
        "7,797 children · 31.6 % of identified",
        "1,924 of identified not broken down",
    ];
    assert_eq!(callouts(&figure, 0), expected);
}

#[test]
fn details_set_parts_of_a_part_apart() {
    let details = shown(&partial(), None).unwrap();
    let lines: Vec<String> = details.parts.iter().map(|it| format!("{} {} {}", it.name, it.number, it.share)).collect();
    let expected =
        ["Identified 24,686 71.3 %", "– Men 10,006 ", "– Women 4,959 ", "– Children 7,797 ", "Not broken down 9,936 "];
    assert_eq!(lines, expected);
}

#[test]
fn a_flat_breakdown_says_how_much_it_covers() {
    // 11,930 + 4,959 + 7,797 = 24,686.
    let figure = partial().breakdown();
    assert_eq!(figure.rows()[1].covered, "broken down: 24,686 of 34,622 (71.3 %)");
    let ends: Vec<f64> = figure.rows()[1].bars.iter().map(|bar| bar.to).collect();
    assert_eq!(ends, [11930.0, 16889.0, 24686.0, 34622.0]);
    assert!(figure.rows()[1].strip.is_empty());
}

#[test]
fn parts_beyond_their_part_have_no_strip() {
    let beyond = r#"{ "exact": 100, "parts": { "identified": { "exact": 10, "parts": { "men": 8, "women": 5 } } } }"#;
    assert!(strait(&report("ministry", "2025-01-01", beyond)).breakdown().rows()[0].strip.is_empty());
}

#[test]
fn an_earlier_breakdown_is_offered_in_words() {
    let reports = [
        report("ministry", "2026-01-14", r#"{ "exact": 2571, "parts": { "men": 2403 } }"#),
        report("ministry", "2026-01-22", r#"{ "exact": 4902, "parts": { "men": 4000, "women": 902 } }"#),
        report("ministry", "2026-01-24", "5002"),
    ];
    let asked = strait(&reports.join(","));
    let last = first(&asked, |row| row.last_broken_down.clone()).unwrap();
    assert_eq!((last.key.event, last.key.report), (event("war"), 1));
    let notes: Vec<String> = asked.breakdown().notes.into_iter().map(|note| note.text).collect();
    let expected = "Ministry last broke its total down on 22 Jan 2026: 4,902, see Report.".to_owned();
    assert!(notes.contains(&expected), "{notes:?}");
    // Never of a later date than what is shown.
    let asked = strait(&reports[..1].join(","));
    assert_eq!(first(&asked, |row| row.last_broken_down.clone()), None);
}
