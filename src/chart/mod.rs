//! From numbers to a [`Figure`], and from a figure to placed marks. Screen and export paint the same marks and decide
//! nothing, so a chart is tested as text, without a window.

mod axis;
mod breakdown;
mod category_legend;
mod compare;
mod compare_row;
mod crowd;
mod extremes;
mod figure;
mod figure_row;
mod layout;
mod looks;
mod notes;
mod overview;
mod palette;
mod period_lane;
mod periods;
mod placed;
mod quantity_row;
mod revisions;
mod rows;
mod shares;
mod sources;
mod stretches;
mod strip;
mod time_extent;
mod time_plot;
mod timeline;
mod timeline_head;
mod timeline_notes;
mod timeline_units;
mod tracks;
mod units;
mod words;

pub use axis::{Axis, AxisTick};
pub use breakdown::breakdown_figure;
pub use compare::compare_figure;
pub use extremes::{Extreme, Extremes};
pub use figure::{
    Bar, Body, Bracket, Callout, Dot, End, Figure, Fill, Legend, Margin, Note, OtherSource, Pending, Row, Rows, Swatch,
    Target, ValueLabel,
};
pub use layout::{Layout, View, layout, layout_again};
pub use looks::{Look, PLAIN, line_look};
pub use overview::{Bucket, Overview};
pub use palette::{CATEGORY_LOOKS, Shade, Tone, rgb, stripes};
pub use period_lane::{BarInk, BarWords, Owner, PeriodBar, PeriodLane, WidthGroup};
pub use placed::{Dash, Hit, Mark, Place, Rect, Shape};
pub use time_plot::{
    Course, Crowd, CrowdPoint, DayOne, Ending, Level, Moment, MomentKind, NUMBER, PointInk, RevisionMark, TimeAxis,
    TimePlot, TimePoint, Track, TrackKind, Way,
};
pub use timeline::timeline_figure;
pub use words::{as_known_on, event_dates, restriction};
