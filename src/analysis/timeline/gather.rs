//! An event's reports put together by who counted and whom they cover, each group made into a series.

use super::counted::{Counted, LeftOutCount, counted};
use super::{Point, Series, added, points};
use crate::analysis::standing::is_carried;
use crate::analysis::{Flow, OpenEvent, Question, SourceTotal};
use crate::model::ledger::latest_key;
use crate::model::{Basis, Count, Coverage, CoverageKey, Event, Id, Report, Stated, When};
use indexmap::IndexMap;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// One report's count, and the date or period for which it holds.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) index: usize,
    pub(super) report: &'a Report,
    pub(super) count: &'a Count,
    pub(super) when: Option<When>,
}

/// Who counted, and whom.
type Key<'a> = (Option<&'a Id>, CoverageKey<'a>);

/// All keys, each with the place of its first count.
type Groups<'a> = IndexMap<Key<'a>, (usize, Group<'a>)>;

/// The reports of one key, in the order of the ledger.
#[derive(Default)]
struct Group<'a> {
    cumulative: Vec<Entry<'a>>,
    incremental: Vec<Entry<'a>>,
}

/// The series of one event that have any dated number, in file order; the first one is that of `standing`. Then what
/// says nothing of the people asked for.
pub(super) fn series<'a>(
    event: OpenEvent<'a>,
    question: &Question,
    standing: Option<&SourceTotal<'a>>,
) -> (Vec<Series<'a>>, Vec<LeftOutCount<'a>>) {
    let start = event.event.start.and_then(When::single_day);
    let (counted, left_out) = counted(event, question);
    let mut groups = groups(&counted);
    join_repeats(event.event, &mut groups);
    if let Some(index) = standing.and_then(|total| standing_group(&groups, total)) {
        groups.move_index(index, 0);
    }
    let stands = standing.and_then(|total| groups.first().filter(|((source, _), _)| *source == total.source)).is_some();
    let so_far: HashSet<Option<&Id>> =
        groups.iter().filter(|(_, (_, group))| !group.cumulative.is_empty()).map(|((source, _), _)| *source).collect();
    let all = groups.into_iter().enumerate().map(|(index, ((source, _), (first, group)))| {
        let periods = points::distinct_periods(&group.incremental, |entry| Some(entry.count.stated));
        let (points, pending) = if group.cumulative.is_empty() {
            // A source that says how many so far is not second-guessed by a sum.
            let sums = if so_far.contains(&source) { Vec::new() } else { points::running_sums(&periods) };
            (sums, points::pending(event.event, &group.incremental))
        } else {
            (points::cumulative(event.event, &group.cumulative), points::pending(event.event, &group.cumulative))
        };
        let added = match question.flow {
            Flow::SoFar => Vec::new(),
            flow => {
                let so_far = if group.cumulative.is_empty() { &[][..] } else { &points[..] };
                added::added(so_far, &periods, start, flow)
            }
        };
        let stands = stands && index == 0;
        let is_summed = group.cumulative.is_empty() && !so_far.contains(&source);
        let undated = periods.iter().filter(|period| is_summed && period.days.is_none()).map(|period| period.stated);
        let undated = Stated::sum(undated).filter(|stated| stated.number().is_some_and(|number| number > 0));
        Series {
            source: counted[first].report.source.as_ref(),
            stands,
            coverage: coverage(&counted[first]),
            points,
            pending,
            added,
            undated,
        }
    });
    let is_shown = |it: &Series| !(it.points.is_empty() && it.pending.is_empty() && it.added.is_empty());
    (all.filter(is_shown).collect(), left_out)
}

fn coverage<'a>(counted: &Counted<'a>) -> Option<Cow<'a, Coverage>> {
    match &counted.count {
        Cow::Borrowed(count) => count.coverage.as_deref().map(Cow::Borrowed),
        Cow::Owned(count) => count.coverage.as_deref().cloned().map(Cow::Owned),
    }
}

