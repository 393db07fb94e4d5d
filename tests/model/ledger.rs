//! The ledger: each kind of finding on a case made by hand, and what must not be found.

use tollview::model::ledger::{check, readings};
use tollview::model::{Basis, Count, Dataset, Event, FindingKind, Id, Relation, Report, Severity, Stated, Via, When};

fn when(text: &str) -> When {
    text.parse().unwrap()
}

fn exact(n: u64) -> Count {
    Count::new(Stated::Exact(n))
}

fn counts(counts: Vec<(&str, Count)>) -> indexmap::IndexMap<Id, Count> {
    counts.into_iter().map(|(id, count)| (Id::from(id), count)).collect()
}

fn with_parts(stated: Stated, parts: Vec<(&str, Count)>) -> Count {
    Count { parts: counts(parts), ..Count::new(stated) }
}

fn of_which(count: Count, inside: Vec<(&str, Count)>) -> Count {
    Count { of_which: counts(inside), ..count }
}

/// HRANA's report of people killed as of a date.
fn report(as_of: &str, killed: Count) -> Report {
    Report {
        source: Some("hrana".into()),
        as_of: Some(when(as_of)),
        counts: counts(vec![("killed", killed)]),
        ..Report::default()
    }
}

fn dataset(reports: Vec<Report>) -> Dataset {
    let mut dataset = Dataset::new("Test".into());
    let mut event = Event::new("iran".into(), "Iran".into());
    event.start = Some(when("2025-12-28"));
    event.reports = reports;
    dataset.events.insert("iran".into(), event);
    dataset
}

fn kinds(reports: Vec<Report>) -> Vec<FindingKind> {
    check(&dataset(reports)).into_iter().map(|finding| finding.kind).collect()
}

fn names(reports: Vec<Report>) -> Vec<&'static str> {
    kinds(reports).iter().map(FindingKind::name).collect()
}

/// Findings of a single report.
fn of_one(killed: Count) -> Vec<FindingKind> {
    kinds(vec![report("2026-01-12", killed)])
}

/// 12 January: 505 (incl. 9) + 134 + 7 = 646: the children lie inside the protesters.
fn twelfth() -> Count {
    let protesters = of_which(exact(505), vec![("children", exact(9))]);
    with_parts(
        Stated::Exact(646),
        vec![("protesters", protesters), ("government", exact(134)), ("bystanders", exact(7))],
    )
}

/// 14 January: 2,403 + 147 + 12 + 9 = 2,571: the children are added.
fn fourteenth() -> Count {
    let parts = vec![
        ("protesters", exact(2403)),
        ("government", exact(147)),
        ("children", exact(12)),
        ("bystanders", exact(9)),
    ];
    with_parts(Stated::AtLeast(2571), parts)
}

#[test]
fn both_days_close_as_written_and_only_so() {
    assert_eq!(of_one(twelfth()), []);
    assert_eq!(of_one(fourteenth()), []);
    for (count, sum, other) in [(twelfth(), 646, 655), (fourteenth(), 2571, 2559)] {
        let all = readings(&count);
        assert_eq!((all[0].sum, all[0].closes), (sum, true));
        let children = all.iter().find(|r| r.changed.as_ref().is_some_and(|(id, _)| *id == "children")).unwrap();
        assert_eq!((children.sum, children.closes), (other, false));
    }
}

#[test]
fn the_other_reading_is_named_where_it_closes() {
    let added = with_parts(
        Stated::Exact(646),
        vec![("protesters", exact(505)), ("children", exact(9)), ("government", exact(134)), ("bystanders", exact(7))],
    );
    let other = FindingKind::OtherReadingCloses {
        total: Stated::Exact(646),
        sum: 655,
        category: "children".into(),
        other: Relation::OfWhich,
    };
    assert_eq!(of_one(added), [other]);
    let protesters = of_which(exact(2403), vec![("children", exact(12))]);
    let inside = with_parts(
        Stated::AtLeast(2571),
        vec![("protesters", protesters), ("government", exact(147)), ("bystanders", exact(9))],
    );
    let other = FindingKind::OtherReadingCloses {
        total: Stated::AtLeast(2571),
        sum: 2559,
        category: "children".into(),
        other: Relation::Part,
    };
    assert_eq!(of_one(inside), [other]);
}

