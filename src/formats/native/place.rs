//! Where in a file something stands: the JSON path while walking, line and column once they are needed.

use std::fmt;

/// The way from the root to a value, as a chain on the stack: it costs nothing until an error prints it.
#[derive(Clone, Copy)]
pub(in crate::formats) enum At<'p> {
    /// The whole file.
    Root,
    /// The value of a key.
    Key(&'p At<'p>, &'p str),
    /// An element of an array.
    Index(&'p At<'p>, usize),
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Index(up, index) => write!(f, "{up}[{index}]"),
            Self::Key(up, key) if is_plain(key) => write!(f, "{up}.{key}"),
            Self::Key(up, key) => write!(f, "{up}[{}]", crate::formats::words::quoted(key)),
        }
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.len() <= 60 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

/// Turns byte offsets into lines and columns; asked in rising order, it reads the text only once.
pub(in crate::formats) struct Lines<'a> {
    rest: &'a str,
    offset: usize,
    line: u64,
    column: u64,
}

impl<'a> Lines<'a> {
    pub(in crate::formats) fn new(text: &'a str) -> Self {
        Self { rest: text, offset: 0, line: 1, column: 1 }
    }

    /// Line and column of a byte offset, both from 1; the offset must not be smaller than the one before.
    pub(in crate::formats) fn locate(&mut self, offset: usize) -> (u64, u64) {
        let mut characters = self.rest.chars();
        while self.offset < offset {
            let Some(character) = characters.next() else { break };
            self.offset += character.len_utf8();
            let lone_return = character == '\r' && !characters.as_str().starts_with('\n');
            if character == '\n' || lone_return {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.rest = characters.as_str();
        (self.line, self.column)
    }
}
