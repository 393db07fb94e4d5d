//! Random datasets: everything that a valid file can say. Strategies are boxed, or they would not fit on a test's stack.

use indexmap::IndexMap;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;
use tollview::model::{
    Basis, Category, Count, Coverage, Dataset, Event, EventEnd, EventNote, Extra, Id, Independent, Localized, Measure,
    Method, Population, Report, Show, Source, SourceKind, Stated, Verification, Via, When, Who,
};

const CATEGORIES: &[&str] = &["protesters", "children", "security forces", "گروه"];
const SOURCES: &[&str] = &["hrana", "official-to-reuters", "\"quoted\""];
const MEASURES: &[&str] = &["killed", "dead", "missing", "gone", "severely_injured"];
const EVENTS: &[&str] = &["iran-2022", "iran-2025-26"];

fn id(pool: &'static [&'static str]) -> impl Strategy<Value = Id> {
    select(pool).prop_map(Id::from)
}

/// Any characters at all, control characters and NUL included.
fn string() -> impl Strategy<Value = String> {
    vec(prop_oneof![3 => proptest::char::range('a', 'z'), 1 => any::<char>()], 0..12)
        .prop_map(|characters| characters.into_iter().collect())
}

fn text() -> BoxedStrategy<Localized> {
    let tags = subsequence(vec!["en", "fa", "zh-Hant", "de-CH-1996"], 1..3);
    let by_language = (tags, string(), string())
        .prop_map(|(tags, a, b)| Localized::ByLanguage(tags.into_iter().map(str::to_owned).zip([a, b]).collect()));
    prop_oneof![string().prop_map(Localized::Plain), by_language].boxed()
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), 1_u64..10_000, 0..=9_007_199_254_740_991_u64]
}

fn when() -> impl Strategy<Value = When> {
    let date = (1900..2100, 1..=12, 1..=28, 0..3, select(vec!["", "?", "~", "%"])).prop_map(
        |(year, month, day, precision, mark)| match precision {
            0 => format!("{year}{mark}"),
            1 => format!("{year}-{month:02}{mark}"),
            _ => format!("{year}-{month:02}-{day:02}{mark}"),
        },
    );
    let span = (1900..1999, 2000..2100).prop_map(|(from, to)| format!("{from}-05-06/{to}-07?"));
    prop_oneof![3 => date, 1 => span].prop_map(|text| text.parse().expect("a date"))
}

fn extra() -> BoxedStrategy<Extra> {
    let digits = "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        digits.prop_map(|digits| Value::Number(digits.parse().expect("a number"))),
        string().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((string(), inner), 0..3).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    let some = vec(("x_[a-z]{0,3}", value), 1..3).prop_map(|members| members.into_iter().collect());
    prop_oneof![4 => Just(Extra::new()), 1 => some].boxed()
}

fn stated() -> BoxedStrategy<Stated> {
    let range = (any::<[bool; 3]>(), number(), number(), number())
        .prop_filter("two or three", |(given, ..)| given.iter().filter(|given| **given).count() >= 2)
        .prop_map(|([a, b, c], low, best, high)| Stated::Range {
            low: a.then_some(low),
            best: b.then_some(best),
            high: c.then_some(high),
        });
    prop_oneof![
        Just(Stated::Unknown),
        number().prop_map(Stated::Exact),
        number().prop_map(Stated::AtLeast),
        number().prop_map(Stated::MoreThan),
        number().prop_map(Stated::About),
        number().prop_map(Stated::UpTo),
        range,
    ]
    .boxed()
}

fn coverage() -> BoxedStrategy<Coverage> {
    let who = prop_oneof![Just(Who::Everyone), vec(id(CATEGORIES), 0..3).prop_map(Who::Categories)];
    (of(who), of(text()), of(text()), of(when()), of(text()), extra())
        .prop_map(|(who, by, place, period, text, extra)| Coverage { who, by, place, period, text, extra })
        .boxed()
}

/// Counts of all kinds, up to three levels inside each other.
fn count() -> impl Strategy<Value = Count> {
    let leaf = prop_oneof![
        stated().prop_map(Count::new),
        (stated(), of(string()), of(when()), of(string()), of(coverage()), extra()).prop_map(
            |(stated, as_written, as_of, filled_by, coverage, extra)| Count {
                as_written,
                as_of,
                filled_by,
                coverage: coverage.map(Box::new),
                extra,
                ..Count::new(stated)
            }
        ),
    ]
    .boxed();
    leaf.clone().prop_recursive(3, 16, 3, move |inner| {
        let inside = |inner: &BoxedStrategy<Count>| {
            vec((id(CATEGORIES), inner.clone()), 0..3).prop_map(|counts| counts.into_iter().collect::<IndexMap<_, _>>())
        };
        (leaf.clone(), of(inner.clone()), inside(&inner), inside(&inner), inside(&inner)).prop_map(
            |(count, pending, parts, of_which, unclear)| Count {
                pending: pending.map(Box::new),
                parts,
                of_which,
                unclear,
                ..count
            },
        )
    })
}

fn verification() -> BoxedStrategy<Verification> {
    let independent =
        select(vec![Independent::NotPossible, Independent::NotTried, Independent::Confirmed, Independent::Disputed]);
    (of(any::<bool>()), of(independent), of(string()), extra())
        .prop_map(|(by_source, independent, by, extra)| Verification { by_source, independent, by, extra })
        .boxed()
}

