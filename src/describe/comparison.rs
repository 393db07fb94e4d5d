//! How the events stand beside each other: multiples of the baseline, rates, how far sources lie apart, whether the order
//! holds, and when one event passed the baseline.

use super::compared::{ComparedEvent, compared};
use crate::analysis::{
    Days, Library, Likeness, Multiple, Outcome, Passing, Question, SourceTotal, SpreadValues, ValueEnd, Verdict,
};
use crate::model::{Id, Quantity, Sign};
use crate::text::{Locale, without_marks};
use serde::Serialize;

/// The events of a file compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonEntry {
    /// The event that others are divided by, where one with a figure is named.
    pub baseline: Option<String>,
    /// The comparison in words.
    pub sentence: Option<String>,
    /// The events that have a figure which stands, the latest first.
    pub events: Vec<ComparedEntry>,
    /// Whether the ranking by what stands holds under every source and every low and high.
    pub order: OrderEntry,
    /// When each event passed the baseline.
    pub passings: PassingsEntry,
}

/// One event in the comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedEntry {
    /// The event.
    pub event: String,
    /// Who counted.
    pub source: Option<String>,
    /// The figure by the baseline's.
    pub multiple: Option<NumberEntry>,
    /// Whether both count the same people: `alike`, `different` or `not_stated`.
    pub likeness: Option<&'static str>,
    /// The same people in both, where coverages differ and the parts allow it.
    pub like_with_like: Option<LikeEntry>,
    /// The figure by its days.
    pub per_day: Option<NumberEntry>,
    /// Those days.
    pub days: Option<i32>,
    /// The figure by a million inhabitants.
    pub per_million: Option<NumberEntry>,
    /// How many inhabitants.
    pub population: Option<u64>,
    /// How far its sources lie apart; the one with the source that stands first.
    pub spreads: Vec<SpreadEntry>,
}

/// A number with its bounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberEntry {
    /// What goes before it: `as_stated`, `at_least`, `more_than`, `up_to`, `less_than`, `between` or `not_bounded`.
    pub sign: &'static str,
    /// The number as stated.
    pub stated: f64,
    /// Its lower bound.
    pub low: f64,
    /// Its upper bound; null where there is none.
    pub high: Option<f64>,
    /// Whether it comes from an approximate number.
    pub approximate: bool,
}

/// A multiple of the same people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LikeEntry {
    /// Who is counted in both.
    pub who: Vec<String>,
    /// Their multiple.
    pub multiple: NumberEntry,
}

/// Figures of several sources that count the same people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpreadEntry {
    /// The sources.
    pub sources: Vec<Option<String>>,
    /// The lowest number.
    pub low: u64,
    /// The highest number.
    pub high: u64,
    /// The highest by the lowest.
    pub factor: Option<f64>,
}

/// The ranking, from the highest to the lowest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrderEntry {
    /// What can be said of the event that the file shows.
    pub sentence: Option<String>,
    /// Each event with the next lower one.
    pub neighbours: Vec<NeighboursEntry>,
}

/// Two events next to each other in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NeighboursEntry {
    /// The upper one.
    pub upper: String,
    /// The lower one.
    pub lower: String,
    /// `holds`, `reached`, `overturned`, `tied` or `unknown`.
    pub verdict: &'static str,
}

/// When events passed the baseline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PassingsEntry {
    /// The same in words.
    pub sentence: Option<String>,
    /// Each event's count, then the same people's where coverages differ.
    pub events: Vec<PassingEntry>,
}

/// Whether and when one event passed the baseline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PassingEntry {
    /// The event.
    pub event: String,
    /// Only these people; null for all that the count includes.
    pub who: Option<Vec<String>>,
    /// `passed`, `not_yet` or `unknown`.
    pub outcome: &'static str,
    /// The day of the event, its first day being day 1.
    pub day: Option<i32>,
    /// The date of that day.
    pub date: Option<String>,
}

