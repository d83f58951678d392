//! A folder of texts to records: one line of JSON for each `*.txt`, by name, with offsets in code points.
//!
//!     cargo run --release --example json_lines -- [FOLDER] [--all-classes]
//!
//! Without a folder the articles beside this file are read. `--all-classes` also reports what people think and intend
//! (*believes*, *plans*), beside what they say and write.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::{env, error, fs};

use whosaid::{CueClass, Extractor, Offsets};

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut extractor = Extractor::default().offsets(Offsets::Chars);
    let mut folder = PathBuf::from("examples/articles");
    for argument in env::args_os().skip(1) {
        if argument == "--all-classes" {
            use CueClass::{Intention, Speech, Thought, Writing};
            extractor = extractor.include([Speech, Writing, Thought, Intention]);
        } else {
            folder = argument.into();
        }
    }
    // Not `println!`, which would flush after every record.
    let mut out = BufWriter::new(io::stdout().lock());
    for path in texts(&folder)? {
        let record = extractor.extract(&fs::read_to_string(&path)?).with_id(path.display().to_string());
        serde_json::to_writer(&mut out, &record)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// The `*.txt` of the folder, by name.
fn texts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort_unstable();
    Ok(paths)
}
