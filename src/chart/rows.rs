//! One total as a row: which ink its number and its parts get.

use super::figure::{Bar, Bracket, Callout, Dot, End, Fill, Pending, Row, Swatch, Target, ValueLabel};
use super::palette::Tone;
use super::{strip, words};
use crate::analysis::{BreakdownRow, Inside, OpenEvent, Scale, Segment, Unit};
use crate::model::{Coverage, Dataset, Id, Relation, Stated, Who};
use crate::text::{Locale, label, list, names, percent, whole};

/// Takes the source off rows that all have the same one, and gives it; where they have no date either, nobody needs to
/// read that in each of them.
pub(super) fn common_source(rows: &mut [Row], locale: &Locale) -> Option<String> {
    let [first, others @ ..] = &*rows else { return None };
    let source = first.source.clone();
    if others.is_empty() || source.is_empty() || others.iter().any(|row| row.source != source) {
        return None;
    }
    let no_date = locale.say("date-missing");
    let is_undated = rows.iter().all(|row| row.sublabel == no_date);
    for row in rows {
        row.source.clear();
        if is_undated {
            row.sublabel.clear();
        }
    }
    Some(source)
}

/// How rows are drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'a> {
    /// Bars or dots.
    pub scale: Scale,
    /// What the axis counts.
    pub unit: Unit,
    /// What every number is divided by: 1, or the days of the count.
    pub divisor: f64,
    /// Whether shares stand beside the parts' numbers.
    pub shares: bool,
    /// The words.
    pub locale: &'a Locale,
}

/// The colour of a category: its place among those of all open files, so that it stays the same in every view.
pub(super) fn category_tone(event: &OpenEvent, id: &Id) -> Tone {
    event.category_index(id).map_or(Tone::Neutral, Tone::Category)
}

/// The row of one total, without name and margin.
pub(super) fn row(broken: &BreakdownRow, drawing: Drawing) -> Row {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let total = &broken.total;
    let target = Target::Count(broken.key.clone());
    let mut row = words::row(target.clone(), dataset, total, locale);
    match drawing.scale {
        Scale::Linear => fill_bars(&mut row, broken, drawing),
        Scale::Log => fill_dots(&mut row, broken, drawing),
    }
    row.pending = broken.pending.and_then(|pending| {
        let to = scaled(pending.number()?, drawing);
        let text = locale.say_with("chart-pending", &[("count", label(pending, locale).into())]);
        Some(Pending { to, text, target })
    });
    row
}

pub(super) fn scaled(n: u64, drawing: Drawing) -> f64 {
    let n = n as f64;
    n / drawing.divisor
}

/// The tone of a total without parts: its category's where it covers one only, else that of what is not broken down.
pub(super) fn whole_tone(event: &OpenEvent, coverage: Option<&Coverage>) -> (Tone, Fill) {
    match coverage.and_then(|coverage| coverage.who.as_ref()) {
        Some(Who::Categories(ids)) if ids.len() == 1 => (category_tone(event, &ids[0]), Fill::Solid),
        _ => (Tone::NeutralLine, Fill::Hatched),
    }
}

/// A stretch of a bar that carries no text.
pub(super) fn plain_bar(target: &Target, hover: &str, (from, to): (f64, f64), (fill, tone): (Fill, Tone)) -> Bar {
    Bar { from, to, fill, tone, labels: Vec::new(), target: target.clone(), hover: hover.to_owned() }
}

