//! From a tally to a dataset: events with a report for each source and date or period, in order of time.

use super::counts::Counted;
use super::largest_first::largest_first;
use super::names::{Ids, band_labels, slug, title};
use super::period::{ALL, Period};
use super::plan::Plan;
use super::seen_first::seen_first;
use super::sum::Sum;
use super::tally::{CellKey, Counts, Kind, NONE, ReportKey, Span};
use crate::model::{
    Basis, Category, Dataset, Event, Extra, Id, LeadBy, Localized, Measure, Report, Source, When, is_built_in,
};
use indexmap::IndexMap;
use std::collections::HashMap;

/// What a row without a name for its event is put under.
const NOT_NAMED: &str = "not named";

/// Numbers of a report.
pub(super) type Cells = Vec<(CellKey, Sum)>;

/// Builds the dataset; `name` is the file's.
pub(super) fn build(counts: &Counts, plan: &Plan, name: &str) -> Dataset {
    let dataset_title = plan.recipe.title.as_deref().unwrap_or_else(|| title(name));
    let mut dataset = Dataset::new(dataset_title.into());
    dataset.licence.clone_from(&plan.recipe.licence);
    dataset.note = plan.recipe.note.as_deref().map(Localized::from);
    // Where nobody is named who counted, the file is what says it.
    let names = Named::new(counts, plan, title(name), &mut dataset);
    let mut events = by_event(counts);
    let leads = leads(counts, &names);
    let mut ids = Ids::default();
    for (number, event_name) in (0..).zip(counts.events.iter()) {
        let own_title = match (plan.events.is_empty(), event_name) {
            (true, _) => plan.recipe.events.title.as_deref().unwrap_or(dataset_title),
            (false, "") => NOT_NAMED,
            (false, name) => name,
        };
        let id = ids.id(own_title, "event");
        let mut event = Event::new(id.clone(), own_title.into());
        let span = counts.spans.get(&number).copied();
        if let Some(span) = span {
            // A table ends when it was made, and does not say whether its event was over.
            event.start = Some(span.first.into());
        }
        let lead = leads.get(&number);
        event.lead = lead.and_then(|(source, _)| names.source(*source));
        let mut reports = events.remove(&number).unwrap_or_default();
        reports.sort_by_key(|(key, _)| order(*key));
        last_of_day(&mut reports);
        event.reports = reports_of(reports, span, plan, &names);
        let is_other = |report: &Report| report.source.is_some() && report.source != event.lead;
        if event.reports.iter().any(is_other) {
            event.lead_by = lead.map_or(LeadBy::Named, |(_, by)| *by);
        }
        dataset.events.insert(id, event);
    }
    largest_first(&mut dataset);
    dataset.show.measure = seen_first(&dataset, names.measures()).cloned();
    dataset
}

/// Reports of each event with their numbers.
fn by_event(counts: &Counts) -> HashMap<u32, Vec<(ReportKey, Cells)>> {
    let mut cells: Vec<Cells> = vec![Vec::new(); counts.reports.len()];
    for (key, sum) in &counts.cells {
        if let Some(of_report) = usize::try_from(key.report).ok().and_then(|report| cells.get_mut(report)) {
            of_report.push((*key, *sum));
        }
    }
    let mut events: HashMap<u32, Vec<(ReportKey, Cells)>> = HashMap::new();
    for (key, mut cells) in counts.reports.keys().zip(cells) {
        cells.sort_by_key(|(key, _)| place(*key));
        events.entry(key.event).or_default().push((*key, cells));
    }
    events
}

/// By time, then by source, then what was added before what it added up to.
fn order(key: ReportKey) -> (Option<jiff::civil::Date>, Period, u32, bool) {
    (key.period.when().map(When::last_day), key.period, key.source, key.is_cumulative)
}

/// Of several totals so far of one day and source, and of several reports of it, the last one stands, with what only earlier
/// ones state.
fn last_of_day(reports: &mut Vec<(ReportKey, Cells)>) {
    let mut kept: Vec<(ReportKey, Cells)> = Vec::with_capacity(reports.len());
    // Where the last one of each source is kept, and where the day begins: they are in the order of time.
    let mut last: HashMap<(u32, bool), usize> = HashMap::new();
    let mut of_day = 0;
    for (key, cells) in reports.drain(..) {
        if kept.last().is_some_and(|(known, _)| !known.period.is_same_day(key.period)) {
            of_day = kept.len();
        }
        let of_source = (key.source, key.is_cumulative);
        let stands = key.is_cumulative || key.period.is_of_report();
        let earlier = last.get(&of_source).filter(|index| stands && **index >= of_day);
        if let Some((_, earlier)) = earlier.and_then(|index| kept.get_mut(*index)) {
            take_over(earlier, cells);
            continue;
        }
        if stands {
            last.insert(of_source, kept.len());
        }
        kept.push((key, cells));
    }
    *reports = kept;
}

