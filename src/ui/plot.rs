//! A figure in the window: placed marks painted inside `egui_plot`, which gives axis, zoom and pan.

use super::Look;
use super::paint;
use super::views::Drawn;
use crate::analysis::CountKey;
use crate::chart::{Figure, Hit, Layout, Place, Target, Tone, View, layout};
use crate::state::{Action, Selection};
use crate::text::{Shipped, Weight};
use eframe::egui::{
    Color32, Context, CornerRadius, Id, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};
use egui_plot::{
    AxisHints, GridMark, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotResponse, PlotTransform,
};
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// Draws `figure` into all the room there is.
pub(super) fn plot_ui(ui: &mut Ui, look: &Look, name: &str, figure: &Rc<Figure>, drawn: &mut Option<Drawn>) {
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
        let response = interactive(ui, look, name, (plot, offset), figure, drawn, reset);
        response.response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &figure.title));
        hits_ui(ui, look, &response.response, (plot, offset), &drawn.layout);
    }
    frame_ui(ui, look, offset, &drawn.layout);
    // The whole figure, for readers who cannot see it.
    let whole = ui.allocate_rect(area, Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::Figure, true, in_words(figure)));
}

/// What stands around the marks, which have names of their own: title, subtitle, notes; or why there are none.
fn in_words(figure: &Figure) -> String {
    let mut text = format!("{}. {}", figure.title, figure.subtitle);
    for more in figure.notes.iter().map(|note| &note.text).chain(&figure.empty) {
        text.push('\n');
        text.push_str(more);
    }
    text
}

/// Where a double click on a mark asks for all of the chart in the next frame.
fn reset_id() -> Id {
    Id::unique("reset-view")
}

fn interactive(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    (plot, offset): (Rect, Vec2),
    figure: &Rc<Figure>,
    drawn: &mut Drawn,
    reset: bool,
) -> PlotResponse<()> {
    const AXIS: f32 = 18.0;
    let layout = drawn.layout.clone();
    let (start, end) = (figure.axis().start(), layout.axis_end);
    let rows = figure.rows().len() as f64;
    let scrolls = layout.visible_rows < rows - 1e-6;
    let step = layout.ticks.windows(2).map(|pair| pair[1].at - pair[0].at).fold(f64::INFINITY, f64::min);
    let ticks = layout.ticks.clone();
    let marks: Vec<GridMark> =
        ticks.iter().map(|tick| GridMark { value: tick.at, step_size: step.min(1e300) }).collect();
    let named = ticks;
    let axis = AxisHints::new_x()
        .min_thickness(AXIS)
        .label_spacing(0.0..=1.0)
        .tick_label_color(look.color(Tone::Muted))
        .tick_label_font(super::text::font_id(11.0, Weight::Regular))
        .formatter(move |mark, _: &RangeInclusive<f64>| {
            let same = |tick: &&crate::chart::AxisTick| (tick.at - mark.value).abs() < 1e-9 * mark.value.abs().max(1.0);
            named.iter().find(same).map(|tick| tick.text.clone()).unwrap_or_default()
        });
    let mut room = ui.new_child(
        eframe::egui::UiBuilder::new().max_rect(Rect::from_min_max(plot.min, pos2(plot.right(), plot.bottom() + AXIS))),
    );
    let shared = Rc::new(RefCell::new((drawn.view, layout)));
    let item = FigureItem {
        base: PlotItemBase::new(name.to_owned()),
        figure: figure.clone(),
        shared: shared.clone(),
        offset,
        shade: look.shade,
        ctx: ui.ctx().clone(),
    };
    let mut widget = Plot::new(name)
        .custom_x_axes(vec![axis])
        .custom_y_axes(Vec::new())
        .show_axes([true, false])
        .show_grid([true, false])
        .grid_color(look.color(Tone::Rule))
        .grid_fade(0.0)
        .x_grid_spacer(move |_| marks.clone())
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .invert_y(true)
        .set_margin_fraction(Vec2::ZERO)
        .allow_boxed_zoom(false)
        .allow_zoom([true, false])
        .allow_drag([false, scrolls])
        .allow_scroll([false, scrolls])
        .allow_axis_zoom_drag([true, false])
        .label_formatter(|_| None);
    if reset {
        widget = widget.reset();
    }
    let visible = shared.borrow().1.visible_rows.min(rows);
    let response = widget.show(&mut room, |plot_ui| {
        // A double click lets egui_plot go back to all of it.
        if !reset && !plot_ui.response().double_clicked() {
            let bounds = plot_ui.plot_bounds();
            let view = view_of(&bounds, (start, end), visible, rows);
            plot_ui.set_plot_bounds(bounds_of(view, (start, end), visible));
        }
        plot_ui.add(item);
    });
    let (view, layout) = shared.borrow().clone();
    (drawn.view, drawn.layout) = (view, layout);
    response
}

