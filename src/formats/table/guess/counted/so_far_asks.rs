//! Questions whether numbers are totals so far: of all columns, or of those that may be.

use super::super::doubts::Ask;
use super::super::say;
use super::counts::Placed;
use crate::formats::table::recipe::{BasisRule, CountRule};

const QUESTION: &str = "Are the numbers totals so far?";

const SO_FAR: &str = "Yes: each is a total so far";
const OF_ITS_DATE: &str = "No: each is of its own date";

/// Whether numbers that do not fall are totals so far.
pub(in super::super) fn ask() -> Ask {
    Ask::new(QUESTION.to_owned(), SO_FAR).weighing(7).or(OF_ITS_DATE, |recipe| recipe.basis = BasisRule::Incremental)
}

/// The same, where few steps show it.
pub(in super::super) fn ask_perhaps() -> Ask {
    Ask::new(QUESTION.to_owned(), OF_ITS_DATE).weighing(7).or(SO_FAR, |recipe| recipe.basis = BasisRule::Cumulative)
}

/// Whether the numbers of some columns are totals so far, like those beside them.
pub(in super::super) fn ask_of(names: &[&str]) -> Ask {
    let columns: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    Ask::new(question_of(names), SO_FAR).weighing(7).or(OF_ITS_DATE, move |recipe| {
        let is_one = |rule: &&mut CountRule| rule.column.as_ref().is_some_and(|column| columns.contains(column));
        recipe.counts.iter_mut().filter(is_one).for_each(|rule| rule.basis = Some(BasisRule::Incremental));
    })
}

fn question_of(names: &[&str]) -> String {
    format!("Are the numbers of {} totals so far?", say::list(names))
}

/// Where only some columns are totals so far and others do not call themselves new, the question says of which it speaks, and all
/// of them can be taken so.
pub(in super::super) fn tell_apart(asks: &mut [Ask], placed: &[Placed]) {
    let Some(asked) = asks.iter_mut().find(|asked| asked.is(QUESTION) && asked.takes(SO_FAR)) else { return };
    let of = |is_it: &dyn Fn(&&Placed) -> bool| -> Vec<&str> {
        placed.iter().filter(is_it).map(|item| item.candidate.seen.name).collect()
    };
    let is_so_far = |item: &&Placed| item.candidate.is_cumulative;
    let so_far = of(&is_so_far);
    let is_new_of = |item: &Placed| {
        placed.iter().filter(is_so_far).any(|all| all.candidate.seen.named.is_like(&item.candidate.seen.named))
    };
    let may_be = |item: &&Placed| {
        let named = &item.candidate.seen.named;
        !is_so_far(item) && !named.is_incremental && !named.is_pending && !is_new_of(item)
    };
    let others = of(&may_be);
    if so_far.is_empty() || others.is_empty() {
        return;
    }
    let columns: Vec<String> = others.iter().map(|name| (*name).to_owned()).collect();
    *asked = Ask::new(question_of(&so_far), SO_FAR)
        .weighing(7)
        .or(OF_ITS_DATE, |recipe| recipe.basis = BasisRule::Incremental)
        .or(format!("Yes, and so are those of {}", say::list(&others)), move |recipe| {
            let is_one = |rule: &&mut CountRule| rule.column.as_ref().is_some_and(|column| columns.contains(column));
            recipe.counts.iter_mut().filter(is_one).for_each(|rule| rule.basis = None);
        });
}
