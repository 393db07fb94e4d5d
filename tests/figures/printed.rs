//! A layout as text, one line for each mark, so that a chart can be read, compared and reviewed without a window.

use std::fmt::Write;
use tollview::chart::{Layout, Mark, Rect, Shape};
use tollview::text::Weight;

/// The whole layout. Coordinates are rounded to half a point: less cannot be seen.
pub(super) fn print(layout: &Layout) -> String {
    let mut text = format!(
        "size {} plot {} rows {:.2} axis to {:.1}\n",
        pair(layout.size),
        area(layout.plot),
        layout.visible_rows,
        layout.axis_end
    );
    let ticks: Vec<&str> = layout.ticks.iter().map(|tick| tick.text.as_str()).collect();
    writeln!(text, "ticks {}", ticks.join(" ")).unwrap();
    for mark in &layout.marks {
        writeln!(text, "{:?} {:?} {}", mark.place, mark.tone, shape(mark)).unwrap();
    }
    for hit in &layout.hits {
        writeln!(text, "hit {} {}", area(hit.rect), hit.text.replace('\n', " | ")).unwrap();
    }
    text
}

fn shape(mark: &Mark) -> String {
    match &mark.shape {
        Shape::Area { rect, opacity } if *opacity < 1.0 => format!("area {} at {opacity}", area(*rect)),
        Shape::Area { rect, .. } => format!("area {}", area(*rect)),
        Shape::Hatch { rect, .. } => format!("hatch {}", area(*rect)),
        Shape::Frame { rect, dash } => format!("frame {} {dash:?}", area(*rect)),
        Shape::Line { points, width, dash } => format!("line {} by {width} {dash:?}", way(points)),
        Shape::Polygon { points } => format!("polygon {}", way(points)),
        Shape::Circle { middle, filled: true, .. } => format!("dot {}", pair(*middle)),
        Shape::Circle { middle, .. } => format!("ring {}", pair(*middle)),
        Shape::Text { rect, text, size, weight } => {
            let bold = if *weight == Weight::Strong { " strong" } else { "" };
            format!("text {} {size}{bold} {text:?}", area(*rect))
        }
    }
}

fn way(points: &[(f32, f32)]) -> String {
    points.iter().map(|point| pair(*point)).collect::<Vec<_>>().join(" ")
}

fn area(rect: Rect) -> String {
    format!("{} {}x{}", pair((rect.x, rect.y)), half(rect.width), half(rect.height))
}

fn pair((x, y): (f32, f32)) -> String {
    format!("{},{}", half(x), half(y))
}

fn half(n: f32) -> f32 {
    (n * 2.0).round() / 2.0 + 0.0
}
