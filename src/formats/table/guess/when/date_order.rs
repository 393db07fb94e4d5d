//! In which order day and month stand, where the dates of a column do not say it, or not all in the same way: what is asked.

use super::super::doubts::Ask;
use super::super::draft::Draft;
use super::super::say;
use super::calendars;
use super::dates::Dates;
use crate::formats::table::recipe::DateForm;

/// Takes the columns of the date into the recipe, and asks how they are written where that is left open.
pub(in super::super) fn fill(draft: &mut Draft, dates: &Dates) {
    draft.recipe.date.clone_from(&dates.rule);
    draft.reasons.extend(dates.reasons.iter().cloned());
    draft.asks.extend(ask_mixed(dates));
    draft.asks.extend(dates.unread.as_ref().map(calendars::ask));
    if let (Some(other), Some(rule)) = (dates.other, &dates.rule) {
        let name = rule.column.clone().unwrap_or_default();
        let (taken, not_taken) =
            if other == DateForm::DayMonthYear { ("The month", "The day") } else { ("The day", "The month") };
        let ask = Ask::new(format!("Is the day or the month first in \"{name}\"? Both read."), taken);
        draft.asks.push(ask.weighing(8).or(not_taken, move |recipe| {
            if let Some(date) = &mut recipe.date {
                date.form = Some(other);
            }
        }));
    }
}

/// Asks about dates of which some have the day first and the others the month.
fn ask_mixed(dates: &Dates) -> Option<Ask> {
    const NAMED: usize = 5;
    let rule = dates.rule.as_ref().filter(|_| !dates.turned.is_empty())?;
    let name = rule.column.as_deref()?;
    let first = if rule.form == Some(DateForm::MonthDayYear) { "month" } else { "day" };
    let all = dates.days.iter().flatten().count();
    let mut found: Vec<&str> = dates.turned.iter().map(String::as_str).take(NAMED).collect();
    let more = format!("{} more", say::number(dates.turned.len() - found.len()));
    if dates.turned.len() > NAMED {
        found.push(&more);
    }
    let question = format!(
        "The {first} cannot be first on {} of {} dates in \"{name}\": {}. How are they read?",
        say::number(dates.turned.len()),
        say::number(all),
        say::list(&found)
    );
    let ask = Ask::new(question, &format!("These turned, all others with the {first} first")).weighing(8);
    Some(ask.or("Not at all: without dates", |recipe| recipe.date = None))
}
