//! What the ledger found, word for word, once for each kind.

use super::Asked;
use tollview::model::{Finding, FindingKind as Kind, Place, Relation, Stated, When};
use tollview::text::{Locale, findings};

fn when(text: &str) -> When {
    text.parse().unwrap()
}

/// The sentence on a finding about HRANA's report of 12 January 2026 and the children inside its protesters.
fn said(kind: Kind) -> String {
    let asked = Asked::bundled();
    let categories = vec![(Relation::Part, "protesters".into()), (Relation::OfWhich, "children".into())];
    let place = Place { event: Some(0), report: Some(10), measure: Some("killed".into()), categories };
    findings::sentence(&asked.dataset, &Finding { place, kind }, &Locale::english())
}

#[test]
fn arithmetic() {
    let (total, sum) = (Stated::AtLeast(2571), 2583);
    assert_eq!(
        said(Kind::PartsBeyondTotal { total, sum, certain: true }),
        "The parts add up to 2,583, more than the ≥ 2,571 that is stated as their total."
    );
    let other = |category: &str, other| Kind::OtherReadingCloses { total, sum, category: category.into(), other };
    assert_eq!(
        said(other("children", Relation::OfWhich)),
        "The parts add up to 2,583, not ≥ 2,571; they close when children are read as inside another part."
    );
    assert_eq!(
        said(other("government", Relation::Part)),
        "The parts add up to 2,583, not ≥ 2,571; they close when government-affiliated are added."
    );
    let left = |unclear_added| Kind::NotBrokenDown { total: Stated::Exact(3117), residual: 690, unclear_added };
    assert_eq!(said(left(None)), "690 of 3,117 are not broken down.");
    assert_eq!(
        said(left(Some(622))),
        "690 of 3,117 are not broken down; 622 if the categories that may lie outside are added."
    );
    let (part, parent) = (Stated::Exact(600), Stated::Exact(505));
    assert_eq!(
        said(Kind::OfWhichBeyondParent { part, parent }),
        "Children (600) are more than the 505 they are part of."
    );
    assert_eq!(
        said(Kind::OutOfOrder { low: Some(5), best: None, high: Some(3) }),
        "Low 5, best (none) and high 3 are not in this order."
    );
}

#[test]
fn series() {
    let before_when = when("2026-01-11");
    let (before, now) = (Stated::AtLeast(4047), Stated::Exact(3900));
    assert_eq!(
        said(Kind::Fall { before, before_when, now }),
        "The count fell from ≥ 4,047 (11 January 2026) to 3,900."
    );
    assert_eq!(
        said(Kind::Reset { before, before_when, now: Stated::Exact(123) }),
        "The count fell from ≥ 4,047 (11 January 2026) to 123, less than half: check for a new phase or another way of counting."
    );
    let (other, this) = (Stated::About(10_600), Stated::Exact(10_681));
    assert_eq!(
        said(Kind::Contradiction { other, this, when: before_when }),
        "HRANA gives both ≈ 10,600 and 10,681 for 11 January 2026."
    );
    assert_eq!(
        said(Kind::Tie { other, this, when: before_when }),
        "HRANA gives both ≈ 10,600 and 10,681 for 11 January 2026; the one published later is used, else the later one \
         in the file."
    );
    assert_eq!(
        said(Kind::Repeat { when: before_when }),
        "HRANA repeats its figures for 11 January 2026; they are drawn once."
    );
    assert_eq!(
        said(Kind::Duplicate { when: before_when }),
        "The report of HRANA for 11 January 2026 is in the file twice."
    );
    let changed = |before, now| Kind::RelationChanged { category: "children".into(), before, before_when, now };
    assert_eq!(
        said(changed(Relation::OfWhich, Relation::Part)),
        "Children are added here; on 11 January 2026 they were inside another category."
    );
    assert_eq!(
        said(changed(Relation::Part, Relation::OfWhich)),
        "Children are inside another category here; on 11 January 2026 they were added."
    );
    assert_eq!(
        said(Kind::PeriodsOverlap { other: when("2026-01-01/2026-01-11"), this: when("2026-01-10/2026-01-20") }),
        "The periods 1–11 January 2026 and 10–20 January 2026 overlap, so their sum counts some days twice."
    );
}

#[test]
fn dates_sources_and_characters() {
    let (early, late) = (when("2025-12-01"), when("2025-12-28"));
    assert_eq!(
        said(Kind::BeforeEvent { when: early, start: late }),
        "The report is as of 1 December 2025, before the event started on 28 December 2025."
    );
    assert_eq!(
        said(Kind::AfterPublication { when: late, published: early }),
        "The report is as of 28 December 2025, after it was published on 1 December 2025."
    );
    assert_eq!(
        said(Kind::StalePart { part_when: early, when: late }),
        "Children were last stated on 1 December 2025; the total is of 28 December 2025."
    );
    assert_eq!(said(Kind::NoSource), "Nobody is named as the source.");
    assert_eq!(said(Kind::NoDate), "No date is given for which the counts hold.");
    assert_eq!(
        said(Kind::DayDiffers { stated: 17, computed: 18 }),
        "The source calls it day 17; by the calendar it is day 18."
    );
    assert_eq!(said(Kind::MissingGlyph { character: '漢' }), "The fonts have no glyph for “漢”.");
}

#[test]
fn its_place_is_named_beside_it() {
    let asked = Asked::bundled();
    let place = Place { event: Some(0), report: Some(13), measure: Some("killed".into()), ..Place::default() };
    let place_text = |place: &Place| findings::place(&asked.dataset, place, &Locale::english());
    assert_eq!(place_text(&place), "2025–26 protests · HRANA via AP, 14 Jan 2026 · killed");
    assert_eq!(place_text(&Place { event: Some(1), ..Place::default() }), "Mahsa Amini protests");
    assert_eq!(place_text(&Place::default()), "Iran’s protests and their tolls, 1978–2026");
}

/// The report counts the injured after the killed, whose falls need no name.
#[test]
fn a_fall_says_of_what_unless_it_is_the_first_measure() {
    let asked =
        super::one_event(r#"{ "source": "a", "as_of": "2020-01-10", "counts": { "killed": 5, "missing": 50 } }"#);
    let said = |measure: &str| {
        let place = Place { event: Some(0), report: Some(0), measure: Some(measure.into()), categories: Vec::new() };
        let kind = Kind::Fall { before: Stated::Exact(66), before_when: when("2020-01-09"), now: Stated::Exact(50) };
        findings::sentence(&asked.dataset, &Finding { place, kind }, &Locale::english())
    };
    assert_eq!(said("missing"), "Missing: the count fell from 66 (9 January 2020) to 50.");
    assert_eq!(said("killed"), "The count fell from 66 (9 January 2020) to 50.");
}
