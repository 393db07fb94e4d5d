//! Bytes that can be opened more than once: a first look at a table and the pass over all of its rows are two readings.

use super::scratch::{Temporary, TemporaryReader};
use crate::formats::{Input, LoadErrorKind};
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What can be read from any place on.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// A file, or bytes in memory.
#[derive(Clone)]
pub struct Material {
    /// The file's name without its folder.
    pub name: String,
    bytes: Bytes,
}

#[derive(Clone)]
enum Bytes {
    Path(PathBuf),
    Memory(Arc<[u8]>),
    Temporary(Arc<Temporary>),
}

impl Material {
    /// The file at `path`; it is opened only when it is read.
    #[must_use]
    pub fn path(path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Self { name, bytes: Bytes::Path(path.to_owned()) }
    }

    /// Bytes that are in memory already.
    #[must_use]
    pub fn memory(name: &str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.to_owned(), bytes: Bytes::Memory(bytes.into()) }
    }

    /// What was unpacked into a temporary file; that is deleted with the last of its clones and readers.
    pub(super) fn temporary(name: &str, temporary: Temporary) -> Self {
        Self { name: name.to_owned(), bytes: Bytes::Temporary(Arc::new(temporary)) }
    }

    /// The folder in which the file lies, for what may lie beside it.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.bytes {
            Bytes::Path(path) => path.parent(),
            Bytes::Memory(_) | Bytes::Temporary(_) => None,
        }
    }

    /// Opens the bytes anew, with their number.
    pub fn open(&self) -> Result<(Box<dyn ReadSeek>, u64), LoadErrorKind> {
        match &self.bytes {
            Bytes::Path(path) => {
                let (file, size) = Input::open_file(path).map_err(|error| LoadErrorKind::io(&error))?;
                // Pipes and devices cannot be read twice.
                let size = size.ok_or_else(|| LoadErrorKind::io(&io::ErrorKind::NotSeekable.into()))?;
                Ok((Box::new(file), size))
            }
            Bytes::Memory(bytes) => {
                let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                Ok((Box::new(Cursor::new(bytes.clone())), size))
            }
            Bytes::Temporary(temporary) => Ok((Box::new(TemporaryReader::new(temporary)), temporary.size)),
        }
    }
}
