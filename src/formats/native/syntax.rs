//! Puts the JSON reader's errors into words: where, what was found, what was expected, and a hint.

use super::place::{At, Lines};
use super::tree::NESTING_LIMIT;
use crate::formats::words::shortened;
use crate::formats::{Expected, LoadErrorKind, Problem};
use std::io;
use struson::reader::{JsonReaderPosition, ReaderError, SyntaxErrorKind};

/// What the reader's error means for a person with an editor.
pub(super) fn failure(error: &ReaderError, (text, document): (&str, Expected), at: &At) -> LoadErrorKind {
    let (kind, location) = match error {
        ReaderError::SyntaxError(error) => (error.kind, &error.location),
        ReaderError::MaxNestingDepthExceeded { location, .. } => {
            let message = format!(
                "found an array or object inside {NESTING_LIMIT} others, expected at most {NESTING_LIMIT}; \
                 is a closing bracket missing before?"
            );
            return LoadErrorKind::TooDeep(problem(text, offset_of(location), at, message));
        }
        // The text is in memory and known to be UTF-8: only cancelling stops it.
        ReaderError::IoError { .. } => return LoadErrorKind::Cancelled,
        other => return LoadErrorKind::io(&io::Error::other(other.to_string())),
    };
    let offset = offset_of(location);
    let end = text.trim_end().len();
    let document = document.in_text(text);
    if kind == SyntaxErrorKind::IncompleteDocument || offset >= end || is_cut_word(kind, text.get(offset..end)) {
        let message =
            format!("found the end of the file, expected {}; was it saved or copied completely?", open(at, document));
        return LoadErrorKind::CutOff(problem(text, end, at, message));
    }
    let (expected, hint) = expected(kind, (text, document), offset);
    let message = format!("found {}, expected {expected}; {hint}", found(text, offset));
    LoadErrorKind::Syntax(problem(text, offset, at, message))
}

fn offset_of(location: &JsonReaderPosition) -> usize {
    location.data_pos.and_then(|offset| usize::try_from(offset).ok()).unwrap_or_default()
}

fn problem(text: &str, offset: usize, at: &At, message: String) -> Problem {
    let (line, column) = Lines::new(text).locate(offset);
    Problem { line, column, path: at.to_string(), message }
}

fn open(at: &At, document: Expected) -> String {
    let name = document.name();
    match at {
        At::Root => format!("the rest of the {name}"),
        At::Key(..) | At::Index(..) => format!("the rest of this value and the brackets that close the {name}"),
    }
}

/// Whether what is wrong is only that a word or number stops with the file.
fn is_cut_word(kind: SyntaxErrorKind, rest: Option<&str>) -> bool {
    use SyntaxErrorKind as Kind;
    let rest = rest.unwrap_or_default();
    match kind {
        Kind::InvalidLiteral => ["true", "false", "null"].iter().any(|word| word.starts_with(rest)),
        Kind::MalformedNumber => rest.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)),
        Kind::MalformedEscapeSequence | Kind::UnpairedSurrogatePairEscapeSequence => {
            rest.len() <= 12 && rest.bytes().all(|byte| byte.is_ascii_hexdigit() || b"\\u".contains(&byte))
        }
        _ => false,
    }
}

/// The characters at an offset, up to the end of the word or line.
fn found(text: &str, offset: usize) -> String {
    let rest = text.get(offset..).unwrap_or_default();
    let mut characters = rest.char_indices();
    let Some((_, first)) = characters.next() else { return "the end of the file".to_owned() };
    match first {
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        '"' => "a double quote".to_owned(),
        _ => {
            let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '+' | '\\');
            let end = characters.find(|(_, c)| !in_word(first) || !in_word(*c)).map_or(rest.len(), |(index, _)| index);
            format!("`{}`", shortened(rest.get(..end).unwrap_or_default()))
        }
    }
}

const NUMBERS: &str = "numbers have no thousands separators, no plus sign and no leading zeros";

/// What JSON allows there, and what usually went wrong.
fn expected(kind: SyntaxErrorKind, (text, document): (&str, Expected), offset: usize) -> (&'static str, &'static str) {
    use SyntaxErrorKind as Kind;
    let before = text.get(..offset).unwrap_or_default().trim_end().chars().next_back();
    let next = text.get(offset..).unwrap_or_default().chars().next();
    let is_numeric = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit() || c == '+' || c == '.');
    match kind {
        Kind::ExpectingMemberNameOrObjectEnd | Kind::MissingComma if is_numeric(before) && is_numeric(next) => {
            ("a comma or a closing bracket", NUMBERS)
        }
        Kind::ExpectingMemberNameOrObjectEnd if !matches!(before, Some('{' | ',')) => {
            ("a comma or `}`", "entries are separated by commas, and `{` is closed by `}`")
        }
        Kind::UnexpectedClosingBracket if before == Some(':') => {
            ("a value after the colon", "write null where it is unknown")
        }
        Kind::MalformedJson if is_numeric(next) => ("a number of digits only", NUMBERS),
        Kind::CommentsNotEnabled | Kind::IncompleteComment | Kind::BlockCommentNotClosed => {
            let hint = match document {
                Expected::Dataset => "put the words into a \"note\" or a key that starts with x_",
                Expected::View | Expected::Either | Expected::Recipe => "put the words into a key that starts with x_",
            };
            ("JSON without comments", hint)
        }
        Kind::InvalidLiteral | Kind::TrailingDataAfterLiteral => {
            ("true, false, null, a number, a text, `[` or `{`", "texts stand in double quotes")
        }
        Kind::UnexpectedClosingBracket => {
            ("a value, or the bracket that closes what is open", "`[` is closed by `]` and `{` by `}`")
        }
        Kind::UnexpectedComma => ("a value or key", "is there a comma too many, or a value missing?"),
        Kind::MissingComma => ("a comma or a closing bracket", "entries are separated by commas"),
        Kind::TrailingCommaNotEnabled => ("another entry after the comma", "remove the comma after the last entry"),
        Kind::UnexpectedColon => {
            ("a comma, a value or a closing bracket", "a colon stands between a key and its value")
        }
        Kind::MissingColon => ("a colon after the key", "write \"key\": value"),
        Kind::MalformedNumber | Kind::TrailingDataAfterNumber => ("a number of digits only", NUMBERS),
        Kind::ExpectingMemberNameOrObjectEnd => {
            ("a key in double quotes, or `}`", "keys stand in straight double quotes")
        }
        Kind::NotEscapedControlCharacter => {
            ("a double quote at the end of the text before it", "a line break inside a text is written \\n, a tab \\t")
        }
        Kind::UnknownEscapeSequence | Kind::MalformedEscapeSequence => (
            "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits",
            "a backslash itself is written \\\\",
        ),
        Kind::UnpairedSurrogatePairEscapeSequence => {
            ("a pair of \\u escapes", "write the character itself instead of its escapes")
        }
        Kind::TrailingData => {
            let hint = match document {
                Expected::Dataset => "is there a closing bracket too many, or a second dataset?",
                Expected::View => "is there a closing bracket too many, or a second view?",
                Expected::Either | Expected::Recipe => {
                    "is there a closing bracket too many, or more than one dataset or view?"
                }
            };
            ("the end of the file", hint)
        }
        _ => ("a value", "texts stand in straight double quotes; true, false and null are written in lower case"),
    }
}