#[test]
fn the_relation_of_children_changed_between_the_days() {
    let found = kinds(vec![report("2026-01-12", twelfth()), report("2026-01-14", fourteenth())]);
    let changed = FindingKind::RelationChanged {
        category: "children".into(),
        before: Relation::OfWhich,
        before_when: when("2026-01-12"),
        now: Relation::Part,
    };
    assert_eq!(found, [changed]);
}

#[test]
fn a_residual_is_not_broken_down_and_never_an_error() {
    let official = with_parts(Stated::Exact(3117), vec![("martyrs", exact(2427))]);
    let residual = FindingKind::NotBrokenDown { total: Stated::Exact(3117), residual: 690, unclear_added: None };
    assert_eq!(residual.severity(), Severity::Note);
    assert_eq!(of_one(official.clone()), [residual]);
    let unclear = Count { unclear: counts(vec![("security", exact(90))]), ..official };
    let residual = FindingKind::NotBrokenDown { total: Stated::Exact(3117), residual: 690, unclear_added: Some(600) };
    assert_eq!(of_one(unclear), [residual]);
}

#[test]
fn an_unclear_category_that_closes_when_added_settles_nothing() {
    let count = with_parts(Stated::Exact(590), vec![("protesters", exact(522))]);
    let count = Count { unclear: counts(vec![("security", exact(68))]), ..count };
    let found = of_one(count);
    assert!(
        matches!(found[..], [FindingKind::NotBrokenDown { residual: 68, unclear_added: Some(0), .. }]),
        "{found:?}"
    );
}

#[test]
fn parts_beyond_their_total_are_an_error() {
    let count = with_parts(Stated::Exact(10), vec![("a", exact(7)), ("b", exact(8))]);
    let found = of_one(count);
    assert_eq!(found, [FindingKind::PartsBeyondTotal { total: Stated::Exact(10), sum: 15, certain: true }]);
    assert_eq!(found[0].severity(), Severity::Error);
}

#[test]
fn a_lower_bound_is_made_of_the_least_that_its_parts_may_be() {
    let parts = |last| {
        vec![
            ("soldiers", Count::new(Stated::Range { low: Some(24_240), best: None, high: Some(42_335) })),
            ("civilians", Count::new(Stated::AtLeast(15_000))),
            ("displaced", Count::new(last)),
        ]
    };
    assert_eq!(of_one(with_parts(Stated::AtLeast(39_240), parts(Stated::UpTo(640_000)))), []);
    let beyond = of_one(with_parts(Stated::AtLeast(39_239), parts(Stated::AtLeast(1))));
    assert!(matches!(beyond[..], [FindingKind::PartsBeyondTotal { sum: 39_241, .. }]), "{beyond:?}");
}

#[test]
fn parts_close_anywhere_in_a_range_without_best() {
    let range = |low, high| Stated::Range { low: Some(low), best: None, high: Some(high) };
    assert_eq!(of_one(with_parts(range(200, 225), vec![("a", exact(210))])), []);
    assert_eq!(of_one(with_parts(range(211, 225), vec![("a", exact(210))])).len(), 1);
    let best = Stated::Range { low: Some(200), best: Some(215), high: Some(225) };
    let found = of_one(with_parts(best, vec![("a", exact(210))]));
    assert!(matches!(found[..], [FindingKind::NotBrokenDown { residual: 5, .. }]), "{found:?}");
}

#[test]
fn a_total_that_is_not_stated_is_not_checked() {
    assert_eq!(of_one(with_parts(Stated::Unknown, vec![("protesters", exact(15))])), []);
    assert_eq!(of_one(with_parts(Stated::Exact(20), vec![("protesters", Count::default())])), []);
}

#[test]
fn an_of_which_larger_than_its_count_is_an_error() {
    let found = of_one(of_which(exact(5), vec![("children", exact(6))]));
    let kind = FindingKind::OfWhichBeyondParent { part: Stated::Exact(6), parent: Stated::Exact(5) };
    assert_eq!(found, [kind]);
    assert_eq!(of_one(of_which(exact(6), vec![("children", exact(6)), ("women", exact(6))])), []);
    let un = of_which(
        Count::new(Stated::UpTo(551)),
        vec![("women", Count::new(Stated::AtLeast(49))), ("children", exact(68))],
    );
    assert_eq!(of_one(un), []);
}

