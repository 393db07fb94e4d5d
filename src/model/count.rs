//! A count: a number with its qualifier, and what it is made of.

use super::{Coverage, Extra, Id, Qualifier, Stated, When};
use indexmap::IndexMap;

/// How a category's count stands to the count that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Adds up with its siblings to the count that holds it.
    Part,
    /// Lies inside the count that holds it; may overlap its siblings.
    OfWhich,
    /// May lie inside or outside.
    Unclear,
}

impl Relation {
    /// The relation's name in `describe`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::OfWhich => "of_which",
            Self::Unclear => "unclear",
        }
    }

    /// The key under which a file holds such counts.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Part => "parts",
            other => other.name(),
        }
    }
}

/// A number with its qualifier, its parts and what must be said with it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Count {
    /// The number itself.
    pub stated: Stated,
    /// The source's own words ("nearly 20,000").
    pub as_written: Option<String>,
    /// When it was last stated, if older than the report (a stale part).
    pub as_of: Option<When>,
    /// Who filled the number in where the source gave none.
    pub filled_by: Option<String>,
    /// Under investigation: beside the count, never added, may fall.
    pub pending: Option<Box<Count>>,
    /// What the count includes.
    pub coverage: Option<Box<Coverage>>,
    /// Categories that add up to this count.
    pub parts: IndexMap<Id, Count>,
    /// Categories inside this count.
    pub of_which: IndexMap<Id, Count>,
    /// Categories that may lie inside or outside.
    pub unclear: IndexMap<Id, Count>,
    /// Free keys (`x_…`).
    pub extra: Extra,
}

impl Count {
    /// A count with nothing but its number.
    #[must_use]
    pub fn new(stated: Stated) -> Self {
        Self { stated, ..Self::default() }
    }

    /// The categories directly inside or beside this count, with their relation: parts, then of-which, then unclear.
    pub fn children(&self) -> impl Iterator<Item = (Relation, &Id, &Count)> {
        let with = |relation| move |(id, count)| (relation, id, count);
        self.parts
            .iter()
            .map(with(Relation::Part))
            .chain(self.of_which.iter().map(with(Relation::OfWhich)))
            .chain(self.unclear.iter().map(with(Relation::Unclear)))
    }

    /// The sum of the parts' numbers, as far as they are stated; `None` where none is.
    #[must_use]
    pub fn parts_sum(&self) -> Option<u64> {
        let mut numbers = self.parts.values().filter_map(|part| part.stated.number()).peekable();
        numbers.peek()?;
        numbers.try_fold(0_u64, u64::checked_add)
    }

    /// The same sum with what must be said of it: open upwards where a part is, about where one is no more than that.
    #[must_use]
    pub fn stated_sum(&self) -> Option<Stated> {
        let sum = self.parts_sum()?;
        let is = |wanted: &[Qualifier]| self.parts.values().any(|part| wanted.contains(&part.stated.qualifier()));
        Some(match () {
            () if is(&[Qualifier::AtLeast, Qualifier::MoreThan]) => Stated::AtLeast(sum),
            () if is(&[Qualifier::About]) => Stated::About(sum),
            () => Stated::Exact(sum),
        })
    }

    /// What the parts leave over: total minus the sum of the parts, where both are known and the parts do not exceed it.
    /// A total given only as a range is closed by any sum inside it.
    #[must_use]
    pub fn residual(&self) -> Option<u64> {
        let sum = self.parts_sum()?;
        match self.stated {
            Stated::Range { low, best: None, high } => {
                let low = low.or(high)?;
                if sum > high.unwrap_or(u64::MAX) { None } else { Some(low.saturating_sub(sum)) }
            }
            stated => stated.number()?.checked_sub(sum),
        }
    }
}