/// Compares the events that the question ticks.
pub(super) fn comparison(library: Library, question: &Question, locale: &Locale) -> ComparisonEntry {
    let compared = compared(library, question);
    let said = |text: String| without_marks(&text);
    let ranked = &compared.ranking.events;
    let id = |index: usize| ranked.get(index).map(|event| event.event.event.id.to_string()).unwrap_or_default();
    let neighbours = compared.ranking.neighbours.iter().map(|pair| NeighboursEntry {
        upper: id(pair.upper),
        lower: id(pair.lower),
        verdict: verdict(&pair.verdict),
    });
    ComparisonEntry {
        baseline: compared.baseline().map(|row| row.event.event.id.to_string()),
        sentence: compared.sentence(locale).map(said),
        events: compared.events().filter_map(|(_, event)| event).map(|it| self::event(&it)).collect(),
        order: OrderEntry { sentence: compared.order(locale).map(said), neighbours: neighbours.collect() },
        passings: PassingsEntry {
            sentence: compared.passed(locale).map(said),
            events: compared.passings.iter().map(passing).collect(),
        },
    }
}

fn event(compared: &ComparedEvent) -> ComparedEntry {
    let row = compared.row;
    let (multiple, likeness, like) = match compared.multiple {
        Ok(Multiple::Times { ratio, likeness, like }) => (Some(*ratio), Some(*likeness), like.as_deref()),
        Ok(Multiple::Baseline | Multiple::None) | Err(_) => (None, None, None),
    };
    ComparedEntry {
        event: row.event.event.id.to_string(),
        source: compared.total.source.map(Id::to_string),
        multiple: multiple.map(number),
        likeness: likeness.map(|likeness| match likeness {
            Likeness::Alike => "alike",
            Likeness::Different => "different",
            Likeness::NotStated => "not_stated",
        }),
        like_with_like: like.map(|like| LikeEntry { who: ids(&like.who), multiple: number(like.ratio) }),
        per_day: compared.per_day.ok().map(number),
        days: match row.days {
            Days::Known(days) => Some(days),
            Days::NoStart | Days::NoEnd | Days::NoDate | Days::BeforeStart | Days::Gaps => None,
        },
        per_million: compared.per_million.ok().map(number),
        population: row.event.event.population.as_ref().map(|population| population.value),
        spreads: compared.spreads.iter().map(|(_, values)| spread(values, &row.standing.totals)).collect(),
    }
}

fn spread(values: &SpreadValues, totals: &[SourceTotal]) -> SpreadEntry {
    let source = |index: &usize| totals.get(*index).and_then(|total| total.source).map(Id::to_string);
    // Only what has a number is in a spread.
    let number = |end: ValueEnd| end.stated.number().unwrap_or_default();
    SpreadEntry {
        sources: values.totals.iter().map(source).collect(),
        low: number(values.low),
        high: number(values.high),
        factor: values.factor.map(|factor| factor.stated),
    }
}

fn number(quantity: Quantity) -> NumberEntry {
    NumberEntry {
        sign: match quantity.sign() {
            Sign::AsStated => "as_stated",
            Sign::AtLeast => "at_least",
            Sign::MoreThan => "more_than",
            Sign::UpTo => "up_to",
            Sign::LessThan => "less_than",
            Sign::Between => "between",
            Sign::Unbounded => "not_bounded",
        },
        stated: quantity.stated,
        low: quantity.interval.low,
        high: Some(quantity.interval.high).filter(|high| high.is_finite()),
        approximate: quantity.approximate,
    }
}

fn verdict(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Reached { .. } => "reached",
        Verdict::Overturned(_) => "overturned",
        Verdict::Tied => "tied",
        Verdict::Unknown => "unknown",
    }
}

fn passing(passing: &Passing) -> PassingEntry {
    let (outcome, at) = match passing.outcome {
        Outcome::Passed { at, .. } => ("passed", Some(at)),
        Outcome::NotYet { .. } => ("not_yet", None),
        Outcome::Unknown(_) => ("unknown", None),
    };
    PassingEntry {
        event: passing.event.event.id.to_string(),
        who: passing.who.as_deref().map(ids),
        outcome,
        day: at.map(|at| at.day),
        date: at.map(|at| at.date.to_string()),
    }
}

fn ids(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::to_string).collect()
}
