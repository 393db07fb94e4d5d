//! Text as pixels lies where its measure says.

use tollview::chart::Dash;
use tollview::export::picture::{Canvas, Edge};
use tollview::text::{Weight, measure};

const INK: [u8; 4] = [0, 0, 0, 255];

/// Left, top, right and bottom of all pixels that are not transparent.
fn ink(canvas: Canvas) -> Option<[u32; 4]> {
    let (width, _, pixels) = canvas.into_rgba();
    let drawn = pixels.chunks(4).zip(0..).filter(|(pixel, _)| pixel[3] > 0).map(|(_, at)| (at % width, at / width));
    drawn.fold(None, |bounds, (x, y)| {
        let [left, top, right, bottom] = bounds.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x + 1), bottom.max(y + 1)])
    })
}

fn ink_of_text(text: &str, scale: f32) -> Option<[f32; 4]> {
    let mut canvas = Canvas::new(300.0, 80.0, scale)?;
    canvas.text((20.0, 40.0), text, 16.0, Weight::Regular, INK);
    Some(ink(canvas)?.map(|pixel| u16::try_from(pixel).map_or(f32::NAN, f32::from)))
}

#[test]
fn text_stays_inside_its_box() {
    for text in ["≥ 2,571", "شمار کشته‌شدگان ۲٬۵۷۱ تن است"] {
        let size = measure(text, 16.0, Weight::Regular);
        let [left, top, right, bottom] = ink_of_text(text, 1.0).unwrap();
        assert!(left >= 19.0 && right <= 20.0 + size.width + 1.0, "{text}: {left} {right} {size:?}");
        assert!(top >= 40.0 - size.ascent && bottom <= 40.0 + size.descent, "{text}: {top} {bottom} {size:?}");
        assert!(right - left > 0.85 * size.width, "{text}: {left} {right} {size:?}");
        let doubled = ink_of_text(text, 2.0).unwrap();
        for (once, twice) in [left, top, right, bottom].into_iter().zip(doubled) {
            assert!((2.0 * once - twice).abs() <= 2.0, "{text}: {once} {twice}");
        }
    }
}

#[test]
fn shapes_have_their_places_and_colours() {
    let mut canvas = Canvas::new(10.0, 10.0, 2.0).unwrap();
    canvas.fill_rect([2.0, 3.0, 4.0, 5.0], [200, 100, 50, 128]);
    let (width, height, pixels) = canvas.into_rgba();
    assert_eq!((width, height, pixels.len()), (20, 20, 1600));
    let at = |x: usize, y: usize| &pixels[4 * (y * 20 + x)..][..4];
    assert_eq!(at(0, 0), [0, 0, 0, 0]);
    assert_eq!((at(4, 6)[3], at(11, 15)[3], at(12, 15)[3], at(11, 16)[3]), (128, 128, 0, 0));
    assert!(at(5, 7).iter().zip([200, 100, 50]).all(|(is, wanted)| is.abs_diff(wanted) <= 1), "not premultiplied");
}

#[test]
fn hatching_and_lines_stay_in_place() {
    let mut canvas = Canvas::new(40.0, 40.0, 1.0).unwrap();
    canvas.hatch_rect([10.0, 12.0, 20.0, 8.0], 3.0, 1.0, INK);
    assert_eq!(ink(canvas), Some([10, 12, 30, 20]));
    for dash in [Dash::Solid, Dash::Dashed, Dash::Dotted] {
        let mut canvas = Canvas::new(40.0, 10.0, 1.0).unwrap();
        canvas.line((4.0, 5.0), (36.0, 5.0), Edge { width: 2.0, color: INK, dash });
        let [left, top, right, bottom] = ink(canvas).unwrap();
        assert!(left >= 3 && right <= 37 && top == 4 && bottom == 6, "{dash:?}: {left} {top} {right} {bottom}");
    }
    let mut canvas = Canvas::new(20.0, 20.0, 1.0).unwrap();
    canvas.polygon(&[(5.0, 15.0), (10.0, 5.0), (15.0, 15.0)], Some(INK), None);
    assert_eq!(ink(canvas), Some([5, 5, 15, 15]));
}

#[test]
fn nothing_to_draw_draws_nothing() {
    let mut canvas = Canvas::new(10.0, 10.0, 1.0).unwrap();
    canvas.text((0.0, 5.0), "", 12.0, Weight::Strong, INK);
    canvas.fill_rect([1.0, 1.0, -3.0, 2.0], INK);
    canvas.hatch_rect([1.0, 1.0, f32::NAN, 2.0], 2.0, 1.0, INK);
    canvas.polyline(&[], Edge { width: 1.0, color: INK, dash: Dash::Solid });
    assert_eq!(ink(canvas), None);
    assert!(Canvas::new(0.0, 10.0, 1.0).is_none());
    assert!(Canvas::new(1e9, 1e9, 2.0).is_none());
}
