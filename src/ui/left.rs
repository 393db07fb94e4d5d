//! The panel on the left: open a file, choose events, and switch what the charts show.

use super::lists::{Choices, Lists, MeasureOf};
use super::pick::{NAME_WIDTH, labelled, pick};
use super::{Look, events};
use crate::analysis::{Flow, Order, Question, Scale, Sources, Tab, Time, Unit};
use crate::chart::Tone;
use crate::model::When;
use crate::state::{Action, State};
use crate::text::{Locale, Shipped, TextSize, Weight};
use eframe::egui::{Button, Ui, vec2};

/// Between the buttons of a choice, and beside their texts.
const GAP: f32 = 4.0;
const PADDING: f32 = 4.0;

pub(super) fn left_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let width = ui.available_width();
    let open = Button::new(look.text(&look.say("open"), 13.0, Weight::Strong, Tone::Ink)).shortcut_text("Ctrl+O");
    if ui.add(open.min_size(vec2(width, 30.0))).clicked() {
        look.send(Action::AskOpen);
    }
    events::events_ui(ui, look);
    look.heading_ui(ui, "switches");
    let question = &look.state.question;
    measure_ui(ui, look, lists);
    if question.tab == Tab::Compare {
        unit_ui(ui, look, &[Unit::Total, Unit::PerDay, Unit::PerMillion, Unit::Multiple, Unit::Share]);
        let scales = [("scale-linear", Scale::Linear), ("scale-log", Scale::Log)];
        choice(ui, look, "scale", &scales, question.scale, |q, scale| q.scale = scale);
        let orders = [("order-date", Order::Date), ("order-toll", Order::Toll)];
        choice(ui, look, "order", &orders, question.order, |q, order| q.order = order);
        let sources =
            [("sources-one", Sources::Standing), ("sources-all", Sources::All), ("sources-range", Sources::Range)];
        choice(ui, look, "sources-shown", &sources, question.sources, |q, sources| q.sources = sources);
        baseline_ui(ui, look, lists);
    }
    if question.tab == Tab::Breakdown {
        let shown = [("shown-sources", false), ("shown-events", true)];
        choice(ui, look, "shown", &shown, question.all_events, |q, all| q.all_events = all);
    }
    if question.tab == Tab::Timeline {
        timeline_ui(ui, look, lists);
    }
    source_ui(ui, look, lists);
    if question.tab == Tab::Compare {
        event_sources_ui(ui, look);
    }
    if question.tab == Tab::Breakdown && !question.all_events {
        report_ui(ui, look, lists);
    }
    known_ui(ui, look, lists);
}

/// What the axis counts.
fn unit_ui(ui: &mut Ui, look: &Look, units: &[Unit]) {
    let text = |_: &State, locale: &Locale, unit: &Unit| {
        locale.say(match unit {
            Unit::Total => "unit-total",
            Unit::PerDay => "unit-day",
            Unit::PerMillion => "unit-million",
            Unit::Multiple => "unit-multiple-of",
            Unit::Share => "unit-parts",
        })
    };
    if let Some(unit) = pick_of(ui, look, "unit", units, text, look.state.question.unit) {
        look.ask(|question| question.unit = unit);
    }
}

/// The toll so far, or what each period added.
fn flow_ui(ui: &mut Ui, look: &Look) {
    let flows = [Flow::SoFar, Flow::PerDay, Flow::PerWeek, Flow::PerMonth];
    let text = |_: &State, locale: &Locale, flow: &Flow| {
        locale.say(match flow {
            Flow::SoFar => "flow-so-far",
            Flow::PerDay => "flow-day",
            Flow::PerWeek => "flow-week",
            Flow::PerMonth => "flow-month",
        })
    };
    if let Some(flow) = pick_of(ui, look, "flow", &flows, text, look.state.question.flow) {
        look.ask(|question| question.flow = flow);
    }
}

/// A list of a few options that are always the same.
fn pick_of<T: PartialEq + Copy>(
    ui: &mut Ui,
    look: &Look,
    heading: &str,
    options: &[T],
    text: fn(&State, &Locale, &T) -> String,
    current: T,
) -> Option<T> {
    pick(ui, look, heading, &Choices { options: options.to_vec(), text, widest: 0.0 }, &current)
}

/// What a timeline shows.
fn timeline_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let question = &look.state.question;
    let events = [("timeline-one", false), ("timeline-all", true)];
    choice(ui, look, "timeline-events", &events, question.all_events, |q, all| q.all_events = all);
    if question.flow == Flow::SoFar {
        // A timeline has no parts to show the shares of.
        unit_ui(ui, look, &[Unit::Total, Unit::PerDay, Unit::PerMillion, Unit::Multiple]);
    }
    let times = [("time-calendar", Time::Calendar), ("time-day", Time::Day)];
    choice(ui, look, "time", &times, question.time, |q, time| q.time = time);
    flow_ui(ui, look);
    let scales = [("scale-points", Scale::Linear), ("scale-log-points", Scale::Log)];
    choice(ui, look, "scale", &scales, question.scale, |q, scale| q.scale = scale);
    baseline_ui(ui, look, lists);
}

