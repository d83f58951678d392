#!/usr/bin/env python3
"""Print what each weight of linking and reference is worth: what changes in the scores without it. Standard library.

    python3 .ci/weights.py [--only NAME]... [--write] [--profile NAME] [--program FILE] [--shared FOLDER]

The rows of the tables in src/mention/weights.rs and src/reference/weights.rs are left out one after the other, and the
development corpora are read and scored anew. No program that anybody else uses can leave a row out: this builds one of
its own, from a copy of the checkout in which the weights' getters ask the environment. `--program` takes one that was
built so before. `--write` keeps the table in docs/weights.md; with `--only` the other rows stay as they are.

A cell says how many more are right without the row, and how many more are wrong; it is empty if these stay the same. The
first says how many texts have another record.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import sieves
from corpus import ROOT, parser, scorer

TABLES = ("src/mention/weights.rs", "src/reference/weights.rs")
PAGE = ROOT / "docs" / "weights.md"
LEFT_OUT = "WHOSAID_LEFT_OUT"
ROW = re.compile(r'(?:Sign|Weight) \{\s*(?:of: \w+::\w+,\s*)?name: "(?P<name>[^"]+)",\s*weight: (?P<weight>\w+),'
                 r'.*?example: "(?P<example>(?:[^"\\]|\\.)*)"', re.DOTALL)
GETTER = re.compile(r"(#\[cfg\(not\(test\)\)\]\n    (?:pub\(super\) )?fn \w+\(&self\) -> i32 \{\n)        self\.weight\n")
# What is counted, as pairs of right and wrong ones.
FIGURES = {
    "texts": "texts with another record",
    "sources": "sources of attributions (polnear-train)",
    "speakers": "names of speakers (polnear-train)",
    "voices": "speakers (world-dev)",
    "names": "spans and kinds of names (conll03-dev)",
    "entities": "spans and kinds of names (world-dev)",
    "linked": "entities of the right ones among them (world-dev)",
    "seeds": "names with the right entity (seeds)",
}
Row = collections.namedtuple("Row", "name weight example")


def rows():
    """The rows of all tables, in their order."""
    found = []
    for table in TABLES:
        code = (ROOT / table).read_text(encoding="utf-8").split("#[cfg(test)]\nmod tests")[0]
        tables = [Row(**match.groupdict()) for match in ROW.finditer(code)]
        if len(tables) != len(re.findall(r'\bname: "', code)):
            sys.exit(f"{table}: not every row is read")
        found += tables
    twice = [name for name, count in collections.Counter(row.name for row in found).items() if count > 1]
    if twice:
        sys.exit(f"two rows are called {', '.join(twice)}")
    return found


def build(profile, folder):
    """A program that leaves out the row whose name the environment gives."""
    copy = folder / "checkout"
    for file in subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout.split("\0"):
        if file and (ROOT / file).is_file():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / file, copy / file)
    for table in TABLES:
        path = copy / table
        without = "self.without" if "without: i32" in path.read_text(encoding="utf-8") else "0"
        asks = (rf"\1        static NAME: std::sync::LazyLock<Option<String>> =\n            std::sync::LazyLock::new(|| std::env::var"
                rf'("{LEFT_OUT}").ok());\n        if NAME.as_deref() == Some(self.name) {{ {without} }} else {{ self.weight }}\n')
        code, count = GETTER.subn(asks, path.read_text(encoding="utf-8"))
        if count != 1:
            sys.exit(f"{table}: {count} getters")
        path.write_text(code, encoding="utf-8")
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    subprocess.run(["cargo", "build", "--quiet", "--profile", profile, "--features", "cli", "--bin", "whosaid",
                    "--target-dir", target], cwd=copy, check=True)
    built = target / ("debug" if profile == "dev" else profile) / "whosaid"
    return shutil.copy(built, folder / "whosaid")


class Measure:
    """Scores records, those alone that are not as they were."""

    def __init__(self, program, shared):
        self.program, self.shared = program, shared
        self.score = scorer(shared)
        self.before = {}

    def folder(self, corpus):
        return self.shared / "corpora" / corpus

    def extract(self, corpus, name, out):
        folder = self.folder(corpus)
        texts = folder / "text" if (folder / "text").is_dir() else folder
        environment = dict(os.environ, **{LEFT_OUT: name})
        with open(out, "wb") as file:
            subprocess.run([self.program, "extract", "--offsets", "chars", texts], stdout=file, env=environment, check=True)
        return out.read_bytes()

    def without(self, name):
        """The figures of each corpus whose records change without the row; of every corpus for no name."""
        found = {}
        with tempfile.TemporaryDirectory() as folder:
            for corpus in ("polnear-train", "world-dev", "conll03-dev", "seeds"):
                if not self.folder(corpus).is_dir():
                    continue
                out = pathlib.Path(folder) / f"{corpus}.jsonl"
                written = self.extract(corpus, name, out)
                if self.before.get(corpus) == written:
                    continue
                if name:
                    changed = zip(self.before[corpus].splitlines(), written.splitlines())
                    found["texts"] = found.get("texts", 0) + sum(one != other for one, other in changed)
                else:
                    self.before[corpus] = written
                found.update(getattr(self, corpus.replace("-", "_"))(out))
        return found

    def polnear_train(self, out):
        records = {self.score.stem(record["id"]): record for record in self.score.read(out)}
        made, right = sieves.measure(self.score, self.folder("polnear-train"), records)
        gold = self.folder("polnear-train") / "speakers.jsonl"
        printed = self.printed("score.py", "speakers", gold, out)
        found, named = map(int, re.search(r"^all\s+\d+\s+found\s+(\d+).*?right\s+(\d+)", printed, re.MULTILINE).groups())
        return {"sources": (right.total(), made.total() - right.total()), "speakers": (named, found - named)}

    def world_dev(self, out):
        gold = self.folder("world-dev") / "gold.jsonl"
        table = json.loads(self.printed("world_score.py", "--json", "--gold", gold, out))["all"]
        kinds = [table[kind] for kind in ("direct", "mixed", "indirect")]
        right = sum(kind["right"] for kind in kinds)
        names = table["entities"]["all"]
        return {"voices": (right, sum(kind["found"] - kind["none"] for kind in kinds) - right),
                "entities": (names["right"], names["predicted"] - names["right"]),
                "linked": (names["named"], names["right"] - names["named"])}

    def conll03_dev(self, out):
        right = predicted = 0
        records = {doc: names for doc, _, names in map(self.score.plain, self.score.read(out))}
        for document in self.score.read(self.folder("conll03-dev") / "gold.jsonl"):
            names = {tuple(name) for name in records.get(self.score.stem(document["doc"]), [])}
            predicted += len(names)
            right += len(names & {tuple(name) for name in document["entities"]})
        return {"names": (right, predicted - right)}

    def seeds(self, out):
        right = predicted = 0
        records = {self.score.stem(record["id"]): record for record in self.score.read(out)}
        for document in self.score.read(self.folder("seeds") / "gold.jsonl"):
            record = records[self.score.stem(document["doc"])]
            gold = {(start, end): entity["name"] for entity in document["entities"] for start, end in entity["mentions"]}
            entities = {entity["id"]: entity["name"] for entity in record["entities"]}
            for mention in record["mentions"]:
                if mention["kind"] == "name":
                    predicted += 1
                    known = gold.get((mention["start"], mention["end"]))
                    right += known is not None and self.score.squash(known) == self.score.squash(entities[mention["entity"]])
        return {"seeds": (right, predicted - right)}

    def printed(self, program, *arguments):
        command = [sys.executable, self.shared / "score" / program, *arguments]
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def cell(name, before, after):
    """What a figure has become, if it has."""
    if name not in after:
        return ""
    if name == "texts":
        return str(after[name])
    before, after = before[name], after[name]
    right, wrong = after[0] - before[0], after[1] - before[1]
    return f"{right:+d} {wrong:+d}" if right or wrong else ""


def write(lines):
    page = PAGE.read_text(encoding="utf-8")
    head, _, table = page.partition("\n| row |")
    old = {match[1]: match[0] for match in re.finditer(r"^\| `([a-z-]+)` \|.*$", table, re.MULTILINE)}
    header = f"| row | weight | example | {' | '.join(FIGURES)} |\n|---|---:|---|{'---:|' * len(FIGURES)}\n"
    kept = [lines.get(row.name) or old.get(row.name) for row in rows()]
    PAGE.write_text(f"{head}\n{header}" + "".join(f"{line}\n" for line in kept if line), encoding="utf-8")


def main():
    options = parser(__doc__)
    options.set_defaults(program=None)
    options.add_argument("--only", action="append", metavar="NAME")
    options.add_argument("--profile", default="release")
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    table = rows()
    unknown = set(arguments.only or ()) - {row.name for row in table}
    if unknown:
        options.error(f"no row is called {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        program = arguments.program or build(arguments.profile, pathlib.Path(folder))
        measure = Measure(program, arguments.shared)
        before = measure.without("")
        print(f"{'':<26} {'':>6}  " + "  ".join(f"{name:>10}" for name in FIGURES))
        total = ("/".join(map(str, before.get(name, ()))) for name in FIGURES)
        print(f"{'all':<26} {'':>6}  " + "  ".join(f"{one:>10}" for one in total))
        lines = {}
        for row in table:
            if arguments.only and row.name not in arguments.only:
                continue
            after = measure.without(row.name)
            cells = [cell(name, before, after) for name in FIGURES]
            print(f"{row.name:<26} {row.weight:>6}  " + "  ".join(f"{one:>10}" for one in cells), flush=True)
            example = re.sub(r"\\\n\s*", "", row.example).replace("\\n\\n", "¶")
            example = re.sub(r"<([^>=]*)(?:=[^>]*)?>", r"*\1*", example)
            lines[row.name] = f"| `{row.name}` | {row.weight} | {example} | {' | '.join(cells)} |"
            if arguments.write:
                write(lines)


if __name__ == "__main__":
    main()
