//! Counts in units, and how far sources lie apart, against numbers worked out by hand.

use super::{Asked, event};
use tollview::analysis::{LeftOut, Unit, compare, spreads};
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
            let found = spreads(&row.standing);
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
