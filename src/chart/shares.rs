//! A row of shares: the parts of one total in percent of the people counted. What is of another date, or of a total that is
//! not one number, has no share; what is not broken down stays hatched and is never spread over the parts.

use super::figure::{Bar, Bracket, Dot, Fill, Row, Target, ValueLabel};
use super::palette::Tone;
use super::rows::{Drawing, category_tone, whole_tone};
use super::words;
use crate::analysis::{BreakdownRow, Inside, Scale, Segment, Unformed, share};
use crate::model::{Relation, Stated};
use crate::text::{label, list, names, percent, sentences};

/// The shares of a total's parts, or why there are none.
pub(super) fn share_row(broken: &BreakdownRow, drawing: Drawing) -> Result<Row, Unformed> {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let stated = broken.total.stated();
    let total = match (stated, stated.number()) {
        (Stated::UpTo(_) | Stated::Range { high: Some(_), .. }, _) => return Err(Unformed::TotalNotOneNumber),
        (_, None) => return Err(Unformed::TotalNotStated),
        (_, Some(0)) => return Err(Unformed::TotalZero),
        (_, Some(total)) => total,
    };
    if broken.beyond {
        return Err(Unformed::PartsBeyondTotal);
    }
    let target = Target::Count(broken.key.clone());
    let mut row = words::row(target.clone(), dataset, &broken.total, locale);
    let mut at = 0.0;
    for segment in &broken.segments {
        let Some(percent) = segment.share.map(|share| share.stated * 100.0) else { continue };
        row.bars.push(segment_bar(broken, segment, (at, at + percent), drawing));
        at += percent;
    }
    let hover = words::hover(&broken.event, &broken.total, None, locale);
    let rest = rest_label(broken, at, drawing);
    if let Some((labels, fill, tone)) = rest {
        row.bars.push(Bar { from: at, to: 100.0, fill, tone, labels, target, hover });
    }
    row.brackets = broken.inside.iter().filter_map(|inside| bracket(broken, inside, total, drawing)).collect();
    let stale: Vec<String> =
        broken.segments.iter().filter_map(|segment| stale_text(broken, segment, drawing)).collect();
    if !stale.is_empty() {
        let stale = locale.say_with("share-stale", &[("parts", list(&stale, ", ").into())]);
        row.sublabel = list(&[row.sublabel, stale], " · ");
    }
    let of = locale.say_with("share-of", &[("total", label(stated, locale).into())]);
    row.value = Some(ValueLabel { at: 100.0, text: of });
    if drawing.scale == Scale::Log {
        let dots = row.bars.drain(..).filter(|bar| bar.to > bar.from);
        row.dots = dots
            .map(|bar| Dot {
                at: bar.to - bar.from,
                filled: bar.fill == Fill::Solid,
                tone: bar.tone,
                span: None,
                target: bar.target,
                hover: bar.hover,
            })
            .collect();
        row.brackets.clear();
    }
    Ok(row)
}

/// What fills the bar up to all people counted: its texts, and its ink.
fn rest_label(broken: &BreakdownRow, at: f64, drawing: Drawing) -> Option<(Vec<String>, Fill, Tone)> {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let number = label(broken.total.stated(), locale);
    let (tone, fill) = whole_tone(&broken.event, broken.total.count.coverage.as_deref());
    if broken.segments.is_empty() && fill == Fill::Solid {
        let only = sentences::coverage_people(dataset, broken.total.count.coverage.as_deref(), locale);
        let text = locale.say_with("share-only", &[("count", number.clone().into()), ("who", only.into())]);
        return Some((vec![text, number], fill, tone));
    }
    if at >= 100.0 - 1e-6 {
        return None;
    }
    let rest = format!("{:.1} %", 100.0 - at);
    let stale = broken.segments.iter().any(|segment| segment.stale.is_some());
    let text = match (broken.residual, stale, broken.segments.is_empty()) {
        (_, _, true) => locale.say_with("chart-not-broken-down", &[("count", number.into())]),
        (Some(residual), false, _) => {
            let residual = crate::text::whole(residual);
            let text = locale.say_with("chart-not-broken-down", &[("count", residual.into())]);
            list(&[text, rest.clone()], " · ")
        }
        _ => locale.say_with("share-rest", &[("share", rest.clone().into())]),
    };
    Some((vec![text, rest], Fill::Hatched, Tone::NeutralLine))
}

fn segment_bar(broken: &BreakdownRow, segment: &Segment, (from, to): (f64, f64), drawing: Drawing) -> Bar {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let share = segment.share.map(percent).unwrap_or_default();
    let text = super::rows::part_text(dataset, &segment.category, segment.stated, locale);
    let hover =
        words::hover(&broken.event, &broken.total, Some((Relation::Part, &segment.category, segment.stated)), locale);
    Bar {
        from,
        to,
        fill: Fill::Solid,
        tone: category_tone(&broken.event, &segment.category),
        labels: vec![list(&[text, share.clone()], " · "), share.clone()],
        target: Target::Count(segment.key.clone()),
        hover: format!("{share}\n{hover}"),
    }
}

fn stale_text(broken: &BreakdownRow, segment: &Segment, drawing: Drawing) -> Option<String> {
    let when = words::short_date(Some(segment.stale.as_ref()?.since), drawing.locale);
    let who = names::category_inside(broken.event.dataset, &segment.category, drawing.locale);
    Some(words::group(&who, &[when], drawing.locale))
}

/// A category inside the total or one of its parts, where that stands in its own place.
fn bracket(broken: &BreakdownRow, inside: &Inside, total: u64, drawing: Drawing) -> Option<Bracket> {
    let locale = drawing.locale;
    let dataset = broken.event.dataset;
    let share = share(inside.stated, broken.total.stated()).ok()?;
    if inside.stale.is_some() || broken.segments.iter().any(|segment| segment.share.is_none()) {
        return None;
    }
    let from = inside.from as f64 / total as f64 * 100.0;
    let who = names::category_inside(dataset, &inside.category, locale);
    let text =
        locale.say_with("chart-of-which", &[("who", who.into()), ("count", label(inside.stated, locale).into())]);
    let hover =
        words::hover(&broken.event, &broken.total, Some((Relation::OfWhich, &inside.category, inside.stated)), locale);
    Some(Bracket {
        span: Some((from, from + share.stated * 100.0)),
        text: list(&[text, percent(share)], " · "),
        tone: category_tone(&broken.event, &inside.category),
        target: Target::Count(inside.key.clone()),
        hover,
    })
}
