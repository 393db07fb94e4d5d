//! How large a picture of a figure is, and the figure on it.

use crate::chart::{Figure, Layout, Shape, View, layout};
use crate::text::Shipped;

/// The size of a picture in points, where a figure needs no other.
const PICTURE: (f32, f32) = (1000.0, 640.0);
/// A clipboard takes no higher one.
const MOST_HEIGHT: f32 = 4_000.0;
/// Below what is drawn.
const MARGIN: f32 = 22.0;

/// A figure laid out for a picture: as high as its rows need, and no higher.
#[must_use]
pub fn on_paper(figure: &Figure) -> Layout {
    let of_height = |height: f32| layout(figure, (PICTURE.0, height), View::default(), &Shipped);
    let placed = of_height(PICTURE.1);
    let rows = figure.rows().len() as f64;
    let missing = (rows - placed.visible_rows).max(0.0);
    if missing > 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "points fit into f32")]
        let more = (missing / placed.visible_rows.max(1.0)) as f32 * placed.plot.height;
        return of_height((PICTURE.1 + more * 1.02).min(MOST_HEIGHT));
    }
    let used = bottom(&placed) + MARGIN;
    // In less room notes may be shortened, and rows stand closer.
    let closer = (used < PICTURE.1).then(|| of_height(used.ceil()));
    closer.filter(|closer| closer.marks.len() == placed.marks.len()).unwrap_or(placed)
}

/// Where the lowest mark ends.
fn bottom(placed: &Layout) -> f32 {
    let ends = placed.marks.iter().map(|mark| match &mark.shape {
        Shape::Area { rect, .. } | Shape::Hatch { rect, .. } | Shape::Frame { rect, .. } | Shape::Text { rect, .. } => {
            rect.bottom()
        }
        Shape::Line { points, .. } | Shape::Polygon { points } => {
            points.iter().map(|point| point.1).fold(0.0, f32::max)
        }
        Shape::Circle { middle, radius, .. } => middle.1 + radius,
    });
    ends.fold(0.0, f32::max)
}
