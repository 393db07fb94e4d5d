//! Which figure stands for an event: rules, superseded reports, dates, and sums of periods.

use super::{Asked, event, one_event};
use tollview::analysis::{Rule, source_totals, standing};
use tollview::model::Stated;
use tollview::text::{Locale, label};

/// The rule, then each source's total with its number of periods; the one that stands is starred.
fn totals(asked: &Asked, of: &str) -> (Option<Rule>, Vec<String>) {
    asked.look(|library, question| {
        let standing = standing(library, question, library.event(&event(of)).unwrap());
        let chosen = standing.chosen.map(|(index, _)| index);
        let line = |(index, total): (usize, &tollview::analysis::SourceTotal)| {
            let star = if chosen == Some(index) { "*" } else { "" };
            let periods = if total.periods > 0 { format!(" of {} periods", total.periods) } else { String::new() };
            let source = total.source.map_or("nobody", |id| id.as_str());
            format!("{source}{star} {}{periods}", label(total.stated(), &Locale::english()))
        };
        (standing.chosen.map(|(_, rule)| rule), standing.totals.iter().enumerate().map(line).collect())
    })
}

fn report(source: &str, as_of: &str, killed: u64) -> String {
    format!(r#"{{ "source": "{source}", "as_of": "{as_of}", "counts": {{ "killed": {killed} }} }}"#)
}

fn period(period: &str, killed: &str) -> String {
    format!(r#"{{ "source": "a", "basis": "incremental", "period": "{period}", "counts": {{ "killed": {killed} }} }}"#)
}

#[test]
fn the_users_choice_then_the_lead_then_the_baselines_source() {
    let asked = Asked::bundled();
    assert_eq!(totals(&asked, "iran-2025-26").0, Some(Rule::Lead));
    let chosen = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2025-26"), "official-to-reuters".into());
    });
    let expected = ["hrana ≥ 2,571", "official-to-reuters* ≈ 2,000", "ihrngo ≥ 734"].map(str::to_owned).to_vec();
    assert_eq!(totals(&chosen, "iran-2025-26"), (Some(Rule::Chosen), expected));
    let mut leaderless = Asked::bundled();
    leaderless.dataset.events["iran-2025-26"].lead = None;
    assert_eq!(totals(&leaderless, "iran-2025-26").0, Some(Rule::BaselineSource));
    leaderless.question.baseline = None;
    let (rule, sources) = totals(&leaderless, "iran-2025-26");
    assert_eq!((rule, sources.len()), (None, 3), "the program never judges");
    let remark = leaderless.compare().rows()[0].remark.clone();
    assert_eq!(remark.as_deref(), Some("choose a source"));
}

#[test]
fn a_source_without_the_measure_is_passed_over() {
    let asked = Asked::bundled().ask(|question| {
        question.measure = "severely_injured".into();
        question.chosen_sources.insert(event("iran-2025-26"), "ihrngo".into());
    });
    assert_eq!(totals(&asked, "iran-2025-26"), (Some(Rule::Lead), vec!["hrana* 1,134".to_owned()]));
}

#[test]
fn the_latest_report_is_the_one_that_holds_for_the_latest_date() {
    let reports = [report("a", "2020-01-09", 90), report("a", "2020-01-05", 50), report("b", "2020-01-08", 80)];
    let asked = one_event(&reports.join(","));
    assert_eq!(totals(&asked, "storm").1, ["a* 90", "b 80"]);
    let known = asked.ask(|question| question.as_known_on = Some("2020-01-08".parse().unwrap()));
    assert_eq!(totals(&known, "storm").1, ["a* 50", "b 80"]);
    let before = known.ask(|question| question.as_known_on = Some("2020-01-01".parse().unwrap()));
    assert_eq!(totals(&before, "storm"), (None, Vec::new()));
}

#[test]
fn a_superseded_report_is_left_out_once_its_successor_is_known() {
    let reports = r#"
        { "id": "first", "source": "a", "as_of": "2020-01-09", "published": "2020-01-09", "counts": { "killed": 90 } },
        { "id": "second", "source": "a", "as_of": "2020-01-08", "published": "2020-01-12", "supersedes": "first",
          "counts": { "killed": 70 } }"#;
    let asked = one_event(reports);
    assert_eq!(totals(&asked, "storm").1, ["a* 70"]);
    let known = asked.ask(|question| question.as_known_on = Some("2020-01-11".parse().unwrap()));
    assert_eq!(totals(&known, "storm").1, ["a* 90"]);
}

#[test]
fn periods_are_added_up() {
    let sum = |reports: &[String]| totals(&one_event(&reports.join(",")), "storm").1;
    let (first, second) = (period("2020-01-01/2020-01-05", "40"), period("2020-01-06/2020-01-10", "2"));
    assert_eq!(sum(&[first.clone(), second.clone()]), ["a* 42 of 2 periods"]);
    // A period whose number is missing makes the sum a lower bound.
    let missing = period("2020-01-06/2020-01-10", "null");
    assert_eq!(sum(&[first.clone(), missing]), ["a* ≥ 40 of 2 periods"]);
    let range = period("2020-01-06/2020-01-10", r#"{ "low": 5, "high": 8 }"#);
    assert_eq!(sum(&[first.clone(), range]), ["a* 45–48 of 2 periods"]);
    let best = period("2020-01-06/2020-01-10", r#"{ "low": 5, "best": 6, "high": 8 }"#);
    assert_eq!(sum(&[first.clone(), best]), ["a* 46 (45–48) of 2 periods"]);
    let about = period("2020-01-06/2020-01-10", r#"{ "about": 10 }"#);
    assert_eq!(sum(&[first.clone(), about]), ["a* ≈ 50 of 2 periods"]);
    let more = period("2020-01-06/2020-01-10", r#"{ "more_than": 10 }"#);
    assert_eq!(sum(&[first.clone(), more]), ["a* > 50 of 2 periods"]);
    // Cumulative figures are never added to periods.
    assert_eq!(sum(&[first, second, report("a", "2020-01-10", 45)]), ["a* 45"]);
}

#[test]
fn only_categories_of_every_period_are_added_up() {
    let reports = [
        period("2020-01-01/2020-01-05", r#"{ "exact": 40, "parts": { "men": 30, "women": 10 } }"#),
        period("2020-01-06/2020-01-10", r#"{ "exact": 2, "parts": { "men": 1 }, "of_which": { "children": 1 } }"#),
    ];
    one_event(&reports.join(",")).look(|library, question| {
        let open = library.event(&event("storm")).unwrap();
        let totals = source_totals(open.event, &question.measure, None);
        let count = &totals[0].count;
        let parts: Vec<(&str, Stated)> = count.parts.iter().map(|(id, part)| (id.as_str(), part.stated)).collect();
        assert_eq!(parts, [("men", Stated::Exact(31))]);
        assert!(count.of_which.is_empty());
    });
}

#[test]
fn the_same_figure_elsewhere_is_a_repeat() {
    Asked::bundled().look(|library, question| {
        let standing = standing(library, question, library.event(&event("iran-2025-26")).unwrap());
        let total = standing.total().unwrap();
        assert_eq!((total.index, total.repeats), (13, 1), "HRANA via AP, and HRANA");
    });
}
