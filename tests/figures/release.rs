//! What differs between two versions of a dataset, reconciled to what each of them holds.

use crate::formats::strategies;
use proptest::prelude::*;
use tollview::analysis::{Change, Changes, Tally, changes};
use tollview::example;
use tollview::model::{Count, Dataset, Stated};

fn tally(added: usize, removed: usize, changed: usize, same: usize) -> Tally {
    Tally { added, removed, changed, same }
}

/// Events, reports, totals and categories of a dataset.
fn held(dataset: &Dataset) -> [usize; 4] {
    fn inside(count: &Count) -> usize {
        count.children().map(|(_, _, inner)| 1 + inside(inner)).sum()
    }
    let reports = || dataset.events.values().flat_map(|event| &event.reports);
    let counts = || reports().flat_map(|report| report.counts.values());
    [dataset.events.len(), reports().count(), counts().count(), counts().map(inside).sum()]
}

fn tallies(changes: &Changes) -> [Tally; 4] {
    [changes.event_tally, changes.report_tally, changes.count_tally, changes.part_tally]
}

#[test]
fn a_new_version_of_the_bundled_dataset() {
    let old = example::dataset().unwrap();
    let mut new = old.clone();
    let held_before = held(&old);
    let event = &mut new.events["iran-2025-26"];
    // A later report moves to the front, an early one goes, a part gets another number, a total another word.
    let mut later = event.reports[29].clone();
    later.id = Some("hrana-2026-03-01".into());
    later.as_of = Some("2026-03-01".parse().unwrap());
    later.published = None;
    event.reports.insert(0, later);
    let gone = event.reports.remove(1);
    assert_eq!((gone.id.as_ref().unwrap().as_str(), gone.counts.len()), ("hrana-2026-01-03", 2));
    let killed = &mut event.reports[7].counts["killed"];
    killed.parts["protesters"].stated = Stated::Exact(79);
    killed.pending = Some(Box::new(Count::new(Stated::Exact(1))));
    new.events["iran-1999"].population = None;
    new.events["iran-1999"].title.clone_from(&old.events["iran-2022"].title);
    let changes = changes(&old, &new);
    let names: Vec<_> = changes.events.iter().map(|it| (it.event.as_str(), it.change, it.itself)).collect();
    assert_eq!(names, [("iran-2025-26", Change::Changed, false), ("iran-1999", Change::Changed, true)]);
    let reports = &changes.events[0].reports;
    let kinds: Vec<_> = reports.iter().map(|it| (it.old, it.new, it.change, it.itself)).collect();
    let expected = [
        (None, Some(0), Change::Added, true),
        (Some(7), Some(7), Change::Changed, false),
        (Some(0), None, Change::Removed, true),
    ];
    assert_eq!(kinds, expected);
    let lines: Vec<_> = reports[1].counts.iter().map(|it| (it.categories.len(), it.new.unwrap().stated)).collect();
    assert_eq!(lines, [(0, Stated::AtLeast(116)), (1, Stated::Exact(79))]);
    // The later report has one total with four parts; the one that went two totals and one part.
    let [events, reports, counts, parts] = held_before;
    let expected = [
        tally(0, 0, 2, events - 2),
        tally(1, 1, 1, reports - 2),
        tally(1, 2, 1, counts - 3),
        tally(4, 1, 1, parts - 2),
    ];
    assert_eq!(tallies(&changes), expected);
}

#[test]
fn reports_without_names_are_known_by_source_date_and_publication() {
    let old = example::dataset().unwrap();
    let mut new = old.clone();
    let event = &mut new.events["iran-2025-26"];
    // 538 and 544 of one date and publication, without names and the other way round.
    for index in [8, 9] {
        event.reports[index].id = None;
    }
    event.reports.swap(8, 9);
    let changes = changes(&old, &new);
    let pairs: Vec<_> = changes.events[0].reports.iter().map(|it| (it.old, it.new, it.counts.len())).collect();
    assert_eq!(pairs, [(Some(9), Some(8), 0), (Some(8), Some(9), 0)], "only their names went");
    let order = {
        let mut turned = old.clone();
        turned.events["iran-2025-26"].reports.reverse();
        turned.events.reverse();
        turned
    };
    assert!(tollview::analysis::changes(&old, &order).events.is_empty(), "a new order is no change");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_reconcile_to_both_versions(old in strategies::dataset(), new in strategies::dataset()) {
        let both = changes(&old, &new);
        for (tally, (old, new)) in tallies(&both).into_iter().zip(held(&old).into_iter().zip(held(&new))) {
            prop_assert_eq!(tally.removed + tally.changed + tally.same, old);
            prop_assert_eq!(tally.added + tally.changed + tally.same, new);
        }
        prop_assert_eq!(both.events.len(), both.event_tally.added + both.event_tally.removed + both.event_tally.changed);
        let back = changes(&new, &old);
        for (there, back) in tallies(&both)[..2].iter().zip(tallies(&back)) {
            prop_assert_eq!((there.added, there.removed), (back.removed, back.added));
        }
        prop_assert!(changes(&new, &new).events.is_empty());
    }
}
