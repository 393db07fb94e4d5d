//! Which sources, and which dates of the others, a timeline leaves out, in words.

use super::{EventTimeline, LeftOutCount};
use crate::analysis::left_out::with_reasons;
use crate::analysis::order_words::some;
use crate::model::{Id, PartialDate, When};
use crate::text::{DateStyle, Locale, date, names, span};
use indexmap::IndexMap;

impl EventTimeline<'_> {
    /// The sources that say nothing of the people asked for, and on which dates others do not, those with one reason
    /// together: `Ministry (counts everyone, without these parts); HRANA’s counts of 7 Jan 2026 (who is counted is not
    /// stated)`. `None` where every date has a number.
    #[must_use]
    pub fn left_out_words(&self, locale: &Locale) -> Option<String> {
        let mut sources: IndexMap<Option<&Id>, Vec<&LeftOutCount>> = IndexMap::new();
        for count in self.left_out.iter().filter(|count| count.when.is_some() && !self.is_drawn(count)) {
            sources.entry(count.source).or_default().push(count);
        }
        let named = sources.into_iter().filter_map(|(source, counts)| {
            let reason = counts.last()?.reason.words(self.event, locale);
            let mut name = names::source_short(self.event.dataset, source, locale);
            if self.series.iter().any(|series| series.source == source) {
                let dates = some(&dates(counts.iter().filter_map(|count| count.when).collect(), locale), locale);
                name = locale.say_with("left-out-counts", &[("source", name.into()), ("dates", dates.into())]);
            }
            Some((name, reason))
        });
        let named: Vec<(String, String)> = named.collect();
        (!named.is_empty()).then(|| with_reasons(named.into_iter(), locale))
    }

    /// Whether another count of the same source has a number of the same date.
    fn is_drawn(&self, count: &LeftOutCount) -> bool {
        let days = count.when.map(|when| (when.first_day(), when.last_day()));
        let mut points = self.series.iter().filter(|series| series.source == count.source).flat_map(|it| &it.points);
        points.any(|point| Some((point.from, point.to)) == days)
    }
}

/// Dates in their order, days that follow each other as one span: `7 Jan 2026`, `15–16 Jan 2026`.
fn dates(mut whens: Vec<When>, locale: &Locale) -> Vec<String> {
    whens.sort_by_key(|when| (when.first_day(), when.last_day()));
    whens.dedup();
    let follows = |a: &When, b: &When| {
        let days = a.single_day().zip(b.single_day());
        days.is_some_and(|(a, b)| a.tomorrow().is_ok_and(|next| next == b))
    };
    let runs = whens.chunk_by(follows).filter_map(|run| match run {
        [only] => Some(date(*only, DateStyle::Short, locale)),
        [first, .., last] => Some(span(day(*first), day(*last), DateStyle::Short, locale)),
        [] => None,
    });
    runs.collect()
}

fn day(when: When) -> PartialDate {
    PartialDate::day(when.first_day())
}
