//! The comparison as a figure: all ticked events on one axis, with multiples of the baseline and what differs in words.

use super::axis::Axis;
use super::category_legend::CategoryLegend;
use super::compare_row::compare_row;
use super::figure::{Body, Dot, Figure, Fill, Legend, Row, Rows, Swatch};
use super::rows::common_source;
use super::{notes, units, words};
use crate::analysis::{Comparison, Question, Scale, Sources, Unit};
use crate::text::{Locale, list, names, sentences};

/// Draws a comparison.
#[must_use]
pub fn compare_figure(comparison: &Comparison, question: &Question, locale: &Locale) -> Figure {
    let mut rows: Vec<Row> = comparison.rows.iter().map(|row| compare_row(row, comparison, question, locale)).collect();
    let axis_title = units::axis_title(comparison, question, locale);
    let axis = axis(&rows, question.scale, axis_title.clone());
    let axis = if question.unit == Unit::Share { axis.limited(100.0) } else { axis };
    let title = match comparison.rows.as_slice() {
        [row] => names::event(row.event.event, locale).to_owned(),
        rows => words::files(rows.iter().map(|row| &row.event), locale),
    };
    let shows = |wanted| comparison.rows.iter().any(|row| question.sources_of(&row.event.key()) == wanted);
    let subtitle_key = match (shows(Sources::Range) && question.unit != Unit::Share, shows(Sources::All)) {
        (true, _) => "compare-subtitle-range",
        (false, true) => "compare-subtitle-all",
        (false, false) if is_undated(comparison) => "compare-subtitle-undated",
        (false, false) => "compare-subtitle",
    };
    let known = words::as_known_on(question.as_known_on, locale);
    let known = words::known_by(known, common_source(&mut rows, locale), locale);
    let subtitle = locale
        .say_with(subtitle_key, &[("measure", sentences::upper_first(&axis_title).into()), ("known", known.into())]);
    let event = comparison.rows.first().map(|row| row.event).or(comparison.without.first().map(|it| it.event));
    let dataset = event.map(|event| event.dataset);
    let restriction = dataset.and_then(|dataset| words::restriction(question, dataset, locale));
    let subtitle = restriction.map_or(subtitle.clone(), |only| list(&[subtitle, only], " "));
    let margin_heading = comparison.baseline.as_ref().map_or_else(String::new, |baseline| {
        let key = match question.unit {
            Unit::PerDay => "compare-multiple-of-per-day",
            Unit::PerMillion => "compare-multiple-of-per-million",
            Unit::Total | Unit::Multiple | Unit::Share => "compare-multiple-of",
        };
        locale.say_with(key, &[("event", names::event_short(baseline.event.event, locale).into())])
    });
    let empty = rows.is_empty().then(|| {
        let key = if question.ticked.is_empty() { "empty-ticked" } else { "empty-measure" };
        words::why_nothing_is_left(question, &comparison.without, locale).unwrap_or_else(|| locale.say(key))
    });
    let legend = legend(comparison, &rows, question, locale);
    let notes = notes::of_comparison(comparison, question, locale);
    let scroll_hint = locale.say_with("chart-scroll", &[("count", rows.len().into())]);
    let body = Body::Rows(Rows { margin_heading, rows, axis, scroll_hint });
    Figure { title, subtitle, legend, body, notes, empty }
}

/// Whether no count says of which day it is.
fn is_undated(comparison: &Comparison) -> bool {
    let mut totals = comparison.rows.iter().filter_map(|row| row.standing.total());
    totals.all(|total| total.when().is_none())
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
    // Both ends of a range are seen; it starts at its lowest number, not at zero.
    let (ranges, lanes): (Vec<&Row>, Vec<&Row>) = rows
        .iter()
        .flat_map(|row| &row.lanes)
        .partition(|lane| lane.bars.first().is_some_and(|bar| bar.fill == Fill::Light && bar.from > 0.0));
    let bars = ranges.iter().copied().flat_map(numbers).fold(bars, f64::max);
    let lanes = lanes.into_iter().chain(ranges).flat_map(numbers);
    let near = |at: &f64| scale == Scale::Log || bars <= 0.0 || *at <= bars * STRETCH;
    Axis::new(scale, rows.iter().flat_map(numbers).chain(others().chain(lanes).filter(near)), title)
}

fn legend(comparison: &Comparison, rows: &[Row], question: &Question, locale: &Locale) -> Vec<Legend> {
    let mut categories = CategoryLegend::new(locale);
    // Dots have one tone, but for shares, which are of one category each.
    let has_tones = question.scale == Scale::Linear || question.unit == Unit::Share;
    let drawn = comparison.rows.iter().filter(|_| has_tones).flat_map(|compared| {
        let lanes = question.sources_of(&compared.event.key()) == Sources::All;
        let others = compared.standing.others().filter(move |_| lanes);
        compared.standing.total().into_iter().chain(others).map(move |total| (compared, total))
    });
    for (compared, total) in drawn {
        let single = total.count.coverage.as_deref().and_then(|coverage| match &coverage.who {
            Some(crate::model::Who::Categories(ids)) if ids.len() == 1 && total.count.parts.is_empty() => ids.first(),
            _ => None,
        });
        total.count.parts.keys().chain(single).for_each(|id| categories.add(&compared.event, id));
    }
    let mut seen = categories.entries();
    super::breakdown::add_ink_legend(&mut seen, rows, locale);
    let rest = rows.iter().chain(rows.iter().flat_map(|row| &row.lanes)).flat_map(|row| &row.dots);
    if question.unit == Unit::Share && rest.into_iter().any(|dot| !dot.filled) {
        let swatch = Swatch::Area(Fill::Outline, crate::chart::palette::Tone::NeutralLine);
        seen.insert(locale.say("legend-not-broken-down"), swatch);
    }
    seen.into_iter().map(|(text, swatch)| Legend { swatch, text }).collect()
}
