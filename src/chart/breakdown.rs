//! The breakdown as a figure: one bar per source of an event, or one per ticked event on one scale.

use super::axis::Axis;
use super::category_legend::CategoryLegend;
use super::compare::numbers;
use super::figure::{Body, End, Figure, Fill, Legend, Note, Row, Rows, Swatch};
use super::palette::Tone;
use super::rows::{Drawing, common_source, fold_brackets, row};
use super::{notes, words};
use crate::analysis::{Breakdown, BreakdownRow, Question, Scale, Unit};
use crate::text::{Locale, label, list, names, sentences, whole};
use indexmap::IndexMap;

/// Draws a breakdown.
#[must_use]
pub fn breakdown_figure(breakdown: &Breakdown, question: &Question, locale: &Locale) -> Figure {
    let drawing = Drawing { scale: Scale::Linear, unit: Unit::Total, divisor: 1.0, shares: true, locale };
    let mut rows: Vec<Row> = breakdown
        .rows
        .iter()
        .map(|broken| {
            let mut drawn = row(broken, drawing);
            if breakdown.event.is_some() {
                drawn.label = std::mem::take(&mut drawn.source);
                // Of one source there is nothing to choose.
                if let Some(rule) = broken.rule.filter(|_| breakdown.rows.len() > 1) {
                    drawn.sublabel = list(&[drawn.sublabel, locale.say(&format!("rule-{}-short", rule.name()))], " · ");
                }
                fold_brackets(&mut drawn, locale);
            } else {
                names::event_short(broken.event.event, locale).clone_into(&mut drawn.label);
                drawn.sublabel = words::below_event(drawn.sublabel, &broken.event, locale);
                drawn.keep_one_bracket();
            }
            drawn
        })
        .collect();
    let dataset = breakdown.rows.first().map(|broken| broken.event.dataset);
    let people = names::people_of(dataset, &question.measure, locale);
    let title = match breakdown.event {
        Some(event) => names::event(event.event, locale).to_owned(),
        None => words::files(breakdown.rows.iter().map(|broken| &broken.event), locale),
    };
    let key = match (question.all_events, breakdown.rows.len()) {
        (true, _) => "breakdown-subtitle-all",
        (false, 1) => "breakdown-subtitle-one",
        (false, _) => "breakdown-subtitle",
    };
    let known = words::as_known_on(question.as_known_on, locale);
    let known = words::known_by(known, common_source(&mut rows, locale), locale);
    let measure = sentences::upper_first(&people);
    let subtitle = locale.say_with(key, &[("measure", measure.into()), ("known", known.into())]);
    let compared = breakdown.comparison.as_ref().and_then(|_| breakdown.rows.first());
    let restriction = compared.and_then(|row| words::restriction(question, row.event.dataset, locale));
    let subtitle = restriction.map_or(subtitle.clone(), |only| list(&[subtitle, only], " "));
    let axis = Axis::new(Scale::Linear, rows.iter().flat_map(numbers), people);
    let without = breakdown.comparison.as_ref().map_or(&[][..], |comparison| &comparison.without);
    let empty = rows.is_empty().then(|| {
        words::why_nothing_is_left(question, without, locale).unwrap_or_else(|| {
            locale.say(match (question.all_events, question.ticked.is_empty(), breakdown.event) {
                (true, true, _) => "empty-ticked",
                (false, _, None) => "empty-event",
                _ => "empty-measure",
            })
        })
    });
    let legend = legend(breakdown, &rows, locale);
    let notes = notes(breakdown, locale);
    let scroll_hint = locale.say_with("chart-scroll", &[("count", rows.len().into())]);
    let body = Body::Rows(Rows { margin_heading: String::new(), rows, axis, scroll_hint });
    Figure { title, subtitle, legend, body, notes, empty }
}

fn legend(breakdown: &Breakdown, rows: &[Row], locale: &Locale) -> Vec<Legend> {
    let mut categories = CategoryLegend::new(locale);
    for broken in &breakdown.rows {
        for segment in broken.segments.iter().flat_map(|segment| [segment].into_iter().chain(&segment.parts)) {
            categories.add(&broken.event, &segment.category);
        }
        if let (true, Some(crate::model::Who::Categories(ids))) = (
            broken.segments.is_empty(),
            broken.total.count.coverage.as_deref().and_then(|coverage| coverage.who.as_ref()),
        ) && let [id] = ids.as_slice()
        {
            categories.add(&broken.event, id);
        }
    }
    let mut seen = categories.entries();
    add_ink_legend(&mut seen, rows, locale);
    seen.into_iter().map(|(text, swatch)| Legend { swatch, text }).collect()
}

/// Of more categories than this, the legend may not have room for all.
const MANY_CATEGORIES: usize = 8;

