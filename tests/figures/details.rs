//! The panel on the right: number, parts, arithmetic, the other reading, and everything that must be said with it.

use super::{Asked, event, one_count, one_event};
use tollview::analysis::{CountKey, Details, Tab, details};
use tollview::model::Relation;
use tollview::text::Locale;

pub(super) fn shown(asked: &Asked, key: Option<&CountKey>) -> Option<Details> {
    asked.look(|library, question| details(library, question, key, &Locale::english()))
}

/// The details of a count of people killed in 2025–26.
fn of_report(report: usize, categories: &[(Relation, &str)]) -> Details {
    let categories = categories.iter().map(|(relation, id)| (*relation, (*id).into())).collect();
    let key = CountKey { event: event("iran-2025-26"), report, measure: "killed".into(), categories };
    shown(&Asked::bundled(), Some(&key)).unwrap()
}

/// Its parts and facts, one line each.
fn lines(details: &Details) -> Vec<String> {
    let parts = details.parts.iter().map(|part| format!("{} {} {}", part.name, part.number, part.share));
    let facts = details.facts.iter().map(|(name, value)| format!("{name}: {value}"));
    parts.chain(facts).map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn what_stands_is_described_without_a_click() {
    let details = shown(&Asked::bundled(), None).unwrap();
    assert_eq!(details.title, "Iran protests 2025–26");
    assert_eq!(details.source, "HRANA via AP, as of 14 January 2026");
    assert_eq!(details.headline, "At least 2,571 killed");
    assert_eq!(details.sum, Some(("2,571".to_owned(), "closes".to_owned(), true)));
    let expected = [
        "Protesters 2,403 93.5 %",
        "Government-affiliated 147 5.7 %",
        "Children 12 0.5 %",
        "Civilians not taking part 9 0.4 %",
        "Covers: everyone",
        "Verified: AP could not verify it independently",
        "Published: 14 January 2026",
        "Day: 18",
        "Detained: more than 18,100",
        "Other sources: Official to Reuters ≈ 2,000 · IHRNGO ≥ 734",
    ];
    assert_eq!(lines(&details)[..10], expected);
}

#[test]
fn the_other_reading_is_tried_and_named() {
    // Added: 2,403 + 147 + 12 + 9 = 2,571. Inside, as on 12 January: 2,559.
    let expected = "Children are added here. Read as inside another part, as this source has counted them elsewhere, \
                    the parts give 2,559 and do not close.";
    assert_eq!(of_report(13, &[]).remarks, [expected]);
    // Inside: 505 + 134 + 7 = 646. Added: 655.
    let expected = "Children are inside another part here. Added, as this source has counted them elsewhere, the parts \
                    give 655 and do not close.";
    assert_eq!(of_report(10, &[]).remarks, [expected]);
    // 483 + 48 = 531, and 8 children of whom nothing is said: 539 of 544.
    let expected = "The source did not say whether Children are inside. Added, the parts give 539 and do not close.";
    assert_eq!(of_report(9, &[]).remarks, [expected]);
}

#[test]
fn a_category_has_its_own_details() {
    let details = of_report(10, &[(Relation::Part, "protesters")]);
    assert_eq!(details.headline, "505 protesters");
    assert_eq!(lines(&details)[0], "of which children 9");
    let details = of_report(10, &[(Relation::Part, "protesters"), (Relation::OfWhich, "children")]);
    assert_eq!((details.headline.as_str(), details.parts.len()), ("9 children", 0));
}

#[test]
fn pending_days_and_words_are_kept() {
    let twelfth = lines(&of_report(10, &[]));
    assert!(twelfth.contains(&"Pending: 579 under investigation, not added".to_owned()), "{twelfth:?}");
    let fourteenth = lines(&of_report(12, &[]));
    assert!(fourteenth.contains(&"Day: 18 by the calendar; the source says 17".to_owned()), "{fourteenth:?}");
    let detained = Asked::bundled().ask(|question| {
        question.measure = "detained".into();
        question.event = Some(event("iran-2022"));
    });
    assert_eq!(shown(&detained, None).unwrap().as_written.as_deref(), Some("nearly 20,000"));
}

#[test]
fn a_residual_and_an_excess_are_named() {
    let key = CountKey { event: event("iran-2025-26"), report: 32, measure: "killed".into(), categories: Vec::new() };
    let official = shown(&Asked::latest(), Some(&key)).unwrap();
    assert_eq!(lines(&official)[..2], ["“Martyrs” (official wording) 2,427 77.9 %", "Not broken down 690"]);
    assert_eq!(official.sum, Some(("2,427".to_owned(), "690 left".to_owned(), false)));
    let beyond = shown(&one_count(r#"{ "exact": 10, "parts": { "men": 8, "women": 5 } }"#), None).unwrap();
    assert_eq!(beyond.sum, Some(("13".to_owned(), "3 too many".to_owned(), false)));
    let unknown = shown(&one_count(r#"{ "exact": null, "parts": { "men": 8 } }"#), None).unwrap();
    assert_eq!(unknown.headline, "Killed: not stated");
    assert_eq!(unknown.sum, Some(("8".to_owned(), "no total stated".to_owned(), false)));
}

#[test]
fn a_period_and_a_sum_of_periods_say_so() {
    let asked = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05",
             "counts": { "killed": 40, "missing": 7 } },
           { "source": "a", "basis": "incremental", "period": "2020-01-06/2020-01-10",
             "counts": { "killed": 2, "missing": { "at_least": 1 } } }"#,
    );
    let missing = |details: &Details| details.facts.iter().find(|(name, _)| name == "Missing").unwrap().1.clone();
    let sum = shown(&asked, None).unwrap();
    // Beside a sum of periods stand the sums of what else was counted, not what the last period added.
    assert_eq!(missing(&sum), "at least 8");
    assert_eq!(
        (sum.headline.as_str(), sum.source.as_str()),
        ("42 killed", "Alpha, 2 periods from 1 to 10 January 2020")
    );
    let key = CountKey { event: event("storm"), report: 0, measure: "killed".into(), categories: Vec::new() };
    assert_eq!(shown(&asked, Some(&key)).unwrap().source, "Alpha, in 1–5 January 2020");
    // The last report stands for the sum in a chart, and for itself in the table.
    let last = CountKey { report: 1, ..key };
    assert_eq!(shown(&asked, Some(&last)).unwrap().headline, "42 killed");
    let table = asked.ask(|question| question.tab = Tab::Table);
    let single = shown(&table, Some(&last)).unwrap();
    assert_eq!((single.headline.as_str(), missing(&single)), ("2 killed", "at least 1".to_owned()));
}

#[test]
fn a_key_that_leads_nowhere_has_no_details() {
    let nowhere = |report, category: &str| {
        let categories = vec![(Relation::Part, category.into())];
        let key = CountKey { event: event("iran-2025-26"), report, measure: "killed".into(), categories };
        shown(&Asked::bundled(), Some(&key))
    };
    assert_eq!((nowhere(13, "nobody"), nowhere(999, "protesters")), (None, None));
    assert_eq!(shown(&Asked::bundled().ask(|question| question.event = None), None), None);
}
