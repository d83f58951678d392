#!/usr/bin/env python3
"""Print the forms of verbs in lexicon/verbs.tsv and lexicon/cues.tsv that lemminflect does not have.

    python3 -m venv verbs
    verbs/bin/pip install lemminflect==0.2.3
    verbs/bin/python gazetteers/derive/verb_forms.py

It writes no file. lemminflect 0.2.3 (PyPI, MIT licence) goes by the SPECIALIST lexicon and guesses what that lacks; where
the two disagree either may be right, and `enroled` and `mimiced` are not.
"""
import pathlib

from lemminflect import getInflection

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"
FORMS = (("third", "VBZ"), ("past", "VBD"), ("participle", "VBN"), ("gerund", "VBG"))


def main():
    for name in ("verbs.tsv", "cues.tsv"):
        lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
        for lemma, *cells in sorted({tuple(row[:5]) for row in rows}):
            for (form, tag), cell in zip(FORMS, cells):
                theirs = getInflection(lemma, tag)
                if not set(cell.split("|")) & set(theirs):
                    print(f"{name}: {lemma}: {form} is {cell}, by lemminflect {' or '.join(theirs)}")


if __name__ == "__main__":
    main()
