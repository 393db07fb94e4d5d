//! The names of days under a timeline: days, months or years, as many as there is room for, and the event's day below.

use super::TICK_SIZE;
use super::text::{Align, Pen};
use super::time::Field;
use crate::chart::palette::Tone;
use crate::chart::placed::{Dash, Place, Rect};
use crate::chart::time_plot::{DayOne, NUMBER, TimeAxis, TimePlot};
use crate::text::{Weight, tick};
use jiff::civil::Date;

/// No two names start closer than this.
const APART: f64 = 76.0;
const APART_NUMBERS: f64 = 52.0;

/// A named day: its place, its name, and what stands below.
struct Named {
    at: f64,
    text: String,
    below: String,
}

pub(super) fn place(pen: &mut Pen, body: &TimePlot, field: &Field, inner: Rect) {
    let plot = field.plot;
    let (mut named, title) = match &body.time {
        TimeAxis::Days { title } => (numbers(field), title.as_str()),
        TimeAxis::Calendar { months, day_one, day } => (dates(field, months, *day_one, day), ""),
    };
    // Beyond the last day there is room for names of lines, but there are no days to name.
    let last = named.iter().position(|tick| tick.at >= body.days.1);
    named.truncate(last.map_or(named.len(), |last| last + 1));
    let line = pen.height(TICK_SIZE, Weight::Regular);
    let style = (Weight::Regular, Tone::Muted);
    let mut free_from = f32::NEG_INFINITY;
    for Named { at, text, below } in &named {
        let x = field.x(*at);
        pen.stroke(&[(x, plot.bottom()), (x, plot.bottom() + 4.0)], 1.0, Dash::Solid, Tone::Muted, Place::Frame);
        let wide = pen.width(text, TICK_SIZE, Weight::Regular).max(pen.width(below, 10.0, Weight::Regular));
        // The first name, which has the year, may stand a little to the right of its day rather than be left out.
        let left = (x - wide / 2.0).max(inner.x);
        if left < free_from || left > x || left + wide > inner.right() + 8.0 {
            continue;
        }
        let middle = left + wide / 2.0;
        pen.line(text, (middle, plot.bottom() + 5.0), TICK_SIZE, style, Align::Middle, Place::Frame);
        pen.line(below, (middle, plot.bottom() + 5.0 + line), 10.0, style, Align::Middle, Place::Frame);
        free_from = left + wide + 6.0;
    }
    let middle = (plot.x + plot.width / 2.0, plot.bottom() + 5.0 + line);
    pen.line(title, middle, TICK_SIZE, style, Align::Middle, Place::Frame);
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.max(1.0).log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|step| *step >= least).unwrap_or(power * 10.0)
}

fn per_point(field: &Field) -> f64 {
    (field.days.1 - field.days.0) / f64::from(field.plot.width.max(1.0))
}

/// Days by their numbers: 1, then whole steps.
fn numbers(field: &Field) -> Vec<Named> {
    let step = round_step(per_point(field) * APART_NUMBERS);
    let mut at = (field.days.0 / step).floor() * step;
    let mut named = Vec::new();
    while at <= field.days.1 && named.len() < 200 {
        // There is no day 0: the first day is day 1.
        let day = if at.abs() < 0.5 { 1.0 } else { at };
        if day >= field.days.0 {
            let text = if day < 0.0 { format!("−{}", tick(-day)) } else { tick(day) };
            named.push(Named { at: day, text, below: String::new() });
        }
        at += step;
    }
    named.dedup_by(|b, a| (b.at - a.at).abs() < 1e-9);
    named
}

fn date_of(day: f64) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "days of the calendar")]
    let days = day.round() as i32;
    Date::constant(1970, 1, 1).checked_add(jiff::ToSpan::days(days)).ok()
}

fn day_of(date: Date) -> f64 {
    f64::from((date - Date::constant(1970, 1, 1)).get_days())
}

fn dates(field: &Field, months: &[String], day_one: DayOne, day: &str) -> Vec<Named> {
    let apart = per_point(field) * APART;
    let (Some(start), Some(end)) = (date_of(field.days.0.ceil()), date_of(field.days.1.floor())) else {
        return Vec::new();
    };
    let below = |at: f64| match day_one {
        DayOne::After(before) if at > before => day.replace(NUMBER, &tick(at - before)),
        _ => String::new(),
    };
    let month = |date: Date| months.get(usize::try_from(date.month() - 1).unwrap_or(0)).cloned().unwrap_or_default();
    let mut ticks: Vec<Named> = Vec::new();
    let mut year = None;
    if apart <= 20.0 {
        let step = round_step(apart);
        // Counted from the event's first day, so that the days below are 1, 11, 21.
        let anchor = if let DayOne::After(before) = day_one { before + 1.0 } else { 0.0 };
        let mut at = anchor + ((field.days.0 - anchor) / step).ceil() * step;
        while at <= field.days.1 && ticks.len() < 200 {
            let Some(date) = date_of(at) else { break };
            let text = if year == Some(date.year()) {
                format!("{} {}", date.day(), month(date))
            } else {
                format!("{} {} {}", date.day(), month(date), date.year())
            };
            year = Some(date.year());
            ticks.push(Named { at, text, below: below(at) });
            at += step;
        }
        return ticks;
    }
    let steps: &[i32] = &[1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];
    let step = steps.iter().copied().find(|months| f64::from(*months) * 30.4 >= apart).unwrap_or(12_000);
    let of = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    let mut at = of(start).div_euclid(step) * step;
    while at <= of(end) && ticks.len() < 200 {
        let (Ok(of_year), Ok(of_month)) = (i16::try_from(at.div_euclid(12)), i8::try_from(at.rem_euclid(12) + 1))
        else {
            break;
        };
        at += step;
        let Ok(date) = Date::new(of_year, of_month, 1) else { continue };
        if day_of(date) < field.days.0 {
            continue;
        }
        let text = match (step >= 12, year == Some(of_year)) {
            (true, _) => of_year.to_string(),
            (_, true) => month(date),
            _ => format!("{} {of_year}", month(date)),
        };
        year = Some(of_year);
        let place = day_of(date);
        ticks.push(Named { at: place, text, below: if step < 12 { below(place) } else { String::new() } });
    }
    ticks
}
