//! Which report of the old version is which one of the new: by name, else by source, date and publication.

use crate::model::{Report, Stated};
use std::collections::{HashMap, VecDeque};

/// Indices in the old and the new version.
type Pair = (Option<usize>, Option<usize>);

/// Every report of both versions once: those of the new one in its order, then the removed ones.
pub(super) fn pairs(old: &[Report], new: &[Report]) -> Vec<Pair> {
    let mut old_of: Vec<Option<usize>> = vec![None; new.len()];
    let mut left: Vec<usize> = (0..old.len()).collect();
    // Among reports of one source and date, those with the same numbers come first.
    let keys: [fn(&Report) -> Option<String>; 3] = [
        |report| report.id.as_ref().map(ToString::to_string),
        |report| Some(numbers(report)),
        |report| Some(dated(report)),
    ];
    for key in keys {
        let mut waiting: HashMap<String, VecDeque<usize>> = HashMap::new();
        for index in &left {
            if let Some(key) = key(&old[*index]) {
                waiting.entry(key).or_default().push_back(*index);
            }
        }
        let mut found = vec![false; old.len()];
        for (place, report) in old_of.iter_mut().zip(new).filter(|(place, _)| place.is_none()) {
            *place = key(report).and_then(|key| waiting.get_mut(&key)?.pop_front());
            if let Some(index) = *place {
                found[index] = true;
            }
        }
        left.retain(|index| !found[*index]);
    }
    let here = old_of.into_iter().enumerate().map(|(index, old)| (old, Some(index)));
    here.chain(left.into_iter().map(|index| (Some(index), None))).collect()
}

fn dated(report: &Report) -> String {
    format!("{:?}", (&report.source, report.basis, report.when(), report.published))
}

fn numbers(report: &Report) -> String {
    let numbers: Vec<(&str, Stated)> = report.counts.iter().map(|(id, count)| (id.as_str(), count.stated)).collect();
    format!("{} {numbers:?}", dated(report))
}
