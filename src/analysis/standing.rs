//! Which report stands for an event: a rule that the chart prints, never the program's own judgement.

use super::narrowed::narrowed;
use super::{Days, EventKey, Library, OpenEvent, Question};
use crate::model::ledger::{Latest, known_reports, latest_key, sort_by_latest};
use crate::model::{Basis, Count, Event, Id, LeadBy, Precision, Report, Stated, Summed, When};
use indexmap::IndexMap;
use std::borrow::Cow;

/// One source's total for an event: its latest cumulative report, or the sum of its incremental ones, never both.
#[derive(Clone, Debug)]
pub struct SourceTotal<'a> {
    /// Who counted, if the report says so.
    pub source: Option<&'a Id>,
    /// Index of the (last) report in the event.
    pub index: usize,
    /// The (last) report.
    pub report: &'a Report,
    /// The total with its parts.
    pub count: Cow<'a, Count>,
    /// How many incremental reports were added up; 0 for a cumulative total and for a single period.
    pub periods: usize,
    /// What those have in common.
    pub summed: Summed,
    /// How many days those cover; of a cumulative total nothing.
    pub period_days: Days,
    /// How many other reports of the source give the same figures for the same date.
    pub repeats: usize,
}

impl SourceTotal<'_> {
    /// The number itself.
    #[must_use]
    pub fn stated(&self) -> Stated {
        self.count.stated
    }

    /// The date or period for which it holds: the last period's where several were added up.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        self.count.as_of.or(self.report.when())
    }
}

/// Why a source stands for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The user chose it.
    Chosen,
    /// The file names it as the event's lead.
    Lead,
    /// The file is a table, which names none; it has the most rows of this source.
    MostRows,
    /// The same, and others have as many.
    FirstOfMostRows,
    /// It is the baseline's source.
    BaselineSource,
}

impl Rule {
    /// Its name in the keys of messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Lead => "lead",
            Self::MostRows => "most-rows",
            Self::FirstOfMostRows => "first-of-most-rows",
            Self::BaselineSource => "baseline",
        }
    }
}

impl From<LeadBy> for Rule {
    fn from(by: LeadBy) -> Self {
        match by {
            LeadBy::Named => Self::Lead,
            LeadBy::MostRows => Self::MostRows,
            LeadBy::FirstOfMostRows => Self::FirstOfMostRows,
        }
    }
}

/// What stands for an event, and what else is known.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Which of `totals` stands and by which rule; `None` means that the user has to choose.
    pub chosen: Option<(usize, Rule)>,
    /// The latest total of each source, in file order.
    pub totals: Vec<SourceTotal<'a>>,
}

impl<'a> Standing<'a> {
    /// The total that stands.
    #[must_use]
    pub fn total(&self) -> Option<&SourceTotal<'a>> {
        self.totals.get(self.chosen?.0)
    }

    /// The other sources' totals.
    pub fn others(&self) -> impl Iterator<Item = &SourceTotal<'a>> {
        let standing = self.chosen.map(|(index, _)| index);
        self.totals.iter().enumerate().filter(move |(index, _)| Some(*index) != standing).map(|(_, total)| total)
    }
}

/// The latest total of each source for `measure`, as known on `date`.
#[must_use]
pub fn source_totals<'a>(event: &'a Event, measure: &Id, date: Latest) -> Vec<SourceTotal<'a>> {
    totals_of(known_reports(event, date), measure)
}

/// The latest total of each source, as far as the question's day and people allow it.
fn asked_totals<'a>(question: &Question, event: &'a Event) -> Vec<SourceTotal<'a>> {
    let totals = day_totals(question, event);
    let Some(people) = question.people.as_deref() else { return totals };
    totals.into_iter().filter_map(|total| narrowed(total, people)).collect()
}

/// The latest total of each source up to the question's day, whomever it counts.
pub(super) fn day_totals<'a>(question: &Question, event: &'a Event) -> Vec<SourceTotal<'a>> {
    measure_totals(question, event, &question.measure)
}

/// The same of any measure.
pub(super) fn measure_totals<'a>(question: &Question, event: &'a Event, measure: &Id) -> Vec<SourceTotal<'a>> {
    let mut reports = known_reports(event, question.as_known_on);
    if let Some(day) = question.on_day {
        reports.retain(|(_, report)| is_by_day(event, report, day));
    }
    totals_of(reports, measure)
}

