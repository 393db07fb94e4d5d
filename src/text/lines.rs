//! Breaks text into lines. This comes before bidirectional order: a line is ordered on its own, after its words are known.

use super::Weight;
use super::bidi::{base_is_rtl, is_line_end};
use super::shape::TextSize;
use std::borrow::Cow;

/// `text` in lines no wider than `max_width` points, broken at spaces; a word that alone is wider after its hyphens and
/// strokes, and only then anywhere. A line that
/// would start in another direction than its paragraph gets an invisible mark in front, so that each line can be drawn,
/// aligned and measured as a text of its own.
#[must_use]
pub fn wrap(text: &str, size: f32, weight: Weight, max_width: f32, sizes: &dyn TextSize) -> Vec<String> {
    let width = |text: &str| sizes.size(text, size, weight).0;
    let mut lines = Vec::new();
    for paragraph in text.split(is_line_end) {
        let rtl = base_is_rtl(paragraph);
        let mut breaker = Breaker { lines: &mut lines, rtl, line: String::new(), line_width: 0.0, max_width };
        for word in paragraph.split_inclusive(can_break_after) {
            let seen = word.trim_end_matches(can_break_after);
            let (word_width, space_width) = (width(seen), width(&word[seen.len()..]));
            if word_width <= max_width {
                breaker.add(word, word_width, space_width);
            } else {
                breaker.add_in_parts(word, &width);
            }
        }
        breaker.end_line();
    }
    lines
}

/// As much of `text` as fits into `max_width` points, with an ellipsis for the rest. It is cut where it ends when read, so
/// that a right-to-left text keeps its beginning too.
#[must_use]
pub fn elide<'t>(text: &'t str, size: f32, weight: Weight, max_width: f32, sizes: &dyn TextSize) -> Cow<'t, str> {
    let fits = |text: &str| sizes.size(text, size, weight).0 <= max_width;
    if fits(text) {
        return Cow::Borrowed(text);
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let short = |end: usize| format!("{}…", text[..end].trim_end());
    let kept = ends.partition_point(|end| fits(&short(*end))).saturating_sub(1);
    Cow::Owned(short(ends.get(kept).copied().unwrap_or(0)))
}

/// Spaces that do not hold their neighbours together.
fn can_break_after(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{200b}' | '\u{3000}') || matches!(c, '\u{2000}'..='\u{2006}' | '\u{2008}' | '\u{200a}')
}

/// What ends a part of a long word.
fn can_be_cut_after(c: char) -> bool {
    matches!(c, '-' | '/' | '_' | '\u{2010}' | '\u{2013}' | '\u{2014}')
}

struct Breaker<'a> {
    lines: &'a mut Vec<String>,
    rtl: bool,
    line: String,
    line_width: f32,
    max_width: f32,
}

impl Breaker<'_> {
    fn add(&mut self, word: &str, word_width: f32, space_width: f32) {
        if !self.line.is_empty() && self.line_width + word_width > self.max_width {
            self.end_line();
        }
        self.line.push_str(word);
        self.line_width += word_width + space_width;
    }

    /// For a word wider than a line: its parts between hyphens and strokes; of a longer one, such as in an address, as many
    /// characters as fit.
    fn add_in_parts(&mut self, word: &str, width: &impl Fn(&str) -> f32) {
        for part in word.split_inclusive(can_be_cut_after) {
            let seen = part.trim_end_matches(can_break_after);
            let (part_width, space_width) = (width(seen), width(&part[seen.len()..]));
            if part_width <= self.max_width {
                self.add(part, part_width, space_width);
                continue;
            }
            for (at, c) in part.char_indices() {
                let one = &part[at..at + c.len_utf8()];
                self.add(one, width(one), 0.0);
            }
        }
    }

    fn end_line(&mut self) {
        let line = self.line.trim_end_matches(can_break_after);
        let mark = match (self.rtl, base_is_rtl(line)) {
            (true, false) => "\u{200f}",
            (false, true) => "\u{200e}",
            _ => "",
        };
        self.lines.push(format!("{mark}{line}"));
        self.line.clear();
        self.line_width = 0.0;
    }
}
