//! What a cue takes right after it, by its subcategorization frames.

use super::content::{ContentKind, Contents};
use crate::lexicon::{Frames, PartSet, Word, WordClass};

/// Where the complement of a cue begins and what it is, if it begins at this unit: after the cue, its particle and whom it
/// was told, and later after each adverbial. The second number is the end of what is looked at.
type Begins = fn(&Contents, Frames, usize, usize) -> Option<(usize, ContentKind)>;

/// A named frame: what may begin where.
pub(super) struct Frame {
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) name: &'static str,
    /// The cue has one of these.
    frames: Frames,
    begins: Begins,
    /// A sentence, and after `|` who reports in it and what; without the frame it is read otherwise.
    #[cfg_attr(not(test), expect(dead_code, reason = "for readers and tests"))]
    pub(super) example: &'static str,
}

/// What is no clause, and begins with a noun phrase.
const OBJECT: Frames =
    Frames::NOUN.union(Frames::PREDICATE).union(Frames::AS).union(Frames::OBJECT_TO).union(Frames::ADDRESSEE);

/// The frames in the order in which they are tried.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        name: "that-clause",
        frames: Frames::CLAUSE.union(Frames::BARE),
        begins: that_clause,
        example: "Orla Brenk told them that the mast was rotten. | Orla Brenk: the mast was rotten",
    },
    Frame {
        name: "verb of a relative clause",
        frames: Frames::CLAUSE.union(Frames::BARE),
        begins: |contents, _, at, _| contents.syntax.is_verb_of_relative(at).then_some((at, ContentKind::Clause)),
        example: "The mast, which Orla Brenk said was rotten, fell. | Orla Brenk: was rotten",
    },
    Frame {
        name: "question",
        frames: Frames::WH,
        begins: |contents, _, at, _| {
            let asks =
                contents.syntax.has(at, WordClass::WH) || contents.syntax.is_any_word(at, &[Word::Whether, Word::If]);
            asks.then_some((at, ContentKind::Clause))
        },
        example: "Orla Brenk asked whether the mast was rotten. | Orla Brenk: whether the mast was rotten",
    },
    Frame {
        name: "infinitive",
        frames: Frames::TO,
        begins: |contents, _, at, _| {
            let syntax = contents.syntax;
            let begins = syntax.infinitive_begins(at) || syntax.is_word(at, Word::To) && syntax.quote(at + 1).is_some();
            // `asked not to be named`
            let negated = at.checked_sub(1).filter(|&not| syntax.has(not, WordClass::NEGATION));
            let passive = syntax.is_word(at + 1, Word::Be)
                && syntax.units.get(at + 2).is_some_and(|verb| verb.part.is(PartSet::PARTICIPLE));
            if negated.is_some() && passive {
                return None;
            }
            begins.then(|| (negated.unwrap_or(at), ContentKind::Object))
        },
        example: "Orla Brenk promised to mend the mast. | Orla Brenk: to mend the mast",
    },
    // `held that the plan was void`, but not `held the plan together`: verbs that mean other things need their `that`, or a
    // clause that shows itself: not `found the way to the barn was`.
    Frame {
        name: "bare clause",
        frames: Frames::CLAUSE.union(Frames::BARE),
        begins: |contents, frames, at, limit| {
            let other = frames.contains(Frames::NONREPORT);
            let bare = frames.contains(Frames::BARE) || !other;
            // After a verb that takes no object a noun phrase can only be a subject, wherever its verb stands.
            let begins = contents.clause_begins(at, limit) && (!other || contents.verb_follows(at, limit))
                || !other && !frames.intersects(OBJECT) && contents.gerund_is_subject(at, limit)
                || !other && !frames.intersects(OBJECT) && contents.subject_begins(at, limit);
            (bare && begins).then_some((at, ContentKind::Clause))
        },
        example: "Orla Brenk said the mast was rotten. | Orla Brenk: the mast was rotten",
    },
];

/// Where the complement of a cue with these frames begins, if it begins here, and what it is.
pub(super) fn complement(contents: &Contents, frames: Frames, at: usize, limit: usize) -> Option<(usize, ContentKind)> {
    let rows = FRAMES.iter();
    #[cfg(test)]
    let rows = rows.filter(|row| !crate::left_out::is_left_out(row.name));
    let mut fitting = rows.into_iter().filter(|row| frames.intersects(row.frames));
    fitting.find_map(|row| (row.begins)(contents, frames, at, limit))
}

fn that_clause(contents: &Contents, _: Frames, at: usize, limit: usize) -> Option<(usize, ContentKind)> {
    let syntax = contents.syntax;
    if !syntax.is_word(at, Word::That) || at + 1 >= limit {
        return None;
    }
    if contents.is_whole_quotation(at + 1) {
        return Some((at + 1, ContentKind::Quote));
    }
    // `proposed just that in 2013`
    let points = syntax.has(at + 1, WordClass::PREPOSITION)
        && (at + 1..syntax.sentence_of(at).end).all(|unit| !syntax.is_verb(unit) && syntax.quote(unit).is_none());
    // `said that was late`
    let pronoun = syntax.is_clitic(at + 1) || syntax.has(at + 1, WordClass::AUXILIARY | WordClass::MODAL);
    (!points).then(|| (if pronoun { at } else { at + 1 }, ContentKind::Clause))
}
