//! Whether the order of events holds, against every combination of their figures.

use super::{Asked, event};
use proptest::prelude::*;
use std::fmt::Write;
use tollview::analysis::{Order, Overturning, RankFigure, Ranking, Unit, Verdict, compare, order_words, ranking};
use tollview::model::Stated;
use tollview::text::Locale;

fn ranked<R>(asked: &Asked, look: impl FnOnce(&Ranking) -> R) -> R {
    asked.look(|library, question| look(&ranking(&compare(library, question), question)))
}

fn said(asked: &Asked) -> String {
    ranked(asked, |ranking| order_words(ranking, &Locale::english()).unwrap().text)
}

#[test]
fn the_order_of_the_bundled_dataset() {
    // 2025–26: HRANA 2,571, an official 2,000, IHRNGO 734. 2022: 522, 458, 551, 300. 2019: 304, 1,500, 200–225, 230.
    // 2017: 21, 24, 25. 2009: 30, 72. 1999: 1, 7. Revolution: 532–2,781, 60,000.
    let expected = "2025–26 protests: above Mahsa Amini protests, Green Movement, December 2017 protests, \
                    Student protests under every source, as stated; can be passed by Revolution (high 2,781 by Tucker, > 60,000 by \
                    Constitution), November 2019 protests (≈ 1,500 by Reuters against ≥ 734 by IHRNGO). Open ends and \
                    approximate numbers are taken as stated.";
    assert_eq!(said(&Asked::bundled()), expected);
    let of = |id: &str| said(&Asked::bundled().ask(|question| question.event = Some(event(id))));
    // 532 ranks the Revolution above 522; 551 is above it.
    let revolution = "Revolution: above Green Movement, December 2017 protests, Student protests under every \
                      source, as stated; can be passed by Mahsa Amini protests (≤ 551 by UN mission), November 2019 protests \
                      (≈ 1,500 by Reuters); can pass 2025–26 protests (against high 2,781 by Tucker, > 60,000 by \
                      Constitution). Open ends and approximate numbers are taken as stated.";
    assert_eq!(of("iran-1978-79"), revolution);
    // 300 and 1,500 turn 2022 and 2019 round; 551, 532: the Revolution.
    let amini = "Mahsa Amini protests: above Green Movement, December 2017 protests, Student protests under every \
                 source, as stated; below 2025–26 protests under every source, as stated; can be passed by November 2019 protests \
                 (≈ 1,500 by Reuters; or against > 300 by IRGC general); can pass Revolution (against ≤ 551 by UN mission). \
                 Open ends and approximate numbers are taken as stated.";
    assert_eq!(of("iran-2022"), amini);
}

