//! Where lines break, and in which direction each then reads.

use tollview::text::{TextSize, Weight, base_is_rtl, wrap};

/// Every character is one point wide; marks are not.
struct Cells;

impl TextSize for Cells {
    fn size(&self, text: &str, size: f32, _: Weight) -> (f32, f32) {
        (text.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).map(|_| 1.0).sum(), size)
    }
}

fn lines(text: &str, width: f32) -> Vec<String> {
    wrap(text, 12.0, Weight::Regular, width, &Cells)
}

#[test]
fn breaks_at_spaces() {
    assert_eq!(lines("a note on how it was counted", 10.0), ["a note on", "how it was", "counted"]);
    assert_eq!(lines("short", 10.0), ["short"]);
    assert_eq!(lines("", 10.0), [""]);
    assert_eq!(lines("2\u{a0}571 killed", 6.0), ["2\u{a0}571", "killed"]);
}

#[test]
fn keeps_the_breaks_of_the_text() {
    assert_eq!(lines("one\n\ntwo", 10.0), ["one", "", "two"]);
}

#[test]
fn cuts_a_word_wider_than_the_line() {
    assert_eq!(lines("see example.org/abc", 8.0), ["see exam", "ple.org/", "abc"]);
}

#[test]
fn a_line_keeps_the_direction_of_its_paragraph() {
    let persian = lines("گزارش HRANA (2022) ایران", 12.0);
    assert_eq!(persian, ["گزارش HRANA", "(2022) ایران"]);
    let persian = lines("گزارش خبرگزاری HRANA ایران", 16.0);
    assert_eq!(persian, ["گزارش خبرگزاری", "\u{200f}HRANA ایران"]);
    assert!(persian.iter().all(|line| base_is_rtl(line)));
    let latin = lines("as published in ایران today", 16.0);
    assert_eq!(latin, ["as published in", "\u{200e}ایران today"]);
    assert!(!latin.iter().any(|line| base_is_rtl(line)));
}

#[test]
fn cuts_a_long_word_at_its_strokes_first() {
    assert_eq!(
        lines("in European/African/Atlantic waters", 10.0),
        ["in", "European/", "African/", "Atlantic", "waters"]
    );
    assert_eq!(lines("Nagorno-Karabakh", 9.0), ["Nagorno-", "Karabakh"]);
}
