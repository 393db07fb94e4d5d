//! The parts of a part, and how much of a count is broken down: what the strip under a bar shows and says.

use super::figure::{Bar, Callout, Fill, Swatch, Target};
use super::palette::Tone;
use super::rows::{Drawing, part_text, scaled, segment_bar};
use super::words;
use crate::analysis::{BreakdownRow, Covered, Segment};
use crate::text::{Locale, label, list, names, percent, whole};

/// The parts of one part inside its stretch, with what they leave over; nothing where they are more than it.
pub(super) fn bars(broken: &BreakdownRow, holder: &Segment, drawing: Drawing) -> Vec<Bar> {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let end = holder.parts.last().map_or(holder.from, |part| part.to);
    if holder.parts.is_empty() || end > holder.to {
        return Vec::new();
    }
    let who = names::category_inside(dataset, &holder.category, locale);
    let mut bars: Vec<Bar> = holder
        .parts
        .iter()
        .map(|part| {
            let mut bar = segment_bar(broken, part, drawing);
            if let (Some(share), None) = (part.share, &part.stale) {
                let text = part_text(dataset, &part.category, part.stated, locale);
                let share = [("share", percent(share).into()), ("who", who.clone().into())];
                bar.labels =
                    vec![list(&[text, locale.say_with("chart-part-of", &share)], " · "), label(part.stated, locale)];
            }
            bar
        })
        .collect();
    if let Some(residual) = holder.residual {
        let text =
            locale.say_with("chart-not-broken-down-of", &[("count", whole(residual).into()), ("who", who.into())]);
        bars.push(Bar {
            from: scaled(end, drawing),
            to: scaled(holder.to, drawing),
            fill: Fill::Hatched,
            tone: Tone::NeutralLine,
            labels: vec![text.clone(), whole(residual)],
            target: Target::Count(holder.key.clone()),
            hover: text,
        });
    }
    bars
}

/// What the strip's bars say under it; they are too thin to carry texts. `first` is the number of the row's own bars.
pub(super) fn callouts(strip: &[Bar], first: usize) -> impl Iterator<Item = Callout> {
    strip.iter().enumerate().filter_map(move |(index, bar)| {
        let text = bar.labels.first()?.clone();
        Some(Callout { swatch: Swatch::Area(bar.fill, bar.tone), text, bar: first + index })
    })
}

/// How much of the total is broken down, and of each part that has parts; empty where all is or nothing.
pub(super) fn covered(broken: &BreakdownRow, locale: &Locale) -> String {
    let whole = broken.covered.as_ref().and_then(|covered| sentence(covered, "", None, locale));
    let of_part = |segment: &Segment| {
        let who = names::category(broken.event.dataset, &segment.category, locale);
        let form = if whole.is_some() { "-of-too" } else { "-of" };
        sentence(segment.covered.as_ref()?, form, Some(names::inside(who)), locale)
    };
    let said: Vec<String> = whole.iter().cloned().chain(broken.segments.iter().filter_map(of_part)).collect();
    list(&said, " · ")
}

fn sentence(covered: &Covered, form: &str, who: Option<String>, locale: &Locale) -> Option<String> {
    let share = percent(covered.share?);
    let mut arguments = vec![
        ("parts", label(covered.parts, locale).into()),
        ("total", label(covered.of, locale).into()),
        ("share", share.into()),
    ];
    let age = if covered.since.is_some() { "-then" } else { "" };
    arguments.extend(who.map(|who| ("who", who.into())));
    arguments.extend(covered.since.map(|since| ("date", words::short_date(Some(since), locale).into())));
    Some(locale.say_with(&format!("chart-covered{form}{age}"), &arguments))
}
