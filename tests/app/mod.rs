//! The whole window without a screen: what is clicked, typed and dropped, found by the names that screen readers say.

mod checks;
mod differences;
mod files;
mod import;
mod import_preview;
mod keyboard;
mod questions;
mod several;
mod tabs;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, Pos2, Rect, Shape, TouchPhase, vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tollview::analysis::FileId;
use tollview::app::App;
use tollview::arguments::Arguments;
use tollview::state::{Action, Dialog, OpenView, Page, State, Wanted};
use tollview::text::without_marks;

/// The program in a window.
struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    /// With the example, 1280 by 800 points.
    fn new() -> Self {
        Self::open(Arguments::default(), [1280.0, 800.0])
    }

    fn open(arguments: Arguments, size: [f32; 2]) -> Self {
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(12)
            .build_eframe(|creation| App::new(creation, arguments).expect("the bundled dataset"));
        Self { harness }
    }

    fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Everything that a screen reader would say, line by line.
    fn said(&self) -> String {
        self.harness.root().children_recursive().map(|node| name_of(&node)).collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn assert_says(&self, text: &str) {
        assert!(self.said().contains(text), "expected {text:?} in:\n{}", self.said());
    }

    #[track_caller]
    fn assert_silent(&self, text: &str) {
        assert!(!self.said().contains(text), "expected no {text:?} in:\n{}", self.said());
    }

    #[track_caller]
    fn click(&mut self, name: &str) {
        // The panel on the left may have to be scrolled to it.
        self.harness.get_by_label(name).scroll_to_me();
        self.harness.run();
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    /// Clicks the first thing of `role` whose name starts like this.
    #[track_caller]
    fn click_first(&mut self, role: Role, start: &str) {
        let found = self.harness.get_all_by_role(role).find(|node| name_of(node).starts_with(start));
        found.unwrap_or_else(|| panic!("expected {start:?} in:\n{}", self.said())).click();
        self.harness.run();
    }

    /// Scrolls to the first thing of `role` whose name starts like this, and clicks it.
    #[track_caller]
    fn scroll_to_and_click(&mut self, role: Role, start: &str) {
        let found = self.harness.get_all_by_role(role).find(|node| name_of(node).starts_with(start));
        found.unwrap_or_else(|| panic!("expected {start:?} in:\n{}", self.said())).scroll_to_me();
        self.harness.run();
        self.click_first(role, start);
    }

    /// Clicks the last thing of `role` with this name.
    #[track_caller]
    fn click_last(&mut self, role: Role, name: &str) {
        let found = self.harness.get_all_by_role(role).rfind(|node| name_of(node) == name);
        found.unwrap_or_else(|| panic!("expected {name:?} in:\n{}", self.said())).click();
        self.harness.run();
    }

    /// Chooses an option of a list.
    #[track_caller]
    fn pick(&mut self, list: &str, option: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, list).click();
        self.harness.run();
        // A long list scrolls to its entry before it is clicked.
        self.entry(option).scroll_to_me();
        self.harness.run();
        self.entry(option).click();
        self.harness.run();
    }

    /// The entry of an open list; a label may say the same.
    #[track_caller]
    fn entry(&self, name: &str) -> Node<'_> {
        let nodes = self.harness.root().children_recursive();
        let found = nodes.filter(|node| node.accesskit_node().role() != Role::Label && name_of(node) == name).last();
        found.unwrap_or_else(|| panic!("expected {name:?} in:\n{}", self.said()))
    }

    /// Does what a dialog of the system would lead to.
    fn act(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().apply(vec![action], &ctx, None);
        self.harness.run();
    }

    /// Saves the recipe of a table to this path, as a dialog of the system would.
    fn save_recipe(&mut self, file: FileId, path: PathBuf) {
        // No dialog is shown in a test: what it would answer is said in its place.
        let Some(Page::Import(import)) = Some(self.state().page.clone()) else { panic!("no import page") };
        assert_eq!(import.file, file);
        let recipe = Arc::new(*import.recipe);
        self.act(Action::Show(Dialog::Path { wanted: Wanted::Recipe(recipe), fallback: false }));
        self.act(Action::Typed(path));
        self.wait(|state| state.notice.is_some());
    }

    /// Saves a view of what is open and asked to this path, likewise.
    fn save_view(&mut self, path: PathBuf) {
        let view = Arc::new(OpenView::of(&self.state().files, &self.state().question));
        self.act(Action::Show(Dialog::Path { wanted: Wanted::View(view), fallback: false }));
        self.act(Action::Typed(path));
        self.wait(|state| state.notice.is_some());
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Clicks and gives the text that this puts into the clipboard.
    #[track_caller]
    fn copied_by(&mut self, name: &str) -> String {
        self.harness.get_by_label(name).click();
        self.harness.step();
        let commands = self.harness.output().platform_output.commands.clone();
        self.harness.run();
        let copied = commands.into_iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
        copied.unwrap_or_else(|| panic!("expected a text in the clipboard"))
    }

    /// What can be clicked in the panel on the left, which is `side` points wide, as far as it is drawn.
    fn controls(&self, side: f32) -> Vec<Node<'_>> {
        let is_control = |role: Role| matches!(role, Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput);
        let nodes = self.harness.root().children_recursive();
        // Below the menu.
        let in_panel = |node: &Node| node.rect().center().x < side && node.rect().bottom() > 33.0;
        nodes.filter(|node| is_control(node.accesskit_node().role()) && in_panel(node)).collect()
    }

    /// Upright bars in the panel on the left: scroll bars have no names.
    fn scroll_bars(&self, side: f32) -> Vec<Rect> {
        let bar = |shape: &Shape| match shape {
            Shape::Rect(bar) => Some(bar.rect),
            _ => None,
        };
        let bars = self.harness.output().shapes.iter().filter_map(|clipped| bar(&clipped.shape));
        bars.filter(|bar| bar.right() <= side && bar.width() <= 10.0 && bar.height() > 24.0).collect()
    }

    /// Turns the wheel over a place; negative numbers scroll down.
    fn turn_wheel(&mut self, at: Pos2, points: f32) {
        let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
        let (delta, source) = (vec2(0.0, points), MouseWheelSource::Unknown);
        let wheel = Event::MouseWheel { unit, delta, phase, source, modifiers };
        self.harness.input_mut().events.extend([Event::PointerMoved(at), wheel]);
        self.harness.run();
    }

    /// Goes on until `is_done`, as jobs run beside the window.
    #[track_caller]
    fn wait(&mut self, is_done: impl Fn(&State) -> bool) {
        let until = Instant::now() + Duration::from_secs(30);
        while !is_done(self.state()) {
            assert!(Instant::now() < until, "expected it to end:\n{}", self.said());
            std::thread::sleep(Duration::from_millis(2));
            self.harness.step();
        }
        self.harness.run();
    }
}

/// What a screen reader says of it, without the marks that keep the order of words.
fn name_of(node: &Node) -> String {
    without_marks(&node.accesskit_node().label().or(node.value()).unwrap_or_default())
}
