#!/usr/bin/env python3
"""Derive gazetteers/lexicon/roles-wordnet.tsv: nouns for people that lexicon/roles.tsv lacks.

Sources:
  * WordNet 3.0 (Debian package wordnet-base 1:3.0-37; NOTICE-wordnet.txt): the nouns below `person`.
  * symspellpy 6.10.1 (PyPI, MIT licence; counts of Google Books Ngrams, CC BY 3.0): how often a word is used.

A noun is kept if
  * it is one word of four letters or more, a-z only, in lower case;
  * its first sense, the most frequent one, is a person by what the person does, holds or was trained for: below one of
    the synsets OFFICES, and below none of OTHERS, which have the insults and the myths;
  * it has no other sense, nor is it a verb or an adjective; or that sense has most of the word's uses in the texts whose
    senses were marked by hand (cntlist.rev);
  * it is used LEAST times or more in a thousand million words;
  * no list of the lexicon has it, in the singular or the plural, and it is none of BETTER_NOT.
"""
import collections
import pathlib
import re

import packages

LEAST = 1000
SHAPE = re.compile(r"[a-z]{4,}\Z")
LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"

# By their first words. Those whose profession, office, post or expertise is what the word says.
OFFICES = """
worker skilled_worker expert leader professional scientist entertainer communicator defender adjudicator
creator contestant intellectual capitalist traveler advocate manufacturer serviceman traveller
""".split()

# Whatever is also one of these is no word for somebody who speaks in the news.
OTHERS = """
unfortunate wrongdoer bad_person unpleasant_person simpleton unskilled_person nonworker lover
deity imaginary_being slave
""".split()

# Mostly things, animals or names in news, or no word to call a speaker by.
BETTER_NOT = """
absentee adder adept alien apostle bart batman bearer blaster bobby booker bookworm booster bowman bunny canary carrier
collier cyril draper geek granger guru gypsy harper intruder invader islamist johnny kaiser lancer maven messenger
paladin sentinel sexist sherlock solver temp turnkey wizard
""".split()

HEAD = """\
# More lower-case nouns for people, beside those of roles.tsv; the columns are the same.
# Sources: WordNet 3.0 (Debian wordnet-base 1:3.0-37), NOTICE-wordnet.txt; PyPI symspellpy 6.10.1 (MIT; counts of Google
# Books Ngrams, CC BY 3.0). Derived by gazetteers/derive/roles_wordnet.py, which says how; do not edit.
role	plural	kind	gender
"""


def counts():
    """How often each word is used, of a thousand million."""
    path = packages.of_python("symspellpy", "symspellpy/frequency_dictionary_en_82_765.txt")
    found = {word: int(count) for word, count in map(str.split, path.read_text(encoding="utf-8-sig").splitlines())}
    total = sum(found.values())
    return {word: count / total * 1e9 for word, count in found.items()}


def wordnet(file):
    return packages.of_others("wordnet-base", f"usr/share/wordnet/{file}").read_text(encoding="latin-1").splitlines()


def synsets():
    """Each synset's words and what it is a kind of, by its offset."""
    found = {}
    for line in wordnet("data.noun"):
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        size = int(fields[3], 16)
        words = fields[4 : 4 + 2 * size : 2]
        pointers = fields[5 + 2 * size :]
        above = [pointers[at + 1] for at in range(0, len(pointers) - 3, 4) if pointers[at] == "@"]
        # Somebody by name has only `@i`, and so is a kind of nothing.
        found[fields[0]] = (words, above)
    return found


def senses(part):
    """The synsets of each word of a part of speech, the most frequent sense first."""
    for line in wordnet(f"index.{part}"):
        if not line.startswith("  "):
            fields = line.split()
            yield fields[0], fields[6 + int(fields[3]) :]


def marked():
    """How often each word stands in the marked texts, and how often as a noun in its first sense."""
    all_senses, first_noun = collections.Counter(), collections.Counter()
    for line in wordnet("cntlist.rev"):
        key, number, count = line.split()
        word, sense = key.split("%")
        all_senses[word] += int(count)
        if sense.startswith("1:") and number == "1":
            first_noun[word] += int(count)
    return all_senses, first_noun


def lexicon():
    """Every word form of the other lists."""
    known = set()
    for path in LEXICON.glob("*.tsv"):
        if path.name not in ("roles-wordnet.tsv", "ordinary-words.tsv", "given-names.tsv", "given-names-more.tsv"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if not line.startswith("#"):
                    known |= set(re.split(r"[\t|]", line.lower()))
    return known


def plural(noun):
    if noun.endswith("woman") or noun.endswith("man"):
        return noun[:-2] + "en"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


def gender(noun):
    if noun.endswith(("woman", "ess")):
        return "female"
    return "male" if noun.endswith(("man",)) else ""


def main():
    synset, used, known = synsets(), counts(), lexicon()
    nouns, others = dict(senses("noun")), {word for part in ("verb", "adj") for word, _ in senses(part)}
    uses, as_first = marked()

    def above(offset, seen):
        if offset not in seen:
            seen.add(offset)
            for other in synset[offset][1]:
                above(other, seen)
        return seen

    def is_person(offset):
        return "person" in synset[offset][0]

    def named(offsets, names):
        return any(word in names for offset in offsets for word in synset[offset][0])

    kept = []
    for noun, offsets in sorted(nouns.items()):
        is_plain = len(offsets) == 1 and noun not in others
        if not (is_plain or as_first[noun] * 2 > uses[noun]):
            continue
        if not SHAPE.match(noun) or used.get(noun, 0) < LEAST or noun in BETTER_NOT:
            continue
        chain = above(offsets[0], set())
        if not any(map(is_person, chain)) or not named(chain, OFFICES) or named(chain, OTHERS):
            continue
        if noun not in known and plural(noun) not in known:
            kept.append(f"{noun}\t{plural(noun)}\tperson\t{gender(noun)}\n")
    out = LEXICON / "roles-wordnet.tsv"
    out.write_text(HEAD + "".join(kept), encoding="utf-8")
    print(f"{out.name}: {len(kept):,} nouns")


if __name__ == "__main__":
    main()
