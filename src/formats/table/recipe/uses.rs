//! What a recipe uses a column for, and the recipe that uses it for something else: what the import page shows and
//! changes, one column at a time.

use super::{CountRule, DateForm, DateRule, Recipe, Role, Split, Values};

/// What a column is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// For nothing.
    Nothing,
    /// It names the event, alone or together with others.
    Event,
    /// The date, or the first day.
    Date,
    /// The last day.
    LastDay,
    /// The year of the date.
    Year,
    /// The month of the date.
    Month,
    /// The week of the date.
    Week,
    /// The day of the date.
    Day,
    /// The time of day.
    Time,
    /// Who counted.
    Source,
    /// What is counted.
    Measure,
    /// Who is counted.
    Split,
    /// A count.
    Count {
        /// What is counted.
        measure: String,
        /// How the number stands to the total.
        role: Role,
    },
    /// Several counts: the numbers beside their words.
    Beside,
    /// It names the incidents whose numbers are counted once.
    OncePer,
    /// The publisher's values where another column has gaps.
    Filled,
    /// It decides which rows are counted.
    Filter,
    /// Its name is a date, whose numbers it holds.
    Dated,
}

impl Recipe {
    /// What the recipe uses a column for. A column may have several uses; the first one is given in the order of [`Use`],
    /// counts before filters.
    #[must_use]
    pub fn use_of(&self, column: &str) -> Use {
        let is = |name: &Option<String>| name.as_deref() == Some(column);
        if self.events.columns.iter().any(|name| name == column) {
            return Use::Event;
        }
        if let Some(date) = &self.date {
            let uses = [
                (&date.column, Use::Date),
                (&date.to, Use::LastDay),
                (&date.year, Use::Year),
                (&date.month, Use::Month),
                (&date.week, Use::Week),
                (&date.day, Use::Day),
                (&date.time, Use::Time),
            ];
            if let Some((_, found)) = uses.into_iter().find(|(name, _)| is(name)) {
                return found;
            }
        }
        if let Some(wide) = &self.wide {
            let uses = [(&wide.month, Use::Month), (&wide.year, Use::Year)];
            if let Some((_, found)) = uses.into_iter().find(|(name, _)| is(name)) {
                return found;
            }
        }
        if is(&self.source.column) {
            return Use::Source;
        }
        if self.measure.as_ref().is_some_and(|values| values.column == column) {
            return Use::Measure;
        }
        if self.split.iter().any(|split| split.column == column) {
            return Use::Split;
        }
        if self.said_in(column).next().is_some() {
            return Use::Beside;
        }
        if let Some(count) = self.counts.iter().find(|count| is(&count.column)) {
            return Use::Count { measure: count.measure.clone(), role: count.role };
        }
        if self.counts.iter().any(|count| is(&count.filled)) {
            return Use::Filled;
        }
        if self.counts.iter().any(|count| is(&count.once_per)) {
            return Use::OncePer;
        }
        if self.wide.as_ref().is_some_and(|wide| wide.date(column).is_some()) {
            return Use::Dated;
        }
        if self.keep.iter().any(|filter| filter.column == column) { Use::Filter } else { Use::Nothing }
    }

    /// The counts that are numbers beside words in the cells of a column.
    pub fn said_in(&self, column: &str) -> impl Iterator<Item = &CountRule> {
        self.counts.iter().filter(move |count| count.column.as_deref() == Some(column) && !count.beside.is_empty())
    }

    /// The column of incidents that all counts with one name.
    fn once_per(&self) -> Option<&str> {
        self.counts.iter().find_map(|count| count.once_per.as_deref())
    }

    /// The recipe that uses `column` for this and nothing else; who had a use that only one column can have loses it.
    #[must_use]
    pub fn with_use(&self, column: &str, wanted: Use) -> Self {
        if self.use_of(column) == wanted {
            return self.clone();
        }
        let mut recipe = self.without(column);
        let name = column.to_owned();
        match wanted {
            Use::Month if recipe.date.is_none() && recipe.wide.is_some() => {
                recipe.wide.iter_mut().for_each(|wide| wide.month = Some(name.clone()));
            }
            Use::Nothing | Use::Beside | Use::Filled | Use::Filter => {}
            Use::Dated => recipe.wide.iter_mut().for_each(|wide| wide.except.retain(|except| *except != name)),
            Use::Event => recipe.events.columns.push(name),
            Use::OncePer => recipe.counts.iter_mut().for_each(|count| count.once_per = Some(name.clone())),
            Use::Date | Use::LastDay | Use::Year | Use::Month | Use::Week | Use::Day | Use::Time => {
                recipe.use_as_date(name, &wanted);
            }
            Use::Source => recipe.source.column = Some(name),
            Use::Measure => recipe.measure = Some(Values { column: name, values: indexmap::IndexMap::new() }),
            Use::Split => recipe.split.push(Split {
                column: name,
                values: indexmap::IndexMap::new(),
                bands: Vec::new(),
                most: None,
            }),
            Use::Count { measure, role } => {
                if !role.has_category() {
                    recipe.counts.retain(|count| !(count.measure == measure && count.role == role));
                }
                let category = role.has_category().then(|| column.to_lowercase());
                let once_per = recipe.once_per().map(str::to_owned);
                let plain = CountRule { category, column: Some(name), once_per, ..CountRule::new(&measure, role) };
                recipe.counts.push(plain);
            }
        }
        recipe
    }

    fn use_as_date(&mut self, column: String, wanted: &Use) {
        let date = self.date.get_or_insert_with(DateRule::default);
        match wanted {
            // A whole date takes the place of its parts, and the other way round.
            Use::Date => {
                let (to, time) = (date.to.take(), date.time.take());
                *date = DateRule { column: Some(column), to, form: date.form, time, ..DateRule::default() };
            }
            Use::LastDay => date.to = Some(column),
            Use::Year => {
                *date = DateRule { year: Some(column), column: None, to: None, form: None, ..std::mem::take(date) };
            }
            Use::Month => date.month = Some(column),
            Use::Week => date.week = Some(column),
            Use::Time => date.time = Some(column),
            _ => date.day = Some(column),
        }
        if date.column.is_some() && date.form.is_none() {
            date.form = Some(DateForm::YearMonthDay);
        }
    }

    /// The recipe without any use of `column`.
    fn without(&self, column: &str) -> Self {
        let mut recipe = self.clone();
        let clear = |name: &mut Option<String>| {
            name.take_if(|name| name == column);
        };
        recipe.events.columns.retain(|name| name != column);
        if let Some(date) = &mut recipe.date {
            let parts = [&mut date.year, &mut date.month, &mut date.week, &mut date.day];
            [&mut date.column, &mut date.to, &mut date.time].into_iter().chain(parts).for_each(clear);
        }
        recipe.date.take_if(|date| date.column.is_none() && date.year.is_none());
        recipe.wide.iter_mut().for_each(|wide| [&mut wide.month, &mut wide.year].into_iter().for_each(clear));
        clear(&mut recipe.source.column);
        recipe.measure.take_if(|values| values.column == column);
        recipe.split.retain(|split| split.column != column);
        recipe.counts.retain(|count| count.column.as_deref() != Some(column));
        recipe.counts.iter_mut().for_each(|count| {
            clear(&mut count.filled);
            clear(&mut count.once_per);
        });
        recipe.keep.retain(|filter| filter.column != column);
        if let Some(wide) = recipe.wide.as_mut().filter(|wide| wide.date(column).is_some()) {
            wide.except.push(column.to_owned());
        }
        recipe
    }
}
