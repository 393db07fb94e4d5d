//! Small made-up events for what the bundled timeline does not have.

use super::{Asked, one_event};
use tollview::analysis::Flow;
use tollview::model::EventEnd;

fn on(source: &str, day: &str, killed: &str) -> String {
    format!(r#"{{ "source": "{source}", "as_of": "{day}", "counts": {{ "killed": {killed} }} }}"#)
}

fn period(period: &str, killed: u32) -> String {
    format!(r#"{{ "source": "a", "basis": "incremental", "period": "{period}", "counts": {{ "killed": {killed} }} }}"#)
}

fn of(reports: &[String]) -> Asked {
    one_event(&reports.join(","))
}

/// Each with its name.
pub(super) fn made_up_timelines() -> Vec<(&'static str, Asked)> {
    let disagree = of(&[
        on("a", "2020-01-02", "10"),
        on("b", "2020-01-02", "25"),
        on("a", "2020-01-04", "14"),
        on("b", "2020-01-05", r#"{ "about": 40 }"#),
        on("a", "2020-01-08", "15"),
    ]);
    let falls = of(&[
        on("a", "2020-01-02", "100"),
        on("a", "2020-01-03", "90"),
        on("a", "2020-01-05", "240"),
        on("a", "2020-01-08", "60"),
    ]);
    let ranges = of(&[
        on("a", "2020-01-02", r#"{ "low": 8, "best": 10, "high": 15 }"#),
        on("a", "2020-01-03", r#"{ "low": 18, "high": 31 }"#),
        on("a", "2020-01-05", r#"{ "low": 20, "best": 24 }"#),
        on("a", "2020-01-06", r#"{ "best": 26, "high": 60 }"#),
        on("a", "2020-01-07", "null"),
        on("a", "2020-01-08", r#"{ "low": 30, "best": 33, "high": 40 }"#),
    ]);
    let periods = || {
        let days = ["2020-01-01/2020-01-03", "2020-01-04", "2020-01-05", "2020-01-08"];
        of(&days.iter().zip([9, 2, 7, 4]).map(|(days, killed)| period(days, killed)).collect::<Vec<_>>())
    };
    let correction = falls_per_day();
    let mut unfinished = of(&[
        on("a", "2020-01", r#"{ "at_least": 30 }"#),
        on("a", "2020-02-10", "45"),
        on("a", "2020-03", r#"{ "at_least": 70 }"#),
    ]);
    for event in unfinished.dataset.events.values_mut() {
        event.end = EventEnd::Ongoing;
    }
    let mut endless = of(&[on("a", "2020-01-04", "12"), on("a", "2020-01-06", r#"{ "up_to": 20 }"#)]);
    for event in endless.dataset.events.values_mut() {
        event.end = EventEnd::Unknown;
    }
    vec![
        ("disagree", disagree),
        ("falls", falls),
        ("ranges", ranges),
        ("periods-so-far", periods()),
        ("periods", periods().ask(|question| question.flow = Flow::PerDay)),
        ("correction", correction),
        ("unfinished", unfinished),
        ("no-end", endless),
        ("one-report", of(&[on("a", "2020-01-05", r#"{ "more_than": 10 }"#)])),
    ]
}

fn falls_per_day() -> Asked {
    let numbers = ["10", "8", "30", "31"].iter().zip(["2020-01-01", "2020-01-03", "2020-01-04", "2020-01-09"]);
    let reports: Vec<String> = numbers.map(|(killed, day)| on("a", day, killed)).collect();
    of(&reports).ask(|question| question.flow = Flow::PerDay)
}
