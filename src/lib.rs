//! Tollview shows what a death toll is made of and how it stands against earlier events.
//!
//! # The way of one file, from bytes to pixels
//!
//! ```text
//! menu, dialog, drop, argument, recents ──► Action::Open(Origin)
//! State::apply ──► Effect::Load(JobId, Origin)              state     pure: no files, no egui
//! Jobs::load   ──► formats::read(Input)                     jobs      a thread of its own, progress, cancel
//!                  ──► Loaded { dataset, warnings } | LoadError; tables by a recipe: formats::table
//! State::apply ──► files, findings                          state
//! breakdown, compare, timeline, table                       analysis  numbers that answer the Question
//! breakdown_figure, compare_figure ──► Figure               chart     marks in data units, legend, notes; or why it is empty
//! layout(&Figure, size, view) ──► Layout                    chart     placed marks in points, no two texts in one place
//! ui::plot paints them inside egui_plot; export paints them as pixels
//! ```
//!
//! The placed marks are the hinge: screen and export paint the same list and decide nothing, so a chart is tested as text,
//! without a window. `tollview describe` takes the same way as far as `analysis` and prints it.
//!
//! # Rooms, and who may import whom
//!
//! | room | what it is for | imports |
//! |---|---|---|
//! | [`model`] | what a toll is: datasets, counts as intervals, the ledger | – |
//! | [`text`] | numbers, dates, sentences, right-to-left order, fonts | model |
//! | [`formats`] | bytes to a dataset or a view and back, tables to a dataset; errors with their places | analysis (a view holds a question), model, text |
//! | [`analysis`] | a dataset and a [`Question`](analysis::Question) to numbers | model, text |
//! | [`chart`] | numbers to a figure, a figure to placed marks | analysis, model, text |
//! | [`export`] | placed marks to pixels, tables to text | chart, analysis, model, text |
//! | [`describe`] | a dataset as JSON or as a report | analysis, formats, model, text |
//! | [`state`] | what the window knows; `apply(Action) -> Vec<Effect>` | analysis, formats, model |
//! | [`jobs`] | runs effects: dialogs, files, threads | state, formats, analysis, model, text |
//! | [`ui`] | reads the state, sends actions; one file for each panel | state, chart, analysis, formats (recipes), model, text |
//! | [`app`] | eframe's side: takes in news, applies, draws, starts effects | all |
//!
//! A test (`tests/layers.rs`) holds this table; egui appears in `ui`, `app` and `jobs` only.
//!
//! # Where this departs from the first design, and why
//!
//! * Sources and events have an optional `short` name, reports `read_in` (citations and addresses of what was read, where
//!   that is not an outlet): rows need short names, and a figure keeps where it was read.
//! * A share is taken of the people counted, not of the unknown total: see [`analysis`].
//! * One lower or upper bound is rounded to the side on which it stays true (24/522 is "≥ 0.045", not "≥ 0.05"); ranges
//!   and plain ratios are rounded to the nearest digit.
//! * A total without parts is hatched as not broken down, unless it covers one category only: then it has its colour.
//! * Another source's figure far beyond all bars does not stretch the axis; it is named at the axis's edge.
//! * Undo takes back tabs too, since a tab is part of what is asked; leafing through several in a row is one step.
//! * What periods added stands in lanes, one for each source or event: outlines over filled bars hid each other.
//! * Hues repeat after eight: categories then have stripes, lines dashes, and what is left is grey with its name.
//! * A timeline shows the chosen event unless all ticked ones are asked for: decades on one axis hide every one of them.
//! * A version that a file is compared with is no open file: its events stand in no chart, and a view does not keep it.
//! * Persian is written for the sentences that are copied (`assets/locale/fa.ftl`), not for the window.
//! * Measuring text uses the shipped fonts themselves (`text::Shipped`), on screen too: its widths agree with egui's to
//!   a fiftieth of a point, and charts come out the same in a window, in a picture and in a test.

pub mod analysis;
pub mod app;
pub mod arguments;
pub mod chart;
pub mod describe;
mod display;
pub mod example;
pub mod export;
pub mod formats;
pub mod jobs;
pub mod model;
pub mod state;
pub mod text;
pub mod ui;

pub use app::run_window;
