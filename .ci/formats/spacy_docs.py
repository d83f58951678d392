"""spaCy documents, read by spaCy and displaCy: `pip install spacy`, no model needed."""
import spacy
from spacy import displacy
from spacy.tokens import Doc


def check(documents):
    vocabulary = spacy.blank("en").vocab
    written = documents.lines("spacy")
    assert len(written) == len(documents)
    names = pieces = 0
    for document, (record, text) in zip(written, documents):
        try:
            one = compare(vocabulary, document, record, text)
        except (AssertionError, ValueError) as error:
            raise AssertionError(f"{record['id']}: {error}") from error
        names, pieces = names + one[0], pieces + one[1]
    return f"spaCy {spacy.__version__}: {len(written)} documents, {names} names, {pieces} pieces of quotations"


def compare(vocabulary, written, record, text):
    """Every name and every quotation is a span of the document, with the same words."""
    doc = Doc(vocabulary).from_json(written, validate=True)
    assert doc.text == text, "the text is another one"
    names = [(m["start"], m["end"], m["text"], m["entity"]) for m in record["mentions"] if m["kind"] == "name" and m["entity"]]
    assert [(e.start_char, e.end_char, e.text, e.kb_id_) for e in doc.spans["names"]] == names, "the names are others"
    assert [(e.start_char, e.end_char) for e in doc.ents] == [name[:2] for name in names], "the entities are others"
    pieces = [(p["start"], p["end"], p["text"], q["kind"]) for q in record["quotations"] for p in q["content"]]
    found = [(s.start_char, s.end_char, s.text, s.label_) for s in doc.spans["quotations"]]
    assert sorted(found) == sorted(pieces), "the quotations are others"
    cues = [q["cue"]["text"] for q in record["quotations"] if q["cue"]]
    assert sorted(s.text for s in doc.spans["cues"]) == sorted(cues), "the cues are others"
    page = displacy.render(written, style="ent", manual=True)
    assert all(f">{kind}<" in page.replace("\n", "").replace(" ", "") for kind in {e.label_ for e in doc.ents}), "displaCy shows other kinds"
    return len(names), len(pieces)
