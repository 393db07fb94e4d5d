//! Writes a dataset in the one canonical form of the format, so that two versions of a file differ only where their
//! figures do: keys in a fixed order, what has its usual value left out, short objects on one line.

mod count;
mod print;

use crate::model::{
    Basis, Dataset, Event, EventEnd, Extra, Id, Independent, Localized, Method, Report, Show, Source, SourceKind,
    Verification,
};
use count::counts;
use serde_json::{Map, Value};

/// The text of a file that reads as this dataset.
#[must_use]
pub fn write(dataset: &Dataset) -> String {
    let mut text = String::new();
    print::print(&self::dataset(dataset), &mut text);
    text
}

/// An object under construction.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// An array, left out where empty.
    fn list<T>(self, key: &str, items: impl IntoIterator<Item = T>, value: impl Fn(T) -> Value) -> Self {
        let values: Vec<Value> = items.into_iter().map(value).collect();
        if values.is_empty() { self } else { self.with(key, values) }
    }

    fn done(mut self, extra: &Extra) -> Value {
        self.0.extend(extra.iter().map(|(key, value)| (key.clone(), value.clone())));
        Value::Object(self.0)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "dates are small and texts are references")]
fn shown(value: impl ToString) -> Value {
    Value::String(value.to_string())
}

fn id(id: &Id) -> Value {
    shown(id)
}

fn text(text: &Localized) -> Value {
    match text {
        Localized::Plain(text) => shown(text),
        Localized::ByLanguage(texts) => {
            Value::Object(texts.iter().map(|(language, text)| (language.clone(), shown(text))).collect())
        }
    }
}

fn dataset(dataset: &Dataset) -> Value {
    let show = (dataset.show != Show::default()).then(|| show(&dataset.show));
    let events: Vec<Value> = dataset.events.values().map(event).collect();
    Object::default()
        .with("tollview", super::VERSION)
        .with("title", text(&dataset.title))
        .maybe("licence", dataset.licence.as_deref())
        .maybe("note", dataset.note.as_ref().map(text))
        .maybe("show", show)
        .list("sources", dataset.sources.values(), source)
        .list("categories", dataset.categories.values(), |category| {
            Object::default().with("id", id(&category.id)).with("label", text(&category.label)).done(&category.extra)
        })
        .list("measures", dataset.measures.values(), |measure| {
            Object::default()
                .with("id", id(&measure.id))
                .maybe("label", measure.label.as_ref().map(text))
                .list("sum_of", &measure.sum_of, id)
                .done(&measure.extra)
        })
        .with("events", events)
        .done(&dataset.extra)
}

fn show(show: &Show) -> Value {
    Object::default()
        .maybe("event", show.event.as_ref().map(id))
        .maybe("as_known_on", show.as_known_on.map(shown))
        .maybe("baseline", show.baseline.as_ref().map(id))
        .maybe("measure", show.measure.as_ref().map(id))
        .done(&show.extra)
}

fn source(source: &Source) -> Value {
    let kind = source.kind.map(|kind| match kind {
        SourceKind::Monitor => "monitor",
        SourceKind::Government => "government",
        SourceKind::Opposition => "opposition",
        SourceKind::Media => "media",
        SourceKind::Academic => "academic",
        SourceKind::Un => "un",
    });
    Object::default()
        .with("id", id(&source.id))
        .with("name", text(&source.name))
        .maybe("short", source.short.as_ref().map(text))
        .maybe("kind", kind)
        .maybe("url", source.url.as_deref())
        .done(&source.extra)
}

fn event(event: &Event) -> Value {
    let end = match event.end {
        EventEnd::Unknown => None,
        EventEnd::Ongoing => Some(shown("..")),
        EventEnd::On(when) => Some(shown(when)),
    };
    let population = event.population.as_ref().map(|population| {
        Object::default()
            .with("value", population.value)
            .maybe("year", population.year)
            .maybe("source", population.source.as_deref())
            .done(&population.extra)
    });
    Object::default()
        .with("id", id(&event.id))
        .with("title", text(&event.title))
        .maybe("short", event.short.as_ref().map(text))
        .maybe("place", event.place.as_ref().map(text))
        .maybe("start", event.start.map(shown))
        .maybe("end", end)
        .maybe("end_as_of", event.end_as_of.map(shown))
        .maybe("lead", event.lead.as_ref().map(id))
        .maybe("population", population)
        .maybe("note", event.note.as_ref().map(text))
        .list("notes", &event.notes, |note| {
            Object::default().with("date", shown(note.date)).with("text", text(&note.text)).done(&note.extra)
        })
        .list("reports", &event.reports, report)
        .done(&event.extra)
}

fn report(report: &Report) -> Value {
    let method = report.method.map(|method| match method {
        Method::Enumeration => "enumeration",
        Method::Estimate => "estimate",
    });
    let period = match (report.period, report.basis) {
        (Some(period), _) => Some(period.to_string()),
        (None, Basis::Incremental) => Some("..".to_owned()),
        (None, Basis::Cumulative) => None,
    };
    Object::default()
        .maybe("id", report.id.as_ref().map(id))
        .maybe("source", report.source.as_ref().map(id))
        .list("via", &report.via, |via| {
            Object::default().with("name", shown(&via.name)).maybe("url", via.url.as_deref()).done(&via.extra)
        })
        .list("read_in", &report.read_in, shown)
        .maybe("as_of", report.as_of.map(shown))
        .maybe("period", period.map(shown))
        .maybe("published", report.published.map(shown))
        .maybe("accessed", report.accessed.map(shown))
        .maybe("day_stated", report.day_stated)
        .maybe("basis", (report.basis == Basis::Incremental).then_some("incremental"))
        .maybe("method", method)
        .maybe("supersedes", report.supersedes.as_ref().map(id))
        .maybe("note", report.note.as_ref().map(text))
        .maybe("verification", report.verification.as_deref().map(verification))
        .with("counts", counts(&report.counts))
        .done(&report.extra)
}

fn verification(verification: &Verification) -> Value {
    let independent = verification.independent.map(|independent| match independent {
        Independent::NotPossible => "not_possible",
        Independent::NotTried => "not_tried",
        Independent::Confirmed => "confirmed",
        Independent::Disputed => "disputed",
    });
    Object::default()
        .maybe("by_source", verification.by_source)
        .maybe("independent", independent)
        .maybe("by", verification.by.as_deref())
        .done(&verification.extra)
}