/// Both are in the order of their places.
fn take_over(earlier: &mut Cells, later: Cells) {
    let mut others = Cells::new();
    for (key, sum) in later {
        match earlier.binary_search_by_key(&place(key), |(known, _)| place(*known)) {
            Ok(_) if sum.is_unknown() => {}
            Ok(index) => {
                if let Some((_, known)) = earlier.get_mut(index) {
                    *known = sum;
                }
            }
            Err(_) => others.push((key, sum)),
        }
    }
    if !others.is_empty() {
        earlier.extend(others);
        earlier.sort_by_key(|(key, _)| place(*key));
    }
}

/// The order of a report's numbers.
fn place(key: CellKey) -> (u32, u32, u32, Kind) {
    (key.target, key.measure, key.path, key.kind)
}

fn reports_of(reports: Vec<(ReportKey, Cells)>, span: Option<Span>, plan: &Plan, names: &Named) -> Vec<Report> {
    let mut counted = Counted::new(&reports, plan, names);
    let as_of = plan.recipe.as_of.as_ref().filter(|_| !plan.has_dates()).and_then(|day| day.parse().ok());
    let mut made = Vec::with_capacity(reports.len());
    for (key, cells) in reports {
        let when = match key.period {
            ALL => span.map(|span| When { from: span.first, to: (span.last != span.first).then_some(span.last) }),
            period => period.when(),
        }
        .or(as_of);
        let counts = counted.counts(key, when, &cells);
        if counts.is_empty() {
            continue;
        }
        let (basis, as_of, period) =
            if key.is_cumulative { (Basis::Cumulative, when, None) } else { (Basis::Incremental, None, when) };
        made.push(Report { source: names.source(key.source), basis, as_of, period, counts, ..Report::default() });
    }
    made
}

/// The source that most of each event's rows name; of those with as many rows the first in the file.
fn leads(counts: &Counts, names: &Named) -> HashMap<u32, (u32, LeadBy)> {
    let mut most: HashMap<u32, (u64, u32, LeadBy)> = HashMap::new();
    for ((event, source), rows) in &counts.rows {
        if names.source(*source).is_none() {
            continue;
        }
        let known = most.entry(*event).or_insert((*rows, *source, LeadBy::MostRows));
        if *rows > known.0 {
            *known = (*rows, *source, LeadBy::MostRows);
        } else if *rows == known.0 && *source != known.1 {
            *known = (*rows, known.1.min(*source), LeadBy::FirstOfMostRows);
        }
    }
    most.into_iter().map(|(event, (_, source, by))| (event, (source, by))).collect()
}

/// The dataset's names for what the tally knows by number.
pub(super) struct Named {
    sources: Vec<Id>,
    /// The source of rows that name none, where no column could.
    default_source: Option<Id>,
    /// The categories of the recipe's count rules.
    pub(super) of_rules: Vec<Id>,
    /// Those of the splits, each with its place in the order in which parts are listed.
    of_splits: Vec<(usize, Id)>,
    /// The measure of each target.
    of_targets: Vec<Id>,
    /// Those that a column names.
    of_rows: Vec<Id>,
    /// The steps to each way's categories.
    paths: Vec<(u32, u32)>,
}

impl Named {
    fn new(counts: &Counts, plan: &Plan, title: &str, dataset: &mut Dataset) -> Self {
        let mut names = Self {
            sources: Vec::new(),
            default_source: None,
            of_rules: Vec::new(),
            of_splits: Vec::new(),
            of_targets: Vec::new(),
            of_rows: Vec::new(),
            paths: counts.paths.iter().copied().collect(),
        };
        names.name_sources(counts, plan, title, dataset);
        names.name_categories(counts, plan, dataset);
        names.name_measures(counts, plan, dataset);
        names
    }

    fn name_sources(&mut self, counts: &Counts, plan: &Plan, title: &str, dataset: &mut Dataset) {
        let mut ids = Ids::default();
        let mut declare = |name: &str| {
            let id = ids.id(name, "source");
            let source =
                Source { id: id.clone(), name: name.into(), short: None, kind: None, url: None, extra: Extra::new() };
            dataset.sources.insert(id.clone(), source);
            id
        };
        self.sources = counts.sources.iter().map(&mut declare).collect();
        let is_needed = plan.source.is_none() && counts.reports.keys().any(|key| key.source == NONE);
        if is_needed {
            self.default_source = Some(declare(plan.recipe.source.name.as_deref().unwrap_or(title)));
        }
    }

