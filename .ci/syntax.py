#!/usr/bin/env python3
"""Measure parts of speech, noun phrases, finite verbs and their subjects on a treebank. Standard library of Python 3.11.

    cargo build --release --features cli
    python3 .ci/syntax.py [FOLDER] [--only tune|held|all] [--by-genre] [--errors N --of MEASURE] [--program FILE]
                          [--predicted FILE] [--floors FILE]

FOLDER (default: the corpus `gum` in the shared folder) holds files in CoNLL-U with Universal Dependencies and the tags of
the Penn Treebank in XPOS, one document a file, named like GUM_news_clock.conllu. The text of each is put together from
its tokens, with a blank line at each `# newpar`, and read by `PROGRAM syntax --format conllu`; `--predicted` takes that
program's output from a file instead. Every fifth document by name (the fifth, the tenth …) is `held`: measured and not
looked at. `--errors N --of MEASURE` prints the commonest kinds of error of one measure, and its first N errors; those of
`tune`, unless `--only` says otherwise.

The program counts in units (a word, a whole name), the treebank in tokens; whatever overlaps belongs together. A unit of
several tokens that is a name, or has no space in it, stands for the token that governs the others, which are left out.

    coarse    parts of speech as in UPOS, NOUN with PROPN and VERB with AUX. A word whose XPOS calls it part of a name
              (the Indonesian Navy) may be a noun as well.
    fine      the labels of LABELS and the Penn Treebank's others. Names of several words are left out.
    finite    tokens with VerbForm=Fin: modals, clitics ('s, 'll) and imperatives too; of a verb group, its first word.
    heads     heads of base noun phrases as in CoNLL-2000, with these readings. A phrase ends with its head; what follows
              is in other phrases. A possessor (the mayor 's) heads its own phrase, `my` and `whose` head none. Pronouns
              of any kind are phrases: who, which, that, there, it. Each conjunct heads a phrase (men and women), but not
              inside a compound (the trade and industry ministry). Adjectives, numerals, determiners and symbols head one
              where they stand for a noun (the poor; in 2015; $ 5). Titles are in the phrase of the name; any word of
              a name will do for its head. Names parted by a comma are apart (Paris, Texas). There is no right answer, so
              none is counted, in fixed phrases (of course), numbers after names, references, false starts, adverbial
              `in general` and `kind of`, foreign words, nor for nouns inside a name that is one unit.
    subject   finite verbs that have a subject in the tree: the word nsubj or expl of the word whose auxiliary or copula
              they are. Of `There is a man` and `It is clear that`, either; of a relative clause, the pronoun or its
              antecedent; of several conjuncts, the first. Clauses as subjects are left out.
    shared    finite verbs without a subject of their own whose first conjunct has one: that one.
    none      finite verbs without any (imperatives): right if they have none.
"""
import bisect
import collections
import dataclasses
import itertools
import pathlib
import subprocess
import sys
import tempfile
import tomllib

from corpus import parser

COARSE = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "AUX": "verb", "SYM": "x"}

# By XPOS and, where it is not enough, UPOS.
LABELS = {
    ("IN", "SCONJ"): "SC", ("TO", "ADP"): "IN", ("DT", "PRON"): "DP", ("NN", "PRON"): "PN", ("NN", "SYM"): "SYM",
    "PRP$": "PRPS", "WP$": "WPS", "$": "SYM", "#": "SYM",
    **dict.fromkeys(["FW", "LS", "AFX", "ADD", "GW", "NFP"], "X"),
    **dict.fromkeys([",", ".", ":", "``", "''", '"', "(", ")", "-LRB-", "-RRB-", "HYPH"], "PUNCT"),
}

NOMINAL = {"NOUN", "PROPN", "PRON"}
# What heads a noun phrase where it stands for a noun, and where that is.
FOR_A_NOUN = {"NUM", "ADJ", "DET", "SYM"}
ARGUMENTS = {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "appos"}
# Relations of what is within another noun phrase, and of what is counted neither way.
WITHIN = {"compound", "flat", "amod", "nummod", "nmod:desc", "det", "det:predet"}
OPEN = {"fixed", "dep", "reparandum", "goeswith", "advmod", "discourse", "cc"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}