#[test]
fn a_range_out_of_order_is_found() {
    let (low, best, high) = (Some(3), Some(2), Some(4));
    let found = of_one(Count::new(Stated::Range { low, best, high }));
    assert_eq!(found, [FindingKind::OutOfOrder { low, best, high }]);
    assert_eq!(of_one(Count::new(Stated::Range { low: Some(2), best: Some(2), high: Some(2) })), []);
}

#[test]
fn falls_and_resets_are_told_apart() {
    let pair = |a, b| kinds(vec![report("2026-01-12", exact(a)), report("2026-01-13", exact(b))]);
    let before_when = when("2026-01-12");
    let (before, now) = (Stated::Exact(100), Stated::Exact(99));
    assert_eq!(pair(100, 99), [FindingKind::Fall { before, before_when, now }]);
    let (before, now) = (Stated::Exact(4047), Stated::Exact(123));
    assert_eq!(pair(4047, 123), [FindingKind::Reset { before, before_when, now }]);
    assert_eq!(pair(99, 100), []);
    assert_eq!(pair(99, 99), []);
}

#[test]
fn a_part_that_falls_is_found_as_well() {
    let total = |n, part| with_parts(Stated::Exact(n), vec![("protesters", exact(part))]);
    let found = names(vec![report("2026-01-12", total(50, 50)), report("2026-01-13", total(51, 45))]);
    assert_eq!(found, ["fall", "not_broken_down"]);
}

#[test]
fn pending_may_fall_and_is_never_added() {
    let with_pending = |n, pending| Count { pending: Some(Box::new(exact(pending))), ..exact(n) };
    let found = kinds(vec![
        report("2026-01-12", with_pending(646, 579)),
        report("2026-01-13", with_pending(2003, 779)),
        report("2026-01-14", with_pending(2571, 12)),
    ]);
    assert_eq!(found, []);
    let count = Count { pending: Some(Box::new(exact(579))), ..twelfth() };
    assert_eq!(of_one(count), []);
}

#[test]
fn the_same_date_is_a_tie_or_a_contradiction() {
    let pair =
        |a: Stated, b: Stated| names(vec![report("2026-01-12", Count::new(a)), report("2026-01-12", Count::new(b))]);
    assert_eq!(pair(Stated::AtLeast(544), Stated::AtLeast(646)), ["tie"]);
    assert_eq!(pair(Stated::Exact(544), Stated::Exact(646)), ["contradiction"]);
    assert_eq!(pair(Stated::UpTo(500), Stated::AtLeast(501)), ["contradiction"]);
    assert_eq!(pair(Stated::AtLeast(500), Stated::Exact(520)), [""; 0], "they agree, but are not the same figure");
    assert_eq!(pair(Stated::AtLeast(500), Stated::AtLeast(500)), ["duplicate"]);
}

/// "More than 18,100" and 18,434 are both true: the second is only more exact.
#[test]
fn a_number_above_more_than_does_not_contradict_it() {
    let reports = |a: Stated, b: Stated| {
        let detained = |stated| Report {
            counts: counts(vec![("detained", Count::new(stated))]),
            ..report("2026-01-14", exact(0))
        };
        kinds(vec![detained(a), detained(b)])
    };
    for found in [
        reports(Stated::MoreThan(18_100), Stated::Exact(18_434)),
        reports(Stated::Exact(18_434), Stated::MoreThan(18_100)),
    ] {
        assert_eq!(found, [], "they agree, but are not the same figure");
    }
    let found = reports(Stated::MoreThan(18_100), Stated::Exact(18_100));
    assert!(matches!(found[..], [FindingKind::Contradiction { .. }]), "{found:?}");
    let found = reports(Stated::About(18_000), Stated::Exact(18_434));
    assert_eq!(found, []);
}

