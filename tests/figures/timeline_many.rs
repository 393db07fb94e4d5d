//! Very many lines and lanes: how they are told apart, which are drawn one by one, and that the others lose no extreme.

use super::{Asked, event};
use std::collections::HashSet;
use tollview::analysis::Flow;
use tollview::chart::{Body, Figure, PLAIN, Place, Rect, Shape, TimePlot, Track, TrackKind, View, layout, line_look};
use tollview::text::Shipped;

/// One event with this many sources, each with a report on every fifth of 100 days; the first one leads.
fn many_sources(count: usize) -> Asked {
    let sources = (0..count).map(|n| format!(r#"{{ "id": "s{n}", "name": "Source {n}" }}"#));
    let report = |source: usize, day: usize| {
        let (month, of_month) = (1 + day / 28, 1 + day % 28);
        // No two sources agree, and some fall.
        let killed = 10 + source * 40 + (day * (source % 7 + 1) * 13) % 900;
        format!(
            r#"{{ "source": "s{source}", "as_of": "2020-{month:02}-{of_month:02}", "counts": {{ "killed": {killed} }} }}"#
        )
    };
    let reports = (0..count).flat_map(|source| (0..20).map(move |n| report(source, n * 5 + source % 5)));
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Many", "sources": [{}], "events": [{{ "id": "long", "title": "Long",
             "start": "2020-01-01", "end": "2020-04-20", "lead": "s0", "reports": [{}] }}] }}"#,
        sources.collect::<Vec<_>>().join(", "),
        reports.collect::<Vec<_>>().join(", ")
    ))
}

/// This many events of one source, with three reports each; later ones are larger.
fn many_events(count: usize) -> Asked {
    let event = |n: usize| {
        let report = |day: usize| {
            let killed = (n + 1) * 10 * day;
            format!(r#"{{ "source": "a", "as_of": "2020-01-{day:02}", "counts": {{ "killed": {killed} }} }}"#)
        };
        let reports: Vec<String> = [1, 5, 9].map(report).into();
        format!(
            r#"{{ "id": "e{n}", "title": "Event {n}", "start": "2020-01-01", "end": "2020-01-20", "lead": "a",
                 "reports": [{}] }}"#,
            reports.join(", ")
        )
    };
    Asked::read(&format!(
        r#"{{ "tollview": 1, "title": "Many", "sources": [{{ "id": "a", "name": "Alpha" }}], "events": [{}] }}"#,
        (0..count).map(event).collect::<Vec<_>>().join(", ")
    ))
}

fn time_plot(figure: &Figure) -> &TimePlot {
    let Body::Time(body) = &figure.body else { panic!("expected a timeline") };
    body
}

#[test]
fn every_line_has_a_look_of_its_own_as_far_as_there_are_looks() {
    let looks: Vec<_> = (0..21).map(line_look).collect();
    assert_eq!(looks.iter().collect::<HashSet<_>>().len(), 21, "seven hues, three kinds of dashes");
    assert!(looks.iter().all(|look| *look != PLAIN));
    assert_eq!(line_look(21), PLAIN);
    let figure = many_sources(25).timeline();
    let drawn: Vec<_> = time_plot(&figure).tracks.iter().map(|track| (track.tone, track.dash)).collect();
    assert_eq!(drawn.len(), 25);
    for (place, look) in drawn.into_iter().enumerate() {
        let expected = line_look(place);
        assert_eq!(look, (expected.tone, expected.dash), "line {place}");
    }
}

#[test]
fn events_that_are_asked_for_are_drawn_one_by_one() {
    let asked = many_events(50).ask(|question| {
        (question.all_events, question.event, question.baseline) = (true, Some(event("e2")), Some(event("e0")));
    });
    let figure = asked.timeline();
    let names: Vec<&str> = time_plot(&figure).tracks.iter().map(|track| track.name.as_str()).collect();
    // The chosen event, the baseline, and the 28 largest.
    let expected: Vec<String> = [0, 2].into_iter().chain(22..50).map(|n| format!("Event {n}")).collect();
    assert_eq!(names, expected);
    let crowd = time_plot(&figure).crowd.as_ref().expect("a crowd");
    assert_eq!(crowd.name, "20 more lines, from lowest to highest report");
    assert_eq!(crowd.points.len(), 60);
    assert!(figure.legend.iter().any(|entry| entry.text == crowd.name), "{:?}", figure.legend);
    let lanes = asked.ask(|question| question.flow = Flow::PerDay).timeline();
    let names: Vec<&str> = time_plot(&lanes).lanes.iter().map(|lane| lane.name.as_str()).collect();
    let expected: Vec<String> = [0, 2].into_iter().chain(41..50).map(|n| format!("Event {n}")).collect();
    assert_eq!(names[..11], expected);
    assert_eq!(names[11], "39 more");
    assert_eq!(time_plot(&lanes).lanes[11].bars.len(), 39 * 3);
}

