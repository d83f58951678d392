//! Compiles the word lists under `gazetteers/lexicon/`: checks every row, and joins what the files say by word form.

mod cells;
mod classes;
mod displace;
mod files;
mod head;
mod lists;
mod write;

use files::FILES;
use lists::Lists;

use crate::error::{Error, Faults};
use crate::table;

/// A file by its name, with its bytes or why there are none.
pub(crate) type File<'f> = (&'f str, Result<&'f [u8], &'f str>);

/// The lexicon as bytes, unless some file is at fault.
pub(crate) fn compile(folder: &str, files: &[File<'_>]) -> Result<Vec<u8>, Error> {
    let mut lists = Lists::default();
    let mut all = Vec::new();
    for (list, read) in FILES {
        let mut faults = Faults::of(&format!("{folder}/{list}"));
        let bytes =
            files.iter().find(|(name, _)| name == list).map_or(Err("there is no such file"), |(_, bytes)| *bytes);
        match bytes {
            Ok(bytes) => {
                let text = table::decode(bytes, &mut faults);
                read(&mut lists, &text, &mut faults);
            }
            Err(reason) => faults.unreadable(reason),
        }
        all.push(faults);
    }
    for (name, _) in files.iter().filter(|(name, _)| FILES.iter().all(|(list, _)| list != name)) {
        let mut faults = Faults::of(&format!("{folder}/{name}"));
        faults
            .unusable("no word list is called so", "add it to the table in src/lexicon/compile/files.rs, or remove it");
        all.push(faults);
    }
    Error::unless_clean(all)?;
    Ok(write::write(&lists.compiled()))
}

#[cfg(test)]
mod tests {
    use super::{Lists, write};
    use crate::lexicon::bytes;
    use crate::lexicon::cue::{Cue, CueClass, Frames};
    use crate::lexicon::look_up::Lexicon;
    use crate::lexicon::part::Part;
    use crate::lexicon::tags::{Morphology, Tags, WordClass};

    fn read(lists: Lists) -> Lexicon {
        bytes::read(write::write(&lists.compiled()).leak()).expect("what was written")
    }

    #[test]
    fn forms_of_every_length_are_kept_apart() {
        let short = (1..=24).map(|length| "abcdefghijklmnopqrstuvwx"[..length].to_owned());
        let forms: Vec<String> = short.chain((0..40_000).map(|n| format!("n{n}-{}", n * n))).collect();
        let mut lists = Lists::default();
        for (number, form) in (1..).zip(&forms) {
            lists.add_parts(form, vec![(Part::Noun, number), (Part::Base, 1)]);
        }
        let lexicon = read(lists);
        let parts =
            |form: &str| lexicon.ambiguity(lexicon.known(lexicon.entry(form.as_bytes(), false).place).ambiguity);
        for (number, form) in (1..).zip(&forms) {
            assert_eq!(parts(form), [(Part::Noun, number), (Part::Base, 1)], "{form}");
        }
        for form in ["", "b", "abcdefghx", "abcdefghijklmnopqrstuvwxy"] {
            assert_eq!(parts(form), [], "{form}");
        }
    }

    #[test]
    fn cues_are_read_as_they_were_written() {
        let cue = |lemma: &str, particle: &str, class, frames| {
            let (lemma, particle) = (lemma.to_owned(), particle.to_owned());
            Cue { lemma, particle, class, frames }
        };
        let mut lists = Lists::default();
        let out = cue("point", "out", CueClass::Speech, Frames::CLAUSE | Frames::QUOTE);
        let bare = cue("point", "", CueClass::Thought, Frames::NONREPORT);
        lists.add_verb_cue(cue("moo", "", CueClass::Writing, Frames::BARE), [("mooed", Morphology::PAST)].into_iter());
        lists.add_verb_cue(bare.clone(), [("points", Morphology::THIRD)].into_iter());
        lists.add_verb_cue(out.clone(), [("points", Morphology::THIRD)].into_iter());
        let view = cue("view", "", CueClass::Intention, Frames::IN);
        lists.add_noun_cue("views", &view);
        lists.add_noun_cue("moo", &cue("moo", "", CueClass::Speech, Frames::BE));
        let lexicon = read(lists);

        let points = lexicon.known(lexicon.entry(b"points", false).place);
        assert_eq!(points.by_word_lists, [Tags::from(Morphology::THIRD) | WordClass::CUE; 2]);
        let shown = |cue: &Cue| format!("{cue:?}");
        let found: Vec<_> = lexicon.cues(points.verb.expect("a verb")).iter().map(shown).collect();
        assert_eq!(found, [out, bare].map(|cue| format!("{cue:?}")));
        assert_eq!(lexicon.noun_cue("views").map(shown), Some(format!("{view:?}")));
        assert!(lexicon.noun_cue("view").is_none());
    }
}
