//! What the import page shows of its recipe, computed when that changes: the chart that will be shown, the questions, and what
//! the ledger finds.

use crate::analysis::{Library, Question, Tab, breakdown, compare, said_findings, timeline};
use crate::chart::{Figure, breakdown_figure, compare_figure, timeline_figure};
use crate::formats::table::gather::of_sample;
use crate::formats::table::guess::{Asked, Proposal};
use crate::model::{Dataset, Report, When};
use crate::state::{Import, State, first_of_table};
use crate::text::{DateStyle, Locale, date, findings, list, whole};
use indexmap::IndexMap;
use std::rc::Rc;

/// What comes of the recipe on the import page.
pub struct ImportView {
    /// The chart, or what is wrong with the recipe.
    pub chart: Result<Rc<Figure>, String>,
    /// The questions about the table that are still to the point.
    pub asked: Vec<Asked>,
    /// From which rows.
    pub scope: String,
    /// What the ledger finds in them, the first few.
    pub findings: Vec<String>,
}

/// How many findings stand under a preview.
const PREVIEWED_FINDINGS: usize = 4;

pub(in crate::ui) fn import_view(state: &State, import: &Import, locale: &Locale) -> Option<ImportView> {
    let file = state.file(import.file)?;
    let read_as = file.read_as.as_ref()?;
    let sample = &read_as.sample;
    let still_asked = |proposal: &Proposal| proposal.asked(&import.open, &import.recipe);
    let asked = read_as.proposal.as_ref().map(still_asked).unwrap_or_default();
    // The recipe by which the file was read: the chart that is open is the preview, of all rows.
    let is_read = *import.recipe == read_as.recipe;
    let scope = |rows: u64, uncounted: u64| {
        let is_whole = if is_read || sample.is_whole { "yes" } else { "no" };
        let all = [("whole", is_whole.into()), ("count", whole(rows).into())];
        let scope = locale.say_with("import-scope", &all);
        if uncounted == 0 {
            return scope;
        }
        let uncounted = [("n", uncounted.into()), ("count", whole(uncounted).into())];
        list(&[scope, locale.say_with("import-scope-without", &uncounted)], " ")
    };
    let view = |chart, scope, findings| Some(ImportView { chart, asked, scope, findings });
    if is_read {
        let question = Question { tab: chart_tab(state.question.tab), ..state.question.clone() };
        let figure = state.with_library(|library| chart(library, &question, locale));
        let scope = scope(read_as.rows, read_as.left_out + read_as.not_kept);
        return view(Ok(Rc::new(figure)), scope, previewed_findings(&file.dataset, locale));
    }
    let gathered = match of_sample(sample, &import.recipe, &file.origin.name()) {
        Ok(gathered) => gathered,
        Err(problem) => return view(Err(problem.to_string()), String::new(), Vec::new()),
    };
    let scope = scope(gathered.rows, gathered.left_out + gathered.not_kept);
    let dataset = &gathered.dataset;
    let open = [(file.id, dataset)];
    let question = Question { tab: chart_tab(state.tab_with(file.id, dataset)), ..first_of_table(file.id, dataset) };
    let figure = Rc::new(chart(Library(&open), &question, locale));
    view(Ok(figure), scope, previewed_findings(dataset, locale))
}

/// The tab whose chart is shown when the page is left for this one; Compare, where that shows no chart.
fn chart_tab(tab: Tab) -> Tab {
    match tab {
        tab @ (Tab::Breakdown | Tab::Timeline) => tab,
        _ => Tab::Compare,
    }
}

/// The chart that a tab shows.
fn chart(library: Library, question: &Question, locale: &Locale) -> Figure {
    match question.tab {
        Tab::Breakdown => breakdown_figure(&breakdown(library, question), question, locale),
        Tab::Timeline => {
            let question = question.of_timeline();
            timeline_figure(library, &timeline(library, &question), &question, locale)
        }
        _ => compare_figure(&compare(library, question), question, locale),
    }
}

/// The sentences of the findings, each once with how often it is found, or when; the first few.
fn previewed_findings(dataset: &Dataset, locale: &Locale) -> Vec<String> {
    let mut counted: IndexMap<String, (usize, Option<When>)> = IndexMap::new();
    for finding in said_findings(dataset) {
        let (count, when) = counted.entry(findings::sentence(dataset, &finding, locale)).or_default();
        *count += 1;
        *when = findings::report(dataset, &finding.place).and_then(Report::when);
    }
    let say = |(text, (count, when)): (&String, &(usize, Option<When>))| match (count, when) {
        (1, None) => text.clone(),
        (1, Some(when)) => {
            let short = date(*when, DateStyle::Short, locale);
            // Some sentences are of the date itself.
            if text.contains(&short) || text.contains(&date(*when, DateStyle::Long, locale)) {
                return text.clone();
            }
            locale.say_with("import-finding-once", &[("text", text.clone().into()), ("date", short.into())])
        }
        _ => locale.say_with("import-finding-often", &[("text", text.clone().into()), ("count", (*count).into())]),
    };
    let mut lines: Vec<String> = counted.iter().take(PREVIEWED_FINDINGS).map(say).collect();
    if counted.len() > PREVIEWED_FINDINGS {
        let more = (counted.len() - PREVIEWED_FINDINGS).into();
        lines.push(locale.say_with("import-more-findings", &[("count", more)]));
    }
    lines
}