# Of a share, every case is right or wrong; what is found has a precision and a recall.
MEASURES = {"coarse": "share", "fine": "share", "finite": "found", "heads": "found",
            "subject": "share", "shared": "share", "none": "share"}


@dataclasses.dataclass(eq=False, slots=True)
class Token:
    """A word of the treebank; `head` is a token, None for the root."""
    start: int
    end: int
    form: str
    upos: str
    xpos: str
    feats: set
    relation: str
    head: "Token | None" = None
    dependents: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(eq=False, slots=True)
class Unit:
    """A unit of the program; `subject` is the unit that heads a finite verb's subject."""
    start: int
    end: int
    form: str
    upos: str
    label: str
    finite: bool
    heads: bool
    subject: "Unit | None" = None


@dataclasses.dataclass(slots=True)
class Outcome:
    """One decision: `right`, `missed` (or otherwise wrong), `false`; what kind of error it is, and where."""
    measure: str
    result: str
    kind: str
    start: int
    end: int


def coarse(upos):
    return COARSE.get(upos, upos.lower())


def label(xpos, upos, feats):
    if upos == "PUNCT":
        return "PUNCT"
    if xpos == "VB" and "VerbForm=Fin" in feats:
        return "VBI"
    if xpos == "NOT":
        return "RB"
    return LABELS.get((xpos, upos)) or LABELS.get(xpos, xpos)


def rows(lines):
    """The sentences of CoNLL-U: the comments and the rows of each."""
    comments, words = [], []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            words.append(line.split("\t"))
        elif words:
            yield comments, words
            comments, words = [], []
    if words:
        yield comments, words


def read_gold(path):
    """The text of a document of the treebank, and its tokens."""
    text, tokens = "", []
    with open(path, encoding="utf-8") as lines:
        for comments, words in rows(lines):
            if text:
                text = text.rstrip(" ") + ("\n\n" if "# newpar" in comments else " ")
            by_id, heads, spaces = {}, [], {}
            for number, form, _, upos, xpos, feats, head, relation, _, misc in words:
                if "." in number:
                    continue
                space = "" if "SpaceAfter=No" in misc else " "
                if "-" in number:
                    # The words of one token ("don't") have no spaces between them; its own row has what follows.
                    first, last = map(int, number.split("-"))
                    spaces = {**{str(within): "" for within in range(first, last)}, str(last): space}
                    continue
                token = Token(len(text), len(text) + len(form), form, upos, xpos, set(feats.split("|")), relation)
                text += form + spaces.get(number, space)
                by_id[number] = token
                heads.append((token, head))
            for token, head in heads:
                token.head = by_id.get(head)
                if token.head:
                    token.head.dependents.append(token)
            tokens += by_id.values()
    return text.rstrip(" ") + "\n", tokens


def read_predicted(lines):
    """The units of each document by the stem of its name."""
    documents, units = {}, None
    for comments, words in rows(lines):
        for comment in comments:
            if comment.startswith("# newdoc id = "):
                units = documents[pathlib.PurePath(comment.split(" = ", 1)[1]).stem] = []
        by_id, subjects = {}, []
        for number, form, _, upos, xpos, feats, *_, misc in words:
            more = dict(field.split("=", 1) for field in misc.split("|") if "=" in field)
            unit = Unit(int(more["start"]), int(more["end"]), form, upos, label(xpos, upos, ()),
                        "VerbForm=Fin" in feats.split("|"), more.get("Head") == "NP")
            by_id[number] = unit
            if "Subject" in more:
                subjects.append((unit, more["Subject"]))
        for unit, subject in subjects:
            unit.subject = by_id[subject]
        for unit in by_id.values():
            # What is quoted follows as sentences of its own; its marks do not.
            units += marks(unit) if unit.label == "QUOTED" else [unit]
    return {name: sorted(units, key=lambda unit: (unit.start, unit.end)) for name, units in documents.items()}


