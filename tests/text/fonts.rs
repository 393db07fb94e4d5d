//! The shipped fonts cover what the program writes.

use skrifa::{FontRef, MetadataProvider};
use tollview::text::{Weight, has_glyph, missing_glyphs, stack};

#[test]
fn both_weights_have_the_same_characters_in_the_same_places() {
    let characters = |weight| -> Vec<Vec<u32>> {
        let all = stack(weight).iter();
        all.map(|file| FontRef::new(file.bytes).unwrap().charmap().mappings().map(|(c, _)| c).collect()).collect()
    };
    assert_eq!(characters(Weight::Regular), characters(Weight::Strong));
}

#[test]
fn latin_persian_and_the_signs_of_charts_are_there() {
    let all = "Aé ß ş č ñ Đ ł 0–9 ≥ ≤ ≈ × − ± ½ % ‰ … “ ” ‘ ’ « » · • † ‡ § ° → ← ↑ ↓ ■ □ ▲ △ ▼ ● ○ \
               پچژگک ی ه ۀ ء آ أ ؤ ئ ة ۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ٪ ، ؛ ؟ ٬ ٫ «»\u{200c}\u{202f}\u{2009}\u{a0}";
    assert_eq!(missing_glyphs(all), Vec::<char>::new());
}

#[test]
fn what_no_font_has_is_named_once() {
    assert_eq!(missing_glyphs("Iran 漢 \u{1f480} 漢\n\u{200f}\u{fe0f}"), ['漢', '\u{1f480}']);
    assert!(!has_glyph('漢'));
    assert!(has_glyph('\n') && has_glyph('\u{2068}') && has_glyph('\u{7}'));
}
