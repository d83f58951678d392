#!/usr/bin/env python3
"""Load what `whosaid extract --format spacy` writes into spaCy and displaCy, and compare it with the records.

    python3 .ci/into_spacy.py --program target/release/whosaid [FILE|DIR]...

Needs spaCy (`pip install spacy`), no model. Without it, it says so and ends with status 0.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

try:
    import spacy
    from spacy import displacy
    from spacy.tokens import Doc
except ImportError:
    print("spaCy is not installed: nothing is checked")
    sys.exit(0)


def lines(program, form, inputs):
    """What the program writes in this format, a JSON value a line."""
    command = [program, "extract", "--offsets", "chars", "--format", form, *inputs]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def check(vocabulary, written, record):
    """Every name and every quotation is a span of the document, with the same words."""
    doc = Doc(vocabulary).from_json(written, validate=True)
    assert doc.text == written["text"], "the text is another one"
    names = [(m["start"], m["end"], m["text"], m["entity"]) for m in record["mentions"] if m["kind"] == "name" and m["entity"]]
    assert [(e.start_char, e.end_char, e.text, e.kb_id_) for e in doc.spans["names"]] == names, "the names are others"
    assert [(e.start_char, e.end_char) for e in doc.ents] == [name[:2] for name in names], "the entities are others"
    pieces = [(p["start"], p["end"], p["text"], q["kind"]) for q in record["quotations"] for p in q["content"]]
    found = [(s.start_char, s.end_char, s.text, s.label_) for s in doc.spans["quotations"]]
    assert sorted(found) == sorted(pieces), "the quotations are others"
    cues = [q["cue"]["text"] for q in record["quotations"] if q["cue"]]
    assert sorted(s.text for s in doc.spans["cues"]) == sorted(cues), "the cues are others"
    page = displacy.render(written, style="ent", manual=True)
    assert all(f">{kind}<" in page.replace("\n", "").replace(" ", "") for kind in {e.label_ for e in doc.ents}), "displaCy shows other kinds"
    return len(names), len(pieces)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="target/release/whosaid")
    parser.add_argument("inputs", nargs="*", default=["examples/articles", "tests/articles"])
    arguments = parser.parse_args()
    program = str(ROOT / arguments.program)
    vocabulary = spacy.blank("en").vocab
    records = lines(program, "jsonl", arguments.inputs)
    documents = lines(program, "spacy", arguments.inputs)
    assert len(records) == len(documents) > 0
    counts = []
    for written, record in zip(documents, records):
        try:
            counts.append(check(vocabulary, written, record))
        except (AssertionError, ValueError) as error:
            sys.exit(f"{record['id']}: {error}")
    names, pieces = map(sum, zip(*counts))
    print(f"spaCy {spacy.__version__}: {len(counts)} documents, {names} names, {pieces} pieces of quotations")


if __name__ == "__main__":
    main()
