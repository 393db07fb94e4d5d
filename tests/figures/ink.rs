//! How each kind of count is drawn: one small dataset for each ink, and charts that have little or nothing to show.

use super::{Asked, margin_heading, one_count, one_event};
use tollview::analysis::Scale;
use tollview::chart::{Figure, Layout, Mark, Place, Rect, Shape, Tone, View, layout};
use tollview::text::Shipped;

fn laid_out(figure: &Figure) -> Layout {
    layout(figure, (743.0, 706.0), View::default(), &Shipped)
}

/// What is painted inside the plot, from back to front, in words; paper behind texts and the zero line are left out.
fn inks(figure: &Figure) -> Vec<String> {
    let inside = |mark: &&Mark| mark.place == Place::Plot && mark.tone != Tone::Paper;
    let layout = laid_out(figure);
    let mut inks: Vec<String> = layout.marks.iter().filter(inside).map(ink).collect();
    assert_eq!(inks.pop().as_deref(), Some("Muted line Solid"), "the zero line");
    inks
}

fn ink(mark: &Mark) -> String {
    let shape = match &mark.shape {
        Shape::Area { opacity, .. } if *opacity < 1.0 => format!("area {opacity}"),
        Shape::Area { .. } => "area".to_owned(),
        Shape::Hatch { .. } => "hatch".to_owned(),
        Shape::Frame { dash, .. } => format!("frame {dash:?}"),
        Shape::Line { dash, points, .. } if points.len() > 2 => format!("angled line {dash:?}"),
        Shape::Line { dash, .. } => format!("line {dash:?}"),
        Shape::Polygon { .. } => "polygon".to_owned(),
        Shape::Circle { filled, .. } => if *filled { "dot" } else { "ring" }.to_owned(),
        Shape::Text { text, .. } => return format!("{text:?}"),
    };
    format!("{:?} {shape}", mark.tone)
}

fn of(killed: &str) -> Vec<String> {
    inks(&one_count(killed).breakdown())
}

fn on_log_axis(killed: &str) -> Vec<String> {
    inks(&one_count(killed).ask(|question| question.scale = Scale::Log).compare())
}

#[test]
fn as_stated_is_closed() {
    assert_eq!(of("3117"), ["Neutral area", "Neutral hatch", "\"3,117\""]);
    assert_eq!(on_log_axis("3117"), ["Accent dot", "\"3,117\""]);
}

#[test]
fn a_count_of_one_category_has_its_colour() {
    let killed = r#"{ "exact": 72, "coverage": { "who": ["women"] } }"#;
    assert_eq!(of(killed), ["Category(1) area", "\"72\""]);
}

