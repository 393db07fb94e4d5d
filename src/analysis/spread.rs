//! How far the sources of one event lie apart: from the lowest to the highest number that they state, never averaged.
//!
//! # The rule
//! Two sources are held against each other only where both limit their counts in the same way: to the same people, killed
//! by the same, in the same place and period; a source that states no limit counts everyone, as far as it says. The limits
//! are those of the source that stands (none, where none stands). What a source says of its limits in free words must be the
//! same too, since nobody can tell whether other words mean the same people. Counts that lie months apart do not disagree
//! where more people died in between: unless the event was over by the earlier of them, they are not held against each
//! other. A number that is stated to be an estimate is never in one range with others. Whoever is left out is named with
//! the reason.
//!
//! The numbers are taken as stated, open ends and all: the factor says how far apart the *statements* lie, not how far the
//! truth may lie from any of them. A range's ends are its low and its high number.

use super::{SourceTotal, Standing};
use crate::model::{Count, Coverage, Event, EventEnd, Interval, Method, Quantity, Stated, When, Who};
use jiff::civil::Date;

/// Why a source is not part of a spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It gives no number.
    NoNumber,
    /// It counts other people, or killed by others, in other places or at other times.
    CoverageDiffers,
    /// It describes in other words, or the only one in words, what its count is limited to.
    WordsDiffer,
    /// It does not say whom it counts, while the source that stands limits its count.
    CoverageNotStated,
    /// It counted months before or after, while the event was going on, as far as is known.
    TimeDiffers,
}

/// How numbers came about, as far as ranges tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People found and listed, or counted in a way that the source does not state.
    Counted,
    /// A model's number.
    Estimated,
}

impl Kind {
    /// The kind of a source's total.
    #[must_use]
    pub fn of(total: &SourceTotal) -> Self {
        if total.report.method == Some(Method::Estimate) { Self::Estimated } else { Self::Counted }
    }
}

/// One end of a spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extreme {
    /// Whose number it is: an index into the standing's totals.
    pub total: usize,
    /// The number.
    pub number: u64,
    /// The number with the qualifier that it is stated with.
    pub stated: Stated,
}

/// The numbers that sources of one kind state for the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Counts or estimates.
    pub kind: Kind,
    /// The sources: indices into the standing's totals, what stands first.
    pub totals: Vec<usize>,
    /// The lowest number.
    pub low: Extreme,
    /// The highest number.
    pub high: Extreme,
    /// The highest by the lowest; `None` where the lowest is zero.
    pub factor: Option<Quantity>,
    /// Whether some of them say whom they count and others do not.
    pub some_do_not_say_who: bool,
}

impl Spread {
    /// Whether there is anything between its ends.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.totals.len() < 2
    }
}

/// All spreads of an event's sources, and who is in none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Spreads {
    /// The one with the source that stands first, then that of the other kind.
    pub spreads: Vec<Spread>,
    /// Sources in none of them, by their indices into the standing's totals.
    pub left_out: Vec<(usize, LeftOut)>,
}

/// Counts of a toll that still rises are of one time only where so many days lie between them at most.
const MOST_DAYS: i32 = 92;

/// The spreads of what is known for an event.
#[must_use]
pub fn spreads(event: &Event, standing: &Standing) -> Spreads {
    let mut found = Spreads::default();
    let stands = standing.chosen.map(|(index, _)| index);
    let reference = standing.total();
    let limits_wanted = reference.and_then(|total| limits(total));
    let words_wanted = reference.and_then(|total| free_words(total));
    let last = |total: &SourceTotal| total.when().map(When::last_day);
    let newest = || standing.totals.iter().filter_map(last).max();
    let time_wanted = reference.and_then(last).or_else(newest);
    let order = stands.into_iter().chain((0..standing.totals.len()).filter(|index| Some(*index) != stands));
    let (mut counted, mut estimated) = (Vec::new(), Vec::new());
    for index in order {
        let Some(total) = standing.totals.get(index) else { continue };
        let own = limits(total);
        if ends(&total.count).is_none() {
            found.left_out.push((index, LeftOut::NoNumber));
        } else if last(total).zip(time_wanted).is_some_and(|(own, wanted)| are_months_apart(event, own, wanted)) {
            found.left_out.push((index, LeftOut::TimeDiffers));
        } else if own == limits_wanted && free_words(total) != words_wanted {
            found.left_out.push((index, LeftOut::WordsDiffer));
        } else if own == limits_wanted {
            match Kind::of(total) {
                Kind::Counted => counted.push(index),
                Kind::Estimated => estimated.push(index),
            }
        } else {
            let silent = own.is_none() && !says_who(total);
            found.left_out.push((index, if silent { LeftOut::CoverageNotStated } else { LeftOut::CoverageDiffers }));
        }
    }
    let first = reference.map_or(Kind::Counted, Kind::of);
    let mut spreads = [(Kind::Counted, counted), (Kind::Estimated, estimated)];
    if first == Kind::Estimated {
        spreads.reverse();
    }
    found.spreads = spreads.into_iter().filter_map(|(kind, totals)| spread(kind, totals, standing)).collect();
    found
}

