//! The sources of one event on its row of a comparison: each in a lane of its own, or a range from the lowest to the highest
//! number of those that count alike. Numbers are set beside each other and never averaged; who is left out is said.

use super::compare_row::{other_source, standing_row, total_key};
use super::figure::{Bar, Dot, End, Fill, Row, Target, ValueLabel};
use super::palette::Tone;
use super::words;
use crate::analysis::{
    Comparison, ComparisonRow, Kind, Question, Scale, SourceTotal, Sources, SpreadValues, Spreads, Unit,
    left_out_of_spreads, spread_values, spreads,
};
use crate::model::{PartialDate, Sign, When};
use crate::text::{DateStyle, Locale, list, names, span};

/// As many lanes as one row has; how many more there are is said.
const MOST_LANES: usize = 12;

/// What lanes and ranges are made from.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'d, 'a> {
    pub compared: &'d ComparisonRow<'a>,
    pub comparison: &'d Comparison<'a>,
    pub question: &'d Question,
    pub locale: &'d Locale,
}

impl<'a> Drawn<'_, 'a> {
    fn total(&self, index: usize) -> Option<&SourceTotal<'a>> {
        self.compared.standing.totals.get(index)
    }

    fn name(&self, index: usize) -> String {
        let source = self.total(index).and_then(|total| total.source);
        names::source_short(self.compared.event.dataset, source, self.locale)
    }

    fn values(&self, found: &Spreads) -> Vec<(Kind, SpreadValues)> {
        let values = found
            .spreads
            .iter()
            .filter_map(|spread| Some((spread.kind, spread_values(spread, self.compared, self.comparison.yardstick)?)));
        values.collect()
    }

    fn left_out(&self, found: &Spreads, values: &[(Kind, SpreadValues)]) -> Option<String> {
        let of = (&self.compared.standing, self.compared.event.dataset);
        left_out_of_spreads(found, values, of, self.locale)
    }
}

/// Adds the other sources to a row that shows what stands, as far as the question asks for them; gives whether the row's
/// own bar is a range now.
pub(super) fn add_sources(row: &mut Row, drawn: Drawn) -> bool {
    let asked = drawn.question.sources_of(&drawn.compared.event.key());
    let stands = drawn.compared.standing.chosen.map(|(index, _)| index);
    let others: Vec<usize> = (0..drawn.compared.standing.totals.len()).filter(|index| Some(*index) != stands).collect();
    let is_share = drawn.question.unit == Unit::Share;
    match asked {
        Sources::All if !others.is_empty() => {
            add_lanes(row, &others, drawn);
            false
        }
        Sources::Range if !is_share => add_ranges(row, &others, drawn).unwrap_or_else(|| {
            row.others = triangles(&others, drawn);
            false
        }),
        _ => {
            row.others = triangles(&others, drawn);
            false
        }
    }
}

fn triangles(indices: &[usize], drawn: Drawn) -> Vec<super::figure::OtherSource> {
    let Drawn { compared, comparison, question, locale } = drawn;
    let totals = indices.iter().filter_map(|index| drawn.total(*index));
    totals.filter_map(|it| other_source(compared, it, comparison, question, locale)).collect()
}

/// A lane for every other source, and under them how far those lie apart that count alike.
fn add_lanes(row: &mut Row, others: &[usize], drawn: Drawn) {
    let locale = drawn.locale;
    let shown = if others.len() > MOST_LANES { MOST_LANES - 1 } else { others.len() };
    row.lanes = others[..shown].iter().filter_map(|index| lane(*index, drawn)).collect();
    let mut said = Vec::new();
    let found = spreads(drawn.compared.event.event, &drawn.compared.standing);
    let values = if drawn.question.unit == Unit::Share { Vec::new() } else { drawn.values(&found) };
    for (kind, values) in &values {
        if !values.is_single() {
            let words = values.words(drawn.question.unit, locale);
            said.push(if *kind == Kind::Estimated {
                locale.say_with("sources-estimates", &[("what", words.into())])
            } else {
                words
            });
        }
    }
    said.extend(drawn.left_out(&found, &values));
    if shown < others.len() {
        said.push(locale.say_with("sources-more-lanes", &[("count", (others.len() - shown).into())]));
    }
    row.beneath = (!said.is_empty()).then(|| list(&said, " · "));
}

/// One source's total in a lane, in its own ink and with its own qualifier.
fn lane(index: usize, drawn: Drawn) -> Option<Row> {
    let Drawn { compared, comparison, question, locale } = drawn;
    let total = drawn.total(index)?;
    let mut lane = standing_row(compared, total, comparison, question, locale);
    lane.brackets.clear();
    lane.callouts.clear();
    lane.pending = None;
    let mut name = vec![drawn.name(index), words::short_date(total.when(), locale)];
    if Kind::of(total) == Kind::Estimated {
        name.push(locale.say("sources-estimate"));
    }
    lane.label = list(&name, " · ");
    let more = words::how(total, locale);
    let hovers = lane.bars.iter_mut().map(|bar| &mut bar.hover).chain(lane.dots.iter_mut().map(|dot| &mut dot.hover));
    for hover in hovers {
        hover.push_str(&more);
    }
    Some(lane)
}

