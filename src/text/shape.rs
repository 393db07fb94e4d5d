//! Measures and shapes text with the shipped fonts, by the same steps as egui, so that what fits here fits on screen.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

use harfrust::{BufferFlags, ShapeOptions, ShaperData, UnicodeBuffer};
pub use skrifa::outline::OutlinePen;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection};
use skrifa::prelude::{GlyphId, LocationRef, Size as FontSize};
use skrifa::{FontRef, MetadataProvider};
use unicode_bidi::{BidiClass, bidi_class};

use super::bidi::{is_line_end, split_by, visual_runs};
use super::fonts::{FontFile, Weight, face_of, is_space_variant, stack};

/// How much room a text takes, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// The width of its widest line, trailing spaces included.
    pub width: f32,
    /// The height of all its lines.
    pub height: f32,
    /// From the top to the baseline of the first line.
    pub ascent: f32,
    /// From the baseline of the last line to the bottom.
    pub descent: f32,
    /// The height of capital letters and, nearly, of digits: what to centre on.
    pub cap_height: f32,
}

/// A placed glyph; see [`draw_glyph`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its font's place in [`stack`].
    pub face: usize,
    /// Its number in that font.
    pub id: u32,
    /// Its origin, in points from the left end of its line.
    pub x: f32,
    /// Its origin, in points below the baseline of the first line.
    pub y: f32,
}

/// Whatever can tell how large a text will be drawn.
pub trait TextSize {
    /// Width and height of `text` in points, at `size` points.
    fn size(&self, text: &str, size: f32, weight: Weight) -> (f32, f32);
}

/// The sizes of the shipped fonts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shipped;

impl TextSize for Shipped {
    fn size(&self, text: &str, size: f32, weight: Weight) -> (f32, f32) {
        let measured = measure(text, size, weight);
        (measured.width, measured.height)
    }
}

/// The room that `text` takes at `size` points. Widths are kept per thread, so asking again costs next to nothing.
#[must_use]
pub fn measure(text: &str, size: f32, weight: Weight) -> Size {
    let line = LineMetrics::of(size, weight);
    let further_lines = text.matches(is_line_end).count() as f32;
    Size {
        width: width_of_em(text, weight) * size,
        height: line.height * (1.0 + further_lines),
        ascent: line.ascent,
        descent: line.height - line.ascent,
        cap_height: line.cap_height,
    }
}

/// The glyphs of `text` at `size` points, from left to right, line by line; each line starts at x = 0.
#[must_use]
pub fn shape(text: &str, size: f32, weight: Weight) -> Vec<Glyph> {
    let line_height = LineMetrics::of(size, weight).height;
    let mut glyphs = Vec::new();
    let mut top = 0.0;
    place(text, weight, |placed| match placed {
        Placed::Glyph(glyph) => glyphs.push(Glyph { x: glyph.x * size, y: glyph.y * size + top, ..glyph }),
        Placed::LineEnd => top += line_height,
    });
    glyphs
}

/// Draws the outline of `glyph` at `size` points around its own origin, y upwards; a glyph without ink draws nothing.
pub fn draw_glyph(glyph: &Glyph, size: f32, weight: Weight, pen: &mut impl OutlinePen) {
    let Some(face) = faces(weight).get(glyph.face) else { return };
    let settings = DrawSettings::unhinted(FontSize::new(size * face.scale), LocationRef::default());
    if let Some(outline) = face.outlines.get(GlyphId::new(glyph.id)) {
        // An outline that cannot be read leaves its place empty, as on screen.
        let _ = outline.draw(settings, pen);
    }
}

struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    outlines: OutlineGlyphCollection<'static>,
    scale: f32,
    lowered: f32,
    /// Ems per font unit.
    em_per_unit: f32,
    /// In ems.
    space: f32,
    ascent: f32,
    descent: f32,
    leading: f32,
    cap_height: f32,
}

fn faces(weight: Weight) -> &'static [Face] {
    static REGULAR: OnceLock<Vec<Face>> = OnceLock::new();
    static STRONG: OnceLock<Vec<Face>> = OnceLock::new();
    let parsed = match weight {
        Weight::Regular => &REGULAR,
        Weight::Strong => &STRONG,
    };
    parsed.get_or_init(|| stack(weight).iter().filter_map(Face::parse).collect())
}

