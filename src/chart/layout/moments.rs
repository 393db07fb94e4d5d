//! What is written at days over the plot: the ends of events and what the file notes, in lanes so that no two meet.

use super::text::{Align, Pen};
use super::time::Field;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Mark, Place, Rect, Shape};
use crate::chart::time_plot::{Moment, MomentKind, TimePlot};
use crate::text::{Weight, elide};

const SIZE: f32 = 10.5;
const MOST_LANES: usize = 3;
const WIDEST: f32 = 190.0;

/// Which moment stands in which lane, and from where; what finds no room has its line only.
pub(super) struct Lanes {
    places: Vec<Option<(usize, f32, String)>>,
    count: usize,
}

impl Lanes {
    pub(super) fn none() -> Self {
        Self { places: Vec::new(), count: 0 }
    }

    pub(super) fn of(pen: &Pen, body: &TimePlot, (left, width): (f32, f32), days: (f64, f64)) -> Self {
        let mut free_from: Vec<f32> = Vec::new();
        let mut places = Vec::new();
        for moment in &body.moments {
            places.push(Self::find(pen, moment, (left, width), days, &mut free_from));
        }
        Self { places, count: free_from.len() }
    }

    fn find(
        pen: &Pen,
        moment: &Moment,
        (left, width): (f32, f32),
        days: (f64, f64),
        free_from: &mut Vec<f32>,
    ) -> Option<(usize, f32, String)> {
        if moment.to < days.0 || moment.from > days.1 {
            return None;
        }
        let fraction = ((moment.from.max(days.0) - days.0) / (days.1 - days.0)).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, reason = "points fit into f32")]
        let x = left + fraction as f32 * width;
        let text = elide(&moment.text, SIZE, Weight::Regular, WIDEST.min(width * 0.6), pen.sizes).into_owned();
        let wide = pen.width(&text, SIZE, Weight::Regular);
        // At the right of its line, or at the left where the figure ends.
        let start = if x + 4.0 + wide <= left + width { x + 4.0 } else { x - 4.0 - wide };
        if start < left {
            return None;
        }
        let lane = free_from.iter().position(|free| *free <= start);
        let lane = match lane {
            Some(lane) => lane,
            None if free_from.len() < MOST_LANES => {
                free_from.push(f32::NEG_INFINITY);
                free_from.len() - 1
            }
            None => return None,
        };
        free_from[lane] = start + wide + 8.0;
        Some((lane, start, text))
    }

    pub(super) fn height(&self, line: f32) -> f32 {
        self.count as f32 * line
    }
}

pub(super) fn place(pen: &mut Pen, body: &TimePlot, lanes: &Lanes, (field, line): (&Field, f32), top: f32) {
    let plot = field.plot;
    for (index, moment) in body.moments.iter().enumerate() {
        if moment.to < field.days.0 || moment.from > field.days.1 {
            continue;
        }
        let place = lanes.places.get(index).and_then(Option::as_ref);
        let from = place.map_or(plot.y, |(lane, ..)| top + *lane as f32 * line + 2.0);
        let (left, right) = (field.x(moment.from).max(plot.x), field.x(moment.to).min(plot.right()));
        if right - left > 1.5 {
            let rect = Rect { x: left, y: plot.y, width: right - left, height: plot.height };
            pen.marks.push(Mark { place: Place::Plot, tone: Tone::Muted, shape: Shape::Area { rect, opacity: 0.10 } });
        }
        let dash = if moment.kind == MomentKind::End { Dash::Solid } else { Dash::Dotted };
        let x = if moment.kind == MomentKind::End { right } else { left };
        pen.stroke(&[(x, from.min(plot.y)), (x, plot.bottom())], 1.0, dash, Tone::NeutralLine, Place::Frame);
        if let Some((lane, start, text)) = place {
            let at = (*start, top + *lane as f32 * line);
            pen.line(text, at, SIZE, (Weight::Regular, Tone::Muted), Align::Left, Place::Frame);
        }
    }
}
