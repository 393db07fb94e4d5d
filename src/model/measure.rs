//! The measures that every file may use without declaring them.

/// Measures with a meaning and a label of their own; a file declares only others.
pub const BUILT_IN_MEASURES: [&str; 6] = ["killed", "dead", "injured", "detained", "missing", "displaced"];

/// Whether `measure` needs no declaration.
#[must_use]
pub fn is_built_in(measure: &str) -> bool {
    BUILT_IN_MEASURES.contains(&measure)
}