    fn name_categories(&mut self, counts: &Counts, plan: &Plan, dataset: &mut Dataset) {
        let mut ids = Ids::default();
        let mut declare = |name: &str| {
            let id = ids.id(name, "category");
            let label = label(plan, name, &id);
            dataset.categories.insert(id.clone(), Category { id: id.clone(), label, extra: Extra::new() });
            id
        };
        self.of_rules = plan.categories.iter().map(|name| declare(name)).collect();
        let bands: Vec<String> = plan.recipe.split.iter().flat_map(|split| band_labels(&split.bands)).collect();
        for (number, name) in counts.categories.iter().enumerate() {
            let of_rule = plan.categories.get_index_of(name).and_then(|index| self.of_rules.get(index).cloned());
            let id = of_rule.unwrap_or_else(|| declare(name));
            let band = bands.iter().position(|band| band == name);
            let is_other = name.starts_with("other (");
            let place = if is_other { usize::MAX } else { band.unwrap_or(bands.len() + number) };
            self.of_splits.push((place, id));
        }
    }

    fn name_measures(&mut self, counts: &Counts, plan: &Plan, dataset: &mut Dataset) {
        let sums = &plan.recipe.sums;
        let mut ids = Ids::default();
        let mut known: IndexMap<String, Id> = IndexMap::new();
        let mut id = |name: &str| known.entry(name.to_owned()).or_insert_with(|| ids.id(name, "measure")).clone();
        if plan.measure.is_none() {
            self.of_targets = plan.targets.iter().map(|target| id(&target.measure)).collect();
        }
        self.of_rows = counts.measures.iter().map(&mut id).collect();
        let used = known_names(plan, counts, sums);
        let mut declare: Vec<Measure> = Vec::new();
        for name in used {
            let own = id(name);
            let sum_of: Vec<Id> =
                sums.get(name).map(|members| members.iter().map(|member| id(member)).collect()).unwrap_or_default();
            let has_label = plan.recipe.labels.contains_key(name);
            if !is_built_in(own.as_str()) || !sum_of.is_empty() || has_label {
                let label = Some(label(plan, name, &own));
                declare.push(Measure { id: own, label, sum_of, extra: Extra::new() });
            }
        }
        dataset.measures = declare.into_iter().map(|measure| (measure.id.clone(), measure)).collect();
    }

    pub(super) fn source(&self, number: u32) -> Option<Id> {
        if number == NONE { self.default_source.clone() } else { get(&self.sources, number).cloned() }
    }

    /// The measures in the order of the recipe or, where a column names them, of the file.
    fn measures(&self) -> impl Iterator<Item = &Id> {
        self.of_targets.iter().chain(&self.of_rows)
    }

    /// The measure of a number.
    pub(super) fn measure(&self, key: CellKey) -> Option<&Id> {
        if key.measure == NONE { get(&self.of_targets, key.target) } else { get(&self.of_rows, key.measure) }
    }

    /// The way up from a way, and the category at its end with its place among its like.
    pub(super) fn step(&self, path: u32) -> Option<(u32, &(usize, Id))> {
        let (up, category) = get(&self.paths, path.checked_sub(1)?)?;
        Some((*up, get(&self.of_splits, *category)?))
    }
}

/// The measures that counts or sums name, each once.
fn known_names<'a>(
    plan: &'a Plan,
    counts: &'a Counts,
    sums: &'a IndexMap<String, Vec<String>>,
) -> indexmap::IndexSet<&'a str> {
    let of_targets = plan.targets.iter().map(|target| &*target.measure).filter(|_| plan.measure.is_none());
    let of_sums = sums.iter().flat_map(|(sum, members)| std::iter::once(sum).chain(members)).map(String::as_str);
    of_targets.chain(counts.measures.iter()).chain(of_sums).collect()
}

/// The recipe's label for a name; else the name itself, in words where it is an identifier.
fn label(plan: &Plan, name: &str, id: &Id) -> Localized {
    let labels = &plan.recipe.labels;
    if let Some(label) = labels.get(name).or_else(|| labels.get(id.as_str())) {
        return label.as_str().into();
    }
    let is_identifier = slug(name) == name && name.starts_with(|first: char| first.is_ascii_lowercase());
    if !is_identifier {
        return name.into();
    }
    let mut words = name.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Localized::Plain(words)
}

fn get<T>(list: &[T], number: u32) -> Option<&T> {
    list.get(usize::try_from(number).ok()?)
}
