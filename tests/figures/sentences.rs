//! Sentences that are quoted, word for word.

use super::{Asked, event, one_count, one_event};
use tollview::analysis::{CountKey, details};
use tollview::model::Relation;
use tollview::text::Locale;

/// The sentence on a count of people killed, or of the figure that stands.
pub(super) fn quoted(asked: &Asked, of: &str, report: Option<usize>, categories: &[(Relation, &str)]) -> String {
    quoted_in(asked, of, report, categories, &Locale::english())
}

pub(super) fn quoted_in(
    asked: &Asked,
    of: &str,
    report: Option<usize>,
    categories: &[(Relation, &str)],
    locale: &Locale,
) -> String {
    asked.look(|library, question| {
        let categories = categories.iter().map(|(relation, id)| (*relation, (*id).into())).collect();
        let key =
            report.map(|report| CountKey { event: event(of), report, measure: question.measure.clone(), categories });
        details(library, question, key.as_ref(), locale).unwrap().sentence
    })
}

#[test]
fn the_figure_that_stands() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2025-26", None, &[]),
        "At least 2,571 people had been killed in “Iran protests 2025–26” as of 14 January 2026, according to Human \
         Rights Activists News Agency via AP; AP could not verify it independently."
    );
}

#[test]
fn protesters_only() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2022", Some(3), &[]),
        "522 people had been killed in “Mahsa Amini protests” as of 14 January 2023, according to Human Rights \
         Activists News Agency. It counts protesters only."
    );
}

#[test]
fn pending() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2025-26", Some(10), &[]),
        "At least 646 people had been killed in “Iran protests 2025–26” as of 12 January 2026, according to Human \
         Rights Activists News Agency. Another 579 were under investigation and are not in it."
    );
}

#[test]
fn a_part() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2025-26", Some(13), &[(Relation::Part, "protesters")]),
        "In “Iran protests 2025–26”, Human Rights Activists News Agency via AP counted 2,403 protesters killed as of 14 \
         January 2026, part of at least 2,571; AP could not verify it independently."
    );
}

#[test]
fn a_subset_inside_a_part() {
    let path = [(Relation::Part, "protesters"), (Relation::OfWhich, "children")];
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2025-26", Some(10), &path),
        "In “Iran protests 2025–26”, Human Rights Activists News Agency counted 9 children killed as of 12 January \
         2026, inside 505."
    );
}

#[test]
fn inside_or_outside_unclear() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-2022", Some(3), &[(Relation::Unclear, "security_forces")]),
        "In “Mahsa Amini protests”, Human Rights Activists News Agency counted 68 security forces killed as of 14 \
         January 2023, without saying whether inside 522."
    );
}

#[test]
fn ranges_and_other_measures() {
    assert_eq!(
        quoted(&Asked::bundled(), "iran-1978-79", Some(0), &[]),
        "532 to 2,781 people had been killed in “Revolution of 1978–79” as of February 1979, according to Tucker \
         (encyclopedia). Coverage: who is not stated, January 1978 – February 1979."
    );
    let detained = Asked::bundled().ask(|question| question.measure = "detained".into());
    assert_eq!(
        quoted(&detained, "iran-2022", Some(3), &[]),
        "About 20,000 people had been detained in “Mahsa Amini protests” as of 14 January 2023, according to Human \
         Rights Activists News Agency."
    );
    let injured = Asked::bundled().ask(|question| question.measure = "severely_injured".into());
    assert_eq!(
        quoted(&injured, "iran-2025-26", Some(12), &[]),
        "Severely injured: 1,134 in “Iran protests 2025–26” as of 14 January 2026, according to Human Rights Activists \
         News Agency."
    );
}

