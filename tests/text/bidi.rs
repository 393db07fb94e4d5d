//! What is seen from left to right once the runs are shaped with the direction that the shaper guesses.

use std::borrow::Cow;

use proptest::prelude::*;
use tollview::text::{base_is_rtl, for_clipboard, visual_runs, with_names};

const MIRRORED: [(char, char); 5] = [('(', ')'), ('[', ']'), ('«', '»'), ('≤', '≥'), ('<', '>')];

fn mirror(c: char) -> char {
    let pair = MIRRORED.into_iter().find(|(open, close)| c == *open || c == *close);
    pair.map_or(c, |(open, close)| if c == open { close } else { open })
}

/// `text` as the shaper draws it when told nothing about its direction.
fn drawn(text: &str) -> String {
    let mut buffer = harfrust::UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    if buffer.direction() == harfrust::Direction::RightToLeft {
        text.chars().rev().map(mirror).collect()
    } else {
        text.to_owned()
    }
}

fn seen(text: &str) -> String {
    visual_runs(text).iter().map(|run| drawn(&run.text)).collect()
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn latin_is_one_borrowed_run() {
    for text in ["", "≥ 2,571 killed", "Mahsa Amini protests (2022) – 551", "−3.5 × 10⁶ ≈ “many”"] {
        let runs = visual_runs(text);
        assert_eq!(runs.len(), 1);
        assert!(matches!(runs[0].text, Cow::Borrowed(same) if same == text));
        assert!(!runs[0].rtl);
    }
}

#[test]
fn persian_starts_at_the_right() {
    let text = "اعتراضات سراسری ایران";
    assert!(base_is_rtl(text));
    assert_eq!(seen(text), backwards(text));
    assert_eq!(visual_runs(text)[0].text, text, "letters stay in logical order, so that they can be joined");
}

#[test]
fn persian_in_a_latin_line() {
    let text = "Iran ۱۴۰۱ ایران (2022)";
    assert!(!base_is_rtl(text));
    // 2022 follows an Arabic letter, so it and its brackets belong to the Persian side.
    assert_eq!(seen(text), format!("Iran ۱۴۰۱ (2022) {}", backwards("ایران")));
}

#[test]
fn digits_stay_in_order() {
    let text = "۲۵۷۱ کشته در ۱۴۰۴، \u{2068}2571 killed\u{2069}";
    assert_eq!(seen(text), format!("2571 killed ،۱۴۰۴ {} ۲۵۷۱", backwards("کشته در")));
    assert_eq!(seen("۱۴۰۱–۱۴۰۴"), "۱۴۰۱–۱۴۰۴");
    assert_eq!(seen("۲٬۵۷۱"), "۲٬۵۷۱");
    assert_eq!(seen("٢٥٧١"), "٢٥٧١");
    assert_eq!(seen("۱۴۰۱ Iran"), "۱۴۰۱ Iran");
}

#[test]
fn brackets_and_quotes_open_towards_their_text() {
    let text = "گزارش «هرانا» (۱۴۰۱)";
    assert_eq!(seen(text), format!("(۱۴۰۱) «{}» {}", backwards("هرانا"), backwards("گزارش")));
    let text = "ایران [HRANA] (2022)";
    assert_eq!(seen(text), format!("(2022) [HRANA] {}", backwards("ایران")));
    // Alone between two numbers a bracket has no letter to show its direction.
    assert_eq!(seen("کشته ۱۲ (۱۴)"), format!("(۱۴) ۱۲ {}", backwards("کشته")));
}

#[test]
fn at_least_never_becomes_at_most() {
    assert_eq!(seen("≥ ۲۵۷۱"), "≥ ۲۵۷۱");
    assert_eq!(seen("≥۲۵۷۱ killed"), "≥۲۵۷۱ killed");
    // From right to left the sign is mirrored with its sides: the number still lies on the greater side.
    assert_eq!(seen("کشته ≥ ۲۵۷۱"), format!("۲۵۷۱ ≤ {}", backwards("کشته")));
    assert_eq!(seen("کشته: \u{2068}≥ ۲۵۷۱\u{2069}"), format!("≥ ۲۵۷۱ :{}", backwards("کشته")));
    assert_eq!(seen("۱۲ ≥ ۱۰"), "۱۲ ≥ ۱۰");
}

#[test]
fn percent_and_addresses() {
    assert_eq!(seen("۵۰٪"), "۵۰٪");
    assert_eq!(seen("۵۰٪ کشته"), format!("{} ۵۰٪", backwards("کشته")));
    assert_eq!(seen("50% کشته"), format!("{} 50%", backwards("کشته")));
    let text = "منبع: https://example.org/a?b=1 (en)";
    assert_eq!(seen(text), format!("https://example.org/a?b=1 (en) :{}", backwards("منبع")));
}

#[test]
fn line_ends_are_runs_of_their_own() {
    let text = "ایران\nIran\r\n\n۱۴۰۱";
    assert_eq!(seen(text), format!("{}\nIran\n\n۱۴۰۱", backwards("ایران")));
    assert_eq!(seen("a\u{2028}b\u{2029}c"), "a\nb\nc");
    assert_eq!(seen("\n"), "\n");
}

#[test]
fn marks_steer_and_are_not_drawn() {
    let marked = "\u{2068}Iran\u{2069}\u{200e}: \u{200f}\u{2067}ایران\u{2069}\u{feff}\u{7}\u{ad}";
    assert_eq!(seen(marked), format!("Iran: {}", backwards("ایران")));
    assert_eq!(seen("\u{200f}HRANA:"), ":HRANA");
    let half_space = "می\u{200c}شود";
    assert_eq!(visual_runs(half_space)[0].text, half_space, "the joiner that Persian needs stays");
}

#[test]
fn overrides_cannot_turn_a_number() {
    assert_eq!(seen("\u{202e}2571\u{202c} killed"), "2571 killed");
}

#[test]
fn marks_stay_behind_their_letters() {
    let text = "شَهید";
    assert_eq!(visual_runs(text)[0].text, text);
}

#[test]
fn what_no_font_has_is_a_box() {
    assert_eq!(seen("Iran 漢: 12"), "Iran □: 12");
    assert_eq!(seen("ایران 漢"), format!("□ {}", backwards("ایران")));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The order is that of the Unicode algorithm, whatever the pieces.
    #[test]
    fn order_is_that_of_the_algorithm(text in "[a-cA-C12۱۲٣٤ابپت()«»≥<%٪،,.:/ –→]{1,24}") {
        let info = unicode_bidi::ParagraphBidiInfo::new(&text, None);
        let ordered = info.reorder_line(0..text.len());
        let one_side = |text: &str| -> String {
            text.chars().map(|c| MIRRORED.into_iter().find(|p| p.1 == c).map_or(c, |p| p.0)).collect()
        };
        prop_assert_eq!(one_side(&seen(&text)), one_side(&ordered));
    }

    /// A sign is mirrored where its level is odd and only there.
    #[test]
    fn mirrored_where_it_reads_from_the_right(text in "[ab12۱۲ات()≥« ]{1,16}") {
        let info = unicode_bidi::ParagraphBidiInfo::new(&text, None);
        let (levels, runs) = info.visual_runs(0..text.len());
        let expected: String = runs.into_iter().map(|run| {
            let piece = &text[run.clone()];
            if levels[run.start].is_rtl() { piece.chars().rev().map(mirror).collect() } else { piece.to_owned() }
        }).collect();
        prop_assert_eq!(seen(&text), expected);
    }
}

#[test]
fn a_persian_sentence_with_numbers_dates_and_a_foreign_name() {
    let text = "در «طوفان»، به گفتهٔ هرانا (به گزارش AP)، تا ۱۴ ژانویهٔ ۲۰۲۶ (۲۴ دی ۱۴۰۴)، بیش از ۲٬۵۷۱٫۵ نفر.";
    let parts = [
        format!(".{} ۲٬۵۷۱٫۵ {} ", backwards("نفر"), backwards("بیش از")),
        format!("،(۱۴۰۴ {} ۲۴) ۲۰۲۶ {} ۱۴ {} ", backwards("دی"), backwards("ژانویهٔ"), backwards("تا")),
        format!("،(AP {}) {} ", backwards("به گزارش"), backwards("به گفتهٔ هرانا")),
        format!("،«{}» {}", backwards("طوفان"), backwards("در")),
    ];
    assert!(base_is_rtl(text));
    assert_eq!(seen(text), parts.concat());
    let marked = text.replace("AP", "\u{2068}AP\u{2069}").replace("هرانا", "\u{2067}هرانا\u{2069}");
    assert_eq!(seen(&marked), parts.concat());
    assert_eq!(for_clipboard(&marked), text, "marks that change nothing stay behind");
}

#[test]
fn marks_are_copied_where_words_would_move_without_them() {
    // A number after a Latin word belongs to it: without marks 8 would stand at its right.
    let text = "در میان \u{2068}men\u{2069} ۸ نفر";
    assert_eq!(seen(text), format!("{} ۸ men {}", backwards("نفر"), backwards("در میان")));
    assert_eq!(for_clipboard(text), text);
    let quoted = "\u{2068}Storm\u{2069} killed \u{2068}8\u{2069}";
    assert_eq!(for_clipboard(quoted), "Storm killed 8");
}

#[test]
fn a_name_in_quotes_moves_nothing_around_it() {
    let (text, name) = ("One for each \"استان\" (3)", "استان");
    assert_eq!(seen(&with_names(text)), format!("One for each \"{}\" (3)", backwards(name)));
    assert!(!base_is_rtl(&with_names("\"استان\" names the events")));
    for same in ["One for each \"district\" (3)", "استان", "a \"استان"] {
        assert_eq!(with_names(same), same);
    }
}