#[test]
fn the_neighbours_of_the_bundled_dataset() {
    let lines = ranked(&Asked::bundled(), |ranking| {
        let id = |index: usize| ranking.events[index].event.event.id.clone();
        let line = |pair: &tollview::analysis::RankedPair| {
            let verdict = match &pair.verdict {
                Verdict::Overturned(figures) => format!("{} figures", figures.len()),
                other => format!("{other:?}"),
            };
            format!("{} > {}: {verdict}", id(pair.upper), id(pair.lower))
        };
        ranking.neighbours.iter().map(line).collect::<Vec<_>>()
    });
    let expected = [
        // 2,781 and 60,000 above 2,571.
        "iran-2025-26 > iran-1978-79: 2 figures",
        // 551 above 532; none of 532, 2,781, 60,000 is below 522.
        "iran-1978-79 > iran-2022: 1 figures",
        // 1,500 above 522; 300 below 304.
        "iran-2022 > iran-2019: 2 figures",
        // 200 above 72.
        "iran-2019 > iran-2009: Holds",
        // 30 above 25.
        "iran-2009 > iran-2017-18: Holds",
        // 21 above 7.
        "iran-2017-18 > iran-1999: Holds",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn rates_are_ranked_by_their_own_days() {
    // Per day: 2,571 / 18 = 142.8, an official 2,000 / 17 = 117.6, IHRNGO 734 / 17 = 43.2; 2022: 4.3 and 551 / 121 = 4.6;
    // 2019 over five days: 60.8, Reuters 300. So Reuters passes 142.8, and 43.2 falls below 60.8. The Revolution's 532 to
    // 2,781 is of a month, so that no rate can be formed of it.
    let expected = "2025–26 protests: above Mahsa Amini protests, December 2017 protests, Student protests, Green \
                    Movement under every source, as stated; can be passed by November 2019 protests (≈ 1,500 by Reuters; or against \
                    ≥ 734 by IHRNGO); no number to rank Revolution by. Open ends and approximate numbers are taken as \
                    stated. Figures without a rate are not tried.";
    assert_eq!(said(&Asked::bundled().ask(|question| question.unit = Unit::PerDay)), expected);
}

#[test]
fn one_event_has_no_order() {
    let one = Asked::bundled().ask(|question| question.ticked.retain(|key| key.event.as_str() == "iran-2022"));
    assert!(ranked(&one, |ranking| order_words(ranking, &Locale::english())).is_none());
}

#[test]
fn level_numbers_are_said_to_be_level() {
    let two = |a: &str, b: &str| {
        Asked::read(&format!(
            r#"{{ "tollview": 1, "title": "T", "sources": [{{ "id": "s", "name": "S" }}, {{ "id": "t", "name": "T" }}],
            "events": [{{ "id": "a", "title": "A", "lead": "s", "reports": [{a}] }},
                       {{ "id": "b", "title": "B", "lead": "s", "reports": [{b}] }}] }}"#
        ))
    };
    let report = |source: &str, killed: &str| {
        format!(r#"{{ "source": "{source}", "as_of": "2020-01-01", "counts": {{ "killed": {killed} }} }}"#)
    };
    let s = |killed: &str| report("s", killed);
    assert_eq!(said(&two(&s("5"), &s("5"))), "A: level with B.");
    assert_eq!(
        said(&two(&s("5"), &s(r#"{ "low": 3, "best": 4, "high": 5 }"#))),
        "A: reached, but not passed, by B (high 5 by S against 5 by S)."
    );
    assert_eq!(
        said(&two(&s("3"), &s(r#"{ "low": 3, "best": 4, "high": 5 }"#))),
        "A: reaches, but does not pass, B (low 3 by S against 3 by S)."
    );
    let both = two(&[s("5"), report("t", "2")].join(","), &[s("3"), report("t", "7")].join(","));
    assert_eq!(said(&both), "A: can be passed by B (7 by T; or against 2 by T).");
    let half = two(&s("null"), &s("5"));
    assert!(ranked(&half, |ranking| order_words(ranking, &Locale::english())).is_none(), "an order needs two numbers");
}

/// A figure in JSON.
fn figure() -> impl Strategy<Value = String> {
    let n = 0..12_u64;
    prop_oneof![
        n.clone().prop_map(|n| n.to_string()),
        n.clone().prop_map(|n| format!(r#"{{ "at_least": {n} }}"#)),
        n.clone().prop_map(|n| format!(r#"{{ "up_to": {n} }}"#)),
        n.clone().prop_map(|n| format!(r#"{{ "about": {n} }}"#)),
        [n.clone(), n.clone(), n.clone()]
            .prop_map(|[a, b, c]| format!(r#"{{ "low": {a}, "best": {b}, "high": {c} }}"#)),
        [n.clone(), n].prop_map(|[a, b]| format!(r#"{{ "low": {a}, "high": {b} }}"#)),
        Just("null".to_owned()),
    ]
}

/// Up to four events of up to three sources; each event's day of the count, for rates.
fn comparison() -> impl Strategy<Value = String> {
    let report = (0..3_usize, figure(), 1..6_u32).prop_map(|(source, killed, day)| {
        format!(r#"{{ "source": "s{source}", "as_of": "2020-01-0{day}", "counts": {{ "killed": {killed} }} }}"#)
    });
    let event = proptest::collection::vec(report, 1..4);
    proptest::collection::vec(event, 2..5).prop_map(|events| {
        let mut text = String::from(
            r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "s0", "name": "S0" }, { "id": "s1", "name": "S1" },
               { "id": "s2", "name": "S2" }], "events": ["#,
        );
        for (index, reports) in events.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let reports = reports.join(",");
            write!(text, r#"{comma}{{ "id": "e{index}", "title": "E{index}", "start": "2020-01-01", "end": "..", "lead": "s0", "reports": [{reports}] }}"#)
                .unwrap();
        }
        text.push_str("] }");
        text
    })
}

/// What an event may be taken to be: every number of every source's latest figure, as a rate's numerator and divisor.
fn numbers(row: &tollview::analysis::ComparisonRow, unit: Unit) -> Vec<(u64, u64)> {
    let mut numbers = Vec::new();
    for total in &row.standing.totals {
        let day = u64::try_from(row.event.event.day_number(total.when().unwrap()).unwrap()).unwrap();
        let per = if unit == Unit::PerDay { day } else { 1 };
        match total.stated() {
            Stated::Range { low, best, high } => {
                numbers.extend([low, best, high].into_iter().flatten().map(|n| (n, per)));
            }
            stated => numbers.extend(stated.number().map(|n| (n, per))),
        }
    }
    numbers
}

fn below((a, per_a): (u64, u64), (b, per_b): (u64, u64)) -> bool {
    a * per_b < b * per_a
}

/// What trying every combination of one figure of each gives, by name.
fn brute_force(upper: &[(u64, u64)], lower: &[(u64, u64)], above: (u64, u64), under: (u64, u64)) -> &'static str {
    if !below(above, under) && !below(under, above) {
        return "tied";
    }
    let (mut turned, mut level) = (false, false);
    for a in upper {
        for b in lower {
            turned |= below(*a, *b);
            level |= !below(*a, *b) && !below(*b, *a);
        }
    }
    match (turned, level) {
        (true, _) => "overturned",
        (false, true) => "reached",
        (false, false) => "holds",
    }
}

fn name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Reached { .. } => "reached",
        Verdict::Overturned(_) => "overturned",
        Verdict::Tied => "tied",
        Verdict::Unknown => "unknown",
    }
}

fn assert_like_brute_force(asked: &Asked) {
    asked.look(|library, question| {
        let comparison = compare(library, question);
        let ranking = ranking(&comparison, question);
        let row = |index: usize| {
            let key = ranking.events[index].event.key();
            comparison.rows.iter().find(|row| row.event.key() == key).unwrap()
        };
        let standing = |index: usize| {
            let row = row(index);
            let total = row.standing.total()?;
            let day = u64::try_from(row.event.event.day_number(total.when()?)?).unwrap();
            Some((total.stated().number()?, if question.unit == Unit::PerDay { day } else { 1 }))
        };
        for pair in ranking.neighbours.iter().chain(&ranking.against) {
            let (Some(above), Some(under)) = (standing(pair.upper), standing(pair.lower)) else {
                assert_eq!(pair.verdict, Verdict::Unknown);
                continue;
            };
            assert!(!below(above, under), "ranked the wrong way round");
            let (upper, lower) = (numbers(row(pair.upper), question.unit), numbers(row(pair.lower), question.unit));
            assert_eq!(name(&pair.verdict), brute_force(&upper, &lower, above, under), "{upper:?} {lower:?}");
            let Verdict::Overturned(figures) = &pair.verdict else { continue };
            let per = |figure: &RankFigure, of: &[(u64, u64)]| {
                of.iter().copied().filter(|(n, _)| *n == figure.number).collect::<Vec<_>>()
            };
            let alone =
                upper.iter().filter(|n| below(**n, under)).count() + lower.iter().filter(|n| below(above, **n)).count();
            if alone == 0 {
                let [Overturning::Together { upper: a, lower: b }] = figures.as_slice() else { panic!("{figures:?}") };
                assert!(per(a, &upper).iter().any(|a| per(b, &lower).iter().any(|b| below(*a, *b))));
            } else {
                assert_eq!(figures.len(), alone, "every figure that turns them round alone is named");
                for figure in figures {
                    match figure {
                        Overturning::Upper(it) => assert!(per(it, &upper).iter().any(|n| below(*n, under))),
                        Overturning::Lower(it) => assert!(per(it, &lower).iter().any(|n| below(above, *n))),
                        Overturning::Together { .. } => panic!("one of them does it alone: {figures:?}"),
                    }
                }
            }
        }
        let with_number = (0..ranking.events.len()).filter(|index| standing(*index).is_some()).count();
        assert_eq!(ranking.neighbours.len(), with_number.saturating_sub(1));
        let whole = ranking.neighbours.iter().all(|pair| pair.verdict == Verdict::Holds);
        let every = (0..with_number).all(|upper| {
            (upper + 1..with_number).all(|lower| {
                let (a, b) = (numbers(row(upper), question.unit), numbers(row(lower), question.unit));
                brute_force(&a, &b, standing(upper).unwrap(), standing(lower).unwrap()) == "holds"
            })
        });
        assert_eq!(whole, every, "the whole order holds where all neighbours do");
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_is_that_of_every_combination(json in comparison(), chosen in 0..4_usize) {
        for unit in [Unit::Total, Unit::PerDay] {
            let asked = Asked::read(&json).ask(|question| {
                (question.unit, question.order) = (unit, Order::Toll);
                question.event = Some(event(&format!("e{chosen}")));
            });
            assert_like_brute_force(&asked);
        }
    }
}

#[test]
fn two_thousand_events_are_ranked_at_once() {
    let mut text =
        String::from(r#"{ "tollview": 1, "title": "T", "sources": [{ "id": "s", "name": "S" }], "events": ["#);
    for index in 0..2_000 {
        let comma = if index > 0 { "," } else { "" };
        write!(
            text,
            r#"{comma}{{ "id": "e{index}", "title": "E{index}", "start": "2020-01-01", "lead": "s", "reports": [
               {{ "source": "s", "as_of": "2020-01-02", "counts": {{ "killed": {{ "low": {index}, "high": {} }} }} }}] }}"#,
            index + 2
        )
        .unwrap();
    }
    text.push_str("] }");
    let asked = Asked::read(&text).ask(|question| question.event = Some(event("e1000")));
    let said = said(&asked);
    // 1,003 to 1,999 and 0 to 997 keep clear of 1,000 to 1,002; 998 and 1,002 only touch it.
    assert!(
        said.starts_with(
            "E1000: stays above 998 others under every source; stays below 997 others under every source; reached"
        ),
        "{said}"
    );
    assert!(said.contains("reached, but not passed, by E998 (high 1,000 by S against low 1,000 by S)"), "{said}");
    assert!(
        said.contains("can be passed by E999 (high 1,001 by S); can pass E1001 (against high 1,002 by S)"),
        "{said}"
    );
}
