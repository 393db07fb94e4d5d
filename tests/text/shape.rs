//! Sizes and places of glyphs.

use tollview::text::{Shipped, TextSize, Weight, measure, shape};

#[test]
fn widths_grow_with_the_size_and_the_text() {
    let one = measure("≥ 2,571", 11.0, Weight::Regular);
    let two = measure("≥ 2,571", 22.0, Weight::Regular);
    assert!((two.width - 2.0 * one.width).abs() < 0.001);
    assert!(one.width > 30.0 && one.width < 50.0, "{one:?}");
    assert!((one.height - one.ascent - one.descent).abs() < 0.001);
    assert!(one.cap_height > 6.0 && one.cap_height < one.ascent, "{one:?}");
    assert_eq!(Shipped.size("≥ 2,571", 11.0, Weight::Regular), (one.width, one.height));
    assert!(measure("", 11.0, Weight::Regular).width.abs() < f32::EPSILON);
}

#[test]
fn strong_digits_are_as_wide_as_regular_ones_within_a_tenth() {
    let width = |weight| measure("0123456789", 13.0, weight).width;
    let (regular, strong) = (width(Weight::Regular), width(Weight::Strong));
    assert!((strong / regular - 1.0).abs() < 0.1, "{regular} {strong}");
}

#[test]
fn each_line_starts_anew() {
    let two_lines = measure("Iran\nایران", 14.0, Weight::Regular);
    let first = measure("Iran", 14.0, Weight::Regular);
    let second = measure("ایران", 14.0, Weight::Regular);
    assert!((two_lines.height - 2.0 * first.height).abs() < f32::EPSILON);
    assert!((two_lines.width - first.width.max(second.width)).abs() < 0.001);
    let glyphs = shape("Iran\nایران", 14.0, Weight::Regular);
    assert!(glyphs[4].x.abs() < 1.0, "{glyphs:?}");
    assert!((glyphs[4].y - first.height).abs() < 0.001);
}

#[test]
fn letters_are_joined() {
    let glyphs = |text| shape(text, 14.0, Weight::Regular).iter().map(|glyph| glyph.id).collect::<Vec<_>>();
    let (alone, thrice) = (glyphs("ه"), glyphs("ههه"));
    assert!(!thrice.contains(&alone[0]), "{alone:?} {thrice:?}");
    assert_eq!(glyphs("\u{200f}ایران\u{200e}").len(), 5, "marks have no glyphs");
}

#[test]
fn fallback_fonts_fill_gaps() {
    let glyphs = shape("کشته ▲ ۲۵۷۱", 14.0, Weight::Regular);
    let faces: Vec<usize> = glyphs.iter().map(|glyph| glyph.face).collect();
    assert!(faces.contains(&0) && faces.iter().any(|face| *face > 0), "{faces:?}");
    assert!(glyphs.is_sorted_by(|a, b| a.x <= b.x));
    assert!(glyphs.iter().all(|glyph| glyph.id != 0));
}
