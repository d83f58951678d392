#!/usr/bin/env python3
"""Print how often each sieve is right on the development corpus: the figures of `Sieve::precision`. Standard library.

    cargo build --release --features cli
    python3 .ci/sieves.py [--program FILE] [--shared FOLDER] [--corpus NAME]

An attribution is right when half of its content or more lies in one gold content and its speaker is that one's source,
as `score.py quotes` compares them. `precision` counts all attributions of a sieve, those of quotations that the gold
does not have included; `of matched` leaves the latter out, and so tells a wrong speaker from a wrong quotation.
"""
import argparse
import collections
import importlib.util
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    parser.add_argument("--program", type=pathlib.Path, default=target / "release" / "whosaid")
    parser.add_argument("--shared", type=pathlib.Path,
                        default=pathlib.Path(os.environ.get("WHOSAID_SHARED", HERE.parent.parent / "shared")))
    parser.add_argument("--corpus", default="polnear-train")
    arguments = parser.parse_args()
    score = load(arguments.shared / "score" / "score.py")
    corpus = arguments.shared / "corpora" / arguments.corpus

    command = [arguments.program, "extract", "--offsets", "chars", corpus / "text"]
    lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    records = {score.stem(record["id"]): record for record in map(score.json.loads, lines)}

    made, matched, right = collections.Counter(), collections.Counter(), collections.Counter()
    for document in score.read(corpus / "gold.jsonl"):
        text = document["text"]
        golds = [(score.chars(gold["content"]), gold["source"]) for gold in document["attributions"]]
        record = records[score.stem(document["doc"])]
        for quotation, (content, source) in zip(record["quotations"], sources(score, record)):
            if not source:
                continue
            inside = [gold for words, gold in golds if len(content & words) * 2 >= len(content)]
            sieve = quotation["sieve"]
            made[sieve] += 1
            matched[sieve] += any(inside)
            right[sieve] += any(score.same_source(text, source, gold) for gold in inside)

    print(f"{'sieve':<26} {'made':>6} {'right':>6} {'precision':>10} {'of matched':>11}")
    for sieve, count in [*made.most_common(), ("all", made.total())]:
        good, known = (right.total(), matched.total()) if sieve == "all" else (right[sieve], matched[sieve])
        print(f"{sieve!s:<26} {count:>6} {good:>6} {score.ratio(good, count):>10.2f} {score.ratio(good, known):>11.2f}")


def sources(score, record):
    """The characters of each quotation's content, and its speaker's span."""
    for quotation in score.plain(record)[1]:
        yield score.chars(quotation["content"]), quotation["source"]


if __name__ == "__main__":
    main()
