//! What holds of every record, whatever the text: of news, of broken news and of noise.
//!
//! Each law is a test of its own, named and stated in [`laws!`] below. `PROPTEST_CASES=100000 cargo test --release --test
//! laws` tries that many texts on each. The texts are the same in every run, so that a change is judged by what it
//! changed; `PROPTEST_RNG_SEED=7` draws others. A text that once broke a law is kept in `regressions.txt`, which is tried
//! on all of them.

mod damage;
mod law;
mod news;
mod one_record;
mod readings;
mod regressions;

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use whosaid::{CueClass, Extractor, Gazetteer, Record};

use law::Verdict;
use news::{articles, other_articles, texts, whole_articles};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| {
    let table = "id\tname\taliases\tkind\tgender\ttitles\tdemonyms\tin\n\
                 place/velmar\tVelmar\t\tplace\t\t\tVelmarian\t\n\
                 person/orla-brenk\tOrla Brenk\tBrenk\tperson\tfemale\tPresident\t\tplace/velmar\n\
                 person/tomas-vardell\tTomas Vardell\tVardell\tperson\tmale\tMayor\t\t\n\
                 organization/harrow-steel\tHarrow Steel\tHarrow\torganization\t\t\t\t\n";
    let gazetteer = Gazetteer::builder().string("laws.tsv", table).build().expect("a faultless table");
    Extractor::new(gazetteer).include([CueClass::Speech, CueClass::Writing, CueClass::Thought, CueClass::Intention])
});

/// How many texts each law is tried on where `PROPTEST_CASES` does not say.
const CASES: u32 = 2_000;

fn config() -> ProptestConfig {
    let mut config =
        ProptestConfig { failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(20_261_121);
    }
    config
}

fn kept(text: &str, verdict: Verdict) -> Result<(), TestCaseError> {
    verdict.map_err(|breach| TestCaseError::fail(format!("{breach}\n  keep it: {}", regressions::escape(text))))
}

type RecordLaw = fn(&str, &Record) -> Verdict;
type TextLaw = fn(&str) -> Verdict;

/// A property test for each law, and a table of them for the texts that are kept.
macro_rules! laws {
    ($table:ident: $kind:ty = $read:expr; $($(#[$doc:meta])* $name:ident = $check:path, of $texts:expr;)*) => {
        const $table: &[(&str, $kind)] = &[$((stringify!($name), $check)),*];

        proptest! {
            #![proptest_config(config())]
            $(
                $(#[$doc])*
                #[test]
                fn $name(text in $texts) {
                    let read: fn(&str, $kind) -> Verdict = $read;
                    kept(&text, read(&text, $check))?;
                }
            )*
        }
    };
}

laws! {
    RECORD_LAWS: RecordLaw = |text, law| law(text, &EXTRACTOR.extract(text));

    /// The record says which format it has, and how long the text is.
    a_record_names_its_schema_and_length = one_record::names_its_schema_and_length, of texts();

    /// Every span lies in the text, is not empty, and begins and ends between two characters.
    spans_are_in_the_text = one_record::spans_are_in_the_text, of texts();

    /// The `text` of a span is what the text has there, without white space at its edges.
    text_is_its_slice = one_record::text_is_its_slice, of texts();

    /// No mention overlaps another, and they are in the order of the text.
    mentions_do_not_overlap = one_record::mentions_do_not_overlap, of texts();

    /// The entities are those mentioned, each once, in the order of their first mention, with the rules of its mentions
    /// as evidence; an id begins with the kind, and whoever has a gender has what shows it.
    entities_are_those_mentioned = one_record::entities_are_those_mentioned, of texts();

    /// Every id is that of an entity of the record. Speaker and addressee have that entity's name, and the position of a
    /// mention of it.
    ids_resolve = one_record::ids_resolve, of texts();

    /// A quotation has content; its parts are apart and in order, and so are its quoted words, each in one of the parts.
    parts_are_in_order = one_record::parts_are_in_order, of texts();

    /// An indirect quotation quotes no words, any other does; in a direct one there is nothing but marks beside them.
    kind_tells_what_is_quoted = one_record::kind_tells_what_is_quoted, of texts();

    /// The word that reports is no part of what it reports.
    cue_is_outside_of_its_content = one_record::cue_is_outside_of_its_content, of texts();

    /// Speaker and addressee have a name; where they stand in the text they lie inside or outside of each part of the
    /// content, and their mention lies inside of them.
    voice_has_a_name_and_a_place = one_record::voice_has_a_name_and_a_place, of texts();

    /// A quotation has a speaker, a sieve and some confidence, or none of the three, and then neither cue nor addressee.
    speaker_has_a_sieve = one_record::speaker_has_a_sieve, of texts();

    /// Of two quotations the parts are apart, or one lies in a part of the other; they are in the order of the text.
    quotations_nest_or_are_apart = one_record::quotations_nest_or_are_apart, of texts();

    /// A record is one line of JSON, and reads back equal.
    reads_back_from_json = one_record::reads_back_from_json, of texts();
}

laws! {
    TEXT_LAWS: TextLaw = |text, law| law(text);

    /// The same text gives the same record, from the same extractor and from a copy of it, owned and borrowed.
    is_deterministic = readings::is_deterministic, of texts();

    /// Offsets in bytes, code points and UTF-16 count the same places: each converts to each of the others, exactly.
    offsets_convert_back_and_forth = readings::offsets_convert_back_and_forth, of texts();

    /// All laws of a record hold without any step, with other classes of cues, with entities of one kind, and with a minimum
    /// of confidence, which leaves out what is less sure and nothing else.
    holds_whatever_is_left_out = readings::holds_whatever_is_left_out, of texts();

    /// A paragraph without names or marks behind the text changes nothing that was found in it.
    plain_paragraph_behind_changes_nothing = readings::plain_paragraph_behind_changes_nothing, of texts();

    /// With carriage returns before the line breaks the record is the same, up to offsets.
    carriage_returns_change_nothing = readings::carriage_returns_change_nothing, of texts();

    /// Straight marks for curly ones give the same quotations, where it is clear which ones open and which ones close.
    straight_marks_give_the_same_quotations = readings::straight_marks_give_the_same_quotations, of articles();
}

proptest! {
    #![proptest_config(config())]

    /// What was read before leaves no trace, neither in the extractor nor in the space that is used again.
    #[test]
    fn does_not_depend_on_what_was_read_before(texts in proptest::collection::vec(texts(), 1..4)) {
        kept(&texts.join(regressions::BETWEEN), readings::does_not_depend_on_what_was_read_before(&texts))?;
    }

    /// Two articles about different people, with a blank line between them, have the quotations that each of them has.
    #[test]
    fn concatenation_moves_no_quotation(first in whole_articles(), second in other_articles()) {
        let texts = [&*first, &second].join(regressions::BETWEEN);
        kept(&texts, readings::concatenation_moves_no_quotation(&first, &second))?;
    }
}