/// Whether more people may have died between two days, as far as is known, and much time has passed.
fn are_months_apart(event: &Event, one: Date, other: Date) -> bool {
    let (earlier, later) = (one.min(other), one.max(other));
    let is_over = matches!(event.end, EventEnd::On(end) if end.last_day() <= earlier);
    !is_over && (later - earlier).get_days() > MOST_DAYS
}

fn spread(kind: Kind, totals: Vec<usize>, standing: &Standing) -> Option<Spread> {
    let all = || totals.iter().filter_map(|index| Some((*index, standing.totals.get(*index)?)));
    let extreme = |index: usize, (number, stated): (u64, Stated)| Extreme { total: index, number, stated };
    let each: Vec<(usize, [(u64, Stated); 2])> =
        all().filter_map(|(index, it)| Some((index, ends(&it.count)?))).collect();
    // Of several sources with the same number, the one that stands comes first.
    let low = each
        .iter()
        .map(|(index, ends)| extreme(*index, ends[0]))
        .reduce(|a, b| if b.number < a.number { b } else { a })?;
    let high = each
        .iter()
        .map(|(index, ends)| extreme(*index, ends[1]))
        .reduce(|a, b| if b.number > a.number { b } else { a })?;
    let plain = |end: &Extreme| {
        let n = end.number as f64;
        Quantity { stated: n, interval: Interval::point(n), approximate: matches!(end.stated, Stated::About(_)) }
    };
    let factor = plain(&high).over(plain(&low));
    let say = all().filter(|(_, total)| says_who(total)).count();
    let some_do_not_say_who = say > 0 && say < totals.len();
    Some(Spread { kind, totals, low, high, factor, some_do_not_say_who })
}

/// The lowest and the highest number that a count states, each with the qualifier that it has as an end.
pub(super) fn ends(count: &Count) -> Option<[(u64, Stated); 2]> {
    match count.stated {
        Stated::Range { low, best, high } => {
            let numbers = || [low, best, high].into_iter().flatten();
            let end = |n: u64, open: bool, bound: Stated| (n, if open { bound } else { Stated::Exact(n) });
            let (least, most) = (numbers().min()?, numbers().max()?);
            Some([end(least, low.is_none(), Stated::UpTo(least)), end(most, high.is_none(), Stated::AtLeast(most))])
        }
        stated => stated.number().map(|n| [(n, stated); 2]),
    }
}

fn says_who(total: &SourceTotal) -> bool {
    total.count.coverage.as_deref().is_some_and(|coverage| coverage.who.is_some())
}

/// What the fields of a coverage cannot say.
fn free_words<'c>(total: &'c SourceTotal) -> Option<&'c str> {
    Some(total.count.coverage.as_deref()?.text.as_ref()?.get("en"))
}

/// To whom, by whom, where and when a count is limited; `None` where no limit is stated.
type Limits<'c> = Option<(Option<Vec<&'c str>>, Option<&'c str>, Option<&'c str>, Option<When>)>;

fn limits<'c>(total: &'c SourceTotal) -> Limits<'c> {
    let coverage: &Coverage = total.count.coverage.as_deref()?;
    let who = match &coverage.who {
        Some(Who::Categories(ids)) => {
            let mut ids: Vec<&str> = ids.iter().map(crate::model::Id::as_str).collect();
            ids.sort_unstable();
            Some(ids)
        }
        Some(Who::Everyone) | None => None,
    };
    let by = coverage.by.as_ref().map(|by| by.get("en"));
    let place = coverage.place.as_ref().map(|place| place.get("en"));
    let limited = who.is_some() || by.is_some() || place.is_some() || coverage.period.is_some();
    limited.then_some((who, by, place, coverage.period))
}
