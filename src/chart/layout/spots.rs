//! Where points can be pointed at. Of very many, those that stand on top keep their place: more marks than a hand can tell
//! apart would cost every frame, and zooming brings the others apart.

use super::track::words_of;
use crate::chart::figure::Target;
use crate::chart::placed::{Hit, Rect};
use crate::chart::time_plot::Track;

/// More places than this are thinned.
const MOST: usize = 400;
/// The side of a place.
const SIDE: f32 = 14.0;

struct Spot<'t> {
    track: &'t Track,
    point: usize,
    at: (f32, f32),
}

/// Points on their way to hits, those at the back first.
#[derive(Default)]
pub(super) struct Spots<'t>(Vec<Spot<'t>>);

impl<'t> Spots<'t> {
    pub(super) fn add(&mut self, track: &'t Track, point: usize, at: (f32, f32)) {
        self.0.push(Spot { track, point, at });
    }

    pub(super) fn into_hits(self, plot: Rect) -> impl Iterator<Item = Hit> + use<'t> {
        self.thinned(plot).into_iter().map(|Spot { track, point, at: (x, y) }| {
            let mut key = track.key.clone();
            key.report = track.points[point].report;
            let rect = Rect { x: x - SIDE / 2.0, y: y - SIDE / 2.0, width: SIDE, height: SIDE };
            Hit { rect, target: Target::Count(key), text: words_of(track, point) }
        })
    }

    /// One for each cell of a grid that grows until they are few.
    fn thinned(self, plot: Rect) -> Vec<Spot<'t>> {
        let mut spots = self.0;
        let mut cell = 4.0;
        while spots.len() > MOST && cell < 100.0 {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cells are counted from zero")]
            let place = |at: f32, from: f32| ((at - from) / cell).max(0.0) as usize;
            let columns = place(plot.right(), plot.x) + 1;
            let mut taken = vec![false; columns * (place(plot.bottom(), plot.y) + 1)];
            spots.reverse();
            spots.retain(|Spot { at: (x, y), .. }| {
                let cell = place(y.min(plot.bottom()), plot.y) * columns + place(x.min(plot.right()), plot.x);
                !std::mem::replace(&mut taken[cell], true)
            });
            spots.reverse();
            cell *= 1.5;
        }
        spots
    }
}
