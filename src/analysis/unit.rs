//! From a stated count of an event to its value in a unit, or why it has none. One place for charts, timelines and
//! sentences, so that they never disagree.
//!
//! Interval arithmetic throughout: at least a over at least b has no bound, and its value says so by its sign.

use super::{Days, Library, Question, SourceTotal, Unit, standing};
use crate::model::{Event, Interval, Quantity, Stated};
use crate::text::Locale;

/// Why a count has no value in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unformed {
    /// The count itself has no number.
    NoNumber,
    /// Per day: the event's first day is not known to the day.
    NoStart,
    /// Per day: the event's last day is not known, nor that it goes on.
    NoEnd,
    /// Per day: the count's date is not known to the day.
    NoDate,
    /// Per day: the count is older than the event.
    BeforeStart,
    /// Per day: some days between the periods are in none of them.
    Gaps,
    /// Per million: the file does not say how many people live there.
    NoPopulation,
    /// Multiple: there is no baseline.
    NoBaseline,
    /// Multiple: no source stands for the baseline, or its count has no number.
    BaselineWithoutNumber,
    /// Multiple: the baseline's number is zero.
    BaselineZero,
    /// Share: a total is no share of anything.
    NotAPart,
    /// Share: the total is not stated.
    TotalNotStated,
    /// Share: the total is zero.
    TotalZero,
    /// Share: the total is an upper bound or a range, so that a share of it is not one number.
    TotalNotOneNumber,
    /// Share: the parts add up to more than their total.
    PartsBeyondTotal,
    /// Share: the part is of another date than its total.
    PartOfAnotherDate,
}

impl Unformed {
    /// The reason in words, to stand in the place of the number.
    #[must_use]
    pub fn words(self, locale: &Locale) -> String {
        locale.say(match self {
            Self::NoNumber | Self::TotalNotStated => "chart-total-not-stated",
            Self::NoStart => "compare-no-start",
            Self::NoEnd => "compare-no-end",
            Self::NoDate => "compare-no-date",
            Self::BeforeStart => "compare-before-start",
            Self::Gaps => "compare-gaps",
            Self::NoPopulation => "unit-no-population",
            Self::NoBaseline => "unit-no-baseline",
            Self::BaselineWithoutNumber => "unit-baseline-without-number",
            Self::BaselineZero => "unit-baseline-zero",
            Self::NotAPart | Self::TotalZero => "unit-no-share",
            Self::TotalNotOneNumber => "unit-total-not-one-number",
            Self::PartsBeyondTotal => "unit-parts-beyond",
            Self::PartOfAnotherDate => "unit-part-of-another-date",
        })
    }
}

impl From<Days> for Result<f64, Unformed> {
    fn from(days: Days) -> Self {
        match days {
            Days::Known(days) => Ok(f64::from(days)),
            Days::NoStart => Err(Unformed::NoStart),
            Days::NoEnd => Err(Unformed::NoEnd),
            Days::NoDate => Err(Unformed::NoDate),
            Days::BeforeStart => Err(Unformed::BeforeStart),
            Days::Gaps => Err(Unformed::Gaps),
        }
    }
}

/// A unit with what it needs to know beside the event: the baseline's standing total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Yardstick {
    unit: Unit,
    baseline: Result<Stated, Unformed>,
}

impl Yardstick {
    /// The yardstick of a question.
    #[must_use]
    pub fn of(library: Library, question: &Question) -> Self {
        let baseline = question.baseline.as_ref().and_then(|key| library.event(key));
        let baseline = baseline.filter(|_| question.unit == Unit::Multiple).map(|event| {
            let standing = standing(library, question, event);
            standing.total().map_or(Stated::Unknown, SourceTotal::stated)
        });
        Self::new(question.unit, baseline)
    }

