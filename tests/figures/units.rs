//! Counts in units, and how far sources lie apart, against numbers worked out by hand.

use super::{Asked, event, one_event};
use tollview::analysis::{LeftOut, Scale, Sources, Unit, compare, spreads};
use tollview::chart::{End, Figure, Row};
use tollview::model::EventEnd;
use tollview::text::quantity;

fn in_unit(asked: Asked, unit: Unit) -> Vec<String> {
    let asked = asked.ask(|question| question.unit = unit);
    asked.look(|library, question| {
        let comparison = compare(library, question);
        let value = |row: &tollview::analysis::ComparisonRow| {
            let total = row.standing.total().unwrap();
            row.value(total, comparison.yardstick).map_or_else(|reason| format!("{reason:?}"), quantity)
        };
        comparison.rows.iter().map(value).collect()
    })
}

#[test]
fn the_bundled_dataset_in_every_unit() {
    // 2,571 / 18 = 142.83; 2,571 / 92.417681 = 27.82; 2,571 / 522 = 4.93.
    assert_eq!(in_unit(Asked::bundled(), Unit::PerDay)[0], "≥ 142.8");
    assert_eq!(in_unit(Asked::bundled(), Unit::PerMillion)[0], "≥ 27.8");
    assert_eq!(in_unit(Asked::bundled(), Unit::Multiple)[0], "≥ 4.9");
    // 522 / 89.524246 = 5.83; the baseline is once itself.
    assert_eq!(in_unit(Asked::bundled(), Unit::PerMillion)[1], "5.8");
    assert_eq!(in_unit(Asked::bundled(), Unit::Multiple)[1], "1");
    assert_eq!(in_unit(Asked::bundled(), Unit::Share)[0], "NotAPart");
}

