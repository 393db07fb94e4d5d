//! How long the program thinks: reading and checking, building and laying out charts, and one frame of each tab, for the
//! bundled dataset and for one of 200 events with 500 reports each. `cargo bench --bench speed` prints it.

#![allow(clippy::expect_used, reason = "a measurement that cannot go on stops")]

mod large;
mod million;
mod screen;

use divan::{Bencher, black_box};
use large::large;
use million::million;
use screen::Screen;
use std::ops::ControlFlow;
use tollview::analysis::{self, FileId, Library, Question, Scale, Sources, Tab, Unit, breakdown, compare, timeline};
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

/// The bundled timeline, with its own reports or with a million of one source.
const TIMELINES: [&str; 2] = ["bundled", "1,000,000 reports"];

/// Lays out a timeline anew for each step of a drag, and of a zoom.
#[divan::bench(args = TIMELINES)]
fn timeline_while_panning(bencher: Bencher, name: &str) {
    let (dataset, locale) = (read(example::input()), Locale::english());
    let question = Question::first(FileId(0), &dataset);
    let open = [(FileId(0), &dataset)];
    let mut figure = timeline_figure(Library(&open), &timeline(Library(&open), &question), &question, &locale);
    if name != "bundled" {
        figure = million(figure);
    }
    let days = layout(&figure, (743.0, 696.0), View::default(), &Shipped).days;
    let mut frame = 0_u32;
    bencher.bench_local(|| {
        frame = (frame + 1) % 200;
        let zoom = 1.0 + f64::from(frame % 20);
        let skipped = (days.1 - days.0) * (1.0 - 1.0 / zoom) * f64::from(frame) / 200.0;
        layout(black_box(&figure), (743.0, 696.0), View { zoom, skipped }, &Shipped)
    });
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
