//! What egui lays out is as wide as what the text layer measures.

use eframe::egui::epaint::text::{Fonts, TextOptions};
use eframe::egui::{Align, Color32};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tollview::text::{Weight, measure};
use tollview::ui::text::{font_definitions, install_fonts, layout_job, paragraph_ui, wrapped_job};

const TEXTS: [&str; 14] = [
    "Killed",
    "≥ 2,571",
    "AVATAR Tokyo, 12 January 2026 – fi fl",
    "Mahsa Amini protests (2022–23)",
    "https://example.org/a?b=1",
    "1\u{202f}234\u{2009}567 ▲ → ■",
    "ایران",
    "اعتراضات سراسری ایران",
    "کشته‌شدگان «هرانا» (۱۴۰۱)",
    "۲٬۵۷۱ کشته، ۵۰٪",
    "Iran ۱۴۰۱ ایران (2022)",
    "\u{2068}HRANA\u{2069}: \u{200f}گزارش [17] ▲",
    "Iran\nایران ۱۴۰۱ 漢",
    "",
];

#[test]
fn widths_and_heights_agree_with_egui() {
    let mut fonts = Fonts::new(TextOptions::default(), font_definitions());
    let mut widest_difference = 0.0_f32;
    for pixels_per_point in [1.0, 2.0] {
        for weight in [Weight::Regular, Weight::Strong] {
            for size in 11..=22_u8 {
                for text in TEXTS {
                    let size = f32::from(size);
                    let mut view = fonts.with_pixels_per_point(pixels_per_point);
                    let galley = view.layout_job(layout_job(text, size, weight, Color32::WHITE));
                    let ours = measure(text, size, weight);
                    let difference = (galley.intrinsic_size().x - ours.width).abs();
                    widest_difference = widest_difference.max(difference);
                    assert!(difference < 0.1, "{text:?} at {size}: {} and {}", galley.intrinsic_size().x, ours.width);
                    assert!((galley.size().x - ours.width).abs() < 1.0, "{text:?} at {size}: {:?}", galley.size());
                    assert!((galley.size().y - ours.height).abs() < 1.0, "{text:?} at {size}: {:?}", galley.size());
                }
            }
        }
    }
    println!("widest difference: {widest_difference} points");
}

#[test]
fn wrapped_lines_fit_and_start_at_their_side() {
    let mut fonts = Fonts::new(TextOptions::default(), font_definitions());
    let mut view = fonts.with_pixels_per_point(1.0);
    let persian = "خبرگزاری هرانا شمار کشته‌شدگان را دست‌کم ۲٬۵۷۱ تن اعلام کرد (HRANA, 14 January 2026)";
    let latin = "As published by Human Rights Activists News Agency (HRANA) – «ایران» included";
    for (text, halign) in [(persian, Align::RIGHT), (latin, Align::LEFT)] {
        let galley = view.layout_job(wrapped_job(text, 13.0, Weight::Regular, Color32::WHITE, 180.0));
        assert!(galley.rows.len() >= 3, "{}", galley.rows.len());
        assert_eq!(galley.job.halign, halign);
        for row in &galley.rows {
            assert!(row.rect().width() <= 181.0, "{:?}", row.rect());
            let edge = if halign == Align::RIGHT { row.rect().right() } else { row.rect().left() };
            assert!(edge.abs() < 1.0, "{:?}", row.rect());
        }
    }
}

#[test]
fn screen_readers_get_the_text_as_written() {
    let text = "ایران ۱۴۰۱ (2022) 漢";
    let harness = Harness::new_ui(|ui| {
        install_fonts(ui.ctx());
        paragraph_ui(ui, text, 13.0, Weight::Regular, Color32::WHITE);
    });
    let label = harness.get_by_label(text).rect();
    assert!(label.width() > 200.0, "it starts at the right end of the window: {label:?}");
}