#[test]
fn what_cannot_be_formed_says_why() {
    let without = |json: &str| in_unit(Asked::read(json), Unit::PerDay).swap_remove(0);
    let file = |event: &str| {
        format!(
            r#"{{ "tollview": 1, "title": "T", "sources": [{{ "id": "a", "name": "A" }}], "events": [{{ "id": "e",
                "title": "E", "lead": "a"{event}, "reports": [{{ "source": "a", "as_of": "2020-01-04",
                "counts": {{ "killed": 8 }} }}] }}] }}"#
        )
    };
    assert_eq!(without(&file("")), "NoStart");
    assert_eq!(without(&file(r#", "start": "2020-01-01""#)), "NoEnd");
    assert_eq!(without(&file(r#", "start": "2020-01-01", "end": "..""#)), "2", "8 over four days");
    assert_eq!(without(&file(r#", "start": "2020-01-05", "end": "..""#)), "BeforeStart");
    assert_eq!(in_unit(Asked::read(&file("")), Unit::PerMillion)[0], "NoPopulation");
    assert_eq!(in_unit(Asked::read(&file("")), Unit::Multiple)[0], "NoBaseline");
}

#[test]
fn a_multiple_of_two_lower_bounds_is_not_bounded() {
    let asked = Asked::bundled().ask(|question| {
        question.chosen_sources.insert(event("iran-2022"), "ihrngo".into());
        question.unit = Unit::Multiple;
    });
    // 2,571 / 458 = 5.61.
    let value = asked.compare().rows()[0].value.clone().unwrap();
    assert_eq!(value.text, "5.6 × as stated, not bounded");
}

#[test]
fn sources_are_held_against_each_other_only_where_they_count_alike() {
    let lines = |asked: Asked| {
        asked.look(|library, question| {
            let row = &compare(library, question).rows[0];
            let found = spreads(row.event.event, &row.standing);
            let spread = &found.spreads[0];
            let left: Vec<LeftOut> = found.left_out.iter().map(|(_, why)| *why).collect();
            (spread.low.number, spread.high.number, quantity(spread.factor.unwrap()), left)
        })
    };
    // 7,008 / 3,117 = 2.248; IHRNGO counts protesters killed by state forces only.
    let left = vec![LeftOut::CoverageDiffers];
    assert_eq!(lines(Asked::latest()), (3117, 7008, "2.2".to_owned(), left.clone()));
    // 2,571 / about 2,000 = about 1.3; IHRNGO's 734 would make it 3.5 with other people counted.
    assert_eq!(lines(Asked::bundled()), (2000, 2571, "≈ 1.3".to_owned(), left));
}

/// Wars in the shapes that long lists of wars have: half-open and unknown ranges, no end, no population, an estimate beside
/// counts.
pub(super) fn wars() -> Asked {
    let event = |id: &str, title: &str, more: &str, reports: &str| {
        format!(r#"{{ "id": "{id}", "title": "{title}", "lead": "register"{more}, "reports": [{reports}] }}"#)
    };
    let report = |source: &str, more: &str, killed: &str| {
        format!(r#"{{ "source": "{source}", "as_of": "1912-06-30"{more}, "counts": {{ "killed": {killed} }} }}"#)
    };
    let estimate = r#", "method": "estimate""#;
    let events = [
        event(
            "amber",
            "Amber War",
            r#", "start": "1912-01-01", "end": "1912-06-30", "population": { "value": 2000000, "year": 1910 }"#,
            &[
                report("register", "", r#"{ "exact": 4000 }"#),
                report("gazette", "", r#"{ "at_least": 5000 }"#),
                report("envoy", "", r#"{ "exact": 9000, "coverage": { "who": ["soldiers"] } }"#),
                report("model", estimate, r#"{ "low": 6000, "high": 12000 }"#),
                report("survey", estimate, r#"{ "about": 8000 }"#),
            ]
            .join(", "),
        ),
        event("birch", "Birch War", r#", "start": "1908-03-01""#, &report("register", "", r#"{ "at_least": 1500 }"#)),
        event("cedar", "Cedar War", "", &report("register", "", r#"{ "up_to": 2500 }"#)),
        event("dune", "Dune War", "", &report("register", "", r#"{ "exact": null }"#)),
    ];
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Made-up wars", "show": {{ "baseline": "amber" }},
            "sources": [{{ "id": "register", "name": "Register" }}, {{ "id": "gazette", "name": "Gazette" }},
                        {{ "id": "envoy", "name": "Envoy" }}, {{ "id": "model", "name": "Model" }},
                        {{ "id": "survey", "name": "Survey" }}],
            "categories": [{{ "id": "soldiers", "label": "Soldiers" }}], "events": [{}] }}"#,
        events.join(", ")
    ))
}

fn row(figure: &Figure, label: &str) -> Row {
    figure.rows().iter().find(|row| row.label == label).unwrap().clone()
}

fn value(row: &Row) -> &str {
    row.value.as_ref().map_or("", |value| &value.text)
}

#[test]
fn all_sources_have_lanes_and_say_how_far_they_lie_apart() {
    let figure = Asked::latest().ask(|question| question.sources = Sources::All).compare();
    let iran = row(&figure, "2025–26 protests");
    assert_eq!(value(&iran), "≥ 7,008", "what stands comes first");
    let lanes: Vec<String> = iran.lanes.iter().map(|lane| format!("{} {}", value(lane), lane.label)).collect();
    let expected =
        ["≥ 5,000 Official to Reuters · 18 Jan 2026", "3,117 Officials · 21 Jan 2026", "≥ 3,428 IHRNGO · 16 Jan 2026"];
    assert_eq!(lanes, expected);
    assert!(iran.others.is_empty());
    // 7,008 / 3,117 = 2.248.
    assert_eq!(iran.beneath.as_deref(), Some("3,117 to ≥ 7,008, 2.2 × · who differs: IHRNGO"));
    let hover = &iran.lanes[2].bars[0].hover;
    assert!(hover.contains("Covers: protesters, by state forces") && hover.contains("\nVerified: "), "{hover}");
}

#[test]
fn a_range_runs_over_those_that_count_alike() {
    let figure = Asked::latest().ask(|question| question.sources = Sources::Range).compare();
    let iran = row(&figure, "2025–26 protests");
    assert_eq!((iran.bars[0].from, iran.bars[0].to, iran.bars.len()), (3117.0, 7008.0, 1));
    assert_eq!(iran.end, End::OpenRange { low: 3117.0, high: 7008.0 });
    assert_eq!(value(&iran), "3,117 to ≥ 7,008, 2.2 ×");
    assert_eq!(iran.sublabel, "3 sources · 18 Jan – 13 Feb 2026");
    assert_eq!(iran.others.len(), 1, "IHRNGO stays as a small mark");
    assert_eq!(iran.beneath.as_deref(), Some("not in the range, who differs: IHRNGO"));
    // 7,008 / 522 = 13.42: the multiple stays that of what stands.
    assert_eq!(iran.margin.unwrap().text, "≥ 13.4 ×");
    let hover = &iran.bars[0].hover;
    assert!(!hover.contains("IHRNGO"), "{hover}");
    for name in ["HRANA", "Official to Reuters", "Officials"] {
        assert!(hover.contains(name), "{hover}");
    }
}

#[test]
fn counts_and_estimates_are_never_in_one_range() {
    let figure = wars().ask(|question| question.sources = Sources::Range).compare();
    let amber = row(&figure, "Amber War");
    // Counts 4,000 and at least 5,000; estimates 6,000 to 12,000 and about 8,000.
    assert_eq!(value(&amber), "4,000 to ≥ 5,000, 1.3 ×");
    assert_eq!(amber.lanes.len(), 1);
    assert_eq!(value(&amber.lanes[0]), "6,000 to 12,000, 2 ×");
    assert_eq!(amber.lanes[0].label, "estimates: Model, Survey");
    assert_eq!(amber.beneath.as_deref(), Some("not in the range, who differs: Envoy"));
    // One source only: as it stands.
    assert_eq!(value(&row(&figure, "Birch War")), "≥ 1,500");
    assert_eq!(value(&row(&figure, "Cedar War")), "≤ 2,500");
}

#[test]
fn ranges_have_units() {
    let text = |unit: Unit| {
        let asked = wars().ask(|question| (question.sources, question.unit) = (Sources::Range, unit));
        value(&row(&asked.compare(), "Amber War")).to_owned()
    };
    // 182 days of 1912: 4,000 / 182 = 21.98, 5,000 / 182 = 27.47; per 2 million: 2,000 and 2,500.
    assert_eq!(text(Unit::PerDay), "22.0 to ≥ 27.4, 1.3 ×");
    assert_eq!(text(Unit::PerMillion), "2,000 to ≥ 2,500, 1.3 ×");
    assert_eq!(text(Unit::Share), "of 4,000", "shares have no range: as it stands");
}

#[test]
fn one_event_is_shown_otherwise_than_all() {
    let asked = Asked::latest().ask(|question| {
        question.sources = Sources::All;
        question.event_sources.insert(event("iran-2025-26"), Sources::Range);
        question.event_sources.insert(event("iran-2022"), Sources::Standing);
    });
    let figure = asked.compare();
    assert_eq!(value(&row(&figure, "2025–26 protests")), "3,117 to ≥ 7,008, 2.2 ×");
    let amini = row(&figure, "Mahsa Amini protests");
    assert_eq!((amini.lanes.len(), amini.others.len()), (0, 3));
    assert_eq!(row(&figure, "November 2019 protests").lanes.len(), 3);
}

#[test]
fn coverages_in_other_words_are_not_set_against_each_other() {
    let file = |words: &str| {
        super::one_event(&format!(
            r#"{{ "source": "a", "as_of": "2020-01-10", "counts": {{ "killed": {{ "exact": 10, "coverage": {{ "text":
                 "in hospitals" }} }} }} }}, {{ "source": "b", "as_of": "2020-01-10", "counts": {{ "killed": {{
                 "exact": 30, "coverage": {{ "text": "{words}" }} }} }} }}"#
        ))
    };
    let all = |asked: Asked| asked.ask(|question| question.sources = Sources::All).compare().rows()[0].beneath.clone();
    assert_eq!(all(file("in the streets")).as_deref(), Some("described in other words: Beta"));
    assert_eq!(all(file("in hospitals")).as_deref(), Some("10 to 30, 3 ×"));
}

#[test]
fn shares_end_at_a_hundred_and_name_their_dots() {
    let asked = Asked::bundled().ask(|question| question.unit = Unit::Share);
    let figure = asked.compare();
    assert_eq!(figure.axis().ticks(0.0, 140.0, 10.0).last().unwrap().text, "100");
    // 2,403 / 2,571 = 93.47 %.
    let main = "2025–26 protests: protesters 93.5 % of ≥ 2,571 (HRANA, everyone, 14 Jan 2026). Shares are of the people \
                counted so far.";
    assert_eq!(figure.notes[0].text, main);
    let log = asked.ask(|question| question.scale = Scale::Log).compare();
    let legend: Vec<&str> = log.legend.iter().map(|entry| entry.text.as_str()).collect();
    assert!(legend.contains(&"Protesters") && legend.contains(&"Children"), "{legend:?}");
}

#[test]
fn the_main_note_of_multiples_says_what_is_times_what() {
    let figure = Asked::bundled().ask(|question| question.unit = Unit::Multiple).compare();
    let main = "2025–26 protests: ≥ 2,571 (HRANA, everyone, 14 Jan 2026) is ≥ 4.9 × the 522 (HRANA, protesters, 14 Jan 2023) \
                of Mahsa Amini protests. Protesters only: 2,403 to 522, 4.6 ×.";
    assert_eq!(figure.notes[0].text, main);
}

#[test]
fn another_view_of_a_figure_is_the_same_without_measuring_again() {
    use tollview::chart::{View, layout, layout_again};
    use tollview::text::Shipped;
    for sources in [Sources::Standing, Sources::All, Sources::Range] {
        let figure = super::crowded::crowded().ask(|question| question.sources = sources).compare();
        let first = layout(&figure, (743.0, 500.0), View::default(), &Shipped);
        let view = View { zoom: 2.0, skipped: 3.0 };
        assert_eq!(layout_again(&figure, &first, view, &Shipped), layout(&figure, first.size, view, &Shipped));
        assert!(first.most_skipped > 0.0);
    }
}

#[test]
fn counts_that_lie_months_apart_are_no_disagreement_while_a_toll_rises() {
    let report = |source: &str, day: &str, killed: u32| {
        format!(r#"{{ "source": "{source}", "as_of": "{day}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let asked = one_event(&[report("a", "2024-08-21", 73_419), report("b", "2023-12-03", 18_800)].join(","));
    let left_out = |end: EventEnd| {
        asked.look(|library, question| {
            let row = &compare(library, question).rows[0];
            let event = tollview::model::Event { end, ..row.event.event.clone() };
            spreads(&event, &row.standing).left_out.iter().map(|(_, why)| *why).collect::<Vec<_>>()
        })
    };
    assert_eq!(left_out(EventEnd::Ongoing), [LeftOut::TimeDiffers]);
    assert_eq!(left_out(EventEnd::Unknown), [LeftOut::TimeDiffers]);
    assert_eq!(left_out(EventEnd::On("2023-12-04".parse().unwrap())), [LeftOut::TimeDiffers]);
    assert_eq!(left_out(EventEnd::On("2023-12-03".parse().unwrap())), [], "both counted all of it");
}
