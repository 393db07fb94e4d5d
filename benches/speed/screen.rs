//! A window without a screen: everything that a frame costs the processor, up to the triangles.

use eframe::egui::{
    ClippedPrimitive, Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect,
    TouchPhase, pos2, vec2,
};
use std::sync::Arc;
use tollview::analysis::{Question, Tab};
use tollview::model::Dataset;
use tollview::state::{Action, Origin, State};
use tollview::text::Locale;
use tollview::ui::{Look, Views, install_theme, window_ui};

/// The middle of the chart.
const MIDDLE: Pos2 = pos2(600.0, 400.0);

/// A window of 1280 by 800 points.
pub struct Screen {
    ctx: Context,
    state: State,
    views: Views,
    locale: Locale,
    frames: u32,
}

impl Screen {
    /// Shows `tab` of `dataset`; fonts and texts are laid out before the first frame is measured.
    pub fn new(dataset: Dataset, tab: Tab) -> Self {
        let mut screen = Self::before_its_first_frame(dataset, tab);
        for _ in 0..5 {
            screen.frame();
        }
        screen
    }

    /// Shows `tab` of `dataset`, but has drawn nothing yet.
    pub fn before_its_first_frame(dataset: Dataset, tab: Tab) -> Self {
        let mut state = State::new(Origin::Example, Arc::new(dataset));
        let mut question = state.question.clone();
        question.tab = tab;
        let _ = state.apply(Action::Ask(Box::new(question)));
        let ctx = Context::default();
        install_theme(&ctx);
        Self { ctx, state, views: Views::default(), locale: Locale::english(), frames: 0 }
    }

    /// Changes what is asked, and lays it out.
    pub fn ask(&mut self, change: impl FnOnce(&mut Question)) {
        self.ask_once(change);
        for _ in 0..5 {
            self.frame();
        }
    }

    /// Changes what is asked, and shows it in one frame.
    pub fn ask_once(&mut self, change: impl FnOnce(&mut Question)) {
        let mut question = self.state.question.clone();
        change(&mut question);
        let _ = self.state.apply(Action::Ask(Box::new(question)));
        self.frame();
    }

    /// Turns the wheel over the middle of the chart until it shows a `zoom`th part of its days, and takes hold of it there.
    pub fn take_hold(&mut self, zoom: f32) {
        self.frame_with(vec![Event::PointerMoved(MIDDLE)]);
        // egui spreads a turn of the wheel over several frames.
        let delta = vec2(0.0, zoom.ln() * 300.0);
        let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
        let source = MouseWheelSource::Unknown;
        self.frame_with(vec![Event::MouseWheel { unit, delta, phase, source, modifiers }]);
        for _ in 0..60 {
            self.frame();
        }
        let (button, pressed) = (PointerButton::Primary, true);
        self.frame_with(vec![Event::PointerButton { pos: MIDDLE, button, pressed, modifiers }]);
    }

    /// One frame of a drag to the right and back.
    pub fn drag(&mut self) -> Vec<ClippedPrimitive> {
        let step = self.frames % 40;
        let moved = if step < 20 { step } else { 40 - step };
        self.frame_with(vec![Event::PointerMoved(MIDDLE + vec2(moved as f32 * 3.0, 0.0))])
    }

    /// One frame, with the mouse on its way.
    pub fn frame(&mut self) -> Vec<ClippedPrimitive> {
        self.frame_with(Vec::new())
    }

    fn frame_with(&mut self, events: Vec<Event>) -> Vec<ClippedPrimitive> {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(f64::from(self.frames) / 60.0),
            events,
            ..RawInput::default()
        };
        let (state, locale, views) = (&self.state, &self.locale, &mut self.views);
        let output = self.ctx.run_ui(input, |ui| {
            let look = Look::new(state, locale, false);
            window_ui(ui, &look, views);
            let _ = look.into_actions();
        });
        self.ctx.tessellate(output.shapes, output.pixels_per_point)
    }
}
