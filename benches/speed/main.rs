//! How long the program thinks: reading and checking, building and laying out charts, and one frame of each tab, for the
//! bundled dataset and for one of 200 events with 500 reports each. `cargo bench --bench speed` prints it.

#![allow(clippy::expect_used, reason = "a measurement that cannot go on stops")]

mod large;
mod million;
mod screen;

use divan::{Bencher, black_box};
use large::large;
use million::{SPREADS, million};
use screen::Screen;
use std::ops::ControlFlow;
use tollview::analysis::{
    self, FileId, Flow, Library, Question, Scale, Sources, Tab, Time, Unit, breakdown, compare, timeline,
};
use tollview::chart::{Figure, View, breakdown_figure, compare_figure, layout, layout_again, timeline_figure};
use tollview::example;
use tollview::formats::{self, Input};
use tollview::model::Dataset;
use tollview::text::{Locale, Shipped};

fn main() {
    divan::main();
}

fn read(input: Input) -> Dataset {
    formats::read(input, &mut |_| ControlFlow::Continue(())).expect("a valid dataset").dataset
}

#[divan::bench]
fn read_and_check_the_bundled_dataset(bencher: Bencher) {
    bencher.bench(|| analysis::findings(&read(example::input())));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read_and_check_the_large_dataset(bencher: Bencher) {
    let input = || Input::from_bytes("large.toll.json", large().into_bytes());
    bencher.with_inputs(input).bench_values(|input| analysis::findings(&read(input)));
}

/// Each chart of the program.
const FIGURES: [&str; 5] = ["sources", "events", "compare", "per day", "log"];

fn build(name: &str, dataset: &Dataset, question: &mut Question, locale: &Locale) -> Figure {
    let open = [(FileId(0), dataset)];
    question.all_events = name == "events";
    question.unit = if name == "per day" { Unit::PerDay } else { Unit::Total };
    question.scale = if name == "log" { Scale::Log } else { Scale::Linear };
    if matches!(name, "sources" | "events") {
        breakdown_figure(&breakdown(Library(&open), question), question, locale)
    } else {
        compare_figure(&compare(Library(&open), question), question, locale)
    }
}

#[divan::bench(args = FIGURES)]
fn build_and_lay_out(bencher: Bencher, name: &str) {
    let (dataset, locale) = (read(example::input()), Locale::english());
    let mut question = Question::first(FileId(0), &dataset);
    bencher.bench_local(|| {
        let figure = build(name, &dataset, &mut question, &locale);
        layout(black_box(&figure), (743.0, 696.0), View::default(), &Shipped)
    });
}

#[divan::bench(args = FIGURES)]
fn lay_out_again(bencher: Bencher, name: &str) {
    let (dataset, locale) = (read(example::input()), Locale::english());
    let figure = build(name, &dataset, &mut Question::first(FileId(0), &dataset), &locale);
    let view = View { zoom: 3.0, skipped: 0.5 };
    bencher.bench_local(|| layout(black_box(&figure), (743.0, 696.0), view, &Shipped));
}

/// A million reports through time, so far and by what each day added.
fn timelines() -> impl Iterator<Item = String> {
    ["so far", "per day"].into_iter().flat_map(|flow| SPREADS.map(|spread| format!("{flow}, {spread}")))
}

fn ask_for(question: &mut Question, name: &str) {
    (question.tab, question.all_events) = (Tab::Timeline, true);
    question.flow = if name.starts_with("per day") { Flow::PerDay } else { Flow::SoFar };
}

/// A million reports spread as a timeline's name says.
fn spread(name: &str) -> Dataset {
    million(name.split(", ").last().unwrap_or_default())
}

/// What happens once when a question changes.
#[divan::bench(args = timelines(), sample_count = 5, sample_size = 1)]
fn figure_of_a_million_reports(bencher: Bencher, name: &str) {
    let (dataset, locale) = (spread(name), Locale::english());
    let mut question = Question::first(FileId(0), &dataset);
    ask_for(&mut question, name);
    let open = [(FileId(0), &dataset)];
    bencher.bench_local(|| timeline_figure(Library(&open), &timeline(Library(&open), &question), &question, &locale));
}

/// The whole window when a question changes: lists, findings and details too.
#[divan::bench(args = timelines(), sample_count = 5, sample_size = 1)]
fn another_question_on_a_million_reports(bencher: Bencher, name: &str) {
    let mut screen = Screen::new(spread(name), Tab::Timeline);
    screen.ask(|question| ask_for(question, name));
    let mut is_log = false;
    bencher.bench_local(|| {
        is_log = !is_log;
        screen.ask_once(|question| question.time = if is_log { Time::Day } else { Time::Calendar });
    });
}

/// A frame of the whole window while the chart is dragged, showing everything or a tenth of its days.
#[divan::bench(args = timelines(), sample_count = 100, sample_size = 1)]
fn panning_a_million_reports(bencher: Bencher, name: &str) {
    dragged(bencher, spread(name), name, 1.25);
}

#[divan::bench(args = timelines(), sample_count = 100, sample_size = 1)]
fn panning_a_tenth_of_a_million_reports(bencher: Bencher, name: &str) {
    dragged(bencher, spread(name), name, 10.0);
}

#[divan::bench(args = ["so far", "per day"])]
fn panning_the_bundled_timeline(bencher: Bencher, name: &str) {
    dragged(bencher, read(example::input()), name, 1.25);
}

fn dragged(bencher: Bencher, dataset: Dataset, name: &str, zoom: f32) {
    let mut screen = Screen::new(dataset, Tab::Timeline);
    screen.ask(|question| ask_for(question, name));
    screen.take_hold(zoom);
    bencher.bench_local(|| screen.drag());
}

const TABS: [&str; 6] = ["breakdown", "compare", "timeline", "table", "checks", "sources"];

fn tab(name: &str) -> Tab {
    Tab::ALL.into_iter().find(|tab| tab.name() == name).unwrap_or_default()
}

/// What a start costs beside opening a window: reading, checking, fonts, and the first frame.
#[divan::bench]
fn first_frame(bencher: Bencher) {
    bencher.bench_local(|| Screen::before_its_first_frame(read(example::input()), Tab::Compare).frame());
}

#[divan::bench(args = TABS)]
fn frame_of_the_bundled_dataset(bencher: Bencher, name: &str) {
    let mut screen = Screen::new(read(example::input()), tab(name));
    bencher.bench_local(|| screen.frame());
}

#[divan::bench(args = TABS, sample_count = 20, sample_size = 1)]
fn frame_of_the_large_dataset(bencher: Bencher, name: &str) {
    let mut screen = Screen::new(read(Input::from_bytes("large.toll.json", large().into_bytes())), tab(name));
    bencher.bench_local(|| screen.frame());
}

/// A comparison of 2,000 events with four sources each.
#[divan::bench(args = ["one", "all", "range"])]
fn frame_of_a_comparison_of_2000_events(bencher: Bencher, name: &str) {
    let dataset = read(Input::from_bytes("many.toll.json", large::many_events().into_bytes()));
    let mut screen = Screen::new(dataset, Tab::Compare);
    screen.ask(|question| question.sources = sources(name));
    bencher.bench_local(|| screen.frame());
}

/// The same while it is moved: every frame has another view.
#[divan::bench(args = ["one", "all", "range"])]
fn another_view_of_a_comparison_of_2000_events(bencher: Bencher, name: &str) {
    let dataset = read(Input::from_bytes("many.toll.json", large::many_events().into_bytes()));
    let open = [(FileId(0), &dataset)];
    let mut question = Question::first(FileId(0), &dataset);
    question.sources = sources(name);
    let figure = compare_figure(&compare(Library(&open), &question), &question, &Locale::english());
    let first = layout(&figure, (743.0, 696.0), View::default(), &Shipped);
    let mut skipped = 0.0;
    bencher.bench_local(|| {
        skipped = (skipped + 7.0) % first.most_skipped;
        layout_again(black_box(&figure), &first, View { zoom: 2.0, skipped }, &Shipped)
    });
}

fn sources(name: &str) -> Sources {
    match name {
        "all" => Sources::All,
        "range" => Sources::Range,
        _ => Sources::Standing,
    }
}
