//! Categories of two open files: the same one keeps its look, and two that are only named alike do not share one.

use std::collections::HashMap;
use std::ops::ControlFlow;
use tollview::analysis::{FileId, Library, Question, compare};
use tollview::chart::{Body, Figure, Swatch, Tone, compare_figure};
use tollview::formats::{self, Input};
use tollview::model::Dataset;
use tollview::text::Locale;

/// A dataset with one event, whose toll has these categories as parts: identifier and label.
fn dataset(title: &str, categories: &[(&str, &str)]) -> Dataset {
    let named = categories.iter().map(|(id, label)| format!(r#"{{ "id": "{id}", "label": "{label}" }}"#));
    let parts = categories.iter().zip(1..).map(|((id, _), n)| format!(r#""{id}": {n}"#));
    let total: usize = (1..=categories.len()).sum();
    let json = format!(
        r#"{{ "tollview": 1, "title": "{title}", "sources": [{{ "id": "a", "name": "Alpha" }}], "categories": [{}],
             "events": [{{ "id": "e", "title": "Event of {title}", "start": "2020-01-01", "lead": "a", "reports": [{{
               "source": "a", "as_of": "2020-02-01",
               "counts": {{ "killed": {{ "exact": {total}, "parts": {{ {} }} }} }} }}] }}] }}"#,
        named.collect::<Vec<_>>().join(", "),
        parts.collect::<Vec<_>>().join(", ")
    );
    let loaded = formats::read(Input::from_bytes("t.toll.json", json.into_bytes()), &mut |_| ControlFlow::Continue(()));
    loaded.unwrap_or_else(|error| panic!("{error}")).dataset
}

fn compared(one: &Dataset, other: &Dataset) -> Figure {
    let open = [(FileId(0), one), (FileId(1), other)];
    let mut question = Question::first(FileId(0), one);
    question.ticked = Library(&open).events().map(|event| event.key()).collect();
    compare_figure(&compare(Library(&open), &question), &question, &Locale::english())
}

/// Each entry of the legend that is a category's.
fn legend(figure: &Figure) -> HashMap<&str, Tone> {
    let tone = |swatch: &Swatch| match swatch {
        Swatch::Area(_, tone @ Tone::Category(_)) => Some(*tone),
        _ => None,
    };
    figure.legend.iter().filter_map(|entry| Some((entry.text.as_str(), tone(&entry.swatch)?))).collect()
}

/// The tones of each row's bars.
fn tones(figure: &Figure) -> Vec<Vec<Tone>> {
    let Body::Rows(body) = &figure.body else { panic!("expected rows") };
    body.rows.iter().map(|row| row.bars.iter().map(|bar| bar.tone).collect()).collect()
}

#[test]
fn the_same_category_keeps_its_look_in_another_file() {
    let one = dataset("One", &[("men", "Men"), ("women", "Women"), ("children", "Children")]);
    let other = dataset("Other", &[("sailors", "Sailors"), ("children", "Children"), ("men", "Men")]);
    let figure = compared(&one, &other);
    let [men, women, children, sailors] = [0, 1, 2, 3].map(Tone::Category);
    assert_eq!(tones(&figure), [vec![men, women, children], vec![sailors, children, men]]);
    let expected = [("Men", men), ("Women", women), ("Children", children), ("Sailors", sailors)];
    assert_eq!(legend(&figure), HashMap::from(expected));
}

#[test]
fn categories_that_are_only_named_alike_are_told_apart() {
    let one = dataset("One", &[("f", "Women"), ("g", "Guards"), ("g2", "Guards")]);
    let other = dataset("Other", &[("w", "Women")]);
    let figure = compared(&one, &other);
    let expected = [
        ("Women (One)", Tone::Category(0)),
        ("Guards (g)", Tone::Category(1)),
        ("Guards (g2)", Tone::Category(2)),
        ("Women (Other)", Tone::Category(3)),
    ];
    assert_eq!(legend(&figure), HashMap::from(expected));
}