#[test]
fn at_least_and_more_than_are_open() {
    let chevron = "NeutralLine angled line Solid";
    assert_eq!(of(r#"{ "at_least": 2571 }"#), ["Neutral area", "Neutral hatch", chevron, "\"≥ 2,571\""]);
    assert_eq!(of(r#"{ "more_than": 18100 }"#), ["Neutral area", "Neutral hatch", chevron, "\"> 18,100\""]);
    assert_eq!(on_log_axis(r#"{ "at_least": 2571 }"#), ["Accent dot", "Accent angled line Solid", "\"≥ 2,571\""]);
}

#[test]
fn about_is_soft() {
    let dashes = "NeutralLine line Dashed";
    assert_eq!(of(r#"{ "about": 1500 }"#), ["Neutral area", "Neutral hatch", dashes, "\"≈ 1,500\""]);
    assert_eq!(on_log_axis(r#"{ "about": 1500 }"#), ["Accent dot", "Accent line Dashed", "\"≈ 1,500\""]);
}

#[test]
fn up_to_is_an_outline() {
    assert_eq!(of(r#"{ "up_to": 551 }"#), ["NeutralLine frame Solid", "\"≤ 551\""]);
    assert_eq!(on_log_axis(r#"{ "up_to": 551 }"#), ["Accent line Dashed", "Accent ring", "\"≤ 551\""]);
}

#[test]
fn a_range_is_light_between_its_ends() {
    let tick = "Muted line Solid";
    let ends = ["Neutral area", "Neutral hatch", "Range area", tick, tick];
    assert_eq!(of(r#"{ "low": 200, "high": 225 }"#), [&ends[..], &["\"200–225\""]].concat());
    assert_eq!(of(r#"{ "low": 200, "best": 210, "high": 225 }"#), [&ends[..], &[tick, "\"210 (200–225)\""]].concat());
    assert_eq!(
        on_log_axis(r#"{ "low": 200, "high": 225 }"#),
        ["Accent line Solid", "Accent ring", "Accent ring", "\"200–225\""]
    );
    assert_eq!(
        on_log_axis(r#"{ "low": 200, "best": 210, "high": 225 }"#),
        ["Accent line Solid", "Accent dot", "\"210 (200–225)\""]
    );
}

#[test]
fn a_residual_is_hatched_and_named() {
    assert_eq!(
        of(r#"{ "exact": 3117, "parts": { "men": 2427 } }"#),
        [
            "Category(0) area",
            "\"2,427 men · 77.9 %\"",
            "Neutral area",
            "Neutral hatch",
            "Neutral area",
            "\"690\"",
            "\"3,117\"",
            "\"broken down: 2,427 of 3,117 (77.9 %)\"",
            "Neutral area",
            "Neutral hatch",
            "\"690 not broken down · 22.1 %\"",
        ]
    );
}

#[test]
fn a_subset_is_a_bracket_and_never_stacked() {
    let figure = one_count(r#"{ "exact": 500, "of_which": { "children": 50 } }"#).breakdown();
    assert_eq!(
        inks(&figure),
        ["Neutral area", "Neutral hatch", "\"500\"", "Category(2) angled line Solid", "\"of which children 50\""]
    );
    let inside_a_part = one_count(
        r#"{ "exact": 500, "parts": { "men": 300, "women": { "exact": 200, "of_which": { "children": 50 } } } }"#,
    );
    let figure = inside_a_part.breakdown();
    let bracket = &figure.rows()[0].brackets[0];
    assert_eq!(bracket.span, Some((300.0, 350.0)), "it starts where the women do");
}

#[test]
fn what_may_lie_outside_has_no_place_in_the_bar() {
    let inks = of(r#"{ "exact": 500, "unclear": { "children": 50 } }"#);
    assert_eq!(inks, ["Neutral area", "Neutral hatch", "\"500\"", "\"children 50: inside or outside not stated\""]);
}

#[test]
fn a_stale_part_is_faded_and_dated() {
    let parts = r#"{ "men": 500, "children": { "exact": 400, "as_of": "2020-01-05" } }"#;
    let inks = of(&format!(r#"{{ "exact": 900, "parts": {parts} }}"#));
    assert_eq!(inks[2..4], ["Category(2) area 0.45", "\"400 children (5 Jan 2020)\""]);
}

#[test]
fn pending_stands_apart_from_the_bar() {
    let figure = one_count(r#"{ "exact": 500, "pending": 400 }"#).breakdown();
    assert_eq!(
        inks(&figure),
        ["Neutral area", "Neutral hatch", "\"500\"", "Muted frame Dotted", "\"400 under investigation, not added\""]
    );
    let layout = laid_out(&figure);
    let find = |wanted: fn(&Shape) -> Option<Rect>| {
        layout.marks.iter().filter(|mark| mark.place == Place::Plot).find_map(|mark| wanted(&mark.shape)).unwrap()
    };
    let bar = find(|shape| if let Shape::Hatch { rect, .. } = shape { Some(*rect) } else { None });
    let pending = find(|shape| if let Shape::Frame { rect, .. } = shape { Some(*rect) } else { None });
    assert!(pending.y > bar.bottom() + 2.0, "{pending:?} {bar:?}");
    assert!((pending.width / bar.width - 0.8).abs() < 0.01, "to scale, from zero");
}

#[test]
fn parts_beyond_their_total_reach_beyond_its_number() {
    let figure = one_count(r#"{ "exact": 1000, "parts": { "men": 800, "women": 500 } }"#).breakdown();
    let row = &figure.rows()[0];
    assert_eq!(row.bars.iter().map(|bar| (bar.from, bar.to)).collect::<Vec<_>>(), [(0.0, 800.0), (800.0, 1300.0)]);
    assert_eq!(row.value.as_ref().map(|value| (value.at, value.text.as_str())), Some((1300.0, "1,000")));
    assert_eq!(figure.notes[0].text, "Alpha: 800 + 500 = 1,300, more than the 1,000 stated as their total.");
}

#[test]
fn an_unknown_total_shows_its_parts() {
    let killed = r#"{ "exact": null, "parts": { "men": 15 } }"#;
    let figure = one_count(killed).breakdown();
    assert_eq!(inks(&figure), ["Category(0) area", "\"15 men\"", "\"total not stated\""]);
    assert_eq!(figure.notes[0].text, "Alpha: 15 = 15; the total is not stated.");
    assert_eq!(on_log_axis(killed), ["\"total not stated\""]);
    assert_eq!(of("null"), ["\"total not stated\""]);
}

#[test]
fn missing_is_never_zero_and_zero_is_drawn() {
    let figure = one_count("0").breakdown();
    assert_eq!(figure.rows()[0].value.as_ref().map(|value| value.text.as_str()), Some("0"));
    assert!((figure.axis().largest - 1.0).abs() < 1e-9);
    let log = one_count("0").ask(|question| question.scale = Scale::Log).compare();
    assert!(laid_out(&log).axis_end.is_finite());
}

#[test]
fn another_sources_figure_is_a_small_triangle_on_the_row() {
    let figure = one_event(
        r#"{ "source": "a", "as_of": "2020-01-10", "counts": { "killed": 500 } },
           { "source": "b", "as_of": "2020-01-10", "counts": { "killed": 400 } }"#,
    )
    .compare();
    assert_eq!((figure.rows().len(), figure.rows()[0].others[0].text.as_str()), (1, "Beta 400"));
    let layout = laid_out(&figure);
    let triangles = |mark: &&Mark| mark.place == Place::Beside && matches!(mark.shape, Shape::Polygon { .. });
    assert_eq!(layout.marks.iter().filter(triangles).count(), 1);
    // Far beyond the bars it would press them to nothing: it is named at the edge.
    let far = one_event(
        r#"{ "source": "a", "as_of": "2020-01-10", "counts": { "killed": 500 } },
           { "source": "b", "as_of": "2020-01-10", "counts": { "killed": 60000 } }"#,
    )
    .compare();
    assert!((far.axis().largest - 500.0).abs() < 1e-9);
    let layout = laid_out(&far);
    assert!(layout.marks.iter().any(|mark| ink(mark) == "\"Beta 60,000 →\""));
}

#[test]
fn a_single_event_is_titled_after_itself() {
    let figure = one_count("500").compare();
    assert_eq!((figure.title.as_str(), figure.rows().len()), ("Storm", 1));
    assert_eq!(margin_heading(&figure), "");
}

#[test]
fn an_empty_chart_says_why() {
    let reason = |asked: &Asked| (asked.breakdown().empty.unwrap(), asked.compare().empty.unwrap());
    let ticked = "No event is ticked. Tick events on the left to see them here.".to_owned();
    let chosen = "No event is chosen. Choose one on the left.".to_owned();
    let measure = "No source gives this count here. Choose another measure, a source, or another date.".to_owned();
    let nothing = Asked::bundled().ask(|question| {
        question.ticked.clear();
        question.event = None;
    });
    assert_eq!(reason(&nothing), (chosen, ticked.clone()));
    let unticked = nothing.ask(|question| question.all_events = true);
    assert_eq!(reason(&unticked), (ticked.clone(), ticked));
    let unknown = Asked::bundled().ask(|question| question.measure = "displaced".into());
    assert_eq!(reason(&unknown), (measure.clone(), measure.clone()));
    let early = Asked::bundled().ask(|question| question.as_known_on = Some("1970-01-01".parse().unwrap()));
    assert_eq!(reason(&early), (measure.clone(), measure));
    let layout = laid_out(&unknown.compare());
    assert!(layout.hits.is_empty() && layout.marks.iter().all(|mark| mark.place == Place::Frame));
    let nobody = Asked::read(r#"{ "tollview": 1, "title": "Empty", "events": [] }"#);
    assert!(nobody.compare().empty.is_some() && nobody.breakdown().empty.is_some());
}

#[test]
fn persian_titles_stand_over_the_plot() {
    let asked = Asked::read(
        r#"{ "tollview": 1, "title": "اعتراضات ایران و شمار قربانیان آن‌ها، ۱۹۷۸–۲۰۲۶",
             "sources": [{ "id": "a", "name": "هرانا، خبرگزاری فعالان حقوق بشر", "short": "هرانا" }],
             "categories": [{ "id": "p", "label": "معترضان" }],
             "events": [{ "id": "e", "title": "اعتراضات مهسا امینی", "lead": "a", "start": "2022-09-16",
                "reports": [{ "source": "a", "as_of": "2023-01-14",
                              "counts": { "killed": { "exact": 522, "parts": { "p": 522 } } } }] }] }"#,
    );
    let layout = laid_out(&asked.compare());
    let title = layout.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Text { rect, text, .. } if text.contains("امینی") => Some(*rect),
        _ => None,
    });
    assert!((title.unwrap().x - 22.0).abs() < 1.0, "{title:?}");
    assert_eq!(inks(&asked.compare())[0], "Category(0) area");
    assert!(asked.breakdown().rows()[0].label.contains("هرانا"));
}
