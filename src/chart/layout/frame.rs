//! What stands around the plot: heading, notes, and how wide the columns beside it are.

use super::legend;
use super::text::{Align, Pen};
use crate::chart::figure::{Figure, Row};
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Place, Rect};
use crate::text::{Weight, wrap};

pub(super) const LABEL_SIZE: f32 = 13.0;
pub(super) const SUBLABEL_SIZE: f32 = 11.0;
pub(super) const MARGIN_SIZE: f32 = 12.5;
const MARGIN_SMALL: f32 = SUBLABEL_SIZE - 1.0;
const NOTE_SIZE: f32 = 12.0;
const GAP: f32 = 12.0;

/// Title, subtitle and legend; gives where the plot may start.
pub(super) fn heading(pen: &mut Pen, figure: &Figure, inner: Rect) -> f32 {
    let mut top = inner.y;
    let title_size = if inner.width < 520.0 { 18.0 } else { 21.0 };
    let at = |top| (inner.x, top);
    // The title stands over the subtitle and the plot, also where its own words run from right to left.
    for line in wrap(&figure.title, title_size, Weight::Strong, inner.width, pen.sizes) {
        let style = (Weight::Strong, Tone::Ink);
        top += pen.line(&line, at(top), title_size, style, Align::Left, Place::Frame).height;
    }
    top += 1.0;
    let style = (Weight::Regular, Tone::Muted);
    top += pen.paragraph(&figure.subtitle, at(top), inner.width, LABEL_SIZE, style, Place::Frame);
    if !figure.legend.is_empty() {
        top += 4.0;
        top += legend::place(pen, &figure.legend, (inner.x, top), inner.width);
    }
    top + 4.0
}

/// The notes that fit under the plot, and the height that they take with the rule above them.
pub(super) struct Notes<'a> {
    shown: Vec<(&'a str, Weight)>,
    pub height: f32,
}

/// As many notes as `most` points hold; a note that does not fit is shortened, or left out where it may be.
pub(super) fn notes<'a>(pen: &Pen, figure: &'a Figure, inner: Rect, most: f32) -> Notes<'a> {
    let mut notes = Notes { shown: Vec::new(), height: 0.0 };
    let height = |text: &str, weight| pen.paragraph_height(text, inner.width, NOTE_SIZE, weight);
    // What the shortened notes still to come will need at the least.
    let short_ones = |from: usize| -> f32 {
        let later = figure.notes.iter().skip(from).filter(|note| !note.short.is_empty());
        later.map(|note| height(&note.short, Weight::Regular)).sum()
    };
    for (index, note) in figure.notes.iter().enumerate() {
        let weight = if note.strong { Weight::Strong } else { Weight::Regular };
        let room = most - notes.height - NOTES_ABOVE - short_ones(index + 1);
        let full = height(&note.text, weight);
        if full <= room || (note.strong && index == 0) {
            notes.shown.push((&note.text, weight));
            notes.height += full;
        } else if !note.short.is_empty() {
            notes.shown.push((&note.short, weight));
            notes.height += height(&note.short, weight);
        }
    }
    if !notes.shown.is_empty() {
        notes.height += NOTES_ABOVE;
    }
    notes
}

const NOTES_ABOVE: f32 = 12.0;

impl Notes<'_> {
    /// A rule at `top`, and the notes below it.
    pub(super) fn place(&self, pen: &mut Pen, inner: Rect, top: f32) {
        if self.shown.is_empty() {
            return;
        }
        let rule = top + 4.0;
        pen.stroke(&[(inner.x, rule), (inner.right(), rule)], 1.0, Dash::Solid, Tone::Rule, Place::Frame);
        let mut at = top + NOTES_ABOVE;
        for (text, weight) in &self.shown {
            let tone = if *weight == Weight::Strong { Tone::Ink } else { Tone::Muted };
            at += pen.paragraph(text, (inner.x, at), inner.width, NOTE_SIZE, (*weight, tone), Place::Frame);
        }
    }
}

/// Where names, plot and margin stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Columns {
    /// The right end of row names.
    pub names_right: f32,
    /// How wide row names may be.
    pub names_width: f32,
    /// Where the plot starts.
    pub plot_left: f32,
    /// Where the plot ends.
    pub plot_right: f32,
    /// The right end of everything.
    pub inner_right: f32,
}

/// How much of the width names have at most, and where a single word of one needs more.
const NAMES: f32 = 0.3;
const LONGEST_WORD: f32 = 0.4;