def marks(quoted):
    """The two marks of a quoted span."""
    ends = (quoted.start, quoted.start + 1), (quoted.end - 1, quoted.end)
    return [Unit(start, end, '"', "PUNCT", "PUNCT", False, False) for start, end in ends]


class Document:
    """A text with the treebank's tokens and the program's units, and which of them overlap."""

    def __init__(self, name, text, tokens, units):
        self.name, self.text, self.tokens, self.units = name, text, tokens, units
        self.ends = [unit.end for unit in units]
        self.tokens_of = {unit: [] for unit in units}
        self.unit_of = {}
        for token in tokens:
            here = self.overlapping(token)
            if here:
                # Of several, the one that shares the most letters with it.
                self.unit_of[token] = max(here, key=lambda it: min(it.end, token.end) - max(it.start, token.start))
            for unit in here:
                self.tokens_of[unit].append(token)

    def within(self, unit):
        """The tokens that the unit overlaps; a quoted span's words are also in units of their own."""
        return {token for token in self.tokens if token.start < unit.end and unit.start < token.end}

    def overlapping(self, token):
        first = bisect.bisect_right(self.ends, token.start)
        return list(itertools.takewhile(lambda unit: unit.start < token.end, self.units[first:first + len(token.form)]))


def names_several(unit, tokens):
    return unit.upos == "PROPN" and len(tokens) > 1


def governor(tokens):
    """The first token that no other of them governs."""
    return next((token for token in tokens if token.head not in tokens), tokens[0])


def judge_tags(document):
    for token in document.tokens:
        unit = document.unit_of.get(token)
        tokens = document.tokens_of[unit] if unit else []
        a_name = bool(unit) and names_several(unit, tokens)
        joined = len(tokens) > 1 and not any(c.isspace() for c in document.text[unit.start:unit.end])
        if (a_name or joined) and token is not governor(tokens):
            continue
        known, said = coarse(token.upos), coarse(unit.upos) if unit else "nothing"
        right = said == known or said == "noun" and token.xpos in ("NNP", "NNPS")
        yield Outcome("coarse", "right" if right else "missed", f"{known} as {said}", token.start, token.end)
        if not a_name:
            known, said = label(token.xpos, token.upos, token.feats), unit.label if unit else "nothing"
            yield Outcome("fine", "right" if known == said else "missed", f"{known} as {said}", token.start, token.end)


def judge_found(measure, document, expected, found, left_open=()):
    """Each of the expected groups of tokens has one of the units that are found, and each unit one of them."""
    found, taken = dict.fromkeys(found), set()
    for token, words in expected.items():
        unit = next((unit for word in words for unit in document.overlapping(word) if unit in found), None)
        if unit in taken and names_several(unit, document.tokens_of[unit]):
            continue
        right = unit is not None and unit not in taken
        if right:
            taken.add(unit)
        kind = f"missed {token.upos} {token.relation}"
        yield Outcome(measure, "right" if right else "missed", kind, token.start, token.end)
    for unit in found:
        tokens = document.tokens_of[unit]
        if unit not in taken and not any(token in left_open for token in tokens):
            kind = " ".join(["false", *(f"{token.upos} {token.relation}" for token in tokens[:1])])
            yield Outcome(measure, "false", kind, unit.start, unit.end)


def judge_finite(document):
    expected = {token: [token] for token in document.tokens if "VerbForm=Fin" in token.feats}
    return judge_found("finite", document, expected, [unit for unit in document.units if unit.finite])


def words_of(head):
    """A noun phrase's head: the token with the names attached to it, and with the number of a symbol. Of a title and the name
    right after it (the director Alia Salem), which stand in one phrase, either will do."""
    words = [head]
    for token in head.dependents:
        start = min([token.start, *(word.start for word in token.dependents if word.relation in ("flat", "compound"))])
        beside = token.relation in ("appos", "nmod:desc") and start == head.end + 1
        if token.relation == "flat" or beside or token.relation == "nummod" and head.upos == "SYM":
            words += words_of(token)
    return words


def first_conjunct(token):
    while token.relation == "conj" and token.head:
        token = token.head
    return token


