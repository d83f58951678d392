#!/usr/bin/env python3
"""Print by phenomenon how often quotations are found and their speakers right. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/phenomena.py [--show PHENOMENON=VALUE]... [--limit N] [--only held|rest] [--include CLASSES] [--write]

The first table goes through the gold attributions: `found` is the share with a record whose content overlaps at least
0.3 (intersection over union, one to one), `source` the share of those found whose speaker is right, `exact` the share
whose content begins and ends at the gold's words. The second table goes through the records: `right` is the share that
the scorer counts as right in direct precision (half of the content in one gold content, right source), `false` the
share that overlaps no gold content at all. `--show` prints the errors of one row instead, so that a class of errors can
be read before a rule is changed. `held` is every fifth article by name (the fifth, the tenth …), `rest` the others. `--write` puts the tables of `rest` into
docs/phenomena.md.
"""
import collections
import re

from corpus import PRONOUNS, ROOT, parser, records, scorer

PAGE = ROOT / "docs" / "phenomena.md"
FEWEST = 15
FORMS = PRONOUNS | {"him", "her", "them", "his", "their"}
QUOTE = re.compile(r'“[^“”\n]*[”\n]|"[^"\n]*"')
NOUN_CUES = re.compile(r"(?i)\b(claims?|statements?|view|opinion|belief|idea|argument|concerns?|warnings?|promises?|calls?|"
                       r"assertions?|suggestions?|fears?|hopes?|accusations?|allegations?|charges?|criticism|question|"
                       r"comments?|remarks?|words?|report|reports|interview|speech|letter|tweet|position|plans?|"
                       r"decision|desire|pledge|vow|proposal|notion|impression|thoughts?|response|request)\b")


def span(spans):
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def gap(text, one, other):
    """How the nearer ends of two spans are parted."""
    if one is None or other is None:
        return "none"
    first, second = sorted([one, other])
    between = text[first[1]:second[0]] if second[0] > first[1] else ""
    if "\n" in between.strip(" ") and between.strip():
        return "paragraph break" if between.count("\n") < 4 else "several paragraphs"
    if "\n" in between:
        return "paragraph break"
    if re.search(r"[.?!][”\"’']?\s+[A-Z“\"]", between):
        return "sentence break"
    words = len(between.split())
    return "beside" if words <= 1 else "2-5 words" if words <= 5 else "6-15 words" if words <= 15 else "over 15 words"


def order(source, cue, content):
    """S, C and Q (the content) in the order of the text; small letters when they lie inside the content."""
    if content is None:
        return "none"
    parts = [(content[0], "Q")]
    for letter, known in (("S", source), ("C", cue)):
        if known is not None:
            parts.append((known[0], letter.lower() if content[0] < known[0] < content[1] else letter))
    return "".join(letter for _, letter in sorted(parts))


def source_kind(text, source):
    if source is None:
        return "none"
    words = text[source[0]:source[1]].split()
    if not words:
        return "none"
    if len(words) <= 2 and words[0].lower() in FORMS:
        return "pronoun"
    name = re.search(r"\b[A-Z][\w’'.-]+", " ".join(words[1:]) if words[0] in ("The", "A", "An") else " ".join(words))
    long = "long " if len(words) > 6 else ""
    if words[0].lower() in ("the", "a", "an", "his", "her", "their", "some", "many", "most", "one", "several", "other"):
        return long + ("description with a name" if name else "description")
    return long + ("name" if name else "bare noun")


def cue_kind(text, cue):
    if not cue:
        return "none"
    words = " ".join(text[s:e] for s, e in cue)
    if re.search(r"(?i)\baccording\b", words):
        return "according to"
    if NOUN_CUES.search(words):
        return "noun"
    if re.search(r"(?i)\b(not|never|n’t|n't)\b|n[’']t\b", words):
        return "negated verb"
    if words.strip() in (":", ","):
        return "mark"
    return "said, says" if re.search(r"(?i)\b(said|says|say|saying)\b", words) else "other verb"


