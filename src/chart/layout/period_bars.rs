//! A period's bar: upwards for people added, below the zero line for a correction.

use super::area;
use super::text::Pen;
use super::time::Field;
use crate::chart::figure::Target;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Hit, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{BarInk, PeriodBar};

/// Where a bar stands, as far as it is in view.
pub(super) fn rect(bar: &PeriodBar, field: &Field) -> Rect {
    let (start, end) = (field.plot.x, field.plot.right());
    let (left, right) = (field.x(bar.from).clamp(start, end), field.x(bar.to).clamp(start, end));
    let gap = if right - left > 4.0 { 0.75 } else { 0.0 };
    let (zero, tip) = (field.y(0.0), field.y(bar.height));
    // Nothing that was counted may vanish.
    let height = (zero - tip).abs().max(1.5);
    let top = if bar.height < 0.0 { zero } else { zero - height };
    Rect { x: left + gap, y: top, width: (right - left - 2.0 * gap).max(0.8), height }
}

pub(super) fn place(pen: &mut Pen, bar: &PeriodBar, field: &Field) {
    if bar.to <= field.days.0 || bar.from >= field.days.1 {
        return;
    }
    let rect = rect(bar, field);
    let push = |pen: &mut Pen, shape| pen.marks.push(Mark { place: Place::Plot, tone: bar.tone, shape });
    match bar.ink {
        BarInk::Solid => push(pen, Shape::Area { rect, opacity: 1.0 }),
        BarInk::Light => {
            push(pen, Shape::Area { rect, opacity: 0.35 });
            let top = [(rect.x, rect.y), (rect.right(), rect.y)];
            pen.stroke(&top, 1.5, Dash::Solid, bar.tone, Place::Plot);
        }
        BarInk::Outline => push(pen, Shape::Frame { rect, dash: Dash::Solid }),
        BarInk::Correction => {
            pen.marks.push(area(rect, Tone::Neutral, Place::Plot));
            pen.marks.push(Mark {
                place: Place::Plot,
                tone: Tone::Neutral,
                shape: Shape::Hatch { rect, lines: Tone::NeutralLine },
            });
        }
    }
    let reachable =
        Rect { x: rect.x, y: rect.y.min(rect.bottom() - 6.0), width: rect.width, height: rect.height.max(6.0) };
    pen.hits.push(Hit { rect: reachable, target: Target::Count(bar.key.clone()), text: bar.hover.clone() });
}
