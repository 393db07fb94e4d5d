//! What is said of the events beside each other, worked out once for the JSON and for the report, so that they agree.

use crate::analysis::{
    Comparison, ComparisonRow, Dropped, Kind, Library, Multiple, Passing, Question, Ranking, SourceTotal, SpreadValues,
    Spreads, Unformed, Unit, Yardstick, compare, comparison_sentence, order_words, passing_words, passings, ranking,
    spread_values, spreads,
};
use crate::model::Quantity;
use crate::text::Locale;

/// The events of a file beside each other.
pub(super) struct Compared<'a> {
    /// What stands for each and by which multiple.
    comparison: Comparison<'a>,
    /// What the question asks for.
    question: Question,
    /// What multiples are divided by, or why there are none.
    times: Yardstick,
    /// From the highest to the lowest, and whether that holds.
    pub(super) ranking: Ranking<'a>,
    /// When each event passed the baseline.
    pub(super) passings: Vec<Passing<'a>>,
}

/// An event with the figure that stands for it.
pub(super) struct ComparedEvent<'c, 'a> {
    /// The event as a row of the comparison.
    pub(super) row: &'c ComparisonRow<'a>,
    /// The figure.
    pub(super) total: &'c SourceTotal<'a>,
    /// The figure by the baseline's, or why there is no such number; once itself for the baseline.
    pub(super) multiple: Result<&'c Multiple, Unformed>,
    /// The figure by its days, or why there is no such number.
    pub(super) per_day: Result<Quantity, Unformed>,
    /// The figure by a million inhabitants, or why there is no such number.
    pub(super) per_million: Result<Quantity, Unformed>,
    /// Which sources count the same people.
    pub(super) found: Spreads,
    /// How far those lie apart, where there are several.
    pub(super) spreads: Vec<(Kind, SpreadValues)>,
}

/// Compares the events that the question ticks, by people and not by a rate.
pub(super) fn compared<'a>(library: Library<'a>, question: &Question) -> Compared<'a> {
    let question = Question { unit: Unit::Total, ..question.clone() };
    let comparison = compare(library, &question);
    let times = Yardstick::of(library, &Question { unit: Unit::Multiple, ..question.clone() });
    let ranking = ranking(&comparison, &question);
    let passings = passings(library, &question);
    Compared { comparison, question, times, ranking, passings }
}

impl<'a> Compared<'a> {
    /// The baseline, where it has a figure.
    pub(super) fn baseline(&self) -> Option<&ComparisonRow<'a>> {
        self.comparison.baseline.as_ref()
    }

    /// All events that have any figure, the latest first; those for which no source stands without one.
    pub(super) fn events(&self) -> impl Iterator<Item = (&ComparisonRow<'a>, Option<ComparedEvent<'_, 'a>>)> {
        self.comparison.rows.iter().map(|row| (row, row.standing.total().map(|total| self.event(row, total))))
    }

    /// Events without any figure.
    pub(super) fn without(&self) -> &[Dropped<'a>] {
        &self.comparison.without
    }

    /// The comparison in words.
    pub(super) fn sentence(&self, locale: &Locale) -> Option<String> {
        comparison_sentence(&self.comparison, &self.question, locale)
    }

    /// What can be said of the order of the event that the file shows, in words.
    pub(super) fn order(&self, locale: &Locale) -> Option<String> {
        order_words(&self.ranking, locale).map(|words| words.text)
    }

    /// The passings in words.
    pub(super) fn passed(&self, locale: &Locale) -> Option<String> {
        passing_words(&self.passings, locale)
    }

    fn event<'c>(&'c self, row: &'c ComparisonRow<'a>, total: &'c SourceTotal<'a>) -> ComparedEvent<'c, 'a> {
        let in_unit = |unit| row.value(total, Yardstick::new(unit, None));
        let found = spreads(row.event.event, &row.standing);
        let several = found.spreads.iter().filter(|spread| !spread.is_single());
        let people = Yardstick::new(Unit::Total, None);
        let spreads = several.filter_map(|spread| Some((spread.kind, spread_values(spread, row, people)?))).collect();
        ComparedEvent {
            row,
            total,
            multiple: row.value(total, self.times).map(|_| &row.multiple),
            per_day: in_unit(Unit::PerDay),
            per_million: in_unit(Unit::PerMillion),
            found,
            spreads,
        }
    }
}
