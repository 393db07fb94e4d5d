//! What each period added, as a lane of bars for each source, or for each event where several are shown. A number that
//! covers several periods is one wide bar as high as its share of each of them, so that its area is honest, and says the
//! whole number: nobody knows how it was spread over the days.

use super::crowd::split_off_smallest;
use super::looks::{PLAIN, line_look};
use super::period_lane::{BarInk, BarWords, Owner, PeriodBar, PeriodLane};
use super::timeline::{Drawing, source_places};
use super::tracks::{self, MOST_SAID};
use crate::analysis::{Added, EventTimeline, Flow, Scale, Series, Timeline, period_of};
use crate::model::{PartialDate, Stated};
use crate::text::{self, DateStyle, Locale, names, quantity, span, whole};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// As many lanes are readable under each other; the last one is that of all others.
const MOST_LANES: usize = 12;

/// A lane on its way to the chart.
struct Line {
    name: (String, String),
    /// What it shares its hue with: its event, or its source.
    subject: usize,
    owner: Owner,
    bars: Vec<(PeriodBar, Option<BarWords>)>,
    stands: bool,
    chosen: bool,
}

/// The lanes in the order of events and sources, what stands first; and whether other sources of events are left out.
pub(super) fn lanes(timeline: &Timeline, drawing: Drawing) -> (Vec<PeriodLane>, bool) {
    let all = || timeline.events.iter().flat_map(|event| &event.series);
    let is_said = all().map(|series| series.added.len()).sum::<usize>() <= MOST_SAID;
    let (mut lines, mut left_out) = (Vec::new(), false);
    for (place, event) in timeline.events.iter().enumerate() {
        let stands = event.series.iter().any(|series| series.stands);
        for (series, source) in event.series.iter().zip(source_places(event)) {
            let bars = bars(event, series, is_said, drawing);
            // Of several events each is shown by what stands for it.
            let shown = !drawing.several || !stands || series.stands;
            left_out |= !shown && !bars.is_empty();
            if !shown || bars.is_empty() {
                continue;
            }
            let name = tracks::name(event, series, drawing);
            let key = series.key(&event.event.key(), &drawing.question.measure, 0);
            let owner = Owner { name: owner_name(event, series, drawing), key };
            let subject = if drawing.several { place } else { source };
            let chosen = drawing.is_chosen(event);
            lines.push(Line { name, subject, owner, bars, stands: series.stands, chosen });
        }
    }
    let most = if lines.len() > MOST_LANES { MOST_LANES - 1 } else { MOST_LANES };
    let tallest = |line: &Line| line.bars.iter().map(|(bar, _)| bar.height).fold(0.0, f64::max);
    let rest = split_off_smallest(&mut lines, most, |line| (line.stands && line.chosen, line.stands, tallest(line)));
    let subjects: BTreeSet<usize> = lines.iter().map(|line| line.subject).collect();
    let of_one = lines.into_iter().map(|line| {
        let (name, small) = line.name;
        let tone = line_look(subjects.range(..line.subject).count()).tone;
        PeriodLane::new((name, small, tone), vec![line.owner], line.bars)
    });
    (of_one.chain(others(rest, drawing.locale)).collect(), left_out)
}

/// All that find no lane of their own, in one: its outline is the tallest of each day.
fn others(lines: Vec<Line>, locale: &Locale) -> Option<PeriodLane> {
    if lines.is_empty() {
        return None;
    }
    let name = locale.say_with("timeline-other-lanes", &[("count", lines.len().into())]);
    let (mut owners, mut bars) = (Vec::new(), Vec::new());
    for (owner, line) in (0_u32..).zip(lines) {
        owners.push(line.owner);
        // Bars of several owners over each other are told apart by nothing but their height.
        let ink = |ink| if ink == BarInk::Correction { ink } else { BarInk::Solid };
        let plain = |bar: PeriodBar| PeriodBar { owner, ink: ink(bar.ink), ..bar };
        bars.extend(line.bars.into_iter().map(|(bar, words)| (plain(bar), words)));
    }
    let small = locale.say("timeline-other-lanes-tallest");
    Some(PeriodLane::new((name, small, PLAIN.tone), owners, bars))
}

/// Who counted, and of which event where several are shown.
fn owner_name(event: &EventTimeline, series: &Series, drawing: Drawing) -> String {
    let source = names::source_short(event.event.dataset, series.source, drawing.locale);
    let event = names::event_short(event.event.event, drawing.locale);
    if drawing.several { super::words::group(event, &[&source], drawing.locale) } else { source }
}

