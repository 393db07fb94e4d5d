//! The calm light and dark themes, from the same palette as the charts.

use super::look::color;
use super::text::{font_id, install_fonts};
use crate::chart::{Shade, Tone};
use crate::text::Weight;
use eframe::egui::style::WidgetVisuals;
use eframe::egui::{self, Context, CornerRadius, Stroke, TextStyle, Theme, Visuals, vec2};

/// Gives `ctx` the fonts and both themes.
pub fn install(ctx: &Context) {
    install_fonts(ctx);
    // Where the system does not say, newspapers are printed on white.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_visuals_of(Theme::Light, visuals(Shade::Light));
    ctx.set_visuals_of(Theme::Dark, visuals(Shade::Dark));
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Heading, font_id(18.0, Weight::Strong)),
            (TextStyle::Body, font_id(13.0, Weight::Regular)),
            (TextStyle::Button, font_id(13.0, Weight::Regular)),
            (TextStyle::Small, font_id(11.0, Weight::Regular)),
            (TextStyle::Monospace, egui::FontId::monospace(12.0)),
        ]
        .into();
        style.spacing.item_spacing = vec2(6.0, 4.0);
        style.spacing.button_padding = vec2(10.0, 3.0);
        style.spacing.interact_size = vec2(28.0, 26.0);
        style.spacing.icon_width = 16.0;
        style.spacing.menu_width = 220.0;
        // As wide as the margins in which it lies.
        style.spacing.scroll.bar_width = 7.0;
        style.interaction.selectable_labels = false;
        style.animation_time = 0.0;
    });
}

fn visuals(shade: Shade) -> Visuals {
    let tone = |tone| color(tone, shade);
    let mut visuals = if shade == Shade::Dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(5);
    let widget = |fill, outline, text| WidgetVisuals {
        bg_fill: tone(fill),
        weak_bg_fill: tone(fill),
        bg_stroke: Stroke::new(1.0, tone(outline)),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, tone(text)),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(Tone::Panel, Tone::Rule, Tone::Ink);
    visuals.widgets.inactive = widget(Tone::Paper, Tone::Outline, Tone::Ink);
    visuals.widgets.hovered = widget(Tone::AccentSoft, Tone::Accent, Tone::Ink);
    visuals.widgets.active = widget(Tone::AccentSoft, Tone::Accent, Tone::Ink);
    visuals.widgets.open = widget(Tone::Paper, Tone::Accent, Tone::Ink);
    visuals.selection.bg_fill = tone(Tone::AccentSoft);
    visuals.selection.stroke = Stroke::new(1.5, tone(Tone::Accent));
    visuals.hyperlink_color = tone(Tone::Accent);
    visuals.faint_bg_color = tone(Tone::Panel);
    visuals.extreme_bg_color = tone(Tone::Paper);
    visuals.panel_fill = tone(Tone::Panel);
    visuals.window_fill = tone(Tone::Panel);
    visuals.window_stroke = Stroke::new(1.0, tone(Tone::Outline));
    visuals.weak_text_color = Some(tone(Tone::Muted));
    visuals.warn_fg_color = tone(Tone::Doubt);
    visuals.error_fg_color = tone(Tone::Error);
    visuals.window_corner_radius = radius;
    visuals.menu_corner_radius = radius;
    visuals
}
