//! Where records go: standard output, or a file that is replaced all at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::console::Console;
use crate::document::reason;
use crate::status::Status;

/// A place for records. Nothing of a file is changed before [`finish`](Self::finish).
pub(crate) enum Output {
    /// It sends every line on its way at once.
    Standard(Stdout),
    /// A device or a pipe, which cannot be replaced.
    Direct(File),
    /// A file beside the path, which will take its place.
    Replacing { file: BufWriter<NamedTempFile>, path: PathBuf },
}

impl Output {
    /// Standard output if there is no path.
    pub(crate) fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::Standard(io::stdout())) };
        // A link stays a link: the file that it points to is the one to replace.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&path) {
            Ok(old) if old.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            // Renaming a file to `/dev/null` would be a bad idea.
            Ok(old) if !old.is_file() => OpenOptions::new().write(true).open(&path).map(Self::Direct),
            Ok(old) => {
                let file = temporary(&path)?;
                file.as_file().set_permissions(old.permissions())?;
                Ok(Self::Replacing { file: BufWriter::new(file), path })
            }
            Err(_) => Ok(Self::Replacing { file: BufWriter::new(temporary(&path)?), path }),
        }
    }

    /// Everything is written: put it in its place. Without this call, the temporary file is removed.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut stdout) => stdout.flush(),
            Self::Direct(mut file) => file.flush(),
            Self::Replacing { file, path } => {
                file.into_inner().map_err(io::IntoInnerError::into_error)?.persist(path)?;
                Ok(())
            }
        }
    }
}

/// Writes a text into the folder, but never over another one, which may be somebody's only copy.
pub(crate) fn keep(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let path = folder.join(name);
    match fs::read(&path) {
        Ok(there) if there == text.as_bytes() => Ok(()),
        Ok(_) => Err(io::Error::other(format!("another {name} is there; name an empty folder"))),
        Err(_) => {
            let mut output = Output::open(Some(&path))?;
            output.write_all(text.as_bytes())?;
            output.finish()
        }
    }
}

/// Prints what a command found, where there is no choice of the place.
pub(crate) fn print(page: &str) -> Status {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(page.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Status::Done,
        Err(error) => failed(None, &error, &Console::quiet(), Status::Done),
    }
}

/// What a failure to write means: the end of the run, but when the reader has seen enough (`| head -1`), that is
/// neither a failure nor worth a word.
pub(crate) fn failed(path: Option<&Path>, error: &io::Error, console: &Console, so_far: Status) -> Status {
    use io::ErrorKind::{BrokenPipe, IsADirectory, NotFound, PermissionDenied, StorageFull};
    if error.kind() == BrokenPipe {
        return so_far;
    }
    let name = path.map_or_else(|| "standard output".into(), Path::to_string_lossy);
    let advice = match error.kind() {
        NotFound | IsADirectory | PermissionDenied => "; give a file in a folder that exists and where you may write",
        StorageFull => "; make room, or give a file on another disk",
        _ => "",
    };
    console.say(format_args!("{name}: cannot be written: {}{advice}", reason(error)));
    Status::Refused
}

/// A new file in the same folder, and so on the same disk, without which it could not take the place of the path.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".whosaid-").suffix(".tmp");
    // As any new file of the user, not as a secret one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(stdout) => stdout.write(bytes),
            Self::Direct(file) => file.write(bytes),
            Self::Replacing { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(stdout) => stdout.flush(),
            Self::Direct(file) => file.flush(),
            Self::Replacing { file, .. } => file.flush(),
        }
    }
}
