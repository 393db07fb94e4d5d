//! What differs between two versions of a dataset, reconciled to what each of them holds.

use super::{Asked, FILE, one_event};
use crate::formats::strategies;
use proptest::prelude::*;
use tollview::analysis::{Change, Changes, Question, Tally, Versions, change_rows, changes, revisions, timeline};
use tollview::chart::{Body, Figure, timeline_figure};
use tollview::example;
use tollview::export::changes_tsv;
use tollview::model::{Count, Dataset, EventEnd, Stated};
use tollview::text::Locale;

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

/// Two versions of a storm: a later report, a corrected one, one that went, and an event with another end.
pub(super) fn two_versions() -> (Asked, Asked) {
    let old = one_event(
        r#"{ "id": "one", "source": "a", "as_of": "2020-01-02", "counts": { "killed": { "at_least": 10, "parts": { "men": 7 } } } },
           { "source": "a", "as_of": "2020-01-04", "counts": { "killed": 20, "missing": 5 } },
           { "source": "b", "as_of": "2020-01-05", "counts": { "killed": 40 } }"#,
    );
    let mut new = one_event(
        r#"{ "id": "one", "source": "a", "as_of": "2020-01-02", "published": "2020-01-03",
             "counts": { "killed": { "at_least": 14, "as_written": "14 or more", "parts": { "men": 7 }, "of_which": { "children": 2 } } } },
           { "source": "a", "as_of": "2020-01-04", "counts": { "killed": 20, "missing": 5 } },
           { "source": "a", "as_of": "2020-01-08", "counts": { "killed": { "about": 30 } } }"#,
    );
    new.dataset.events["storm"].end = EventEnd::Ongoing;
    (old, new)
}

/// Looks at what changed between these.
fn since<R>(old: &Asked, new: &Asked, look: impl FnOnce(&Changes, Versions) -> R) -> R {
    let (old, new) = (&old.dataset, &new.dataset);
    look(&changes(old, new), Versions { file: FILE, name: "old.toll.json", old, new })
}

/// The new version's timeline with marks of what changed.
pub(super) fn revised_timeline((old, new): &(Asked, Asked)) -> Figure {
    let english = Locale::english();
    let revisions = since(old, new, |changes, versions| revisions(changes, versions, &new.question, &english));
    new.look(|library, question| {
        let mut timeline = timeline(library, question);
        timeline.revise(&revisions);
        timeline_figure(library, &timeline, question, &english)
    })
}

#[test]
fn every_difference_has_a_line() {
    let (old, new) = two_versions();
    let rows = since(&old, &new, |changes, versions| change_rows(changes, versions, &new.question, &Locale::english()));
    let expected = [
        "change\tevent\treport\twhat\tbefore\tnow",
        "changed\tStorm\t\tKilled, as charts show it\t20\t≈ 30",
        "changed\tStorm\t\tend\t10 Jan 2020\tunfinished",
        "changed\tStorm\tAlpha · 2 Jan 2020\tpublished\t\t3 Jan 2020",
        "changed\tStorm\tAlpha · 2 Jan 2020\tKilled · as written\t≥ 10\t≥ 14",
        "added\tStorm\tAlpha · 2 Jan 2020\tKilled: of which children\t\t2",
        "added\tStorm\tAlpha · 8 Jan 2020\tKilled\t\t≈ 30",
        "removed\tStorm\tBeta · 5 Jan 2020\tKilled\t40\t",
    ];
    let found = changes_tsv(&rows);
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
    // A count that is there now can be chosen; one that went cannot.
    let keys: Vec<Option<usize>> = rows.iter().map(|row| row.key.as_ref().map(|key| key.report)).collect();
    assert_eq!(keys, [None, None, None, Some(0), Some(0), Some(2), None]);
}

#[test]
fn an_event_that_came_and_one_that_went() {
    let (old, mut new) = two_versions();
    let mut flood = new.dataset.events["storm"].clone();
    flood.id = "flood".into();
    flood.title = "Flood".into();
    flood.reports.truncate(1);
    new.dataset.events.insert("flood".into(), flood);
    let lines = |old: &Asked, new: &Asked| {
        let rows =
            since(old, new, |changes, versions| change_rows(changes, versions, &new.question, &Locale::english()));
        let of_flood = rows.into_iter().filter(|row| row.event == "Flood");
        of_flood.map(|row| [row.change.name(), &row.what, &row.before, &row.after].join("|")).collect::<Vec<_>>()
    };
    let came = ["changed|Killed, as charts show it||≥ 14 · Alpha", "added|Event||1 report", "added|Killed||≥ 14"];
    assert_eq!(lines(&old, &new)[..3], came);
    let went = ["changed|Killed, as charts show it|≥ 14 · Alpha|", "removed|Event|1 report|", "removed|Killed|≥ 14|"];
    assert_eq!(lines(&new, &old)[..3], went);
}

#[test]
fn revisions_are_marked_where_the_points_are_and_were() {
    let both = two_versions();
    let figure = revised_timeline(&both);
    let Body::Time(body) = &figure.body else { panic!("a timeline") };
    // 1 January 2020 is day 18,262 after 1 January 1970.
    let day = |n: f64| 18_261.0 + n;
    let marks: Vec<_> = body.revisions.iter().map(|mark| (mark.change, mark.old, mark.new)).collect();
    let expected = [
        (Change::Changed, Some((day(2.0), 10.0)), Some((day(2.0), 14.0))),
        (Change::Added, None, Some((day(8.0), 30.0))),
        (Change::Removed, Some((day(5.0), 40.0)), None),
    ];
    assert_eq!(marks, expected);
    let hovers: Vec<&str> = body.revisions.iter().map(|mark| mark.hover.as_str()).collect();
    let expected = [
        "≥ 10 (2 Jan 2020) before, in old.toll.json\n≥ 14 · Alpha · 2 Jan 2020",
        "Added since old.toll.json\n≈ 30 · Alpha · 8 Jan 2020",
        "Removed since old.toll.json: 40 (5 Jan 2020)\nBeta",
    ];
    assert_eq!(hovers, expected);
    let note = "Since old.toll.json: one point added, 1 changed, 1 removed.";
    assert!(figure.notes.iter().any(|found| found.text == note), "{:?}", figure.notes);
    // What was not known yet is no change.
    let (old, new) = both;
    let day = |question: &mut Question| question.as_known_on = Some("2020-01-06".parse().unwrap());
    let Body::Time(body) = revised_timeline(&(old.ask(day), new.ask(day))).body else { panic!("a timeline") };
    assert_eq!(body.revisions.iter().map(|mark| mark.change).collect::<Vec<_>>(), [Change::Changed, Change::Removed]);
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
