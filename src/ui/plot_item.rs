//! A figure inside `egui_plot`, which gives zoom and pan: one plot item that paints the placed marks of the view.

use super::Look;
use super::paint;
use super::views::Drawn;
use crate::chart::{Body, Figure, Layout, Place, Tone, View, layout_again};
use crate::text::{Shipped, Weight};
use eframe::egui::{Color32, Context, Rect, Shape, Ui, Vec2, pos2, vec2};
use egui_plot::{
    AxisHints, GridMark, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotResponse, PlotTransform, PlotUi,
};
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The plot under the marks: gives zoom and pan, and the axis of rows; a timeline's axes are marks.
pub(super) fn interactive(
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
    let through_time = matches!(figure.body, Body::Time(_));
    let scrolls = !through_time && layout.visible_rows < figure.rows().len() as f64 - 1e-6;
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
        .show_axes([!through_time, false])
        .show_grid([!through_time, false])
        .grid_color(look.color(Tone::Rule))
        .grid_fade(0.0)
        .x_grid_spacer(move |_| marks.clone())
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .invert_y(!through_time)
        .set_margin_fraction(Vec2::ZERO)
        .allow_boxed_zoom(false)
        .allow_zoom([true, false])
        .allow_drag([through_time, scrolls])
        .allow_scroll([false, scrolls])
        .allow_axis_zoom_drag([true, false])
        .label_formatter(|_| None);
    if reset {
        widget = widget.reset();
    }
    let response = widget.show(&mut room, |plot_ui| {
        // A double click lets egui_plot go back to all of it.
        if !reset && !plot_ui.response().double_clicked() {
            let placed = shared.borrow().1.clone();
            let view = view_of(&plot_ui.plot_bounds(), figure, &placed);
            plot_ui.set_plot_bounds(bounds_of(view, figure, &placed));
            // Changes are applied in order: bounds set after the wheel would undo it.
            if through_time {
                wheel(plot_ui);
            }
        }
        plot_ui.add(item);
    });
    let (view, layout) = shared.borrow().clone();
    (drawn.view, drawn.layout) = (view, layout);
    response
}

/// The wheel zooms time around the pointer, and moves it sideways.
fn wheel(plot_ui: &mut PlotUi) {
    // Marks lie over the plot, and the wheel turns over them too.
    if !plot_ui.response().contains_pointer() {
        return;
    }
    let scrolled = plot_ui.ctx().input(eframe::egui::InputState::smooth_scroll_delta);
    if scrolled.y != 0.0 {
        plot_ui.zoom_bounds_around_hovered(vec2((scrolled.y / 300.0).exp(), 1.0));
    }
    if scrolled.x != 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "days fit into f32")]
        let moved = (-f64::from(scrolled.x) * plot_ui.transform().dvalue_dpos()[0]) as f32;
        plot_ui.translate_bounds(vec2(moved, 0.0));
    }
}

/// The view that bounds mean. The axis of rows keeps its start, and rows keep their height; time keeps inside its days.
fn view_of(bounds: &PlotBounds, figure: &Figure, placed: &Layout) -> View {
    let finite = |n: f64, other: f64| if n.is_finite() { n } else { other };
    match &figure.body {
        Body::Rows(body) => {
            let (start, end) = (body.axis.start(), placed.axis_end);
            let width = bounds.width().clamp((end - start) / 1e4, (end - start) * 4.0);
            let zoom = if width.is_finite() && width > 0.0 { (end - start) / width } else { 1.0 };
            View { zoom, skipped: finite(bounds.min()[1].clamp(0.0, placed.most_skipped), 0.0) }
        }
        Body::Time(_) => {
            let (first, last) = placed.days;
            let whole = last - first;
            // Half a day wide is as close as anyone needs to look.
            let width = finite(bounds.width(), whole).clamp(0.5_f64.min(whole), whole);
            let skipped = finite(bounds.min()[0] - first, 0.0).clamp(0.0, whole - width);
            View { zoom: whole / width, skipped }
        }
    }
}

fn bounds_of(view: View, figure: &Figure, placed: &Layout) -> PlotBounds {
    match &figure.body {
        Body::Rows(body) => {
            let (start, end) = (body.axis.start(), placed.axis_end);
            let visible = placed.visible_rows.min(body.rows.len() as f64);
            let right = start + (end - start) / view.zoom;
            PlotBounds::from_min_max([start, view.skipped], [right, view.skipped + visible])
        }
        Body::Time(_) => {
            let (first, last) = placed.days;
            let from = first + view.skipped;
            PlotBounds::from_min_max([from, 0.0], [from + (last - first) / view.zoom, 1.0])
        }
    }
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
        let (old_view, mut placed) = self.shared.borrow().clone();
        let view = view_of(transform.bounds(), &self.figure, &placed);
        if view != old_view {
            placed = Rc::new(layout_again(&self.figure, &placed, view, &Shipped));
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
        bounds_of(View::default(), &self.figure, &self.shared.borrow().1)
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}