/// Whether a report's counts hold for a day no later than this one of its event; needs the event's first day.
pub(super) fn is_by_day(event: &Event, report: &Report, day: i32) -> bool {
    let Some((start, when)) = event.start.and_then(When::single_day).zip(report.when()) else { return false };
    (when.last_day() - start).get_days() < day
}

fn totals_of<'a>(reports: Vec<(usize, &'a Report)>, measure: &Id) -> Vec<SourceTotal<'a>> {
    let mut by_source: IndexMap<Option<&Id>, Vec<(usize, &Report)>> = IndexMap::new();
    let has_sources = has_sources(reports.iter().map(|(_, report)| *report), measure);
    for (index, report) in reports {
        if report.counts.get(measure).is_some_and(|count| !is_carried(report, count, has_sources)) {
            by_source.entry(report.source.as_ref()).or_default().push((index, report));
        }
    }
    by_source.into_iter().filter_map(|(source, reports)| total_of(source, reports, measure)).collect()
}

/// Whether any of the reports with this measure names its source.
fn has_sources<'r>(mut reports: impl Iterator<Item = &'r Report>, measure: &Id) -> bool {
    reports.any(|report| report.source.is_some() && report.counts.contains_key(measure))
}

/// Whether a publisher carried a count along for days of which nobody reported: it is nobody's beside those who did.
pub(super) fn is_carried(report: &Report, count: &Count, has_sources: bool) -> bool {
    has_sources && report.source.is_none() && count.filled_by.is_some()
}

fn total_of<'a>(
    source: Option<&'a Id>,
    mut reports: Vec<(usize, &'a Report)>,
    measure: &Id,
) -> Option<SourceTotal<'a>> {
    let cumulative = reports.iter().filter(|(_, report)| report.basis == Basis::Cumulative);
    if let Some((index, report)) = cumulative.max_by_key(|(index, it)| latest_key(it.when(), *index, it)) {
        let count = report.counts.get(measure)?;
        let same = |other: &&(usize, &Report)| {
            other.0 != *index
                && other.1.as_of == report.as_of
                && other.1.counts.get(measure).is_some_and(|c| c.stated == count.stated)
        };
        let repeats = reports.iter().filter(same).count();
        return Some(SourceTotal {
            source,
            index: *index,
            report,
            count: Cow::Borrowed(count),
            periods: 0,
            summed: Summed::default(),
            period_days: Days::NoDate,
            repeats,
        });
    }
    sort_by_latest(&mut reports);
    let periods = distinct_periods(&reports);
    let (index, report) = *periods.last()?;
    let counts: Vec<&Count> = periods.iter().filter_map(|(_, report)| report.counts.get(measure)).collect();
    let mut count = sum(&counts);
    if periods.windows(2).any(|pair| overlap(pair[0].1, pair[1].1)) {
        // Days that are in two periods would be counted twice, and no report says how often.
        count.stated = Stated::Unknown;
    }
    let repeats = reports.len() - periods.len();
    Some(SourceTotal {
        source,
        index,
        report,
        count: Cow::Owned(count),
        periods: if periods.len() > 1 { periods.len() } else { 0 },
        summed: Summed::of(periods.iter().map(|(_, report)| report.period)),
        period_days: days_covered(&periods),
        repeats,
    })
}

/// One report for each period: the latest.
fn distinct_periods<'a>(reports: &[(usize, &'a Report)]) -> Vec<(usize, &'a Report)> {
    let span = |report: &Report| report.period.map(|period| (period.first_day(), period.last_day()));
    let periods: IndexMap<_, (usize, &Report)> = reports.iter().map(|report| (span(report.1), *report)).collect();
    periods.into_values().collect()
}

/// The days of all periods together.
fn days_covered(periods: &[(usize, &Report)]) -> Days {
    let mut all = periods.iter().map(|(_, report)| (period_days(report), report.period));
    let Some((days, Some(first))) = all.next() else { return Days::NoDate };
    let sum = all.try_fold((days, first.last_day()), |(days, last), (more, period)| {
        let period = period?;
        Some((days.and(more, last, period.first_day()), period.last_day()))
    });
    sum.map_or(Days::NoDate, |(days, _)| days)
}