/// Gives each column what it needs, names at most three tenths of the width, or what their longest word needs.
pub(super) fn columns(pen: &Pen, rows: &[Row], inner: Rect) -> Columns {
    let name = |row: &Row| {
        let label = pen.width(&row.label, LABEL_SIZE, Weight::Strong);
        label.max(pen.width(&row.below(), SUBLABEL_SIZE, Weight::Regular))
    };
    let margin = |row: &Row| {
        row.margin.as_ref().map_or(0.0, |margin| {
            let small = wrap(&margin.small, MARGIN_SMALL, Weight::Regular, 84.0, pen.sizes);
            let small = small.iter().map(|line| pen.width(line, MARGIN_SMALL, Weight::Regular));
            small.fold(pen.width(&margin.text, MARGIN_SIZE, Weight::Strong), f32::max)
        })
    };
    let names_width = rows.iter().map(name).fold(0.0, f32::max);
    let names_width = if names_width <= inner.width * NAMES {
        names_width
    } else {
        let word = rows.iter().map(|row| longest_word(pen, row)).fold(inner.width * NAMES, f32::max);
        word.min(inner.width * LONGEST_WORD).min(names_width)
    };
    let margin_width = rows.iter().map(margin).fold(0.0, f32::max);
    let plot_left = inner.x + names_width + GAP;
    let right = if margin_width > 0.0 { inner.right() - margin_width - GAP } else { inner.right() };
    Columns {
        names_right: inner.x + names_width,
        names_width,
        plot_left,
        plot_right: right.max(plot_left + 1.0),
        inner_right: inner.right(),
    }
}

/// How wide the widest word of a row's name is.
fn longest_word(pen: &Pen, row: &Row) -> f32 {
    let width = |text: &str, size, weight| {
        text.split_whitespace().map(|word| pen.width(word, size, weight)).fold(0.0, f32::max)
    };
    let below = width(&row.below(), SUBLABEL_SIZE, Weight::Regular);
    width(&row.label, LABEL_SIZE, Weight::Strong).max(below)
}

/// What stands beside a row, broken into lines.
struct Beside {
    name: Vec<String>,
    below: Vec<String>,
    small: Vec<String>,
}

impl Beside {
    fn of(pen: &Pen, row: &Row, names_width: f32) -> Self {
        let lines = |text: &str, size, weight, width| wrap(text, size, weight, width, pen.sizes);
        let small = row.margin.as_ref().map(|margin| lines(&margin.small, MARGIN_SMALL, Weight::Regular, 84.0));
        Self {
            name: lines(&row.label, LABEL_SIZE, Weight::Strong, names_width + 0.5),
            below: lines(&row.below(), SUBLABEL_SIZE, Weight::Regular, names_width + 0.5),
            small: small.unwrap_or_default(),
        }
    }

    fn names_height(&self, pen: &Pen) -> f32 {
        self.name.len() as f32 * pen.height(LABEL_SIZE, Weight::Strong)
            + self.below.len() as f32 * pen.height(SUBLABEL_SIZE, Weight::Regular)
    }

    fn margin_height(&self, pen: &Pen) -> f32 {
        pen.height(MARGIN_SIZE, Weight::Strong) + self.small.len() as f32 * pen.height(MARGIN_SMALL, Weight::Regular)
    }
}

/// How high a row must be for what stands beside it.
pub(super) fn beside_height(pen: &Pen, row: &Row, columns: &Columns) -> f32 {
    let beside = Beside::of(pen, row, columns.names_width);
    beside.names_height(pen).max(beside.margin_height(pen))
}

/// A row's name, source and date at the left, centred on its bar; and its margin at the right. Neither leaves its row.
pub(super) fn beside(pen: &mut Pen, row: &Row, columns: &Columns, middle: f32, place: Rect) {
    let beside = Beside::of(pen, row, columns.names_width);
    let inside = |top: f32, height: f32| top.min(place.bottom() - height).max(place.y);
    let height = beside.names_height(pen);
    let mut top = inside(middle - height / 2.0, height);
    let (strong, muted) = ((Weight::Strong, Tone::Ink), (Weight::Regular, Tone::Muted));
    for line in &beside.name {
        pen.line(line, (columns.names_right, top), LABEL_SIZE, strong, Align::Right, Place::Beside);
        top += pen.height(LABEL_SIZE, Weight::Strong);
    }
    for line in &beside.below {
        pen.line(line, (columns.names_right, top), SUBLABEL_SIZE, muted, Align::Right, Place::Beside);
        top += pen.height(SUBLABEL_SIZE, Weight::Regular);
    }
    let Some(margin) = &row.margin else { return };
    let height = pen.height(MARGIN_SIZE, Weight::Strong);
    let top = inside(middle - height / 2.0, beside.margin_height(pen));
    let right = columns.inner_right;
    pen.line(&margin.text, (right, top), MARGIN_SIZE, (Weight::Strong, Tone::Muted), Align::Right, Place::Beside);
    let mut top = top + height;
    for line in &beside.small {
        top += pen.line(line, (right, top), MARGIN_SMALL, muted, Align::Right, Place::Beside).height;
    }
}