#[test]
fn a_repeat_comes_through_another_outlet_and_a_duplicate_through_the_same() {
    let via = |name: &str| Report {
        via: vec![Via { name: name.to_owned(), url: None, extra: tollview::model::Extra::new() }],
        ..report("2026-01-14", exact(5))
    };
    assert_eq!(names(vec![via("AP"), via("AFP")]), ["repeat"]);
    assert_eq!(names(vec![via("AP"), via("AP")]), ["duplicate"]);
}

#[test]
fn a_report_that_supersedes_another_takes_its_place() {
    let first = Report { id: Some("a".into()), ..report("2026-01-14", exact(5)) };
    let second = Report { supersedes: Some("a".into()), ..report("2026-01-14", exact(4)) };
    assert_eq!(kinds(vec![first, second]), []);
}

#[test]
fn dates_are_checked_against_event_and_publication() {
    assert_eq!(names(vec![report("2025-12-27", exact(5))]), ["before_event"]);
    assert_eq!(names(vec![report("2025-12", exact(5))]), [""; 0]);
    let published = |day| Report { published: Some(when(day)), ..report("2026-01-14", exact(5)) };
    assert_eq!(names(vec![published("2026-01-13")]), ["after_publication"]);
    assert_eq!(names(vec![published("2026-01-14")]), [""; 0]);
    let stated = |day| Report { day_stated: Some(day), ..report("2026-01-14", exact(5)) };
    assert_eq!(kinds(vec![stated(18)]), []);
    assert_eq!(kinds(vec![stated(17)]), [FindingKind::DayDiffers { stated: 17, computed: 18 }]);
}

#[test]
fn missing_sources_and_dates_are_doubts() {
    let nothing = Report { counts: counts(vec![("killed", exact(1))]), ..Report::default() };
    assert_eq!(names(vec![nothing]), ["no_source", "no_date"]);
}

#[test]
fn a_part_that_is_older_than_its_report_is_stale() {
    let children = Count { as_of: Some(when("2025-12-30")), ..exact(20_179) };
    let count = of_which(exact(67_173), vec![("children", children)]);
    let stale = FindingKind::StalePart { part_when: when("2025-12-30"), when: when("2026-01-12") };
    assert_eq!(of_one(count), [stale]);
}

#[test]
fn periods_must_not_share_a_day() {
    let period = |text| Report {
        basis: Basis::Incremental,
        as_of: None,
        period: Some(when(text)),
        ..report("2026-01-14", exact(5))
    };
    let found = kinds(vec![period("2026-01-01/2026-01-03"), period("2026-01-03/2026-01-04")]);
    let (other, this) = (when("2026-01-01/2026-01-03"), when("2026-01-03/2026-01-04"));
    assert_eq!(found, [FindingKind::PeriodsOverlap { other, this }]);
    assert_eq!(kinds(vec![period("2026-01-01/2026-01-03"), period("2026-01-04")]), []);
    // Increments may be smaller than the one before.
    let falling = Report { counts: counts(vec![("killed", exact(1))]), ..period("2026-01-04") };
    assert_eq!(kinds(vec![period("2026-01-01/2026-01-03"), falling]), []);
}

#[test]
fn sources_are_never_compared_with_each_other() {
    let official = Report { source: Some("official".into()), ..report("2026-01-13", exact(5)) };
    assert_eq!(kinds(vec![report("2026-01-12", exact(646)), official]), []);
}

#[test]
fn a_finding_says_where_it_came_from() {
    let protesters = of_which(exact(5), vec![("children", exact(6))]);
    let count = with_parts(Stated::Exact(5), vec![("protesters", protesters)]);
    let findings = check(&dataset(vec![report("2026-01-11", exact(1)), report("2026-01-12", count)]));
    assert_eq!(
        findings[0].place.json_path(),
        "$.events[0].reports[1].counts.killed.parts.protesters.of_which.children"
    );
}

#[test]
fn errors_come_first() {
    let found = check(&dataset(vec![report("2026-01-12", exact(9)), report("2025-01-01", exact(1))]));
    let severities: Vec<Severity> = found.iter().map(|finding| finding.kind.severity()).collect();
    assert!(severities.is_sorted(), "{severities:?}");
}