def form(text, content, quoted):
    inside = len(content & quoted)
    letters = sum(1 for at in content if not text[at].isspace()) or 1
    inside = sum(1 for at in content & quoted if not text[at].isspace())
    return "direct" if inside * 10 >= letters * 9 else "mixed" if inside else "indirect"


def phenomena(text, source, cue, content):
    source, whole_cue, whole = span(source), span(cue), span(content)
    after = text[whole_cue[1]:whole[0]].strip().lower() if whole_cue and whole and whole_cue[1] <= whole[0] else None
    start = text[whole[0]:whole[1]].lower() if whole else ""
    introduced = ("content first" if after is None else "that" if after.startswith("that") or start.startswith("that ")
                  else "to" if after == "to" or start.startswith("to ") else "wh-word"
                  if re.match(r"(whether|if|how|what|why|who|where|when)\b", start) else after[-1] if after[-1:] in (":", ",")
                  else "bare" if len(after.split()) <= 1 else "words between")
    return {
        "order": order(source, whole_cue, whole),
        "source to content": gap(text, source, whole),
        "cue to source": gap(text, source, whole_cue),
        "source": source_kind(text, source),
        "cue": cue_kind(text, cue),
        "introduced by": introduced,
        "parts of content": "one" if len(content) == 1 else "several",
        "content": "within a sentence" if whole and not re.search(r"[.?!][”\"]?\s", text[whole[0]:whole[1]]) else "sentences",
    }


class Table:
    def __init__(self):
        self.rows = collections.defaultdict(collections.Counter)

    def add(self, kinds, **outcomes):
        for name, value in kinds.items():
            row = self.rows[name, value]
            row["count"] += 1
            row.update({key: int(of) for key, of in outcomes.items()})

    def lines(self, title, columns):
        yield f"{title:<48} {'count':>6} " + " ".join(f"{name:>7}" for name, *_ in columns)
        last = None
        for (name, value), row in sorted(self.rows.items(), key=lambda item: (item[0][0], -item[1]["count"])):
            if row["count"] < FEWEST:
                continue
            label = f"{name if name != last else '':<20} {value}"
            last = name
            shares = [f"{row[key] / row[of]:>7.0%}" if row[of] else "      –" for _, key, of in columns]
            yield f"{label:<48} {row['count']:>6} " + " ".join(shares)
        yield ""


