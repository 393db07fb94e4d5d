//! What charts do where there is little room.

use super::Asked;
use tollview::chart::{Layout, Place, Shape, View, layout};
use tollview::text::Shipped;

/// The chart of a window of 1024 by 700 points.
const SMALL: (f32, f32) = (554.0, 598.0);

/// The texts beside the plot.
fn beside(layout: &Layout) -> Vec<&str> {
    let marks = layout.marks.iter().filter(|mark| mark.place == Place::Beside);
    let texts = marks.filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn all_events_of_the_example_stand_in_a_small_window() {
    let figure = Asked::bundled().compare();
    let placed = layout(&figure, SMALL, View::default(), &Shipped);
    assert!(placed.most_skipped < 0.5, "{} rows can be moved out", placed.most_skipped);
    let names = beside(&placed);
    assert!(names.contains(&"2025–26 protests") && names.contains(&"Revolution"), "{names:?}");
}

#[test]
fn a_name_is_broken_between_its_words() {
    let figure = Asked::bundled().compare();
    for width in [300.0, 340.0, 400.0, 460.0, 554.0] {
        let placed = layout(&figure, (width, 900.0), View::default(), &Shipped);
        let words: Vec<&str> = beside(&placed).into_iter().flat_map(str::split_whitespace).collect();
        for row in figure.rows().iter().take(3) {
            for word in row.label.split_whitespace() {
                assert!(words.contains(&word), "{word:?} is broken at a width of {width}: {words:?}");
            }
        }
    }
}

/// Two sources say nearly the same, too near to zero for a name at the left of the first.
#[test]
fn marks_of_other_sources_that_stand_close_are_named_together() {
    let source = |id| format!(r#"{{ "id": "{id}", "name": "{id} observers" }}"#);
    let report =
        |(id, killed)| format!(r#"{{ "source": "{id}", "as_of": "2020-01-02", "counts": {{ "killed": {killed} }} }}"#);
    let figure = Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{}], "events": [{{ "id": "war", "title": "War", "lead": "a",
            "reports": [{}] }}] }}"#,
        ["a", "b", "c"].map(source).join(", "),
        [("a", 150), ("b", 11), ("c", 12)].map(report).join(", ")
    ))
    .compare();
    let placed = layout(&figure, SMALL, View::default(), &Shipped);
    assert!(beside(&placed).contains(&"b observers 11 · c observers 12"), "{:?}", beside(&placed));
}
