//! The text of one cell: its quotes taken off, doubled ones made single, no white space around it.

use crate::formats::table::value::trimmed;
use std::borrow::Cow;

/// The bytes of a cell where they stand in the file as they are: without quotes, or with a pair around them.
#[inline]
pub(super) fn plain(raw: &[u8], quote: u8) -> Option<&[u8]> {
    let Some((first, inner)) = raw.split_first().filter(|(first, _)| **first == quote) else { return Some(raw) };
    debug_assert_eq!(*first, quote);
    match memchr::memchr(quote, inner) {
        None => Some(inner),
        Some(at) if at + 1 == inner.len() => inner.get(..at),
        Some(_) => None,
    }
}

/// The characters from the first to the last that ASCII can show.
const SHOWN: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The text of a cell that stands in the file as it is, without white space around it.
#[inline]
pub(super) fn plain_text(raw: &[u8], quote: u8) -> Option<&str> {
    match raw {
        [] => Some(""),
        // Most numbers of people have one digit: nothing has to be found out about it.
        [byte @ b'!'..=b'~'] if *byte != quote => {
            let at = usize::from(*byte - b'!');
            SHOWN.get(at..=at)
        }
        _ => plain(raw, quote).and_then(|bytes| std::str::from_utf8(bytes).ok()).map(trimmed),
    }
}

/// The bytes of any cell.
pub(super) fn bytes(raw: &[u8], quote: u8) -> Cow<'_, [u8]> {
    if let Some(plain) = plain(raw, quote) {
        return Cow::Borrowed(plain);
    }
    let mut found = Vec::with_capacity(raw.len());
    let mut rest = raw.get(1..).unwrap_or_default();
    while let Some(at) = memchr::memchr(quote, rest) {
        found.extend_from_slice(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        if rest.first() != Some(&quote) {
            break;
        }
        found.push(quote);
        rest = rest.get(1..).unwrap_or_default();
    }
    // What follows the closing quote belongs to the cell as it is.
    found.extend_from_slice(rest);
    Cow::Owned(found)
}

/// The text of any cell; what is not UTF-8 is replaced.
pub(super) fn text(raw: &[u8], quote: u8) -> Cow<'_, str> {
    match plain_text(raw, quote) {
        Some(text) => text.into(),
        None => String::from_utf8_lossy(&bytes(raw, quote)).trim().to_owned().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn each_byte_alone_is_what_it_is_among_others() {
        for byte in 0..=u8::MAX {
            let bytes = [byte];
            let expected = if byte == b'"' { Some("") } else { std::str::from_utf8(&bytes).ok().map(str::trim) };
            assert_eq!(plain_text(&bytes, b'"'), expected, "{byte}");
        }
    }
}