/// Replaces what stands by the range of those that count alike, and puts numbers of the other kind into a lane of their own.
/// Gives whether the row's own bar is a range now; `None` where there is no range at all.
fn add_ranges(row: &mut Row, others: &[usize], drawn: Drawn) -> Option<bool> {
    let locale = drawn.locale;
    let found = spreads(drawn.compared.event.event, &drawn.compared.standing);
    let values = drawn.values(&found);
    if values.iter().all(|(_, values)| values.is_single()) {
        return None;
    }
    let mut inside: Vec<usize> = Vec::new();
    for (position, (kind, values)) in values.iter().enumerate() {
        if position == 0 {
            if !values.is_single() {
                let label = std::mem::take(&mut row.label);
                *row = range_row(values, *kind, drawn);
                row.label = label;
                inside.extend(&values.totals);
            } else if drawn.compared.standing.chosen.is_none() {
                row.lanes.extend(lane(values.totals[0], drawn));
                inside.extend(&values.totals);
            }
            continue;
        }
        inside.extend(&values.totals);
        if values.is_single() {
            row.lanes.extend(lane(values.totals[0], drawn));
        } else {
            let mut lane = range_row(values, *kind, drawn);
            let names: Vec<String> = values.totals.iter().map(|index| drawn.name(*index)).collect();
            lane.label = locale.say_with("sources-estimates", &[("what", words::some(&names, locale).into())]);
            row.lanes.push(lane);
        }
    }
    let outside: Vec<usize> = others.iter().copied().filter(|index| !inside.contains(index)).collect();
    row.others = triangles(&outside, drawn);
    row.beneath =
        drawn.left_out(&found, &values).map(|words| locale.say_with("sources-not-in-range", &[("who", words.into())]));
    Some(values.first().is_some_and(|(_, values)| !values.is_single()))
}

/// A bar from the lowest to the highest, or two dots with a line between them.
fn range_row(values: &SpreadValues, kind: Kind, drawn: Drawn) -> Row {
    let Drawn { compared, question, locale, .. } = drawn;
    let first = values.totals.first().and_then(|index| drawn.total(*index));
    let key = first.map(|total| Target::Count(total_key(compared, total, question)));
    let target = key.unwrap_or_else(|| Target::Event(compared.event.key()));
    let mut row = Row::new(target.clone(), String::new(), String::new());
    let (low, high) = (values.low.value.stated, values.high.value.stated);
    let text = values.words(drawn.question.unit, locale);
    let hover = range_hover(&text, values, kind, drawn);
    let is_open = matches!(values.high.value.sign(), Sign::AtLeast | Sign::MoreThan);
    row.end_tone = Tone::NeutralLine;
    row.end = if is_open { End::OpenRange { low, high } } else { End::Range { low, best: None, high } };
    if question.scale == Scale::Log {
        if low <= 0.0 {
            row.remark = Some(list(&[text, locale.say("chart-zero-on-log")], " · "));
            return row;
        }
        row.end_tone = Tone::Accent;
        let dot = |at, span| Dot {
            at,
            filled: false,
            tone: Tone::Accent,
            span,
            target: target.clone(),
            hover: hover.clone(),
        };
        row.dots = vec![dot(low, Some((low, high))), dot(high, None)];
    } else {
        let (fill, tone) = (Fill::Light, Tone::Range);
        row.bars.push(Bar { from: low, to: high, fill, tone, labels: Vec::new(), target, hover });
    }
    row.value = Some(ValueLabel { at: high, text });
    row
}

/// How many sources a range has, and from when to when they counted.
pub(super) fn range_sublabel(drawn: Drawn) -> String {
    let locale = drawn.locale;
    let found = spreads(drawn.compared.event.event, &drawn.compared.standing);
    let Some((_, values)) = drawn.values(&found).into_iter().next() else { return String::new() };
    let whens: Vec<When> = values.totals.iter().filter_map(|index| drawn.total(*index)?.when()).collect();
    let ends = |when: &When| (when.from, when.to.unwrap_or(when.from));
    let first = whens.iter().map(|when| ends(when).0).min_by_key(|it| PartialDate::first_day(*it));
    let last = whens.iter().map(|when| ends(when).1).max_by_key(|it| PartialDate::last_day(*it));
    let count = locale.say_with("sources-in-range", &[("count", values.totals.len().into())]);
    let dates = first.zip(last).map(|(first, last)| span(first, last, DateStyle::Short, locale));
    let said: Vec<String> = [count].into_iter().chain(dates).collect();
    list(&said, " · ")
}

/// Every source of a range with its number, date, people, verification and method.
fn range_hover(text: &str, values: &SpreadValues, kind: Kind, drawn: Drawn) -> String {
    let locale = drawn.locale;
    let of = locale.say(if kind == Kind::Estimated { "sources-range-estimates" } else { "sources-range-counts" });
    let mut said = format!("{text}\n{of}");
    for total in values.totals.iter().filter_map(|index| drawn.total(*index)) {
        let one = words::hover(&drawn.compared.event, total, None, locale) + &words::how(total, locale);
        said.push('\n');
        said.push_str(&one.replace('\n', " · "));
    }
    said
}
