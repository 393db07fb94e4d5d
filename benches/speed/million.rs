//! Timelines of a million reports: of one source, of many sources, of many events.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use tollview::model::{Count, Dataset, Event, EventEnd, Extra, Id, Report, Source, Stated};

const REPORTS: u32 = 1_000_000;

/// How a million reports are spread.
pub const SPREADS: [&str; 4] = ["1 source", "20 sources", "200 sources", "2000 events"];

/// A million daily reports, spread over sources or events as `spread` says; two of three counts of a source rise, and some
/// are ranges.
pub fn million(spread: &str) -> Dataset {
    let (sources, events) = match spread {
        "1 source" => (1, 1),
        "20 sources" => (20, 1),
        "200 sources" => (200, 1),
        _ => (1, 2_000),
    };
    let mut dataset = Dataset::new("A million reports".into());
    for source in 0..sources {
        let (id, name) = (id('s', source), format!("Source {source}").as_str().into());
        let source = Source { id: id.clone(), name, short: None, kind: None, url: None, extra: Extra::new() };
        dataset.sources.insert(id, source);
    }
    let days = REPORTS / sources / events;
    for number in 0..events {
        let start = day(date(1, 1, 1), number % 97);
        let id = id('e', number);
        let mut event = Event::new(id.clone(), format!("Event {number}").as_str().into());
        event.start = Some(start.into());
        event.end = EventEnd::Ongoing;
        event.lead = Some(self::id('s', 0));
        let reports = (0..sources).flat_map(|source| (0..days).map(move |n| report(source, number, start, n)));
        event.reports = reports.collect();
        dataset.events.insert(id, event);
    }
    dataset
}

fn report(source: u32, event: u32, start: Date, n: u32) -> Report {
    let noise = u64::from((n * 31 + source * 17 + event).wrapping_mul(2_654_435_761) % 1_000);
    let number = u64::from(n) * u64::from(1 + source + event % 50) / 7 + noise;
    let stated = match n % 9 {
        0 => Stated::Range { low: Some(number / 2), best: Some(number), high: Some(number * 3 / 2) },
        1..=4 => Stated::AtLeast(number),
        _ => Stated::Exact(number),
    };
    Report {
        source: Some(id('s', source)),
        as_of: Some(day(start, n).into()),
        counts: [(Id::from("killed"), Count::new(stated))].into_iter().collect(),
        ..Report::default()
    }
}

fn id(letter: char, number: u32) -> Id {
    format!("{letter}{number}").as_str().into()
}

fn day(start: Date, n: u32) -> Date {
    start.saturating_add(i64::from(n).days())
}
