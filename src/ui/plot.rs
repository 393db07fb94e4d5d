//! A figure in the window: placed marks painted inside `egui_plot`, which gives axis, zoom and pan.

use super::Look;
use super::views::Drawn;
use super::{hits, paint, plot_item};
use crate::chart::{Body, Figure, Layout, Place, View, layout};
use crate::text::Shipped;
use eframe::egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use std::rc::Rc;

/// Draws `figure` into all the room there is.
pub(super) fn plot_ui(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    figure: &Rc<Figure>,
    views: (&mut Option<Drawn>, Option<&str>),
) {
    let (drawn, sentence) = views;
    let area = ui.available_rect_before_wrap();
    let size = (area.width(), area.height());
    let changed = drawn.as_ref().is_none_or(|drawn| !Rc::ptr_eq(&drawn.figure, figure) || drawn.layout.size != size);
    if changed {
        let view = View::default();
        let layout = Rc::new(layout(figure, size, view, &Shipped));
        *drawn = Some(Drawn { figure: figure.clone(), view, layout });
    }
    let Some(drawn) = drawn.as_mut() else { return };
    let reset = ui.data_mut(|data| data.remove_temp(reset_id())).unwrap_or(changed);
    let offset = area.min.to_vec2();
    if figure.empty.is_none() {
        let plot = paint::place(drawn.layout.plot, offset);
        let response = plot_item::interactive(ui, look, name, (plot, offset), figure, drawn, reset);
        response.response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &figure.title));
        hits::hits_ui(ui, look, &response.response, (plot, offset), &drawn.layout);
    }
    frame_ui(ui, look, offset, &drawn.layout);
    // The whole figure, for readers who cannot see it.
    let whole = ui.allocate_rect(area, Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::Figure, true, in_words(figure, sentence)));
}

/// What stands around the marks, which have names of their own: title, subtitle, notes; or why there are none.
/// A chart with a `sentence` says it in place of the note that has its numbers.
fn in_words(figure: &Figure, sentence: Option<&str>) -> String {
    let mut text = format!("{}. {}", figure.title, figure.subtitle);
    let lines: &[String] = match &figure.body {
        Body::Time(body) => &body.in_words,
        Body::Rows(_) => &[],
    };
    let notes = figure.notes.iter().filter(|note| !(note.strong && sentence.is_some())).map(|note| note.text.as_str());
    for more in lines.iter().map(String::as_str).chain(sentence).chain(notes).chain(figure.empty.as_deref()) {
        text.push('\n');
        text.push_str(more);
    }
    text
}

/// Where a double click on a mark asks for all of the chart in the next frame.
pub(super) fn reset_id() -> Id {
    Id::unique("reset-view")
}

/// Title, legend and notes; and row names, cut where rows are moved out.
fn frame_ui(ui: &Ui, look: &Look, offset: Vec2, layout: &Layout) {
    let mut shapes = Vec::new();
    let clip = ui.clip_rect();
    let of = |place: Place| layout.marks.iter().filter(move |mark| mark.place == place);
    paint::shapes(of(Place::Frame), offset, look.shade, ui.ctx(), clip, &mut shapes);
    ui.painter().extend(shapes);
    let mut beside = Vec::new();
    paint::shapes(of(Place::Beside), offset, look.shade, ui.ctx(), clip, &mut beside);
    let plot = paint::place(layout.plot, offset);
    let rows = Rect::from_min_max(pos2(clip.left(), plot.top()), pos2(clip.right(), plot.bottom()));
    ui.painter().with_clip_rect(rows.intersect(clip)).extend(beside);
}
