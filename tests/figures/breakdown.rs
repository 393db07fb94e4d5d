//! What a toll is made of: where parts lie, what they leave over, and their shares.

use super::{Asked, event, one_count, one_event};
use tollview::analysis::{Rule, breakdown};
use tollview::model::Stated;
use tollview::text::percent;

/// One line for each row: source, rule, segments with places and shares, residual, what lies inside, what is pending.
fn rows(asked: &Asked) -> Vec<String> {
    asked.look(|library, question| breakdown(library, question).rows.iter().map(row).collect())
}

/// ` of DATE (SHARE of TOTAL)`.
fn age(stale: &tollview::analysis::Stale) -> String {
    let share = stale.holder.zip(stale.share);
    let share = share.map(|(holder, share)| format!(" ({} of {:?})", percent(share), holder.number().unwrap()));
    format!(" of {}{}", stale.since, share.unwrap_or_default())
}

fn row(row: &tollview::analysis::BreakdownRow) -> String {
    let source = row.total.source.map_or("nobody", |id| id.as_str());
    let mut texts = vec![format!("{source}{}", if row.rule.is_some() { "*" } else { "" })];
    for segment in &row.segments {
        let share = segment.share.map(|share| format!(" {}", percent(share))).unwrap_or_default();
        let stale = segment.stale.as_ref().map(age).unwrap_or_default();
        texts.push(format!("{} {}..{}{share}{stale}", segment.category, segment.from, segment.to));
    }
    texts.extend(row.residual.map(|residual| format!("left {residual}")));
    texts.extend(row.beyond.then(|| "beyond".to_owned()));
    for inside in &row.inside {
        texts.push(format!("inside {} {:?} from {}", inside.category, inside.stated.number(), inside.from));
    }
    for unclear in &row.unclear {
        texts.push(format!("unclear {} {:?}", unclear.category, unclear.stated.number()));
    }
    texts.extend(row.pending.map(|pending| format!("pending {:?}", pending.number())));
    texts.join(" | ")
}

#[test]
fn on_14_january_2026_the_parts_close() {
    // 2,403 + 147 + 12 + 9 = 2,571; 2,403 / 2,571 = 93.47 %, 147 = 5.72 %, 12 = 0.47 %, 9 = 0.35 %.
    let expected = [
        "hrana* | protesters 0..2403 93.5 % | government 2403..2550 5.7 % | children 2550..2562 0.5 % | \
         bystanders 2562..2571 0.4 %",
        "official-to-reuters",
        "ihrngo",
    ];
    assert_eq!(rows(&Asked::bundled()), expected);
}

#[test]
fn the_latest_official_count_leaves_690_over() {
    // 6,509 + 214 + 219 + 66 = 7,008. 3,117 - 2,427 = 690; 2,427 / 3,117 = 77.86 %.
    let expected = [
        "hrana* | protesters 0..6509 92.9 % | government 6509..6723 3.1 % | children 6723..6942 3.1 % | \
         bystanders 6942..7008 0.9 % | pending Some(11730)",
        "official-to-reuters",
        "iran-authorities | martyrs 0..2427 77.9 % | left 690",
        "ihrngo",
    ];
    assert_eq!(rows(&Asked::latest()), expected);
    let callouts =
        Asked::latest().breakdown().rows()[2].callouts.iter().map(|call| call.text.clone()).collect::<Vec<_>>();
    assert_eq!(callouts, ["2,427 “Martyrs” (official wording) · 77.9 %", "690 not broken down · 22.1 %"]);
}

#[test]
fn of_which_lies_inside_and_is_never_stacked() {
    // On 12 January: 505 (incl. 9) + 134 + 7 = 646, and 579 under investigation, never added.
    let asked = Asked::bundled().ask(|question| question.as_known_on = Some("2026-01-12".parse().unwrap()));
    let expected = "hrana* | protesters 0..505 78.2 % | government 505..639 20.7 % | bystanders 639..646 1.1 % | \
                    inside children Some(9) from 0 | pending Some(579)";
    assert_eq!(rows(&asked)[0], expected);
}

#[test]
fn all_events_show_what_stands_for_each() {
    let expected = [
        "hrana* | protesters 0..2403 93.5 % | government 2403..2550 5.7 % | children 2550..2562 0.5 % | \
         bystanders 2562..2571 0.4 %",
        "hrana* | inside children Some(70) from 0 | unclear security_forces Some(68)",
        "amnesty* | inside children Some(23) from 0",
        "ihrngo*",
        "opposition-2009*",
        "abc-news*",
        "tucker*",
    ];
    assert_eq!(rows(&Asked::bundled().ask(|question| question.all_events = true)), expected);
}

