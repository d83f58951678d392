#!/usr/bin/env python3
"""Measure the program on the corpora beside the repository and fail below a floor. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/score.py [CORPUS...] [--errors N] [--program FILE] [--shared FOLDER] [--floors FILE]

FOLDER (default: the environment variable WHOSAID_SHARED, else ../shared) holds the scorers in `score/` and `corpora/`.
Each corpus has its texts in `text/` or beside its gold, and is measured in the ways that MEASURES names; `cases` are the
small texts of `faults/cases.jsonl`. `--errors N` shows the first N errors of each measure as well. Exit status: 0 all
figures hold, 1 some do not, 2 nothing could be measured.
"""
import json
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
    "world-dev": [("world", "gold.jsonl")],
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


def share(part, whole):
    return round(100 * part / whole, 1)


def world(scorer, gold, records, errors):
    """The figures of news of many outlets, and whatever errors were asked for."""
    command = [sys.executable, scorer, "--gold", gold, records]
    printed = subprocess.run([*command, "--json"], stdout=subprocess.PIPE, text=True, check=True).stdout
    if errors:
        listed = subprocess.run([*command, "--errors"], stdout=subprocess.PIPE, text=True, check=True).stdout
        print("\n".join(listed.splitlines()[:errors]))
    table = json.loads(printed)["all"]
    indirect = table["false_indirect"]
    return {
        **{f"{kind}_{name}": share(table[kind][name], table[kind]["gold"])
           for kind in ("direct", "mixed", "indirect") for name in ("found", "right")},
        "entities_f1": share(table["entities"]["all"]["f1"], 1),
        "false": table["false"],
        "scare_attributed": table["scare"]["given_a_speaker"],
        "false_indirect": share(indirect["false"], indirect["predicted"]),
    }


def cases(arguments):
    """How many of the small texts are read right, and of each kind."""
    folder = arguments.shared / "faults"
    command = [sys.executable, folder / "run_cases.py", folder / "cases.jsonl", "--program", arguments.program]
    printed = subprocess.run([*command, "--by-class"], stdout=subprocess.PIPE, text=True, check=True).stdout
    if arguments.errors:
        failed = subprocess.run([*command, "--failed"], stdout=subprocess.PIPE, text=True, check=True).stdout
        print("\n".join(failed.splitlines()[:arguments.errors]))
    classes = {name: (int(right), int(total)) for name, right, total in re.findall(r"^(\w+)\s+(\d+)/(\d+)", printed, re.MULTILINE)}
    kinds = {"reports": "R", "speakers": "S", "names": "M"}
    found = {}
    for kind, letter in kinds.items():
        of_kind = [classes[name] for name in classes if name.startswith(letter)]
        found[kind] = share(sum(right for right, _ in of_kind), sum(total for _, total in of_kind))
    return found


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
        if command == "world":
            found.update(world(arguments.shared / "score" / "world_score.py", folder / gold, records, arguments.errors))
            continue
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
    known = [*MEASURES, "cases"]
    options.add_argument("corpus", nargs="*", help=f"default: all of {', '.join(known)}")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--floors", type=pathlib.Path, default=ROOT / ".ci" / "floors.toml")
    arguments = options.parse_args()
    corpora = arguments.corpus or known
    if not set(corpora) <= set(known):
        options.error(f"no corpus is called {', '.join(sorted(set(corpora) - set(known)))}")
    missing = [path for path in (arguments.program, arguments.shared / "score" / "score.py") if not path.is_file()]
    if missing:
        options.error(f"{missing[0]}: no such file")
    floors = tomllib.loads(arguments.floors.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        records = pathlib.Path(folder) / "records.jsonl"
        verdicts = []
        for corpus in corpora:
            found = cases(arguments) if corpus == "cases" else measure(corpus, arguments, records)
            verdicts.append(report(corpus, found, floors.get(corpus, {})))
    sys.exit(0 if all(verdicts) else 1)


if __name__ == "__main__":
    main()
