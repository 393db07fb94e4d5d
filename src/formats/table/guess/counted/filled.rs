//! Columns with which a publisher filled the gaps of others.

use super::super::look::share;
use super::super::say;
use super::candidates::Candidates;
use super::ledger::{self, Holds};
use std::collections::BTreeSet;

/// A column that equals another wherever that one has a value, has values elsewhere too, and has a word more in its name.
pub(in super::super) fn find(found: &mut Candidates) {
    let mut filled: Vec<(usize, usize, Holds, usize)> = Vec::new();
    for (at, base) in found.all.iter().enumerate() {
        for (by, other) in found.all.iter().enumerate() {
            let (short, long) = (&base.seen.named.words, &other.seen.named.words);
            let is_longer = long.len() > short.len() && long.len() <= short.len() + 2 && is_within(short, long);
            if !is_longer || base.is_cumulative != other.is_cumulative || !base.seen.named.who.eq(&other.seen.named.who)
            {
                continue;
            }
            let holds = ledger::equal(&base.seen.numbers, &other.seen.numbers);
            let gaps =
                base.seen.numbers.iter().zip(&other.seen.numbers).filter(|(a, b)| a.is_none() && b.is_some()).count();
            let covers = share(holds.of, base.seen.readable) >= 0.98;
            if holds.of >= 3 && holds.share() >= 0.9 && covers && gaps > 0 {
                filled.push((at, by, holds, gaps));
            }
        }
    }
    // One filled column for each, and one for which it fills.
    filled.sort_by_key(|(_, _, holds, _)| std::cmp::Reverse(holds.of));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (at, by, holds, gaps) in filled {
        if taken.contains(&at) || taken.contains(&by) {
            continue;
        }
        taken.extend([at, by]);
        let Some(name) = found.all.get(by).map(|other| other.seen.name) else { continue };
        if let Some(base) = found.all.get_mut(at) {
            found.reasons.push(format!(
                "\"{name}\" repeats \"{}\" on {} and has {} values more: the publisher filled the gaps",
                base.seen.name,
                say::of_rows(holds),
                say::number(gaps)
            ));
            base.filled = Some(name);
        }
    }
    let fillers: BTreeSet<&str> = found.all.iter().filter_map(|candidate| candidate.filled).collect();
    found.all.retain(|candidate| !fillers.contains(candidate.seen.name));
}

/// Whether the words of a name are in another in their order.
fn is_within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}
