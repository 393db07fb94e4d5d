//! What is said of an event, a report or a count beside its numbers, and differs: each thing with its name, and with both
//! readings where they are short.

use super::ChangeRow;
use crate::model::{Count, Dataset, Event, EventEnd, Localized, Report, Verification, When};
use crate::text::{DateStyle, Locale, date, label, names, sentences, whole};

/// One thing that differs.
pub(super) struct Field {
    what: String,
    before: String,
    after: String,
}

impl Field {
    /// As a line of the table, in the place of `row`.
    pub(super) fn row(self, row: &ChangeRow) -> ChangeRow {
        ChangeRow { what: self.what, before: self.before, after: self.after, ..row.clone() }
    }
}

/// Collects what differs.
struct Fields<'a> {
    locale: &'a Locale,
    all: Vec<Field>,
}

impl Fields<'_> {
    /// Adds a thing of which both readings are short.
    fn short(&mut self, key: &str, [before, after]: [Option<String>; 2]) {
        if before != after {
            let [before, after] = [before, after].map(Option::unwrap_or_default);
            self.all.push(Field { what: self.locale.say(key), before, after });
        }
    }

    /// Adds a thing that is only named, since its readings are long.
    fn long<T: PartialEq>(&mut self, key: &str, [before, after]: [&T; 2]) {
        if before != after {
            self.all.push(Field { what: self.locale.say(key), before: String::new(), after: String::new() });
        }
    }
}

type Of<'a, T> = (&'a Dataset, &'a T);

/// What is said of an event, its reports aside.
pub(super) fn of_event((old_set, old): Of<Event>, (new_set, new): Of<Event>, locale: &Locale) -> Vec<Field> {
    let mut fields = Fields { locale, all: Vec::new() };
    let both = [old, new];
    let text = |text: Option<&Localized>| text.map(|text| text.get(locale.language).to_owned());
    fields.short("field-title", both.map(|event| text(Some(&event.title))));
    fields.short("field-short", both.map(|event| text(event.short.as_ref())));
    fields.short("field-place", both.map(|event| text(event.place.as_ref())));
    fields.short("field-start", both.map(|event| day(event.start, locale)));
    fields.short(
        "field-end",
        both.map(|event| match event.end {
            EventEnd::Unknown => None,
            EventEnd::Ongoing => Some(locale.say("describe-unfinished")),
            EventEnd::On(end) => day(Some(end), locale),
        }),
    );
    fields.short("field-end-as-of", both.map(|event| day(event.end_as_of, locale)));
    let lead =
        |(dataset, event): Of<Event>| event.lead.as_ref().map(|lead| names::source_short(dataset, Some(lead), locale));
    fields.short("field-lead", [(old_set, old), (new_set, new)].map(lead));
    let population = |event: &Event| {
        let population = event.population.as_ref()?;
        let value = whole(population.value);
        Some(population.year.map_or(value.clone(), |year| format!("{value} ({year})")))
    };
    fields.short("field-population", both.map(population));
    fields.long("field-note", both.map(|event| &event.note));
    fields.long("field-notes", both.map(|event| &event.notes));
    fields.long("field-more", both.map(|event| &event.extra));
    fields.all
}

/// What is said of a report, its counts aside.
pub(super) fn of_report((old_set, old): Of<Report>, (new_set, new): Of<Report>, locale: &Locale) -> Vec<Field> {
    let mut fields = Fields { locale, all: Vec::new() };
    let both = [old, new];
    fields.short("field-id", both.map(|report| report.id.as_ref().map(ToString::to_string)));
    let source = |(dataset, report): Of<Report>| Some(names::source_via(dataset, report, locale));
    fields.short("field-source", [(old_set, old), (new_set, new)].map(source));
    fields.short("field-as-of", both.map(|report| day(report.when(), locale)));
    fields.short("field-published", both.map(|report| day(report.published, locale)));
    fields.short("field-accessed", both.map(|report| day(report.accessed, locale)));
    fields.short("field-day", both.map(|report| report.day_stated.map(|day| day.to_string())));
    fields.short("field-method", both.map(|report| report.method.map(|method| sentences::method(method, locale))));
    let verified = |report: &Report| {
        let verification: Option<&Verification> = report.verification.as_deref();
        sentences::verification(verification, locale)
    };
    fields.short("field-verification", both.map(verified));
    fields.short("field-supersedes", both.map(|report| report.supersedes.as_ref().map(ToString::to_string)));
    fields.long("field-note", both.map(|report| &report.note));
    fields.long("field-read-in", both.map(|report| &report.read_in));
    fields.long("field-basis", both.map(|report| &report.basis));
    let urls = |report: &Report| report.via.iter().map(|via| via.url.clone()).collect::<Vec<_>>();
    fields.long("field-addresses", [&urls(old), &urls(new)]);
    fields.long("field-more", both.map(|report| &report.extra));
    fields.all
}

/// The names of what is said beside a count's number and differs.
pub(super) fn beside_number(old: &Count, new: &Count, locale: &Locale) -> Vec<String> {
    let pending = |count: &Count| {
        let pending = count.pending.as_ref().map(|pending| label(pending.stated, locale));
        pending.unwrap_or_else(|| locale.say("changes-nothing"))
    };
    let mut names = Vec::new();
    let mut add = |differs: bool, key: &str| {
        if differs {
            names.push(locale.say(key));
        }
    };
    add(old.as_written != new.as_written, "field-as-written");
    add(old.as_of != new.as_of, "field-as-of");
    add(old.filled_by != new.filled_by, "field-filled-by");
    add(old.coverage != new.coverage, "field-coverage");
    add(old.extra != new.extra, "field-more");
    if old.pending != new.pending {
        let arguments = [("before", pending(old).into()), ("after", pending(new).into())];
        names.push(locale.say_with("field-pending", &arguments));
    }
    names
}

fn day(when: Option<When>, locale: &Locale) -> Option<String> {
    when.map(|when| date(when, DateStyle::Short, locale))
}
