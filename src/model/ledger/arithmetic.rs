//! Parts against their total, in the reading as written and in the other one.

use super::{Finding, FindingKind, Place};
use crate::model::{Count, Id, Relation, Report, Stated};

/// The parts of one count added up in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The category that is read otherwise than written, and how; `None` for the reading as written.
    pub changed: Option<(Id, Relation)>,
    /// What the parts add up to.
    pub sum: u64,
    /// Whether that is the total.
    pub closes: bool,
}

/// All readings of a count that has parts: first as written, then each with one category moved from added to of-which,
/// or from of-which or unclear to added. Empty where total or parts have no number.
#[must_use]
pub fn readings(count: &Count) -> Vec<Reading> {
    // A total of "at least" is made of the least that its parts may be.
    let number = match count.stated {
        Stated::AtLeast(_) | Stated::MoreThan(_) => smallest,
        _ => Stated::number,
    };
    let parts: Vec<u64> = count.parts.values().filter_map(|part| number(part.stated)).collect();
    let sum = parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(*part));
    let Some(sum) = sum.filter(|_| !parts.is_empty() && count.stated.number().is_some()) else {
        return Vec::new();
    };
    let mut readings = vec![Reading { changed: None, sum, closes: closes(count.stated, sum) }];
    let mut read = |category: &Id, relation, sum: Option<u64>| {
        if let Some(sum) = sum {
            readings.push(Reading {
                changed: Some((category.clone(), relation)),
                sum,
                closes: closes(count.stated, sum),
            });
        }
    };
    for (category, part) in &count.parts {
        if count.parts.len() > 1 {
            read(category, Relation::OfWhich, number(part.stated).and_then(|n| sum.checked_sub(n)));
        }
        for (category, inner) in &part.of_which {
            read(category, Relation::Part, number(inner.stated).and_then(|n| sum.checked_add(n)));
        }
    }
    for (category, other) in count.of_which.iter().chain(&count.unclear) {
        read(category, Relation::Part, number(other.stated).and_then(|n| sum.checked_add(n)));
    }
    readings
}

/// Parts close against best, else the number stated, else anywhere between low and high.
fn closes(total: Stated, sum: u64) -> bool {
    match total {
        Stated::Range { low, best: None, high } => {
            low.is_none_or(|low| sum >= low) && high.is_none_or(|high| sum <= high)
        }
        total => total.number() == Some(sum),
    }
}

/// The largest number that a count may be, where one is stated.
fn largest(stated: Stated) -> Option<u64> {
    match stated {
        Stated::Exact(n) | Stated::UpTo(n) | Stated::About(n) => Some(n),
        Stated::Range { low, best, high } => [low, best, high].into_iter().flatten().max(),
        Stated::Unknown | Stated::AtLeast(_) | Stated::MoreThan(_) => None,
    }
}

pub(super) fn check(report: &Report, count: &Count, place: &Place, findings: &mut Vec<Finding>) {
    let mut find = |kind| findings.push(Finding { place: place.clone(), kind });
    if let Stated::Range { low, best, high } = count.stated {
        let stated: Vec<u64> = [low, best, high].into_iter().flatten().collect();
        if !stated.is_sorted() {
            find(FindingKind::OutOfOrder { low, best, high });
        }
    }
    if let (Some(part_when), Some(when)) = (count.as_of, report.when())
        && part_when.last_day() < when.first_day()
    {
        find(FindingKind::StalePart { part_when, when });
    }
    if let Some(kind) = parts_against_total(count) {
        find(kind);
    }
    for (relation, category, inner) in count.children() {
        let inside = place.inside(relation, category);
        // A lower bound may hold more than it says, but a source that lists its people lists both.
        let limit = largest(count.stated).or(count.stated.number());
        if relation == Relation::OfWhich
            && let (Some(part), Some(parent)) = (smallest(inner.stated), limit)
            && part > parent
        {
            findings.push(Finding {
                place: inside.clone(),
                kind: FindingKind::OfWhichBeyondParent { part: inner.stated, parent: count.stated },
            });
        }
        check(report, inner, &inside, findings);
    }
    if let Some(pending) = &count.pending {
        check(report, pending, place, findings);
    }
}

fn smallest(stated: Stated) -> Option<u64> {
    match stated {
        Stated::Range { low, best, high } => [low, best, high].into_iter().flatten().min(),
        Stated::UpTo(_) => Some(0),
        stated => stated.number(),
    }
}

fn parts_against_total(count: &Count) -> Option<FindingKind> {
    let total = count.stated;
    let all = readings(count);
    let (written, others) = all.split_first()?;
    if written.closes {
        return None;
    }
    // An unclear category that closes when added settles nothing: the source did not say.
    let other = others.iter().find(|reading| {
        reading.closes && reading.changed.as_ref().is_some_and(|(category, _)| !count.unclear.contains_key(category))
    });
    if let Some((category, other)) = other.and_then(|reading| reading.changed.clone()) {
        return Some(FindingKind::OtherReadingCloses { total, sum: written.sum, category, other });
    }
    let Some(residual) = count.residual() else {
        let least = count.parts.values().filter_map(|part| part.stated.spread()).map(|part| part.low).sum::<f64>();
        let certain = total.spread().is_some_and(|total| least > total.high);
        return Some(FindingKind::PartsBeyondTotal { total, sum: written.sum, certain });
    };
    let unclear = count.unclear.values().try_fold(0_u64, |sum, other| sum.checked_add(other.stated.number()?));
    let unclear_added = unclear.filter(|_| !count.unclear.is_empty()).and_then(|unclear| residual.checked_sub(unclear));
    Some(FindingKind::NotBrokenDown { total, residual, unclear_added })
}
