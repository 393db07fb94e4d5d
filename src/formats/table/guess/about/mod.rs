//! What rows are about: an incident, a period or a group; which event; counted by whom.
//!
//! ```text
//! shape    people, incidents, periods or groups
//! events   which events are compared; columns: what names events and places
//! sources  who counted; rivals: whether they count the same people; by_source: each in a column of its own
//! ```

pub(super) mod by_source;
pub(super) mod columns;
pub(super) mod events;
pub(super) mod rivals;
pub(super) mod shape;
pub(super) mod sources;
