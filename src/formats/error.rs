//! Why a file could not be read, in words for the window and the command line alike.
//!
//! The first line names the file and says what is wrong; a line for each place follows. Every message gives what was
//! found, what was expected and a hint, in lower case and without a final stop.

use super::table::recipe::listed;
use super::{Expected, Looks, SIZE_LIMIT};
use crate::text::whole;
use std::fmt;
use std::io;

/// A file that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name without directories.
    pub file: String,
    /// What is wrong.
    pub kind: LoadErrorKind,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// The user cancelled.
    Cancelled,
    /// The system could not read it.
    Io {
        /// What the system reports.
        kind: io::ErrorKind,
        /// The system's own words.
        message: String,
    },
    /// The program itself failed while reading it.
    Internal {
        /// What the failed check says.
        message: String,
    },
    /// It became shorter while it was read.
    Shrank {
        /// Its size in bytes before.
        expected: u64,
        /// How many bytes came.
        found: u64,
    },
    /// It holds nothing, or nothing but white space.
    Empty {
        /// Its size in bytes.
        size: u64,
        /// What was expected.
        expected: Expected,
    },
    /// It is something else.
    Foreign {
        /// What it looks like.
        looks: Looks,
        /// What was expected.
        expected: Expected,
    },
    /// It is a table that cannot be read: one sentence.
    Table(String),
    /// It is larger than [`SIZE_LIMIT`].
    TooLarge {
        /// Its size in bytes, where known.
        size: Option<u64>,
    },
    /// It is not UTF-8.
    NotUtf8 {
        /// The line of the first wrong byte, from 1.
        line: u64,
        /// The byte within that line, from 1.
        byte_in_line: u64,
        /// The byte within the file, from 1.
        byte_in_file: u64,
        /// The wrong byte.
        found: u8,
    },
    /// It is not JSON.
    Syntax(Problem),
    /// It is JSON up to its end, which comes in the middle.
    CutOff(Problem),
    /// Its arrays and objects lie more than 64 deep in each other.
    TooDeep(Problem),
    /// It is a table in which nothing was found that counts people.
    NoCounts {
        /// The names of its columns.
        columns: Vec<String>,
    },
    /// It is a table without rows.
    NoRows {
        /// The names of its columns.
        columns: Vec<String>,
    },
    /// The recipe does not fit the table: what it names and the table does not have.
    Recipe {
        /// The file that the recipe stands in, where that is said.
        of: Option<String>,
        /// One line for each thing.
        lines: Vec<String>,
    },
    /// A table with more different events, dates and categories than can be kept apart.
    TooManyKeys {
        /// How many there may be.
        most: usize,
    },
    /// A table with more incidents than can be kept apart, where their numbers are counted once for each.
    TooManyIncidents {
        /// How many there may be.
        most: usize,
    },
    /// It is JSON, but not a dataset: everything that is wrong with it.
    Problems {
        /// The first problems (at most 1,000) in the order of the file.
        list: Vec<Problem>,
        /// How many more there are.
        more: u64,
    },
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: u64,
    /// The column in characters, from 1.
    pub column: u64,
    /// The JSON path (`$.events[0].reports[3].counts.killed`).
    pub path: String,
    /// What was found, what was expected, and a hint.
    pub message: String,
}

impl LoadError {
    /// The same error of a file whose recipe stands at the entry `index` of this view's files: it names that place.
    #[must_use]
    pub fn in_view(mut self, view: &str, index: usize) -> Self {
        if let LoadErrorKind::Recipe { of, lines } = &mut self.kind {
            *of = Some(view.to_owned());
            for line in lines {
                if let Some(rest) = line.strip_prefix("at $") {
                    *line = format!("at $.files[{index}].recipe{rest}");
                }
            }
        }
        self
    }
}

impl LoadErrorKind {
    pub(super) fn io(error: &io::Error) -> Self {
        Self::Io { kind: error.kind(), message: error.to_string() }
    }

    pub(super) fn recipe(lines: Vec<String>) -> Self {
        Self::Recipe { of: None, lines }
    }

    pub(super) fn table(message: impl Into<String>) -> Self {
        Self::Table(message.into())
    }
}

impl std::error::Error for LoadError {}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.kind)
    }
}

