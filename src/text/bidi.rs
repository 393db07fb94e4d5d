//! Cuts a text into runs in the order in which they stand on screen, from left to right.
//!
//! egui joins Arabic letters but knows no bidirectional order: it lays its sections out from left to right, cuts each where
//! the font changes, and lets the shaper guess a piece's direction from its script. So each run given out here has one
//! direction and one font, and its characters stand in the order with which that guess draws them right: logical order
//! where the guess agrees with the Unicode Bidirectional Algorithm, reversed and mirrored where it does not.
//!
//! Overrides (U+202D, U+202E) are ignored: nothing in a data file may turn 2,571 into 175,2.

use std::borrow::Cow;

use harfrust::UnicodeBuffer;
use unicode_bidi::{BidiClass, Direction, ParagraphBidiInfo, bidi_class};

use super::fonts::{face_of, has_glyph, is_format, is_joiner};

/// A piece of a line with one direction and, where it reads from right to left, one font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// What to shape, on its own; `"\n"` where a line ends.
    pub text: Cow<'a, str>,
    /// Whether it reads from right to left.
    pub rtl: bool,
}

/// The runs of `text`, in visual order from left to right, line by line, with a box (□) in place of each character that no
/// shipped font has. A text without right-to-left, control or missing characters is one borrowed run.
#[must_use]
pub fn visual_runs(text: &str) -> Vec<Run<'_>> {
    if is_plain(text) {
        return vec![Run { text: Cow::Borrowed(text), rtl: false }];
    }
    let mut runs = Vec::new();
    for (number, line) in text.split(is_line_end).enumerate() {
        if number > 0 {
            runs.push(Run { text: Cow::Borrowed("\n"), rtl: false });
        }
        push_line(line, &mut runs);
    }
    runs
}

/// Whether the first letter that has a direction reads from right to left, and so the text starts at the right.
#[must_use]
pub fn base_is_rtl(text: &str) -> bool {
    !text.is_ascii() && unicode_bidi::get_base_direction_full(text) == Direction::Rtl
}

/// Characters after which a new line starts.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

/// Splits `text` where `key` changes; marks and joiners stay with the character before them.
pub(super) fn split_by<K: PartialEq>(text: &str, key: impl Fn(char) -> K) -> Vec<(K, &str)> {
    let mut starts: Vec<(K, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        if !starts.is_empty() && belongs_to_previous(c) {
            continue;
        }
        let key = key(c);
        if starts.last().is_none_or(|last| last.0 != key) {
            starts.push((key, at));
        }
    }
    let mut end = text.len();
    let mut pieces = Vec::with_capacity(starts.len());
    for (key, start) in starts.into_iter().rev() {
        pieces.push((key, &text[start..end]));
        end = start;
    }
    pieces.reverse();
    pieces
}

fn belongs_to_previous(c: char) -> bool {
    !c.is_ascii() && (is_joiner(c) || bidi_class(c) == BidiClass::NSM)
}

fn push_line(line: &str, runs: &mut Vec<Run<'_>>) {
    let line: String = line.chars().filter(|&c| c == '\t' || !is_dropped_before_ordering(c)).collect();
    if line.is_empty() {
        return;
    }
    let info = ParagraphBidiInfo::new(&line, None);
    let (levels, ranges) = info.visual_runs(0..line.len());
    for range in ranges {
        let rtl = levels[range.start].is_rtl();
        let drawn: String = line[range].chars().filter(|&c| !is_format(c)).map(or_box).collect();
        let pieces = split_by(&drawn, |c| (rtl.then(|| face_of(c)), !rtl && in_rtl_block(c)));
        let ordered = pieces.into_iter().map(|(_, piece)| for_shaping(piece, rtl));
        if rtl { runs.extend(ordered.rev()) } else { runs.extend(ordered) }
    }
}

/// Control characters and overrides.
fn is_dropped_before_ordering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202d}' | '\u{202e}')
}

/// A box in place of a character that no font has: Vazirmatn's own mark for it is blank, and a gap says nothing.
fn or_box(c: char) -> char {
    if has_glyph(c) || belongs_to_previous(c) { c } else { '□' }
}

fn for_shaping(piece: &str, rtl: bool) -> Run<'static> {
    let text = if shaper_guesses_rtl(piece) == rtl { piece.to_owned() } else { reversed(piece) };
    Run { text: Cow::Owned(text), rtl }
}

