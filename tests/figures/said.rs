//! Words around the charts: spans, files as sources, separators, and what was left out of a list.

use super::{Asked, one_event};
use tollview::analysis::{Details, details};
use tollview::text::Locale;

fn said(asked: &Asked) -> Details {
    asked.look(|library, question| details(library, question, None, &Locale::english()).unwrap())
}

fn monthly(event: &str, months: &[&str], source: &str) -> Asked {
    let report = |month: &&str| {
        format!(r#"{{ "source": "a", "basis": "incremental", "period": "{month}", "counts": {{ "killed": 10 }} }}"#)
    };
    let reports: Vec<String> = months.iter().map(report).collect();
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "losses", "sources": [{{ "id": "a", "name": "{source}" }}],
            "events": [{{ "id": "e", "title": "{event}", "lead": "a", "start": "2014-01-01", "reports": [{}] }}] }}"#,
        reports.join(",")
    ))
}

#[test]
fn a_sum_says_from_when_to_when() {
    let said = said(&monthly("Crossing", &["2014-01", "2014-02", "2016-05"], "Alpha"));
    assert_eq!(
        said.sentence,
        "30 people had been killed in “Crossing” over 3 of the 29 months from January 2014 to May 2016, according to Alpha."
    );
    assert_eq!(said.source, "Alpha, 3 of the 29 months from January 2014 to May 2016");
}

#[test]
fn a_file_is_not_named_as_if_it_had_counted() {
    let said = said(&monthly("Crossing", &["2014-01", "2014-02"], "losses"));
    assert!(said.sentence.ends_with("according to the file “losses”."), "{}", said.sentence);
}

#[test]
fn numbers_in_texts_have_separators() {
    let english = Locale::english();
    let text =
        english.say_with("timeline-in-words", &[("name", "A".into()), ("count", 1036.into()), ("last", "9".into())]);
    assert_eq!(text, "A: 1,036 reports, the last 9.");
    assert!(Locale::persian().say_with("over-months", &[("periods", 1036.into())]).contains("۱٬۰۳۶"));
    let late = r#"{ "source": "a", "as_of": "2022-11-16", "counts": { "killed": 30 } }"#;
    let facts = said(&one_event(late)).facts;
    assert!(facts.contains(&("Day".to_owned(), "1,051".to_owned())), "{facts:?}");
}

#[test]
fn what_lies_inside_a_bar_beyond_its_lines_is_counted() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let categories: Vec<String> =
        names.iter().map(|id| format!(r#"{{ "id": "{id}", "label": "Group {id}" }}"#)).collect();
    let inside: Vec<String> = names.iter().map(|id| format!(r#""{id}": 5"#)).collect();
    let figure = Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{{ "id": "a", "name": "Alpha" }}], "categories": [{}],
            "events": [{{ "id": "e", "title": "Storm", "lead": "a", "reports": [{{ "source": "a", "as_of": "2020-01-01",
              "counts": {{ "killed": {{ "exact": 90, "of_which": {{ {} }} }} }} }}] }}] }}"#,
        categories.join(", "),
        inside.join(", ")
    ))
    .breakdown();
    let texts: Vec<&str> = figure.rows()[0].brackets.iter().map(|bracket| bracket.text.as_str()).collect();
    assert_eq!(texts.len(), 5);
    assert_eq!(texts[4], "2 more: of which Group e 5 · of which Group f 5");
}

#[test]
fn of_one_source_no_choice_is_named() {
    let report = |source: &str| format!(r#"{{ "source": "{source}", "counts": {{ "killed": 30 }} }}"#);
    let says_choice = |asked: &Asked| {
        let (compared, broken_down) = (asked.compare(), asked.breakdown());
        let notes = compared.notes.iter().any(|note| note.text.contains("the file’s choice"));
        (notes, broken_down.rows()[0].sublabel.contains("the file’s choice"))
    };
    let one = one_event(&report("a"));
    assert_eq!(says_choice(&one), (false, false));
    assert!(!one.compare().subtitle.contains("date") && !one.breakdown().subtitle.contains("date"));
    assert_eq!(says_choice(&one_event(&[report("a"), report("b")].join(", "))), (true, true));
}
