//! From open datasets and a [`Question`] to the numbers that answer it. Nothing here draws, reads files or keeps state.
//!
//! A share is taken of the people counted: where a total is a lower bound, its parts are lower bounds of the same
//! unfinished count, so no bound of the share follows from it, and the heading says of what number it is a share.

mod breakdown;
mod card;
mod compared;
mod comparison;
mod days;
mod details;
mod earlier;
mod findings;
mod left_out;
mod library;
mod main_pair;
mod multiple;
mod named;
mod narrowed;
mod offers;
mod order;
mod order_words;
mod part_lines;
mod parts;
mod passing;
mod passing_words;
mod question;
mod release;
mod spread;
mod spread_values;
mod spread_words;
mod standing;
mod table;
mod timeline;
mod unit;

pub use breakdown::{Breakdown, BreakdownRow, break_down, breakdown};
pub use card::{Aspect, Card, CardRow, Cell, Likewise, Part, card};
pub use compared::comparison_sentence;
pub use comparison::{Comparison, ComparisonRow, Progress, compare};
pub use days::Days;
pub use details::{Details, details};
pub use earlier::LastBrokenDown;
pub use findings::{findings, known_findings, said_findings};
pub use left_out::{Dropped, Reason, left_out_words};
pub use library::{CountKey, EventKey, FileId, Library, OpenEvent};
pub use main_pair::MainPair;
pub use multiple::{LikeWithLike, Likeness, Multiple, multiple};
pub use offers::{Leads, Offer, offers};
pub use order::{FigureEnd, Overturning, RankFigure, Ranked, RankedPair, Ranking, Taken, Verdict, ranking};
pub use order_words::{OrderWords, order_words};
pub use part_lines::PartLine;
pub use parts::{Covered, Inside, Segment, Stale};
pub use passing::{Outcome, Passing, Reached, WhyUnknown, passings};
pub use passing_words::passing_words;
pub use question::{Column, Flow, Order, Question, Scale, Sources, Tab, Time, Unit, Unticked};
pub use release::{
    Change, ChangeRow, Changes, CountChange, EventChange, ReportChange, Revision, Tally, Versions, change_rows,
    changes, revisions,
};
pub use spread::{Extreme, Kind, LeftOut, Spread, Spreads, spreads};
pub use spread_values::{SpreadValues, ValueEnd, spread_values};
pub use spread_words::left_out_of_spreads;
pub use standing::{Rule, SourceTotal, Standing, find_asked_total, find_total, known_events, source_totals, standing};
pub use table::{TableRow, table};
pub use timeline::{Added, EventTimeline, LeftOutCount, Point, Series, Step, Timeline, period_of, timeline};
pub use unit::{Unformed, Yardstick, rate_divisor, share};
