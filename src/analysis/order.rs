//! Does the order of events hold, whichever source and whichever end of a range one believes?
//!
//! Two events keep their order under every combination of their figures if the least figure of the upper one is above the
//! largest figure of the lower one: that is all that has to be compared, and a test checks it against every combination.
//! Open ends (at least, more than, up to) and approximate numbers are taken as stated; low, best and high of ranges are
//! tried. Rates are compared by cross multiplication of whole numbers, so that nothing is lost by rounding.

use super::{Comparison, ComparisonRow, OpenEvent, Question, SourceTotal, Unit};
use crate::model::{Id, Stated};
use std::cmp::Ordering;

/// Which of a figure's numbers is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureEnd {
    /// The number stated, or a range's best.
    Stated,
    /// A range's low end.
    Low,
    /// A range's high end.
    High,
}

/// One number that an event may be ranked by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankFigure<'a> {
    /// Who counted.
    pub source: Option<&'a Id>,
    /// Index of the (last) report in the event.
    pub report: usize,
    /// The figure that holds it.
    pub stated: Stated,
    /// Which of its numbers it is.
    pub end: FigureEnd,
    /// The number of people.
    pub number: u64,
    /// What it is divided by in the question's unit.
    per: u64,
}

impl RankFigure<'_> {
    /// The order of two figures in the question's unit.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        let product = |number: u64, per: u64| u128::from(number) * u128::from(per);
        product(self.number, other.per).cmp(&product(other.number, self.per))
    }
}

/// An event with every number that it may be ranked by.
#[derive(Clone, Debug)]
pub struct Ranked<'a> {
    /// The event.
    pub event: OpenEvent<'a>,
    /// The number that ranks it; `None` where none stands, or no rate can be formed.
    pub standing: Option<RankFigure<'a>>,
    /// Every number of every source, those of what stands included.
    pub figures: Vec<RankFigure<'a>>,
}

/// Whose figure it is that turns two events round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Overturning<'a> {
    /// This figure of the upper event lies below the number that ranks the lower one.
    Upper(RankFigure<'a>),
    /// This figure of the lower event lies above the number that ranks the upper one.
    Lower(RankFigure<'a>),
    /// No figure does it alone, but these two do.
    Together {
        /// The least figure of the upper event.
        upper: RankFigure<'a>,
        /// The largest figure of the lower one.
        lower: RankFigure<'a>,
    },
}

/// Whether the order of two events holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict<'a> {
    /// Under every combination of their figures.
    Holds,
    /// Never turned round, but these two figures are level.
    Reached {
        /// The least figure of the upper event.
        upper: RankFigure<'a>,
        /// The largest figure of the lower one.
        lower: RankFigure<'a>,
    },
    /// Turned round by these figures.
    Overturned(Vec<Overturning<'a>>),
    /// The numbers that rank them are equal: there is no order.
    Tied,
    /// One of them has no number.
    Unknown,
}

/// Two events in the order of the numbers that rank them, as indices of [`Ranking::events`].
#[derive(Clone, Debug, PartialEq)]
pub struct RankedPair<'a> {
    /// The upper one.
    pub upper: usize,
    /// The lower one.
    pub lower: usize,
    /// Whether their order holds.
    pub verdict: Verdict<'a>,
}

/// What the ranking leaves out or takes at its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Taken {
    /// How many figures are lower or upper bounds, taken as stated.
    pub open: usize,
    /// How many are approximate, taken as stated.
    pub approximate: usize,
    /// How many were not tried, as no rate can be formed of them.
    pub untried: usize,
}

/// The compared events from the highest to the lowest, and whether that order holds.
#[derive(Clone, Debug)]
pub struct Ranking<'a> {
    /// The highest first; those without a number last.
    pub events: Vec<Ranked<'a>>,
    /// Each event with the next lower one. Where all of these hold, the whole order does.
    pub neighbours: Vec<RankedPair<'a>>,
    /// The event that `against` is about: the chosen one, else the highest.
    pub subject: Option<usize>,
    /// That event with each other one, in the order of `events`.
    pub against: Vec<RankedPair<'a>>,
    /// What was not tried.
    pub taken: Taken,
}

