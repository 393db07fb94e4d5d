//! More categories than there are looks.

use super::Asked;
use std::ops::Range;
use tollview::chart::{CATEGORY_LOOKS, Figure, Place, Shape, Swatch, Tone, View, layout};
use tollview::text::Shipped;

/// One event with these of 40 categories as its parts.
fn with_categories(used: Range<usize>) -> Asked {
    let categories: Vec<String> = (0..40).map(|n| format!(r#"{{ "id": "c{n}", "label": "Side {n}" }}"#)).collect();
    let parts: Vec<String> = used.clone().map(|n| format!(r#""c{n}": 10"#)).collect();
    let killed = used.len() * 10;
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Test", "sources": [{{ "id": "a", "name": "Alpha" }}], "categories": [{}],
            "events": [{{ "id": "war", "title": "War", "lead": "a", "reports": [{{ "source": "a", "as_of": "1920",
              "counts": {{ "killed": {{ "at_least": {killed}, "parts": {{ {} }} }} }} }}] }}] }}"#,
        categories.join(", "),
        parts.join(", ")
    ))
}

fn assert_told_apart(figure: &Figure) {
    for (index, entry) in figure.legend.iter().enumerate() {
        for other in &figure.legend[index + 1..] {
            assert_ne!(entry.swatch, other.swatch, "{:?} and {:?} look alike", entry.text, other.text);
        }
    }
}

fn texts(figure: &Figure) -> Vec<&str> {
    figure.legend.iter().map(|entry| entry.text.as_str()).collect()
}

#[test]
fn categories_without_a_look_of_their_own_share_one_entry() {
    for figure in [with_categories(0..40).compare(), with_categories(0..40).breakdown()] {
        assert_told_apart(&figure);
        let texts = texts(&figure);
        assert_eq!(texts.iter().filter(|text| text.starts_with("Side ")).count(), CATEGORY_LOOKS);
        // What the inks mean is not cut with the last categories.
        assert_eq!(texts[..3], ["Or more", "16 others, named in the chart", "Side 0"]);
    }
}

#[test]
fn a_single_category_beyond_the_looks_keeps_its_name() {
    let figure = with_categories(20..25).compare();
    assert_told_apart(&figure);
    assert!(texts(&figure).contains(&"Side 24"));
    assert!(figure.legend.iter().all(|entry| entry.swatch != Swatch::OtherSource));
}

/// Lines of paper as high as the bar and as narrow as a stroke.
fn dividers(figure: &Figure) -> usize {
    let placed = layout(figure, (700.0, 400.0), View::default(), &Shipped);
    let papers = placed.marks.iter().filter(|mark| mark.place == Place::Plot && mark.tone == Tone::Paper);
    papers
        .filter(|mark| matches!(mark.shape, Shape::Area { rect, .. } if rect.width < 2.0 && rect.height > 8.0))
        .count()
}

#[test]
fn parts_of_one_look_have_a_line_between_them() {
    assert_eq!(dividers(&with_categories(30..34).compare()), 3);
    assert_eq!(dividers(&with_categories(0..4).compare()), 0);
}