fn report() -> BoxedStrategy<Report> {
    let via = (string(), of(string()), extra()).prop_map(|(name, url, extra)| Via { name, url, extra });
    let method = select(vec![Method::Enumeration, Method::Estimate]);
    let basis = prop_oneof![
        of(when()).prop_map(|as_of| (Basis::Cumulative, as_of, None)),
        of(when()).prop_map(|period| (Basis::Incremental, None, period)),
    ];
    let counts = vec((id(MEASURES), count()), 0..3).prop_map(|counts| counts.into_iter().collect());
    let place = (of(id(SOURCES)), vec(via, 0..3), vec(string(), 0..2), of(when()), of(when()), of(1..=u32::MAX));
    (place, basis, of(method), of(text()), of(verification()), counts, extra())
        .prop_map(
            |(
                (source, via, read_in, published, accessed, day_stated),
                basis,
                method,
                note,
                verification,
                counts,
                extra,
            )| {
                let (basis, as_of, period) = basis;
                Report {
                    source,
                    via,
                    read_in,
                    as_of,
                    period,
                    published,
                    accessed,
                    day_stated,
                    basis,
                    method,
                    note,
                    verification: verification.map(Box::new),
                    counts,
                    extra,
                    ..Report::default()
                }
            },
        )
        .boxed()
}

/// Reports with ids, each perhaps replacing the one before.
fn reports() -> BoxedStrategy<Vec<Report>> {
    vec((report(), any::<bool>(), any::<bool>()), 0..4)
        .prop_map(|reports| {
            let mut last: Option<Id> = None;
            let mut named = Vec::new();
            for (index, (mut report, has_id, supersedes)) in reports.into_iter().enumerate() {
                report.supersedes = last.clone().filter(|_| supersedes);
                report.id = has_id.then(|| Id::from(format!("r{index}").as_str()));
                last = report.id.clone().or(last);
                named.push(report);
            }
            named
        })
        .boxed()
}

fn event(name: &'static str) -> BoxedStrategy<Event> {
    let end = prop_oneof![Just(EventEnd::Unknown), Just(EventEnd::Ongoing), when().prop_map(EventEnd::On)];
    let population = (number(), of(any::<i16>().prop_filter("a year", |year| *year >= -9_999)), of(string()), extra())
        .prop_map(|(value, year, source, extra)| Population { value, year, source, extra });
    let note = (when(), text(), extra()).prop_map(|(date, text, extra)| EventNote { date, text, extra });
    let texts = (text(), of(text()), of(text()), of(text()));
    let dates = (of(when()), end, of(when()));
    (texts, dates, of(id(SOURCES)), of(population), vec(note, 0..3), reports(), extra())
        .prop_map(
            move |((title, short, place, note), (start, end, end_as_of), lead, population, notes, reports, extra)| {
                Event {
                    id: name.into(),
                    title,
                    short,
                    place,
                    start,
                    end,
                    end_as_of,
                    lead,
                    lead_by: tollview::model::LeadBy::Named,
                    population,
                    note,
                    notes,
                    reports,
                    extra,
                }
            },
        )
        .boxed()
}

fn sources() -> BoxedStrategy<IndexMap<Id, Source>> {
    let kind = select(vec![
        SourceKind::Monitor,
        SourceKind::Government,
        SourceKind::Opposition,
        SourceKind::Media,
        SourceKind::Academic,
        SourceKind::Un,
    ]);
    let source = (text(), of(text()), of(kind), of(string()), extra());
    vec(source, SOURCES.len())
        .prop_map(|sources| {
            let named = SOURCES.iter().zip(sources);
            named
                .map(|(name, (title, short, kind, url, extra))| {
                    let id = Id::from(*name);
                    (id.clone(), Source { id, name: title, short, kind, url, extra })
                })
                .collect()
        })
        .boxed()
}

/// Any valid dataset.
pub(crate) fn dataset() -> impl Strategy<Value = Dataset> {
    let show = (of(id(EVENTS)), of(when()), of(id(EVENTS)), of(id(MEASURES)), extra()).prop_map(
        |(event, as_known_on, baseline, measure, extra)| Show { event, as_known_on, baseline, measure, extra },
    );
    let categories = vec((text(), extra()), CATEGORIES.len());
    let measures = vec((text(), vec(id(MEASURES), 0..3), extra()), MEASURES.len());
    let events = (event(EVENTS[0]), event(EVENTS[1]));
    (text(), of(string()), of(text()), show, sources(), categories, measures, events, extra()).prop_map(
        |(title, licence, note, show, sources, categories, measures, events, extra)| {
            let categories = CATEGORIES.iter().zip(categories).map(|(name, (label, extra))| {
                let id = Id::from(*name);
                (id.clone(), Category { id, label, extra })
            });
            let measures = MEASURES.iter().zip(measures).map(|(name, (label, sum_of, extra))| {
                let id = Id::from(*name);
                (id.clone(), Measure { id, label: Some(label), sum_of, extra })
            });
            let events = [events.0, events.1].map(|event| (event.id.clone(), event));
            let (categories, measures) = (categories.collect(), measures.collect());
            Dataset { title, licence, note, show, sources, categories, measures, events: events.into(), extra }
        },
    )
}