fn fill_bars(row: &mut Row, broken: &BreakdownRow, drawing: Drawing) {
    let locale = drawing.locale;
    let total = &broken.total;
    let hover = words::hover(&broken.event, total, None, locale);
    let (tone, fill) = whole_tone(&broken.event, total.count.coverage.as_deref());
    let target = row.target.clone();
    let bar = |from, to, fill, tone| plain_bar(&target, &hover, (from, to), (fill, tone));
    let number = total.stated().number().map(|n| scaled(n, drawing));
    let parts_end = broken.segments.last().map_or(0.0, |segment| scaled(segment.to, drawing));
    for segment in &broken.segments {
        row.bars.push(segment_bar(broken, segment, drawing));
    }
    if let (Some(residual), false) = (broken.residual, broken.segments.is_empty()) {
        let to = parts_end + scaled(residual, drawing);
        let text = locale.say_with("chart-not-broken-down", &[("count", whole(residual).into())]);
        let labels = vec![text, whole(residual)];
        row.bars.push(Bar { labels, ..bar(parts_end, to, Fill::Hatched, Tone::NeutralLine) });
    }
    let whole_bar = row.bars.is_empty();
    row.end_tone = if whole_bar { tone } else { row.bars.last().map_or(tone, |bar| bar.tone) };
    let mut reach = number.unwrap_or(0.0).max(parts_end);
    match total.stated() {
        Stated::Range { low, best, high } => {
            let place = |n: u64| scaled(n, drawing);
            let ends = [low, best, high].map(|n| n.map(place));
            let least = ends.iter().flatten().copied().fold(f64::INFINITY, f64::min);
            let most = ends.iter().flatten().copied().fold(0.0, f64::max);
            if whole_bar && low.is_some() {
                row.bars.push(bar(0.0, least, fill, tone));
            }
            let drawn = row.bars.last().map_or(0.0, |bar| bar.to);
            let start = if whole_bar { low.map_or(0.0, |_| least) } else { drawn.max(least) };
            if most > start {
                row.bars.push(bar(start, most, Fill::Light, if fill == Fill::Solid { tone } else { Tone::Range }));
            }
            row.end = End::Range { low: least, best: ends[1], high: most };
            reach = reach.max(most);
        }
        Stated::UpTo(_) if whole_bar => row.bars.push(bar(0.0, reach, Fill::Outline, tone)),
        Stated::Unknown => {}
        stated => {
            if whole_bar {
                row.bars.push(bar(0.0, reach, fill, tone));
            }
            row.end = match stated {
                Stated::AtLeast(_) | Stated::MoreThan(_) => End::Open,
                Stated::About(_) => End::Soft,
                _ => End::Closed,
            };
        }
    }
    for inside in &broken.inside {
        row.brackets.push(bracket(broken, inside, true, drawing));
    }
    for unclear in &broken.unclear {
        row.brackets.push(bracket(broken, unclear, false, drawing));
    }
    row.value = value_label(broken, reach, drawing);
    if drawing.shares {
        row.strip.extend(broken.segments.iter().flat_map(|segment| strip::bars(broken, segment, drawing)));
        row.callouts = callouts(&row.bars, broken, drawing);
        row.callouts.extend(strip::callouts(&row.strip, row.bars.len()));
        row.covered = strip::covered(broken, locale);
    }
}

pub(super) fn segment_bar(broken: &BreakdownRow, segment: &Segment, drawing: Drawing) -> Bar {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let text = part_text(dataset, &segment.category, segment.stated, locale);
    let mut labels = vec![text.clone(), label(segment.stated, locale)];
    if let Some(stale) = &segment.stale {
        labels.insert(0, words::with_date(&text, stale, locale));
    } else if let (Some(share), true) = (segment.share, drawing.shares) {
        labels.insert(0, list(&[text, percent(share)], " · "));
    }
    Bar {
        from: scaled(segment.from, drawing),
        to: scaled(segment.to, drawing),
        fill: if segment.stale.is_some() { Fill::Faded } else { Fill::Solid },
        tone: category_tone(&broken.event, &segment.category),
        labels,
        target: Target::Count(segment.key.clone()),
        hover: words::hover_part(&broken.event, &broken.total, segment, locale),
    }
}

/// Number first, then who: `2,403 protesters`.
pub(super) fn part_text(dataset: &Dataset, category: &Id, stated: Stated, locale: &Locale) -> String {
    let who = names::category_inside(dataset, category, locale);
    locale.say_with("chart-part", &[("count", label(stated, locale).into()), ("who", who.into())])
}

/// What lies inside a bar beyond this has one line together.
pub(super) const MOST_BRACKETS: usize = 5;

/// Puts what lies inside a bar beyond its lines into the last of them, and says how many those are.
pub(super) fn fold_brackets(row: &mut Row, locale: &Locale) {
    if row.brackets.len() <= MOST_BRACKETS {
        return;
    }
    let more = row.brackets.split_off(MOST_BRACKETS - 1);
    let texts: Vec<&str> = more.iter().map(|bracket| bracket.text.as_str()).collect();
    let arguments = [("count", more.len().into()), ("names", list(&texts, " · ").into())];
    let text = locale.say_with("chart-more-inside", &arguments);
    let hovers: Vec<&str> = more.iter().map(|bracket| bracket.hover.as_str()).collect();
    let hover = hovers.join("\n\n");
    row.brackets.push(Bracket { span: None, text, hover, tone: Tone::Muted, target: row.target.clone() });
}

