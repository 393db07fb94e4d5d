//! One figure as lines of plain text: the number with its source and date, then what it is made of.

use super::figures::Figure;
use super::report::Writer;
use crate::analysis::{BreakdownRow, OpenEvent, Question, Rule, break_down};
use crate::model::{Count, Sign, When};
use crate::text::{DateStyle, Locale, date, label, names, of_period, over_periods, percent, sentences, whole, words};

/// Writes a figure, with its measure in front where that is not in a heading.
pub(super) fn figure(
    report: &mut Writer,
    level: usize,
    measure: Option<&str>,
    (event, question): (OpenEvent, &Question),
    figure: &Figure,
    locale: &Locale,
) {
    let count = &*figure.total.count;
    let mut heading = heading(event, figure, locale);
    if let Some(measure) = measure {
        heading = format!("{measure}: {heading}");
    }
    report.line(level, &heading);
    let level = level + 1;
    if let Some(text) = &count.as_written {
        report.line(level, &locale.say_with("describe-as-written", &[("text", text.clone().into())]));
    }
    if let Some(published) = figure.total.report.published.filter(|_| measure.is_some()) {
        let published = date(published, DateStyle::Long, locale);
        report.line(level, &locale.say_with("describe-published", &[("date", published.into())]));
    }
    if count.coverage.is_some() {
        let who = sentences::coverage(event.dataset, count.coverage.as_deref(), locale);
        report.line(level, &locale.say_with("describe-covers", &[("who", who.into())]));
    }
    let row = break_down(event, figure.total.clone(), figure.rule, figure.measure, question.as_known_on);
    parts(report, level, event, count, Some(&row), locale);
    let number = |key, n| locale.say_with(key, &[("count", whole(n).into())]);
    if let Some(residual) = row.residual {
        report.line(level, &number("chart-not-broken-down", residual));
    }
    if let Some(pending) = &count.pending {
        let pending = words(pending.stated, locale);
        report.line(level, &locale.say_with("chart-pending", &[("count", pending.into())]));
    }
}

fn heading(event: OpenEvent, figure: &Figure, locale: &Locale) -> String {
    let total = &figure.total;
    let count = match total.count.stated.number() {
        Some(_) => words(total.stated(), locale),
        None => locale.say("describe-no-total"),
    };
    let when = if total.periods > 0 { figure.when().map(When::end) } else { figure.when() };
    let of_period = of_period(when, "describe-day", "describe-period");
    let over = over_periods(total.summed, when, locale);
    let when = when.map_or_else(|| locale.say("date-missing"), |when| date(when, DateStyle::Long, locale));
    let key = match total.periods {
        0 if figure.is_incremental() => of_period,
        0 => "describe-total",
        _ => "describe-sum",
    };
    let source = names::source_via(event.dataset, total.report, locale);
    let line = locale.say_with(
        key,
        &[("source", source.into()), ("date", when.into()), ("count", count.into()), ("over", over.into())],
    );
    let Some(rule) = figure.rule else { return line };
    let form = if matches!(rule, Rule::MostRows | Rule::FirstOfMostRows) { "" } else { "-short" };
    let rule = locale.say(&format!("rule-{}{form}", rule.name()));
    locale.say_with("describe-stands", &[("total", line.into()), ("rule", rule.into())])
}

/// The categories at any depth, each under the one that holds it; only those directly inside the total have shares.
fn parts(
    report: &mut Writer,
    level: usize,
    event: OpenEvent,
    count: &Count,
    row: Option<&BreakdownRow>,
    locale: &Locale,
) {
    for (relation, category, part) in count.children() {
        let who = names::category(event.dataset, category, locale);
        let mut line = locale.say_with(
            "describe-category",
            &[
                ("relation", locale.say(&format!("relation-{}", relation.name())).into()),
                ("count", label(part.stated, locale).into()),
                ("who", names::inside(who).into()),
            ],
        );
        let key = row.map(|row| row.key.inside(relation, category));
        let segment = row.and_then(|row| row.segments.iter().find(|segment| Some(&segment.key) == key.as_ref()));
        let inside = row.and_then(|row| row.inside.iter().find(|inside| Some(&inside.key) == key.as_ref()));
        let stale = segment.and_then(|it| it.stale.as_ref()).or(inside.and_then(|it| it.stale.as_ref()));
        if let Some((holder, share)) = stale.and_then(|stale| Some((stale.holder?, stale.share?))) {
            let (total, share) = (label(holder, locale), percent(share));
            let arguments = [("part", line.into()), ("total", total.into()), ("share", share.into())];
            line = locale.say_with("describe-share-then", &arguments);
        } else if let Some(share) = segment.and_then(|segment| segment.share) {
            let key = if share.sign() == Sign::Unbounded { "describe-share-of-stated" } else { "describe-share" };
            line = locale.say_with(key, &[("part", line.into()), ("share", percent(share).into())]);
        }
        if let Some(when) = part.as_of {
            let when = date(when, DateStyle::Long, locale);
            line = locale.say_with("describe-stale", &[("part", line.into()), ("date", when.into())]);
        }
        report.line(level, &line);
        parts(report, level + 1, event, part, None, locale);
    }
}
