//! A folder of texts to one record a line.
use std::{env, fs};
use whosaid::{CueClass, Extractor, Offsets};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args().nth(1).unwrap_or_else(|| "examples/articles".to_owned());
    let mut extractor = Extractor::default().offsets(Offsets::Chars);
    if env::args().nth(2).is_some() { extractor = extractor.include([CueClass::Speech, CueClass::Writing, CueClass::Thought, CueClass::Intention]); }
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        println!("{}", serde_json::to_string(&extractor.extract(&text).with_id(path.display().to_string()))?);
    }
    Ok(())
}
