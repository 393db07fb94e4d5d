//! Colours stay apart for every eye, and text can be read on what lies behind it.
//!
//! Lightness and distance are CIE 1976 L*a*b* under D65. Colour blindness is simulated with the matrices for full
//! dichromacy of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
//! deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), applied in linear light. Contrast
//! is that of WCAG 2.

use std::collections::HashSet;
use tollview::chart::{CATEGORY_LOOKS, Dash, PLAIN, Shade, Tone, line_look, rgb, stripes};

type Color = [f64; 3];
type Matrix = [Color; 3];

const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPIA: Matrix =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const DEUTERANOPIA: Matrix =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const TRITANOPIA: Matrix =
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];
const SHADES: [Shade; 2] = [Shade::Light, Shade::Dark];

fn linear(tone: Tone, shade: Shade) -> Color {
    rgb(tone, shade).map(|channel| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: Matrix, color: Color) -> Color {
    matrix.map(|row| row.iter().zip(color).map(|(factor, channel)| factor * channel).sum::<f64>().clamp(0.0, 1.0))
}

fn lab(color: Color) -> Color {
    let xyz: Matrix =
        [[0.412_456, 0.357_576, 0.180_438], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];
    let white = [0.950_47, 1.0, 1.088_83];
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let value =
        |row: usize| f(xyz[row].iter().zip(color).map(|(factor, channel)| factor * channel).sum::<f64>() / white[row]);
    let [x, y, z] = [value(0), value(1), value(2)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn pairs() -> impl Iterator<Item = (usize, usize)> {
    (0..8).flat_map(|one| (one + 1..8).map(move |other| (one, other)))
}

#[test]
fn every_two_hues_differ_in_lightness() {
    let mut close = Vec::new();
    for shade in SHADES {
        let lightness = |index| lab(linear(Tone::Category(index), shade))[0];
        for (one, other) in pairs() {
            let difference = (lightness(one) - lightness(other)).abs();
            if difference < 4.0 {
                close.push(format!("{shade:?} {one} and {other}: {difference:.1}"));
            }
        }
    }
    assert!(close.is_empty(), "{close:#?}");
}

const EYES: [(&str, Matrix); 4] =
    [("normal", NORMAL), ("protanopia", PROTANOPIA), ("deuteranopia", DEUTERANOPIA), ("tritanopia", TRITANOPIA)];

/// How far apart two tones are for an eye.
fn distance(one: Tone, other: Tone, shade: Shade, eye: Matrix) -> f64 {
    let seen = |tone| lab(times(eye, linear(tone, shade)));
    seen(one).iter().zip(seen(other)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// The pairs that some eye sees closer than `least`.
fn close(pairs: &[(Tone, Tone)], least: f64) -> Vec<String> {
    let mut close = Vec::new();
    for shade in SHADES {
        for (name, eye) in EYES {
            for (one, other) in pairs {
                let distance = distance(*one, *other, shade, eye);
                if distance < least {
                    close.push(format!("{shade:?} {name}: {one:?} and {other:?}: {distance:.1}"));
                }
            }
        }
    }
    close
}

#[test]
fn every_two_hues_stay_apart_for_colour_blind_readers() {
    let pairs: Vec<_> = pairs().map(|(one, other)| (Tone::Category(one), Tone::Category(other))).collect();
    assert_eq!(close(&pairs, 10.0), Vec::<String>::new());
}

#[test]
fn every_two_categories_differ_in_more_than_colour_where_hues_repeat() {
    let looks: HashSet<(usize, usize)> =
        (0..CATEGORY_LOOKS).map(|index| (index % 8, stripes(Tone::Category(index)).len())).collect();
    assert_eq!((CATEGORY_LOOKS, looks.len()), (24, 24));
    for shade in SHADES {
        for index in 0..CATEGORY_LOOKS {
            // Without a stripe, with one, with two: of one hue.
            assert_eq!(rgb(Tone::Category(index), shade), rgb(Tone::Category(index % 8), shade));
            assert_eq!(stripes(Tone::Category(index)).len(), index / 8);
        }
        // Beyond these a category has its name only.
        assert_eq!(rgb(Tone::Category(24), shade), rgb(Tone::Category(99), shade));
    }
    assert_eq!(stripes(Tone::Category(24)).len(), 0);
    // Stripes are of paper: they must be seen on every hue, and grey must be none of them.
    let on_paper: Vec<_> = (0..8).map(|index| (Tone::Category(index), Tone::Paper)).collect();
    assert_eq!(close(&on_paper, 20.0), Vec::<String>::new());
    let grey: Vec<_> = (0..8).map(|index| (Tone::Category(index), Tone::Category(24))).collect();
    assert_eq!(close(&grey, 10.0), Vec::<String>::new());
}

#[test]
fn every_two_lines_differ_in_dashes_or_stay_apart_for_colour_blind_readers() {
    let looks: Vec<_> = (0..21).map(line_look).collect();
    let mut pairs = Vec::new();
    for (place, one) in looks.iter().enumerate() {
        for other in &looks[place + 1..] {
            assert_ne!(one, other);
            if one.dash == other.dash {
                pairs.push((one.tone, other.tone));
            }
        }
        // The baseline's dashes are vermilion, people under investigation are grey dots.
        assert!(one.tone != Tone::Category(2) && one.dash != Dash::Dotted);
        pairs.push((one.tone, Tone::Category(2)));
    }
    assert_eq!(close(&pairs, 10.0), Vec::<String>::new());
    // Nor is a line without a look of its own like any of them.
    let plain: Vec<_> = looks.iter().take(7).map(|look| (look.tone, PLAIN.tone)).collect();
    assert_eq!(close(&plain, 10.0), Vec::<String>::new());
}

fn contrast(text: Tone, back: Tone, shade: Shade) -> f64 {
    let luminance = |tone| {
        let [red, green, blue] = linear(tone, shade);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (luminance(text), luminance(back));
    one.max(other) / one.min(other)
}

#[test]
fn text_can_be_read() {
    let texts = [Tone::Ink, Tone::Muted, Tone::Accent, Tone::Doubt, Tone::Error, Tone::Closes];
    let mut on: Vec<(Tone, Tone)> =
        texts.into_iter().flat_map(|text| [(text, Tone::Paper), (text, Tone::Panel)]).collect();
    on.extend((0..=CATEGORY_LOOKS).map(|index| (Tone::OnCategory(index), Tone::Category(index))));
    // What stands on a chosen event, on a badge, on a chosen button, and on what is not broken down.
    on.extend([
        (Tone::Ink, Tone::AccentSoft),
        (Tone::Muted, Tone::AccentSoft),
        (Tone::Accent, Tone::AccentSoft),
        (Tone::Doubt, Tone::DoubtSoft),
        (Tone::Doubt, Tone::AccentSoft),
        (Tone::Paper, Tone::Accent),
        (Tone::Ink, Tone::Neutral),
        (Tone::Ink, Tone::Range),
    ]);
    let mut faint = Vec::new();
    for shade in SHADES {
        for (text, back) in &on {
            let contrast = contrast(*text, *back, shade);
            if contrast < 4.5 {
                faint.push(format!("{shade:?} {text:?} on {back:?}: {contrast:.2}"));
            }
        }
    }
    assert!(faint.is_empty(), "{faint:#?}");
}
