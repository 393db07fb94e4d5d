//! The shipped fonts and the order in which they are asked for a character. No font of the machine is used, so a label has
//! the same width everywhere and a picture made on one computer equals that of another.

use std::sync::OnceLock;

use epaint_default_fonts::{EGUI_ICONS, HACK_REGULAR, UBUNTU_LIGHT};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};

/// How heavy text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text and labels.
    #[default]
    Regular,
    /// Headings and totals.
    Strong,
}

/// One font file of a stack.
#[derive(Clone, Copy, Debug)]
pub struct FontFile {
    /// Its name, unique among all stacks.
    pub name: &'static str,
    /// The TrueType file.
    pub bytes: &'static [u8],
    /// The factor by which its glyphs and advances are drawn smaller than the text's size says.
    pub scale: f32,
    /// How far its glyphs are drawn below its own baseline, as a share of the size.
    pub lowered: f32,
}

/// Vazirmatn leaves much more room below its letters than above. Lowered by this share, capitals and digits stand in the
/// middle of their line and the fallback fonts, which egui centres, on the same baseline.
const LOWERED: f32 = 0.11;

const FALLBACKS: [FontFile; 3] = [
    FontFile { name: "Ubuntu-Light", bytes: UBUNTU_LIGHT, scale: 1.0, lowered: 0.0 },
    FontFile { name: "Hack", bytes: HACK_REGULAR, scale: 1.0, lowered: 0.0 },
    FontFile { name: "egui-icons", bytes: EGUI_ICONS, scale: 0.9, lowered: 0.0 },
];

static REGULAR: [FontFile; 4] = stack_of(FontFile {
    name: "Vazirmatn-Regular",
    bytes: include_bytes!("../../assets/fonts/Vazirmatn-Regular.ttf"),
    scale: 1.0,
    lowered: LOWERED,
});

static STRONG: [FontFile; 4] = stack_of(FontFile {
    name: "Vazirmatn-SemiBold",
    bytes: include_bytes!("../../assets/fonts/Vazirmatn-SemiBold.ttf"),
    scale: 1.0,
    lowered: LOWERED,
});

const fn stack_of(first: FontFile) -> [FontFile; 4] {
    let [second, third, fourth] = FALLBACKS;
    [first, second, third, fourth]
}

/// The fonts of a weight, the one to ask first in front. All weights have equally many, with the same characters in the
/// same places.
#[must_use]
pub fn stack(weight: Weight) -> &'static [FontFile] {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Strong => &STRONG,
    }
}

/// Whether a shipped font can draw `c`, or needs no glyph for it (spaces, line breaks, control and format characters).
#[must_use]
pub fn has_glyph(c: char) -> bool {
    c.is_ascii()
        || c.is_control()
        || c.is_whitespace()
        || is_format(c)
        || is_joiner(c)
        || is_variation(c)
        || find_face(c).is_some()
}

/// The characters of `text` that no shipped font can draw, each once, in order of appearance.
#[must_use]
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for c in text.chars() {
        if !has_glyph(c) && !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

/// The place in the stack of the font that draws `c`; the first font, with its box, where none has it.
pub(super) fn face_of(c: char) -> usize {
    if c.is_ascii() || is_space_variant(c) { 0 } else { find_face(c).unwrap_or(0) }
}

fn find_face(c: char) -> Option<usize> {
    static CHARMAPS: OnceLock<Vec<Charmap<'static>>> = OnceLock::new();
    let charmaps = CHARMAPS.get_or_init(|| {
        let fonts = stack(Weight::Regular).iter();
        fonts.filter_map(|file| Some(FontRef::new(file.bytes).ok()?.charmap())).collect()
    });
    // These two are withheld from the fallback fonts by egui, and so here.
    let withheld = matches!(c, '\u{534d}' | '\u{5350}' | '\u{e0ff}' | '\u{effd}' | '\u{f0ff}' | '\u{f200}');
    let asked = if withheld { 1 } else { charmaps.len() };
    charmaps.iter().take(asked).position(|map| map.map(c).is_some_and(|id| id.to_u32() != 0))
}

/// Spaces that are drawn as a share or a multiple of a plain space, as egui does.
pub(super) fn is_space_variant(c: char) -> bool {
    matches!(c, '\t' | '\u{2009}' | '\u{202f}')
}

/// Format characters that steer order or line breaks and are never drawn.
pub(super) fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// The two characters that join letters or keep them apart; Persian needs the latter.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Variation selectors, which belong to the character before them.
fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}
