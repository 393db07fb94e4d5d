//! The order of very many categories. Charts have looks for the first of them only, and those are for the categories that a
//! reader sees: the ones with the largest numbers, wherever in the table they stand.

use crate::model::{Count, Dataset, Id};
use std::cmp::Reverse;
use std::collections::HashMap;

/// So many keep the order of the table: each of them has a look of its own.
const FEW: usize = 24;

pub(super) fn largest_first(dataset: &mut Dataset) {
    if dataset.categories.len() <= FEW {
        return;
    }
    let mut largest: HashMap<Id, u64> = HashMap::new();
    for count in dataset.events.values().flat_map(|event| &event.reports).flat_map(|report| report.counts.values()) {
        take_in(count, &mut largest);
    }
    dataset.categories.sort_by_cached_key(|id, _| Reverse(largest.get(id).copied().unwrap_or(0)));
}

fn take_in(count: &Count, largest: &mut HashMap<Id, u64>) {
    for (_, id, inner) in count.children() {
        let number = inner.stated.number().unwrap_or(0);
        let known = largest.entry(id.clone()).or_default();
        *known = number.max(*known);
        take_in(inner, largest);
    }
}