/// Asks the shaper itself, so that the answer cannot differ from the one egui gets.
fn shaper_guesses_rtl(piece: &str) -> bool {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(piece);
    buffer.guess_segment_properties();
    buffer.direction() == harfrust::Direction::RightToLeft
}

/// The characters from last to first, each with its marks behind it, brackets and signs mirrored.
fn reversed(piece: &str) -> String {
    let mut text = String::with_capacity(piece.len());
    let mut end = piece.len();
    for (at, c) in piece.char_indices().rev() {
        if at == 0 || !belongs_to_previous(c) {
            text.push(mirrored(c));
            text.push_str(&piece[at + c.len_utf8()..end]);
            end = at;
        }
    }
    text
}

fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 17] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('≦', '≧'),
        ('≪', '≫'),
        ('⩽', '⩾'),
        ('⟨', '⟩'),
        ('⟦', '⟧'),
        ('〈', '〉'),
        ('《', '》'),
        ('「', '」'),
        ('【', '】'),
        ('〔', '〕'),
    ];
    PAIRS
        .into_iter()
        .find_map(|(open, close)| if c == open { Some(close) } else { (c == close).then_some(open) })
        .unwrap_or(c)
}

/// Whether the text needs none of this: no right-to-left script, nothing to drop or replace, no line end.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
        || !text.chars().any(|c| c.is_control() || is_format(c) || in_rtl_block(c) || or_box(c) != c)
}

/// Whether some of `text` is written from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    text.chars().any(in_rtl_block)
}

/// `text` as one unit inside a sentence of any direction: its own letters decide its order, not its neighbours.
pub(super) fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Whether `text` holds a letter, not only digits, of a right-to-left script.
pub(super) fn has_rtl_letter(text: &str) -> bool {
    text.chars().any(|c| in_rtl_block(c) && c.is_alphabetic())
}

/// `text` as one unit that reads from right to left.
pub(super) fn isolated_rtl(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

/// `text` with each name between straight quotes in its own order: `One for each "استان" (3)`.
#[must_use]
pub fn with_names(text: &str) -> String {
    let pieces: Vec<&str> = text.split('"').collect();
    // An odd number of quotes stands around no names.
    if !has_rtl(text) || pieces.len().is_multiple_of(2) {
        return text.to_owned();
    }
    let isolate = |(place, piece): (usize, &&str)| if place % 2 == 1 { isolated(piece) } else { (*piece).to_owned() };
    pieces.iter().enumerate().map(isolate).collect::<Vec<String>>().join("\"")
}

/// Items in one line, each in its own order: `HRANA · 14 Jan 2026`.
#[must_use]
pub fn list(items: &[impl AsRef<str>], separator: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    if items.iter().any(|item| has_rtl(item)) {
        let items: Vec<String> = items.into_iter().map(isolated).collect();
        return items.join(separator);
    }
    items.join(separator)
}

/// `text` without the invisible marks that order it on screen, for files and the clipboard, whose readers order text themselves.
#[must_use]
pub fn without_marks(text: &str) -> String {
    text.replace(|c| matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'), "")
}

/// `text` for the clipboard: without the marks that order it, unless its words would then stand in another order.
#[must_use]
pub fn for_clipboard(text: &str) -> String {
    let bare = without_marks(text);
    if seen(&bare) == seen(text) { bare } else { text.to_owned() }
}

/// The characters of `text` in the order in which they are seen from left to right, line by line; with those that are
/// mirrored, in which direction they stand.
fn seen(text: &str) -> Vec<(char, bool)> {
    let mut all = Vec::new();
    for line in text.split(is_line_end) {
        let info = ParagraphBidiInfo::new(line, None);
        let (levels, ranges) = info.visual_runs(0..line.len());
        for range in ranges {
            let rtl = levels[range.start].is_rtl();
            let visible = line[range].chars().filter(|&c| !is_format(c)).map(|c| (c, rtl && mirrored(c) != c));
            if rtl { all.extend(visible.rev()) } else { all.extend(visible) }
        }
        all.push(('\n', false));
    }
    all
}

/// The blocks of right-to-left scripts, their digits and signs included.
fn in_rtl_block(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}
