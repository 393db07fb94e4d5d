//! Numbers as text.

/// A number without a fraction of zero and without an exponent; nothing for what is no number.
pub(super) fn float(number: f64) -> String {
    if number.is_finite() { number.to_string() } else { String::new() }
}