def heads_phrase(token):
    """Whether a token heads a noun phrase; None where that is left open."""
    relation = first_conjunct(token).relation
    if token.xpos in ("PRP$", "WP$"):
        return False
    if token.upos in NOMINAL:
        if relation in OPEN:
            return None
        parted = token.upos == "PROPN" and relation == "compound" and comma_between(token, token.head)
        return parted or relation not in WITHIN
    if token.upos not in FOR_A_NOUN:
        return None if token.upos == "X" else False
    if relation in WITHIN:
        return None if token.upos == "NUM" and relation == "flat" else False
    if relation not in ARGUMENTS:
        return None if token.upos in ("NUM", "SYM") else False
    determined = any(dependent.relation in ("det", "nmod:poss") for dependent in token.dependents)
    adverbial = token.upos == "ADJ" and relation in ("obl", "nmod") and not determined
    return None if adverbial else True


def comma_between(token, head):
    """Whether a comma hangs on the first of the two, or on the second after the first."""
    if head is None:
        return False
    first, second = sorted([token, head], key=lambda token: token.start)
    return any(mark.form == "," and first.end <= mark.start < second.start
               for mark in first.dependents + second.dependents)


def judge_heads(document):
    verdicts = {token: heads_phrase(token) for token in document.tokens}
    expected = {token: words_of(token) for token, verdict in verdicts.items() if verdict}
    left_open = {token for token, verdict in verdicts.items() if verdict is None}
    return judge_found("heads", document, expected, [unit for unit in document.units if unit.heads], left_open)


def predicate(verb):
    return verb.head if verb.head and verb.relation in ("aux", "aux:pass", "cop") else verb


def subjects(verb):
    """The tokens that may be the subject of a finite verb by the tree."""
    governing = predicate(verb)
    nominal = [token for token in governing.dependents if token.relation in SUBJECTS]
    if len(nominal) > 1:
        # The problem is that he left: both hang on `left`, each verb has the one before it.
        nominal = [token for token in nominal if token.start < verb.start][-1:] or nominal[:1]
    expletive = [token for token in governing.dependents
                 if token.relation == "expl" and (token.xpos == "EX" or token.start < max(verb.start, governing.start))]
    found = expletive + nominal
    # A relative clause without a subject has what it explains: whatever needs to be done.
    relative = any("PronType=Rel" in token.feats for token in found)
    clause = first_conjunct(governing) if relative else governing
    if clause.relation == "acl:relcl" and clause.head and (relative or not found):
        found.append(clause.head)
    return found


def clausal(verb):
    return any(token.relation.startswith("csubj") for token in predicate(verb).dependents)


def judge_subjects(document):
    for verb in document.tokens:
        if "VerbForm=Fin" not in verb.feats:
            continue
        measure, known = "subject", subjects(verb)
        if not known and clausal(verb):
            continue
        governing = predicate(verb)
        while not known and governing.relation == "conj" and governing.head:
            governing = governing.head
            measure, known = "shared", subjects(governing)
        measure = measure if known else "none"
        unit = next((unit for unit in document.overlapping(verb) if unit.finite), None)
        subject = unit and unit.subject
        named = document.within(subject) if subject else set()
        conjuncts = [other for token in known for other in token.dependents if other.relation == "conj"]
        right = not subject if not known else any(word in named for token in known for word in words_of(token))
        kind = ("verb not found" if not unit else "no subject" if not subject else "has none" if not known else
                "a later conjunct" if named.intersection(conjuncts) else "another word")
        yield Outcome(measure, "right" if right else "missed", kind, verb.start, verb.end)


def judge(document):
    for judged in (judge_tags, judge_finite, judge_heads, judge_subjects):
        yield from judged(document)


def genre(name):
    parts = name.split("_")
    return parts[1] if parts[0] == "GUM" and len(parts) > 1 else parts[0]


def share(part, whole):
    return f"{part / whole:7.2%}" if whole else "      –"


