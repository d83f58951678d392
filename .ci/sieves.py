#!/usr/bin/env python3
"""Print how often each sieve is right on the development corpus: what records give as `confidence`. Standard library.

    cargo build --release --features cli
    python3 .ci/sieves.py [--write] [--program FILE] [--shared FOLDER] [--corpus NAME]

An attribution is right when half of its content or more lies in one gold content and its speaker is that one's source,
as `score.py quotes` compares them; quotations that the gold does not have count as wrong. Shares are given by sieve and
by grade, as src/attribution/confidence.rs explains them. `--write` puts them into that file and into docs/sieves.md,
which the tests compare. Where a sieve has less than RARE of a grade, its share is that of all of the sieve's
attributions (of all sieves' for the grade inside), and 0.5 where there are less than RARE of these.
"""
import collections
import re

from corpus import PRONOUNS, ROOT, parser, records, scorer

TABLE = ROOT / "src" / "attribution" / "confidence.rs"
PAGE = ROOT / "docs" / "sieves.md"
GRADES = ("direct", "worded", "other", "inside")
RARE = 20
WORDS = 3
NAMELESS = PRONOUNS | {"which", "that"}


def bare_verbs():
    """The verbs of saying and writing that take a bare clause, as records name them."""
    verbs, header = set(), None
    for line in (ROOT / "gazetteers" / "lexicon" / "cues.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if header is None:
            header = row
            continue
        row = dict(zip(header, row))
        if "bare" in row["frames"].split("|") and row["class"] in ("speech", "writing"):
            verbs.add(f"{row['lemma']} {row['particle']}".strip())
    return verbs


def grade(quotation, content, end, bare):
    first = quotation["content"][0]
    if first["end"] <= end:
        return "inside"
    if quotation["kind"] == "direct":
        return "direct"
    words = max((len(re.findall(r"\w+(?:[’'.-]\w+)*", piece["text"])) for piece in quotation["quoted"]), default=0)
    says = quotation["cue"] is not None and quotation["cue"]["lemma"] in bare
    named = quotation["speaker"] is not None and (quotation["speaker"]["text"] or "").lower() not in NAMELESS
    return "worded" if quotation["kind"] == "mixed" and words >= WORDS and says and named else "other"


def measure(score, corpus, records):
    made, right = collections.Counter(), collections.Counter()
    bare = bare_verbs()
    for document in score.read(corpus / "gold.jsonl"):
        text, record = document["text"], records[score.stem(document["doc"])]
        golds = [(score.chars(gold["content"]), gold["source"]) for gold in document["attributions"]]
        end = 0
        for quotation, plain in zip(record["quotations"], score.plain(record)[1]):
            content, source = score.chars(plain["content"]), plain["source"]
            kind = (quotation["sieve"], grade(quotation, content, end, bare))
            end = max(end, *(piece["end"] for piece in quotation["content"]))
            if not source:
                continue
            made[kind] += 1
            right[kind] += any(len(content & words) * 2 >= len(content) and score.same_source(text, source, gold)
                               for words, gold in golds)
    return made, right


def share(made, right, sieve, kind):
    others = [(one, kind) for one, _ in made] if kind == "inside" else [(sieve, one) for one in GRADES]
    for kinds in ([(sieve, kind)], set(others)):
        count = sum(made[one] for one in kinds)
        if count >= RARE:
            return sum(right[one] for one in kinds) / count
    return 0.5


def main():
    options = parser(__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--corpus", default="polnear-train")
    arguments = options.parse_args()
    score = scorer(arguments.shared)
    corpus = arguments.shared / "corpora" / arguments.corpus
    found = records(score, arguments.program, corpus / "text", "speech,writing,thought,intention")
    made, right = measure(score, corpus, found)

    page = PAGE.read_text(encoding="utf-8")
    rust = []

    def row(match):
        sieve, example = match["sieve"], match["example"]
        count = sum(made[sieve, kind] for kind in GRADES)
        shares = [f"{share(made, right, sieve, kind):.2f}" for kind in GRADES]
        variant = "".join(word.capitalize() for word in sieve.split("-"))
        rust.append(f"    (Sieve::{variant}, [{', '.join(shares)}]),\n")
        counts = " ".join(f"{kind} {right[sieve, kind]}/{made[sieve, kind]}" for kind in GRADES if made[sieve, kind])
        print(f"{sieve:<24} {count:>6}  {'  '.join(shares)}  {counts}")
        return f"| `{sieve}` | {example} | {count} | {' | '.join(shares)} |"

    page = re.sub(r"^\| `(?P<sieve>[a-z-]+)` \| (?P<example>[^|]*?) \|[^\n]*\|$", row, page, flags=re.MULTILINE)
    total, good = made.total(), right.total()
    print(f"{'all':<24} {total:>6}  {score.ratio(good, total):.2f}")
    if arguments.write:
        PAGE.write_text(page, encoding="utf-8")
        code = TABLE.read_text(encoding="utf-8")
        code = re.sub(r"(    // table\n).*?(    // end of table\n)", lambda match: match[1] + "".join(rust) + match[2], code, flags=re.DOTALL)
        TABLE.write_text(code, encoding="utf-8")


if __name__ == "__main__":
    main()
