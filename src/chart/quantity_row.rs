//! A row whose number in the unit is a result with bounds of its own: a rate or a multiple of what is not one number.

use super::figure::{Dot, End, Fill, Row, Target, ValueLabel};
use super::palette::Tone;
use super::rows::{Drawing, plain_bar, whole_tone};
use super::words;
use crate::analysis::{BreakdownRow, Scale};
use crate::model::{Interval, Quantity, Sign};

/// The row of a total whose number in the unit is not simply its own by one number: drawn as what it may be.
pub(super) fn quantity_row(broken: &BreakdownRow, value: Quantity, drawing: Drawing) -> Row {
    let locale = drawing.locale;
    let (dataset, total) = (broken.event.dataset, &broken.total);
    let target = Target::Count(broken.key.clone());
    let mut row = words::row(target.clone(), dataset, total, locale);
    let hover = words::hover(&broken.event, total, None, locale);
    let (tone, fill) = match whole_tone(&broken.event, total.count.coverage.as_deref()) {
        (tone, Fill::Hatched) if !total.count.parts.is_empty() => (tone, Fill::Solid),
        other => other,
    };
    let Interval { low, high, .. } = value.interval;
    let sign = value.sign();
    let (from_zero, at) = match sign {
        Sign::AsStated | Sign::Unbounded => (Some(fill), value.stated),
        Sign::AtLeast | Sign::MoreThan | Sign::Between => (Some(fill), low),
        Sign::UpTo | Sign::LessThan => (Some(Fill::Outline), high),
    };
    row.end = match sign {
        Sign::AsStated if value.approximate => End::Soft,
        Sign::AsStated | Sign::UpTo | Sign::LessThan => End::Closed,
        Sign::AtLeast | Sign::MoreThan => End::Open,
        Sign::Between => End::Range { low, best: None, high },
        Sign::Unbounded => End::Unbounded,
    };
    let reach = if sign == Sign::Between { high } else { at };
    let dotted = drawing.scale == Scale::Log;
    if dotted && at <= 0.0 {
        row.remark = Some(locale.say("chart-zero-on-log"));
        return row;
    }
    row.end_tone = if dotted { Tone::Accent } else { tone };
    if dotted {
        let span = match sign {
            Sign::Between => Some((low, high)),
            Sign::UpTo | Sign::LessThan => Some((0.0, high)),
            _ => None,
        };
        let filled = !matches!(sign, Sign::Between | Sign::UpTo | Sign::LessThan);
        let dot = |at, span| Dot { at, filled, tone: Tone::Accent, span, target: target.clone(), hover: hover.clone() };
        row.dots.push(dot(at, span));
        row.dots.extend((sign == Sign::Between).then(|| dot(high, None)));
    } else {
        let bar = |from, to, fill, tone| plain_bar(&target, &hover, (from, to), (fill, tone));
        row.bars.extend(from_zero.map(|fill| bar(0.0, at, fill, tone)));
        if sign == Sign::Between {
            row.bars.push(bar(low, high, Fill::Light, if fill == Fill::Solid { tone } else { Tone::Range }));
        }
    }
    let text = super::units::number(total.stated(), value, drawing.unit, locale);
    row.value = Some(ValueLabel { at: reach, text });
    row
}