/// What the inks in `rows` mean, each once: after the categories, or before those that are many.
pub(super) fn add_ink_legend(seen: &mut IndexMap<String, Swatch>, rows: &[Row], locale: &Locale) {
    let categories = seen.len();
    let mut add = |used: bool, key: &str, swatch| {
        if used {
            seen.insert(locale.say(key), swatch);
        }
    };
    let all = || rows.iter().chain(rows.iter().flat_map(|row| &row.lanes));
    let filled = |fill| all().any(|row| row.bars.iter().chain(&row.strip).any(|bar| bar.fill == fill));
    add(filled(Fill::Hatched), "legend-not-broken-down", Swatch::Area(Fill::Hatched, Tone::NeutralLine));
    add(filled(Fill::Outline), "legend-up-to", Swatch::Area(Fill::Outline, Tone::Muted));
    add(filled(Fill::Faded), "legend-stale", Swatch::Area(Fill::Faded, Tone::Muted));
    add(filled(Fill::Light), "legend-range", Swatch::Area(Fill::Light, Tone::Range));
    let is_open = |row: &Row| matches!(row.end, End::Open | End::OpenRange { .. });
    add(all().any(is_open), "legend-open", Swatch::OpenEnd);
    add(all().any(|row| row.end == End::Soft), "legend-soft", Swatch::SoftEnd);
    add(all().any(|row| row.end == End::Unbounded), "legend-unbounded", Swatch::UnboundedEnd);
    add(rows.iter().any(|row| row.pending.is_some()), "legend-pending", Swatch::Pending);
    add(rows.iter().any(|row| !row.others.is_empty()), "legend-other-sources", Swatch::OtherSource);
    if categories > MANY_CATEGORIES {
        (categories..seen.len()).for_each(|index| seen.move_index(index, index - categories));
    }
}

fn notes(breakdown: &Breakdown, locale: &Locale) -> Vec<Note> {
    if let Some(comparison) = &breakdown.comparison {
        return notes::of_events(comparison, locale);
    }
    let mut notes = Vec::new();
    notes.extend(breakdown.rows.first().and_then(|broken| arithmetic(broken, locale)).map(Note::strong));
    notes.extend(breakdown.rows.iter().filter_map(|broken| last_broken_down(broken, locale)));
    let covers = breakdown.rows.iter().map(|broken| {
        let dataset = broken.event.dataset;
        let who = sentences::coverage(dataset, broken.total.count.coverage.as_deref(), locale);
        (who, names::source_short(dataset, broken.total.source, locale))
    });
    notes.extend(notes::who_differs(covers, locale));
    match breakdown.rows.iter().find(|broken| broken.rule.is_some()) {
        Some(broken) => {
            if let Some(how) = sentences::verification(broken.total.report.verification.as_deref(), locale) {
                let source = names::source_via(broken.event.dataset, broken.total.report, locale);
                let how = locale.say_with("breakdown-verified", &[("source", source.into()), ("how", how.into())]);
                notes.push(Note::faint(how));
            }
        }
        None if !breakdown.rows.is_empty() => notes.push(Note::faint(locale.say("breakdown-none-stands"))),
        None => {}
    }
    notes
}

/// When a source whose latest total has no parts last gave some.
fn last_broken_down(broken: &BreakdownRow, locale: &Locale) -> Option<Note> {
    let last = broken.last_broken_down.as_ref()?;
    let source = names::source_short(broken.event.dataset, broken.total.source, locale);
    let when = words::short_date(Some(last.when), locale);
    let total = label(last.stated, locale);
    let arguments = [("source", source.into()), ("date", when.into()), ("total", total.into())];
    Some(Note::faint(locale.say_with("breakdown-last", &arguments)))
}

/// The sum of the parts of one total, and whether it closes: `2,403 + 147 + 12 + 9 = 2,571`.
fn arithmetic(broken: &BreakdownRow, locale: &Locale) -> Option<String> {
    let sum = label(broken.total.count.stated_sum()?, locale);
    let terms: Vec<String> = broken.segments.iter().map(|segment| label(segment.stated, locale)).collect();
    let source = names::source_via(broken.event.dataset, broken.total.report, locale);
    let total = label(broken.total.stated(), locale);
    let key = match (broken.total.stated().number(), broken.residual, broken.beyond) {
        (None, ..) => "breakdown-no-total",
        _ if broken.segments.iter().any(|segment| segment.stale.is_some()) => "breakdown-older",
        (_, _, true) => "breakdown-beyond",
        (_, Some(_), _) => "breakdown-residual",
        _ => "breakdown-closes",
    };
    let residual = whole(broken.residual.unwrap_or(0));
    Some(locale.say_with(
        key,
        &[
            ("source", source.into()),
            ("terms", terms.join(" + ").into()),
            ("sum", sum.into()),
            ("total", total.into()),
            ("residual", residual.into()),
        ],
    ))
}
