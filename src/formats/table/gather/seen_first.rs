//! Which of a table's measures is seen first: a toll is of the dead, wherever they stand in the file.

use crate::model::{Dataset, Id, Stated};

/// The measure that is seen first, where there are several: the dead, or a number that holds them, else the first `in_order`,
/// whichever measure the earliest report has. Dead of whom only parts are known do not take the place of a number.
pub(super) fn seen_first<'n>(dataset: &Dataset, in_order: impl Iterator<Item = &'n Id>) -> Option<&'n Id> {
    let used = dataset.measures_used();
    let in_order: Vec<&Id> = in_order.filter(|id| used.contains(id)).collect();
    let first = in_order.first().copied().filter(|_| used.len() > 1)?;
    if holds_dead(dataset, first) {
        return Some(first);
    }
    let is_seen = |id: &&Id| is_of_dead(id) && (has_number(dataset, id) || !has_number(dataset, first));
    in_order.into_iter().find(is_seen).or(Some(first))
}

fn is_of_dead(id: &Id) -> bool {
    matches!(id.as_str(), "killed" | "dead")
}

/// Whether a measure is of the dead and missing together, who are told before the dead alone; the dead and injured are not.
fn holds_dead(dataset: &Dataset, id: &Id) -> bool {
    let sum_of = dataset.measures.get(id).map_or(&[][..], |measure| &measure.sum_of);
    sum_of.iter().any(is_of_dead) && sum_of.iter().all(|member| is_of_dead(member) || member.as_str() == "missing")
}

fn has_number(dataset: &Dataset, id: &Id) -> bool {
    let reports = dataset.events.values().flat_map(|event| &event.reports);
    reports.filter_map(|report| report.counts.get(id)).any(|count| count.stated != Stated::Unknown)
}
