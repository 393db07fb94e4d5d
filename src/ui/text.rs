//! Text in egui: installs the shipped fonts and lays text out run by run, since egui itself knows no right-to-left order.

use std::sync::Arc;

use eframe::egui::cache::{ComputerMut, FrameCache};
use eframe::egui::text::{ByteIndex, FontData, FontDefinitions, LayoutJob, LayoutSection, TextFormat};
use eframe::egui::{
    Align, Color32, Context, FontFamily, FontId, FontTweak, Galley, Response, Role, Sense, Ui, WidgetInfo, vec2,
};

use crate::text::{Shipped, Weight, base_is_rtl, elide, measure, stack, visual_runs, wrap};

/// Makes the shipped fonts the only ones.
pub fn install_fonts(ctx: &Context) {
    ctx.set_fonts(font_definitions());
}

/// The shipped fonts as egui wants them: proportional text, strong text, and fixed-width text.
#[must_use]
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for weight in [Weight::Regular, Weight::Strong] {
        for file in stack(weight) {
            let tweak = FontTweak { scale: file.scale, y_offset_factor: file.lowered, ..FontTweak::default() };
            fonts.font_data.insert(file.name.to_owned(), Arc::new(FontData::from_static(file.bytes).tweak(tweak)));
        }
        fonts.families.insert(family(weight), stack(weight).iter().map(|file| file.name.to_owned()).collect());
    }
    let mut fixed_width: Vec<String> = stack(Weight::Regular).iter().map(|file| file.name.to_owned()).collect();
    if let Some(hack) = fixed_width.iter().position(|name| name == "Hack") {
        fixed_width[..=hack].rotate_right(1);
    }
    fonts.families.insert(FontFamily::Monospace, fixed_width);
    fonts
}

/// The font of `weight` at `size` points.
#[must_use]
pub fn font_id(size: f32, weight: Weight) -> FontId {
    FontId::new(size, family(weight))
}

/// `text` on as many lines as it has, never wrapped. With [`Color32::PLACEHOLDER`] the widget that draws it chooses the
/// colour.
#[must_use]
pub fn layout_job(text: &str, size: f32, weight: Weight, color: Color32) -> LayoutJob {
    let format = TextFormat::simple(font_id(size, weight), color);
    let mut job = LayoutJob::default();
    for run in visual_runs(text) {
        let start = ByteIndex(job.text.len());
        job.text.push_str(&run.text);
        // Not `append`, which would merge the runs, and egui would order the merged text as one.
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: start..ByteIndex(job.text.len()),
            format: format.clone(),
        });
    }
    job
}

/// `text` in lines of at most `max_width` points. Text that starts at the right is aligned there: its galley then lies left
/// of the point at which it is drawn.
#[must_use]
pub fn wrapped_job(text: &str, size: f32, weight: Weight, color: Color32, max_width: f32) -> LayoutJob {
    let lines = wrap(text, size, weight, max_width, &Shipped).join("\n");
    let halign = if base_is_rtl(text) { Align::RIGHT } else { Align::LEFT };
    LayoutJob { halign, ..layout_job(&lines, size, weight, color) }
}

/// The galley of [`layout_job`].
#[must_use]
pub fn galley(ctx: &Context, text: &str, size: f32, weight: Weight, color: Color32) -> Arc<Galley> {
    ctx.fonts_mut(|fonts| fonts.layout_job(layout_job(text, size, weight, color)))
}

/// `text` on one line of at most `max_width` points, its end left out where it is longer.
#[must_use]
pub fn elided_galley(
    ctx: &Context,
    text: &str,
    size: f32,
    weight: Weight,
    color: Color32,
    max_width: f32,
) -> Arc<Galley> {
    galley(ctx, &elide(text, size, weight, max_width, &Shipped), size, weight, color)
}

/// The galley of [`wrapped_job`].
#[must_use]
pub fn wrapped_galley(
    ctx: &Context,
    text: &str,
    size: f32,
    weight: Weight,
    color: Color32,
    max_width: f32,
) -> Arc<Galley> {
    let job = kept_job(ctx, text, size, weight, color, max_width);
    ctx.fonts_mut(|fonts| fonts.layout_job((*job).clone()))
}

/// The height that [`wrapped_galley`] will have; much cheaper where the text may be out of view.
#[must_use]
pub fn wrapped_height(ctx: &Context, text: &str, size: f32, weight: Weight, max_width: f32) -> f32 {
    let job = kept_job(ctx, text, size, weight, Color32::PLACEHOLDER, max_width);
    let lines = 1 + job.text.matches('\n').count();
    measure("0", size, weight).height * lines as f32
}

/// Wraps texts for as long as they are asked for in every frame, since wrapping measures every word.
#[derive(Default)]
struct Wrapper;

/// A text with size, weight, colour and width; sizes as bits, so that they can be compared.
type WrapKey<'a> = (&'a str, u32, Weight, Color32, u32);

impl ComputerMut<WrapKey<'_>, Arc<LayoutJob>> for Wrapper {
    fn compute(&mut self, (text, size, weight, color, width): WrapKey) -> Arc<LayoutJob> {
        Arc::new(wrapped_job(text, f32::from_bits(size), weight, color, f32::from_bits(width)))
    }
}

fn kept_job(ctx: &Context, text: &str, size: f32, weight: Weight, color: Color32, max_width: f32) -> Arc<LayoutJob> {
    let key = (text, size.to_bits(), weight, color, max_width.to_bits());
    ctx.memory_mut(|memory| memory.caches.cache::<FrameCache<Arc<LayoutJob>, Wrapper>>().get(key).clone())
}

/// Text of the interface or of the data in the available width: a label that orders its words, starts at the side where
/// they start, and tells screen readers the text as it was written.
pub fn paragraph_ui(ui: &mut Ui, text: &str, size: f32, weight: Weight, color: Color32) -> Response {
    let available = ui.available_width();
    let galley = wrapped_galley(ui.ctx(), text, size, weight, color, available);
    let rtl = galley.job.halign == Align::RIGHT;
    let width = if rtl && available.is_finite() { available } else { galley.size().x };
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(if rtl { rect.right_top() } else { rect.left_top() }, galley, color);
    }
    response
}

/// Names a field for screen readers, which otherwise read out only what was typed.
pub fn name_field(response: &Response, name: &str, text: &str) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
}

fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Strong => FontFamily::Name("strong".into()),
    }
}
