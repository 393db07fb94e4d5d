//! One event of a comparison as a row: its bar or dot in the unit asked for, or in its place why there is none; what its
//! number was divided by; its multiple at the right.

use super::figure::{Margin, OtherSource, Row, Target};
use super::quantity_row::quantity_row;
use super::rows::{Drawing, row};
use super::sources::Drawn;
use super::{shares, sources, units, words};
use crate::analysis::{
    Comparison, ComparisonRow, CountKey, Days, Likeness, Multiple, Question, Scale, SourceTotal, Unformed, Unit,
    break_down,
};
use crate::model::Sign;
use crate::text::{Locale, list, names, quantity, sentences};

/// The row of one event.
pub(super) fn compare_row(
    compared: &ComparisonRow,
    comparison: &Comparison,
    question: &Question,
    locale: &Locale,
) -> Row {
    let target = Target::Event(compared.event.key());
    let mut drawn = match compared.standing.total() {
        Some(total) => standing_row(compared, total, comparison, question, locale),
        None => Row {
            remark: Some(locale.say("compare-choose-source")),
            ..Row::new(target, String::new(), words::event_dates(compared.event.event, locale))
        },
    };
    names::event_short(compared.event.event, locale).clone_into(&mut drawn.label);
    drawn.pending = None;
    drawn.keep_one_bracket();
    let with = Drawn { compared, comparison, question, locale };
    let is_range = sources::add_sources(&mut drawn, with);
    if is_range {
        drawn.source.clear();
        drawn.sublabel = sources::range_sublabel(with);
    }
    // The sources of a range have days of their own.
    let divided = units::divided_by(compared, comparison, question.unit, locale);
    if let Some(divided) = divided.filter(|_| !(is_range && question.unit == Unit::PerDay)) {
        drawn.sublabel = list(&[drawn.sublabel, divided], " · ");
    }
    drawn.margin = margin(compared, locale);
    drawn
}

/// The row of one source's total.
pub(super) fn standing_row(
    compared: &ComparisonRow,
    total: &SourceTotal,
    comparison: &Comparison,
    question: &Question,
    locale: &Locale,
) -> Row {
    let yardstick = comparison.yardstick;
    let stands = compared.standing.total().is_some_and(|standing| standing.index == total.index);
    let rule = compared.standing.chosen.filter(|_| stands).map(|(_, rule)| rule);
    let broken = break_down(compared.event, total.clone(), rule, &question.measure, question.as_known_on);
    let drawing = Drawing { scale: question.scale, unit: question.unit, divisor: 1.0, shares: false, locale };
    let blank = |reason: Unformed| Row {
        remark: Some(reason.words(locale)),
        ..words::row(Target::Event(compared.event.key()), compared.event.dataset, total, locale)
    };
    if question.unit == Unit::Share {
        return shares::share_row(&broken, drawing).unwrap_or_else(blank);
    }
    let divisor = match yardstick.divisor(compared.event.event, Days::of(compared.event.event, total)) {
        Ok(divisor) => divisor,
        Err(reason) => return blank(reason),
    };
    // Parts stand on one scale with their total only where both are divided by one number.
    if divisor.sign() == Sign::AsStated && !divisor.approximate {
        return row(&broken, Drawing { divisor: divisor.stated, ..drawing });
    }
    match compared.value(total, yardstick) {
        Ok(value) => quantity_row(&broken, value, drawing),
        Err(reason) => blank(reason),
    }
}

/// Another source's number as a small mark.
pub(super) fn other_source(
    compared: &ComparisonRow,
    other: &SourceTotal,
    comparison: &Comparison,
    question: &Question,
    locale: &Locale,
) -> Option<OtherSource> {
    let value = compared.value(other, comparison.yardstick).ok()?;
    if question.scale == Scale::Log && value.stated <= 0.0 {
        return None;
    }
    let dataset = compared.event.dataset;
    let number = units::number(other.stated(), value, question.unit, locale);
    let text = list(&[names::source_short(dataset, other.source, locale), number], " ");
    let hover = words::hover(&compared.event, other, None, locale);
    Some(OtherSource { at: value.stated, text, target: Target::Count(total_key(compared, other, question)), hover })
}

/// The key of a source's total.
pub(super) fn total_key(compared: &ComparisonRow, total: &SourceTotal, question: &Question) -> CountKey {
    CountKey {
        event: compared.event.key(),
        report: total.index,
        measure: question.measure.clone(),
        categories: Vec::new(),
    }
}

/// The multiple, and below it what must be said with it: that it has no bound, the same people's multiple, or that other
/// people were counted.
fn margin(row: &ComparisonRow, locale: &Locale) -> Option<Margin> {
    let (ratio, likeness, like) = match &row.multiple {
        Multiple::None => return None,
        Multiple::Baseline => {
            return Some(Margin { text: locale.say("compare-baseline"), small: String::new() });
        }
        Multiple::Times { ratio, likeness, like } => (*ratio, *likeness, like),
    };
    let text = locale.say_with("compare-times", &[("ratio", quantity(ratio).into())]);
    let people = match (like, likeness) {
        (Some(like), _) => {
            let who = sentences::categories(row.event.dataset, &like.who, locale);
            locale.say_with("compare-like-short", &[("who", who.into()), ("ratio", quantity(like.ratio).into())])
        }
        (None, Likeness::Alike) => String::new(),
        (None, Likeness::Different) => locale.say("compare-who-different"),
        (None, Likeness::NotStated) => locale.say("compare-who-not-stated"),
    };
    let unbounded = if ratio.sign() == Sign::Unbounded { locale.say("not-bounded") } else { String::new() };
    let said: Vec<String> = [unbounded, people].into_iter().filter(|text| !text.is_empty()).collect();
    let small = said.join("; ");
    Some(Margin { text, small })
}