fn bracket(broken: &BreakdownRow, inside: &Inside, surely: bool, drawing: Drawing) -> Bracket {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let who = names::category_inside(dataset, &inside.category, locale);
    let key = if surely { "chart-of-which" } else { "chart-unclear" };
    let mut text = locale.say_with(key, &[("who", who.into()), ("count", label(inside.stated, locale).into())]);
    if let Some(stale) = &inside.stale {
        text = words::with_date(&text, stale, locale);
    }
    let span = inside.stated.number().filter(|_| surely).map(|n| {
        let from = scaled(inside.from, drawing);
        (from, from + scaled(n, drawing))
    });
    let relation = if surely { Relation::OfWhich } else { Relation::Unclear };
    let mut hover =
        words::hover(&broken.event, &broken.total, Some((relation, &inside.category, inside.stated)), locale);
    words::add_age(&mut hover, inside.stale.as_ref(), locale);
    let tone = if surely { category_tone(&broken.event, &inside.category) } else { Tone::Muted };
    Bracket { span, text, tone, target: Target::Count(inside.key.clone()), hover }
}

fn callouts(bars: &[Bar], broken: &BreakdownRow, drawing: Drawing) -> Vec<Callout> {
    let parts = broken.segments.len();
    let residual_share = || {
        // What parts of another date leave over is no share of anything.
        let one_date = broken.segments.iter().all(|segment| segment.stale.is_none());
        let total = broken.total.stated().number().filter(|total| *total > 0 && one_date)?;
        let part = crate::model::Quantity::of(Stated::Exact(broken.residual?))?;
        part.over(crate::model::Quantity::of(Stated::Exact(total))?)
    };
    bars.iter()
        .enumerate()
        .filter(|(_, bar)| !bar.labels.is_empty())
        .map(|(index, bar)| {
            let mut text = bar.labels.first().cloned().unwrap_or_default();
            if let (true, Some(share)) = (index >= parts && drawing.shares, residual_share()) {
                text = list(&[text, percent(share)], " · ");
            }
            Callout { swatch: Swatch::Area(bar.fill, bar.tone), text, bar: index }
        })
        .collect()
}

fn value_label(broken: &BreakdownRow, reach: f64, drawing: Drawing) -> Option<ValueLabel> {
    let locale = drawing.locale;
    let stated = broken.total.stated();
    let text = match crate::model::Quantity::of(stated) {
        None => locale.say("chart-total-not-stated"),
        Some(total) => {
            let value = total.over(crate::model::Quantity::exact(drawing.divisor))?;
            super::units::number(stated, value, drawing.unit, locale)
        }
    };
    Some(ValueLabel { at: reach, text })
}

fn fill_dots(row: &mut Row, broken: &BreakdownRow, drawing: Drawing) {
    let locale = drawing.locale;
    let total = &broken.total;
    let stated = total.stated();
    let Some(at) = stated.number().map(|n| scaled(n, drawing)) else {
        row.remark = Some(locale.say("chart-total-not-stated"));
        return;
    };
    if at <= 0.0 {
        row.remark = Some(locale.say("chart-zero-on-log"));
        return;
    }
    // One tone for all dots: a dot has no parts, and its size says nothing.
    let tone = Tone::Accent;
    let place = |n: u64| scaled(n, drawing);
    let (mut span, mut reach) = (None, at);
    match stated {
        Stated::Range { low, best, high } => {
            let ends = [low, best, high];
            let least = ends.into_iter().flatten().min().map_or(at, place);
            let most = ends.into_iter().flatten().max().map_or(at, place);
            span = Some((least, most));
            reach = most;
            row.end = End::Range { low: least, best: best.map(place), high: most };
        }
        Stated::UpTo(_) => span = Some((0.0, at)),
        Stated::AtLeast(_) | Stated::MoreThan(_) => row.end = End::Open,
        Stated::About(_) => row.end = End::Soft,
        Stated::Exact(_) | Stated::Unknown => {}
    }
    row.end_tone = tone;
    let hover = words::hover(&broken.event, total, None, locale);
    // A range without a best number has no number of its own: its line says it all.
    if !matches!(stated, Stated::Range { best: None, .. }) {
        let filled = !matches!(stated, Stated::UpTo(_));
        row.dots.push(Dot { at, filled, tone, span, target: row.target.clone(), hover });
    } else if let Some((low, high)) = span {
        for (at, span) in [(low, span), (high, None)] {
            row.dots.push(Dot { at, filled: false, tone, span, target: row.target.clone(), hover: hover.clone() });
        }
    }
    row.value = value_label(broken, reach, drawing);
}
