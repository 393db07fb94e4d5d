//! The comparison as a figure: all ticked events on one axis, with multiples of the baseline and what differs in words.

use super::axis::Axis;
use super::figure::{Dot, Figure, Fill, Legend, Margin, OtherSource, Row, Swatch, Target};
use super::rows::{Drawing, row};
use super::{notes, words};
use crate::analysis::{
    Comparison, ComparisonRow, CountKey, Days, Likeness, Multiple, Question, Scale, SourceTotal, Unit, break_down,
    divisor,
};
use crate::model::Sign;
use crate::text::{Locale, label, list, names, quantity, sentences};
use indexmap::IndexMap;

/// Draws a comparison.
#[must_use]
pub fn compare_figure(comparison: &Comparison, question: &Question, locale: &Locale) -> Figure {
    let rows: Vec<Row> = comparison.rows.iter().map(|row| compare_row(row, question, locale)).collect();
    let axis_title = axis_title(comparison, question, locale);
    let axis = axis(&rows, question.scale, axis_title.clone());
    let title = match comparison.rows.as_slice() {
        [row] => names::event(row.event.event, locale).to_owned(),
        rows => words::files(rows.iter().map(|row| &row.event), locale),
    };
    let subtitle = locale.say_with(
        "compare-subtitle",
        &[
            ("measure", sentences::upper_first(&axis_title).into()),
            ("known", words::as_known_on(question.as_known_on, locale).into()),
        ],
    );
    let margin_heading = comparison.baseline.as_ref().map_or_else(String::new, |baseline| {
        let key = if question.unit == Unit::Total { "compare-multiple-of" } else { "compare-multiple-of-per-day" };
        locale.say_with(key, &[("event", names::event_short(baseline.event.event, locale).into())])
    });
    let empty =
        rows.is_empty().then(|| locale.say(if question.ticked.is_empty() { "empty-ticked" } else { "empty-measure" }));
    let legend = legend(comparison, &rows, question, locale);
    let notes = notes::of_comparison(comparison, question, locale);
    let scroll_hint = locale.say_with("chart-scroll", &[("count", rows.len().into())]);
    Figure { title, subtitle, legend, margin_heading, rows, axis, scroll_hint, notes, empty }
}

fn axis_title(comparison: &Comparison, question: &Question, locale: &Locale) -> String {
    let Some(row) = comparison.rows.first() else { return question.measure.as_str().replace('_', " ") };
    let people = names::people(row.event.dataset, &question.measure, locale);
    match question.unit {
        Unit::Total => people,
        Unit::PerDay => locale.say_with("unit-per-day", &[("people", people.into())]),
    }
}

/// Every number of a row that the axis has to hold.
pub(super) fn numbers(row: &Row) -> impl Iterator<Item = f64> {
    let bars = row.bars.iter().map(|bar| bar.to);
    let span = |dot: &Dot| [Some(dot.at), dot.span.map(|span| span.0), dot.span.map(|span| span.1)];
    let dots = row.dots.iter().flat_map(span).flatten();
    bars.chain(dots).chain(row.pending.iter().map(|pending| pending.to))
}

/// How far beyond the longest bar another source's figure may stretch the axis. What lies further out would press all
/// bars to nothing; it is named at the edge instead.
const STRETCH: f64 = 1.5;

/// The axis for the bars and for those figures of other sources that do not lie far beyond them.
fn axis(rows: &[Row], scale: Scale, title: String) -> Axis {
    let others = || rows.iter().flat_map(|row| &row.others).map(|other| other.at);
    let bars = rows.iter().flat_map(numbers).fold(0.0, f64::max);
    let near = |at: &f64| scale == Scale::Log || bars <= 0.0 || *at <= bars * STRETCH;
    Axis::new(scale, rows.iter().flat_map(numbers).chain(others().filter(near)), title)
}

fn compare_row(compared: &ComparisonRow, question: &Question, locale: &Locale) -> Row {
    let dataset = compared.event.dataset;
    let target = Target::Event(compared.event.key());
    let blank = |remark: String, sublabel: String| Row { remark: Some(remark), ..Row::new(target.clone(), sublabel) };
    let mut drawn = match (compared.standing.total(), compared.standing.chosen) {
        (Some(total), Some((_, rule))) => {
            let broken = break_down(compared.event, total.clone(), Some(rule), &question.measure);
            match divisor(question.unit, compared.days) {
                Some(divisor) => {
                    row(&broken, Drawing { scale: question.scale, unit: question.unit, divisor, shares: false, locale })
                }
                None => blank(locale.say(no_rate(compared.days)), words::source_and_date(dataset, total, locale)),
            }
        }
        _ => blank(locale.say("compare-choose-source"), words::event_dates(compared.event.event, locale)),
    };
    names::event_short(compared.event.event, locale).clone_into(&mut drawn.label);
    if let (Unit::PerDay, Days::Known(days)) = (question.unit, compared.days) {
        let text = locale.say_with("days", &[("count", days.into()), ("text", days.to_string().into())]);
        drawn.sublabel = list(&[drawn.sublabel, text], " · ");
    }
    drawn.sublabel = words::below_event(drawn.sublabel, &compared.event, locale);
    drawn.pending = None;
    drawn.keep_one_bracket();
    drawn.others =
        compared.standing.others().filter_map(|other| other_source(compared, other, question, locale)).collect();
    drawn.margin = margin(compared, locale);
    drawn
}

/// Why a row has no number in the unit asked for.
fn no_rate(days: Days) -> &'static str {
    match days {
        Days::NoStart => "compare-no-start",
        Days::BeforeStart => "compare-before-start",
        Days::NoDate | Days::Known(_) => "compare-no-date",
    }
}

fn other_source(
    compared: &ComparisonRow,
    other: &SourceTotal,
    question: &Question,
    locale: &Locale,
) -> Option<OtherSource> {
    let dataset = compared.event.dataset;
    let value = compared.value(other, question.unit)?;
    let number = if question.unit == Unit::Total { label(other.stated(), locale) } else { quantity(value) };
    let text = list(&[names::source_short(dataset, other.source, locale), number], " ");
    let key = CountKey {
        event: compared.event.key(),
        report: other.index,
        measure: question.measure.clone(),
        categories: Vec::new(),
    };
    let hover = words::hover(&compared.event, other, None, locale);
    Some(OtherSource { at: value.stated, text, target: Target::Count(key), hover })
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

fn legend(comparison: &Comparison, rows: &[Row], question: &Question, locale: &Locale) -> Vec<Legend> {
    let mut seen: IndexMap<String, Swatch> = IndexMap::new();
    for compared in comparison.rows.iter().filter(|_| question.scale == Scale::Linear) {
        let Some(total) = compared.standing.total() else { continue };
        let dataset = compared.event.dataset;
        let single = total.count.coverage.as_deref().and_then(|coverage| match &coverage.who {
            Some(crate::model::Who::Categories(ids)) if ids.len() == 1 && total.count.parts.is_empty() => ids.first(),
            _ => None,
        });
        for id in total.count.parts.keys().chain(single) {
            let tone = super::rows::category_tone(&compared.event, id);
            let name = names::category(dataset, id, locale).to_owned();
            seen.entry(name).or_insert(Swatch::Area(Fill::Solid, tone));
        }
    }
    super::breakdown::add_ink_legend(&mut seen, rows, locale);
    seen.into_iter().map(|(text, swatch)| Legend { swatch, text }).collect()
}