impl Face {
    fn parse(file: &FontFile) -> Option<Self> {
        let font = FontRef::new(file.bytes).ok()?;
        let metrics = font.metrics(FontSize::unscaled(), LocationRef::default());
        let em_per_unit = file.scale / f32::from(metrics.units_per_em);
        let advances = font.glyph_metrics(FontSize::unscaled(), LocationRef::default());
        let space = font.charmap().map(' ').and_then(|id| advances.advance_width(id)).unwrap_or_default();
        // Not the font's own statement, which for Vazirmatn is far above its capitals.
        let cap_height = font.charmap().map('H').and_then(|id| advances.bounds(id)).map_or(0.7, |ink| ink.y_max);
        Some(Self {
            shaper: ShaperData::new(&font),
            outlines: font.outline_glyphs(),
            scale: file.scale,
            lowered: file.lowered,
            em_per_unit,
            space: space * em_per_unit,
            ascent: metrics.ascent * em_per_unit,
            descent: metrics.descent * em_per_unit,
            leading: metrics.leading * em_per_unit,
            cap_height: cap_height * em_per_unit,
            font,
        })
    }
}

struct LineMetrics {
    height: f32,
    ascent: f32,
    cap_height: f32,
}

impl LineMetrics {
    /// Those of the first font; like egui's, its parts are rounded to 1/32 point.
    fn of(size: f32, weight: Weight) -> Self {
        let round = |ems: f32| (ems * size * 32.0).round() / 32.0;
        faces(weight).first().map_or(Self { height: size, ascent: size, cap_height: size }, |face| Self {
            height: round(face.ascent) - round(face.descent) + round(face.leading),
            ascent: round(face.ascent) + round(face.lowered),
            cap_height: face.cap_height * size,
        })
    }
}

enum Placed {
    /// With its place in ems.
    Glyph(Glyph),
    LineEnd,
}

/// Hands out the glyphs of `text` in ems; returns the width of the widest line, also in ems.
fn place(text: &str, weight: Weight, mut put: impl FnMut(Placed)) -> f32 {
    let (mut x, mut widest) = (0.0_f32, 0.0_f32);
    for run in visual_runs(text) {
        if run.text == "\n" {
            put(Placed::LineEnd);
            x = 0.0;
            continue;
        }
        x = place_run(&run.text, weight, x, &mut put);
        widest = widest.max(x);
    }
    widest
}

fn place_run(text: &str, weight: Weight, mut x: f32, put: &mut impl FnMut(Placed)) -> f32 {
    let pieces = split_by(text, face_of);
    let last = pieces.len().saturating_sub(1);
    for (number, (index, piece)) in pieces.into_iter().enumerate() {
        let Some(face) = faces(weight).get(index) else { continue };
        let mut flags = BufferFlags::empty();
        flags.set(BufferFlags::BEGINNING_OF_TEXT, number == 0);
        flags.set(BufferFlags::END_OF_TEXT, number == last);
        let mut buffer = UnicodeBuffer::new();
        buffer.set_flags(flags);
        buffer.push_str(piece);
        buffer.guess_segment_properties();
        let shaped = face.shaper.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let c = piece.get(info.cluster as usize..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            if info.glyph_id == 0 && bidi_class(c) == BidiClass::NSM {
                continue;
            }
            let units = |n: i32| {
                let n = n as f32;
                n * face.em_per_unit
            };
            put(Placed::Glyph(Glyph {
                face: index,
                id: info.glyph_id,
                x: x + units(position.x_offset),
                y: -units(position.y_offset),
            }));
            x += if is_space_variant(c) { face.space * space_share(c) } else { units(position.x_advance) };
        }
    }
    x
}

/// How many plain spaces wide a space variant is.
fn space_share(c: char) -> f32 {
    if c == '\t' { 4.0 } else { 0.5 }
}

/// The width of `text` at one point, from memory where it was asked before. Widths grow in proportion to the size.
fn width_of_em(text: &str, weight: Weight) -> f32 {
    /// A busy chart has some hundred labels; forgetting all at once keeps the bound simple.
    const MOST_KEPT: usize = 4096;
    thread_local! {
        static KEPT: RefCell<[HashMap<Box<str>, f32>; 2]> = RefCell::default();
    }
    KEPT.with_borrow_mut(|kept| {
        let widths = &mut kept[weight as usize];
        if let Some(width) = widths.get(text) {
            return *width;
        }
        let width = place(text, weight, |_| ());
        if widths.len() >= MOST_KEPT {
            widths.clear();
        }
        widths.insert(text.into(), width);
        width
    })
}
