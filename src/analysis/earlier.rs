//! What the same source said earlier: a part that is older than its total is a share of the total of its own date only.

use super::{CountKey, OpenEvent, SourceTotal};
use crate::model::ledger::{Latest, known_reports, sort_by_latest};
use crate::model::{Basis, Count, Coverage, Id, Relation, Report, Stated, When};

/// The latest report in which a source broke its total down, where its newest one does not.
#[derive(Clone, Debug, PartialEq)]
pub struct LastBrokenDown {
    /// Its total.
    pub key: CountKey,
    /// The date for which it holds.
    pub when: When,
    /// Its number.
    pub stated: Stated,
}

/// The earlier reports of one source, as known on a date.
pub(super) struct Earlier<'a, 't> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// The total that is shown.
    pub total: &'t SourceTotal<'a>,
    /// What is counted.
    pub measure: &'t Id,
    /// The date up to which reports are known.
    pub known: Latest,
}

impl<'a> Earlier<'a, '_> {
    /// Cumulative totals of the same source with the same coverage, the latest first.
    fn totals(&self) -> Vec<(usize, &'a Report, &'a Count)> {
        if self.total.report.basis != Basis::Cumulative {
            return Vec::new();
        }
        let coverage = Coverage::key(self.total.count.coverage.as_deref());
        let count = |report: &'a Report| {
            let cumulative = report.basis == Basis::Cumulative && report.source.as_ref() == self.total.source;
            report.counts.get(self.measure).filter(|_| cumulative)
        };
        let same = |report| count(report).is_some_and(|it| Coverage::key(it.coverage.as_deref()) == coverage);
        let mut reports = known_reports(self.event.event, self.known);
        reports.retain(|(_, report)| same(report));
        sort_by_latest(&mut reports);
        reports.into_iter().rev().filter_map(|(index, report)| Some((index, report, count(report)?))).collect()
    }

    /// What the holder of a part, found by `categories` from the total, came to on `date`.
    pub fn holder_on(&self, date: When, categories: &[(Relation, Id)]) -> Option<Stated> {
        let stated = |(_, report, count): (usize, &Report, &Count)| {
            let own = count.as_of.or(report.as_of)?;
            let mut holder = Some(count).filter(|_| same_days(own, date))?;
            for (relation, id) in categories {
                let mut children =
                    holder.children().filter(|(inner, category, _)| inner == relation && *category == id);
                holder = children.next()?.2;
                if holder.as_of.is_some_and(|own| !same_days(own, date)) {
                    return None;
                }
            }
            holder.stated.number().map(|_| holder.stated)
        };
        self.totals().into_iter().find_map(stated)
    }

    /// The latest earlier total with parts, where the one that is shown has none.
    pub fn last_broken_down(&self) -> Option<LastBrokenDown> {
        let shown = self.total.when()?;
        if !self.total.count.parts.is_empty() {
            return None;
        }
        self.totals().into_iter().find_map(|(report, whole, count)| {
            let when = count.as_of.or(whole.as_of)?;
            let measure = self.measure.clone();
            let key = CountKey { event: self.event.key(), report, measure, categories: Vec::new() };
            let older = when.last_day() < shown.first_day() && count.parts_sum().is_some();
            older.then_some(LastBrokenDown { key, when, stated: count.stated })
        })
    }
}

fn same_days(a: When, b: When) -> bool {
    (a.first_day(), a.last_day()) == (b.first_day(), b.last_day())
}
