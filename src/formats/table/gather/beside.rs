//! Counts that are numbers beside words, several in one cell: "3 killed, 5 injured".

use super::plan::{Plan, Slot};
use crate::formats::table::recipe::CountRule;
use crate::formats::table::value::{beside, left_over};
use crate::formats::words::quoted;
use crate::model::Stated;

/// The words of all counts of one cell, and which of them are those of this number.
#[derive(Clone, PartialEq)]
pub(super) struct Beside {
    groups: Vec<Vec<String>>,
    own: usize,
}

impl Beside {
    /// Those of a rule; `None` where its number is the whole cell.
    pub(super) fn new(rule: &CountRule, rules: &[CountRule]) -> Option<Self> {
        let of_column: Vec<&CountRule> =
            rules.iter().filter(|other| other.column == rule.column && !other.beside.is_empty()).collect();
        let own = of_column.iter().position(|other| std::ptr::eq(*other, rule))?;
        let small = |other: &&CountRule| other.beside.iter().map(|word| word.to_lowercase()).collect();
        Some(Self { groups: of_column.iter().map(small).collect(), own })
    }

    /// The number beside the words. Where there is none that can be read, the other counts of the cell stand, and this one is
    /// not known.
    pub(super) fn read(&self, plan: &Plan, slot: Slot, text: &str, not_read: &mut Vec<String>) -> Stated {
        // The first of several counts of a cell says it for all.
        if self.own == 0 {
            let left = left_over(text, &self.groups, &plan.recipe.numbers);
            not_read.extend(left.into_iter().map(|piece| self.not_counted(plan, slot, piece)));
        }
        beside(text, &self.groups, self.own, &plan.recipe.numbers).unwrap_or_else(|error| {
            let problem = format!("{}; taken as not known", plan.misfit(slot, &error));
            // Several counts of a cell have the same to say of it.
            if !not_read.contains(&problem) {
                not_read.push(problem);
            }
            Stated::Unknown
        })
    }

    fn not_counted(&self, plan: &Plan, slot: Slot, piece: &str) -> String {
        let words: Vec<String> = self.groups.iter().flatten().map(|word| quoted(word)).collect();
        let error = format!("found {}, expected a number beside one of {}", quoted(piece), words.join(", "));
        format!("{}; not counted", plan.misfit(slot, &error))
    }
}