#[test]
fn no_report_of_a_crowd_is_lost() {
    let figure = many_sources(60).timeline();
    let layout = layout(&figure, (743.0, 696.0), View::default(), &Shipped);
    let body = time_plot(&figure);
    let (plot, days) = (layout.plot, layout.days);
    let marks = layout.marks.iter().filter(|mark| mark.place == Place::Plot && mark.tone == PLAIN.tone);
    let area = |shape: &Shape| match shape {
        Shape::Area { rect, .. } => Some(*rect),
        _ => None,
    };
    let areas: Vec<Rect> = marks.filter_map(|mark| area(&mark.shape)).collect();
    let crowd = body.crowd.as_ref().expect("a crowd");
    assert_eq!(crowd.tracks.len(), 30);
    let end = layout.axis_end;
    for track in &crowd.tracks {
        assert_ne!(track.kind, TrackKind::Stands);
        for point in &track.points {
            #[expect(clippy::cast_possible_truncation, reason = "points of a chart")]
            let (x, y) = (
                plot.x + ((point.day() - days.0) / (days.1 - days.0)) as f32 * plot.width,
                plot.bottom() - (point.at / end) as f32 * plot.height,
            );
            let holds = |rect: &Rect| {
                (rect.x - 1.0..=rect.right() + 1.0).contains(&x) && (rect.y - 0.6..=rect.bottom() + 0.6).contains(&y)
            };
            assert!(areas.iter().any(holds), "{} on {}", point.at, point.day());
        }
    }
}

#[test]
fn names_of_many_lines_keep_their_order_and_stand_apart() {
    let figure = many_sources(25).timeline();
    let layout = layout(&figure, (743.0, 696.0), View::default(), &Shipped);
    let tracks = &time_plot(&figure).tracks;
    let name = |track: &Track| format!("{} {}", track.name, track.last);
    let mut named: Vec<(f32, f64)> = Vec::new();
    for mark in &layout.marks {
        let Shape::Text { rect, text, .. } = &mark.shape else { continue };
        let track = tracks.iter().find(|track| name(track) == *text);
        named.extend(track.map(|track| (rect.y, track.points[track.points.len() - 1].at)));
    }
    named.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert_eq!(named.len(), 25, "all find room");
    assert!(named.windows(2).all(|pair| pair[0].1 >= pair[1].1), "the higher line has the higher name: {named:?}");
    assert!(named.windows(2).all(|pair| pair[1].0 - pair[0].0 > 15.0), "{named:?}");
}

#[test]
fn of_several_events_only_what_stands_has_lanes() {
    let asked = Asked::latest().ask(|question| (question.all_events, question.flow) = (true, Flow::PerMonth));
    let figure = asked.timeline();
    let names: Vec<&str> = time_plot(&figure).lanes.iter().map(|lane| lane.name.as_str()).collect();
    let expected = [
        "2025–26 protests",
        "Mahsa Amini protests",
        "November 2019 protests",
        "December 2017 protests",
        "Green Movement",
        "Student protests",
        "Revolution",
    ];
    assert_eq!(names, expected);
    let note = "Of each event, what stands; its other sources are shown with the event alone.";
    assert!(figure.notes.iter().any(|it| it.text == note), "{:?}", figure.notes);
    let alone = asked.ask(|question| question.ticked = [event("iran-2025-26")].into());
    let figure = alone.timeline();
    let names: Vec<&str> = time_plot(&figure).lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["HRANA", "Official to Reuters", "Officials", "IHRNGO"]);
    assert!(figure.notes.iter().all(|it| it.text != note));
}

#[test]
fn of_many_sources_only_what_stands_says_who_is_under_investigation() {
    let of = |sources: usize| {
        let named = (0..sources).map(|n| format!(r#"{{ "id": "s{n}", "name": "Source {n}" }}"#));
        let report = |n: usize, day: usize| {
            format!(
                r#"{{ "source": "s{n}", "as_of": "2020-01-0{day}",
                     "counts": {{ "killed": {{ "exact": {}, "pending": {} }} }} }}"#,
                10 * (n + day),
                n + day
            )
        };
        let reports = (0..sources).flat_map(|n| [report(n, 1), report(n, 4)]);
        Asked::read(&format!(
            r#"{{ "tollview": 1, "title": "Pending", "sources": [{}], "events": [{{ "id": "e", "title": "E",
                 "start": "2020-01-01", "end": "2020-01-09", "lead": "s1", "reports": [{}] }}] }}"#,
            named.collect::<Vec<_>>().join(", "),
            reports.collect::<Vec<_>>().join(", ")
        ))
    };
    let pending = |figure: &Figure| {
        let tracks = time_plot(figure).tracks.iter().filter(|track| track.kind == TrackKind::Pending);
        tracks.map(|track| track.points.iter().map(|point| point.at).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let note = "Under investigation: only what the source that stands says is drawn.";
    let says = |figure: &Figure| figure.notes.iter().any(|it| it.text == note);
    let few = of(4).timeline();
    assert_eq!((pending(&few).len(), says(&few)), (4, false));
    let many = of(5).timeline();
    assert_eq!((pending(&many), says(&many)), (vec![vec![2.0, 5.0]], true));
}
