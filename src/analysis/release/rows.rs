//! What two versions differ in, line by line and in words, for the table of changes.

use super::{Change, Changes, CountChange, EventChange, ReportChange, fields, report_at};
use crate::analysis::{CountKey, EventKey, FileId, Library, Question, standing};
use crate::model::{Count, Dataset, Event};
use crate::text::{DateStyle, Locale, date, label, list, names, sentences};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// How it differs.
    pub change: Change,
    /// The event's short title.
    pub event: String,
    /// The report's source, outlet and date; empty for what is said of the event itself.
    pub report: String,
    /// What differs: a count with its category, or what else is said.
    pub what: String,
    /// What the old version says; empty where it says nothing.
    pub before: String,
    /// What the new version says; empty where it says nothing.
    pub after: String,
    /// The count in the new version, if it has one.
    pub key: Option<CountKey>,
}

/// The two versions of a file that are compared.
#[derive(Clone, Copy)]
pub struct Versions<'a> {
    /// The open file, whose dataset is the new version.
    pub file: FileId,
    /// What the old version is called.
    pub name: &'a str,
    /// The old version.
    pub old: &'a Dataset,
    /// The new version.
    pub new: &'a Dataset,
}

/// Every difference in the order of the new version, event by event: what charts show for the question, what is said of
/// the event, then its reports with their counts.
#[must_use]
pub fn change_rows(changes: &Changes, versions: Versions, question: &Question, locale: &Locale) -> Vec<ChangeRow> {
    let writer = Writer { versions, question, locale };
    changes.events.iter().flat_map(|event| writer.event(event)).collect()
}

struct Writer<'a> {
    versions: Versions<'a>,
    question: &'a Question,
    locale: &'a Locale,
}

impl Writer<'_> {
    fn event(&self, change: &EventChange) -> Vec<ChangeRow> {
        let [old, new] = [self.versions.old, self.versions.new].map(|dataset| dataset.events.get(change.event));
        let Some(named) = new.or(old) else { return Vec::new() };
        let row = ChangeRow {
            change: change.change,
            event: names::event_short(named, self.locale).to_owned(),
            report: String::new(),
            what: String::new(),
            before: String::new(),
            after: String::new(),
            key: None,
        };
        let mut rows: Vec<ChangeRow> = self.shown(&row, old, new).into_iter().collect();
        if change.change != Change::Changed {
            let reports =
                |event: &Event| self.locale.say_with("describe-reports", &[("reports", event.reports.len().into())]);
            let [before, after] = [old, new].map(|event| event.map(reports).unwrap_or_default());
            rows.push(ChangeRow { what: self.locale.say("changes-event"), before, after, ..row.clone() });
        } else if let (true, Some(old), Some(new)) = (change.itself, old, new) {
            let differs = fields::of_event((self.versions.old, old), (self.versions.new, new), self.locale);
            rows.extend(differs.into_iter().map(|field| field.row(&row)));
        }
        for report in &change.reports {
            rows.extend(self.report(&row, report, (old, new), change));
        }
        rows
    }

    /// What charts show for an event, where that differs: with the source where another one stands now.
    fn shown(&self, row: &ChangeRow, old: Option<&Event>, new: Option<&Event>) -> Option<ChangeRow> {
        let shown = |dataset: &Dataset, event: Option<&Event>| {
            let open = [(self.versions.file, dataset)];
            let library = Library(&open);
            let key = EventKey { file: self.versions.file, event: event?.id.clone() };
            let standing = standing(library, self.question, library.event(&key)?);
            let total = standing.total()?;
            let source = names::source_short(dataset, total.source, self.locale);
            Some((label(total.stated(), self.locale), source))
        };
        let (before, after) = (shown(self.versions.old, old), shown(self.versions.new, new));
        if before == after {
            return None;
        }
        let is_same_source = before.as_ref().map(|it| &it.1) == after.as_ref().map(|it| &it.1);
        let [before, after] = [before, after].map(|shown| match shown {
            Some((number, _)) if is_same_source => number,
            Some((number, source)) => list(&[number, source], " · "),
            None => String::new(),
        });
        let measure = names::measure(self.versions.new, &self.question.measure, self.locale);
        let what = self.locale.say_with("changes-shown", &[("measure", measure.into())]);
        Some(ChangeRow { change: Change::Changed, what, before, after, ..row.clone() })
    }

    fn report(
        &self,
        row: &ChangeRow,
        change: &ReportChange,
        (old_event, new_event): (Option<&Event>, Option<&Event>),
        event: &EventChange,
    ) -> Vec<ChangeRow> {
        let (old, new) = (report_at(old_event, change.old), report_at(new_event, change.new));
        let of_new = new.map(|new| (self.versions.new, new));
        let Some((dataset, named)) = of_new.or(old.map(|old| (self.versions.old, old))) else { return Vec::new() };
        let source = names::source_via(dataset, named, self.locale);
        let when = named.when().map(|when| date(when, DateStyle::Short, self.locale));
        let report = list(&std::iter::once(source).chain(when).collect::<Vec<_>>(), " · ");
        let row = ChangeRow { change: change.change, report, ..row.clone() };
        let mut rows = Vec::new();
        if let (true, Some(old), Some(new)) = (change.itself, old, new) {
            let differs = fields::of_report((self.versions.old, old), (self.versions.new, new), self.locale);
            rows.extend(differs.into_iter().map(|field| field.row(&row)));
        }
        if change.counts.is_empty() && change.change != Change::Changed {
            rows.push(ChangeRow { what: self.locale.say("changes-report"), ..row.clone() });
        }
        rows.extend(change.counts.iter().map(|count| {
            let key = change.new.filter(|_| count.new.is_some()).map(|report| CountKey {
                event: EventKey { file: self.versions.file, event: event.event.clone() },
                report,
                measure: count.measure.clone(),
                categories: count.categories.iter().map(|(relation, id)| (*relation, (*id).clone())).collect(),
            });
            self.count(&row, count, key)
        }));
        rows
    }

    fn count(&self, row: &ChangeRow, change: &CountChange, key: Option<CountKey>) -> ChangeRow {
        let dataset = if change.new.is_some() { self.versions.new } else { self.versions.old };
        let measure = names::measure(dataset, change.measure, self.locale);
        let mut what = match change.categories.last() {
            None => measure,
            Some((relation, id)) => {
                let category = names::category(dataset, id, self.locale);
                let category = sentences::in_relation(*relation, category, self.locale);
                self.locale.say_with("changes-part", &[("measure", measure.into()), ("category", category.into())])
            }
        };
        if let (Some(old), Some(new)) = (change.old, change.new) {
            let beside = fields::beside_number(old, new, self.locale);
            if !beside.is_empty() {
                what = list(&[what, list(&beside, ", ")], " · ");
            }
        }
        let number = |count: Option<&Count>| count.map(|count| label(count.stated, self.locale)).unwrap_or_default();
        let (before, after) = (number(change.old), number(change.new));
        ChangeRow { change: change.change, what, before, after, key, ..row.clone() }
    }
}