def line(measure, counts):
    right, missed, false = (counts[measure, result] for result in ("right", "missed", "false"))
    if MEASURES[measure] == "share":
        return f"{measure:<8} {share(right, right + missed)} {right:>6} of {right + missed}"
    both = share(2 * right, 2 * right + missed + false)
    return (f"{measure:<8} P {share(right, right + false)} ({right} of {right + false})  "
            f"R {share(right, right + missed)} ({right} of {right + missed})  F1 {both}")


def figure(measure, counts):
    """The share of a measure, or its F1, in percent."""
    right, missed, false = (counts[measure, result] for result in ("right", "missed", "false"))
    whole = right + missed if MEASURES[measure] == "share" else right + (missed + false) / 2
    return 100 * right / whole if whole else 0.0


def show(errors, limit):
    """The kinds of error, the commonest first, and the first errors in their places."""
    kinds = collections.Counter(outcome.kind for _, outcome in errors)
    for kind, count in kinds.most_common(limit):
        print(f"{count:>6}  {kind}")
    print()
    for document, outcome in errors[:limit]:
        before = " ".join(document.text[max(0, outcome.start - 60):outcome.start].split("\n"))
        after = " ".join(document.text[outcome.end:outcome.end + 60].split("\n"))
        print(f"{document.name}: {outcome.kind}\n    {before}[{document.text[outcome.start:outcome.end]}]{after}")
    print()


def run(program, texts):
    """What the program prints of the texts, by name."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in texts.items():
            paths.append(pathlib.Path(folder) / f"{name}.txt")
            paths[-1].write_text(text, encoding="utf-8", newline="")
        command = [program, "syntax", "--format", "conllu", *paths]
        return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()


def main():
    options = parser(__doc__)
    options.add_argument("folder", nargs="?", type=pathlib.Path)
    options.add_argument("--only", choices=["tune", "held", "all"])
    options.add_argument("--by-genre", action="store_true")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--of", choices=MEASURES, default="subject")
    options.add_argument("--predicted", type=pathlib.Path)
    options.add_argument("--floors", type=pathlib.Path, help="fail below the figures of the table gum of this file")
    arguments = options.parse_args()
    folder = arguments.folder or arguments.shared / "corpora" / "gum"
    paths = sorted(folder.glob("*.conllu"), key=lambda path: path.stem)
    if not paths:
        options.error(f"{folder}: no file *.conllu")
    fifths = {path.stem: "held" if index % 5 == 4 else "tune" for index, path in enumerate(paths)}
    golds = {path.stem: read_gold(path) for path in paths if arguments.only in (None, "all", fifths[path.stem])}
    if not (arguments.predicted or arguments.program).is_file():
        options.error(f"{arguments.predicted or arguments.program}: no such file")
    if arguments.predicted:
        printed = arguments.predicted.read_text(encoding="utf-8")
    else:
        printed = run(arguments.program, {name: text for name, (text, _) in golds.items()})
    predicted = read_predicted(printed.split("\n"))
    missing = golds.keys() - predicted.keys()
    if missing:
        options.error(f"nothing was predicted for {', '.join(sorted(missing))}")

    groups, errors = collections.defaultdict(collections.Counter), []
    for name, (text, tokens) in golds.items():
        document = Document(name, text, tokens, predicted[name])
        part = "all" if arguments.only == "all" else fifths[name]
        counted = [part, f"{part} {genre(name)}"] if arguments.by_genre else [part]
        for outcome in judge(document):
            for group in counted:
                groups[group][outcome.measure, outcome.result] += 1
            if outcome.result != "right" and outcome.measure == arguments.of and (arguments.only or part == "tune"):
                errors.append((document, outcome))
    if arguments.errors:
        show(errors, arguments.errors)
    for group, counts in sorted(groups.items(), key=lambda item: (not item[0].startswith("tune"), item[0])):
        print(group)
        for measure in MEASURES:
            print(f"  {line(measure, counts)}")
    if arguments.floors:
        floors = tomllib.loads(arguments.floors.read_text(encoding="utf-8"))["gum"]
        low = [measure for measure, floor in floors.items() if figure(measure, groups["held"]) < floor]
        sys.exit(f"held is below its floor in {', '.join(low)}" if low else 0)


if __name__ == "__main__":
    main()
