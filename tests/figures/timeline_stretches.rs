//! What lies between the points of a line: periods whose number is added, gaps and silences.

use super::{Asked, one_event};
use tollview::analysis::{Scale, Step};
use tollview::chart::{Body, Dash, Figure, Place, Shape, TimePlot, View, Way, layout};
use tollview::text::Shipped;

fn plot(figure: &Figure) -> &TimePlot {
    let Body::Time(body) = &figure.body else { panic!("expected a timeline") };
    body
}

/// The strokes of the first line in the plot: how they are dashed, and their points.
fn strokes(figure: &Figure, width: f32) -> Vec<(Dash, Vec<(f32, f32)>)> {
    let tone = plot(figure).tracks[0].tone;
    let placed = layout(figure, (width, 600.0), View::default(), &Shipped);
    let marks = placed.marks.into_iter().filter(|mark| mark.place == Place::Plot && mark.tone == tone);
    let strokes = marks.filter_map(|mark| match mark.shape {
        Shape::Line { points, dash, .. } => Some((dash, points)),
        _ => None,
    });
    strokes.collect()
}

fn is_sloping(points: &[(f32, f32)]) -> bool {
    points.windows(2).any(|pair| (pair[0].0 - pair[1].0).abs() > 3.0 && (pair[0].1 - pair[1].1).abs() > 3.0)
}

fn is_at(day: f64, expected: f64) -> bool {
    (day - expected).abs() < 1e-9
}

fn notes(figure: &Figure) -> String {
    let notes: Vec<&str> = figure.notes.iter().map(|note| note.text.as_str()).collect();
    notes.join("\n")
}

