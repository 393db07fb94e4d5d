//! Numbers through time before they have a size: lines, lanes of periods, reference lines and annotations, in days and in
//! the axis's units.

use super::axis::Axis;
use super::extremes::{Extreme, Extremes};
use super::figure::Target;
use super::overview::Overview;
use super::palette::Tone;
use super::period_lane::PeriodLane;
use super::placed::Dash;
use crate::analysis::{Change, CountKey, Step};

/// What a timeline draws.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePlot {
    /// The axis for numbers, upwards.
    pub axis: Axis,
    /// The axis for time.
    pub time: TimeAxis,
    /// The first and the last day shown.
    pub days: (f64, f64),
    /// One line for each source and coverage.
    pub tracks: Vec<Track>,
    /// The lines that are too many to be drawn one by one.
    pub crowd: Option<Box<Crowd>>,
    /// What each period added, in place of lines.
    pub lanes: Vec<PeriodLane>,
    /// Numbers to compare with.
    pub levels: Vec<Level>,
    /// What is written at a day or over some.
    pub moments: Vec<Moment>,
    /// What a new version of the data changed.
    pub revisions: Vec<RevisionMark>,
    /// Each line in words, for readers who cannot see it.
    pub in_words: Vec<String>,
}

/// How days are named.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeAxis {
    /// By their dates; days are counted from 1 January 1970, which is 0.
    Calendar {
        /// The short names of the months.
        months: Vec<String>,
        /// Day 1 of the one event shown, for a second line of names.
        day_one: DayOne,
        /// How a day's number is said, with [`NUMBER`] in its place.
        day: String,
    },
    /// By their number since each event's first day, which is 1.
    Days {
        /// What is counted.
        title: String,
    },
}

/// Stands for a number in a sentence that is finished when its place is known.
pub const NUMBER: char = '\u{fffc}';

/// Whether days have a number too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DayOne {
    /// Several events, or one without a first day.
    None,
    /// The day before it is this one.
    After(f64),
}

/// One source's counts of the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Its name; the event's where several are shown.
    pub name: String,
    /// The number at its end.
    pub last: String,
    /// What must be said with it: who is counted where others count others, or nothing.
    pub small: String,
    /// Its hue.
    pub tone: Tone,
    /// How it is dashed, since there are fewer hues than lines.
    pub dash: Dash,
    /// What kind of line it is.
    pub kind: TrackKind,
    /// How it ends.
    pub ending: Ending,
    /// Whether its event was over.
    pub course: Course,
    /// Its points by date.
    pub points: Vec<TimePoint>,
    /// The indices of the points that come after a long silence.
    pub silences: Vec<usize>,
    /// What each point says; empty where there are too many to write them all.
    pub said: Vec<String>,
    /// The key of its counts, whose report is that of a point.
    pub key: CountKey,
    /// The smallest and largest numbers of any stretch of points.
    pub extremes: Extremes,
    /// The same by time, where there are many.
    pub overview: Overview,
}

impl Track {
    /// The same line with these points by date, and no words for them.
    #[must_use]
    pub fn with_points(self, points: Vec<TimePoint>) -> Self {
        let extremes = Extremes::of(points.iter().map(|point| Extreme { low: point.low, high: point.high }));
        let overview = Overview::of(points.len(), |index| {
            let point = &points[index];
            (point.day(), [point.low, point.high, point.at])
        });
        let silences = (0..points.len()).filter(|index| points[*index].way == Way::Silence).collect();
        Self { points, silences, said: Vec::new(), extremes, overview, ..self }
    }
}

/// What kind of line a track is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackKind {
    /// What stands for its event.
    Stands,
    /// Another source's.
    Other,
    /// People under investigation, never added.
    Pending,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// At its last point.
    Closed,
    /// Its last number is a lower bound.
    Open,
}

/// Whether an event was over when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It has ended, or nobody says.
    Over,
    /// It went on: its line ends in dots.
    Onward,
}

/// One count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimePoint {
    /// The first day that it can mean, or of the period that it adds.
    pub from: f64,
    /// The last of these days.
    pub to: f64,
    /// The number stated.
    pub at: f64,
    /// The lowest number of a range; else the number.
    pub low: f64,
    /// The highest number of a range; else the number.
    pub high: f64,
    /// Its ink.
    pub ink: PointInk,
    /// How it follows the point before it.
    pub step: Step,
    /// How its line comes to it.
    pub way: Way,
    /// Index of its report in the event.
    pub report: usize,
}

impl TimePoint {
    /// Where it is drawn: in the middle of the days that it can mean, since it holds on one of them. A sum of periods holds
    /// at the end of the last one, and not before.
    #[must_use]
    pub fn day(&self) -> f64 {
        if self.way == Way::Slope { self.to } else { f64::midpoint(self.from, self.to) }
    }
}

/// How a line comes to a point from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a step at its date: until then the number before was the latest.
    Step,
    /// By a slope over its days: they are the period whose number was added, and nobody says on which of them.
    Slope,
    /// Not at all: so long after the one before that a level line would be read as a number that stayed the same, and a
    /// straight one as the course of another.
    Silence,
}

/// How a point is inked; see "Ink" in the domain's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointInk {
    /// As stated.
    Filled,
    /// At least, more than.
    Ring,
    /// About.
    Soft,
    /// Up to.
    Cap,
    /// A range.
    Range,
}

/// Lines that are too many to be drawn one by one: from the lowest to the highest of their points on each day.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// What they are.
    pub name: String,
    /// The lines.
    pub tracks: Vec<Track>,
    /// Their points by date.
    pub points: Vec<CrowdPoint>,
    /// The smallest and largest numbers of any stretch of points.
    pub extremes: Extremes,
    /// The same by time, where there are many.
    pub overview: Overview,
}

/// A point of one of many lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CrowdPoint {
    /// Where it is drawn.
    pub day: f64,
    /// Index of its line.
    pub track: u32,
    /// Index of the point in it.
    pub point: u32,
}

/// A number to compare with, all along.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The number.
    pub at: f64,
    /// Whose it is, and the number.
    pub text: String,
    /// Its hue.
    pub tone: Tone,
    /// What it stands for.
    pub key: CountKey,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// What is written at a day, or over several.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Where its first day starts, or the day itself.
    pub from: f64,
    /// Where its last day ends, or the day itself.
    pub to: f64,
    /// What it says.
    pub text: String,
    /// What it is.
    pub kind: MomentKind,
}

/// A count that a new version of the data added, took away or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisionMark {
    /// How it differs.
    pub change: Change,
    /// Day and number in the old version.
    pub old: Option<(f64, f64)>,
    /// Day and number in the new version.
    pub new: Option<(f64, f64)>,
    /// The count in the new version, or the event where there is none.
    pub target: Target,
    /// What to say when it is pointed at.
    pub hover: String,
}

/// What is written at a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    /// The end of an event.
    End,
    /// What the file notes.
    Note,
}
