#!/usr/bin/env python3
"""Measure the program on the corpora beside the repository and fail below a floor. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/score.py [CORPUS...] [--errors N] [--program FILE] [--shared FOLDER] [--floors FILE]

FOLDER (default: the environment variable WHOSAID_SHARED, else ../shared) holds `score/score.py` and `corpora/`. Each
corpus has its texts in `text/` or beside its gold, and is measured in the ways that MEASURES names. `--errors N` shows
the first N errors of each measure as well. Exit status: 0 all figures hold, 1 some do not, 2 nothing could be measured.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

from corpus import ROOT, parser

# Corpus: the scorer's commands, each with its gold file.
MEASURES = {
    "seeds": [("records", "gold.jsonl")],
    "polnear-train": [("quotes", "gold.jsonl"), ("speakers", "speakers.jsonl")],
    "conll03-dev": [("entities", "gold.jsonl")],
}

# The scorer's lines, as patterns whose groups are figures.
NUMBER = r"(\d+(?:\.\d+)?)"
TRIPLE = rf"\s+P\s+{NUMBER}%\s+R\s+{NUMBER}%\s+F1\s+{NUMBER}%"
LINES = {
    "records": [
        *((rf"{kind}\s+\d+\s+found\s+{NUMBER}\s+speaker right\s+{NUMBER}\s+kind right\s+{NUMBER}",
           [f"{kind}_found", f"{kind}_right", f"{kind}_kind"]) for kind in ("direct", "mixed", "indirect")),
        (rf"scare\s+\d+\s+given a speaker\s+{NUMBER}", ["scare_attributed"]),
        (rf"false quotations\s+{NUMBER}", ["false"]),
        (rf"mentions{TRIPLE}\s+right name\s+{NUMBER}%", ["mentions_p", "mentions_r", "mentions_f1", "mentions_name"]),
    ],
    "quotes": [
        (rf"direct found\s+R\s+{NUMBER}%", ["direct_found"]),
        *((label + TRIPLE, [f"{name}_p", f"{name}_r", f"{name}_f1"]) for label, name in (
            ("direct", "direct"), (r"content 0\.3", "content03"), (r"content 0\.8", "content08"),
            ("exact source", "exact_source"), ("exact cue", "exact_cue"), ("exact content", "exact_content"))),
        (rf"source\s+{NUMBER}% of matched", ["source"]),
        (rf"false\s+{NUMBER} per 1,000 words", ["false"]),
    ],
    "entities": [
        *((label + TRIPLE, [f"{name}_p", f"{name}_r", f"{name}_f1"]) for label, name in (
            ("PER", "per"), ("LOC", "loc"), ("ORG", "org"), ("all", "all"))),
    ],
    "speakers": [
        *((rf"{kind}\s+\d+\s+found\s+\d+ \({NUMBER}%\)\s+right\s+\d+ \({NUMBER}%\)\s+full\s+\d+ \({NUMBER}%\)",
           [f"speakers_{kind}_found", f"speakers_{kind}_right", f"speakers_{kind}_full"])
          for kind in ("pronoun", "nominal", "surname", "all")),
    ],
}


def figures(measure, printed):
    """The figures that the scorer printed, by name."""
    found = {}
    for pattern, names in LINES[measure]:
        match = re.search("^" + pattern, printed, re.MULTILINE)
        if match is None:
            sys.exit(f"{measure}: the scorer printed no line like {pattern!r}:\n{printed}")
        found.update(zip(names, map(float, match.groups())))
    return found


def measure(corpus, arguments, records):
    """All figures of one corpus, and whatever errors were asked for."""
    folder = arguments.shared / "corpora" / corpus
    texts = folder / "text" if (folder / "text").is_dir() else folder
    with open(records, "wb") as out:
        subprocess.run([arguments.program, "extract", "--offsets", "chars", texts], stdout=out, check=True)
    found = {}
    for command, gold in MEASURES[corpus]:
        scorer = [sys.executable, arguments.shared / "score" / "score.py", command, folder / gold, records]
        printed = subprocess.run([*scorer, "--errors", str(arguments.errors)], stdout=subprocess.PIPE, text=True, check=True).stdout
        if arguments.errors:
            print(printed)
        found.update(figures(command, printed))
    return found


def report(corpus, found, floors):
    """Print a row for every figure; whether all of them hold."""
    least = {name: limit for name, limit in floors.items() if name != "most"}
    most = floors.get("most", {})
    unknown = (least.keys() | most.keys()) - found.keys()
    if unknown:
        sys.exit(f"{corpus}: no figure is called {', '.join(sorted(unknown))}; there are {', '.join(found)}")
    holds = True
    print(f"{corpus:<26} {'figure':>8}   floor")
    for name, figure in found.items():
        limit, verdict = "", ""
        if name in least:
            limit, verdict = f"≥ {least[name]:g}", "" if figure >= least[name] else "TOO LOW"
        elif name in most:
            limit, verdict = f"≤ {most[name]:g}", "" if figure <= most[name] else "TOO HIGH"
        holds = holds and not verdict
        print(f"  {name:<24} {figure:>8g}   {limit:<8} {verdict}".rstrip())
    print()
    return holds


def main():
    options = parser(__doc__)
    options.add_argument("corpus", nargs="*", help=f"default: all of {', '.join(MEASURES)}")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--floors", type=pathlib.Path, default=ROOT / ".ci" / "floors.toml")
    arguments = options.parse_args()
    corpora = arguments.corpus or list(MEASURES)
    if not set(corpora) <= MEASURES.keys():
        options.error(f"no corpus is called {', '.join(sorted(set(corpora) - MEASURES.keys()))}")
    missing = [path for path in (arguments.program, arguments.shared / "score" / "score.py") if not path.is_file()]
    if missing:
        options.error(f"{missing[0]}: no such file")
    floors = tomllib.loads(arguments.floors.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder) / "records.jsonl"
        verdicts = [report(corpus, measure(corpus, arguments, records), floors.get(corpus, {})) for corpus in corpora]
    sys.exit(0 if all(verdicts) else 1)


if __name__ == "__main__":
    main()