fn years(numbers: &[(i16, u32)]) -> Asked {
    let report = |(year, killed): &(i16, u32)| {
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "{year}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    one_event(&numbers.iter().map(report).collect::<Vec<_>>().join(","))
}

fn counts(days: impl Iterator<Item = String>) -> Asked {
    let report = |(index, day): (usize, String)| {
        let killed = 100 + index * 10;
        format!(r#"{{ "source": "a", "as_of": "{day}", "counts": {{ "killed": {killed} }} }}"#)
    };
    one_event(&days.enumerate().map(report).collect::<Vec<_>>().join(","))
}

/// Days of a year from its first one, which is 0.
fn days_of(year: i16, days: std::ops::Range<i64>) -> impl Iterator<Item = String> {
    let first = jiff::civil::date(year, 1, 1);
    days.map(move |day| (first + jiff::Span::new().days(day)).to_string())
}

#[test]
fn a_whole_year_is_a_slope_from_its_first_day_to_its_last() {
    let figure = years(&[(2018, 120), (2019, 95), (2020, 210)]).timeline();
    let body = plot(&figure);
    let points = &body.tracks[0].points;
    let day = |date: jiff::civil::Date| f64::from((date - jiff::civil::date(1970, 1, 1)).get_days());
    assert!(is_at(body.days.0, day(jiff::civil::date(2018, 1, 1))), "the first year is on the axis");
    for (point, year) in points.iter().zip(2018..) {
        assert_eq!(point.way, Way::Slope);
        assert!(is_at(point.from, day(jiff::civil::date(year, 1, 1))));
        assert!(is_at(point.day(), day(jiff::civil::date(year, 12, 31))), "a sum holds at the end of its period");
    }
    let strokes = strokes(&figure, 700.0);
    assert_eq!(strokes.iter().filter(|(_, points)| is_sloping(points)).count(), 3);
    let said = notes(&figure);
    assert!(said.contains("Sloping stretches are whole periods"), "{said}");
    assert!(!said.contains("without a report"), "the years leave no day out: {said}");
}

#[test]
fn a_sum_stays_level_over_days_without_a_period() {
    let figure = years(&[(2016, 120), (2019, 95)]).timeline();
    let level = |(_, points): &(Dash, Vec<(f32, f32)>)| {
        points.windows(2).any(|pair| (pair[0].1 - pair[1].1).abs() < 0.1 && (pair[1].0 - pair[0].0) > 100.0)
    };
    assert!(strokes(&figure, 700.0).iter().any(level));
    assert!(notes(&figure).contains("Thin stretches of a line are days without a report."));
}

#[test]
fn a_period_on_a_logarithmic_axis_rises_from_its_edge() {
    let figure = years(&[(2018, 120)]).ask(|question| question.scale = Scale::Log).timeline();
    let strokes = strokes(&figure, 700.0);
    let sloping: Vec<_> = strokes.iter().filter(|(_, points)| is_sloping(points)).collect();
    assert_eq!(sloping.len(), 1);
    let placed = layout(&figure, (700.0, 600.0), View::default(), &Shipped);
    assert!((sloping[0].1[0].1 - placed.plot.bottom()).abs() < 1.0);
}

#[test]
fn a_count_of_a_month_keeps_its_place_in_the_middle() {
    let figure = counts(["2020-01", "2020-02-10"].into_iter().map(str::to_owned)).timeline();
    let point = plot(&figure).tracks[0].points[0];
    assert_eq!((point.way, point.day()), (Way::Step, f64::midpoint(point.from, point.to)));
}

#[test]
fn a_line_is_broken_where_its_source_was_silent_much_longer_than_usual() {
    let days = ["2020-01-01", "2020-01-04", "2020-01-06", "2020-01-09", "2020-06-01", "2020-06-03"];
    let figure = counts(days.into_iter().map(str::to_owned)).timeline();
    let ways: Vec<Way> = plot(&figure).tracks[0].points.iter().map(|point| point.way).collect();
    assert_eq!(ways, [Way::Step, Way::Step, Way::Step, Way::Step, Way::Silence, Way::Step]);
    let strokes = strokes(&figure, 700.0);
    assert!(!strokes.is_empty());
    let long = |points: &[(f32, f32)]| points.windows(2).any(|pair| pair[1].0 - pair[0].0 > 60.0);
    assert!(!strokes.iter().any(|(_, points)| long(points)), "{strokes:?}");
    assert!(notes(&figure).contains("A line is broken where its source was silent much longer than usual"));
}

#[test]
fn a_silence_stays_one_where_points_are_closer_than_pixels() {
    let days = days_of(2018, 0..365).chain(days_of(2020, 0..365));
    let figure = counts(days).timeline();
    let strokes = strokes(&figure, 420.0);
    let long = |points: &[(f32, f32)]| points.windows(2).any(|pair| pair[1].0 - pair[0].0 > 60.0);
    assert!(strokes.len() > 1, "{strokes:?}");
    assert!(!strokes.iter().any(|(_, points)| long(points)), "{strokes:?}");
}

#[test]
fn gaps_of_the_usual_length_are_no_silence_and_no_gap_is_not_spoken_of() {
    let weekly = counts((0..6).map(|week| format!("2020-01-{:02}", 1 + week * 5))).timeline();
    assert!(plot(&weekly).tracks[0].silences.is_empty());
    assert!(notes(&weekly).contains("Thin stretches of a line are days without a report."));
    let daily = counts(days_of(2020, 0..9)).timeline();
    assert!(!notes(&daily).contains("stretches"), "{}", notes(&daily));
}

fn steps(reports: &[String]) -> Vec<Step> {
    let figure = one_event(&reports.join(",")).timeline();
    plot(&figure).tracks[0].points.iter().map(|point| point.step).collect()
}

#[test]
fn a_sum_of_what_each_day_counted_has_no_jumps() {
    let report = |(day, killed): &(i32, i32)| {
        format!(
            r#"{{ "source": "a", "basis": "incremental", "period": "2020-01-0{day}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    let reports: Vec<String> = [(1, 2), (2, 40), (3, 900)].iter().map(report).collect();
    assert!(!steps(&reports).contains(&Step::Jump));
}

#[test]
fn only_what_is_much_of_the_whole_toll_is_a_jump() {
    let report = |(day, killed): &(i32, i32)| {
        format!(r#"{{ "source": "a", "as_of": "2020-01-0{day}", "counts": {{ "killed": {killed} }} }}"#)
    };
    let reports: Vec<String> = [(1, 1), (2, 8), (3, 300), (4, 310), (5, 1000)].iter().map(report).collect();
    assert_eq!(steps(&reports), [Step::First, Step::Rise, Step::Jump, Step::Rise, Step::Jump]);
}
