#!/usr/bin/env python3
"""Print how often the gender of people in the records is right, by what shows it. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/gender.py [CORPUS] [--program FILE] [--shared FOLDER]

Reads the texts of CORPUS (polnear-train) twice, once without the bundled gazetteer. Those whom it knows are found by their
names and pronouns then, and what these show is compared with what it says. Those whom it knows are better known than most,
and named more often, so others will be right a little less often.
"""
import json
import subprocess
from collections import Counter

from corpus import parser


def records(program, texts, *more):
    lines = subprocess.run([program, "extract", *more, texts], stdout=subprocess.PIPE, check=True).stdout.decode()
    return map(json.loads, lines.splitlines())


def main():
    options = parser(__doc__)
    options.add_argument("corpus", nargs="?", default="polnear-train")
    arguments = options.parse_args()
    folder = arguments.shared / "corpora" / arguments.corpus
    texts = folder / "text" if (folder / "text").is_dir() else folder
    known = {entity["id"]: entity["gender"] for record in records(arguments.program, texts)
             for entity in record["entities"] if entity.get("gender_from") == "gazetteer"}
    counts = Counter()
    for record in records(arguments.program, texts, "--no-bundled"):
        speakers = {quotation["speaker"]["entity"] for quotation in record["quotations"] if quotation["speaker"]}
        for entity in record["entities"]:
            if entity["id"] in known:
                right = entity.get("gender") == known[entity["id"]]
                for who in ("all", "speakers") if entity["id"] in speakers else ("all",):
                    counts[who, entity.get("gender_from", "nothing"), right] += 1
    for who in ("all", "speakers"):
        for source in ("name", "pronoun", "nothing"):
            right, wrong = counts[who, source, True], counts[who, source, False]
            share = "" if source == "nothing" or not right + wrong else f"  {right / (right + wrong):.1%} right"
            print(f"{who:<9} {source:<8} {right + wrong:>5}{share}")


if __name__ == "__main__":
    main()