impl fmt::Display for LoadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("reading was cancelled"),
            Self::Io { kind, message } => io_problem(f, *kind, message),
            Self::Internal { message } => {
                write!(f, "Tollview itself failed while reading this file ({message}); please report it with the file")
            }
            Self::Shrank { expected, found } => write!(
                f,
                "found {} bytes, expected {}: the file became shorter while it was read; \
                 open it again once it is written completely",
                whole(*found),
                whole(*expected)
            ),
            Self::Empty { size: 0, expected } => {
                write!(f, "found an empty file, expected {}; was it saved or copied completely?", expected.wanted())
            }
            Self::Empty { size, expected } => write!(
                f,
                "found nothing but white space ({} bytes), expected {}; was it saved or copied completely?",
                whole(*size),
                expected.wanted()
            ),
            Self::Foreign { looks, expected } => {
                let (found, wanted, hint) = (looks.found(*expected), expected.wanted(), looks.hint(*expected));
                write!(f, "found {found}, expected {wanted}; {hint}")
            }
            Self::Table(message) => f.write_str(message),
            Self::TooLarge { size } => too_large(f, *size),
            Self::NotUtf8 { line, byte_in_line, byte_in_file, found } => write!(
                f,
                "this is not UTF-8 text\nline {line}, byte {byte_in_line} (byte {byte_in_file} of the file): \
                 found the byte 0x{found:02X}, expected UTF-8; save the file with the encoding UTF-8"
            ),
            Self::Syntax(problem) => write!(f, "this is not JSON\n{problem}"),
            Self::CutOff(problem) => write!(f, "this file ends in the middle\n{problem}"),
            Self::TooDeep(problem) => write!(f, "this file is nested too deeply\n{problem}"),
            Self::Problems { list, more } => problems(f, list, *more),
            Self::NoCounts { columns } => write!(
                f,
                "found a table with the columns {}, expected one that counts people; \
                 a recipe can say what its columns mean (tollview describe FILE --recipe RECIPE)",
                listed(columns.iter().map(String::as_str))
            ),
            Self::NoRows { columns } => write!(
                f,
                "found a table with the columns {} and no rows, expected rows under them; was it saved before it was filled?",
                listed(columns.iter().map(String::as_str))
            ),
            Self::Recipe { of, lines } => {
                match of {
                    Some(file) => write!(f, "the recipe in {file} does not fit this table")?,
                    None => f.write_str("the recipe does not fit this table")?,
                }
                lines.iter().try_for_each(|line| write!(f, "\n{line}"))
            }
            Self::TooManyKeys { most } => write!(
                f,
                "found more than {} different events, dates and categories, expected fewer; \
                 name another column for events or categories, or put the rows into longer periods, such as months",
                whole(u64::try_from(*most).unwrap_or(u64::MAX))
            ),
            Self::TooManyIncidents { most } => write!(
                f,
                "found more than {} different incidents, expected fewer where a count has \"once_per\"; \
                 keep fewer rows, or take a table with one row for each incident",
                whole(u64::try_from(*most).unwrap_or(u64::MAX))
            ),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}, at {}: {}", self.line, self.column, self.path, self.message)
    }
}

fn io_problem(f: &mut fmt::Formatter<'_>, kind: io::ErrorKind, message: &str) -> fmt::Result {
    match kind {
        io::ErrorKind::PermissionDenied => {
            f.write_str("the system denies reading it; ask its owner for permission, or copy it to your own folder")
        }
        io::ErrorKind::IsADirectory => f.write_str("found a folder, expected a file; open one of the files in it"),
        io::ErrorKind::NotFound => f.write_str("there is no such file; was it moved, renamed or deleted?"),
        _ => write!(f, "reading failed: {message}; is its disk or network still there?"),
    }
}

fn too_large(f: &mut fmt::Formatter<'_>, size: Option<u64>) -> fmt::Result {
    let limit = SIZE_LIMIT / (1024 * 1024);
    match size {
        Some(size) => write!(f, "found {} MiB", whole(size.div_ceil(1024 * 1024)))?,
        None => write!(f, "found more than {limit} MiB")?,
    }
    write!(f, ", expected at most {limit} MiB: a larger file might not fit into memory; split it by event")
}

fn problems(f: &mut fmt::Formatter<'_>, list: &[Problem], more: u64) -> fmt::Result {
    let all = more.saturating_add(u64::try_from(list.len()).unwrap_or(u64::MAX));
    match all {
        1 => f.write_str("1 problem, so nothing was read")?,
        all => write!(f, "{} problems, so nothing was read", whole(all))?,
    }
    for problem in list {
        write!(f, "\n{problem}")?;
    }
    if more > 0 {
        write!(f, "\nand {} more", whole(more))?;
    }
    Ok(())
}
