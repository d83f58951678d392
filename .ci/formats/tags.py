"""IOB2, read strictly by seqeval, and by the rules of the shared task's own scorer: `pip install seqeval`."""
import importlib.metadata
import re

from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, Entities


def check(documents):
    lines = documents.written("iob2").decode().split("\n")
    files, sentences = [], []
    for number, line in enumerate(lines, 1):
        if line == "-DOCSTART- O":
            files.append([])
            sentences.append([])
        elif not line:
            sentences.append([])
        else:
            # conlleval splits at white space and takes the last field.
            fields = line.split()
            assert len(fields) == 2 and re.fullmatch(r"O|[BI]-(PER|ORG|LOC)", fields[1]), f"line {number}: {line!r}"
            files[-1].append(fields)
            sentences[-1].append(fields[1])
    assert len(files) == len(documents), f"{len(files)} documents for {len(documents)}"
    # Strict: a name that begins with `I-` is none; to conlleval it is one.
    strict = Entities(sentences, IOB2).entities
    lenient = [get_entities(sentence) for sentence in sentences]
    assert [[one.to_tuple()[1:] for one in sentence] for sentence in strict] == [
        [(kind, start, end + 1) for kind, start, end in sentence] for sentence in lenient
    ], "some tag is no IOB2"
    labels = {"person": "PER", "organization": "ORG", "place": "LOC"}
    found = 0
    for tokens, (record, text) in zip(files, documents):
        assert "".join(token for token, _ in tokens) == "".join(text.split()), f"{record['id']}: the words are others"
        kinds = {entity["id"]: labels[entity["kind"]] for entity in record["entities"]}
        names = [(kinds[m["entity"]], "".join(m["text"].split())) for m in record["mentions"] if m["kind"] == "name" and m["entity"]]
        assert list(tagged(tokens)) == names, f"{record['id']}: {list(tagged(tokens))} for {names}"
        found += len(names)
    return f"seqeval {importlib.metadata.version('seqeval')}: {len(files)} documents, {len(sentences)} sentences, {found} names"


def tagged(tokens):
    name = None
    for word, tag in [*tokens, ("", "O")]:
        if name and not tag.startswith("I-"):
            yield name
            name = None
        if tag.startswith("B-"):
            name = (tag[2:], word)
        elif tag.startswith("I-"):
            name = (name[0], name[1] + word)