def main():
    options = parser(__doc__)
    options.add_argument("--corpus", default="polnear-train")
    options.add_argument("--include", default="speech,writing,thought,intention")
    options.add_argument("--only", choices=["held", "rest"])
    options.add_argument("--show", action="append", default=[], metavar="PHENOMENON=VALUE")
    options.add_argument("--limit", type=int, default=40)
    options.add_argument("--write", action="store_true")
    arguments = options.parse_args()
    arguments.only = "rest" if arguments.write else arguments.only
    score = scorer(arguments.shared)
    corpus = arguments.shared / "corpora" / arguments.corpus
    found = records(score, arguments.program, corpus / "text", arguments.include)
    wanted = dict(row.split("=", 1) for row in arguments.show)
    shown = 0

    def show(kinds, wrong, lines):
        nonlocal shown
        if wanted and wrong and shown < arguments.limit and all(str(kinds.get(name)) == value for name, value in wanted.items()):
            shown += 1
            print("\n".join(lines), end="\n\n")

    golds_table, records_table = Table(), Table()
    documents = sorted(score.read(corpus / "gold.jsonl"), key=lambda document: document["doc"])
    for number, document in enumerate(documents):
        if arguments.only and (number % 5 == 4) != (arguments.only == "held"):
            continue
        text, doc = document["text"], score.stem(document["doc"])
        record = found[doc]
        quoted = set().union(*(set(range(match.start(), match.end())) for match in QUOTE.finditer(text)))
        made = [dict(q, set=score.chars(q["content"]), raw=r)
                for q, r in zip(score.plain(record)[1], record["quotations"])]
        golds = [dict(gold, set=score.chars(gold["content"])) for gold in document["attributions"] if gold["content"]]
        pairs = sorted(((len(q["set"] & g["set"]) / len(q["set"] | g["set"]), i, j) for i, q in enumerate(made)
                        for j, g in enumerate(golds) if q["set"] & g["set"]), reverse=True)
        of_gold, taken = {}, set()
        for share, i, j in pairs:
            if share >= 0.3 and i not in taken and j not in of_gold:
                of_gold[j] = i
                taken.add(i)

        def words(spans):
            return " … ".join(" ".join(text[s:e].split()) for s, e in spans)

        for j, gold in enumerate(golds):
            kinds = phenomena(text, gold["source"], gold["cue"], gold["content"])
            kinds["form"] = form(text, gold["set"], quoted)
            kinds["nested"] = "inside another" if any(gold["set"] < other["set"] for other in golds) else "no"
            mine = made[of_gold[j]] if j in of_gold else None
            sourced = bool(gold["source"]) and mine is not None
            right = sourced and score.same_source(text, mine["source"], gold["source"])
            exact = mine is not None and score.token_spans(text, [mine["content"]]) == score.token_spans(text, [gold["content"]])
            golds_table.add(kinds, found=mine is not None, sourced=sourced, right=right, exact=exact, all=True)
            whole = span(gold["content"] + gold["source"] + gold["cue"])
            show({**kinds, "table": "gold"}, not exact or sourced and not right,
                 [f"{doc} {kinds['order']} S[{words(gold['source'])}] C[{words(gold['cue'])}] Q[{words(gold['content'])}]",
                  f"   in: {' '.join(text[max(0, whole[0] - 60):whole[1] + 60].split())[:600]}",
                  "   got: " + (f"{mine['raw']['sieve']} S[{words(mine['source'])}] C[{words(mine['cue'])}] Q[{words(mine['content'])}]"
                                if mine else "nothing")])
        for quotation in made:
            raw = quotation["raw"]
            inside = [g for g in golds if len(g["set"] & quotation["set"]) * 2 >= len(quotation["set"])]
            right = any(score.same_source(text, quotation["source"], g["source"]) for g in inside)
            false = not any(g["set"] & quotation["set"] for g in golds)
            kinds = {"sieve": raw["sieve"], "kind": raw["kind"], "class": raw["cue"]["class"] if raw["cue"] else "no cue",
                     "speaker": source_kind(text, span(quotation["source"]))}
            kinds["nested"] = "inside another" if any(quotation["set"] < other["set"] for other in made) else "no"
            kinds["class, nested"] = f"{kinds['class']}, {kinds['nested']}"
            for lemma in [raw["cue"]["lemma"]] if raw["cue"] else []:
                kinds["lemma"] = lemma
            records_table.add(kinds, right=right, false=false, all=True)
            whole = span(quotation["content"] + quotation["source"] + quotation["cue"])
            near = [g for g in golds if g["set"] & quotation["set"]]
            state = "false" if false else "wrong" if not right else "right"
            show({**kinds, "table": "record", "state": state}, not right,
                 [f"{doc} {raw['kind']} {raw['sieve']} S[{words(quotation['source'])}] C[{words(quotation['cue'])}] Q[{words(quotation['content'])}]",
                  f"   in: {' '.join(text[max(0, whole[0] - 160):whole[1] + 160].split())[:700]}",
                  *(f"   gold: S[{words(g['source'])}] C[{words(g['cue'])}] Q[{words(g['content'])}]" for g in near[:2])])
    if wanted:
        return
    tables = "\n".join([
        *golds_table.lines("gold attributions", [("found", "found", "all"), ("source", "right", "sourced"), ("exact", "exact", "all")]),
        *records_table.lines("records", [("right", "right", "all"), ("false", "false", "all")])])
    print(tables)
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(re.sub(r"```text\n.*?```", lambda _: f"```text\n{tables.rstrip()}\n```", page, flags=re.DOTALL), encoding="utf-8")


main()