    /// A unit, and what the baseline counts; `None` where there is no baseline.
    #[must_use]
    pub fn new(unit: Unit, baseline: Option<Stated>) -> Self {
        let number = |stated: Stated| match stated.number() {
            None => Err(Unformed::BaselineWithoutNumber),
            Some(0) => Err(Unformed::BaselineZero),
            Some(_) => Ok(stated),
        };
        Self { unit, baseline: baseline.map_or(Err(Unformed::NoBaseline), number) }
    }

    /// What it measures in.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// What every count of `event` over `days` is divided by.
    ///
    /// # Errors
    /// Why there is no such divisor.
    pub fn divisor(self, event: &Event, days: Days) -> Result<Quantity, Unformed> {
        match self.unit {
            Unit::Total => Ok(Quantity::exact(1.0)),
            Unit::PerDay => Result::from(days).map(Quantity::exact),
            Unit::PerMillion => millions(event).map(Quantity::exact),
            Unit::Multiple => Quantity::of(self.baseline?).ok_or(Unformed::BaselineWithoutNumber),
            Unit::Share => Err(Unformed::NotAPart),
        }
    }

    /// A stated count of `event` over `days` in the unit.
    ///
    /// # Errors
    /// Why it has no value there.
    pub fn value(self, event: &Event, stated: Stated, days: Days) -> Result<Quantity, Unformed> {
        let count = Quantity::of(stated).ok_or(Unformed::NoNumber)?;
        // A stated zero over a bound is zero: only a divisor of zero has no quotient, and none is let in.
        count.over(self.divisor(event, days)?).ok_or(Unformed::BaselineZero)
    }
}

/// How many million people live where the event took place.
fn millions(event: &Event) -> Result<f64, Unformed> {
    let population = event.population.as_ref().filter(|population| population.value > 0);
    population.map(|population| population.value as f64 / 1e6).ok_or(Unformed::NoPopulation)
}

/// By what the unit divides when two events are set against each other: people for all units but rates.
///
/// # Errors
/// Why there is no such rate.
pub fn rate_divisor(unit: Unit, event: &Event, days: Days) -> Result<f64, Unformed> {
    match unit {
        Unit::PerDay => days.into(),
        Unit::PerMillion => millions(event),
        Unit::Total | Unit::Multiple | Unit::Share => Ok(1.0),
    }
}

/// The share of `part` among the people counted in `total`. Where the total is a lower bound, part and total are counts of
/// the same people found so far.
///
/// # Errors
/// Why there is none: a number is missing, or the part is larger than its total.
pub fn share(part: Stated, total: Stated) -> Result<Quantity, Unformed> {
    let whole = total.number().ok_or(Unformed::TotalNotStated)?;
    if whole == 0 {
        return Err(Unformed::TotalZero);
    }
    if part.number().ok_or(Unformed::NoNumber)? > whole {
        return Err(Unformed::PartsBeyondTotal);
    }
    let open = matches!(total, Stated::AtLeast(_) | Stated::MoreThan(_));
    let most = match part {
        Stated::Range { high, .. } => high,
        Stated::UpTo(high) => Some(high),
        _ => None,
    };
    // How far beyond its lower bound such a total reaches nobody says, nor how much of it a part is that may be more itself.
    if open && most.is_some_and(|most| Some(most) != part.lowest()) {
        return Err(Unformed::TotalNotOneNumber);
    }
    let counted = |stated: Stated| match stated {
        Stated::AtLeast(n) | Stated::MoreThan(n) if open => Quantity::of(Stated::Exact(n)),
        other => Quantity::of(other),
    };
    let [part, total] = [part, total].map(counted);
    let mut share = part.zip(total).and_then(|(part, total)| part.over(total)).ok_or(Unformed::TotalNotStated)?;
    // The highest of the part and the lowest of the total are never true together.
    if share.interval.high.is_finite() && share.interval.high > 1.0 {
        share.interval = Interval { high: 1.0, high_open: false, ..share.interval };
    }
    Ok(share)
}
