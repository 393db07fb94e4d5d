//! Marks of what a new version of the data changed: a ring under an added point, and over all lines a hollow diamond where
//! a changed one was and a cross where a removed one was.

use super::labels::Labels;
use super::text::Pen;
use super::time::Field;
use crate::analysis::Change;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{RevisionMark, TimePlot};

/// Half the width of a mark.
const HALF: f32 = 4.5;
/// The radius of the ring around a point.
const RING: f32 = 6.5;
/// Marks closer than this share one.
const APART: f32 = 3.0;

/// Places the rings of added points, to be covered by the lines.
pub(super) fn place_under(pen: &mut Pen, body: &TimePlot, field: &Field) {
    let added = body.revisions.iter().filter(|revision| revision.change == Change::Added);
    for (_, (_, at)) in apart(added, field) {
        sign(pen, Change::Added, at, Place::Plot);
    }
}

/// Places where changed and removed points were, over the lines.
pub(super) fn place_over(pen: &mut Pen, body: &TimePlot, field: &Field, labels: &mut Labels) {
    let gone = body.revisions.iter().filter(|revision| revision.change != Change::Added);
    for (revision, (old, at)) in apart(gone, field) {
        let Some(old) = old else { continue };
        if revision.change == Change::Changed {
            pen.stroke(&[old, at], 1.0, Dash::Dotted, Tone::Ink, Place::Plot);
        }
        sign(pen, revision.change, old, Place::Plot);
        let (x, y) = old;
        labels.ink_rect(Rect { x: x - HALF, y: y - HALF, width: 2.0 * HALF, height: 2.0 * HALF });
    }
}

/// Lets the marks be pointed at; an added point itself says that it was added.
pub(super) fn say(pen: &mut Pen, body: &TimePlot, field: &Field) {
    for (revision, (old, at)) in apart(body.revisions.iter(), field) {
        let is_point = old.is_none() || revision.change == Change::Added;
        if is_point && let Some(hit) = pen.hits.iter_mut().rfind(|hit| hit.target == revision.target) {
            hit.text.extend(["\n", revision.hover.lines().next().unwrap_or_default()]);
            continue;
        }
        let (x, y) = old.unwrap_or(at);
        let rect = Rect { x: x - 7.0, y: y - 7.0, width: 14.0, height: 14.0 };
        pen.hits.push(Hit { rect, target: revision.target.clone(), text: revision.hover.clone() });
    }
}

/// Where a revision was, if it is in view, and where it is; where it was, if it is not there any more.
type Places = (Option<(f32, f32)>, (f32, f32));

/// The revisions in view, without those that lie on the one before.
fn apart<'a>(
    revisions: impl Iterator<Item = &'a RevisionMark>,
    field: &Field,
) -> impl Iterator<Item = (&'a RevisionMark, Places)> {
    let seen = |at: Option<(f64, f64)>| {
        let (day, number) = at.filter(|(day, _)| field.shows(*day))?;
        let (x, y) = (field.x(day), field.y(number));
        (y >= field.plot.y - 0.5).then_some((x, y))
    };
    let mut last = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    revisions.filter_map(move |revision| {
        let (old, new) = (seen(revision.old), seen(revision.new));
        let (x, y) = old.or(new)?;
        if (x - last.0).abs() < APART && (y - last.1).abs() < APART {
            return None;
        }
        last = (x, y);
        Some((revision, (old, new.unwrap_or((x, y)))))
    })
}

/// A mark with its middle at `(x, y)`; also in the legend.
pub(super) fn sign(pen: &mut Pen, change: Change, (x, y): (f32, f32), place: Place) {
    let tone = Tone::Ink;
    match change {
        Change::Added => {
            let shape =
                Shape::Circle { middle: (x, y), radius: if place == Place::Plot { RING } else { HALF }, filled: false };
            pen.marks.push(Mark { place, tone, shape });
        }
        Change::Changed => {
            let points = vec![(x - HALF, y), (x, y - HALF), (x + HALF, y), (x, y + HALF)];
            pen.marks.push(Mark { place, tone, shape: Shape::Polygon { points } });
        }
        Change::Removed => {
            let arm = HALF - 0.5;
            pen.stroke(&[(x - arm, y - arm), (x + arm, y + arm)], 1.6, Dash::Solid, tone, place);
            pen.stroke(&[(x - arm, y + arm), (x + arm, y - arm)], 1.6, Dash::Solid, tone, place);
        }
    }
}
