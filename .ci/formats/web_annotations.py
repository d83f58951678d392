"""Web Annotations, expanded by a JSON-LD processor and resolved against the text: `pip install pyld`.

The W3C's context is on no package registry, and neither are the schemas of its test suite. So the terms used here are written
down from the context in the vocabulary's Recommendation (https://www.w3.org/TR/annotation-vocab/#json-ld-context, of 23
February 2017), and the rules from the model's (https://www.w3.org/TR/annotation-model/); each has its section.
"""
import importlib.metadata
import re

from pyld import jsonld

CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "schema": "http://schema.org/",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Person": "foaf:Person",
    "Organization": "foaf:Organization",
    "Software": "as:Application",
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "name": "foaf:name",
    "label": "rdfs:label",
    "generator": {"@id": "as:generator", "@type": "@id"},
    "items": {"@type": "@id", "@container": "@list", "@id": "as:items"},
}
OA = CONTEXT["oa"]
# An absolute IRI of RFC 3987, as far as its characters go, with one fragment at most.
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`#\x00-\x20]*(#[^\s<>\"{}|\\^`#\x00-\x20]*)?")


ADDRESS = "http://www.w3.org/ns/anno.jsonld"


def loader(url, options):
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}, "contentType": "application/ld+json"}


def check(documents):
    pages = documents.lines("web-annotation")
    assert len(pages) == len(documents)
    assert all(page["@context"] == ADDRESS for page in pages), "another context"
    # A processor would read the context again for each.
    graph = {"@context": ADDRESS, "@graph": [page | {"@context": {}} for page in pages]}
    count = targets = 0
    for page, expanded, (record, text) in zip(pages, jsonld.expand(graph, {"documentLoader": loader}), documents):
        try:
            same_terms(page, expanded)
            for item in page["items"]:
                targets += annotation(item, text)
            count += len(page["items"])
            same(page, record)
        except AssertionError as error:
            raise AssertionError(f"{record['id']}: {error}") from error
    return f"pyld {importlib.metadata.version('pyld')}: {len(pages)} pages, {count} annotations, {targets} targets"


def same_terms(page, expanded):
    """A processor drops in silence what the context does not define: nothing may be lost on the way."""

    def count(value):
        if isinstance(value, list):
            return sum(map(count, value))
        if isinstance(value, dict):
            return sum(count(inner) + (key not in ("@context", "@list", "@value", "@type", "type", "id", "@id")) for key, inner in value.items())
        return 0

    assert count(expanded) == count(page), "the context does not know some property"

    def types(value):
        if isinstance(value, list):
            return [one for inner in value for one in types(inner)]
        if isinstance(value, dict):
            # The types of literals are no classes.
            own = value.get("@type", []) if "@value" not in value else []
            return [*own, *(one for inner in value.values() for one in types(inner))]
        return []

    foreign = [one for one in types(expanded) if not one.startswith("http")]
    assert not foreign, f"the context does not know the types {foreign}"


def many(value):
    return value if isinstance(value, list) else [value]


def iri(value):
    assert isinstance(value, str) and IRI.fullmatch(value), f"no IRI: {value!r}"


def annotation(item, text):
    """Sections 3.1, 3.2.4, 4.2.4 and 4.2.5: what must be there, once, and that it selects what it says."""
    iri(item["id"])
    assert "Annotation" in many(item["type"])
    assert item["motivation"] in ("identifying", "describing")
    body = item["body"]
    if body["type"] == "SpecificResource":
        iri(body["source"]["id"])
    else:
        assert body["type"] == "TextualBody" and isinstance(body["value"], str)
    targets = many(item["target"])
    assert targets, "no target"
    for target in targets:
        assert target["type"] == "SpecificResource"
        iri(target["source"])
        position, quote = target["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        start, end = position["start"], position["end"]
        assert 0 <= start <= end <= len(text), f"{start} to {end}"
        assert text[start:end] == quote["exact"], f"{text[start:end]!r} is not {quote['exact']!r}"
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"]), f"around {quote}"
        assert quote["prefix"] or start == 0, "no prefix"
    return len(targets)


def same(page, record):
    """What the record resolves is there."""
    place = lambda target: (target["selector"][0]["start"], target["selector"][0]["end"])
    found = [place(item["target"]) for item in page["items"] if item["motivation"] == "identifying"]
    assert found == [(m["start"], m["end"]) for m in record["mentions"] if m["entity"]], "the mentions are others"
    found = [[place(target) for target in item["target"]] for item in page["items"] if item["motivation"] == "describing"]
    assert found == [[(p["start"], p["end"]) for p in q["content"]] for q in record["quotations"]], "the quotations are others"
    ids = [item["id"] for item in page["items"]]
    iri(page["id"])
    assert len(set(ids)) == len(ids), "an id twice"
