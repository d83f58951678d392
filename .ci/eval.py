#!/usr/bin/env python3
"""Fail unless `whosaid eval` and the reference scorer print the same figures. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/eval.py [--articles N] [--program FILE] [--shared FOLDER]

Reads the corpora with the program and has both score its records, errors included: all of the seeds, the first N articles
of polnear-train (100), and the names of conll03-dev without their errors, whose order in the scorer is chance. The same
records in bytes and in UTF-16 units, which the scorer refuses, must give the same figures too.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from corpus import parser

# Corpus, gold, the scorer's name of the measure, and how many errors are compared.
MEASURES = [
    ("seeds", "gold.jsonl", "records", 1000),
    ("polnear-train", "gold.jsonl", "quotes", 1000),
    ("polnear-train", "speakers.jsonl", "speakers", 1000),
    ("conll03-dev", "gold.jsonl", "entities", 0),
]


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def golds(path, articles):
    """The lines of the first so many documents."""
    lines, documents = [], []
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        name = json.loads(line)["doc"]
        documents += [name] * (name not in documents)
        if name in documents[:articles]:
            lines.append(line)
    return "".join(lines), documents[:articles]


def main():
    options = parser(__doc__)
    options.add_argument("--articles", type=int, default=100)
    arguments = options.parse_args()
    same = True
    with tempfile.TemporaryDirectory() as folder:
        gold, records = (pathlib.Path(folder, name) for name in ("gold.jsonl", "records.jsonl"))
        for corpus, name, measure, errors in MEASURES:
            place = arguments.shared / "corpora" / corpus
            texts = place / "text" if (place / "text").is_dir() else place
            lines, documents = golds(place / name, arguments.articles)
            gold.write_text(lines, encoding="utf-8")
            files = [texts / f"{document}.txt" for document in documents]
            for unit in ("chars", "bytes", "utf16"):
                # Speakers come without the text that other units need.
                if unit != "chars" and measure == "speakers":
                    continue
                records.write_text(output(arguments.program, "extract", "--offsets", unit, *files), encoding="utf-8")
                ours = output(arguments.program, "eval", gold, records, "--errors", str(errors))
                if unit == "chars":
                    score = [sys.executable, arguments.shared / "score" / "score.py", measure, gold, records]
                    theirs = output(*score, "--errors", str(errors))
                verdict = "the same" if ours == theirs else "OTHERWISE"
                print(f"{corpus:<14} {measure:<9} {unit:<6} {len(documents):>4} documents: {verdict}")
                if ours != theirs:
                    same = False
                    pairs = zip(theirs.splitlines(), ours.splitlines())
                    line = next(((a, b) for a, b in pairs if a != b), ("", "more lines, or fewer"))
                    print(f"  scorer:       {line[0]}\n  whosaid eval: {line[1]}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
