//! The two figures that a comparison is about. The note under the chart, its sentence and its text alternative all take
//! them from here, so they cannot tell different stories.

use super::{Comparison, ComparisonRow, LikeWithLike, Multiple, Question, SourceTotal};
use crate::model::Quantity;

/// An event and the baseline, each with the figure that stands for it.
#[derive(Clone, Copy, Debug)]
pub struct MainPair<'c, 'a> {
    /// The event.
    pub row: &'c ComparisonRow<'a>,
    /// Its figure.
    pub this: &'c SourceTotal<'a>,
    /// The baseline.
    pub baseline_row: &'c ComparisonRow<'a>,
    /// Its figure.
    pub baseline: &'c SourceTotal<'a>,
    /// How many times the baseline the event is, in the unit asked for.
    pub ratio: Quantity,
    /// The same people in both, where coverages differ and the parts allow it.
    pub like: Option<&'c LikeWithLike>,
}

impl<'a> Comparison<'a> {
    /// The chosen event beside the baseline; the first row that has a multiple where the chosen one has none.
    #[must_use]
    pub fn main_pair(&self, question: &Question) -> Option<MainPair<'_, 'a>> {
        let times = |row: &&ComparisonRow| matches!(row.multiple, Multiple::Times { .. });
        let chosen = |row: &&ComparisonRow| question.event.as_ref() == Some(&row.event.key());
        let row = self.rows.iter().find(chosen).filter(times).or_else(|| self.rows.iter().find(times))?;
        let Multiple::Times { ratio, like, .. } = &row.multiple else { return None };
        let baseline_row = self.baseline.as_ref()?;
        let (this, baseline) = (row.standing.total()?, baseline_row.standing.total()?);
        Some(MainPair { row, this, baseline_row, baseline, ratio: *ratio, like: like.as_deref() })
    }
}
