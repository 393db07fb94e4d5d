//! Writes a file beside its target and then puts it in place in one step, so that a full disk or a crash never
//! leaves half a file behind.

use crate::formats::view::{self, View, ViewFile, relative};
use crate::state::{OpenFile, OpenView, Origin};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes `text` to `path`, over a file of this name only with `replace`. The error names the file, says what is wrong and what to do.
pub(super) fn save(path: &Path, text: &str, replace: bool) -> Result<(), String> {
    if !replace && fs::symlink_metadata(path).is_ok() {
        return Err(format!("{}: there is such a file already; choose another name", file_name(path)));
    }
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write(&target, text.as_bytes()).map_err(|error| format!("{}: {}", file_name(path), reason(path, &error)))
}

/// Writes a view to `path`. A dataset to which no way leads from there could not be found again elsewhere.
pub(super) fn save_view(path: &Path, open: &OpenView, replace: bool) -> Result<(), String> {
    let folder = folder(path);
    let mut files = Vec::with_capacity(open.files.len());
    for OpenFile { origin, hash, recipe } in &open.files {
        files.push(match origin {
            Origin::Example => ViewFile::Example,
            Origin::Path(file) => {
                let way = relative(&folder, file).ok_or_else(|| {
                    format!(
                        "{}: found no way from its folder to {}, expected one on the same disk; save the view beside \
                         its datasets",
                        file_name(path),
                        origin.name()
                    )
                })?;
                ViewFile::Path { path: way, hash: *hash, recipe: recipe.clone() }
            }
        });
    }
    save(path, &view::write(&View { files, question: open.question.clone() }), replace)
}

/// The file's name without its folder.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let before = match fs::metadata(target) {
        Ok(metadata) if metadata.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Ok(metadata) if metadata.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let mut file = builder().tempfile_in(folder(target))?;
    file.write_all(bytes)?;
    if let Some(permissions) = before {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map(drop).map_err(|error| error.error)
}

/// Temporary files are private by default; a dataset is to be as readable as any other new file.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tollview-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn reason(path: &Path, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            format!("found no folder \"{}\", expected one to save into; choose another", folder(path).display())
        }
        ErrorKind::IsADirectory => "found a folder of this name, expected a file; choose another name".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "the system denies writing it; choose another name, or a folder of your own".to_owned()
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "there is no room left for it; free some, or choose another disk".to_owned()
        }
        _ => format!("writing failed: {error}; is its disk or network still there?"),
    }
}