#[test]
fn a_period_and_a_sum_of_periods() {
    let asked = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05", "counts": { "killed": 40 } },
           { "source": "a", "basis": "incremental", "period": "2020-01-06/2020-01-10", "counts": { "killed": 2 } }"#,
    );
    assert_eq!(
        quoted(&asked, "storm", None, &[]),
        "42 people had been killed in “Storm” over 2 periods from 1 to 10 January 2020, according to Alpha."
    );
    assert_eq!(
        quoted(&asked, "storm", Some(0), &[]),
        "40 people had been killed in “Storm” in 1–5 January 2020, according to Alpha."
    );
    let parted = one_event(
        r#"{ "source": "a", "basis": "incremental", "period": "2020-01-01/2020-01-05",
             "counts": { "killed": { "exact": 40, "parts": { "men": 30, "women": 10 } } } }"#,
    );
    assert_eq!(
        quoted(&parted, "storm", Some(0), &[(Relation::Part, "men")]),
        "In “Storm”, Alpha counted 30 men killed in 1–5 January 2020, part of 40."
    );
}

#[test]
fn a_total_that_is_not_stated() {
    assert_eq!(
        quoted(&one_count(r#"{ "exact": null, "parts": { "men": 8 } }"#), "storm", None, &[]),
        "An unstated number of people had been killed in “Storm” as of 10 January 2020, according to Alpha."
    );
}

fn sum_of(periods: &[&str]) -> String {
    let report = |period: &&str| {
        format!(r#"{{ "source": "a", "basis": "incremental", "period": "{period}", "counts": {{ "killed": 5 }} }}"#)
    };
    let reports: Vec<String> = periods.iter().map(report).collect();
    quoted(&one_event(&reports.join(",")), "storm", None, &[])
}

#[test]
fn a_sum_of_months_says_months_and_one_of_days_days() {
    let months = sum_of(&["2014-01", "2014-02", "2019-12"]);
    assert!(months.contains("over 3 of the 72 months from January 2014 to December 2019, according to"), "{months}");
    let days = sum_of(&["2020-01-01", "2020-01-02"]);
    assert!(days.contains("over 2 days from 1 to 2 January 2020, according to"), "{days}");
    let gaps = sum_of(&["2020-01-01", "2020-01-03", "2020-03-31"]);
    assert!(gaps.contains("over 3 of the 91 days from 1 January to 31 March 2020, according to"), "{gaps}");
    let weeks = sum_of(&["2020-01-06/2020-01-12", "2020-01-13/2020-01-19"]);
    assert!(weeks.contains("over 2 weeks from"), "{weeks}");
    let years = sum_of(&["2018", "2019"]);
    assert!(years.contains("over 2 years from 2018 to 2019, according to"), "{years}");
    let mixed = sum_of(&["2018", "2019-01"]);
    assert!(mixed.contains("over 2 periods from"), "{mixed}");
}

#[test]
fn rows_without_a_date_are_named_beside_the_days_of_a_sum() {
    let said = sum_of(&["..", "2020-01-01", "2020-01-02", "2020-01-03"]);
    assert!(said.contains("over 3 days from 1 to 3 January 2020 and in rows without a date, according to"), "{said}");
}

#[test]
fn ages_beside_a_number_are_called_ages() {
    for (ages, said) in
        [("0–17", "aged 0–17"), ("60+", "aged 60+"), ("under 18", "aged under 18"), ("2019–20", "2019–20")]
    {
        let asked = Asked::read(&format!(
            r#"{{ "tollview": 1, "title": "T", "sources": [{{ "id": "a", "name": "Alpha" }}],
                "categories": [{{ "id": "band", "label": "{ages}" }}],
                "events": [{{ "id": "storm", "title": "Storm", "reports": [{{ "source": "a", "as_of": "2020-01-10",
                  "counts": {{ "killed": {{ "exact": 9, "parts": {{ "band": 4 }} }} }} }}] }}] }}"#
        ));
        let sentence = quoted(&asked, "storm", Some(0), &[(Relation::Part, "band")]);
        assert!(sentence.starts_with(&format!("In “Storm”, Alpha counted 4 {said} killed as of")), "{sentence}");
    }
}