/// The view that bounds mean: the axis keeps its start, rows keep their height.
fn view_of(bounds: &PlotBounds, (start, end): (f64, f64), visible: f64, rows: f64) -> View {
    let width = (bounds.width()).clamp((end - start) / 1e4, (end - start) * 4.0);
    let zoom = if width.is_finite() && width > 0.0 { (end - start) / width } else { 1.0 };
    let first = bounds.min()[1].clamp(0.0, (rows - visible).max(0.0));
    View { zoom, skipped: if first.is_finite() { first } else { 0.0 } }
}

fn bounds_of(view: View, (start, end): (f64, f64), visible: f64) -> PlotBounds {
    let right = start + (end - start) / view.zoom;
    PlotBounds::from_min_max([start, view.skipped], [right, view.skipped + visible])
}

/// The one item of the plot: a whole figure.
struct FigureItem {
    base: PlotItemBase,
    figure: Rc<Figure>,
    /// The view and layout last painted.
    shared: Rc<RefCell<(View, Rc<Layout>)>>,
    offset: Vec2,
    shade: crate::chart::Shade,
    ctx: Context,
}

impl PlotItem for FigureItem {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let (start, rows) = (self.figure.axis().start(), self.figure.rows().len() as f64);
        let (old_view, mut placed) = self.shared.borrow().clone();
        let visible = placed.visible_rows.min(rows);
        let view = view_of(transform.bounds(), (start, placed.axis_end), visible, rows);
        if view != old_view {
            placed = Rc::new(layout(&self.figure, placed.size, view, &Shipped));
            *self.shared.borrow_mut() = (view, placed.clone());
        }
        let marks = placed.marks.iter().filter(|mark| mark.place == Place::Plot);
        paint::shapes(marks, self.offset, self.shade, &self.ctx, *transform.frame(), shapes);
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        let placed = &self.shared.borrow().1;
        let visible = placed.visible_rows.min(self.figure.rows().len() as f64);
        bounds_of(View::default(), (self.figure.axis().start(), placed.axis_end), visible)
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
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

/// Every mark can be pointed at, clicked, and reached with Tab and Enter.
fn hits_ui(ui: &mut Ui, look: &Look, plot: &Response, (area, offset): (Rect, Vec2), layout: &Layout) {
    let chosen = match &look.state.selection {
        Some(Selection::Count(key)) => Some(key),
        _ => None,
    };
    let visible = Rect::from_min_max(pos2(ui.clip_rect().left(), area.top()), area.max);
    for (index, hit) in layout.hits.iter().enumerate() {
        let rect = paint::place(hit.rect, offset).intersect(visible);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, plot.id.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, hit.text.replace('\n', ", ")));
        let is_chosen = matches!((&hit.target, chosen), (Target::Count(key), Some(chosen)) if key == chosen);
        if is_chosen || response.has_focus() {
            let stroke = Stroke::new(2.0, look.color(if response.has_focus() { Tone::Accent } else { Tone::Ink }));
            ui.painter().rect_stroke(rect.expand(1.5), CornerRadius::same(2), stroke, StrokeKind::Outside);
        }
        if response.clicked() {
            select(look, hit);
        }
        if response.double_clicked() {
            ui.data_mut(|data| data.insert_temp(reset_id(), true));
            ui.ctx().request_repaint();
        }
        if response.hovered() {
            response.on_hover_ui(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 1.0);
                for (line, text) in hit.text.lines().enumerate() {
                    let weight = if line == 0 { Weight::Strong } else { Weight::Regular };
                    ui.label(look.text(text, 12.0, weight, Tone::Ink));
                }
            });
        }
    }
}

fn select(look: &Look, hit: &Hit) {
    match &hit.target {
        Target::Count(key) => {
            let key: CountKey = key.clone();
            look.send(Action::Select(Some(Selection::Count(key))));
        }
        Target::Event(event) => look.ask(|question| question.event = Some(event.clone())),
    }
}
