//! Only the largest events and categories stay by themselves; the others are put together as one that says how many it
//! holds.

use super::plan::Plan;
use super::tally::{Counts, Kind, NONE, Names};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Puts together what the recipe does not keep apart.
pub(super) fn only_the_largest(counts: Counts, plan: &Plan) -> Counts {
    let keeps_all = plan.recipe.events.most.is_none() && plan.recipe.split.iter().all(|split| split.most.is_none());
    if keeps_all {
        return counts;
    }
    let mut kept = Counts { measures: counts.measures.clone(), ..Counts::default() };
    let events = match plan.recipe.events.most {
        Some(most) if !plan.events.is_empty() => {
            let sizes = event_sizes(&counts);
            let all = (0..count(counts.events.len())).collect::<Vec<u32>>();
            renamed(&all, &sizes, most, &counts.events, &mut kept.events)
        }
        _ => counts.events.iter().enumerate().map(|(at, name)| (count(at), kept.events.number(name, 0))).collect(),
    };
    let events: Vec<u32> = (0..count(counts.events.len())).map(|at| events.get(&at).copied().unwrap_or(NONE)).collect();
    let paths = paths(&counts, plan, &mut kept);
    kept.merge(&counts, Some(&events), Some(&paths));
    kept
}

/// Where each way of `counts` leads to in `kept`, from the root on.
fn paths(counts: &Counts, plan: &Plan, kept: &mut Counts) -> Vec<u32> {
    let steps: Vec<Vec<u32>> = (1..=count(counts.paths.len())).map(|path| counts.steps(path)).collect();
    let sizes = path_sizes(counts);
    let mut levels: Vec<HashMap<u32, u32>> = Vec::new();
    for (level, split) in plan.recipe.split.iter().enumerate() {
        let mut of_level: Vec<u32> = Vec::new();
        let mut of_category: HashMap<u32, u64> = HashMap::new();
        for (path, steps) in (1..).zip(&steps) {
            if let (Some(category), true) = (steps.last(), steps.len() == level + 1) {
                let size = of_category.entry(*category).or_insert_with(|| {
                    of_level.push(*category);
                    0
                });
                *size = size.saturating_add(sizes.get(&path).copied().unwrap_or_default());
            }
        }
        let most = split.most.unwrap_or(usize::MAX);
        levels.push(renamed(&of_level, &of_category, most, &counts.categories, &mut kept.categories));
    }
    let mut paths = vec![0];
    for steps in &steps {
        let path = steps.iter().zip(&levels).fold(0, |up, (category, level)| {
            let category = level.get(category).copied().unwrap_or(NONE);
            kept.path(up, category)
        });
        paths.push(path);
    }
    paths
}

/// Numbers among `new` names: those of the largest keep their name, the others share one.
fn renamed(all: &[u32], sizes: &HashMap<u32, u64>, most: usize, old: &Names, new: &mut Names) -> HashMap<u32, u32> {
    let mut largest = all.to_vec();
    largest.sort_by_key(|number| (Reverse(sizes.get(number).copied().unwrap_or_default()), *number));
    let others = largest.split_off(most.min(largest.len()));
    largest.sort_unstable();
    let mut renamed: HashMap<u32, u32> =
        largest.iter().map(|number| (*number, new.number(old.name(*number).unwrap_or_default(), 0))).collect();
    if !others.is_empty() {
        let other = new.number(&format!("other ({})", others.len()), 0);
        renamed.extend(others.iter().map(|number| (*number, other)));
    }
    renamed
}

/// The toll of each event by the first measure: the sum of its periods, or the highest of its counts so far.
fn event_sizes(counts: &Counts) -> HashMap<u32, u64> {
    let mut so_far: HashMap<u32, u64> = HashMap::new();
    let mut periods: HashMap<u32, u64> = HashMap::new();
    for (key, sum) in counts.cells.iter().filter(|(key, _)| key.kind == Kind::Total && key.path == 0) {
        if key.target != 0 || !matches!(key.measure, 0 | NONE) {
            continue;
        }
        let report = usize::try_from(key.report).ok().and_then(|at| counts.reports.get_index(at));
        let (Some((report, ())), Some(number)) = (report, sum.stated().number()) else { continue };
        if report.is_cumulative {
            let highest = so_far.entry(report.event).or_default();
            *highest = number.max(*highest);
        } else {
            let sum = periods.entry(report.event).or_default();
            *sum = sum.saturating_add(number);
        }
    }
    for (event, highest) in so_far {
        let size = periods.entry(event).or_default();
        *size = highest.max(*size);
    }
    periods
}

/// What each way counts by the first measure, over all reports: enough to order categories.
fn path_sizes(counts: &Counts) -> HashMap<u32, u64> {
    let mut sizes: HashMap<u32, u64> = HashMap::new();
    for (key, sum) in counts.cells.iter().filter(|(key, _)| key.kind == Kind::Total && key.path != 0) {
        if key.target == 0 && matches!(key.measure, 0 | NONE) {
            let size = sizes.entry(key.path).or_default();
            *size = size.saturating_add(sum.stated().number().unwrap_or_default());
        }
    }
    sizes
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}
