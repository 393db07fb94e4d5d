//! Where bytes come from: a reader with a name and perhaps a size.

use super::table::Material;
use super::{LoadError, LoadErrorKind};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// Bytes to be read, and what errors call them.
pub struct Input {
    /// The file's name without directories.
    pub name: String,
    /// How many bytes there should be, where known; only a hint, since a file can change while it is read.
    pub size: Option<u64>,
    /// The bytes.
    pub reader: Box<dyn Read + Send>,
    /// The same bytes, where they can be opened again: tables are read more than once.
    pub material: Option<Material>,
}

impl Input {
    /// Opens the file at `path`.
    pub fn open(path: &Path) -> Result<Self, LoadError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match open(path) {
            Ok((file, size)) => {
                // Pipes and devices cannot be read twice.
                let material = size.map(|_| Material::path(path));
                Ok(Self { name, size, reader: Box::new(file), material })
            }
            Err(error) => Err(LoadError { file: name, kind: LoadErrorKind::io(&error) }),
        }
    }

    /// Opens the file at `path`, with its size where it has one.
    pub(super) fn open_file(path: &Path) -> io::Result<(File, Option<u64>)> {
        open(path)
    }

    /// Bytes that are in memory already.
    #[must_use]
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Self {
        let size = u64::try_from(bytes.len()).ok();
        let bytes: Arc<[u8]> = bytes.into();
        let material = Some(Material::memory(name, Arc::clone(&bytes)));
        Self { name: name.to_owned(), size, reader: Box::new(io::Cursor::new(bytes)), material }
    }
}

/// Opens a file, with its size; pipes and devices have none that means anything.
fn open(path: &Path) -> io::Result<(File, Option<u64>)> {
    // Looked at before opening: some systems call a directory "permission denied".
    if std::fs::metadata(path)?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    Ok((file, metadata.is_file().then_some(metadata.len())))
}
