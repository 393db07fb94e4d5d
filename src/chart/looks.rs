//! How lines are told apart: by hue, and where there are more lines than hues by dashes too, so that no two of them differ
//! by nothing and none by colour alone.

use super::palette::{CATEGORY_LOOKS, Tone};
use super::placed::Dash;

/// How a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    /// Its hue.
    pub tone: Tone,
    /// Its dashes. Dots alone are people under investigation.
    pub dash: Dash,
}

/// The hues of lines, the clearest first. Vermilion is left to the baseline.
const TONES: [Tone; 7] = [
    Tone::Category(0),
    Tone::Category(1),
    Tone::Category(3),
    Tone::Category(4),
    Tone::Category(5),
    Tone::Category(6),
    Tone::Category(7),
];

const DASHES: [Dash; 3] = [Dash::Solid, Dash::LongDashed, Dash::DashDotted];

/// The look of what has no place among the looks: it is told apart by its name only.
pub const PLAIN: Look = Look { tone: Tone::Category(CATEGORY_LOOKS), dash: Dash::Solid };

/// The look of the line with this place among all; no two lines have the same one, unless both are [`PLAIN`].
#[must_use]
pub fn line_look(place: usize) -> Look {
    let dash = DASHES.get(place / TONES.len()).copied();
    dash.map_or(PLAIN, |dash| Look { tone: TONES[place % TONES.len()], dash })
}
