//! A recipe for one table: names of columns become places in a row, so that counting a row looks nothing up by name.

use super::beside::Beside;
use super::once::OncePlan;
use super::period::of_report;
use super::target::{Number, Target};
use crate::formats::table::recipe::{BasisRule, CountRule, DateForm, DateRule, Filter, Periods, Recipe, Role, Values};
use crate::formats::table::value::{NumberError, date, minutes, number, plain, stated};
use crate::formats::table::{Column, Row};
use crate::formats::words::quoted;
use crate::model::{Precision, Relation, Stated, When};
use indexmap::{IndexMap, IndexSet};

/// The place of a cell among those that are asked for.
pub(super) type Slot = usize;

/// A cell of a row; blank where the row is too short.
pub(super) fn cell<'a>(row: &Row<'a>, slot: Slot) -> &'a str {
    row.cells.get(slot).copied().unwrap_or_default()
}

/// Whether two texts are the same. Comparing empty ones reads where nothing is, which costs processors more than all else
/// that is done with a row.
#[inline]
pub(super) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && (a.is_empty() || a == b)
}

/// What is looked at in each row, and what it means.
pub(super) struct Plan<'r> {
    /// The recipe.
    pub(super) recipe: &'r Recipe,
    /// The table's columns that are asked for.
    pub(super) wanted: Vec<usize>,
    /// Their names.
    pub(super) names: Vec<&'r str>,
    pub(super) events: Vec<Slot>,
    pub(super) date: Option<DatePlan>,
    pub(super) source: Option<Slot>,
    pub(super) measure: Option<(Slot, &'r Values)>,
    pub(super) splits: Vec<Slot>,
    /// All cells that say what a row is about.
    pub(super) keys: Vec<Slot>,
    pub(super) wide: Vec<(Slot, When)>,
    /// The month of the columns' years.
    pub(super) month: Option<Slot>,
    /// The year of the columns' months.
    pub(super) year: Option<Slot>,
    pub(super) keep: Vec<(Slot, &'r Filter)>,
    /// The cells with numbers.
    pub(super) numbers: Vec<NumberPlan>,
    pub(super) targets: Vec<Target>,
    /// The columns of incidents whose numbers are counted once.
    pub(super) once: Vec<OncePlan>,
    /// Who is counted by the recipe's own count rules.
    pub(super) categories: IndexSet<&'r str>,
}

/// Where a row's date stands.
pub(super) struct DatePlan {
    pub(super) form: DateForm,
    pub(super) place: DatePlace,
    /// The time of day.
    pub(super) time: Option<Slot>,
}

/// One column, two, or three.
pub(super) enum DatePlace {
    Day(Slot),
    Span(Slot, Slot),
    Parts { year: Slot, month: Option<Slot>, week: Option<Slot>, day: Option<Slot> },
}

/// A cell with a number.
pub(super) struct NumberPlan {
    pub(super) slot: Slot,
    /// The cell that fills its gaps.
    pub(super) filled: Option<Slot>,
    /// The words beside which it stands, where the cell holds several numbers.
    pub(super) beside: Option<Beside>,
    /// Whether a number below zero can be a correction: where sums are formed, and no bounds are stated.
    pub(super) takes_corrections: bool,
}

/// The day of a report; it may be written in another form than the dates of which it tells.
fn day_of_report(cell: &str, form: DateForm) -> Option<u16> {
    let day = |form: DateForm| date(cell, form).ok().flatten().filter(|when| when.from.precision == Precision::Day);
    day(form).or_else(|| day(DateForm::YearMonthDay)).map(|when| of_report(when.first_day()))
}

impl<'r> Plan<'r> {
    /// Finds the recipe's columns; those that are not there must have been refused before.
    pub(super) fn new(recipe: &'r Recipe, columns: &'r [Column]) -> Self {
        let mut plan = Self {
            recipe,
            wanted: Vec::new(),
            names: Vec::new(),
            events: Vec::new(),
            date: None,
            source: None,
            measure: None,
            splits: Vec::new(),
            keys: Vec::new(),
            wide: Vec::new(),
            month: None,
            year: None,
            keep: Vec::new(),
            numbers: Vec::new(),
            targets: Vec::new(),
            once: Vec::new(),
            categories: IndexSet::new(),
        };
        plan.events = recipe.events.columns.iter().filter_map(|name| plan.slot(name, columns)).collect();
        plan.date = recipe.date.as_ref().and_then(|rule| plan.date(rule, columns));
        plan.source = recipe.source.column.as_ref().and_then(|name| plan.slot(name, columns));
        plan.measure = recipe.measure.as_ref().and_then(|rule| Some((plan.slot(&rule.column, columns)?, rule)));
        plan.splits = recipe.split.iter().filter_map(|split| plan.slot(&split.column, columns)).collect();
        plan.keep = recipe.keep.iter().filter_map(|rule| Some((plan.slot(&rule.column, columns)?, rule))).collect();
        let measure = plan.measure.map(|(slot, _)| slot);
        plan.keys =
            plan.events.iter().copied().chain(plan.source).chain(measure).chain(plan.splits.iter().copied()).collect();
        if let Some(wide) = &recipe.wide {
            plan.month = wide.month.as_ref().and_then(|name| plan.slot(name, columns));
            plan.year = wide.year.as_ref().and_then(|name| plan.slot(name, columns));
            let dated = |column: &'r Column| Some((&*column.name, wide.date(&column.name)?));
            let dated: Vec<(&str, When)> = columns.iter().filter_map(dated).collect();
            plan.wide = dated.into_iter().filter_map(|(name, when)| Some((plan.slot(name, columns)?, when))).collect();
        }
        for rule in &recipe.counts {
            plan.count(rule, columns);
        }
        plan.sums();
        plan.targets.iter_mut().for_each(Target::settle);
        plan
    }

    fn slot(&mut self, name: &str, columns: &'r [Column]) -> Option<Slot> {
        let (index, column) = columns.iter().enumerate().find(|(_, column)| column.name == name)?;
        if let Some(slot) = self.wanted.iter().position(|wanted| *wanted == index) {
            return Some(slot);
        }
        self.wanted.push(index);
        self.names.push(&column.name);
        Some(self.wanted.len() - 1)
    }

    fn date(&mut self, rule: &DateRule, columns: &'r [Column]) -> Option<DatePlan> {
        let mut find = |name: &Option<String>| name.as_ref().and_then(|name| self.slot(name, columns));
        let place = match (find(&rule.column), find(&rule.to), find(&rule.year)) {
            (Some(from), Some(to), _) => DatePlace::Span(from, to),
            (Some(day), None, _) => DatePlace::Day(day),
            (None, _, Some(year)) => {
                DatePlace::Parts { year, month: find(&rule.month), week: find(&rule.week), day: find(&rule.day) }
            }
            (None, _, None) => return None,
        };
        let time = find(&rule.time);
        Some(DatePlan { time, form: rule.form.unwrap_or(DateForm::YearMonthDay), place })
    }

    fn count(&mut self, rule: &'r CountRule, columns: &'r [Column]) {
        let basis = rule.basis.unwrap_or(self.recipe.basis);
        let number = match &rule.column {
            None => Number::Own,
            Some(name) => {
                let Some(slot) = self.slot(name, columns) else { return };
                let filled = rule.filled.as_ref().and_then(|name| self.slot(name, columns));
                let beside = Beside::new(rule, &self.recipe.counts);
                let takes_corrections = basis == BasisRule::Incremental && beside.is_none() && self.is_plain(rule);
                let is_it = |known: &NumberPlan| (known.slot, known.filled, &known.beside) == (slot, filled, &beside);
                let index = self.numbers.iter().position(is_it).unwrap_or(self.numbers.len());
                match self.numbers.get_mut(index) {
                    Some(known) => known.takes_corrections &= takes_corrections,
                    None => self.numbers.push(NumberPlan { slot, filled, beside, takes_corrections }),
                }
                Number::Cell(index)
            }
        };
        let once = self.once(rule, number, columns);
        let category = rule.category.as_deref().map(|category| self.categories.insert_full(category).0);
        let is_its =
            |target: &Target| target.measure == rule.measure && target.source == rule.source && target.basis == basis;
        if !self.targets.iter().any(is_its) {
            let (measure, source) = (rule.measure.clone(), rule.source.clone());
            let target = Target { measure, source, basis, once, ..Target::default() };
            self.targets.push(target);
        }
        let Some(target) = self.targets.iter_mut().find(|target| is_its(target)) else { return };
        match (rule.role, category) {
            (Role::Part, Some(category)) => target.parts.push((Relation::Part, category, number)),
            (Role::OfWhich, Some(category)) => target.parts.push((Relation::OfWhich, category, number)),
            (Role::Unclear, Some(category)) => target.parts.push((Relation::Unclear, category, number)),
            (Role::Pending, _) => target.pending = Some(number),
            _ => target.roles.push((rule.role, number)),
        }
    }

    /// Which column names the incidents of which a rule counts once.
    fn once(&mut self, rule: &'r CountRule, number: Number, columns: &'r [Column]) -> Option<usize> {
        let slot = self.slot(rule.once_per.as_ref()?, columns)?;
        let number = if let Number::Cell(at) = number { self.numbers.get(at) } else { None };
        Some(OncePlan::place(&mut self.once, slot, number.map(|number| number.slot)))
    }

    /// Whether a rule's numbers stand alone, without a range and without words like "about".
    fn is_plain(&self, rule: &CountRule) -> bool {
        let has_range = self.recipe.counts.iter().any(|other| {
            (&other.measure, &other.source) == (&rule.measure, &rule.source)
                && matches!(other.role, Role::Low | Role::High)
        });
        match rule.role {
            Role::Total | Role::Best | Role::AtLeast => !has_range,
            Role::Part | Role::OfWhich | Role::Unclear => true,
            Role::Low | Role::High | Role::About | Role::UpTo | Role::Pending => false,
        }
    }

    /// A measure that holds others together and has no total of its own gets theirs, row by row.
    fn sums(&mut self) {
        let find = |targets: &[Target], measure: &str, like: &Target| {
            targets.iter().position(|target| {
                target.measure == measure && target.source == like.source && target.basis == like.basis
            })
        };
        let members: IndexMap<usize, Vec<usize>> = (self.targets.iter().enumerate())
            .filter(|(_, target)| target.roles.is_empty())
            .filter_map(|(index, target)| {
                let members = self.recipe.sums.get(&target.measure)?;
                Some((index, members.iter().filter_map(|member| find(&self.targets, member, target)).collect()))
            })
            .collect();
        for (index, members) in members {
            if let Some(target) = self.targets.get_mut(index) {
                target.members = members;
            }
        }
    }

    /// The number of a cell that holds a whole one in plain digits, as nearly all do.
    #[inline]
    pub(super) fn whole(&self, text: &str) -> Option<u64> {
        plain(text, &self.recipe.numbers)
    }

    /// A cell's number with its qualifier; the error names its column.
    #[inline]
    pub(super) fn stated(&self, slot: Slot, text: &str) -> Result<Stated, String> {
        stated(text, &self.recipe.numbers).map_err(|error| self.misfit(slot, &error))
    }

    /// Like [`Plan::stated`], with the number that a correction takes away.
    #[inline]
    pub(super) fn correction(&self, slot: Slot, text: &str) -> Result<(Stated, u64), String> {
        match stated(text, &self.recipe.numbers) {
            Ok(stated) => Ok((stated, 0)),
            Err(error @ NumberError::Negative(_)) => {
                let minus = number(text.trim_start_matches(['-', '\u{2212}']), &self.recipe.numbers);
                let minus = minus.ok().flatten().ok_or_else(|| self.misfit(slot, &error))?;
                Ok((Stated::Exact(0), minus))
            }
            Err(error) => Err(self.misfit(slot, &error)),
        }
    }

    /// The minutes of the day at which a row was reported, or the day of its report, where the recipe asks for them.
    #[inline]
    pub(super) fn minutes(&self, row: &Row) -> u16 {
        let time = self.date.as_ref().and_then(|date| Some((cell(row, date.time?), date.form)));
        time.and_then(|(cell, form)| minutes(cell).or_else(|| day_of_report(cell, form))).unwrap_or(0)
    }

    pub(super) fn misfit(&self, slot: Slot, error: &dyn std::fmt::Display) -> String {
        format!("column {}: {error}", self.name(slot))
    }

    /// A column's name in quotes.
    pub(super) fn name(&self, slot: Slot) -> String {
        quoted(self.names.get(slot).copied().unwrap_or_default())
    }

    /// Whether a target's numbers run on; without dates all of them do.
    pub(super) fn is_cumulative(&self, target: &Target) -> bool {
        target.basis == BasisRule::Cumulative || !self.has_dates()
    }

    /// Whether a row's date leads to a period; without one, all rows are of no known time.
    pub(super) fn has_dates(&self) -> bool {
        self.date.is_some() || !self.wide.is_empty()
    }

    /// The periods into which counts of their own are put.
    pub(super) fn periods(&self) -> Periods {
        self.recipe.periods
    }
}
