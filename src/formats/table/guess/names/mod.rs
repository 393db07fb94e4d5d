//! What texts say: the names of columns, alone, in several words and beside each other, and values that are words.
//!
//! ```text
//! name        what one name says of its column's numbers, by its words and its HXL tag
//! words       the words of the field, in many languages; phrases: what several say together; joined: without spaces
//! neighbours  what a name says only beside the others; extent: how far its number reaches
//! spoken      values that say what is counted, and certainty: how sure it is
//! ```

pub(super) mod certainty;
mod extent;
pub(super) mod joined;
pub(super) mod name;
pub(super) mod neighbours;
pub(super) mod phrases;
pub(super) mod spoken;
pub(super) mod words;