#[test]
fn a_picked_report_takes_the_place_of_its_sources_latest() {
    let asked = Asked::bundled().ask(|question| question.picked_report = Some((event("iran-2025-26"), 10)));
    assert!(rows(&asked)[0].starts_with("hrana | protesters 0..505"), "{:?}", rows(&asked));
    let elsewhere = asked.ask(|question| question.picked_report = Some((event("iran-2022"), 0)));
    assert!(rows(&elsewhere)[0].starts_with("hrana* | protesters 0..2403"));
}

#[test]
fn a_stale_part_has_no_share() {
    let parts = r#"{ "men": 50, "children": { "exact": 30, "as_of": "2020-01-05" } }"#;
    let asked = one_count(&format!(r#"{{ "exact": 100, "parts": {parts} }}"#));
    assert_eq!(rows(&asked), ["a* | men 0..50 50.0 % | children 50..80 of 2020-01-05 | left 20"]);
}

#[test]
fn parts_may_exceed_their_total_or_have_none() {
    let beyond = one_count(r#"{ "exact": 10, "parts": { "men": 8, "women": 5 } }"#);
    assert_eq!(rows(&beyond), ["a* | men 0..8 80.0 % | women 8..13 50.0 % | beyond"]);
    let unknown = one_count(r#"{ "exact": null, "parts": { "men": 8, "women": null } }"#);
    assert_eq!(rows(&unknown), ["a* | men 0..8"]);
}

#[test]
fn the_share_of_a_range_is_a_range() {
    // 30 / 60 = 50 %, 30 / 40 = 75 %.
    let asked = one_count(r#"{ "low": 40, "high": 60, "parts": { "men": 30 } }"#);
    assert_eq!(rows(&asked), ["a* | men 0..30 50–75 % | left 10"]);
    let about = one_count(r#"{ "about": 1500, "parts": { "men": 400 } }"#);
    assert_eq!(rows(&about), ["a* | men 0..400 ≈ 27 % | left 1100"]);
}

#[test]
fn nothing_is_shown_where_nothing_is_asked() {
    let none = Asked::bundled().ask(|question| question.event = None);
    assert_eq!(rows(&none), [""; 0]);
    let unknown = Asked::bundled().ask(|question| question.measure = "displaced".into());
    assert_eq!(rows(&unknown), [""; 0]);
}

#[test]
fn the_users_source_stands_and_comes_first() {
    let asked = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2025-26"), "ihrngo".into());
    });
    asked.look(|library, question| {
        let rows = breakdown(library, question).rows;
        assert_eq!((rows[0].rule, rows[0].total.stated()), (Some(Rule::Chosen), Stated::AtLeast(734)));
        assert!(rows[1..].iter().all(|row| row.rule.is_none()));
    });
}

#[test]
fn what_may_reach_beyond_a_lower_bound_is_no_share_of_it() {
    use tollview::analysis::{Unformed, share};
    use tollview::model::Stated;
    let part = |high| Stated::Range { low: Some(800), best: None, high: Some(high) };
    assert_eq!(share(part(1_150), Stated::AtLeast(1_000)), Err(Unformed::TotalNotOneNumber));
    // Where the part is 900, the lower bound is too, since it holds the part's.
    assert_eq!(share(part(900), Stated::AtLeast(1_000)), Err(Unformed::TotalNotOneNumber));
    assert!(share(part(800), Stated::AtLeast(1_000)).is_ok());
}

#[test]
fn a_sum_of_lower_bounds_is_a_lower_bound() {
    use tollview::model::{Count, Stated};
    let sum = |parts: &[Stated]| {
        let parts =
            parts.iter().enumerate().map(|(index, part)| (format!("c{index}").as_str().into(), Count::new(*part)));
        Count { parts: parts.collect(), ..Count::default() }.stated_sum()
    };
    assert_eq!(sum(&[Stated::AtLeast(34_700), Stated::AtLeast(3_526)]), Some(Stated::AtLeast(38_226)));
    assert_eq!(sum(&[Stated::Exact(16), Stated::About(4), Stated::Unknown]), Some(Stated::About(20)));
    assert_eq!(sum(&[Stated::Exact(16), Stated::Exact(4)]), Some(Stated::Exact(20)));
    assert_eq!(sum(&[Stated::Unknown]), None);
}

#[test]
fn a_picture_is_as_high_as_its_chart() {
    use tollview::export::on_paper;
    // One bar needs no page, and a timeline fills it.
    let one = one_event(r#"{ "source": "a", "as_of": "2020-01-01", "counts": { "killed": 5 } }"#);
    let bar = on_paper(&one.breakdown());
    assert!((200.0..400.0).contains(&bar.size.1), "{:?}", bar.size);
    assert!(bar.visible_rows >= 1.0);
    assert!((on_paper(&one.timeline()).size.1 - 640.0).abs() < 1.0);
    // The bundled comparison has about as many rows as fit on a page.
    let many = on_paper(&Asked::bundled().compare());
    assert!(many.size.1 > 500.0, "{:?}", many.size);
    assert!(many.visible_rows >= 7.0);
}