/// A row of buttons of which one is chosen; its name stands at the left where all buttons fit beside it, else there is none.
fn choice<T: PartialEq + Copy>(
    ui: &mut Ui,
    look: &Look,
    heading: &str,
    options: &[(&str, T)],
    current: T,
    set: impl Fn(&mut Question, T),
) {
    let texts: Vec<_> = options.iter().map(|(key, value)| (look.say(key), *value)).collect();
    let gaps = GAP * (options.len() as f32 - 1.0);
    let wide = |text: &str| Shipped.size(text, 12.0, Weight::Strong).0 + 2.0 * PADDING;
    let widest = texts.iter().map(|(text, _)| wide(text)).fold(0.0, f32::max);
    let beside = ui.available_width() - NAME_WIDTH - 8.0 - gaps;
    let buttons = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.spacing_mut().button_padding.x = PADDING;
        let room = ui.available_width() - gaps;
        // Of one width where that suffices for all, else as wide as their texts.
        let all: f32 = texts.iter().map(|(text, _)| wide(text)).sum();
        let even = widest * options.len() as f32 <= room;
        for (text, value) in &texts {
            let each =
                if even { room / options.len() as f32 } else { wide(text) + (room - all) / options.len() as f32 };
            let chosen = *value == current;
            let (weight, tone) = if chosen { (Weight::Strong, Tone::Paper) } else { (Weight::Regular, Tone::Ink) };
            let mut button =
                Button::new(look.text(text, 12.0, weight, tone)).min_size(vec2(each, 26.0)).selected(chosen);
            if chosen {
                button = button.fill(look.color(Tone::Accent));
            }
            if ui.add(button).clicked() {
                look.ask(|question| set(question, *value));
            }
        }
    };
    if !heading.is_empty() && texts.iter().map(|(text, _)| wide(text)).sum::<f32>() <= beside {
        labelled(ui, look, heading, buttons);
    } else {
        ui.horizontal(buttons);
    }
}

fn measure_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let id = &look.state.question.measure;
    let known = lists.measures.options.iter().find(|option| option.id == *id).cloned();
    let current = known.unwrap_or_else(|| MeasureOf { id: id.clone(), file: None });
    if let Some(measure) = pick(ui, look, "measure", &lists.measures, &current) {
        look.ask(|question| question.measure = measure.id);
    }
}

fn baseline_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    if let Some(baseline) = pick(ui, look, "baseline", &lists.baselines, &look.state.question.baseline) {
        look.ask(|question| question.baseline = baseline);
    }
}

/// Which source stands for the chosen event.
fn source_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let question = &look.state.question;
    let Some(key) = question.event.clone() else { return };
    let current = question.chosen_sources.get(&key).cloned();
    if let Some(chosen) = pick(ui, look, "source", &lists.sources, &current) {
        look.ask(|question| match chosen {
            Some(id) => {
                question.chosen_sources.insert(key, id);
            }
            None => {
                question.chosen_sources.remove(&key);
            }
        });
    }
}

/// Which sources of the chosen event are shown, where that differs from the others.
fn event_sources_ui(ui: &mut Ui, look: &Look) {
    let question = &look.state.question;
    let Some(key) = question.event.clone() else { return };
    let options = [
        ("event-sources-as-all", None),
        ("event-sources-one", Some(Sources::Standing)),
        ("event-sources-all", Some(Sources::All)),
        ("event-sources-range", Some(Sources::Range)),
    ];
    let current = question.event_sources.get(&key).copied();
    choice(ui, look, "event-sources", &options, current, |q, sources| match sources {
        Some(sources) => {
            q.event_sources.insert(key.clone(), sources);
        }
        None => {
            q.event_sources.remove(&key);
        }
    });
}

/// Which report of a source the breakdown shows.
fn report_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let question = &look.state.question;
    let Some(key) = question.event.clone() else { return };
    let current = question.picked_report.clone().filter(|(picked, _)| *picked == key);
    if let Some(picked) = pick(ui, look, "report", &lists.reports, &current) {
        look.ask(|question| question.picked_report = picked);
    }
}

/// The date control: the latest figures, or any day on which one became known; with steps to the day before and after.
fn known_ui(ui: &mut Ui, look: &Look, lists: &Lists) {
    let current = look.state.question.as_known_on;
    let days = &lists.days;
    let picked = pick(ui, look, "known", &lists.known, &current);
    let mut step = None;
    ui.horizontal(|ui| {
        let before = current.map_or(days.last(), |day| days.range(..day).next_back()).copied();
        let after = current.and_then(|day| days.range(day..).find(|other| **other > day)).copied();
        let each = (ui.available_width() - 6.0) / 2.0;
        let button = |key: &str| {
            Button::new(look.text(&look.say(key), 12.0, Weight::Regular, Tone::Ink)).min_size(vec2(each, 24.0))
        };
        if ui.add_enabled(before.is_some(), button("known-earlier")).clicked() {
            step = Some(before);
        }
        if ui.add_enabled(current.is_some(), button("known-later")).clicked() {
            step = Some(after);
        }
    });
    typed_date_ui(ui, look);
    if let Some(day) = step.or(picked) {
        look.ask(|question| question.as_known_on = day);
    }
}

/// A day typed as `2026-01-14`.
fn typed_date_ui(ui: &mut Ui, look: &Look) {
    let id = ui.scope_id().with("typed-date");
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let hint = look.say("known-hint");
    let field = eframe::egui::TextEdit::singleline(&mut text).hint_text(hint).desired_width(ui.available_width());
    let response = ui.add(field);
    super::text::name_field(&response, &look.say("known"), &text);
    let day = text.trim().parse::<When>().ok().and_then(When::single_day);
    if let (true, Some(day)) = (response.lost_focus(), day) {
        look.ask(|question| question.as_known_on = Some(day));
        text.clear();
    } else if !response.has_focus() && day.is_none() && !text.trim().is_empty() {
        ui.label(look.text(&look.say("known-wrong"), 11.0, Weight::Regular, Tone::Error));
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}
