//! From numbers to a [`Figure`], and from a figure to placed marks. Screen and export paint the same marks and decide
//! nothing, so a chart is tested as text, without a window.

mod axis;
mod breakdown;
mod compare;
mod figure;
mod layout;
mod notes;
mod palette;
mod placed;
mod rows;
mod words;

pub use axis::{Axis, AxisTick};
pub use breakdown::breakdown_figure;
pub use compare::compare_figure;
pub use figure::{
    Bar, Bracket, Callout, Dot, End, Figure, Fill, Legend, Margin, Note, OtherSource, Pending, Row, Swatch, Target,
    ValueLabel,
};
pub use layout::{Layout, View, layout};
pub use palette::{Shade, Tone, rgb};
pub use placed::{Dash, Hit, Mark, Place, Rect, Shape};
pub use words::{as_known_on, event_dates, restriction};