/// The numbers that `number` takes from the counts of who stands, all of the same people, by date; a sum of periods where
/// it only counts those. No step is marked.
pub(in crate::analysis) fn standing_points(
    event: OpenEvent,
    question: &Question,
    standing: &SourceTotal,
    number: impl Fn(&Count) -> Option<Stated>,
) -> Vec<Point> {
    let (counted, _) = counted(event, question);
    let mut groups = groups(&counted);
    join_repeats(event.event, &mut groups);
    let group = standing_group(&groups, standing).and_then(|index| groups.get_index(index));
    let Some((_, (_, group))) = group else { return Vec::new() };
    let number = |entry: &Entry| number(entry.count);
    if group.cumulative.is_empty() {
        points::running_sums(&points::distinct_periods(&group.incremental, number))
    } else {
        points::dated(event.event, &group.cumulative, number)
    }
}

/// The group of the report that stands; of its source, where another day of the event is asked for.
fn standing_group(groups: &Groups, standing: &SourceTotal) -> Option<usize> {
    let holds = |(_, group): &(usize, Group)| {
        group.cumulative.iter().chain(&group.incremental).any(|entry| entry.index == standing.index)
    };
    let group = groups.values().position(holds);
    group.or_else(|| groups.keys().position(|(source, _)| *source == standing.source))
}

fn groups<'c>(counted: &'c [Counted]) -> Groups<'c> {
    let mut groups = Groups::new();
    let has_sources = counted.iter().any(|one| one.report.source.is_some());
    let is_own = |one: &Counted| !is_carried(one.report, &one.count, has_sources);
    for (place, one) in counted.iter().enumerate().filter(|(_, one)| is_own(one)) {
        let Counted { index, report, count, when } = one;
        let key = (report.source.as_ref(), Coverage::key(count.coverage.as_deref()));
        let (_, group) = groups.entry(key).or_insert_with(|| (place, Group::default()));
        let entry = Entry { index: *index, report, count, when: *when };
        match report.basis {
            Basis::Cumulative => group.cumulative.push(entry),
            Basis::Incremental => group.incremental.push(entry),
        }
    }
    for (_, group) in groups.values_mut() {
        sort(&mut group.cumulative);
        sort(&mut group.incremental);
    }
    groups
}

fn sort(entries: &mut [Entry]) {
    entries.sort_by_cached_key(|entry| latest_key(entry.when, entry.index, entry.report));
}

/// Joins counts that only repeat, date by date and number by number, what their source says elsewhere, where one of the
/// two does not say whom it covers: an outlet that adds "everyone" to a figure starts no line of its own.
fn join_repeats(event: &Event, groups: &mut Groups<'_>) {
    let keys: Vec<Key> = groups.keys().copied().collect();
    let of_source = keys.iter().copied().fold(IndexMap::<_, Vec<Key>>::new(), |mut map, key| {
        map.entry(key.0).or_default().push(key);
        map
    });
    for (source, keys) in of_source {
        let unstated = (source, None);
        let is_plain = |key: &Key| groups.get(key).is_some_and(|(_, group)| group.incremental.is_empty());
        if keys.len() < 2 || !keys.contains(&unstated) || !is_plain(&unstated) {
            continue;
        }
        let figures = |key: &Key| points::cumulative(event, &groups[key].1.cumulative);
        let here: HashMap<_, _> =
            figures(&unstated).into_iter().map(|point| ((point.from, point.to), point.stated)).collect();
        if here.is_empty() {
            continue;
        }
        let (mut repeats, mut repeated) = (Vec::new(), Vec::new());
        for key in keys.into_iter().filter(|key| key.1.is_some() && is_plain(key)) {
            let there = figures(&key);
            let same = there.iter().filter(|it| here.get(&(it.from, it.to)) == Some(&it.stated)).count();
            if same == here.len() {
                repeated.push(key);
            } else if same == there.len() {
                repeats.push(key);
            }
        }
        match repeated[..] {
            [key] => join(groups, &unstated, &key),
            _ => repeats.iter().for_each(|key| join(groups, key, &unstated)),
        }
    }
}

fn join<'a>(groups: &mut Groups<'a>, from: &Key<'a>, into: &Key<'a>) {
    let Some((_, repeat)) = groups.shift_remove(from) else { return };
    if let Some((_, group)) = groups.get_mut(into) {
        group.cumulative.extend(repeat.cumulative);
        sort(&mut group.cumulative);
    }
}