fn bars(event: &EventTimeline, series: &Series, is_said: bool, drawing: Drawing) -> Vec<(PeriodBar, Option<BarWords>)> {
    // A logarithmic axis has no place for what is not more than zero.
    let fits = |added: &&Added| drawing.question.scale == Scale::Linear || added.number > 0;
    let owner = owner_name(event, series, drawing);
    let bar = |added: &Added| {
        let (first, last) = stretch(added, drawing.question.flow);
        let (from, to) = (drawing.place(event, first)?, drawing.place(event, last)?);
        let count = periods(added, drawing.question.flow);
        let ink = match added.number {
            ..0 => BarInk::Correction,
            _ if count > 1.0 => BarInk::Light,
            _ => BarInk::Solid,
        };
        let number = added.number as f64;
        let words =
            is_said.then(|| BarWords { label: label(added, ink, drawing), hover: hover(added, &owner, drawing) });
        let (height, inexact, report) = (number / count, added.inexact, added.report);
        let range = range(added).map_or((height, height), |(low, high)| (low / count, high / count));
        Some((
            PeriodBar { from: from - 0.5, to: to + 0.5, height, range, number, ink, inexact, owner: 0, report },
            words,
        ))
    };
    series.added.iter().filter(fits).filter_map(bar).collect()
}

/// The days over which it is drawn: what rows of one week or month add up to is of all of it.
fn stretch(added: &Added, flow: Flow) -> (Date, Date) {
    let (first, last) = period_of(added.from, flow);
    if added.reported && added.to <= last { (first, last) } else { (added.from, added.to) }
}

/// The low and high end of what is stated as a range.
fn range(added: &Added) -> Option<(f64, f64)> {
    let stated = added.stated.filter(|stated| matches!(stated, Stated::Range { .. }))?;
    Some((stated.lowest()? as f64, stated.highest()? as f64))
}

/// How many periods a number covers.
fn periods(added: &Added, flow: Flow) -> f64 {
    let days = f64::from((added.to - added.from).get_days() + 1);
    match flow {
        Flow::SoFar | Flow::PerDay => days,
        Flow::PerWeek => (days / 7.0).round(),
        Flow::PerMonth => {
            let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
            f64::from(months(added.to) - months(added.from) + 1)
        }
    }
    .max(1.0)
}

fn hover(added: &Added, owner: &str, drawing: Drawing) -> String {
    let locale = drawing.locale;
    let count = periods(added, drawing.question.flow);
    let days = span(PartialDate::day(added.from), PartialDate::day(added.to), DateStyle::Short, locale);
    let key = match (added.number < 0, added.reported) {
        (true, _) => "timeline-correction",
        (_, true) => "timeline-reported",
        _ => "timeline-added",
    };
    let mut text = locale.say_with(key, &[("count", size(added, locale).into()), ("days", days.into())]);
    if count > 1.0 {
        let each = quantity(crate::model::Quantity::exact((added.number as f64 / count).abs()));
        text = format!("{text}\n{}", locale.say_with("timeline-average", &[("count", each.into())]));
    }
    format!("{text}\n{owner}")
}

/// How many, with a sign where that is approximate, or as it is stated.
fn size(added: &Added, locale: &Locale) -> String {
    if let Some(stated) = added.stated {
        return text::label(stated.rounded(), locale);
    }
    let size = whole(added.number.unsigned_abs());
    if added.inexact { format!("≈ {size}") } else { size }
}

fn label(added: &Added, ink: BarInk, drawing: Drawing) -> String {
    let locale = drawing.locale;
    let days = (added.to - added.from).get_days() + 1;
    match ink {
        BarInk::Correction => {
            let count = whole(added.number.unsigned_abs());
            locale.say_with("timeline-correction-short", &[("count", count.into())])
        }
        BarInk::Light => {
            locale.say_with("timeline-several-days", &[("count", size(added, locale).into()), ("days", days.into())])
        }
        BarInk::Solid => size(added, locale),
    }
}

/// A lane for readers who cannot see it.
pub(super) fn in_words(lane: &PeriodLane, locale: &Locale) -> String {
    let tallest = lane.extremes.highest(0, lane.bars.len());
    let tallest = tallest.map_or_else(String::new, |index| match lane.words.get(index) {
        Some(words) => words.label.clone(),
        None => quantity(crate::model::Quantity::exact(lane.bars[index].number)),
    });
    let arguments =
        [("name", lane.name.clone().into()), ("count", lane.bars.len().into()), ("tallest", tallest.into())];
    locale.say_with("timeline-lane-in-words", &arguments)
}