/// How many days a report of a period covers.
pub(super) fn period_days(report: &Report) -> Days {
    let Some(period) = report.period else { return Days::NoDate };
    let to = period.to.unwrap_or(period.from);
    let precise = period.from.precision == Precision::Day && to.precision == Precision::Day;
    if precise { Days::Known((period.last_day() - period.first_day()).get_days() + 1) } else { Days::NoDate }
}

fn overlap(earlier: &Report, later: &Report) -> bool {
    matches!((earlier.period, later.period), (Some(a), Some(b)) if b.first_day() <= a.last_day())
}

/// The sum of incremental counts. Categories are kept only where every period has them, since the rest is not known, and
/// the coverage only where it is the same for all.
fn sum(counts: &[&Count]) -> Count {
    let stated = Stated::sum(counts.iter().map(|count| count.stated)).unwrap_or_default();
    let first = counts.first().and_then(|count| count.coverage.as_ref());
    let coverage = first.filter(|first| counts.iter().all(|count| count.coverage.as_ref() == Some(*first))).cloned();
    let pending: Vec<&Count> = counts.iter().filter_map(|count| count.pending.as_deref()).collect();
    let pending = (!pending.is_empty()).then(|| Box::new(sum(&pending)));
    let shared = |children: fn(&Count) -> &IndexMap<Id, Count>| -> IndexMap<Id, Count> {
        let Some((first, others)) = counts.split_first() else { return IndexMap::new() };
        let of_all = children(first).iter().filter_map(|(id, inner)| {
            let mut all = vec![inner];
            for other in others {
                all.push(children(other).get(id)?);
            }
            Some((id.clone(), sum(&all)))
        });
        of_all.collect()
    };
    let (parts, of_which, unclear) = (shared(|c| &c.parts), shared(|c| &c.of_which), shared(|c| &c.unclear));
    Count { pending, coverage, parts, of_which, unclear, ..Count::new(stated) }
}

/// Which source stands for `event`: the user's choice, else the event's lead, else the baseline's source, else none.
/// A source without a total for the measure is passed over.
#[must_use]
pub fn standing<'a>(library: Library<'a>, question: &Question, event: OpenEvent<'a>) -> Standing<'a> {
    let totals = asked_totals(question, event.event);
    let key = event.key();
    let find = |source: Option<&Id>| totals.iter().position(|total| source.is_some() && total.source == source);
    let baseline_source = || {
        let baseline = question.baseline.as_ref().filter(|baseline| **baseline != key)?;
        let open = library.event(baseline)?;
        question.chosen_sources.get(baseline).or(open.event.lead.as_ref())
    };
    let chosen = find(question.chosen_sources.get(&key))
        .map(|index| (index, Rule::Chosen))
        .or_else(|| find(event.event.lead.as_ref()).map(|index| (index, event.event.lead_by.into())))
        .or_else(|| find(baseline_source()).map(|index| (index, Rule::BaselineSource)));
    Standing { chosen, totals }
}

/// A source's total for the report with this index, whether or not it is the latest.
#[must_use]
pub fn find_total<'a>(event: &'a Event, index: usize, measure: &Id) -> Option<SourceTotal<'a>> {
    let report = event.reports.get(index)?;
    let count = Cow::Borrowed(report.counts.get(measure)?);
    Some(SourceTotal {
        source: report.source.as_ref(),
        index,
        report,
        count,
        periods: 0,
        summed: Summed::default(),
        period_days: Days::NoDate,
        repeats: 0,
    })
}

/// The same of the people that the question asks for.
#[must_use]
pub fn find_asked_total<'a>(question: &Question, event: &'a Event, index: usize) -> Option<SourceTotal<'a>> {
    let total = find_total(event, index, &question.measure)?;
    match question.people.as_deref() {
        Some(people) => narrowed(total, people),
        None => Some(total),
    }
}

/// The ticked events that are open, in file order.
#[must_use]
pub fn known_events<'a>(library: Library<'a>, question: &Question) -> Vec<OpenEvent<'a>> {
    let ticked = |event: &OpenEvent| question.ticked.contains::<EventKey>(&event.key());
    library.events().filter(ticked).collect()
}
