//! The ledger: what does not add up, contradicts itself or is missing in a dataset, each finding with its place.
//! It never changes a number; `text::findings` puts a finding into words.

mod arithmetic;
mod dates;
mod order;
mod series;

pub use arithmetic::{Reading, readings};
pub use order::{Latest, is_known, known_reports, latest_key, sort_by_latest};
pub use series::{Decline, decline};

use super::{Dataset, Id, Relation, Stated, When};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot be true.
    Error,
    /// Someone should look at it.
    Doubt,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Its name in `describe`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Doubt => "doubt",
            Self::Note => "note",
        }
    }
}

/// Where in a dataset a finding came from. Indices are those of the file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// Index of the event.
    pub event: Option<usize>,
    /// Index of the report in the event.
    pub report: Option<usize>,
    /// The measure of the count.
    pub measure: Option<Id>,
    /// The way from the measure's count to the category's.
    pub categories: Vec<(Relation, Id)>,
}

impl Place {
    /// The place as a JSON path (`$.events[0].reports[3].counts.killed.parts.children`).
    #[must_use]
    pub fn json_path(&self) -> String {
        use std::fmt::Write;
        let mut path = "$".to_owned();
        if let Some(event) = self.event {
            let _ = write!(path, ".events[{event}]");
        }
        if let Some(report) = self.report {
            let _ = write!(path, ".reports[{report}]");
        }
        if let Some(measure) = &self.measure {
            let _ = write!(path, ".counts.{measure}");
        }
        for (relation, category) in &self.categories {
            let _ = write!(path, ".{}.{category}", relation.key());
        }
        path
    }

    fn report(event: usize, report: usize) -> Self {
        Self { event: Some(event), report: Some(report), ..Self::default() }
    }

    fn with_measure(mut self, measure: &Id) -> Self {
        self.measure = Some(measure.clone());
        self
    }

    fn inside(&self, relation: Relation, category: &Id) -> Self {
        let mut place = self.clone();
        place.categories.push((relation, category.clone()));
        place
    }
}

/// What the ledger noticed, with the numbers.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant's sentence says what its numbers are")]
pub enum FindingKind {
    /// The parts add up to more than the total.
    /// `certain` where it cannot be true in any reading of the numbers.
    PartsBeyondTotal { total: Stated, sum: u64, certain: bool },
    /// As written the parts do not close, but they do with `category` read in the other way.
    OtherReadingCloses { total: Stated, sum: u64, category: Id, other: Relation },
    /// The parts leave something over; `unclear_added` is what is left when the unclear categories are added.
    NotBrokenDown { total: Stated, residual: u64, unclear_added: Option<u64> },
    /// An of-which count is larger than the count that holds it.
    OfWhichBeyondParent { part: Stated, parent: Stated },
    /// Low, best and high are not in this order.
    OutOfOrder { low: Option<u64>, best: Option<u64>, high: Option<u64> },
    /// A cumulative count fell.
    Fall { before: Stated, before_when: When, now: Stated },
    /// A cumulative count fell to less than half: a new phase or another way of counting.
    Reset { before: Stated, before_when: When, now: Stated },
    /// Two figures of one source for one date cannot both be true.
    Contradiction { other: Stated, this: Stated, when: When },
    /// Two figures of one source for one date differ; the later one in the file stands.
    Tie { other: Stated, this: Stated, when: When },
    /// The same figures read elsewhere.
    Repeat { when: When },
    /// The same figures from the same outlet.
    Duplicate { when: When },
    /// The category was counted in another relation in the source's report before.
    RelationChanged { category: Id, before: Relation, before_when: When, now: Relation },
    /// The report is older than the event.
    BeforeEvent { when: When, start: When },
    /// The counts hold for a date after their publication.
    AfterPublication { when: When, published: When },
    /// A part is older than its total.
    StalePart { part_when: When, when: When },
    /// Two periods of an incremental series overlap.
    PeriodsOverlap { other: When, this: When },
    /// Nobody is named as the source.
    NoSource,
    /// No date is given for which the counts hold.
    NoDate,
    /// The source's own day number is not the calendar's.
    DayDiffers { stated: u32, computed: i32 },
    /// The shipped fonts have no glyph for a character of the dataset.
    MissingGlyph { character: char },
}

impl FindingKind {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::PartsBeyondTotal { certain: true, .. }
            | Self::OfWhichBeyondParent { .. }
            | Self::OutOfOrder { .. }
            | Self::BeforeEvent { .. }
            | Self::AfterPublication { .. } => Severity::Error,
            Self::PartsBeyondTotal { certain: false, .. }
            | Self::OtherReadingCloses { .. }
            | Self::Fall { .. }
            | Self::Reset { .. }
            | Self::Contradiction { .. }
            | Self::Duplicate { .. }
            | Self::StalePart { .. }
            | Self::PeriodsOverlap { .. }
            | Self::NoSource
            | Self::NoDate => Severity::Doubt,
            Self::NotBrokenDown { .. }
            | Self::Tie { .. }
            | Self::Repeat { .. }
            | Self::RelationChanged { .. }
            | Self::DayDiffers { .. }
            | Self::MissingGlyph { .. } => Severity::Note,
        }
    }

    /// Its name in `describe`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::PartsBeyondTotal { .. } => "parts_beyond_total",
            Self::OtherReadingCloses { .. } => "other_reading_closes",
            Self::NotBrokenDown { .. } => "not_broken_down",
            Self::OfWhichBeyondParent { .. } => "of_which_beyond_parent",
            Self::OutOfOrder { .. } => "out_of_order",
            Self::Fall { .. } => "fall",
            Self::Reset { .. } => "reset",
            Self::Contradiction { .. } => "contradiction",
            Self::Tie { .. } => "tie",
            Self::Repeat { .. } => "repeat",
            Self::Duplicate { .. } => "duplicate",
            Self::RelationChanged { .. } => "relation_changed",
            Self::BeforeEvent { .. } => "before_event",
            Self::AfterPublication { .. } => "after_publication",
            Self::StalePart { .. } => "stale_part",
            Self::PeriodsOverlap { .. } => "periods_overlap",
            Self::NoSource => "no_source",
            Self::NoDate => "no_date",
            Self::DayDiffers { .. } => "day_differs",
            Self::MissingGlyph { .. } => "missing_glyph",
        }
    }
}

/// One thing the ledger noticed.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: FindingKind,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Checks a whole dataset. Findings come with errors first, then in file order.
#[must_use]
pub fn check(dataset: &Dataset) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, event) in dataset.events.values().enumerate() {
        for (number, report) in event.reports.iter().enumerate() {
            let place = Place::report(index, number);
            dates::check(event, report, &place, &mut findings);
            for (measure, count) in &report.counts {
                arithmetic::check(report, count, &place.clone().with_measure(measure), &mut findings);
            }
        }
        series::check(index, event, &mut findings);
    }
    findings.sort_by_key(|finding| (finding.severity(), finding.place.event, finding.place.report));
    findings
}
