//! When one event's count passed the baseline's: by all that it includes, and by the same people where coverages differ.

use super::multiple::{like_with_like, likeness};
use super::timeline::standing_points;
use super::{Library, Likeness, OpenEvent, Point, Question, SourceTotal, known_events, standing};
use crate::model::{Count, Id, Stated, When, Who};
use jiff::civil::Date;

/// When a ticked event's standing source first counted more than stands for the baseline.
#[derive(Clone, Debug)]
pub struct Passing<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// What is counted.
    pub measure: Id,
    /// Only these parts of the event's count, or of the baseline's, so that both are of the same people; `None` for all
    /// that the count includes.
    pub who: Option<Vec<Id>>,
    /// Whom the event's count includes, where it says so.
    pub covers: Option<Who>,
    /// Whether both numbers are of the same people.
    pub likeness: Likeness,
    /// Whether and when it passed.
    pub outcome: Outcome,
    /// The event that is passed.
    pub baseline: OpenEvent<'a>,
    /// What stands for it; its highest number is the one to pass.
    pub baseline_number: Stated,
    /// Whether that is its upper bound, and not a number that is open upwards.
    pub bounded: bool,
}

/// Whether and when a count passed another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// It did.
    Passed {
        /// The first count that is higher, whatever came after it.
        at: Reached,
        /// The one before it, which is not.
        before: Option<Reached>,
    },
    /// It did not, as far as reported.
    NotYet {
        /// The last count.
        latest: Reached,
    },
    /// That cannot be said.
    Unknown(WhyUnknown),
}

/// A count by a day of its event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// The first day that its date can mean, the event's first day being day 1.
    pub first_day: i32,
    /// The last one.
    pub day: i32,
    /// The date of that.
    pub date: Date,
    /// The number.
    pub stated: Stated,
    /// Index of its report in the event.
    pub report: usize,
}

/// Why it cannot be said when an event passed another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// Its first day is not known to the day.
    NoStart,
    /// No source stands for it.
    NoSource,
    /// The source has no number with a date.
    NoNumber,
}

/// When each ticked event passed the baseline, as known on the question's date: by all that its count includes, then by
/// the same people where the two counts differ in whom they include and have the parts. Empty without a baseline that has
/// a number.
#[must_use]
pub fn passings<'a>(library: Library<'a>, question: &Question) -> Vec<Passing<'a>> {
    let Some(event) = question.baseline.as_ref().and_then(|key| library.event(key)) else { return Vec::new() };
    let standing = standing(library, question, event);
    let Some(total) = standing.total().filter(|total| total.stated().highest().is_some()) else { return Vec::new() };
    let others = known_events(library, question).into_iter().filter(|other| other.key() != event.key());
    others.flat_map(|other| passings_of(library, question, other, (event, total))).collect()
}

fn passings_of<'a>(
    library: Library<'a>,
    question: &Question,
    event: OpenEvent<'a>,
    (baseline, baseline_total): (OpenEvent<'a>, &SourceTotal),
) -> Vec<Passing<'a>> {
    let standing = standing(library, question, event);
    let coverage = standing.total().and_then(|total| total.count.coverage.as_deref());
    let all = Passing {
        event,
        measure: question.measure.clone(),
        who: None,
        covers: coverage.and_then(|coverage| coverage.who.clone()),
        likeness: likeness(coverage, baseline_total.count.coverage.as_deref()),
        outcome: Outcome::Unknown(WhyUnknown::NoSource),
        baseline,
        baseline_number: baseline_total.stated(),
        bounded: is_bounded(baseline_total.stated()),
    };
    let Some(total) = standing.total() else { return vec![all] };
    let Some(start) = event.event.start.and_then(When::single_day) else {
        return vec![Passing { outcome: Outcome::Unknown(WhyUnknown::NoStart), ..all }];
    };
    let points = standing_points(event, question, total, |count| Some(count.stated));
    let all = Passing { outcome: outcome(&points, start, all.baseline_number), ..all };
    if all.likeness == Likeness::Alike {
        return vec![all];
    }
    let like = |count: &Count| like_with_like(count, &baseline_total.count);
    let points = standing_points(event, question, total, |count| like(count).map(|(_, this, _)| this));
    let last = points.last().and_then(|point| event.event.reports.get(point.report)?.counts.get(&question.measure));
    let Some((who, _, baseline_number)) = last.and_then(like) else { return vec![all] };
    let same = Passing {
        who: Some(who),
        likeness: Likeness::Alike,
        outcome: outcome(&points, start, baseline_number),
        baseline_number,
        bounded: is_bounded(baseline_number),
        ..all.clone()
    };
    vec![all, same]
}

/// The first point that is sure to be higher than the highest that `baseline` states.
fn outcome(points: &[Point], start: Date, baseline: Stated) -> Outcome {
    let day = |date: Date| (date - start).get_days() + 1;
    let reached = |point: &Point| Reached {
        first_day: day(point.from),
        day: day(point.to),
        date: point.to,
        stated: point.stated,
        report: point.report,
    };
    let Some((latest, to_pass)) = points.last().zip(baseline.highest()) else {
        return Outcome::Unknown(WhyUnknown::NoNumber);
    };
    match points.iter().position(|point| point.stated.lowest().is_some_and(|number| number > to_pass)) {
        Some(index) => Outcome::Passed {
            at: reached(&points[index]),
            before: index.checked_sub(1).and_then(|before| points.get(before)).map(reached),
        },
        None => Outcome::NotYet { latest: reached(latest) },
    }
}

fn is_bounded(stated: Stated) -> bool {
    match stated {
        Stated::Unknown | Stated::AtLeast(_) | Stated::MoreThan(_) | Stated::Range { high: None, .. } => false,
        Stated::Exact(_) | Stated::About(_) | Stated::UpTo(_) | Stated::Range { .. } => true,
    }
}