/// Ranks the events of a comparison by what stands for them, and tries every figure of every source.
#[must_use]
pub fn ranking<'a>(comparison: &Comparison<'a>, question: &Question) -> Ranking<'a> {
    let mut taken = Taken::default();
    let ranked = |row: &ComparisonRow<'a>| ranked(row, question.unit, &mut taken);
    let mut events: Vec<Ranked> = comparison.rows.iter().map(ranked).collect();
    events.sort_by(|a, b| match (&a.standing, &b.standing) {
        (Some(a), Some(b)) => b.compare(a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let numbered = events.iter().filter(|event| event.standing.is_some()).count();
    let neighbours = (1..numbered).map(|lower| pair(&events, lower - 1, lower)).collect();
    let chosen = events.iter().position(|it| it.standing.is_some() && question.event.as_ref() == Some(&it.event.key()));
    let subject = chosen.or((numbered > 0).then_some(0));
    let against = subject.map_or_else(Vec::new, |subject| {
        let others = (0..events.len()).filter(|other| *other != subject);
        others.map(|other| pair(&events, subject.min(other), subject.max(other))).collect()
    });
    Ranking { events, neighbours, subject, against, taken }
}

fn ranked<'a>(row: &ComparisonRow<'a>, unit: Unit, taken: &mut Taken) -> Ranked<'a> {
    let mut all = Vec::new();
    for total in &row.standing.totals {
        match total.stated() {
            Stated::AtLeast(_) | Stated::MoreThan(_) | Stated::UpTo(_) => taken.open += 1,
            Stated::Range { low, high, .. } if low.is_none() || high.is_none() => taken.open += 1,
            Stated::About(_) => taken.approximate += 1,
            _ => {}
        }
        let figures = figures(row, total, unit);
        if figures.is_empty() && total.stated().number().is_some() {
            taken.untried += 1;
        }
        all.extend(figures);
    }
    let standing = row.standing.total().and_then(|total| {
        let number = total.stated().number()?;
        all.iter().find(|figure| figure.report == total.index && figure.number == number).copied()
    });
    Ranked { event: row.event, standing, figures: all }
}

/// The numbers of one source's figure; none where it has none, or no rate can be formed of it.
fn figures<'a>(row: &ComparisonRow<'a>, total: &SourceTotal<'a>, unit: Unit) -> Vec<RankFigure<'a>> {
    let Some(per) = row.whole_divisor(total, unit) else { return Vec::new() };
    let stated = total.stated();
    let numbers = match stated {
        Stated::Range { low, best, high } => {
            [(best, FigureEnd::Stated), (low, FigureEnd::Low), (high, FigureEnd::High)]
        }
        stated => [(stated.number(), FigureEnd::Stated), (None, FigureEnd::Low), (None, FigureEnd::High)],
    };
    let figure = |(number, end): (Option<u64>, FigureEnd)| {
        Some(RankFigure { source: total.source, report: total.index, stated, end, number: number?, per })
    };
    numbers.into_iter().filter_map(figure).collect()
}

fn pair<'a>(events: &[Ranked<'a>], upper: usize, lower: usize) -> RankedPair<'a> {
    RankedPair { upper, lower, verdict: verdict(&events[upper], &events[lower]) }
}

fn verdict<'a>(upper: &Ranked<'a>, lower: &Ranked<'a>) -> Verdict<'a> {
    let (Some(above), Some(below)) = (upper.standing, lower.standing) else { return Verdict::Unknown };
    if above.compare(&below).is_eq() {
        return Verdict::Tied;
    }
    let least = upper.figures.iter().copied().min_by(RankFigure::compare).unwrap_or(above);
    let most = lower.figures.iter().copied().max_by(RankFigure::compare).unwrap_or(below);
    match least.compare(&most) {
        Ordering::Greater => Verdict::Holds,
        Ordering::Equal => Verdict::Reached { upper: least, lower: most },
        Ordering::Less => {
            let rising = lower.figures.iter().filter(|figure| figure.compare(&above).is_gt());
            let falling = upper.figures.iter().filter(|figure| figure.compare(&below).is_lt());
            let alone = rising.map(|it| Overturning::Lower(*it)).chain(falling.map(|it| Overturning::Upper(*it)));
            let mut figures: Vec<Overturning> = alone.collect();
            if figures.is_empty() {
                figures.push(Overturning::Together { upper: least, lower: most });
            }
            Verdict::Overturned(figures)
        }
    }
}
